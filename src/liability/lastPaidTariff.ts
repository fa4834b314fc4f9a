import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/** A purchase of a tariff. */
export interface TariffPurchase<C extends CurrencyCode> {
  readonly paidOn: DayInput;
  /** The amount actually paid; zero for a free tariff. */
  readonly paid: Money<C>;
  /** The list price; more than the amount paid if there was a discount. */
  readonly price: Money<C>;
}

/** Terms for finding the last paid tariff. */
export interface LastPaidTariffTerms<C extends CurrencyCode> {
  /** All purchases, in any order; of two on the same day, the later in the list is the later one. */
  readonly purchases: readonly TariffPurchase<C>[];
  /** The day, inclusive. */
  readonly on: DayInput;
}

/** The last paid tariff, with the two amounts on which caps are based. */
export interface PaidTariff<C extends CurrencyCode> {
  readonly paidOn: Temporal.PlainDate;
  readonly paid: Money<C>;
  readonly price: Money<C>;
}

/**
 * The last tariff paid with a positive amount on or before a day; null if there is none.
 *
 * A free tariff in between does not replace a paid one. The day of the payment is included.
 *
 * @clause "…, up to 5 % of the amount the client actually paid for the last paid tariff."
 * @throws {@link AgreementError} `currency-mismatch` for purchases in two currencies; `amount-invalid` for a negative
 * amount; `day-invalid`;
 * `argument-invalid` if `purchases` is not a list of purchases.
 * @example Paid, free, paid again
 * ```ts
 * const price = money('100000.00', 'KZT');
 * const purchases = [
 *   { paidOn: '2026-01-05', paid: money('90000.00', 'KZT'), price },
 *   { paidOn: '2026-04-01', paid: money('0.00', 'KZT'), price },
 *   { paidOn: '2026-06-01', paid: money('60000.00', 'KZT'), price },
 * ];
 * lastPaidTariff({ purchases, on: '2026-05-31' })?.paid // => money('90000.00', 'KZT')
 * lastPaidTariff({ purchases, on: '2026-06-01' })?.paid // => money('60000.00', 'KZT')
 * lastPaidTariff({ purchases, on: '2026-01-04' }) // => null
 * lastPaidTariff({ purchases, on: '2026-02-30' }) // throws 'day-invalid'
 * ```
 */
export function lastPaidTariff<C extends CurrencyCode>(terms: LastPaidTariffTerms<C>): PaidTariff<C> | null {
  requireTerms(terms);
  const { purchases } = terms;
  if (!isList(purchases)) refuse('argument-invalid', 'purchases', purchases, 'a list of { paidOn, paid, price }');
  const on = epochDayOf(terms.on, 'on');
  let last: TariffPurchase<C> | undefined;
  let lastDay = Number.NEGATIVE_INFINITY;
  let currency: CurrencyCode | undefined;
  for (let at = 0; at < purchases.length; at += 1) {
    const purchase: TariffPurchase<C> = purchases[at];
    if (typeof purchase !== 'object' || purchase === null)
      refuse('argument-invalid', `purchases.${at}`, purchase, '{ paidOn, paid, price }');
    const { paid, price } = purchase;
    requireNotNegative(paid, `purchases.${at}.paid`);
    currency ??= paid.currency;
    requireCurrency(paid, currency, `purchases.${at}.paid`);
    requireCurrency(price, currency, `purchases.${at}.price`);
    requireNotNegative(price, `purchases.${at}.price`);
    const day = epochDayOf(purchase.paidOn, `purchases.${at}.paidOn`);
    if (paid.units === 0 || day > on || day < lastDay) continue;
    last = purchase;
    lastDay = day;
  }
  return last === undefined ? null : { paidOn: plainDay(lastDay), paid: last.paid, price: last.price };
}
