import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.mjs';
import { addDays } from './days.mjs';
import { connectDispatch, dispatchDay, Node, prepareDispatch } from './jetStream.mjs';
import { migrate } from './migrate.mjs';
import { progress } from './progress.mjs';
import { reconcile } from './reconcile.mjs';
import { chargeThrough, reportText, withDatabases } from './run.mjs';
import { seed } from './seed.mjs';
import { provide, startNats, startPostgres } from './servers.mjs';
import { readTerms } from './terms.mjs';

/** The day on which the invented accounts of a tier open. */
export const openingDay = '2026-01-01';

/** The agreement that the terms name, as text. */
export function agreementText(termsFile) {
  return readFileSync(join(dirname(termsFile), readTerms(termsFile).agreement), 'utf8');
}

/** Seeds nodes that are empty. */
export async function seedNodes(addresses, { terms: termsFile, accounts, 'slice-size': sliceSize, seed: start = 1 }) {
  for (const [node, address] of addresses.entries()) {
    const database = await openDatabase(address);
    try {
      await migrate(database);
      await seed(database, {
        termsFile,
        document: agreementText(termsFile),
        accounts,
        day: openingDay,
        sliceSize,
        seed: start,
        node,
        nodes: addresses.length,
      });
    } finally {
      await database.close();
    }
  }
}

async function reconcileAll(settings) {
  await withDatabases(settings, async (nodes) => {
    for (const { database, catalogue } of nodes) {
      const report = await reconcile(database, catalogue, { sample: settings.sample });
      process.stdout.write(`${reportText(catalogue, report)}\n`);
      if (report.faults.length > 0) process.exitCode = 1;
    }
  });
}

async function fromSeedToReconcile(settings) {
  process.stderr.write(`seeding ${settings.accounts} accounts\n`);
  await seedNodes(settings.database.split(','), settings);
  for (let at = 1; at <= settings.days; at += 1)
    await withDatabases(settings, (nodes) => chargeThrough(settings, nodes, addDays(openingDay, at)));
  await reconcileAll(settings);
}

/** `tier0`: embedded, nothing to set up. */
export async function tier0(settings) {
  const folder = mkdtempSync(join(tmpdir(), 'billing-embedded-'));
  try {
    await fromSeedToReconcile({ ...settings, database: folder, workers: 1 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `tier1`: its own PostgreSQL server and a number of workers. */
export async function tier1(settings) {
  provide(['postgresql']);
  const server = await startPostgres();
  try {
    await fromSeedToReconcile({ ...settings, database: server.address, workers: Math.max(2, settings.workers) });
  } finally {
    await server.stop();
  }
}

const streamWorker = fileURLToPath(new URL('streamWorker.mjs', import.meta.url));

/** Starts a worker that takes slices from the stream. */
export function startStreamWorker(streams, databases, termsFile, onSlice, onFailure) {
  const child = fork(streamWorker, [streams.join(','), databases.join(','), termsFile], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', ({ tally, failure }) => {
    if (tally) onSlice?.(tally);
    if (failure) onFailure?.(failure);
  });
  return child;
}

/** `tier2`: two PostgreSQL nodes, three JetStream nodes, workers. */
export async function tier2(settings) {
  provide(['postgresql', 'nats-server']);
  const servers = [];
  let cluster;
  let dispatch;
  const children = [];
  try {
    for (let at = 0; at < 2; at += 1) servers.push(await startPostgres());
    cluster = await startNats(3);
    const addresses = servers.map(({ address }) => address);
    process.stderr.write(`seeding ${settings.accounts} accounts on 2 nodes\n`);
    await seedNodes(addresses, settings);
    dispatch = await connectDispatch(cluster.addresses);
    await prepareDispatch(dispatch, 3);
    const nodes = addresses.map((address) => new Node(address, readTerms(settings.terms)));
    let bar;
    for (let at = 0; at < Math.max(2, settings.workers); at += 1)
      children.push(
        startStreamWorker(
          cluster.addresses,
          addresses,
          settings.terms,
          (tally) => bar?.slice(tally),
          ({ slice, message }) => {
            process.stderr.write(`slice ${slice} is left as it was: ${message}\n`);
            process.exitCode = 1;
          },
        ),
      );
    for (let at = 1; at <= settings.days; at += 1) {
      const day = addDays(openingDay, at);
      bar = progress({ slices: Math.ceil(settings.accounts / settings['slice-size']), label: day });
      await dispatchDay({ dispatch, nodes, day });
      process.stdout.write(`${JSON.stringify({ day, ...bar.end() })}\n`);
    }
    for (const node of nodes) await node.close();
    await reconcileAll({ ...settings, database: addresses.join(',') });
  } finally {
    await Promise.all(children.map((child) => stopped(child)));
    await dispatch?.connection.close();
    await cluster?.stop();
    for (const server of servers) await server.stop();
  }
}

/** Ends a child that is still running, and waits for it. */
export function stopped(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}
