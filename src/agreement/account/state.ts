import { refuse } from '../../errors/agreementError.js';
import { addMoney } from '../../money/addMoney.js';
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import { minMoney } from '../../money/minMoney.js';
import { type Money, type MoneyJson, money, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Wallet } from '../model/agreement.js';
import { jsonRecord } from '../model/value.js';
import type { AccountJson, AssumedOrder, Debt, Lot, OpenedDeadline, OpenedRight, Purchase } from './accountJson.js';
import { AppliedEvents } from './appliedEvents.js';
import { type EntryRow, Journal } from './journal.js';
import { isOpenOn } from './rights.js';
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

/** Credited money in the state. @internal */
export interface LotState {
  readonly creditedOn: string;
  readonly amount: Money;
  readonly left: Money;
  readonly wallet?: string;
  readonly expiresOn?: string;
  readonly posting?: string;
  readonly cause?: string;
}

/** What was paid for a purchase from one wallet, and what was refunded. @internal */
export interface PurchasePart {
  readonly wallet?: string;
  readonly paid: Money;
  readonly returned: Money;
}

/** @internal */
export interface PurchaseState {
  readonly paidOn: string;
  readonly parts: readonly PurchasePart[];
}

/** An amount from a wallet, or from the only one. @internal */
export interface Taken {
  readonly wallet?: string;
  readonly amount: Money;
}

/** The effect of a credit. @internal */
export interface Credited {
  /** The causes of the debts it paid off. */
  readonly paidOff: readonly string[];
  /** What was left for the balance. */
  readonly left: Money;
}

type Records = Map<string, Map<string, Readonly<Record<string, unknown>>>>;

const noDay = Number.POSITIVE_INFINITY;

const empty: Map<string, unknown> = /* @__PURE__ */ new Map();

/** A shared empty map, for maps that were never written to. */
function noEntries<T>(): Map<string, T> {
  return empty as Map<string, T>;
}

const noLots: SharedList<LotState> = /* @__PURE__ */ SharedList.of<LotState>([]);
const noDebts: SharedList<DebtState> = /* @__PURE__ */ SharedList.of<DebtState>([]);
const nothingPaidOff: readonly string[] = [];

// Bit flags of the maps that a state has copied for itself.
const ownCounters = 1;
const ownValues = 2;
const ownPurchases = 4;
const ownRecords = 8;

