import { loadDecimalLibrary } from '#decimal';

/**
 * Loads decimal.js. It is always there, unless the program was built under the import condition `decimal-on-demand`: then the `amount` of a
 * {@link Money}, which is a Decimal, is refused until it was loaded. Every sum is computed without it.
 *
 * @example
 * ```ts
 * await loadDecimal();
 * money('120.00', 'KZT').amount.plus(1).toString() // => '121'
 * ```
 */
export async function loadDecimal(): Promise<void> {
  await loadDecimalLibrary();
}
