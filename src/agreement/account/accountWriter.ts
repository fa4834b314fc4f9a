import { AgreementError, refuse } from '../../errors/agreementError.js';
import { addMoney } from '../../money/addMoney.js';
import { compareMoney } from '../../money/compareMoney.js';
import type { CurrencyCode } from '../../money/currency.js';
import { minMoney } from '../../money/minMoney.js';
import { isMoney, type Money, type MoneyJson, money, moneyOfUnits } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { holds } from '../decide/conditions.js';
import { type DecidedOutcome, decide } from '../decide/decide.js';
import { addressOf, ClauseResult } from '../evaluate/evaluate.js';
import { type Facts, Session } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Binding, Posting, StateChange } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Timeline } from '../model/timeline.js';
import { jsonRecord } from '../model/value.js';
import {
  type Account,
  Account as AccountValue,
  type Debt,
  type Entry,
  type Lot,
  type OpenedDeadline,
  type Remark,
} from './account.js';

/** What set a posting going: an event, or a day that passed. @internal */
export interface Cause {
  readonly day: number;
  /** The day as ISO text. */
  readonly on: string;
  /** Id of the event; null for a day. */
  readonly event: string | null;
  /** What the key of an entry ends with: the id of the event, or the day. */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The record a posting runs for, where it runs for each of a name. */
  readonly record?: { readonly key: string; readonly fields: Readonly<Record<string, unknown>> };
}

/** What an entry is made of beside its posting and its cause. */
interface Entered extends Pick<Entry, 'account' | 'computation' | 'decision' | 'cites' | 'facts'> {
  readonly amount: Money;
}

/** A day that passed, as what sets postings going. @internal */
export function causeOfDay(day: number): Cause {
  const on = isoOfEpochDay(day);
  return { day, on, event: null, name: on, payload: { on } };
}

/** An account while events are applied to it. Made from a state and turned into one again; the state it began with stays as it was. @internal */
export class AccountWriter {
  readonly timeline: Timeline;
  readonly currency: CurrencyCode;
  balance: Money;
  status: string;
  through: string | undefined;
  readonly debts: {
    cause: string;
    since: string;
    amount: Money;
    left: Money;
    payments: { paidOn: string; amount: Money }[];
  }[];
  readonly lots: { creditedOn: string; amount: Money; left: Money }[];
  readonly counters: Map<string, number>;
  readonly values: Map<string, unknown>;
  readonly records: Map<string, Map<string, Record<string, unknown>>>;
  /** Digests of the events that were applied by this writer, by id. */
  readonly appliedEvents: Map<string, string> = new Map();
  readonly deadlines: OpenedDeadline[];
  readonly entries: Entry[];
  readonly remarks: Remark[];
  readonly #id: string;
  readonly #seenBefore: Readonly<Record<string, string>>;
  #edition: string;
  /** When the money of the latest debit had been credited: the oldest lot it took from. */
  #spentCreditedOn: string | undefined;

  constructor(account: Account) {
    const { timeline, state } = account;
    this.timeline = timeline;
    this.#id = state.agreement.id;
    this.#edition = state.agreement.edition;
    this.currency = state.balance.currency;
    this.balance = read(state.balance);
    this.status = state.status;
    this.through = state.through;
    this.debts = state.debts.map((debt) => {
      const payments = debt.payments.map(({ paidOn, amount }) => ({ paidOn, amount: read(amount) }));
      const left = payments.reduce((rest, payment) => subtractMoney(rest, payment.amount), read(debt.amount));
      return { cause: debt.cause, since: debt.since, amount: read(debt.amount), left, payments };
    });
    this.lots = state.lots.map((lot) => ({
      creditedOn: lot.creditedOn,
      amount: read(lot.amount),
      left: read(lot.left),
    }));
    this.counters = new Map(Object.entries(state.counters));
    this.values = new Map(Object.entries(state.values));
    this.records = new Map(
      Object.entries(state.records).map(([name, list]) => [
        name,
        new Map(Object.entries(list).map(([key, record]) => [key, { ...record }])),
      ]),
    );
    this.#seenBefore = state.appliedEvents;
    this.deadlines = [...state.deadlines];
    this.entries = [...state.entries];
    this.remarks = [...state.remarks];
  }

