import { AgreementError } from 'oferta';
import { courseOf, freshEntries, requireGood } from './course.mjs';
import { addDays, isDay } from './days.mjs';
import { openMonths } from './migrate.mjs';
import { Refusal } from './refusal.mjs';
import { defined } from './rules.mjs';
import { readSources, writeCourses, writeLedger, writeStates } from './store.mjs';
import { unitsOfSum } from './terms.mjs';

/** An amount that a person typed, in minor units: above zero, with no more decimals than the currency has. */
export function readAmount(text, currency) {
  let units;
  try {
    units = unitsOfSum({ amount: text, currency });
  } catch (error) {
    if (error instanceof AgreementError || error instanceof Refusal)
      throw new Refusal('amount-invalid', `"${text}" is no sum in ${currency}: ${error.message}`);
    throw error;
  }
  if (units <= 0) throw new Refusal('amount-invalid', `"${text}" is not more than nothing`);
  return units;
}

/** An account number that a person typed. */
export function readAccount(text) {
  const account = Number(text);
  if (!/^\d{1,15}$/.test(text) || account < 1)
    throw new Refusal('account-unknown', `"${text}" is no number of an account`);
  return account;
}

/** An instant that a person typed, with its day; a day alone has no instant. */
export function readWhen(text, timeZone) {
  if (isDay(text)) return { day: text, at: null };
  const time = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time))
    throw new Refusal('day-invalid', `"${text}" is neither a day nor an instant with its offset`);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    time,
  );
  return { day, at: text };
}

/**
 * A top-up. A second one with the same id and content is ignored.
 *
 * @param {import('./database.mjs').Database} database
 * @param {import('./store.mjs').Catalogue} catalogue
 * @param {{ account: number, id: string, day: string, at: string | null, amount: number }} topUp Of minor units.
 */
export function enterTopUp(database, catalogue, { account, id, day, at, amount }) {
  return enter(database, catalogue, account, {
    id,
    day,
    list: 'topUps',
    entered: { id, day, at, amount },
    text: 'insert into top_up values ($1, $2, $3, $4, $5, $6)',
    values: [day, at, amount],
  });
}

/** A refund, or the closing of the account with its refund; the agreement decides how much. */
export function enterRefund(database, catalogue, { account, id, day, at, closes }) {
  return enter(database, catalogue, account, {
    id,
    day,
    list: 'refunds',
    entered: { id, day, at, closes },
    text: 'insert into refund values ($1, $2, $3, $4, $5, $6)',
    values: [day, at, closes],
  });
}

/** Any other event of the agreement. */
export function enterEvent(database, catalogue, { account, id, day, body }) {
  return enter(database, catalogue, account, {
    id,
    day,
    list: 'events',
    entered: { id, day, body },
    text: 'insert into event values ($1, $2, $3, $4, $5)',
    values: [day, body],
  });
}

async function enter(database, catalogue, account, { id, day, list, entered, text, values }) {
  if (typeof id !== 'string' || id === '' || id.length > 180)
    throw new Refusal('id-invalid', 'an id has 1 to 180 characters');
  await catalogue.refresh();
  await openMonths(database, day, day);
  const slice = catalogue.sliceOf(account);
  return database.transaction(async (session) => {
    // Top-ups of a slice may run concurrently, but not while the slice is charged.
    const [found] = await session.query('select through, node from slice where slice = $1 for share', [slice]);
    if (found !== undefined && found[1] !== Number(catalogue.settings.node))
      throw new Refusal('slice-elsewhere', `slice ${slice} lives on node ${found[1]}`);
    const [row] = await session.query('select opened_on from account where slice = $1 and account = $2 for update', [
      slice,
      account,
    ]);
    if (found === undefined || row === undefined)
      throw new Refusal('account-unknown', `there is no account ${account}`);
    const [through] = found;
    const source = (await readSources(session, catalogue, slice, [account])).get(account);
    const again = source[list].find((one) => one.id === id);
    if (again !== undefined) {
      if (JSON.stringify(again) === JSON.stringify(entered)) return { account, id, isNew: false, entries: [] };
      throw new Refusal('id-reused', `${id} was entered before with other content`);
    }
    if (day < row[0])
      throw new Refusal('before-opening', `${day} lies before ${row[0]}, when account ${account} was opened`);
    if (day < through) throw new Refusal('day-closed', `${day} is closed: the account is charged through ${through}`);
    if (day > addDays(through, 366)) throw new Refusal('day-too-far', `${day} is more than a year after ${through}`);
    const complete = { ...source, [list]: [...source[list], entered] };
    await session.query(text, [slice, account, id, ...values]);
    if (day > through) {
      // The library is asked now, so that an event the agreement refuses is refused here and not during the run of the day.
      inWordsOfTheDesk(entered, () => requireGood(catalogue.rules, complete, day));
      await session.query('update account set ask_on = least(ask_on, $3) where slice = $1 and account = $2', [
        slice,
        account,
        day,
      ]);
      return { account, id, isNew: true, entries: [] };
    }
    const course = inWordsOfTheDesk(entered, () => courseOf(catalogue.rules, complete, day));
    const ledger = await session.query(
      "select day, kind, book, amount from ledger where slice = $1 and account = $2 and book <> 'a'",
      [slice, account],
    );
    const fresh = freshEntries(
      ledger.map(([on, kind, book, amount]) => ({ day: on, kind, book, amount })),
      course.entries,
      through,
    );
    await session.query("delete from ledger where slice = $1 and account = $2 and day = $3 and book = 'a'", [
      slice,
      account,
      day,
    ]);
    await writeLedger(
      session,
      slice,
      [...fresh, ...course.accrued].map((entry) => ({ ...entry, account })),
    );
    await writeCourses(session, slice, [{ account, course }]);
    await writeStates(session, slice, [{ account, ...course }]);
    return { account, id, isNew: true, entries: fresh };
  });
}

