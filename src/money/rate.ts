import { refuse } from '../errors/agreementError.js';
import { type DecimalText, parseDecimal, shortDecimalTextOf } from './decimalNumber.js';
import { type ExactNumber, parseExact } from './fraction.js';

/**
 * A fraction of one: a decimal string (`"0.001"` is 0.1 %, per day if it is a daily rate) or a fraction of two
 * (`"0.11/300"` is one three-hundredth of 11 %). Exact, with up to 40 digits in each number. Never a percentage; see
 * {@link percent}.
 */
export type Rate = DecimalText;

/**
 * Converts a percentage to a rate: `percent / 100`, exactly.
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
 * Parses a non-negative rate. Remembers the last one, because a run over many accounts uses the same rate again and
 * again.
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
