import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { isoOfEpochDay, isoWeekday, noDay, parseIsoDay } from './epochDay.js';
import {
  type CalendarException,
  type CalendarSource,
  requireCalendar,
  type WorkingCalendar,
  type WorkingCalendarData,
  workingCalendar,
} from './workingCalendar.js';
import { isWorking } from './workingDayNumbers.js';

/** Terms of a calendar defined by its differences from another: a region, a company, a six-day week. */
export interface DerivedCalendarTerms {
  /** The calendar it is based on. */
  readonly basedOn: WorkingCalendar;
  /** Its own id: `"RU-TA"`. */
  readonly id: string;
  /** Its own version; the version of the calendar it is based on is appended. */
  readonly version: string;
  /** The day on which its own facts were last checked. */
  readonly compiledOn: string;
  /** The days it covers, within the coverage of the calendar it is based on; if absent, the same days. */
  readonly coverage?: { readonly firstDay: string; readonly lastDay: string };
  /** The weekend, if it differs: `[7]` is a six-day week. If absent, it is the same. */
  readonly weekend?: readonly number[];
  /**
   * Whether days off that were moved in the other calendar stay moved, or only its holidays are kept. Required together
   * with `weekend`, because the moves were made for the other week. If absent, they stay.
   */
  readonly moves?: 'kept' | 'dropped';
  /**
   * Additional days off. With a shorter weekend, also list the holidays that fall on days that are no longer weekend
   * days: the other calendar does not know them.
   */
  readonly daysOff: readonly (string | CalendarException)[];
  /** Additional working days, which are days off in the other calendar or by weekday. */
  readonly daysWorked: readonly (string | CalendarException)[];
  /** The sources of the differences; those of the other calendar come first. */
  readonly sources: readonly CalendarSource[];
}

/**
 * Creates a working calendar from another one with changes: other days off, other working days, another weekend, a
 * shorter coverage.
 *
 * A day listed here has the given status. Any other day has the same status as in the other calendar or, with another
 * weekend, the status of its weekday unless it is a holiday there. Provisional and contested days remain so, except
 * those listed.
 *
 * @throws {@link AgreementError} `calendar-invalid` naming an entry that is not a day, is a duplicate, is outside the
 * coverage or is a working day anyway; for a coverage outside that of the other calendar; for `weekend` without
 * `moves`; and as {@link workingCalendar}.
 * @example An additional holiday in a region
 * ```ts
 * const region = derivedCalendar({
 *   basedOn: ru, id: 'REGION', version: '1', compiledOn: '2026-11-30', daysOff: ['2026-08-31'], daysWorked: [], sources: [],
 * });
 * isWorkingDay('2026-08-31', region) // => false
 * isWorkingDay('2026-08-31', ru) // => true
 * isWorkingDay('2028-01-03', region) // throws 'calendar-not-covered'
 * ```
 * @example A six-day week: Saturday 9 May 2026 is a holiday, the Monday after it is not
 * ```ts
 * const sixDays = derivedCalendar({
 *   basedOn: kz, id: 'KZ-6', version: '1', compiledOn: '2026-11-30', weekend: [7], moves: 'dropped',
 *   coverage: { firstDay: '2026-04-01', lastDay: '2026-06-30' }, daysOff: ['2026-05-09'], daysWorked: [], sources: [],
 * });
 * isWorkingDay('2026-05-02', sixDays) // => true
 * isWorkingDay('2026-05-09', sixDays) // => false
 * isWorkingDay('2026-05-11', sixDays) // => true
 * ```
 */
