/** Which triggers end a limit on a day: the kernel of `earliestTrigger`, `latestTrigger` and `lastSafeNoticeDay`. */
import { AgreementError } from '../errors/agreementError.js';
import type { CountingRules } from './countingRules.js';
import { countsWorkingDays, daysInUnit, limitEnd, monthsInUnit, shiftMonths } from './limitEnd.js';
import type { DayLimit } from './timeLimit.js';
import type { WorkingCalendar } from './workingCalendar.js';
import { addWorking } from './workingDayNumbers.js';

/** A limit as it is counted. @internal */
export interface Counting {
  readonly limit: DayLimit;
  readonly rules: CountingRules;
  readonly calendar: WorkingCalendar | undefined;
}

/** The first and the last trigger whose limit ends on a day; undefined if none does. @internal */
export function triggersOf(
  lastDay: number,
  counting: Counting,
): { readonly earliest: number; readonly latest: number } | undefined {
  const latest = latestTriggerBy(lastDay, counting);
  if (endOf(latest, counting) !== lastDay) return undefined;
  // A later trigger never ends sooner, so those of one end lie together, but for such as have no end in the month.
  let earliest = latest;
  for (let trigger = latest - 1; ; trigger -= 1) {
    const end = endOf(trigger, counting);
    if (end === undefined) continue;
    if (end < lastDay) return { earliest, latest };
    earliest = trigger;
  }
}

/** The last trigger whose limit ends on a day or before it; where the calendar ends too soon to tell, says so. @internal */
export function latestTriggerBy(lastDay: number, counting: Counting): number {
  let trigger = estimate(lastDay, counting);
  // First onto a trigger that ends later, so that none is passed over, then back to the last that does not.
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

/** The end of the limit; undefined where the month lacks the day and the rules refuse that: no deadline ends there. */
function endOf(trigger: number, { limit, rules, calendar }: Counting): number | undefined {
  try {
    return limitEnd(trigger, limit, rules, calendar);
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'day-missing-in-month') return undefined;
    throw error;
  }
}

/** About the trigger sought. A working calendar need not know the triggers of limits in days, only their ends, so it begins near those. */
function estimate(lastDay: number, { limit, calendar }: Counting): number {
  const { count, unit } = limit;
  const months = monthsInUnit(unit);
  if (months > 0) return shiftMonths(lastDay, -count * months, 'clamp');
  if (countsWorkingDays(unit) && calendar !== undefined) return addWorking(calendar, lastDay, -count);
  return lastDay - count * daysInUnit(unit);
}
