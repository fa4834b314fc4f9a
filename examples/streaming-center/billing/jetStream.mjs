import process from 'node:process';
import { AckPolicy, connect, DiscardPolicy, RetentionPolicy, StorageType } from 'nats';
import { chargeNamed } from './charge.mjs';
import { openDatabase } from './database.mjs';
import { openMonths } from './migrate.mjs';
import { Patience } from './patience.mjs';
import { Refusal } from './refusal.mjs';
import { Catalogue } from './store.mjs';
import { readTerms } from './terms.mjs';
import { isLost, isRefused, pause } from './work.mjs';

const stream = 'CHARGES';
const consumer = 'workers';
const ackWait = 10_000_000_000;

/** How many messages may wait for the cluster's answer at the same time. */
const atOnce = 100;

/**
 * Dispatch over a JetStream cluster. It delivers at least once and survives the loss of a node; the transaction of the slice, not this
 * file, ensures that nothing is charged twice.
 */
export async function connectDispatch(addresses, milliseconds = 60_000) {
  const connection = await tried(
    () => connect({ servers: [...addresses], maxReconnectAttempts: -1, reconnectTimeWait: 200, timeout: 20_000 }),
    milliseconds,
  );
  return { connection, stream: connection.jetstream({ timeout: 10_000 }) };
}

/** Creates the stream and its consumer, replicated on three nodes if there are that many. */
export async function prepareDispatch({ connection }, nodes) {
  const manager = await tried(() => connection.jetstreamManager({ timeout: 10_000 }));
  const replicas = nodes >= 3 ? 3 : 1;
  await tried(async () => {
    try {
      await manager.streams.info(stream);
    } catch {
      await manager.streams.add({
        name: stream,
        subjects: ['charge.>'],
        retention: RetentionPolicy.Workqueue,
        storage: StorageType.File,
        discard: DiscardPolicy.Old,
        num_replicas: replicas,
        duplicate_window: 5_000_000_000,
      });
    }
  });
  await tried(async () => {
    try {
      await manager.consumers.info(stream, consumer);
    } catch {
      await manager.consumers.add(stream, {
        durable_name: consumer,
        ack_policy: AckPolicy.Explicit,
        ack_wait: ackWait,
        max_ack_pending: 1000,
        max_deliver: -1,
      });
    }
  });
}

/** A cluster that has just lost a node answers again as soon as it has a leader. */
async function tried(work, milliseconds = 60_000) {
  const patience = new Patience(milliseconds);
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (patience.isOver()) throw new Refusal('dispatch-unreachable', `JetStream does not answer: ${error.message}`);
      await pause(250);
    }
  }
}

/** A PostgreSQL node that may be down: tried again until it is back. */
export class Node {
  constructor(address, terms) {
    this.address = address;
    this.terms = terms;
  }

  async open() {
    if (this.database !== undefined) return this;
    const database = await openDatabase(this.address, { connections: 2 });
    try {
      this.catalogue = await new Catalogue(database, this.terms).refresh();
    } catch (error) {
      await database.close();
      throw error;
    }
    this.database = database;
    return this;
  }

  async close() {
    await this.database?.close();
    this.database = undefined;
  }
}

/**
 * Charges all nodes through a day: dispatches every slice that has not reached it, until the databases say that all have.
 *
 * @param {object} options
 * @param {Awaited<ReturnType<typeof connectDispatch>>} options.dispatch
 * @param {readonly { open(): Promise<{ database: object, catalogue: object }> }[]} options.nodes
 * @param {string} options.day
 * @param {(left: number) => void} [options.onLeft] Told each time how many slices are left.
 * @param {() => boolean} [options.isStopped]
 * @param {number} [options.milliseconds] It gives up when no slice has come to the day for so long; a run that gets on may take any time.
 */
