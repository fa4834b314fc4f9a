import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterEvent, enterTopUp } from '../desk.mjs';
import { pathOf, signatureOf, startPages } from '../page.mjs';
import { pageWords } from '../pageWords.mjs';
import { charge, database } from './support.mjs';

const secret = 'a secret of the test';
const hostile = '<script>document.title="broken"</script>"\'&';
let open;
let pages;

beforeAll(async () => {
  open = await database('streaming-center', {
    through: '2025-12-31',
    prices: [['radio', '2025-06-01', 3100]],
    accounts: [
      ['radio', '2026-01-01', '2026-01-01T00:15:00Z'],
      ['radio', '2026-01-01', '2026-01-01T00:15:00Z'],
    ],
  });
  for (const account of [1, 2])
    await enterTopUp(open.database, open.catalogue, {
      account,
      id: 'first',
      day: '2026-01-01',
      at: '2026-01-01T00:15:00Z',
      amount: 3000 * account,
    });
  await charge(open, '2026-01-10');
  const body = JSON.stringify({
    kind: 'ipClaimNotified',
    claim: hostile,
    service: 'radio',
    at: '2026-01-10T12:00:00Z',
  });
  await enterEvent(open.database, open.catalogue, { account: 2, id: hostile, day: '2026-01-10', body });
  pages = await startPages([open], { secret });
});
afterAll(async () => {
  await pages.close();
  await open.database.close();
});

const get = async (path) => {
  const response = await fetch(`http://127.0.0.1:${pages.port}${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

test('the page tells what is left, how long it lasts, and what would come back', async () => {
  const { status, text } = await get(pathOf(secret, 1));
  expect(status).toBe(200);
  // 30.00 less ten days of 1.00; 20 days more are paid, through 30 January.
  expect(text).toContain('<dd>20.00 USD</dd>');
  expect(text).toContain('<dd>2026-01-30</dd>');
  expect(text).toMatch(/Back if closed today<\/dt><dd>20\.00 USD<small>3\.2\.2, 4\.10, 4\.11<\/small>/);
  expect(text).toContain('<td>charge<small>4.2, 4.5, 4.4</small></td><td class="sum">-1.00</td>');
  // Ten steps from 29.00, the highest, down to 20.00: of 90 units in height, 62 are left (20 / 29).
  expect(text).toMatch(/<polyline points="0\.0,5\.0 100\.0,5\.0 [^"]* 1000\.0,32\.9"\/>/);
  expect(text).toContain('<span>2026-01-01: 29.00</span><span>2026-01-10: 20.00</span>');
  expect(text).toContain('<li>2026-12-31: the term ends</li>');
});

test('in Russian the deadlines and the statement are Russian too', async () => {
  const russian = await startPages([open], { secret, language: 'ru' });
  try {
    const response = await fetch(`http://127.0.0.1:${russian.port}${pathOf(secret, 1)}`);
    const text = await response.text();
    expect(text).toContain('<html lang="ru">');
    expect(text).toContain('<h1>Счёт 1</h1>');
    expect(text).toMatch(/<li>2026-12-31: [а-яё ]+<\/li>/);
    expect(text).toMatch(/<h3>[^<]*баланс:\s20,00/);
  } finally {
    await russian.close();
  }
});

test('every language of the page has the same words', () => {
  const names = Object.keys(pageWords.en);
  for (const [language, words] of Object.entries(pageWords)) {
    expect([language, Object.keys(words)]).toEqual([language, names]);
    expect([language, Object.values(words).filter((word) => word.trim() === '')]).toEqual([language, []]);
  }
  expect(Object.keys(pageWords)).toEqual(['en', 'ru', 'kk']);
});

describe('who has no signed address of the account reads nothing', () => {
  test.each([
    { because: 'no signature', path: () => '/account/2' },
    { because: 'the signature of another account', path: () => `/account/2?key=${signatureOf(secret, 1)}` },
    {
      because: 'the signature of another secret',
      path: () => `/account/2?key=${signatureOf('another secret, as long', 2)}`,
    },
    { because: 'a signature cut short', path: () => `/account/2?key=${signatureOf(secret, 2).slice(0, -1)}` },
    { because: 'the number written otherwise', path: () => `/account/02?key=${signatureOf(secret, 2)}` },
    { because: 'an account that is not there', path: () => pathOf(secret, 999) },
    {
      because: 'a number with a statement behind it',
      path: () => `/account/2%3B%20drop%20table%20account?key=${signatureOf(secret, 2)}`,
    },
    { because: 'another page', path: () => `/../account/2?key=${signatureOf(secret, 1)}` },
  ])('$because', async ({ path }) => {
    const { status, text } = await get(path());
    expect(status).toBe(404);
    expect(text).toBe((await get('/')).text.replace(/nonce="[^"]*"/, /nonce="[^"]*"/.exec(text)[0]));
    expect(text).not.toContain('USD');
  });
});

test('nothing that was entered becomes a part of the page', async () => {
  const { text, headers } = await get(pathOf(secret, 2));
  expect(text).not.toContain('<script');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
  expect(headers.get('cache-control')).toBe('no-store');
});

/** An installed browser, or one that the set-up of the project installs. */
function browser() {
  const setup = fileURLToPath(new URL('../../../../scripts/setup.mjs', import.meta.url));
  return execFileSync(process.execPath, [setup, '--browser'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}

test('a browser shows it, and runs nothing of what was entered', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'billing-browser-'));
  try {
    const address = `http://127.0.0.1:${pages.port}${pathOf(secret, 2)}`;
    const shown = await new Promise((resolve) => {
      // Not spawnSync: the page is served by this process.
      import('node:child_process').then(({ execFile }) =>
        execFile(
          browser(),
          [
            '--headless=new',
            '--no-sandbox',
            '--disable-gpu',
            `--user-data-dir=${profile}`,
            '--window-size=390,844',
            ...(process.env['BILLING_SCREENSHOT']
              ? [`--screenshot=${process.env['BILLING_SCREENSHOT']}`]
              : ['--dump-dom']),
            address,
          ],
          { timeout: 60_000, maxBuffer: 10_000_000 },
          (_, stdout) => resolve(stdout),
        ),
      );
    });
    if (process.env['BILLING_SCREENSHOT']) return;
    expect(shown).toContain('<title>Account 2</title>');
    expect(shown).toContain('50.00 USD');
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
