import { addMoney } from '../../money/addMoney.js';
import type { Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { DebtState } from './debts.js';
import type { AccountState } from './state.js';

/**
 * What was owed together with a debt: `total` is this debt in full plus what was left of the others; `group` is the sum
 * of all debts owed at the same time, each in full. For a debt that was paid off, this refers to the day it was paid,
 * ignoring later debts.
 *
 * @internal
 */
export class DebtsTogether {
  readonly #state: AccountState;
  readonly #groups: Map<string, Money> = new Map();
  /**
   * The amount owed at the end of each day on which it changed, oldest first; computed when needed for a debt that was
   * paid off.
   */
  #owed: { readonly days: readonly number[]; readonly sums: readonly Money[] } | undefined;

  constructor(state: AccountState) {
    this.#state = state;
    for (const { together, amount } of state.debts.all) {
      const before = this.#groups.get(together);
      this.#groups.set(together, before === undefined ? amount : addMoney(before, amount));
    }
  }

  of(debt: DebtState): { readonly total: Money; readonly group: Money } {
    const others =
      debt.left.units === 0
        ? this.#owedOn(debt.payments[debt.payments.length - 1]?.paidOn as string)
        : subtractMoney(this.#state.debts.owed, debt.left);
    return { total: addMoney(debt.amount, others), group: this.#groups.get(debt.together) as Money };
  }

  /** The amount owed at the end of a day. */
  #owedOn(on: string): Money {
    this.#owed ??= this.#history();
    const { days, sums } = this.#owed;
    const day = epochDayOf(on, 'on');
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return sums[low - 1] ?? this.#state.nothing;
  }

  #history(): { readonly days: readonly number[]; readonly sums: readonly Money[] } {
    const { debts, nothing } = this.#state;
    const changes = debts.all.flatMap(({ since, amount, payments }) => [
      { day: epochDayOf(since, 'since'), by: amount },
      ...payments.map((payment) => ({
        day: epochDayOf(payment.paidOn, 'paidOn'),
        by: subtractMoney(nothing, payment.amount),
      })),
    ]);
    changes.sort((a, b) => a.day - b.day);
    let sum = nothing;
    const sums = changes.map(({ by }) => {
      sum = addMoney(sum, by);
      return sum;
    });
    return { days: changes.map(({ day }) => day), sums };
  }
}
