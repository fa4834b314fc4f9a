import { refuse } from '../../errors/agreementError.js';
import { attempt } from '../../errors/attempt.js';
import { isList } from '../../errors/isList.js';
import { requireTerms } from '../../errors/requireTerms.js';
import { addMoney } from '../../money/addMoney.js';
import { type Money, money, moneyOfJson } from '../../money/money.js';
import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Account } from '../account/account.js';
import { accountCurrency } from '../account/accountCurrency.js';
import type { AccountEvent } from '../account/accountEvent.js';
import { applyEvents } from '../account/applyEvents.js';
import { type OpenAccountOptions, openAccount } from '../account/openAccount.js';
import type { Outcome, PayloadDeclaration } from '../model/agreement.js';
import { type Agreement, requireAgreement } from '../model/definedAgreement.js';
import type { Posting } from '../model/posting.js';
import type { ClauseNumber } from '../model/source.js';

/** The result of requesting a refund on a day. */
export interface RefundOnRequest {
  /** The kind of event that makes the request. */
  readonly kind: string;
  /** The fields of that event: keys of things on the account, and facts that were tried. */
  readonly asks: Readonly<Record<string, unknown>>;
  /** The fields of `asks` that are not keys of the account, and are therefore assumptions. */
  readonly supposed: readonly string[];
  /** The amount paid out. */
  readonly cash: Money;
  /** The amount credited to the balance. */
  readonly toBalance: Money;
  /** The maximum amount at the provider's discretion. */
  readonly atDiscretion?: Money;
  readonly cites: readonly ClauseNumber[];
}

/** The maximum number of cases tried for one kind of event. */
const mostCases = 64;

/**
 * How much of the money on an account would be refunded if it were requested on a given day. Each kind of event that
 * can pay out or credit is tried on the account, for each purchase, top-up or service it can be about, with every
 * possible value of its other fields. Of several possibilities the one with the highest refund is returned, with the
 * facts it assumes; requests without a refund are left out.
 *
 * A kind of event with a field that cannot be guessed (an amount, a text) is not tried.
 *
 * @throws {@link AgreementError} whatever `replay` throws for the account as it is.
 * @example On the fourteenth day the tariff can still be returned
 * ```ts
 * const asked = refundsOnRequest(agreement, events.slice(0, 3), '2026-01-29');
 * asked.map(({ kind, asks, cash }) => [kind, asks['purchase'] ?? asks['topUp'], String(cash)])
 * // => [['refundRequested', 'A', '50000.00 KZT']]
 * ```
 */
export function refundsOnRequest(
  agreement: Agreement,
  events: readonly AccountEvent[],
  asOf: DayInput,
  options: Omit<OpenAccountOptions, 'state'> = {},
): readonly RefundOnRequest[] {
  requireTerms(options);
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

/** Merges kinds of events with the same fields and result. */
function apart(asked: readonly RefundOnRequest[]): readonly RefundOnRequest[] {
  const keyOf = ({ asks, cash, toBalance, atDiscretion }: RefundOnRequest): string =>
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
  /** Whether it is the key of something on the account. */
  readonly isKey: boolean;
}

/** The possible values of a field of the event; undefined if they cannot be known here. */
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

/** The records of which a field of the event is the key. */
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
  asked: Pick<RefundOnRequest, 'kind' | 'asks' | 'supposed'>,
): readonly RefundOnRequest[] {
  const none = money('0', account.balance.currency);
  const entries = account.entries.filter(({ event }) => event === askingId);
  const remarks = account.remarks.filter(({ event }) => event === askingId);
  const total = (of: 'payout' | 'balance'): Money =>
    entries
      .filter((entry) => entry.account === of && !entry.amount.amount.startsWith('-'))
      .reduce((sum, { amount }) => addMoney(sum, moneyOfJson(amount)), none);
  const cash = total('payout');
  const toBalance = total('balance');
  const outcome = remarks
    .map(
      ({ decision }) =>
        decision?.outcome as { readonly is?: string; readonly ceiling?: { amount: string } } | undefined,
    )
    .find((outcome) => outcome?.is === 'discretion');
  const atDiscretion =
    outcome?.ceiling === undefined ? undefined : money(outcome.ceiling.amount, account.balance.currency);
  if (cash.minorUnits === 0n && toBalance.minorUnits === 0n && (atDiscretion?.minorUnits ?? 0n) === 0n) return [];
  const cites = [...new Set([...entries, ...remarks].flatMap((outcome) => outcome.cites))];
  return [{ ...asked, cash, toBalance, ...(atDiscretion && { atDiscretion }), cites }];
}

/** Of the answers about the same thing the one with the highest refund. */
function bestOfEach(answers: readonly RefundOnRequest[]): readonly RefundOnRequest[] {
  const worth = ({ cash, toBalance, atDiscretion }: RefundOnRequest): bigint =>
    (cash.minorUnits + toBalance.minorUnits) * 2n + (atDiscretion?.minorUnits ?? 0n);
  const best = new Map<string, RefundOnRequest>();
  for (const answer of answers) {
    const keys = Object.entries(answer.asks).filter(([name]) => !answer.supposed.includes(name));
    const about = JSON.stringify(keys);
    const known = best.get(about);
    if (known === undefined || worth(answer) > worth(known)) best.set(about, answer);
  }
  return [...best.values()];
}
