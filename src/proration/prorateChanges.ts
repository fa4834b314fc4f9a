import { AgreementError, refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { addMoney } from '../money/addMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireCurrency, requireNotNegative } from '../money/money.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { sumMoney } from '../money/sumMoney.js';
import type { DateRangeInput } from '../time/dateRange.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { isInstant } from './changeShares.js';
import { type ProratedChange, prorateChange } from './prorateChange.js';
import { type ProrationConvention, requireConvention } from './prorationConventions.js';

/** A change of price. */
export interface PriceChange<C extends CurrencyCode> {
  /** The day of the change; under a convention by the second it can also be an instant. */
  readonly changeOn: DayInput | InstantInput;
  /** The price of a whole period after the change; zero if the service ends. */
  readonly price: Money<C>;
}

/** Terms of several changes of price within one billing period. */
export interface ProrateChangesTerms<C extends CurrencyCode> {
  /** The price of the whole period at its start. */
  readonly price: Money<C>;
  /** The days that `price` pays for; both ends included. */
  readonly billingPeriod: DateRangeInput;
  /** The changes, in order; of two on the same day the later in the list applies. */
  readonly changes: readonly PriceChange<NoInfer<C>>[];
  /**
   * Which price the day of a change belongs to, and the divisor of a price: one of the `prorationConventions` that
   * prorate the new price, or a custom one.
   */
  readonly convention: ProrationConvention;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
  /** Whether every credit and charge is rounded before adding them up, or only the exact sum of all changes. */
  readonly roundLegs: boolean;
}

/** A change with its credit and charge. */
export interface ProratedStep<C extends CurrencyCode> {
  readonly changeOn: Temporal.PlainDate | Temporal.Instant;
  readonly change: ProratedChange<C>;
}

/** The figures behind {@link ProratedChanges}. */
export interface ProratedChangesBasis<C extends CurrencyCode> {
  /** The price of the whole period at its start: `total = price + net`. */
  readonly price: Money<C>;
}

/** The result of several changes of price within a period. */
export class ProratedChanges<C extends CurrencyCode> {
  /** Each change, in order. */
  readonly changes: readonly ProratedStep<C>[];
  /**
   * The net of all changes. For a period billed in advance: if positive it is still to be paid, if negative it is owed
   * to the customer.
   */
  readonly net: Money<C>;
  /** The cost of the period with its changes. For a period billed in arrears this is the charge. */
  readonly total: Money<C>;
  /** @internal */
  readonly price: Money<C>;

  /** @internal */
  constructor(changes: readonly ProratedStep<C>[], net: Money<C>, price: Money<C>) {
    this.changes = changes;
    this.net = net;
    this.total = addMoney<C>(price, net);
    this.price = price;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): ProratedChangesBasis<C> {
    return { price: this.price };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly changes: readonly ProratedStep<C>[];
    readonly net: Money<C>;
    readonly total: Money<C>;
    readonly basis: ProratedChangesBasis<C>;
  } {
    return { changes: this.changes, net: this.net, total: this.total, basis: this.basis };
  }
}

/**
 * Computes several changes of price within one billing period. Each credits the rest of the price before it and charges
 * the rest of its own;
 * `net = Σ (charge − credit)`, `total = price + net`.
 *
 * A period billed in advance is settled by `net`, a period billed in arrears costs `total`.
 *
 * @clause "The tariff may be changed more than once in a period; each change applies from its day."
 * @throws {@link AgreementError} `range-outside-period` for a change outside the period; `argument-invalid` for changes
 * that are not in order, a mix of days and instants, or a convention under which a change starts a new period
 * (`newPrice: 'whole'`); otherwise as `prorateChange`, with the field of the change: `currency-mismatch`,
 * `amount-invalid`, `day-invalid`, `range-reversed`, `rounding-unknown`.
 * @example An upgrade for ten days of April
 * ```ts
 * const terms = {
 *   price: money('300.00', 'KZT'), billingPeriod: dateRange('2026-04-01', '2026-04-30'),
 *   changes: [
 *     { changeOn: '2026-04-11', price: money('600.00', 'KZT') },
 *     { changeOn: '2026-04-21', price: money('300.00', 'KZT') },
 *   ],
 *   convention: prorationConventions.dayToNew, rounding: 'halfExpand', roundLegs: true,
 * } as const;
 * prorateChanges(terms).net // => money('100.00', 'KZT')
 * prorateChanges(terms).total // => money('400.00', 'KZT')
 * prorateChanges({ ...terms, changes: [...terms.changes].reverse() }) // throws 'argument-invalid'
 * ```
 */
export function prorateChanges<C extends CurrencyCode>(terms: ProrateChangesTerms<C>): ProratedChanges<C> {
  requireTerms(terms);
  const { price, billingPeriod, changes, rounding, roundLegs } = terms;
  requireNotNegative(price, 'price');
  requireRounding(rounding);
  if (typeof roundLegs !== 'boolean') refuse('argument-invalid', 'roundLegs', roundLegs, 'true or false');
  const convention = requireConvention(terms.convention);
  if (convention.newPrice === 'whole')
    refuse(
      'argument-invalid',
      'convention.newPrice',
      convention.newPrice,
      '"prorated": the period goes on after a change',
    );
  if (!isList(changes)) refuse('argument-invalid', 'changes', changes, 'a list of { changeOn, price }');
  const steps: ProratedStep<C>[] = [];
  let from = price;
  let before: Moment | undefined;
  for (const [at, entry] of (changes as readonly PriceChange<C>[]).entries()) {
    const field = `changes.${at}`;
    if (typeof entry !== 'object' || entry === null) refuse('argument-invalid', field, entry, '{ changeOn, price }');
    const { changeOn, price: to } = entry;
    requireCurrency(to, price.currency, `${field}.price`);
    requireNotNegative(to, `${field}.price`);
    const change = within(field, () =>
      prorateChange({ from, to, billingPeriod, changeOn, convention, rounding, roundLegs }),
    );
    const moment = momentOf(changeOn);
    requireOrder(before, moment, `${field}.changeOn`, changeOn);
    steps.push(Object.freeze({ changeOn: moment.shown, change }));
    from = to;
    before = moment;
  }
  const list = Object.freeze(steps);
  const nets = list.map(({ change }) => change.net);
  const net = roundLegs ? sumMoney<C>(nets, price.currency) : exactSum(list, price.currency, rounding);
  return new ProratedChanges(list, net, price);
}

/** The exact sum of all changes, rounded once; all have the divisor of the period. */
function exactSum<C extends CurrencyCode>(
  steps: readonly ProratedStep<C>[],
  currency: C,
  rounding: Rounding,
): Money<C> {
  let exact = 0n;
  let divisor = 1n;
  for (const { change } of steps) {
    const { from, to, shares } = change;
    exact += to.minorUnits * BigInt(shares.charged) - from.minorUnits * BigInt(shares.credited);
    divisor = BigInt(shares.divisor);
  }
  return moneyOfBig(divideRoundedBig(exact, divisor, rounding), currency);
}

/** A day or an instant that can be compared with others of the same type. */
interface Moment {
  readonly shown: Temporal.PlainDate | Temporal.Instant;
  readonly sort: 'day' | 'instant';
  readonly order: number;
}

function momentOf(changeOn: DayInput | InstantInput): Moment {
  if (isInstant(changeOn)) {
    const shown = instantOf(changeOn, 'changeOn');
    return { shown, sort: 'instant', order: shown.epochMilliseconds };
  }
  const order = epochDayOf(changeOn, 'changeOn');
  return { shown: plainDay(order), sort: 'day', order };
}

function requireOrder(before: Moment | undefined, { sort, order }: Moment, field: string, value: unknown): void {
  if (before === undefined) return;
  if (before.sort !== sort)
    refuse(
      'argument-invalid',
      field,
      value,
      'days for all changes, or instants for all: days and instants have no common order',
    );
  if (order < before.order) refuse('argument-invalid', field, value, `not before ${before.shown}`);
}

/** Adds the change to the field of an error. */
function within<T>(field: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof AgreementError && error.details.field === 'changeOn')
      throw new AgreementError(error.code, { ...error.details, field: `${field}.changeOn` });
    throw error;
  }
}
