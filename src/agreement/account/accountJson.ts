import type { MoneyJson } from '../../money/money.js';
import type { ClauseNumber, ComputationAddress } from '../model/source.js';

/** A debt: the part of a debit that the balance did not cover, with the payments made towards it since. */
export interface Debt {
  /** The event that caused it. */
  readonly cause: string;
  readonly since: string;
  /** The amount that was not covered. */
  readonly amount: MoneyJson;
  readonly payments: readonly { readonly paidOn: string; readonly amount: MoneyJson }[];
  /**
   * The cause of the first of the debts that were owed at the same time; a debt that arises while nothing is owed
   * starts a new group.
   */
  readonly together: string;
  /** The purchase that was not covered, if the posting named one. */
  readonly purchase?: string;
}

/** Money credited to the balance, and what is left of it, oldest first. */
export interface Lot {
  readonly creditedOn: string;
  readonly amount: MoneyJson;
  readonly left: MoneyJson;
  /** Its wallet, if the agreement has wallets. */
  readonly wallet?: string;
  /** The last day on which it can be spent. */
  readonly expiresOn?: string;
  /** The posting and the cause of the credit; absent if it does not expire. */
  readonly posting?: string;
  readonly cause?: string;
}

/** The part of an amount that went into a wallet or came out of it. */
export interface WalletPart {
  readonly wallet: string;
  /** Positive for an inflow, negative for an outflow. */
  readonly amount: MoneyJson;
}

/** A transaction of the account, which is a fact of the past. Its explanation is recomputed from `facts` on request. */
export interface Entry {
  /** Account (if it has an id), posting and cause: never an amount, another fact or the edition. */
  readonly key: string;
  /** Its position among everything that happened on the account, including remarks, starting with 1. */
  readonly seq: number;
  readonly on: string;
  readonly account: 'balance' | 'payout';
  /** Positive for a credit, negative for a debit. */
  readonly amount: MoneyJson;
  readonly balanceAfter: MoneyJson;
  readonly posting: string;
  /** The computation of the amount; absent if the event itself gives it. */
  readonly computation?: ComputationAddress;
  /** The table and the row that decided it; absent if none did. */
  readonly decision?: { readonly question: string; readonly row: number | string };
  /**
   * The wallets it went into or came out of; what paid a debt went into none. Absent if the agreement has no wallets.
   */
  readonly wallets?: readonly WalletPart[];
  /** The purchase it paid for or refunded. */
  readonly purchase?: string;
  /** Present if the remainder of a credit lapsed. */
  readonly lapsed?: true;
  /** The event that caused it; null if it was caused by a day. */
  readonly event: string | null;
  readonly edition: string;
  readonly cites: readonly ClauseNumber[];
  /** The facts of the computation or the decision. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Something that happened without moving money: a decision, a change of status, a right, a computed value. */
export interface Remark {
  readonly key: string;
  /** Its position among everything that happened on the account, including entries, starting with 1. */
  readonly seq: number;
  readonly on: string;
  readonly event: string | null;
  readonly posting: string;
  readonly status?: string;
  /** The record whose status it is; absent for the status of the account. */
  readonly of?: { readonly record: string; readonly key: string };
  readonly decision?: {
    readonly question: string;
    readonly row: number | string;
    readonly outcome: unknown;
    /** The amount actually paid, if the purchase had less left to refund. */
    readonly paid?: { readonly cash: MoneyJson; readonly toBalance: MoneyJson };
  };
  /** A computed value that is reported without an entry. */
  readonly computed?: { readonly computation: ComputationAddress; readonly field: string; readonly value: unknown };
  /** A right that opened, or that the event exercised. */
  readonly right?: { readonly name: string; readonly about?: string; readonly became: 'open' | 'exercised' };
  /** Why the event had no effect: the account had ended, or the right was not open. */
  readonly withoutEffect?: {
    readonly because: 'ended' | 'no-right';
    readonly status?: string;
    readonly right?: string;
  };
  /** The edition that applied. */
  readonly edition: string;
  readonly cites: readonly ClauseNumber[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A day by which something must be done, or on which something ends. */
export interface OpenedDeadline {
  readonly key: string;
  readonly name: string;
  readonly lastDay: string;
  readonly computation: ComputationAddress;
  readonly posting: string;
  readonly event: string | null;
  /** What caused it: the event or the day, with the key of the record if the posting ran for one. */
  readonly cause: string;
  readonly openedOn: string;
  /** Which one it is, if there can be several, and the field by which an event refers to it. */
  readonly about?: { readonly key: string; readonly field?: string };
  /** The kinds of events that close it. */
  readonly closedBy: readonly string[];
  readonly closedOn?: string;
  /** The edition that applied. */
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Something a party may do; it has no effect until an event exercises it. */
export interface OpenedRight {
  readonly key: string;
  readonly name: string;
  /** The party that has the right. */
  readonly holder?: string;
  readonly posting: string;
  readonly event: string | null;
  readonly openedOn: string;
  /** The last day on which it can be exercised; absent if there is none. */
  readonly lastDay?: string;
  readonly about?: { readonly key: string; readonly field?: string };
  readonly closedBy: readonly string[];
  /** The day and the event that exercised it. */
  readonly exercisedOn?: string;
  readonly exercisedBy?: string;
  /** The day on which it closed without being exercised. */
  readonly closedOn?: string;
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What was paid for a purchase, and what was refunded. */
export interface Purchase {
  readonly paidOn: string;
  /** By wallet, in the order in which they were used; without wallets a single part. */
  readonly parts: readonly { readonly wallet?: string; readonly paid: MoneyJson; readonly returned: MoneyJson }[];
}

/** Events of one day that only the order of the agreement could put in order. */
export interface AssumedOrder {
  readonly on: string;
  /** The ids of the events, in the order in which they were processed. */
  readonly events: readonly string[];
}

/**
 * The entries of days within one month on which nothing but the daily charges occurred: one for each day and charge.
 */
export interface DailyEntries {
  /** The position of the first one. */
  readonly seq: number;
  readonly firstDay: string;
  readonly days: number;
  readonly edition: string;
  readonly balanceBefore: MoneyJson;
  readonly charges: readonly {
    readonly posting: string;
    /** The monthly price. */
    readonly price: MoneyJson;
    /** The facts that were the same on all the days. */
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

/** The state of an account as JSON, from which it can be continued. */
export interface AccountJson {
  readonly format: 2;
  /** The id of the account; absent if it was opened without one. */
  readonly account?: string;
  readonly agreement: { readonly id: string; readonly edition: string };
  /** The last closed day; absent before the first event. */
  readonly through?: string;
  readonly balance: MoneyJson;
  readonly debts: readonly Debt[];
  readonly lots: readonly Lot[];
  readonly counters: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly purchases: Readonly<Record<string, Purchase>>;
  readonly status: string;
  /** The digests of the applied events, by id. */
  readonly appliedEvents: Readonly<Record<string, string>>;
  readonly assumedOrder: readonly AssumedOrder[];
  readonly deadlines: readonly OpenedDeadline[];
  readonly rights: readonly OpenedRight[];
  /** The single entries; those of {@link dailyEntries} are in between by `seq`. */
  readonly entries: readonly Entry[];
  readonly dailyEntries: readonly DailyEntries[];
  readonly remarks: readonly Remark[];
}
