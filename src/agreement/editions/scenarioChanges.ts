import { AgreementError, type Finding } from '../../errors/agreementError.js';
import { type MoneyJson, money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { Remark } from '../account/accountJson.js';
import { replay } from '../account/replay.js';
import type { Statement } from '../account/statement.js';
import type { Agreement } from '../model/definedAgreement.js';

/** The events of an account, replayed under both editions. */
export interface EditionScenario {
  /** Its name in the result. */
  readonly name: string;
  readonly events: readonly AccountEvent[];
  /** The day of the two statements. */
  readonly asOf: DayInput;
}

/** The result of a scenario under one edition: the state of the account, or why its events are rejected. */
export type ScenarioStanding =
  | { readonly balance: MoneyJson; readonly toPay: MoneyJson; readonly status: string }
  | { readonly refused: string; readonly findings: readonly Finding[] };

/** A difference between the two statements of a scenario. */
export interface ScenarioDifference {
  /**
   * `balance`, `toPay` and `wallet`: the state of the account; `entry` and `accrual`: an amount; `entryDay`, `deadline`
   * and `right`: a day;
   * `status`, and `remark`: a decision, a status or a figure that was only reported.
   */
  readonly about:
    | 'balance'
    | 'toPay'
    | 'wallet'
    | 'entry'
    | 'entryDay'
    | 'accrual'
    | 'deadline'
    | 'right'
    | 'status'
    | 'remark';
  /** The key of the entry, the accrual, the deadline, the right or the remark; the name of the wallet. */
  readonly key?: string;
  /** The posting that created it. */
  readonly posting?: string;
  /** The event that caused it; null if it was caused by a day. */
  readonly event?: string | null;
  /** Under the earlier edition; absent if there is none. */
  readonly was?: unknown;
  /** Under the later edition; absent if there is none. */
  readonly is?: unknown;
  /** `is − was` of two amounts in one currency; a missing amount counts as zero. */
  readonly difference?: MoneyJson;
  /** The number of days by which it is later; negative for earlier. */
  readonly days?: number;
}

/** A scenario under both editions. */
export interface ScenarioComparison {
  readonly name: string;
  readonly asOf: string;
  readonly before: ScenarioStanding;
  readonly after: ScenarioStanding;
  readonly differences: readonly ScenarioDifference[];
}

/** Replays a scenario under both editions. @internal */
export function scenarioChanges(before: Agreement, after: Agreement, scenario: EditionScenario): ScenarioComparison {
  const { name, events, asOf } = scenario;
  const [was, is] = [before, after].map((edition) => replayed(edition, events, asOf)) as [Replayed, Replayed];
  return {
    name,
    asOf: isoOfEpochDay(epochDayOf(asOf, 'asOf')),
    before: standingOf(was),
    after: standingOf(is),
    differences: 'refused' in was || 'refused' in is ? [] : differencesOf(was, is),
  };
}

type Replayed = Statement | { readonly refused: string; readonly findings: readonly Finding[] };

/** A statement, or what is wrong with the events under this edition; an invalid day is the caller's mistake. */
function replayed(edition: Agreement, events: readonly AccountEvent[], asOf: DayInput): Replayed {
  epochDayOf(asOf, 'asOf');
  try {
    return replay(edition, events, asOf);
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    const { field: path, value, expected } = error.details;
    const { code, findings } = error;
    return { refused: code, findings: findings.length > 0 ? findings : [{ path, code, value, expected }] };
  }
}

function standingOf(replayed: Replayed): ScenarioStanding {
  if ('refused' in replayed) return replayed;
  const { balance, toPay, status } = replayed;
  return { balance, toPay, status };
}

/** An item of a statement with a key. */
interface Keyed {
  readonly key: string;
  readonly posting: string;
  readonly event: string | null;
}

function differencesOf(was: Statement, is: Statement): readonly ScenarioDifference[] {
  const made = new Map<string, Pick<ScenarioDifference, 'posting' | 'event'>>();
  for (const replayed of [was, is])
    for (const { key, posting, event } of keyedIn(replayed)) made.set(key, { posting, event });
  const madeBy = (found: readonly ScenarioDifference[]): readonly ScenarioDifference[] =>
    found.map(({ about, key, ...rest }) => ({
      about,
      ...(key !== undefined && { key, ...(about !== 'wallet' && made.get(key)) }),
      ...rest,
    }));
  const wallets = ({ wallets: all = [] }: Statement): ReadonlyMap<string, MoneyJson> =>
    new Map(all.map(({ wallet, balance }) => [wallet, balance]));
  const amounts = (entries: readonly { readonly key: string; readonly amount: MoneyJson }[]) =>
    new Map(entries.map(({ key, amount }) => [key, amount]));
  const entryDays = ({ entries }: Statement): ReadonlyMap<string, string> =>
    new Map(entries.map(({ key, on }) => [key, on]));
  return [
    ...sums('toPay', new Map([['', was.toPay]]), new Map([['', is.toPay]])),
    ...sums('balance', new Map([['', was.balance]]), new Map([['', is.balance]])),
    ...sums('wallet', wallets(was), wallets(is)),
    ...(was.status === is.status ? [] : [{ about: 'status' as const, was: was.status, is: is.status }]),
    ...madeBy([
      ...sums('entry', amounts(was.entries), amounts(is.entries)),
      // An item that exists under only one edition is already reported as an amount.
      ...days('entryDay', entryDays(was), entryDays(is)).filter((found) => 'was' in found && 'is' in found),
      ...sums('accrual', amounts(was.accruals), amounts(is.accruals)),
      ...days('deadline', deadlinesOf(was), deadlinesOf(is)),
      ...days('right', rightsOf(was), rightsOf(is)),
      ...remarks(was.remarks, is.remarks),
    ]),
  ];
}

function keyedIn(replayed: Statement): readonly Keyed[] {
  const { entries, accruals, remarks: all, deadlines, passedDeadlines, metDeadlines, rights, pastRights } = replayed;
  return [entries, accruals, all, deadlines, passedDeadlines, metDeadlines, rights, pastRights].flat();
}

function deadlinesOf({ deadlines, passedDeadlines, metDeadlines }: Statement): ReadonlyMap<string, string> {
  return new Map([...deadlines, ...passedDeadlines, ...metDeadlines].map(({ key, lastDay }) => [key, lastDay]));
}

/** Null if a right has no last day. */
function rightsOf({ rights, pastRights }: Statement): ReadonlyMap<string, string | null> {
  return new Map([...rights, ...pastRights].map(({ key, lastDay }) => [key, lastDay ?? null]));
}

/** The keys of both, those of the earlier edition first. */
function keysOf(was: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...was.keys(), ...is.keys()])];
}

