import { Decimal as PublicDecimal } from 'decimal.js';

/** A decimal number as decimal.js has it. */
export type Decimal = PublicDecimal;

/**
 * A constructor of our own: 40 digits (the default of 20 loses cents) and deaf to what a program sets on the global one.
 *
 * @internal
 */
export const OfertaDecimal: typeof PublicDecimal = /* @__PURE__ */ PublicDecimal.clone({
  defaults: true,
  precision: 40,
});

/**
 * The digits of a Decimal made by any copy of decimal.js 10, or undefined for anything else.
 *
 * @internal
 */
export function decimalText(value: unknown): string | undefined {
  try {
    // Every decimal.js 10 has this tag; `isDecimal` does not know the copies before 10.3.
    if (Object.prototype.toString.call(value) !== '[object Decimal]') return undefined;
    // A Decimal of 10^1000000 is small to hold and too long to write out.
    if (Math.abs((value as Decimal).e) > 60) return undefined;
    return (value as Decimal).toFixed();
  } catch {
    // A copy of decimal.js is known by a tag alone, which any object can carry.
    return undefined;
  }
}
