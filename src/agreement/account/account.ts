import { refuse } from '../../errors/agreementError.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { Money, MoneyJson } from '../../money/money.js';
import type { ClauseNumber, ComputationAddress } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Timeline } from '../model/timeline.js';
import type { AccountState } from './state.js';

/** What the balance did not cover: a debt from the day it arose, with what was paid toward it since. */
export interface Debt {
  /** The event that caused it. */
  readonly cause: string;
  readonly since: string;
  /** What was not covered. */
  readonly amount: MoneyJson;
  readonly payments: readonly { readonly paidOn: string; readonly amount: MoneyJson }[];
  /** The cause of the first of the debts that were owed together with it: a debt that arises while nothing is owed is the first of its own. */
  readonly together: string;
  /** The purchase that was not covered, where the posting named one. */
  readonly purchase?: string;
}

/** Money credited to the balance, and what is left of it, oldest first. */
export interface Lot {
  readonly creditedOn: string;
  readonly amount: MoneyJson;
  readonly left: MoneyJson;
  /** The wallet it is in, where the agreement has several. */
  readonly wallet?: string;
  /** The last day on which it can be spent. */
  readonly expiresOn?: string;
  /** The posting and the cause of the credit; absent where it does not expire. */
  readonly posting?: string;
  readonly cause?: string;
}

/** A part of a sum that went into a wallet or came out of it. */
export interface WalletPart {
  readonly wallet: string;
  /** Above zero for what went in, below zero for what came out. */
  readonly amount: MoneyJson;
}