function sums(
  about: ScenarioDifference['about'],
  was: ReadonlyMap<string, MoneyJson>,
  is: ReadonlyMap<string, MoneyJson>,
): readonly ScenarioDifference[] {
  return keysOf(was, is).flatMap((key): ScenarioDifference[] => {
    const [old, recent] = [was.get(key), is.get(key)];
    if (old?.amount === recent?.amount && old?.currency === recent?.currency) return [];
    const difference = differenceOf(old, recent);
    return [{ about, ...(key !== '' && { key }), ...sides(old, recent), ...(difference && { difference }) }];
  });
}

/** Amounts in two currencies have no difference. */
function differenceOf(was: MoneyJson | undefined, is: MoneyJson | undefined): MoneyJson | undefined {
  const { currency } = (is ?? was) as MoneyJson;
  const old = was ?? { amount: '0', currency };
  const recent = is ?? { amount: '0', currency };
  if (old.currency !== recent.currency) return undefined;
  return subtractMoney(money(recent.amount, currency), money(old.amount, currency)).toJSON();
}

function days(
  about: ScenarioDifference['about'],
  was: ReadonlyMap<string, string | null>,
  is: ReadonlyMap<string, string | null>,
): readonly ScenarioDifference[] {
  return keysOf(was, is).flatMap((key): ScenarioDifference[] => {
    const [old, recent] = [was.get(key), is.get(key)];
    if (old === recent) return [];
    const later =
      typeof old === 'string' && typeof recent === 'string'
        ? { days: epochDayOf(recent, 'day') - epochDayOf(old, 'day') }
        : {};
    return [{ about, key, ...sides(old, recent), ...later }];
  });
}

function remarks(was: readonly Remark[], is: readonly Remark[]): readonly ScenarioDifference[] {
  const [olds, news] = [grouped(was), grouped(is)];
  return keysOf(olds, news).flatMap((key): ScenarioDifference[] => {
    const [old, recent] = [olds.get(key), news.get(key)];
    if (JSON.stringify(old) === JSON.stringify(recent)) return [];
    return [{ about: 'remark', key, ...sides(old, recent) }];
  });
}

/** The content of remarks by key, without the row: a different row number alone is not a change. */
function grouped(all: readonly Remark[]): ReadonlyMap<string, readonly object[]> {
  const groups = new Map<string, object[]>();
  for (const { key, status, of, decision, computed, right, withoutEffect } of all) {
    const decided = decision && { question: decision.question, outcome: decision.outcome, paid: decision.paid };
    // Drop undefined fields.
    const said = JSON.parse(JSON.stringify({ status, of, decision: decided, computed, right, withoutEffect }));
    groups.set(key, [...(groups.get(key) ?? []), said]);
  }
  return groups;
}

function sides(was: unknown, is: unknown): Pick<ScenarioDifference, 'was' | 'is'> {
  return { ...(was !== undefined && { was }), ...(is !== undefined && { is }) };
}
