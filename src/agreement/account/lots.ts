import { addMoney } from '../../money/addMoney.js';
import type { CurrencyCode } from '../../money/currency.js';
import { minMoney } from '../../money/minMoney.js';
import { type Money, moneyOfJson, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Wallet } from '../model/agreement.js';
import type { Lot } from './accountJson.js';
import { copyOf } from './copyOf.js';
import { type LotState, lotWith, type Taken } from './lot.js';
import { SharedList } from './sharedList.js';

const noDay = Number.POSITIVE_INFINITY;
const noLots: SharedList<LotState> = /* @__PURE__ */ SharedList.of<LotState>([]);

/**
 * The credited money of an account and what is left of each credit, oldest first. Credits are replaced rather than
 * modified, so that a copy can share them.
 *
 * @internal
 */
export class Lots {
  readonly #currency: CurrencyCode;
  readonly #nothing: Money;
  /** When the oldest money used by the latest debit had been credited. */
  spentCreditedOn: string | undefined;
  /** The first day at whose end something lapses. */
  nextExpiry: number = noDay;
  // Spent credits never change again: they are moved to a shared list when a state is copied.
  #spent: SharedList<LotState> = noLots;
  #lots: LotState[] = [];
  #first = 0;
  // Days with only daily charges just change a number: the remainder of the first lot is converted to an amount on
  // access. NaN if the amount is up to date.
  #leftOfFirst = Number.NaN;

  constructor(nothing: Money) {
    this.#currency = nothing.currency;
    this.#nothing = nothing;
  }

  /** The credits from the JSON of a state. */
  static from(lots: readonly Lot[], nothing: Money): Lots {
    const read = new Lots(nothing);
    read.#lots = lots.map((lot) => ({ ...lot, amount: moneyOfJson(lot.amount), left: moneyOfJson(lot.left) }));
    read.nextExpiry = read.#nextExpiry();
    return read;
  }

