import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireMoney } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import { ratioOf } from '../money/ratio.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/** A rate of value added tax and the first day on which it is in force. */
export interface VatRate {
  /** The first day; the earliest rate may leave it out and then holds from the beginning. */
  readonly effectiveOn?: DayInput;
  /** Fraction of the net sum: `'0.16'` is 16 %. */
  readonly rate: Rate;
}

/** Terms of {@link vatOn}. */
export interface VatOnTerms<C extends CurrencyCode> {
  /** The sum, net or gross; a credit may be below zero. */
  readonly sum: Money<C>;
  /** Whether the sum is without the tax or with it. */
  readonly sumIs: 'net' | 'gross';
  /** The day of the supply, whose rate counts. */
  readonly on: DayInput;
  /** The rates and their changes, in any order; no two from the same day. */
  readonly rates: readonly VatRate[];
  /** How the last minor unit of the tax is decided. */
  readonly rounding: Rounding;
}

/** A sum, its tax and both together. */
export class VatOn<C extends CurrencyCode> {
  readonly net: Money<C>;
  readonly vat: Money<C>;
  /** `net + vat`, always. */
  readonly gross: Money<C>;
  /** The rate in force on the day. */
  readonly rate: Rate;
  /** @internal */
  readonly on: number;

  /** @internal */
  constructor(net: Money<C>, vat: Money<C>, gross: Money<C>, rate: Rate, on: number) {
    this.net = net;
    this.vat = vat;
    this.gross = gross;
    this.rate = rate;
    this.on = on;
  }

  /** What a reader needs to redo the sum by hand. */
  get basis(): { readonly on: Temporal.PlainDate } {
    return { on: plainDay(this.on) };
  }

  /** The wire form. */
  toJSON(): object {
    const { net, vat, gross, rate, basis } = this;
    return { net, vat, gross, rate, basis };
  }
}

/**
 * The value added tax on a sum, or in it, at the rate in force on a day: `net × rate`, or `gross × rate / (1 + rate)`; rounded once, so that
 * net and tax make the gross sum.
 *
 * @clause "Prices include value added tax at the rate in force on the day of the service."
 * @throws {@link AgreementError} `term-not-in-force` if no rate is in force on the day; `rate-invalid`; `argument-invalid` for no rates, two
 * from one day or a sum that is neither net nor gross; `day-invalid`, `rounding-unknown`.
 * @example The day before a change and its first day
 * ```ts
 * const terms = {
 *   sum: money('11600.00', 'KZT'), rates: [{ rate: '0.12' }, { effectiveOn: '2026-01-01', rate: '0.16' }], rounding: 'halfExpand',
 * } as const;
 * vatOn({ ...terms, sumIs: 'gross', on: '2026-01-01' }).net // => money('10000.00', 'KZT')
 * vatOn({ ...terms, sumIs: 'gross', on: '2025-12-31' }).vat // => money('1242.86', 'KZT')
 * vatOn({ ...terms, sumIs: 'net', on: '2026-01-01' }).gross // => money('13456.00', 'KZT')
 * vatOn({ ...terms, sumIs: 'net', on: 'now' }) // throws 'day-invalid'
 * ```
 */
export function vatOn<C extends CurrencyCode>(terms: VatOnTerms<C>): VatOn<C> {
  requireTerms(terms);
  const { sum, sumIs, rounding } = terms;
  requireMoney(sum, 'sum');
  requireRounding(rounding);
  if (sumIs !== 'net' && sumIs !== 'gross') refuse('argument-invalid', 'sumIs', sumIs, '"net" or "gross"');
  const on = epochDayOf(terms.on, 'on');
  const rate = rateOf(terms.rates, on);
  const { above, below } = ratioOf(parseRate(rate, 'rates'));
  const units = sum.minorUnits;
  const tax = divideRoundedBig(units * above, sumIs === 'net' ? below : below + above, rounding);
  const vat = moneyOfBig(tax, sum.currency);
  return sumIs === 'net'
    ? new VatOn(sum, vat, moneyOfBig(units + tax, sum.currency), rate, on)
    : new VatOn(moneyOfBig(units - tax, sum.currency), vat, sum, rate, on);
}

function rateOf(rates: readonly VatRate[], on: number): Rate {
  if (!isList(rates) || rates.length === 0)
    refuse('argument-invalid', 'rates', rates, 'a list with at least one { effectiveOn, rate }');
  const days = new Set<number>();
  let found: Rate | undefined;
  let since = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < rates.length; at += 1) {
    const entry: VatRate | undefined = rates[at];
    if (typeof entry !== 'object' || entry === null)
      refuse('argument-invalid', `rates.${at}`, entry, '{ effectiveOn, rate }');
    parseRate(entry.rate, `rates.${at}.rate`);
    const from =
      entry.effectiveOn === undefined
        ? Number.NEGATIVE_INFINITY
        : epochDayOf(entry.effectiveOn, `rates.${at}.effectiveOn`);
    if (days.has(from))
      refuse('argument-invalid', `rates.${at}.effectiveOn`, entry.effectiveOn, 'a day no other rate starts on');
    days.add(from);
    if (from <= on && from >= since) {
      found = entry.rate;
      since = from;
    }
  }
  return found ?? refuse('term-not-in-force', 'rates', isoOfEpochDay(on), 'a rate in force on that day');
}
