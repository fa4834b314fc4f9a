import type { AccountEvent } from '../agreement/account/accountEvent.js';
import type { Entry } from '../agreement/account/accountJson.js';
import type { Accrual } from '../agreement/account/accruals.js';
import type { Statement } from '../agreement/account/statement.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import { causeEventOf } from '../agreement/statement/causeEventOf.js';
import { fromStatement } from '../agreement/statement/fromStatement.js';
import { plainText } from '../agreement/statement/plainText.js';
import { Wording } from '../agreement/statement/wording.js';
import { requireTerms } from '../errors/requireTerms.js';

/** The options of a table. */
export interface StatementCsvOptions {
  readonly agreement: Agreement;
  /** The events, whose descriptions are shown next to their amounts. */
  readonly events: readonly AccountEvent[];
  readonly language: ExplainLanguage;
}

/** The column titles; the last four are for programs and the same in every language. */
const titles: Readonly<Record<ExplainLanguage, readonly string[]>> = {
  en: ['account', 'day', 'kind', 'where', 'amount', 'currency', 'balance after', 'what', 'event', 'clauses'],
  ru: ['счёт', 'день', 'вид', 'где', 'сумма', 'валюта', 'баланс после', 'что', 'событие', 'пункты'],
  kk: ['шот', 'күні', 'түрі', 'қайда', 'сомасы', 'валюта', 'кейінгі теңгерім', 'не', 'оқиға', 'тармақтар'],
};
const programTitles = ['computation', 'eventId', 'posting', 'key'];

const words: Readonly<Record<ExplainLanguage, Readonly<Record<'entry' | 'accrual' | 'balance' | 'payout', string>>>> = {
  en: { entry: 'entered', accrual: 'accruing', balance: 'balance', payout: 'paid out' },
  ru: { entry: 'проведено', accrual: 'начисляется', balance: 'баланс', payout: 'выплата' },
  kk: { entry: 'өткізілген', accrual: 'есептелуде', balance: 'теңгерім', payout: 'төлем' },
};

/**
 * The amounts of a statement for a spreadsheet: the entries in order, then accruals, events and decisions in words. RFC
 * 4180 with CRLF, and a byte order mark, without which spreadsheets misread non-ASCII letters. Sums are plain decimals;
 * a text that a spreadsheet would evaluate as a formula is prefixed with an apostrophe.
 *
 * @throws {@link AgreementError} `argument-invalid` for a statement or events that were altered, an unknown language or what is no agreement.
 * @example
 * ```ts
 * const told = replay(agreement, events, '2026-12-31');
 * statementCsv(told, { agreement, events, language: 'en' }).split('\r\n')[0]?.includes('amount,currency') // => true
 * ```
 */
export function statementCsv(statement: Statement, options: StatementCsvOptions): string {
  requireTerms(options);
  return fromStatement(statement, () => tableOf(statement, options));
}

function tableOf(statement: Statement, { agreement, events, language }: StatementCsvOptions): string {
  const wording = new Wording(agreement, language);
  const said = words[language];
  const account = statement.account ?? '';
  const what = ({ computation, decision }: Pick<Entry, 'computation' | 'decision'>): string =>
    decision !== undefined
      ? wording.question(decision.question)
      : computation === undefined
        ? ''
        : wording.computation(computation);
  const eventOf = (cause: string | null): string => {
    const event = causeEventOf(cause, events);
    return event === undefined ? '' : wording.event(event, { withSums: false });
  };
  const program = ({ computation, event, posting, key }: Entry | Accrual): string[] => [
    computation ?? '',
    event ?? '',
    posting,
    key,
  ];
  const clausesOf = (cites: readonly string[]): string => cites.map((clause) => wording.clauseNumber(clause)).join(' ');
  const entries = statement.entries.map((entry) => [
    account,
    entry.on,
    said.entry,
    said[entry.account],
    entry.amount.amount,
    entry.amount.currency,
    entry.balanceAfter.amount,
    what(entry),
    eventOf(entry.event),
    clausesOf(entry.cites),
    ...program(entry),
  ]);
  const accruals = statement.accruals.map((accrual) => [
    account,
    statement.asOf,
    said.accrual,
    '',
    accrual.amount.amount,
    accrual.amount.currency,
    '',
    wording.accrual(accrual),
    eventOf(accrual.event),
    clausesOf(accrual.cites),
    ...program(accrual),
  ]);
  const rows = [[...titles[language], ...programTitles], ...entries, ...accruals];
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * One cell, on one line. What a spreadsheet would take for a formula is marked as text, unless it is a number, even
 * after a semicolon, which separates cells where the comma is the decimal mark. A text with separators is quoted.
 */
function cell(written: string): string {
  const text = plainText(written);
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = isNumber ? text : text.replace(/^(?=\s*[=+\-@＝＋－＠])|(?<=;\s*)(?=[=+\-@＝＋－＠])/g, "'");
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
