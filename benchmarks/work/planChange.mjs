// A change of price inside a paid month: credit and charge by the days left, each rounded, and the difference.
import { money, prorateChange, prorationConventions } from 'oferta';
import { amountText, civil, drawing, each, few, isoText, monthLength, nearest, plainDate } from '../cases.mjs';
import { divideRounded } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';

export function planChangeWork({ stacks }) {
  const draw = drawing(2);
  const from = Float64Array.from(each(() => draw(100_000, 50_000_000)));
  const to = Float64Array.from(each(() => draw(100_000, 50_000_000)));
  const changeDays = each(() => draw(19_723, 21_183));
  const lengths = Int32Array.from(changeDays, (day) => monthLength(civil(day).year, civil(day).month));
  const left = Int32Array.from(changeDays, (day, at) => lengths[at] - civil(day).day + 1);
  const expected = Float64Array.from(from, (price, at) => {
    const share = (units) => nearest(BigInt(units) * BigInt(left[at]), BigInt(lengths[at]));
    return Number(share(to[at]) - share(price));
  });

  const changedOn = Int32Array.from(changeDays);
  const firstDays = changedOn.map((day) => day - civil(day).day + 1);
  const lastDays = changedOn.map((_, at) => firstDays[at] + lengths[at] - 1);
  const firsts = changeDays.map((day) => isoText(day - civil(day).day + 1));
  const lasts = changeDays.map((day, at) => isoText(day - civil(day).day + lengths[at]));
  const changes = changeDays.map(isoText);
  const texts = { from: Array.from(from, amountText), to: Array.from(to, amountText), lasts, firsts, changes };
  const sums = {
    from: texts.from.map((text) => money(text, 'KZT')),
    to: texts.to.map((text) => money(text, 'KZT')),
  };
  const plain = (days) => days.map(plainDate);
  const plainDates = { firsts: plain(firsts), lasts: plain(lasts), changes: plain(changes) };
  const convention = prorationConventions.dayToNew;
  const change = (at, days) =>
    prorateChange({
      from: sums.from[at],
      to: sums.to[at],
      billingPeriod: { firstDay: days.firsts[at], lastDay: days.lasts[at] },
      changeOn: days.changes[at],
      convention,
      rounding: 'halfExpand',
      roundLegs: true,
    });
  const made = each((at) => change(at, texts), few);
  const bigFrom = Array.from(from, BigInt);
  const bigTo = Array.from(to, BigInt);
  const net = (result) => Number(result.net.minorUnits);

  return {
    id: 'planChange',
    title: 'Plan change',
    does: 'Credit for the rest of a paid month, charge at the new price, each rounded, and the difference.',
    expected,
    c: { kernel: 'plan_change', columns: [from, to, firstDays, lastDays, changedOn] },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(from, to, firstDays, lastDays, changedOn) },
      {
        name: 'kernel',
        group: 'kernel',
        operation: (at) =>
          divideRounded(to[at] * left[at], lengths[at], 'halfExpand') -
          divideRounded(from[at] * left[at], lengths[at], 'halfExpand'),
      },
      {
        name: 'oferta, Money and ISO text',
        group: 'oferta',
        operation: (at) =>
          prorateChange({
            from: sums.from[at],
            to: sums.to[at],
            billingPeriod: { firstDay: firsts[at], lastDay: lasts[at] },
            changeOn: changes[at],
            convention,
            rounding: 'halfExpand',
            roundLegs: true,
          }),
        answer: net,
      },
      {
        name: 'oferta, Money and PlainDate',
        group: 'oferta',
        apart: true,
        operation: (at) => change(at, plainDates),
        answer: net,
      },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      {
        name: 'BigInt',
        group: 'peer',
        operation: (at) => {
          const part = BigInt(left[at]);
          const whole = BigInt(lengths[at]);
          const share = (units) => (2n * units * part + whole) / (2n * whole);
          return share(bigTo[at]) - share(bigFrom[at]);
        },
        answer: Number,
      },
      ...stacks.map((stack) => {
        const amounts = stack.amounts();
        return {
          name: stack.name,
          group: 'peer',
          operation: own(peer, amounts, stack.days(), fresh(texts)),
          answer: amounts.units,
        };
      }),
    ],
  };
}

/** Answers the net and keeps credit and charge, as an answer of ours does. NaN where a product leaves the safe integers. */
function limit(from, to, firstDays, lastDays, changedOn) {
  const credits = new Float64Array(from.length);
  const charges = new Float64Array(from.length);
  return (at) => {
    const last = lastDays[at];
    const whole = last - firstDays[at] + 1;
    const part = last - changedOn[at] + 1;
    const credit = from[at] * part;
    const charge = to[at] * part;
    if (credit + charge > 2 ** 51) return Number.NaN;
    credits[at] = Math.floor((2 * credit + whole) / (2 * whole));
    charges[at] = Math.floor((2 * charge + whole) / (2 * whole));
    return charges[at] - credits[at];
  };
}

function peer(amounts, days, texts) {
  const from = texts.from.map(amounts.of);
  const to = texts.to.map(amounts.of);
  const firsts = texts.firsts.map(days.of);
  const lasts = texts.lasts.map(days.of);
  const changes = texts.changes.map(days.of);
  return (at) => {
    const whole = days.between(firsts[at], lasts[at]) + 1;
    const part = days.between(changes[at], lasts[at]) + 1;
    const credit = amounts.round(amounts.share(from[at], part, whole));
    const charge = amounts.round(amounts.share(to[at], part, whole));
    return amounts.minus(charge, credit);
  };
}