export function derivedCalendar(terms: DerivedCalendarTerms): WorkingCalendar {
  if (typeof terms !== 'object' || terms === null) refuse('calendar-invalid', 'calendar', terms, 'an object');
  requirePlainHost();
  const { id, version, compiledOn, weekend, moves, sources } = terms;
  // The version is inserted into the version of the new calendar before that is validated.
  if (typeof version !== 'string') refuse('calendar-invalid', 'version', version, 'a text that is not empty');
  const base = requireCalendar(terms.basedOn, 'the new calendar is based on it');
  if (moves !== undefined && moves !== 'kept' && moves !== 'dropped')
    refuse('calendar-invalid', 'moves', moves, '"kept" or "dropped"');
  if (weekend !== undefined && moves === undefined)
    refuse('calendar-invalid', 'moves', moves, '"kept" or "dropped", because the weekend changes');
  if (!isList(sources)) refuse('calendar-invalid', 'sources', sources, 'a list');
  if (weekend !== undefined && !isList(weekend))
    refuse('calendar-invalid', 'weekend', weekend, 'ISO weekdays from 1 (Monday) through 7');
  const { coverage = base.coverage } = terms;
  if (typeof coverage !== 'object' || coverage === null)
    refuse('calendar-invalid', 'coverage', coverage, '{ firstDay, lastDay }');
  const [first, last] = [dayOf(coverage.firstDay, 'coverage.firstDay'), dayOf(coverage.lastDay, 'coverage.lastDay')];
  if (first < base.first || last > base.last || last < first)
    refuse(
      'calendar-invalid',
      'coverage',
      coverage,
      `days in order, within ${base.coverage.firstDay} through ${base.coverage.lastDay} of calendar ${base.id}`,
    );
  const own = new Map<number, string | CalendarException>();
  for (const field of ['daysOff', 'daysWorked'] as const) readDays(own, terms[field], field, first, last);
  const off = [...terms.daysOff];
  const worked: (string | CalendarException)[] = [];
  const days = weekend ?? [...base.weekend];
  for (const entry of terms.daysWorked) {
    const day = dayOf(typeof entry === 'string' ? entry : entry.day, 'daysWorked');
    if (days.includes(isoWeekday(day))) worked.push(entry);
    else if (weekend !== undefined ? !base.exceptions.has(day) : isWorking(base, day))
      refuse(
        'calendar-invalid',
        'daysWorked',
        isoOfEpochDay(day),
        `a day that is off in calendar ${base.id} or by weekday`,
      );
  }
  for (const [day, exception] of base.exceptions) {
    if (own.has(day) || day < first || day > last) continue;
    const moved = exception?.movedFrom !== undefined || exception?.movedTo !== undefined;
    if (moved && moves === 'dropped') continue;
    const entry = exception ?? isoOfEpochDay(day);
    if (!base.weekend.has(isoWeekday(day))) off.push(entry);
    else if (days.includes(isoWeekday(day))) worked.push(entry);
  }
  const data: WorkingCalendarData = {
    id,
    version: `${version}, from ${base.id} ${base.version}`,
    compiledOn,
    weekend: days,
    coverage,
    firmThrough: isoOfEpochDay(base.firm),
    daysOff: off,
    workingWeekendDays: worked,
    contested: [...base.contested].flatMap(([day, entry]) => (own.has(day) ? [] : [entry])),
    sources: [...base.sources, ...sources],
  };
  // An empty version would otherwise be hidden by the appended version of the other calendar.
  return workingCalendar(typeof version === 'string' && version !== '' ? data : { ...data, version });
}

function readDays(
  own: Map<number, string | CalendarException>,
  list: readonly (string | CalendarException)[],
  field: 'daysOff' | 'daysWorked',
  first: number,
  last: number,
): void {
  if (!isList(list)) refuse('calendar-invalid', field, list, 'a list');
  [...(list as readonly (string | CalendarException)[])].forEach((entry, at) => {
    const day = dayOf(typeof entry === 'string' ? entry : entry?.day, `${field}.${at}`);
    if (own.has(day) || day < first || day > last)
      refuse('calendar-invalid', `${field}.${at}`, entry, 'a day of the coverage, listed once');
    own.set(day, entry);
  });
}

function dayOf(value: unknown, field: string): number {
  const day = typeof value === 'string' ? parseIsoDay(value) : noDay;
  return day === noDay ? refuse('calendar-invalid', field, value, 'a day such as "2026-03-02"') : day;
}
