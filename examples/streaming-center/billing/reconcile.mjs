import { applyEvents, openAccount, statement } from 'oferta/agreement';
import { courseOf, horizonDays } from './course.mjs';
import { addDays, numberOfDay } from './days.mjs';
import { readSources } from './store.mjs';
import { eventsOf, unitsOfSum } from './terms.mjs';

/** For how many days ahead the stored course is compared with a newly computed one. */
const daysAhead = 31;

/**
 * Checks a database: every account is replayed from its entries and compared with its ledger, balance, status and course; totals over all
 * accounts, including those not replayed, are compared with each other.
 *
 * @param {import('./database.mjs').Database} database
 * @param {import('./store.mjs').Catalogue} catalogue
 * @param {{ sample?: number, onSlice?: (slice: number) => void }} options `sample`: replay about this many accounts; if absent, all of them.
 */
export async function reconcile(database, catalogue, { sample, onSlice } = {}) {
  await catalogue.refresh(database);
  const report = {
    accounts: 0,
    replayed: 0,
    entries: 0,
    topUps: 0n,
    credits: 0n,
    debits: 0n,
    refunds: 0n,
    closing: 0n,
    below: 0,
    through: null,
    faults: [],
  };
  const node = Number(catalogue.settings.node);
  const slices = await database.query('select slice from slice where node = $1 order by slice', [node]);
  const [[total]] = await database.query('select count(*) from account');
  const every = sample === undefined || sample >= total ? 1 : Math.ceil(total / sample);
  for (const [slice] of slices) {
    // The desk goes on meanwhile, and what it enters between two statements would look like a fault.
    await database.transaction((session) => reconcileSlice(session, catalogue, slice, every, report), {
      sees: 'one state',
    });
    onSlice?.(slice);
  }
  const [[orphans]] = await database.query(
    'select count(*) from ledger l where not exists (select from account a where a.slice = l.slice and a.account = l.account)',
  );
  if (orphans > 0) report.faults.push({ fault: 'rows of the ledger without an account', found: orphans });
  if (report.credits - report.debits !== report.closing)
    report.faults.push({
      fault: 'credits less debits are not the closing balance',
      expected: String(report.credits - report.debits),
      found: String(report.closing),
    });
  return report;
}

async function reconcileSlice(session, catalogue, slice, every, report) {
  const { faults } = report;
  const [[through]] = await session.query('select through from slice where slice = $1', [slice]);
  if (report.through === null || through < report.through) report.through = through;
  const rows = await session.query(
    `select a.account, a.balance, a.status, a.standing, a.shown, a.ask_on, coalesce(l.moved, 0), coalesce(l.credits, 0), coalesce(l.paid, 0), l.latest, coalesce(l.n, 0)
     from account a left join (
       select account, sum(amount) filter (where book = 'b')::int8 as moved, sum(amount) filter (where book = 'b' and amount > 0)::int8 as credits,
              sum(amount) filter (where book = 'p')::int8 as paid, max(day) as latest, count(*) as n
       from ledger where slice = $1 group by account
     ) l using (account) where a.slice = $1 order by a.account`,
    [slice],
  );
  const [[topUps]] = await session.query('select coalesce(sum(amount), 0)::int8 from top_up where slice = $1', [slice]);
  report.topUps += BigInt(topUps);
  const replayed = [];
  const states = new Map();
  for (const [account, balance, status, standing, shown, askOn, moved, credits, paid, latest, entries] of rows) {
    report.accounts += 1;
    report.entries += entries;
    report.credits += BigInt(credits);
    report.debits += BigInt(credits) - BigInt(moved);
    report.refunds += BigInt(paid);
    report.closing += BigInt(balance);
    if (balance !== moved)
      faults.push({ account, fault: 'the balance is not what the ledger comes to', expected: moved, found: balance });
    if (latest !== null && latest > through)
      faults.push({ account, fault: 'an entry of a day that is not reached', expected: through, found: latest });
    states.set(account, { balance, status, standing, shown, askOn });
    if (balance < 0) report.below += 1;
    // An account below zero is always replayed, because only the agreement can say that the amount is owed.
    if (every === 1 || account % every === 0 || balance < 0) replayed.push(account);
  }
  const gaps = await session.query(
    `select l.account, l.kind, count(g.day) from line l
     left join ledger g on g.slice = l.slice and g.account = l.account and g.kind = l.kind and g.day between l.first_day and least(l.last_day, $2::date)
     where l.slice = $1 and l.first_day <= $2 and l.kind not like 'accrual/%' group by l.account, l.kind, l.first_day, l.last_day
     having count(g.day) <> least(l.last_day, $2::date) - l.first_day + 1`,
    [slice, through],
  );
  for (const [account, kind, found] of gaps) faults.push({ account, fault: `days of ${kind} are missing`, found });
  for (let from = 0; from < replayed.length; from += 500)
    await replayAccounts(session, catalogue, slice, through, replayed.slice(from, from + 500), states, report);
}