  /** The state as it is now. */
  account(): Account {
    const debts: Debt[] = this.debts.map(({ cause, since, amount, payments }) => ({
      cause,
      since,
      amount: amount.toJSON(),
      payments: payments.map((payment) => ({ paidOn: payment.paidOn, amount: payment.amount.toJSON() })),
    }));
    const lots: Lot[] = this.lots.map(({ creditedOn, amount, left }) => ({
      creditedOn,
      amount: amount.toJSON(),
      left: left.toJSON(),
    }));
    return new AccountValue(this.timeline, {
      format: 1,
      agreement: { id: this.#id, edition: this.#edition },
      ...(this.through !== undefined && { through: this.through }),
      balance: this.balance.toJSON(),
      debts,
      lots,
      counters: Object.fromEntries(this.counters),
      values: Object.fromEntries(this.values),
      records: Object.fromEntries([...this.records].map(([name, list]) => [name, Object.fromEntries(list)])),
      status: this.status,
      appliedEvents:
        this.appliedEvents.size === 0
          ? this.#seenBefore
          : { ...this.#seenBefore, ...Object.fromEntries(this.appliedEvents) },
      deadlines: this.deadlines,
      entries: this.entries,
      remarks: this.remarks,
    });
  }

  /** The edition by which what happens on a day is judged. */
  editionOn(day: number): Agreement {
    return this.timeline.need(day);
  }

  /** Closes the days through one. */
  closeThrough(day: number): void {
    this.through = isoOfEpochDay(day);
    this.#edition = this.editionOn(day).data.edition;
  }

  /** Runs the postings of an event kind, in the order of the agreement. */
  run(kind: string, cause: Cause): void {
    for (const posting of this.editionOn(cause.day).postings)
      if (posting.on === kind) for (const each of this.#causesOf(posting, cause)) this.#postFor(posting, each);
    this.#closeDeadlines(kind, cause);
  }

  /** Does a posting of an event; a fact the event should have carried is a fault of the event. */
  #postFor(posting: Posting, cause: Cause): void {
    try {
      this.post(posting, cause);
    } catch (error) {
      if (!(error instanceof AgreementError) || error.code !== 'fact-missing') throw error;
      const { field, value, expected } = error.details;
      const findings = error.findings.map((finding) => ({ ...finding, path: `${cause.name}.${finding.path}` }));
      throw new AgreementError('events-invalid', { field: `${cause.name}.${field}`, value, expected }, findings);
    }
  }

  /** Runs postings of a day: those it begins with, those of a window, or those it ends with. */
  runDay(cause: Cause, postings: readonly Posting[]): void {
    for (const posting of postings) for (const each of this.#causesOf(posting, cause)) this.post(posting, each);
  }

  /** Runs a posting of a statement: once, or for each record of a name. */
  runStatement(posting: Posting, cause: Cause): void {
    for (const each of this.#causesOf(posting, cause)) this.post(posting, each);
  }

  /** A posting runs once, or for each record of a name in the order they were entered. */
  #causesOf({ of }: Posting, cause: Cause): readonly Cause[] {
    if (of === undefined) return [cause];
    const { day, on, event, name, payload } = cause;
    const causes: Cause[] = [];
    for (const [key, fields] of this.records.get(of) ?? [])
      causes.push({ day, on, event, name: `${name}/${key}`, payload, record: { key, fields } });
    return causes;
  }

  /** Does one posting: binds its facts, asks its condition, computes or decides, enters, changes the state, opens a deadline. */
  post(posting: Posting, cause: Cause): void {
    const agreement = this.editionOn(cause.day);
    // What runs with each statement waits until there is something for it to run on.
    if (posting.each === 'statement' && lacks(agreement, posting, this.factsOf(posting, cause))) return;
    if (!this.applies(agreement, posting, cause)) return;
    const facts = this.factsOf(posting, cause);
    const result = posting.computes === undefined ? undefined : evaluate(agreement, posting.computes, facts);
    const outcome = posting.decides === undefined ? undefined : this.#decide(posting, posting.decides, facts, cause);
    const paid = paidBy(outcome);
    if (outcome?.is === 'state')
      for (const change of own(posting.setsByState ?? {}, outcome.state) ?? [])
        this.#change(change, posting, cause, undefined);
    if (paid !== undefined) for (const change of posting.setsIfPaid ?? []) this.#change(change, posting, cause, paid);
    const entered = posting.post === undefined || this.#enter(posting, result, facts, cause);
    for (const change of (entered ? posting.sets : posting.setsIfShort) ?? [])
      this.#change(change, posting, cause, result?.value);
    if (!entered) return;
    if (posting.tells !== undefined && result !== undefined) this.#tell(posting, posting.tells, result, cause);
    if (posting.opens !== undefined && result !== undefined) this.#open(posting, result, cause);
  }

  /** The facts a posting binds, those that have a value. */
  factsOf(posting: Posting, cause: Cause, debt?: AccountWriter['debts'][number]): Record<string, unknown> {
    const facts: Record<string, unknown> = {};
    for (const [name, binding] of bindingsOf(posting).all) {
      const value = this.#bound(binding, cause, undefined, debt);
      if (value !== undefined) facts[name] = value;
    }
    return facts;
  }

  /** Whether a posting's condition holds. Records it binds have to be there; other facts are bound only if the condition asks for them. */
  applies(agreement: Agreement, posting: Posting, cause: Cause, debt?: AccountWriter['debts'][number]): boolean {
    if (posting.if === undefined) return true;
    for (const binding of bindingsOf(posting).records) this.#bound(binding, cause, undefined, debt);
    const { bind = {} } = posting;
    const fact = (name: string): unknown => {
      const binding = own(bind, name);
      return binding && this.#bound(binding, cause, undefined, debt);
    };
    return holds(new Session(agreement, fact), posting.if);
  }

  #bound(binding: Binding, cause: Cause, answer: Answer | undefined, debt?: AccountWriter['debts'][number]): unknown {
    if ('event' in binding) return binding.event === 'id' ? cause.event : own(cause.payload, binding.event);
    if ('state' in binding) return this.#stateOf(binding.state, debt);
    if ('counter' in binding) return (this.counters.get(binding.counter) ?? 0) + binding.plus;
    if ('record' in binding) {
      const key = this.#bound(binding.key, cause, answer, debt);
      // A key that has no value yet names no record: there is nothing to give.
      if (key === undefined) return undefined;
      const record = this.records.get(binding.record)?.get(String(key));
      if (record === undefined)
        return refuse(
          'events-invalid',
          `${cause.event ?? cause.name}.${binding.record}`,
          key,
          'the key of a record entered before',
        );
      return own(record, binding.field);
    }
    // The records go on changing; the list stays as it is now.
    if ('records' in binding)
      return [...(this.records.get(binding.records)?.values() ?? [])].map((record) => ({ ...record }));
    if ('debt' in binding) return debt === undefined ? undefined : debtField(debt, binding.debt);
    if ('asOf' in binding) return cause.on;
    if ('own' in binding)
      return binding.own === 'key' ? cause.record?.key : own(cause.record?.fields ?? {}, binding.own);
    if ('result' in binding) return answer?.[binding.result];
    return binding.literal;
  }

  #stateOf(name: string, debt?: AccountWriter['debts'][number]): unknown {
    switch (name) {
      case 'balance':
        return this.balance;
      case 'status':
        return this.status;
      case 'spentCreditedOn':
        return this.#spentCreditedOn;
      case 'totalDebt':
        return this.#totalDebt(debt);
      case 'debts':
        return this.debts.filter(({ left }) => !isZero(left)).map(({ left }) => left.toJSON());
      case 'availableBalance':
        return compareMoney(this.balance, moneyOfUnits(0, this.currency)) < 0
          ? moneyOfUnits(0, this.currency)
          : this.balance;
      case 'nothing':
        return moneyOfUnits(0, this.currency);
      case 'unpaidDebt':
        return this.debts.reduce((total, other) => addMoney(total, other.left), moneyOfUnits(0, this.currency));
      default:
        return this.values.get(name);
    }
  }

  /**
   * All that was owed while a debt ran: this one in full, since a part payment does not shrink the base of its own cap, and what was left of
   * the others. A debt that was paid off is looked at on the day it was: what came later is no part of it.
   */
  #totalDebt(debt: AccountWriter['debts'][number] | undefined): Money {
    const closed =
      debt !== undefined && isZero(debt.left) ? debt.payments[debt.payments.length - 1]?.paidOn : undefined;
    return this.debts.reduce(
      (total, other) => {
        if (other === debt) return addMoney(total, other.amount);
        if (closed === undefined) return addMoney(total, other.left);
        if (epochDayOf(other.since, 'since') > epochDayOf(closed, 'closed')) return total;
        const paid = other.payments.filter(
          ({ paidOn }) => epochDayOf(paidOn, 'paidOn') <= epochDayOf(closed, 'closed'),
        );
        return addMoney(
          total,
          paid.reduce((left, { amount }) => subtractMoney(left, amount), other.amount),
        );
      },
      moneyOfUnits(0, this.currency),
    );
  }

