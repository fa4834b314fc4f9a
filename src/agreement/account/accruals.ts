import { addMoney } from '../../money/addMoney.js';
import { maxMoney } from '../../money/maxMoney.js';
import { minMoney } from '../../money/minMoney.js';
import { isMoney, type Money, type MoneyJson } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import { holds } from '../decide/conditions.js';
import { decideIn } from '../decide/decide.js';
import { Session } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../model/source.js';
import { jsonRecord } from '../model/value.js';
import type { AccountWriter } from './accountWriter.js';
import { amountOf } from './amountOf.js';
import { boundValue, type PostingContext } from './bindings.js';
import { boundFact, boundFacts } from './boundFacts.js';
import type { Cause } from './cause.js';
import type { DebtState } from './debts.js';
import { DebtsTogether } from './debtsTogether.js';
import { evaluatedApart } from './evaluatedApart.js';
import { namedError } from './eventErrors.js';
import { type PlannedPosting, postingsOf } from './postingsOf.js';
import { sharesUnderCap } from './sharedCap.js';

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

/** The total accrual on the debts of an account as of a day. @internal */
export function accruedOn(writer: AccountWriter, cause: Cause): Money {
  return accrualsOf(writer, cause).reduce((sum, { amount }) => addMoney(sum, amount), writer.state.nothing);
}

/** The accrual on a debt, before a shared cap is applied. */
interface OwnAccrual {
  readonly posting: PlannedPosting['posting'];
  readonly debt: DebtState;
  readonly amount: Money;
  readonly accrual: Omit<Accrual, 'amount' | 'share'>;
}

/** The accrual of a posting on a debt, with its share of a cap. @internal */
export interface SharedAccrual {
  readonly posting: PlannedPosting['posting'];
  readonly amount: Money;
  readonly accrual: Accrual;
}

/** The accrual on each debt, under the edition in force on the day the debt arose. @internal */
export function accrualsOf(writer: AccountWriter, cause: Cause): readonly SharedAccrual[] {
  const { state } = writer;
  const editions = state.debts.all.map(({ since }) => writer.editionOn(epochDayOf(since, 'since')));
  if (editions.every((edition) => postingsOf(edition).debts.length === 0)) return [];
  const together = new DebtsTogether(state);
  const running = state.debts.all.flatMap((debt, at) =>
    postingsOf(editions[at] as Agreement).debts.flatMap((plan) => {
      try {
        return accrualsOn(writer, plan, editions[at] as Agreement, debt, cause, together);
      } catch (error) {
        throw namedError(error, { ...cause, name: debt.cause }, plan.posting.id);
      }
    }),
  );
  const shared = sharedOf(running);
  return running.flatMap((one): readonly SharedAccrual[] => {
    const { amount, share } = shared.get(one) ?? { amount: one.amount, share: undefined };
    if (amount.units === 0) return [];
    const accrual = { ...one.accrual, amount: amount.toJSON(), ...(share && { share }) };
    return [{ posting: one.posting, amount, accrual }];
  });
}

/** The owed and unpaid part of the accruals, and the part that can still be demanded: per posting over all debts. @internal */
export function owedOfAccruals(
  accruals: readonly SharedAccrual[],
  writer: AccountWriter,
  cause: Cause,
): { readonly owed: Money; readonly notDemanded?: Money } {
  const { state } = writer;
  const where: PostingContext = { state, cause, wallets: writer.editionOn(cause.day).data.wallets };
  const accrued = new Map<PlannedPosting['posting'], Money>();
  for (const { posting, amount } of accruals)
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

function accrualsOn(
  writer: AccountWriter,
  plan: PlannedPosting,
  edition: Agreement,
  debt: DebtState,
  cause: Cause,
  together: DebtsTogether,
): readonly OwnAccrual[] {
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
  running: readonly OwnAccrual[],
): ReadonlyMap<OwnAccrual, { readonly amount: Money; readonly share: Accrual['share'] }> {
  const groups = new Map<string, OwnAccrual[]>();
  for (const one of running)
    if (one.posting.sharedCap !== undefined) {
      const group = JSON.stringify([one.posting.id, one.debt.together]);
      groups.set(group, [...(groups.get(group) ?? []), one]);
    }
  const shared = new Map<OwnAccrual, { amount: Money; share: Accrual['share'] }>();
  for (const group of groups.values()) {
    const { field, share } = (group[0] as OwnAccrual).posting.sharedCap as NonNullable<
      OwnAccrual['posting']['sharedCap']
    >;
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
