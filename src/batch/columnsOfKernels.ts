import type { Agreement } from '../agreement/model/definedAgreement.js';
import { isList } from '../errors/isList.js';
import { denominatorOf } from '../money/fraction.js';
import { parseRate, type Rate } from '../money/rate.js';
import { divideRounded, type Rounding } from '../money/rounding.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, lastEpochDay, monthNumberOf } from '../time/epochDay.js';

/**
 * The numbers of the rows of a block: minor units, days since 1970-01-01, counts, 1 for true and 0 for false. NaN means
 * left out; infinity means that the agreement must be evaluated for the row: an invalid number, an error, or an answer
 * beyond the safe integers.
 *
 * @internal
 */
export type Numbers = Float64Array;

/** The input of a kernel: the arguments of one computation. @internal */
export interface KernelArguments {
  readonly agreement: Agreement;
  /**
   * The argument at a path as numbers; undefined if it is not available without evaluating the agreement row by row.
   */
  numbers(path: string): Numbers | undefined;
  /** The value given by the terms alone; undefined if there is none, or if sources supply parts of it. */
  term(path: string): unknown;
  /** Whether nothing supplies the argument in any row. */
  isLeftOut(path: string): boolean;
  /** The paths of the arguments supplied by sources. */
  readonly sources: readonly string[];
  /** Numbers that `fill` recomputes for each block. */
  block(fill: (out: Numbers, count: number) => void): Numbers;
}

/**
 * Computes the numbers of one field, or returns undefined if the agreement must be evaluated row by row. A kernel never
 * guesses: wherever it is not certain (an omitted argument, an error, a product beyond the safe integers) it writes
 * infinity, and the agreement is evaluated for that row.
 *
 * @internal
 */
export type Kernel = (given: KernelArguments, field: string) => Numbers | undefined;

/** The kinds that are computed for whole blocks of rows. @internal */
export const kernels: ReadonlyMap<string, Kernel> = /* @__PURE__ */ new Map<string, Kernel>([
  ['dailyCharge', dailyCharge],
  ['debitBalance', debitBalance],
  ['latePaymentPenalty', latePaymentPenalty],
  ['passThrough', passThrough],
  ['selectSum', selectSum],
]);

const ask = Number.POSITIVE_INFINITY;

function dailyCharge(given: KernelArguments): Numbers | undefined {
  const prices = given.numbers('monthlyPrice');
  const days = given.numbers('day');
  const spread = given.term('spread');
  if (prices === undefined || days === undefined || (spread !== 'cumulative' && spread !== 'eachDay')) return undefined;
  const { rounding } = given.agreement.data;
  return given.block((out, count) => fillCharges(out, prices, days, count, spread === 'cumulative', rounding));
}

function fillCharges(
  out: Numbers,
  prices: Numbers,
  days: Numbers,
  count: number,
  cumulative: boolean,
  rounding: Rounding,
): void {
  let known = Number.NaN;
  let dayOfMonth = 0;
  let length = 1;
  for (let at = 0; at < count; at += 1) {
    const day = days[at] as number;
    // The rows of a run mostly have the same day.
    if (day !== known && Number.isFinite(day)) {
      known = day;
      const civil = civilOfEpochDay(day);
      dayOfMonth = dayOfCivil(civil);
      length = daysInMonth(monthNumberOf(civil));
    }
    const price = day === known ? (prices[at] as number) : Number.NaN;
    const charge = cumulative
      ? divideRounded(price * dayOfMonth, length, rounding) - divideRounded(price * (dayOfMonth - 1), length, rounding)
      : divideRounded(price, length, rounding);
    out[at] = Number.isNaN(charge) ? ask : charge;
  }
}

function passThrough(given: KernelArguments): Numbers | undefined {
  const assessed = given.numbers('assessed');
  if (assessed === undefined) return undefined;
  return given.block((out, count) => {
    for (let at = 0; at < count; at += 1) out[at] = orAsk(assessed[at] as number);
  });
}

function debitBalance(given: KernelArguments, field: string): Numbers | undefined {
  const balances = given.numbers('balance');
  const charges = given.numbers('charge');
  const partial = given.term('partial');
  if (balances === undefined || charges === undefined || typeof partial !== 'boolean') return undefined;
  return given.block((out, count) => {
    for (let at = 0; at < count; at += 1) {
      const balance = balances[at] as number;
      const charge = charges[at] as number;
      if (!(Number.isFinite(balance) && charge >= 0 && charge < ask)) {
        out[at] = ask;
        continue;
      }
      const reached = balance > 0 ? Math.min(balance, charge) : 0;
      const short = charge - reached;
      const debited = partial || short === 0 ? reached : 0;
      if (field === 'debited') out[at] = debited;
      else if (field === 'balance') out[at] = balance - debited;
      else if (field === 'short') out[at] = short;
      else out[at] = short === 0 ? 1 : 0;
    }
  });
}

