import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../database.mjs';
import { migrate, openMonths } from '../migrate.mjs';
import { Catalogue } from '../store.mjs';
import { readTerms } from '../terms.mjs';
import { chargeAll } from '../work.mjs';

export const program = fileURLToPath(new URL('../run.mjs', import.meta.url));

/** A file next to the program. */
export function fileOf(name) {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

/** The agreement of an example, as text. */
export function documentOf(name) {
  return readFileSync(fileURLToPath(new URL(`../../../${name}/agreement.json`, import.meta.url)), 'utf8');
}

/**
 * A database in memory with the agreement of an example, price lists and accounts that open on a day; nothing is charged yet.
 *
 * @param {string} name
 * @param {{ through: string, sliceSize?: number, prices?: readonly [string, string, number][], accounts?: readonly [string, string, string | null][], terms?: object, address?: string, node?: number }} given
 *   `accounts`: tariff, day and instant of the opening.
 */
export async function database(
  name,
  { through, sliceSize = 100, prices = [], accounts = [], terms = {}, address = 'memory:', node = 0 },
) {
  const opened = await openDatabase(address);
  await migrate(opened);
  const document = documentOf(name);
  const { effectiveOn, edition } = JSON.parse(document);
  await opened.query("insert into setting values ('sliceSize', $1), ('node', $2)", [String(sliceSize), String(node)]);
  await opened.query('insert into edition values ($1, $2)', [effectiveOn ?? edition, document]);
  for (const [tariff, effective, amount] of prices)
    await opened.query('insert into price values ($1, $2, $2, $3)', [tariff, effective, amount]);
  for (let slice = 0; slice * sliceSize < accounts.length; slice += 1)
    await opened.query('insert into slice values ($1, $3, $2)', [slice, through, node]);
  if (accounts.length > 0)
    await opened.query(
      `insert into account (slice, account, tariff, opened_on, opened_at, ask_on)
       select (n - 1) / $1, n, t, d, a, d from unnest($2::text[], $3::date[], $4::text[]) with ordinality as x(t, d, a, n)`,
      [sliceSize, accounts.map(([tariff]) => tariff), accounts.map(([, day]) => day), accounts.map(([, , at]) => at)],
    );
  const catalogue = await new Catalogue(opened, { ...readTerms(fileOf(`terms/${name}.json`)), ...terms }).refresh();
  return { database: opened, catalogue };
}

/** Charges through a day; a slice that is refused fails the test. */
export async function charge({ database: opened, catalogue }, day) {
  const { failed } = await chargeAll(opened, catalogue, {
    day,
    onFailure: ({ message }) => {
      throw new Error(message);
    },
  });
  if (failed.length > 0) throw new Error(`slices ${failed} failed`);
}

/** The ledger of an account, as day, kind and minor units. */
export async function ledgerOf({ database: opened }, account, books = ['b', 'p']) {
  return opened.query(
    `select day, kind, amount from ledger where account = $1 and book = any($2::"char"[]) order by day, kind`,
    [account, books],
  );
}

/** Runs the command line. */
export function run(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

export { openMonths };
