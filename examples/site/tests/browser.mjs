// The pages in a browser. Expected amounts and days are worked out by hand next to them; the day-by-day penalty is calculated by separate code.
//
//   node examples/site/tests/browser.mjs [part of a name] [--short]     needs site/ built; --short is what `npm test` runs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import ICAL from 'ical.js';
import { policy } from '../build/pages.mjs';
import { serveSite } from '../serve.mjs';
import { find } from '../src/search/find.js';
import {
  drawn,
  figure,
  here,
  holds,
  nightly,
  output,
  plain,
  ready,
  root,
  runAll,
  same,
  test,
  withPictures,
} from './harness.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const agreements = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'];
const views = Object.fromEntries(
  agreements.map((id) => [id, JSON.parse(readFileSync(join(here, `../views/${id}.json`), 'utf8')).views]),
);

// 1. The initial cases of the site.
const firstCases = [
  // 20 days of 100.00, then 53 days of 60.00 are 5,180; the cap is 5 % of 100,000.
  ['autocall', 'penalty', 0, '6.10/penalty', '5 000.00 ₸'],
  // 1 to 20 April are 20 days of 0.1 % of 100,000.
  ['autocall', 'penalty', 1, '6.10/penalty', '2 000.00 ₸'],
  ['autocall', 'penalty', 2, '6.10/penalty', '0.00 ₸'],
  // The working calendar ends on 31 December 2027.
  ['autocall', 'penalty', 3, '6.10/penalty', undefined],
  // 50,000 less 4,500 of fines, requested on the fourteenth day.
  ['autocall', 'refund', 0, 'table:refund', '45 500.00 ₸'],
  // 114,000 less 74,000 at base prices.
  ['autocall', 'refund', 2, 'table:refund', '40 000.00 ₸'],
  ['autocall', 'refund', 3, 'table:refund', undefined],
  // 5 % of the 80,000 that were paid; 10 % of the price of 120,000.
  ['center-pro', 'liability', 0, '7.6.2/payable', '4 000.00 ₸'],
  ['center-pro', 'liability', 0, '7.7/payable', '12 000.00 ₸'],
  // 12,000 less the 11,000 compensated before.
  ['center-pro', 'liability', 1, '7.7/payable', '1 000.00 ₸'],
  // A message read too late is the client's own loss: 7.9.3.
  ['center-pro', 'liability', 2, 'table:liability', 'nothing is due'],
  // What was paid for the period of the loss.
  ['chatkeeper', 'liability', 0, '12.4/payable', '490.00 ₽'],
  // 200.00 less two months of 33.33.
  ['introvert', 'leaving', 0, '6.3/monthPrice', '33.33 $'],
  ['introvert', 'leaving', 1, '6.3/monthPrice', '31.66 €'],
  // Paid on 2 March, so due on 3 March: 14 March is the eleventh day of delay, 13 March the tenth, and only more than ten give the right.
  ['introvert', 'refund', 0, 'table:refund', '200.00 $'],
  ['introvert', 'refund', 1, 'table:refund', 'nothing is due'],
  ['introvert', 'refund', 3, 'table:refund', undefined],
  ['introvert', 'liability', 0, 'table:liability', '33.33 $'],
  ['introvert', 'liability', 1, 'table:liability', 'nothing is due'],
  // 80 less 5 of costs are 75, and no more than the 60 that were deposited.
  ['streaming-center', 'closing', 0, '4.11/refund', '60.00 $'],
  // 9.2.1 excuses the loss of data of which no copies were kept, and not a service that was down: 8.1 leaves that to the law.
  ['streaming-center', 'loss', 0, 'table:liability', 'nothing is due'],
  ['streaming-center', 'loss', 1, 'table:liability', undefined],
];

test('1 answers of the cases the site begins with', async ({ open, part }) => {
  const first = firstCases.filter(([, , at]) => at === 0);
  for (const id of agreements) {
    const page = await open(`play/#a=${id}`, { top: true });
    for (const [agreement, view, at, ask, expected] of part(firstCases, first)) {
      if (agreement !== id) continue;
      await page.selectOption('#question', view);
      await page.locator('.scenarios button').nth(at).click();
      same(await figure(page, ask), expected, `${id} ${view} ${at} ${ask}`);
    }
  }
});

nightly('1 every case of every view answers or refuses, and nothing is left unsaid', async ({ open }) => {
  for (const id of agreements) {
    const page = await open(`play/#a=${id}`);
    for (const { id: view, scenarios, asks } of views[id]) {
      await page.selectOption('#question', view);
      for (let at = 0; at < scenarios.length; at += 1) {
        await page.locator('.scenarios button').nth(at).click();
        const cards = await page.locator('.card[data-ask]').count();
        same(cards, asks.length, `${id} ${view}`);
        const blank = await page.locator('.card.blank').allTextContents();
        same(blank, [], `${id} ${view} ${scenarios[at].id}: cards without an answer`);
      }
    }
  }
});

// 2. The penalty of 6.10, day by day.
function penaltyByDay({ overdue, due, asOf, payments }) {
  const day = 86_400_000;
  let left = overdue;
  let sum = 0n;
  for (let at = Date.parse(due) + day; at <= Date.parse(asOf); at += day) {
    sum += left;
    for (const { on, amount } of payments) if (Date.parse(on) === at) left = left > amount ? left - amount : 0n;
  }
  // 0.1 % of units a day, rounded once, halves up; 5 % of the debt, rounded down.
  const accrued = (sum + 500n) / 1000n;
  const cap = (overdue * 5n) / 100n;
  return accrued < cap ? accrued : cap;
}

