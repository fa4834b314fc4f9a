import { addMoney } from '../../money/addMoney.js';
import { minMoney } from '../../money/minMoney.js';
import { type Money, moneyOfJson } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { Debt } from './accountJson.js';
import { copyOf } from './copyOf.js';
import { SharedList } from './sharedList.js';

/** A debt in the state. @internal */
export interface DebtState {
  readonly cause: string;
  readonly since: string;
  readonly amount: Money;
  readonly left: Money;
  readonly payments: readonly { readonly paidOn: string; readonly amount: Money }[];
  /** The cause of the first of the debts that were owed at the same time. */
  readonly together: string;
  readonly purchase?: string;
}

const noDebts: SharedList<DebtState> = /* @__PURE__ */ SharedList.of<DebtState>([]);

/**
 * The debts of an account and their payments, oldest first. Debts are replaced rather than modified, so that a copy can
 * share them.
 *
 * @internal
 */
export class Debts {
  /** What is left of all debts. */
  owed: Money;
  // Paid debts never change again: they are moved to a shared list when a state is copied.
  #paid: SharedList<DebtState> = noDebts;
  #debts: DebtState[] = [];
  #first = 0;

  constructor(owed: Money) {
    this.owed = owed;
  }

  /** The debts from the JSON of a state. */
  static from(debts: readonly Debt[], nothing: Money): Debts {
    const read = new Debts(nothing);
    read.#debts = debts.map((debt) => {
      const payments = debt.payments.map(({ paidOn, amount }) => ({ paidOn, amount: moneyOfJson(amount) }));
      const amount = moneyOfJson(debt.amount);
      const left = payments.reduce((rest, payment) => subtractMoney(rest, payment.amount), amount);
      read.owed = addMoney(read.owed, left);
      return { ...debt, amount, left, payments };
    });
    return read;
  }

  /** A copy that can be modified; this one does not change. */
  copy(): Debts {
    if (this.#first > 0) {
      this.#paid = this.#paid.with(this.#debts.slice(0, this.#first));
      this.#debts = this.#debts.slice(this.#first);
      this.#first = 0;
    }
    const copy = new Debts(this.owed);
    copy.#paid = this.#paid;
    copy.#debts = copyOf(this.#debts);
    return copy;
  }

  /** All debts, including paid ones. */
  get all(): readonly DebtState[] {
    return this.#paid.before(this.#debts);
  }

  /** Whether there may be a debt that is not paid. */
  get areOpen(): boolean {
    return this.#first < this.#debts.length;
  }

  /** Adds a debt from a day. */
  owe(debt: Omit<DebtState, 'left' | 'payments' | 'together'>): void {
    const before = this.owed.units === 0 ? undefined : this.#debts[this.#debts.length - 1];
    this.#debts.push({ ...debt, left: debt.amount, payments: [], together: before?.together ?? debt.cause });
    this.owed = addMoney(this.owed, debt.amount);
  }

  /**
   * Pays the debts, oldest first; calls back with what was paid for a purchase. Returns the causes of the debts it paid
   * off, and what was left of the amount.
   */
  pay(
    amount: Money,
    paidOn: string,
    paidFor: (purchase: string, paid: Money) => void,
  ): { readonly paidOff: readonly string[]; readonly left: Money } {
    const paidOff: string[] = [];
    let left = amount;
    for (let at = this.#first; at < this.#debts.length && left.units !== 0; at += 1) {
      const debt = this.#debts[at] as DebtState;
      const paid = minMoney(debt.left, left);
      if (paid.units === 0) continue;
      const rest = subtractMoney(debt.left, paid);
      this.#debts[at] = { ...debt, left: rest, payments: [...debt.payments, { paidOn, amount: paid }] };
      if (debt.purchase !== undefined) paidFor(debt.purchase, paid);
      left = subtractMoney(left, paid);
      if (rest.units === 0) paidOff.push(debt.cause);
    }
    while ((this.#debts[this.#first]?.left.units ?? 1) === 0) this.#first += 1;
    this.owed = subtractMoney(this.owed, subtractMoney(amount, left));
    return { paidOff, left };
  }

  toJSON(): readonly Debt[] {
    return this.all.map(
      ({ cause, since, amount, payments, together, purchase }): Debt => ({
        cause,
        since,
        amount: amount.toJSON(),
        payments: payments.map((payment) => ({ paidOn: payment.paidOn, amount: payment.amount.toJSON() })),
        together,
        ...(purchase !== undefined && { purchase }),
      }),
    );
  }
}
