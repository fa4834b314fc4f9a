import type { Decimal as PublicDecimal } from 'decimal.js';

/** @internal */
export { OfertaDecimal } from '#decimal';

/** A decimal number of decimal.js. */
export type Decimal = PublicDecimal;

/**
 * The digits of a Decimal made by any copy of decimal.js 10, or undefined for anything else.
 *
 * @internal
 */
export function decimalText(value: unknown): string | undefined {
  try {
    // Every version 10 of decimal.js has this tag; `isDecimal` does not recognize instances of versions before 10.3.
    if (Object.prototype.toString.call(value) !== '[object Decimal]') return undefined;
    // A Decimal of 10^1000000 takes little memory, but its digits do not.
    if (Math.abs((value as Decimal).e) > 60) return undefined;
    return (value as Decimal).toFixed();
  } catch {
    // A Decimal of another copy is recognized by its tag only, which any object can have.
    return undefined;
  }
}
