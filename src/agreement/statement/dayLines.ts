import { addMoney } from '../../money/addMoney.js';
import { moneyOfJson } from '../../money/money.js';
import type { AccountEvent } from '../account/accountEvent.js';
import type { Entry, OpenedRight, Remark } from '../account/accountJson.js';
import type { DecidedOutcome } from '../decide/decide.js';
import { type DayOfHappenings, daysAlike, type Happening } from './happeningsByDay.js';
import { latenessOf } from './lateness.js';
import type { Wording } from './wording.js';

/** The options for the lines of days. */
export interface DayLinesOptions {
  readonly wording: (edition: string) => Wording;
  readonly pastRights: readonly OpenedRight[];
}

/** One line for each day: what happened, the amounts with their clauses, and the balance after it. @internal */
export function dayLines(days: readonly DayOfHappenings[], options: DayLinesOptions): readonly string[] {
  const lines: string[] = [];
  let year = '';
  // Show the year only when it changes.
  const dated = (on: string): string => {
    const isNew = on.slice(0, -6) !== year;
    year = on.slice(0, -6);
    const wording = options.wording('');
    return isNew ? wording.day(on) : wording.dayOfYear(on);
  };
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as DayOfHappenings;
    const alike = daysAlike(days, at);
    if (alike.length >= 2) {
      lines.push(alikeLine([day, ...alike], dated, options));
      at += alike.length;
      continue;
    }
    const described = day.happenings.flatMap((happening) => happeningText(happening, options));
    if (described.length === 0) continue;
    const wording = options.wording('');
    lines.push(`${dated(day.on)}: ${described.join('; ')}${balanceAfter(entriesOf(day), wording)}`);
  }
  return lines;
}

function entriesOf({ happenings }: DayOfHappenings): readonly Entry[] {
  return happenings.flatMap(({ causes }) => causes.filter((cause): cause is Entry => 'account' in cause));
}

function balanceAfter(entries: readonly Entry[], wording: Wording): string {
  const last = entries.filter(({ account }) => account === 'balance').at(-1);
  return last === undefined ? '' : ` → ${wording.figure(last.balanceAfter)}`;
}

/** Days with the same charges, on one line with their total. */
function alikeLine(days: readonly DayOfHappenings[], dated: (on: string) => string, options: DayLinesOptions): string {
  const entries = days.flatMap(entriesOf);
  const [first, ...others] = entries.map(({ amount }) => moneyOfJson(amount));
  const sum = others.reduce(addMoney, first as NonNullable<typeof first>);
  const [entry] = entries as [Entry];
  const wording = options.wording(entry.edition);
  const span = wording.say('daysLike', {
    first: dated((days[0] as DayOfHappenings).on),
    last: dated((days.at(-1) as DayOfHappenings).on),
    days: wording.days(days.length),
  });
  const labels = [...new Set(entries.flatMap(({ computation }) => (computation === undefined ? [] : [computation])))];
  const what = labels.map((label) => wording.computation(label)).join(', ');
  return `${span}: ${what}${what === '' ? '' : ' '}${wording.sum(sum.toJSON())}${balanceAfter(entries, wording)}`;
}

/** An event with its effects; empty for effects of a day that are not shown. */
function happeningText({ event, causes }: Happening, options: DayLinesOptions): readonly string[] {
  const parts = causes.flatMap((cause) => causeText(cause, causes, event, options));
  const results = [...new Set(parts)];
  if (event === undefined) return results;
  const edition = causes[0]?.edition ?? '';
  const title = options.wording(edition).event(event, { withSums: !causes.some((cause) => 'account' in cause) });
  return [[title, ...results].join(' · ')];
}

function causeText(
  cause: Entry | Remark,
  all: Happening['causes'],
  event: AccountEvent | undefined,
  { wording: wordingOf, pastRights }: DayLinesOptions,
): readonly string[] {
  const wording = wordingOf(cause.edition);
  if ('account' in cause) return [entryText(cause, event, wording)];
  const late = latenessOf(cause, { agreement: wording.agreement, pastRights, event });
  const lateText =
    late === undefined
      ? []
      : [
          wording.say('tooLate', {
            // With the year if it differs from that of the event.
            day:
              late.lastDay.slice(0, -6) === cause.on.slice(0, -6)
                ? wording.dayOfYear(late.lastDay)
                : wording.day(late.lastDay),
            clauses: numbers(late.cites.length === 0 ? cause.cites : late.cites, wording),
          }),
        ];
  const { decision, computed, status, of, withoutEffect } = cause;
  if (decision !== undefined) {
    const entered = all.some(
      (other) => 'account' in other && (other.posting === cause.posting || outcomeOf(cause)?.is === 'open'),
    );
    const outcome = decision.outcome as DecidedOutcome;
    // The entered amounts are shown next to it; what is left to the law has its own part.
    if (outcome.is === 'amount' && entered) return lateText;
    if (outcome.is === 'open' && entered) return [];
    const described = `${wording.outcomeOfJson(decision.outcome)}${cited(cause.cites, wording)}`;
    // Without an event nothing else says what it is about.
    return [...lateText, event === undefined ? `${wording.asked(decision.question)} ${described}` : described];
  }
  if (withoutEffect !== undefined)
    return [
      withoutEffect.because === 'ended'
        ? wording.say('noEffectEnded', { status: wording.word(withoutEffect.status ?? '') })
        : wording.say('noEffectRight'),
      ...lateText,
    ];
  if (computed !== undefined)
    return [
      ...lateText,
      `${wording.computation(computed.computation)}: ${wording.value(computed.value)}${cited(cause.cites, wording)}`,
    ];
  if (status === undefined) return [];
  const clauses = cited(wording.clausesBehind(cause, all), wording);
  if (of === undefined) return [`${wording.say('status', { status: wording.word(status) })}${clauses}`];
  // A record that is entered and opened is described by its event.
  if (event !== undefined && Object.values(event).includes(of.key) && status === 'open') return [];
  return [`${wording.record(of)}: ${wording.word(status)}${clauses}`];
}

function entryText(entry: Entry, event: AccountEvent | undefined, wording: Wording): string {
  const sum = wording.sum(entry.amount);
  // A decision shows its clauses here; charges show theirs only in the details.
  if (entry.account === 'payout') return `${wording.say('paidOut', { sum })}${cited(entry.cites, wording)}`;
  const clauses = entry.decision === undefined ? '' : cited(entry.cites, wording);
  const signed = `${entry.amount.amount.startsWith('-') ? '' : '+'}${sum}${clauses}`;
  // An entry caused by a day has no event that describes it.
  return event === undefined && entry.computation !== undefined
    ? `${wording.computation(entry.computation)} ${signed}`
    : signed;
}

/** The clause numbers in parentheses, for a line. */
function cited(cites: readonly string[], wording: Wording): string {
  return cites.length === 0 ? '' : ` (${numbers(cites, wording)})`;
}

function numbers(cites: readonly string[], wording: Wording): string {
  return cites
    .slice(0, 2)
    .map((clause) => wording.clauseNumber(clause))
    .join(', ');
}

/** The outcome of a remark that is a decision. */
function outcomeOf({ decision }: Remark): DecidedOutcome | undefined {
  return decision?.outcome as DecidedOutcome | undefined;
}
