import { refuse } from '../../errors/agreementError.js';
import type { CurrencyCode } from '../../money/currency.js';
import { isMoney, type Money, money, moneyOfJson, moneyOfUnits } from '../../money/money.js';
import type { Rounding } from '../../money/rounding.js';
import { cumulativeRunUnits, eachDayChargeUnits } from '../../proration/dailyChargeUnits.js';
import { epochDayOf } from '../../time/dayInput.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, isoOfEpochDay, monthNumberOf } from '../../time/epochDay.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Binding, Posting } from '../model/posting.js';
import { jsonRecord } from '../model/value.js';
import type { DailyEntries, Entry } from './accountJson.js';
import { boundValue } from './bindings.js';
import type { EntryRow } from './journal.js';
import { type PlannedPosting, postingsOf } from './postingsOf.js';
import type { AccountState } from './state.js';

/** A posting that only debits the daily share of a monthly price. */
interface ChargePlan {
  readonly plan: PlannedPosting;
  readonly clause: string;
  readonly spread: 'cumulative' | 'eachDay';
  readonly rounding: Rounding;
  /** The price if it is a term; otherwise it comes from the fact with this name. */
  readonly fixed: Money | undefined;
  readonly priceFact: string | undefined;
  /** The facts that are the day. */
  readonly dayFacts: ReadonlySet<string>;
  /** Other facts it binds. */
  readonly others: readonly (readonly [string, Binding])[];
}

/** A charge over days without events, during which its price and the other facts do not change. */
interface Charge {
  readonly by: ChargePlan;
  readonly price: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The postings of a day, if they are only daily charges. */
interface ChargePlans {
  readonly plans: readonly ChargePlan[];
  /** The charges, if determined by terms alone, in the currency of all their prices. */
  readonly fixed: readonly Charge[] | undefined;
  readonly currency: CurrencyCode | undefined;
}

const planned = /* @__PURE__ */ new WeakMap<readonly PlannedPosting[], ChargePlans | null>();

/** The postings of a day as charges; null if one of them does more. Cached by list. */
function plansOf(agreement: Agreement, plans: readonly PlannedPosting[]): ChargePlans | null {
  const known = planned.get(plans);
  if (known !== undefined) return known;
  const charges = plans.map((plan) => chargeOf(agreement, plan));
  const all = charges.every((charge) => charge !== undefined) ? chargePlans(charges as readonly ChargePlan[]) : null;
  planned.set(plans, all);
  return all;
}

function chargePlans(plans: readonly ChargePlan[]): ChargePlans {
  const currency = plans[0]?.fixed?.currency;
  const isFixed = plans.every(
    ({ fixed, others }) =>
      others.length === 0 && fixed !== undefined && fixed.currency === currency && fixed.units >= leastPrice,
  );
  const fixed = isFixed
    ? plans.map((by): Charge => ({ by, price: by.fixed?.units as number, facts: noFacts }))
    : undefined;
  return { plans, fixed, currency };
}

/** The fields of a posting that only debits the result of its computation. */
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
  // Amounts of the account itself change with each charge.
  if (Object.values(bind).some((binding) => 'state' in binding && isMoving(agreement, binding.state))) return undefined;
  const dayFacts = new Set(Object.keys(bind).filter((name) => isDay(bind[name])));
  const others = plan.binds.filter(([name]) => !dayFacts.has(name));
  const { rounding } = agreement.data;
  return { plan, clause: placed.clause.ref, spread, rounding, fixed, priceFact, dayFacts, others };
}

/** Whether a value of the account changes with its charges: a value that no posting sets is built in. */
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
 * Charges days without events, month by month, as long as the balance covers them: `first` through the day before
 * `before`. Returns the first day that was not charged, whose postings must be run individually.
 *
 * The cost of a run of days is computed at once, because under either spread the days of a run add up to it; the entry
 * of each day is created on access.
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
  if (found === null || agreement.data.wallets !== undefined || state.lots.nextExpiry < before) return first;
  const charges = found.currency === state.currency && found.fixed ? found.fixed : chargesNow(found.plans, state);
  if (charges === undefined) return first;
  let day = first;
  while (day < before) {
    const next = chargeRun(state, agreement, charges, day, before, keyOf);
    if (next === day) break;
    day = next;
  }
  return day;
}

/** The charges with their current prices; undefined if one of them needs the general path. */
function chargesNow(plans: readonly ChargePlan[], state: AccountState): readonly Charge[] | undefined {
  const charges: Charge[] = [];
  for (const plan of plans) {
    const charge = chargeNow(plan, state);
    if (charge === undefined) return undefined;
    charges.push(charge);
  }
  return charges;
}

/** At a lower price, less than a unit per day, some days cost nothing and have no entry. */
const leastPrice = 31;

const noFacts: Readonly<Record<string, unknown>> = /* @__PURE__ */ Object.freeze({});

function chargeNow(plan: ChargePlan, state: AccountState): Charge | undefined {
  let facts = noFacts;
  if (plan.others.length > 0) {
    const where = { state, cause: noCause, wallets: undefined };
    facts = Object.fromEntries(plan.others.map(([name, binding]) => [name, boundValue(binding, where)]));
  }
  const price = plan.fixed ?? facts[plan.priceFact as string];
  if (!isMoney(price) || price.currency !== state.currency) return undefined;
  return price.units >= leastPrice ? { by: plan, price: price.units, facts } : undefined;
}

