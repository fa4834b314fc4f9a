import { readFileSync } from 'node:fs';
import { money } from 'oferta';
import { Refusal } from './refusal.mjs';

/**
 * The terms of a provider's desk: which events of its agreement are an opening, a price change, a top-up or a refund, and which fact
 * contains the price list. Data, so that the program works for any agreement.
 *
 * @param {string} file
 */
export function readTerms(file) {
  const terms = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of ['agreement', 'opening', 'topUp'])
    if (terms[name] === undefined) throw new Refusal('terms-invalid', `${file}: ${name} is missing`);
  return terms;
}

/** An amount in minor units as the events of an agreement contain it. @param {number | bigint} units @param {string} currency */
export function sumOfUnits(units, currency) {
  const digits = String(units < 0 ? -units : units);
  const places = decimalsOf(currency);
  const padded = digits.padStart(places + 1, '0');
  const whole = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  return { amount: `${units < 0 ? '-' : ''}${whole}`, currency };
}

/** An amount of an agreement in minor units. @param {{ amount: string, currency: string }} sum */
export function unitsOfSum({ amount, currency }) {
  const units = money(amount, currency).minorUnits;
  if (units > Number.MAX_SAFE_INTEGER || units < Number.MIN_SAFE_INTEGER)
    throw new Refusal('sum-too-large', `${amount} ${currency} is more than an account can hold`);
  return Number(units);
}

const decimals = new Map();

function decimalsOf(currency) {
  let known = decimals.get(currency);
  if (known === undefined) {
    known = money(1n, currency).toJSON().amount.split('.')[1]?.length ?? 0;
    decimals.set(currency, known);
  }
  return known;
}

/**
 * All events of an account through a day, in the form of the agreement.
 *
 * @param {object} terms
 * @param {object} source The account with its top-ups, refunds, other events and the prices of its tariff.
 * @param {string} currency
 */
export function eventsOf(terms, source, currency) {
  const { tariff, openedOn, openedAt, prices } = source;
  const events = [];
  const add = (templates, prefix, context) =>
    templates.forEach((template, at) => {
      events.push({ id: templates.length === 1 ? prefix : `${prefix}.${at + 1}`, ...filled(template, context) });
    });
  const first = prices.findLast(({ effectiveOn }) => effectiveOn <= openedOn) ?? prices[0];
  const opening = { tariff, openedOn, openedAt, nothing: sumOfUnits(0, currency) };
  if (first !== undefined) opening.price = sumOfUnits(first.amount, currency);
  add(terms.opening, 'opening', opening);
  for (const { effectiveOn, announcedOn, amount } of prices)
    if (effectiveOn > openedOn)
      add(terms.priceChange ?? [], `price-${effectiveOn}`, {
        tariff,
        effectiveOn,
        announcedOn: announcedOn > openedOn ? announcedOn : openedOn,
        price: sumOfUnits(amount, currency),
      });
  for (const { id, day, at, amount } of source.topUps)
    add(terms.topUp, id, { id, on: day, at, tariff, amount: sumOfUnits(amount, currency) });
  for (const { id, day, at, closes } of source.refunds)
    add((closes ? terms.closing : terms.refund) ?? [], id, { id, on: day, at, tariff });
  for (const { id, day, body } of source.events) events.push({ ...JSON.parse(body), id, on: day });
  return events;
}

function filled(template, context) {
  const result = {};
  for (const [name, value] of Object.entries(template)) {
    const read = typeof value === 'string' && value.startsWith('=') ? context[value.slice(1)] : value;
    if (read !== undefined && read !== null) result[name] = read;
  }
  return result;
}