/** A movement on the account: a fact of the past. What it rests on is computed again from `facts` when someone asks. */
export interface Entry {
  /** Account, posting and cause, behind the id of the account where it has one: never a sum, another fact or the edition. */
  readonly key: string;
  /** Its place among all that happened on the account, remarks included, from 1. */
  readonly seq: number;
  readonly on: string;
  readonly account: 'balance' | 'payout';
  /** Above zero for a credit, below zero for a debit. */
  readonly amount: MoneyJson;
  readonly balanceAfter: MoneyJson;
  readonly posting: string;
  /** The computation the sum comes from; absent where the event itself names it. */
  readonly computation?: ComputationAddress;
  /** The table that decided it, with its row; absent where none did. */
  readonly decision?: { readonly question: string; readonly row: number | string };
  /** The wallets it went into or came out of; what paid a debt went into none. Absent where the agreement has none. */
  readonly wallets?: readonly WalletPart[];
  /** The purchase it paid for or gave back. */
  readonly purchase?: string;
  /** Present where what was left of a credit lapsed. */
  readonly lapsed?: true;
  /** The event that caused it; null for what a day caused. */
  readonly event: string | null;
  readonly edition: string;
  readonly cites: readonly ClauseNumber[];
  /** Facts of the computation or the decision. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Something that happened without moving money: a decision, a change of status, a right, what was computed for later. */
export interface Remark {
  readonly key: string;
  /** Its place among all that happened on the account, entries included, from 1. */
  readonly seq: number;
  readonly on: string;
  readonly event: string | null;
  readonly posting: string;
  readonly status?: string;
  /** The record whose status it is; absent for that of the account. */
  readonly of?: { readonly record: string; readonly key: string };
  readonly decision?: {
    readonly question: string;
    readonly row: number | string;
    readonly outcome: unknown;
    /** What was paid of it, where a purchase had less to give back. */
    readonly paid?: { readonly cash: MoneyJson; readonly toBalance: MoneyJson };
  };
  /** What was computed, told though nothing was entered. */
  readonly computed?: { readonly computation: ComputationAddress; readonly field: string; readonly value: unknown };
  /** A right that opened, or that the event exercised. */
  readonly right?: { readonly name: string; readonly about?: string; readonly became: 'open' | 'exercised' };
  /** Why the event had no effect: the account had ended, or the right was not open. */
  readonly withoutEffect?: {
    readonly because: 'ended' | 'no-right';
    readonly status?: string;
    readonly right?: string;
  };
  /** The edition it was judged by. */
  readonly edition: string;
  readonly cites: readonly ClauseNumber[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A day by which something is to be done, or on which something ends. */
export interface OpenedDeadline {
  readonly key: string;
  readonly name: string;
  readonly lastDay: string;
  readonly computation: ComputationAddress;
  readonly posting: string;
  readonly event: string | null;
  /** What caused it: the event or the day, with the key of the record where the posting ran for one. */
  readonly cause: string;
  readonly openedOn: string;
  /** Which one it is, where there can be several, and the field by which an event names it. */
  readonly about?: { readonly key: string; readonly field: string };
  /** Kinds of event that close it. */
  readonly closedBy: readonly string[];
  readonly closedOn?: string;
  /** The edition it was judged by. */
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a party may do; nothing happens by it until an event exercises it. */
export interface OpenedRight {
  readonly key: string;
  readonly name: string;
  /** Whose right it is. */
  readonly holder?: string;
  readonly posting: string;
  readonly event: string | null;
  readonly openedOn: string;
  /** The last day on which it can be exercised; absent where there is none. */
  readonly lastDay?: string;
  readonly about?: { readonly key: string; readonly field: string };
  readonly closedBy: readonly string[];
  /** The day and the event that exercised it. */
  readonly exercisedOn?: string;
  readonly exercisedBy?: string;
  /** The day on which it closed without being exercised. */
  readonly closedOn?: string;
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What was paid for a purchase, and what came back of it. */
export interface Purchase {
  readonly paidOn: string;
  /** By the wallets it was paid out of, in the order in which they were taken from; without wallets one part. */
  readonly parts: readonly { readonly wallet?: string; readonly paid: MoneyJson; readonly returned: MoneyJson }[];
}

/** Events of a day that nothing but the order of the agreement put in order. */
export interface AssumedOrder {
  readonly on: string;
  /** Ids of the events, in the order in which they were taken. */
  readonly events: readonly string[];
}

/** Entries of days of one month on which nothing happened but that their charges fell due: one for each day and charge. */
export interface DailyEntries {
  /** The place of the first of them. */
  readonly seq: number;
  readonly firstDay: string;
  readonly days: number;
  readonly edition: string;
  readonly balanceBefore: MoneyJson;
  readonly charges: readonly {
    readonly posting: string;
    /** The monthly price. */
    readonly price: MoneyJson;
    /** Facts that were the same on all the days. */
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

/** The state of an account as JSON: enough to go on from. */
export interface AccountJson {
  readonly format: 2;
  /** The id of the account; absent where it was opened without one. */
  readonly account?: string;
  readonly agreement: { readonly id: string; readonly edition: string };
  /** The last day that is closed; absent before the first event. */
  readonly through?: string;
  readonly balance: MoneyJson;
  readonly debts: readonly Debt[];
  readonly lots: readonly Lot[];
  readonly counters: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly purchases: Readonly<Record<string, Purchase>>;
  readonly status: string;
  /** Digests of the events that were applied, by id. */
  readonly appliedEvents: Readonly<Record<string, string>>;
  readonly assumedOrder: readonly AssumedOrder[];
  readonly deadlines: readonly OpenedDeadline[];
  readonly rights: readonly OpenedRight[];
  /** Entries that stand alone; those of {@link dailyEntries} come between them by `seq`. */
  readonly entries: readonly Entry[];
  readonly dailyEntries: readonly DailyEntries[];
  readonly remarks: readonly Remark[];
}

/** The state of an account together with the agreement it lives under. Immutable; its JSON is {@link AccountJson}. */
export class Account {
  readonly #timeline: Timeline;
  readonly #held: AccountState;
  #json: AccountJson | undefined;

  /** @internal */
  constructor(timeline: Timeline, held: AccountState) {
    this.#timeline = timeline;
    this.#held = held;
  }

  /** Refuses what is no account, its JSON and a proxy of one among it. @internal */
  static need(value: unknown): Account {
    if (typeof value === 'object' && value !== null && #held in value) return value as Account;
    return refuse('argument-invalid', 'account', value, 'an account opened by openAccount()');
  }

  /** The editions of the agreement; not part of the JSON. @internal */
  get timeline(): Timeline {
    return this.#timeline;
  }

  /** What is held between two calls; nothing changes it. @internal */
  get held(): AccountState {
    return this.#held;
  }

  /** The id of the account; undefined where it was opened without one. */
  get id(): string | undefined {
    return this.held.id;
  }

  /** The edition of the agreement that the state was last judged by. */
  get agreement(): Agreement {
    const { edition } = this.held;
    return this.timeline.editions.find(({ data }) => data.edition === edition) as Agreement;
  }

  /** The balance, below zero where something is owed. */
  get balance(): Money {
    return this.held.balance;
  }

  /** All entries, made when they are first read. */
  get entries(): readonly Entry[] {
    return this.held.journal.entries(this.held.currency);
  }

  /** All remarks, made when they are first read. */
  get remarks(): readonly Remark[] {
    return this.held.journal.remarks;
  }

  /** The state as JSON, made when it is first read. */
  get state(): AccountJson {
    this.#json ??= this.held.toJSON();
    return this.#json;
  }

  /** What events are read against. @internal */
  get reading(): {
    readonly currencies: readonly CurrencyCode[];
    readonly digestOf: (id: string) => string | undefined;
  } {
    return { currencies: [this.held.currency], digestOf: (id) => this.held.appliedEvents.get(id) };
  }

  /** The state as JSON; {@link openAccount} takes it up again. */
  toJSON(): AccountJson {
    return this.state;
  }
}
