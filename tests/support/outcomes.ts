import type { AmountAsJson } from './amountsAsJson.js';

/** Outcomes of decision tables as JSON: `cash` is paid out, `toBalance` is credited, `owed` is owed. */
export const none = { is: 'none' };
export const state = (name: string): { is: string; state: string } => ({ is: 'state', state: name });
export const cash = (amount: AmountAsJson<string>) => ({ is: 'amount', cash: amount, toBalance: zero(amount) });
export const toBalance = (amount: AmountAsJson<string>) => ({ is: 'amount', cash: zero(amount), toBalance: amount });
export const owed = (amount: AmountAsJson<string>) => ({
  is: 'amount',
  cash: zero(amount),
  toBalance: zero(amount),
  owed: amount,
});

function zero({ currency }: AmountAsJson<string>): AmountAsJson<string> {
  return { amount: '0.00', currency };
}
