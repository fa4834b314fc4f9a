/** Days of the calendar as ISO texts and as counts since 1970-01-01. No clock is read here. */

const millisecondsOfDay = 86_400_000;

/** The number of a day since 1970-01-01. @param {string} day */
export function numberOfDay(day) {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay;
}

/** The day with a number. @param {number} count */
export function dayOfNumber(count) {
  return new Date(count * millisecondsOfDay).toISOString().slice(0, 10);
}

/** A day so many days later. @param {string} day @param {number} count */
export function addDays(day, count) {
  return dayOfNumber(numberOfDay(day) + count);
}

/** Whether a text is a day that exists. @param {unknown} text */
export function isDay(text) {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && isReal(text);
}

function isReal(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
