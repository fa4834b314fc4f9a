// Whether an unused purchase can go back: asked for within 14 days of the purchase and within 12 months of the crediting.
import { calendarDays, countingRules, months, refundEligibility } from 'oferta';
import { dayNumber, drawing, each, few, isoText, monthsOn, plainDate, size } from '../cases.mjs';
import { shiftMonths } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';
import { dayStacks } from '../peers.mjs';
import { monthStarts, monthsShifted } from './monthsShifted.mjs';

const unusedWithin = calendarDays(14);
const creditedWithin = months(12);
const rules = countingRules.asWritten;

export function refundWindowWork(peers) {
  const draw = drawing(5);
  const purchasedOn = Int32Array.from(each(() => draw(19_723, 21_183)));
  const creditedOn = purchasedOn.map((day) => day - draw(0, 400));
  const requestedOn = purchasedOn.map((day) => day + draw(0, 28));
  // Terms are data for the limit too.
  const dayLimits = new Int32Array(size).fill(14);
  const monthLimits = new Int32Array(size).fill(12);
  // The last day to ask, and whether the request came in time, in one number.
  const answerOf = (until, eligible) => 2 * until + (eligible ? 1 : 0);
  const expected = Float64Array.from(purchasedOn, (day, at) => {
    const until = Math.min(day + 14, monthsOn(creditedOn[at], 12));
    return answerOf(until, requestedOn[at] <= until);
  });

  const texts = {
    purchasedOn: Array.from(purchasedOn, isoText),
    creditedOn: Array.from(creditedOn, isoText),
    requestedOn: Array.from(requestedOn, isoText),
  };
  const plain = Object.fromEntries(Object.entries(texts).map(([name, days]) => [name, days.map(plainDate)]));
  const eligibility = (at, days) =>
    refundEligibility({
      purchasedOn: days.purchasedOn[at],
      creditedOn: days.creditedOn[at],
      requestedOn: days.requestedOn[at],
      used: false,
      unusedWithin,
      creditedWithin,
      rules,
    });
  const made = each((at) => eligibility(at, texts), few);
  const answer = (result) => answerOf(dayNumber(result.until.toString()), result.eligible);

  return {
    id: 'refundWindow',
    title: 'Refund window',
    does: 'Two windows, 14 days from the purchase and 12 months from the crediting; the earlier end, and whether the request is in time.',
    expected,
    c: {
      kernel: 'refund_window',
      columns: [purchasedOn, creditedOn, requestedOn, dayLimits, monthLimits, monthStarts],
    },
    contenders: [
      {
        name: 'JS integers',
        group: 'limit',
        operation: limit(purchasedOn, creditedOn, requestedOn, dayLimits, monthLimits, monthsShifted, monthStarts),
      },
      {
        name: 'kernel',
        group: 'kernel',
        operation: (at) => {
          const until = Math.min(
            purchasedOn[at] + dayLimits[at],
            shiftMonths(creditedOn[at], monthLimits[at], 'clamp'),
          );
          return 2 * until + (requestedOn[at] <= until ? 1 : 0);
        },
      },
      {
        name: 'oferta, ISO text',
        group: 'oferta',
        operation: (at) =>
          refundEligibility({
            purchasedOn: texts.purchasedOn[at],
            creditedOn: texts.creditedOn[at],
            requestedOn: texts.requestedOn[at],
            used: false,
            unusedWithin,
            creditedWithin,
            rules,
          }),
        answer,
      },
      { name: 'oferta, PlainDate', group: 'oferta', apart: true, operation: (at) => eligibility(at, plain), answer },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      ...dayStacks(peers).flatMap((stack, at) => {
        const days = stack.days();
        const read = ({ until, eligible }) => answerOf(dayNumber(days.text(until)), eligible);
        const built = { name: stack.daysName, group: 'peer', operation: own(peer, days, fresh(texts)), answer: read };
        const parsed = {
          name: `${stack.daysName}, from texts`,
          group: 'peer',
          operation: own(peerFromTexts, days, fresh(texts)),
          answer: read,
        };
        return at === 0 ? [built, parsed] : [built];
      }),
    ],
  };
}

/** Answers the earlier end and whether the request is in time, and keeps both ends, as an answer of ours does. */
function limit(purchasedOn, creditedOn, requestedOn, dayLimits, monthLimits, shifted, months) {
  const unusedUntil = new Int32Array(purchasedOn.length);
  const creditedUntil = new Int32Array(purchasedOn.length);
  return (at) => {
    unusedUntil[at] = purchasedOn[at] + dayLimits[at];
    creditedUntil[at] = shifted(months, creditedOn[at], monthLimits[at]);
    const until = Math.min(unusedUntil[at], creditedUntil[at]);
    return 2 * until + (requestedOn[at] <= until ? 1 : 0);
  };
}

function peer(days, texts) {
  const purchasedOn = texts.purchasedOn.map(days.of);
  const creditedOn = texts.creditedOn.map(days.of);
  const requestedOn = texts.requestedOn.map(days.of);
  return (at) => {
    const unusedUntil = days.plusDays(purchasedOn[at], 14);
    const creditedUntil = days.plusMonths(creditedOn[at], 12);
    const until = days.isAfter(unusedUntil, creditedUntil) ? creditedUntil : unusedUntil;
    return { until, eligible: !days.isAfter(requestedOn[at], until) };
  };
}

function peerFromTexts(days, texts) {
  return (at) => {
    const unusedUntil = days.plusDays(days.of(texts.purchasedOn[at]), 14);
    const creditedUntil = days.plusMonths(days.of(texts.creditedOn[at]), 12);
    const until = days.isAfter(unusedUntil, creditedUntil) ? creditedUntil : unusedUntil;
    return { until, eligible: !days.isAfter(days.of(texts.requestedOn[at]), until) };
  };
}