  /** Decides, and enters what the outcome pays. */
  #decide(posting: Posting, question: string, facts: Facts, cause: Cause): DecidedOutcome {
    const { row, outcome, cites } = decide(this.editionOn(cause.day), question, facts);
    const decision = { question, row };
    if (outcome.is === 'amount') {
      const { cash, toBalance } = outcome;
      if (!isZero(cash) && posting.paysFrom === 'balance') {
        this.#spend(cash);
        this.#add(posting, cause, { account: 'balance', amount: negateMoney(cash), decision, cites, facts }, '/paid');
      }
      if (!isZero(cash)) this.#add(posting, cause, { account: 'payout', amount: cash, decision, cites, facts });
      if (!isZero(toBalance)) {
        this.#credit(toBalance, cause.on);
        this.#add(posting, cause, { account: 'balance', amount: toBalance, decision, cites, facts });
      }
    }
    const told = jsonRecord(outcome);
    this.remarks.push({
      key: `decision/${posting.id}/${cause.name}`,
      on: cause.on,
      event: cause.event,
      posting: posting.id,
      decision: { ...decision, outcome: told },
      edition: this.editionOn(cause.day).data.edition,
      cites,
      facts: jsonRecord(facts),
    });
    return outcome;
  }

  /** Enters a sum; false if the balance does not cover it and the posting takes nothing then. */
  #enter(posting: Posting, result: ClauseResult | undefined, facts: Facts, cause: Cause): boolean {
    const { account, side, amount: source, short } = posting.post as NonNullable<Posting['post']>;
    const bound = this.#bound(source, cause, result?.value);
    const amount = sumOf(bound) ?? (refuse('events-invalid', posting.id, bound, 'a sum to enter') as never);
    if (isZero(amount)) return true;
    if (account === 'balance' && side === 'debit' && short === 'skip' && compareMoney(this.balance, amount) < 0)
      return false;
    const before = this.balance;
    if (account === 'balance' && side === 'credit') this.#credit(amount, cause.on);
    if (account === 'balance' && side === 'debit') this.#spend(amount);
    this.#add(posting, cause, {
      account,
      amount: side === 'credit' ? amount : negateMoney(amount),
      ...(result && { computation: result.computation }),
      cites: result?.cites ?? [],
      facts,
    });
    if (account === 'balance' && side === 'debit') this.#uncovered(before, cause);
    return true;
  }

  #add(posting: Posting, cause: Cause, entered: Entered, more = ''): void {
    const { account, amount, computation, decision, cites, facts } = entered;
    this.entries.push({
      key: `${account}/${posting.id}/${cause.name}${more}`,
      on: cause.on,
      account,
      amount: amount.toJSON(),
      balanceAfter: this.balance.toJSON(),
      posting: posting.id,
      ...(computation !== undefined && { computation }),
      ...(decision !== undefined && { decision }),
      event: cause.event,
      edition: this.editionOn(cause.day).data.edition,
      cites,
      facts: jsonRecord(facts),
    });
  }

  /** Credits the balance; what it covers of the debts counts as paid, oldest first, the rest can be spent or go back. */
  #credit(amount: Money, on: string): void {
    this.balance = addMoney(this.balance, amount);
    let left = amount;
    for (const debt of this.debts) {
      if (isZero(debt.left)) continue;
      const paid = minMoney(debt.left, left);
      if (isZero(paid)) continue;
      debt.payments.push({ paidOn: on, amount: paid });
      debt.left = subtractMoney(debt.left, paid);
      left = subtractMoney(left, paid);
      if (isZero(debt.left)) this.#closeDebtDeadlines(debt.cause, on);
    }
    this.lots.push({ creditedOn: on, amount, left });
  }

  /** Takes a debit from the lots, oldest first. */
  #spend(amount: Money): void {
    this.balance = subtractMoney(this.balance, amount);
    let left = amount;
    this.#spentCreditedOn = undefined;
    for (const lot of this.lots) {
      if (isZero(lot.left)) continue;
      const taken = minMoney(lot.left, left);
      this.#spentCreditedOn ??= lot.creditedOn;
      lot.left = subtractMoney(lot.left, taken);
      left = subtractMoney(left, taken);
      if (isZero(left)) break;
    }
  }

  /** What a debit took below zero is a debt from that day, and runs the postings for it. */
  #uncovered(before: Money, cause: Cause): void {
    const floor = moneyOfUnits(0, this.currency);
    if (compareMoney(this.balance, floor) >= 0) return;
    const already = compareMoney(before, floor) < 0 ? negateMoney(before) : floor;
    const amount = subtractMoney(negateMoney(this.balance), already);
    const on = cause.on;
    this.debts.push({ cause: cause.name, since: on, amount, left: amount, payments: [] });
    this.run('balanceBelowZero', { ...cause, payload: { on, amount: amount.toJSON() } });
  }

  #change(change: StateChange, posting: Posting, cause: Cause, answer: Answer | undefined): void {
    const value = (binding: Binding): unknown => {
      const bound = this.#bound(binding, cause, answer);
      return isMoney(bound) ? bound.toJSON() : bound;
    };
    if ('set' in change) this.values.set(change.set, value(change.to));
    else if ('count' in change) this.counters.set(change.count, (this.counters.get(change.count) ?? 0) + change.by);
    else if ('status' in change && !('record' in change)) this.#becomes(change.status, posting, cause);
    else {
      const key = String(value(change.key));
      const list = this.records.get(change.record) ?? new Map<string, Record<string, unknown>>();
      this.records.set(change.record, list);
      const record = list.get(key) ?? {};
      if ('fields' in change)
        for (const [name, binding] of Object.entries(change.fields)) record[name] = value(binding);
      else if ('status' in change) this.#recordBecomes(change.record, key, record, change.status, posting, cause);
      else if ('put' in change) {
        const entry = Object.fromEntries(Object.entries(change.put).map(([name, binding]) => [name, value(binding)]));
        record[change.list] = withEntry(record[change.list], entry, change.by);
      } else
        for (const [name, binding] of Object.entries(change.add)) record[name] = added(record[name], value(binding));
      list.set(key, record);
    }
  }

  #becomes(status: string, posting: Posting, cause: Cause): void {
    if (this.status === status) return;
    this.status = status;
    const on = cause.on;
    this.remarks.push({
      key: `status/${posting.id}/${cause.name}`,
      on,
      event: cause.event,
      posting: posting.id,
      status,
      edition: this.editionOn(cause.day).data.edition,
      cites: [],
      facts: {},
    });
  }

  /** A record whose status changes is told in a remark, as the account is. */
  #recordBecomes(
    name: string,
    key: string,
    record: Record<string, unknown>,
    status: string,
    posting: Posting,
    cause: Cause,
  ): void {
    if (record['status'] === status) return;
    record['status'] = status;
    this.remarks.push({
      key: `status/${posting.id}/${cause.name}`,
      on: cause.on,
      event: cause.event,
      posting: posting.id,
      status,
      of: { record: name, key },
      edition: this.editionOn(cause.day).data.edition,
      cites: [],
      facts: {},
    });
  }

  #tell(posting: Posting, field: string, result: ClauseResult, cause: Cause): void {
    const { computation, cites, facts } = result;
    this.remarks.push({
      key: `computed/${posting.id}/${cause.name}`,
      on: cause.on,
      event: cause.event,
      posting: posting.id,
      computed: { computation, field, value: JSON.parse(JSON.stringify(result.value[field] ?? null)) },
      edition: this.editionOn(cause.day).data.edition,
      cites,
      facts: JSON.parse(JSON.stringify(facts)),
    });
  }

  #open(posting: Posting, result: ClauseResult, cause: Cause): void {
    const { deadline, name, closedBy = [] } = posting.opens as NonNullable<Posting['opens']>;
    const lastDay = result.value[deadline];
    if (typeof lastDay !== 'string') return;
    this.deadlines.push({
      key: `deadline/${posting.id}/${cause.name}`,
      name,
      lastDay,
      computation: result.computation,
      event: cause.event,
      openedOn: cause.on,
      closedBy,
      edition: this.editionOn(cause.day).data.edition,
      facts: result.facts,
    });
  }

  #closeDeadlines(kind: string, cause: Cause): void {
    const closedOn = cause.on;
    this.deadlines.forEach((deadline, at) => {
      if (deadline.closedOn === undefined && deadline.closedBy.includes(kind) && deadline.event !== cause.event)
        this.deadlines[at] = { ...deadline, closedOn };
    });
  }

  #closeDebtDeadlines(debt: string, closedOn: string): void {
    this.deadlines.forEach((deadline, at) => {
      if (deadline.closedOn === undefined && deadline.closedBy.includes('debtPaid') && isOpenedBy(deadline, debt))
        this.deadlines[at] = { ...deadline, closedOn };
    });
  }
}

