import { type Arbitrary, integer, option, subarray, tuple, uniqueArray } from 'fast-check';
import { type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { isoOfEpochDay, isoWeekday } from '../time/epochDay.js';
import { type WorkingCalendar, workingCalendar } from '../time/workingCalendar.js';

/** The constraints of {@link anyWorkingCalendar}. */
export interface AnyWorkingCalendarConstraints {
  /** The days that every calendar covers, both ends included. */
  readonly coverage: DateRangeInput;
}

/**
 * Arbitrary working calendars with a given coverage: a weekend of up to three days, up to forty days off or worked
 * contrary to their weekday, and sometimes provisional later days.
 *
 * @throws {@link AgreementError} `range-reversed`, `day-invalid` for an invalid coverage; `calendar-invalid` for one of
 * more than 65,000 days, when the first calendar is generated.
 * @example The day after rolling is a working day
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
  const exceptions = uniqueArray(anyDay, { maxLength: 40, size: 'max' });
  return tuple(subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }), exceptions, option(anyDay)).map(
    ([weekend, days, firmThrough]) => {
      // A listed day is the opposite of what its weekday says, so the two lists cannot contradict each other.
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