export async function dispatchDay({ dispatch, nodes, day, onLeft, isStopped = () => false, milliseconds = 600_000 }) {
  let until = performance.now() + milliseconds;
  let least = Number.POSITIVE_INFINITY;
  const months = new Set();
  let sentAt = Number.NEGATIVE_INFINITY;
  while (!isStopped()) {
    let left = 0;
    const isTime = performance.now() - sentAt > 15_000;
    for (const [at, node] of nodes.entries()) {
      try {
        const { database, catalogue } = await node.open();
        const rows = await database.query(
          'select slice, through from slice where node = $1 and through < $2 order by slice',
          [Number(catalogue.settings.node), day],
        );
        left += rows.length;
        if (rows.length > 0 && !months.has(at)) {
          await openMonths(database, rows.map(([, through]) => through).sort()[0], day);
          months.add(at);
        }
        if (!isTime) continue;
        // The stream drops the same message within a few seconds; after that, messages lost with a node are sent again.
        for (let from = 0; from < rows.length; from += atOnce)
          await Promise.all(
            rows.slice(from, from + atOnce).map(([slice]) =>
              tried(() =>
                dispatch.stream.publish(`charge.${day}.${slice}`, JSON.stringify({ slice, day, node: at }), {
                  msgID: `${day} ${slice}`,
                }),
              ),
            ),
          );
        sentAt = performance.now();
      } catch (error) {
        if (!isLost(error) && error.code !== 'database-unreachable') throw error;
        left += 1;
      }
    }
    if (left < least) {
      least = left;
      until = performance.now() + milliseconds;
    } else if (performance.now() > until)
      throw new Refusal('run-incomplete', `slices left: ${left}; none was charged for ${milliseconds / 1000} s`);
    onLeft?.(left);
    if (left === 0) return;
    await pause(200);
  }
}

/** Takes slices from the stream and charges them until it is stopped. */
export async function workFromStream({ dispatch, nodes, isStopped, onSlice, onFailure }) {
  let source;
  while (!isStopped()) {
    let message;
    try {
      source ??= await dispatch.stream.consumers.get(stream, consumer);
      message = await source.next({ expires: 1000 });
    } catch {
      source = undefined;
      await pause(200);
      continue;
    }
    if (message === null) continue;
    const { slice, day, node: first } = message.json();
    // A slice that takes long reports progress, so that it is not also given to another worker.
    const beat = setInterval(() => message.working(), 3000);
    try {
      const order = [nodes[first], ...nodes].filter((node, at, all) => node !== undefined && all.indexOf(node) === at);
      let tally = 'elsewhere';
      for (const node of order) {
        const { database, catalogue } = await node.open();
        tally = await chargeNamed(database, catalogue, slice, day);
        if (tally !== 'elsewhere') break;
      }
      if (tally === 'elsewhere') message.nak(1000);
      else {
        message.ack();
        onSlice?.(tally);
      }
    } catch (error) {
      if (isRefused(error) && error.code !== 'database-unreachable') {
        onFailure?.({ slice, code: error.code, message: error.message });
        message.term();
      } else message.nak(1000);
    } finally {
      clearInterval(beat);
    }
  }
}

/**
 * Has the workers of a JetStream cluster charge nodes through a day, and waits for them.
 *
 * @param {{ streams: string }} settings
 * @param {readonly { database: object, catalogue: object }[]} databases
 * @param {Omit<Parameters<typeof dispatchDay>[0], 'dispatch' | 'nodes'>} options
 */
export async function chargeByStreams({ streams }, databases, options) {
  const addresses = streams.split(',');
  const dispatch = await connectDispatch(addresses, 10_000);
  try {
    await prepareDispatch(dispatch, addresses.length);
    await dispatchDay({ ...options, dispatch, nodes: databases.map((node) => ({ open: async () => node })) });
  } finally {
    await dispatch.connection.close();
  }
}

/** `work`: a worker of the third tier, until it is told to stop; it then finishes its slice. */
export async function workCommand(settings) {
  if (settings.streams === undefined)
    throw new Refusal(
      'options-invalid',
      '--streams, or BILLING_STREAMS, is needed: the nodes of the JetStream cluster',
    );
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const terms = readTerms(settings.terms);
  const nodes = settings.database.split(',').map((address) => new Node(address, terms));
  const addresses = settings.streams.split(',');
  const dispatch = await connectDispatch(addresses, 10_000);
  await prepareDispatch(dispatch, addresses.length);
  process.stderr.write('ready\n');
  await workFromStream({
    dispatch,
    nodes,
    isStopped: () => isStopped,
    onSlice: (tally) => process.stdout.write(`${JSON.stringify(tally)}\n`),
    onFailure: ({ slice, message }) => {
      process.stderr.write(`slice ${slice} is left as it was: ${message}\n`);
    },
  });
  await dispatch.connection.close();
  for (const node of nodes) await node.close();
}
