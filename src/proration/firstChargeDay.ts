import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { epochDayOfCivil } from '../time/epochDay.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DailyWindow, onClock, openingOn, readWindow } from './dailyWindow.js';

/** Terms of the first daily charge after an activation. */
export interface FirstChargeDayTerms {
  /** When the service became active. */
  readonly activatedAt: InstantInput;
  /** When charges are made each day; the day is that of the window's own zone. */
  readonly window: DailyWindow;
}

/**
 * The first day that is charged: the first whose window opens at or after the activation.
 *
 * A service activated at the very opening is charged that day; one activated later, also inside the window, the next day. On a day whose
 * clock is put forward over `from` the window opens with the jump; where the clock passes `from` twice, it opens the first time.
 *
 * @clause "The subscription is charged daily in a window of hours, beginning with the first window after activation."
 * @throws {@link AgreementError} `instant-invalid`; `argument-invalid` for a time that is not `HH:MM`, or a `to` before `from`;
 * `time-zone-unknown`; `day-out-of-range` beyond the years Temporal knows.
 * @example At the opening, a second late, and late in another zone
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
    // A zone has left out a whole day before now, so the next day need not have a window either.
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
