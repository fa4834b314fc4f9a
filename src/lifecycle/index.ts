/**
 * The life of an agreement: `renewal` computes when it ends and the last day for a notice against renewal,
 * `amendmentInForce` when a change takes effect and binds, `forceMajeure` how long obligations are suspended,
 * `retention` until when data must be kept, and `suspensionEnd` from when a suspended service may be deleted.
 *
 * @packageDocumentation
 */
export {
  type AmendmentBinding,
  type AmendmentInForce,
  type AmendmentInForceBasis,
  type AmendmentInForceTerms,
  amendmentInForce,
} from './amendmentInForce.js';
export {
  type ForceMajeure,
  type ForceMajeureBasis,
  type ForceMajeureCount,
  type ForceMajeureStatus,
  type ForceMajeureTerms,
  forceMajeure,
} from './forceMajeure.js';
export {
  type Renewal,
  type RenewalBasis,
  type RenewalClause,
  type RenewalTerms,
  renewal,
  type TermEnd,
  type TermUnit,
} from './renewal.js';
export {
  type Retention,
  type RetentionBasis,
  type RetentionEnd,
  type RetentionPeriod,
  type RetentionTerms,
  retention,
} from './retention.js';
export {
  type SuspensionEnd,
  type SuspensionEndBasis,
  type SuspensionEndTerms,
  suspensionEnd,
} from './suspensionEnd.js';
