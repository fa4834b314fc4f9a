import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import type { Rate } from '../money/rate.js';
import type { Rounding } from '../money/rounding.js';

/** A cap on liability: a fraction of a base, less what was already compensated under it. */
export interface LiabilityCap<C extends CurrencyCode> {
  /** The clause that sets it; named in the answer if the cap binds. */
  readonly clause: string;
  /** The rate as a fraction of the base: `'0.05'` is 5 %, `'1'` the base itself. */
  readonly rate: Rate;
  /** The base of the fraction; stacked caps may have different bases. */
  readonly base: Money<C>;
  /** The amount already compensated under this cap. */
  readonly used: Money<C>;
}

/** A condition for anything to be payable. */
export interface LiabilityCondition {
  /** Its name, as shown to readers: `'fault-documented'`. */
  readonly what: string;
  readonly met: boolean;
}

/** How a head of loss is treated: never compensated, compensated up to the caps, or in full. */
export type LossTreatment = 'excluded' | 'capped' | 'uncapped';

/** A head of loss and its treatment. */
export interface LossHead<C extends CurrencyCode> {
  /** Its name: `'lost-profit'`, `'data-loss'`. */
  readonly head: string;
  readonly treatment: LossTreatment;
  /**
   * Caps for this head only, in addition to the `caps` of the terms; only if the treatment is `capped`. Omit it if
   * there are none.
   */
  readonly caps?: readonly LiabilityCap<C>[];
}

/** Terms that limit liability. */
export interface LimitLiabilityTerms<C extends CurrencyCode> {
  /** The loss suffered. */
  readonly loss: Money<C>;
  /** The ground that excludes liability, such as force majeure; omit it if there is none. */
  readonly excludedBy?: string;
  /** The conditions; an empty list requires nothing. */
  readonly requires: readonly LiabilityCondition[];
  /** Caps on every loss except an uncapped head; on a tie the first one binds. An empty list sets none. */
  readonly caps: readonly LiabilityCap<NoInfer<C>>[];
  /** The treatment of each head of loss, with unique names; omit it if the agreement does not distinguish losses. */
  readonly heads?: readonly LossHead<NoInfer<C>>[];
  /** The head of this loss; required exactly if `heads` is given. */
  readonly head?: string;
  /** How each cap is rounded to minor units. */
  readonly rounding: Rounding;
  /** How each cap is rounded, if the agreement rounds caps differently; defaults to `rounding`. */
  readonly capRounding?: Rounding;
}
