import { readdirSync, readFileSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

const folder = new URL('migrations/', import.meta.url);

const migrations = readdirSync(folder)
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({ version: Number(name.slice(0, 3)), name, text: readFileSync(new URL(name, folder), 'utf8') }));

/** The version of the schema this program was written for. */
export const schemaVersion = migrations.at(-1)?.version ?? 0;

/**
 * Migrates a database to the newest schema, each numbered step in its own transaction. A database with a newer schema is refused unchanged.
 *
 * @param {import('./database.mjs').Database} database
 */
export async function migrate(database) {
  const [[exists]] = await database.query("select to_regclass('schema_version') is not null");
  if (!exists)
    await database.transaction(async ({ query }) => {
      // If two processes start on an empty database, one waits for the other here.
      await query('select pg_advisory_xact_lock(4021)');
      await query('create table if not exists schema_version (version int primary key, name text not null)');
    });
  const has = await versionOf(database);
  if (has > schemaVersion)
    throw new Refusal(
      'schema-newer',
      `the database has schema ${has}, this program knows schemas through ${schemaVersion}`,
    );
  for (const { version, name, text } of migrations) {
    if (version <= has) continue;
    await database.transaction(async ({ query }) => {
      await query('select pg_advisory_xact_lock(4021)');
      if ((await versionOf({ query })) >= version) return;
      for (const statement of statementsOf(text)) await query(statement);
      await query('insert into schema_version values ($1, $2)', [version, name]);
    });
  }
}

async function versionOf({ query }) {
  const [[version]] = await query('select coalesce(max(version), 0) from schema_version');
  return version;
}

/** Statements of a script; in our migrations, no statement contains a semicolon. */
function statementsOf(text) {
  return text
    .replace(/^--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/**
 * Creates the monthly partitions of the ledger for a range of days.
 *
 * @param {import('./database.mjs').Database} database
 */
export async function openMonths(database, from, to) {
  const months = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = monthAfter(month)) months.push(month);
  const names = await database.query(
    "select c.relname from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = 'ledger'::regclass",
  );
  const known = new Set(names.map(([name]) => name));
  for (const month of months) {
    const name = `ledger_${month.slice(0, 7).replace('-', '_')}`;
    if (known.has(name)) continue;
    await database.transaction(async ({ query }) => {
      await query('select pg_advisory_xact_lock(4022)');
      await query(
        `create table if not exists ${name} partition of ledger for values from ('${month}') to ('${monthAfter(month)}')`,
      );
    });
  }
}

function monthAfter(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}