/** Whether a deadline has the cause of a debt: the event or the day, and the record where the posting ran for one. */
function isOpenedBy({ key, event, openedOn }: OpenedDeadline, debt: string): boolean {
  return key.endsWith(`/${debt}`) && `${debt}/`.startsWith(`${event ?? openedOn}/`);
}

/** The computation of a posting. @internal */
export function evaluate(agreement: Agreement, ref: string, facts: Facts): ClauseResult {
  return new ClauseResult(new Session(agreement, (name) => own(facts, name)), addressOf(agreement, ref));
}

/** What a posting binds: all of it by name, and what it takes from records. */
interface Bindings {
  readonly all: readonly (readonly [string, Binding])[];
  readonly records: readonly Binding[];
}

/** Listed once for each posting. */
const listed = /* @__PURE__ */ new WeakMap<Posting, Bindings>();

function bindingsOf(posting: Posting): Bindings {
  const known = listed.get(posting);
  if (known !== undefined) return known;
  const all = Object.entries(posting.bind ?? {});
  const records = all.flatMap(([, binding]) => ('record' in binding ? [binding] : []));
  const bindings = { all, records };
  listed.set(posting, bindings);
  return bindings;
}

/** Whether a fact that cannot be left out has no value yet. */
function lacks(agreement: Agreement, posting: Posting, facts: Facts): boolean {
  const { facts: declared } = agreement.data;
  return Object.keys(posting.bind ?? {}).some(
    (name) => facts[name] === undefined && declared[name]?.absent === undefined,
  );
}