async function replayAccounts(session, catalogue, slice, through, accounts, states, report) {
  const sources = await readSources(session, catalogue, slice, accounts);
  const values = [slice, accounts];
  const ledger = grouped(
    await session.query(
      'select account, day, kind, book, amount from ledger where slice = $1 and account = any($2::int8[]) order by account, day, kind',
      values,
    ),
  );
  const lines = grouped(
    await session.query(
      'select account, kind, first_day, last_day, rule, facts from line where slice = $1 and account = any($2::int8[])',
      values,
    ),
  );
  const planned = grouped(
    await session.query(
      'select account, day, entries, status, standing, shown from planned where slice = $1 and account = any($2::int8[]) and day > $3',
      [...values, through],
    ),
  );
  for (const account of accounts) {
    report.replayed += 1;
    const add = (fault, expected, found) => report.faults.push({ account, fault, expected, found });
    let expected;
    try {
      expected = expectedOf(catalogue, sources.get(account), through);
    } catch (error) {
      add(`what was entered is refused: ${error.message}`);
      continue;
    }
    const { course, rows } = expected;
    const has = new Map(
      (ledger.get(account) ?? []).map(([day, kind, book, amount]) => [`${day} ${kind}`, `${book} ${amount}`]),
    );
    for (const { day, kind, book, amount } of rows) {
      const found = has.get(`${day} ${kind}`);
      if (found === undefined) add(`no entry ${kind} of ${day}`, amount);
      else if (found !== `${book} ${amount}`) add(`another sum of ${kind} of ${day}`, amount, Number(found.slice(2)));
      has.delete(`${day} ${kind}`);
    }
    for (const [key, found] of has) add(`an entry that nothing explains: ${key}`, undefined, Number(found.slice(2)));
    const state = states.get(account);
    for (const name of ['balance', 'status', 'standing', 'shown'])
      if (state[name] !== course[name]) add(`another ${name}`, course[name], state[name]);
    const isAskedTooLate =
      state.askOn === null ? course.askOn !== null : state.askOn > addDays(through, horizonDays + 1);
    if (isAskedTooLate || (state.askOn !== null && state.askOn <= through))
      add('another day to ask on', course.askOn, state.askOn);
    const until = [
      addDays(through, daysAhead),
      addDays(state.askOn ?? '9999-01-01', -1),
      addDays(course.askOn ?? '9999-01-01', -1),
    ].sort()[0];
    const stored = [];
    for (const [kind, firstDay, lastDay, id, facts] of lines.get(account) ?? [])
      stored.push({ kind, firstDay, lastDay, rule: { body: await catalogue.ruleBody(session, id) }, facts });
    const plans = (planned.get(account) ?? []).map(([day, entries, status, standing, shown]) => ({
      day,
      entries: JSON.parse(entries),
      status,
      standing,
      shown,
    }));
    const storedAhead = aheadOf(catalogue, { lines: stored, planned: plans }, sources.get(account), through, until);
    const freshAhead = aheadOf(catalogue, course, sources.get(account), through, until);
    if (storedAhead !== freshAhead) add(`another course after ${through}`, freshAhead, storedAhead);
  }
}

const expectations = new WeakMap();

/** What the library says about an account through a day; accounts with the same entries are asked about once. */
function expectedOf(catalogue, source, through) {
  let known = expectations.get(catalogue.rules);
  if (known === undefined || known.size > 5000) {
    known = new Map();
    expectations.set(catalogue.rules, known);
  }
  const { account: _, balance: __, prices, ...entered } = source;
  const key = JSON.stringify([entered, prices, through]);
  let expected = known.get(key);
  if (expected === undefined) {
    const course = courseOf(catalogue.rules, source, through);
    expected = { course, rows: [...course.entries, ...accrualsThrough(catalogue.rules, source, course, through)] };
    known.set(key, expected);
  }
  return expected;
}

/** What accrued on debts, day by day; the library is asked about each day separately. */
function accrualsThrough(rules, source, course, through) {
  if (!rules.hasAccruals) return [];
  const first = course.entries.find(({ amount }) => amount < 0)?.day;
  if (first === undefined) return [];
  const rows = [];
  for (let day = first; day <= through; day = addDays(day, 1)) {
    const events = eventsOf(rules.terms, source, rules.currency).filter(({ on }) => on <= day);
    const { accruals } = statement(applyEvents(openAccount(rules.editions, { currency: rules.currency }), events), day);
    for (const { key, amount } of accruals) rows.push({ day, kind: key, book: 'a', amount: -unitsOfSum(amount) });
  }
  return rows;
}

/** What a course enters on the days after a given one, and the resulting state of the account, as a text that can be compared. */
function aheadOf(catalogue, course, source, through, until) {
  const rows = [];
  for (const { kind, firstDay, lastDay, rule, facts } of course.lines) {
    const from = firstDay > through ? firstDay : addDays(through, 1);
    const to = lastDay < until ? lastDay : until;
    const days = Array.from({ length: Math.max(0, numberOfDay(to) - numberOfDay(from) + 1) }, (_, at) =>
      addDays(from, at),
    );
    if (days.length === 0) continue;
    const { tariff } = JSON.parse(rule.body);
    const prices = tariff === undefined ? source.prices : catalogue.pricesOf(tariff);
    const amounts = catalogue.rules.amounts(
      rule.body,
      prices,
      days.map(() => facts),
      days,
    );
    days.forEach((day, at) => {
      if (amounts[at] !== 0) rows.push(`${day} ${kind} ${amounts[at]}`);
    });
  }
  for (const { day, entries, status, standing, shown } of course.planned) {
    if (day > until) continue;
    rows.push(`${day} ~ ${status} ${standing} ${shown}`);
    for (const { kind, amount } of entries) rows.push(`${day} ${kind} ${amount}`);
  }
  return rows.sort().join('\n');
}

function grouped(rows) {
  const groups = new Map();
  for (const [account, ...row] of rows) {
    const group = groups.get(account);
    if (group === undefined) groups.set(account, [row]);
    else group.push(row);
  }
  return groups;
}