test('2 random penalties against a second arithmetic, day by day', async ({ open, part }) => {
  const page = await open('play/#a=autocall');
  let seed = 20261130;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const iso = (base, days) => new Date(Date.parse(base) + days * 86_400_000).toISOString().slice(0, 10);
  const units = (amount) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
  for (let round = 0; round < part(10, 3); round += 1) {
    const overdue = BigInt(100_000 + random(90_000_000));
    const asOf = iso('2026-04-01', 1 + random(120));
    const on = iso('2026-04-01', random(60));
    const amount = BigInt(1 + random(Number(overdue)));
    const parameters = new URLSearchParams({
      v: '1',
      a: 'autocall',
      q: 'penalty',
      negativeOn: '2026-03-19',
      overdue: units(overdue),
      totalDebt: units(overdue),
      asOf,
      'payments.0.paidOn': on,
      'payments.0.amount': units(amount),
    });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${parameters}`);
    await page.waitForFunction((value) => document.getElementById('f-asOf')?.value === value, asOf);
    const payments = on <= asOf ? [{ on, amount }] : [];
    const expected = penaltyByDay({ overdue, due: '2026-03-31', asOf, payments });
    const shown = (await figure(page, '6.10/penalty')).replace(' ₸', '').replaceAll(' ', '');
    same(shown, units(expected), `${parameters}`);
  }
});

// 3. Days as people write them.
test('3 days in every form; ambiguous and impossible ones are refused', async ({ open }) => {
  const page = await open('play/#a=autocall');
  const field = page.locator('#f-asOf');
  for (const text of [
    '2026-04-20',
    '20.04.2026',
    '20 April 2026',
    'April 20, 2026',
    '20 апреля 2026 г.',
    '2026 ж. 20 сәуір',
    '20/04/2026',
  ]) {
    await field.fill(text);
    await page.waitForSelector('#f-payments');
    await page.waitForFunction(() =>
      document.getElementById('f-asOf-echo')?.textContent?.includes('20\u00a0April\u00a02026'),
    );
    holds((await page.locator('#f-asOf-echo').textContent()).startsWith('Monday'), text);
  }
  await field.fill('03/04/2026');
  same(await page.locator('#f-asOf-problem button').count(), 2, 'both readings are offered');
  same(await figure(page, '6.10/penalty'), undefined, 'no number for an ambiguous day');
  await page.locator('#f-asOf-problem button').first().click();
  same(await field.inputValue(), '2026-04-03', 'the first reading: 3 April');
  await field.fill('31.02.2026');
  holds(plain(await page.locator('#f-asOf-problem').textContent()).includes('no such day'), 'nothing is rolled over');
  await field.fill('2028-04-20');
  holds(
    (await page.locator('#f-asOf-echo').textContent()).includes('outside the calendar'),
    'the calendar ends in 2027',
  );
});

// 4. Facts that are wrong.
test('4 only answers that need a broken fact go blank; a number is never shown for it', async ({ open }) => {
  const page = await open('play/#a=autocall');
  await page.locator('#f-overdue').fill('12,345');
  same(await figure(page, '6.10/penalty'), undefined, 'the penalty');
  same(await figure(page, '5.7/paymentDue'), 'Tuesday, 31 March 2026', 'the last day does not need the sum');
  // No picture of what was not computed.
  await page.waitForFunction(() => document.querySelector('.slider output') === null);
  await page.waitForSelector('.summary');
  await page.locator('.summary a').first().click();
  same(await page.evaluate(() => document.activeElement?.id), 'f-overdue', 'the summary leads to the field');
  await page.locator('#f-overdue').fill('100 000,00');
  same(await figure(page, '6.10/penalty'), '5 000.00 ₸', 'mended');
  await page.locator('[id="f-payments_0_amount"]').fill('x');
  same(await figure(page, '6.10/penalty'), undefined, 'an optional fact that is broken is not left out in silence');
});

// 5. Links.
test('5 a link brings everything back: broken text, language, reading, markup as text', async ({ open }) => {
  const page = await open('play/#a=autocall&q=penalty&lang=ru');
  await page.locator('#f-asOf').fill('<img src=x onerror=alert(1)>');
  await page.locator('#f-overdue').fill('77 777,77');
  await page.locator('input[name="reading-6.10-payment-day"]').nth(1).check();
  const link = await page.evaluate(() => location.href);
  const other = await open(link.slice(link.indexOf('play/')));
  same(await other.locator('#f-asOf').inputValue(), '<img src=x onerror=alert(1)>', 'typed text');
  same(await other.locator('#f-overdue').inputValue(), '77 777,77', 'typed sum');
  holds(await other.locator('input[name="reading-6.10-payment-day"]').nth(1).isChecked(), 'the reading');
  same(await other.evaluate(() => document.documentElement.lang), 'ru', 'the language');
  same(await other.locator('main img').count(), 0, 'markup is text');
  same(await figure(other, '6.10/penalty'), undefined, 'no number of the example for a link that is broken');
});

test('5 hostile links are harmless', async ({ open }) => {
  const page = await open('play/#a=__proto__&q=constructor&__proto__=1&constructor=2');
  for (const hash of [
    'a=autocall&q=table:__proto__&reading.__proto__=x&reading.6.10-cap-base=toString',
    'a=<script>alert(1)</script>&lang=javascript:alert(1)',
    `a=autocall&q=penalty&overdue=${'9'.repeat(5000)}&asOf=%00%ff`,
    `a=autocall&q=penalty&${Array.from({ length: 700 }, (_, at) => `payments.${at}.amount=1`).join('&')}`,
    'a=autocall&q=penalty&payments.999999999.amount=1',
  ]) {
    await page.evaluate((next) => {
      location.hash = next;
    }, hash);
    await page.waitForTimeout(400);
    holds((await page.locator('.card').count()) > 0, hash.slice(0, 60));
    same(await page.locator('main script, main img').count(), 0, 'no markup');
  }
  const account = await open('examples/autocall/#e=z1.AAAA&d=2026-99-99&s=__proto__');
  holds((await account.locator('.card').count()) > 0, 'an account of a broken link');
});

// 6 to 8. Downloads.
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFileSync(await download.path(), 'utf8');
}

test('6 the calendar is read by a second reader', async ({ open }) => {
  const page = await open('play/#a=autocall&lang=ru');
  const text = await saved(page, '(.ics)');
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
  const due = events.find((event) => event.startDate.toString() === '2026-03-31');
  holds(due !== undefined, 'the last day to pay');
  same(due.endDate.toString(), '2026-04-01', 'the end is the day after');
  holds(
    text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
    'no line above 75 octets',
  );
  holds(!/[^\r]\n/.test(text), 'every line ends with CRLF');
});

test('7 the table is read back', async ({ open }) => {
  const page = await open('play/#a=autocall&lang=ru');
  const text = await saved(page, '(.csv)');
  holds(text.startsWith('\uFEFF'), 'byte order mark');
  const rows = text.slice(1).trimEnd().split('\r\n');
  holds(
    rows.some((row) => row.includes('5000.00 KZT') && row.includes('6.10')),
    'the penalty as a plain decimal',
  );
  holds(
    rows.slice(1).every((row) => !/^[=+@]|,[=+@]/.test(row)),
    'nothing that a spreadsheet runs',
  );
});

test('8 JSON and code give the same answers outside the browser', async ({ open, part }) => {
  const folder = mkdtempSync(join(tmpdir(), 'oferta-site-'));
  try {
    const taken = [
      ['autocall', 'a=autocall&q=penalty&reading.6.10-payment-day=does-not-count'],
      ['autocall', 'a=autocall&q=refund'],
      ['streaming-center', 'a=streaming-center'],
    ];
    for (const [id, hash] of part(taken, taken.slice(2))) {
      const page = await open(`play/#${hash}`);
      const json = JSON.parse(await saved(page, '(.json)'));
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      // The clipboard still has the code of the page before, and what writes the code is loaded on demand.
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name: 'Copy as TypeScript' }).click();
      let code = '';
      for (let tries = 0; code === '' && tries < 200; tries += 1) {
        await page.waitForTimeout(50);
        code = await page.evaluate(() => navigator.clipboard.readText());
      }
      writeFileSync(join(folder, 'agreement.json'), readFileSync(join(root, 'examples', id, 'agreement.json')));
      // In the folder of the program, `oferta` is resolved by node_modules of the project.
      const file = join(here, 'output', 'copied.mjs');
      writeFileSync(file, code);
      const printed = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const shown = json.answers
        .filter(({ noAnswer }) => noAnswer === undefined)
        .map(({ value, outcome }) => value ?? outcome);
      same(printed, shown, hash);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

// 9. The position of the reader.
test('9 answers do not depend on the zone of the reader', async ({ open, part }) => {
  const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Almaty'];
  for (const timezoneId of part(zones, zones.slice(0, 1))) {
    const page = await open('play/#a=autocall', { timezoneId });
    same(await figure(page, '6.10/penalty'), '5 000.00 ₸', timezoneId);
    same(await figure(page, '5.7/paymentDue'), 'Tuesday, 31 March 2026', timezoneId);
  }
});

test('9 a browser without Temporal gets the same answers', async ({ browser, address }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    await context.addInitScript(() => {
      delete globalThis.Temporal;
    });
    const page = await context.newPage();
    const scripts = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto(`${address}play/#a=autocall`);
    await ready(page);
    same(await figure(page, '6.10/penalty'), '5 000.00 ₸', 'penalty');
    holds(
      scripts.some((url) => url.includes('/assets/full/')) && !scripts.some((url) => url.includes('/assets/native/')),
      'the build that brings Temporal along',
    );
  } finally {
    await context.close();
  }
});

