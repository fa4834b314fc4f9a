import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { Rounding } from '../../money/rounding.js';
import { cumulativeRunUnits, eachDayChargeUnits } from '../../proration/dailyChargeUnits.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Binding, Posting } from '../model/posting.js';
import { amountOf } from './amountOf.js';
import type { PlannedPosting } from './postingsOf.js';

/** At a lower price, less than a unit per day, some days cost nothing and have no entry. @internal */
export const leastPrice = 31;

/** @internal */
export const noFacts: Readonly<Record<string, unknown>> = /* @__PURE__ */ Object.freeze({});

/** A posting that only debits the daily share of a monthly price. @internal */
export interface ChargePlan {
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

/** A charge over days without events, during which its price and the other facts do not change. @internal */
export interface Charge {
  readonly by: ChargePlan;
  readonly price: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The postings of a day, if they are only daily charges. @internal */
export interface ChargePlans {
  readonly plans: readonly ChargePlan[];
  /** The charges, if determined by terms alone, in the currency of all their prices. */
  readonly fixed: readonly Charge[] | undefined;
  readonly currency: CurrencyCode | undefined;
}

const planned = /* @__PURE__ */ new WeakMap<readonly PlannedPosting[], ChargePlans | null>();

/** The postings of a day as charges; null if one of them does more. Cached by list. @internal */
export function chargePlansOf(agreement: Agreement, plans: readonly PlannedPosting[]): ChargePlans | null {
  const known = planned.get(plans);
  if (known !== undefined) return known;
  const charges = plans.map((plan) => chargePlanOf(agreement, plan));
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

/** A posting as a charge; undefined if it does more. @internal */
export function chargePlanOf(agreement: Agreement, plan: PlannedPosting): ChargePlan | undefined {
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
  const fixed = from['monthlyPrice'] === undefined ? amountOf(monthlyPrice) : undefined;
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

/** The cost of days of a month, in minor units. @internal */
export function chargeUnits(
  { price, by: { spread, rounding } }: Charge,
  from: number,
  through: number,
  days: number,
): number {
  return spread === 'cumulative'
    ? cumulativeRunUnits(price, from, through, days, rounding)
    : eachDayChargeUnits(price, days, rounding) * (through - from + 1);
}
