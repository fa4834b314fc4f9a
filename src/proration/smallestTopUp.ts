import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireCurrency, requireMoney, requireNotNegative } from '../money/money.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import type { BalanceLastsUntilTerms } from './balanceLastsUntil.js';
import { dailyCharges } from './dailyCharges.js';

/** Terms of {@link smallestTopUp}: those of {@link balanceLastsUntil}, and the day to reach. */
export interface SmallestTopUpTerms<C extends CurrencyCode> extends BalanceLastsUntilTerms<C> {
  /** The last day to be paid in full; not before `firstDay`. */
  readonly lastDay: DayInput;
}

/**
 * The smallest top-up with which a balance pays for every day through `lastDay`: the charges for those days less the
 * balance, at least zero.
 *
 * @clause "The balance must cover the cost of the services; a day is not debited in part."
 * @throws {@link AgreementError} `range-reversed` if `lastDay` is before `firstDay`; otherwise as {@link dailyCharges};
 * `amount-invalid` for a negative price; `currency-mismatch`.
 * @example 31.00 a month from 29 January: through 6 February, and a day more
 * ```ts
 * const terms = {
 *   balance: money('5.00', 'USD'), prices: [{ effectiveOn: '2026-01-01', monthlyPrice: money('31.00', 'USD') }],
 *   firstDay: '2026-01-29', spread: 'cumulative', rounding: 'halfExpand',
 * } as const;
 * smallestTopUp({ ...terms, lastDay: '2026-02-06' }) // => money('4.64', 'USD')
 * smallestTopUp({ ...terms, lastDay: '2026-02-07' }) // => money('5.75', 'USD')
 * smallestTopUp({ ...terms, lastDay: '2026-01-30' }) // => money('0.00', 'USD')
 * smallestTopUp({ ...terms, lastDay: '2026-01-28' }) // throws 'range-reversed'
 * ```
 */
export function smallestTopUp<C extends CurrencyCode>(terms: SmallestTopUpTerms<C>): Money<C> {
  requireTerms(terms);
  const { balance, prices, firstDay, lastDay, spread, rounding } = terms;
  requireMoney(balance, 'balance');
  const [first, last] = [epochDayOf(firstDay, 'firstDay'), epochDayOf(lastDay, 'lastDay')];
  if (last < first)
    refuse('range-reversed', 'lastDay', isoOfEpochDay(last), `a day on or after ${isoOfEpochDay(first)}`);
  const { total } = dailyCharges<C>({ prices, days: { firstDay, lastDay }, spread, rounding });
  prices.forEach((price, at) => {
    requireCurrency(price.monthlyPrice, balance.currency, `prices.${at}.monthlyPrice`);
    requireNotNegative(price.monthlyPrice, `prices.${at}.monthlyPrice`);
  });
  const short = total.minorUnits - balance.minorUnits;
  return moneyOfBig(short > 0n ? short : 0n, balance.currency);
}
