import { addMoney } from '../../money/addMoney.js';
import type { CurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfJson, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Wallet } from '../model/agreement.js';
import type { AccountJson, AssumedOrder, OpenedDeadline, OpenedRight } from './accountJson.js';
import { AppliedEvents } from './appliedEvents.js';
import { copyOf } from './copyOf.js';
import { Debts } from './debts.js';
import { type EntryRow, Journal } from './journal.js';
import { type LotOrigin, type LotState, lotOf, type Taken } from './lot.js';
import { Lots } from './lots.js';
import { NamedValues } from './namedValues.js';
import { isOpenOn } from './rights.js';

/** The effect of a credit. @internal */
export interface Credited {
  /** The causes of the debts it paid off. */
  readonly paidOff: readonly string[];
  /** What was left for the balance. */
  readonly left: Money;
}

const nothingPaidOff: readonly string[] = [];

/**
 * The state of an account: the balance, the debts, the credits and what is left of them, named values, deadlines,
 * rights and the journal.
 *
 * @internal
 */
export class AccountState {
  readonly id: string | undefined;
  readonly agreement: string;
  readonly currency: CurrencyCode;
  readonly nothing: Money;
  edition: string;
  /** The last closed day; undefined before the first event. */
  throughDay: number | undefined;
  status: string;
  deadlines: OpenedDeadline[] = [];
  /** The indices of the open deadlines. */
  openDeadlines: number[] = [];
  rights: OpenedRight[] = [];
  assumedOrder: AssumedOrder[] = [];
  appliedEvents: AppliedEvents = AppliedEvents.none;
  readonly journal: Journal;
  readonly debts: Debts;
  readonly lots: Lots;
  readonly named: NamedValues;
  // Days with only daily charges just change a number: the balance is converted to an amount on access. NaN if the
  // amount is up to date.
  #balanceUnits = Number.NaN;
  #balance: Money;
  /** What the latest debit used if there are no wallets; otherwise NaN, and `#spent` applies. */
  #spentUnits = Number.NaN;
  #spent: readonly Taken[] = [];

  private constructor(
    head: Pick<AccountState, 'id' | 'agreement' | 'currency' | 'edition' | 'throughDay' | 'status' | 'balance'>,
    nothing: Money,
    parts: Pick<AccountState, 'journal' | 'debts' | 'lots' | 'named'>,
  ) {
    this.id = head.id;
    this.agreement = head.agreement;
    this.currency = head.currency;
    this.edition = head.edition;
    this.throughDay = head.throughDay;
    this.status = head.status;
    this.#balance = head.balance;
    this.nothing = nothing;
    this.journal = parts.journal;
    this.debts = parts.debts;
    this.lots = parts.lots;
    this.named = parts.named;
  }

  /** An account without any events. */
  static opened(head: {
    readonly id: string | undefined;
    readonly agreement: string;
    readonly edition: string;
    readonly currency: CurrencyCode;
  }): AccountState {
    const nothing = moneyOfUnits(0, head.currency);
    return new AccountState({ ...head, throughDay: undefined, status: 'none', balance: nothing }, nothing, {
      journal: Journal.begun(),
      debts: new Debts(nothing),
      lots: new Lots(nothing),
      named: new NamedValues(),
    });
  }

  /** An account from its JSON. */
  static from(json: AccountJson, runs: readonly { readonly seq: number; readonly run: EntryRow }[]): AccountState {
    const { agreement, through, status, balance } = json;
    const nothing = moneyOfUnits(0, balance.currency);
    const state = new AccountState(
      {
        id: json.account,
        agreement: agreement.id,
        edition: agreement.edition,
        currency: balance.currency,
        throughDay: through === undefined ? undefined : epochDayOf(through, 'state.through'),
        status,
        balance: moneyOfJson(balance),
      },
      nothing,
      {
        journal: Journal.from(json.entries, json.remarks, runs),
        debts: Debts.from(json.debts, nothing),
        lots: Lots.from(json.lots, nothing),
        named: NamedValues.from(json),
      },
    );
    state.deadlines = [...json.deadlines];
    state.openDeadlines = json.deadlines.flatMap(({ closedOn }, at) => (closedOn === undefined ? [at] : []));
    state.rights = [...json.rights];
    state.assumedOrder = [...json.assumedOrder];
    state.appliedEvents = AppliedEvents.from(json.appliedEvents);
    return state;
  }

  /** A copy of the state that can be modified; this one does not change. */
  copy(): AccountState {
    const copy = new AccountState(this, this.nothing, {
      journal: this.journal.fork(),
      debts: this.debts.copy(),
      lots: this.lots.copy(),
      named: this.named.copy(),
    });
    copy.deadlines = copyOf(this.deadlines);
    copy.openDeadlines = copyOf(this.openDeadlines);
    copy.rights = copyOf(this.rights);
    copy.assumedOrder = copyOf(this.assumedOrder);
    copy.appliedEvents = this.appliedEvents;
    return copy;
  }

