import { oneCurrency, share, shown, sum } from '../amounts.mjs';
import { dayAt, place, textOf } from '../days.mjs';
import {
  drawCurrency,
  drawOther,
  drawPlace,
  drawRounding,
  drawSignedSum,
  drawSmallSum,
  drawSmallUnits,
  drawSum,
  sumOf,
} from '../draws.mjs';
import { atLeast, fraction, minus, round } from '../fractions.mjs';
import { rangeOf } from '../ranges.mjs';
import { refuse } from '../refusal.mjs';
import { drawInstant, instantText, jumpOver, momentsOf, placeOf, wall, zones } from '../zones.mjs';

const drawSpread = (random) => random.oneOf(['cumulative', 'eachDay']);

/** What one day of a monthly price costs. */
function chargeOf(units, at, spread, rounding) {
  const { day, daysInMonth } = dayAt(at);
  const through = (days) => share(units, fraction(BigInt(days), BigInt(daysInMonth)), rounding);
  return spread === 'eachDay' ? through(1) : through(day) - through(day - 1);
}

/** The price in force on a day: that of the latest first day up to it. */
function priceOn(prices, at) {
  let found;
  for (const { effectiveOn, monthlyPrice } of prices)
    if (place(effectiveOn) <= at && (found === undefined || place(effectiveOn) > found.from))
      found = { from: place(effectiveOn), price: sum(monthlyPrice) };
  return found === undefined ? refuse('term-not-in-force') : found.price;
}

/** Prices from a day on, the first of them usually in force on it. */
function drawPrices(random, from, draw) {
  const first = from - (random.onceIn(20) ? -1 : random.below(40));
  let at = first;
  return Array.from({ length: random.between(1, 4) }, (_, index) => {
    at += index === 0 ? 0 : random.between(1, 25);
    return { effectiveOn: textOf(at), monthlyPrice: draw() };
  });
}

/** Names whose meaning the field shares; those of systems have tests of their own. */
const byDay = { dayToNew: 'new', dayToOld: 'old', dayToBoth: 'both' };

