// Interest, from docs/families/interest.md, decision 0021, section 4.16 of the 2006 ISDA Definitions and ICMA's rule 251.
import { shown, sum } from '../amounts.mjs';
import { addMonths, dayAt, place, textOf } from '../days.mjs';
import { drawCurrency, drawPlace, drawRounding, drawSmallSum } from '../draws.mjs';
import { divide, fraction, fractionOf, minus, plus, round, times, zero } from '../fractions.mjs';
import { refuse } from '../refusal.mjs';

const conventions = [
  'actual/365Fixed',
  'actual/360',
  'actual/actualISDA',
  'actual/actualICMA',
  '30/360',
  '30E/360',
  '30E/360ISDA',
];
const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lasts = (at) => dayAt(at).day === dayAt(at).daysInMonth;

/** Days over what, for days from one place up to another. */
function parts({ dayCount, couponPeriods, maturesOn }, from, to) {
  // By the formula the last day of a February on which the debt ends would lie a day before itself.
  if (from === to) return [];
  if (dayCount === 'actual/365Fixed') return [[to - from, 365]];
  if (dayCount === 'actual/360') return [[to - from, 360]];
  if (dayCount === 'actual/actualISDA') {
    const counts = { 365: 0, 366: 0 };
    for (let at = from; at < to; at += 1) counts[isLeap(dayAt(at).year) ? 366 : 365] += 1;
    return [
      [counts[365], 365],
      [counts[366], 366],
    ];
  }
  if (dayCount === 'actual/actualICMA') {
    const anchor = place(couponPeriods.anchor);
    const found = [];
    const begins = (k) => addMonths(anchor, k * couponPeriods.months);
    let k = 0;
    while (begins(k) > from) k -= 1;
    while (begins(k + 1) <= from) k += 1;
    for (; begins(k) < to; k += 1) {
      const days = Math.min(begins(k + 1), to) - Math.max(begins(k), from);
      found.push([days, ((begins(k + 1) - begins(k)) * 12) / couponPeriods.months]);
    }
    return found;
  }
  const [a, b] = [dayAt(from), dayAt(to)];
  let [first, last] = [a.day, b.day];
  if (dayCount === '30/360') {
    if (first === 31) first = 30;
    if (last === 31 && first === 30) last = 30;
  } else {
    const german = dayCount === '30E/360ISDA';
    if (first === 31 || (german && a.month === 2 && lasts(from))) first = 30;
    const ends = maturesOn !== undefined && place(maturesOn) === to;
    if (last === 31 || (german && b.month === 2 && lasts(to) && !ends)) last = 30;
  }
  return [[(b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first, 360]];
}

const years = (count, from, to) =>
  parts(count, from, to).reduce((all, [days, over]) => plus(all, fraction(BigInt(days), BigInt(over))), zero);

function common(a, b) {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** A decimal number where it is one, else a fraction in lowest terms. */
export function written({ top, bottom }) {
  const by = common(top, bottom);
  const [over, under] = [top / by, bottom / by];
  if (under === 1n) return String(over);
  for (let [places, power] = [1, 10n]; places < 200; places += 1, power *= 10n)
    if (power % under === 0n) {
      const digits = String((over * power) / under).padStart(places + 1, '0');
      return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    }
  return `${over}/${under}`;
}

function drawCount(random) {
  const dayCount = random.oneOf(conventions);
  if (dayCount === 'actual/actualICMA')
    return {
      dayCount,
      couponPeriods: { anchor: textOf(drawPlace(random)), months: random.oneOf([1, 2, 3, 4, 6, 12]) },
    };
  return { dayCount };
}

function drawDays(random, most) {
  const from = drawPlace(random);
  return { from, to: from + (random.onceIn(40) ? -1 : random.onceIn(10) ? 0 : random.below(most)) };
}

const needRange = (from, to) => (to < from ? refuse('range-reversed') : undefined);
const yearlyRates = ['0.12', '0.11/300', '0', '0.05', '0.1825', '1/3'];

/** Rates with the places from which they hold, in order. */
function dated(rates) {
  return rates
    .map(({ effectiveOn, rate }) => ({
      at: effectiveOn === undefined ? Number.NEGATIVE_INFINITY : place(effectiveOn),
      rate,
    }))
    .sort((a, b) => a.at - b.at);
}
const inForce = (list, at) => list.filter((entry) => entry.at <= at).at(-1);

const periodMonths = { month: 1, quarter: 3, year: 12 };
const periodBegins = (from, per, k) =>
  per in periodMonths ? addMonths(from, k * periodMonths[per]) : from + k * (per === 'week' ? 7 : 1);

export const interest = {
  dayCountFraction: {
    draw(random) {
      const { from, to } = drawDays(random, random.onceIn(3) ? 2000 : 70);
      const count = drawCount(random);
      const matures =
        count.dayCount === '30E/360ISDA' && random.onceIn(2) ? { maturesOn: textOf(to + random.below(2)) } : {};
      return { from: textOf(from), to: textOf(to), ...count, ...matures };
    },
    answer(terms) {
      const [from, to] = [place(terms.from), place(terms.to)];
      needRange(from, to);
      return {
        years: written(years(terms, from, to)),
        days: parts(terms, from, to).reduce((all, [days]) => all + days, 0),
      };
    },
  },
  simpleInterest: {
    draw(random) {
      const currency = drawCurrency(random);
      const { from, to } = drawDays(random, random.onceIn(4) ? 900 : 100);
      const near = () => textOf(from + random.between(-5, 100));
      const yearly = () => ({ perYear: random.oneOf(yearlyRates), ...drawCount(random) });
      const list = (first) => {
        const days = [...new Set(random.list(3, near))];
        return [first ? { rate: yearly() } : { effectiveOn: textOf(from - random.below(3)), rate: yearly() }].concat(
          days.filter((day) => first || place(day) > from).map((effectiveOn) => ({ effectiveOn, rate: yearly() })),
        );
      };
      const periodic = random.onceIn(3);
      return {
        principal: drawSmallSum(random, currency),
        from: textOf(from),
        to: textOf(to),
        rates: periodic
          ? [
              {
                rate: {
                  rate: random.oneOf(['0.01', '0.001', '1/30']),
                  per: random.oneOf(['day', 'week', 'month', 'quarter', 'year']),
                  partPeriods: random.oneOf(['byDay', 'started', 'completed']),
                },
              },
            ]
          : list(random.onceIn(2)),
        ...(!periodic && random.onceIn(2) ? { ceiling: list(true) } : {}),
        ...(random.onceIn(2)
          ? { payments: random.list(3, () => ({ paidOn: near(), amount: drawSmallSum(random, currency) })) }
          : {}),
        countPaymentDay: random.onceIn(2),
        rounding: drawRounding(random),
      };
    },
    answer({ principal, from: first, to: end, rates, ceiling, payments = [], countPaymentDay, rounding }) {
      const [from, to] = [place(first), place(end)];
      needRange(from, to);
      const { units, currency } = sum(principal);
      const paid = payments.map(({ paidOn, amount }) => ({
        at: place(paidOn) + (countPaymentDay ? 1 : 0),
        units: sum(amount).units,
      }));
      const outstanding = (at) => {
        const left = paid.reduce((rest, payment) => (payment.at <= at ? rest - payment.units : rest), units);
        return left > 0n ? left : 0n;
      };
      const [agreed, lawful] = [dated(rates), ceiling && dated(ceiling)];
      if (inForce(agreed, from) === undefined) refuse('term-not-in-force');
      let total = zero;
      const [{ rate }] = rates;
      if ('per' in rate) {
        const each = fractionOf(rate.rate);
        for (let k = 0; periodBegins(from, rate.per, k) < to; k += 1) {
          const [begins, next] = [periodBegins(from, rate.per, k), periodBegins(from, rate.per, k + 1)];
          if (rate.partPeriods === 'byDay')
            for (let at = begins; at < Math.min(next, to); at += 1)
              total = plus(total, times(fraction(outstanding(at), BigInt(next - begins)), each));
          else if (rate.partPeriods === 'started' || next <= to)
            total = plus(total, times(fraction(outstanding(begins)), each));
        }
      } else {
        // A run ends where the sum or either rate changes.
        const cuts = [...agreed, ...(lawful ?? []), ...paid].map(({ at }) => at).filter((at) => at > from && at < to);
        const edges = [from, ...new Set(cuts.sort((a, b) => a - b)), to];
        for (let k = 0; k + 1 < edges.length; k += 1) {
          const [begins, ends] = [edges[k], edges[k + 1]];
          const costOf = ({ rate: { perYear, ...count } }) => times(fractionOf(perYear), years(count, begins, ends));
          let cost = costOf(inForce(agreed, begins));
          if (lawful !== undefined) {
            const most = costOf(inForce(lawful, begins));
            if (minus(most, cost).top < 0n) cost = most;
          }
          total = plus(total, times(fraction(outstanding(begins)), cost));
        }
      }
      return { interest: shown(round(total, rounding), currency) };
    },
  },
  compoundInterest: {
    draw(random) {
      const currency = drawCurrency(random);
      const { from, to } = drawDays(random, 500);
      return {
        principal: drawSmallSum(random, currency),
        from: textOf(from),
        to: textOf(to),
        rates: [
          {
            rate: {
              perYear: random.oneOf(['0.12', '0.1', '0', '0.073']),
              dayCount: random.oneOf(['actual/365Fixed', '30E/360', 'actual/actualISDA']),
            },
          },
        ],
        every: random.oneOf(['month', 'quarter', 'year', 'week']),
        roundEach: random.onceIn(2),
        rounding: drawRounding(random),
      };
    },
    answer({ principal, from: first, to: end, rates, every, roundEach, rounding }) {
      const [from, to] = [place(first), place(end)];
      needRange(from, to);
      const { units, currency } = sum(principal);
      const [
        {
          rate: { perYear, ...count },
        },
      ] = rates;
      let balance = fraction(units);
      for (let k = 0; periodBegins(from, every, k) < to; k += 1) {
        const part = years(count, periodBegins(from, every, k), Math.min(periodBegins(from, every, k + 1), to));
        const added = times(balance, times(fractionOf(perYear), part));
        balance = plus(balance, roundEach ? fraction(round(added, rounding)) : added);
      }
      const borne = round(minus(balance, fraction(units)), rounding);
      return { interest: shown(borne, currency), balance: shown(units + borne, currency) };
    },
  },
  rateThatGives: {
    draw(random) {
      const currency = drawCurrency(random);
      const { from, to } = drawDays(random, 700);
      return {
        principal: drawSmallSum(random, currency),
        interest: drawSmallSum(random, currency),
        from: textOf(from),
        to: textOf(to),
        ...drawCount(random),
      };
    },
    answer({ principal, interest: borne, from: first, to: end, ...count }) {
      const [from, to] = [place(first), place(end)];
      if (to < from) refuse();
      const of = times(fraction(sum(principal).units), years(count, from, to));
      if (of.top === 0n) refuse();
      return written(divide(fraction(sum(borne).units), of));
    },
  },
};
