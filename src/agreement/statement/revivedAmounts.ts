import { isKnownCurrency } from '../../money/currency.js';
import { isMoney, type MoneyJson, money } from '../../money/money.js';

/** JSON with its amounts converted back to Money. @internal */
export function revivedAmounts(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || isMoney(json)) return json;
  const { amount, currency } = json as Partial<MoneyJson>;
  if (typeof amount === 'string' && isKnownCurrency(currency)) return money(amount, currency);
  return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, revivedAmounts(part)]));
}
