import { isMoney, type Money, type MoneyJson, money } from '../../money/money.js';

/** An amount, or its JSON as in the literals of postings; undefined for any other value. @internal */
export function amountOf(value: unknown): Money | undefined {
  if (isMoney(value)) return value;
  const { amount, currency } = (value ?? {}) as Partial<MoneyJson>;
  return amount !== undefined && currency !== undefined ? money(amount, currency) : undefined;
}