/** A sum, or the JSON of one, as values that were set and records hold it. */
function sumOf(value: unknown): Money | undefined {
  if (isMoney(value)) return value;
  const { amount, currency } = (value ?? {}) as Partial<MoneyJson>;
  return amount !== undefined && currency !== undefined ? read({ amount, currency }) : undefined;
}

function read(json: MoneyJson): Money {
  return money(json.amount, json.currency);
}

function isZero(sum: Money): boolean {
  return sum.units === 0;
}

/** The sums of an outcome that paid something out or credited it. */
function paidBy(outcome: DecidedOutcome | undefined): Answer | undefined {
  if (outcome?.is !== 'amount' || (isZero(outcome.cash) && isZero(outcome.toBalance))) return undefined;
  return { cash: outcome.cash, toBalance: outcome.toBalance };
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function debtField(debt: AccountWriter['debts'][number], name: string): unknown {
  switch (name) {
    case 'payments':
      return debt.payments.map((payment) => ({ paidOn: payment.paidOn, amount: payment.amount.toJSON() }));
    case 'amount':
    case 'left':
      return debt[name];
    case 'since':
    case 'cause':
      return debt[name];
    default:
      return refuse('agreement-invalid', 'bind.debt', name, 'amount, left, since, cause or payments');
  }
}

/** A list with one more entry; one that has the same `by` gives way to it. */
function withEntry(list: unknown, entry: Readonly<Record<string, unknown>>, by: string): readonly unknown[] {
  const others = ((list ?? []) as readonly Readonly<Record<string, unknown>>[]).filter(
    (other) => other[by] !== entry[by],
  );
  return [...others, entry];
}

/** Counts and sums grow by what an event adds. */
function added(before: unknown, more: unknown): unknown {
  if (typeof more === 'number') return (typeof before === 'number' ? before : 0) + more;
  const sum = more as MoneyJson;
  return before === undefined ? sum : addMoney(read(before as MoneyJson), read(sum)).toJSON();
}
