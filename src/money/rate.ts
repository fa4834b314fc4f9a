import { refuse } from '../errors/agreementError.js';
import { type DecimalNumber, type DecimalText, parseDecimal, shortDecimalTextOf } from './decimalNumber.js';

/** A fraction of one, written as a decimal string: `"0.001"` is 0.1 % (a day). Never a percent number; see {@link percent}. */
export type Rate = DecimalText;

/**
 * The rate that a number of percent is: `percent / 100`, exactly.
 *
 * @throws {@link AgreementError} `rate-invalid` if the text is not a decimal number.
 * @example
 * ```ts
 * percent('0.1') // => '0.001'
 * percent('5') // => '0.05'
 * percent('5%') // throws 'rate-invalid'
 * ```
 */
export function percent(text: DecimalText): Rate {
  const { units, bigUnits, scale } = parseDecimal(text, 'rate-invalid', 'percent', 'a decimal string such as "0.1"');
  return shortDecimalTextOf(bigUnits ?? units, scale + 2);
}

/**
 * Reads a rate of zero or more. The last one is remembered: a run over many accounts asks for the same rate again and again.
 *
 * @internal
 */
export function parseRate(rate: Rate, field: string): DecimalNumber {
  if (rate === lastText && lastRate !== undefined) return lastRate;
  const parsed = parseDecimal(rate, 'rate-invalid', field, rateExpected);
  if (parsed.units < 0 || (parsed.bigUnits !== null && parsed.bigUnits < 0n))
    refuse('rate-invalid', field, rate, rateExpected);
  lastText = rate;
  lastRate = parsed;
  return parsed;
}

const rateExpected = 'a fraction of one, zero or more, as a decimal string such as "0.001" (0.1 %)';
let lastText: string | undefined;
let lastRate: DecimalNumber | undefined;
