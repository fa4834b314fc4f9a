/**
 * Payments in one list of numbers: for each the day, then the minor units, which are NaN unless they are a safe integer.
 * A single list of doubles takes a fraction of the memory of a list of objects, and of the time to create it.
 *
 * @internal
 */
export type PackedPayments = readonly number[];

/** A list for a number of payments, to be filled with {@link setPayment}. @internal */
export function packedPayments(count: number): number[] {
  const packed = new Array<number>(2 * count);
  // Start with a double: V8 would otherwise have to convert an array of small integers at the first amount beyond 31
  // bits.
  if (count > 0) packed[0] = 0.5;
  return packed;
}

/** Sets the day and the minor units of a payment. @internal */
export function setPayment(packed: number[], at: number, day: number, units: number): void {
  packed[2 * at] = day;
  packed[2 * at + 1] = units;
}

/** The number of payments. @internal */
export function paymentCount(packed: PackedPayments): number {
  // A shift stays an integer in V8; half the length would be a double, and every loop over payments a tenth slower.
  return packed.length >>> 1;
}

/** The day of a payment. @internal */
export function paymentDay(packed: PackedPayments, at: number): number {
  return packed[2 * at] as number;
}

/** The minor units of a payment, NaN unless they are a safe integer. @internal */
export function paymentUnits(packed: PackedPayments, at: number): number {
  return packed[2 * at + 1] as number;
}
