/**
 * Interest. `simpleInterest` computes the interest on an amount over a number of days at changing rates, with partial
 * payments and a statutory limit; `compoundInterest` the interest if it is added to the principal; `dayCountFraction`
 * the fraction of a year; `rateThatGives` the rate at which an amount bears a given interest.
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
