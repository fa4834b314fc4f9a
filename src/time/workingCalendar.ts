import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { isoOfEpochDay, isoWeekday, noDay, parseIsoDay } from './epochDay.js';

/** A source of the facts of a calendar. */
export interface CalendarSource {
  /** A short id that exceptions refer to. */
  readonly id: string;
  /** The act or publication. */
  readonly title: string;
  /** `found`: read in a source; `memory`: not checked when the calendar was compiled. */
  readonly confidence: 'found' | 'memory';
  readonly url?: string;
}

/** A day that differs from its weekday, and why. */
export interface CalendarException {
  /** The day, as `"2026-03-09"`. */
  readonly day: string;
  /** The reason: the name of a holiday, or that a day off was moved. */
  readonly because: string;
  /** The `id` of its source. */
  readonly basis: string;
  /** The day off that was moved to this day; absent if none was. */
  readonly movedFrom?: string;
  /** The day off given in exchange for this worked weekend day; absent if none was. */
  readonly movedTo?: string;
}

/** The facts of a working calendar. Days are ISO strings, so that a calendar can be stored as JSON. */
export interface WorkingCalendarData {
  /** The id used by agreements and results: `"KZ"`. */
  readonly id: string;
  /** Compilation date and revision; recorded with each result that used the calendar. */
  readonly version: string;
  /** The day on which the facts were last checked. */
  readonly compiledOn: string;
  /** Weekdays that are off unless listed as worked; Monday is 1, Sunday 7. */
  readonly weekend: readonly number[];
  /** The days the calendar covers, both ends included. */
  readonly coverage: { readonly firstDay: string; readonly lastDay: string };
  /** Later days are provisional; absent if all are firm. */
  readonly firmThrough?: string;
  /** Days off; a holiday on a weekend may be listed and has no effect. */
  readonly daysOff: readonly (string | CalendarException)[];
  /** Weekend days that are working days. */
  readonly workingWeekendDays: readonly (string | CalendarException)[];
  /** Days whose status is disputed: they keep it, and are reported as not firm. */
  readonly contested?: readonly CalendarException[];
  readonly sources: readonly CalendarSource[];
}

/** Lookup tables of a calendar, built on first use. @internal */
export interface Tables {
  /**
   * The number of working days from the first day of coverage up to, but not including, the day at this index; has one
   * more entry than there are days.
   */
  readonly before: Uint16Array;
  /** The index of the n-th working day. */
  readonly select: Uint16Array;
}

/** Fields that are not enumerable, so that copies of an answer do not contain the days of its calendar. */
const internalFields = ['first', 'last', 'firm', 'weekend', 'exceptions', 'contested', 'tables'] as const;

/** The working days within a stated coverage. Created by {@link workingCalendar}. */
export class WorkingCalendar {
  readonly id: string;
  readonly version: string;
  readonly compiledOn: string;
  readonly coverage: { readonly firstDay: string; readonly lastDay: string };
  readonly sources: readonly CalendarSource[];
  /** First day of coverage. @internal */
  readonly first: number;
  /** Last day of coverage. @internal */
  readonly last: number;
  /** Last firm day. @internal */
  readonly firm: number;
  /** @internal */
  readonly weekend: ReadonlySet<number>;
  /** @internal */
  readonly exceptions: ReadonlyMap<number, CalendarException | undefined>;
  /** @internal */
  readonly contested: ReadonlyMap<number, CalendarException>;
  /** @internal */
  tables: Tables | undefined;

  /** @internal */
  constructor(data: WorkingCalendarData) {
    if (typeof data !== 'object' || data === null) refuseData('calendar', data, 'an object');
    const { coverage } = data;
    this.id = requireText(data.id, 'id');
    this.version = requireText(data.version, 'version');
    this.compiledOn = requireText(data.compiledOn, 'compiledOn');
    if (typeof coverage !== 'object' || coverage === null) refuseData('coverage', coverage, '{ firstDay, lastDay }');
    const { firstDay, lastDay } = coverage;
    this.coverage = Object.freeze({ firstDay, lastDay });
    this.first = requireDay(firstDay, 'coverage.firstDay');
    this.last = requireDay(lastDay, 'coverage.lastDay');
    if (this.last < this.first || this.last - this.first >= 65_000)
      refuseData('coverage', coverage, '1 to 65,000 days, in order');
    this.firm = data.firmThrough === undefined ? this.last : requireDay(data.firmThrough, 'firmThrough');
    this.weekend = requireWeekend(data.weekend);
    this.sources = Object.freeze(requireList(data.sources, 'sources').map(requireSource));
    const exceptions = new Map<number, CalendarException | undefined>();
    this.exceptions = exceptions;
    readExceptions(exceptions, this.weekend, data.workingWeekendDays, 'workingWeekendDays', true);
    readExceptions(exceptions, this.weekend, data.daysOff, 'daysOff', false);
    this.contested = new Map(
      requireList(data.contested ?? [], 'contested').map((entry, at) => {
        const day = requireDay(entry?.day, `contested.${at}.day`);
        requireReason(entry, `contested.${at}`);
        return [day, entry];
      }),
    );
    this.tables = undefined;
    for (const name of internalFields) Object.defineProperty(this, name, { enumerable: false });
  }

  /** Its name, version and coverage, without the days. */
  toJSON(): Pick<WorkingCalendarData, 'id' | 'version' | 'compiledOn' | 'coverage'> {
    const { id, version, compiledOn, coverage } = this;
    return { id, version, compiledOn, coverage };
  }

