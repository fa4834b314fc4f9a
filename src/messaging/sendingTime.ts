import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { divideRounded } from '../money/rounding.js';

/** Terms of {@link sendingTime}. */
export interface SendingTimeTerms {
  /** The number of messages or calls. */
  readonly count: number;
  /** The lowest and the highest rate that the provider promises, per minute. */
  readonly perMinute: { readonly least: number; readonly most: number };
}

/** The figures behind a {@link SendingTime}. */
export interface SendingTimeBasis {
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

/** How many minutes a mailing takes. */
export class SendingTime {
  /** The minutes at the highest rate. */
  readonly best: number;
  /** The minutes at the lowest rate. */
  readonly worst: number;
  /** @internal */
  readonly count: number;
  /** @internal */
  readonly least: number;
  /** @internal */
  readonly most: number;

  /** @internal */
  constructor(count: number, least: number, most: number) {
    this.best = divideRounded(count, most, 'ceil');
    this.worst = divideRounded(count, least, 'ceil');
    this.count = count;
    this.least = least;
    this.most = most;
  }

  /** The figures needed to check the division by hand. */
  get basis(): SendingTimeBasis {
    const { count, least, most } = this;
    return { count, least, most };
  }

  /** The JSON representation. */
  toJSON(): { readonly best: number; readonly worst: number; readonly basis: SendingTimeBasis } {
    return { best: this.best, worst: this.worst, basis: this.basis };
  }
}

/**
 * How many minutes a mailing takes at the highest and at the lowest promised rate: `count / rate`, with started minutes
 * counted in full.
 *
 * @clause "Messages are sent at 60 to 10,000 a minute, depending on the load."
 * @throws {@link AgreementError} `argument-invalid` if a number is not an integer or above 10^15, the count is
 * negative, a rate is below one, or the highest rate is below the lowest.
 * @example Sixty a minute: one minute, and one message more
 * ```ts
 * sendingTime({ count: 60, perMinute: { least: 60, most: 10_000 } }).worst // => 1
 * sendingTime({ count: 61, perMinute: { least: 60, most: 10_000 } }).worst // => 2
 * sendingTime({ count: 25_000, perMinute: { least: 60, most: 10_000 } }).best // => 3
 * sendingTime({ count: 1, perMinute: { least: 0, most: 10 } }) // throws 'argument-invalid'
 * ```
 */
export function sendingTime(terms: SendingTimeTerms): SendingTime {
  requireTerms(terms);
  const { count, perMinute } = terms;
  if (typeof perMinute !== 'object' || perMinute === null)
    refuse('argument-invalid', 'perMinute', perMinute, '{ least, most }');
  const { least, most } = perMinute;
  requireWhole(count, 0, 'count');
  requireWhole(least, 1, 'perMinute.least');
  requireWhole(most, least, 'perMinute.most');
  return new SendingTime(count, least, most);
}

const mostOfAll = 1e15;

function requireWhole(value: number, least: number, field: string): void {
  if (!Number.isInteger(value) || value < least || value > mostOfAll)
    refuse('argument-invalid', field, value, `a whole number from ${least} through ${mostOfAll}`);
}