  /** A copy that can be modified; this one does not change. */
  copy(): Lots {
    this.#leaveBehind();
    const copy = new Lots(this.#nothing);
    copy.#spent = this.#spent;
    copy.#lots = copyOf(this.#lots);
    copy.nextExpiry = this.nextExpiry;
    return copy;
  }

  /** Moves what will never change again out of the list that is copied. */
  #leaveBehind(): void {
    this.#settleFirst();
    if (this.#first === 0) return;
    this.#spent = this.#spent.with(this.#lots.slice(0, this.#first));
    this.#lots = this.#lots.slice(this.#first);
    this.#first = 0;
  }

  #settleFirst(): void {
    if (Number.isNaN(this.#leftOfFirst)) return;
    const left = moneyOfUnits(this.#leftOfFirst, this.#currency);
    this.#leftOfFirst = Number.NaN;
    this.#lots[this.#first] = lotWith(this.#lots[this.#first] as LotState, left);
  }

  /** All credits, including spent ones. */
  get all(): readonly LotState[] {
    this.#settleFirst();
    return this.#spent.before(this.#lots);
  }

  /** The day on which the oldest remaining money was credited. */
  get oldestCreditedOn(): string | undefined {
    this.#settleFirst();
    return this.#lots.find(({ left }) => left.units !== 0)?.creditedOn;
  }

  /** What is left of the credits that count. */
  leftOf(counts: (lot: LotState) => boolean): Money {
    this.#settleFirst();
    let left = this.#nothing;
    for (let at = this.#first; at < this.#lots.length; at += 1) {
      const lot = this.#lots[at] as LotState;
      if (lot.left.units !== 0 && counts(lot)) left = addMoney(left, lot.left);
    }
    return left;
  }

  add(lot: LotState): void {
    this.#lots.push(lot);
    if (lot.expiresOn !== undefined)
      this.nextExpiry = Math.min(this.nextExpiry, epochDayOf(lot.expiresOn, 'expiresOn'));
  }

  /** Takes a debit from the credits, wallet by wallet; returns what was taken and what was missing. */
  take(amount: Money, wallets?: readonly Wallet[]): { readonly taken: readonly Taken[]; readonly missing: Money } {
    this.#settleFirst();
    this.spentCreditedOn = undefined;
    const taken: Taken[] = [];
    let missing = amount;
    if (wallets === undefined) {
      missing = this.#takeOldest(missing);
      const covered = subtractMoney(amount, missing);
      if (covered.units !== 0) taken.push({ amount: covered });
    } else
      for (const { name, takes } of wallets) {
        const before = missing;
        missing = this.#takeFrom(this.#inOrder(name, takes), missing);
        const covered = subtractMoney(before, missing);
        if (covered.units !== 0) taken.push({ wallet: name, amount: covered });
        if (missing.units === 0) break;
      }
    this.#passSpent();
    return { taken, missing };
  }

  /**
   * Takes several debits, in minor units, without wallets; `last` is the latest one, which determines when the money
   * last spent had been credited. False, and nothing is taken, if the credits do not cover them within the safe
   * integers.
   */
  takeUnits(total: number, last: number): boolean {
    if (!this.#covers(total)) return false;
    this.spentCreditedOn = undefined;
    let rest = total;
    for (;;) {
      const lot = this.#lots[this.#first] as LotState;
      const left = this.#unitsLeft(this.#first);
      // Whether the amount taken from this credit extends into the last debit.
      const isOfLast = left > 0 && Math.min(left, rest) > rest - last;
      if (isOfLast && (this.spentCreditedOn === undefined || lot.creditedOn < this.spentCreditedOn))
        this.spentCreditedOn = lot.creditedOn;
      if (left > rest) {
        this.#leftOfFirst = left - rest;
        return true;
      }
      rest -= left;
      this.#leftOfFirst = Number.NaN;
      if (lot.left.units !== 0) this.#lots[this.#first] = lotWith(lot, this.#nothing);
      if (rest === 0) {
        this.#passSpent();
        return true;
      }
      this.#first += 1;
    }
  }

  /** Whether what is left of the credits covers an amount within the safe integers. */
  #covers(total: number): boolean {
    let covered = 0;
    for (let at = this.#first; at < this.#lots.length; at += 1) {
      covered += this.#unitsLeft(at);
      if (covered >= total) return true;
    }
    return false;
  }

  /** What is left of a credit, in minor units; NaN beyond the safe integers. */
  #unitsLeft(at: number): number {
    return at === this.#first && !Number.isNaN(this.#leftOfFirst)
      ? this.#leftOfFirst
      : (this.#lots[at] as LotState).left.units;
  }

  #passSpent(): void {
    while ((this.#lots[this.#first]?.left.units ?? 1) === 0) this.#first += 1;
  }

  /** Removes what was left of credits whose last day has passed at the start of a day, and returns them. */
  lapse(day: number): readonly LotState[] {
    if (this.nextExpiry >= day) return [];
    this.#settleFirst();
    const lapsed: LotState[] = [];
    for (let at = this.#first; at < this.#lots.length; at += 1) {
      const lot = this.#lots[at] as LotState;
      if (lot.left.units === 0 || lot.expiresOn === undefined || epochDayOf(lot.expiresOn, 'expiresOn') >= day)
        continue;
      this.#lots[at] = { ...lot, left: this.#nothing };
      lapsed.push(lot);
    }
    this.nextExpiry = this.#nextExpiry();
    return lapsed;
  }

  #nextExpiry(): number {
    let next = noDay;
    for (let at = this.#first; at < this.#lots.length; at += 1) {
      const { left, expiresOn } = this.#lots[at] as LotState;
      if (left.units !== 0 && expiresOn !== undefined) next = Math.min(next, epochDayOf(expiresOn, 'expiresOn'));
    }
    return next;
  }

  /** The indices of the remaining credits of a wallet, in the order in which a debit uses them. */
  *#inOrder(wallet: string, takes: Wallet['takes']): Iterable<number> {
    if (takes === 'oldestFirst') {
      for (let at = this.#first; at < this.#lots.length; at += 1) if (this.#lots[at]?.wallet === wallet) yield at;
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
    let missing = amount;
    for (let at = this.#first; at < this.#lots.length && missing.units !== 0; at += 1)
      missing = this.#takeOf(at, missing);
    return missing;
  }

  /** Takes what is available, and returns what was missing. */
  #takeFrom(places: Iterable<number>, amount: Money): Money {
    let missing = amount;
    for (const at of places) {
      missing = this.#takeOf(at, missing);
      if (missing.units === 0) break;
    }
    return missing;
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

  toJSON(): readonly Lot[] {
    return this.all.map((lot): Lot => ({ ...lot, amount: lot.amount.toJSON(), left: lot.left.toJSON() }));
  }
}
