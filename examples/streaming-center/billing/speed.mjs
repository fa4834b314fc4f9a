/**
 * How fast accounts are charged, on a database of its own that is thrown away:
 *
 *   node billing/speed.mjs [--accounts 100000] [--tiers 0,1,2] [--workers 2] [--slice-size 5000] [--days 3] [--beside]
 *
 * `--beside` charges the same day row by row and by the rule rewritten in SQL as well. A benchmark, never a test.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openDatabase } from './database.mjs';
import { addDays, numberOfDay } from './days.mjs';
import { connectDispatch, dispatchDay, Node, prepareDispatch } from './jetStream.mjs';
import { openMonths } from './migrate.mjs';
import { provide, startNats, startPostgres } from './servers.mjs';
import { readSettings } from './settings.mjs';
import { Catalogue } from './store.mjs';
import { readTerms } from './terms.mjs';
import { openingDay, seedNodes, startStreamWorker, stopped } from './tiers.mjs';
import { chargeAll } from './work.mjs';
import { runWorkers } from './workers.mjs';

const given = process.argv.slice(2);
const beside = given.includes('--beside');
const tiersAt = given.indexOf('--tiers');
const tiers = tiersAt < 0 ? ['0', '1'] : given[tiersAt + 1].split(',');
const others = given.filter((word, at) => word !== '--beside' && at !== tiersAt && (tiersAt < 0 || at !== tiersAt + 1));
const { settings } = readSettings(others, {});
const { accounts, workers, days } = settings;
const served = { shared_buffers: '1GB', max_wal_size: '8GB', autovacuum_naptime: '20s' };

/** Seconds of processor that a server and its children have used; undefined where /proc does not tell. */
function serverSeconds(pid) {
  try {
    const seconds = (id, from, to) => {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return fields.slice(from, to).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
    };
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    // User and system time; of the server itself also that of children that have ended.
    return seconds(pid, 11, 15) + children.reduce((sum, child) => sum + seconds(child, 11, 13), 0);
  } catch {
    return undefined;
  }
}

/** What one second of processor charges, on a machine that others use too. */
function perProcessorSecond(entries, own, before, after) {
  if (before === undefined || after === undefined) return {};
  const server = after - before;
  return {
    workerCpuSeconds: round(own),
    serverCpuSeconds: round(server),
    perCpuSecond: Math.round(entries / (own + server)),
  };
}

function round(seconds) {
  return Math.round(seconds * 100) / 100;
}

