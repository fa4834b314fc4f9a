import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type InstantInput, instantOf, inTimeZone } from './instant.js';
import type { Temporal } from './temporal.js';

/**
 * The day of an instant in a time zone. Midnight belongs to the new day.
 *
 * @throws {@link AgreementError} `instant-invalid` for a string without `Z` or an offset, `time-zone-unknown` if the
 * zone is not an IANA zone.
 * @example The same local time before and after Kazakhstan adopted UTC+5
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
