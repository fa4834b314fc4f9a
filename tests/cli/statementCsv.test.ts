import type { Statement } from 'oferta/agreement';
import { replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { statementCsv } from '../../src/cli/statementCsv.js';
import { autocall, autocallEvents } from '../agreement/autocall.js';

const statement = replay(autocall, autocallEvents, '2026-12-31');

/** A reader of RFC 4180 that was written for this test alone. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest);
    const plain = /^([^",\r\n]*)(,|\r\n)/.exec(rest);
    const found = quoted ?? plain;
    if (found === null) throw new Error(`no cell at ${JSON.stringify(rest.slice(0, 40))}`);
    const [whole, cell = '', end] = found;
    row.push(quoted === null ? cell : cell.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(whole.length);
  }
  return rows;
}

function tableOf(of: Statement, language: 'en' | 'ru' = 'en'): Record<string, string>[] {
  const text = statementCsv(of, autocall, language);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [head = [], ...rows] = readCsv(text.slice(1));
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
}

describe('statementCsv', () => {
  it('has a row for each entry and each sum that runs, with sums as plain decimals', () => {
    const rows = tableOf(statement);
    expect(rows).toHaveLength(statement.entries.length + statement.accruals.length);
    expect(rows.find((row) => row['event'] === 'e09' && row['kind'] === 'entry')).toEqual({
      day: '2026-03-19',
      kind: 'entry',
      account: 'balance',
      amount: '-100000.00',
      currency: 'KZT',
      balanceAfter: '-100000.00',
      what: 'fine for this breach',
      clauses: '6.8',
      computation: '6.8/fine',
      event: 'e09',
      posting: 'fine-6.8',
      key: 'balance/fine-6.8/e09',
    });
    expect(rows.find((row) => row['event'] === 'e09' && row['kind'] === 'accrual')).toMatchObject({
      day: '2026-12-31',
      amount: '5000.00',
      balanceAfter: '',
      posting: 'penalty',
    });
  });

  it('speaks Russian where it speaks', () => {
    expect(tableOf(statement, 'ru').map((row) => row['what'])).toContain('штраф за это нарушение');
  });

  it('the sums of the balance add up to the balance', () => {
    const tiyn = tableOf(statement)
      .filter((row) => row['account'] === 'balance')
      .reduce((total, row) => total + BigInt((row['amount'] ?? '').replace('.', '')), 0n);
    expect(tiyn).toBe(BigInt(statement.balance.amount.replace('.', '')));
  });

  it.each([
    { id: '=1+1', cell: "'=1+1", because: 'a formula' },
    { id: '+1', cell: "'+1", because: 'a sign that begins a formula' },
    { id: '-2+3', cell: "'-2+3", because: 'a minus that begins a formula' },
    { id: '@SUM(A1)', cell: "'@SUM(A1)", because: 'an old sign of a formula' },
    { id: '\t=1', cell: "'\t=1", because: 'a formula behind a tab' },
    { id: '\r=1', cell: "'\r=1", because: 'a formula behind a line end' },
    { id: 'a"b', cell: 'a"b', because: 'a quotation mark' },
    { id: 'a,b', cell: 'a,b', because: 'a separator' },
    { id: 'a\r\nb', cell: 'a\r\nb', because: 'a line end' },
    { id: 'a;=1', cell: "a;'=1", because: 'a formula behind what separates cells elsewhere' },
    { id: 'a; @x;b', cell: "a; '@x;b", because: 'the same, with a space' },
    { id: '＝1', cell: "'＝1", because: 'a formula in wide letters' },
    { id: 'a=b', cell: 'a=b', because: 'a sign in the middle' },
    { id: '-5', cell: '-5', because: 'a number is no formula' },
    { id: '—', cell: '—', because: 'other letters' },
  ])('a text is a text in a spreadsheet: $because', ({ id, cell }) => {
    const [entry] = statement.entries;
    const hostile = {
      ...statement,
      entries: [{ ...(entry as (typeof statement.entries)[number]), event: id, key: 'k' }],
      accruals: [],
    };
    expect(tableOf(hostile)[0]?.['event']).toBe(cell);
  });
});
