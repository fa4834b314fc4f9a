/** `#decimal` under the import condition `decimal-on-demand`: decimal.js is not there until `loadDecimal` has loaded it. */
import type { Decimal as PublicDecimal } from 'decimal.js';
import { refuse } from '../errors/agreementError.js';

let loaded: typeof PublicDecimal | undefined;

/** Called with `new`, as the constructor it stands for: gives a Decimal of that once it is loaded. @internal */
export const OfertaDecimal = function loadedDecimal(text: string): PublicDecimal {
  if (loaded === undefined)
    return refuse('argument-invalid', 'amount', text, 'toString() or minorUnits, or await loadDecimal() first');
  return new loaded(text);
} as unknown as typeof PublicDecimal;

/** Loads decimal.js. @internal */
export async function loadDecimalLibrary(): Promise<void> {
  ({ OfertaDecimal: loaded } = await import('./decimalLibrary.js'));
}
