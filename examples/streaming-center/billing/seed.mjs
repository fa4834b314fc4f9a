import { courseOf } from './course.mjs';
import { openMonths } from './migrate.mjs';
import { Refusal } from './refusal.mjs';
import { Catalogue, factsText, writeRules } from './store.mjs';
import { readTerms } from './terms.mjs';

/** Tariffs of the invented provider: monthly prices in minor units. */
const inventedPrices = [500, 990, 1500, 1999, 2500, 3000, 3100, 4900, 6200, 9900, 14_900, 29_990];

/** How many months the first payments of its customers pay for. */
const inventedDeposits = [1, 2, 3, 6, 12, 24];

/**
 * Fills an empty database with an agreement, tariffs and accounts opened on a day; the data is invented and depends only on the seed.
 *
 * @param {import('./database.mjs').Database} database
 * @param {object} options
 * @param {string} options.termsFile
 * @param {string} options.document The agreement.
 * @param {number} options.accounts
 * @param {string} options.day The day they open; slices are charged through it.
 * @param {number} [options.sliceSize]
 * @param {number} [options.node] The number of this node.
 * @param {number} [options.nodes] How many nodes share the accounts; slices are assigned to them in turn.
 * @param {number} [options.seed]
 * @param {(done: number) => void} [options.onProgress]
 */
export async function seed(database, options) {
  const {
    termsFile,
    document,
    accounts,
    day,
    sliceSize = 5000,
    node = 0,
    nodes = 1,
    seed: start = 1,
    onProgress,
  } = options;
  const terms = readTerms(termsFile);
  const { effectiveOn, edition } = JSON.parse(document);
  const firstDay = effectiveOn ?? edition;
  if (day < firstDay)
    throw new Refusal('before-edition', `${day} lies before ${firstDay}, when the agreement takes effect`);
  const [[known]] = await database.query('select count(*) from setting');
  if (known > 0) throw new Refusal('already-seeded', 'the database holds accounts already');
  await openMonths(database, day, day);
  await database.transaction(async ({ query }) => {
    await query('insert into setting values ($1, $2), ($3, $4), ($5, $6)', [
      'sliceSize',
      String(sliceSize),
      'node',
      String(node),
      'terms',
      termsFile.split('/').at(-1),
    ]);
    await query('insert into edition values ($1, $2)', [firstDay, document]);
    await query('insert into price select t, $2, $2, a from unnest($1::text[], $3::int8[]) as x(t, a)', [
      inventedPrices.map((_, at) => tariffName(at)),
      firstDay,
      inventedPrices,
    ]);
  });
  const catalogue = await new Catalogue(database, terms).refresh();
  // Accounts with the same tariff and deposit have the same course, which is sent once; the database copies it to its accounts.
  const courses = new Map();
  for (let slice = node; slice * sliceSize < accounts; slice += nodes) {
    const rows = [];
    for (let account = slice * sliceSize + 1; account <= Math.min(accounts, (slice + 1) * sliceSize); account += 1) {
      const draw = drawOf(start, account);
      const at = draw(inventedPrices.length);
      // A deposit for some months, so that a few accounts run out soon and most do not.
      const amount = inventedPrices[at] * inventedDeposits[draw(inventedDeposits.length)];
      const key = `${at} ${amount}`;
      let course = courses.get(key);
      if (course === undefined) {
        const tariff = tariffName(at);
        const topUp = { id: 'first', day, at: `${day}T00:30:00Z`, amount };
        const source = {
          account,
          tariff,
          openedOn: day,
          openedAt: topUp.at,
          prices: catalogue.pricesOf(tariff),
          topUps: [topUp],
          refunds: [],
          events: [],
        };
        course = { number: courses.size, source, topUp, ...courseOf(catalogue.rules, source, day) };
        courses.set(key, course);
      }
      rows.push({ account, course });
    }
    await database.transaction((session) => insertSlice(session, slice, node, day, rows));
    onProgress?.(rows.length);
  }
  return { accounts, tariffs: inventedPrices.length, courses: courses.size, day };
}