/**
 * The state of an account: the balance, debts, credits and what is left of them, wallets, purchases, counters, values,
 * records. Parts are replaced rather than modified, so that a copy can share them.
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
  /** What is left of all debts. */
  owed: Money;
  status: string;
  deadlines: OpenedDeadline[] = [];
  /** The indices of the open deadlines. */
  openDeadlines: number[] = [];
  rights: OpenedRight[] = [];
  assumedOrder: AssumedOrder[] = [];
  appliedEvents: AppliedEvents = AppliedEvents.none;
  journal: Journal;
  /** When the oldest money used by the latest debit had been credited. */
  spentCreditedOn: string | undefined;
  /** The first day at whose end something lapses. */
  nextExpiry: number = noDay;
  // Shared with the state it was copied from until the first write.
  #counters: Map<string, number> = noEntries();
  #values: Map<string, unknown> = noEntries();
  #purchases: Map<string, PurchaseState> = noEntries();
  #records: Records = noEntries();
  #owns = 0;
  /** The names of the records that this state has copied; the others are shared. */
  #ownRecords: Set<string> | undefined;
  // Paid debts and spent credits never change again: they are moved to shared lists when a state is copied.
  #paidDebts: SharedList<DebtState> = noDebts;
  #debts: DebtState[] = [];
  #firstDebt = 0;
  #spentLots: SharedList<LotState> = noLots;
  #lots: LotState[] = [];
  #firstLot = 0;
  // Days with only daily charges just change numbers: the remainder of the first lot and the balance are converted to
  // amounts on access.
  // NaN if the amount is up to date.
  #leftOfFirst = Number.NaN;
  #balanceUnits = Number.NaN;
  #balance: Money;
  /** What the latest debit used if there are no wallets; otherwise NaN, and `#spent` applies. */
  #spentUnits = Number.NaN;
  #spent: readonly Taken[] = [];

  private constructor(
    head: Pick<AccountState, 'id' | 'agreement' | 'currency' | 'edition' | 'throughDay' | 'status' | 'balance'>,
    nothing: Money,
    journal: Journal,
  ) {
    this.id = head.id;
    this.agreement = head.agreement;
    this.currency = head.currency;
    this.edition = head.edition;
    this.throughDay = head.throughDay;
    this.status = head.status;
    this.#balance = head.balance;
    this.nothing = nothing;
    this.owed = nothing;
    this.journal = journal;
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

  /** All debts, including paid ones. */
  get debts(): readonly DebtState[] {
    return this.#paidDebts.before(this.#debts);
  }

  /** All credits, including spent ones. */
  get lots(): readonly LotState[] {
    this.#settleFirstLot();
    return this.#spentLots.before(this.#lots);
  }

  get counters(): ReadonlyMap<string, number> {
    return this.#counters;
  }

  get values(): ReadonlyMap<string, unknown> {
    return this.#values;
  }

  get purchases(): ReadonlyMap<string, PurchaseState> {
    return this.#purchases;
  }

  setCounter(name: string, count: number): void {
    if (!this.#takesOver(ownCounters)) this.#counters = new Map(this.#counters);
    this.#counters.set(name, count);
  }

  setValue(name: string, value: unknown): void {
    if (!this.#takesOver(ownValues)) this.#values = new Map(this.#values);
    this.#values.set(name, value);
  }

  setPurchase(key: string, purchase: PurchaseState): void {
    if (!this.#takesOver(ownPurchases)) this.#purchases = new Map(this.#purchases);
    this.#purchases.set(key, purchase);
  }

  /** Whether a map already belongs to this state; marks it as such. */
  #takesOver(map: number): boolean {
    const isOwn = (this.#owns & map) !== 0;
    this.#owns |= map;
    return isOwn;
  }

  /** Moves what will never change again out of the lists that are copied. */
  #leaveBehind(): void {
    this.#settleFirstLot();
    if (this.#firstDebt > 0) {
      this.#paidDebts = this.#paidDebts.with(this.#debts.slice(0, this.#firstDebt));
      this.#debts = this.#debts.slice(this.#firstDebt);
      this.#firstDebt = 0;
    }
    if (this.#firstLot > 0) {
      this.#spentLots = this.#spentLots.with(this.#lots.slice(0, this.#firstLot));
      this.#lots = this.#lots.slice(this.#firstLot);
      this.#firstLot = 0;
    }
  }

  #settleFirstLot(): void {
    if (Number.isNaN(this.#leftOfFirst)) return;
    const left = moneyOfUnits(this.#leftOfFirst, this.currency);
    this.#leftOfFirst = Number.NaN;
    this.#lots[this.#firstLot] = lotWith(this.#lots[this.#firstLot] as LotState, left);
  }

  /** An account without any events. */
  static opened(head: {
    readonly id: string | undefined;
    readonly agreement: string;
    readonly edition: string;
    readonly currency: CurrencyCode;
  }): AccountState {
    const nothing = moneyOfUnits(0, head.currency);
    const begun = { ...head, throughDay: undefined, status: 'none', balance: nothing };
    return new AccountState(begun, nothing, Journal.begun());
  }

  /** An account from its JSON. */
  static from(json: AccountJson, runs: readonly { readonly seq: number; readonly run: EntryRow }[]): AccountState {
    const { agreement, through, status, balance } = json;
    const state = new AccountState(
      {
        id: json.account,
        agreement: agreement.id,
        edition: agreement.edition,
        currency: balance.currency,
        throughDay: through === undefined ? undefined : epochDayOf(through, 'state.through'),
        status,
        balance: read(balance),
      },
      moneyOfUnits(0, balance.currency),
      Journal.from(json.entries, json.remarks, runs),
    );
    state.#debts = json.debts.map((debt) => {
      const payments = debt.payments.map(({ paidOn, amount }) => ({ paidOn, amount: read(amount) }));
      const amount = read(debt.amount);
      const left = payments.reduce((rest, payment) => subtractMoney(rest, payment.amount), amount);
      state.owed = addMoney(state.owed, left);
      return { ...debt, amount, left, payments };
    });
    state.#lots = json.lots.map((lot) => ({ ...lot, amount: read(lot.amount), left: read(lot.left) }));
    state.#counters = new Map(Object.entries(json.counters));
    state.#values = new Map(Object.entries(json.values).map(([name, value]) => [name, parsedOf(value)]));
    state.#records = new Map(
      Object.entries(json.records).map(([name, list]) => [
        name,
        new Map(Object.entries(list).map(([key, record]) => [key, parsedOf(record) as Record<string, unknown>])),
      ]),
    );
    state.#purchases = new Map(
      Object.entries(json.purchases).map(([key, { paidOn, parts }]) => [
        key,
        { paidOn, parts: parts.map((part) => ({ ...part, paid: read(part.paid), returned: read(part.returned) })) },
      ]),
    );
    state.deadlines = [...json.deadlines];
    state.openDeadlines = json.deadlines.flatMap(({ closedOn }, at) => (closedOn === undefined ? [at] : []));
    state.rights = [...json.rights];
    state.assumedOrder = [...json.assumedOrder];
    state.appliedEvents = AppliedEvents.from(json.appliedEvents);
    state.nextExpiry = state.#nextExpiry();
    return state;
  }

  /** A copy of the state that can be modified; this one does not change. */
  copy(): AccountState {
    const copy = new AccountState(this, this.nothing, this.journal.fork());
    copy.owed = this.owed;
    this.#leaveBehind();
    copy.#paidDebts = this.#paidDebts;
    copy.#debts = copyOf(this.#debts);
    copy.#spentLots = this.#spentLots;
    copy.#lots = copyOf(this.#lots);
    copy.#counters = this.#counters;
    copy.#values = this.#values;
    copy.#purchases = this.#purchases;
    copy.#records = this.#records;
    // Neither of the two may write to what they now share.
    this.#owns = 0;
    this.#ownRecords = undefined;
    copy.deadlines = copyOf(this.deadlines);
    copy.openDeadlines = copyOf(this.openDeadlines);
    copy.rights = copyOf(this.rights);
    copy.assumedOrder = copyOf(this.assumedOrder);
    copy.appliedEvents = this.appliedEvents;
    copy.nextExpiry = this.nextExpiry;
    return copy;
  }

  /** The debts for output. */
  describedDebts(): { readonly debts: readonly Debt[] } {
    const debts = this.debts.map(
      ({ cause, since, amount, payments, together, purchase }): Debt => ({
        cause,
        since,
        amount: amount.toJSON(),
        payments: payments.map((payment) => ({ paidOn: payment.paidOn, amount: payment.amount.toJSON() })),
        together,
        ...(purchase !== undefined && { purchase }),
      }),
    );
    return { debts };
  }

  toJSON(): AccountJson {
    const { debts } = this.describedDebts();
    const lots = this.lots.map((lot): Lot => ({ ...lot, amount: lot.amount.toJSON(), left: lot.left.toJSON() }));
    const purchases = [...this.purchases].map(([key, { paidOn, parts }]): [string, Purchase] => [
      key,
      { paidOn, parts: parts.map((p) => ({ ...p, paid: p.paid.toJSON(), returned: p.returned.toJSON() })) },
    ]);
    return {
      format: 2,
      ...(this.id !== undefined && { account: this.id }),
      agreement: { id: this.agreement, edition: this.edition },
      ...(this.through !== undefined && { through: this.through }),
      balance: this.balance.toJSON(),
      debts,
      lots,
      counters: Object.fromEntries(this.counters),
      values: jsonRecord(Object.fromEntries(this.values)),
      records: Object.fromEntries(
        [...this.#records].map(([name, list]) => [
          name,
          Object.fromEntries([...list].map(([key, record]) => [key, jsonRecord(record)])),
        ]),
      ),
      purchases: Object.fromEntries(purchases),
      status: this.status,
      appliedEvents: this.appliedEvents.toJSON(),
      assumedOrder: this.assumedOrder,
      deadlines: this.deadlines,
      rights: this.rights,
      ...this.journal.toJSON(this.currency),
      remarks: this.journal.remarks,
    };
  }

  record(name: string, key: string): Readonly<Record<string, unknown>> | undefined {
    return this.#records.get(name)?.get(key);
  }

  /** The keys of the records with a name, in the order in which they were entered. */
  keysOf(name: string): readonly string[] {
    const list = this.#records.get(name);
    return list === undefined ? [] : [...list.keys()];
  }

  /** All records with a name, in the order in which they were entered. */
  recordsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
    return [...(this.#records.get(name)?.values() ?? [])];
  }

  putRecord(name: string, key: string, record: Readonly<Record<string, unknown>>): void {
    if (!this.#takesOver(ownRecords)) this.#records = new Map(this.#records);
    this.#ownRecords ??= new Set();
    let list = this.#records.get(name);
    if (list === undefined || !this.#ownRecords.has(name)) {
      list = new Map(list);
      this.#records.set(name, list);
      this.#ownRecords.add(name);
    }
    list.set(key, record);
  }

  /** The balance of a wallet. */
  inWallet(wallet: string): Money {
    return this.#sumOfLots((lot) => lot.wallet === wallet);
  }

  /** The balance of the wallets that can be paid out; without wallets the remainder of all credits. */
  payable(wallets: readonly Wallet[] | undefined): Money {
    if (wallets === undefined) return this.#sumOfLots(() => true);
    const names = new Set(wallets.filter(({ payable }) => payable).map(({ name }) => name));
    return this.#sumOfLots(({ wallet }) => wallet !== undefined && names.has(wallet));
  }

  /** The day on which the oldest remaining money was credited. */
  get oldestCreditedOn(): string | undefined {
    this.#settleFirstLot();
    return this.#lots.find(({ left }) => left.units !== 0)?.creditedOn;
  }

  #sumOfLots(counts: (lot: LotState) => boolean): Money {
    this.#settleFirstLot();
    let sum = this.nothing;
    for (let at = this.#firstLot; at < this.#lots.length; at += 1) {
      const lot = this.#lots[at] as LotState;
      if (lot.left.units !== 0 && counts(lot)) sum = addMoney(sum, lot.left);
    }
    return sum;
  }

  /** Credits the balance: first pays the debts, oldest first; the rest can be spent or refunded. */
  credit(amount: Money, creditedOn: string, lot: Omit<LotState, 'amount' | 'left' | 'creditedOn'>): Credited {
    if (this.#firstDebt < this.#debts.length) return this.#creditDebts(amount, creditedOn, lot);
    this.#creditLot(amount, amount, creditedOn, lot);
    return { paidOff: nothingPaidOff, left: amount };
  }

  #creditDebts(amount: Money, creditedOn: string, lot: Omit<LotState, 'amount' | 'left' | 'creditedOn'>): Credited {
    const paidOff: string[] = [];
    let left = amount;
    for (let at = this.#firstDebt; at < this.#debts.length && left.units !== 0; at += 1) {
      const debt = this.#debts[at] as DebtState;
      const paid = minMoney(debt.left, left);
      if (paid.units === 0) continue;
      const rest = subtractMoney(debt.left, paid);
      this.#debts[at] = {
        ...debt,
        left: rest,
        payments: [...debt.payments, { paidOn: creditedOn, amount: paid }],
      };
      if (debt.purchase !== undefined) this.#paidLater(debt.purchase, paid, lot.wallet);
      left = subtractMoney(left, paid);
      if (rest.units === 0) paidOff.push(debt.cause);
    }
    while ((this.#debts[this.#firstDebt]?.left.units ?? 1) === 0) this.#firstDebt += 1;
    this.owed = subtractMoney(this.owed, subtractMoney(amount, left));
    this.#creditLot(amount, left, creditedOn, lot);
    return { paidOff, left };
  }

  #creditLot(
    amount: Money,
    left: Money,
    creditedOn: string,
    lot: Omit<LotState, 'amount' | 'left' | 'creditedOn'>,
  ): void {
    const { wallet, expiresOn, posting, cause } = lot;
    this.balance = addMoney(this.balance, amount);
    if (wallet === undefined && expiresOn === undefined && posting === undefined && cause === undefined)
      this.#lots.push(new PlainLot(creditedOn, amount, left));
    else this.#lots.push({ creditedOn, ...lot, amount, left });
    if (expiresOn !== undefined) this.nextExpiry = Math.min(this.nextExpiry, epochDayOf(expiresOn, 'expiresOn'));
  }

  /** Takes a debit from the credits, wallet by wallet; returns what was taken and what was missing. */
  spend(amount: Money, wallets?: readonly Wallet[]): { readonly taken: readonly Taken[]; readonly uncovered: Money } {
    this.#settleFirstLot();
    this.balance = subtractMoney(this.balance, amount);
    this.spentCreditedOn = undefined;
    const taken: Taken[] = [];
    let left = amount;
    if (wallets === undefined) {
      left = this.#takeOldest(left);
      const covered = subtractMoney(amount, left);
      if (covered.units !== 0) taken.push({ amount: covered });
    } else
      for (const { name, takes } of wallets) {
        const before = left;
        left = this.#takeFrom(this.#lotsInOrder(name, takes), left);
        const covered = subtractMoney(before, left);
        if (covered.units !== 0) taken.push({ wallet: name, amount: covered });
        if (left.units === 0) break;
      }
    this.#passSpent();
    this.#spent = taken;
    this.#spentUnits = Number.NaN;
    return { taken, uncovered: left };
  }

  /**
   * Takes several debits, in minor units, that are known to be covered; `last` is the latest one, which determines when
   * the money last spent had been credited. Only for an account without wallets.
   */
  spendAll(total: number, last: number): void {
    const end = this.#lotThatCovers(total);
    if (end < 0) {
      const sum = (units: number): Money => moneyOfUnits(units, this.currency);
      if (total !== last) this.spend(sum(total - last));
      this.spend(sum(last));
      return;
    }
    this.#balanceUnits = this.balanceUnits - total;
    this.#spentUnits = last;
    this.spentCreditedOn = undefined;
    let rest = total;
    for (;;) {
      const lot = this.#lots[this.#firstLot] as LotState;
      const left = this.#leftOf(this.#firstLot);
      // Whether the amount taken from this credit extends into the last debit.
      const isOfLast = left > 0 && Math.min(left, rest) > rest - last;
      if (isOfLast && (this.spentCreditedOn === undefined || lot.creditedOn < this.spentCreditedOn))
        this.spentCreditedOn = lot.creditedOn;
      if (left > rest) {
        this.#leftOfFirst = left - rest;
        return;
      }
      rest -= left;
      this.#leftOfFirst = Number.NaN;
      if (lot.left.units !== 0) this.#lots[this.#firstLot] = lotWith(lot, this.nothing);
      if (rest === 0) {
        this.#passSpent();
        return;
      }
      this.#firstLot += 1;
    }
  }

  /**
   * The index of the credit at which an amount, taken from the oldest on, is used up; negative if they do not cover it
   * within the safe integers.
   */
  #lotThatCovers(total: number): number {
    let covered = 0;
    for (let at = this.#firstLot; at < this.#lots.length; at += 1) {
      covered += this.#leftOf(at);
      if (covered >= total) return at;
    }
    return -1;
  }

  /** What is left of a credit, in minor units; NaN beyond the safe integers. */
  #leftOf(at: number): number {
    return at === this.#firstLot && !Number.isNaN(this.#leftOfFirst)
      ? this.#leftOfFirst
      : (this.#lots[at] as LotState).left.units;
  }

  #passSpent(): void {
    while ((this.#lots[this.#firstLot]?.left.units ?? 1) === 0) this.#firstLot += 1;
  }

  /** Adds a debt from a day. */
  owe(debt: Omit<DebtState, 'left' | 'payments' | 'together'>): void {
    const before = this.owed.units === 0 ? undefined : this.#debts[this.#debts.length - 1];
    this.#debts.push({ ...debt, left: debt.amount, payments: [], together: before?.together ?? debt.cause });
    this.owed = addMoney(this.owed, debt.amount);
  }

  /** Removes what was left of credits whose last day has passed at the start of a day, and returns it. */
  lapse(day: number): readonly LotState[] {
    if (this.nextExpiry >= day) return [];
    this.#settleFirstLot();
    const lapsed: LotState[] = [];
    for (let at = this.#firstLot; at < this.#lots.length; at += 1) {
      const lot = this.#lots[at] as LotState;
      if (lot.left.units === 0 || lot.expiresOn === undefined || epochDayOf(lot.expiresOn, 'expiresOn') >= day)
        continue;
      this.balance = subtractMoney(this.balance, lot.left);
      this.#lots[at] = { ...lot, left: this.nothing };
      lapsed.push(lot);
    }
    this.nextExpiry = this.#nextExpiry();
    return lapsed;
  }

  #nextExpiry(): number {
    let next = noDay;
    for (let at = this.#firstLot; at < this.#lots.length; at += 1) {
      const { left, expiresOn } = this.#lots[at] as LotState;
      if (left.units !== 0 && expiresOn !== undefined) next = Math.min(next, epochDayOf(expiresOn, 'expiresOn'));
    }
    return next;
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

  /** The indices of the remaining credits, in the order in which a debit uses them. */
  *#lotsInOrder(wallet: string, takes: Wallet['takes']): Iterable<number> {
    if (takes === 'oldestFirst') {
      for (let at = this.#firstLot; at < this.#lots.length; at += 1) if (this.#lots[at]?.wallet === wallet) yield at;
      return;
    }
    const day = (at: number): number => {
      const { expiresOn } = this.#lots[at] as LotState;
      return expiresOn === undefined ? noDay : epochDayOf(expiresOn, 'expiresOn');
    };
    const places = this.#lots.flatMap((lot, at) => (lot.wallet === wallet && lot.left.units !== 0 ? [at] : []));
    // Money that does not expire comes last; on the same day the oldest comes first.
    places.sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)));
    yield* places;
  }

  /** Takes what is available, oldest first, and returns what was missing. */
  #takeOldest(amount: Money): Money {
    let left = amount;
    for (let at = this.#firstLot; at < this.#lots.length && left.units !== 0; at += 1) left = this.#takeOf(at, left);
    return left;
  }

  /** Takes what is available from one credit, and returns what was missing. */
  #takeOf(at: number, amount: Money): Money {
    const lot = this.#lots[at] as LotState;
    if (lot.left.units === 0) return amount;
    const taken = minMoney(lot.left, amount);
    if (this.spentCreditedOn === undefined || lot.creditedOn < this.spentCreditedOn)
      this.spentCreditedOn = lot.creditedOn;
    this.#lots[at] = lotWith(lot, subtractMoney(lot.left, taken));
    return subtractMoney(amount, taken);
  }

  /** Takes what is available, and returns what was missing. */
  #takeFrom(places: Iterable<number>, amount: Money): Money {
    let left = amount;
    for (const at of places) {
      left = this.#takeOf(at, left);
      if (left.units === 0) break;
    }
    return left;
  }

  /** A payment towards the debt of a purchase counts as a payment for the purchase. */
  #paidLater(key: string, paid: Money, wallet: string | undefined): void {
    const purchase = this.purchases.get(key);
    if (purchase === undefined) return;
    const part: PurchasePart = { ...(wallet !== undefined && { wallet }), paid, returned: this.nothing };
    this.setPurchase(key, { ...purchase, parts: [...purchase.parts, part] });
  }
}

