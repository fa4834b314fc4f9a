import { type InstantInput, instantOf } from '../time/instant.js';
import { type DailyWindow, onClock, readWindow } from './dailyWindow.js';

/**
 * Whether an instant falls into a daily window by the clock of the window's zone: `from <= clock <= to`, both bounds included.
 *
 * `to` is its exact moment: `'05:00'` admits 05:00:00 and nothing after. Where the clock is put back, both passings count.
 *
 * @clause "The subscription is charged daily from 03:00 to 05:00."
 * @throws {@link AgreementError} `instant-invalid` for a text without `Z` or an offset; `argument-invalid` for a time that is not
 * `HH:MM`, or a `to` before `from`; `time-zone-unknown`.
 * @example The second before, both bounds, the second after
 * ```ts
 * const window = { from: '03:00', to: '05:00', timeZone: 'UTC' };
 * isWithinDailyWindow('2026-03-31T02:59:59Z', window) // => false
 * isWithinDailyWindow('2026-03-31T03:00:00Z', window) // => true
 * isWithinDailyWindow('2026-03-31T10:00:00+05:00', window) // => true
 * isWithinDailyWindow('2026-03-31T05:00:01Z', window) // => false
 * isWithinDailyWindow('2026-03-31T05:00:00', window) // throws 'instant-invalid'
 * ```
 */
export function isWithinDailyWindow(instant: InstantInput, window: DailyWindow): boolean {
  const { from, to, timeZone } = readWindow(window);
  const clock = onClock(instantOf(instant, 'instant'), timeZone);
  const minutes = clock.hour * 60 + clock.minute;
  if (minutes !== to) return minutes >= from && minutes < to;
  return clock.second === 0 && clock.millisecond === 0 && clock.microsecond === 0 && clock.nanosecond === 0;
}
