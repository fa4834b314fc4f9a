import { addDays } from './days.mjs';

/**
 * Charges the accounts of a slice on which nothing happens through the days but what their rules charge, and which are charged by rules that
 * give them all one sum. The package is asked for the sum of each rule and day; the database spreads it over the accounts, so that no row of
 * theirs travels. Gives the other accounts, which are left as they are, and the number of entries.
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
  const news = days.map((on) => catalogue.newOn(on));
  const isNewEdition = news.some((one) => one.isNewEdition);
  const tariffs = [...new Set(news.flatMap((one) => [...one.tariffs]))];
  const others = new Set();
  const leave = async (text, ...more) => {
    for (const [account] of await session.query(text, [slice, ...more])) others.add(account);
  };
  await leave('select account from account where slice = $1 and ask_on <= $2', last);
  await leave('select account from planned where slice = $1 and day between $2 and $3', first, last);
  if (isNewEdition || tariffs.length > 0)
    await leave(
      'select account from account where slice = $1 and ask_on is not null and ($2 or tariff = any($3::text[]))',
      isNewEdition,
      tariffs,
    );
  // A row for each rule without facts, and one for each account with facts of its own.
  const found = await session.query(
    `select distinct rule, case when facts is not null then account end from line
     where slice = $1 and first_day <= $3 and last_day >= $2`,
    [slice, first, last],
    'rules-of-slice',
  );
  for (const [, account] of found) if (account !== null) others.add(account);
  const ruleIds = found.filter(([, account]) => account === null).map(([rule]) => rule);
  const sums = { rules: [], days: [], amounts: [] };
  const unanswered = [];
  for (const id of ruleIds) {
    const body = await catalogue.ruleBody(session, id);
    const amounts = days.map((on) => catalogue.plainAmount(body, on));
    if (amounts.includes(null)) {
      unanswered.push(id);
      continue;
    }
    for (const [at, amount] of amounts.entries()) {
      // What comes to nothing is entered by nobody: the library does not either.
      if (amount === 0) continue;
      sums.rules.push(id);
      sums.days.push(days[at]);
      sums.amounts.push(amount);
    }
  }
  if (unanswered.length > 0)
    await leave(
      'select account from line where slice = $1 and first_day <= $3 and last_day >= $2 and rule = any($4::int8[])',
      first,
      last,
      unanswered,
    );
  if (sums.rules.length === 0) return { others: [...others], entries: 0 };
  // The planner expects a handful of rows of the sums and would look up every account by its key.
  await session.query('set local enable_nestloop = off');
  const [[entries]] = await session.query(
    `with charged as materialized (
       select l.account, s.day, l.kind, l.kind like 'accrual/%' as accrues, s.amount
       from line l join unnest($2::int8[], $3::date[], $4::int8[]) as s(rule, day, amount)
         on s.rule = l.rule and s.day between l.first_day and l.last_day
       where l.slice = $1 and l.facts is null and l.account <> all($5::int8[])
     ), entered as (
       insert into ledger (slice, account, day, kind, book, amount)
       select $1, account, day, kind, (case when accrues then 'a' else 'b' end)::"char", amount from charged
     ), moved as (
       update account set balance = balance + t.amount
       from (select account, sum(amount)::int8 as amount from charged where not accrues group by account) t
       where account.slice = $1 and account.account = t.account
     ) select count(*) from charged`,
    [slice, sums.rules, sums.days, sums.amounts, [...others]],
    'charge-steady',
  );
  await session.query('set local enable_nestloop = on');
  return { others: [...others], entries };
}