  toJSON(): AccountJson {
    return {
      format: 2,
      ...(this.id !== undefined && { account: this.id }),
      agreement: { id: this.agreement, edition: this.edition },
      ...(this.through !== undefined && { through: this.through }),
      balance: this.balance.toJSON(),
      debts: this.debts.toJSON(),
      lots: this.lots.toJSON(),
      ...this.named.toJSON(),
      status: this.status,
      appliedEvents: this.appliedEvents.toJSON(),
      assumedOrder: this.assumedOrder,
      deadlines: this.deadlines,
      rights: this.rights,
      ...this.journal.toJSON(this.currency),
      remarks: this.journal.remarks,
    };
  }

  /** The last closed day, as an ISO string; undefined before the first event. */
  get through(): string | undefined {
    return this.throughDay === undefined ? undefined : isoOfEpochDay(this.throughDay);
  }

  get balance(): Money {
    if (!Number.isNaN(this.#balanceUnits)) {
      this.#balance = moneyOfUnits(this.#balanceUnits, this.currency);
      this.#balanceUnits = Number.NaN;
    }
    return this.#balance;
  }

  set balance(balance: Money) {
    this.#balance = balance;
    this.#balanceUnits = Number.NaN;
  }

  /** The balance in minor units; NaN beyond the safe integers. */
  get balanceUnits(): number {
    return Number.isNaN(this.#balanceUnits) ? this.#balance.units : this.#balanceUnits;
  }

  /** What the latest debit used, by wallet. */
  get spent(): readonly Taken[] {
    if (!Number.isNaN(this.#spentUnits)) {
      this.#spent = [{ amount: moneyOfUnits(this.#spentUnits, this.currency) }];
      this.#spentUnits = Number.NaN;
    }
    return this.#spent;
  }

  /** The balance of a wallet. */
  inWallet(wallet: string): Money {
    return this.lots.leftOf((lot) => lot.wallet === wallet);
  }

  /** The balance of the wallets that can be paid out; without wallets the remainder of all credits. */
  payable(wallets: readonly Wallet[] | undefined): Money {
    if (wallets === undefined) return this.lots.leftOf(() => true);
    const names = new Set(wallets.filter(({ payable }) => payable).map(({ name }) => name));
    return this.lots.leftOf(({ wallet }) => wallet !== undefined && names.has(wallet));
  }

  /** Credits the balance: first pays the debts, oldest first; the rest can be spent or refunded. */
  credit(amount: Money, creditedOn: string, origin: LotOrigin): Credited {
    const { paidOff, left } = this.debts.areOpen
      ? this.debts.pay(amount, creditedOn, (purchase, paid) => this.#payLater(purchase, paid, origin.wallet))
      : { paidOff: nothingPaidOff, left: amount };
    this.balance = addMoney(this.balance, amount);
    this.lots.add(lotOf(creditedOn, amount, left, origin));
    return { paidOff, left };
  }

  /** Counts a payment towards the debt of a purchase as a payment for the purchase. */
  #payLater(key: string, paid: Money, wallet: string | undefined): void {
    const purchase = this.named.purchase(key);
    if (purchase === undefined) return;
    const part = { ...(wallet !== undefined && { wallet }), paid, returned: this.nothing };
    this.named.setPurchase(key, { ...purchase, parts: [...purchase.parts, part] });
  }

  /** Debits the balance, wallet by wallet; returns what was taken from the credits and what they did not cover. */
  spend(amount: Money, wallets?: readonly Wallet[]): { readonly taken: readonly Taken[]; readonly uncovered: Money } {
    const { taken, missing } = this.lots.take(amount, wallets);
    this.balance = subtractMoney(this.balance, amount);
    this.#spent = taken;
    this.#spentUnits = Number.NaN;
    return { taken, uncovered: missing };
  }

  /**
   * Takes several debits, in minor units, that are known to be covered; `last` is the latest one, which determines when
   * the money last spent had been credited. Only for an account without wallets.
   */
  spendAll(total: number, last: number): void {
    if (this.lots.takeUnits(total, last)) {
      this.#balanceUnits = this.balanceUnits - total;
      this.#spentUnits = last;
      return;
    }
    if (total !== last) this.spend(moneyOfUnits(total - last, this.currency));
    this.spend(moneyOfUnits(last, this.currency));
  }

  /** Removes what was left of credits whose last day has passed at the start of a day, and returns it. */
  lapse(day: number): readonly LotState[] {
    const lapsed = this.lots.lapse(day);
    for (const { left } of lapsed) this.balance = subtractMoney(this.balance, left);
    return lapsed;
  }

  /** Closes the open deadlines that match. */
  closeDeadlines(closedOn: string, closes: (deadline: OpenedDeadline) => boolean): void {
    let closed = false;
    for (const at of this.openDeadlines) {
      const deadline = this.deadlines[at] as OpenedDeadline;
      if (!closes(deadline)) continue;
      this.deadlines[at] = { ...deadline, closedOn };
      closed = true;
    }
    if (closed) this.openDeadlines = this.openDeadlines.filter((at) => this.deadlines[at]?.closedOn === undefined);
  }

  /** Closes the open rights that match, without exercising them. */
  closeRights(closedOn: string, closes: (right: OpenedRight) => boolean): void {
    this.rights.forEach((right, at) => {
      if (isOpenOn(right, closedOn) && closes(right)) this.rights[at] = { ...right, closedOn };
    });
  }
}
