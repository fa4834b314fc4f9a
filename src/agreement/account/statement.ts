import { refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { addMoney } from '../../money/addMoney.js';
import { maxMoney } from '../../money/maxMoney.js';
import { minMoney } from '../../money/minMoney.js';
import { isMoney, type Money, type MoneyJson } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { DayInput } from '../../time/dayInput.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { holds } from '../decide/conditions.js';
import { decideIn } from '../decide/decide.js';
import { Session } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Reading } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../model/source.js';
import { jsonRecord } from '../model/value.js';
import { Account } from './account.js';
import type { AssumedOrder, Debt, Entry, OpenedDeadline, OpenedRight, Remark } from './accountJson.js';
import { AccountWriter } from './accountWriter.js';
import { amountOf } from './amountOf.js';
import { boundValue, type PostingContext } from './bindings.js';
import { boundFact, boundFacts } from './boundFacts.js';
import { type Cause, causeOfDay } from './cause.js';
import { DayRunner } from './dayRunner.js';
import type { DebtState } from './debts.js';
import { DebtsTogether } from './debtsTogether.js';
import { evaluatedApart } from './evaluatedApart.js';
import { namedError } from './eventErrors.js';
import { type PlannedPosting, postingsOf } from './postingsOf.js';
import { isOpenOn } from './rights.js';
import { sharesUnderCap } from './sharedCap.js';
import type { AccountState } from './state.js';

/** An accrual as of the day of the statement, which is never part of the state. */
export interface Accrual {
  /** Account, posting and the cause of the debt. */
  readonly key: string;
  readonly posting: string;
  /** The computation of the amount; absent if a table decided it. */
  readonly computation?: ComputationAddress;
  /** The table and the row that decided it; absent if none did. */
  readonly decision?: { readonly question: string; readonly row: number | string };
  /** The amount as of the day of the statement. */
  readonly amount: MoneyJson;
  /** The answer of the computation, or the outcome of the decision. */
  readonly value: Answer;
  /** If debts share a cap: the amount without it, the cap, and the total of all of them. */
  readonly share?: { readonly alone: MoneyJson; readonly cap: MoneyJson; readonly together: MoneyJson };
  readonly cites: readonly ClauseNumber[];
  /** The cause of the debt: the id of an event, or the day; with the key of the record if a posting ran for one. */
  readonly event: string | null;
  /** The edition that applies: the one in force on the day the debt arose. */
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A reading in force, and what it affects. */
export interface ReadingInForce {
  readonly id: string;
  readonly clause: ClauseNumber;
  readonly chosen: string;
  readonly why: Reading['why'];
  readonly others: readonly string[];
}

/** The balance of a wallet. */
export interface WalletBalance {
  readonly wallet: string;
  readonly balance: MoneyJson;
  readonly payable: boolean;
}

/** An account as of a day. */
export interface Statement {
  readonly format: 1;
  /** The id of the account; absent if it was opened without one. */
  readonly account?: string;
  readonly agreement: { readonly id: string; readonly edition: string };
  readonly asOf: string;
  /** The amount to pay: what is left of the debts, and the owed and unpaid part of the accruals. */
  readonly toPay: MoneyJson;
  /** What has accrued and can still be demanded; absent if nothing needs to be demanded. */
  readonly notDemanded?: MoneyJson;
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  readonly accruals: readonly Accrual[];
  readonly balance: MoneyJson;
  /** The balance by wallet, in the order in which debits use them; absent if the agreement has no wallets. */
  readonly wallets?: readonly WalletBalance[];
  readonly debts: readonly Debt[];
  /** Open deadlines: their day has not passed and nothing closed them. */
  readonly deadlines: readonly OpenedDeadline[];
  /** Deadlines whose day has passed without being closed. */
  readonly passedDeadlines: readonly OpenedDeadline[];
  /** Deadlines that were met, because something closed them. */
  readonly metDeadlines: readonly OpenedDeadline[];
  /** Open rights. */
  readonly rights: readonly OpenedRight[];
  /** Rights that were exercised, were closed or have expired. */
  readonly pastRights: readonly OpenedRight[];
  readonly status: string;
  /** Events of a day that neither an instant nor a `seq` puts in order, so that the order of the agreement did. */
  readonly assumedOrder: readonly AssumedOrder[];
  readonly readings: readonly ReadingInForce[];
}

/**
 * The statement of an account as of a day: the entries, accruals, open deadlines and rights, and the readings in force.
 * Entries and remarks are created on access.
 *
 * @throws {@link AgreementError} `day-invalid` for an invalid day; `event-in-closed-period` if the day is before the
 * last event;
 * `day-out-of-range` if daily postings would run through more than a hundred years.
 * @example
 * ```ts no-run
 * statement(account, '2026-06-30').balance
 * ```
 */
export function statement(account: Account, asOf: DayInput): Statement {
  const day = epochDayOf(asOf, 'asOf');
  requirePlainHost();
  const writer = new AccountWriter(Account.need(account), accruedOn);
  const { state } = writer;
  if (state.throughDay !== undefined) {
    if (day < state.throughDay)
      refuse(
        'event-in-closed-period',
        'asOf',
        isoOfEpochDay(day),
        `${state.through}, the day of the last event, or later`,
      );
    new DayRunner(writer).passThrough(day);
  }
  const cause = causeOfDay(day);
  const running = runningOf(writer, cause);
  const accruals = running.map(({ accrual }) => accrual);
  const { owed, notDemanded } = owedOf(running, writer, cause);
  writer.runStatement(day);
  const edition = writer.editionOn(day);
  const debts = state.debts.toJSON();
  const wallets = edition.data.wallets?.map(
    ({ name, payable }): WalletBalance => ({ wallet: name, balance: state.inWallet(name).toJSON(), payable }),
  );
  const { deadlines } = state;
  const isBehind = ({ lastDay }: OpenedDeadline): boolean => epochDayOf(lastDay, 'lastDay') < day;
  const begun = {
    format: 1 as const,
    ...(state.id !== undefined && { account: state.id }),
    agreement: { id: state.agreement, edition: state.edition },
    asOf: cause.on,
    toPay: addMoney(state.debts.owed, owed).toJSON(),
    ...(notDemanded && { notDemanded: notDemanded.toJSON() }),
  };
  return Object.assign(withEntries(begun, state), {
    accruals,
    balance: state.balance.toJSON(),
    ...(wallets && { wallets }),
    debts,
    deadlines: deadlines.filter((deadline) => deadline.closedOn === undefined && !isBehind(deadline)),
    passedDeadlines: deadlines.filter((deadline) => deadline.closedOn === undefined && isBehind(deadline)),
    metDeadlines: deadlines.filter(({ closedOn }) => closedOn !== undefined),
    rights: state.rights.filter((right) => isOpenOn(right, cause.on)),
    pastRights: state.rights.filter((right) => !isOpenOn(right, cause.on)),
    status: state.status,
    assumedOrder: state.assumedOrder,
    readings: readingsInForce(edition),
  });
}

/** The source of the entries of a statement, and those already created. */
interface LazyEntries {
  readonly state: AccountState;
  entries?: readonly Entry[];
  remarks?: readonly Remark[];
}

const lazyEntries = Symbol('what the entries are made from');

/** Whether a value was created by {@link statement}, and is not JSON, which may have been altered. @internal */
export function isOwnStatement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && lazyEntries in value;
}

