// Prices by quantity, tax, deductibles and levels of service, from docs/families/tariff.md, liability.md and serviceLevel.md.
import { oneCurrency, shown, sum } from '../amounts.mjs';
import { place, textOf } from '../days.mjs';
import {
  drawCurrency,
  drawOther,
  drawPlace,
  drawRate,
  drawRounding,
  drawSignedSum,
  drawSmallSum,
  sumOf,
} from '../draws.mjs';
import { atLeast, divide, fraction, fractionOf, minus, plus, round, times, zero } from '../fractions.mjs';
import { refuse } from '../refusal.mjs';
import { instantText, placeOf } from '../zones.mjs';

const decimals = { KZT: 2, USD: 2, EUR: 2, RUB: 2, JPY: 0, KRW: 0, KWD: 3, BHD: 3, CLF: 4 };
const unitsIn = (currency) => fraction(10n ** BigInt(decimals[currency]));
const drawUnits = (random) =>
  random.oneOf([0, random.below(400), `${random.below(5000)}/60`, `${random.below(300)}.${random.below(1000)}`]);
const drawPrice = (random) => random.oneOf(['0.0079', '3', '1', '0', '0.05', '0.0000125', '12.345']);
const drawStep = (random, currency) =>
  random.onceIn(3) ? { step: sumOf(BigInt(random.oneOf([1, 5, 50, 7])), currency) } : {};

function inSteps(exact, step, rounding, currency) {
  const size = step === undefined ? 1n : sum(step).units;
  return shown(round(divide(exact, fraction(size)), rounding) * size, currency);
}

/** What is left of a scale: the position of the tier a value lies in. */
function tierAt(tiers, value) {
  const lies = ({ atLeast: from, above, below, atMost }) =>
    (from === undefined || minus(value, fractionOf(from)).top >= 0n) &&
    (above === undefined || minus(value, fractionOf(above)).top > 0n) &&
    (below === undefined || minus(value, fractionOf(below)).top < 0n) &&
    (atMost === undefined || minus(value, fractionOf(atMost)).top <= 0n);
  const at = tiers.findIndex(lies);
  return at < 0 ? refuse('term-not-in-force') : at;
}

/** A scale without holes; who has each edge is drawn. */
function drawScale(random) {
  const edges = [...new Set(random.list(3, () => random.oneOf(['0.5', '0.9', '0.99', '0.999', '1'])))].sort(
    (a, b) => a - b,
  );
  const upperHas = edges.map(() => random.onceIn(2));
  const tiers = [];
  for (let at = 0; at <= edges.length; at += 1)
    tiers.push({
      ...(at > 0 && { [upperHas[at - 1] ? 'atLeast' : 'above']: edges[at - 1] }),
      ...(at < edges.length && { [upperHas[at] ? 'below' : 'atMost']: edges[at] }),
    });
  if (random.onceIn(3)) tiers[0].atLeast = '0';
  return random.onceIn(2) ? tiers.reverse() : tiers;
}
const drawLevel = (random) => random.oneOf(['0', '0.5', '0.9', '0.99', '0.999', '1', '899/900', '0.98', '1.5', '1/3']);

/** Seconds of intervals that are in one list and in none of another. */
function outside(ins, outs, from, to) {
  const edges = [...ins, ...outs]
    .flat()
    .concat(from, to)
    .filter((at) => at >= from && at <= to);
  const points = [...new Set(edges)].sort((a, b) => a - b);
  const lies = (list, at) => list.some(([begins, ends]) => begins <= at && at < ends);
  let seconds = 0;
  for (let k = 0; k + 1 < points.length; k += 1)
    if (lies(ins, points[k]) && !lies(outs, points[k])) seconds += points[k + 1] - points[k];
  return seconds;
}

const lowest = (seconds) => {
  let [a, b] = [seconds, 60];
  while (b > 0) [a, b] = [b, a % b];
  const by = a === 0 ? 1 : a;
  return 60 / by === 1 ? String(seconds / by) : `${seconds / by}/${60 / by}`;
};