// 10. The keyboard only.
test('10 everything is reached and used by the keyboard, each stop with a ring', async ({ open }) => {
  const page = await open('play/#a=autocall');
  const stops = new Set();
  for (let at = 0; at < 140; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const target = element.matches('label.button input') ? element.closest('label') : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      return {
        name: element.id || element.textContent?.slice(0, 30) || element.getAttribute('aria-label'),
        ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (stop === undefined) break;
    holds(stop.ring, `no ring on ${stop.name}`);
    stops.add(stop.name);
  }
  for (const name of ['agreement', 'question', 'f-negativeOn', 'f-overdue', 'f-asOf'])
    holds(stops.has(name), `never reached: ${name}`);
  await page.locator('.slider input').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.getElementById('f-asOf')?.value === '2026-06-11');
  // The slider announces its day once the answer is there.
  await page.waitForFunction(() =>
    document.querySelector('.slider input')?.getAttribute('aria-valuetext')?.includes('11\u00a0June\u00a02026'),
  );
});

// 11. Accessibility, as far as a program can tell.
async function axe(page, what, { isLong = false } = {}) {
  await page.evaluate(axeSource);
  // The colours of long pages are those of the short ones, and their contrast takes most of the time.
  const rules = isLong ? { 'color-contrast': { enabled: false } } : {};
  const { violations } = await page.evaluate(
    (own) =>
      globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
        rules: own,
      }),
    rules,
  );
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 120))
        .join(' | ')}`,
  );
  same(found, [], what);
}

test(
  '11 axe finds nothing in the questions of each agreement, a language each, dark and narrow',
  async ({ open, release, part }) => {
    const shown = [
      ...agreements.map((id, at) => [`play/#a=${id}&lang=${['en', 'ru', 'kk'][at % 3]}`, {}]),
      ['play/#a=center-pro', { colorScheme: 'dark' }],
      ['play/#a=chatkeeper', { viewport: { width: 320, height: 640 } }],
    ];
    // ChatKeeper in Kazakh.
    for (const [path, options] of part(shown, shown.slice(2, 3))) {
      const page = await open(path, options);
      await axe(page, `${path} ${JSON.stringify(options)}`);
      await release(page);
    }
  },
  { long: true },
);

nightly(
  '11 axe finds nothing on each page and in each state',
  async ({ open, release }) => {
    for (const [path, what] of [
      ['', 'home'],
      ['play/#a=autocall&q=penalty&asOf=31.02.2026&overdue=x', 'facts that are wrong'],
      ['play/#a=autocall&q=penalty&s=none', 'nothing given'],
      ['play/#a=autocall&q=table:liability&lang=kk', 'a single question'],
      ['examples/autocall/#lang=ru', 'account'],
      ['clauses/introvert/', 'clauses'],
      ['own/', 'own'],
      ['search/#q=late fee', 'search'],
      ['guides/', 'guides'],
      ['guides/guides/agreements-as-data/', 'a guide'],
    ]) {
      const page = await open(path);
      // The summary of wrong facts comes once typing has paused; parts of an account follow a moment after it.
      if (what === 'facts that are wrong') await page.waitForSelector('.summary');
      if (what === 'account') await page.waitForSelector('.leaving .card');
      await axe(page, what, { isLong: /^(?:examples|clauses|guides)/.test(path) });
      await release(page);
    }
  },
  { long: true },
);

