import { addMoney } from '../../money/addMoney.js';
import { compareMoney } from '../../money/compareMoney.js';
import { isMoney, type Money, type MoneyJson, money } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { holds } from '../decide/conditions.js';
import { type DecidedOutcome, decideIn } from '../decide/decide.js';
import { ClauseResult } from '../evaluate/evaluate.js';
import { type Facts, Session } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type {
  About,
  Binding,
  ComputationAddress,
  Posting,
  RightOpening,
  StateChange,
  Wallet,
} from '../model/agreement.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import type { Timeline } from '../model/timeline.js';
import { jsonOf, jsonRecord } from '../model/value.js';
import { Account } from './account.js';
import type { Entry, OpenedDeadline, OpenedRight, Remark, WalletPart } from './accountJson.js';
import { boundValue, type PostingContext } from './bindings.js';
import { type Cause, causeOfDay } from './cause.js';
import { chargeDays } from './dailyCharges.js';
import { DayRun } from './dayRun.js';
import { entryKeyOf, keyPrefixOf } from './entryKeyOf.js';
import { namedError, refuseEvent } from './eventErrors.js';
import type { EntryRow } from './journal.js';
import { type PlannedPosting, type Postings, postingsOf } from './postingsOf.js';
import { leftOf, refundPurchase } from './purchases.js';
import { openRight } from './rights.js';
import type { AccountState, LotState, PurchaseState, Taken } from './state.js';

/** The content of an entry besides its posting and its cause. */
interface Entered {
  readonly account: Entry['account'];
  readonly amount: Money;
  readonly facts: Facts;
  readonly computation?: ComputationAddress | undefined;
  readonly decision?: Entry['decision'] | undefined;
  /** The clauses of the row that decided; those of a computation are determined when the entry is read. */
  readonly cites?: readonly string[] | undefined;
  readonly wallets?: readonly Taken[] | undefined;
  readonly purchase?: string | undefined;
  readonly lapsed?: true | undefined;
  /** A suffix of the key, after the cause. */
  readonly more?: string | undefined;
}

/** The accrual on the debts of an account as of a day. */
type Accrued = (writer: AccountWriter, cause: Cause) => Money;

/** A posting during its execution. */
interface Running {
  readonly plan: PlannedPosting;
  readonly posting: Posting;
  readonly agreement: Agreement;
  readonly cause: Cause;
  readonly where: PostingContext;
}

const noPostings: readonly PlannedPosting[] = [];
const noLot: Omit<LotState, 'amount' | 'left' | 'creditedOn'> = {};

/** An entry that only credits an amount of its event to the balance. */
class CreditEntry implements EntryRow {
  seq = 0;
  readonly count = 1;
  readonly isRemark = false;
  readonly #prefix: string;
  readonly #posting: string;
  readonly #cause: Cause;
  readonly #amount: Money;
  readonly #balanceAfter: Money;
  readonly #edition: string;
  #made: readonly Entry[] | undefined;

  constructor(prefix: string, posting: string, cause: Cause, amount: Money, balanceAfter: Money, edition: string) {
    this.#prefix = prefix;
    this.#posting = posting;
    this.#cause = cause;
    this.#amount = amount;
    this.#balanceAfter = balanceAfter;
    this.#edition = edition;
  }

  entries(): readonly Entry[] {
    this.#made ??= [this.#entry()];
    return this.#made;
  }

  #entry(): Entry {
    const { on, event, name } = this.#cause;
    return {
      key: `${this.#prefix}balance/${this.#posting}/${name}`,
      seq: this.seq,
      on,
      account: 'balance',
      amount: this.#amount.toJSON(),
      balanceAfter: this.#balanceAfter.toJSON(),
      posting: this.#posting,
      event,
      edition: this.#edition,
      cites: [],
      facts: {},
    };
  }
}

/**
 * Modifies an account while events are applied: starts from a copy of its state and creates an account from it.
 * @internal
 */
export class AccountWriter {
  readonly timeline: Timeline;
  readonly state: AccountState;
  readonly #prefix: string;
  readonly #entryKey: (posting: string, cause: string) => string;
  // The edition of the last requested day, and the range of days for which it is the same.
  #edition: Agreement | undefined;
  #postings: Postings | undefined;
  #editionFrom = Number.POSITIVE_INFINITY;
  #editionBefore = Number.NEGATIVE_INFINITY;
  /** The run of daily entries that this writer started and is the only one to extend. */
  #run: DayRun | undefined;

