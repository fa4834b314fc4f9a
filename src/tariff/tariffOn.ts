import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import { always, orderOfDays, placeInForce } from '../time/datedSchedule.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/** A price and the first day on which it is in force. */
export interface TariffChange<C extends CurrencyCode> {
  /** The first day of this price; may be omitted for one price that has always been in force. */
  readonly effectiveOn?: DayInput;
  readonly price: Money<C>;
}

/** Protection by a payment for a period. */
export interface PaidProtection {
  /** The last paid day, inclusive. */
  readonly paidThrough: DayInput;
  /** The day of the payment, not after `paidThrough`; if omitted, the payment bought the first price. */
  readonly paidOn?: DayInput;
}

/**
 * What keeps a customer on the old price: nothing; not having topped up since the change, given the days of the
 * top-ups; or having paid through a day.
 */
export type PriceProtection = 'none' | { readonly untilTopUp: readonly DayInput[] } | PaidProtection;

/** Terms of {@link tariffOn}. */
export interface TariffOnTerms<C extends CurrencyCode> {
  /** The day whose price is requested. */
  readonly day: DayInput;
  /** The prices, in any order; no two start on the same day. */
  readonly changes: readonly TariffChange<C>[];
  /** What keeps the customer on an earlier price. */
  readonly protection: PriceProtection;
}

/** The figures behind a {@link TariffOn}. */
export interface TariffOnBasis<C extends CurrencyCode> {
  readonly day: Temporal.PlainDate;
  /** The first day of the returned price; absent if it has always been in force. */
  readonly effectiveOn?: Temporal.PlainDate;
  /** The price in force on the day for a customer without protection. */
  readonly inForce: Money<C>;
  /** The last top-up on or before the day; absent if there was none, or if top-ups do not matter. */
  readonly lastTopUp?: Temporal.PlainDate;
  /** The last paid day, inclusive; absent if it does not matter. */
  readonly paidThrough?: Temporal.PlainDate;
  /** The day of the payment; absent if it was not given. */
  readonly paidOn?: Temporal.PlainDate;
}

/** The price for a day. */
export class TariffOn<C extends CurrencyCode> {
  /** The price the customer pays. */
  readonly price: Money<C>;
  /** @internal */
  readonly day: number;
  /** @internal */
  readonly effectiveOn: number;
  /** @internal */
  readonly inForce: Money<C>;
  /** @internal */
  readonly lastTopUp: number | undefined;
  /** @internal */
  readonly paidThrough: number | undefined;
  /** @internal */
  readonly paidOn: number | undefined;

  /** @internal */
  constructor(
    found: Pick<TariffOn<C>, 'day' | 'price' | 'effectiveOn' | 'inForce' | 'lastTopUp' | 'paidThrough' | 'paidOn'>,
  ) {
    this.price = found.price;
    this.day = found.day;
    this.effectiveOn = found.effectiveOn;
    this.inForce = found.inForce;
    this.lastTopUp = found.lastTopUp;
    this.paidThrough = found.paidThrough;
    this.paidOn = found.paidOn;
  }

  /** The figures needed to find the price again. */
  get basis(): TariffOnBasis<C> {
    const { day, effectiveOn, inForce, lastTopUp, paidThrough, paidOn } = this;
    return {
      day: plainDay(day),
      ...(effectiveOn !== always && { effectiveOn: plainDay(effectiveOn) }),
      inForce,
      ...(lastTopUp !== undefined && { lastTopUp: plainDay(lastTopUp) }),
      ...(paidThrough !== undefined && { paidThrough: plainDay(paidThrough) }),
      ...(paidOn !== undefined && { paidOn: plainDay(paidOn) }),
    };
  }

  /** The JSON representation. */
  toJSON(): { readonly price: Money<C>; readonly basis: TariffOnBasis<C> } {
    return { price: this.price, basis: this.basis };
  }
}

