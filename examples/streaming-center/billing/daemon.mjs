import { createServer } from 'node:http';
import process from 'node:process';
import { openAll, statusOf } from './run.mjs';
import { dayAt, isChargingTime } from './window.mjs';
import { chargeAll, isLost, pause } from './work.mjs';
import { runWorkers } from './workers.mjs';

/**
 * Charges every day automatically, inside the daily window of the agreement. The clock is read here and nowhere else.
 *
 * @param {object} settings
 * @param {{ now?: () => string, interval?: number, onListening?: (port: number) => void, signal?: AbortSignal }} [given] `now`: the clock, an instant.
 */
export async function runDaemon(
  settings,
  { now = () => new Date().toISOString(), interval = 1000, onListening, signal } = {},
) {
  const nodes = await openAll(settings);
  const counters = { entries: 0, slices: 0, failures: 0, runs: 0, lostConnections: 0, seconds: 0 };
  let isStopped = false;
  let isHealthy = true;
  let lastLook = performance.now();
  const stop = () => {
    isStopped = true;
  };
  signal?.addEventListener('abort', stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  /** Charges what is due on the day of this instant; refused outside the window unless forced. */
  const look = async (isForced) => {
    const at = now();
    for (const { database, catalogue } of nodes) {
      await catalogue.refresh();
      const { rules } = catalogue;
      if (!isForced && !isChargingTime(rules, at)) return { charged: false, because: 'outside-window' };
      const day = dayAt(rules, at);
      const [[left]] = await database.query('select count(*) from slice where node = $1 and through < $2', [
        Number(catalogue.settings.node),
        day,
      ]);
      if (left === 0) continue;
      const began = performance.now();
      const onSlice = (tally) => {
        counters.slices += 1;
        counters.entries += tally.entries;
        process.stdout.write(`${JSON.stringify({ day, ...tally })}\n`);
      };
      const onFailure = (failure) => {
        counters.failures += 1;
        process.stdout.write(`${JSON.stringify({ day, ...failure })}\n`);
      };
      if (settings.workers > 1)
        await runWorkers({
          address: database.address,
          termsFile: settings.terms,
          day,
          workers: settings.workers,
          onSlice,
          onFailure,
        });
      else await chargeAll(database, catalogue, { day, onSlice, onFailure, isStopped: () => isStopped });
      counters.runs += 1;
      counters.seconds += (performance.now() - began) / 1000;
    }
    return { charged: true, day: dayAt(nodes[0].catalogue.rules, at) };
  };

  let running = Promise.resolve();
  const once = (isForced) => {
    const next = running.then(() => look(isForced));
    running = next.catch(() => {});
    return next;
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = (status, type, body) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(body);
    };
    try {
      if (request.method === 'GET' && pathname === '/healthz') {
        await Promise.all(nodes.map(({ database }) => database.query('select 1')));
        const isAlive = isHealthy && performance.now() - lastLook < 600_000;
        answer(isAlive ? 200 : 503, 'text/plain', isAlive ? 'ok\n' : 'the last look at the clock failed\n');
      } else if (request.method === 'GET' && pathname === '/metrics')
        answer(200, 'text/plain; version=0.0.4', await metricsText(nodes, counters));
      else if (request.method === 'POST' && pathname === '/run') {
        const done = await once(searchParams.get('force') === '1');
        answer(done.charged ? 200 : 409, 'application/json', `${JSON.stringify(done)}\n`);
      } else answer(404, 'text/plain', 'not found\n');
    } catch (error) {
      answer(503, 'text/plain', `${error.message}\n`);
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(settings.port, '127.0.0.1', resolve));
  onListening?.(server.address().port);

  try {
    while (!isStopped) {
      try {
        await once(settings.force === true);
        isHealthy = true;
      } catch (error) {
        isHealthy = false;
        counters.lostConnections += isLost(error) ? 1 : 0;
        process.stderr.write(`${error.code ?? ''} ${error.message}\n`);
      }
      lastLook = performance.now();
      for (let waited = 0; waited < interval && !isStopped; waited += 50) await pause(50);
    }
    await running;
  } finally {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    for (const { database } of nodes) await database.close();
  }
}

async function metricsText(nodes, counters) {
  const lines = [
    '# TYPE billing_slices_charged_total counter',
    `billing_slices_charged_total ${counters.slices}`,
    '# TYPE billing_entries_total counter',
    `billing_entries_total ${counters.entries}`,
    '# TYPE billing_slices_refused_total counter',
    `billing_slices_refused_total ${counters.failures}`,
    '# TYPE billing_connections_lost_total counter',
    `billing_connections_lost_total ${counters.lostConnections}`,
    '# TYPE billing_run_seconds_total counter',
    `billing_run_seconds_total ${counters.seconds.toFixed(3)}`,
    '# TYPE billing_through_seconds gauge',
    '# TYPE billing_slices gauge',
    '# TYPE billing_accounts gauge',
  ];
  for (const { database, catalogue } of nodes) {
    const { node, slices, reached, accounts } = await statusOf(database, catalogue);
    const label = `node="${node}"`;
    if (reached.from !== null) lines.push(`billing_through_seconds{${label}} ${Date.parse(reached.from) / 1000}`);
    lines.push(`billing_slices{${label}} ${slices}`);
    for (const { status, standing, count } of accounts)
      lines.push(`billing_accounts{${label},status="${labelText(status)}",standing="${labelText(standing)}"} ${count}`);
  }
  return `${lines.join('\n')}\n`;
}

function labelText(text) {
  return text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));
}

/** `daemon`. */
export async function daemonCommand(settings) {
  await runDaemon(settings, {
    onListening: (port) => process.stderr.write(`http://127.0.0.1:${port}/healthz and /metrics\n`),
  });
}
