/**
 * Kills charging processes at seeded random moments, and reconciles:
 *
 *   node billing/faults.mjs [--kills 10] [--seed 1] [--tiers 0,1]        tiers: 0, 1, 2 and disk
 *
 * A kill comes a few milliseconds after a certain slice was committed, both drawn at random, so that a slow machine is interrupted at the
 * same points as a fast one. Every account is reconciled after each kill, on tiers 1 and 2 while the desk goes on, and at the end. Exits
 * with code 0 if every reconciliation passed and everything confirmed to the desk is there.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.mjs';
import { addDays } from './days.mjs';
import { enterRefund, enterTopUp } from './desk.mjs';
import { connectDispatch, dispatchDay, Node, prepareDispatch } from './jetStream.mjs';
import { moveSlice } from './moveSlice.mjs';
import { reconcile } from './reconcile.mjs';
import { reportText } from './run.mjs';
import { drawOf } from './seed.mjs';
import { provide, startNats, startPostgres } from './servers.mjs';
import { slicesOnTheWay } from './slicesOnTheWay.mjs';
import { Catalogue } from './store.mjs';
import { readTerms } from './terms.mjs';
import { openingDay, seedNodes, startStreamWorker, stopped } from './tiers.mjs';
import { isLost, pause } from './work.mjs';
import { runWorkers } from './workers.mjs';

const program = fileURLToPath(new URL('run.mjs', import.meta.url));
const terms = fileURLToPath(new URL('terms/streaming-center.json', import.meta.url));
const options = readOptions(process.argv.slice(2));
const population = { terms, accounts: 1000, 'slice-size': 100, seed: options.seed };
const slices = population.accounts / population['slice-size'];
const began = performance.now();
let kills = 0;
let reconciliations = 0;

function readOptions(given) {
  const read = { kills: 10, seed: 1, tiers: '0,1' };
  for (let at = 0; at < given.length; at += 2) {
    const name = given[at].replace(/^--/, '');
    if (!(name in read) || given[at + 1] === undefined)
      throw new Error(`${given[at]}: options are --kills, --seed and --tiers`);
    read[name] = name === 'tiers' ? given[at + 1] : Number(given[at + 1]);
  }
  return { ...read, tiers: read.tiers.split(',') };
}

function say(text) {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}

function mustHold(condition, text) {
  if (!condition) throw new Error(text);
}

/** Reconciles a database; every account is replayed. */
async function reconciled(address) {
  const database = await openDatabase(address);
  try {
    const catalogue = await new Catalogue(database, readTerms(terms)).refresh();
    const report = await reconcile(database, catalogue);
    mustHold(report.faults.length === 0, reportText(catalogue, report));
    reconciliations += 1;
    return { catalogue, ...report };
  } finally {
    await database.close();
  }
}

/** The last reconciliation of a database, told in full. */
async function prove(address, what) {
  const { catalogue, ...report } = await reconciled(address);
  const { accounts, through, entries } = report;
  say(
    `${what}: ${reportText(catalogue, report).split('\n').at(-1)}, ${accounts} accounts through ${through}, ${entries} entries`,
  );
  return report;
}

/** Top-ups that arrive between the statements of a reconciliation are no faults. */
async function reconciledMeanwhile(address, day) {
  const [database, desk] = [await openDatabase(address), await openDatabase(address)];
  try {
    const catalogue = await new Catalogue(database, readTerms(terms)).refresh();
    // One that was not closed meanwhile.
    const [[account]] = await database.query(
      'select max(account) from account where account not in (select account from refund)',
    );
    let statements = 0;
    const between = (session) => ({
      query: async (...statement) => {
        const rows = await session.query(...statement);
        statements += 1;
        // After each statement about its slice: the state of the account, its entries and its course are read one after the other.
        const id = `meanwhile-${statements}`;
        if (statement[1]?.[0] === catalogue.sliceOf(account))
          await enterTopUp(desk, catalogue, { account, id, day, at: `${day}T09:00:00Z`, amount: 100 });
        return rows;
      },
    });
    const interrupted = {
      ...database,
      transaction: (work, options) => database.transaction((session) => work(between(session)), options),
    };
    const { faults } = await reconcile(interrupted, catalogue);
    mustHold(faults.length === 0, `top-ups during a reconciliation were taken for faults: ${JSON.stringify(faults)}`);
    const [[entered]] = await database.query("select count(*) from top_up where id like 'meanwhile-%'");
    mustHold(entered > 5, `only ${entered} top-ups arrived during the reconciliation`);
  } finally {
    await database.close();
    await desk.close();
  }
}

