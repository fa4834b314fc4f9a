import { applyEvents, openAccount, statement } from 'oferta/agreement';
import { addDays } from './days.mjs';
import { Refusal } from './refusal.mjs';
import { eventsOf, unitsOfSum } from './terms.mjs';

/** How many days ahead the library is asked about in one call. */
export const horizonDays = 366;

/**
 * The entries of an account through a day, and what will happen if nothing else is entered: lines that charge day after day by a rule,
 * single days on which something else happens, and the first day on which the library has to be asked again.
 *
 * A line covers only days on which the columns of its rule and the replay of the account give the same amount.
 *
 * @param {import('./rules.mjs').Rules} rules
 * @param {object} source The account and everything entered for it.
 * @param {string} day The last day that is closed.
 */
export function courseOf(rules, source, day) {
  const all = eventsOf(rules.terms, source, rules.currency);
  const events = all.filter(({ on }) => on <= day);
  const next = all.reduce((first, { on }) => (on > day && (first === null || on < first) ? on : first), null);
  const empty = {
    accrued: [],
    balance: 0,
    status: '',
    standing: '',
    shown: '[]',
    entries: [],
    lines: [],
    planned: [],
    askOn: next,
  };
  if (events.length === 0) return empty;
  const account = applyEvents(openAccount(rules.editions, { currency: rules.currency }), events);
  const now = statement(account, day);
  const far = addDays(day, horizonDays);
  const ahead = statement(account, far);
  const through = next === null || next > far ? far : addDays(next, -1);
  const entries = now.entries.map(ledgerRow);
  const standing = new Standing();
  for (const remark of now.remarks) standing.take(remark);
  const course = {
    balance: unitsOfSum(now.balance),
    ...standing.told(),
    shown: shownOf(rules, now),
    entries,
    accrued: now.accruals.map((accrual) => accrualRow(accrual, day)),
    lines: [],
    planned: [],
    askOn: next !== null && next <= far ? next : addDays(far, 1),
  };
  const future = ahead.entries.filter(({ on }) => on > day);
  const remarks = ahead.remarks.filter(({ on }) => on > day);
  const inLines = laidLines(rules, source, future, through, course.lines);
  const days = new Map();
  const planOf = (on) => days.get(on) ?? days.set(on, { day: on, entries: [], remarks: [] }).get(on);
  for (const entry of future) if (!inLines.has(entry.key)) planOf(entry.on).entries.push(ledgerRow(entry));
  for (const remark of remarks) planOf(remark.on).remarks.push(remark);
  for (const { day: on, entries: rows, remarks: said } of [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (on > through) break;
    for (const remark of said) standing.take(remark);
    const shown = said.length > 0 ? shownOf(rules, statement(account, on)) : course.planned.at(-1)?.shown;
    course.planned.push({ day: on, entries: rows, ...standing.told(), shown: shown ?? course.shown });
  }
  if (rules.hasAccruals) layAccruals(rules, source, account, day, course, ahead);
  const isOver =
    course.lines.length === 0 && course.planned.length === 0 && next === null && rules.isFinal(course.status, day);
  if (isOver) course.askOn = null;
  return course;
}

/** Covers the entries caused by days with lines. Returns the keys of the entries they cover. */
function laidLines(rules, source, future, through, lines) {
  const covered = new Set();
  const byKind = new Map();
  for (const entry of future) {
    if (entry.on > through || entry.event !== null || entry.account !== 'balance' || entry.computation === undefined)
      continue;
    const kind = ledgerKind(entry);
    byKind.set(kind, [...(byKind.get(kind) ?? []), entry]);
  }
  for (const [kind, entries] of byKind) {
    for (let from = 0; from < entries.length; ) {
      const laid = lineFrom(rules, source, kind, entries, from);
      if (laid === undefined) {
        from += 1;
        continue;
      }
      for (const entry of entries.slice(from, from + laid.count)) covered.add(entry.key);
      lines.push(laid.line);
      from += laid.count;
    }
  }
  return covered;
}

/** The longest line starting at an entry: consecutive days on which the rule gives the same amount as the replay. */
function lineFrom(rules, source, kind, entries, from) {
  let run = 1;
  while (entries[from + run]?.on === addDays(entries[from].on, run)) run += 1;
  const days = entries.slice(from, from + run).map(({ on }) => on);
  // The price list of the tariff first, because one rule then serves all its accounts; otherwise the facts of this account.
  for (const sharesPriceList of [true, false]) {
    const rule = rules.ruleOf(entries[from], entries[from].on, source.tariff, sharesPriceList);
    if (rule === undefined) return undefined;
    const amounts = rules.amounts(
      rule.body,
      source.prices,
      days.map(() => rule.facts),
      days,
    );
    let count = 0;
    while (count < run && amounts[count] === unitsOfSum(entries[from + count].amount)) count += 1;
    if (count > 0)
      return { count, line: { kind, firstDay: days[0], lastDay: days[count - 1], rule, facts: rule.facts } };
  }
  return undefined;
}

/**
 * What accrues on debts, day by day. A debt changes only when something happens, and then the library is asked again; in between, the
 * accrual is the same computation as of each day. Several debts may share a cap, so the library is asked about them every day.
 */
function layAccruals(rules, source, account, day, course, ahead) {
  const first = addDays(day, 1);
  const tomorrow = statement(account, first);
  const changes = course.planned[0]?.day;
  if (changes !== undefined && (course.balance < 0 || tomorrow.debts.length > 0))
    course.askOn = least(course.askOn, changes);
  const lastDay = addDays(course.askOn ?? ahead.asOf, -1);
  if (lastDay < first) return;
  const last = statement(account, lastDay);
  const lines = [];
  for (const accrual of last.accruals) {
    const rule = rules.ruleOf(accrual, lastDay, source.tariff, false);
    const now = tomorrow.accruals.find(({ key }) => key === accrual.key);
    const ruleNow = now && rules.ruleOf(now, first, source.tariff, false);
    const isPlain =
      rule !== undefined && last.debts.length === 1 && (ruleNow === undefined || ruleNow.body === rule.body);
    if (!isPlain) {
      if (tomorrow.debts.length > 0) course.askOn = first;
      return;
    }
    lines.push({ kind: accrual.key, firstDay: first, lastDay, rule, facts: rule.facts });
  }
  // An accrual that begins later than tomorrow is zero until then, and a line of zero enters nothing.
  course.lines.push(...lines);
}

function least(a, b) {
  return a === null || b < a ? b : a;
}

/** Entries of the library as rows of the ledger. */
export function ledgerRow(entry) {
  return {
    day: entry.on,
    kind: ledgerKind(entry),
    book: entry.account === 'payout' ? 'p' : 'b',
    amount: unitsOfSum(entry.amount),
  };
}

function accrualRow(accrual, day) {
  return { day, kind: accrual.key, book: 'a', amount: -unitsOfSum(accrual.amount) };
}

/** The key of an entry without its day: the posting with the record or event it belongs to. */
function ledgerKind({ key, on, event, account }) {
  const place = event === null ? key.replace(`/${on}`, '') : key;
  return account === 'balance' ? place.slice('balance/'.length) : place;
}

/** Deadlines and rights that the desk shows. */
function shownOf({ terms: { shows = [] } }, { deadlines, passedDeadlines, rights }) {
  const rows = [...deadlines, ...passedDeadlines]
    .filter(({ name }) => shows.includes(name))
    .map(({ name, lastDay, about }) => ({ name, day: lastDay, ...(about && { about: about.key }) }));
  const open = rights.map(({ name, holder, lastDay, about }) => ({
    name,
    ...(holder && { holder }),
    ...(lastDay && { day: lastDay }),
    ...(about && { about: about.key }),
  }));
  return JSON.stringify([...rows, ...open]);
}

/** The status of an account and of its records, taken from its remarks in order. */
class Standing {
  #status = '';
  #records = new Map();

  take({ status, of }) {
    if (status === undefined) return;
    if (of === undefined) this.#status = status;
    else this.#records.set(`${of.record} ${of.key}`, status);
  }

  told() {
    const standing = [...this.#records].map(([record, status]) => `${record}: ${status}`).join(', ');
    return { status: this.#status, standing };
  }
}

/** The entries of an account that are not in its ledger yet; refused if a closed day would change. */
export function freshEntries(ledger, entries, through) {
  const key = ({ day, kind, book, amount }) => `${day} ${kind} ${book} ${amount}`;
  const had = new Set(ledger.map(key));
  const fresh = entries.filter((entry) => !had.delete(key(entry)));
  if (had.size > 0 || fresh.some(({ day }) => day < through))
    throw new Refusal('day-closed', `it would change what is entered through ${through}, which is closed`);
  return fresh;
}

/** Asks the library whether it accepts everything entered for an account. */
export function requireGood(rules, source, day) {
  const events = eventsOf(rules.terms, source, rules.currency).filter(({ on }) => on <= day);
  statement(applyEvents(openAccount(rules.editions, { currency: rules.currency }), events), day);
}
