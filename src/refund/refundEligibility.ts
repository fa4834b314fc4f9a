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

/** Terms of a refund of what was bought and not used, within two windows. */
export interface RefundEligibilityTerms {
  /** The day of the purchase; the window of unused purchases runs from it. */
  readonly purchasedOn: DayInput;
  /** The day the money was credited; the outer window runs from it. */
  readonly creditedOn: DayInput;
  /** The day the refund is asked for. */
  readonly requestedOn: DayInput;
  /** Whether anything of the purchase was used. */
  readonly used: boolean;
  /** How long after the purchase an unused one can be returned; its last day included. */
  readonly unusedWithin: DayLimit;
  /** How long after crediting money can go back at all; its last day included. */
  readonly creditedWithin: DayLimit;
  /** How both limits are counted. */
  readonly rules: CountingRules;
  /** The working calendar; needed when the rules roll or a limit counts working days, absent otherwise. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link RefundEligibility}. */
export interface RefundEligibilityBasis {
  readonly requestedOn: Temporal.PlainDate;
  /** Days from the purchase to the request, the day of the purchase not counted. */
  readonly daysSincePurchase: number;
}

/** Whether a refund is due, why not, and until when it could be asked for. */
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

  /** Whether it can be returned: unused, and asked for within both windows. */
  get eligible(): boolean {
    return !this.used && this.requested <= this.lastUnused && this.requested <= this.lastCredited;
  }

  /** Every ground against it, in a fixed order; empty if it is due. */
  get because(): readonly RefundIneligibility[] {
    const { requested, used, lastUnused, lastCredited } = this;
    const grounds = (used ? 1 : 0) + (requested > lastUnused ? 2 : 0) + (requested > lastCredited ? 4 : 0);
    return combinations[grounds] as readonly RefundIneligibility[];
  }

  /** The last day to ask for the return of an unused purchase. */
  get unusedUntil(): Temporal.PlainDate {
    return plainDay(this.lastUnused);
  }

  /** The last day on which the credited money can go back. */
  get creditedUntil(): Temporal.PlainDate {
    return plainDay(this.lastCredited);
  }

  /** The earlier of the two. */
  get until(): Temporal.PlainDate {
    return plainDay(Math.min(this.lastUnused, this.lastCredited));
  }

  /** What a reader needs to count it again by hand. */
  get basis(): RefundEligibilityBasis {
    return { requestedOn: plainDay(this.requested), daysSincePurchase: this.requested - this.purchased };
  }

  /** The wire form: days as ISO strings. */
  toJSON(): object {
    const { eligible, because, unusedUntil, creditedUntil, until, basis } = this;
    return { eligible, because, unusedUntil, creditedUntil, until, basis };
  }
}

/** The grounds by the bits of their number, made once. */
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
 * Tells whether an unused purchase can be returned: not used, asked for within `unusedWithin` of the purchase and within `creditedWithin` of
 * the crediting. The last day of each window is still in time.
 *
 * @clause "An unused tariff can be returned within 14 calendar days of its purchase; no refund later than 12 months after crediting."
 * @throws {@link AgreementError} `argument-invalid` if `used` is no boolean or the request lies before the purchase; `day-invalid`,
 * `limit-invalid`, `rules-invalid`, `calendar-required`, `calendar-not-covered` as for {@link deadline}.
 * @example Day 14, day 15
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

/** The same of day numbers, for windows that were counted already, each by a calendar of its own. @internal */
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
