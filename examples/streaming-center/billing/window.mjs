import { isWithinDailyWindow } from 'oferta';

/**
 * Whether a run may charge at an instant: inside the daily window that the agreement names, or at any time if it names none.
 *
 * @param {import('./rules.mjs').Rules} rules
 * @param {string} at An instant.
 */
export function isChargingTime(rules, at) {
  const window = rules.window(dayAt(rules, at));
  return window === undefined || isWithinDailyWindow(at, window);
}

/** The day of the agreement's time zone at an instant: the day whose charges are due in its window. */
export function dayAt(rules, at) {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: rules.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.parse(at));
}
