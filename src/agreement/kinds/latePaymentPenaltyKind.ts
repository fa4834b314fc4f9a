import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { Rate } from '../../money/rate.js';
import { type Rounding, roundings } from '../../money/rounding.js';
import { latePaymentPenalty, type PenaltySegment } from '../../penalty/latePaymentPenalty.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Value } from '../model/value.js';
import { combine, exactValue, fractionOf, multiply } from '../steps/exact.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { dayValue, given as givenValue, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly overdue: Money;
  readonly dueOn: string;
  readonly asOf: string;
  readonly rates: readonly { readonly effectiveOn?: string; readonly dailyRate: Rate }[];
  readonly cap?: { readonly rate: Rate; readonly base: Money };
  readonly payments?: readonly { readonly paidOn: string; readonly amount: Money }[];
  readonly countPaymentDay: boolean;
  readonly capRounding?: Rounding;
}

type Penalty = {
  penalty: Money;
  accrued: Money;
  cap?: Money;
  capped: boolean;
  capReachedOn?: string;
  daysLate: number;
};

/** A penalty by the day on what is overdue, up to a cap. */
export const latePaymentPenaltyKind: Kind<Given, Penalty> = {
  kind: 'latePaymentPenalty',
  takes: {
    type: 'record',
    fields: {
      overdue: { type: 'money' },
      dueOn: { type: 'day' },
      asOf: { type: 'day' },
      rates: {
        type: 'list',
        of: {
          type: 'record',
          fields: { effectiveOn: { type: 'day' }, dailyRate: { type: 'rate' } },
          optional: ['effectiveOn'],
        },
      },
      cap: { type: 'record', fields: { rate: { type: 'rate' }, base: { type: 'money' } } },
      payments: {
        type: 'list',
        of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      countPaymentDay: { type: 'flag' },
      capRounding: { type: 'text', oneOf: roundings },
    },
    optional: ['cap', 'payments', 'capRounding'],
  },
  gives: {
    penalty: { type: 'money' },
    accrued: { type: 'money' },
    cap: { type: 'money' },
    capped: { type: 'flag' },
    capReachedOn: { type: 'day' },
    daysLate: { type: 'count', unit: 'calendarDays' },
  },
  countsLimit: false,
  answer(given, { rounding }) {
    const found = latePaymentPenalty({ ...given, rounding });
    const { penalty, accrued, cap, capped, capReachedOn, daysLate } = found;
    return {
      penalty,
      accrued,
      ...(cap !== undefined && { cap }),
      capped,
      ...(capReachedOn !== undefined && { capReachedOn: capReachedOn.toString() }),
      daysLate,
    };
  },
  steps(record, given, answer, { rounding }) {
    const { segments } = latePaymentPenalty({ ...given, rounding });
    const accruals = segments.map((segment, at) => segmentSteps(record, given, segment, at));
    const exact = accruals.length === 0 ? nothingLate(record, given) : totalOf(record, accruals);
    const accrued = record.add('round', 'penalty.accrued', { exact }, sumValue(answer.accrued), { rounding });
    if (answer.cap === undefined) return { accrued, penalty: accrued };
    const capOperands = { rate: record.need('cap.rate'), base: record.need('cap.base') };
    const exactCap = record.add(
      'product',
      'penalty.exactCap',
      capOperands,
      exactValue(multiply(Object.values(capOperands).map(fractionOf))),
    );
    const cap = record.add('round', 'penalty.cap', { exact: exactCap }, sumValue(answer.cap), {
      rounding: given.capRounding ?? rounding,
    });
    const penalty = record.add('least', 'penalty.least', { accrued, cap }, sumValue(answer.penalty));
    if (answer.capReachedOn === undefined) return { penalty, accrued, cap };
    const reached = dayValue(answer.capReachedOn);
    const operands = { cap, capReachedOn: givenValue(reached) };
    const role = daysBetween(given.asOf, answer.capReachedOn) > 0 ? 'penalty.capAhead' : 'penalty.capReached';
    return { penalty, accrued, cap, capReachedOn: record.add('select', role, operands, reached) };
  },
};

/** Days and accrual of one run of days with the same sum and rate. */
function segmentSteps(record: Recording, given: Given, segment: PenaltySegment<CurrencyCode>, at: number): Operand {
  const last: Value = { type: 'day', value: segment.lastDay.toString() };
  const through = last.value === given.asOf ? record.need('asOf') : { ...last, house: 'countingRules' as const };
  const days = record.add(
    'countDays',
    at === 0 ? 'penalty.days' : 'penalty.moreDays',
    at === 0
      ? { after: record.need('dueOn'), through }
      : { from: { type: 'day', value: segment.firstDay.toString(), house: 'countingRules' }, through },
    { type: 'count', value: segment.days, unit: 'calendarDays' },
  );
  const operands = { outstanding: outstandingOf(record, given, segment), rate: rateOf(record, given, segment), days };
  return record.add(
    'product',
    'penalty.segment',
    operands,
    exactValue(multiply(Object.values(operands).map(fractionOf))),
  );
}

/** What was outstanding in the run: the overdue sum less the payments that had lowered it by then. */
function outstandingOf(record: Recording, given: Given, segment: PenaltySegment<CurrencyCode>): Operand {
  const overdue = record.need('overdue');
  const first = epochDayOf(segment.firstDay, 'firstDay');
  const lowered = (given.payments ?? []).flatMap((payment, at) => {
    const counts = epochDayOf(payment.paidOn, 'paidOn') + (given.countPaymentDay ? 1 : 0) <= first;
    return counts ? [[`payment${at + 1}`, record.need(`payments.${at}.amount`)] as const] : [];
  });
  if (lowered.length === 0) return overdue;
  return record.add(
    'difference',
    'penalty.outstanding',
    { overdue, ...Object.fromEntries(lowered) },
    sumValue(segment.outstanding),
  );
}

/** The rate of the run: the latest that had begun by its first day. */
function rateOf(record: Recording, given: Given, segment: PenaltySegment<CurrencyCode>): Operand {
  const first = epochDayOf(segment.firstDay, 'firstDay');
  let best = 0;
  let from = Number.NEGATIVE_INFINITY;
  given.rates.forEach((rate, at) => {
    const begins =
      rate.effectiveOn === undefined ? Number.NEGATIVE_INFINITY : epochDayOf(rate.effectiveOn, 'effectiveOn');
    if (begins <= first && begins >= from) [best, from] = [at, begins];
  });
  return record.need(`rates.${best}.dailyRate`);
}

function totalOf(record: Recording, accruals: readonly Operand[]): Operand {
  const [only] = accruals;
  if (accruals.length === 1 && only !== undefined) return only;
  const operands = Object.fromEntries(accruals.map((accrual, at) => [`segment${at + 1}`, accrual]));
  return record.add('sum', 'penalty.sum', operands, exactValue(combine(accruals.map(fractionOf), 1n)));
}

/** Nothing accrued: zero days late, or nothing outstanding. */
function nothingLate(record: Recording, given: Given): Operand {
  const days = record.add(
    'countDays',
    'penalty.days',
    { after: record.need('dueOn'), through: record.need('asOf') },
    {
      type: 'count',
      value: Math.max(0, daysBetween(given.dueOn, given.asOf)),
      unit: 'calendarDays',
    },
  );
  const settled = days.type === 'count' && days.value > 0;
  const none: Operand = { type: 'exact', n: '0', d: '1', currency: given.overdue.currency, house: 'rounding' };
  return record.add(
    'select',
    settled ? 'penalty.settled' : 'penalty.notLate',
    { days, none },
    { type: 'exact', n: '0', d: '1', currency: given.overdue.currency },
  );
}

function daysBetween(first: string, last: string): number {
  return epochDayOf(last, 'asOf') - epochDayOf(first, 'dueOn');
}