  readonly #accrued: Accrued | undefined;

  constructor(account: Account, accrued?: Accrued) {
    this.#accrued = accrued;
    this.timeline = account.timeline;
    this.state = account.snapshot.copy();
    this.#prefix = keyPrefixOf(account.id);
    this.#entryKey = entryKeyOf(account.id);
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

  /** The key of an entry or remark: account id, posting and cause. */
  keyOf(kind: string, posting: string, cause: string): string {
    return `${this.#prefix}${kind}/${posting}/${cause}`;
  }

  /** Closes the days through the given one. */
  closeThrough(day: number): void {
    this.state.throughDay = day;
    this.state.edition = this.editionOn(day).data.edition;
  }

  /** Removes what lapses before a day starts. */
  lapse(day: number): void {
    const { state } = this;
    if (state.nextExpiry >= day) return;
    const cause = causeOfDay(day);
    for (const lot of state.lapse(day)) this.#lapsed(lot, cause);
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
    this.#close(kind, cause);
  }

  /** Runs days without events as long as they only have daily charges; returns the first day that has more. */
  passDays(first: number, before: number): number {
    const agreement = this.editionOn(first);
    const { wholeDay, finalStatuses } = this.postingsOn(first);
    const next = Math.min(before, this.#editionBefore);
    if (finalStatuses.has(this.state.status)) return first;
    return chargeDays(this.state, agreement, wholeDay, first, next, this.#entryKey);
  }

  /** Runs the postings of a day: those at its start, those of a window, or those at its end. */
  runDay(day: number, plans: readonly PlannedPosting[]): void {
    if (plans.length === 0) return;
    const agreement = this.editionOn(day);
    const { finalStatuses } = this.postingsOn(day);
    if (
      !finalStatuses.has(this.state.status) &&
      chargeDays(this.state, agreement, plans, day, day + 1, this.#entryKey) > day
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
    for (const key of this.state.keysOf(of))
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
    if (isZero(amount)) return true;
    this.#credit(amount, cause, noLot);
    const { edition } = this.editionOn(cause.day).data;
    this.state.journal.enterRow(new CreditEntry(this.#prefix, posting.id, cause, amount, this.state.balance, edition));
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
    const facts = factsOf(plan, where);
    const running: Running = { plan, posting, agreement, cause, where };
    if (!this.#exercises(running)) return;
    const { computes } = posting;
    const hadDone = session?.done;
    const done = computes === undefined ? undefined : session?.evaluate(computes);
    const result = done?.answer;
    // A computation that depends on no other one cites only its own clause; otherwise the clauses are determined when
    // the entry is read.
    const cites = done !== undefined && hadDone === 0 && session?.done === 1 ? ownClause(done.placed) : undefined;
    const { decides } = posting;
    const outcome =
      decides === undefined || session === undefined ? undefined : this.#decide(running, session, decides, facts);
    const entered = posting.post === undefined || this.#enter(running, result, facts, cites);
    for (const change of (entered ? posting.sets : posting.setsIfShort) ?? []) this.#change(change, running, result);
    if (!entered) return;
    if (posting.tells !== undefined && computes !== undefined) this.#tell(running, posting.tells, result, facts);
    if (posting.opens !== undefined && computes !== undefined) this.#openDeadline(running, result, facts);
    const { opensRight } = posting;
    if (opensRight !== undefined && (opensRight.ifState === undefined || isState(outcome, opensRight.ifState)))
      this.#openRight(running, opensRight, result, facts);
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
        refuseEvent(
          where.cause,
          field,
          'requirement',
          jsonOf(where.cause.payload[field]),
          Object.values(expected)[0] as string,
        );
    return true;
  }

  /** Exercises the right of a posting; false if it is not open and the event then has no effect. */
  #exercises({ posting, cause, where, agreement }: Running): boolean {
    const { exercisesRight } = posting;
    if (exercisesRight === undefined) return true;
    const { name, without } = exercisesRight;
    const about = exercisesRight.about === undefined ? undefined : textOf(boundValue(exercisesRight.about, where));
    const found = openRight(this.state, cause.on, name, about);
    if (found === undefined) {
      if (without === 'finding')
        refuseEvent(cause, 'kind', 'no-right', about === undefined ? name : `${name} ${about}`, 'a right that is open');
      this.#remark(posting.id, cause, 'without-effect', agreement, {
        withoutEffect: { because: 'no-right', right: name },
      });
      return false;
    }
    this.state.rights[found.at] = { ...found.right, exercisedOn: cause.on, exercisedBy: cause.name };
    this.#remark(posting.id, cause, 'exercised', agreement, {
      right: { name, ...(found.right.about && { about: found.right.about.key }), became: 'exercised' },
    });
    return true;
  }

  /** Handles an event after the end without a posting that still runs. */
  #afterEnd(agreement: Agreement, kind: string, cause: Cause): void {
    const { status } = this.state;
    const after = agreement.data.events[kind]?.afterEnd ?? agreement.data.ending?.after;
    if (after === 'finding')
      refuseEvent(cause, 'kind', 'after-end', kind, `no such event after the end: the status is ${status}`);
    this.#remark(kind, cause, 'without-effect', agreement, { withoutEffect: { because: 'ended', status } });
  }

  /** Decides, enters what the outcome pays, and makes the changes that depend on it. */
  #decide(running: Running, session: Session, question: string, facts: Facts): DecidedOutcome {
    const { posting, agreement, cause } = running;
    const { row, outcome } = decideIn(session, question);
    const cites = row.clauses;
    const decision = { question, row: row.n };
    const paid = outcome.is === 'amount' ? this.#payOut(running, outcome, { decision, cites, facts }) : undefined;
    this.#remark(posting.id, cause, 'decision', agreement, {
      decision: { ...decision, outcome: jsonRecord(outcome), ...otherwisePaid(outcome, paid) },
      cites,
      facts,
    });
    const answer: Answer | undefined =
      paid === undefined || (isZero(paid.cash) && isZero(paid.toBalance)) ? undefined : { ...paid };
    if (outcome.is === 'state')
      for (const change of own(posting.setsByState ?? {}, outcome.state) ?? [])
        this.#change(change, running, undefined);
    if (answer !== undefined) for (const change of posting.setsIfPaid ?? []) this.#change(change, running, answer);
    return outcome;
  }

  /** Enters the amounts of an outcome; returns the ones entered. */
  #payOut(
    running: Running,
    outcome: Extract<DecidedOutcome, { readonly is: 'amount' }>,
    details: Pick<Entered, 'decision' | 'cites' | 'facts'>,
  ): { readonly cash: Money; readonly toBalance: Money } {
    const { posting, cause } = running;
    const refund = this.#refund(running, outcome.cash, outcome.toBalance);
    const { cash, toBalance, purchase } = refund;
    if (!isZero(cash) && posting.paysFrom === 'balance') {
      const wallets = running.agreement.data.wallets?.filter(({ payable }) => payable);
      const { taken, uncovered } = this.state.spend(cash, wallets);
      if (wallets !== undefined && !isZero(uncovered))
        refuseEvent(cause, posting.id, 'not-covered', cash.toString(), 'no more than may be paid out of the balance');
      this.#add(running, { account: 'balance', amount: negateMoney(cash), ...details, wallets: taken, more: '/paid' });
    }
    if (!isZero(cash)) this.#add(running, { account: 'payout', amount: cash, ...details, purchase });
    if (!isZero(toBalance)) this.#creditBack(running, refund, details);
    return { cash, toBalance };
  }

  /** The amount of a refund: all of it, or what is left of its purchase. */
  #refund({ posting, cause, where, agreement }: Running, cash: Money, toBalance: Money) {
    const { refundOf } = posting;
    if (refundOf === undefined) return { cash, toBalance, parts: undefined, purchase: undefined };
    const asked = addMoney(cash, toBalance);
    if (isZero(asked)) return { cash, toBalance, parts: undefined, purchase: undefined };
    const key = textOf(boundValue(refundOf.purchase, where));
    const field = 'event' in refundOf.purchase ? refundOf.purchase.event : 'purchase';
    const purchase = key === undefined ? undefined : this.state.purchases.get(key);
    if (key === undefined || purchase === undefined)
      return refuseEvent(cause, field, 'unknown', key, 'the key of a purchase made before');
    const left = leftOf(purchase, this.state.nothing);
    if (refundOf.over === 'finding' && compareMoney(asked, left) > 0)
      refuseEvent(
        cause,
        field,
        'refund-over-paid',
        asked.toString(),
        `at most ${left}, what was paid and not given back`,
      );
    const back = refundPurchase(purchase, { cash, toBalance }, agreement.data.wallets, refundOf.first);
    this.state.setPurchase(key, back.purchase);
    const sum = back.toBalance.reduce((total, { amount }) => addMoney(total, amount), this.state.nothing);
    return { cash: back.cash, toBalance: sum, parts: back.toBalance, purchase: key };
  }

  /** Credits a refund: to one wallet, or to those the purchase was paid from. */
  #creditBack(
    running: Running,
    refund: {
      readonly toBalance: Money;
      readonly parts: readonly Taken[] | undefined;
      readonly purchase: string | undefined;
    },
    details: Omit<Entered, 'account' | 'amount'>,
  ): void {
    const { posting, cause, agreement } = running;
    const { toBalance, parts, purchase } = refund;
    const { creditsTo } = posting;
    const toSource =
      agreement.data.wallets !== undefined &&
      parts !== undefined &&
      (creditsTo === undefined || creditsTo === 'source');
    const sums: readonly Taken[] = toSource
      ? byWallet(parts)
      : [{ ...(creditsTo !== undefined && creditsTo !== 'source' && { wallet: creditsTo }), amount: toBalance }];
    const credited = sums.flatMap(({ wallet, amount }) => {
      const left = this.#credit(amount, cause, { ...(wallet !== undefined && { wallet }) });
      return wallet === undefined || isZero(left) ? [] : [{ wallet, amount: left }];
    });
    this.#add(running, { account: 'balance', amount: toBalance, ...details, wallets: credited, purchase });
  }

  /** Enters an amount; false if the balance does not cover it and the posting is then skipped. */
  #enter(running: Running, result: Answer | undefined, facts: Facts, cites: readonly string[] | undefined): boolean {
    const { posting, cause, agreement, where } = running;
    const { account, side, amount: source, short, wallet, expiresOn } = posting.post as NonNullable<Posting['post']>;
    const bound = boundValue(source, { ...where, answer: result });
    const amount = sumOf(bound) ?? refuseEvent(cause, posting.id, 'type', jsonOf(bound), 'a sum to enter');
    if (isZero(amount)) return true;
    const details = { computation: posting.computes, facts, cites };
    if (side === 'credit') {
      if (posting.refundOf !== undefined) {
        const none = this.state.nothing;
        const isCash = account === 'payout';
        const refund = this.#refund(running, isCash ? amount : none, isCash ? none : amount);
        if (!isZero(refund.cash))
          this.#add(running, { account: 'payout', amount: refund.cash, ...details, purchase: refund.purchase });
        if (!isZero(refund.toBalance)) this.#creditBack(running, refund, details);
        return true;
      }
      let wallets: readonly Taken[] | undefined;
      if (account === 'balance') {
        const lastDay =
          expiresOn === undefined ? undefined : textOf(boundValue(expiresOn, { ...where, answer: result }));
        const left = this.#credit(amount, cause, {
          ...(wallet !== undefined && { wallet }),
          ...(lastDay !== undefined && { expiresOn: lastDay, posting: posting.id, cause: cause.name }),
        });
        wallets = wallet === undefined || isZero(left) ? [] : [{ wallet, amount: left }];
      }
      this.#add(running, { account, amount, ...details, wallets });
      return true;
    }
    if (account === 'payout') {
      this.#add(running, { account, amount: negateMoney(amount), ...details });
      return true;
    }
    const wallets = walletsOf(agreement, wallet);
    if (
      short === 'skip' &&
      compareMoney(wallet === undefined ? this.state.balance : this.state.inWallet(wallet), amount) < 0
    )
      return false;
    const key =
      posting.purchase === undefined ? undefined : textOf(boundValue(posting.purchase, { ...where, answer: result }));
    if (key !== undefined && this.state.purchases.has(key))
      refuseEvent(
        cause,
        'event' in (posting.purchase as Binding) ? (posting.purchase as { event: string }).event : 'purchase',
        'duplicate',
        key,
        'a key that no purchase before has',
      );
    const { taken, uncovered } = this.state.spend(amount, wallets);
    if (key !== undefined) this.state.setPurchase(key, purchaseOf(cause, taken, this.state.nothing));
    this.#add(running, { account, amount: negateMoney(amount), ...details, wallets: taken, purchase: key });
    if (compareMoney(uncovered, this.state.nothing) > 0) this.#uncovered(uncovered, cause, key);
    return true;
  }

  /** Credits the balance and closes the deadlines of debts that it pays off. Returns what was left for the wallet. */
  #credit(amount: Money, cause: Cause, lot: Omit<LotState, 'amount' | 'left' | 'creditedOn'>): Money {
    const { paidOff, left } = this.state.credit(amount, cause.on, lot);
    for (const debt of paidOff) this.#closeOfDebt(debt, cause.on);
    return left;
  }

  /** Records the uncovered part of a debit as a debt from that day, and runs the postings for it. */
  #uncovered(amount: Money, cause: Cause, purchase: string | undefined): void {
    const on = cause.on;
    this.state.owe({ cause: cause.name, since: on, amount, ...(purchase !== undefined && { purchase }) });
    const { day, event, name, record } = cause;
    const raised: Cause = { day, on, event, name, payload: { on, amount }, ...(record && { record }) };
    for (const plan of this.postingsOn(cause.day).byEvent.get('balanceBelowZero') ?? []) this.#runEach(plan, raised);
    this.#close('balanceBelowZero', raised);
  }

  #add(running: Running, entered: Entered): void {
    if (this.#addToRun(running, entered)) return;
    const { posting, agreement, cause } = running;
    const { account, amount, computation, decision, facts, purchase, lapsed } = entered;
    const key = this.keyOf(account, posting.id, `${cause.name}${entered.more ?? ''}`);
    const balanceAfter = this.state.balance;
    const wallets = agreement.data.wallets === undefined ? undefined : entered.wallets;
    this.state.journal.enter((seq) => ({
      key,
      seq,
      on: cause.on,
      account,
      amount: amount.toJSON(),
      balanceAfter: balanceAfter.toJSON(),
      posting: posting.id,
      ...(computation !== undefined && { computation }),
      ...(decision !== undefined && { decision }),
      ...(wallets !== undefined &&
        account === 'balance' && {
          wallets: wallets.map(
            ({ wallet, amount: part }): WalletPart => ({
              wallet: wallet as string,
              amount: (isBelowZero(amount) ? negateMoney(part) : part).toJSON(),
            }),
          ),
        }),
      ...(purchase !== undefined && { purchase }),
      ...(lapsed !== undefined && { lapsed }),
      event: cause.event,
      edition: agreement.data.edition,
      cites: entered.cites ?? (computation === undefined ? [] : evaluated(agreement, computation, facts).cites),
      facts: jsonRecord(facts),
    }));
  }

  /** Adds a daily charge of a computation to the run of entries of the previous days; false for any other posting. */
  #addToRun({ plan, posting, agreement, cause }: Running, entered: Entered): boolean {
    const { dayFacts } = plan;
    const { account, amount, computation, facts, cites } = entered;
    if (dayFacts === undefined || computation === undefined || account !== 'balance' || cause.event !== null)
      return false;
    if (agreement.data.wallets !== undefined || entered.purchase !== undefined || entered.more !== undefined)
      return false;
    const { balanceUnits, journal } = this.state;
    if (Number.isNaN(amount.units) || Number.isNaN(balanceUnits)) return false;
    const { edition } = agreement.data;
    const record = cause.record?.key;
    const run = this.#run;
    if (run !== undefined && journal.endsWith(run) && run.continues(posting.id, edition, record, cause.day, facts)) {
      run.add(amount.units, balanceUnits);
      journal.grow();
      return true;
    }
    const citesOf = cites === undefined ? (of: Facts) => evaluated(agreement, computation, of).cites : () => cites;
    const head = { prefix: this.#prefix, posting: posting.id, computation, edition, record, facts, dayFacts, citesOf };
    this.#run = new DayRun(head, cause.day, amount.units, balanceUnits);
    journal.enterRow(this.#run);
    return true;
  }

  #lapsed(lot: LotState, cause: Cause): void {
    const agreement = this.editionOn(cause.day);
    const { posting = '', wallet, left, cause: credit } = lot;
    const balanceAfter = this.state.balance;
    const key = this.keyOf('balance', posting, `${credit}/lapsed`);
    this.state.journal.enter((seq) => ({
      key,
      seq,
      on: cause.on,
      account: 'balance',
      amount: negateMoney(left).toJSON(),
      balanceAfter: balanceAfter.toJSON(),
      posting,
      ...(wallet !== undefined && { wallets: [{ wallet, amount: negateMoney(left).toJSON() }] }),
      lapsed: true,
      event: null,
      edition: agreement.data.edition,
      cites: [],
      facts: {},
    }));
  }

  #change(change: StateChange, running: Running, answer: Answer | undefined): void {
    const { state } = this;
    const { posting, cause, agreement } = running;
    const where: PostingContext = { ...running.where, answer };
    if ('set' in change) state.setValue(change.set, boundValue(change.to, where));
    else if ('count' in change) state.setCounter(change.count, (state.counters.get(change.count) ?? 0) + change.by);
    else if ('status' in change && !('record' in change)) this.#becomes(change.status, running);
    else {
      const key = String(boundValue(change.key, where));
      const record = state.record(change.record, key);
      if ('fields' in change) {
        if (change.entered === 'once' && record !== undefined)
          refuseEvent(
            cause,
            fieldOf(change.key, change.record),
            'duplicate',
            key,
            `a key that no ${change.record} before has`,
          );
        const fields: Record<string, unknown> = { ...record };
        for (const [name, binding] of Object.entries(change.fields))
          if (change.entered !== 'ifAbsent' || fields[name] === undefined) fields[name] = boundValue(binding, where);
        state.putRecord(change.record, key, fields);
      } else if ('status' in change) {
        if (record?.['status'] === change.status) return;
        state.putRecord(change.record, key, { ...record, status: change.status });
        this.#remark(posting.id, cause, 'status', agreement, {
          status: change.status,
          of: { record: change.record, key },
        });
      } else if ('put' in change) {
        const entry = Object.fromEntries(
          Object.entries(change.put).map(([name, binding]) => [name, boundValue(binding, where)]),
        );
        state.putRecord(change.record, key, {
          ...record,
          [change.list]: withEntry(record?.[change.list], entry, change.by),
        });
      } else state.putRecord(change.record, key, this.#counted(change, key, record, where));
    }
  }

  /** A record with its counts and amounts increased or decreased. */
  #counted(
    change: Extract<StateChange, { readonly add: unknown } | { readonly take: unknown }>,
    key: string,
    record: Readonly<Record<string, unknown>> | undefined,
    where: PostingContext,
  ): Readonly<Record<string, unknown>> {
    const { cause } = where;
    const fields: Record<string, unknown> = { ...record };
    for (const [name, binding] of Object.entries('add' in change ? change.add : change.take)) {
      const more = boundValue(binding, where);
      const before = fields[name];
      if (before === undefined || before === null) {
        refuseEvent(
          cause,
          fieldOf(change.key, change.record),
          'never-set',
          key,
          `a record of ${change.record} that has ${name}`,
        );
      }
      const after = 'add' in change ? sumWith(before, more, 1) : sumWith(before, more, -1);
      if (after === undefined)
        refuseEvent(cause, fieldOf(binding, name), 'type', jsonOf(more), `what ${name} can be counted with`);
      if ('take' in change && isBelowZero(after))
        refuseEvent(
          cause,
          fieldOf(binding, name),
          'more-than-left',
          jsonOf(more),
          `at most ${printed(before)}, what is left of ${name}`,
        );
      fields[name] = after;
    }
    return fields;
  }

  #becomes(status: string, { posting, cause, agreement }: Running): void {
    const { state } = this;
    if (state.status === status) return;
    // Nothing revives an agreement after its end, except a posting that the agreement explicitly allows to.
    if (postingsOf(agreement).finalStatuses.has(state.status) && posting.afterEnd !== 'reopens') return;
    state.status = status;
    this.#remark(posting.id, cause, 'status', agreement, { status });
    const { finalStatuses, rightsAfterEnd } = postingsOf(agreement);
    if (!finalStatuses.has(status)) return;
    // A right opened before the end can no longer be exercised unless a posting still uses it afterwards.
    state.closeRights(
      cause.on,
      ({ name, event }) => !rightsAfterEnd.has(name) && (event === null || event !== cause.event),
    );
  }

  #remark(
    posting: string,
    { name, on, event }: Cause,
    kind: string,
    { data }: Agreement,
    { cites = [], facts = {}, ...details }: Partial<Remark>,
  ): void {
    const key = this.keyOf(kind, posting, name);
    this.state.journal.remark((seq) => ({
      key,
      seq,
      on,
      event,
      posting,
      ...details,
      edition: data.edition,
      cites,
      facts: jsonRecord(facts),
    }));
  }

  #tell({ posting, cause, agreement }: Running, field: string, answer: Answer | undefined, facts: Facts): void {
    const key = this.keyOf('computed', posting.id, cause.name);
    const value = answer?.[field];
    this.state.journal.remark((seq) => {
      const result = evaluated(agreement, posting.computes as string, facts);
      return {
        key,
        seq,
        on: cause.on,
        event: cause.event,
        posting: posting.id,
        computed: { computation: result.computation, field, value: JSON.parse(JSON.stringify(value ?? null)) },
        edition: agreement.data.edition,
        cites: result.cites,
        facts: JSON.parse(JSON.stringify(result.facts)),
      };
    });
  }

  #openDeadline({ posting, cause, agreement, where }: Running, answer: Answer | undefined, facts: Facts): void {
    const { deadline, name, closedBy = [], about } = posting.opens as NonNullable<Posting['opens']>;
    const lastDay = answer?.[deadline];
    if (typeof lastDay !== 'string') return;
    const result = evaluated(agreement, posting.computes as string, facts);
    const opened: OpenedDeadline = {
      key: this.keyOf('deadline', posting.id, cause.name),
      name,
      lastDay,
      computation: result.computation,
      posting: posting.id,
      event: cause.event,
      cause: cause.name,
      openedOn: cause.on,
      ...aboutOf(about, { ...where, answer }),
      closedBy,
      edition: agreement.data.edition,
      facts: result.facts,
    };
    this.state.openDeadlines.push(this.state.deadlines.length);
    this.state.deadlines.push(opened);
  }

  #openRight(
    { posting, cause, agreement, where }: Running,
    { name, holder, about, lastDay: field, closedBy = [] }: RightOpening,
    answer: Answer | undefined,
    facts: Facts,
  ): void {
    const named = aboutOf(about, { ...where, answer });
    // A second right about the same thing does not open while the first one is open.
    if (openRight(this.state, cause.on, name, named.about?.key) !== undefined) return;
    const lastDay = field === undefined ? undefined : answer?.[field];
    const opened: OpenedRight = {
      key: this.keyOf('right', posting.id, cause.name),
      name,
      ...(holder !== undefined && { holder }),
      posting: posting.id,
      event: cause.event,
      openedOn: cause.on,
      ...(typeof lastDay === 'string' && { lastDay }),
      ...named,
      closedBy,
      edition: agreement.data.edition,
      facts: jsonRecord(facts),
    };
    this.state.rights.push(opened);
    this.#remark(posting.id, cause, 'right', agreement, {
      right: { name, ...(named.about && { about: named.about.key }), became: 'open' },
      cites: posting.computes === undefined ? [] : evaluated(agreement, posting.computes, facts).cites,
      facts,
    });
  }

  /**
   * Closes the deadlines and rights that an event of a kind closes: those it refers to, or all of them if it refers to
   * none.
   */
  #close(kind: string, cause: Cause): void {
    const { state } = this;
    if (state.openDeadlines.length === 0 && state.rights.length === 0) return;
    const closes = ({ closedBy, about, event }: OpenedDeadline | OpenedRight): boolean =>
      closedBy.includes(kind) &&
      event !== cause.event &&
      (about === undefined ||
        cause.payload[about.field] === undefined ||
        String(cause.payload[about.field]) === about.key);
    state.closeDeadlines(cause.on, closes);
    state.closeRights(cause.on, closes);
  }

  #closeOfDebt(debt: string, on: string): void {
    const { state } = this;
    state.closeDeadlines(on, ({ closedBy, cause }) => closedBy.includes('debtPaid') && cause === debt);
    // A right opened by a debt is identified by the cause of the debt.
    state.closeRights(
      on,
      ({ key, posting, closedBy }) => closedBy.includes('debtPaid') && key === this.keyOf('right', posting, debt),
    );
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

