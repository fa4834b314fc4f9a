/**
 * Interest: what the use of a sum costs. `simpleInterest` answers what a sum bears over some days at changing rates, with part payments and
 * under a lawful limit; `compoundInterest` what it bears when interest is added to it; `dayCountFraction` what part of a year some days are;
 * `rateThatGives` at which rate a sum bears just so much.
 *
 * @packageDocumentation
 */
export {
  type CompoundInterest,
  type CompoundInterestBasis,
  type CompoundInterestTerms,
  compoundInterest,
} from './compoundInterest.js';
export {
  type DayCountFraction,
  type DayCountFractionBasis,
  type DayCountFractionTerms,
  dayCountFraction,
} from './dayCountFraction.js';
export type { DayCount, DayCounting, DayCountPart } from './dayCountParts.js';
export type { DatedInterestRate, PeriodicRate, YearlyRate } from './interestRates.js';
export { type RateThatGivesTerms, rateThatGives } from './rateThatGives.js';
export {
  type InterestSegment,
  type PrincipalPayment,
  type SimpleInterest,
  type SimpleInterestBasis,
  type SimpleInterestTerms,
  simpleInterest,
} from './simpleInterest.js';