export const proration = {
  prorateCharge: {
    draw(random) {
      const first = drawPlace(random);
      const length = random.onceIn(3) ? dayAt(first).daysInMonth : random.between(1, 400);
      const from = first + random.below(length);
      const to = from + random.below(first + length - from);
      const off = random.onceIn(25) ? random.oneOf([-1, 1]) : 0;
      return {
        charge: drawSignedSum(random, drawCurrency(random)),
        billingPeriod: { firstDay: textOf(first), lastDay: textOf(first + length - 1) },
        servedDays:
          off === 0
            ? { firstDay: textOf(from), lastDay: textOf(to) }
            : { firstDay: textOf(off < 0 ? first - 1 : from), lastDay: textOf(off < 0 ? to : first + length) },
        rounding: drawRounding(random),
      };
    },
    answer({ charge, billingPeriod, servedDays, rounding }) {
      const [[first, last], [from, to]] = [rangeOf(billingPeriod), rangeOf(servedDays)];
      if (from < first || to > last) refuse('range-outside-period');
      let [served, whole] = [0n, 0n];
      for (let day = first; day <= last; day += 1) {
        whole += 1n;
        if (day >= from && day <= to) served += 1n;
      }
      const { units, currency } = sum(charge);
      return { amount: shown(share(units, fraction(served, whole), rounding), currency) };
    },
  },
  dailyCharge: {
    draw: (random) => ({
      monthlyPrice: drawSignedSum(random, drawCurrency(random)),
      day: textOf(drawPlace(random)),
      spread: drawSpread(random),
      rounding: drawRounding(random),
    }),
    answer({ monthlyPrice, day, spread, rounding }) {
      const { units, currency } = sum(monthlyPrice);
      return { amount: shown(chargeOf(units, place(day), spread, rounding), currency) };
    },
  },
  dailyCharges: {
    draw(random) {
      const from = drawPlace(random);
      const currency = drawCurrency(random);
      return {
        prices: drawPrices(random, from, () => drawSum(random, currency)),
        days: { firstDay: textOf(from), lastDay: textOf(from + random.below(random.onceIn(4) ? 70 : 8)) },
        spread: drawSpread(random),
        rounding: drawRounding(random),
      };
    },
    answer({ prices, days, spread, rounding }) {
      const currency = oneCurrency(prices.map(({ monthlyPrice }) => sum(monthlyPrice)));
      const charges = [];
      let total = 0n;
      const [first, last] = rangeOf(days);
      for (let day = first; day <= last; day += 1) {
        const units = chargeOf(priceOn(prices, day).units, day, spread, rounding);
        charges.push({ day: textOf(day), amount: shown(units, currency) });
        total += units;
      }
      return { charges, total: shown(total, currency) };
    },
  },
  balanceLastsUntil: {
    draw(random) {
      const from = drawPlace(random);
      const currency = drawCurrency(random);
      // The last price is above 31 units a month, so that each balance is short one day, at most some years later.
      const prices = drawPrices(random, from, () => drawSmallSum(random, currency));
      const last = 62n + drawSmallUnits(random);
      prices[prices.length - 1].monthlyPrice = sumOf(last, currency);
      const months = BigInt(random.onceIn(3) ? random.below(24) : random.below(3));
      const balance =
        months * last + BigInt(random.between(-3, 3)) + (random.onceIn(2) ? drawSmallUnits(random) % last : 0n);
      return {
        balance: sumOf(balance, drawOther(random, currency)),
        prices,
        firstDay: textOf(from),
        spread: drawSpread(random),
        rounding: drawRounding(random),
      };
    },
    answer({ balance, prices, firstDay, spread, rounding }) {
      const { units, currency } = sum(balance);
      oneCurrency([{ currency }, ...prices.map(({ monthlyPrice }) => sum(monthlyPrice))]);
      let left = units;
      for (let day = place(firstDay); ; day += 1) {
        const charge = chargeOf(priceOn(prices, day).units, day, spread, rounding);
        if (charge > left)
          return {
            lastPaidDay: day === place(firstDay) ? null : textOf(day - 1),
            left: shown(left, currency),
            firstUnpaidDay: textOf(day),
          };
        left -= charge;
      }
    },
  },
  prorateChange: {
    draw(random) {
      const first = drawPlace(random);
      const length = random.onceIn(2) ? dayAt(first).daysInMonth : random.between(1, 370);
      const currency = drawCurrency(random);
      return {
        from: drawSum(random, currency),
        to: drawSum(random, drawOther(random, currency)),
        billingPeriod: { firstDay: textOf(first), lastDay: textOf(first + length - 1) },
        changeOn: textOf(first + (random.onceIn(30) ? -1 : random.below(length))),
        convention: random.onceIn(3)
          ? {
              dayOfChange: random.oneOf(['new', 'old', 'both']),
              denominator: random.oneOf([1, 28, 30, 31, 360, 365]),
              newPrice: 'prorated',
            }
          : random.oneOf(Object.keys(byDay)),
        roundLegs: random.onceIn(2),
        rounding: drawRounding(random),
      };
    },
    answer({ from, to, billingPeriod, changeOn, convention, roundLegs, rounding }) {
      const [before, after] = [sum(from), sum(to)];
      const currency = oneCurrency([before, after]);
      const [[first, last], change] = [rangeOf(billingPeriod), place(changeOn)];
      if (change < first || change > last) refuse('range-outside-period');
      const ofChange = byDay[convention] ?? convention.dayOfChange;
      let [whole, unused, fresh] = [0n, 0n, 0n];
      for (let day = first; day <= last; day += 1) {
        whole += 1n;
        if (day > change || (day === change && ofChange === 'new')) unused += 1n;
        if (day > change || (day === change && ofChange !== 'old')) fresh += 1n;
      }
      const divisor = convention.denominator === undefined ? whole : BigInt(convention.denominator);
      // A price is never divided into more than the whole of it.
      const part = (units, days) => {
        const exact = fraction(units * days, divisor);
        return atLeast(exact, fraction(units)) ? fraction(units) : exact;
      };
      const [credit, charge] = [part(before.units, unused), part(after.units, fresh)];
      const net = roundLegs
        ? round(charge, rounding) - round(credit, rounding)
        : round(minus(charge, credit), rounding);
      const legs = {
        credit: shown(round(credit, rounding), currency),
        charge: shown(round(charge, rounding), currency),
      };
      return { ...(roundLegs ? legs : {}), net: shown(net, currency) };
    },
  },
  firstChargeDay: {
    draw: (random) => ({ activatedAt: instantText(drawInstant(random), random), window: drawWindow(random) }),
    answer({ activatedAt, window }) {
      const moment = placeOf(activatedAt);
      for (let day = Math.floor(wall(moment, window.timeZone) / 86_400) - 1; ; day += 1)
        if (opening(day, window.from, window.timeZone) >= moment) return textOf(day);
    },
  },
  isWithinDailyWindow: {
    draw: (random) => [instantText(drawInstant(random), random), drawWindow(random)],
    answer(instant, { from, to, timeZone }) {
      const moment = placeOf(instant);
      const day = Math.floor(wall(moment, timeZone) / 86_400);
      return opening(day, from, timeZone) <= moment && moment <= closing(day, to, timeZone);
    },
  },
};

const clockTimes = [
  '00:00',
  '00:30',
  '01:00',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '02:45',
  '03:00',
  '03:30',
  '05:00',
  '23:00',
  '23:30',
  '23:59',
];

function drawWindow(random) {
  const from = random.below(clockTimes.length);
  return {
    from: clockTimes[from],
    to: clockTimes[random.between(from, clockTimes.length - 1)],
    timeZone: random.oneOf(['UTC', ...zones]),
  };
}

const secondsOf = (clock) => Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3)) * 60;

/** The moment a window opens: the first time the clock shows it, or the jump that leaves it out. */
const opening = (day, clock, zone) =>
  momentsOf(day, secondsOf(clock), zone)[0] ?? jumpOver(day, secondsOf(clock), zone);
/** The moment it closes: the last time the clock shows it. */
const closing = (day, clock, zone) =>
  momentsOf(day, secondsOf(clock), zone).at(-1) ?? jumpOver(day, secondsOf(clock), zone);
