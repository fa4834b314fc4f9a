// A browser, a server, and a list of cases: what the browser tests share.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from '../serve.mjs';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../../..');
export const output = join(here, 'output');

const cases = [];

/** A case of a group; it fails by throwing. @param {string} name @param {(site: any) => Promise<void>} check */
export function test(name, check) {
  cases.push({ name, check });
}

/** Throws with both values if they differ. */
export function same(is, expected, what = 'value') {
  const [a, b] = [JSON.stringify(is), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: is ${a}, expected ${b}`);
}

/** Throws if a condition is false. */
export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

/** Replaces no-break spaces by ordinary ones. */
export const plain = (text) =>
  (text ?? '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Runs every case and says how many passed; the tally is for `npm test`. */
/** Cases of the short form, which `npm test` can afford: one for each thing that must never break. */
const inShort = [
  '1 answers',
  '4 only',
  '5 a link',
  '5 hostile',
  '8 JSON',
  '10 everything',
  '16 nothing is asked',
  'an account: add',
  'an agreement of one',
  'sizes',
];

export async function runAll() {
  mkdirSync(output, { recursive: true });
  rmSync(join(root, 'node_modules/.setup/site.json'), { force: true });
  const executablePath = execFileSync(process.execPath, [join(root, 'scripts/setup.mjs'), '--browser'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
  // Below a path, as a host might serve it.
  const { server, address } = await serveSite({ under: '/some/where/' });
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  const contexts = new Map();
  const [only] = process.argv.slice(2).filter((word) => word !== '--short');
  const short = process.argv.includes('--short');
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const began = Date.now();
  try {
    for (const { name, check } of cases) {
      if (only !== undefined && !name.includes(only)) continue;
      if (short && !inShort.some((begin) => name.startsWith(begin))) continue;
      const start = Date.now();
      const opened = [];
      const site = {
        address,
        browser,
        /** A page at an address. Pages of the same kind share a context, so that what was loaded once is not loaded again. */
        async open(path, options = {}) {
          const key = JSON.stringify(options);
          const context =
            contexts.get(key) ??
            (await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', ...options }));
          contexts.set(key, context);
          const page = await context.newPage();
          opened.push(page);
          page.problems = [];
          page.requests = [];
          page.on('pageerror', (error) => page.problems.push(String(error.stack ?? error)));
          page.on('console', (message) => {
            if (message.type() === 'error') page.problems.push(message.text());
          });
          page.on('request', (request) => page.requests.push(request.url()));
          await page.goto(address + path);
          await ready(page);
          return page;
        },
      };
      try {
        await check(site);
        for (const page of opened) holds(page.problems.length === 0, `the page said: ${page.problems.join('; ')}`);
        tally.passed += 1;
        process.stdout.write(`ok      ${((Date.now() - start) / 1000).toFixed(1)} s  ${name}\n`);
      } catch (error) {
        tally.failed += 1;
        process.stdout.write(
          `FAILED  ${((Date.now() - start) / 1000).toFixed(1)} s  ${name}\n        ${String(error.message).split('\n').slice(0, 4).join(' ').slice(0, 900)}\n`,
        );
      }
      for (const page of opened) await page.close().catch(() => undefined);
    }
  } finally {
    await browser.close();
    server.close();
  }
  process.stdout.write(
    `${((Date.now() - began) / 1000).toFixed(1)} s, ${tally.passed} passed, ${tally.failed} failed\n`,
  );
  mkdirSync(join(root, 'node_modules/.setup'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.setup/site.json'), JSON.stringify(tally));
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

/** Waits until the page has content of its own. */
export async function ready(page) {
  await page.waitForSelector('main h1', { timeout: 20_000 });
}

/** The figure of an answer by its question; undefined if it has none. */
export async function figure(page, ask) {
  const card = page.locator(`.card[data-ask="${ask}"]`);
  await card.waitFor({ timeout: 10_000 });
  const found = card.locator('.figure:not(.none)');
  return (await found.count()) === 0 ? undefined : plain(await found.first().textContent());
}