// 12 and 13. Widths and letters.
const everyPage = [
  '',
  ...agreements.map((id) => `play/#a=${id}`),
  'examples/streaming-center/',
  'clauses/chatkeeper/',
  'own/',
  'search/#q=interest',
  'guides/',
  'guides/reference/kinds/',
  'performance/',
  'conformance/',
];

test(
  '12 no page is wider than the window, from 320 px on and with letters twice as large',
  async ({ open, release, part }) => {
    for (const path of part(everyPage, ['play/#a=introvert', 'examples/streaming-center/'])) {
      const page = await open(path, { viewport: { width: 320, height: 800 } });
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await drawn(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        holds(wide <= width, `${path} at ${width} px is ${wide} px wide`);
      }
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await drawn(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      holds(wide <= 1280, `${path} with letters twice as large is ${wide} px wide`);
      await release(page);
    }
  },
  { long: true },
);

test('13 letters of pictures are large enough and do not lie on one another', async ({ open, part }) => {
  for (const id of part(agreements, ['center-pro'])) {
    const page = await open(`play/#a=${id}`);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await drawn(page);
      same(await page.evaluate(lettersOfPictures), [], `${id} at ${width}`);
    }
  }
});

/** Text below 11 px, and text that overlaps other text; runs in the page. */
function lettersOfPictures() {
  return [...document.querySelectorAll('main svg[role="img"]')].flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / (svg.width.baseVal.value || 1);
    const letters = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
      box: text.getBoundingClientRect(),
    }));
    const small = letters.filter(({ size }) => size < 11).map(({ text, size }) => `${text} is ${size} px`);
    const isOver = (a, b) =>
      Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 2 &&
      Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 4;
    const over = letters.flatMap((a, at) =>
      letters
        .slice(at + 1)
        .filter((b) => isOver(a, b))
        .map((b) => `${a.text} on ${b.text}`),
    );
    return [...small, ...over];
  });
}

