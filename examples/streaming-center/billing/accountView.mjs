import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replay } from 'oferta/agreement';
import { addDays } from './days.mjs';
import { Refusal } from './refusal.mjs';
import { readSources } from './store.mjs';
import { eventsOf } from './terms.mjs';

/** An account with all that was entered about it, as of the day its slice reached or another. */
export async function viewAccount(database, catalogue, account, asOf) {
  await catalogue.refresh();
  const slice = catalogue.sliceOf(account);
  const source = (await readSources(database, catalogue, slice, [account])).get(account);
  const [found] = await database.query('select through from slice where slice = $1', [slice]);
  if (source === undefined || found === undefined)
    throw new Refusal('account-unknown', `there is no account ${account}`);
  const day = asOf ?? found[0];
  const { rules } = catalogue;
  const events = eventsOf(rules.terms, source, rules.currency).filter(({ on }) => on <= day);
  if (events.length === 0)
    throw new Refusal('before-opening', `account ${account} was opened on ${source.openedOn}, after ${day}`);
  return {
    account,
    source,
    day,
    through: found[0],
    events,
    statement: replay(rules.editions, events, day, { currency: rules.currency }),
  };
}

/** What comes next, if nothing else happens: the last day that is paid, and what would come back if the account were closed on the day. */
export function outlookOf(catalogue, { source, day, events, statement }) {
  const { rules } = catalogue;
  const options = { currency: rules.currency };
  const ahead = replay(rules.editions, events, addDays(day, 366), options);
  const charged = ahead.entries.filter(
    ({ on, event, account, amount }) =>
      on > day && event === null && account === 'balance' && amount.amount.startsWith('-'),
  );
  const lastPaidDay = charged.length === 0 ? null : charged.at(-1).on;
  let refund = null;
  if (rules.terms.closing !== undefined) {
    const closing = rules.terms.closing.map((template, at) => ({
      id: `closing.${at}`,
      kind: template.kind,
      on: day,
      ...Object.fromEntries(
        Object.entries(template).filter(
          ([name, value]) => !['kind', 'on', 'at'].includes(name) && !String(value).startsWith('='),
        ),
      ),
    }));
    const closed = replay(rules.editions, [...events, ...closing], day, options);
    const before = statement.entries.length;
    const paid = closed.entries.slice(before).filter(({ account }) => account === 'payout');
    refund = {
      amount: paid[0]?.amount ?? { amount: '0', currency: rules.currency },
      clauses: paid.flatMap(({ cites }) => cites),
    };
    if (paid.length === 0)
      refund.amount = {
        amount: statement.balance.amount
          .replace(/\d/g, '0')
          .replace('-', '')
          .replace(/^0+(?=0)/, ''),
        currency: rules.currency,
      };
  }
  return { lastPaidDay, isAhead: lastPaidDay !== null && lastPaidDay === ahead.asOf, refund, tariff: source.tariff };
}

/** The statement of an account as the package tells it to people. */
export function statementText(catalogue, { events, day }, language) {
  const folder = mkdtempSync(join(tmpdir(), 'billing-statement-'));
  try {
    const { rules } = catalogue;
    const agreement = join(folder, 'agreement.json');
    const edition = rules.on(day);
    writeFileSync(agreement, JSON.stringify(catalogue.documents.get(edition.data.effectiveOn)));
    const own = join(dirname(fileURLToPath(import.meta.url)), 'terms', rules.terms.agreement);
    for (const other of ['ru', 'kk']) {
      const catalogueFile = own.replace(/\.json$/, `.${other}.json`);
      try {
        writeFileSync(join(folder, `agreement.${other}.json`), readFileSync(catalogueFile));
      } catch {}
    }
    const file = join(folder, 'events.json');
    writeFileSync(file, JSON.stringify(events));
    const packageFile = fileURLToPath(import.meta.resolve('oferta/package.json'));
    const command = join(dirname(packageFile), JSON.parse(readFileSync(packageFile, 'utf8')).bin.oferta);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [command, 'replay', agreement, file, '--as-of', day, '--lang', language],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Refusal('statement-failed', stderr.trim());
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
