/** Literals in plain notation, parsed by the shape of their place. */
import { isKnownCurrency } from '../../money/currency.js';
import { percent } from '../../money/rate.js';
import type { TimeLimitUnit } from '../../time/timeLimit.js';

const units: ReadonlyMap<string, TimeLimitUnit> = new Map([
  ['hour', 'hours'],
  ['calendar day', 'calendarDays'],
  ['working day', 'workingDays'],
  ['banking day', 'bankingDays'],
  ['week', 'weeks'],
  ['half month', 'halfMonths'],
  ['month', 'months'],
  ['quarter', 'quarters'],
  ['half year', 'halfYears'],
  ['year', 'years'],
]);

/** `5 banking days`, `1 month`; undefined for an invalid limit, such as `5 month` or `1 months`. */
export function limitOf(text: string): { readonly count: number; readonly unit: TimeLimitUnit } | undefined {
  const [, count, words = ''] = /^(\d{1,9}) +([a-z]+(?: +[a-z]+)?)$/.exec(text.trim()) ?? [];
  const isOne = Number(count) === 1;
  if (!isOne && !words.endsWith('s')) return undefined;
  const unit = units.get((isOne ? words : words.slice(0, -1)).replace(/ +/g, ' '));
  return unit === undefined ? undefined : { count: Number(count), unit };
}

/** `100000.00 KZT`; undefined for an invalid amount. */
export function sumOf(text: string): { readonly amount: string; readonly currency: string } | undefined {
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) +([A-Z]{3})$/.exec(text.trim()) ?? [];
  return amount !== undefined && isKnownCurrency(currency) ? { amount, currency } : undefined;
}

/** `5 %`, `0.1 % a day` or `0.05` as a decimal string; undefined for an invalid rate. */
export function rateOf(text: string): string | undefined {
  const [, perCent] = /^(-?\d+(?:\.\d+)?) *%(?: a day)?$/.exec(text.trim()) ?? [];
  if (perCent !== undefined) return percent(perCent);
  return /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? text.trim() : undefined;
}
