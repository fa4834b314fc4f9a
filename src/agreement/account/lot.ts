import type { Money } from '../../money/money.js';

/** Credited money in the state. @internal */
export interface LotState {
  readonly creditedOn: string;
  readonly amount: Money;
  readonly left: Money;
  readonly wallet?: string;
  readonly expiresOn?: string;
  readonly posting?: string;
  readonly cause?: string;
}

/** Where credited money came from and how long it lasts. @internal */
export type LotOrigin = Omit<LotState, 'amount' | 'left' | 'creditedOn'>;

/** An amount from a wallet, or from the only one. @internal */
export interface Taken {
  readonly wallet?: string;
  readonly amount: Money;
}

/** A credit without wallet and expiry, as on most accounts. */
class PlainLot implements LotState {
  readonly creditedOn: string;
  readonly amount: Money;
  readonly left: Money;

  constructor(creditedOn: string, amount: Money, left: Money) {
    this.creditedOn = creditedOn;
    this.amount = amount;
    this.left = left;
  }
}

/** A credit of which something is left. @internal */
export function lotOf(creditedOn: string, amount: Money, left: Money, origin: LotOrigin): LotState {
  const { wallet, expiresOn, posting, cause } = origin;
  return wallet === undefined && expiresOn === undefined && posting === undefined && cause === undefined
    ? new PlainLot(creditedOn, amount, left)
    : { creditedOn, ...origin, amount, left };
}

/** A credit with another remainder. @internal */
export function lotWith(lot: LotState, left: Money): LotState {
  return lot.wallet === undefined && lot.expiresOn === undefined
    ? new PlainLot(lot.creditedOn, lot.amount, left)
    : { ...lot, left };
}
