import {
  type Agreement,
  type AnswerWording,
  type ClauseResult,
  dayOfNumber,
  type Facts,
  isMoney,
  numberOfDay,
} from '../library.js';
import type { Answered } from '../model/answers.js';
import { askTitle } from './AnswerCard.js';

/** A day of the answers, for a list, a calendar, a table. */
export interface NamedDay {
  readonly on: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly key: string;
}

/** The answers as JSON: the question with its facts and readings, then each answer in its wire form. */
export function jsonOf(agreement: Agreement, facts: Facts, answers: readonly Answered[]): string {
  const written = answers.map((answered) =>
    answered.is === 'computed'
      ? answered.result
      : answered.is === 'decided'
        ? answered.decision
        : { ask: answered.ask, noAnswer: answered.is },
  );
  const { id, edition } = agreement.data;
  return `${JSON.stringify({ agreement: { id, edition, readings: agreement.readings }, facts, answers: written }, null, 2)}\n`;
}

/** The answers as a table: RFC 4180 with a byte order mark; a text that a spreadsheet would execute is prefixed with an apostrophe. */
export function csvOf(answers: readonly Answered[], wording: AnswerWording, head: readonly string[]): string {
  const rows = answers.flatMap((answered): string[][] => {
    const title = askTitle(wording, answered.ask);
    if (answered.is === 'decided')
      return [[title, wording.outcome(answered.decision.outcome), answered.decision.cites.join(' ')]];
    if (answered.is !== 'computed') return [[title, '', '']];
    return Object.entries(answered.result.value).map(([name, value], at) => [
      at === 0 ? title : `${title}, ${name}`,
      plain(value, wording),
      answered.result.cites.join(' '),
    ]);
  });
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function plain(value: ClauseResult['value'][string], wording: AnswerWording): string {
  if (isMoney(value)) return `${value.toJSON().amount} ${value.currency}`;
  return typeof value === 'string' ? value : wording.value(value);
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?(?: [A-Z]{3})?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Days for a calendar (RFC 5545): all-day events, which by that format end on the following day. */
export function calendarOf(agreement: Agreement, days: readonly NamedDay[], wording: AnswerWording): string {
  const name = wording.of(agreement.data.name) ?? agreement.data.id;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//oferta//site//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap(({ on, name: title, clauses, key }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(`${key}/${on}@${agreement.data.id}.oferta`)}`,
      `DTSTAMP:${on.replaceAll('-', '')}T000000Z`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayOfNumber(numberOfDay(on) + 1).replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(`${name}, ${wording.clauses(clauses)}`)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Lines of at most 75 octets; no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}

/** A program that returns the same answers; it reads the agreement from its file. */
export function codeOf(agreement: Agreement, facts: Facts, answers: readonly Answered[]): string {
  const changed = Object.fromEntries(
    Object.entries(agreement.readings).filter(
      ([id, option]) => agreement.data.readings.find((reading) => reading.id === id)?.chosen !== option,
    ),
  );
  const isChanged = Object.keys(changed).length > 0;
  const asked = answers.filter(({ is }) => is === 'computed' || is === 'decided').map(({ ask }) => ask);
  const names = [
    ...(asked.some((ask) => ask.startsWith('table:')) ? ['decide'] : []),
    'defineAgreement',
    ...(asked.some((ask) => !ask.startsWith('table:')) ? ['evaluate'] : []),
    ...(isChanged ? ['withReadings'] : []),
  ];
  const defined = "defineAgreement(JSON.parse(readFileSync('agreement.json', 'utf8')), { calendars: [kz, ru] })";
  return [
    "import { readFileSync } from 'node:fs';",
    `import { ${names.join(', ')} } from 'oferta/agreement';`,
    "import { kz } from 'oferta/calendars/kz';",
    "import { ru } from 'oferta/calendars/ru';",
    '',
    isChanged
      ? `const agreement = withReadings(${defined}, ${JSON.stringify(changed)});`
      : `const agreement = ${defined};`,
    `const facts = ${JSON.stringify(facts, null, 2)};`,
    '',
    ...asked.map((ask) =>
      ask.startsWith('table:')
        ? `console.log(JSON.stringify(decide(agreement, ${JSON.stringify(ask.slice('table:'.length))}, facts).outcome));`
        : `console.log(JSON.stringify(evaluate(agreement, ${JSON.stringify(ask)}, facts).value));`,
    ),
    '',
  ].join('\n');
}