/** The bindings of a charge do not use the cause: those that do were excluded before. */
const noCause = { day: 0, on: '', event: null, name: '', payload: {} };

/** Charges the days of one month, or as many as the balance covers. */
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
  const balance = state.balanceUnits;
  let through = Math.min(days, from + (before - first) - 1);
  let total = costOf(charges, from, through, days);
  // A balance beyond the safe integers is NaN, which fails this comparison.
  if (!(total <= balance)) {
    // Binary search for the last day that the balance covers in full.
    let low = from - 1;
    let high = through;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (costOf(charges, from, middle, days) <= balance) low = middle;
      else high = middle;
    }
    through = low;
    if (through < from) return first;
    total = costOf(charges, from, through, days);
  }
  state.spendAll(total, unitsOf(charges[charges.length - 1] as Charge, through, through, days));
  state.journal.enterRow(new ChargeRun(agreement, charges, first, through - from + 1, balance, keyOf));
  return first + through - from + 1;
}

/** The cost of days of a month, for all charges. */
function costOf(charges: readonly Charge[], from: number, through: number, days: number): number {
  let sum = 0;
  for (const charge of charges) sum += unitsOf(charge, from, through, days);
  return sum;
}

function unitsOf({ price, by: { spread, rounding } }: Charge, from: number, through: number, days: number): number {
  return spread === 'cumulative'
    ? cumulativeRunUnits(price, from, through, days, rounding)
    : eachDayChargeUnits(price, days, rounding) * (through - from + 1);
}

/** Days within one month with only their charges. @internal */
export class ChargeRun implements EntryRow {
  seq = 0;
  readonly count: number;
  readonly isRemark = false;
  #made: readonly Entry[] | undefined;
  readonly #agreement: Agreement;
  readonly #charges: readonly Charge[];
  readonly #first: number;
  readonly #days: number;
  /** The balance before, in minor units. */
  readonly #balance: number;
  readonly #keyOf: (posting: string, cause: string) => string;

  constructor(
    agreement: Agreement,
    charges: readonly Charge[],
    first: number,
    days: number,
    balance: number,
    keyOf: (posting: string, cause: string) => string,
  ) {
    this.count = days * charges.length;
    this.#agreement = agreement;
    this.#charges = charges;
    this.#first = first;
    this.#days = days;
    this.#balance = balance;
    this.#keyOf = keyOf;
  }

  /** Restores a run from its JSON. */
  static from(
    { firstDay, days, edition, balanceBefore, charges }: DailyEntries,
    editions: readonly Agreement[],
    keyOf: (posting: string, cause: string) => string,
  ): ChargeRun {
    const agreement = editions.find(({ data }) => data.edition === edition);
    const unknown = (value: unknown, expected: string): never =>
      refuse('state-invalid', 'state.dailyEntries', value, expected);
    if (agreement === undefined) return unknown(edition, 'an edition that is given');
    const held = charges.map(({ posting, price, facts }): Charge => {
      const plan = postingsOf(agreement).wholeDay.find((known) => known.posting.id === posting);
      const by = plan && chargeOf(agreement, plan);
      return by === undefined
        ? unknown(posting, 'a posting that charges days')
        : { by, price: moneyOfJson(price).units, facts };
    });
    const { units } = moneyOfJson(balanceBefore);
    return new ChargeRun(agreement, held, epochDayOf(firstDay, 'firstDay'), days, units, keyOf);
  }

  dailyEntries(currency: CurrencyCode): DailyEntries {
    return {
      seq: this.seq,
      firstDay: isoOfEpochDay(this.#first),
      days: this.#days,
      edition: this.#agreement.data.edition,
      balanceBefore: moneyOfUnits(this.#balance, currency).toJSON(),
      charges: this.#charges.map(({ by, price, facts }) => ({
        posting: by.plan.posting.id,
        price: moneyOfUnits(price, currency).toJSON(),
        facts: jsonRecord(facts),
      })),
    };
  }

  /** The entries, by day. */
  entries(currency: CurrencyCode): readonly Entry[] {
    this.#made ??= this.#entriesAnew(currency);
    return this.#made;
  }

  #entriesAnew(currency: CurrencyCode): readonly Entry[] {
    const { seq } = this;
    const civil = civilOfEpochDay(this.#first);
    const inMonth = daysInMonth(monthNumberOf(civil));
    const from = dayOfCivil(civil);
    const entries: Entry[] = [];
    let balance = this.#balance;
    for (let at = 0; at < this.#days; at += 1) {
      const on = isoOfEpochDay(this.#first + at);
      for (const charge of this.#charges) {
        const { posting, binds } = charge.by.plan;
        const units = unitsOf(charge, from + at, from + at, inMonth);
        balance -= units;
        const facts: Record<string, unknown> = {};
        for (const [name] of binds) facts[name] = charge.by.dayFacts.has(name) ? on : charge.facts[name];
        entries.push({
          key: this.#keyOf(posting.id, on),
          seq: seq + entries.length,
          on,
          account: 'balance',
          amount: moneyOfUnits(0 - units, currency).toJSON(),
          balanceAfter: moneyOfUnits(balance, currency).toJSON(),
          posting: posting.id,
          computation: posting.computes as string,
          event: null,
          edition: this.#agreement.data.edition,
          cites: Object.freeze([charge.by.clause]),
          facts: jsonRecord(facts),
        });
      }
    }
    return entries;
  }
}
