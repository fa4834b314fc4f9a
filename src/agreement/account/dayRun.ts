import type { CurrencyCode } from '../../money/currency.js';
import { moneyOfUnits } from '../../money/money.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Facts } from '../evaluate/session.js';
import { jsonRecord } from '../model/value.js';
import type { Entry } from './accountJson.js';
import type { EntryRow } from './journal.js';

/** The common part of the entries of a run. @internal */
export interface DayRunHead {
  readonly prefix: string;
  readonly posting: string;
  readonly computation: string;
  readonly edition: string;
  /** The key of the record for which the posting runs; undefined if there is none. */
  readonly record: string | undefined;
  /** The facts of the first day, including those that are the day. */
  readonly facts: Facts;
  /** The names of the facts that are the day. */
  readonly dayFacts: readonly string[];
  /** The clauses of an entry, given its facts. */
  readonly citesOf: (facts: Facts) => readonly string[];
}

/**
 * The entries of one posting on consecutive days, whose facts differ only in the day: two lists of numbers, from which
 * the entries are created on access.
 *
 * @internal
 */
export class DayRun implements EntryRow {
  seq = 0;
  readonly isRemark = false;
  readonly #head: DayRunHead;
  readonly #firstDay: number;
  readonly #amounts: number[];
  readonly #balances: number[];
  #made: readonly Entry[] | undefined;

  constructor(head: DayRunHead, day: number, amount: number, balanceAfter: number) {
    this.#head = head;
    this.#firstDay = day;
    this.#amounts = [amount];
    this.#balances = [balanceAfter];
  }

  get count(): number {
    return this.#amounts.length;
  }

  /** Whether an entry of the next day belongs to the run. */
  continues(posting: string, edition: string, record: string | undefined, day: number, facts: Facts): boolean {
    const head = this.#head;
    return (
      day === this.#firstDay + this.count &&
      head.posting === posting &&
      head.edition === edition &&
      head.record === record &&
      sameBut(head.dayFacts, head.facts, facts)
    );
  }

  /** Adds the next day. */
  add(amount: number, balanceAfter: number): void {
    this.#amounts.push(amount);
    this.#balances.push(balanceAfter);
  }

  entries(currency: CurrencyCode): readonly Entry[] {
    if (this.#made?.length !== this.count) this.#made = this.#amounts.map((_, at) => this.#entry(at, currency));
    return this.#made as readonly Entry[];
  }

  #entry(at: number, currency: CurrencyCode): Entry {
    const { prefix, posting, computation, edition, record, facts: first, dayFacts, citesOf } = this.#head;
    const on = isoOfEpochDay(this.#firstDay + at);
    const facts: Record<string, unknown> = { ...first };
    for (const name of dayFacts) facts[name] = on;
    return {
      key: `${prefix}balance/${posting}/${on}${record === undefined ? '' : `/${record}`}`,
      seq: this.seq + at,
      on,
      account: 'balance',
      amount: moneyOfUnits(this.#amounts[at] as number, currency).toJSON(),
      balanceAfter: moneyOfUnits(this.#balances[at] as number, currency).toJSON(),
      posting,
      computation,
      event: null,
      edition,
      cites: citesOf(facts),
      facts: jsonRecord(facts),
    };
  }
}

/** Whether two records of facts have the same values in the same order, except for the named ones. */
function sameBut(names: readonly string[], a: Facts, b: Facts): boolean {
  const [own, other] = [Object.keys(a), Object.keys(b)];
  return (
    own.length === other.length &&
    own.every((name, at) => name === other[at] && (a[name] === b[name] || names.includes(name)))
  );
}