// 14 and 15. Other appearances.
test('14 dark, forced colours and reduced motion', async ({ open }) => {
  const page = await open('play/#a=autocall');
  await page.emulateMedia({ colorScheme: 'dark' });
  same(
    await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    'rgb(17, 24, 30)',
    'dark',
  );
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  holds((await page.locator('svg .line').count()) > 0, 'the line is there');
  const [pressed, others] = await page.evaluate(() =>
    ['true', 'false'].map(
      (is) => getComputedStyle(document.querySelector(`.languages [aria-pressed="${is}"]`)).backgroundColor,
    ),
  );
  holds(pressed !== others, 'the chosen language is told from the others');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  same(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto', 'nothing moves');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
});

test('15 print has the facts, the steps and the clauses', async ({ open }) => {
  const page = await open('play/#a=autocall');
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Print' }).click();
  same(await page.locator('main .chip:not([open])').count(), 0, 'clauses are open');
  const pdf = await page.pdf({ format: 'A4' });
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  holds(pages >= 1 && pages <= 12, `${pages} pages`);
  writeFileSync(join(output, 'print.pdf'), pdf);
});

// 16. What is loaded.
test('16 nothing is asked of others, nothing after load, no cookie', async ({ open, address }) => {
  const origin = new URL(address).origin;
  for (const path of ['', 'play/#a=autocall', 'examples/autocall/', 'guides/']) {
    const page = await open(path);
    await page.waitForLoadState('networkidle');
    const loaded = page.requests.length;
    same(
      page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')),
      [],
      path,
    );
    same(await page.evaluate(() => document.cookie), '', 'no cookie');
    if (!path.startsWith('play/')) continue;
    await page.locator('#f-asOf').fill('2026-05-05');
    await page.waitForTimeout(300);
    same(
      page.requests.slice(loaded).filter((url) => !url.startsWith('data:')),
      [],
      'typing asks for nothing',
    );
  }
});

test('16 the policy forbids scripts inside pages, and there are none', async ({ open }) => {
  for (const path of ['', 'play/', 'guides/guides/testing/']) {
    const page = await open(path);
    const inline = await page.evaluate(
      () => document.querySelectorAll('script:not([src]), [style*=":"][onclick], [onload]').length,
    );
    same(inline, 0, path);
    const written = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    holds(written.includes("script-src 'self'") && !written.includes('unsafe'), written);
  }
});

// 17. Words.
test('17 each language is whole, and Kazakh days are right in the browser', async ({ open, part }) => {
  for (const id of part(agreements, ['introvert'])) {
    const other = await open(`play/#a=${id}`);
    for (const lang of ['en', 'ru', 'kk']) {
      await other.locator(`.languages button[lang="${lang}"]`).click();
      await other.waitForFunction((expected) => document.documentElement.lang === expected, lang);
      const text = plain(await other.locator('main').innerText());
      const raw = /.{0,20}(?:\{\w+\}|undefined|\[object|NaN).{0,20}/.exec(text)?.[0];
      same(raw, undefined, `${id} ${lang}`);
    }
  }
  const page = await open('play/#a=autocall&lang=kk');
  same(await figure(page, '5.7/paymentDue'), '2026 ж. 31 наурыз, сейсенбі', 'a Kazakh day');
  same(await figure(page, '6.10/penalty'), '5 000,00 ₸', 'a Kazakh sum');
  holds((await page.locator('footer').innerText()).includes('тексерген жоқ'), 'Kazakh is marked as not reviewed');
  await page.getByRole('button', { name: /English/ }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  same(await figure(page, '5.7/paymentDue'), 'Tuesday, 31 March 2026', 'switched');
});

/** Pages that a script makes, of every sort. */
const spokenPages = [
  '',
  ...agreements.flatMap((id) => [`play/#a=${id}`, `examples/${id}/`, `clauses/${id}/`]),
  'play/#a=autocall&q=penalty&asOf=31.02.2026&overdue=x',
  'examples/',
  'clauses/',
  'own/',
  'search/#q=ъъъ',
];

test('17 no English is left on a page in Russian or Kazakh', async ({ open, release, part }) => {
  const left = [];
  for (const path of part(spokenPages, ['', 'play/#a=introvert', 'own/']))
    for (const lang of part(['ru', 'kk'], ['kk'])) {
      const page = await open(`${path}${path.includes('#') ? '&' : '#'}lang=${lang}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const words of await page.evaluate(englishIn)) left.push(`${lang} ${path}: ${words}`);
      await release(page);
    }
  writeFileSync(join(output, 'english.txt'), left.join('\n'));
  same(left, []);
});

/** Texts of the page with a word in Latin letters that is neither a name nor an identifier of the agreement; runs in the page. */
function englishIn() {
  const names =
    /^(?:oferta|npm|install|JSON|json|csv|ics|TypeScript|API|AutoCall|kz|ChatKeeper|Center|Pro|Introvert|Kommo|Streaming|SMS|EN|RU|KK|KZ|KZT|RUB|USD|EUR|UTC|GMT|Visa|MasterCard|Kaspi|QR|Telegram|CRM|Advanced|Enterprise|[IVX]+)$/;
  // Clauses without a number, rows of tables and what facts name.
  const identifiers = /^(?:preamble|definitions|address|start|radio|uncapped|costs|again|talks|refused|fm)$/;
  const isEnglish = (text) =>
    (text.replace(/\w*(?:[-./]\w+)+/g, '').match(/[A-Za-z]{3,}/g) ?? []).some(
      (word) => !names.test(word) && !identifiers.test(word),
    );
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest('[lang="en"], code, pre, script, noscript, textarea') !== null) continue;
    if (isEnglish(node.textContent)) found.add(node.textContent.trim().slice(0, 400));
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      const text = element.getAttribute(name) ?? '';
      if (element.closest('[lang="en"]') === null && isEnglish(text)) found.add(`${name}: ${text.slice(0, 120)}`);
    }
  return [...found];
}

test('17 the frame of the documentation is in the language of the reader, and links keep it', async ({
  open,
  part,
}) => {
  const frames = [
    ['guides/guides/refunds/', 'ru', 'Попробовать'],
    ['api/functions/oferta.latePaymentPenalty.html', 'kk', 'Байқап көру'],
    ['performance/', 'kk', 'Байқап көру'],
  ];
  for (const [path, lang, said] of part(frames, frames.slice(0, 2))) {
    const page = await open(`${path}?lang=${lang}`);
    const link = page.locator('a[data-say="navPlay"]');
    await page.waitForFunction((text) => document.querySelector('a[data-say="navPlay"]')?.textContent === text, said);
    holds(
      (await link.getAttribute('href')).endsWith(`play/#lang=${lang}`),
      `${path}: ${await link.getAttribute('href')}`,
    );
    const guides = await page.locator('a[data-say="navGuides"]').getAttribute('href');
    holds(guides.endsWith(`guides/?lang=${lang}`), `${path}: ${guides}`);
    await page.locator('.languages button[lang="en"]').click();
    await page.waitForFunction(() => document.querySelector('a[data-say="navPlay"]')?.textContent === 'Try it');
    holds(!page.url().includes('lang='), page.url());
  }
  const page = await open('play/#a=autocall&lang=ru');
  await page.locator('nav a', { hasText: 'Руководства' }).click();
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Руководства');
});

// The account.
test('an account: add an event, move the day, undo, and find it in the link', async ({ open }) => {
  const page = await open('examples/autocall/#s=acts');
  const balance = async () => plain(await page.locator('.cards .card .figure').first().textContent());
  const before = await balance();
  await page.selectOption('#event-kind', 'toppedUp');
  await page.locator('#f-amount').fill('1234,50');
  await page.locator('.event-form #f-on').fill('2026-07-02');
  await page.locator('.event-form button[type="submit"]').click();
  // The account of "acts" has 0.00 left; a top-up of 1,234.50 is all there is.
  same([before, await balance()], ['0.00 ₸', '1 234.50 ₸'], 'before and after');
  await page.waitForFunction(() => location.hash.includes('e=z1.'));
  const other = await open((await page.evaluate(() => location.href)).split('/where/')[1]);
  same(plain(await other.locator('.cards .card .figure').first().textContent()), '1 234.50 ₸', 'from the link');
  await page.getByRole('button', { name: 'Undo' }).click();
  same(await balance(), '0.00 ₸', 'undone');
  await page.getByRole('button', { name: '+30 days' }).click();
  await page.waitForFunction(() => location.hash.includes('d=2026-08-01'));
});

nightly('an account: the three days of leaving are named, also where two of them are one', async ({ open }) => {
  // 31 December and thirty days are 30 January.
  for (const [hash, expected] of [
    ['d=2026-12-31', ['Today · At the year’s end 31 December 2026', 'In 30 days 30 January 2027']],
    [
      'd=2026-12-10&lang=ru',
      ['Сегодня 10 декабря 2026 г.', 'В конце года 31 декабря 2026 г.', 'Через 30 дней 9 января 2027 г.'],
    ],
  ]) {
    const page = await open(`examples/autocall/#s=acts&${hash}`);
    await page.waitForSelector('.leaving .card');
    const cards = await page.locator('.leaving .card').all();
    const told = await Promise.all(
      cards.map(async (card) =>
        [await card.locator('h3').textContent(), await card.locator('h3 + p').textContent()].map(plain).join(' '),
      ),
    );
    same(told, expected, hash);
  }
});

nightly('an account: an event that does not add up is refused in words and changes nothing', async ({ open }) => {
  const page = await open('examples/autocall/#s=acts');
  await page.selectOption('#event-kind', 'unitsUsed');
  await page.locator('.event-form #f-purchase').fill('no-such-purchase');
  await page.locator('.event-form #f-units').fill('3');
  await page.locator('.event-form button[type="submit"]').click();
  await page.waitForSelector('.event-form .summary li');
  holds(!(await page.evaluate(() => location.hash)).includes('e='), 'not added');
});

nightly(
  'every account of every agreement is told, in a language each',
  async ({ open }) => {
    for (const [at, id] of agreements.entries()) {
      const page = await open(`examples/${id}/#lang=${['en', 'ru', 'kk'][at % 3]}`);
      const stories = await page.locator('#story option').evaluateAll((options) => options.map(({ value }) => value));
      holds(stories.length >= 4, `${id}: ${stories}`);
      for (const story of stories) {
        await page.selectOption('#story', story);
        await page.waitForFunction((name) => location.hash.includes(`s=${name}`), story);
        same(await page.locator('.refusal').count(), 0, `${id} ${story}`);
      }
    }
  },
  { long: true },
);

// Clauses.
nightly('every clause has its page, and a link leads to it', async ({ open }) => {
  for (const id of agreements) {
    const page = await open(`clauses/${id}/`);
    const { clauses } = JSON.parse(readFileSync(join(root, 'examples', id, 'agreement.json'), 'utf8'));
    same(await page.locator('section.clause').count(), Object.keys(clauses).length, id);
    // Each computation leads to its kind in the reference.
    const kinds = readFileSync(join(root, 'site/guides/reference/kinds/index.html'), 'utf8');
    const links = await page
      .locator('.computation .hint a')
      .evaluateAll((all) => [...new Set(all.map(({ href }) => href.split('/reference/kinds/#')[1]))]);
    holds(links.length > 5, `${id}: ${links}`);
    same(
      links.filter((name) => !kinds.includes(`id="${name}"`)),
      [],
      `${id}: kinds without a place`,
    );
  }
  const page = await open('clauses/autocall/#c=6.10');
  await page.waitForFunction(() => document.activeElement?.id === 'c-6.10');
  await page.locator('[id="c-6.10"] a', { hasText: 'Try it' }).first().click();
  await page.waitForSelector('.card[data-ask="6.10/penalty"]');
});

// Your own agreement.
test('an agreement of one’s own: findings with line and column, then its questions', async ({ open }) => {
  const page = await open('own/');
  await page.getByRole('button', { name: 'Begin with a small one' }).click();
  await page.waitForSelector('.card');
  const text = await page.locator('#own').inputValue();
  const broken = text.replace('"=invoiced"', '"=invoised"');
  holds(broken !== text, 'the text has the fact');
  const line = broken.slice(0, broken.indexOf('=invoised')).split('\n').length;
  await page.locator('#own').fill(broken);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.waitForSelector('.findings li');
  holds(
    (await page.locator('.findings').innerText()).includes(`line ${line}`),
    `line ${line}: ${await page.locator('.findings').innerText()}`,
  );
  same(await page.locator('.card').count(), 0, 'no answers of an agreement with faults');
  await page.locator('#own').fill('{"a": 1, "a": 2}');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.waitForSelector('.findings li');
  await page.locator('#own').fill('not json');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.waitForSelector('.findings li');
});

// 18 and the search.
test('18 the library is in the console of every page of the documentation', async ({ open }) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const page = await open('guides/guides/testing/');
  await page.waitForFunction(() => typeof window.oferta?.money === 'function');
  same(await page.evaluate(() => window.oferta.version), version, 'version');
  same(await page.evaluate(() => String(window.oferta.money('120.00', 'KZT'))), '120.00 KZT', 'a sum');
});

/** Thirty things people ask for, and a page that must be among the first five. */
const asked = [
  ['late fee', 'latePaymentPenalty'],
  ['penalty', 'latePaymentPenalty'],
  ['interest', 'simpleInterest'],
  ['compound interest', 'compoundInterest'],
  ['holiday', 'orking'],
  ['working day', 'orking'],
  ['discount', 'preferential'],
  ['equalShare', 'equalShare'],
  ['deadline', 'deadline'],
  ['rounding', 'ounding'],
  ['currency', 'urrency'],
  ['allocate', 'allocate'],
  ['split', 'allocate'],
  ['prorate', 'prorateCharge'],
  ['plan change', 'prorateChange'],
  ['refund', 'efund'],
  ['liability cap', 'limitLiability'],
  ['notice', 'otice'],
  ['renewal', 'renewal'],
  ['force majeure', 'forceMajeure'],
  ['downtime', 'downtime'],
  ['service credit', 'serviceCredit'],
  ['vat', 'vatOn'],
  ['sms', 'smsSegments'],
  ['balance', 'alance'],
  ['suspension', 'suspension'],
  ['readings', 'eading'],
  ['verify', 'erify'],
  ['batch', 'atch'],
  ['пеня', 'latePaymentPenalty'],
];

test('the search finds what thirty words of the field are for', async ({ open }) => {
  const entries = JSON.parse(readFileSync(join(root, 'site/data/search.json'), 'utf8'));
  const lost = asked.filter(
    ([query, expected]) => !find(entries, query, 5).some(({ t, u }) => `${t} ${u}`.includes(expected)),
  );
  writeFileSync(
    join(output, 'search.txt'),
    asked
      .map(
        ([query]) =>
          `${query}: ${find(entries, query, 5)
            .map(({ t }) => t.slice(0, 60))
            .join(' | ')}`,
      )
      .join('\n'),
  );
  same(
    lost.map(([query]) => `${query}: ${find(entries, query, 5).map(({ t }) => t.slice(0, 40))}`),
    [],
    'not found',
  );
  const page = await open('search/#q=late%20fee');
  await page.waitForSelector('.results a');
  await page.locator('.results a').first().click();
  await page.waitForLoadState();
  holds(!(await page.title()).includes('Error'), 'the first result is there');
});

/** Pages of the API of every sort. */
const apiPages = [
  '',
  'modules.html',
  'hierarchy.html',
  'modules/oferta.html',
  'modules/oferta_agreement.html',
  'functions/oferta.latePaymentPenalty.html',
  'functions/oferta_agreement.replay.html',
  'classes/oferta.AgreementError.html',
  'interfaces/oferta_agreement.Statement.html',
  'documents/guides_recipes.html',
];

/** A page of its own, which remembers what went wrong in it. */
async function apiContext(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', (error) => page.problems.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(`${message.text()} ${message.location().url}`);
  });
  return { context, page };
}

