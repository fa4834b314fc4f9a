import { Rules } from './rules.mjs';

/**
 * What a program knows about a database apart from its accounts: rules of the editions, price lists, the number of the node. Read again
 * after a new edition or price, so that either takes effect without a restart.
 */
export class Catalogue {
  /** @param {import('./database.mjs').Database} database @param {object} terms */
  constructor(database, terms) {
    this.database = database;
    this.terms = terms;
    this.#stamp = '';
    this.ruleBodies = new Map();
  }

  #stamp;
  #news;

  /** What is new on a day: an edition that takes effect, tariffs whose new price is announced. @param {string} day */
  newOn(day) {
    let news = this.#news.get(day);
    if (news === undefined) {
      const isNewEdition = this.rules.editions.some(
        ({ data }) => data.effectiveOn === day && day !== this.rules.firstDay,
      );
      const announced = [...this.prices].filter(([, list]) =>
        list.some(({ announcedOn, effectiveOn }, at) => at > 0 && (announcedOn === day || effectiveOn === day)),
      );
      news = { isNewEdition, tariffs: new Set(announced.map(([tariff]) => tariff)) };
      this.#news.set(day, news);
    }
    return news;
  }

  /** Reads what changed. @param {{ query(text: string, values?: readonly unknown[]): Promise<unknown[][]> }} session */
  async refresh(session = this.database) {
    // The id of the transaction that wrote a row shows whether it changed; it is read for every slice, so no document is read for that.
    const [[editions, prices]] = await session.query(
      `select (select string_agg(xmin::text, ',' order by effective_on) from edition),
              (select md5(string_agg(xmin::text, ',' order by tariff, effective_on)) from price)`,
    );
    const stamp = `${editions} ${prices}`;
    if (stamp === this.#stamp) return this;
    const documents = await session.query('select effective_on, document from edition order by effective_on');
    this.documents = new Map(documents.map(([effectiveOn, document]) => [effectiveOn, JSON.parse(document)]));
    this.rules = new Rules(
      documents.map(([effectiveOn, document]) => ({ effectiveOn, document })),
      this.terms,
    );
    const lists = await session.query(
      'select tariff, effective_on, announced_on, amount from price order by tariff, effective_on',
    );
    this.prices = new Map();
    for (const [tariff, effectiveOn, announcedOn, amount] of lists) {
      if (!this.prices.has(tariff)) this.prices.set(tariff, []);
      this.prices.get(tariff).push({ effectiveOn, announcedOn, amount });
    }
    this.#news = new Map();
    const settings = await session.query('select name, value from setting');
    this.settings = Object.fromEntries(settings);
    this.#stamp = stamp;
    return this;
  }

  /** The slice of an account: known from its number. @param {number} account */
  sliceOf(account) {
    return Math.floor((account - 1) / Number(this.settings.sliceSize));
  }

  /** The price list of a tariff. @param {string} tariff */
  pricesOf(tariff) {
    return this.prices.get(tariff) ?? noPrices;
  }

  /** The amounts of a rule on a day for each row of facts; see `Rules.amounts`. */
  amounts(body, rows, day) {
    return this.rules.amounts(body, this.pricesOf(tariffOf(body)), rows, day);
  }

  /** The same for columns; see `Rules.amountsOfColumns`. */
  amountsOfColumns(body, columns, count, day) {
    return this.rules.amountsOfColumns(body, this.pricesOf(tariffOf(body)), columns, count, day);
  }

  /** The names of the facts of a rule that differ by account. */
  factsOf(body) {
    return this.rules.factsOf(body);
  }

  /** The amount of a rule on a day for accounts without facts of their own; see `Rules.plainAmount`. */
  plainAmount(body, day) {
    return this.rules.plainAmount(body, this.pricesOf(tariffOf(body)), day);
  }

  /** The text of a rule by its number. */
  async ruleBody(session, id) {
    const known = this.ruleBodies.get(id);
    if (known !== undefined) return known;
    const [[body]] = await session.query('select body from rule where id = $1', [id]);
    this.ruleBodies.set(id, body);
    return body;
  }
}

const noPrices = Object.freeze([]);

const tariffs = new Map();

/** The tariff whose price list a rule uses; undefined if it has its own prices. */
function tariffOf(body) {
  if (!tariffs.has(body)) tariffs.set(body, JSON.parse(body).tariff);
  return tariffs.get(body);
}

/**
 * The accounts of a slice with everything entered for them, in the form passed to the library.
 *
 * @param {Catalogue} catalogue
 * @param {number} slice
 * @param {readonly number[]} accounts
 * @returns {Promise<Map<number, object>>}
 */
export async function readSources(session, catalogue, slice, accounts) {
  const sources = new Map();
  if (accounts.length === 0) return sources;
  const values = [slice, accounts];
  const rows = await session.query(
    'select account, tariff, opened_on, opened_at, balance from account where slice = $1 and account = any($2::int8[])',
    values,
  );
  for (const [account, tariff, openedOn, openedAt, balance] of rows) {
    const prices = catalogue.pricesOf(tariff);
    sources.set(account, { account, tariff, openedOn, openedAt, balance, prices, topUps: [], refunds: [], events: [] });
  }
  const topUps = await session.query(
    'select account, id, day, at, amount from top_up where slice = $1 and account = any($2::int8[]) order by account, day, id',
    values,
  );
  for (const [account, id, day, at, amount] of topUps) sources.get(account).topUps.push({ id, day, at, amount });
  const refunds = await session.query(
    'select account, id, day, at, closes from refund where slice = $1 and account = any($2::int8[]) order by account, day, id',
    values,
  );
  for (const [account, id, day, at, closes] of refunds) sources.get(account).refunds.push({ id, day, at, closes });
  const events = await session.query(
    'select account, id, day, body from event where slice = $1 and account = any($2::int8[]) order by account, day, id',
    values,
  );
  for (const [account, id, day, body] of events) sources.get(account).events.push({ id, day, body });
  return sources;
}

/** Writes rows of the ledger. */
export async function writeLedger(session, slice, rows) {
  if (rows.length === 0) return;
  const { accounts, days, kinds, books, amounts } = columnsOfRows(rows);
  await session.query(
    `insert into ledger (slice, account, day, kind, book, amount)
     select $1, * from unnest($2::int8[], $3::date[], $4::text[], $5::"char"[], $6::int8[])`,
    [slice, accounts, days, kinds, books, amounts],
  );
}

function columnsOfRows(rows) {
  return {
    accounts: rows.map(({ account }) => account),
    days: rows.map(({ day }) => day),
    kinds: rows.map(({ kind }) => kind),
    books: rows.map(({ book }) => book),
    amounts: rows.map(({ amount }) => amount),
  };
}

/**
 * Replaces the courses of accounts: lines, planned days, and the first day on which to ask again.
 *
 * @param {readonly { account: number, course: object }[]} courses
 */
export async function writeCourses(session, slice, courses) {
  if (courses.length === 0) return;
  const accounts = courses.map(({ account }) => account);
  await session.query('delete from line where slice = $1 and account = any($2::int8[])', [slice, accounts]);
  await session.query('delete from planned where slice = $1 and account = any($2::int8[])', [slice, accounts]);
  await insertCourses(session, slice, courses);
}

/** Writes the rules of lines that are new. */
export async function writeRules(session, lines) {
  // In the order of their numbers, so that two workers with the same new rules cannot deadlock.
  const rules = [...new Map(lines.map(({ rule }) => [rule.id, rule.body]))].sort(([a], [b]) => a - b);
  if (rules.length > 0)
    await session.query(
      'insert into rule (id, body) select * from unnest($1::int8[], $2::text[]) on conflict (id) do nothing',
      [rules.map(([id]) => id), rules.map(([, body]) => body)],
    );
}

/** The facts of a line as a text that PostgreSQL splits at its commas. */
export function factsText({ facts }) {
  return facts === null ? null : facts.map((fact) => fact ?? '').join(',');
}

async function insertCourses(session, slice, courses) {
  const lines = courses.flatMap(({ account, course }) => course.lines.map((line) => ({ account, ...line })));
  await writeRules(session, lines);
  if (lines.length > 0)
    await session.query(
      `insert into line (slice, account, first_day, kind, last_day, rule, facts)
       select $1, a, f, k, l, r, string_to_array(x, ',', '')::int8[]
       from unnest($2::int8[], $3::date[], $4::text[], $5::date[], $6::int8[], $7::text[]) as t(a, f, k, l, r, x)`,
      [
        slice,
        lines.map(({ account }) => account),
        lines.map(({ firstDay }) => firstDay),
        lines.map(({ kind }) => kind),
        lines.map(({ lastDay }) => lastDay),
        lines.map(({ rule }) => rule.id),
        lines.map(factsText),
      ],
    );
  const planned = courses.flatMap(({ account, course }) => course.planned.map((plan) => ({ account, ...plan })));
  if (planned.length > 0)
    await session.query(
      `insert into planned (slice, day, account, entries, status, standing, shown)
       select $1, * from unnest($2::date[], $3::int8[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [
        slice,
        planned.map(({ day }) => day),
        planned.map(({ account }) => account),
        planned.map(({ entries }) => JSON.stringify(entries)),
        planned.map(({ status }) => status),
        planned.map(({ standing }) => standing),
        planned.map(({ shown }) => shown),
      ],
    );
}

/** Writes the states of accounts. @param {readonly { account: number, balance: number, status: string, standing: string, shown: string, askOn: string | null }[]} states */
export async function writeStates(session, slice, states) {
  if (states.length === 0) return;
  await session.query(
    `update account set balance = t.balance, status = t.status, standing = t.standing, shown = t.shown, ask_on = t.ask_on
     from unnest($2::int8[], $3::int8[], $4::text[], $5::text[], $6::text[], $7::date[]) as t(account, balance, status, standing, shown, ask_on)
     where account.slice = $1 and account.account = t.account`,
    [
      slice,
      states.map(({ account }) => account),
      states.map(({ balance }) => balance),
      states.map(({ status }) => status),
      states.map(({ standing }) => standing),
      states.map(({ shown }) => shown),
      states.map(({ askOn }) => askOn),
    ],
  );
}
