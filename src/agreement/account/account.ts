import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Timeline } from '../model/timeline.js';
import type { AccountJson, Entry, Remark } from './accountJson.js';
import type { AccountState } from './state.js';

/** The state of an account together with the agreement it lives under. Immutable; its JSON is {@link AccountJson}. */
export class Account {
  readonly #timeline: Timeline;
  readonly #snapshot: AccountState;
  #json: AccountJson | undefined;

  /** @internal */
  constructor(timeline: Timeline, snapshot: AccountState) {
    this.#timeline = timeline;
    this.#snapshot = snapshot;
  }

  /** The editions of the agreement; not part of the JSON. @internal */
  get timeline(): Timeline {
    return this.#timeline;
  }

  /** The state between two calls; nothing changes it. @internal */
  get snapshot(): AccountState {
    return this.#snapshot;
  }

  /** The id of the account; undefined where it was opened without one. */
  get id(): string | undefined {
    return this.snapshot.id;
  }

  /** The edition of the agreement that the state was last judged by. */
  get agreement(): Agreement {
    const { edition } = this.snapshot;
    return this.timeline.editions.find(({ data }) => data.edition === edition) as Agreement;
  }

  /** The balance, below zero where something is owed. */
  get balance(): Money {
    return this.snapshot.balance;
  }

  /** All entries, made when they are first read. */
  get entries(): readonly Entry[] {
    return this.snapshot.journal.entries(this.snapshot.currency);
  }

  /** All remarks, made when they are first read. */
  get remarks(): readonly Remark[] {
    return this.snapshot.journal.remarks;
  }

  /** The state as JSON, made when it is first read. */
  get state(): AccountJson {
    this.#json ??= this.snapshot.toJSON();
    return this.#json;
  }

  /** What events are read against. @internal */
  get reading(): {
    readonly currencies: readonly CurrencyCode[];
    readonly digestOf: (id: string) => string | undefined;
  } {
    return { currencies: [this.snapshot.currency], digestOf: (id) => this.snapshot.appliedEvents.get(id) };
  }

  /** The state as JSON; {@link openAccount} takes it up again. */
  toJSON(): AccountJson {
    return this.state;
  }
}
