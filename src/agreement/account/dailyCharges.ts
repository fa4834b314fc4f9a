import { isMoney } from '../../money/money.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, monthNumberOf } from '../../time/epochDay.js';
import type { Agreement } from '../model/definedAgreement.js';
import { boundValue } from './bindings.js';
import { type Charge, type ChargePlan, chargePlansOf, chargeUnits, leastPrice, noFacts } from './chargePlans.js';
import { ChargeRun } from './chargeRun.js';
import type { PlannedPosting } from './postingsOf.js';
import type { AccountState } from './state.js';

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
  const found = plans.length === 0 ? null : chargePlansOf(agreement, plans);
  if (found === null || agreement.data.wallets !== undefined || state.lots.nextExpiry < before) return first;
  const charges = found.currency === state.currency && found.fixed ? found.fixed : chargesNow(found.plans, state);
  if (charges === undefined) return first;
  let day = first;
  while (day < before) {
    const next = chargeMonth(state, agreement, charges, day, before, keyOf);
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
function chargeMonth(
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
  state.spendAll(total, chargeUnits(charges[charges.length - 1] as Charge, through, through, days));
  state.journal.enterRow(new ChargeRun(agreement, charges, first, through - from + 1, balance, keyOf));
  return first + through - from + 1;
}

/** The cost of days of a month, for all charges. */
function costOf(charges: readonly Charge[], from: number, through: number, days: number): number {
  let sum = 0;
  for (const charge of charges) sum += chargeUnits(charge, from, through, days);
  return sum;
}
