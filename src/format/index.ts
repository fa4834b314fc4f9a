/**
 * Format: sums and days written for people, in English, Russian and Kazakh. `formatMoney` answers how a sum is written, `formatDay` how a
 * day is.
 *
 * @packageDocumentation
 */
export { type FormatDayOptions, formatDay } from './formatDay.js';
export type { FormatLocale } from './formatLocale.js';
export { type FormatMoneyOptions, formatMoney } from './formatMoney.js';
