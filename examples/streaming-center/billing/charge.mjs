import { courseOf } from './course.mjs';
import { addDays, numberOfDay } from './days.mjs';
import { Refusal } from './refusal.mjs';
import { chargeSteady } from './steady.mjs';
import { readSources, writeCourses, writeLedger, writeStates } from './store.mjs';

/**
 * Charges a slice through a day, in the given transaction: every missing day, in order. Commits nothing itself.
 * That each day is charged exactly once comes from this transaction and the key of the ledger alone.
 *
 * @param {{ query(text: string, values?: readonly unknown[]): Promise<unknown[][]> }} session
 * @param {import('./store.mjs').Catalogue} catalogue
 * @param {number} slice Its row is locked already.
 * @param {string} through The last day it was charged through.
 * @param {string} day The day it is to be charged through.
 */
export async function chargeSlice(session, catalogue, slice, through, day) {
  await catalogue.refresh(session);
  const tally = { slice, days: numberOfDay(day) - numberOfDay(through), entries: 0, asked: 0, changed: 0 };
  for (let first = addDays(through, 1); first <= day; first = addDays(first, daysAtOnce)) {
    const end = addDays(first, daysAtOnce - 1);
    const last = end < day ? end : day;
    const steady = await chargeSteady(session, catalogue, slice, first, last);
    tally.entries += steady.entries;
    if (steady.others.length === 0) continue;
    const run = new SliceRun(session, catalogue, slice, steady.others);
    await run.read(first, last);
    for (let on = first; on <= last; on = addDays(on, 1)) await run.day(on);
    await run.write();
    for (const [name, count] of Object.entries(run.tally)) tally[name] += count;
  }
  await session.query('update slice set through = $2 where slice = $1', [slice, day]);
  return tally;
}

/** A run that is far behind processes its days in batches: in a shorter batch fewer accounts have events, and less is kept in memory. */
const daysAtOnce = 31;

/** Accounts of a slice that are charged one by one, in memory: what is known about them, and what has to be written. */
class SliceRun {
  constructor(session, catalogue, slice, numbers) {
    this.numbers = numbers;
    this.session = session;
    this.catalogue = catalogue;
    this.slice = slice;
    this.accounts = new Map();
    this.lines = [];
    this.planned = new Map();
    this.ledger = [];
    this.moved = new Set();
    this.changed = new Set();
    this.courses = new Map();
    this.tally = { entries: 0, asked: 0, changed: 0 };
  }

  async read(first, last) {
    const { session, slice, numbers } = this;
    const values = [slice, first, last, numbers];
    const lines = await session.query(
      'select account, kind, first_day, last_day, rule, facts from line where slice = $1 and first_day <= $3 and last_day >= $2 and account = any($4::int8[])',
      values,
    );
    const planned = await session.query(
      'select account, day, entries, status, standing, shown from planned where slice = $1 and day between $2 and $3 and account = any($4::int8[])',
      values,
    );
    const accounts = await session.query(
      'select account, tariff, ask_on, balance from account where slice = $1 and account = any($2::int8[])',
      [slice, numbers],
    );
    for (const [account, tariff, askOn, balance] of accounts)
      this.accounts.set(account, { account, tariff, askOn, balance });
    for (const [account, kind, firstDay, lastDay, rule, facts] of lines)
      this.lines.push({ account, kind, firstDay, lastDay, ruleId: rule, facts });
    for (const [account, on, entries, status, standing, shown] of planned)
      this.#plan(on).set(account, { entries: JSON.parse(entries), status, standing, shown });
    for (const id of new Set(this.lines.map(({ ruleId }) => ruleId))) await this.catalogue.ruleBody(session, id);
  }

