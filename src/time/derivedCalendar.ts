import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
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

/** A calendar told by what it does otherwise than another: a region, a company, a six-day week. */
export interface DerivedCalendarTerms {
  /** The calendar whose days it takes over. */
  readonly basedOn: WorkingCalendar;
  /** Name of its own: `"RU-TA"`. */
  readonly id: string;
  /** Version of its own; that of the calendar it is based on is put behind it. */
  readonly version: string;
  /** The day on which its own facts were last looked up. */
  readonly compiledOn: string;
  /** The days it answers for; absent, those of the calendar it is based on, which it may not leave. */
  readonly coverage?: { readonly firstDay: string; readonly lastDay: string };
  /** Weekdays that are off, where they differ: `[7]` is a six-day week. Absent, as there. */
  readonly weekend?: readonly number[];
  /**
   * Whether days to or from which that calendar moved a day off stay as they are there, or only its holidays do. Needed beside `weekend`: a move
   * was made for the other week. Absent, they stay.
   */
  readonly moves?: 'kept' | 'dropped';
  /** Days that are off here too. With a shorter weekend also the holidays on days that are worked by it: a calendar does not know them. */
  readonly daysOff: readonly (string | CalendarException)[];
  /** Days that are worked here, though off there or by weekday. */
  readonly daysWorked: readonly (string | CalendarException)[];
  /** Where that is from; the sources of the other calendar come first. */
  readonly sources: readonly CalendarSource[];
}

/**
 * A working calendar that is another one with changes: other days off, other worked days, another weekend, a shorter coverage.
 *
 * A day that is named here is what it is said to be; every other day is what it is there or, under another weekend, what its weekday says unless
 * it is a holiday there. Provisional and contested days stay so, but for those named.
 *
 * @throws {@link AgreementError} `calendar-invalid` naming the entry that is no day, stands twice, lies outside the coverage or is worked anyway; for a
 * coverage that leaves that of the other calendar; for `weekend` without `moves`; as {@link workingCalendar}.
 * @example One more holiday, in a region
 * ```ts
 * const region = derivedCalendar({
 *   basedOn: ru, id: 'REGION', version: '1', compiledOn: '2026-11-30', daysOff: ['2026-08-31'], daysWorked: [], sources: [],
 * });
 * isWorkingDay('2026-08-31', region) // => false
 * isWorkingDay('2026-08-31', ru) // => true
 * isWorkingDay('2028-01-03', region) // throws 'calendar-not-covered'
 * ```
 * @example A six-day week: Saturday 9 May 2026 is a holiday, which the Monday after it is not
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
  requireTerms(terms);
  if (typeof terms !== 'object' || terms === null) refuse('calendar-invalid', 'calendar', terms, 'an object');
  const { id, version, compiledOn, weekend, moves, sources } = terms;
  // It is written beside that of the calendar it is based on.
  if (typeof version !== 'string') refuse('calendar-invalid', 'version', version, 'a text that is not empty');
  const base = requireCalendar(terms.basedOn, 'it is based on one');
  if (moves !== undefined && moves !== 'kept' && moves !== 'dropped')
    refuse('calendar-invalid', 'moves', moves, '"kept" or "dropped"');
  if (weekend !== undefined && moves === undefined)
    refuse('calendar-invalid', 'moves', moves, '"kept" or "dropped", since the weekend is another');
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
  // An empty version would go unseen behind that of the other calendar.
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
  (list as readonly (string | CalendarException)[]).forEach((entry, at) => {
    const day = dayOf(typeof entry === 'string' ? entry : entry?.day, `${field}.${at}`);
    if (own.has(day) || day < first || day > last)
      refuse('calendar-invalid', `${field}.${at}`, entry, 'a day of the coverage, listed once');
    own.set(day, entry);
  });
}

function dayOf(value: unknown, field: string): number {
  const day = typeof value === 'string' ? parseIsoDay(value) : noDay;
  return day === noDay ? refuse('calendar-invalid', field, value, 'a day as "2026-03-02"') : day;
}
