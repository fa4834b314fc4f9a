import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';
import { outlookOf, statementText, viewAccount } from './accountView.mjs';
import { readAccount } from './desk.mjs';
import { Refusal } from './refusal.mjs';
import { nodeOf, openAll } from './run.mjs';

/** What signs the address of an account: whoever has it may read this account and no other. */
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
 * Serves the page of each account to whoever has its signed address. Everything that is shown is escaped, nothing is loaded from elsewhere and
 * no script runs; a wrong account and a wrong signature get the same answer.
 */
export async function startPages(nodes, { secret, port = 0, language = 'en' }) {
  if (typeof secret !== 'string' || secret.length < 16)
    throw new Refusal('options-invalid', '--secret, or BILLING_SECRET, of 16 characters or more is needed');
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
        return answer(404, document(nonce, language, 'Not found', '<h1>Not found</h1>'));
      const account = readAccount(text);
      const { database, catalogue } = await nodeOf(nodes, account);
      const view = await viewAccount(database, catalogue, account);
      const outlook = outlookOf(catalogue, view);
      answer(
        200,
        document(
          nonce,
          language,
          `Account ${account}`,
          pageOf(catalogue.rules, language, view, outlook, statementText(catalogue, view, language)),
        ),
      );
    } catch (error) {
      if (error instanceof Refusal) answer(404, document(nonce, language, 'Not found', '<h1>Not found</h1>'));
      else {
        process.stderr.write(`${error.stack}\n`);
        answer(500, document(nonce, language, 'Error', '<h1>This page cannot be shown now</h1>'));
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
:root { color-scheme: light dark; --line: #8886; --ink: #1769aa; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; }
dt { opacity: .75; } dd { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; } .scroll { overflow-x: auto; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
td.sum, th.sum { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { width: 100%; height: 10rem; display: block; } polyline { fill: none; stroke: var(--ink); stroke-width: 2; vector-effect: non-scaling-stroke; }
pre { overflow-x: auto; white-space: pre-wrap; font-size: .85rem; }
</style></head><body>
${body}
</body></html>
`;
}

function sumText({ amount, currency }) {
  return `${amount} ${currency}`;
}

function pageOf(rules, language, { account, day, statement }, { lastPaidDay, isAhead, refund }, text) {
  const facts = [
    ['Balance', sumText(statement.balance)],
    ['Status', statement.status],
    ['Paid through', lastPaidDay === null ? 'nothing is charged' : isAhead ? `beyond ${lastPaidDay}` : lastPaidDay],
    ...(refund === null
      ? []
      : [
          [
            'Back if closed today',
            `${sumText(refund.amount)}${refund.clauses.length > 0 ? ` (${refund.clauses.join(', ')})` : ''}`,
          ],
        ]),
  ];
  const entries = [...statement.entries].reverse();
  return `<main>
<h1>Account ${escaped(account)}</h1>
<p>As of ${escaped(day)}.</p>
<dl>${facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>
<h2>Balance over time</h2>
${curveOf(statement.entries)}
<h2>Deadlines and rights</h2>
${listOf([
  ...statement.deadlines.map((deadline) => `${deadline.lastDay}: ${labelOf(rules, language, deadline, 'opens')}`),
  ...statement.rights.map(
    (right) =>
      `since ${right.openedOn}, ${right.holder ?? 'either party'}: ${labelOf(rules, language, right, 'opensRight')}`,
  ),
])}
<h2>Entries</h2>
<div class="scroll"><table><thead><tr><th>Day</th><th>What</th><th>Clauses</th><th class="sum">Sum</th><th class="sum">Balance</th></tr></thead><tbody>
${entries
  .map(
    ({ on, posting, cites, amount, balanceAfter, account: book }) =>
      `<tr><td>${escaped(on)}</td><td>${escaped(posting)}${book === 'payout' ? ' (paid out)' : ''}</td><td>${escaped(cites.join(', '))}</td><td class="sum">${escaped(amount.amount)}</td><td class="sum">${escaped(balanceAfter.amount)}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>
<h2>Statement</h2>
<pre>${escaped(text)}</pre>
</main>`;
}

/** What a deadline or a right is, in the words of the agreement. */
function labelOf(rules, language, { edition, posting, name }, part) {
  const label = rules.posting(edition, posting)?.[part]?.label;
  return label?.[language] ?? Object.values(label ?? {})[0] ?? name;
}

function listOf(items) {
  return items.length === 0 ? '<p>None.</p>' : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

/** The balance after each entry, as a line that steps. The drawing alone uses fractions: no sum is made of it. */
function curveOf(entries) {
  if (entries.length === 0) return '<p>Nothing was entered yet.</p>';
  const values = entries
    .filter(({ account }) => account === 'balance')
    .map(({ balanceAfter }) => Number(balanceAfter.amount));
  const high = Math.max(...values, 0);
  const low = Math.min(...values, 0);
  const points = values.map(
    (value, at) =>
      `${((at / Math.max(values.length - 1, 1)) * 1000).toFixed(1)},${(95 - ((value - low) / (high - low || 1)) * 90).toFixed(1)}`,
  );
  return `<svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label="Balance from ${escaped(entries[0].on)} to ${escaped(entries.at(-1).on)}"><polyline points="${points.join(' ')}"/></svg>`;
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
