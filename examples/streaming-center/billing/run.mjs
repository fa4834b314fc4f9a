#!/usr/bin/env node
/**
 * The billing run, on the command line:
 *
 *   node billing/run.mjs COMMAND [WORDS] [OPTIONS]
 *
 * Exit code: 0 done, 1 an incomplete run or a reconciliation with faults, 2 wrong input, or a state that does not allow the command.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { AgreementError } from 'oferta';
import { statementText, viewAccount } from './accountView.mjs';
import { openDatabase } from './database.mjs';
import { addDays } from './days.mjs';
import {
  enterEdition,
  enterEvent,
  enterPrice,
  enterRefund,
  enterTopUp,
  openNew,
  readAccount,
  readAmount,
  readWhen,
} from './desk.mjs';
import { migrate } from './migrate.mjs';
import { progress } from './progress.mjs';
import { reconcile } from './reconcile.mjs';
import { Refusal } from './refusal.mjs';
import { seed } from './seed.mjs';
import { readSettings } from './settings.mjs';
import { slicesOnTheWay } from './slicesOnTheWay.mjs';
import { Catalogue } from './store.mjs';
import { readTerms, sumOfUnits } from './terms.mjs';
import { chargeAll } from './work.mjs';
import { runWorkers } from './workers.mjs';

const commands = {
  seed: { says: 'fills an empty database: --accounts --day --seed --slice-size', run: seedCommand },
  charge: { says: 'charges through a day, every missing day too: --day --workers', run: chargeCommand },
  'catch-up': { says: 'brings every slice to the day the furthest has reached: --workers', run: catchUpCommand },
  open: { says: 'TARIFF: opens an account: --at', run: openCommand },
  'top-up': { says: 'ACCOUNT AMOUNT: --at --id', run: topUpCommand },
  refund: {
    says: 'ACCOUNT: asks for the balance back, with --close for the end of the account: --at --id',
    run: refundCommand,
  },
  event: { says: 'ACCOUNT JSON: any other event of the agreement: --at --id', run: eventCommand },
  price: { says: 'TARIFF AMOUNT: --announced-on --effective-on', run: priceCommand },
  edition: { says: 'FILE: a new edition of the agreement: --effective-on', run: editionCommand },
  statement: { says: 'ACCOUNT: --as-of --lang', run: statementCommand },
  status: { says: 'how far the slices are, and how accounts stand', run: statusCommand },
  reconcile: { says: 'replays the accounts and proves the ledger: --sample', run: reconcileCommand },
  'move-slice': {
    says: 'SLICE: --to NODE, the databases of all nodes in --database',
    run: later('moveSlice.mjs', 'moveSliceCommand'),
  },
  daemon: {
    says: 'charges every day in the window of the agreement: --port --force',
    run: later('daemon.mjs', 'daemonCommand'),
  },
  serve: { says: 'the page of an account: --port --secret', run: later('page.mjs', 'serveCommand') },
  link: { says: 'ACCOUNT: the signed address of its page: --port --secret', run: later('page.mjs', 'linkCommand') },
  tier0: { says: 'embedded, from seed to reconcile: --accounts --days', run: later('tiers.mjs', 'tier0') },
  tier1: {
    says: 'the same on a PostgreSQL of its own with workers: --accounts --days --workers',
    run: later('tiers.mjs', 'tier1'),
  },
  tier2: { says: 'the same on two PostgreSQL nodes and three JetStream nodes', run: later('tiers.mjs', 'tier2') },
};

function later(file, name) {
  return async (...given) => (await import(`./${file}`))[name](...given);
}

/** Opens the databases named in the settings, migrates them to the newest schema and reads their catalogues. */
export async function openAll(settings, { isEmpty = false } = {}) {
  const terms = readTerms(settings.terms);
  const databases = [];
  try {
    for (const address of settings.database.split(',')) {
      const database = await openDatabase(address);
      databases.push({ database });
      await migrate(database);
      if (isEmpty) continue;
      const [[accounts]] = await database.query('select count(*) from setting');
      if (accounts === 0) throw new Refusal('database-empty', `${address} holds no accounts: seed it first`);
      databases.at(-1).catalogue = await new Catalogue(database, terms).refresh();
    }
  } catch (error) {
    for (const { database } of databases) await database.close();
    throw error;
  }
  return databases;
}