/** The facts that a posting binds, without those that have no value. @internal */
export function factsOf({ binds }: PlannedPosting, where: PostingContext): Facts {
  const facts: Record<string, unknown> = {};
  for (const [name, binding] of binds) {
    const value = boundValue(binding, where);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

/** The value of a fact that a posting binds. @internal */
export function boundFact({ bind }: Posting, name: string, where: PostingContext): unknown {
  const binding = bind === undefined ? undefined : own(bind, name);
  return binding && boundValue(binding, where);
}

/** A computation of a posting, evaluated separately. @internal */
export function evaluated(agreement: Agreement, computation: ComputationAddress, facts: Facts): ClauseResult {
  return new ClauseResult(new Session(agreement, (name) => own(facts, name)), computation);
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

function aboutOf(about: About | undefined, where: PostingContext): { readonly about?: { key: string; field: string } } {
  const key = about === undefined ? undefined : textOf(boundValue(about.key, where));
  return about === undefined || key === undefined ? {} : { about: { key, field: about.field } };
}

function walletsOf({ data }: Agreement, only: string | undefined): readonly Wallet[] | undefined {
  return only === undefined ? data.wallets : data.wallets?.filter(({ name }) => name === only);
}

function purchaseOf({ on }: Cause, taken: readonly Taken[], nothing: Money): PurchaseState {
  return {
    paidOn: on,
    parts: taken.map(({ wallet, amount }) => ({
      ...(wallet !== undefined && { wallet }),
      paid: amount,
      returned: nothing,
    })),
  };
}

/** Merges amounts that go to the same wallet. */
function byWallet(parts: readonly Taken[]): readonly Taken[] {
  const sums = new Map<string | undefined, Money>();
  for (const { wallet, amount } of parts) {
    const before = sums.get(wallet);
    sums.set(wallet, before === undefined ? amount : addMoney(before, amount));
  }
  return [...sums].map(([wallet, amount]) => ({ ...(wallet !== undefined && { wallet }), amount }));
}

/** An amount, or its JSON as in the literals of postings. @internal */
export function sumOf(value: unknown): Money | undefined {
  if (isMoney(value)) return value;
  const { amount, currency } = (value ?? {}) as Partial<MoneyJson>;
  return amount !== undefined && currency !== undefined ? money(amount, currency) : undefined;
}

function isZero(sum: Money): boolean {
  return sum.units === 0;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** The field of the event that a binding uses, or the given name. */
function fieldOf(binding: Binding, otherwise: string): string {
  return 'event' in binding ? binding.event : otherwise;
}

/** A list with an additional entry, which replaces an entry with the same value of `by`. */
function withEntry(
  list: unknown,
  entry: Readonly<Record<string, unknown>>,
  by: string | undefined,
): readonly unknown[] {
  const before = (list ?? []) as readonly Readonly<Record<string, unknown>>[];
  return [...(by === undefined ? before : before.filter((other) => other[by] !== entry[by])), entry];
}

/** Adds to or subtracts from a count or an amount; undefined if the two are of different types. */
function sumWith(before: unknown, more: unknown, sign: 1 | -1): number | Money | undefined {
  if (typeof more === 'number') return typeof before === 'number' ? before + sign * more : undefined;
  const [sum, other] = [sumOf(before), sumOf(more)];
  if (sum === undefined || other === undefined) return undefined;
  return sign === 1 ? addMoney(sum, other) : subtractMoney(sum, other);
}

function isBelowZero(value: number | Money): boolean {
  return typeof value === 'number' ? value < 0 : value.minorUnits < 0n;
}

function printed(value: unknown): string {
  return isMoney(value) ? value.toString() : String(value);
}
