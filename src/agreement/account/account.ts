import { refuse } from '../../errors/agreementError.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Timeline } from '../model/timeline.js';
import type { AccountJson, Entry, Remark } from './accountJson.js';
import type { AccountState } from './state.js';

/** The state of an account together with its agreement. Immutable; its JSON is {@link AccountJson}. */
export class Account {
  readonly #timeline: Timeline;
  readonly #snapshot: AccountState;
  #json: AccountJson | undefined;

  /** @internal */
  constructor(timeline: Timeline, snapshot: AccountState) {
    this.#timeline = timeline;
    this.#snapshot = snapshot;
  }

  /** Throws unless the value is an account; its JSON or a proxy of it is not enough. @internal */
  static need(value: unknown): Account {
    if (typeof value === 'object' && value !== null && #snapshot in value) return value as Account;
    return refuse('argument-invalid', 'account', value, 'an account opened by openAccount()');
  }

  /** The editions of the agreement; not part of the JSON. @internal */
  get timeline(): Timeline {
    return this.#timeline;
  }

  /** The state between two calls, which is immutable. @internal */
  get snapshot(): AccountState {
    return this.#snapshot;
  }

  /** The id of the account; undefined if it was opened without one. */
  get id(): string | undefined {
    return this.snapshot.id;
  }

  /** The edition of the agreement that last applied to the state. */
  get agreement(): Agreement {
    const { edition } = this.snapshot;
    return this.timeline.editions.find(({ data }) => data.edition === edition) as Agreement;
  }

  /** The balance; negative if something is owed. */
  get balance(): Money {
    return this.snapshot.balance;
  }

  /** All entries, created on first access. */
  get entries(): readonly Entry[] {
    return this.snapshot.journal.entries(this.snapshot.currency);
  }

  /** All remarks, created on first access. */
  get remarks(): readonly Remark[] {
    return this.snapshot.journal.remarks;
  }

  /** The state as JSON, created on first access. */
  get state(): AccountJson {
    this.#json ??= this.snapshot.toJSON();
    return this.#json;
  }

  /** The context for validating events. @internal */
  get reading(): {
    readonly currencies: readonly CurrencyCode[];
    readonly digestOf: (id: string) => string | undefined;
  } {
    return { currencies: [this.snapshot.currency], digestOf: (id) => this.snapshot.appliedEvents.get(id) };
  }

  /** The state as JSON, which {@link openAccount} accepts. */
  toJSON(): AccountJson {
    return this.state;
  }
}