/** Charges an embedded database in a separate process; kills it after a number of slices and milliseconds. */
function chargeEmbedded(folder, day, killAfter, delay) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'charge', '--database', folder, '--day', day], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let done = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('"slice":')) return;
      done += 1;
      if (done === killAfter) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.once('close', (code, signal) => resolve({ code, signal, done }));
  });
}

async function embedded(count) {
  const draw = drawOf(options.seed, 1000);
  const folder = mkdtempSync(join(tmpdir(), 'billing-faults-'));
  try {
    await seedNodes([folder], population);
    let day = openingDay;
    for (let round = 1; round <= count; round += 1) {
      day = addDays(day, 1 + draw(3));
      const after = 1 + draw(slices - 1);
      const delay = draw(40);
      const { signal, done } = await chargeEmbedded(folder, day, after, delay);
      if (signal === 'SIGKILL') kills += 1;
      // In every other round the run itself is the next to open what the kill left behind.
      if (round % 2 === 0) await reconciled(folder);
      say(
        `tier 0, kill ${round}: process, ${day}, after slice ${after} and ${delay} ms: ${signal ?? 'had finished'}, ${done} slices`,
      );
    }
    // Missing days are caught up, and charging the same day a second time does nothing.
    const { code } = await chargeEmbedded(folder, day);
    mustHold(code === 0, `the run after the kills ended with ${code}`);
    const again = await chargeEmbedded(folder, day);
    mustHold(again.code === 0 && again.done === 0, 'the same day again charged something');
    await prove(folder, 'tier 0');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Top-ups and refunds that arrive while accounts are charged. What was confirmed must be there in the end; what was not may be sent again. */
class Desk {
  #isOpen = true;
  promised = [];
  refused = new Map();

  constructor(address, draw) {
    this.address = address;
    this.draw = draw;
  }

  async work(day) {
    const database = await this.#opened();
    const catalogue = await new Catalogue(database, readTerms(terms)).refresh();
    while (this.#isOpen) {
      const account = 1 + this.draw(population.accounts);
      const id = `desk-${this.promised.length}-${account}`;
      // The day after the one being charged: it is never closed during the run of this day.
      const on = addDays(day(), 1);
      const act = { account, id, day: on, at: `${on}T10:00:00Z` };
      const closes = this.draw(10) === 0;
      try {
        if (closes) await enterRefund(database, catalogue, { ...act, closes: true });
        else await enterTopUp(database, catalogue, { ...act, amount: 1 + this.draw(5000) });
        this.promised.push({ id, table: closes ? 'refund' : 'top_up' });
      } catch (error) {
        // The account may be closed, or the server down.
        const why = isLost(error) ? 'connection lost' : error.code;
        this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
        if (
          !isLost(error) &&
          !['events-invalid', 'day-closed', 'id-reused', 'database-unreachable'].includes(error.code)
        )
          throw error;
      }
      await pause(100 + this.draw(200));
    }
    await database.close();
  }

  async #opened() {
    for (;;) {
      try {
        return await openDatabase(this.address, { connections: 1 });
      } catch {
        await pause(200);
      }
    }
  }

  close() {
    this.#isOpen = false;
  }

  async check(database) {
    for (const table of ['top_up', 'refund']) {
      const ids = this.promised.filter((one) => one.table === table).map(({ id }) => id);
      const [[found]] = await database.query(`select count(*) from ${table} where id = any($1::text[])`, [ids]);
      mustHold(found === ids.length, `${ids.length} rows of ${table} were promised, ${found} are there`);
    }
    // If everything at the desk had been refused, the test would prove nothing. Every tenth act is a refund.
    for (const [table, acts] of [
      ['top_up', 20],
      ['refund', 200],
    ])
      mustHold(
        this.promised.length < acts || this.promised.some((one) => one.table === table),
        `of ${this.promised.length} rows none of ${table} was taken`,
      );
    return this.promised.length;
  }
}

const faultsOfTier1 = ['worker', 'postgres', 'connection', 'worker', 'both', 'two runs at once'];

async function served(count) {
  provide(['postgresql']);
  const draw = drawOf(options.seed, 2000);
  const server = await startPostgres();
  let desk;
  try {
    await seedNodes([server.address], population);
    let day = openingDay;
    desk = new Desk(server.address, drawOf(options.seed, 3000));
    const desking = desk.work(() => day);
    desking.catch(() => {});
    for (let round = 1; round <= count; round += 1) {
      const what = faultsOfTier1[(round - 1) % faultsOfTier1.length];
      // Every few rounds the clock jumps: days are skipped, and caught up one by one.
      day = addDays(day, 1 + (draw(3) === 0 ? 2 : 0));
      const after = 1 + draw(slices - 2);
      const delay = draw(60);
      const children = new Set();
      let done = 0;
      let fault;
      const strike = async () => {
        await pause(delay);
        if (what === 'worker' || what === 'both' || what === 'two runs at once') {
          const victim = [...children].find((child) => child.exitCode === null && child.signalCode === null);
          victim?.kill('SIGKILL');
        }
        if (what === 'connection') {
          const database = await openDatabase(server.address, { connections: 1 });
          await database.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'",
          );
          await database.close();
        }
        if (what === 'postgres' || what === 'both') {
          await server.kill();
          await server.start();
        }
        kills += 1;
      };
      const run = () =>
        runWorkers({
          address: server.address,
          termsFile: terms,
          day,
          workers: 2,
          onStart: (child) => children.add(child),
          onSlice: () => {
            done += 1;
            if (done === after) fault = strike();
          },
          onFailure: ({ slice, message }) => {
            throw new Error(`slice ${slice}: ${message}`);
          },
        });
      await Promise.all(what === 'two runs at once' ? [run(), run()] : [run()]);
      if (fault === undefined) fault = strike();
      await fault;
      await reconciled(server.address);
      say(`tier 1, kill ${round}: ${what}, ${day}, after slice ${after} and ${delay} ms`);
    }
    desk.close();
    await desking;
    await reconciledMeanwhile(server.address, addDays(day, 1));
    const database = await openDatabase(server.address);
    const [[least]] = await database.query('select min(through) from slice');
    mustHold(least === day, `the run left ${least}, not ${day}`);
    // What was entered for the following day is charged with it.
    await runWorkers({ address: server.address, termsFile: terms, day: addDays(day, 1), workers: 2 });
    say(
      `tier 1: ${await desk.check(database)} top-ups and refunds meanwhile, all there; not taken: ${JSON.stringify(Object.fromEntries(desk.refused))}`,
    );
    await database.close();
    await prove(server.address, 'tier 1');
  } finally {
    desk?.close();
    await server.stop();
  }
}

