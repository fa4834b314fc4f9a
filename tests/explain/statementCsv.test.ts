import type { Statement } from 'oferta/agreement';
import { replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { statementCsv } from '../../src/explain/statementCsv.js';
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
  const text = statementCsv(of, { agreement: autocall, events: autocallEvents, language });
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [head = [], ...rows] = readCsv(text.slice(1));
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
}

describe('statementCsv', () => {
  it.each([
    ['en', 'account,day,kind,where,amount,currency,balance after,what,event,clauses'],
    ['ru', 'счёт,день,вид,где,сумма,валюта,баланс после,что,событие,пункты'],
    ['kk', 'шот,күні,түрі,қайда,сомасы,валюта,кейінгі теңгерім,не,оқиға,тармақтар'],
  ] as const)('is headed in words of its language, and for programs alike: %s', (language, titles) => {
    const text = statementCsv(statement, { agreement: autocall, events: autocallEvents, language });
    expect(text.slice(1, text.indexOf('\r\n'))).toBe(`${titles},computation,eventId,posting,key`);
  });

  it('puts clauses apart', () => {
    const clauses = tableOf(statement).map((row) => row['clauses'] ?? '');
    expect(clauses.some((cell) => / /.test(cell))).toBe(true);
  });

  it('has a row for each entry and each sum that runs, with sums as plain decimals', () => {
    const rows = tableOf(statement);
    expect(rows).toHaveLength(statement.entries.length + statement.accruals.length);
    expect(rows.find((row) => row['eventId'] === 'e09' && row['kind'] === 'entered')).toEqual({
      account: '',
      day: '2026-03-19',
      kind: 'entered',
      where: 'balance',
      amount: '-100000.00',
      currency: 'KZT',
      'balance after': '-100000.00',
      what: 'fine for this breach',
      event: 'breach found (2.3.6)',
      clauses: '6.8',
      computation: '6.8/fine',
      eventId: 'e09',
      posting: 'fine-6.8',
      key: 'balance/fine-6.8/e09',
    });
    expect(rows.find((row) => row['eventId'] === 'e09' && row['kind'] === 'accruing')).toMatchObject({
      day: '2026-12-31',
      amount: '5000.00',
      'balance after': '',
      posting: 'penalty',
    });
  });

  it('speaks Russian where it speaks', () => {
    const rows = tableOf(statement, 'ru');
    expect(rows.map((row) => row['что'])).toContain('штраф за это нарушение');
    expect(rows.map((row) => row['событие'])).toContain('нарушение установлено (2.3.6)');
    // A decision is described by its question.
    expect(rows.find((row) => row['eventId'] === 'e04')?.['что']).toBe(autocall.tables.get('refund')?.label?.['ru']);
  });

  it('names the account, so that two customers can stand in one table', () => {
    const [one, other] = ['K-1', 'K-2'].map((account) =>
      tableOf(replay(autocall, autocallEvents, '2026-12-31', { account })),
    );
    expect(new Set(one?.map((row) => row['account']))).toEqual(new Set(['K-1']));
    expect(new Set([...(one ?? []), ...(other ?? [])].map((row) => row['key'])).size).toBe(2 * (one?.length ?? 0));
  });

  it('the sums of the balance add up to the balance', () => {
    const tiyn = tableOf(statement)
      .filter((row) => row['where'] === 'balance')
      .reduce((total, row) => total + BigInt((row['amount'] ?? '').replace('.', '')), 0n);
    expect(tiyn).toBe(BigInt(statement.balance.amount.replace('.', '')));
  });

  it.each([
    { id: '=1+1', cell: "'=1+1", because: 'a formula' },
    { id: '+1', cell: "'+1", because: 'a sign that begins a formula' },
    { id: '-2+3', cell: "'-2+3", because: 'a minus that begins a formula' },
    { id: '@SUM(A1)', cell: "'@SUM(A1)", because: 'an old sign of a formula' },
    { id: '\t=1', cell: "' =1", because: 'a formula behind a tab' },
    { id: '\r=1', cell: "' =1", because: 'a formula behind a line end' },
    { id: 'a"b', cell: 'a"b', because: 'a quotation mark' },
    { id: 'a,b', cell: 'a,b', because: 'a separator' },
    { id: 'a\r\nb', cell: 'a b', because: 'a line end is a space' },
    { id: 'a\u202eb\u001b[2J', cell: 'ab [2J', because: 'marks that turn the text, and escapes' },
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
    expect(tableOf(hostile)[0]?.['eventId']).toBe(cell);
  });
});
