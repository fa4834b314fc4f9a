import { formatDay } from '../../format/formatDay.js';
import { addMoney } from '../../money/addMoney.js';
import { type Money, moneyOfJson } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import type { Entry, OpenedRight, Remark } from '../account/accountJson.js';
import { type DayOfHappenings, daysAlike, type Happening } from './happeningsByDay.js';
import { latenessOf } from './lateness.js';
import type { ReadingEffect } from './readingEffects.js';
import type { Wording } from './wording.js';

/** The options for the days. */
export interface DayDetailsOptions {
  readonly wording: (edition: string) => Wording;
  readonly pastRights: readonly OpenedRight[];
  readonly effects: readonly ReadingEffect[];
  /** Whether to include the rows that did not match. */
  readonly isFull: boolean;
}

/** The days with the arithmetic of each amount, and for a decision what it would be under another reading. @internal */
export function dayDetails(days: readonly DayOfHappenings[], options: DayDetailsOptions): readonly string[] {
  const wording = options.wording('');
  const lines: string[] = [];
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as DayOfHappenings;
    lines.push(formatDay(day.on, wording.language, { weekday: true }));
    for (const happening of day.happenings) lines.push(...happeningLines(happening, options));
    const alike = daysAlike(days, at);
    if (alike.length < 2) continue;
    lines.push(`  ${alikeLine(alike, wording)}`);
    at += alike.length;
  }
  return lines;
}

/** An event as a title with its effects; effects of a day have no title. */
function happeningLines(happening: Happening, options: DayDetailsOptions): string[] {
  const { event, causes } = happening;
  const lines = causes.flatMap((cause) =>
    'account' in cause ? entryLines(cause, options.wording(cause.edition)) : remarkLines(cause, happening, options),
  );
  if (event === undefined) return lines.map((line) => `  ${line}`);
  const title = options.wording(causes[0]?.edition ?? '').eventInFull(event);
  return [`  ${title}`, ...lines.map((line) => `    ${line}`)];
}

/** Days like the previous one, on one line. */
function alikeLine(alike: readonly DayOfHappenings[], wording: Wording): string {
  const entries = alike.flatMap(({ happenings }) => happenings.flatMap(({ causes }) => causes as readonly Entry[]));
  const [first, ...others] = entries.map(({ amount }) => moneyOfJson(amount));
  const sum = others.reduce(addMoney, first as Money);
  return wording.say('alike', {
    days: wording.days(alike.length),
    day: wording.day((alike[alike.length - 1] as DayOfHappenings).on),
    sum: wording.sum(sum.toJSON()),
    balance: wording.say('balance', { sum: wording.sum((entries[entries.length - 1] as Entry).balanceAfter) }),
  });
}

function remarkLines(
  remark: Remark,
  { event, causes }: Happening,
  { wording: wordingOf, pastRights, effects, isFull }: DayDetailsOptions,
): string[] {
  const { status, of, decision, computed, facts, right, withoutEffect, edition } = remark;
  const wording = wordingOf(edition);
  const late = latenessOf(remark, { agreement: wording.agreement, pastRights, event });
  const lateLines =
    late === undefined
      ? []
      : [
          wording.say('tooLate', {
            day: wording.day(late.lastDay),
            clauses: wording.clauses(late.cites.length === 0 ? remark.cites : late.cites),
          }),
        ];
  if (decision !== undefined) {
    const [first = '', ...rest] = wording.decision(wording.decide(decision.question, facts), isFull);
    return [
      first,
      ...lateLines.map((line) => `  ${line}`),
      ...rest,
      ...otherDecisions(remark, effects, wording).map((line) => `  ${line}`),
    ];
  }
  if (computed !== undefined) {
    const result = wording.evaluate(computed.computation, facts);
    const value = wording.value(computed.value);
    return [
      `${wording.computation(computed.computation)}: ${value}, ${wording.clauses(result.cites)}`,
      ...lateLines.map((line) => `  ${line}`),
      ...wording.steps(result, computed.field).map((step) => `  ${step}`),
    ];
  }
  if (withoutEffect !== undefined)
    return [
      withoutEffect.because === 'ended'
        ? wording.say('noEffectEnded', { status: wording.word(withoutEffect.status ?? '') })
        : wording.say('noEffectRight'),
      ...lateLines.map((line) => `  ${line}`),
    ];
  if (right !== undefined) {
    const id = right.became === 'open' ? 'rightOpened' : 'rightUsed';
    return [wording.say(id, { right: wording.rightNamed(right.name) })];
  }
  if (status === undefined) return [];
  const cites = wording.clausesBehind(remark, causes);
  const clauses = cites.length === 0 ? '' : ` (${wording.clauses(cites)})`;
  const word = wording.word(status);
  return [`${of === undefined ? wording.say('status', { status: word }) : `${wording.record(of)}: ${word}`}${clauses}`];
}

/** What a decision would be under other readings. */
function otherDecisions({ key }: Remark, effects: readonly ReadingEffect[], wording: Wording): readonly string[] {
  return effects.flatMap(({ reading, option, decisions }) =>
    decisions.flatMap(({ is, would }) => {
      if ((is ?? would)?.key !== key || would?.decision === undefined) return [];
      const answer = wording.outcomeOfJson(would.decision.outcome);
      return [wording.say('underReading', { position: wording.position(reading, option), answer })];
    }),
  );
}

function entryLines(entry: Entry, wording: Wording): string[] {
  const { computation, account, amount, balanceAfter } = entry;
  if (account === 'payout') return [wording.say('paidOut', { sum: wording.sum(amount) })];
  const signed = `${amount.amount.startsWith('-') ? '' : '+'}${wording.sum(amount)}`;
  const after = moneyOfJson(balanceAfter);
  const owed = balanceAfter.amount.startsWith('-')
    ? [wording.say('owed', { sum: wording.sum(negateMoney(after).toJSON()) })]
    : [];
  const line = [signed, wording.say('balance', { sum: wording.sum(balanceAfter) }), ...owed].join(' · ');
  if (computation === undefined) return [line];
  const result = wording.evaluate(computation, entry.facts);
  return [
    line,
    `  ${wording.computation(computation)}, ${wording.clauses(result.cites)}`,
    ...wording.steps(result, fieldEntered(entry.posting, wording)).map((step) => `    ${step}`),
  ];
}

/** The field of the computation that a posting enters, if it enters one. */
function fieldEntered(id: string, wording: Wording): string | undefined {
  const amount = wording.agreement.postings.find((posting) => posting.id === id)?.post?.amount;
  return amount !== undefined && 'result' in amount ? amount.result : undefined;
}
