/** Facts of the Introvert agreement that its audits share. */
import { usd } from '../support/amountsAsJson.js';

/** One payment of `amount` for a package of `price`; in full unless a price is given. */
export const paid = (paidOn: string, amount = '100.00', price = amount) => ({
  payments: [{ paidOn, amount: usd(amount) }],
  price: usd(price),
});
