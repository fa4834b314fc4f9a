/** The days off of Kazakhstan as plain data, read day by day from the calendar, for contenders with tables or sets of their own. */
import { isWorkingDay } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { dayNumber, isoText } from '../cases.mjs';

/** First and last day of the calendar, whether each day is worked, and the exceptions to Saturday and Sunday as ISO texts. */
export function calendarDays() {
  const first = dayNumber(kz.coverage.firstDay);
  const last = dayNumber(kz.coverage.lastDay);
  const worked = new Uint8Array(last - first + 1);
  const holidays = [];
  const workedWeekends = [];
  for (let day = first; day <= last; day += 1) {
    const iso = isoText(day);
    const weekend = (day + 3) % 7 >= 5;
    worked[day - first] = isWorkingDay(iso, kz) ? 1 : 0;
    if (weekend && worked[day - first] === 1) workedWeekends.push(iso);
    if (!weekend && worked[day - first] === 0) holidays.push(iso);
  }
  return { first, last, worked, holidays, workedWeekends };
}
