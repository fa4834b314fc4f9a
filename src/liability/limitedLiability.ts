import type { CurrencyCode } from '../money/currency.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, type ExactNumber } from '../money/fraction.js';
import { type Money, moneyOf, moneyOfUnits } from '../money/money.js';
import { timesDecimal } from '../money/multiplyMoney.js';
import type { Rounding } from '../money/rounding.js';
import { capRoom, capRoomBig } from './capRoom.js';
import type { LiabilityCap, LossHead, LossTreatment } from './limitLiabilityTerms.js';

/** A cap with its computed amounts. */
export interface ComputedCap<C extends CurrencyCode> extends LiabilityCap<C> {
  /** `rate × base`, rounded. */
  readonly cap: Money<C>;
  /** What is left of it: `cap − used`, at least zero. */
  readonly room: Money<C>;
}

/** The figures behind a {@link LimitedLiability}. */
export interface LimitedLiabilityBasis<C extends CurrencyCode> {
  readonly loss: Money<C>;
  /** The caps that apply to the loss, those of its head first. */
  readonly caps: readonly ComputedCap<C>[];
  /** The head of loss; absent if the terms have no heads. */
  readonly head?: string;
  /** The treatment of that head. */
  readonly treatment?: LossTreatment;
  /** The ground that excludes liability; absent if there is none. */
  readonly excludedBy?: string;
  /** The conditions that are not met. */
  readonly unmet: readonly string[];
}

/** A cap with its rate parsed once. @internal */
export interface ReadCap<C extends CurrencyCode> extends LiabilityCap<C> {
  readonly number: ExactNumber;
}

/** A head of loss with its caps parsed. @internal */
export interface ReadHead<C extends CurrencyCode> extends LossHead<C> {
  readonly caps?: readonly ReadCap<C>[];
}

/** What is payable of a loss, and what limits it. */
export class LimitedLiability<C extends CurrencyCode> {
  /** @internal */
  readonly loss: Money<C>;
  /** @internal */
  readonly applied: readonly ReadCap<C>[];
  /** @internal */
  readonly head: ReadHead<C> | undefined;
  /** @internal */
  readonly excludedBy: string | undefined;
  /** @internal */
  readonly unmet: readonly string[];
  /** @internal */
  readonly rounding: Rounding;
  /** The minor units of the least room; absent if no cap applies. @internal */
  readonly roomUnits: number | bigint | undefined;
  /** The index of the cap with the least room. @internal */
  readonly least: number;

  /** @internal */
  constructor(
    loss: Money<C>,
    applied: readonly ReadCap<C>[],
    head: ReadHead<C> | undefined,
    excludedBy: string | undefined,
    unmet: readonly string[],
    rounding: Rounding,
  ) {
    let least = 0;
    let room: number | bigint | undefined;
    // Amounts are computed now and wrapped in Money on access.
    for (let at = 0; at < applied.length; at += 1) {
      const units = roomUnits(applied[at] as ReadCap<C>, rounding);
      if (room !== undefined && units >= room) continue;
      room = units;
      least = at;
    }
    this.loss = loss;
    this.applied = applied;
    this.head = head;
    this.excludedBy = excludedBy;
    this.unmet = unmet;
    this.rounding = rounding;
    this.roomUnits = room;
    this.least = least;
  }

  /** The amount to be compensated. */
  get payable(): Money<C> {
    const { loss, room } = this;
    if (this.because !== undefined) return moneyOfUnits(0, loss.currency);
    return this.binds ? (room as Money<C>) : loss;
  }

  /** The clause of the cap that reduced the amount; undefined if none did. */
  get bindingCap(): string | undefined {
    return this.because === undefined && this.binds ? this.applied[this.least]?.clause : undefined;
  }

  /** The least amount left under any cap before this loss; undefined if no cap applies. */
  get room(): Money<C> | undefined {
    return this.roomUnits === undefined ? undefined : moneyOf(this.roomUnits, this.loss.currency);
  }

  /** Why nothing is payable regardless of the caps; undefined if only the caps matter. */
  get because(): 'excluded' | 'condition-not-met' | undefined {
    if (this.excludedBy !== undefined || this.head?.treatment === 'excluded') return 'excluded';
    return this.unmet.length > 0 ? 'condition-not-met' : undefined;
  }

  /** Whether a cap leaves less than the loss. @internal */
  get binds(): boolean {
    const { loss, roomUnits } = this;
    return roomUnits !== undefined && roomUnits < (loss.bigUnits ?? loss.units);
  }

  /** The figures needed to check the amount by hand. */
  get basis(): LimitedLiabilityBasis<C> {
    const { loss, head, excludedBy, rounding } = this;
    return {
      loss,
      caps: Object.freeze(
        this.applied.map(({ number, ...cap }) => ({
          ...cap,
          cap: timesDecimal(cap.base, number, rounding),
          room: moneyOf(roomUnits({ number, ...cap }, rounding), loss.currency),
        })),
      ),
      ...(head !== undefined && { head: head.head, treatment: head.treatment }),
      ...(excludedBy !== undefined && { excludedBy }),
      unmet: Object.freeze([...this.unmet]),
    };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { payable, bindingCap, room, because, basis } = this;
    return { payable, bindingCap, room, because, basis };
  }
}

function roomUnits({ base, used, number: rate }: ReadCap<CurrencyCode>, rounding: Rounding): number | bigint {
  const room = capRoom(base.units, used.units, rate.units, denominatorOf(rate), rounding);
  if (!Number.isNaN(room)) return room;
  return capRoomBig(base.minorUnits, used.minorUnits, bigUnitsOf(rate), bigDenominatorOf(rate), rounding);
}
