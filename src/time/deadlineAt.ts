import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type InstantInput, instantOf } from './instant.js';
import type { Temporal } from './temporal.js';
import { requireHours, type TimeLimit } from './timeLimit.js';

/** Terms of a time limit in hours. */
export interface DeadlineAtTerms {
  /** The instant of the event. */
  readonly triggeredAt: InstantInput;
  /** The number of elapsed hours. */
  readonly limit: TimeLimit<'hours'>;
}

/**
 * The last instant of a time limit in hours: `triggeredAt + hours`, regardless of days off and clock changes. An act at
 * exactly that instant is in time.
 *
 * @clause "Within 24 hours of the notice, the user shall answer."
 * @throws {@link AgreementError} `instant-invalid` for an invalid instant, `limit-invalid` unless the limit is in
 * hours,
 * `day-out-of-range` outside the range of Temporal.
 * @example The clocks in Almaty went back at midnight: twenty-four hours are not a day
 * ```ts
 * deadlineAt({ triggeredAt: '2024-02-29T12:00:00+06:00', limit: hours(24) }) // => '2024-03-01T06:00:00Z'
 * ```
 */
export function deadlineAt(terms: DeadlineAtTerms): Temporal.Instant {
  requireTerms(terms);
  const count = requireHours(terms.limit, 'limit');
  const triggeredAt = instantOf(terms.triggeredAt, 'triggeredAt');
  try {
    return triggeredAt.add({ hours: count });
  } catch {
    return refuse('day-out-of-range', 'limit', terms.limit, 'a limit that ends by the year 275760');
  }
}
