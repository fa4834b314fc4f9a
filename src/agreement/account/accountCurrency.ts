import { isList } from '../../errors/isList.js';
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import { isMoney } from '../../money/money.js';
import { Agreement } from '../model/definedAgreement.js';
import type { AgreementEditions } from '../model/timeline.js';
import type { AccountEvent } from './accountEvent.js';

/**
 * The currency of an account under an agreement with several: that of the first amount in its events, sorted by day,
 * `seq` and id, so that it does not depend on the order in which they arrived. Undefined if the agreement has only one,
 * or no event contains an amount.
 *
 * @internal
 */
export function accountCurrency(
  agreement: AgreementEditions,
  events: readonly AccountEvent[],
): CurrencyCode | undefined {
  const editions = agreement instanceof Agreement ? [agreement] : agreement;
  if (!Array.isArray(editions) || editions.every((edition) => edition?.data?.currencies.length === 1)) return undefined;
  if (!isList(events)) return undefined;
  const carrying = events.flatMap((event) => {
    const currency = currencyIn(event);
    return currency === undefined ? [] : [{ event, currency }];
  });
  const key = ({ event: { on, seq = 0, id } }: (typeof carrying)[number]) => ({ on: String(on), seq, id: String(id) });
  carrying.sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    return compare(a.on, b.on) || a.seq - b.seq || compare(a.id, b.id);
  });
  return carrying[0]?.currency;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Events are never nested this deep, but a circular value is. */
const deepest = 64;

/** The currency of an amount anywhere in the fields of an event. */
function currencyIn(value: unknown, depth = 0): CurrencyCode | undefined {
  if (isMoney(value)) return value.currency;
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown };
  if (typeof amount === 'string' && isKnownCurrency(currency)) return currency;
  for (const part of Object.values(value)) {
    const found = currencyIn(part, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
