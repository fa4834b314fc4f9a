import { type Rounding, roundings } from 'oferta';
import { describe, expect, it } from 'vitest';
import { cumulativeRunUnits } from '../../src/proration/dailyChargeUnits.js';

/** `numerator / denominator` by the words of ECMA-402, with nothing of the library: the two neighbours, and which of them is meant. */
function rounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  let below = numerator / denominator;
  if (below * denominator > numerator) below -= 1n;
  if (below * denominator === numerator) return below;
  const above = below + 1n;
  const awayFromZero = numerator < 0n ? below : above;
  const towardZero = numerator < 0n ? above : below;
  const twice = 2n * (numerator - below * denominator);
  if (rounding.startsWith('half') && twice !== denominator) return twice > denominator ? above : below;
  switch (rounding) {
    case 'ceil':
    case 'halfCeil':
      return above;
    case 'floor':
    case 'halfFloor':
      return below;
    case 'expand':
    case 'halfExpand':
      return awayFromZero;
    case 'trunc':
    case 'halfTrunc':
      return towardZero;
    default:
      return below % 2n === 0n ? below : above;
  }
}

function differs(price: number, days: number, rounding: Rounding): string | undefined {
  const through = (k: number): bigint => rounded(BigInt(price) * BigInt(k), BigInt(days), rounding);
  for (let day = 1; day <= days; day += 1) {
    const charge = cumulativeRunUnits(price, day, day, days, rounding);
    if (!Object.is(charge, Number(through(day) - through(day - 1))))
      return `${price}, day ${day} of ${days}: ${charge}`;
  }
  return undefined;
}

describe('cumulativeRunUnits of one day', () => {
  const largest = Number.MAX_SAFE_INTEGER;

  it.each(roundings)('%s: every rest, an even and an odd number of whole units, charge and credit', (rounding) => {
    for (let days = 28; days <= 31; days += 1)
      for (let price = -2 * days; price <= 2 * days; price += 1) expect(differs(price, days, rounding)).toBeUndefined();
  });

  it.each(roundings)('%s: prices up to the largest safe integer', (rounding) => {
    for (let days = 28; days <= 31; days += 1)
      for (let less = 0; less < 2 * days; less += 1) {
        expect(differs(largest - less, days, rounding)).toBeUndefined();
        expect(differs(less - largest, days, rounding)).toBeUndefined();
      }
  });
});