/**
 * The price for a day, when prices change and some customers keep the old one.
 *
 * - `'none'`: the price in force on the day; a change applies from its `effectiveOn`.
 * - `{ untilTopUp }`: the price that was in force at the last top-up on or before the day; before the first top-up, the
 *   first price. A top-up on the day of a change takes the new price.
 * - `{ paidThrough, paidOn }`: the price in force when it was paid, from the day of the payment through the last paid
 *   day, both inclusive; before and after, the one in force on the day.
 * - `{ paidThrough }`: the first price through that day, inclusive; then the one in force.
 *
 * @clause "Tariffs may be changed; the customer keeps the previous tariff until the next top-up of the balance."
 * @clause "A change of tariffs does not affect a tariff already paid for until the end of the paid period."
 * @throws {@link AgreementError} `term-not-in-force` if no price is in force yet on the day, or on the top-up or
 * payment that decides;
 * `currency-mismatch` if prices are in two currencies; `amount-invalid` for a negative price; `day-invalid`;
 * `argument-invalid` for an empty list, two prices that start on the same day, a payment after the last day it pays
 * for, or an unknown protection.
 * @example A change on 10 February: the day before, the day itself
 * ```ts
 * const changes = [
 *   { price: money('30.00', 'KZT') },
 *   { effectiveOn: '2026-02-10', price: money('36.00', 'KZT') },
 * ];
 * tariffOn({ day: '2026-02-09', changes, protection: 'none' }).price // => money('30.00', 'KZT')
 * tariffOn({ day: '2026-02-10', changes, protection: 'none' }).price // => money('36.00', 'KZT')
 * ```
 * @example Kept until the next top-up, or through the last paid day
 * ```ts
 * const changes = [
 *   { price: money('30.00', 'KZT') },
 *   { effectiveOn: '2026-02-10', price: money('36.00', 'KZT') },
 * ];
 * tariffOn({ day: '2026-02-20', changes, protection: { untilTopUp: ['2026-02-09', '2026-02-21'] } }).price // => money('30.00', 'KZT')
 * tariffOn({ day: '2026-02-21', changes, protection: { untilTopUp: ['2026-02-09', '2026-02-21'] } }).price // => money('36.00', 'KZT')
 * tariffOn({ day: '2026-02-28', changes, protection: { paidThrough: '2026-02-28' } }).price // => money('30.00', 'KZT')
 * tariffOn({ day: '2026-03-01', changes, protection: { paidThrough: '2026-02-28' } }).price // => money('36.00', 'KZT')
 * ```
 * @example A payment fixes the price of its day, not an older one
 * ```ts
 * const changes = [
 *   { price: money('100.00', 'EUR') },
 *   { effectiveOn: '2026-01-01', price: money('120.00', 'EUR') },
 *   { effectiveOn: '2026-06-16', price: money('150.00', 'EUR') },
 * ];
 * const protection = { paidThrough: '2027-02-28', paidOn: '2026-02-10' };
 * tariffOn({ day: '2026-07-01', changes, protection }).price // => money('120.00', 'EUR')
 * tariffOn({ day: '2027-03-01', changes, protection }).price // => money('150.00', 'EUR')
 * ```
 * @example A day before any price
 * ```ts
 * const changes = [{ effectiveOn: '2026-02-10', price: money('36.00', 'KZT') }];
 * tariffOn({ day: '2026-02-09', changes, protection: 'none' }) // throws 'term-not-in-force'
 * ```
 */
export function tariffOn<C extends CurrencyCode>(terms: TariffOnTerms<C>): TariffOn<C> {
  requireTerms(terms);
  const day = epochDayOf(terms.day, 'day');
  const schedule = readChanges(terms.changes);
  const { lastTopUp, paidThrough, paidOn } = readProtection(terms.protection, day);
  const inForce = inForceOn(schedule, day);
  const first: DatedPrice<C> = { from: schedule.from[0] as number, price: schedule.prices[0] as Money<C> };
  let kept = inForce;
  if (lastTopUp !== undefined) kept = lastTopUp === never ? first : inForceOn(schedule, lastTopUp);
  if (paidThrough !== undefined && day <= paidThrough) {
    if (paidOn === undefined) kept = first;
    else if (paidOn <= day) kept = inForceOn(schedule, paidOn);
  }
  return new TariffOn({
    day,
    price: kept.price,
    effectiveOn: kept.from,
    inForce: inForce.price,
    lastTopUp: lastTopUp === never ? undefined : lastTopUp,
    paidThrough,
    paidOn,
  });
}

