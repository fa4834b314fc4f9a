import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { compareMoney } from '../money/compareMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { minMoney } from '../money/minMoney.js';
import { type Money, moneyOfUnits, requireCurrency, requireMoney, requireNotNegative } from '../money/money.js';
import { subtractMoney } from '../money/subtractMoney.js';

/** Terms of {@link debitBalance}. */
export interface DebitBalanceTerms<C extends CurrencyCode> {
  /** The balance before the charge; if negative, it covers nothing. */
  readonly balance: Money<C>;
  /** The amount to debit; not negative. */
  readonly charge: Money<NoInfer<C>>;
  /** Whether a balance that does not cover the charge is debited as far as it goes. */
  readonly partial: boolean;
}

/** The figures behind a {@link DebitedBalance}. */
export interface DebitedBalanceBasis<C extends CurrencyCode> {
  /** The balance before the charge. */
  readonly balanceBefore: Money<C>;
  readonly charge: Money<C>;
  readonly partial: boolean;
}

/** The effect of a charge on a balance. */
export class DebitedBalance<C extends CurrencyCode> {
  /** The amount debited. */
  readonly debited: Money<C>;
  /** The balance after the debit. */
  readonly balance: Money<C>;
  /** The part of the charge that the balance does not cover, whether or not the rest was debited. */
  readonly short: Money<C>;
  /** @internal */
  readonly balanceBefore: Money<C>;
  /** @internal */
  readonly charge: Money<C>;
  /** @internal */
  readonly partial: boolean;

  /** @internal */
  constructor(debited: Money<C>, short: Money<C>, balanceBefore: Money<C>, charge: Money<C>, partial: boolean) {
    this.debited = debited;
    this.balance = subtractMoney(balanceBefore, debited);
    this.short = short;
    this.balanceBefore = balanceBefore;
    this.charge = charge;
    this.partial = partial;
  }

  /** The figures needed to check the result by hand. */
  get basis(): DebitedBalanceBasis<C> {
    const { balanceBefore, charge, partial } = this;
    return { balanceBefore, charge, partial };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly debited: Money<C>;
    readonly balance: Money<C>;
    readonly short: Money<C>;
    readonly basis: DebitedBalanceBasis<C>;
  } {
    const { debited, balance, short, basis } = this;
    return { debited, balance, short, basis };
  }
}

/**
 * Debits a charge from a prepaid balance, never below zero: all of it if the balance covers it; otherwise nothing, or
 * what is available if `partial`. `short = charge − min(charge, balance)`, so that `debited + short = charge` if
 * partial debits are allowed.
 *
 * @clause "The balance must cover the cost of the services; if it does not, they are suspended."
 * @throws {@link AgreementError} `currency-mismatch` if the charge is in another currency; `amount-invalid` for a
 * negative charge;
 * `argument-invalid` if `partial` is not a boolean.
 * @example Exactly enough, then a tiyn short, in full or in part
 * ```ts
 * const terms = { charge: money('100.00', 'KZT'), partial: false } as const;
 * debitBalance({ ...terms, balance: money('100.00', 'KZT') }).balance // => money('0.00', 'KZT')
 * debitBalance({ ...terms, balance: money('99.99', 'KZT') }).debited // => money('0.00', 'KZT')
 * debitBalance({ ...terms, balance: money('99.99', 'KZT') }).short // => money('0.01', 'KZT')
 * debitBalance({ ...terms, balance: money('99.99', 'KZT'), partial: true }).debited // => money('99.99', 'KZT')
 * debitBalance({ ...terms, charge: money('-1.00', 'KZT'), balance: money('99.99', 'KZT') }) // throws 'amount-invalid'
 * ```
 * @example A negative balance covers nothing and does not change
 * ```ts
 * const debit = debitBalance({ balance: money('-18.00', 'KZT'), charge: money('100.00', 'KZT'), partial: true });
 * debit.balance // => money('-18.00', 'KZT')
 * debit.short // => money('100.00', 'KZT')
 * ```
 */
export function debitBalance<C extends CurrencyCode>(terms: DebitBalanceTerms<C>): DebitedBalance<C> {
  requireTerms(terms);
  const { balance, charge, partial } = terms;
  requireMoney(balance, 'balance');
  requireCurrency(charge, balance.currency, 'charge');
  requireNotNegative(charge, 'charge');
  if (typeof partial !== 'boolean') refuse('argument-invalid', 'partial', partial, 'true or false');
  const nothing = moneyOfUnits(0, balance.currency);
  const covered = compareMoney(balance, nothing) > 0 ? minMoney(balance, charge) : nothing;
  const short = subtractMoney(charge, covered);
  const debited = partial || compareMoney(short, nothing) === 0 ? covered : nothing;
  return new DebitedBalance(debited, short, balance, charge, partial);
}