// Every statement has the same two accessor functions: with its own closures, V8 would give each a separate hidden
// class that keeps its account
// alive until the next full collection.
const lazily: PropertyDescriptorMap & ThisType<{ readonly [lazyEntries]: LazyEntries }> = {
  entries: {
    enumerable: true,
    configurable: true,
    get(): readonly Entry[] {
      const { state, entries } = this[lazyEntries];
      if (entries !== undefined) return entries;
      this[lazyEntries].entries = state.journal.entries(state.currency);
      return this[lazyEntries].entries;
    },
  },
  remarks: {
    enumerable: true,
    configurable: true,
    get(): readonly Remark[] {
      const { state, remarks } = this[lazyEntries];
      if (remarks !== undefined) return remarks;
      this[lazyEntries].remarks = state.journal.remarks;
      return this[lazyEntries].remarks;
    },
  },
};

/** Adds the entries and remarks, created on access. */
function withEntries<T extends object>(statement: T, state: AccountState): T & Pick<Statement, 'entries' | 'remarks'> {
  Object.defineProperty(statement, lazyEntries, { value: { state } });
  return Object.defineProperties(statement, lazily) as T & Pick<Statement, 'entries' | 'remarks'>;
}

/** The total accrual on the debts of an account as of a day. @internal */
export function accruedOn(writer: AccountWriter, cause: Cause): Money {
  return runningOf(writer, cause).reduce((sum, { amount }) => addMoney(sum, amount), writer.state.nothing);
}

/** The accrual on a debt, before a shared cap is applied. */
interface Running {
  readonly posting: PlannedPosting['posting'];
  readonly debt: DebtState;
  readonly amount: Money;
  readonly accrual: Omit<Accrual, 'amount' | 'share'>;
}

/** The accrual of a posting on a debt, with its share of a cap. */
interface Shared {
  readonly posting: PlannedPosting['posting'];
  readonly amount: Money;
  readonly accrual: Accrual;
}

/** The accrual on each debt, under the edition in force on the day the debt arose. */
function runningOf(writer: AccountWriter, cause: Cause): readonly Shared[] {
  const { state } = writer;
  const editions = state.debts.all.map(({ since }) => writer.editionOn(epochDayOf(since, 'since')));
  if (editions.every((edition) => postingsOf(edition).debts.length === 0)) return [];
  const together = new DebtsTogether(state);
  const running = state.debts.all.flatMap((debt, at) =>
    postingsOf(editions[at] as Agreement).debts.flatMap((plan) => {
      try {
        return runningOn(writer, plan, editions[at] as Agreement, debt, cause, together);
      } catch (error) {
        throw namedError(error, { ...cause, name: debt.cause }, plan.posting.id);
      }
    }),
  );
  const shared = sharedOf(running);
  return running.flatMap((one): readonly Shared[] => {
    const { amount, share } = shared.get(one) ?? { amount: one.amount, share: undefined };
    if (amount.units === 0) return [];
    const accrual = { ...one.accrual, amount: amount.toJSON(), ...(share && { share }) };
    return [{ posting: one.posting, amount, accrual }];
  });
}

