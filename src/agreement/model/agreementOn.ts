import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import { Agreement } from './definedAgreement.js';
import { type AgreementEditions, Timeline } from './timeline.js';

/**
 * The edition of an agreement in force on a day: the latest one that took effect on or before the day. An act is judged
 * by the edition in force on its day.
 *
 * @param editions The editions in any order, or a single agreement, which applies to every day.
 * @throws {@link AgreementError} `term-not-in-force` for a day before the first edition; `argument-invalid` for
 * editions of different agreements, or two with the same day or name; `day-invalid`.
 * @example The day an edition takes effect, and the day before
 * ```ts
 * const data = agreement.toJSON();
 * const calendars = [kz];
 * const editions = [
 *   defineAgreement({ ...data, edition: 'second', effectiveOn: '2026-07-01' }, { calendars }),
 *   defineAgreement({ ...data, edition: 'first', effectiveOn: '2026-01-01' }, { calendars }),
 * ];
 * agreementOn(editions, '2026-06-30').data.edition // => 'first'
 * agreementOn(editions, '2026-07-01').data.edition // => 'second'
 * agreementOn(editions, '2025-12-31') // throws 'term-not-in-force'
 * ```
 */
export function agreementOn(editions: AgreementEditions, day: DayInput): Agreement {
  requirePlainHost();
  const asked = epochDayOf(day, 'day');
  return editions instanceof Agreement ? editions : new Timeline(editions).need(asked);
}
