/**
 * Measures how fast accounts are charged, on a temporary database:
 *
 *   node billing/speed.mjs [--accounts 100000] [--tiers 0,1,2] [--workers 2] [--slice-size 5000] [--days 3] [--beside | --ways …] [--folder …]
 *
 * Every day is charged in another way, in turn and with the same durability, so that other load on the machine affects all ways equally;
 * the order changes from round to round. Accounts are vacuumed after each day, as autovacuum does in the hours between two runs; that is
 * reported separately, as is the first day after the seed, on which every page is touched for the first time. `--ways` names the ways:
 *
 *   runs-on         one process that has charged days before
 *   workers         a process for each worker, started for the day: 1, 2, 4 … up to --workers
 *   streams         workers that take slices from the stream (tier 2 only)
 *   sql             the rule rewritten in SQL, slice by slice, on as many connections
 *   one-statement   the rule rewritten in SQL, one statement for all accounts of a node
 *   rows            the program, an account at a time
 *   facts           every account has facts of its own (measured last; the accounts keep them)
 *
 * By default only our own ways are measured; `--beside` means all. `--folder` keeps the PostgreSQL database of tier 1 in a folder, so that
 * a large one is seeded once (`--ways none`) and measured later. A benchmark, never a test.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openDatabase } from './database.mjs';
import { addDays, numberOfDay } from './days.mjs';
import { connectDispatch, dispatchDay, Node, prepareDispatch } from './jetStream.mjs';
import { openMonths } from './migrate.mjs';
import { Refusal } from './refusal.mjs';
import { provide, startNats, startPostgres } from './servers.mjs';
import { readSettings } from './settings.mjs';
import { Catalogue } from './store.mjs';
import { readTerms } from './terms.mjs';
import { openingDay, seedNodes, startStreamWorker, stopped } from './tiers.mjs';
import { chargeAll } from './work.mjs';
import { runWorkers } from './workers.mjs';

const allWays = ['runs-on', 'workers', 'streams', 'sql', 'one-statement', 'rows', 'facts'];
const ours = ['runs-on', 'workers', 'streams'];
const { tiers, ways, folder, settings } = readOrEnd(process.argv.slice(2));
const { accounts, workers, days } = settings;
/** 1, 2, 4 … and the number of workers itself. */
const counts = [1, 2, 4, 8, 16].filter((count) => count < workers).concat(workers);

function readOrEnd(given) {
  try {
    return readOptions(given);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(2);
  }
}

function readOptions(given) {
  const own = { tiers: '0,1', ways: undefined, folder: undefined };
  const others = [];
  for (let at = 0; at < given.length; at += 1) {
    const name = given[at].slice(2);
    if (given[at] === '--beside') own.ways ??= allWays.join(',');
    else if (given[at].startsWith('--') && name in own) {
      at += 1;
      own[name] = given[at];
    } else others.push(given[at]);
  }
  const asked = (own.ways ?? ours.join(',')).split(',').filter((way) => way !== 'none');
  for (const way of asked)
    if (!allWays.includes(way))
      throw new Refusal('options-invalid', `--ways takes some of ${allWays.join(', ')}, not "${way}"`);
  return { tiers: own.tiers.split(','), ways: new Set(asked), folder: own.folder, ...readSettings(others, {}) };
}

const served = { shared_buffers: '1GB', max_wal_size: '8GB', autovacuum: 'off' };

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

/** The same for several processes; zero for none, since an embedded database works in our own process. */
function secondsOf(pids) {
  let sum = 0;
  for (const pid of pids) {
    const seconds = serverSeconds(pid);
    if (seconds === undefined) return undefined;
    sum += seconds;
  }
  return sum;
}

/** Processor seconds of the workers and of the servers, and how many charges one second of both makes on a shared machine. */
function processors(entries, own, before, servers, workerSeconds = 0) {
  const after = secondsOf(servers);
  if (before === undefined || after === undefined) return {};
  const { user, system } = process.cpuUsage(own);
  const [mine, its] = [(user + system) / 1e6 + workerSeconds, after - before];
  return { workerCpu: round(mine), serverCpu: round(its), perCpuSecond: Math.round(entries / (mine + its)) };
}

