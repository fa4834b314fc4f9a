import { fromMinorUnits, type Money, money } from 'oferta';

/** Amounts as the primitives take them; as JSON writes them: `amountsAsJson.ts`. */
export const kzt = (amount: string): Money<'KZT'> => money(amount, 'KZT');
export const rub = (amount: string): Money<'RUB'> => money(amount, 'RUB');
export const usd = (amount: string): Money<'USD'> => money(amount, 'USD');
export const eur = (amount: string): Money<'EUR'> => money(amount, 'EUR');
export const chf = (amount: string): Money<'CHF'> => money(amount, 'CHF');

/** An amount in tenge from its minor units. */
export const tiyn = (units: number): Money<'KZT'> => fromMinorUnits(units, 'KZT');
