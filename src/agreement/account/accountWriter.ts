import { compareMoney } from '../../money/compareMoney.js';
import { isMoney, type Money, type MoneyJson } from '../../money/money.js';
import { holds } from '../decide/conditions.js';
import { type DecidedOutcome, decideIn } from '../decide/decide.js';
import { type Facts, Session } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import type { Posting, StateChange } from '../model/posting.js';
import type { Timeline } from '../model/timeline.js';
import { jsonOf, jsonRecord } from '../model/value.js';
import { Account } from './account.js';
import { boundValue, type PostingContext } from './bindings.js';
import { boundFact, boundFacts } from './boundFacts.js';
import { type Cause, causeOfDay } from './cause.js';
import { changeState } from './changeState.js';
import { closeByEvent } from './closeByEvent.js';
import { creditBalance } from './creditBalance.js';
import { chargeDays } from './dailyCharges.js';
import { enterAmount, type Uncovered } from './enterAmount.js';
import { EntryWriter } from './entryWriter.js';
import { namedError, refuseEvent } from './eventErrors.js';
import { exerciseRight } from './exerciseRight.js';
import type { LotOrigin } from './lot.js';
import { openDeadline } from './openDeadline.js';
import { openRight } from './openRight.js';
import { payOutcome } from './payOutcome.js';
import { type PlannedPosting, type Postings, postingsOf } from './postingsOf.js';
import type { RunningPosting } from './runningPosting.js';
import type { AccountState } from './state.js';

/** The accrual on the debts of an account as of a day. */
type Accrued = (writer: AccountWriter, cause: Cause) => Money;

const noPostings: readonly PlannedPosting[] = [];
const noOrigin: LotOrigin = {};

/**
 * Modifies an account while events are applied: starts from a copy of its state and creates an account from it.
 * @internal
 */
export class AccountWriter {
  readonly timeline: Timeline;
  readonly state: AccountState;
  readonly entries: EntryWriter;
  // The edition of the last requested day, and the range of days for which it is the same.
  #edition: Agreement | undefined;
  #postings: Postings | undefined;
  #editionFrom = Number.POSITIVE_INFINITY;
  #editionBefore = Number.NEGATIVE_INFINITY;
  readonly #accrued: Accrued | undefined;

  constructor(account: Account, accrued?: Accrued) {
    this.#accrued = accrued;
    this.timeline = account.timeline;
    this.state = account.snapshot.copy();
    this.entries = new EntryWriter(this.state);
  }

  /** The account in its current state; the writer must not be used afterwards. */
  account(): Account {
    return new Account(this.timeline, this.state);
  }

