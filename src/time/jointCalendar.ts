import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { isoOfEpochDay, isoWeekday } from './epochDay.js';
import { type CalendarException, requireCalendar, type WorkingCalendar, workingCalendar } from './workingCalendar.js';
import { isWorking } from './workingDayNumbers.js';

/** Terms for combining several calendars. */
export interface JointCalendarTerms {
  /** Its own id: `"KZ+RU"`. */
  readonly id: string;
  /** Two or more calendars with distinct ids. */
  readonly calendars: readonly WorkingCalendar[];
  /** Whether a day is a working day if it is one in each of the calendars, or in any of them. */
  readonly worked: 'inEach' | 'inAny';
}

/**
 * Combines several working calendars: a day is a working day if it is one in each of them, or in any. It covers the
 * days that all of them cover.
 *
 * The reason for the status of a day is that of the first calendar that determines it; the source is prefixed with the
 * id of its calendar, as in `RU/decree-1466`. A day that is provisional or contested in any of them is so here.
 *
 * @clause "A business day is a day on which banks are open both in Almaty and in Moscow."
 * @throws {@link AgreementError} `calendar-invalid` for fewer than two calendars, duplicate ids, or calendars without a
 * day in common;
 * `calendar-required` if one of them is not a calendar; `argument-invalid` for an unknown option.
 * @example Nauryz is worked in Russia, 23 February in Kazakhstan
 * ```ts
 * const both = jointCalendar({ id: 'KZ+RU', calendars: [kz, ru], worked: 'inEach' });
 * const either = jointCalendar({ id: 'KZ/RU', calendars: [kz, ru], worked: 'inAny' });
 * isWorkingDay('2026-03-23', both) // => false
 * isWorkingDay('2026-02-23', both) // => false
 * isWorkingDay('2026-03-23', either) // => true
 * isWorkingDay('2028-01-03', both) // throws 'calendar-not-covered'
 * ```
 */
export function jointCalendar(terms: JointCalendarTerms): WorkingCalendar {
  if (typeof terms !== 'object' || terms === null)
    refuse('calendar-invalid', 'calendar', terms, '{ id, calendars, worked }');
  requirePlainHost();
  const { id, worked } = terms;
  if (worked !== 'inEach' && worked !== 'inAny') refuse('argument-invalid', 'worked', worked, '"inEach" or "inAny"');
  if (!isList(terms.calendars) || terms.calendars.length < 2)
    refuse('calendar-invalid', 'calendars', terms.calendars, 'a list of two calendars or more');
  const calendars = [...(terms.calendars as readonly WorkingCalendar[])].map((calendar) =>
    requireCalendar(calendar, 'a joint calendar is made from calendars'),
  );
  calendars.forEach((calendar, at) => {
    if (calendars.findIndex((other) => other.id === calendar.id) < at)
      refuse('calendar-invalid', `calendars.${at}.id`, calendar.id, 'an id that no other of the calendars has');
  });
  const first = Math.max(...calendars.map((calendar) => calendar.first));
  const last = Math.min(...calendars.map((calendar) => calendar.last));
  if (last < first) refuse('calendar-invalid', 'calendars', terms.calendars, 'calendars that cover a day in common');
  const inEach = worked === 'inEach';
  const weekend = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    calendars[inEach ? 'some' : 'every']((calendar) => calendar.weekend.has(weekday)),
  );
  const daysOff: (string | CalendarException)[] = [];
  const workingWeekendDays: (string | CalendarException)[] = [];
  for (let day = first; day <= last; day += 1) {
    const works = calendars[inEach ? 'every' : 'some']((calendar) => isWorking(calendar, day));
    if (works === weekend.includes(isoWeekday(day)))
      (works ? workingWeekendDays : daysOff).push(reasonOf(calendars, day, works));
  }
  return workingCalendar({
    id,
    version: calendars.map((calendar) => `${calendar.id} ${calendar.version}`).join(', '),
    compiledOn: calendars.map(({ compiledOn }) => compiledOn).reduce((a, b) => (a < b ? a : b)),
    weekend,
    coverage: { firstDay: isoOfEpochDay(first), lastDay: isoOfEpochDay(last) },
    firmThrough: isoOfEpochDay(Math.min(...calendars.map((calendar) => calendar.firm))),
    daysOff,
    workingWeekendDays,
    contested: contestedOf(calendars),
    sources: calendars.flatMap((calendar) =>
      calendar.sources.map((source) => ({ ...source, id: `${calendar.id}/${source.id}` })),
    ),
  });
}

/** The reason for the status of a day, from the first calendar that has this status and gives one. */
function reasonOf(calendars: readonly WorkingCalendar[], day: number, works: boolean): string | CalendarException {
  for (const calendar of calendars) {
    const exception = isWorking(calendar, day) === works ? calendar.exceptions.get(day) : undefined;
    if (exception !== undefined) return { ...exception, basis: `${calendar.id}/${exception.basis}` };
  }
  return isoOfEpochDay(day);
}

function contestedOf(calendars: readonly WorkingCalendar[]): CalendarException[] {
  const found = new Map<number, CalendarException>();
  for (const calendar of calendars)
    for (const [day, entry] of calendar.contested)
      if (!found.has(day)) found.set(day, { ...entry, basis: `${calendar.id}/${entry.basis}` });
  return [...found.values()];
}