/** Runs a function with the databases open, and closes them in any case. */
export async function withDatabases(settings, work, options) {
  const databases = await openAll(settings, options);
  try {
    return await work(databases);
  } finally {
    for (const { database } of databases) await database.close();
  }
}

/** The node on which an account lives. */
export async function nodeOf(databases, account) {
  const slice = databases[0].catalogue.sliceOf(account);
  for (const node of databases) {
    const [row] = await node.database.query('select node from slice where slice = $1', [slice]);
    if (row?.[0] === Number(node.catalogue.settings.node)) return node;
  }
  throw new Refusal('account-unknown', `there is no account ${account}`);
}

function say(value) {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}

function need(settings, ...names) {
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length > 0) throw new Refusal('options-invalid', missing.map((name) => `--${name} is needed`).join('\n'));
}

function word(words, at, name) {
  if (words[at] === undefined) throw new Refusal('options-invalid', `${name} is needed`);
  return words[at];
}

async function seedCommand(settings) {
  need(settings, 'day');
  const terms = readTerms(settings.terms);
  const document = readFileSync(join(dirname(settings.terms), terms.agreement), 'utf8');
  const { accounts, day, 'slice-size': sliceSize, seed: start } = settings;
  await withDatabases(
    settings,
    async (databases) => {
      for (const [node, { database }] of databases.entries()) {
        const bar = progress({
          slices: Math.ceil(accounts / sliceSize / databases.length),
          label: 'seed',
          output: { write() {} },
        });
        const done = await seed(database, {
          termsFile: settings.terms,
          document,
          accounts,
          day,
          sliceSize,
          seed: start,
          node,
          nodes: databases.length,
          onProgress: (rows) => bar.slice({ entries: rows }),
        });
        say({ ...done, ...bar.end() });
      }
    },
    { isEmpty: true },
  );
}

async function chargeCommand(settings) {
  need(settings, 'day');
  await withDatabases(settings, (databases) => chargeThrough(settings, databases, settings.day));
}

async function catchUpCommand(settings) {
  await withDatabases(settings, async (databases) => {
    const reached = [];
    for (const { database } of databases) reached.push((await database.query('select max(through) from slice'))[0][0]);
    await chargeThrough(settings, databases, reached.sort().at(-1));
  });
}

/** Charges every node through a day. */
export async function chargeThrough(settings, databases, day) {
  const { workers } = settings;
  for (const { database, catalogue } of databases) {
    const node = Number(catalogue.settings.node);
    const [[slices, least]] = await database.query(
      'select count(*), min(through) from slice where node = $1 and through < $2',
      [node, day],
    );
    if (day < catalogue.rules.firstDay)
      throw new Refusal(
        'before-edition',
        `${day} lies before ${catalogue.rules.firstDay}, when the agreement takes effect`,
      );
    if (least !== null && day > addDays(least, 366) && !settings.force)
      throw new Refusal(
        'day-too-far',
        `${day} is more than a year after ${least}, the last day that is charged; --force charges it`,
      );
    const isServed = database.address.startsWith('postgres');
    if (workers > 1 && !isServed)
      throw new Refusal('options-invalid', '--workers needs PostgreSQL: an embedded database has one process');
    const bar = progress({ slices, label: day });
    const failures = [];
    const onFailure = (failure) => {
      failures.push(failure);
      process.stderr.write(`slice ${failure.slice} is left as it was: ${failure.message}\n`);
    };
    let isStopped = false;
    let done;
    if (isServed)
      done = await runWorkers({
        address: database.address,
        termsFile: settings.terms,
        day,
        workers,
        onSlice: bar.slice,
        onFailure,
      });
    else {
      const stop = () => {
        isStopped = true;
      };
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
      await chargeAll(database, catalogue, { day, onSlice: bar.slice, onFailure, isStopped: () => isStopped });
      done = { isStopped, spent: catalogue.rules.spent };
    }
    say({
      day,
      node,
      ...bar.end(),
      ruleSeconds: Math.round(done.spent) / 1000,
      ...(done.lost > 0 && { workersLost: done.lost }),
    });
    if (failures.length > 0 || done.isStopped) process.exitCode = 1;
  }
}

