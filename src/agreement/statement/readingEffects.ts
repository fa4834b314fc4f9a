import { AgreementError, type AgreementErrorCode, refuse } from '../../errors/agreementError.js';
import { requireTerms } from '../../errors/requireTerms.js';
import { addMoney } from '../../money/addMoney.js';
import { type Money, type MoneyJson, money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { DayInput } from '../../time/dayInput.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { OpenedDeadline, Remark } from '../account/accountJson.js';
import type { OpenAccountOptions } from '../account/openAccount.js';
import { replay } from '../account/replay.js';
import type { Statement } from '../account/statement.js';
import { touchingReadings } from '../evaluate/touchingReadings.js';
import type { Reading } from '../model/agreement.js';
import { type Agreement, requireAgreement } from '../model/definedAgreement.js';
import type { Posting } from '../model/posting.js';
import type { ClauseNumber } from '../model/source.js';
import { withReadings } from '../model/withReadings.js';

/** An amount of a statement, and what it would be. */
export interface ChangedAmount {
  readonly is: MoneyJson;
  readonly would: MoneyJson;
  /** `would − is`. */
  readonly difference: MoneyJson;
}

/** What an account would be under another option of one reading, all others unchanged. */
export interface ReadingEffect {
  /** The id of the reading. */
  readonly reading: string;
  readonly clause: ClauseNumber;
  /** The other option. */
  readonly option: string;
  /** The amount to pay; absent if it does not change. */
  readonly toPay?: ChangedAmount;
  /** What has accrued and can still be demanded; absent if it does not change. */
  readonly notDemanded?: ChangedAmount;
  /** The balance; absent if it does not change. */
  readonly balance?: ChangedAmount;
  /** The total paid out; absent if it does not change. */
  readonly paidOut?: ChangedAmount;
  /** The status; absent if it does not change. */
  readonly status?: { readonly is: string; readonly would: string };
  /** Deadlines that move, appear or disappear. */
  readonly deadlines: readonly { readonly is?: OpenedDeadline; readonly would?: OpenedDeadline }[];
  /** Decisions that change, by the key of their remark. */
  readonly decisions: readonly { readonly is?: Remark; readonly would?: Remark }[];
  /**
   * Present if the account cannot be computed under the option: the code of the error, and its field, which names the
   * event.
   */
  readonly refused?: { readonly code: AgreementErrorCode; readonly field: string };
}

/** Options of the computation. */
export interface ReadingEffectsOptions extends Omit<OpenAccountOptions, 'state'> {
  /** Called before each option is tried, with the number tried so far and the total. */
  readonly progress?: (tried: number, options: number) => void;
}

/**
 * What an account would be under each other option of each reading that its events can reach: the amount to pay, the
 * balance, payouts, deadlines and decisions. One reading is changed at a time and the whole account is recomputed;
 * options that change nothing are left out.
 *
 * @throws {@link AgreementError} whatever `replay` throws under the readings in force. An option under which the
 * account cannot be computed is reported as `refused`.
 * @example
 * ```ts
 * const effects = readingEffects(agreement, events, '2026-12-31');
 * const spared = effects.find(({ option }) => option === 'never-on-fines');
 * spared?.notDemanded?.difference // => { amount: '-64000.00', currency: 'KZT' }
 * ```
 */
export function readingEffects(
  agreement: Agreement,
  events: readonly AccountEvent[],
  asOf: DayInput,
  options: ReadingEffectsOptions = {},
): readonly ReadingEffect[] {
  requireTerms(options);
  const { progress, ...opening } = options;
  if (progress !== undefined && typeof progress !== 'function')
    refuse('argument-invalid', 'progress', progress, 'a function, or nothing');
  const own = replay(requireAgreement(agreement), events, asOf, opening);
  const tried = readingsReached(agreement, events).flatMap((reading) =>
    Object.keys(reading.options)
      .filter((option) => option !== agreement.readings[reading.id])
      .map((option) => ({ reading, option })),
  );
  return tried.flatMap(({ reading, option }, at) => {
    progress?.(at, tried.length);
    const begun = { reading: reading.id, clause: reading.clause, option };
    try {
      const other = replay(withReadings(agreement, { [reading.id]: option }), events, asOf, opening);
      const changes = changesBetween(own, other);
      return changes === undefined ? [] : [{ ...begun, ...changes }];
    } catch (error) {
      if (!(error instanceof AgreementError)) throw error;
      return [{ ...begun, deadlines: [], decisions: [], refused: { code: error.code, field: error.details.field } }];
    }
  });
}

/** The readings that affect a posting triggered by an event of the account, a day or a statement. */
function readingsReached({ data }: Agreement, events: readonly AccountEvent[]): readonly Reading[] {
  const kinds = new Set(events.map(({ kind }) => kind));
  const runs = ({ on }: Posting): boolean => on === undefined || on === 'balanceBelowZero' || kinds.has(on);
  const starts = new Set(
    data.postings.filter(runs).flatMap((posting) => [`posting:${posting.id}`, ...partsOf(posting)]),
  );
  const reached = new Set([...starts].flatMap((start) => touchingReadings(data, start)));
  return data.readings.filter((reading) => reached.has(reading));
}

/** The computations and tables that a posting uses. */
function partsOf({ computes, decides, if: when }: Posting): string[] {
  const inCondition = JSON.stringify(when ?? '').matchAll(/"result":"([^"]+)"/g);
  return [
    ...(computes === undefined ? [] : [computes]),
    ...(decides === undefined ? [] : [`table:${decides}`]),
    ...[...inCondition].map(([, address]) => address as string),
  ];
}

