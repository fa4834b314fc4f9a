import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../database.mjs';
import { barLine, progress } from '../progress.mjs';
import { chargeThrough } from '../run.mjs';
import { seed } from '../seed.mjs';
import { readSettings } from '../settings.mjs';
import { database, documentOf, run } from './support.mjs';

let folder;
let data;
const at = () => ['--database', data];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'billing-test-'));
  data = join(folder, 'data');
  const seeded = run('seed', ...at(), '--accounts', '30', '--slice-size', '10', '--day', '2026-01-01');
  expect(seeded.stderr).toBe('');
  expect(JSON.parse(seeded.stdout)).toMatchObject({ accounts: 30, slices: 3 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a run tells each slice in a line of JSON, and what came of it; a lock whose process is gone is taken over', () => {
  // No process has this number: it is above the largest that a kernel assigns.
  writeFileSync(join(data, 'billing.lock'), '4194305');
  const { status, stdout } = run('charge', ...at(), '--day', '2026-01-03');
  expect(status).toBe(0);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.slice(0, 3).map(({ slice, days, entries }) => [slice, days, entries])).toEqual([
    [0, 2, 20],
    [1, 2, 20],
    [2, 2, 20],
  ]);
  expect(lines[3]).toMatchObject({ day: '2026-01-03', slices: 3, entries: 60 });
});

