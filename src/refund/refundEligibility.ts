import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { limitEnd } from '../time/limitEnd.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/** Why a refund is not due. */
export type RefundIneligibility = 'used' | 'unused-window-closed' | 'credit-window-closed';

/** Terms of a refund for an unused purchase, within two windows. */
export interface RefundEligibilityTerms {
  /** The day of the purchase, from which the window for unused purchases runs. */
  readonly purchasedOn: DayInput;
  /** The day the money was credited, from which the outer window runs. */
  readonly creditedOn: DayInput;
  /** The day the refund is requested. */
  readonly requestedOn: DayInput;
  /** Whether any part of the purchase was used. */
  readonly used: boolean;
  /** How long after the purchase it can be returned unused; the last day is included. */
  readonly unusedWithin: DayLimit;
  /** How long after crediting money can be refunded at all; the last day is included. */
  readonly creditedWithin: DayLimit;
  /** How both limits are counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or a limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link RefundEligibility}. */
export interface RefundEligibilityBasis {
  readonly requestedOn: Temporal.PlainDate;
  /** Days from the purchase to the request, not counting the day of the purchase. */
  readonly daysSincePurchase: number;
}

/** Whether a refund is due, why not, and until when it could be requested. */
export class RefundEligibility {
  /** @internal */
  readonly purchased: number;
  /** @internal */
  readonly requested: number;
  /** @internal */
  readonly used: boolean;
  /** @internal */
  readonly lastUnused: number;
  /** @internal */
  readonly lastCredited: number;

  /** @internal */
  constructor(purchased: number, requested: number, used: boolean, lastUnused: number, lastCredited: number) {
    this.purchased = purchased;
    this.requested = requested;
    this.used = used;
    this.lastUnused = lastUnused;
    this.lastCredited = lastCredited;
  }

  /** Whether it can be returned: unused, and requested within both windows. */
  get eligible(): boolean {
    return !this.used && this.requested <= this.lastUnused && this.requested <= this.lastCredited;
  }

  /** Every ground against it, in a fixed order; empty if it is due. */
  get because(): readonly RefundIneligibility[] {
    const { requested, used, lastUnused, lastCredited } = this;
    const grounds = (used ? 1 : 0) + (requested > lastUnused ? 2 : 0) + (requested > lastCredited ? 4 : 0);
    return combinations[grounds] as readonly RefundIneligibility[];
  }

  /** The last day to return an unused purchase. */
  get unusedUntil(): Temporal.PlainDate {
    return plainDay(this.lastUnused);
  }

  /** The last day on which the credited money can be refunded. */
  get creditedUntil(): Temporal.PlainDate {
    return plainDay(this.lastCredited);
  }

  /** The earlier of the two. */
  get until(): Temporal.PlainDate {
    return plainDay(Math.min(this.lastUnused, this.lastCredited));
  }

  /** The figures needed to check the result by hand. */
  get basis(): RefundEligibilityBasis {
    return { requestedOn: plainDay(this.requested), daysSincePurchase: this.requested - this.purchased };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): object {
    const { eligible, because, unusedUntil, creditedUntil, until, basis } = this;
    return { eligible, because, unusedUntil, creditedUntil, until, basis };
  }
}

/** The combinations of grounds, indexed by bit mask and created once. */
const combinations: readonly (readonly RefundIneligibility[])[] = [
  [],
  ['used'],
  ['unused-window-closed'],
  ['used', 'unused-window-closed'],
  ['credit-window-closed'],
  ['used', 'credit-window-closed'],
  ['unused-window-closed', 'credit-window-closed'],
  ['used', 'unused-window-closed', 'credit-window-closed'],
].map((grounds) => Object.freeze(grounds as RefundIneligibility[]));

/**
 * Whether an unused purchase can be returned: not used, requested within `unusedWithin` of the purchase and within
 * `creditedWithin` of the crediting. The last day of each window is in time.
 *
 * @clause "An unused tariff can be returned within 14 calendar days of its purchase; no refund later than 12 months after crediting."
 * @throws {@link AgreementError} `argument-invalid` if `used` is not a boolean or the request is before the purchase;
 * `day-invalid`,
 * `limit-invalid`, `rules-invalid`, `calendar-required`, `calendar-not-covered` as for {@link deadline}.
 * @example Day 14 and day 15
 * ```ts
 * const terms = {
 *   purchasedOn: '2026-02-16', creditedOn: '2026-02-16', used: false,
 *   unusedWithin: calendarDays(14), creditedWithin: months(12), rules: countingRules.kzCivilCode, calendar: kz,
 * };
 * refundEligibility({ ...terms, requestedOn: '2026-03-02' }).eligible // => true
 * refundEligibility({ ...terms, requestedOn: '2026-03-03' }).because // => ['unused-window-closed']
 * refundEligibility({ ...terms, requestedOn: '2026-02-15' }) // throws 'argument-invalid'
 * ```
 */
export function refundEligibility(terms: RefundEligibilityTerms): RefundEligibility {
  requireTerms(terms);
  const { used, calendar } = terms;
  if (typeof used !== 'boolean') refuse('argument-invalid', 'used', used, 'true or false');
  const unusedWithin = requireDayLimit(terms.unusedWithin, 'unusedWithin');
  const creditedWithin = requireDayLimit(terms.creditedWithin, 'creditedWithin');
  const rules = requireRules(terms.rules, 'rules');
  const purchased = epochDayOf(terms.purchasedOn, 'purchasedOn');
  const credited = epochDayOf(terms.creditedOn, 'creditedOn');
  const requested = epochDayOf(terms.requestedOn, 'requestedOn');
  return eligibilityOf(
    purchased,
    requested,
    used,
    limitEnd(purchased, unusedWithin, rules, calendar),
    limitEnd(credited, creditedWithin, rules, calendar),
  );
}

/** The same with day numbers, for windows that were already counted, each with its own calendar. @internal */
export function eligibilityOf(
  purchased: number,
  requested: number,
  used: boolean,
  unusedUntil: number,
  creditedUntil: number,
): RefundEligibility {
  if (requested < purchased)
    refuse('argument-invalid', 'requestedOn', isoOfEpochDay(requested), 'a day on or after the purchase');
  return new RefundEligibility(purchased, requested, used, unusedUntil, creditedUntil);
}
