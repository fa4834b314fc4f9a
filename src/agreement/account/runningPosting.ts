import type { Agreement } from '../model/definedAgreement.js';
import type { Posting } from '../model/posting.js';
import type { PostingContext } from './bindings.js';
import type { Cause } from './cause.js';
import type { PlannedPosting } from './postingsOf.js';

/** A posting during its execution. @internal */
export interface RunningPosting {
  readonly plan: PlannedPosting;
  readonly posting: Posting;
  /** The edition in force on the day. */
  readonly agreement: Agreement;
  readonly cause: Cause;
  readonly where: PostingContext;
}