/** The owed and unpaid part of the accruals, and the part that can still be demanded: per posting over all debts. */
function owedOf(
  running: readonly Shared[],
  writer: AccountWriter,
  cause: Cause,
): { readonly owed: Money; readonly notDemanded?: Money } {
  const { state } = writer;
  const where: PostingContext = { state, cause, wallets: writer.editionOn(cause.day).data.wallets };
  const accrued = new Map<PlannedPosting['posting'], Money>();
  for (const { posting, amount } of running)
    accrued.set(posting, addMoney(accrued.get(posting) ?? state.nothing, amount));
  let owed = state.nothing;
  let notDemanded: Money | undefined;
  for (const [posting, sum] of accrued) {
    const { demanded, paid } = posting.owed ?? {};
    const due = demanded === undefined ? sum : minMoney(sum, amountOf(boundValue(demanded, where)) ?? state.nothing);
    const settled = (paid && amountOf(boundValue(paid, where))) ?? state.nothing;
    owed = addMoney(owed, maxMoney(subtractMoney(due, settled), state.nothing));
    if (demanded !== undefined)
      notDemanded = addMoney(notDemanded ?? state.nothing, subtractMoney(sum, maxMoney(due, minMoney(settled, sum))));
  }
  return { owed, ...(notDemanded && { notDemanded }) };
}

function runningOn(
  writer: AccountWriter,
  plan: PlannedPosting,
  edition: Agreement,
  debt: DebtState,
  cause: Cause,
  together: DebtsTogether,
): readonly Running[] {
  const { posting } = plan;
  const { computes, decides } = posting;
  if (computes === undefined && decides === undefined) return [];
  const where: PostingContext = {
    state: writer.state,
    cause,
    wallets: edition.data.wallets,
    debt,
    debtsTogether: together.of(debt),
  };
  const session = new Session(edition, (name) => boundFact(posting, name, where));
  if (posting.if !== undefined && !holds(session, posting.if)) return [];
  const facts = boundFacts(plan, where);
  const key = writer.entries.keyOf('accrual', posting.id, debt.cause);
  const begun = { key, posting: posting.id, event: debt.cause, edition: edition.data.edition };
  if (decides !== undefined) {
    const { row, outcome } = decideIn(session, decides);
    if (outcome.is !== 'amount') return [];
    const accrual = {
      ...begun,
      decision: { question: decides, row: row.n },
      value: outcome as unknown as Answer,
      cites: row.clauses,
      facts: jsonRecord(facts),
    };
    return [{ posting, debt, amount: outcome.owed ?? outcome.cash, accrual }];
  }
  const result = evaluatedApart(edition, computes as ComputationAddress, facts);
  const source = posting.post?.amount;
  const amount = source !== undefined && 'result' in source ? result.value[source.result] : undefined;
  if (!isMoney(amount)) return [];
  const { computation, value, cites } = result;
  return [{ posting, debt, amount, accrual: { ...begun, computation, value, cites, facts: result.facts } }];
}

/** The share of each in a cap for debts owed at the same time. */
function sharedOf(
  running: readonly Running[],
): ReadonlyMap<Running, { readonly amount: Money; readonly share: Accrual['share'] }> {
  const groups = new Map<string, Running[]>();
  for (const one of running)
    if (one.posting.sharedCap !== undefined) {
      const group = JSON.stringify([one.posting.id, one.debt.together]);
      groups.set(group, [...(groups.get(group) ?? []), one]);
    }
  const shared = new Map<Running, { amount: Money; share: Accrual['share'] }>();
  for (const group of groups.values()) {
    const { field, share } = (group[0] as Running).posting.sharedCap as NonNullable<Running['posting']['sharedCap']>;
    const alone = group.map(({ amount, accrual }) => {
      const cap = accrual.value[field];
      return { amount, cap: isMoney(cap) ? cap : amount };
    });
    const sums = sharesUnderCap(alone, share);
    const all = sums.reduce((sum, amount) => addMoney(sum, amount));
    group.forEach((one, at) => {
      const { amount, cap } = alone[at] as (typeof alone)[number];
      shared.set(one, {
        amount: sums[at] as Money,
        share: { alone: amount.toJSON(), cap: cap.toJSON(), together: all.toJSON() },
      });
    });
  }
  return shared;
}

function readingsInForce({ data, readings }: Agreement): readonly ReadingInForce[] {
  return data.readings.map(({ id, clause, why, options, chosen }) => {
    const inForce = readings[id] ?? chosen;
    return { id, clause, chosen: inForce, why, others: Object.keys(options).filter((option) => option !== inForce) };
  });
}