async function insertSlice(session, slice, node, day, rows) {
  const { query } = session;
  await query('insert into slice values ($1, $2, $3)', [slice, node, day]);
  const courses = [...new Set(rows.map(({ course }) => course))];
  const placed = [slice, `{${rows.map(({ account }) => account)}}`, `{${rows.map(({ course }) => course.number)}}`];
  const accounts = 'unnest($2::int8[], $3::int[]) as a(account, n)';
  const of = (list) => courses.flatMap((course) => list(course).map((one) => ({ n: course.number, ...one })));
  await query(
    `insert into account (slice, account, tariff, opened_on, opened_at, balance, status, standing, shown, ask_on)
     select $1, account, t, $4, o, b, s, st, sh, k from ${accounts}
     join unnest($5::int[], $6::text[], $7::text[], $8::int8[], $9::text[], $10::text[], $11::text[], $12::date[])
       as c(n, t, o, b, s, st, sh, k) using (n)`,
    [
      ...placed,
      day,
      courses.map(({ number }) => number),
      courses.map(({ source }) => source.tariff),
      courses.map(({ source }) => source.openedAt),
      courses.map(({ balance }) => balance),
      courses.map(({ status }) => status),
      courses.map(({ standing }) => standing),
      courses.map(({ shown }) => shown),
      courses.map(({ askOn }) => askOn),
    ],
  );
  await query(
    `insert into top_up select $1, account, i, $4, t, m from ${accounts}
     join unnest($5::int[], $6::text[], $7::text[], $8::int8[]) as c(n, i, t, m) using (n)`,
    [
      ...placed,
      day,
      courses.map(({ number }) => number),
      courses.map(({ topUp }) => topUp.id),
      courses.map(({ topUp }) => topUp.at),
      courses.map(({ topUp }) => topUp.amount),
    ],
  );
  const lines = of((course) => course.lines);
  await writeRules(session, lines);
  await query(
    `insert into line (slice, account, first_day, kind, last_day, rule, facts)
     select $1, account, f, k, l, r, string_to_array(x, ',', '')::int8[] from ${accounts}
     join unnest($4::int[], $5::date[], $6::text[], $7::date[], $8::int8[], $9::text[]) as c(n, f, k, l, r, x) using (n)`,
    [
      ...placed,
      lines.map(({ n }) => n),
      lines.map(({ firstDay }) => firstDay),
      lines.map(({ kind }) => kind),
      lines.map(({ lastDay }) => lastDay),
      lines.map(({ rule }) => rule.id),
      lines.map(factsText),
    ],
  );
  const planned = of((course) => course.planned);
  await query(
    `insert into planned (slice, day, account, entries, status, standing, shown)
     select $1, d, account, e, s, st, sh from ${accounts}
     join unnest($4::int[], $5::date[], $6::text[], $7::text[], $8::text[], $9::text[]) as c(n, d, e, s, st, sh) using (n)
     order by account`,
    [
      ...placed,
      planned.map(({ n }) => n),
      planned.map(({ day: on }) => on),
      planned.map(({ entries }) => JSON.stringify(entries)),
      planned.map(({ status }) => status),
      planned.map(({ standing }) => standing),
      planned.map(({ shown }) => shown),
    ],
  );
  const entries = of((course) => course.entries);
  await query(
    `insert into ledger (slice, account, day, kind, book, amount)
     select $1, account, d, k, b, m from ${accounts}
     join unnest($4::int[], $5::date[], $6::text[], $7::"char"[], $8::int8[]) as c(n, d, k, b, m) using (n)
     order by account`,
    [
      ...placed,
      entries.map(({ n }) => n),
      entries.map(({ day: on }) => on),
      entries.map(({ kind }) => kind),
      entries.map(({ book }) => book),
      entries.map(({ amount }) => amount),
    ],
  );
}

/** Random numbers from 0 for one account; the same for the same seed. */
export function drawOf(seed, account) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(account, 0x85ebca6b)) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** @param {number} at */
export function tariffName(at) {
  return `radio-${at + 1}`;
}
