/**
 * A second way to keep the account of the laws: day by day, in whole minor units, with nothing of the library. It knows one agreement, whose
 * rules it repeats in its own words.
 */
export interface PlainEvent {
  readonly id: string;
  readonly kind: 'priced' | 'toppedUp' | 'bonusGranted' | 'bought' | 'refunded' | 'ended';
  /** Days after 1 January 2026. */
  readonly day: number;
  readonly seq: number;
  /** In minor units. */
  readonly sum: number;
  readonly purchase: string;
}

export interface PlainAccount {
  /** Account, day (after 1 January 2026) and sum of each movement, in order. */
  readonly movements: readonly (readonly [string, number, number])[];
  readonly cash: number;
  readonly bonus: number;
  readonly owed: number;
  readonly status: string;
}

/** Half a unit goes up; of sums of zero or more. */
const share = (price: number, k: number, n: number): number => Math.floor((2 * price * k + n) / (2 * n));

export function plainAccount(events: readonly PlainEvent[], lastDay: number): PlainAccount {
  const inOrder = events.toSorted((a, b) => a.day - b.day || a.seq - b.seq);
  const movements: [string, number, number][] = [];
  const bought = new Map<string, { bonus: number; cash: number }>();
  /** Debts of purchases and of days, oldest first. */
  const debts: { left: number; purchase?: string }[] = [];
  let [cash, bonus, price, status] = [0, 0, 0, 'none'];
  const take = (sum: number, purchase?: string): void => {
    const ofBonus = Math.min(bonus, sum);
    const ofCash = Math.min(cash, sum - ofBonus);
    bonus -= ofBonus;
    cash -= ofCash;
    if (purchase !== undefined) bought.set(purchase, { bonus: ofBonus, cash: ofCash });
    const left = sum - ofBonus - ofCash;
    if (left > 0) debts.push({ left, ...(purchase !== undefined && { purchase }) });
  };
  /** What is left after debts. */
  const pay = (sum: number, wallet: 'cash' | 'bonus'): number => {
    let left = sum;
    for (const debt of debts) {
      const paid = Math.min(debt.left, left);
      debt.left -= paid;
      left -= paid;
      const purchase = debt.purchase === undefined ? undefined : bought.get(debt.purchase);
      if (purchase !== undefined) purchase[wallet] += paid;
    }
    return left;
  };
  let at = 0;
  for (let day = inOrder[0]?.day ?? lastDay + 1; day <= lastDay; day += 1) {
    for (; inOrder[at]?.day === day; at += 1) {
      const { kind, sum, purchase } = inOrder[at] as PlainEvent;
      if (kind === 'toppedUp') {
        cash += pay(sum, 'cash');
        movements.push(['balance', day, sum]);
      } else if (status === 'over') continue;
      else if (kind === 'priced') [price, status] = [sum, 'active'];
      else if (kind === 'ended') status = 'over';
      else if (kind === 'bonusGranted') {
        bonus += pay(sum, 'bonus');
        movements.push(['balance', day, sum]);
      } else if (kind === 'bought' && !bought.has(purchase)) {
        take(sum, purchase);
        movements.push(['balance', day, -sum]);
      } else if (kind === 'refunded' && bought.has(purchase)) {
        const of = bought.get(purchase) as { bonus: number; cash: number };
        const back = Math.min(sum, of.cash + of.bonus);
        const paidOut = Math.min(back, of.cash);
        const asBonus = back - paidOut;
        of.cash -= paidOut;
        of.bonus -= asBonus;
        if (paidOut > 0) movements.push(['payout', day, paidOut]);
        if (asBonus > 0) {
          movements.push(['balance', day, asBonus]);
          bonus += pay(asBonus, 'bonus');
        }
      }
    }
    if (status !== 'active' || price === 0) continue;
    const date = new Date(Date.UTC(2026, 0, 1 + day));
    const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    const cost = share(price, date.getUTCDate(), length) - share(price, date.getUTCDate() - 1, length);
    if (cost === 0) continue;
    take(cost);
    movements.push(['balance', day, -cost]);
  }
  return { movements, cash, bonus, owed: debts.reduce((sum, { left }) => sum + left, 0), status };
}
