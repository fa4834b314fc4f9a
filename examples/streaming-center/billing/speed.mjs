/**
 * Measures how fast accounts are charged, on a temporary database:
 *
 *   node billing/speed.mjs [--accounts 100000] [--tiers 0,1,2] [--workers 2] [--slice-size 5000] [--days 3] [--beside]
 *
 * `--beside` charges further days row by row, by the rule rewritten in SQL, and with individual facts of each account, alternating with
 * our run and with the same durability, so that other load on the machine affects all of them equally. A benchmark, never a test.
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

/** Processor seconds used by a server and its children; undefined if /proc does not say. */
function serverSeconds(pid) {
  try {
    const seconds = (id, from, to) => {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return fields.slice(from, to).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
    };
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    // User and system time; for the server itself, including children that have ended.
    return seconds(pid, 11, 15) + children.reduce((sum, child) => sum + seconds(child, 11, 13), 0);
  } catch {
    return undefined;
  }
}

/** Processor seconds of the workers and of the server, and how many charges one second of both makes on a shared machine. */
function processors(entries, own, before, server, workerSeconds = 0) {
  const after = serverSeconds(server.pid);
  if (before === undefined || after === undefined) return {};
  const { user, system } = process.cpuUsage(own);
  const [mine, its] = [(user + system) / 1e6 + workerSeconds, after - before];
  return { workerCpu: round(mine), serverCpu: round(its), perCpuSecond: Math.round(entries / (mine + its)) };
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

/** The address of our own server with reference checks off for the seed, which is not measured. */
function unchecked(address) {
  return `${address}?options=-c%20session_replication_role%3Dreplica`;
}

async function onPostgres() {
  provide(['postgresql']);
  const server = await startPostgres({ settings: served });
  try {
    const own = process.cpuUsage();
    const before = serverSeconds(server.pid);
    const seeded = await timed(async () => {
      await seedNodes([unchecked(server.address)], settings);
      return accounts;
    });
    tell({ tier: 1, what: 'seed', ...seeded, ...processors(seeded.entries, own, before, server) });
    const bench = await Bench.open(server);
    for (let at = 1; at <= days; at += 1) {
      await bench.measured('a process for each worker', 1, (day) => bench.workers(day, 1));
      if (workers > 1) await bench.measured('a process for each worker', workers, (day) => bench.workers(day, workers));
      if (!beside) continue;
      await bench.measured('one process that runs on', 1, (day) => bench.inside(day));
      await bench.measured('the rule in SQL, slice by slice', 1, (day) => bench.ruleInSql(day, 1));
      if (workers > 1)
        await bench.measured('the rule in SQL, slice by slice', workers, (day) => bench.ruleInSql(day, workers));
      await bench.measured('the rule in SQL, one statement', 1, (day) => bench.ruleInOneStatement(day));
    }
    if (beside) {
      const some = Math.min(accounts, 2000);
      await bench.measured(`row by row, ${some} accounts`, 1, (day) => bench.rowByRow(day, some));
      await bench.giveFacts();
      for (let at = 1; at <= days; at += 1)
        await bench.measured('facts of each account, one process that runs on', 1, (day) => bench.inside(day));
    }
    await bench.sizes();
    bench.summary();
    await bench.database.close();
  } finally {
    await server.stop();
  }
}

/** One database whose accounts are charged day after day, each day in another way. */
export class Bench {
  #rates = new Map();
  #day;

  static async open(server) {
    const bench = new Bench();
    bench.server = server;
    bench.database = await openDatabase(server.address);
    await bench.database.query('vacuum analyze');
    bench.catalogue = await new Catalogue(bench.database, readTerms(settings.terms)).refresh();
    [[bench.#day]] = await bench.database.query('select max(through) from slice');
    return bench;
  }

  /** Charges the next day in one way, and reports how fast that was. */
  async measured(what, count, charge) {
    this.#day = addDays(this.#day, 1);
    await openMonths(this.database, this.#day, this.#day);
    const [[lsn]] = await this.database.query('select pg_current_wal_lsn()::text');
    const before = serverSeconds(this.server.pid);
    const own = process.cpuUsage();
    const began = performance.now();
    const { entries, workerSeconds = 0, ruleSeconds } = await charge(this.#day);
    const done = rate(entries, (performance.now() - began) / 1000);
    const [[wal]] = await this.database.query('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1::pg_lsn)::int8', [lsn]);
    tell({
      tier: 1,
      what,
      workers: count,
      sliceSize: settings['slice-size'],
      day: this.#day,
      ...done,
      ...(ruleSeconds !== undefined && { ruleShare: share(ruleSeconds * 1000, done) }),
      walBytes: Math.round(wal / entries),
      ...processors(entries, own, before, this.server, workerSeconds),
    });
    const key = `${what}, ${count}`;
    this.#rates.set(key, [...(this.#rates.get(key) ?? []), done.perSecond]);
  }

  async workers(day, count) {
    let entries = 0;
    const { spent, cpu } = await runWorkers({
      address: this.server.address,
      termsFile: settings.terms,
      day,
      workers: count,
      onSlice: (tally) => (entries += tally.entries),
    });
    return { entries, workerSeconds: cpu / 1000, ruleSeconds: spent / 1000 };
  }

  async inside(day) {
    const { rules } = this.catalogue;
    const before = rules.spent;
    let entries = 0;
    await chargeAll(this.database, this.catalogue, { day, onSlice: (tally) => (entries += tally.entries) });
    return { entries, ruleSeconds: (rules.spent - before) / 1000 };
  }

  /** The same charge, an account at a time: read, computed by the package, written. */
  async rowByRow(day, count) {
    const { database, catalogue } = this;
    for (let account = 1; account <= count; account += 1) {
      const slice = catalogue.sliceOf(account);
      await database.transaction(async ({ query }) => {
        const [row] = await query(
          'select kind, rule, facts from line where slice = $1 and account = $2 and $3 between first_day and last_day',
          [slice, account, day],
        );
        if (row === undefined) return;
        const [kind, rule, facts] = row;
        const [amount] = catalogue.amounts(await catalogue.ruleBody({ query }, rule), [facts], day);
        await query('update account set balance = balance + $3 where slice = $1 and account = $2', [
          slice,
          account,
          amount,
        ]);
        await query("insert into ledger values ($1, $2, $3, $4, 'b', $5)", [slice, account, day, kind, amount]);
      });
    }
    // The other slices get the day as well, so that the next run charges one day.
    await database.query('update slice set through = $1', [day]);
    return { entries: count };
  }

  /** With several connections, each of which takes the next free slice, as our workers do. */
  async ruleInSql(day, connections) {
    const pool = await openDatabase(this.server.address, { connections });
    let entries = 0;
    const take = () =>
      pool.transaction(async ({ query }) => {
        const [found] = await query(
          'select slice from slice where through < $1 order by slice limit 1 for update skip locked',
          [day],
        );
        if (found === undefined) return false;
        const [slice] = found;
        const [[count]] = await query(sqlCharge(day, `l.slice = ${slice} and a.slice = ${slice} and`));
        entries += count;
        await query('update slice set through = $2 where slice = $1', [slice, day]);
        return true;
      });
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (await take());
      }),
    );
    await pool.close();
    return { entries };
  }

  async ruleInOneStatement(day) {
    return this.database.transaction(async ({ query }) => {
      const [[entries]] = await query(sqlCharge(day, ''));
      await query('update slice set through = $1', [day]);
      return { entries };
    });
  }

  /** Gives every account an individual fact, so that it is charged in memory, by columns. The fact is that no price was negotiated with it. */
  async giveFacts() {
    await this.database.query('update line set facts = array[null]::int8[]');
    await this.database.query('vacuum analyze line');
  }

  async sizes() {
    const [[ledger, entries]] = await this.database.query(
      "select sum(pg_total_relation_size(inhrelid))::int8, (select count(*) from ledger) from pg_inherits where inhparent = 'ledger'::regclass",
    );
    const sizes = await this.database.query(
      "select relname, pg_total_relation_size(oid)::int8 from pg_class where relname in ('account', 'line', 'planned', 'top_up') order by 1",
    );
    tell({
      tier: 1,
      what: 'bytes',
      ofALedgerRow: Math.round(ledger / entries),
      ...Object.fromEntries(sizes.map(([name, bytes]) => [name, Math.round(bytes / accounts)])),
    });
  }

  /** The median rate of each way of charging. */
  summary() {
    for (const [what, rates] of this.#rates) {
      const sorted = rates.sort((a, b) => a - b);
      tell({ tier: 1, accounts, what, median: sorted[Math.floor((sorted.length - 1) / 2)], rates: sorted });
    }
  }
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
    ), moved as (
      update account set balance = balance - charged.amount from charged
      where account.slice = charged.slice and account.account = charged.account
    ), entered as (
      insert into ledger select slice, account, '${day}', kind, 'b', -amount from charged
    ) select count(*) from charged`;
}

function daysInMonth(day) {
  const [year, month] = day.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return numberOfDay(next) - numberOfDay(`${day.slice(0, 7)}-01`);
}

async function onCluster() {
  provide(['postgresql', 'nats-server']);
  const servers = [await startPostgres({ settings: served }), await startPostgres({ settings: served })];
  const cluster = await startNats(3);
  const children = [];
  const dispatch = await connectDispatch(cluster.addresses);
  try {
    const addresses = servers.map(({ address }) => address);
    await seedNodes(addresses.map(unchecked), settings);
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

if (process.argv[1]?.endsWith('speed.mjs')) {
  tell({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.versions.node });
  if (tiers.includes('0')) await embedded();
  if (tiers.includes('1')) await onPostgres();
  if (tiers.includes('2')) await onCluster();
}
