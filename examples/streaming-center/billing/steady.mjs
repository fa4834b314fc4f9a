import { addDays } from './days.mjs';

/**
 * Charges the accounts of a slice to which nothing happens on the days except the charges of their lines. The package is asked for the
 * amounts of each rule, by columns if accounts have facts of their own, once for all if they have none, and the database applies them to
 * its accounts, so none of their rows are transferred. Returns the other accounts, which are left unchanged, and the number of entries.
 *
 * @param {import('./database.mjs').Session} session
 * @param {import('./store.mjs').Catalogue} catalogue
 * @param {number} slice
 * @param {string} first
 * @param {string} last
 * @returns {Promise<{ others: number[], entries: number }>}
 */
export async function chargeSteady(session, catalogue, slice, first, last) {
  const days = [];
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on);
  const others = await accountsWithNews(session, catalogue, slice, days);
  const leave = async (text, ...values) => {
    for (const [account] of await session.query(text, [slice, first, last, ...values])) others.add(account);
  };
  const shared = await sumsOfRules(session, catalogue, slice, days);
  if (shared.unanswered.length > 0)
    await leave(
      'select account from line where slice = $1 and first_day <= $3 and last_day >= $2 and rule = any($4::int8[])',
      shared.unanswered,
    );
  const own = await sumsOfAccounts(session, catalogue, slice, days, others);
  if (shared.rules.length === 0 && own.accounts.length === 0) return { others: [...others], entries: 0 };
  // The planner expects a handful of amounts, and would look up every account by its key.
  await session.query('set local enable_nestloop = off');
  const [[entries]] = await session.query(
    `with charged as materialized (
       select l.account, s.day, l.kind, l.kind like 'accrual/%' as accrues, s.amount
       from line l join unnest($2::int8[], $3::date[], $4::int8[]) as s(rule, day, amount)
         on s.rule = l.rule and s.day between l.first_day and l.last_day
       where l.slice = $1 and l.facts is null and l.account <> all($5::int8[])
       union all
       select o.account, o.day, ($6::text[])[o.kind], ($6::text[])[o.kind] like 'accrual/%', o.amount
       from unnest($7::int8[], $8::int[], $9::date[], $10::int8[]) as o(account, kind, day, amount)
       where o.account <> all($5::int8[])
     ), entered as (
       insert into ledger (slice, account, day, kind, book, amount)
       select $1, account, day, kind, (case when accrues then 'a' else 'b' end)::"char", amount from charged
     ), moved as (
       update account set balance = balance + t.amount
       from (select account, sum(amount)::int8 as amount from charged where not accrues group by account) t
       where account.slice = $1 and account.account = t.account
     ) select count(*) from charged`,
    [
      slice,
      shared.rules,
      shared.days,
      shared.amounts,
      [...others],
      own.kinds,
      listOf(own.accounts),
      listOf(own.kindsAt),
      listOf(own.days),
      listOf(own.amounts),
    ],
    'charge-steady',
  );
  await session.query('set local enable_nestloop = on');
  return { others: [...others], entries };
}

/** Accounts to which something else happens on the days: they are asked about, or have another state afterwards. */
async function accountsWithNews(session, catalogue, slice, days) {
  const first = days[0];
  const last = days.at(-1);
  const accounts = new Set();
  const add = async (text, ...values) => {
    for (const [account] of await session.query(text, [slice, ...values])) accounts.add(account);
  };
  await add('select account from account where slice = $1 and ask_on <= $2', last);
  await add('select account from planned where slice = $1 and day between $2 and $3', first, last);
  const news = days.map((on) => catalogue.newOn(on));
  const isNewEdition = news.some((one) => one.isNewEdition);
  const tariffs = [...new Set(news.flatMap((one) => [...one.tariffs]))];
  if (isNewEdition || tariffs.length > 0)
    await add(
      'select account from account where slice = $1 and ask_on is not null and ($2 or tariff = any($3::text[]))',
      isNewEdition,
      tariffs,
    );
  return accounts;
}

/** The amount of each rule on each day for accounts without facts of their own, and the rules that have no answer for one of the days. */
async function sumsOfRules(session, catalogue, slice, days) {
  const sums = { rules: [], days: [], amounts: [], unanswered: [] };
  const found = await session.query(
    'select distinct rule from line where slice = $1 and first_day <= $3 and last_day >= $2 and facts is null',
    [slice, days[0], days.at(-1)],
    'rules-of-slice',
  );
  for (const [rule] of found) {
    const body = await catalogue.ruleBody(session, rule);
    const amounts = days.map((on) => catalogue.plainAmount(body, on));
    if (amounts.includes(null)) {
      sums.unanswered.push(rule);
      continue;
    }
    for (const [at, amount] of amounts.entries()) {
      // An amount of zero is not entered; the library does not enter it either.
      if (amount === 0) continue;
      sums.rules.push(rule);
      sums.days.push(days[at]);
      sums.amounts.push(amount);
    }
  }
  return sums;
}

/** The amount of each account with facts of its own on each day. Accounts for which a rule has no answer are added to the others. */
async function sumsOfAccounts(session, catalogue, slice, days, others) {
  const first = days[0];
  const last = days.at(-1);
  const sums = { kinds: [], accounts: [], kindsAt: [], days: [], amounts: [] };
  // One text for each rule, row after row, the account first: a hundredth of the values that separate rows would need. Lines that end on
  // different days after the last of these are one group.
  const parts = await session.query(
    `select rule, kind, greatest(first_day, $2::date) as first_day, least(last_day, $3::date) as last_day,
       string_agg(account || ',' || array_to_string(facts, ',', ''), ',')
     from line where slice = $1 and first_day <= $3 and last_day >= $2 and facts is not null and account <> all($4::int8[])
     group by 1, 2, 3, 4`,
    [slice, first, last, [...others]],
    'facts-of-slice',
  );
  for (const [rule, kind, firstDay, lastDay, text] of parts) {
    const body = await catalogue.ruleBody(session, rule);
    const { accounts, columns } = readFacts(text, catalogue.factsOf(body).length);
    sums.kinds.push(kind);
    for (const on of days) {
      if (on < firstDay || on > lastDay) continue;
      const amounts = catalogue.amountsOfColumns(body, columns, accounts.length, on);
      for (let at = 0; at < accounts.length; at += 1) {
        if (Number.isNaN(amounts[at])) others.add(Number(accounts[at]));
        else if (amounts[at] !== 0) {
          sums.accounts.push(accounts[at]);
          sums.kindsAt.push(sums.kinds.length);
          sums.days.push(on);
          sums.amounts.push(amounts[at]);
        }
      }
    }
  }
  return sums;
}

/** Account numbers as text, and a column for each fact; an absent fact is NaN. */
function readFacts(text, width) {
  const cells = text.split(',');
  const count = cells.length / (width + 1);
  const accounts = new Array(count);
  const columns = Array.from({ length: width }, () => new Float64Array(count));
  for (let row = 0, at = 0; row < count; row += 1) {
    accounts[row] = cells[at];
    at += 1;
    for (const column of columns) {
      column[row] = cells[at] === '' ? Number.NaN : Number(cells[at]);
      at += 1;
    }
  }
  return { accounts, columns };
}

/** An array of numbers or days as PostgreSQL writes it. */
function listOf(values) {
  return `{${values.join(',')}}`;
}
