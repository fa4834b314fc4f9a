import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { maxMoney } from '../money/maxMoney.js';
import { minMoney } from '../money/minMoney.js';
import { type Money, moneyOfUnits, requireCurrency, requireMoney, requireNotNegative } from '../money/money.js';
import { negateMoney } from '../money/negateMoney.js';
import { subtractMoney } from '../money/subtractMoney.js';

/** Where what is not refunded goes: it stays usable, is forfeited, is carried to the next period, was bonus money, or lapses. */
export type RestOfBalance = 'stays' | 'forfeited' | 'carried' | 'bonus' | 'lapsed';

/** Terms of the refund of a balance when an account is closed. */
export interface ClosingRefundTerms<C extends CurrencyCode> {
  /** What the account holds; below zero where the customer owes. */
  readonly balance: Money<C>;
  /** What is set off first: damages, costs, charges not yet debited. */
  readonly setOff: Money<NoInfer<C>>;
  /** All that was ever paid in; caps the refund, so that bonus money never leaves. Absent, the agreement sets no such cap. */
  readonly deposits?: Money<NoInfer<C>>;
  /** What of the deposits went back before; absent, nothing did. Without `deposits` it changes nothing. */
  readonly refunded?: Money<NoInfer<C>>;
  /** Where `retained` goes; absent if the agreement does not say. */
  readonly rest?: RestOfBalance;
}

/** The figures behind a {@link ClosingRefund}. */
export interface ClosingRefundBasis<C extends CurrencyCode> {
  readonly balance: Money<C>;
  readonly setOff: Money<C>;
  /** `balance − setOff`. */
  readonly net: Money<C>;
  /** What may still go back: `deposits − refunded`, not below zero; absent without `deposits`. */
  readonly refundable?: Money<C>;
}

/** What an account pays out when it is closed. */
export class ClosingRefund<C extends CurrencyCode> {
  /** What goes back to the customer. */
  readonly refund: Money<C>;
  /** What the customer still owes. */
  readonly debt: Money<C>;
  /** What is neither refunded nor owed. */
  readonly retained: Money<C>;
  /** Where `retained` goes, as the terms say; absent if they do not. */
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

  /** What a reader needs to redo the sum by hand. */
  get basis(): ClosingRefundBasis<C> {
    const { balance, setOff, refundable } = this;
    return { balance, setOff, net: subtractMoney(balance, setOff), ...(refundable !== undefined && { refundable }) };
  }

  /** The wire form. */
  toJSON(): object {
    const { refund, debt, retained, rest, basis } = this;
    return { refund, debt, retained, ...(rest !== undefined && { rest }), basis };
  }
}

/**
 * What an account pays out when it is closed: `balance − setOff`, at most `deposits − refunded`. Below zero it is a debt and nothing is
 * refunded.
 *
 * Nothing is lost on the way: `refund + retained − debt = balance − setOff`.
 *
 * @clause "On termination the balance is refunded, less damages, and never more than the customer paid in; what damages exceed the balance
 * stays a debt."
 * @throws {@link AgreementError} `currency-mismatch` for sums in two currencies; `amount-invalid` for a negative set-off, deposit or earlier
 * refund; `argument-invalid` for an unknown `rest`.
 * @example Covered, exactly used up, and a tiyn short
 * ```ts
 * const balance = money('80.00', 'KZT');
 * closingRefund({ balance, setOff: money('79.99', 'KZT') }).refund // => money('0.01', 'KZT')
 * closingRefund({ balance, setOff: money('80.00', 'KZT') }).debt // => money('0.00', 'KZT')
 * closingRefund({ balance, setOff: money('80.01', 'KZT') }).debt // => money('0.01', 'KZT')
 * closingRefund({ balance, setOff: money('-1.00', 'KZT') }) // throws 'amount-invalid'
 * ```
 * @example Bonus money does not leave
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