/** A credit without wallet and expiry, as on most accounts. */
class PlainLot implements LotState {
  readonly creditedOn: string;
  readonly amount: Money;
  readonly left: Money;

  constructor(creditedOn: string, amount: Money, left: Money) {
    this.creditedOn = creditedOn;
    this.amount = amount;
    this.left = left;
  }
}

/** A credit with another remainder. */
function lotWith(lot: LotState, left: Money): LotState {
  return lot.wallet === undefined && lot.expiresOn === undefined
    ? new PlainLot(lot.creditedOn, lot.amount, left)
    : { ...lot, left };
}

/** A copy of a list that can be modified; most lists of most accounts are empty. */
function copyOf<T>(list: readonly T[]): T[] {
  return list.length === 0 ? [] : list.slice();
}

/** An amount from its JSON. */
function read(json: MoneyJson): Money {
  return money(json.amount, json.currency);
}

/** The maximum nesting of a value of the state; a circular one exceeds it. */
const deepestValue = 64;

/** Values of the state in parsed form, with amounts as `Money`. */
function parsedOf(json: unknown, depth = 0): unknown {
  if (depth > deepestValue)
    refuse('state-invalid', 'state', `more than ${deepestValue} levels`, 'the JSON of an account');
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((entry) => parsedOf(entry, depth + 1));
  const { amount, currency } = json as Partial<MoneyJson>;
  if (typeof amount === 'string' && isKnownCurrency(currency) && Object.keys(json).length === 2)
    return money(amount, currency);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, parsedOf(value, depth + 1)]));
}
