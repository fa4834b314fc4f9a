import { moneyValue } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { dayValue, entryOperands, sumValue } from '../../agreement/steps/values.js';
import type { SimpleInterest } from '../../interest/simpleInterest.js';
import type { CurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { differenceStep, productStep, roundStep, sumStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { partSteps, type RateGiven, ratesShape } from './rateSteps.js';

interface Given {
  readonly principal: Money;
  readonly rates: readonly RateGiven[];
  readonly ceiling?: readonly RateGiven[];
  readonly payments?: readonly { readonly paidOn: string; readonly amount: Money }[];
  readonly countPaymentDay: boolean;
}

/** Simple interest on a principal, one run of days after the other. */
export const simpleInterestSteps: Derivation<Given, SimpleInterest<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      principal: { type: 'money' },
      from: { type: 'day' },
      to: { type: 'day' },
      rates: ratesShape,
      ceiling: ratesShape,
      payments: {
        type: 'list',
        of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      countPaymentDay: { type: 'flag' },
    },
    optional: ['ceiling', 'payments'],
  },
  steps(record, given, { runs, interest }, { rounding }) {
    const [anchor, end] = [record.need('from'), record.need('to')];
    const starts = new Map<number, Operand>();
    const accruals = runs.map(({ from, to, outstanding }, at) => {
      const run = {
        anchor,
        end,
        from: at === 0 ? anchor : changeOn(record, given, from, starts),
        to: to === dayOf(end) ? end : changeOn(record, given, to, starts),
      };
      const owed = owedOn(record, given, outstanding, run.from);
      return productStep(record, 'interest.accrual', { owed, ...partSteps(record, given.rates, given.ceiling, run) });
    });
    const exact =
      accruals.length === 0
        ? record.add('nothing', 'interest.nothing', { principal: record.need('principal') }, zeroLike(given))
        : sumStep(record, 'sum', Object.fromEntries(accruals.map((accrual, at) => [`run${at + 1}`, accrual])));
    return { interest: roundStep(record, 'interest.rounded', exact, interest, rounding) };
  },
};

function zeroLike({ principal }: Given): ReturnType<typeof sumValue> {
  return sumValue(moneyOfUnits(0, principal.currency));
}

/** The outstanding principal from a day on. */
function owedOn(record: Recording, given: Given, units: bigint, on: Operand): Operand {
  const principal = record.need('principal');
  if (units === given.principal.minorUnits) return principal;
  const payments = given.payments ?? [];
  const { currency } = given.principal;
  const operands = {
    ...entryOperands(record, 'payments', payments.length, { paidOn: 'paidOn', paid: 'amount' }),
    countPaymentDay: record.need('countPaymentDay'),
    on,
  };
  const paid = record.add(
    'paidUpTo',
    'penalty.paid',
    operands,
    moneyValue(given.principal.minorUnits - units, currency),
  );
  return differenceStep(record, 'interest.owed', { principal, paid });
}

/** The day on which a payment or a new rate changes the accrual. */
function changeOn(record: Recording, given: Given, day: number, known: Map<number, Operand>): Operand {
  const found = known.get(day);
  if (found !== undefined) return found;
  const delay = given.countPaymentDay ? 1 : 0;
  const payment = (given.payments ?? []).findIndex(({ paidOn }) => epochDayOf(paidOn, 'paidOn') + delay === day);
  if (payment >= 0) {
    const paidOn = record.need(`payments.${payment}.paidOn`);
    if (delay === 0) return paidOn;
    const next = record.add('dayAfter', 'interest.dayAfterPayment', { day: paidOn }, dayValue(isoOfEpochDay(day)));
    known.set(day, next);
    return next;
  }
  for (const list of ['rates', 'ceiling'] as const) {
    const at = (given[list] ?? []).findIndex(
      ({ effectiveOn }) => effectiveOn !== undefined && epochDayOf(effectiveOn, 'effectiveOn') === day,
    );
    if (at >= 0) return record.need(`${list}.${at}.effectiveOn`);
  }
  throw new TypeError(`no change on ${isoOfEpochDay(day)}`);
}

function dayOf(operand: Operand): number {
  return epochDayOf((operand as { readonly value: string }).value, 'day');
}
