// Sums: a bigint of minor units and a currency. In cases they are `{ amount, currency }`, in answers texts such as "120.00 KZT".
import { fraction, round } from './fractions.mjs';
import { refuse } from './refusal.mjs';

/** ISO 4217: decimals of the currencies that cases use. */
const decimals = { KZT: 2, USD: 2, EUR: 2, RUB: 2, JPY: 0, KRW: 0, KWD: 3, BHD: 3, CLF: 4 };

export const currencies = Object.keys(decimals);

/** The sum that a case writes as `{ amount, currency }`. */
export function sum({ amount, currency }) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  const size = BigInt(whole + part.padEnd(decimals[currency], '0'));
  return { units: sign === '-' ? -size : size, currency };
}

/** How a case writes so many minor units. */
export function written(units, currency) {
  const places = decimals[currency];
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** How an answer writes so many minor units. */
export const shown = (units, currency) => `${written(units, currency)} ${currency}`;

/** The one currency of several sums. */
export function oneCurrency(sums) {
  const [first] = sums;
  if (sums.some(({ currency }) => currency !== first.currency)) refuse('currency-mismatch');
  return first.currency;
}

/** So many minor units times a fraction, rounded once. */
export const share = (units, part, rounding) => round(fraction(units * part.top, part.bottom), rounding);
