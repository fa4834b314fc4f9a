import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from '../money/currency.js';
import { powerOfTen } from '../money/decimalNumber.js';
import { areFrozen } from '../money/frozenPayments.js';
import { isPlainSum, type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import { epochDayOf, readEpochDay } from '../time/dayInput.js';
import { isoOfEpochDay, noDay } from '../time/epochDay.js';
import type { DailyRate, PartPayment } from './latePaymentPenalty.js';
import type { PaidParts, RateSteps } from './penaltyTimeline.js';

/** The payments toward an overdue sum, in the order of their days. @internal */
export interface Payments extends PaidParts {
  readonly currency: CurrencyCode | undefined;
  readonly amounts: readonly Money[];
}

/** The rates of a penalty, in the order of their days. @internal */
export interface Rates extends RateSteps {
  readonly texts: readonly Rate[];
  /** Decimal places of the rate that has most. */
  readonly scale: number;
}

/** @internal */
export const noPayments: Payments = { currency: undefined, days: [], amounts: [] };

const readWithTheirDay = /* @__PURE__ */ new WeakMap<object, Payments>();
const readWithoutTheirDay = /* @__PURE__ */ new WeakMap<object, Payments>();

/** Reads the payments toward an overdue sum; of lists that cannot change, once. @internal */
export function readPayments(
  payments: readonly PartPayment<CurrencyCode>[],
  currency: CurrencyCode,
  countPaymentDay: boolean,
): Payments {
  const kept = countPaymentDay ? readWithTheirDay : readWithoutTheirDay;
  const known = kept.get(payments);
  // A sum in another currency is refused by its place in the list.
  if (known !== undefined && known.currency === currency) return known;
  const read = readList(payments, currency, countPaymentDay);
  if (areFrozen(payments)) kept.set(payments, { currency, days: [...read.days], amounts: [...read.amounts] });
  return read;
}

function readList(
  payments: readonly PartPayment<CurrencyCode>[],
  currency: CurrencyCode,
  countPaymentDay: boolean,
): Payments {
  if (!Array.isArray(payments)) refuse('argument-invalid', 'payments', payments, 'a list of { paidOn, amount }');
  const count = payments.length;
  const days = new Array<number>(count);
  const amounts = new Array<Money>(count);
  let inOrder = true;
  for (let at = 0; at < count; at += 1) {
    const payment = payments[at];
    if (typeof payment !== 'object' || payment === null)
      refuse('argument-invalid', `payments.${at}`, payment, '{ paidOn, amount }');
    const { amount } = payment;
    if (!isPlainSum(amount, currency)) {
      requireCurrency(amount, currency, `payments.${at}.amount`);
      requireNotNegative(amount, `payments.${at}.amount`);
    }
    let day = readEpochDay(payment.paidOn);
    if (day === noDay) day = epochDayOf(payment.paidOn, `payments.${at}.paidOn`);
    if (countPaymentDay) day += 1;
    if (at > 0 && day < (days[at - 1] as number)) inOrder = false;
    days[at] = day;
    amounts[at] = amount;
  }
  if (inOrder) return { currency, days, amounts };
  const order = days.map((_, at) => at).sort((a, b) => (days[a] as number) - (days[b] as number) || a - b);
  const ordered = <T>(list: readonly T[]): T[] => order.map((at) => list[at] as T);
  return { currency, days: ordered(days), amounts: ordered(amounts) };
}

/** Reads the rates of a penalty; where it asks about late days, the first must have one. @internal */
export function readRates(rates: readonly DailyRate[], dueOn: number, looksPastDue: boolean): Rates {
  if (!Array.isArray(rates) || rates.length === 0)
    refuse('argument-invalid', 'rates', rates, 'a list with at least one rate');
  const only = rates[0];
  return rates.length === 1 && only?.effectiveOn === undefined
    ? onlyRate(only?.dailyRate)
    : readChanges(rates, dueOn, looksPastDue);
}

function readChanges(rates: readonly DailyRate[], dueOn: number, looksPastDue: boolean): Rates {
  const read = rates.map((rate, at) => ({
    from:
      rate?.effectiveOn === undefined
        ? Number.NEGATIVE_INFINITY
        : epochDayOf(rate.effectiveOn, `rates.${at}.effectiveOn`),
    text: rate?.dailyRate,
    number: parseRate(rate?.dailyRate, `rates.${at}.dailyRate`),
    at,
  }));
  read.sort((a, b) => (a.from === b.from ? a.at - b.at : a.from < b.from ? -1 : 1));
  for (let at = 1; at < read.length; at += 1)
    if (read[at]?.from === read[at - 1]?.from)
      refuse(
        'argument-invalid',
        `rates.${read[at]?.at}.effectiveOn`,
        rates[read[at]?.at ?? 0]?.effectiveOn,
        'a day no other rate starts on',
      );
  const first = read[0]?.from as number;
  if (first > dueOn + 1 && looksPastDue)
    refuse(
      'term-not-in-force',
      'rates',
      isoOfEpochDay(dueOn + 1),
      `a rate in force on that day; the first starts on ${isoOfEpochDay(first)}`,
    );
  const scale = read.reduce((most, { number }) => Math.max(most, number.scale), 0);
  return {
    days: read.slice(1).map((rate) => rate.from),
    units: read.map(({ number }) => number.units * powerOfTen(scale - number.scale)),
    texts: read.map((rate) => rate.text),
    scale,
  };
}

/** One rate from the beginning on. The last one is remembered: a run over many accounts asks for the same again and again. */
function onlyRate(text: Rate): Rates {
  if (lastOnly !== undefined && lastOnly.texts[0] === text) return lastOnly;
  const { units, scale } = parseRate(text, 'rates.0.dailyRate');
  lastOnly = { days: [], units: [units], texts: [text], scale };
  return lastOnly;
}

let lastOnly: Rates | undefined;
