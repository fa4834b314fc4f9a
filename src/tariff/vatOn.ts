import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireMoney } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import { ratioOf } from '../money/ratio.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { always, orderOfDays, placeInForce } from '../time/datedSchedule.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/** A rate of value added tax and the first day on which it is in force. */
export interface VatRate {
  /** The first day; may be omitted for the earliest rate, which then has always been in force. */
  readonly effectiveOn?: DayInput;
  /** The rate as a fraction of the net amount: `'0.16'` is 16 %. */
  readonly rate: Rate;
}

/** Terms of {@link vatOn}. */
export interface VatOnTerms<C extends CurrencyCode> {
  /** The amount, net or gross; negative for a credit. */
  readonly amount: Money<C>;
  /** Whether the amount excludes or includes the tax. */
  readonly amountIs: 'net' | 'gross';
  /** The day of the supply, whose rate applies. */
  readonly on: DayInput;
  /** The rates and their changes, in any order; no two from the same day. */
  readonly rates: readonly VatRate[];
  /** How the tax is rounded to minor units. */
  readonly rounding: Rounding;
}

/** An amount net, its tax, and the gross amount. */
export class VatOn<C extends CurrencyCode> {
  readonly net: Money<C>;
  readonly vat: Money<C>;
  /** Always `net + vat`. */
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

  /** The figures needed to check the amount by hand. */
  get basis(): { readonly on: Temporal.PlainDate } {
    return { on: plainDay(this.on) };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { net, vat, gross, rate, basis } = this;
    return { net, vat, gross, rate, basis };
  }
}

/**
 * The value added tax on an amount, or contained in it, at the rate in force on a day: `net × rate`, or
 * `gross × rate / (1 + rate)`; rounded once, so that net and tax add up to the gross amount.
 *
 * @clause "Prices include value added tax at the rate in force on the day of the service."
 * @throws {@link AgreementError} `term-not-in-force` if no rate is in force on the day; `rate-invalid`;
 * `argument-invalid` for an empty list of rates, two from the same day or an amount that is neither net nor gross;
 * `day-invalid`, `rounding-unknown`.
 * @example The first day of a new rate and the day before
 * ```ts
 * const terms = {
 *   amount: money('11600.00', 'KZT'), rates: [{ rate: '0.12' }, { effectiveOn: '2026-01-01', rate: '0.16' }], rounding: 'halfExpand',
 * } as const;
 * vatOn({ ...terms, amountIs: 'gross', on: '2026-01-01' }).net // => money('10000.00', 'KZT')
 * vatOn({ ...terms, amountIs: 'gross', on: '2025-12-31' }).vat // => money('1242.86', 'KZT')
 * vatOn({ ...terms, amountIs: 'net', on: '2026-01-01' }).gross // => money('13456.00', 'KZT')
 * vatOn({ ...terms, amountIs: 'net', on: 'now' }) // throws 'day-invalid'
 * ```
 */
export function vatOn<C extends CurrencyCode>(terms: VatOnTerms<C>): VatOn<C> {
  requireTerms(terms);
  const { amount, amountIs, rounding } = terms;
  requireMoney(amount, 'amount');
  requireRounding(rounding);
  if (amountIs !== 'net' && amountIs !== 'gross') refuse('argument-invalid', 'amountIs', amountIs, '"net" or "gross"');
  const on = epochDayOf(terms.on, 'on');
  const rate = rateOf(terms.rates, on);
  const { above, below } = ratioOf(parseRate(rate, 'rates'));
  const units = amount.minorUnits;
  const tax = divideRoundedBig(units * above, amountIs === 'net' ? below : below + above, rounding);
  const vat = moneyOfBig(tax, amount.currency);
  return amountIs === 'net'
    ? new VatOn(amount, vat, moneyOfBig(units + tax, amount.currency), rate, on)
    : new VatOn(moneyOfBig(units - tax, amount.currency), vat, amount, rate, on);
}

function rateOf(rates: readonly VatRate[], on: number): Rate {
  if (!isList(rates) || rates.length === 0)
    refuse('argument-invalid', 'rates', rates, 'a list with at least one { effectiveOn, rate }');
  const from = Array.from(rates as readonly VatRate[], (entry, at): number => {
    if (typeof entry !== 'object' || entry === null)
      refuse('argument-invalid', `rates.${at}`, entry, '{ effectiveOn, rate }');
    parseRate(entry.rate, `rates.${at}.rate`);
    return entry.effectiveOn === undefined ? always : epochDayOf(entry.effectiveOn, `rates.${at}.effectiveOn`);
  });
  const order = orderOfDays(from, 'rates', 'rate') ?? [...from.keys()];
  const place = placeInForce(
    order.map((at) => from[at] as number),
    on,
    'rates',
    'rate',
  );
  return (rates[order[place] as number] as VatRate).rate;
}
