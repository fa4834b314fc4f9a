/** Schedules: prices or rates that each apply from a day until the next one starts. */
import { refuse } from '../errors/agreementError.js';
import { isoOfEpochDay } from './epochDay.js';

/** The first day of an entry that has always been in force. @internal */
export const always: number = Number.NEGATIVE_INFINITY;

/**
 * The places of the first days of a schedule in ascending order; undefined if they already ascend, so that the usual
 * case allocates nothing.
 *
 * @param from First days as epoch days, or {@link always}.
 * @param field The list, for errors: `'rates'`.
 * @param entry One of its entries, for errors: `'rate'`.
 * @throws {@link AgreementError} `argument-invalid` if two entries start on the same day.
 * @internal
 */
export function orderOfDays(from: readonly number[], field: string, entry: string): readonly number[] | undefined {
  let ascends = true;
  for (let at = 1; at < from.length && ascends; at += 1) ascends = (from[at] as number) > (from[at - 1] as number);
  if (ascends) return undefined;
  const dayAt = (at: number | undefined): number => from[at as number] as number;
  // Infinities cannot be subtracted.
  const order = Array.from(from, (_, at) => at).sort((a, b) =>
    dayAt(a) === dayAt(b) ? a - b : dayAt(a) < dayAt(b) ? -1 : 1,
  );
  for (let at = 1; at < order.length; at += 1) {
    const place = order[at];
    const day = dayAt(place);
    if (day === dayAt(order[at - 1])) {
      const printed = day === always ? undefined : isoOfEpochDay(day);
      refuse('argument-invalid', `${field}.${place}.effectiveOn`, printed, `a day no other ${entry} starts on`);
    }
  }
  return order;
}

/**
 * The place of the entry in force on a day.
 *
 * @param from First days in ascending order.
 * @throws {@link AgreementError} `term-not-in-force` on the days before the first entry.
 * @internal
 */
export function placeInForce(from: readonly number[], day: number, field: string, entry: string): number {
  const first = from[0] as number;
  if (day < first)
    refuse(
      'term-not-in-force',
      field,
      isoOfEpochDay(day),
      `a ${entry} in force on that day; the first starts on ${isoOfEpochDay(first)}`,
    );
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] as number) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