function selectSum(given: KernelArguments, field: string): Numbers | undefined {
  const rule = given.term('rule');
  const entry = /^sums\.\d+\.amount$/;
  if (field !== 'amount' || (rule !== 'firstGiven' && rule !== 'least')) return undefined;
  // Each amount must come from its own source; one given by the terms would have to be inserted between them.
  const paths = given.sources.filter((path) => entry.test(path)).sort((a, b) => placeOf(a) - placeOf(b));
  if (paths.length !== given.sources.length || paths.some((path, at) => placeOf(path) !== at)) return undefined;
  if (given.term(`sums.${paths.length}.what`) !== undefined) return undefined;
  const columns = paths.map((path) => given.numbers(path));
  if (columns.includes(undefined)) return undefined;
  return given.block((out, count) => {
    out.fill(Number.NaN, 0, count);
    for (const column of columns as readonly Numbers[]) fillSelected(out, column, count, rule === 'least');
    // Nothing is given, or a row must be evaluated individually.
    for (let at = 0; at < count; at += 1) out[at] = orAsk(out[at] as number);
  });
}

function fillSelected(out: Numbers, column: Numbers, count: number, least: boolean): void {
  for (let at = 0; at < count; at += 1) {
    const best = out[at] as number;
    const next = column[at] as number;
    if (Number.isNaN(best) || next === ask || (least && next < best && best !== ask)) out[at] = next;
  }
}

function placeOf(path: string): number {
  return Number(path.split('.')[1]);
}

function latePaymentPenalty(given: KernelArguments, field: string): Numbers | undefined {
  const overdue = given.numbers('overdue');
  const dueOn = given.numbers('dueOn');
  const asOf = given.numbers('asOf');
  const rates = given.term('rates');
  if (overdue === undefined || dueOn === undefined || asOf === undefined) return undefined;
  if (field === 'capReachedOn' || !given.isLeftOut('payments') || given.term('payments') !== undefined)
    return undefined;
  if (!isList(rates) || rates.length !== 1 || rates[0].effectiveOn !== undefined) return undefined;
  if (typeof given.term('countPaymentDay') !== 'boolean') return undefined;
  const capRate = given.term('cap.rate');
  const bases = given.numbers('cap.base');
  const hasCap = capRate !== undefined;
  if (hasCap !== (bases !== undefined) || (!hasCap && !given.isLeftOut('cap'))) return undefined;
  const rate = parseRate(rates[0].dailyRate as Rate, 'rates.0.dailyRate');
  const cap = hasCap ? parseRate(capRate as Rate, 'cap.rate') : undefined;
  const below = denominatorOf(rate);
  const capBelow = denominatorOf(cap ?? rate);
  const { rounding } = given.agreement.data;
  if (!given.isLeftOut('capRounding')) return undefined;
  const ofCap = (given.term('capRounding') ?? rounding) as Rounding;
  return given.block((out, count) => {
    for (let at = 0; at < count; at += 1) {
      const sum = overdue[at] as number;
      const base = bases === undefined ? 0 : (bases[at] as number);
      const due = dueOn[at] as number;
      const late = Math.max((asOf[at] as number) - due, 0);
      const accrued = divideRounded(sum * late * rate.units, below, rounding);
      const limit = cap === undefined ? accrued : divideRounded(base * cap.units, capBelow, ofCap);
      // NaN, from an omitted fact, fails all of these comparisons.
      const isKnown = sum >= 0 && base >= 0 && due < lastEpochDay && Number.isSafeInteger(accrued + limit);
      if (!isKnown) out[at] = ask;
      else if (field === 'penalty') out[at] = Math.min(accrued, limit);
      else if (field === 'accrued') out[at] = accrued;
      else if (field === 'cap') out[at] = cap === undefined ? Number.NaN : limit;
      else if (field === 'capped') out[at] = limit < accrued ? 1 : 0;
      else out[at] = sum > 0 ? late : 0;
    }
  });
}

function orAsk(value: number): number {
  return Number.isNaN(value) ? ask : value;
}
