import { compareMoney } from '../../money/compareMoney.js';
import type { CurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import type { Rate } from '../../money/rate.js';
import { type Rounding, roundings } from '../../money/rounding.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { latePaymentPenalty } from '../../penalty/latePaymentPenalty.js';
import type { PenaltySegment } from '../../penalty/latePaymentPenaltyAnswer.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { combine, exactValue, fractionOf, multiply } from '../steps/exact.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { dayValue, entryOperands, sumValue } from '../steps/values.js';
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

/** A daily penalty on what is overdue, up to a cap. */
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
    const changes = new Map<number, Operand>();
    const accruals = segments.map((segment, at) => segmentSteps(record, given, segment, at, changes));
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
    const rates = entryOperands(record, 'rates', given.rates.length, { from: 'effectiveOn', rate: 'dailyRate' });
    const operands = { cap, exact: exactCap, dueOn: record.need('dueOn'), ...owedOperands(record, given), ...rates };
    const role = daysBetween(given.asOf, answer.capReachedOn) > 0 ? 'penalty.capAhead' : 'penalty.capReached';
    return { penalty, accrued, cap, capReachedOn: record.add('dayReached', role, operands, reached) };
  },
};

/** The days and the accrual of one run of days with the same amount and rate. */
function segmentSteps(
  record: Recording,
  given: Given,
  segment: PenaltySegment<CurrencyCode>,
  at: number,
  changes: Map<number, Operand>,
): Operand {
  const dueOn = record.need('dueOn');
  const asks = (given.payments ?? []).length > 0 || given.rates.length > 1 || given.rates[0]?.effectiveOn !== undefined;
  const from =
    at > 0
      ? changeOn(record, given, segment.firstDay.toString(), 0, changes)
      : asks
        ? record.add('dayAfter', 'penalty.firstDay', { day: dueOn }, dayValue(segment.firstDay))
        : dueOn;
  const lastDay = segment.lastDay.toString();
  const through =
    lastDay === given.asOf
      ? record.need('asOf')
      : record.add(
          'dayBefore',
          'penalty.lastDay',
          { day: changeOn(record, given, lastDay, 1, changes) },
          dayValue(lastDay),
        );
  const days = record.add(
    'countDays',
    at === 0 ? 'penalty.days' : 'penalty.moreDays',
    at === 0 ? { after: dueOn, through } : { from, through },
    { type: 'count', value: segment.days, unit: 'calendarDays' },
  );
  const operands = {
    outstanding: outstandingOn(record, given, segment, from),
    rate: rateOn(record, given, segment, from),
    days,
  };
  return record.add(
    'product',
    'penalty.segment',
    operands,
    exactValue(multiply(Object.values(operands).map(fractionOf))),
  );
}

/** The overdue amount, and all payments with their days. */
function owedOperands(record: Recording, { payments = [] }: Given): Readonly<Record<string, Operand>> {
  return {
    overdue: record.need('overdue'),
    ...entryOperands(record, 'payments', payments.length, { paidOn: 'paidOn', paid: 'amount' }),
    countPaymentDay: record.need('countPaymentDay'),
  };
}

/** The amount outstanding from a day. */
function outstandingOn(record: Recording, given: Given, segment: PenaltySegment<CurrencyCode>, on: Operand): Operand {
  if ((given.payments ?? []).length === 0) return record.need('overdue');
  const out = sumValue(segment.outstanding);
  const operands = { ...owedOperands(record, given), on };
  if (compareMoney(segment.outstanding, given.overdue) === 0)
    return record.add('outstanding', 'penalty.nothingPaid', operands, out);
  const { overdue, ...payments }: Readonly<Record<string, Operand>> = operands;
  const paid = record.add(
    'paidUpTo',
    'penalty.paid',
    payments,
    sumValue(subtractMoney(given.overdue, segment.outstanding)),
  );
  return record.add('difference', 'penalty.outstanding', { overdue: overdue as Operand, paid }, out);
}

/** The rate from a day: the only one, or the latest that has started. */
function rateOn(record: Recording, given: Given, segment: PenaltySegment<CurrencyCode>, day: Operand): Operand {
  if (given.rates.length === 1 && given.rates[0]?.effectiveOn === undefined) return record.need('rates.0.dailyRate');
  const rates = entryOperands(record, 'rates', given.rates.length, { from: 'effectiveOn', value: 'dailyRate' });
  return record.add('inForce', 'penalty.rate', { day, ...rates }, { type: 'rate', value: segment.dailyRate });
}

/** The day from which a payment or a new rate changes the accrual: `more` days after the given one. */
function changeOn(record: Recording, given: Given, after: string, more: 0 | 1, changes: Map<number, Operand>): Operand {
  const day = epochDayOf(after, 'day') + more;
  const known = changes.get(day);
  if (known !== undefined) return known;
  const delay = given.countPaymentDay ? 1 : 0;
  const payment = (given.payments ?? []).findIndex(({ paidOn }) => epochDayOf(paidOn, 'paidOn') + delay === day);
  if (payment >= 0) {
    const paidOn = record.need(`payments.${payment}.paidOn`);
    if (delay === 0) return paidOn;
    const next = record.add('dayAfter', 'penalty.dayAfterPayment', { day: paidOn }, dayValue(isoOfEpochDay(day)));
    // It ends one run and starts the next one: record it once.
    changes.set(day, next);
    return next;
  }
  const rate = given.rates.findIndex(
    ({ effectiveOn }) => effectiveOn !== undefined && epochDayOf(effectiveOn, 'effectiveOn') === day,
  );
  return record.need(`rates.${rate}.effectiveOn`);
}

function totalOf(record: Recording, accruals: readonly Operand[]): Operand {
  const [only] = accruals;
  if (accruals.length === 1 && only !== undefined) return only;
  const operands = Object.fromEntries(accruals.map((accrual, at) => [`segment${at + 1}`, accrual]));
  return record.add('sum', 'penalty.sum', operands, exactValue(combine(accruals.map(fractionOf), 1n)));
}

/** No accrual: no days of delay, or nothing outstanding. */
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
  return record.add(
    'nothing',
    settled ? 'penalty.settled' : 'penalty.notLate',
    { days, overdue: record.need('overdue') },
    sumValue(moneyOfUnits(0, given.overdue.currency)),
  );
}

function daysBetween(first: string, last: string): number {
  return epochDayOf(last, 'asOf') - epochDayOf(first, 'dueOn');
}