  #plan(on) {
    return this.planned.get(on) ?? this.planned.set(on, new Map()).get(on);
  }

  async day(on) {
    const due = new Set();
    // A new edition is asked about for every account on its first day, a new price for the accounts it was announced to, on that day.
    const { isNewEdition, tariffs } = this.catalogue.newOn(on);
    for (const { account, askOn, tariff } of this.accounts.values())
      if (askOn !== null && (askOn <= on || isNewEdition || tariffs.has(tariff))) due.add(account);
    const ledgerOf = this.#charged(on, due);
    if (due.size > 0) await this.#ask(on, due);
    for (const [account, rows] of ledgerOf) {
      if (due.has(account)) continue;
      const state = this.accounts.get(account);
      for (const row of rows) this.#enter(state, row);
    }
    for (const [account, plan] of this.planned.get(on) ?? []) {
      if (due.has(account)) continue;
      const state = this.accounts.get(account);
      for (const row of plan.entries) this.#enter(state, { ...row, account });
      Object.assign(state, { status: plan.status, standing: plan.standing, shown: plan.shown });
      this.changed.add(account);
      this.tally.changed += 1;
    }
  }

  /** What the lines of the day charge, by account. An account that a line cannot charge is added to those to ask about. */
  #charged(on, due) {
    const byRule = new Map();
    for (const line of this.lines) {
      if (line.firstDay > on || line.lastDay < on || due.has(line.account)) continue;
      const group = byRule.get(line.ruleId);
      if (group === undefined) byRule.set(line.ruleId, [line]);
      else group.push(line);
    }
    const ledgerOf = new Map();
    for (const [id, lines] of byRule) {
      const body = this.catalogue.ruleBodies.get(id);
      const own = lines.filter(({ facts }) => facts !== null);
      const plain = own.length < lines.length ? this.catalogue.plainAmount(body, on) : null;
      const rows = own.map(({ facts }) => facts);
      const amounts = own.length > 0 ? this.catalogue.amounts(body, rows, on) : [];
      let next = 0;
      for (const { account, kind, facts } of lines) {
        const amount = facts === null ? plain : amounts[next++];
        if (amount === null) due.add(account);
        // An amount of zero is not entered; the library does not enter it either.
        else if (amount !== 0) {
          const row = { account, day: on, kind, book: kind.startsWith('accrual/') ? 'a' : 'b', amount };
          const charged = ledgerOf.get(account);
          if (charged === undefined) ledgerOf.set(account, [row]);
          else charged.push(row);
        }
      }
    }
    return ledgerOf;
  }

  #enter(state, row) {
    this.ledger.push(row);
    this.tally.entries += 1;
    if (row.book !== 'b') return;
    state.balance += row.amount;
    this.moved.add(state.account);
  }

  /** Asks the library about accounts: what happened on the day, and what will happen from then on. */
  async #ask(on, due) {
    const accounts = [...due];
    const sources = await readSources(this.session, this.catalogue, this.slice, accounts);
    const gone = new Set(accounts);
    this.lines = this.lines.filter(({ account }) => !gone.has(account));
    for (const plans of this.planned.values()) for (const account of accounts) plans.delete(account);
    for (const account of accounts) {
      const state = this.accounts.get(account);
      const course = askedCourse(this.catalogue.rules, sources.get(account), on);
      const rows = course.entries.filter((entry) => entry.day === on);
      for (const row of [...rows, ...course.accrued]) this.#enter(state, { ...row, account });
      if (state.balance !== course.balance)
        throw new Refusal(
          'ledger-differs',
          `account ${account}: the ledger comes to ${state.balance} on ${on}, the agreement to ${course.balance}`,
        );
      const { status, standing, shown, askOn } = course;
      Object.assign(state, { status, standing, shown, askOn });
      this.changed.add(account);
      this.courses.set(account, course);
      this.tally.asked += 1;
      for (const { kind, firstDay, lastDay, rule, facts } of course.lines) {
        this.catalogue.ruleBodies.set(rule.id, rule.body);
        this.lines.push({ account, kind, firstDay, lastDay, ruleId: rule.id, facts });
      }
      for (const plan of course.planned) this.#plan(plan.day).set(account, plan);
    }
  }

  async write() {
    const { session, slice } = this;
    if (this.courses.size > 0) {
      const courses = [...this.courses].map(([account, course]) => ({ account, course }));
      await writeCourses(session, slice, courses);
    }
    await writeLedger(session, slice, this.ledger);
    await writeStates(
      session,
      slice,
      [...this.changed].map((account) => this.accounts.get(account)),
    );
    const plain = [...this.moved]
      .filter((account) => !this.changed.has(account))
      .map((account) => this.accounts.get(account));
    if (plain.length > 0)
      await session.query(
        `update account set balance = t.balance from unnest($2::int8[], $3::int8[]) as t(account, balance)
         where account.slice = $1 and account.account = t.account`,
        [slice, plain.map(({ account }) => account), plain.map(({ balance }) => balance)],
      );
  }
}

/** The course of an account, with an error that names it. */
export function askedCourse(rules, source, day) {
  try {
    return courseOf(rules, source, day);
  } catch (error) {
    error.message = `account ${source.account}: ${error.message}`;
    throw error;
  }
}

/**
 * Charges the next slice of this node that has not reached the day, in a transaction of its own. Returns what was done; undefined if no
 * slice is left, and 'busy' if others are charging all that are left.
 *
 * @param {import('./database.mjs').Database} database
 * @param {import('./store.mjs').Catalogue} catalogue
 * @param {string} day
 * @param {readonly number[]} except Slices that failed before; they are left for a person to look into.
 */
export async function chargeNext(database, catalogue, day, except = []) {
  const node = Number(catalogue.settings.node);
  const done = await database.transaction(async (session) => {
    const [found] = await session.query(
      `select slice, through from slice where node = $1 and through < $2 and slice <> all($3::int[])
       order by slice limit 1 for update skip locked`,
      [node, day, except],
    );
    if (found === undefined) return undefined;
    const [slice, through] = found;
    try {
      return await chargeSlice(session, catalogue, slice, through, day);
    } catch (error) {
      error.slice = slice;
      throw error;
    }
  });
  if (done !== undefined) return done;
  const [[left]] = await database.query(
    'select count(*) from slice where node = $1 and through < $2 and slice <> all($3::int[])',
    [node, day, except],
  );
  return left > 0 ? 'busy' : undefined;
}

/**
 * Charges one slice by its number, waiting for its lock: an attempt that skipped a locked slice would report it as done although it is
 * not. Returns 'elsewhere' if the slice is not on this node, and a tally without days if the day was reached before.
 */
export async function chargeNamed(database, catalogue, slice, day) {
  return database.transaction(async (session) => {
    const [found] = await session.query('select through, node from slice where slice = $1 for update', [slice]);
    if (found === undefined || found[1] !== Number(catalogue.settings.node)) return 'elsewhere';
    if (found[0] >= day) return { slice, days: 0, entries: 0, asked: 0, changed: 0 };
    return chargeSlice(session, catalogue, slice, found[0], day);
  });
}
