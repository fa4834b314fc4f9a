import { openMonths } from './migrate.mjs';
import { Refusal } from './refusal.mjs';
import { openAll } from './run.mjs';

/** Tables of a slice; those that others refer to come first. Their row types are named with the schema: `line` alone is a type of geometry. */
const tables = ['account', 'top_up', 'refund', 'event', 'ledger', 'line', 'planned'];

/** How many accounts are moved at a time. */
const chunk = 250;

/**
 * Moves a slice from one node to another while both charge. Three steps, each in its own transaction, so that a move can be interrupted
 * anywhere and requested again: the slice is marked as gone (nobody charges it), all its rows are inserted at the other node in one
 * transaction (from then on it is charged there), and they are deleted from the first. No transaction spans nodes.
 *
 * @param {{ database: import('./database.mjs').Database, catalogue: import('./store.mjs').Catalogue }} from
 * @param {{ database: import('./database.mjs').Database, catalogue: import('./store.mjs').Catalogue }} to
 * @param {number} slice
 */
export async function moveSlice(from, to, slice) {
  const [source, target] = [from, to].map(({ catalogue }) => Number(catalogue.settings.node));
  const [there] = await to.database.query('select node from slice where slice = $1', [slice]);
  if (there?.[0] !== target) {
    await from.database.transaction(async ({ query }) => {
      const [row] = await query('select node from slice where slice = $1 for update', [slice]);
      if (row === undefined) throw new Refusal('slice-unknown', `node ${source} holds no slice ${slice}`);
      if (row[0] !== source && row[0] !== target)
        throw new Refusal('slice-elsewhere', `slice ${slice} is on its way to node ${row[0]}`);
      await query('update slice set node = $2 where slice = $1', [slice, target]);
    });
    await copySlice(from.database, to.database, slice, target);
  }
  await from.database.transaction(async ({ query }) => {
    const [row] = await query('select node from slice where slice = $1 for update', [slice]);
    if (row === undefined || row[0] === source) return;
    for (const table of [...tables].reverse()) await query(`delete from ${table} where slice = $1`, [slice]);
    await query('delete from slice where slice = $1', [slice]);
  });
}

/** Takes back a slice that was being moved to a node, if that node can be reached and does not have it. */
export async function takeBack(from, to, slice) {
  const [source, target] = [from, to].map(({ catalogue }) => Number(catalogue.settings.node));
  const [there] = await to.database.query('select node from slice where slice = $1', [slice]);
  if (there?.[0] === target) throw new Refusal('slice-elsewhere', `slice ${slice} has arrived at node ${target}`);
  await from.database.query('update slice set node = $2 where slice = $1', [slice, source]);
}

async function copySlice(from, to, slice, target) {
  const [[through]] = await from.query('select through from slice where slice = $1', [slice]);
  const [[first, last]] = await from.query('select min(day), max(day) from ledger where slice = $1', [slice]);
  if (first !== null) await openMonths(to, first, last);
  await to.transaction(async ({ query }) => {
    await query('insert into slice values ($1, $2, $3)', [slice, target, through]);
    const accounts = (await from.query('select account from account where slice = $1 order by account', [slice])).map(
      ([account]) => account,
    );
    const rules = await from.query('select id, body from rule where id in (select rule from line where slice = $1)', [
      slice,
    ]);
    if (rules.length > 0)
      await query(
        'insert into rule (id, body) select * from unnest($1::int8[], $2::text[]) on conflict (id) do nothing',
        [rules.map(([id]) => id), rules.map(([, body]) => body)],
      );
    for (let at = 0; at < accounts.length; at += chunk) {
      const some = accounts.slice(at, at + chunk);
      for (const table of tables) {
        const [[rows]] = await from.query(
          `select coalesce(json_agg(t), '[]')::text from ${table} t where slice = $1 and account = any($2::int8[])`,
          [slice, some],
        );
        await query(`insert into ${table} select * from json_populate_recordset(null::public.${table}, $1::json)`, [
          rows,
        ]);
      }
    }
  });
}

/** `move-slice SLICE --to NODE`. */
export async function moveSliceCommand(settings, [text]) {
  if (!/^\d{1,9}$/.test(text ?? '')) throw new Refusal('slice-unknown', `"${text ?? ''}" is no number of a slice`);
  const slice = Number(text);
  const nodes = await openAll(settings);
  try {
    const to = nodes.find(({ catalogue }) => catalogue.settings.node === settings.to);
    if (to === undefined)
      throw new Refusal('node-unknown', `there is no node ${settings.to}; --database names them all`);
    const holders = [];
    for (const node of nodes)
      if ((await node.database.query('select 1 from slice where slice = $1', [slice])).length > 0) holders.push(node);
    if (holders.length === 0) throw new Refusal('slice-unknown', `no node holds slice ${slice}`);
    const from = holders.find((node) => node !== to);
    if (from !== undefined) await moveSlice(from, to, slice);
    else {
      const [[node]] = await to.database.query('select node from slice where slice = $1', [slice]);
      const other = nodes.find(({ catalogue }) => catalogue.settings.node === String(node));
      if (other !== to && other !== undefined) await takeBack(to, other, slice);
    }
    process.stdout.write(`${JSON.stringify({ slice, node: Number(settings.to) })}\n`);
  } finally {
    for (const { database } of nodes) await database.close();
  }
}
