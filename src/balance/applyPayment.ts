import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { addMoney } from '../money/addMoney.js';
import { compareMoney } from '../money/compareMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { minMoney } from '../money/minMoney.js';
import { type Money, moneyOfUnits, requireCurrency, requireNotNegative } from '../money/money.js';
import { subtractMoney } from '../money/subtractMoney.js';

/** Terms of {@link applyPayment}. */
export interface ApplyPaymentTerms<C extends CurrencyCode> {
  /** The amount paid; not negative. */
  readonly payment: Money<C>;
  /** The existing debts, none negative, oldest first. */
  readonly debts: readonly Money<NoInfer<C>>[];
  /** The price of the service to start with the rest; omit it if there is none. */
  readonly price?: Money<NoInfer<C>>;
}

/** The figures behind an {@link AppliedPayment}. */
export interface AppliedPaymentBasis<C extends CurrencyCode> {
  readonly payment: Money<C>;
  /** The total of all debts. */
  readonly owed: Money<C>;
  /** The part of the payment used for them. */
  readonly repaid: Money<C>;
  /** The price; absent if there is none. */
  readonly price?: Money<C>;
}

/** How a payment is applied. */
export class AppliedPayment<C extends CurrencyCode> {
  /** The amount applied to each debt, in the order of the debts. */
  readonly toDebts: readonly Money<C>[];
  /** What is left after the debts. */
  readonly left: Money<C>;
  /** Whether what is left covers the price; absent without a price. */
  declare readonly activates?: boolean;
  /** What is carried over to the next period: what is left, less the price if it was paid. */
  readonly carried: Money<C>;
  /** @internal */
  readonly payment: Money<C>;
  /** @internal */
  readonly owed: Money<C>;
  /** @internal */
  readonly price: Money<C> | undefined;

  /** @internal */
  constructor(
    payment: Money<C>,
    owed: Money<C>,
    toDebts: readonly Money<C>[],
    left: Money<C>,
    price: Money<C> | undefined,
  ) {
    const activates = price !== undefined && compareMoney(left, price) >= 0;
    this.toDebts = Object.freeze(toDebts);
    this.left = left;
    if (price !== undefined) this.activates = activates;
    this.carried = activates ? subtractMoney(left, price) : left;
    this.payment = payment;
    this.owed = owed;
    this.price = price;
  }

  /** The figures needed to check the result by hand. */
  get basis(): AppliedPaymentBasis<C> {
    const { payment, owed, left, price } = this;
    return { payment, owed, repaid: subtractMoney(payment, left), ...(price !== undefined && { price }) };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { toDebts, left, activates, carried, basis } = this;
    return { toDebts, left, activates, carried, basis };
  }
}

/**
 * Applies a payment: first to the debts, each as far as the money goes before the next one; then to the price, in full
 * or not at all; the rest is carried over. `payment = sum of toDebts + (price, if it activates) + carried`.
 *
 * @clause "A payment settles the oldest debt first, then pays for the service; the remainder counts towards the next
 * period."
 * @throws {@link AgreementError} `currency-mismatch` if a debt or the price is in another currency; `amount-invalid`
 * for a negative amount;
 * `argument-invalid` if `debts` is not a list of amounts.
 * @example Exactly the debt and the price, then a tiyn less
 * ```ts
 * const terms = { debts: [money('300.00', 'KZT')], price: money('990.00', 'KZT') } as const;
 * applyPayment({ ...terms, payment: money('1290.00', 'KZT') }).activates // => true
 * const short = applyPayment({ ...terms, payment: money('1289.99', 'KZT') });
 * short.activates // => false
 * short.carried // => money('989.99', 'KZT')
 * ```
 * @example Several debts: one entry for each, even if it receives nothing
 * ```ts
 * const split = applyPayment({
 *   payment: money('500.00', 'KZT'),
 *   debts: [money('400.00', 'KZT'), money('150.00', 'KZT'), money('10.00', 'KZT')],
 * });
 * split.toDebts // => [money('400.00', 'KZT'), money('100.00', 'KZT'), money('0.00', 'KZT')]
 * split.left // => money('0.00', 'KZT')
 * ```
 * @example A negative payment
 * ```ts
 * applyPayment({ payment: money('-1.00', 'KZT'), debts: [] }) // throws 'amount-invalid'
 * ```
 */
export function applyPayment<C extends CurrencyCode>(terms: ApplyPaymentTerms<C>): AppliedPayment<C> {
  requireTerms(terms);
  const { payment, debts, price } = terms;
  requireNotNegative(payment, 'payment');
  const { currency } = payment;
  if (price !== undefined) {
    requireCurrency(price, currency, 'price');
    requireNotNegative(price, 'price');
  }
  if (!isList(debts)) refuse('argument-invalid', 'debts', debts, 'a list of amounts, the oldest debt first');
  const toDebts: Money<C>[] = [];
  let left = payment;
  let owed: Money<C> = moneyOfUnits(0, currency);
  for (let at = 0; at < debts.length; at += 1) {
    const debt = debts[at] as Money<C>;
    requireCurrency(debt, currency, `debts.${at}`);
    requireNotNegative(debt, `debts.${at}`);
    const part = minMoney(left, debt);
    toDebts.push(part);
    left = subtractMoney(left, part);
    owed = addMoney(owed, debt);
  }
  return new AppliedPayment(payment, owed, toDebts, left, price);
}
