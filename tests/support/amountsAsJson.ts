/** An amount as facts, events and answers write it. */
export interface AmountAsJson<C extends string> {
  readonly amount: string;
  readonly currency: C;
}

/** Amounts as JSON writes them; as the primitives take them: `amounts.ts`. */
export const kzt = (amount: string): AmountAsJson<'KZT'> => ({ amount, currency: 'KZT' });
export const rub = (amount: string): AmountAsJson<'RUB'> => ({ amount, currency: 'RUB' });
export const usd = (amount: string): AmountAsJson<'USD'> => ({ amount, currency: 'USD' });
export const eur = (amount: string): AmountAsJson<'EUR'> => ({ amount, currency: 'EUR' });
