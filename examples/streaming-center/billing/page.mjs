import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import { editionsWithWords, outlookOf, statementParts, viewAccount } from './accountView.mjs';
import { numberOfDay } from './days.mjs';
import { readAccount } from './desk.mjs';
import { pageWords } from './pageWords.mjs';
import { Refusal } from './refusal.mjs';
import { nodeOf, openAll } from './run.mjs';

/** The key that signs the address of an account; the signed address gives access to this account and no other. */
export function signatureOf(secret, account) {
  return createHmac('sha256', secret).update(`account ${account}`).digest('base64url');
}

/** The path of the page of an account, with its signature. */
export function pathOf(secret, account) {
  return `/account/${account}?key=${signatureOf(secret, account)}`;
}

function isSigned(secret, account, key) {
  const expected = Buffer.from(signatureOf(secret, account));
  const given = Buffer.from(String(key ?? ''));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/**
 * Serves the page of each account to anyone with its signed address. Everything shown is escaped, nothing is loaded from elsewhere, and no
 * script runs; a wrong account and a wrong signature get the same answer.
 */
export async function startPages(nodes, { secret, port = 0, language = 'en' }) {
  if (typeof secret !== 'string' || secret.length < 16)
    throw new Refusal('options-invalid', '--secret, or BILLING_SECRET, of 16 characters or more is needed');
  const words = pageWords[language];
  const server = createServer(async (request, response) => {
    const nonce = randomBytes(16).toString('base64');
    const answer = (status, body) => {
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      response.end(body);
    };
    try {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const [, text] = /^\/account\/(\d{1,15})$/.exec(pathname) ?? [];
      if (request.method !== 'GET' || text === undefined || !isSigned(secret, text, searchParams.get('key')))
        return answer(404, document(nonce, language, words.notFound, `<h1>${words.notFound}</h1>`));
      const account = readAccount(text);
      const { database, catalogue } = await nodeOf(nodes, account);
      const view = await viewAccount(database, catalogue, account);
      const outlook = outlookOf(catalogue, view);
      answer(
        200,
        document(
          nonce,
          language,
          `${words.account} ${account}`,
          pageOf(
            editionsWithWords(catalogue),
            language,
            words,
            view,
            outlook,
            statementParts(catalogue, view, language),
          ),
        ),
      );
    } catch (error) {
      if (error instanceof Refusal)
        answer(404, document(nonce, language, words.notFound, `<h1>${words.notFound}</h1>`));
      else {
        process.stderr.write(`${error.stack}\n`);
        answer(500, document(nonce, language, words.failed, `<h1>${words.failed}</h1>`));
      }
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

export function escaped(text) {
  const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return String(text).replace(/[&<>"']/g, (sign) => signs[sign]);
}

function document(nonce, language, title, body) {
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; --line: #8886; --ink: light-dark(#1769aa, #7dbcf0); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { margin-bottom: 0; } h1 + p { margin-top: 0; opacity: .75; } h2 { margin-top: 2rem; } h3 { font-size: 1rem; margin: 1rem 0 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; }
dt, small { opacity: .75; } dd { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums; } small { display: block; font-size: .85rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; white-space: nowrap; } th:last-child, td:last-child { padding-right: 0; }
td.sum, th.sum { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 0; } figcaption { display: flex; justify-content: space-between; opacity: .75; font-size: .85rem; }
svg { width: 100%; height: 10rem; display: block; } polyline { fill: none; stroke: var(--ink); stroke-width: 2; vector-effect: non-scaling-stroke; }
line { stroke: var(--line); vector-effect: non-scaling-stroke; }
pre { white-space: pre-wrap; font: inherit; font-size: .95rem; margin: .25rem 0 0; }
@media (max-width: 30rem) { body { padding: 1rem; } th, td { padding: .3rem; } }
</style></head><body>
${body}
</body></html>
`;
}

function sumText({ amount, currency }) {
  return `${amount} ${currency}`;
}

function pageOf(editions, language, words, { account, day, statement }, { lastPaidDay, isAhead, refund }, parts) {
  const facts = [
    [words.balance, sumText(statement.balance)],
    [words.status, statement.status],
    [
      words.paidThrough,
      lastPaidDay === null ? words.nothingCharged : isAhead ? `${words.beyond} ${lastPaidDay}` : lastPaidDay,
    ],
    ...(refund === null ? [] : [[words.backToday, sumText(refund.amount), refund.clauses.join(', ')]]),
  ];
  const entries = [...statement.entries].reverse();
  return `<main>
<h1>${words.account} ${escaped(account)}</h1>
<p>${words.asOf} ${escaped(day)}</p>
<dl>${facts.map(([name, value, clauses]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}${noteOf(clauses)}</dd></div>`).join('')}</dl>
<h2>${words.course}</h2>
${curveOf(words, statement.entries)}
<h2>${words.deadlines}</h2>
${listOf(words, [
  ...[...statement.deadlines]
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    .map((deadline) => `${deadline.lastDay}: ${labelOf(editions, language, deadline, 'opens')}`),
  ...statement.rights.map(
    (right) =>
      `${words.since} ${right.openedOn}, ${right.holder ?? words.either}: ${labelOf(editions, language, right, 'opensRight')}`,
  ),
])}
<h2>${words.entries}</h2>
<table><thead><tr><th>${words.day}</th><th>${words.what}</th><th class="sum">${words.sum}</th><th class="sum">${words.balance}</th></tr></thead><tbody>
${entries
  .map(
    ({ on, posting, cites, amount, balanceAfter, account: book }) =>
      `<tr><td>${escaped(on)}</td><td>${escaped(posting)}${book === 'payout' ? ` (${words.paidOut})` : ''}${noteOf(cites.join(', '))}</td><td class="sum">${escaped(amount.amount)}</td><td class="sum">${escaped(balanceAfter.amount)}</td></tr>`,
  )
  .join('\n')}
</tbody></table>
<h2>${words.statement}</h2>
${parts
  .map(
    ({ title, lines }) =>
      `${title === undefined ? '' : `<h3>${escaped(title)}</h3>`}${lines.length === 0 ? '' : `<pre>${escaped(lines.join('\n'))}</pre>`}`,
  )
  .join('\n')}
</main>`;
}

/** The clauses on which something is based, in small type below it. */
function noteOf(clauses) {
  return clauses ? `<small>${escaped(clauses)}</small>` : '';
}

/** A deadline or a right in the words of the agreement. */
function labelOf(editions, language, { edition, posting, name }, part) {
  const postings = editions.find(({ data }) => data.edition === edition)?.data.postings;
  const label = postings?.find(({ id }) => id === posting)?.[part]?.label;
  return label?.[language] ?? Object.values(label ?? {})[0] ?? name;
}

function listOf(words, items) {
  return items.length === 0
    ? `<p>${words.none}</p>`
    : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

/** The balance at the end of each day, as steps. Only the drawing uses fractions; no amount is derived from it. */
function curveOf(words, entries) {
  const atEnd = new Map();
  for (const { on, account, balanceAfter } of entries) if (account === 'balance') atEnd.set(on, balanceAfter.amount);
  if (atEnd.size === 0) return `<p>${words.noEntries}</p>`;
  const steps = [...atEnd].map(([on, amount]) => ({ on, amount, day: numberOfDay(on), value: Number(amount) }));
  const [first, last] = [steps[0], steps.at(-1)];
  const high = Math.max(...steps.map(({ value }) => value), 0);
  const low = Math.min(...steps.map(({ value }) => value), 0);
  const across = (day) => (((day - first.day) / Math.max(last.day - first.day + 1, 1)) * 1000).toFixed(1);
  const up = (value) => (95 - ((value - low) / (high - low || 1)) * 90).toFixed(1);
  const points = steps.map(({ day, value }, at) => {
    const next = steps[at + 1]?.day ?? last.day + 1;
    return `${across(day)},${up(value)} ${across(next)},${up(value)}`;
  });
  const told = `${words.balance}: ${first.on}: ${first.amount}, ${last.on}: ${last.amount}`;
  return `<figure><svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label="${escaped(told)}"><line x1="0" x2="1000" y1="${up(0)}" y2="${up(0)}"/><polyline points="${points.join(' ')}"/></svg>
<figcaption><span>${escaped(first.on)}: ${escaped(first.amount)}</span><span>${escaped(last.on)}: ${escaped(last.amount)}</span></figcaption></figure>`;
}

/** `serve`. */
export async function serveCommand(settings) {
  const nodes = await openAll(settings);
  const pages = await startPages(nodes, { secret: settings.secret, port: settings.port, language: settings.lang });
  process.stderr.write(`http://127.0.0.1:${pages.port}/account/…\n`);
  await new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await pages.close();
  for (const { database } of nodes) await database.close();
}

/** `link ACCOUNT`. */
export function linkCommand(settings, [text]) {
  if (settings.secret === undefined) throw new Refusal('options-invalid', '--secret, or BILLING_SECRET, is needed');
  process.stdout.write(`http://127.0.0.1:${settings.port}${pathOf(settings.secret, readAccount(text ?? ''))}\n`);
}
