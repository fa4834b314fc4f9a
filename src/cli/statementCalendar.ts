import type { OpenedDeadline } from '../agreement/account/accountJson.js';
import type { Statement } from '../agreement/account/statement.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Agreement } from '../agreement/model/defineAgreement.js';
import { plainText } from '../agreement/statement/plainText.js';
import { Wording } from '../agreement/statement/wording.js';
import { refuse } from '../errors/agreementError.js';
import { epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';

/**
 * The open deadlines of a statement for a calendar (RFC 5545): all-day events on the last day, which end, as the format has it, on the day
 * after. An event keeps its UID from statement to statement, so that importing again replaces it.
 */
export function statementCalendar(statement: Statement, agreement: Agreement, language: ExplainLanguage): string {
  const wording = new Wording(agreement, language);
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
    // There is no clock here: the event is as old as the statement.
    `DTSTAMP:${dateOf(epochDayOf(statement.asOf, 'asOf'))}T000000Z`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    // Deadlines of two accounts stand in one calendar.
    `SUMMARY:${escaped(statement.account === undefined ? title : `${statement.account}: ${title}`)}`,
    `DESCRIPTION:${[name, ...steps, ...others].map(escaped).join('\\n')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The key of the deadline; of one that every statement opens anew, the day it falls on stands for the day of the statement. */
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

/** Lines are at most 75 octets of UTF-8; a longer one goes on in the next after a space. No character is cut. */
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
