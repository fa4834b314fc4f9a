/**
 * Money: exact amounts in one currency, rates as fractions, explicit rounding.
 *
 * @packageDocumentation
 */
export { addMoney } from './addMoney.js';
export { type AllocationTerms, allocate, type Remainder } from './allocate.js';
export { compareMoney } from './compareMoney.js';
export { type CurrencyCode, currencyTableDate, isCurrencyCode, isKnownCurrency, minorUnitDigits } from './currency.js';
export type { Decimal } from './decimal.js';
export type { DecimalText } from './decimalNumber.js';
export { equalMoney } from './equalMoney.js';
export { loadDecimal } from './loadDecimal.js';
export { maxMoney } from './maxMoney.js';
export { minMoney } from './minMoney.js';
export { type AmountInput, fromMinorUnits, isMoney, type Money, type MoneyJson, money } from './money.js';
export { multiplyMoney } from './multiplyMoney.js';
export { negateMoney } from './negateMoney.js';
export { percent, type Rate } from './rate.js';
export { type Rounding, roundings } from './rounding.js';
export { roundMoney } from './roundMoney.js';
export { subtractMoney } from './subtractMoney.js';
export { sumMoney } from './sumMoney.js';
export { type WithdrawnCurrency, withdrawnCurrency } from './withdrawnCurrency.js';
