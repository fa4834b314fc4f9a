import type { CalendarException, WorkingCalendarData } from '../time/workingCalendar.js';

/** A working calendar written as one line per year; see {@link exceptionNotation} for the notation. */
export interface CalendarNotation extends Omit<WorkingCalendarData, 'daysOff' | 'workingWeekendDays'> {
  /** The source that makes a holiday a day off, and moves it, unless `bases` names another one. */
  readonly law: string;
  /** Holidays with another source than `law`: the name of the holiday and the id of the source. */
  readonly bases: Readonly<Record<string, string>>;
  /** The exceptions of each year, in the notation. */
  readonly years: Readonly<Record<number, string>>;
}

/**
 * Parses the notation of the calendars in this folder.
 *
 * A line contains entries separated by a comma and a space. An entry is one or more days followed by one word that
 * gives the reason: the name of the holiday, or for a move by an act the id of that act among the sources. A day is
 * `MM-DD` of that year, and a move is two days with a sign between them:
 *
 * | Entry | Meaning |
 * |---|---|
 * | `05-01 unity-day` | 1 May is off |
 * | `01-01 01-02 new-year` | 1 and 2 January are off |
 * | `05-09>05-11 victory-day` | the holiday fell on a day off, so by law 11 May is off as well |
 * | `01-04>>05-02 decree-1335` | an act moved the day off of 4 January, a holiday anyway, to 2 May: 2 May is off |
 * | `05-04<>05-10 order-109` | an act exchanged two days: 4 May, a weekend day, is worked, and 10 May is off |
 *
 * Holidays on a weekend day that are not moved are not listed, because they have no effect.
 */
export function exceptionNotation(notation: CalendarNotation): WorkingCalendarData {
  const { law, bases, years, ...data } = notation;
  const daysOff: CalendarException[] = [];
  const workingWeekendDays: CalendarException[] = [];
  for (const [year, line] of Object.entries(years))
    for (const entry of line.split(', ')) {
      const days = entry.split(' ');
      const reason = days.pop() as string;
      for (const text of days) {
        const first = `${year}-${text.slice(0, 5)}`;
        const second = `${year}-${text.slice(-5)}`;
        const sign = text.slice(5, -5);
        const ground =
          sign.length > 1
            ? { because: 'moved-by-act', basis: reason }
            : { because: reason, basis: bases[reason] ?? law };
        daysOff.push(sign ? { day: second, ...ground, movedFrom: first } : { day: first, ...ground });
        if (sign === '<>') workingWeekendDays.push({ day: first, ...ground, movedTo: second });
      }
    }
  return { ...data, daysOff, workingWeekendDays };
}
