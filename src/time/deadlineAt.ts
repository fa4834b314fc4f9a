import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type InstantInput, instantOf } from './instant.js';
import type { Temporal } from './temporal.js';
import { requireHours, type TimeLimit } from './timeLimit.js';

/** Terms of a limit in hours. */
export interface DeadlineAtTerms {
  /** The instant of the event. */
  readonly triggeredAt: InstantInput;
  /** So many hours on the time line. */
  readonly limit: TimeLimit<'hours'>;
}

/**
 * The last instant of a limit in hours: `triggeredAt + hours`, through days off and changes of the clock. An act at that very instant is
 * in time.
 *
 * @clause "Within 24 hours of the notice, the user shall answer."
 * @throws {@link AgreementError} `instant-invalid` for what is no instant, `limit-invalid` for what is no limit in hours,
 * `day-out-of-range` beyond the years Temporal knows.
 * @example Almaty's clock went back at midnight: twenty-four hours are not a day
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
