import { civilDay, civilOf, dayNumber, dayText, instantNumber, instantText, monthLength } from './day.js';
import { bare } from './executeStep.js';
import { firstLaterUse } from './firstLaterUse.js';
import { fractionOf, sumOf } from './fraction.js';
import { listOf } from './json.js';
import type { Placed } from './placedComputations.js';
import type { Places } from './places.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { plainOf } from './stepValue.js';

const monthsIn: Readonly<Record<string, number>> = { months: 1, quarters: 3, halfYears: 6, years: 12 };

/** What a step that selects should give, where its operands and the terms say so; undefined where only the step itself says it. */
export function selectAgain(step: ResultStep, placed: Placed, places: Places): StepValue | undefined {
  const operands = step.in;
  const day = (name: string): number => dayNumber(String(plainOf(bare(operands[name] as StepOperand))));
  const count = (name: string): number => Number(plainOf(bare(operands[name] as StepOperand)));
  const text = (name: string): string => String(plainOf(bare(operands[name] as StepOperand)));
  const units = (name: string): bigint => fractionOf(operands[name] as StepValue).n;
  const hours = (from: string, sign: bigint): StepValue => {
    const limit = operands['limit'];
    const length = limit?.type === 'limit' && limit.unit === 'hours' ? BigInt(limit.count) : 0n;
    return { type: 'instant', value: instantText(instantNumber(text(from)) + sign * length * 3_600_000_000_000n) };
  };
  switch (step.role) {
    case 'month.first':
    case 'month.last': {
      const { year, month } = civilOf(day('day'));
      return dayOf(civilDay(year, month, step.role === 'month.first' ? 1 : monthLength(year, month)));
    }
    case 'elapsed.from':
      // "N or more" holds on the last day already, "more than N" the day after.
      return dayOf(day('lastDay') + (placed.kind === 'hasLasted' || placed.kind === 'mayRepeat' ? 0 : 1));
    case 'period.last': {
      const { limit } = operands;
      if (limit?.type !== 'limit') return undefined;
      const months = monthsIn[limit.unit] ?? Number.NaN;
      const { year, month } = civilOf(day('since'));
      const begun = places.argument(placed, 'begunPeriod') === 'counts' ? 0 : 1;
      const first = Math.floor((month - 1) / months) * months + (limit.count + begun) * months;
      return dayOf(civilDay(year + Math.floor(first / 12), (first % 12) + 1, 1) - 1);
    }
    case 'event.moved': {
      const [due, started] = [day('due'), places.argument(placed, 'startedOn')];
      return dayOf(due < dayNumber(String(started)) ? due : due + count('shift'));
    }
    case 'event.suspended':
    case 'event.ended':
    case 'event.beyond-limit':
      return { type: 'text', value: step.role.slice('event.'.length) };
    case 'amendment.bound': {
      const effective = day('effectiveOn');
      return dayOf(firstLaterUse(effective, placed, places) ?? effective);
    }
    case 'amendment.notUsed':
    case 'amendment.objected':
      return flagOf(false);
    case 'hours.last':
      return hours('triggeredAt', 1n);
    case 'hours.before':
      return hours('target', -1n);
    case 'hours.inTime':
      return flagOf(instantNumber(text('acted')) <= instantNumber(text('lastInstant')));
    case 'units.whole':
      return { type: 'count', value: Number(units('paid') / units('price')), unit: 'units' };
    case 'bounds.best':
    case 'bounds.worst':
      return { type: 'count', value: Math.ceil(count('count') / count('speed')), unit: 'minutes' };
    case 'downtime.minutes':
      return { type: 'count', value: Math.floor(count('seconds') / 60), unit: 'minutes' };
    case 'digits.holds': {
      const alone = places.argument(placed, 'of') === 'lettersAndDigits' ? /^[\p{L}0-9]*$/u : /^[0-9]*$/;
      return flagOf([...text('value')].length === count('digits') && alone.test(text('value')));
    }
    case 'choice.allowed':
    case 'choice.refused': {
      const [allowed, refused] = ['allowed', 'refused'].map((path) => places.argument(placed, path));
      const holds =
        (allowed === undefined || listOf(allowed).includes(text('value'))) && !listOf(refused).includes(text('value'));
      // The role tells it, too.
      return flagOf(holds && step.role === 'choice.allowed');
    }
    case 'liability.excluded':
    case 'liability.unmet': {
      const { loss } = operands;
      return loss?.type === 'money' ? sumOf(0n, loss.currency) : undefined;
    }
    case 'penalty.capReached':
    case 'penalty.capAhead': {
      const ahead = day('capReachedOn') > dayNumber(String(places.argument(placed, 'asOf')));
      if (ahead !== (step.role === 'penalty.capAhead'))
        throw new TypeError('a day of the cap that lies ahead, or does not');
      return undefined;
    }
    case 'penalty.notLate':
    case 'penalty.settled':
      if ((count('days') === 0) !== (step.role === 'penalty.notLate'))
        throw new TypeError('days late only where settled');
      return step.out.type === 'exact' ? { ...step.out, n: '0', d: '1' } : undefined;
    default:
      return undefined;
  }
}

function dayOf(number: number): StepValue {
  return { type: 'day', value: dayText(number) };
}

function flagOf(value: boolean): StepValue {
  return { type: 'flag', value };
}
