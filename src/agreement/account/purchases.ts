import { addMoney } from '../../money/addMoney.js';
import { minMoney } from '../../money/minMoney.js';
import type { Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { Wallet } from '../model/agreement.js';
import type { RefundOf } from '../model/posting.js';
import type { Taken } from './lot.js';
import type { PurchasePart, PurchaseState } from './namedValues.js';

/** What is left of a purchase to refund: all of it, or with wallets the part that can be paid out. @internal */
export function leftOf(purchase: PurchaseState, nothing: Money, payableOf?: readonly Wallet[]): Money {
  return purchase.parts.reduce(
    (sum, part) =>
      payableOf === undefined || isPayable(part, payableOf)
        ? addMoney(sum, subtractMoney(part.paid, part.returned))
        : sum,
    nothing,
  );
}

/** Money outside of any wallet can be paid out. */
function isPayable({ wallet }: PurchasePart, wallets: readonly Wallet[]): boolean {
  return wallet === undefined || wallets.find(({ name }) => name === wallet)?.payable !== false;
}

/** The refund of a purchase. @internal */
export interface PurchaseRefund {
  /** The purchase after it. */
  readonly purchase: PurchaseState;
  readonly cash: Money;
  /** What goes to the balance, by the wallets it was paid from. */
  readonly toBalance: readonly Taken[];
}

/**
 * Takes a refund from what is left of a purchase. Money that cannot be paid out returns to its wallet, even if the
 * refund is in cash; a refund never exceeds what is left of the purchase.
 *
 * @internal
 */
export function refundPurchase(
  purchase: PurchaseState,
  refund: { readonly cash: Money; readonly toBalance: Money },
  wallets: readonly Wallet[] | undefined,
  first: RefundOf['first'],
): PurchaseRefund {
  const parts = [...purchase.parts];
  const order = [...parts.keys()];
  if (first === 'lastSpent') order.reverse();
  const take = (amount: Money, counts: (part: PurchasePart) => boolean): readonly Taken[] => {
    const taken: Taken[] = [];
    let left = amount;
    for (const at of order) {
      const part = parts[at] as PurchasePart;
      if (!counts(part)) continue;
      const back = minMoney(subtractMoney(part.paid, part.returned), left);
      if (back.units === 0) continue;
      parts[at] = { ...part, returned: addMoney(part.returned, back) };
      taken.push({ ...(part.wallet !== undefined && { wallet: part.wallet }), amount: back });
      left = subtractMoney(left, back);
    }
    return taken;
  };
  const nothing = subtractMoney(refund.cash, refund.cash);
  const sumOf = (taken: readonly Taken[]): Money => taken.reduce((sum, { amount }) => addMoney(sum, amount), nothing);
  const cash = sumOf(take(refund.cash, (part) => wallets === undefined || isPayable(part, wallets)));
  // Cash that was requested but cannot be paid out returns to its wallet.
  const toBalance = take(addMoney(subtractMoney(refund.cash, cash), refund.toBalance), () => true);
  return { purchase: { ...purchase, parts }, cash, toBalance };
}