/** The last top-up of a customer who has not made any. */
const never: number = Number.NEGATIVE_INFINITY;

interface DatedPrice<C extends CurrencyCode> {
  readonly from: number;
  readonly price: Money<C>;
}

/** `from[k]` is the first day of `prices[k]`, in ascending order. */
interface Schedule<C extends CurrencyCode> {
  readonly from: readonly number[];
  readonly prices: readonly Money<C>[];
}

/** The date that a protection depends on, if any. */
interface Protection {
  readonly lastTopUp?: number;
  readonly paidThrough?: number;
  readonly paidOn?: number;
}

function inForceOn<C extends CurrencyCode>({ from, prices }: Schedule<C>, day: number): DatedPrice<C> {
  const at = placeInForce(from, day, 'changes', 'price');
  return { from: from[at] as number, price: prices[at] as Money<C> };
}

function readChanges<C extends CurrencyCode>(changes: readonly TariffChange<C>[]): Schedule<C> {
  if (!isList(changes) || changes.length === 0)
    refuse('argument-invalid', 'changes', changes, 'a list with at least one { effectiveOn, price }');
  const currency = changes[0]?.price?.currency as C;
  const from = Array.from(changes as readonly TariffChange<C>[], (change, at): number => {
    if (typeof change !== 'object' || change === null)
      refuse('argument-invalid', `changes.${at}`, change, '{ effectiveOn, price }');
    requireNotNegative(change.price, `changes.${at}.price`);
    requireCurrency(change.price, currency, `changes.${at}.price`);
    return change.effectiveOn === undefined ? always : epochDayOf(change.effectiveOn, `changes.${at}.effectiveOn`);
  });
  const order = orderOfDays(from, 'changes', 'price');
  if (order === undefined) return { from, prices: changes.map(({ price }) => price) };
  return {
    from: order.map((at) => from[at] as number),
    prices: order.map((at) => (changes[at] as TariffChange<C>).price),
  };
}

function readProtection(protection: PriceProtection, day: number): Protection {
  if (protection === 'none') return {};
  if (typeof protection === 'object' && protection !== null) {
    const { untilTopUp, paidThrough, paidOn } = protection as Partial<PaidProtection> & {
      readonly untilTopUp?: readonly DayInput[];
    };
    if (paidThrough === undefined && paidOn === undefined && Array.isArray(untilTopUp))
      return { lastTopUp: lastUpTo(untilTopUp, day) };
    if (paidThrough !== undefined && untilTopUp === undefined) return readPaid(paidThrough, paidOn);
  }
  return refuse(
    'argument-invalid',
    'protection',
    protection,
    '"none", { untilTopUp: [days] }, { paidThrough: day } or { paidThrough: day, paidOn: day }',
  );
}

function readPaid(paidThrough: DayInput, paidOn: DayInput | undefined): Protection {
  const through = epochDayOf(paidThrough, 'protection.paidThrough');
  if (paidOn === undefined) return { paidThrough: through };
  const payment = epochDayOf(paidOn, 'protection.paidOn');
  if (payment > through)
    refuse('argument-invalid', 'protection.paidOn', paidOn, `a day up to ${isoOfEpochDay(through)}, the last paid one`);
  return { paidThrough: through, paidOn: payment };
}

/** The last of the days up to `day`; all are parsed, so that an invalid one is found whatever the day. */
function lastUpTo(days: readonly DayInput[], day: number): number {
  let last = never;
  for (let at = 0; at < days.length; at += 1) {
    const found = epochDayOf(days[at] as DayInput, `protection.untilTopUp.${at}`);
    if (found <= day && found > last) last = found;
  }
  return last;
}
