/**
 * Utilities for testing programs that use the library. `equalityTesters` compare amounts, days and results by value;
 * `anyMoney`, `anyDay`,
 * `anyDateRange`, `anyTimeLimit`, `anyCountingRules`, `anyRounding` and `anyWorkingCalendar` are arbitraries for
 * property tests. Needs fast-check, an optional peer dependency.
 *
 * @packageDocumentation
 */

export { type EqualityContext, type EqualityTester, equalityTesters } from '../equality/equalityTesters.js';
export { type AnyCountingRulesConstraints, anyCountingRules } from './anyCountingRules.js';
export { type AnyDateRangeConstraints, anyDateRange } from './anyDateRange.js';
export { anyDay } from './anyDay.js';
export type { AnyDayConstraints } from './anyEpochDay.js';
export { type AnyMoneyConstraints, anyMoney } from './anyMoney.js';
export { anyRounding } from './anyRounding.js';
export { type AnyTimeLimitConstraints, anyTimeLimit } from './anyTimeLimit.js';
export { type AnyWorkingCalendarConstraints, anyWorkingCalendar } from './anyWorkingCalendar.js';
