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

/**
 * A case; it fails by throwing. The number before its name is its group. One that measures is run after all others, `alone`; one that takes `long` is
 * begun first, so that nothing waits for it in the end. In the short run, which `npm test` can afford, `part(all, some)` gives some of what the case
 * goes through.
 *
 * @param {string} name
 * @param {(site: Site) => Promise<void>} check
 * @param {{ alone?: boolean, long?: boolean, nightly?: boolean }} [options]
 */
export function test(name, check, { alone = false, long = false, nightly = false } = {}) {
  cases.push({ name, check, alone, long, nightly });
}

/** A case that the short run leaves out. */
export function nightly(name, check, options) {
  test(name, check, { ...options, nightly: true });
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

/** What both runs must reach: every group, every agreement, every language. */
const toReach = [
  ...Array.from({ length: 18 }, (_, at) => `group ${at + 1}`),
  ...['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'].map((id) => `agreement ${id}`),
  ...['en', 'ru', 'kk'].map((lang) => `language ${lang}`),
];
const reached = new Set();

/** The agreement and the language of an address. */
function reachedBy(path) {
  const agreement = /[#&]a=([\w-]+)|^(?:examples|clauses)\/([\w-]+)/.exec(path);
  return [`agreement ${agreement?.[1] ?? agreement?.[2]}`, `language ${/[#&]lang=(\w+)/.exec(path)?.[1] ?? 'en'}`];
}

/** What a case is given. @typedef {{ address: string, browser: import('playwright-core').Browser, open: Function, release: Function, part: Function }} Site */

/** Runs every case, two at a time, and says how many passed; the tally is for `npm test`. */
export async function runAll() {
  mkdirSync(output, { recursive: true });
  rmSync(join(root, 'node_modules/.setup/site.json'), { force: true });
  const executablePath = execFileSync(process.execPath, [join(root, 'scripts/setup.mjs'), '--browser'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
  // Below a path, as a host might serve it.
  const { server, address } = await serveSite({ under: '/some/where/', compress: false });
  const launch = () =>
    chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    });
  const [only] = process.argv.slice(2).filter((word) => word !== '--short');
  const short = process.argv.includes('--short');
  const chosen = cases.filter(
    ({ name, nightly: left }) => (only === undefined || name.includes(only)) && !(short && left),
  );
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const began = Date.now();
  const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);
  /** Takes cases from the list until none is left, in a browser of its own: of two pages in one, that behind gets a frame a second. */
  const run = async (list) => {
    if (list.length === 0) return;
    const browser = await launch();
    const pages = new Pages(browser, address);
    for (let next = list.shift(); next !== undefined; next = list.shift()) {
      const { name, check } = next;
      const start = Date.now();
      try {
        await check({
          address,
          browser,
          open: (path, options) => pages.open(path, options),
          release: (page) => pages.release(page),
          part: (all, some) => (short ? some : all),
        });
        pages.requireQuiet();
        tally.passed += 1;
        reached.add(`group ${Number.parseInt(name, 10)}`);
        process.stdout.write(`ok      ${seconds(start)} s  ${name}\n`);
      } catch (error) {
        tally.failed += 1;
        process.stdout.write(
          `FAILED  ${seconds(start)} s  ${name}\n        ${String(error.message).split('\n').slice(0, 4).join(' ').slice(0, 900)}\n`,
        );
      }
      await pages.releaseAll();
    }
    await browser.close();
  };
  try {
    const shared = chosen.filter(({ alone }) => !alone).sort((a, b) => Number(b.long) - Number(a.long));
    await Promise.all(shared.length > 1 ? [run(shared), run(shared)] : [run(shared)]);
    await run(chosen.filter(({ alone }) => alone));
  } finally {
    server.close();
  }
  const missed = only === undefined ? toReach.filter((one) => !reached.has(one)) : [];
  if (missed.length > 0) {
    tally.failed += 1;
    process.stdout.write(`FAILED  not reached: ${missed.join(', ')}\n`);
  }
  process.stdout.write(`${seconds(began)} s, ${tally.passed} passed, ${tally.failed} failed\n`);
  mkdirSync(join(root, 'node_modules/.setup'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.setup/site.json'), JSON.stringify(tally));
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

/** The pages of the cases that run one after another. A page that is no longer needed is emptied and used again, since a new one takes half a second. */
class Pages {
  #browser;
  #address;
  #contexts = new Map();
  /** Pages in use, with the context each belongs to. */
  #open = new Map();
  /** Pages that wait, by their context. */
  #waiting = new Map();
  /** What pages said that were given back during the case. */
  #said = [];

  constructor(browser, address) {
    this.#browser = browser;
    this.#address = address;
  }

  /**
   * A page at an address, pictures and all unless only its `top` is wanted. Pages of the same kind share a context, so that what was loaded
   * once is not loaded again; a `fresh` page has one of its own.
   */
  async open(path, { top = false, fresh = false, ...options } = {}) {
    const key = fresh ? Symbol('fresh') : JSON.stringify(options);
    const viewport = options.viewport ?? { width: 1280, height: 900 };
    const context =
      this.#contexts.get(key) ?? (await this.#browser.newContext({ serviceWorkers: 'block', ...options, viewport }));
    this.#contexts.set(key, context);
    const page = this.#waiting.get(key)?.pop() ?? (await listenedPage(context));
    page.problems = [];
    page.requests = [];
    this.#open.set(page, key);
    await page.setViewportSize(viewport);
    await page.bringToFront();
    await page.goto(this.#address + path);
    await ready(page);
    for (const one of reachedBy(path)) reached.add(one);
    if (!top) await withPictures(page);
    return page;
  }

  /** Throws if a page of the case reported an error. */
  requireQuiet() {
    const said = [...this.#said, ...[...this.#open.keys()].flatMap(({ problems }) => problems)];
    holds(said.length === 0, `the page said: ${said.join('; ')}`);
  }

  /** Empties a page, so that the next one can use it. */
  async release(page) {
    const key = this.#open.get(page);
    this.#open.delete(page);
    this.#said.push(...page.problems);
    if (typeof key === 'symbol') {
      this.#contexts.delete(key);
      return page
        .context()
        .close()
        .catch(() => undefined);
    }
    try {
      await page.goto('about:blank');
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), page]);
    } catch {
      await page.close().catch(() => undefined);
    }
  }

  async releaseAll() {
    for (const page of [...this.#open.keys()]) await this.release(page);
    this.#said = [];
  }
}

/** A new page that remembers its errors and its requests. */
async function listenedPage(context) {
  const page = await context.newPage();
  page.on('pageerror', (error) => page.problems.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => page.requests.push(request.url()));
  return page;
}

/** Waits until the page has content of its own. */
export async function ready(page) {
  await page.waitForSelector(':is(main, [role="main"]) h1', { timeout: 20_000 });
}

/** Brings what follows the answers and the pictures into sight, where they are loaded, and goes back to the top. */
export async function withPictures(page) {
  const below = page.locator('.below');
  if ((await below.count()) === 0) return;
  await below.scrollIntoViewIfNeeded();
  await page.waitForSelector('.below .take-away', { state: 'attached', timeout: 10_000 });
  const place = page.locator('.pictures');
  if ((await place.count()) > 0) {
    await place.scrollIntoViewIfNeeded();
    // Drawn, even if none of the answers has a picture.
    await page.waitForSelector('.pictures[data-drawn]', { state: 'attached', timeout: 10_000 });
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Waits until a change of the window or of the style was laid out and drawn; pictures are drawn again in the frame after. */
export async function drawn(page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** The figure of an answer by its question; undefined if it has none. */
export async function figure(page, ask) {
  const card = page.locator(`.card[data-ask="${ask}"]`);
  await card.waitFor({ timeout: 10_000 });
  const found = card.locator('.figure:not(.none)');
  return (await found.count()) === 0 ? undefined : plain(await found.first().textContent());
}