const faultsOfTier2 = ['JetStream node', 'PostgreSQL node', 'worker', 'move', 'move to a node that dies'];

async function distributed(count) {
  provide(['postgresql', 'nats-server']);
  const draw = drawOf(options.seed, 4000);
  const servers = [await startPostgres(), await startPostgres()];
  const addresses = servers.map(({ address }) => address);
  const cluster = await startNats(3);
  let children = [];
  let dispatch;
  try {
    await seedNodes(addresses, population);
    dispatch = await connectDispatch(cluster.addresses);
    await prepareDispatch(dispatch, 3);
    const nodes = addresses.map((address) => new Node(address, readTerms(terms)));
    let done = 0;
    let onSlice = () => {};
    const startWorker = () =>
      startStreamWorker(
        cluster.addresses,
        addresses,
        terms,
        () => {
          done += 1;
          onSlice();
        },
        ({ slice, message }) => {
          throw new Error(`slice ${slice}: ${message}`);
        },
      );
    children = [startWorker(), startWorker()];
    let day = openingDay;
    for (let round = 1; round <= count; round += 1) {
      const what = faultsOfTier2[(round - 1) % faultsOfTier2.length];
      day = addDays(day, 1);
      done = 0;
      const after = 1 + draw(slices - 3);
      const delay = draw(60);
      const at = draw(2);
      let fault;
      const strike = async () => {
        await pause(delay);
        if (what === 'JetStream node') {
          const node = cluster.nodes[draw(3)];
          await node.kill();
          await pause(500);
          node.start();
        } else if (what === 'PostgreSQL node') {
          await servers[at].kill();
          await servers[at].start();
        } else if (what === 'worker') {
          children[at].kill('SIGKILL');
          children[at] = startWorker();
        } else await moveUnderFire(addresses, servers, draw, what === 'move to a node that dies');
        kills += 1;
      };
      onSlice = () => {
        if (done >= after && fault === undefined) {
          fault = strike();
          fault.catch(() => {});
        }
      };
      const running = dispatchDay({ dispatch, nodes, day, milliseconds: 180_000 });
      await running;
      fault ??= strike();
      await fault;
      // A slice that was being moved may have arrived after the others.
      await dispatchDay({ dispatch, nodes, day, milliseconds: 180_000 });
      for (const address of addresses) await reconciled(address);
      say(`tier 2, kill ${round}: ${what}, ${day}, after slice ${after} and ${delay} ms`);
    }
    for (const node of nodes) await node.close();
    let accounts = 0;
    for (const address of addresses) accounts += (await prove(address, 'tier 2')).accounts;
    mustHold(accounts === population.accounts, `${population.accounts} accounts were seeded, ${accounts} are there`);
  } finally {
    await Promise.all(children.map((child) => stopped(child, 'SIGKILL')));
    await dispatch?.connection.close().catch(() => {});
    await cluster.stop();
    for (const server of servers) await server.stop();
  }
}

