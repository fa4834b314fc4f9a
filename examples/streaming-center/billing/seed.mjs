import { courseOf } from './course.mjs';
import { openMonths } from './migrate.mjs';
import { Refusal } from './refusal.mjs';
import { Catalogue, insertCourses, writeLedger } from './store.mjs';
import { readTerms } from './terms.mjs';

/** Tariffs of the invented provider: monthly prices in minor units. */
const inventedPrices = [500, 990, 1500, 1999, 2500, 3000, 3100, 4900, 6200, 9900, 14_900, 29_990];

/** Months that the first payments of its customers would pay for. */
const inventedDeposits = [1, 2, 3, 6, 12, 24];

/**
 * Fills an empty database with an agreement, tariffs and accounts that opened on a day: invented, and the same for the same seed.
 *
 * @param {import('./database.mjs').Database} database
 * @param {object} options
 * @param {string} options.termsFile
 * @param {string} options.document The agreement.
 * @param {number} options.accounts
 * @param {string} options.day The day they open; slices are charged through it.
 * @param {number} [options.sliceSize]
 * @param {number} [options.node] The number of this node.
 * @param {number} [options.nodes] How many nodes share the accounts: slices go to them in turn.
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
  const courses = new Map();
  for (let slice = node; slice * sliceSize < accounts; slice += nodes) {
    const rows = [];
    for (let account = slice * sliceSize + 1; account <= Math.min(accounts, (slice + 1) * sliceSize); account += 1) {
      const draw = drawOf(start, account);
      const at = draw(inventedPrices.length);
      // A deposit for some months, so that a few run short soon and most do not.
      const amount = inventedPrices[at] * inventedDeposits[draw(inventedDeposits.length)];
      const key = `${at} ${amount}`;
      const tariff = tariffName(at);
      const topUp = { id: 'first', day, at: `${day}T00:30:00Z`, amount };
      let course = courses.get(key);
      if (course === undefined) {
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
        course = courseOf(catalogue.rules, source, day);
        courses.set(key, course);
      }
      rows.push({ account, tariff, topUp, course });
    }
    await database.transaction((session) => insertSlice(session, slice, node, day, rows));
    onProgress?.(rows.length);
  }
  return { accounts, tariffs: inventedPrices.length, courses: courses.size, day };
}

async function insertSlice(session, slice, node, day, rows) {
  await session.query('insert into slice values ($1, $2, $3)', [slice, node, day]);
  const accounts = rows.map(({ account }) => account);
  await session.query(
    `insert into account (slice, account, tariff, opened_on, opened_at, balance, status, standing, shown, ask_on)
     select $1, a, t, $4, $5, b, s, st, sh, k
     from unnest($2::int8[], $3::text[], $6::int8[], $7::text[], $8::text[], $9::text[], $10::date[]) as x(a, t, b, s, st, sh, k)`,
    [
      slice,
      accounts,
      rows.map(({ tariff }) => tariff),
      day,
      rows[0].topUp.at,
      rows.map(({ course }) => course.balance),
      rows.map(({ course }) => course.status),
      rows.map(({ course }) => course.standing),
      rows.map(({ course }) => course.shown),
      rows.map(({ course }) => course.askOn),
    ],
  );
  await session.query('insert into top_up select $1, a, $3, $4, $5, m from unnest($2::int8[], $6::int8[]) as x(a, m)', [
    slice,
    accounts,
    'first',
    day,
    rows[0].topUp.at,
    rows.map(({ topUp }) => topUp.amount),
  ]);
  await insertCourses(session, slice, rows);
  await writeLedger(
    session,
    slice,
    rows.flatMap(({ account, course }) => course.entries.map((entry) => ({ ...entry, account }))),
  );
}

/** Numbers from 0, drawn for one account: the same for the same seed. */
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