  /** The edition in force on a day. */
  editionOn(day: number): Agreement {
    if (!(day >= this.#editionFrom && day < this.#editionBefore)) {
      this.#edition = this.timeline.need(day);
      this.#postings = postingsOf(this.#edition);
      this.#editionFrom = day;
      this.#editionBefore = this.timeline.changesAfter(day);
    }
    return this.#edition as Agreement;
  }

  postingsOn(day: number): Postings {
    this.editionOn(day);
    return this.#postings as Postings;
  }

  /** Closes the days through the given one. */
  closeThrough(day: number): void {
    this.state.throughDay = day;
    this.state.edition = this.editionOn(day).data.edition;
  }

  /** Removes what lapses before a day starts. */
  lapse(day: number): void {
    const { state } = this;
    if (state.lots.nextExpiry >= day) return;
    const cause = causeOfDay(day);
    for (const lot of state.lapse(day)) this.entries.addLapse(lot, cause, this.editionOn(day).data.edition);
  }

  /** Runs the postings of an event, in the order of the agreement. */
  runEvent(kind: string, cause: Cause): void {
    const agreement = this.editionOn(cause.day);
    const { byEvent, finalStatuses } = this.postingsOn(cause.day);
    const plans = byEvent.get(kind) ?? noPostings;
    // Test only once whether the account had ended: if the event itself ends it, its own postings still run.
    const hasEnded = finalStatuses.has(this.state.status);
    const running = hasEnded ? plans.filter(({ posting }) => posting.afterEnd !== undefined) : plans;
    if (plans.length > 0 && running.length === 0) this.#afterEnd(agreement, kind, cause);
    for (const plan of running) this.#runEach(plan, cause);
    closeByEvent(this.state, kind, cause);
  }

  /** Runs days without events as long as they only have daily charges; returns the first day that has more. */
  passDays(first: number, before: number): number {
    const agreement = this.editionOn(first);
    const { wholeDay, finalStatuses } = this.postingsOn(first);
    const next = Math.min(before, this.#editionBefore);
    if (finalStatuses.has(this.state.status)) return first;
    return chargeDays(this.state, agreement, wholeDay, first, next, this.entries.entryKey);
  }

  /** Runs the postings of a day: those at its start, those of a window, or those at its end. */
  runDay(day: number, plans: readonly PlannedPosting[]): void {
    if (plans.length === 0) return;
    const agreement = this.editionOn(day);
    const { finalStatuses } = this.postingsOn(day);
    if (
      !finalStatuses.has(this.state.status) &&
      chargeDays(this.state, agreement, plans, day, day + 1, this.entries.entryKey) > day
    )
      return;
    const cause = causeOfDay(day);
    for (const plan of plans)
      if (plan.posting.afterEnd !== undefined || !finalStatuses.has(this.state.status)) this.#runEach(plan, cause);
  }

  /** Runs the postings of a statement, once or for each record with a name. */
  runStatement(day: number): void {
    this.runDay(day, this.postingsOn(day).statements);
  }

  /** Runs a posting once, or for each record with a name in the order in which they were entered. */
  #runEach(plan: PlannedPosting, cause: Cause): void {
    const { of } = plan.posting;
    if (of === undefined) {
      this.#runOne(plan, cause);
      return;
    }
    const { day, on, event, name, payload } = cause;
    for (const key of this.state.named.keysOf(of))
      this.#runOne(plan, { day, on, event, name: `${name}/${key}`, payload, record: { name: of, key } });
  }

  #runOne(plan: PlannedPosting, cause: Cause): void {
    try {
      if (!this.#creditPlainly(plan, cause)) this.#post(plan, cause);
    } catch (error) {
      throw namedError(error, cause, plan.posting.id);
    }
  }

  /** Runs a posting that only credits an amount of its event; false if it does more. */
  #creditPlainly({ plainCredit, posting }: PlannedPosting, cause: Cause): boolean {
    if (plainCredit === undefined || !Object.hasOwn(cause.payload, plainCredit)) return false;
    const amount = cause.payload[plainCredit];
    if (!isMoney(amount)) return false;
    if (amount.units === 0) return true;
    creditBalance(this.entries, amount, cause, noOrigin);
    this.entries.addCredit(posting.id, cause, amount, this.editionOn(cause.day).data.edition);
    return true;
  }

  /**
   * Runs one posting: binds its facts, tests its condition, computes or decides, enters an amount, changes the state,
   * opens a deadline.
   */
  #post(plan: PlannedPosting, cause: Cause): void {
    const { posting } = plan;
    const agreement = this.editionOn(cause.day);
    const accrued = this.#accrued;
    const where: PostingContext = {
      state: this.state,
      cause,
      wallets: agreement.data.wallets,
      ...(accrued && { accrued: () => accrued(this, cause) }),
    };
    // A posting that runs with each statement waits until its facts have values.
    if (posting.each === 'statement' && lacks(plan, where)) return;
    // Created only if the agreement must be evaluated: a posting may do no more than set a status.
    const session = plan.asks ? new Session(agreement, (name) => boundFact(posting, name, where)) : undefined;
    if (session !== undefined && !this.#applies(plan, session, where)) return;
    const facts = boundFacts(plan, where);
    const running: RunningPosting = { plan, posting, agreement, cause, where };
    const { entries } = this;
    const { computes, decides, exercisesRight, opensRight } = posting;
    if (exercisesRight !== undefined && !exerciseRight(entries, running, exercisesRight)) return;
    const hadDone = session?.done;
    const done = computes === undefined ? undefined : session?.evaluate(computes);
    const result = done?.answer;
    // A computation that depends on no other one cites only its own clause; otherwise the clauses are determined when
    // the entry is read.
    const cites = done !== undefined && hadDone === 0 && session?.done === 1 ? ownClause(done.placed) : undefined;
    const outcome =
      decides === undefined || session === undefined ? undefined : this.#decide(running, session, decides, facts);
    const isEntered = posting.post === undefined || this.#enter(running, result, facts, cites);
    for (const change of (isEntered ? posting.sets : posting.setsIfShort) ?? [])
      changeState(entries, change, running, result);
    if (!isEntered) return;
    if (posting.tells !== undefined && computes !== undefined) entries.report(running, posting.tells, result, facts);
    if (posting.opens !== undefined && computes !== undefined) openDeadline(entries, running, result, facts);
    if (opensRight !== undefined && (opensRight.ifState === undefined || isState(outcome, opensRight.ifState)))
      openRight(entries, running, opensRight, result, facts);
  }

