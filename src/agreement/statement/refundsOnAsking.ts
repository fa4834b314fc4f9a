import { refuse } from '../../errors/agreementError.js';
import { attempt } from '../../errors/attempt.js';
import { isList } from '../../errors/isList.js';
import { addMoney } from '../../money/addMoney.js';
import { type Money, money } from '../../money/money.js';
import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Account } from '../account/account.js';
import { accountCurrency } from '../account/accountCurrency.js';
import type { AccountEvent } from '../account/accountEvent.js';
import { applyEvents } from '../account/applyEvents.js';
import { type OpenAccountOptions, openAccount } from '../account/openAccount.js';
import type { ClauseNumber, Outcome, PayloadDeclaration, Posting } from '../model/agreement.js';
import { type Agreement, requireAgreement } from '../model/defineAgreement.js';

/** What comes of asking for money back on a day. */
export interface RefundOnAsking {
  /** The kind of event that asks. */
  readonly kind: string;
  /** The fields it would carry: keys of what is on the account, and facts that were tried. */
  readonly asks: Readonly<Record<string, unknown>>;
  /** Fields of `asks` that are no key of the account, so that the answer rests on them. */
  readonly supposed: readonly string[];
  /** Paid out. */
  readonly cash: Money;
  /** Credited to the balance. */
  readonly toBalance: Money;
  /** What is up to the provider, at most. */
  readonly atDiscretion?: Money;
  readonly cites: readonly ClauseNumber[];
}

/** More cases than these are not tried for one kind of event. */
const mostCases = 64;

/**
 * What comes back of the money on an account if somebody asks for it on a day: each kind of event that can pay out or credit is tried on the
 * account, for each purchase, top-up or service it can be about, with every choice its other fields leave. Of several choices the one that
 * gives most is told, with the facts it supposes; asking for what gives nothing is left out.
 *
 * A kind of event whose fields nobody but the parties knows (a sum, a text) is not tried.
 *
 * @throws {@link AgreementError} what `replay` throws for the account as it is.
 * @example On the fourteenth day the tariff can still be given back
 * ```ts
 * const asked = refundsOnAsking(agreement, events.slice(0, 3), '2026-01-29');
 * asked.map(({ kind, asks, cash }) => [kind, asks['purchase'] ?? asks['topUp'], String(cash)])
 * // => [['refundRequested', 'A', '50000.00 KZT']]
 * ```
 */
export function refundsOnAsking(
  agreement: Agreement,
  events: readonly AccountEvent[],
  asOf: DayInput,
  options: Omit<OpenAccountOptions, 'state'> = {},
): readonly RefundOnAsking[] {
  if (!isList(events)) refuse('argument-invalid', 'events', events, 'a list of events');
  const day = epochDayOf(asOf, 'asOf');
  const on = isoOfEpochDay(day);
  const { currency = accountCurrency(requireAgreement(agreement), events) } = options;
  const opened = openAccount(agreement, { ...options, ...(currency !== undefined && { currency }) });
  const past = events.filter((event) => epochDayOf(event.on, 'on') < day);
  const today = events.filter((event) => epochDayOf(event.on, 'on') === day);
  const before = applyEvents(opened, past);
  const { records, purchases } = (today.length === 0 ? before : applyEvents(before, today)).state;
  const keysOf = (record: string): readonly string[] =>
    record === purchaseKeys ? Object.keys(purchases) : Object.keys(records[record] ?? {});
  const asked = Object.entries(agreement.data.events).flatMap(([kind, { payload, optional = [] }]) => {
    const postings = agreement.postings.filter((posting) => posting.on === kind);
    if (!postings.some((posting) => canGiveBack(posting, agreement))) return [];
    const required = Object.entries(payload).filter(([name]) => !optional.includes(name));
    const choices = required.map(([name, shape]) => choicesOf(name, shape, { postings, keysOf, on }));
    const cases = choices.reduce<readonly Readonly<Record<string, unknown>>[]>(
      (known, choice) => {
        if (choice === undefined || known.length * choice.values.length > mostCases) return [];
        return known.flatMap((asks) => choice.values.map((value) => ({ ...asks, [choice.name]: value })));
      },
      [{}],
    );
    const supposed = choices.flatMap((choice) => (choice === undefined || choice.isKey ? [] : [choice.name]));
    const answers = cases.flatMap((asks) => {
      const event = { id: askingId, kind, on, seq: Number.MAX_SAFE_INTEGER, ...asks };
      const after = attempt(() => applyEvents(before, [...today, event]));
      return after.ok ? answerOf(after.value, { kind, asks, supposed }) : [];
    });
    return bestOfEach(answers);
  });
  return Object.freeze(apart(asked));
}

