import { formatDay } from '../../format/formatDay.js';
import { addMoney } from '../../money/addMoney.js';
import { type Money, money } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Entry, Remark } from '../account/account.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { Statement } from '../account/statement.js';
import type { Facts } from '../evaluate/session.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/defineAgreement.js';
import { type DayOfHappenings, daysAlike, type Happening, happeningsByDay } from './happenings.js';
import { otherReadings } from './otherReadings.js';
import { say } from './texts.js';
import { Wording, withoutControls } from './wording.js';

/** What a statement is written with. */
export interface StatementTextOptions {
  /** The agreement it was made under, with its readings. */
  readonly agreement: Agreement;
  /** The events, so that those are told which moved nothing. */
  readonly events: readonly AccountEvent[];
  readonly language: ExplainLanguage;
}

/**
 * A statement for people: what happened day by day, under each computed sum its clause and its arithmetic; what runs with the day; where the
 * account stands; open rights and deadlines; the readings in force. Every figure comes from the statement or from the steps of its computation.
 */
export function statementText(statement: Statement, options: StatementTextOptions): string {
  const { agreement, language } = options;
  const wording = new Wording(agreement, language);
  const { data } = agreement;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [say(language, 'happened'), happened(statement, options, wording)],
    [say(language, 'accruals'), accruals(statement, wording)],
    [say(language, 'standing'), standing(statement, wording)],
    [say(language, 'rights'), rights(statement, wording)],
    [say(language, 'deadlines'), deadlines(statement, wording)],
    [say(language, 'readings'), readings(statement, wording)],
  ];
  const heading = [
    // A text that bears no date has no edition to name.
    say(language, data.edition === 'undated' ? 'agreementUndated' : 'agreement', {
      name: wording.of(data.name) ?? data.id,
      edition: data.edition,
    }),
    say(language, 'statementAsOf', { day: wording.day(statement.asOf) }),
  ];
  const written = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)]);
  return `${[heading, ...written, [say(language, 'noAdvice')]].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function happened(
  statement: Statement,
  { events, agreement, language }: StatementTextOptions,
  wording: Wording,
): string[] {
  const days = happeningsByDay(statement, events, agreement);
  if (days.length === 0) return [say(language, 'nothingHappened')];
  const lines: string[] = [];
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as DayOfHappenings;
    lines.push(formatDay(day.on, language, { weekday: true }));
    for (const happening of day.happenings) lines.push(...happeningLines(happening, wording));
    const alike = daysAlike(days, at);
    if (alike.length < 2) continue;
    lines.push(`  ${alikeLine(alike, wording)}`);
    at += alike.length;
  }
  return lines;
}

/** An event under its title with what it caused; what a day caused stands for itself. */
function happeningLines({ event, causes }: Happening, wording: Wording): string[] {
  const lines = causes.flatMap((cause) =>
    'account' in cause ? entryLines(cause, wording) : remarkLines(cause, wording),
  );
  if (event === undefined) return lines.map((line) => `  ${line}`);
  return [`  ${eventTitle(event, wording)}`, ...lines.map((line) => `    ${line}`)];
}

/** Days that went like the one before them, in one line. */
function alikeLine(alike: readonly DayOfHappenings[], wording: Wording): string {
  const entries = alike.flatMap(({ happenings }) => happenings.flatMap(({ causes }) => causes as readonly Entry[]));
  const [first, ...others] = entries.map(({ amount }) => money(amount.amount, amount.currency));
  const sum = others.reduce(addMoney, first as Money);
  return say(wording.language, 'alike', {
    days: wording.days(alike.length),
    day: wording.day((alike[alike.length - 1] as DayOfHappenings).on),
    sum: wording.sum(sum.toJSON()),
    balance: say(wording.language, 'balance', {
      sum: wording.sum((entries[entries.length - 1] as Entry).balanceAfter),
    }),
  });
}

const frame = ['id', 'kind', 'on', 'seq', 'note'];

function eventTitle(event: AccountEvent, wording: Wording): string {
  const { events } = wording.agreement.data;
  const declared = Object.hasOwn(events, event.kind) ? events[event.kind] : undefined;
  const carried = Object.entries(event).filter(([name]) => !frame.includes(name));
  const said = carried.map(([name, value]) => {
    const field = declared !== undefined && Object.hasOwn(declared.payload, name) ? declared.payload[name] : undefined;
    return `${wording.of(field?.label) ?? name} ${wording.shaped(value, field)}`;
  });
  const title = `${withoutControls(event.id)} ${wording.of(declared?.label) ?? event.kind}`;
  return said.length === 0 ? title : `${title}: ${said.join(', ')}`;
}

function remarkLines({ status, of, decision, computed, facts }: Remark, wording: Wording): string[] {
  if (decision !== undefined) return wording.decision(wording.decide(decision.question, facts));
  if (computed !== undefined) {
    const result = wording.evaluate(computed.computation, facts);
    const value = wording.value(computed.value);
    return [
      `${wording.computation(computed.computation)}: ${value}, ${wording.clauses(result.cites)}`,
      ...wording.steps(result, computed.field).map((step) => `  ${step}`),
    ];
  }
  if (status === undefined) return [];
  const word = wording.word(status);
  return [
    say(wording.language, of === undefined ? 'status' : 'statusOf', {
      status: word,
      ...(of && { key: withoutControls(of.key), record: wording.word(of.record) }),
    }),
  ];
}

function entryLines(entry: Entry, wording: Wording): string[] {
  const { language } = wording;
  const { computation, account, amount, balanceAfter } = entry;
  if (account === 'payout') return [say(language, 'paidOut', { sum: wording.sum(amount) })];
  const signed = `${amount.amount.startsWith('-') ? '' : '+'}${wording.sum(amount)}`;
  const after = money(balanceAfter.amount, balanceAfter.currency);
  const owed = balanceAfter.amount.startsWith('-')
    ? [say(language, 'owed', { sum: wording.sum(negateMoney(after).toJSON()) })]
    : [];
  const line = [signed, say(language, 'balance', { sum: wording.sum(balanceAfter) }), ...owed].join(' · ');
  if (computation === undefined) return [line];
  const result = wording.evaluate(computation, entry.facts);
  return [
    line,
    `  ${wording.computation(computation)}, ${wording.clauses(result.cites)}`,
    ...wording.steps(result, fieldEntered(entry.posting, wording)).map((step) => `    ${step}`),
  ];
}

/** The field of the computation that a posting enters, where it enters one. */
function fieldEntered(id: string, wording: Wording): string | undefined {
  const amount = wording.agreement.postings.find((posting) => posting.id === id)?.post?.amount;
  return amount !== undefined && 'result' in amount ? amount.result : undefined;
}

function accruals(statement: Statement, wording: Wording): string[] {
  return statement.accruals.flatMap(({ posting, computation, amount, cites, event, facts }) => [
    say(wording.language, 'accrual', {
      label: computation === undefined ? posting : wording.computation(computation),
      sum: wording.sum(amount),
      clauses: wording.clauses(cites),
      event: event ?? '',
    }),
    ...(computation === undefined ? [] : wording.steps(wording.evaluate(computation, facts))).map(
      (step) => `  ${step}`,
    ),
    ...(computation === undefined ? [] : otherSums(posting, computation, facts, wording)).map((other) => `  ${other}`),
  ]);
}

/** What a sum that runs would be under other readings. */
function otherSums(id: string, computation: string, facts: Facts, wording: Wording): string[] {
  const posting = wording.agreement.postings.find((known) => known.id === id);
  const amount = posting?.post?.amount;
  return posting !== undefined && amount !== undefined && 'result' in amount
    ? otherReadings({ computation, field: amount.result, facts, posting: posting.id }, wording)
    : [];
}

function standing(statement: Statement, wording: Wording): string[] {
  const { language } = wording;
  const debts = statement.debts.map(({ since, cause, amount, payments }) => {
    const left = payments.reduce(
      (rest, payment) => subtractMoney(rest, money(payment.amount.amount, payment.amount.currency)),
      money(amount.amount, amount.currency),
    );
    const words = { day: wording.day(since), event: cause, sum: wording.sum(amount), left: wording.sum(left.toJSON()) };
    return say(language, left.minorUnits === 0n ? 'debtPaid' : 'debt', words);
  });
  const { toPay, notDemanded } = statement;
  // Where nothing runs on the debts, what is to be paid is what is left of them.
  const owed = statement.accruals.length === 0 ? [] : [say(language, 'toPay', { sum: wording.sum(toPay) })];
  if (notDemanded !== undefined) owed.push(say(language, 'notDemanded', { sum: wording.sum(notDemanded) }));
  return [
    say(language, 'balance', { sum: wording.sum(statement.balance) }),
    say(language, 'status', { status: wording.word(statement.status) }),
    ...debts,
    ...owed,
  ];
}

/** Rights that are open: nothing happens by them until somebody exercises them. */
function rights(statement: Statement, wording: Wording): string[] {
  const { language } = wording;
  return statement.rights.map((right) => {
    const { openedOn, event, lastDay } = right;
    const since = say(language, 'rightSince', { right: wording.right(right), day: wording.day(openedOn) });
    const cause = event === null ? '' : ` (${event})`;
    const until = lastDay === undefined ? '' : `, ${say(language, 'rightThrough', { day: wording.day(lastDay) })}`;
    return `${since}${cause}${until}`;
  });
}

function deadlines(statement: Statement, wording: Wording): string[] {
  const { language } = wording;
  const asOf = epochDayOf(statement.asOf, 'asOf');
  const byDay = [...statement.deadlines, ...statement.passedDeadlines].toSorted(
    (a, b) => epochDayOf(a.lastDay, 'lastDay') - epochDayOf(b.lastDay, 'lastDay'),
  );
  if (byDay.length === 0) return [say(language, 'noDeadlines')];
  return byDay.flatMap((deadline) => {
    const { title, steps, others } = wording.deadline(deadline);
    const passed = epochDayOf(deadline.lastDay, 'lastDay') < asOf ? ` (${say(language, 'deadlinePassed')})` : '';
    const day = formatDay(deadline.lastDay, language, { weekday: true });
    return [`${day}${passed}: ${title}`, ...[...steps, ...others].map((line) => `  ${line}`)];
  });
}

function readings(statement: Statement, wording: Wording): string[] {
  const { language } = wording;
  return statement.readings.flatMap(({ id, chosen, others }) => {
    const apart = others.map((option) => wording.option(id, option)).join('; ');
    return [
      wording.reading(id, chosen),
      ...(others.length === 0 ? [] : [`  ${say(language, 'otherReadings', { others: apart })}`]),
    ];
  });
}