test.each([
  {
    because: 'a sum below zero',
    words: ['top-up', '1', '-5', '--at', '2026-01-04', '--id', 'x'],
    says: 'amount-invalid',
  },
  { because: 'a day before the agreement', words: ['charge', '--day', '2024-08-17'], says: 'before-edition' },
  { because: 'no such command', words: ['chrage'], says: 'options-invalid' },
  { because: 'a page without a secret', words: ['link', '1'], says: 'options-invalid' },
  {
    because: 'an event the agreement does not know, which the package refuses',
    words: ['event', '1', '{"kind":"x"}', '--at', '2026-01-04T10:00:00Z', '--id', 'x'],
    says: 'events-invalid',
  },
])('$because: exit code 2, nothing on standard output', ({ words, says }) => {
  const { status, stdout, stderr } = run(...words, ...at());
  expect(stderr.split(':')[0]).toBe(says);
  // The code once, whoever refuses.
  expect(stderr.split(`${says}: `)).toHaveLength(2);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('what a run or a seed does not do, it refuses', async () => {
  const open = await database('streaming-center', {
    through: '2026-01-03',
    accounts: [['radio', '2026-01-04', '2026-01-04T00:15:00Z']],
  });
  const { settings } = readSettings([]);
  const refused = (change, day) => expect(chargeThrough({ ...settings, ...change }, [open], day)).rejects;
  await refused({}, '2024-08-17').toMatchObject({ code: 'before-edition' });
  await refused({}, '2062-01-04').toMatchObject({ code: 'day-too-far' });
  await refused({ workers: 2 }, '2026-01-04').toMatchObject({ code: 'options-invalid' });
  const again = { termsFile: settings.terms, document: documentOf('streaming-center'), accounts: 5 };
  await expect(seed(open.database, { ...again, day: '2026-01-01' })).rejects.toMatchObject({ code: 'already-seeded' });
  await expect(seed(open.database, { ...again, day: '2024-08-17' })).rejects.toMatchObject({ code: 'before-edition' });
  expect(await open.database.query('select through from slice')).toEqual([['2026-01-03']]);
  await open.database.close();
});

test('told to stop, a run finishes its slice and begins no other, on no node', async () => {
  const nodes = [];
  for (const node of [0, 1]) {
    const accounts = [1, 2].map(() => ['radio', '2026-01-04', '2026-01-04T00:15:00Z']);
    const prices = [['radio', '2025-06-01', 3100]];
    nodes.push(await database('streaming-center', { through: '2026-01-03', sliceSize: 1, prices, accounts, node }));
  }
  const { settings } = readSettings([]);
  const listeners = process.listenerCount('SIGTERM');
  const said = [];
  const { write } = process.stdout;
  const { exitCode } = process;
  process.stdout.write = (text) => {
    said.push(String(text));
    if (said.length === 1) process.emit('SIGTERM');
    return true;
  };
  try {
    await chargeThrough(settings, nodes, '2026-01-04');
    expect(process.exitCode).toBe(1);
  } finally {
    process.stdout.write = write;
    process.exitCode = exitCode;
  }
  const reached = [];
  for (const { database: opened } of nodes) {
    reached.push((await opened.query('select through from slice order by slice')).flat());
    await opened.close();
  }
  expect(reached).toEqual([
    ['2026-01-04', '2026-01-03'],
    ['2026-01-03', '2026-01-03'],
  ]);
  expect(process.listenerCount('SIGTERM')).toBe(listeners);
});

test('reconcile passes, and fails with exit code 1 where a row was changed', async () => {
  const good = run('reconcile', ...at());
  expect(good.stdout).toContain('\nreconciled\n');
  expect(good.status).toBe(0);
  const opened = await openDatabase(data);
  await opened.query('update account set balance = balance + 1 where account = 7');
  await opened.close();
  const bad = run('reconcile', ...at());
  expect(bad.status).toBe(1);
  expect(bad.stdout).toContain('account 7: the balance is not what the ledger comes to');
  const again = await openDatabase(data);
  await again.query('update account set balance = balance - 1 where account = 7');
  await again.close();
});

test('a database of a newer schema is refused unchanged', async () => {
  const opened = await openDatabase(data);
  await opened.query("insert into schema_version values (900, '900-later.sql')");
  await opened.close();
  const { status, stderr } = run('charge', ...at(), '--day', '2026-01-04');
  expect([status, stderr]).toEqual([
    2,
    'schema-newer: the database has schema 900, this program knows schemas through 4\n',
  ]);
  const again = await openDatabase(data);
  expect(await again.query('select max(through) from slice')).toEqual([['2026-01-03']]);
  await again.query('delete from schema_version where version = 900');
  await again.close();
});

test('a folder that is not there is refused by everything but a seed, and not made', () => {
  const none = join(folder, 'acounts');
  const { status, stderr } = run('status', '--database', none);
  expect([status, stderr]).toEqual([2, `database-empty: ${none} holds no accounts: seed it first\n`]);
  expect(existsSync(none)).toBe(false);
});

test('a folder in use is refused to a second process', async () => {
  const opened = await openDatabase(data);
  const { status, stderr } = run('status', ...at());
  expect([status, stderr]).toEqual([2, `database-locked: ${data} is in use by process ${process.pid}\n`]);
  await opened.close();
});

test('a folder that holds something else is refused, and left as it was', () => {
  const other = mkdtempSync(join(folder, 'other-'));
  writeFileSync(join(other, 'letter.txt'), 'dear');
  const { status, stderr } = run('status', '--database', other);
  expect([status, stderr.split(':')[0]]).toEqual([2, 'database-invalid']);
  expect(readdirSync(other)).toEqual(['letter.txt']);
});

test('a corrupted folder is refused with a clear error', () => {
  truncateSync(join(data, 'global', 'pg_control'), 100);
  const { status, stderr } = run('status', ...at());
  expect([status, stderr.split(':')[0]]).toEqual([2, 'database-corrupt']);
});

test('a server that is not there is refused', () => {
  const { status, stderr } = run('status', '--database', 'postgres://billing:hidden@127.0.0.1:1/none');
  expect([status, stderr.split(':')[0]]).toEqual([2, 'database-unreachable']);
  expect(stderr).not.toContain('hidden');
});

test('everything that is wrong with the options is told at once', () => {
  expect(() =>
    readSettings(['--day', '2026-02-30', '--workers', '0', '--colour', 'x', '--secret', 'short', '--lang', 'fr']),
  ).toThrow(
    expect.objectContaining({
      code: 'options-invalid',
      message: expect.stringMatching(/colour[\s\S]*workers|workers[\s\S]*colour/),
    }),
  );
  expect(() => readSettings(['--streams', 'nats://127.0.0.1:4222', '--database', 'postgres://a,data'])).toThrow(
    '--streams needs PostgreSQL',
  );
  expect(readSettings(['7', '--day=2026-03-02', '--workers', '3'], { BILLING_DATABASE: 'd' })).toMatchObject({
    words: ['7'],
    settings: { day: '2026-03-02', workers: 3, database: 'd' },
  });
});

test('the bar tells the share, the rate and what is left', () => {
  // 3 of 4 slices in 30 s leave 10 s.
  expect(barLine({ label: '2026-01-03', done: 3, slices: 4, entries: 15_000, seconds: 30, width: 80 })).toBe(
    `2026-01-03 [${'#'.repeat(30)}${'.'.repeat(10)}]  75 %  500/s  0:10 left`,
  );
  const shown = [];
  const stream = { isTTY: true, columns: 60, write: (text) => shown.push(text) };
  const bar = progress({ slices: 1, label: 'x', stream });
  bar.slice({ entries: 5 });
  expect(bar.end()).toMatchObject({ slices: 1, entries: 5 });
  expect(shown.join('')).toContain('100 %');
});
