import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { isPlainAmount, requireCurrency, requireNotNegative } from '../money/money.js';
import { unitsTimesDecimal } from '../money/multiplyMoney.js';
import { parseRate } from '../money/rate.js';
import { requireRounding } from '../money/rounding.js';
import { epochDayOf } from '../time/dayInput.js';
import { requireEpochDay } from '../time/epochDay.js';
import { LatePaymentPenalty } from './latePaymentPenaltyAnswer.js';
import type { LatePaymentPenaltyTerms } from './latePaymentPenaltyTerms.js';
import { isOwedOn, noPayments, readPayments, readRates } from './penaltyFacts.js';

/**
 * A penalty that accrues daily on what is overdue, up to a cap: `Σ outstanding(d) × rate(d)` over the days after
 * `dueOn` up to `asOf`, at most `cap.rate × cap.base`.
 *
 * The due day is not late; day 1 is the day after. A payment reduces the amount from its day, or from the day after
 * with `countPaymentDay`. Accrual and cap are each rounded once from the exact value; the penalty is the smaller of the
 * two.
 *
 * @clause "For late payment the customer pays 0.1 % of the overdue sum for each calendar day of delay, at most 5 % of the debt."
 * @throws {@link AgreementError} `currency-mismatch` for a payment or cap base in another currency; `amount-invalid`
 * for a negative amount;
 * `rate-invalid` for a rate that is negative or not a decimal string; `term-not-in-force` if the first day of delay has
 * no rate and is needed, for `asOf` or to look ahead for the cap; `argument-invalid` for an empty list of rates or two
 * from the same day.
 * @example Day 50 reaches the cap of 5 % exactly, day 51 exceeds it
 * ```ts
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', rates: [{ dailyRate: '0.001' }],
 *   cap: { rate: '0.05', base: money('100000.00', 'KZT') }, countPaymentDay: false, rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty({ ...terms, asOf: '2026-03-31' }).penalty // => money('0.00', 'KZT')
 * latePaymentPenalty({ ...terms, asOf: '2026-05-20' }).capped // => false
 * const late = latePaymentPenalty({ ...terms, asOf: '2026-05-21' });
 * late.penalty // => money('5000.00', 'KZT')
 * late.accrued // => money('5100.00', 'KZT')
 * late.capReachedOn // => '2026-05-20'
 * ```
 * @example 5 % of 119,999.90 is 5,999.995; the cap is rounded down if the agreement says so
 * ```ts
 * const terms = {
 *   overdue: money('119999.90', 'KZT'), dueOn: '2026-03-31', asOf: '2026-12-31', rates: [{ dailyRate: '0.001' }],
 *   cap: { rate: '0.05', base: money('119999.90', 'KZT') }, countPaymentDay: false, rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty(terms).penalty // => money('6000.00', 'KZT')
 * latePaymentPenalty({ ...terms, capRounding: 'floor' }).penalty // => money('5999.99', 'KZT')
 * ```
 * @example A partial payment, with and without counting its own day
 * ```ts
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', asOf: '2026-04-10', rates: [{ dailyRate: '0.001' }],
 *   payments: [{ paidOn: '2026-04-05', amount: money('60000.00', 'KZT') }], rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty({ ...terms, countPaymentDay: false }).penalty // => money('640.00', 'KZT')
 * latePaymentPenalty({ ...terms, countPaymentDay: true }).penalty // => money('700.00', 'KZT')
 * ```
 * @example One three-hundredth of a reference rate of 11 %, exactly
 * ```ts
 * latePaymentPenalty({
 *   overdue: money('300000.00', 'RUB'), dueOn: '2016-03-20', asOf: '2016-03-31', rates: [{ dailyRate: '0.11/300' }],
 *   countPaymentDay: false, rounding: 'floor',
 * }).penalty // => money('1210.00', 'RUB')
 * ```
 * @example A day of delay without a rate has no answer
 * ```ts
 * latePaymentPenalty({
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', asOf: '2026-04-10',
 *   rates: [{ effectiveOn: '2026-04-02', dailyRate: '0.001' }], countPaymentDay: false, rounding: 'halfExpand',
 * }) // throws 'term-not-in-force'
 * ```
 */
export function latePaymentPenalty<C extends CurrencyCode>(terms: LatePaymentPenaltyTerms<C>): LatePaymentPenalty<C> {
  requireTerms(terms);
  // Destructured here, so that V8 can elide the object where this call is inlined.
  const { overdue, cap, payments, countPaymentDay, rounding, capRounding = rounding } = terms;
  requireNotNegative(overdue, 'overdue');
  requireRounding(rounding);
  requireRounding(capRounding, 'capRounding');
  if (typeof countPaymentDay !== 'boolean')
    refuse('argument-invalid', 'countPaymentDay', countPaymentDay, 'true or false');
  const dueOn = epochDayOf(terms.dueOn, 'dueOn');
  requireEpochDay(dueOn + 1, 'dueOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  if (cap !== undefined) {
    if (typeof cap !== 'object' || cap === null) refuse('argument-invalid', 'cap', cap, '{ rate, base }');
    if (!isPlainAmount(cap.base, overdue.currency)) {
      requireCurrency(cap.base, overdue.currency, 'cap.base');
      requireNotNegative(cap.base, 'cap.base');
    }
  }
  const paid = payments === undefined ? noPayments : readPayments(payments, overdue.currency, countPaymentDay);
  // Look for the cap even after `asOf`, unless nothing is owed then.
  const looksPastDue = asOf > dueOn || (cap !== undefined && isOwedOn(dueOn + 1, overdue, paid));
  const rates = readRates(terms.rates, dueOn, looksPastDue);
  const capUnits = cap && unitsTimesDecimal(cap.base, parseRate(cap.rate, 'cap.rate'), capRounding);
  return new LatePaymentPenalty({
    overdue,
    firstDay: dueOn + 1,
    lastDay: asOf,
    payments: paid,
    rates,
    capRate: cap?.rate,
    capBase: cap?.base,
    capUnits,
    rounding,
  });
}