  /** @internal */
  get [Symbol.toStringTag](): string {
    return 'WorkingCalendar';
  }
}

/**
 * Creates a working calendar from its facts: weekend, days off, worked weekend days, and coverage.
 *
 * A question outside the coverage is an error, never a guess from weekends: calendars are published a year ahead and
 * amended after that.
 *
 * @throws {@link AgreementError} `calendar-invalid` naming an entry that is not a day, is a duplicate, or is a worked
 * weekend day that is not on a weekend.
 * @example A bank that is closed on a working day
 * ```ts
 * const bank = workingCalendar({
 *   id: 'BANK', version: '1', compiledOn: '2026-11-22', weekend: [6, 7],
 *   coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
 *   daysOff: ['2026-12-31'], workingWeekendDays: [], sources: [],
 * });
 * isWorkingDay('2026-12-31', bank) // => false
 * isWorkingDay('2027-01-04', bank) // throws 'calendar-not-covered'
 * ```
 */
export function workingCalendar(data: WorkingCalendarData): WorkingCalendar {
  requirePlainHost();
  return new WorkingCalendar(data);
}

/** Throws unless the value is a calendar; if it is missing, says why it is needed. @internal */
export function requireCalendar(calendar: WorkingCalendar | undefined, why: string): WorkingCalendar {
  return calendar instanceof WorkingCalendar ? calendar : refuseCalendar(calendar, why);
}

function refuseCalendar(calendar: unknown, why: string): never {
  if (calendar === undefined)
    return refuse('calendar-required', 'calendar', calendar, `a working calendar, because ${why}`);
  return refuseData('calendar', calendar, 'a calendar made by workingCalendar()');
}

/** The lookup tables of a calendar. @internal */
export function tablesOf(calendar: WorkingCalendar): Tables {
  calendar.tables ??= buildTables(calendar);
  return calendar.tables;
}

/** Throws for a day outside the calendar; if a roll led there, names the `nominal` day that was rolled. @internal */
export function notCovered(calendar: WorkingCalendar, epochDay: number, nominal?: number): never {
  const { firstDay, lastDay } = calendar.coverage;
  return refuse(
    'calendar-not-covered',
    'day',
    isoOfEpochDay(nominal ?? epochDay),
    `${nominal === undefined ? '' : 'a roll to '}a day from ${firstDay} through ${lastDay}, which calendar ${calendar.id} (${calendar.version}) covers`,
  );
}

function buildTables(calendar: WorkingCalendar): Tables {
  const { first, last, weekend, exceptions } = calendar;
  const before = new Uint16Array(last - first + 2);
  const select = new Uint16Array(last - first + 1);
  let count = 0;
  for (let at = 0; at <= last - first; at += 1) {
    const off = weekend.has(isoWeekday(first + at));
    // An exception inverts the status of the weekday.
    if (off === exceptions.has(first + at)) {
      select[count] = at;
      count += 1;
    }
    before[at + 1] = count;
  }
  return { before, select: select.slice(0, count) };
}

function readExceptions(
  exceptions: Map<number, CalendarException | undefined>,
  weekend: ReadonlySet<number>,
  list: readonly (string | CalendarException)[],
  field: string,
  worked: boolean,
): void {
  requireList(list, field).forEach((entry, at) => {
    const path = `${field}.${at}`;
    const plain = typeof entry === 'string';
    const day = requireDay(plain ? entry : entry?.day, path);
    if (!plain) requireReason(entry, path);
    const onWeekend = weekend.has(isoWeekday(day));
    if (exceptions.has(day) || (worked && !onWeekend))
      refuseData(path, entry, worked ? 'a weekend day, listed once' : 'a day, listed once');
    // A holiday on a weekend has no effect: the day is off anyway.
    if (worked || !onWeekend) exceptions.set(day, plain ? undefined : entry);
  });
}

function refuseData(field: string, value: unknown, expected: string): never {
  return refuse('calendar-invalid', field, value, expected);
}

/** Throws for an exception without a reason, or with an invalid day it was moved from or to. */
function requireReason(entry: CalendarException, field: string): void {
  for (const name of ['because', 'basis'] as const) requireText(entry[name], `${field}.${name}`);
  for (const name of ['movedFrom', 'movedTo'] as const)
    if (entry[name] !== undefined) requireDay(entry[name], `${field}.${name}`);
}

function requireText(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') refuseData(field, value, 'a text that is not empty');
  return value;
}

function requireList<T>(value: readonly T[], field: string): readonly T[] {
  if (!isList(value)) refuseData(field, value, 'a list');
  return [...value];
}

/** Refuses a source that names no act or publication. */
function requireSource(source: CalendarSource, at: number): CalendarSource {
  const { id, title, confidence } = source ?? {};
  requireText(id, `sources.${at}.id`);
  requireText(title, `sources.${at}.title`);
  if (confidence !== 'found' && confidence !== 'memory')
    refuseData(`sources.${at}.confidence`, confidence, '"found" or "memory"');
  return source;
}

function requireDay(value: unknown, field: string): number {
  const day = typeof value === 'string' ? parseIsoDay(value) : noDay;
  if (day === noDay) refuseData(field, value, 'a day such as "2026-03-02"');
  return day;
}

function requireWeekend(value: readonly number[]): ReadonlySet<number> {
  for (const weekday of requireList(value, 'weekend'))
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)
      refuseData('weekend', value, 'ISO weekdays from 1 (Monday) through 7');
  return new Set(value);
}
