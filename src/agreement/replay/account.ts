import { refuse } from '../../errors/agreementError.js';
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import { type Money, type MoneyJson, money, moneyOfUnits } from '../../money/money.js';
import type { ClauseNumber, ComputationAddress } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import { type AgreementEditions, Timeline } from '../model/timeline.js';

/** What the balance did not cover: a debt from the day it arose, with what was paid toward it since. */
export interface Debt {
  /** The event that caused it. */
  readonly cause: string;
  readonly since: string;
  /** What was not covered. */
  readonly amount: MoneyJson;
  readonly payments: readonly { readonly paidOn: string; readonly amount: MoneyJson }[];
}

/** Money credited to the balance, and what is left of it, oldest first. */
export interface Lot {
  readonly creditedOn: string;
  readonly amount: MoneyJson;
  readonly left: MoneyJson;
}

/** A movement on the account: a fact of the past. What it rests on is computed again from `facts` when someone asks. */
export interface Entry {
  /** Account, posting and cause: never a sum, another fact or the edition. */
  readonly key: string;
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
  /** The event that caused it; null for what a day caused. */
  readonly event: string | null;
  readonly edition: string;
  readonly cites: readonly ClauseNumber[];
  /** Facts of the computation or the decision. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Something that happened without moving money: a decision, a change of status, what was computed for later. */
export interface Remark {
  readonly key: string;
  readonly on: string;
  readonly event: string | null;
  readonly posting: string;
  readonly status?: string;
  /** The record whose status it is; absent for that of the account. */
  readonly of?: { readonly record: string; readonly key: string };
  readonly decision?: { readonly question: string; readonly row: number | string; readonly outcome: unknown };
  /** What was computed, told though nothing was entered. */
  readonly computed?: { readonly computation: ComputationAddress; readonly field: string; readonly value: unknown };
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
  readonly event: string | null;
  readonly openedOn: string;
  /** Kinds of event that close it. */
  readonly closedBy: readonly string[];
  readonly closedOn?: string;
  /** The edition it was judged by. */
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The state of an account as JSON: enough to go on from. */
export interface AccountJson {
  readonly format: 1;
  readonly agreement: { readonly id: string; readonly edition: string };
  /** The last day that is closed; absent before the first event. */
  readonly through?: string;
  readonly balance: MoneyJson;
  readonly debts: readonly Debt[];
  readonly lots: readonly Lot[];
  readonly counters: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly status: string;
  readonly seen: Readonly<Record<string, string>>;
  readonly deadlines: readonly OpenedDeadline[];
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

/** The state of an account together with the agreement it lives under. Immutable; its JSON is {@link AccountJson}. */
export class Account {
  /** The editions of the agreement; not part of the JSON. @internal */
  readonly timeline: Timeline;
  readonly state: AccountJson;

  /** @internal */
  constructor(timeline: Timeline, state: AccountJson) {
    this.timeline = timeline;
    this.state = state;
    Object.defineProperty(this, 'timeline', { enumerable: false });
  }

  /** The edition of the agreement that the state was last judged by. */
  get agreement(): Agreement {
    const { edition } = this.state.agreement;
    return this.timeline.editions.find(({ data }) => data.edition === edition) as Agreement;
  }

  /** The balance, below zero where something is owed. */
  get balance(): Money {
    return money(this.state.balance.amount, this.state.balance.currency);
  }

  /** What events are read against. @internal */
  get reading(): { readonly currencies: readonly CurrencyCode[]; readonly seen: Readonly<Record<string, string>> } {
    return { currencies: [this.state.balance.currency], seen: this.state.seen };
  }

  /** The state as JSON; {@link openAccount} takes it up again. */
  toJSON(): AccountJson {
    return this.state;
  }
}

/** How an account begins, or goes on. */
export interface OpenAccountOptions {
  /** The currency of the account; needed where the agreement has several, absent where it has one. */
  readonly currency?: CurrencyCode;
  /** The state to go on from; absent, the account is new. */
  readonly state?: AccountJson;
}

/**
 * A new account under an agreement, or one that is taken up again from its JSON. Under several editions every act is judged by the one in
 * force on its day.
 *
 * @throws {@link AgreementError} `state-invalid` if the state belongs to another agreement or to an edition that is not given, or is no state;
 * `currency-unknown` if the agreement has several currencies and none, or another, is named.
 * @example
 * ```ts no-run
 * const account = openAccount(agreement);
 * const again = openAccount(agreement, { state: JSON.parse(JSON.stringify(account)) });
 * ```
 */
export function openAccount(agreement: AgreementEditions, options: OpenAccountOptions = {}): Account {
  const timeline = new Timeline(agreement);
  const { id, edition, currencies } = (timeline.editions[0] as Agreement).data;
  const { state, currency = currencies.length === 1 ? currencies[0] : undefined } = options;
  if (state !== undefined) {
    const { format, agreement: stamp } = state;
    const editions = timeline.editions.map(({ data }) => data.edition);
    if (
      format !== 1 ||
      stamp?.id !== id ||
      !editions.includes(stamp.edition) ||
      !isKnownCurrency(state.balance?.currency)
    )
      refuse(
        'state-invalid',
        'state.agreement',
        stamp,
        `the state of an account under ${id}, ${editions.join(' or ')}`,
      );
    return new Account(timeline, state);
  }
  if (currency === undefined || !currencies.includes(currency))
    refuse('currency-unknown', 'currency', currency, `one of ${currencies.join(', ')}`);
  return new Account(timeline, {
    format: 1,
    agreement: { id, edition },
    balance: moneyOfUnits(0, currency).toJSON(),
    debts: [],
    lots: [],
    counters: {},
    values: {},
    records: {},
    status: 'none',
    seen: {},
    deadlines: [],
    entries: [],
    remarks: [],
  });
}
