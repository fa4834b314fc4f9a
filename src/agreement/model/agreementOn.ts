import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import { Agreement } from './definedAgreement.js';
import { type AgreementEditions, Timeline } from './timeline.js';

/**
 * The edition of an agreement that is in force on a day: the one that came into force last, on the day or before. An act is judged by the
 * edition of its day.
 *
 * @param editions The editions in any order, or one agreement, which stands for every day.
 * @throws {@link AgreementError} `term-not-in-force` for a day before the first edition; `argument-invalid` for editions of different
 * agreements, or two of one day or name; `day-invalid`.
 * @example The day before, and the day an edition comes into force
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
  const asked = epochDayOf(day, 'day');
  return editions instanceof Agreement ? editions : new Timeline(editions).need(asked);
}
