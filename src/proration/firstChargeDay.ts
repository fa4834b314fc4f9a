import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { epochDayOfCivil } from '../time/epochDay.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DailyWindow, onClock, openingOn, readWindow } from './dailyWindow.js';

/** Terms of the first daily charge after an activation. */
export interface FirstChargeDayTerms {
  /** The instant of activation. */
  readonly activatedAt: InstantInput;
  /** The daily charging window; days are those of its time zone. */
  readonly window: DailyWindow;
}

/**
 * The first charged day: the first whose window opens at or after the activation.
 *
 * A service activated exactly at the opening is charged that day; a service activated later, even inside the window, is
 * charged the next day. If the clocks go forward past `from`, the window opens at the change; if they pass `from`
 * twice, it opens the first time.
 *
 * @clause "The subscription is charged daily in a window of hours, beginning with the first window after activation."
 * @throws {@link AgreementError} `instant-invalid`; `argument-invalid` for a time that is not `HH:MM`, or a `to` before `from`;
 * `time-zone-unknown`; `day-out-of-range` outside the range of Temporal.
 * @example At the opening, a second late, and in another zone
 * ```ts
 * const window = { from: '03:00', to: '05:00', timeZone: 'UTC' };
 * firstChargeDay({ activatedAt: '2026-04-01T03:00:00Z', window }) // => '2026-04-01'
 * firstChargeDay({ activatedAt: '2026-04-01T03:00:01Z', window }) // => '2026-04-02'
 * firstChargeDay({ activatedAt: '2026-03-31T22:30:00-04:00', window }) // => '2026-04-01'
 * firstChargeDay({ activatedAt: '2026-04-01', window }) // throws 'instant-invalid'
 * ```
 */
export function firstChargeDay(terms: FirstChargeDayTerms): Temporal.PlainDate {
  requireTerms(terms);
  const window = readWindow(terms.window);
  const activatedAt = instantOf(terms.activatedAt, 'activatedAt');
  const clock = onClock(activatedAt, window.timeZone);
  const today = epochDayOfCivil(clock.year, clock.month, clock.day);
  try {
    // Zones have skipped whole days, so even the next day may have no window.
    for (let day = today; ; day += 1) {
      const opening = openingOn(day, window);
      if (opening !== undefined && opening.epochNanoseconds >= activatedAt.epochNanoseconds) return plainDay(day);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(
      'day-out-of-range',
      'activatedAt',
      activatedAt,
      'an instant with a window after it by the year 275760',
    );
  }
}
