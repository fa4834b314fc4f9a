/** An agreement of the examples, ready to be asked; read once. */
import { readFileSync } from 'node:fs';

const read = new Map();

export function agreementOf(name, { library, agreements, calendars }) {
  if (!read.has(name)) {
    const file = new URL(`../../../examples/${name}/agreement.json`, import.meta.url);
    const agreement = agreements.defineAgreement(JSON.parse(readFileSync(file, 'utf8')), {
      calendars: [...calendars.values()],
    });
    read.set(name, agreement);
  }
  const agreement = read.get(name);
  return {
    library,
    agreement,
    evaluate: (address, facts) => agreements.evaluate(agreement, address, facts),
    decide: (question, facts) => agreements.decide(agreement, question, facts),
    replay: (events, asOf) => agreements.replay(agreement, events, asOf),
    under: (readings) => agreements.withReadings(agreement, readings),
  };
}

/** Amounts as facts, to two places however the records write them. */
export const kzt = (amount) => amountIn(amount, 'KZT');
export const rub = (amount) => amountIn(amount, 'RUB');
export const usd = (amount) => amountIn(amount, 'USD');

function amountIn(amount, currency) {
  const [whole, decimals = ''] = amount.split('.');
  return { amount: `${whole}.${decimals.padEnd(2, '0')}`, currency };
}

/** The amount of a sum, as the records write it. */
export function amountOf(money) {
  return money.toJSON().amount;
}
