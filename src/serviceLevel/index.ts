/**
 * Service levels: `downtime` computes how long a service was unavailable, `share` and `meanOf` the level reached,
 * exactly, `tierOf` its tier on a scale, and `serviceCredit` the credit for it; `exactFraction` and `compareFractions`
 * create and compare exact fractions.
 *
 * @packageDocumentation
 */
export { compareFractions } from './compareFractions.js';
export {
  type CountedInterval,
  type Downtime,
  type DowntimeBasis,
  type DowntimeTerms,
  downtime,
  type Interval,
  type Maintenance,
  type Outage,
} from './downtime.js';
export { type ExactFraction, exactFraction, type FractionInput } from './exactFraction.js';
export { type EmptyEntries, type MeanTerms, meanOf } from './meanOf.js';
export {
  type ClaimWindow,
  type CreditForm,
  type CreditTier,
  type NoCredit,
  type ServiceCredit,
  type ServiceCreditBasis,
  type ServiceCreditTerms,
  serviceCredit,
} from './serviceCredit.js';
export { type ShareTerms, share } from './share.js';
export { type Tier, type TierTerms, tierOf } from './tierOf.js';