function loads() {
  return loadavg().map((one) => Math.round(one * 10) / 10);
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
  const place = mkdtempSync(join(tmpdir(), 'billing-speed-'));
  try {
    await seeded(0, [place], []);
    const bench = await Bench.open(0, [place], []);
    await bench.compare(
      (day) => bench.inside(day),
      [
        ['runs-on', 'one process that runs on', 1, (day) => bench.inside(day)],
        ['sql', 'the rule in SQL, slice by slice', 1, (day) => bench.ruleInSql(day, 1)],
        ['one-statement', 'the rule in SQL, one statement', 1, (day) => bench.ruleInOneStatement(day)],
      ],
    );
    await bench.close();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Seeds nodes that hold nothing yet, and gives the planner its statistics. */
async function seeded(tier, addresses, servers) {
  const own = process.cpuUsage();
  const before = secondsOf(servers);
  const done = await timed(async () => {
    await seedNodes(addresses, settings);
    return accounts;
  });
  tell({ tier, what: 'seed', ...done, ...processors(accounts, own, before, servers), load: loads() });
  for (const address of addresses) {
    const database = await openDatabase(address);
    await database.query('vacuum analyze');
    await database.close();
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
  const isThere = folder !== undefined && existsSync(join(folder, 'data', 'PG_VERSION'));
  const server = await startPostgres({ settings: served, folder });
  try {
    const { address, pid } = server;
    if (!isThere) await seeded(1, [unchecked(address)], [pid]);
    const bench = await Bench.open(1, [address], [pid]);
    await bench.compare(
      (day) => bench.inside(day),
      [
        ['runs-on', 'one process that runs on', 1, (day) => bench.inside(day)],
        ...counts.flatMap((count) => [
          ['sql', 'the rule in SQL, slice by slice', count, (day) => bench.ruleInSql(day, count)],
          ['workers', 'a process for each worker', count, (day) => bench.workers(day, count)],
        ]),
        ['one-statement', 'the rule in SQL, one statement', 1, (day) => bench.ruleInOneStatement(day)],
      ],
    );
    await bench.close();
  } finally {
    await server.stop();
  }
}

/** Nodes whose accounts are charged day after day, each day in another way. */
class Bench {
  #rates = new Map();
  #vacuums = [];
  #day;

  /** @param {number} tier @param {readonly string[]} addresses @param {readonly number[]} others The processes that work beside ours. */
  static async open(tier, addresses, others) {
    const bench = new Bench();
    Object.assign(bench, { tier, addresses, others, databases: [], catalogues: [] });
    for (const address of addresses) {
      const database = await openDatabase(address);
      bench.databases.push(database);
      bench.catalogues.push(await new Catalogue(database, readTerms(settings.terms)).refresh());
    }
    [[bench.#day]] = await bench.databases[0].query('select max(through) from slice');
    return bench;
  }

  async close() {
    for (const database of this.databases) await database.close();
  }

  /** Charges several days in each way, alternating, and then days row by row and with individual facts of each account. */
  async compare(first, given) {
    if (ways.size === 0) return;
    const asked = given.filter(([way]) => ways.has(way)).map(([, ...way]) => way);
    if (this.#day === openingDay) await this.measured('first day after the seed', 1, first);
    for (let at = 0; at < days; at += 1)
      for (let turn = 0; turn < asked.length; turn += 1) await this.measured(...asked[(at + turn) % asked.length]);
    const some = Math.min(accounts, 2000);
    if (ways.has('rows')) await this.measured(`row by row, ${some} accounts`, 1, (day) => this.rowByRow(day, some));
    if (ways.has('facts') && this.addresses.length === 1) {
      await this.giveFacts();
      for (let at = 1; at <= days; at += 1)
        await this.measured('facts of each account, one process that runs on', 1, (day) => this.inside(day));
    }
    await this.sizes();
    this.summary();
  }

  /** Charges the next day in one way, and reports how fast that was. */
  async measured(what, count, charge) {
    this.#day = addDays(this.#day, 1);
    for (const database of this.databases) await openMonths(database, this.#day, this.#day);
    const lsns = await this.#each((database) => database.query('select pg_current_wal_lsn()::text'));
    const before = secondsOf(this.others);
    const own = process.cpuUsage();
    const began = performance.now();
    const { entries, workerSeconds = 0, ruleSeconds } = await charge(this.#day);
    const done = rate(entries, (performance.now() - began) / 1000);
    const used = processors(entries, own, before, this.others, workerSeconds);
    const wal = await this.#each((database, at) =>
      database.query('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1::pg_lsn)::int8', [lsns[at][0][0]]),
    );
    tell({
      tier: this.tier,
      accounts,
      what,
      workers: count,
      sliceSize: settings['slice-size'],
      day: this.#day,
      ...done,
      ...(ruleSeconds !== undefined && { ruleShare: share(ruleSeconds * 1000, done) }),
      walBytes: Math.round(wal.reduce((sum, [[bytes]]) => sum + bytes, 0) / entries),
      ...used,
      load: loads(),
    });
    const key = `${what}, ${count}`;
    this.#rates.set(key, [...(this.#rates.get(key) ?? []), [done.perSecond, used.perCpuSecond]]);
    const vacuumed = await timed(async () => {
      await this.#each((database) => database.query('vacuum account'));
      return accounts;
    });
    this.#vacuums.push(vacuumed.seconds);
  }

  /** The same on all nodes at once. */
  #each(work) {
    return Promise.all(this.databases.map(work));
  }

  async workers(day, count) {
    let entries = 0;
    const { spent, cpu } = await runWorkers({
      address: this.addresses[0],
      termsFile: settings.terms,
      day,
      workers: count,
      onSlice: (tally) => (entries += tally.entries),
    });
    return { entries, workerSeconds: cpu / 1000, ruleSeconds: spent / 1000 };
  }

  async inside(day) {
    const [{ rules }] = this.catalogues;
    const before = rules.spent;
    let entries = 0;
    await chargeAll(this.databases[0], this.catalogues[0], { day, onSlice: (tally) => (entries += tally.entries) });
    return { entries, ruleSeconds: (rules.spent - before) / 1000 };
  }

  /** The same charge, an account at a time: read, computed by the package, written. */
  async rowByRow(day, count) {
    const { databases, catalogues } = this;
    for (let account = 1; account <= count; account += 1) {
      const slice = catalogues[0].sliceOf(account);
      const node = slice % databases.length;
      const catalogue = catalogues[node];
      await databases[node].transaction(async ({ query }) => {
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
    await this.#each((database) => database.query('update slice set through = $1', [day]));
    return { entries: count };
  }

  /** On each node with several connections, each of which takes the next free slice, as our workers do. */
  async ruleInSql(day, connections) {
    const counted = await this.#each(async (database, at) => {
      const pool = connections > 1 ? await openDatabase(this.addresses[at], { connections }) : database;
      let entries = 0;
      const one = async () => {
        for (let took = 0; took !== undefined; entries += took ?? 0) took = await takeBySql(pool, day);
      };
      await Promise.all(Array.from({ length: connections }, one));
      if (pool !== database) await pool.close();
      return entries;
    });
    return { entries: counted.reduce((sum, entries) => sum + entries, 0) };
  }

  async ruleInOneStatement(day) {
    const counted = await this.#each((database) =>
      database.transaction(async ({ query }) => {
        await query(plannedLikeOurs);
        const [[entries]] = await query(sqlCharge(day));
        await query('update slice set through = $1', [day]);
        return entries;
      }),
    );
    return { entries: counted.reduce((sum, entries) => sum + entries, 0) };
  }

  /** Gives every account an individual fact, so that it is charged in memory, by columns. The fact is that no price was negotiated with it. */
  async giveFacts() {
    const [database] = this.databases;
    await database.query('update line set facts = array[null]::int8[]');
    await database.query('vacuum analyze line');
  }

  async sizes() {
    const found = await this.#each((database) =>
      database.query(
        `select 'ledger', sum(pg_total_relation_size(inhrelid))::int8 from pg_inherits where inhparent = 'ledger'::regclass
         union all select 'entries', count(*) from ledger
         union all select relname, pg_total_relation_size(oid)::int8 from pg_class where relname in ('account', 'line', 'planned', 'top_up')`,
      ),
    );
    const bytes = {};
    for (const [name, size] of found.flat()) bytes[name] = (bytes[name] ?? 0) + size;
    const { ledger, entries, ...tables } = bytes;
    const each = Object.entries(tables).map(([name, size]) => [name, Math.round(size / accounts)]);
    tell({ tier: this.tier, what: 'bytes', ofALedgerRow: Math.round(ledger / entries), ...Object.fromEntries(each) });
  }

  /** The median rate of each way of charging, by the clock and per processor second. */
  summary() {
    tell({ tier: this.tier, accounts, what: 'vacuum after a day', seconds: this.#vacuums });
    const middle = (rates) => rates.sort((a, b) => a - b)[Math.floor((rates.length - 1) / 2)];
    for (const [what, pairs] of this.#rates) {
      const [rates, perCpuSecond] = [0, 1].map((at) => pairs.map((pair) => pair[at]));
      tell({ tier: this.tier, accounts, what, median: middle(rates), medianPerCpuSecond: middle(perCpuSecond), rates });
    }
  }
}

/** Our own statement is planned like this as well: the planner expects a handful of rows, and would look up every account by its key. */
const plannedLikeOurs = 'set local enable_nestloop = off';

/** Charges the next free slice by the rule in SQL; undefined if none is left. */
function takeBySql(pool, day) {
  return pool.transaction(async ({ query }) => {
    const [found] = await query(
      'select slice from slice where through < $1 order by slice limit 1 for update skip locked',
      [day],
    );
    if (found === undefined) return undefined;
    const [slice] = found;
    await query(plannedLikeOurs);
    const [[entries]] = await query(sqlCharge(day, slice));
    await query('update slice set through = $2 where slice = $1', [slice, day]);
    return entries;
  });
}

/** The cumulative daily charge, rounded half away from zero, in whole numbers: what would have to be written and kept equal by hand. */
function sqlCharge(day, slice) {
  // Each table by its slice: the planner draws no conclusion from one to the other.
  const of = (table) => (slice === undefined ? '' : `${table}.slice = ${slice} and`);
  const date = Number(day.slice(8));
  const length = daysInMonth(day);
  const through = (count) => `(2 * p.amount * ${count} + ${length}) / (2 * ${length})`;
  return `with charged as (
      select l.slice, l.account, l.kind, ${through(date)} - ${through(date - 1)} as amount
      from line l join account a using (slice, account)
      join price p on p.tariff = a.tariff where ${of('l')} ${of('a')} '${day}' between l.first_day and l.last_day
    ), moved as (
      update account set balance = balance - charged.amount from charged
      where ${of('account')} account.slice = charged.slice and account.account = charged.account
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
    await seeded(
      2,
      addresses.map(unchecked),
      servers.map(({ pid }) => pid),
    );
    await prepareDispatch(dispatch, 3);
    let entries = 0;
    for (let at = 0; at < workers; at += 1)
      children.push(
        startStreamWorker(cluster.addresses, addresses, settings.terms, (tally) => (entries += tally.entries)),
      );
    const nodes = addresses.map((address) => new Node(address, readTerms(settings.terms)));
    const others = [...servers, ...cluster.nodes.map(({ child }) => child), ...children].map(({ pid }) => pid);
    const bench = await Bench.open(2, addresses, others);
    const byStream = async (day) => {
      entries = 0;
      await dispatchDay({ dispatch, nodes, day });
      return { entries };
    };
    await bench.compare(byStream, [
      ['streams', 'workers of the stream, two nodes', workers, byStream],
      ['sql', 'the rule in SQL, slice by slice, a connection for each node', 1, (day) => bench.ruleInSql(day, 1)],
      ['one-statement', 'the rule in SQL, one statement for each node', 1, (day) => bench.ruleInOneStatement(day)],
    ]);
    await bench.close();
    for (const node of nodes) await node.close();
  } finally {
    await Promise.all(children.map((child) => stopped(child)));
    await dispatch.connection.close();
    await cluster.stop();
    for (const server of servers) await server.stop();
  }
}

tell({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.versions.node, load: loads() });
if (tiers.includes('0')) await embedded();
if (tiers.includes('1')) await onPostgres();
if (tiers.includes('2')) await onCluster();