function tell(row) {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

function rate(entries, seconds) {
  return { entries, seconds: Math.round(seconds * 100) / 100, perSecond: Math.round(entries / seconds) };
}

async function timed(work) {
  const began = performance.now();
  const entries = await work();
  return rate(entries, (performance.now() - began) / 1000);
}

async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'billing-speed-'));
  try {
    const seeded = await timed(async () => {
      await seedNodes([folder], settings);
      return accounts;
    });
    tell({ tier: 0, what: 'seed', accounts, ...seeded });
    const database = await openDatabase(folder);
    const catalogue = await new Catalogue(database, readTerms(settings.terms)).refresh();
    for (let at = 1; at <= days; at += 1) {
      const before = catalogue.rules.spent;
      const done = await timed(async () => {
        let entries = 0;
        await chargeAll(database, catalogue, {
          day: addDays(openingDay, at),
          onSlice: (tally) => (entries += tally.entries),
        });
        return entries;
      });
      tell({ tier: 0, what: `day ${at}`, accounts, ...done, ruleShare: share(catalogue.rules.spent - before, done) });
    }
    await database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rule's own share of a run, in per cent. */
function share(milliseconds, { seconds }) {
  return `${(milliseconds / seconds / 10).toFixed(2)} %`;
}

async function onPostgres() {
  provide(['postgresql']);
  const server = await startPostgres({ settings: served });
  try {
    const seeded = await timed(async () => {
      await seedNodes([server.address], settings);
      return accounts;
    });
    tell({ tier: 1, what: 'seed', accounts, ...seeded });
    const database = await openDatabase(server.address);
    await database.query('vacuum analyze');
    let day = openingDay;
    for (let at = 1; at <= days; at += 1) {
      day = addDays(day, 1);
      const count = at === 1 ? 1 : workers;
      const [[lsn]] = await database.query('select pg_current_wal_lsn()::text');
      let spent = 0;
      let cpu = 0;
      const before = serverSeconds(server.pid);
      const done = await timed(async () => {
        let entries = 0;
        ({ spent, cpu } = await runWorkers({
          address: server.address,
          termsFile: settings.terms,
          day,
          workers: count,
          onSlice: (tally) => (entries += tally.entries),
        }));
        return entries;
      });
      const [[wal]] = await database.query('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1::pg_lsn)::int8', [lsn]);
      tell({
        tier: 1,
        what: `day ${at}`,
        accounts,
        sliceSize: settings['slice-size'],
        workers: count,
        ...done,
        ruleShare: `${((spent / cpu) * 100).toFixed(2)} % of the workers`,
        walBytes: Math.round(wal / done.entries),
        ...perProcessorSecond(done.entries, cpu / 1000, before, serverSeconds(server.pid)),
      });
    }
    const [[ledger, rows]] = await database.query(
      "select sum(pg_total_relation_size(inhrelid))::int8, (select count(*) from ledger) from pg_inherits where inhparent = 'ledger'::regclass",
    );
    const [[account]] = await database.query("select pg_total_relation_size('account')::int8");
    tell({
      tier: 1,
      what: 'size',
      ledgerBytes: Math.round(ledger / rows),
      accountBytes: Math.round(account / accounts),
    });
    if (beside) {
      day = addDays(day, 1);
      await openMonths(database, day, day);
      await besides(server, 'row by row', () => rowByRow(database, day, Math.min(accounts, 5000)));
      day = addDays(day, 1);
      await openMonths(database, day, day);
      await besides(server, 'the rule in SQL, slice by slice', () => ruleInSql(database, day));
      day = addDays(day, 1);
      await openMonths(database, day, day);
      await besides(server, 'the rule in SQL, one statement', () => ruleInOneStatement(database, day));
    }
    await database.close();
  } finally {
    await server.stop();
  }
}

async function besides(server, what, work) {
  const before = serverSeconds(server.pid);
  const own = process.cpuUsage();
  const done = await timed(work);
  const { user, system } = process.cpuUsage(own);
  tell({
    tier: 1,
    what,
    workers: 1,
    ...done,
    ...perProcessorSecond(done.entries, (user + system) / 1e6, before, serverSeconds(server.pid)),
  });
}

/** The same charge, an account at a time: read, computed by the package, written. */
async function rowByRow(database, day, count) {
  const catalogue = await new Catalogue(database, readTerms(settings.terms)).refresh();
  for (let account = 1; account <= count; account += 1) {
    const slice = catalogue.sliceOf(account);
    await database.transaction(async ({ query }) => {
      const [row] = await query(
        'select kind, rule, facts from line where slice = $1 and account = $2 and $3 between first_day and last_day',
        [slice, account, day],
      );
      if (row === undefined) return;
      const [kind, rule, facts] = row;
      const body = await catalogue.ruleBody({ query }, rule);
      const [amount] = catalogue.rules.amounts(body, catalogue.pricesOf(JSON.parse(body).tariff), [facts], day);
      await query('update account set balance = balance + $3 where slice = $1 and account = $2', [
        slice,
        account,
        amount,
      ]);
      await query("insert into ledger values ($1, $2, $3, $4, 'b', $5)", [slice, account, day, kind, amount]);
    });
  }
  return count;
}

/** The cumulative daily charge, rounded half away from zero, in whole numbers: what would have to be written and kept equal by hand. */
function sqlCharge(day, where) {
  const date = Number(day.slice(8));
  const length = daysInMonth(day);
  const through = (count) => `(2 * p.amount * ${count} + ${length}) / (2 * ${length})`;
  return `with charged as (
      select l.slice, l.account, l.kind, ${through(date)} - ${through(date - 1)} as amount
      from line l join account a using (slice, account)
      join price p on p.tariff = a.tariff where ${where} '${day}' between l.first_day and l.last_day
    ), paid as (
      update account set balance = balance - charged.amount from charged
      where account.slice = charged.slice and account.account = charged.account
      returning 1
    ) insert into ledger select slice, account, '${day}', kind, 'b', -amount from charged`;
}

function daysInMonth(day) {
  const [year, month] = day.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return numberOfDay(next) - numberOfDay(`${day.slice(0, 7)}-01`);
}

async function ruleInSql(database, day) {
  const rows = await database.query('select slice from slice order by slice');
  for (const [slice] of rows)
    await database.transaction(async ({ query }) => {
      await query('select 1 from slice where slice = $1 for update', [slice]);
      await query(sqlCharge(day, `l.slice = ${slice} and a.slice = ${slice} and`));
      await query('update slice set through = $2 where slice = $1', [slice, day]);
    });
  const [[count]] = await database.query('select count(*) from ledger where day = $1', [day]);
  return count;
}

async function ruleInOneStatement(database, day) {
  await database.transaction(async ({ query }) => {
    await query(sqlCharge(day, ''));
  });
  const [[count]] = await database.query('select count(*) from ledger where day = $1', [day]);
  return count;
}

async function onCluster() {
  provide(['postgresql', 'nats-server']);
  const servers = [await startPostgres({ settings: served }), await startPostgres({ settings: served })];
  const cluster = await startNats(3);
  const children = [];
  const dispatch = await connectDispatch(cluster.addresses);
  try {
    const addresses = servers.map(({ address }) => address);
    await seedNodes(addresses, settings);
    await prepareDispatch(dispatch, 3);
    let entries = 0;
    for (let at = 0; at < workers; at += 1)
      children.push(
        startStreamWorker(cluster.addresses, addresses, settings.terms, (tally) => (entries += tally.entries)),
      );
    const nodes = addresses.map((address) => new Node(address, readTerms(settings.terms)));
    for (let at = 1; at <= days; at += 1) {
      entries = 0;
      const done = await timed(async () => {
        await dispatchDay({ dispatch, nodes, day: addDays(openingDay, at) });
        return entries;
      });
      tell({ tier: 2, what: `day ${at}`, accounts, nodes: 2, streams: 3, workers, ...done });
    }
    for (const node of nodes) await node.close();
  } finally {
    await Promise.all(children.map((child) => stopped(child)));
    await dispatch.connection.close();
    await cluster.stop();
    for (const server of servers) await server.stop();
  }
}

tell({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.versions.node });
if (tiers.includes('0')) await embedded();
if (tiers.includes('1')) await onPostgres();
if (tiers.includes('2')) await onCluster();