  /**
   * Whether a posting runs: its condition is true and the requirements on the event are met. The records it binds must
   * exist.
   */
  #applies({ posting, records }: PlannedPosting, session: Session, where: PostingContext): boolean {
    const { requires = [] } = posting;
    if (posting.if === undefined && requires.length === 0) return true;
    for (const binding of records) boundValue(binding, where);
    if (posting.if !== undefined && !holds(session, posting.if)) return false;
    for (const { if: condition, field, expected } of requires)
      if (!holds(session, condition))
        refuseEvent(where.cause, field, 'requirement', jsonOf(where.cause.payload[field]), expected);
    return true;
  }

  /** Handles an event after the end without a posting that still runs. */
  #afterEnd(agreement: Agreement, kind: string, cause: Cause): void {
    const { status } = this.state;
    const after = agreement.data.events[kind]?.afterEnd ?? agreement.data.ending?.after;
    if (after === 'finding')
      refuseEvent(cause, 'kind', 'after-end', kind, `no such event after the end: the status is ${status}`);
    this.entries.remark(kind, cause, 'without-effect', agreement, { withoutEffect: { because: 'ended', status } });
  }

  /** Decides, enters what the outcome pays, and makes the changes that depend on it. */
  #decide(running: RunningPosting, session: Session, question: string, facts: Facts): DecidedOutcome {
    const { entries } = this;
    const { posting, agreement, cause } = running;
    const { row, outcome } = decideIn(session, question);
    const cites = row.clauses;
    const decision = { question, row: row.n };
    const paid =
      outcome.is === 'amount' ? payOutcome(entries, running, outcome, { decision, cites, facts }) : undefined;
    entries.remark(posting.id, cause, 'decision', agreement, {
      decision: { ...decision, outcome: jsonRecord(outcome), ...otherwisePaid(outcome, paid) },
      cites,
      facts,
    });
    const answer: Answer | undefined =
      paid === undefined || (paid.cash.units === 0 && paid.toBalance.units === 0) ? undefined : { ...paid };
    if (outcome.is === 'state')
      for (const change of changesByState(posting, outcome.state)) changeState(entries, change, running, undefined);
    if (answer !== undefined)
      for (const change of posting.setsIfPaid ?? []) changeState(entries, change, running, answer);
    return outcome;
  }

  /** Enters the amount of a posting; false if the balance does not cover it and the posting is then skipped. */
  #enter(
    running: RunningPosting,
    answer: Answer | undefined,
    facts: Facts,
    cites: readonly string[] | undefined,
  ): boolean {
    const entered = enterAmount(this.entries, running, answer, facts, cites);
    if (typeof entered === 'boolean') return entered;
    this.#owe(entered, running.cause);
    return true;
  }

  /** Records the uncovered part of a debit as a debt from that day, and runs the postings for it. */
  #owe({ amount, purchase }: Uncovered, { day, on, event, name, record }: Cause): void {
    this.state.debts.owe({ cause: name, since: on, amount, ...(purchase !== undefined && { purchase }) });
    const raised: Cause = { day, on, event, name, payload: { on, amount }, ...(record && { record }) };
    for (const plan of this.postingsOn(day).byEvent.get('balanceBelowZero') ?? noPostings) this.#runEach(plan, raised);
    closeByEvent(this.state, 'balanceBelowZero', raised);
  }
}

/** The amounts actually paid, if they differ from the decision. */
function otherwisePaid(
  outcome: DecidedOutcome,
  paid: { readonly cash: Money; readonly toBalance: Money } | undefined,
): { readonly paid?: { readonly cash: MoneyJson; readonly toBalance: MoneyJson } } {
  if (outcome.is !== 'amount' || paid === undefined) return {};
  if (compareMoney(outcome.cash, paid.cash) === 0 && compareMoney(outcome.toBalance, paid.toBalance) === 0) return {};
  return { paid: { cash: paid.cash.toJSON(), toBalance: paid.toBalance.toJSON() } };
}

function isState(outcome: DecidedOutcome | undefined, state: string): boolean {
  return outcome?.is === 'state' && outcome.state === state;
}

const ownClauses = /* @__PURE__ */ new WeakMap<PlacedComputation, readonly string[]>();

/** The clause of a computation, as a list shared by all its entries. */
function ownClause(placed: PlacedComputation): readonly string[] {
  const known = ownClauses.get(placed) ?? Object.freeze([placed.clause.ref]);
  ownClauses.set(placed, known);
  return known;
}

/** Whether a required fact has no value yet. */
function lacks({ posting, needs }: PlannedPosting, where: PostingContext): boolean {
  return needs.some((name) => boundFact(posting, name, where) === undefined);
}

/** The changes that a posting makes if its decision leads to a state. */
function changesByState({ setsByState = {} }: Posting, state: string): readonly StateChange[] {
  return (Object.hasOwn(setsByState, state) ? setsByState[state] : undefined) ?? [];
}
