import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { maxMoney } from '../money/maxMoney.js';
import { minMoney } from '../money/minMoney.js';
import { type Money, moneyOfUnits, requireCurrency, requireMoney, requireNotNegative } from '../money/money.js';
import { negateMoney } from '../money/negateMoney.js';
import { subtractMoney } from '../money/subtractMoney.js';

/**
 * What happens to the amount that is not refunded: it stays usable, is forfeited, is carried over to the next period,
 * was bonus money, or lapses.
 */
export type RestOfBalance = 'stays' | 'forfeited' | 'carried' | 'bonus' | 'lapsed';

/** Terms of the refund of a balance when an account is closed. */
export interface ClosingRefundTerms<C extends CurrencyCode> {
  /** The balance of the account; negative if the customer owes money. */
  readonly balance: Money<C>;
  /** What is set off first: damages, costs, charges not yet debited. */
  readonly setOff: Money<NoInfer<C>>;
  /**
   * The total ever paid in; it caps the refund, so that bonus money is never paid out. Omit it if the agreement has no
   * such cap.
   */
  readonly deposits?: Money<NoInfer<C>>;
  /** The part of the deposits already refunded; defaults to nothing. Has no effect without `deposits`. */
  readonly refunded?: Money<NoInfer<C>>;
  /** What happens to `retained`; omit it if the agreement does not say. */
  readonly rest?: RestOfBalance;
}

/** The figures behind a {@link ClosingRefund}. */
export interface ClosingRefundBasis<C extends CurrencyCode> {
  readonly balance: Money<C>;
  readonly setOff: Money<C>;
  /** `balance − setOff`. */
  readonly net: Money<C>;
  /** What can still be refunded: `deposits − refunded`, at least zero; absent without `deposits`. */
  readonly refundable?: Money<C>;
}

/** What is paid out when an account is closed. */
export class ClosingRefund<C extends CurrencyCode> {
  /** The amount refunded to the customer. */
  readonly refund: Money<C>;
  /** The amount the customer still owes. */
  readonly debt: Money<C>;
  /** The amount that is neither refunded nor owed. */
  readonly retained: Money<C>;
  /** What happens to `retained` under the terms; absent if they do not say. */
  readonly rest?: RestOfBalance;
  /** @internal */
  readonly balance: Money<C>;
  /** @internal */
  readonly setOff: Money<C>;
  /** @internal */
  readonly refundable: Money<C> | undefined;

  /** @internal */
  constructor(balance: Money<C>, setOff: Money<C>, refundable: Money<C> | undefined, rest: RestOfBalance | undefined) {
    const zero = moneyOfUnits(0, balance.currency);
    const net = subtractMoney(balance, setOff);
    const positive = maxMoney(net, zero);
    this.refund = refundable === undefined ? positive : minMoney(positive, refundable);
    this.debt = maxMoney(negateMoney(net), zero);
    this.retained = subtractMoney(positive, this.refund);
    if (rest !== undefined) this.rest = rest;
    this.balance = balance;
    this.setOff = setOff;
    this.refundable = refundable;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): ClosingRefundBasis<C> {
    const { balance, setOff, refundable } = this;
    return { balance, setOff, net: subtractMoney(balance, setOff), ...(refundable !== undefined && { refundable }) };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { refund, debt, retained, rest, basis } = this;
    return { refund, debt, retained, ...(rest !== undefined && { rest }), basis };
  }
}

/**
 * The amount paid out when an account is closed: `balance − setOff`, at most `deposits − refunded`. If it is negative,
 * it is a debt and nothing is refunded.
 *
 * The amounts always add up: `refund + retained − debt = balance − setOff`.
 *
 * @clause "On termination the balance is refunded, less damages, and never more than the customer paid in; damages in
 * excess of the balance remain a debt."
 * @throws {@link AgreementError} `currency-mismatch` for amounts in two currencies; `amount-invalid` for a negative
 * set-off, deposit or earlier refund; `argument-invalid` for an unknown `rest`.
 * @example Covered, exactly used up, and a tiyn short
 * ```ts
 * const balance = money('80.00', 'KZT');
 * closingRefund({ balance, setOff: money('79.99', 'KZT') }).refund // => money('0.01', 'KZT')
 * closingRefund({ balance, setOff: money('80.00', 'KZT') }).debt // => money('0.00', 'KZT')
 * closingRefund({ balance, setOff: money('80.01', 'KZT') }).debt // => money('0.01', 'KZT')
 * closingRefund({ balance, setOff: money('-1.00', 'KZT') }) // throws 'amount-invalid'
 * ```
 * @example Bonus money is not paid out
 * ```ts
 * const closed = closingRefund({
 *   balance: money('80.00', 'KZT'), setOff: money('0.00', 'KZT'),
 *   deposits: money('100.00', 'KZT'), refunded: money('70.00', 'KZT'), rest: 'bonus',
 * });
 * closed.refund // => money('30.00', 'KZT')
 * closed.retained // => money('50.00', 'KZT')
 * closed.rest // => 'bonus'
 * ```
 */
export function closingRefund<C extends CurrencyCode>(terms: ClosingRefundTerms<C>): ClosingRefund<C> {
  requireTerms(terms);
  const { balance, setOff, deposits, refunded, rest } = terms;
  requireMoney(balance, 'balance');
  requireSum(setOff, balance.currency, 'setOff');
  if (deposits !== undefined) requireSum(deposits, balance.currency, 'deposits');
  if (refunded !== undefined) requireSum(refunded, balance.currency, 'refunded');
  if (rest !== undefined && !rests.includes(rest))
    refuse('argument-invalid', 'rest', rest, `one of ${rests.join(', ')}`);
  return new ClosingRefund(
    balance,
    setOff,
    deposits === undefined ? undefined : refundableOf<C>(deposits, refunded),
    rest,
  );
}

function refundableOf<C extends CurrencyCode>(deposits: Money<C>, refunded: Money<NoInfer<C>> | undefined): Money<C> {
  return refunded === undefined
    ? deposits
    : maxMoney(subtractMoney(deposits, refunded), moneyOfUnits(0, deposits.currency));
}

function requireSum(sum: Money, currency: CurrencyCode, field: string): void {
  requireCurrency(sum, currency, field);
  requireNotNegative(sum, field);
}

const rests: readonly RestOfBalance[] = ['stays', 'forfeited', 'carried', 'bonus', 'lapsed'];