nightly(
  '18 pages of the API: the library in the console, as wide as the window, functions by family',
  async ({ browser, address }) => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { context, page } = await apiContext(browser);
    try {
      for (const path of apiPages) {
        await page.goto(`${address}api/${path}`);
        await page.waitForFunction(() => typeof window.oferta?.money === 'function');
        same(await page.evaluate(() => window.oferta.version), version, `version on ${path}`);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await drawn(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          holds(wide <= width, `${path} at ${width} px is ${wide} px wide`);
        }
      }
      // decimal.js is loaded before the library is there.
      same(
        await page.evaluate(() => window.oferta.money('120.00', 'KZT').amount.plus(1).toString()),
        '121',
        'a Decimal',
      );
      await page.goto(`${address}api/modules/oferta.html`);
      const headings = await page.locator('[role="main"] h2').allTextContents();
      for (const family of ['Penalties', 'Time', 'Money'])
        holds(
          headings.some((text) => text.includes(family)),
          `${family}: ${headings}`,
        );
      await page.goto(`${address}api/functions/oferta.latePaymentPenalty.html`);
      const details = await page.locator('[role="main"]').textContent();
      for (const property of [
        'Whether the day of a payment still counts',
        'The first day on which the exact accrual reaches',
      ])
        holds(details.includes(property), `the page of a function has its terms and its result in it: ${property}`);
      await page.goto(`${address}api/modules/oferta.html`);
      const said = await page.locator('#latepaymentpenalty + dd').textContent();
      holds(said.trim().length > 20, `a list of functions says what each is for: ${said}`);
      same(page.problems, [], 'errors and what the policy refused');
    } finally {
      await context.close();
    }
  },
);

