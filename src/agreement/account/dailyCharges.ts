import { isMoney, type Money, money, moneyOfUnits } from '../../money/money.js';
import type { Rounding } from '../../money/rounding.js';
import { cumulativeRunUnits, eachDayChargeUnits } from '../../proration/dailyChargeUnits.js';
import {
  civilOfEpochDay,
  dayOfCivil,
  daysInMonth,
  isoOfEpochDay,
  monthNumberOf,
  monthStart,
} from '../../time/epochDay.js';
import type { Binding, Posting } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import { jsonRecord } from '../model/value.js';
import type { Entry } from './account.js';
import { boundValue } from './bindings.js';
import type { PlannedPosting } from './postingsOf.js';
import type { AccountState } from './state.js';

/** A posting that does nothing on a day but debit what the day costs of a monthly price. */
interface ChargePlan {
  readonly plan: PlannedPosting;
  readonly clause: string;
  readonly spread: 'cumulative' | 'eachDay';
  readonly rounding: Rounding;
  /** The price where it is a term; else it comes with a fact of this name. */
  readonly fixed: Money | undefined;
  readonly priceFact: string | undefined;
  /** Facts that are the day, and those that are not, with where they come from. */
  readonly dayFacts: ReadonlySet<string>;
}

/** A charge while nothing but days pass: its price and the other facts stay as they are. */
interface Charge extends ChargePlan {
  readonly price: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

const planned = /* @__PURE__ */ new WeakMap<readonly PlannedPosting[], readonly ChargePlan[] | null>();

/** The postings of a day as charges, where they are nothing else; null where one does more. Found once for each list. */
function plansOf(agreement: Agreement, plans: readonly PlannedPosting[]): readonly ChargePlan[] | null {
  const known = planned.get(plans);
  if (known !== undefined) return known;
  const charges = plans.map((plan) => chargeOf(agreement, plan));
  const all = charges.every((charge) => charge !== undefined) ? (charges as readonly ChargePlan[]) : null;
  planned.set(plans, all);
  return all;
}

/** Fields of a posting that only debits what its computation gives. */
const plainFields: readonly string[] = ['id', 'each', 'window', 'bind', 'computes', 'post', 'note', 'afterEnd'];

function chargeOf(agreement: Agreement, plan: PlannedPosting): ChargePlan | undefined {
  const { posting } = plan;
  if (!Object.keys(posting).every((field) => plainFields.includes(field))) return undefined;
  const placed = agreement.computations.get(posting.computes ?? '');
  if (placed?.computation.kind !== 'dailyCharge' || !debitsAmount(posting.post)) return undefined;
  const { terms = {}, from = {} } = placed.computation;
  const { spread, monthlyPrice } = terms;
  if (spread !== 'cumulative' && spread !== 'eachDay') return undefined;
  const factOf = (argument: string): string | undefined => {
    const source = from[argument];
    return source !== undefined && 'fact' in source ? source.fact : undefined;
  };
  const day = factOf('day');
  const priceFact = factOf('monthlyPrice');
  const fixed = from['monthlyPrice'] === undefined ? sumOfTerm(monthlyPrice) : undefined;
  const bind = posting.bind ?? {};
  const isDay = (binding: Binding | undefined): boolean =>
    binding !== undefined && ('asOf' in binding || ('event' in binding && binding.event === 'on'));
  if (day === undefined || !isDay(bind[day]) || (fixed === undefined && priceFact === undefined)) return undefined;
  if (!Object.values(bind).every((binding) => isDay(binding) || 'state' in binding || 'literal' in binding))
    return undefined;
  // Money of the account itself changes with each charge.
  if (Object.values(bind).some((binding) => 'state' in binding && isMoving(agreement, binding.state))) return undefined;
  const dayFacts = new Set(Object.keys(bind).filter((name) => isDay(bind[name])));
  return { plan, clause: placed.clause.ref, spread, rounding: agreement.data.rounding, fixed, priceFact, dayFacts };
}

/** Whether a value of the account moves with its charges: what no posting sets is its own. */
function isMoving({ postings }: Agreement, name: string): boolean {
  return !postings.some(({ sets = [] }) => sets.some((change) => 'set' in change && change.set === name));
}

function debitsAmount(post: Posting['post']): boolean {
  return (
    post?.account === 'balance' &&
    post.side === 'debit' &&
    post.wallet === undefined &&
    'result' in post.amount &&
    post.amount.result === 'amount'
  );
}

function sumOfTerm(term: unknown): Money | undefined {
  const { amount, currency } = (term ?? {}) as { readonly amount?: unknown; readonly currency?: unknown };
  return typeof amount === 'string' && typeof currency === 'string' ? money(amount, currency as 'KZT') : undefined;
}

/**
 * Charges days on which nothing happens but that their charges fall due, as long as the balance covers them, month by month: `first` through
 * the day before `before`. Gives the first day that it did not charge, which the postings of the day have to run for themselves.
 *
 * What the days cost is reckoned for a whole run at once, since under either spread the days of a run sum to it; the entry of each day is made
 * when someone reads it.
 *
 * @internal
 */
export function chargeDays(
  state: AccountState,
  agreement: Agreement,
  plans: readonly PlannedPosting[],
  first: number,
  before: number,
  keyOf: (posting: string, cause: string) => string,
): number {
  const found = plans.length === 0 ? null : plansOf(agreement, plans);
  if (found === null || agreement.data.wallets !== undefined || state.nextExpiry < before) return first;
  const charges = found.map((charge) => chargeNow(charge, state));
  if (!charges.every((charge) => charge !== undefined)) return first;
  let day = first;
  while (day < before) {
    const next = chargeRun(state, agreement, charges as readonly Charge[], day, before, keyOf);
    if (next === day) break;
    day = next;
  }
  return day;
}

/** A charge with its price of now; undefined where the general way has to look at it. */
function chargeNow(plan: ChargePlan, state: AccountState): Charge | undefined {
  const facts: Record<string, unknown> = {};
  for (const [name, binding] of plan.plan.binds)
    if (!plan.dayFacts.has(name)) facts[name] = boundValue(binding, { state, cause: noCause, wallets: undefined });
  const price = plan.fixed ?? facts[plan.priceFact as string];
  if (!isMoney(price) || price.currency !== state.currency) return undefined;
  // A price of less than a unit a day has days that cost nothing and have no entry.
  return price.units >= 31 ? { ...plan, price: price.units, facts } : undefined;
}

/** No binding of a charge looks at the cause: days are told apart before. */
const noCause = { day: 0, on: '', event: null, name: '', payload: {} };

/** Charges the days of one month, or as many of them as the balance covers. */
function chargeRun(
  state: AccountState,
  agreement: Agreement,
  charges: readonly Charge[],
  first: number,
  before: number,
  keyOf: (posting: string, cause: string) => string,
): number {
  const civil = civilOfEpochDay(first);
  const month = monthNumberOf(civil);
  const days = daysInMonth(month);
  const from = dayOfCivil(civil);
  const balance = state.balance.units;
  let through = Math.min(days, from + (before - first) - 1);
  const cost = (last: number): number => {
    let sum = 0;
    for (const charge of charges) sum += unitsOf(charge, from, last, days);
    return sum;
  };
  let total = cost(through);
  // A balance beyond the safe integers is NaN, and covers nothing here.
  if (!(total <= balance)) {
    // The last day that is covered whole: each costs as much as any other, or a unit more.
    let low = from - 1;
    let high = through;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (cost(middle) <= balance) low = middle;
      else high = middle;
    }
    through = low;
    if (through < from) return first;
    total = cost(through);
  }
  const last = unitsOf(charges[charges.length - 1] as Charge, through, through, days);
  if (total > last) state.spend(moneyOfUnits(total - last, state.currency));
  state.spend(moneyOfUnits(last, state.currency));
  state.journal.enterMany((through - from + 1) * charges.length, (seq) =>
    entriesOf({ agreement, charges, start: monthStart(month) - 1, days, from, through, balance, seq, keyOf, state }),
  );
  return first + through - from + 1;
}

