import type { OpenedDeadline } from '../agreement/account/accountJson.js';
import type { Statement } from '../agreement/account/statement.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import { fromStatement } from '../agreement/statement/fromStatement.js';
import { plainText } from '../agreement/statement/plainText.js';
import { Wording } from '../agreement/statement/wording.js';
import { refuse } from '../errors/agreementError.js';
import { epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';

/**
 * The open deadlines of a statement as a calendar (RFC 5545): all-day events on the last day; by the format, each ends
 * on the day after. An event keeps its UID in every statement, so that a new import replaces it.
 *
 * @throws {@link AgreementError} `argument-invalid` for a statement or events that were altered, an unknown language or what is no agreement.
 * @example
 * ```ts
 * statementCalendar(replay(agreement, events, '2026-12-31'), agreement, 'en').startsWith('BEGIN:VCALENDAR') // => true
 * ```
 */
export function statementCalendar(statement: Statement, agreement: Agreement, language: ExplainLanguage): string {
  return fromStatement(statement, () => calendarOf(statement, new Wording(agreement, language)));
}

function calendarOf(statement: Statement, wording: Wording): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//oferta//deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...[...statement.deadlines, ...statement.passedDeadlines].flatMap((deadline) =>
      eventLines(deadline, statement, wording),
    ),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(deadline: OpenedDeadline, statement: Statement, wording: Wording): string[] {
  const { title, steps, others } = wording.deadline(deadline);
  const name = wording.of(wording.agreement.data.name) ?? statement.agreement.id;
  const day = epochDayOf(deadline.lastDay, 'lastDay');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uidOf(deadline, statement))}`,
    // There is no clock here, so use the date of the statement.
    `DTSTAMP:${dateOf(epochDayOf(statement.asOf, 'asOf'))}T000000Z`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    // One calendar can contain the deadlines of several accounts.
    `SUMMARY:${escaped(statement.account === undefined ? title : `${statement.account}: ${title}`)}`,
    `DESCRIPTION:${[name, ...steps, ...others].map(escaped).join('\\n')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The key of a deadline; for one that every statement opens anew, its last day replaces the day of the statement. */
function uidOf({ key, event, openedOn, lastDay }: OpenedDeadline, { agreement }: Statement): string {
  const stable = event === null && key.endsWith(`/${openedOn}`) ? `${key.slice(0, -openedOn.length)}${lastDay}` : key;
  return `${stable}@${agreement.id}.oferta`;
}

function dateOf(epochDay: number): string {
  const iso = isoOfEpochDay(epochDay);
  return iso.length === 10
    ? iso.replaceAll('-', '')
    : refuse('day-out-of-range', 'lastDay', iso, 'a day a calendar file can hold: years 0000 to 9999');
}

function escaped(text: string): string {
  return plainText(text).replace(/[\\;,]/g, (character) => `\\${character}`);
}

/**
 * Lines have at most 75 octets of UTF-8; a longer one continues on the next line after a space. No character is split.
 */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > 75) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
