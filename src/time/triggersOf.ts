/**
 * The triggers of limits that end on a given day: shared by `earliestTrigger`, `latestTrigger` and `lastSafeNoticeDay`.
 */
import { AgreementError } from '../errors/agreementError.js';
import type { CountingRules } from './countingRules.js';
import { countsWorkingDays, daysInUnit, limitEnd, monthsInUnit, shiftMonths } from './limitEnd.js';
import type { DayLimit } from './timeLimit.js';
import type { WorkingCalendar } from './workingCalendar.js';
import { addWorking } from './workingDayNumbers.js';

/** A limit with its counting rules. @internal */
export interface Counting {
  readonly limit: DayLimit;
  readonly rules: CountingRules;
  readonly calendar: WorkingCalendar | undefined;
}

/** The first and the last trigger whose limit ends on a day; undefined if there is none. @internal */
export function triggersOf(
  lastDay: number,
  counting: Counting,
): { readonly earliest: number; readonly latest: number } | undefined {
  const latest = latestTriggerBy(lastDay, counting);
  if (endOf(latest, counting) !== lastDay) return undefined;
  // A later trigger never ends earlier, so triggers with the same end are adjacent, apart from those without an end
  // in the month.
  let earliest = latest;
  for (let trigger = latest - 1; ; trigger -= 1) {
    const end = endOf(trigger, counting);
    if (end === undefined) continue;
    if (end < lastDay) return { earliest, latest };
    earliest = trigger;
  }
}

/** The last trigger whose limit ends on or before a day; throws if the calendar ends too early to tell. @internal */
export function latestTriggerBy(lastDay: number, counting: Counting): number {
  let trigger = estimate(lastDay, counting);
  // Advance to a trigger that ends later, so that none is missed, then go back to the last that does not.
  for (;;) {
    const end = endOf(trigger, counting);
    if (end !== undefined && end > lastDay) break;
    trigger += 1;
  }
  for (;;) {
    trigger -= 1;
    const end = endOf(trigger, counting);
    if (end !== undefined && end <= lastDay) return trigger;
  }
}

/**
 * The end of the limit; undefined if the month lacks the day and the rules reject that, so that no limit ends there.
 */
function endOf(trigger: number, { limit, rules, calendar }: Counting): number | undefined {
  try {
    return limitEnd(trigger, limit, rules, calendar);
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'day-missing-in-month') return undefined;
    throw error;
  }
}

/**
 * A first guess of the trigger. Limits in days only need the calendar to cover their ends, not their triggers, so start
 * near the end.
 */
function estimate(lastDay: number, { limit, calendar }: Counting): number {
  const { count, unit } = limit;
  const months = monthsInUnit(unit);
  if (months > 0) return shiftMonths(lastDay, -count * months, 'clamp');
  if (countsWorkingDays(unit) && calendar !== undefined) return addWorking(calendar, lastDay, -count);
  return lastDay - count * daysInUnit(unit);
}