function unitsOf({ price, spread, rounding }: Charge, from: number, through: number, days: number): number {
  return spread === 'cumulative'
    ? cumulativeRunUnits(price, from, through, days, rounding)
    : eachDayChargeUnits(price, days, rounding) * (through - from + 1);
}

/** The entries of a run, day by day. */
function entriesOf(run: {
  readonly agreement: Agreement;
  readonly charges: readonly Charge[];
  /** The day before the first of the month. */
  readonly start: number;
  readonly days: number;
  readonly from: number;
  readonly through: number;
  readonly balance: number;
  readonly seq: number;
  readonly keyOf: (posting: string, cause: string) => string;
  readonly state: Pick<AccountState, 'currency'>;
}): readonly Entry[] {
  const { charges, days, from, through } = run;
  const { currency } = run.state;
  const entries: Entry[] = [];
  let balance = run.balance;
  for (let dayOfMonth = from; dayOfMonth <= through; dayOfMonth += 1) {
    const on = isoOfEpochDay(run.start + dayOfMonth);
    for (const charge of charges) {
      const { posting, binds } = charge.plan;
      const units = unitsOf(charge, dayOfMonth, dayOfMonth, days);
      balance -= units;
      const facts: Record<string, unknown> = {};
      for (const [name] of binds) facts[name] = charge.dayFacts.has(name) ? on : charge.facts[name];
      entries.push({
        key: run.keyOf(posting.id, on),
        seq: run.seq + entries.length,
        on,
        account: 'balance',
        amount: moneyOfUnits(0 - units, currency).toJSON(),
        balanceAfter: moneyOfUnits(balance, currency).toJSON(),
        posting: posting.id,
        computation: posting.computes as string,
        event: null,
        edition: run.agreement.data.edition,
        cites: Object.freeze([charge.clause]),
        facts: jsonRecord(facts),
      });
    }
  }
  return entries;
}
