import type { AgreementDefaults } from '../../agreement/kinds/kind.js';
import { fractionOf } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { countValue, dayValue, sumValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import { divideRoundedBig } from '../../money/rounding.js';
import type { PenaltyPerPeriod } from '../../penalty/penaltyPerPeriod.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { daysOffBetween } from '../../time/workingDayNumbers.js';
import { productStep, roundStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly per: string;
  readonly partPeriods: 'started' | 'completed';
  readonly cap?: Money;
}

/** A penalty for each period of a delay, up to a cap. */
export const penaltyPerPeriodSteps: Derivation<Given, PenaltyPerPeriod<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      eachSum: { type: 'money' },
      each: { type: 'record', fields: { rate: { type: 'rate' }, base: { type: 'money' } } },
      per: { type: 'text' },
      partPeriods: { type: 'text' },
      dueOn: { type: 'day' },
      asOf: { type: 'day' },
      cap: { type: 'money' },
    },
    optional: ['eachSum', 'each', 'cap'],
  },
  steps(record, given, answer, { rounding, working }) {
    const counted = periodsSteps(record, given, answer, working);
    const each = record.operand('eachSum') ?? eachStep(record);
    const exact = productStep(record, 'perPeriod.product', { periods: counted, cost: each });
    const accrued = roundStep(record, 'penalty.accrued', exact, answer.accrued, rounding);
    const cap = record.operand('cap');
    if (cap === undefined) return { periods: counted, accrued, penalty: accrued };
    const penalty = record.add('least', 'penalty.least', { accrued, cap }, sumValue(answer.penalty));
    if (answer.capReachedOn === undefined) return { periods: counted, accrued, penalty };
    const reached = capSteps(record, given, { cap, each }, answer.capReachedOn, working);
    return { periods: counted, accrued, penalty, capReachedOn: reached };
  },
};

function eachStep(record: Recording): Operand {
  return productStep(record, 'perPeriod.each', { rate: record.need('each.rate'), base: record.need('each.base') });
}

function periodsSteps(
  record: Recording,
  { per, partPeriods }: Given,
  { periods, dueOn, asOf }: PenaltyPerPeriod<CurrencyCode>,
  calendar: AgreementDefaults['working'],
): Operand {
  const [due, through] = [record.need('dueOn'), record.need('asOf')];
  if (per !== 'workingDay') {
    const operands = { dueOn: due, asOf: through, per: record.need('per'), partPeriods: record.need('partPeriods') };
    return record.add('periodsLate', `perPeriod.${partPeriods}`, operands, countValue(periods, 'periods'));
  }
  const from = record.add('dayAfter', 'penalty.firstDay', { day: due }, dayValue(isoOfEpochDay(dueOn + 1)));
  return record.add('workingDaysIn', 'perPeriod.workingDays', { from, through }, countValue(periods, 'workingDays'), {
    notes: { skipped: daysOff(calendar, dueOn + 1, asOf) },
  });
}

/** The day on which the cap is reached, by the number of periods it takes. */
function capSteps(
  record: Recording,
  { per }: Given,
  operands: { readonly cap: Operand; readonly each: Operand },
  reachedOn: { toString(): string },
  calendar: AgreementDefaults['working'],
): Operand {
  const [cap, each] = [fractionOf(operands.cap), fractionOf(operands.each)];
  const needed = divideRoundedBig(cap.n * each.d, cap.d * each.n, 'ceil');
  const value = Number(needed < 1n ? 1n : needed);
  const number = record.add('periodsFor', 'perPeriod.needed', operands, countValue(value, 'periods'));
  const dueOn = record.need('dueOn');
  if (per !== 'workingDay') {
    const grid = { dueOn, per: record.need('per'), partPeriods: record.need('partPeriods'), number };
    return record.add('periodReached', 'perPeriod.capReached', grid, dayValue(reachedOn));
  }
  const first = epochDayOf((dueOn as { readonly value: string }).value, 'dueOn') + 1;
  const skipped = daysOff(calendar, first, epochDayOf(reachedOn.toString(), 'capReachedOn'));
  return record.add('workingDayAfter', 'perPeriod.capReached', { day: dueOn, number }, dayValue(reachedOn), {
    notes: { skipped },
  });
}

function daysOff(calendar: WorkingCalendar | undefined, first: number, last: number): readonly string[] {
  if (calendar === undefined || last < first) return [];
  return daysOffBetween(calendar, first, last).map(isoOfEpochDay);
}
