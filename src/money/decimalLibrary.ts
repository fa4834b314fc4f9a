/** `#decimal` by default: decimal.js, in the bundle with the sums that use it. */
import { Decimal as PublicDecimal } from 'decimal.js';

/**
 * Our own constructor, with 40 digits (the default of 20 loses cents) and independent of the configuration of the
 * global one.
 *
 * @internal
 */
export const OfertaDecimal: typeof PublicDecimal = /* @__PURE__ */ PublicDecimal.clone({
  defaults: true,
  precision: 40,
});

/** It was imported with the code that uses it, so there is nothing to load. @internal */
export async function loadDecimalLibrary(): Promise<void> {}