const askingId = '\u0000asking';
const purchaseKeys = '\u0000purchases';

/** Kinds of events that give the same for the same are one. */
function apart(asked: readonly RefundOnAsking[]): readonly RefundOnAsking[] {
  const keyOf = ({ asks, cash, toBalance, atDiscretion }: RefundOnAsking): string =>
    JSON.stringify([asks, cash, toBalance, atDiscretion]);
  const keys = asked.map(keyOf);
  return asked.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}

/** Whether a posting can pay something out or credit what a table decides. */
function canGiveBack({ post, decides, paysFrom, refundOf }: Posting, { tables }: Agreement): boolean {
  if (post?.account === 'payout' || paysFrom !== undefined || refundOf !== undefined) return true;
  const gives = (outcome: Outcome): boolean =>
    (outcome.is === 'amount' && (outcome.cash !== 0 || outcome.toBalance !== 0)) || outcome.is === 'discretion';
  return decides !== undefined && (tables.get(decides)?.rows ?? []).some(({ outcome }) => gives(outcome));
}

interface Choice {
  readonly name: string;
  readonly values: readonly unknown[];
  /** It is the key of something on the account. */
  readonly isKey: boolean;
}

/** What a field of the event can be; undefined for what cannot be known here. */
function choicesOf(
  name: string,
  shape: PayloadDeclaration,
  where: {
    readonly postings: readonly Posting[];
    readonly keysOf: (record: string) => readonly string[];
    readonly on: string;
  },
): Choice | undefined {
  const choice = (values: readonly unknown[], isKey = false): Choice => ({ name, values, isKey });
  switch (shape.type) {
    case 'flag':
      return choice([true, false]);
    case 'day':
      return choice([where.on]);
    case 'count':
      return choice([0]);
    case 'text': {
      if (shape.oneOf !== undefined) return choice(shape.oneOf);
      const records = where.postings.flatMap((posting) => recordsKeyedBy(name, posting));
      const keys = new Set(records.flatMap(where.keysOf));
      return keys.size === 0 ? undefined : choice([...keys], true);
    }
    default:
      return undefined;
  }
}

/** Records of which a field of the event is the key. */
function recordsKeyedBy(field: string, part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { record, key, purchase } = part as Readonly<Record<string, unknown>>;
  const names = (binding: unknown): boolean => (binding as { readonly event?: unknown } | undefined)?.event === field;
  return [
    ...(typeof record === 'string' && names(key) ? [record] : []),
    ...(names(purchase) ? [purchaseKeys] : []),
    ...Object.values(part).flatMap((inner) => recordsKeyedBy(field, inner)),
  ];
}

function answerOf(
  account: Account,
  asked: Pick<RefundOnAsking, 'kind' | 'asks' | 'supposed'>,
): readonly RefundOnAsking[] {
  const none = money('0', account.balance.currency);
  const entries = account.entries.filter(({ event }) => event === askingId);
  const remarks = account.remarks.filter(({ event }) => event === askingId);
  const total = (of: 'payout' | 'balance'): Money =>
    entries
      .filter((entry) => entry.account === of && !entry.amount.amount.startsWith('-'))
      .reduce((sum, { amount }) => addMoney(sum, money(amount.amount, amount.currency)), none);
  const cash = total('payout');
  const toBalance = total('balance');
  const outcome = remarks
    .map(
      ({ decision }) =>
        decision?.outcome as { readonly is?: string; readonly ceiling?: { amount: string } } | undefined,
    )
    .find((told) => told?.is === 'discretion');
  const atDiscretion =
    outcome?.ceiling === undefined ? undefined : money(outcome.ceiling.amount, account.balance.currency);
  if (cash.minorUnits === 0n && toBalance.minorUnits === 0n && (atDiscretion?.minorUnits ?? 0n) === 0n) return [];
  const cites = [...new Set([...entries, ...remarks].flatMap((told) => told.cites))];
  return [{ ...asked, cash, toBalance, ...(atDiscretion && { atDiscretion }), cites }];
}

/** Of the answers about the same thing the one that gives most. */
function bestOfEach(answers: readonly RefundOnAsking[]): readonly RefundOnAsking[] {
  const worth = ({ cash, toBalance, atDiscretion }: RefundOnAsking): bigint =>
    (cash.minorUnits + toBalance.minorUnits) * 2n + (atDiscretion?.minorUnits ?? 0n);
  const best = new Map<string, RefundOnAsking>();
  for (const answer of answers) {
    const keys = Object.entries(answer.asks).filter(([name]) => !answer.supposed.includes(name));
    const about = JSON.stringify(keys);
    const known = best.get(about);
    if (known === undefined || worth(answer) > worth(known)) best.set(about, answer);
  }
  return [...best.values()];
}
