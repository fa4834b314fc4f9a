import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { pause } from './work.mjs';

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
let isPrepared = false;

/** Runs when this process ends, also by a signal, which by itself would leave the servers running. */
function atEnd(clean) {
  process.once('exit', clean);
  if (isPrepared) return;
  isPrepared = true;
  for (const [signal, number] of Object.entries(signals))
    process.on(signal, () => {
      // A run that finishes its slice first listens as well.
      if (process.listenerCount(signal) === 1) process.exit(128 + number);
    });
}

/** The folder of PostgreSQL 15 or later; Debian does not put its servers in PATH. */
function postgresFolder() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= 15)
        .sort((a, b) => b - a)
    : [];
  const folders = [
    ...versions.map((version) => join(debian, String(version), 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

function natsServer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, 'nats-server')).find(existsSync);
}

const needed = {
  postgresql: { find: postgresFolder, says: 'PostgreSQL 15 or later (initdb, postgres)' },
  'nats-server': { find: natsServer, says: 'nats-server 2.9 or later' },
};

/** Finds the servers that a tier needs; installs them from the distribution's packages if allowed, otherwise says what is missing. */
export function provide(names) {
  const missing = names.filter((name) => needed[name].find() === undefined);
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    process.stderr.write(`installing ${missing.join(' and ')} (apt-get)\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
  }
  const still = names.filter((name) => needed[name].find() === undefined);
  if (still.length > 0)
    throw new Refusal(
      'server-missing',
      `missing: ${still.map((name) => needed[name].says).join('; ')}. On Debian, as root: apt-get install ${still.join(' ')}`,
    );
}

/** A loopback port that is free at the moment. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until something listens. */
export async function waitForPort(port, milliseconds = 30_000) {
  const until = performance.now() + milliseconds;
  for (;;) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('close', () => socket.destroy());
    });
    if (isOpen) return;
    if (performance.now() > until)
      throw new Refusal('server-missing', `nothing listens on port ${port} after ${milliseconds / 1000} s`);
    await pause(50);
  }
}

/** A server refuses to run as root, so root runs it as `postgres`. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('postgres:'))
      ?.split(':') ?? [];
  if (uid === undefined)
    throw new Refusal('server-missing', 'PostgreSQL does not run as root, and there is no user postgres');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * A separate PostgreSQL server on the loopback, with its own folder and port, not reachable from outside. `stop` ends it and removes the folder.
 *
 * @param {{ folder?: string, port?: number, settings?: Record<string, string> }} options
 */
export async function startPostgres({ folder, port, settings = {} } = {}) {
  const bin = postgresFolder();
  if (bin === undefined) throw new Refusal('server-missing', needed.postgresql.says);
  const user = serverUser();
  const isOurs = folder === undefined;
  const place = folder ?? mkdtempSync(join(tmpdir(), 'billing-postgres-'));
  mkdirSync(place, { recursive: true });
  if (user.uid !== undefined) chownSync(place, user.uid, user.gid);
  const data = join(place, 'data');
  const at = port ?? (await freePort());
  const run = (command, words) => {
    const { status, stderr } = spawnSync(join(bin, command), words, {
      ...user,
      cwd: place,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    });
    if (status !== 0) throw new Refusal('server-missing', `${command} failed: ${stderr}`);
  };
  if (!existsSync(join(data, 'PG_VERSION'))) {
    run('initdb', ['-D', data, '-U', 'billing', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
    const lines = {
      shared_buffers: '256MB',
      max_wal_size: '2GB',
      checkpoint_timeout: '15min',
      wal_compression: 'on',
      ...settings,
    };
    writeFileSync(
      join(data, 'postgresql.auto.conf'),
      Object.entries(lines)
        .map(([name, value]) => `${name} = '${value}'\n`)
        .join(''),
    );
    if (user.uid !== undefined) chownSync(join(data, 'postgresql.auto.conf'), user.uid, user.gid);
  }
  const server = {
    address: `postgres://billing@127.0.0.1:${at}/postgres`,
    port: at,
    folder: place,
    pid: undefined,
    /** Starts it, also after it was killed. */
    async start() {
      // The children of a killed server may take a moment to exit, and until then it refuses to start.
      for (let attempt = 0; ; attempt += 1) {
        const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(at), '-h', '127.0.0.1', '-k', place], {
          ...user,
          cwd: place,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
        });
        let said = '';
        child.stderr.on('data', (chunk) => {
          said = (said + chunk).slice(-2000);
        });
        const ended = new Promise((resolve) => child.once('exit', resolve));
        server.ended = ended;
        const first = await Promise.race([ended.then(() => 'ended'), ready(at)]);
        if (first !== 'ended') {
          server.pid = child.pid;
          server.child = child;
          return server;
        }
        if (attempt === 40) throw new Refusal('server-missing', `PostgreSQL does not start: ${said}`);
        await pause(250);
      }
    },
    /** Like a power cut of one machine: nobody is notified. */
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    async stop() {
      if (server.child !== undefined && server.child.exitCode === null && server.child.signalCode === null) {
        server.child.kill('SIGINT');
        await server.ended;
      }
      if (isOurs) rmSync(place, { recursive: true, force: true });
    },
  };
  atEnd(() => {
    try {
      if (server.child?.exitCode === null && server.child.signalCode === null) process.kill(server.pid, 'SIGQUIT');
      if (isOurs) rmSync(place, { recursive: true, force: true });
    } catch {}
  });
  return server.start();
}

/** Waits until the server answers a question: its port is open before it has recovered. */
async function ready(port) {
  const { default: pg } = await import('pg');
  for (;;) {
    const client = new pg.Client({
      connectionString: `postgres://billing@127.0.0.1:${port}/postgres`,
      connectionTimeoutMillis: 2000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return 'ready';
    } catch {
      await client.end().catch(() => {});
      await pause(50);
    }
  }
}

/** Nodes of a JetStream cluster on the loopback. */
export async function startNats(count = 3) {
  const program = natsServer();
  if (program === undefined) throw new Refusal('server-missing', needed['nats-server'].says);
  const place = mkdtempSync(join(tmpdir(), 'billing-nats-'));
  const ports = [];
  const routes = [];
  for (let at = 0; at < count; at += 1) {
    ports.push(await freePort());
    routes.push(await freePort());
  }
  const nodes = ports.map((port, at) => {
    const node = {
      port,
      start() {
        node.child = spawn(
          program,
          [
            '-a',
            '127.0.0.1',
            '-p',
            String(port),
            '-n',
            `n${at + 1}`,
            '-js',
            '-sd',
            join(place, `n${at + 1}`),
            '-cluster_name',
            'billing',
            '-cluster',
            `nats://127.0.0.1:${routes[at]}`,
            '-routes',
            routes.map((route) => `nats://127.0.0.1:${route}`).join(','),
          ],
          { stdio: 'ignore' },
        );
        node.ended = new Promise((resolve) => node.child.once('exit', resolve));
      },
      async kill() {
        node.child.kill('SIGKILL');
        await node.ended;
      },
    };
    return node;
  });
  const cluster = {
    nodes,
    addresses: ports.map((port) => `nats://127.0.0.1:${port}`),
    async stop() {
      for (const node of nodes)
        if (node.child.exitCode === null && node.child.signalCode === null) {
          node.child.kill('SIGTERM');
          await node.ended;
        }
      rmSync(place, { recursive: true, force: true });
    },
  };
  atEnd(() => {
    for (const { child } of nodes) if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  });
  for (const node of nodes) node.start();
  for (const port of ports) await waitForPort(port);
  return cluster;
}
