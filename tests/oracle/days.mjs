// A proleptic Gregorian calendar that was walked once, day by day, from 1 January 1896 (a Wednesday). A day is its place in the walk.

const firstYear = 1896;
const lastYear = 2160;

/** The days, in order. */
const walked = [];
/** The place of the first day of each month. */
const monthBegins = [];
const places = new Map();

function isLeap(year) {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

function lengthOf(year, month) {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

{
  let weekday = 3;
  for (let year = firstYear; year <= lastYear; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      monthBegins.push(walked.length);
      const daysInMonth = lengthOf(year, month);
      for (let day = 1; day <= daysInMonth; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        places.set(text, walked.length);
        walked.push({ text, year, month, day, weekday, daysInMonth });
        weekday = weekday === 7 ? 1 : weekday + 1;
      }
    }
}

/** The place of a day written `2026-03-31`. */
export function place(text) {
  const found = places.get(text);
  if (found === undefined) throw new RangeError(`${text} was not walked`);
  return found;
}

/** What is known of a day: `year`, `month`, `day`, `weekday` (Monday is 1), `daysInMonth`. */
export function dayAt(at) {
  const found = walked[at];
  if (found === undefined) throw new RangeError(`day ${at} was not walked`);
  return found;
}

/** How a day is written. */
export const textOf = (at) => dayAt(at).text;

/** The same day number so many months on, or back; null where that month has no such day. */
function sameNumber(at, months) {
  const { year, month, day } = dayAt(at);
  const begins = (year - firstYear) * 12 + month - 1 + months;
  const first = monthBegins[begins];
  if (first === undefined) throw new RangeError('a month that was not walked');
  const { daysInMonth } = dayAt(first);
  return { first, daysInMonth, at: day <= daysInMonth ? first + day - 1 : null };
}

/** So many months on or back. `missing` decides where the month has no such day: its last day, the day after it, or null. */
export function addMonths(at, months, missing = 'clamp') {
  const { first, daysInMonth, at: same } = sameNumber(at, months);
  if (same !== null) return same;
  if (missing === 'clamp') return first + daysInMonth - 1;
  return missing === 'nextMonth' ? first + daysInMonth : null;
}
