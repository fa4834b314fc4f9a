/** Which top-up a debit uses, if the order is not that of crediting or top-ups lapse: used by `refundableCredits`. */
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig } from '../money/money.js';

/**
 * Which top-up a debit uses first: the oldest; the one that expires first; promotional ones before paid ones, and among
 * them the oldest or the one that expires first. Ties are resolved by the day of crediting, then by the order of the
 * list.
 */
export type SpendingOrder =
  | 'oldestFirst'
  | 'earliestExpiryFirst'
  | 'promotionalThenOldest'
  | 'promotionalThenEarliestExpiry';

/** @internal */
export const spendingOrders: readonly SpendingOrder[] = [
  'oldestFirst',
  'earliestExpiryFirst',
  'promotionalThenOldest',
  'promotionalThenEarliestExpiry',
];

/** What debits leave of top-ups. @internal */
export interface SpentCredits<C extends CurrencyCode> {
  readonly left: readonly Money<C>[];
  /** What no debit used by the last day; absent if nothing lapses. */
  readonly lapsed?: readonly Money<C>[];
  readonly uncovered?: Money<C>;
}

interface Credited<C extends CurrencyCode> {
  readonly days: readonly number[];
  readonly amounts: readonly Money<C>[];
  readonly promotional: readonly boolean[];
}

/**
 * Takes debits from top-ups in the order of their days; both sides are sorted by day. On the same day top-ups come
 * before debits; what is missing for a debit is taken from the next top-ups before anything else. A top-up that lapses
 * can be spent through its last day.
 *
 * @internal
 */
export function spendDayByDay<C extends CurrencyCode>(
  credits: Credited<C>,
  untilDays: readonly number[],
  debits: { readonly days: readonly number[]; readonly amounts: readonly Money<C>[] },
  asOf: number,
  lapses: boolean,
  order: SpendingOrder,
): SpentCredits<C> {
  const rank = ranksOf(credits, untilDays, order);
  const open = new RankHeap(rank);
  const left = credits.amounts.map((amount) => amount.minorUnits);
  const lasts = (at: number, day: number): boolean => !lapses || (untilDays[at] as number) >= day;
  let owed = 0n;
  let credit = 0;
  for (let debit = 0; debit <= debits.days.length; debit += 1) {
    const day = debits.days[debit] ?? asOf;
    for (; credit < left.length && (credits.days[credit] as number) <= day; credit += 1) {
      open.push(credit);
      owed = take(open, left, owed, (at) => lasts(at, credits.days[credit] as number));
    }
    owed += debits.amounts[debit]?.minorUnits ?? 0n;
    owed = take(open, left, owed, (at) => lasts(at, day));
  }
  const { currency } = (credits.amounts[0] ?? debits.amounts[0] ?? {}) as Money<C>;
  const sums = (units: (at: number) => bigint): readonly Money<C>[] =>
    left.map((_, at) => moneyOfBig(units(at), currency));
  return {
    left: sums((at) => (lasts(at, asOf) ? (left[at] as bigint) : 0n)),
    ...(lapses && { lapsed: sums((at) => (lasts(at, asOf) ? 0n : (left[at] as bigint))) }),
    ...(owed > 0n && { uncovered: moneyOfBig(owed, currency) }),
  };
}

/**
 * Takes what is owed from the open top-ups in order, and returns what is still owed. Removes those used up or lapsed.
 */
function take(open: RankHeap, left: bigint[], owed: bigint, lasts: (at: number) => boolean): bigint {
  let rest = owed;
  while (rest > 0n && open.first !== undefined) {
    const at = open.first;
    const units = lasts(at) ? (left[at] as bigint) : 0n;
    if (units <= rest) open.pop();
    const taken = units < rest ? units : rest;
    left[at] = (left[at] as bigint) - taken;
    rest -= taken;
  }
  return rest;
}

/** The rank of each top-up in the order of spending. */
function ranksOf(
  credits: Credited<CurrencyCode>,
  untilDays: readonly number[],
  order: SpendingOrder,
): readonly number[] {
  const promotionalFirst = order === 'promotionalThenOldest' || order === 'promotionalThenEarliestExpiry';
  const expiryFirst = order === 'earliestExpiryFirst' || order === 'promotionalThenEarliestExpiry';
  // Indices are in the order of crediting, which resolves ties.
  const sorted = credits.days.map((_, at) => at);
  sorted.sort(
    (a, b) =>
      (promotionalFirst ? Number(credits.promotional[b]) - Number(credits.promotional[a]) : 0) ||
      (expiryFirst ? (untilDays[a] as number) - (untilDays[b] as number) : 0) ||
      a - b,
  );
  const ranks = new Array<number>(sorted.length);
  sorted.forEach((at, rank) => {
    ranks[at] = rank;
  });
  return ranks;
}

/** A binary heap of indices by rank. */
class RankHeap {
  private readonly heap: number[] = [];
  private readonly rank: readonly number[];

  constructor(rank: readonly number[]) {
    this.rank = rank;
  }

  get first(): number | undefined {
    return this.heap[0];
  }

  push(position: number): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(position);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.rankAt(above) <= this.rankAt(at)) break;
      this.swap(above, at);
      at = above;
    }
  }

  pop(): void {
    const { heap } = this;
    const last = heap.pop() as number;
    if (heap.length === 0) return;
    heap[0] = last;
    for (let at = 0; ; ) {
      const next = this.lessOf(2 * at + 1, 2 * at + 2);
      if (this.rankAt(next) >= this.rankAt(at)) return;
      this.swap(next, at);
      at = next;
    }
  }

  private lessOf(a: number, b: number): number {
    return this.rankAt(b) < this.rankAt(a) ? b : a;
  }

  private rankAt(at: number): number {
    const position = this.heap[at];
    return position === undefined ? Number.POSITIVE_INFINITY : (this.rank[position] as number);
  }

  private swap(a: number, b: number): void {
    const { heap } = this;
    [heap[a], heap[b]] = [heap[b] as number, heap[a] as number];
  }
}
