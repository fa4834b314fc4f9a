import type { Statement } from '../agreement/account/statement.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Agreement } from '../agreement/model/defineAgreement.js';
import { Wording } from '../agreement/statement/wording.js';

const columns = [
  'day',
  'kind',
  'account',
  'amount',
  'currency',
  'balanceAfter',
  'what',
  'clauses',
  'computation',
  'event',
  'posting',
  'key',
];

/**
 * The sums of a statement for a spreadsheet: entries in their order, then what runs with the day. RFC 4180 with CRLF; a byte order mark stands
 * first, without which a spreadsheet reads other letters than English wrong. Sums are plain decimals; a text that a spreadsheet would run as a
 * formula has an apostrophe before it.
 */
export function statementCsv(statement: Statement, agreement: Agreement, language: ExplainLanguage): string {
  const wording = new Wording(agreement, language);
  const what = (computation: string | undefined): string =>
    computation === undefined ? '' : wording.computation(computation);
  const entries = statement.entries.map((entry) => [
    entry.on,
    'entry',
    entry.account,
    entry.amount.amount,
    entry.amount.currency,
    entry.balanceAfter.amount,
    entry.decision === undefined ? what(entry.computation) : `${entry.decision.question} (${entry.decision.row})`,
    entry.cites.join(' '),
    entry.computation ?? '',
    entry.event ?? '',
    entry.posting,
    entry.key,
  ]);
  const accruals = statement.accruals.map(({ amount, computation, cites, event, posting, key }) => [
    statement.asOf,
    'accrual',
    '',
    amount.amount,
    amount.currency,
    '',
    what(computation),
    cites.join(' '),
    computation ?? '',
    event ?? '',
    posting,
    key,
  ]);
  const rows = [columns, ...entries, ...accruals].map((row) => `${row.map(cell).join(',')}\r\n`);
  return `\ufeff${rows.join('')}`;
}

/**
 * One cell: what a spreadsheet would take for a formula is marked as text, unless it is a number, also behind a semicolon, which separates cells
 * where a comma separates decimals; what has separators stands in quotes.
 */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = isNumber ? text : text.replace(/^(?=[=+\-@＝＋－＠\t\r\n])|(?<=;\s*)(?=[=+\-@＝＋－＠])/g, "'");
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