test('18 pages of the API: each has the policy and the version, and no script or style inside', async () => {
  const folder = join(root, 'site/api');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  holds(files.length > 500, `${files.length} pages`);
  for (const name of files) {
    const html = readFileSync(join(folder, name), 'utf8');
    holds(html.includes(`<meta http-equiv="Content-Security-Policy" content="${policy}"/>`), `${name}: the policy`);
    holds(/^<!DOCTYPE html><html [^>]*data-version="\d/.test(html), `${name}: the version`);
    same(/<script(?![^>]* src=)[^>]*>|<style|<[^>]* style="|<[^>]* on\w+="/.exec(html)?.[0], undefined, name);
  }
});

nightly(
  '18 pages of the API: axe finds nothing, in every state',
  async ({ browser, address }) => {
    const states = [
      { at: '', paths: ['', 'modules/oferta.html', 'functions/oferta.latePaymentPenalty.html', 'hierarchy.html'] },
      { at: 'opened', paths: ['functions/oferta_agreement.replay.html'] },
      { at: 'search', paths: ['classes/oferta.AgreementError.html'] },
      { at: 'dark', paths: ['interfaces/oferta_agreement.Statement.html'], options: { colorScheme: 'dark' } },
      {
        at: 'menu',
        paths: ['functions/oferta.latePaymentPenalty.html'],
        options: { viewport: { width: 390, height: 800 } },
      },
    ];
    for (const { at, paths, options } of states) {
      const { context, page } = await apiContext(browser, options);
      try {
        for (const path of paths) {
          await page.goto(`${address}api/${path}`);
          await page.waitForFunction(() => typeof window.oferta?.money === 'function');
          // The list of pages is there once it was unpacked.
          await page.waitForSelector('#tsd-nav-container a', { state: 'attached' });
          if (at === 'opened')
            await page.evaluate(() => {
              for (const details of document.querySelectorAll('details')) details.open = true;
            });
          if (at === 'search') {
            await page.locator('#tsd-search-trigger').click();
            await page.locator('#tsd-search-input').fill('penalty');
            await page.waitForSelector('#tsd-search-results li');
          }
          if (at === 'menu') await page.locator('#tsd-toolbar-menu-trigger').click();
          await axe(page, `${path} ${at}`, { isLong: path === 'modules/oferta.html' });
        }
        same(page.problems, [], `errors ${at}`);
      } finally {
        await context.close();
      }
    }
  },
  { long: true },
);

nightly(
  '18 pages of the API: a result of the search and a page of the list are reached by the keyboard',
  async ({ browser, address }) => {
    const { context, page } = await apiContext(browser);
    try {
      await page.goto(`${address}api/modules/oferta.html`);
      await page.waitForFunction(() => typeof window.oferta?.money === 'function');
      await page.keyboard.press('/');
      await page.keyboard.type('latePaymentPenalty');
      await page.waitForSelector('#tsd-search-results li');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/latePaymentPenalty/);
      await page.waitForSelector('.parted > a', { state: 'attached' });
      await page.locator('.parted > a[href*="oferta_agreement.html"]').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/modules\/oferta_agreement\.html/);
    } finally {
      await context.close();
    }
  },
);

nightly('without a network the pages that were kept answer as before', async ({ browser }) => {
  const { server, address } = await serveSite({ under: '/kept/' });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await ready(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Nobody answers any more.
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await page.goto(`${address}play/#a=chatkeeper`);
    await ready(page);
    await page.selectOption('#question', 'liability');
    // What was paid for the period of the loss.
    same(await figure(page, '12.4/payable'), '490.00 ₽', 'an agreement that was not visited before');
    await page.goto(`${address}guides/guides/refunds/`);
    same(await page.locator('h1').textContent(), 'Refunds', 'a guide');
  } finally {
    await context.close();
    server.close();
  }
});

