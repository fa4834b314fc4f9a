/**
 * Formatting for readers, in English, Russian and Kazakh: `formatMoney` formats an amount, `formatDay` a day.
 *
 * @packageDocumentation
 */
export { type FormatDayOptions, formatDay } from './formatDay.js';
export type { FormatLocale } from './formatLocale.js';
export { type FormatMoneyOptions, formatMoney } from './formatMoney.js';
