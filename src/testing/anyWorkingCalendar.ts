import { type Arbitrary, integer, option, subarray, tuple, uniqueArray } from 'fast-check';
import { type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { isoOfEpochDay, isoWeekday } from '../time/epochDay.js';
import { type WorkingCalendar, workingCalendar } from '../time/workingCalendar.js';

/** What {@link anyWorkingCalendar} keeps to. */
export interface AnyWorkingCalendarConstraints {
  /** The days every calendar answers for, both ends included. */
  readonly coverage: DateRangeInput;
}

/**
 * Any working calendar of a coverage: a weekend of up to three days, up to forty days off or worked against their weekday, and the later
 * days provisional now and then.
 *
 * @throws {@link AgreementError} `range-reversed`, `day-invalid` for a coverage that is none; `calendar-invalid` for one of more than 65,000
 * days, when the first calendar is made.
 * @example A day that is rolled to is a working day
 * ```ts
 * import fc from 'fast-check';
 * import { dateRange, isWorkingDay, rollDay } from 'oferta';
 * import { anyDay, anyWorkingCalendar } from 'oferta/testing';
 *
 * const calendars = anyWorkingCalendar({ coverage: dateRange('2026-01-01', '2026-12-31') });
 * const days = anyDay({ min: '2026-03-01', max: '2026-09-30' });
 * const law = fc.property(days, calendars, (day, calendar) => isWorkingDay(rollDay(day, 'following', calendar), calendar));
 * fc.check(law).failed // => false
 * ```
 */
export function anyWorkingCalendar(constraints: AnyWorkingCalendarConstraints): Arbitrary<WorkingCalendar> {
  const { first, last } = rangeOf(constraints.coverage, 'coverage');
  const anyDay = integer({ min: first, max: last });
  const exceptions = uniqueArray(anyDay, { maxLength: Math.min(40, last - first + 1) });
  return tuple(subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }), exceptions, option(anyDay)).map(
    ([weekend, days, firmThrough]) => {
      // A day that is listed is the opposite of what its weekday says, so the two lists cannot contradict each other.
      const isWeekend = (day: number): boolean => weekend.includes(isoWeekday(day));
      return workingCalendar({
        id: 'GENERATED',
        version: '1',
        compiledOn: isoOfEpochDay(first),
        weekend,
        coverage: { firstDay: isoOfEpochDay(first), lastDay: isoOfEpochDay(last) },
        daysOff: days.filter((day) => !isWeekend(day)).map(isoOfEpochDay),
        workingWeekendDays: days.filter(isWeekend).map(isoOfEpochDay),
        ...(firmThrough !== null && { firmThrough: isoOfEpochDay(firmThrough) }),
        sources: [],
      });
    },
  );
}