function changesBetween(
  own: Statement,
  other: Statement,
): Omit<ReadingEffect, 'reading' | 'clause' | 'option'> | undefined {
  const toPay = changedSum(own.toPay, other.toPay);
  const none = money('0', own.toPay.currency).toJSON();
  const notDemanded = changedSum(own.notDemanded ?? none, other.notDemanded ?? none);
  const balance = changedSum(own.balance, other.balance);
  const paidOut = changedSum(paidOutOf(own), paidOutOf(other));
  const status = own.status === other.status ? undefined : { is: own.status, would: other.status };
  const deadlines = changedDeadlines(own, other);
  const decisions = changedDecisions(own, other);
  if (!toPay && !notDemanded && !balance && !paidOut && !status && deadlines.length === 0 && decisions.length === 0)
    return undefined;
  return {
    ...(toPay && { toPay }),
    ...(notDemanded && { notDemanded }),
    ...(balance && { balance }),
    ...(paidOut && { paidOut }),
    ...(status && { status }),
    deadlines,
    decisions,
  };
}

function changedSum(is: MoneyJson, would: MoneyJson): ChangedAmount | undefined {
  if (is.amount === would.amount && is.currency === would.currency) return undefined;
  return { is, would, difference: subtractMoney(sumOf(would), sumOf(is)).toJSON() };
}

function sumOf({ amount, currency }: MoneyJson): Money {
  return money(amount, currency);
}

function paidOutOf({ entries, balance }: Statement): MoneyJson {
  return entries
    .filter(({ account }) => account === 'payout')
    .reduce((sum, { amount }) => addMoney(sum, sumOf(amount)), money('0', balance.currency))
    .toJSON();
}

function changedDeadlines(own: Statement, other: Statement): ReadingEffect['deadlines'] {
  const [before, after] = [own, other].map(
    ({ deadlines, passedDeadlines }) =>
      new Map([...deadlines, ...passedDeadlines].map((deadline) => [deadline.key, deadline])),
  ) as [Map<string, OpenedDeadline>, Map<string, OpenedDeadline>];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [is, would] = [before.get(key), after.get(key)];
    return is?.lastDay === would?.lastDay ? [] : [{ ...(is && { is }), ...(would && { would }) }];
  });
}

function changedDecisions(own: Statement, other: Statement): ReadingEffect['decisions'] {
  const [before, after] = [own, other].map(
    ({ remarks }) =>
      new Map(remarks.filter(({ decision }) => decision !== undefined).map((remark) => [remark.key, remark])),
  ) as [Map<string, Remark>, Map<string, Remark>];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [is, would] = [before.get(key), after.get(key)];
    return JSON.stringify(is?.decision?.outcome) === JSON.stringify(would?.decision?.outcome)
      ? []
      : [{ ...(is && { is }), ...(would && { would }) }];
  });
}