export const quantities = {
  unitCharge: {
    draw(random) {
      const currency = drawCurrency(random);
      return {
        units: drawUnits(random),
        pricePerUnit: drawPrice(random),
        currency,
        rounding: drawRounding(random),
        ...drawStep(random, currency),
      };
    },
    answer({ units, pricePerUnit, currency, rounding, step }) {
      return inSteps(
        times(times(fractionOf(units), fractionOf(pricePerUnit)), unitsIn(currency)),
        step,
        rounding,
        currency,
      );
    },
  },
  tieredCharge: {
    draw(random) {
      const currency = drawCurrency(random);
      const ends = [...new Set(random.list(3, () => 1 + random.below(300)))].sort((a, b) => a - b);
      const tiers = [
        ...ends.map((upTo) => ({ upTo, pricePerUnit: drawPrice(random) })),
        { pricePerUnit: drawPrice(random) },
      ];
      if (ends.length > 0 && random.onceIn(8)) tiers.pop();
      const units =
        ends.length > 0 && random.onceIn(3) ? random.oneOf(ends) + random.between(-1, 1) : drawUnits(random);
      return {
        units,
        tiers,
        mode: random.oneOf(['graduated', 'volume']),
        currency,
        rounding: drawRounding(random),
        ...drawStep(random, currency),
      };
    },
    answer({ units, tiers, mode, currency, rounding, step }) {
      const all = fractionOf(units);
      let [from, exact, reached] = [zero, zero, undefined];
      for (const { upTo, pricePerUnit } of tiers) {
        const end = upTo === undefined ? undefined : fractionOf(upTo);
        const within = end === undefined || atLeast(end, all);
        exact = plus(exact, times(minus(within ? all : end, from), fractionOf(pricePerUnit)));
        reached = pricePerUnit;
        if (within) {
          const charge = mode === 'graduated' ? exact : times(all, fractionOf(reached));
          return { amount: inSteps(times(charge, unitsIn(currency)), step, rounding, currency) };
        }
        from = end;
      }
      return refuse('range-outside-period');
    },
  },
  vatOn: {
    draw(random) {
      const on = drawPlace(random);
      const days = [...new Set(random.list(3, () => textOf(on + random.between(-2, 2))))];
      const rates = days.map((effectiveOn) => ({ effectiveOn, rate: drawRate(random) }));
      if (rates.length === 0 || random.onceIn(2)) rates.push({ rate: drawRate(random) });
      return {
        amount: drawSignedSum(random, drawCurrency(random)),
        amountIs: random.oneOf(['net', 'gross']),
        on: textOf(on),
        rates,
        rounding: drawRounding(random),
      };
    },
    answer({ amount: given, amountIs, on, rates, rounding }) {
      const at = ({ effectiveOn }) => (effectiveOn === undefined ? Number.NEGATIVE_INFINITY : place(effectiveOn));
      const held = rates
        .filter((rate) => at(rate) <= place(on))
        .sort((a, b) => at(a) - at(b))
        .at(-1);
      if (held === undefined) refuse('term-not-in-force');
      const { units, currency } = sum(given);
      const rate = fractionOf(held.rate);
      const part = amountIs === 'net' ? rate : divide(rate, plus(fraction(1n), rate));
      const tax = round(times(fraction(units), part), rounding);
      const [net, gross] = amountIs === 'net' ? [units, units + tax] : [units - tax, units];
      return { net: shown(net, currency), vat: shown(tax, currency), gross: shown(gross, currency), rate: held.rate };
    },
  },
  applyDeductible: {
    draw(random) {
      const currency = drawCurrency(random);
      const loss = drawSmallSum(random, currency);
      const deductible = random.onceIn(3) ? loss : drawSmallSum(random, drawOther(random, currency));
      return { loss, deductible, kind: random.oneOf(['straight', 'franchise']) };
    },
    answer({ loss, deductible, kind }) {
      const [whole, own] = [sum(loss), sum(deductible)];
      oneCurrency([whole, own]);
      const left = whole.units <= own.units ? 0n : kind === 'straight' ? whole.units - own.units : whole.units;
      return shown(left, whole.currency);
    },
  },
  tierOf: {
    draw: (random) => ({
      value: drawLevel(random),
      tiers: drawScale(random).map((tier, at) => ({ ...tier, name: `tier ${at}` })),
    }),
    answer: ({ value, tiers }) => ({ name: tiers[tierAt(tiers, fractionOf(value))].name }),
  },
  serviceCredit: {
    draw(random) {
      const currency = drawCurrency(random);
      return {
        base: drawSmallSum(random, currency),
        tiers: drawScale(random).map((tier) => ({
          ...tier,
          creditRate: random.oneOf(['0', '0.1', '0.25', '0.333333']),
        })),
        ...(random.onceIn(2)
          ? {
              cap: {
                rate: random.oneOf(['0.2', '0.05', '1/7']),
                base: drawSmallSum(random, drawOther(random, currency)),
              },
            }
          : {}),
        ...(random.onceIn(3) ? { capRounding: drawRounding(random) } : {}),
        form: random.oneOf(['nextInvoice', 'payOut', 'balance']),
        rounding: drawRounding(random),
        measured: drawLevel(random),
      };
    },
    answer({ base, tiers, cap, rounding, capRounding = rounding, form, measured }) {
      const { units, currency } = sum(base);
      const { creditRate } = tiers[tierAt(tiers, fractionOf(measured))];
      const uncapped = round(times(fraction(units), fractionOf(creditRate)), rounding);
      if (cap === undefined) return { credit: shown(uncapped, currency), capped: false, form };
      oneCurrency([sum(base), sum(cap.base)]);
      const most = round(times(fraction(sum(cap.base).units), fractionOf(cap.rate)), capRounding);
      return {
        credit: shown(most < uncapped ? most : uncapped, currency),
        capped: most < uncapped,
        cap: shown(most, currency),
        form,
      };
    },
  },
  downtime: {
    draw(random) {
      const from = placeOf('2026-03-01T00:00:00Z') + random.below(86_400);
      const to = from + 3600 * (1 + random.below(72));
      const near = () => from + random.between(-7200, to - from + 7200);
      const interval = () => {
        const begins = near();
        return [begins, begins + 1 + random.below(20_000)];
      };
      return {
        ...(random.onceIn(2) ? { announcement: { count: random.below(4), unit: 'hours' } } : {}),
        period: { from: instantText(from), to: instantText(to) },
        outages: random.list(4, () => {
          const [begins, ends] = interval();
          return { from: instantText(begins), ...(random.onceIn(5) ? {} : { to: instantText(ends) }) };
        }),
        maintenance: random.list(3, () => {
          const [begins, ends] = interval();
          const ahead = random.below(4) * 3600 + random.between(-1, 1);
          return {
            from: instantText(begins),
            to: instantText(ends),
            ...(random.onceIn(4) ? {} : { announcedAt: instantText(begins - ahead) }),
          };
        }),
      };
    },
    answer({ announcement, period, outages, maintenance }) {
      const [from, to] = [placeOf(period.from), placeOf(period.to)];
      const inTime = ({ from: begins, announcedAt }) =>
        announcement === undefined ||
        (announcedAt !== undefined && placeOf(announcedAt) + announcement.count * 3600 <= placeOf(begins));
      const clip = ([begins, ends]) => [Math.max(begins, from), Math.min(ends, to)];
      const read = (list) =>
        list.map((each) => clip([placeOf(each.from), each.to === undefined ? to : placeOf(each.to)]));
      return {
        minutes: lowest(outside(read(outages), read(maintenance.filter(inTime)), from, to)),
        periodMinutes: lowest(to - from),
        basis: { announced: maintenance.flatMap((each, at) => (inTime(each) ? [at] : [])) },
      };
    },
  },
};