async function openCommand(settings, words) {
  need(settings, 'at');
  await withDatabases(settings, async (databases) => {
    const tariff = word(words, 0, 'TARIFF');
    let last = 0;
    for (const { database } of databases)
      last = Math.max(last, (await database.query('select max(account) from account'))[0][0] ?? 0);
    const account = last + 1;
    // The slice of this number exists on some node, or is created here.
    const node = await nodeOf(databases, account).catch(() => databases[0]);
    say(
      await openNew(node.database, node.catalogue, {
        account,
        tariff,
        ...readWhen(settings.at, node.catalogue.rules.timeZone),
      }),
    );
  });
}

/** Enters something for an account at an instant, on the node of its slice, and reports the result. */
async function atDesk(settings, words, enter) {
  need(settings, 'at', 'id');
  const account = readAccount(word(words, 0, 'ACCOUNT'));
  await withDatabases(settings, async (databases) => {
    const { database, catalogue } = await nodeOf(databases, account);
    const { rules } = catalogue;
    const what = () => ({ account, id: settings.id, ...readWhen(settings.at, rules.timeZone) });
    say(entered(rules, await enter({ database, catalogue, rules, what })));
  });
}

async function topUpCommand(settings, words) {
  await atDesk(settings, words, ({ database, catalogue, rules, what }) => {
    const amount = readAmount(word(words, 1, 'AMOUNT'), rules.currency);
    return enterTopUp(database, catalogue, { amount, ...what() });
  });
}

async function refundCommand(settings, words) {
  const closes = settings.close === true;
  await atDesk(settings, words, ({ database, catalogue, rules, what }) => {
    if (rules.terms[closes ? 'closing' : 'refund'] === undefined)
      throw new Refusal('terms-invalid', `the terms name no event for ${closes ? 'a closing' : 'a refund'}`);
    return enterRefund(database, catalogue, { closes, ...what() });
  });
}

async function eventCommand(settings, words) {
  let body;
  try {
    body = JSON.parse(word(words, 1, 'JSON'));
  } catch (error) {
    throw new Refusal('event-invalid', `the event is no JSON: ${error.message}`);
  }
  await atDesk(settings, words, ({ database, catalogue, what }) => {
    const { at, ...rest } = what();
    return enterEvent(database, catalogue, { ...rest, body: JSON.stringify(at === null ? body : { ...body, at }) });
  });
}

function entered(rules, { entries, ...rest }) {
  return {
    ...rest,
    entries: entries.map(({ day, kind, amount }) => ({ day, kind, ...sumOfUnits(amount, rules.currency) })),
  };
}

async function priceCommand(settings, words) {
  need(settings, 'announced-on', 'effective-on');
  await withDatabases(settings, async (databases) => {
    const amount = readAmount(word(words, 1, 'AMOUNT'), databases[0].catalogue.rules.currency);
    const tariff = word(words, 0, 'TARIFF');
    for (const { database, catalogue } of databases)
      await enterPrice(database, catalogue, {
        tariff,
        amount,
        announcedOn: settings['announced-on'],
        effectiveOn: settings['effective-on'],
      });
    say({ tariff, amount: words[1], effectiveOn: settings['effective-on'] });
  });
}

async function editionCommand(settings, words) {
  need(settings, 'effective-on');
  let document;
  try {
    document = readFileSync(word(words, 0, 'FILE'), 'utf8');
  } catch (error) {
    throw new Refusal('edition-invalid', error.message);
  }
  await withDatabases(settings, async (databases) => {
    for (const { database } of databases)
      await enterEdition(database, { document, effectiveOn: settings['effective-on'] });
    say({ effectiveOn: settings['effective-on'] });
  });
}

