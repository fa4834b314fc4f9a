import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDaemon } from '../daemon.mjs';
import { openDatabase } from '../database.mjs';
import { readSettings } from '../settings.mjs';
import { dayAt, isChargingTime } from '../window.mjs';
import { database, run } from './support.mjs';

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'billing-daemon-'));
  expect(
    run('seed', '--database', join(folder, 'data'), '--accounts', '20', '--slice-size', '10', '--day', '2026-01-01')
      .status,
  ).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('charges are made from 03:00 to 05:00 GMT, for the day it then is in Almaty', async () => {
  const { database: opened, catalogue } = await database('streaming-center', { through: '2026-01-01' });
  const { rules } = catalogue;
  const cases = [
    ['2026-01-05T02:59:59Z', false],
    ['2026-01-05T03:00:00Z', true],
    ['2026-01-05T04:59:59Z', true],
    ['2026-01-05T05:00:00Z', true],
    ['2026-01-05T05:00:01Z', false],
    ['2026-01-05T08:00:00+05:00', true],
  ];
  expect(cases.map(([at]) => [at, isChargingTime(rules, at)])).toEqual(cases);
  expect(dayAt(rules, '2026-01-05T18:59:59Z')).toBe('2026-01-05');
  expect(dayAt(rules, '2026-01-05T19:00:00Z')).toBe('2026-01-06');
  await opened.close();
});

test('the daemon waits for the window, makes up the days that are missing, and stops when it is told to', async () => {
  const { settings } = readSettings(['--database', join(folder, 'data')]);
  let now = '2026-01-04T02:59:00Z';
  const stop = new AbortController();
  let port;
  const daemon = runDaemon(
    { ...settings, port: 0 },
    { now: () => now, interval: 50, signal: stop.signal, onListening: (at) => (port = at) },
  );
  const ask = async (path, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return [response.status, await response.text()];
  };
  const until = async (condition) => {
    for (let tries = 0; !(await condition()); tries += 1) {
      if (tries > 600) throw new Error('it did not come about');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await until(() => port !== undefined);
  expect(await ask('/healthz')).toEqual([200, 'ok\n']);
  // Outside the window a run is refused, and nothing was charged.
  expect(await ask('/run', 'POST')).toEqual([409, '{"charged":false,"because":"outside-window"}\n']);
  expect((await ask('/metrics'))[1]).toContain(`billing_through_seconds{node="0"} ${Date.UTC(2026, 0, 1) / 1000}\n`);
  now = '2026-01-04T03:00:00Z';
  await until(async () =>
    (await ask('/metrics'))[1].includes(`billing_through_seconds{node="0"} ${Date.UTC(2026, 0, 4) / 1000}\n`),
  );
  const [, metrics] = await ask('/metrics');
  // Three days of twenty accounts, in two slices.
  expect(metrics).toContain('billing_slices_charged_total 2\n');
  expect(metrics).toContain('billing_entries_total 60\n');
  // The clock jumps back: what was charged stays charged.
  now = '2026-01-03T03:30:00Z';
  expect((await ask('/run', 'POST'))[0]).toBe(200);
  // Forced, it charges outside the window as well.
  now = '2026-01-05T12:00:00Z';
  expect(await ask('/run?force=1', 'POST')).toEqual([200, '{"charged":true,"day":"2026-01-05"}\n']);
  expect((await ask('/metrics'))[1]).toContain('billing_entries_total 80\n');
  expect((await ask('/no-such-page'))[0]).toBe(404);
  stop.abort();
  await daemon;
  const opened = await openDatabase(join(folder, 'data'));
  expect(await opened.query('select distinct through from slice')).toEqual([['2026-01-05']]);
  await opened.close();
});