/** Asks the library. If the agreement needs an instant and only a day was typed, the error quotes what was typed and not the event made from it. */
function inWordsOfTheDesk({ at, day }, ask) {
  try {
    return ask();
  } catch (error) {
    if (at !== null || !error.findings?.some(({ path, expected }) => path.endsWith('.at') && expected === 'an instant'))
      throw error;
    throw new Refusal(
      'instant-missing',
      `the agreement asks for the instant, such as ${day}T10:00:00Z; the day ${day} is not enough`,
    );
  }
}

/**
 * Opens an account on a day that is not yet closed.
 *
 * @param {{ account: number, tariff: string, day: string, at: string | null }} opening `account`: its number, not used by any other account.
 */
export async function openNew(database, catalogue, { account, tariff, day, at }) {
  await catalogue.refresh();
  if (!catalogue.prices.has(tariff)) throw new Refusal('tariff-unknown', `there is no tariff "${tariff}"`);
  const source = {
    account,
    tariff,
    openedOn: day,
    openedAt: at,
    prices: catalogue.pricesOf(tariff),
    topUps: [],
    refunds: [],
    events: [],
  };
  requireGood(catalogue.rules, source, day);
  return database.transaction(async (session) => {
    const node = Number(catalogue.settings.node);
    const slice = catalogue.sliceOf(account);
    const [[reached]] = await session.query('select max(through) from slice where node = $1', [node]);
    await session.query('insert into slice values ($1, $2, $3) on conflict do nothing', [slice, node, reached]);
    const [[through]] = await session.query('select through from slice where slice = $1 for update', [slice]);
    if (day <= through) throw new Refusal('day-closed', `${day} is closed: the slice is charged through ${through}`);
    await session.query(
      'insert into account (slice, account, tariff, opened_on, opened_at, ask_on) values ($1, $2, $3, $4, $5, $4)',
      [slice, account, tariff, day, at],
    );
    return { account };
  });
}

/** A new price of a tariff: its accounts are asked about on the day it is announced. */
export async function enterPrice(database, catalogue, { tariff, amount, announcedOn, effectiveOn }) {
  await catalogue.refresh();
  if (!catalogue.prices.has(tariff)) throw new Refusal('tariff-unknown', `there is no tariff "${tariff}"`);
  if (effectiveOn < announcedOn) throw new Refusal('day-invalid', `${effectiveOn} lies before ${announcedOn}`);
  await whileNothingIsCharged(database, announcedOn, ({ query }) =>
    query('insert into price values ($1, $2, $3, $4)', [tariff, effectiveOn, announcedOn, amount]),
  );
}

/** A new edition of the agreement, in force from a day that no slice has reached. */
export async function enterEdition(database, { document, effectiveOn }) {
  const { data } = defined(document, effectiveOn);
  const [[first]] = await database.query('select document from edition order by effective_on limit 1');
  const { id } = JSON.parse(first);
  if (data.id !== id)
    throw new Refusal('edition-invalid', `this is an edition of ${data.id}, and the accounts are under ${id}`);
  await whileNothingIsCharged(database, effectiveOn, ({ query }) =>
    query('insert into edition values ($1, $2)', [effectiveOn, document]),
  );
}

/** Enters something that concerns every account, from a day that no slice has reached. Waits for runs in progress. */
async function whileNothingIsCharged(database, day, work) {
  await database.transaction(async (session) => {
    const rows = await session.query('select slice, through from slice order by slice for share');
    const reached = rows
      .map(([, through]) => through)
      .sort()
      .at(-1);
    if (reached !== undefined && day <= reached)
      throw new Refusal('day-closed', `${day} is closed: accounts are charged through ${reached}`);
    await work(session);
  });
}