async function statementCommand(settings, words) {
  const account = readAccount(word(words, 0, 'ACCOUNT'));
  await withDatabases(settings, async (databases) => {
    const { database, catalogue } = await nodeOf(databases, account);
    const view = await viewAccount(database, catalogue, account, settings['as-of']);
    process.stdout.write(statementText(catalogue, view, settings.lang));
  });
}

async function statusCommand(settings) {
  await withDatabases(settings, async (databases) => {
    for (const { database, catalogue } of databases) say(await statusOf(database, catalogue));
  });
}

/** The status of a node. */
export async function statusOf(database, catalogue) {
  const node = Number(catalogue.settings.node);
  const [[slices, least, most]] = await database.query(
    'select count(*), min(through), max(through) from slice where node = $1',
    [node],
  );
  const standings = await database.query(
    `select a.status, a.standing, count(*), sum(a.balance)::int8 from account a join slice s using (slice)
     where s.node = $1 group by 1, 2 order by 3 desc limit 20`,
    [node],
  );
  const shown = await database.query(
    `select item->>'name', count(*), min(item->>'day') from account, json_array_elements(shown::json) item
     where shown <> '[]' group by 1 order by 1`,
  );
  return {
    node,
    slices,
    reached: { from: least, to: most },
    accounts: standings.map(([status, standing, count, balance]) => ({
      status,
      standing,
      count,
      balance: sumOfUnits(balance, catalogue.rules.currency),
    })),
    // What can be done and what expires: services that may be deleted, rights, deadlines.
    open: shown.map(([name, count, first]) => ({ name, count, first })),
    editions: [...catalogue.documents.keys()],
  };
}

async function reconcileCommand(settings) {
  await withDatabases(settings, async (databases) => {
    for (const { database, catalogue } of databases) {
      const report = await reconcile(database, catalogue, { sample: settings.sample });
      say(reportText(catalogue, report));
      if (report.faults.length > 0) process.exitCode = 1;
    }
    for (const { slice, from, to } of await slicesOnTheWay(databases)) {
      say(`slice ${slice} left node ${from} and is not on node ${to}: move-slice ${slice} --to ${to} goes on with it`);
      process.exitCode = 1;
    }
  });
}

/** A reconciliation as text, with faults in the order of accounts. */
export function reportText({ rules: { currency } }, report) {
  const sum = (units) => sumOfUnits(units, currency).amount;
  const lines = [
    `${report.accounts} accounts, ${report.replayed} replayed, through ${report.through}, ${report.entries} entries`,
    `credits ${sum(report.credits)} (topped up ${sum(report.topUps)}) - debits ${sum(report.debits)} = closing ${sum(report.closing)} ${currency}; paid out ${sum(report.refunds)}, ${report.below} below zero`,
    ...report.faults
      .slice(0, 100)
      .map(
        ({ account, fault, expected, found }) =>
          `${account === undefined ? '' : `account ${account}: `}${fault}${expected === undefined ? '' : `; expected ${expected}`}${found === undefined ? '' : `; found ${found}`}`,
      ),
    report.faults.length === 0 ? 'reconciled' : `${report.faults.length} faults`,
  ];
  return lines.join('\n');
}

async function main() {
  const [name, ...given] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === 'help') {
    const width = Math.max(...Object.keys(commands).map((command) => command.length));
    say(
      Object.entries(commands)
        .map(([command, { says }]) => `  ${command.padEnd(width)}  ${says}`)
        .join('\n'),
    );
    return;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Refusal('options-invalid', `there is no command "${name}"; help lists them`);
  const { words, settings } = readSettings(given, process.env);
  await command.run(settings, words);
}

if (process.argv[1] !== undefined && import.meta.url.endsWith('run.mjs') && process.argv[1].endsWith('run.mjs'))
  main().catch((error) => {
    const isRefused = error instanceof Refusal || error instanceof AgreementError || error.isRefused === true;
    process.stderr.write(
      `${error.code ? `${error.code}: ` : ''}${isRefused ? error.message : (error.stack ?? error)}\n`,
    );
    process.exitCode = isRefused ? 2 : 1;
  });
