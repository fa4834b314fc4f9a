import { fractionOf } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { dayValue } from '../../agreement/steps/values.js';
import { refuse } from '../../errors/agreementError.js';
import type { CompoundInterest } from '../../interest/compoundInterest.js';
import type { CurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfBig } from '../../money/money.js';
import { divideRoundedBig } from '../../money/rounding.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { gridOf, type PeriodUnit, periodStart } from '../../time/regularPeriods.js';
import { differenceStep, productStep, roundStep, sumStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { dayOf, partSteps, type RateGiven, ratesShape } from './rateSteps.js';

interface Given {
  readonly principal: Money;
  readonly rates: readonly RateGiven[];
  readonly every: PeriodUnit;
  readonly roundEach: boolean;
}

/** The maximum number of additions to list: fifty years of months. */
const mostAdditions = 600;

/** Interest on a principal and on the interest added to it, period by period. */
export const compoundInterestSteps: Derivation<Given, CompoundInterest<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: {
      principal: { type: 'money' },
      from: { type: 'day' },
      to: { type: 'day' },
      rates: ratesShape,
      every: { type: 'text' },
      roundEach: { type: 'flag' },
    },
  },
  steps(record, given, { additions, interest, balance: whole }, { rounding }) {
    if (additions > mostAdditions)
      refuse('argument-invalid', 'to', additions, `at most ${mostAdditions} additions to be explained one by one`);
    const [anchor, end, per] = [record.need('from'), record.need('to'), record.need('every')];
    const principal = record.need('principal');
    const grid = gridOf(dayOf(anchor), given.every);
    let balance: Operand = principal;
    let from: Operand = anchor;
    for (let at = 0; at <= additions; at += 1) {
      const next = periodStart(grid, at + 1);
      const [starts, ends] = [dayOf(from), Math.min(next, dayOf(end))];
      // A last period that has no day yet adds nothing.
      if (starts === ends) break;
      const to: Operand =
        ends === dayOf(end)
          ? end
          : record.add('nextPeriod', 'interest.added', { anchor, day: from, per }, dayValue(isoOfEpochDay(next)));
      const accruals = runsOf(given, starts, ends).map(([first, last], run) => {
        const change = (day: number): Operand => rateChange(record, given, day);
        const part = partSteps(record, given.rates, undefined, {
          anchor,
          end: to,
          from: first === starts ? from : change(first),
          to: last === ends ? to : change(last),
        });
        return [`run${run + 1}`, productStep(record, 'interest.accrual', { balance, ...part })] as const;
      });
      const exact = sumStep(record, 'sum', Object.fromEntries(accruals));
      const borne = given.roundEach
        ? roundStep(record, 'part.round', exact, roundedOf(exact, rounding), rounding)
        : exact;
      balance = sumStep(record, 'interest.balance', { balance, borne });
      requireShort(balance);
      from = to;
    }
    if (balance === principal) {
      const none = differenceStep(record, 'interest.none', { balance, principal });
      return { interest: none, balance: principal };
    }
    const borne = differenceStep(record, 'interest.difference', { balance, principal });
    if (given.roundEach) return { interest: borne, balance };
    const rounded = roundStep(record, 'interest.rounded', borne, interest, rounding);
    return {
      interest: rounded,
      balance: record.add('sum', 'interest.balance', { principal, rounded }, { type: 'money', ...whole.toJSON() }),
    };
  },
};

/** An amount that is not rounded gains digits with each addition. */
function requireShort(balance: Operand): void {
  if (balance.type === 'exact' && balance.n.length > mostDigits)
    refuse('argument-invalid', 'roundEach', false, `an exact balance of at most ${mostDigits} digits, or true`);
}

const mostDigits = 350;

function roundedOf(exact: Operand, rounding: Parameters<typeof divideRoundedBig>[2]): Money {
  const { n, d, currency } = fractionOf(exact);
  return moneyOfBig(divideRoundedBig(n, d, rounding), currency as CurrencyCode);
}

/** Days with one rate, within one period. */
function runsOf({ rates }: Given, from: number, to: number): readonly (readonly [number, number])[] {
  const cuts = rates
    .flatMap(({ effectiveOn }) =>
      effectiveOn === undefined ? [] : [dayOf({ type: 'day', value: effectiveOn } as Operand)],
    )
    .filter((day) => day > from && day < to);
  const days = [from, ...[...new Set(cuts)].sort((a, b) => a - b), to];
  return days.slice(1).map((last, at) => [days[at] as number, last] as const);
}

function rateChange(record: Recording, { rates }: Given, day: number): Operand {
  const at = rates.findIndex(
    ({ effectiveOn }) => effectiveOn !== undefined && dayOf({ type: 'day', value: effectiveOn } as Operand) === day,
  );
  return record.need(`rates.${at}.effectiveOn`);
}
