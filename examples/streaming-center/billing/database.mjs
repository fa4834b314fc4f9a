import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * A database, embedded or on a server: the same statements, rows as arrays, whole numbers as numbers, days as ISO texts.
 *
 * A statement with a name is planned once per connection, if the database supports it. A transaction that sees one state sees it in all
 * its statements, whatever others commit meanwhile.
 *
 * @typedef {{ query(text: string, values?: readonly unknown[], name?: string): Promise<unknown[][]> }} Session
 * @typedef {{
 *   query(text: string, values?: readonly unknown[], name?: string): Promise<unknown[][]>,
 *   transaction<T>(work: (session: Session) => Promise<T>, options?: { sees?: 'one state' }): Promise<T>,
 *   script(text: string): Promise<void>,
 *   close(): Promise<void>,
 *   address: string,
 * }} Database
 */

/** A whole number that JavaScript can represent, or an error: reading an amount never rounds it. @param {string} text */
function wholeNumber(text) {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Refusal('sum-too-large', `the database holds ${text}, more than a whole number here can`);
  return value;
}

const types = { int8: 20, date: 1082 };

/** Opens a database: an address that begins with postgres:// is a server, anything else is a folder. @param {string} address @returns {Promise<Database>} */
export function openDatabase(address, options = {}) {
  return isServed(address)
    ? openServed(address, options)
    : address === 'memory:'
      ? openPglite(undefined, () => {})
      : openEmbedded(address);
}

/** Whether an address is one of a server. @param {string} address */
export function isServed(address) {
  return /^postgres(ql)?:\/\//.test(address);
}

/** Whether an address names a folder that is not there, or is empty. @param {string} address */
export function isAbsent(address) {
  if (isServed(address) || address === 'memory:') return false;
  return !existsSync(address) || (statSync(address).isDirectory() && readdirSync(address).length === 0);
}

async function openServed(address, { connections = 2 } = {}) {
  const { default: pg } = await import('pg');
  const parsers = new Map([
    [types.int8, wholeNumber],
    [types.date, (text) => text],
  ]);
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (type, format) => parsers.get(type) ?? pg.types.getTypeParser(type, format) },
  });
  // When a server goes away, idle and busy connections emit an error; a running query fails by itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const asked = async (client, text, values, name) =>
    (await client.query({ name, text, values: values && [...values], rowMode: 'array' })).rows;
  const database = {
    address,
    query: (text, values, name) => asked(pool, text, values, name),
    script: async (text) => void (await pool.query(text)),
    close: () => pool.end(),
    async transaction(work, { sees } = {}) {
      const client = await pool.connect();
      let failed;
      try {
        await client.query(sees === 'one state' ? 'begin isolation level repeatable read' : 'begin');
        const result = await work({ query: (text, values, name) => asked(client, text, values, name) });
        await client.query('commit');
        return result;
      } catch (error) {
        failed = error;
        // If the connection is gone, the server has rolled back by itself.
        await client.query('rollback').catch(() => {});
        throw error;
      } finally {
        client.release(failed !== undefined && !(failed instanceof Refusal));
      }
    },
  };
  try {
    await database.query('select 1');
  } catch (error) {
    await pool.end();
    throw new Refusal('database-unreachable', `${withoutPassword(address)}: ${error.message}`);
  }
  return database;
}

async function openEmbedded(folder) {
  if (
    existsSync(folder) &&
    readdirSync(folder).length > 0 &&
    !existsSync(join(folder, 'PG_VERSION')) &&
    !existsSync(join(folder, lockFile))
  )
    throw new Refusal('database-invalid', `${folder} holds files, and no database`);
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    return await openPglite(folder, unlock);
  } catch (error) {
    unlock();
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'database-corrupt',
      `${folder} cannot be opened: ${String(error?.message ?? error).split('\n')[0]}`,
    );
  }
}

async function openPglite(folder, unlock) {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({
    ...(folder !== undefined && { dataDir: folder }),
    parsers: { [types.int8]: wholeNumber, [types.date]: (text) => text },
  });
  const asked = async (session, text, values) =>
    (await session.query(text, values && [...values], { rowMode: 'array' })).rows;
  await asked(database, 'select 1');
  return {
    address: folder ?? 'memory:',
    query: (text, values) => asked(database, text, values),
    script: async (text) => void (await database.exec(text)),
    // PGlite's own transaction, never a bare `begin`: there is one connection, and another statement could get in between.
    transaction: (work) =>
      database.transaction((session) => work({ query: (text, values) => asked(session, text, values) })),
    async close() {
      await database.close();
      unlock();
    },
  };
}

const lockFile = 'billing.lock';

/** PGlite does not notice when a second process opens its folder, and the two would corrupt it. */
function lockFolder(folder) {
  const file = join(folder, lockFile);
  for (;;) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Refusal('database-unreachable', `${folder}: ${error.message}`);
      const owner = Number(readFileSync(file, 'utf8'));
      if (isRunning(owner)) throw new Refusal('database-locked', `${folder} is in use by process ${owner}`);
      rmSync(file, { force: true });
    }
  }
}

function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function withoutPassword(address) {
  return address.replace(/\/\/([^:@/]+):[^@/]*@/, '//$1@');
}
