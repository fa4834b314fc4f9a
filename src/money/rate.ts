import { refuse } from '../errors/agreementError.js';
import { type DecimalText, parseDecimal, shortDecimalTextOf } from './decimalNumber.js';
import { type ExactNumber, parseExact } from './fraction.js';

/**
 * A fraction of one: a decimal string, `"0.001"` is 0.1 % (a day), or a fraction of two, `"0.11/300"` is the three-hundredth part of 11 %.
 * Exact at any length up to 40 digits for each number. Never a percent number; see {@link percent}.
 */
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
export function parseRate(rate: Rate, field: string): ExactNumber {
  if (rate === lastText && lastRate !== undefined) return lastRate;
  const parsed = parseExact(rate, 'rate-invalid', field, rateExpected);
  if ((parsed.bigUnits ?? parsed.units) < 0) refuse('rate-invalid', field, rate, rateExpected);
  lastText = rate;
  lastRate = parsed;
  return parsed;
}

const rateExpected = 'zero or more, "0.001" (0.1 %) or "0.11/300", of at most 40 digits';
let lastText: string | undefined;
let lastRate: ExactNumber | undefined;
