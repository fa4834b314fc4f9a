// Every product of -200 to 200 minor units with 0.00 to 2.00 and with the eighths up to 2, under each of the nine modes: ties of all kinds among them.
import { fromMinorUnits, multiplyMoney } from 'oferta';
import { share, shown } from '../oracle/amounts.mjs';
import { fractionOf, roundings } from '../oracle/fractions.mjs';
import { randomFrom } from '../oracle/random.mjs';

const most = 200;
const factors = [
  ...Array.from(
    { length: 201 },
    (_, hundredths) => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
  ),
  ...Array.from({ length: 17 }, (_, eighths) => String(eighths / 8)),
];

export async function run({ sample, seed = 1 } = {}) {
  const failures = [];
  let cases = 0;
  const one = (units, factor, mode) => {
    cases += 1;
    const right = shown(share(BigInt(units), fractionOf(factor), mode), 'KZT');
    const found = String(multiplyMoney(fromMinorUnits(units, 'KZT'), factor, mode));
    if (found !== right) failures.push(`${units} minor units × ${factor}, ${mode}: ${found}, not ${right}`);
  };
  if (sample === undefined) {
    for (let units = -most; units <= most; units += 1)
      for (const factor of factors) for (const mode of roundings) one(units, factor, mode);
  } else {
    const random = randomFrom(seed);
    for (let count = 0; count < sample; count += 1)
      one(random.between(-most, most), random.oneOf(factors), random.oneOf(roundings));
  }
  return { cases, failures };
}
