import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type InstantInput, instantOf, inTimeZone } from './instant.js';
import type { Temporal } from './temporal.js';

/**
 * The day on which an instant falls in a time zone. Midnight belongs to the new day.
 *
 * @throws {@link AgreementError} `instant-invalid` for a text without `Z` or an offset, `time-zone-unknown` for what is no IANA zone.
 * @example The same clock time before and after Kazakhstan took UTC+5
 * ```ts
 * dayIn('2026-01-05T18:30:00Z', 'Asia/Almaty') // => '2026-01-05'
 * dayIn('2023-01-05T18:30:00Z', 'Asia/Almaty') // => '2023-01-06'
 * dayIn('2026-01-05T18:30:00', 'Asia/Almaty') // throws 'instant-invalid'
 * ```
 */
export function dayIn(instant: InstantInput, timeZone: string): Temporal.PlainDate {
  requirePlainHost();
  const moment = instantOf(instant, 'instant');
  return inTimeZone(timeZone, () => moment.toZonedDateTimeISO(timeZone).toPlainDate());
}
