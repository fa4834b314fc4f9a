import { addMoney } from '../../money/addMoney.js';
import { allocate } from '../../money/allocate.js';
import { compareMoney } from '../../money/compareMoney.js';
import { maxMoney } from '../../money/maxMoney.js';
import { minMoney } from '../../money/minMoney.js';
import type { Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import type { SharedCap } from '../model/posting.js';

/** The accrual on one debt by itself, with its cap. @internal */
export interface Alone {
  readonly amount: Money;
  readonly cap: Money;
}

/**
 * Distributes a shared cap over several debts: together they accrue no more than the highest of their caps, to the
 * minor unit. Below the cap every debt keeps its own accrual.
 *
 * @internal
 */
export function sharesUnderCap(alone: readonly Alone[], share: SharedCap['share']): readonly Money[] {
  const [first] = alone;
  if (first === undefined) return [];
  const cap = alone.reduce((most, other) => maxMoney(most, other.cap), first.cap);
  const whole = alone.reduce((sum, { amount }) => addMoney(sum, amount), subtractMoney(cap, cap));
  if (compareMoney(whole, cap) <= 0) return alone.map(({ amount }) => amount);
  if (share === 'proportionally')
    return allocate({
      total: cap,
      ratios: alone.map(({ amount }) => amount.minorUnits.toString()),
      remainder: 'largestRemainder',
    });
  let left = cap;
  return alone.map(({ amount }) => {
    const own = minMoney(amount, left);
    left = subtractMoney(left, own);
    return own;
  });
}