test('sizes: what a page loads, gzipped', async ({ address, browser, part }) => {
  const sizes = {};
  const files = {};
  /** What a page has loaded when it shows its first figure, and once it has come to rest. */
  const weigh = async (name, path, { temporal = true, whole = false } = {}) => {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 900 } });
    try {
      await context.addInitScript((hasTemporal) => {
        if (!hasTemporal) delete globalThis.Temporal;
        new MutationObserver(() => {
          if (globalThis.answeredAt === undefined && document.querySelector('.figure') !== null)
            globalThis.answeredAt = performance.now();
        }).observe(document, { childList: true, subtree: true });
      }, temporal);
      const page = await context.newPage();
      await page.goto(address + path);
      await ready(page);
      if (whole) await withPictures(page);
      if (path.startsWith('play/')) await page.waitForSelector('.steps, .why-not');
      await page.waitForLoadState('networkidle');
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name: url }) => url.endsWith('.js'))
          .map(({ name: url, startTime }) => ({
            file: url.split('/where/')[1],
            isFirst: startTime <= (globalThis.answeredAt ?? Number.POSITIVE_INFINITY),
          })),
      );
      const weights = scripts.map(({ file, isFirst }) => ({
        file: file.replace(/^assets\/\w+\/|-[\w-]{8}(?=\.js$)/g, ''),
        isFirst,
        bytes: gzipSync(readFileSync(join(root, 'site', file)), { level: 9 }).length,
      }));
      const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
      sizes[name] = { first: sum(weights.filter(({ isFirst }) => isFirst)), all: sum(weights) };
      files[name] = weights
        .sort((one, other) => other.bytes - one.bytes)
        .map(({ file, bytes, isFirst }) => `${bytes} ${file}${isFirst ? '' : ', after the answer'}`);
    } finally {
      await context.close();
    }
  };
  const pages = [
    ['home', ''],
    ...agreements.map((id) => [`play ${id}`, `play/#a=${id}`]),
    ['account', 'examples/autocall/'],
    ['clauses', 'clauses/autocall/'],
    ['play autocall, scrolled', 'play/#a=autocall', { whole: true }],
    ['play autocall, without Temporal', 'play/#a=autocall', { temporal: false }],
    ['play introvert, without Temporal', 'play/#a=introvert', { temporal: false }],
    ['account, without Temporal', 'examples/autocall/', { temporal: false }],
  ];
  const short = ['play introvert', 'play autocall, without Temporal'];
  const weighed = part(
    pages,
    pages.filter(([name]) => short.includes(name)),
  );
  for (const [name, path, how] of weighed) await weigh(name, path, how);
  writeFileSync(join(output, 'sizes.json'), JSON.stringify({ sizes, files }, null, 2));
  // What was reached, and what weighs: docs/decisions/0157-sentences-after-the-answer.md.
  const first = {
    'play autocall': 66_000,
    'play center-pro': 68_000,
    'play chatkeeper': 67_000,
    'play introvert': 73_000,
    'play streaming-center': 64_000,
    'play autocall, without Temporal': 85_000,
    'play introvert, without Temporal': 92_000,
  };
  const all = {
    home: 28_000,
    account: 152_000,
    clauses: 125_000,
    'play introvert': 88_000,
    'play autocall, scrolled': 90_000,
    'play autocall, without Temporal': 99_000,
    'play introvert, without Temporal': 106_000,
    'account, without Temporal': 171_000,
  };
  for (const [name] of weighed) {
    holds(sizes[name].first < (first[name] ?? Number.POSITIVE_INFINITY), `${name}, first: ${sizes[name].first}`);
    holds(sizes[name].all < (all[name] ?? 81_000), `${name}, all: ${sizes[name].all}`);
  }
});

nightly(
  'speed: from a key to the answer, and to the first paint',
  async ({ open }) => {
    const page = await open('play/#a=autocall', { top: true, fresh: true });
    await page.waitForTimeout(500);
    const times = await page.evaluate(async () => {
      const field = document.getElementById('f-overdue');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const measured = [];
      for (let at = 0; at < 21; at += 1) {
        const begun = performance.now();
        set.call(field, String(100_000 + at));
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        measured.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return measured.sort((a, b) => a - b);
    });
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    writeFileSync(
      join(output, 'speed.json'),
      JSON.stringify({ medianKey: times[10], worstKey: times[20], firstPaint: paint }, null, 2),
    );
    // 50 ms is the goal on a machine of its own; twice that and more fails here too.
    holds(times[10] < 150, `median ${times[10]} ms`);
  },
  { alone: true },
);

nightly(
  'screenshots at 390 and 1280 px',
  async ({ open, release }) => {
    for (const [name, path, options] of [
      ['home', ''],
      ['home-kk', '#lang=kk'],
      ['play-autocall', 'play/#a=autocall'],
      ['play-autocall-wrong', 'play/#a=autocall&q=penalty&asOf=31.02.2026&overdue=x&negativeOn=03/04/2026'],
      ['play-streaming-center-ru', 'play/#a=streaming-center&lang=ru'],
      ['play-center-pro-dark', 'play/#a=center-pro', { colorScheme: 'dark' }],
      ['play-chatkeeper-kk', 'play/#a=chatkeeper&lang=kk'],
      ['play-introvert', 'play/#a=introvert'],
      ['own', 'own/'],
      ['accounts', 'examples/'],
      ['account-autocall', 'examples/autocall/'],
      ['account-streaming-center-ru', 'examples/streaming-center/#lang=ru'],
      ['clauses-introvert-kk', 'clauses/introvert/#lang=kk'],
      ['search', 'search/#q=late%20fee'],
      ['guides', 'guides/'],
      ['guide', 'guides/guides/recipes/'],
      ['performance', 'performance/'],
      ['conformance', 'conformance/'],
      ['api', 'api/modules/oferta.html'],
      ['api-function', 'api/functions/oferta.latePaymentPenalty.html'],
      ['api-function-dark', 'api/functions/oferta_agreement.replay.html', { colorScheme: 'dark' }],
    ]) {
      const page = await open(path, options);
      if (name === 'own') {
        await page.getByRole('button', { name: 'Begin with a small one' }).click();
        await page.waitForSelector('.card');
        await withPictures(page);
      }
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await drawn(page);
        await page.screenshot({ path: join(output, `${name}-${width}.png`), fullPage: true });
      }
      await release(page);
    }
  },
  { long: true },
);

await runAll();
