/**
 * Service levels: `downtime` answers how long a service was out, `share` and `meanOf` what was reached, exactly, `tierOf` which tier of a scale
 * that is, and `serviceCredit` what is given back for it; `exactFraction` and `compareFractions` make and compare exact fractions.
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
