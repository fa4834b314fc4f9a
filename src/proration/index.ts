/**
 * Proration: how much of a price is charged. `prorateCharge` computes the cost of the served days of a period,
 * `dailyCharge` and
 * `dailyCharges` the cost of days of a monthly price, `firstChargeDay` and `isWithinDailyWindow` when they are charged,
 * `balanceLastsUntil` how long a balance lasts, `prorateChange` the credit and charge of a change of price within a
 * period under one of the `prorationConventions`, and `prorateChanges` those of several changes. `compareConventions`
 * computes a change under every convention, `cheapestChangeDay` finds the day on which it costs least, and
 * `billingPeriods` lists the periods of a service.
 *
 * @packageDocumentation
 */
export {
  type BalanceLastsUntil,
  type BalanceLastsUntilBasis,
  type BalanceLastsUntilTerms,
  balanceLastsUntil,
} from './balanceLastsUntil.js';
export {
  type BillingPeriod,
  type BillingPeriods,
  type BillingPeriodsBasis,
  type BillingPeriodsTerms,
  billingPeriods,
} from './billingPeriods.js';
export {
  type CheapestChangeDay,
  type CheapestChangeDayBasis,
  type CheapestChangeDayTerms,
  cheapestChangeDay,
} from './cheapestChangeDay.js';
export {
  type CompareConventionsTerms,
  type ComparedConventions,
  type ComparedConventionsBasis,
  type ConventionAnswer,
  type ConventionDifference,
  type ConventionOfAnswer,
  compareConventions,
  type RefusedConvention,
} from './compareConventions.js';
export { type DailyCharge, type DailyChargeBasis, type DailyChargeTerms, dailyCharge } from './dailyCharge.js';
export {
  type ChargedDay,
  type ChargedRun,
  type DailyCharges,
  type DailyChargesBasis,
  type DailyChargesTerms,
  dailyCharges,
} from './dailyCharges.js';
export type { DailySpread } from './dailySpread.js';
export type { DailyWindow } from './dailyWindow.js';
export { type FirstChargeDayTerms, firstChargeDay } from './firstChargeDay.js';
export { isWithinDailyWindow } from './isWithinDailyWindow.js';
export type { MonthlyPrice } from './priceSchedule.js';
export {
  type ProrateChangeTerms,
  type ProratedChange,
  type ProratedChangeBasis,
  prorateChange,
} from './prorateChange.js';
export {
  type PriceChange,
  type ProrateChangesTerms,
  type ProratedChanges,
  type ProratedChangesBasis,
  type ProratedStep,
  prorateChanges,
} from './prorateChanges.js';
export {
  type ProrateChargeTerms,
  type ProratedCharge,
  type ProratedChargeBasis,
  prorateCharge,
} from './prorateCharge.js';
export {
  type DayOfChange,
  type FixedMonths,
  type ProrationConvention,
  type ProrationDenominator,
  prorationConventions,
} from './prorationConventions.js';
export { type SmallestTopUpTerms, smallestTopUp } from './smallestTopUp.js';