/** Moves a slice from one node to the other during the run; with `dies`, the target node is killed during the move, and the move is requested again. */
async function moveUnderFire(addresses, servers, draw, dies) {
  const open = async () =>
    Promise.all(
      addresses.map(async (address) => {
        const database = await openDatabase(address);
        return { database, catalogue: await new Catalogue(database, readTerms(terms)).refresh() };
      }),
    );
  const first = await open();
  const from = draw(2);
  const to = 1 - from;
  const held = await first[from].database.query('select slice from slice where node = $1 order by slice', [from]);
  const [slice] = held[draw(held.length)];
  const moving = moveSlice(first[from], first[to], slice);
  if (dies) {
    moving.catch(() => {});
    await pause(draw(30));
    await servers[to].kill();
    await servers[to].start();
  }
  await moving.catch((error) => {
    if (!dies || !isLost(error)) throw error;
  });
  for (const { database } of first) await database.close().catch(() => {});
  const second = await open();
  const there = await second[from].database.query('select 1 from slice where slice = $1', [slice]);
  if (there.length > 0) await moveSlice(second[from], second[to], slice);
  mustHold((await slicesOnTheWay(second)).length === 0, `slice ${slice} was lost on its way`);
  for (const { database } of second) await database.close();
}

/** Fills the disk under an embedded database. */
async function fullDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'billing-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    say(`full disk: not tried, mounting is not allowed here (${String(mounted.stderr ?? mounted.error).trim()})`);
    return;
  }
  const data = join(folder, 'data');
  try {
    await seedNodes([data], population);
    // Another file takes all free space but a few megabytes, so the disk is soon full.
    const ballast = join(folder, 'ballast');
    const { bsize, bavail } = statfsSync(folder);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bsize * bavail - 4_000_000)));
    const day = addDays(openingDay, 180);
    const outcome = await Promise.race([
      chargeEmbedded(data, day),
      pause(120_000).then(() => ({ code: 'still running after 120 s' })),
    ]);
    mustHold(outcome.code === 1 || outcome.code === 2, `on a full disk the process ended with ${outcome.code}`);
    say(
      `full disk: the process ended by itself with ${outcome.code} on the way to ${day}, ${readdirSync(data).length} files left`,
    );
    kills += 1;
    rmSync(ballast);
    spawnSync('mount', ['-o', 'remount,size=1g', folder]);
    const { code } = await chargeEmbedded(data, day);
    mustHold(code === 0, `with room again the run ended with ${code}`);
    await prove(data, 'full disk');
  } finally {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The short form, which runs with all tests, skips PostgreSQL if it is not available. */
function canServe() {
  try {
    provide(['postgresql']);
  } catch (error) {
    if (process.argv.includes('--tiers')) throw error;
    say(`tier 1: not tried, ${error.message}`);
    return false;
  }
  return true;
}

const share = (part, of) => Math.ceil((options.kills * part) / of);
try {
  if (options.tiers.includes('0')) await embedded(options.tiers.includes('1') ? share(4, 10) : options.kills);
  if (options.tiers.includes('1')) {
    if (canServe()) await served(options.tiers.includes('0') ? options.kills - share(4, 10) : options.kills);
  }
  if (options.tiers.includes('2'))
    await distributed(options.tiers.length > 1 ? Math.max(10, share(1, 10)) : options.kills);
  if (options.tiers.includes('disk')) await fullDisk();
  say(`${kills} kills, seed ${options.seed}, ${reconciliations} reconciliations, all without a fault`);
} catch (error) {
  say(`failed, seed ${options.seed}: ${error.stack ?? error}`);
  process.exitCode = 1;
}
