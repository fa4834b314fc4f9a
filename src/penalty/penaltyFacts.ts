import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from '../money/currency.js';
import { powerOfTen } from '../money/decimalNumber.js';
import { isPlainSum, type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import { epochDayOf, readEpochDay } from '../time/dayInput.js';
import { isoOfEpochDay, requireEpochDay } from '../time/epochDay.js';
import type { DailyRate, LatePaymentPenaltyTerms, PartPayment } from './latePaymentPenalty.js';
import type { BigPenaltyTimeline, PenaltyTimeline } from './penaltyTimeline.js';

/** What a penalty keeps of its terms: its own numbers, in ascending order; NaN where a sum or a rate is no safe integer. @internal */
export interface PenaltyFacts<C extends CurrencyCode> extends PenaltyTimeline {
  /** The overdue sum, whose minor units `overdue` are. */
  readonly owed: Money<C>;
  readonly payments: readonly Money<C>[];
  readonly rateTexts: readonly Rate[];
  /** Decimal places of the rate that has most. */
  readonly scale: number;
  readonly capRate: Rate | undefined;
  readonly capBase: Money<C> | undefined;
}

/** Reads the terms of a penalty into numbers of its own. @internal */
export function readFacts<C extends CurrencyCode>(terms: LatePaymentPenaltyTerms<C>): PenaltyFacts<C> {
  const { overdue, cap, payments, countPaymentDay } = terms;
  if (typeof countPaymentDay !== 'boolean')
    refuse('argument-invalid', 'countPaymentDay', countPaymentDay, 'true or false');
  const dueOn = epochDayOf(terms.dueOn, 'dueOn');
  requireEpochDay(dueOn + 1, 'dueOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  if (cap !== undefined) {
    if (typeof cap !== 'object' || cap === null) refuse('argument-invalid', 'cap', cap, '{ rate, base }');
    requireCurrency(cap.base, overdue.currency, 'cap.base');
    requireNotNegative(cap.base, 'cap.base');
  }
  const rates = readRates(terms.rates, dueOn, asOf > dueOn || cap !== undefined);
  const paid = payments === undefined ? noPayments : readPayments(payments, overdue.currency, countPaymentDay);
  return {
    firstDay: dueOn + 1,
    lastDay: asOf,
    overdue: overdue.units,
    paymentDays: paid.days,
    payments: paid.amounts as readonly Money<C>[],
    rateDays: rates.days,
    rates: rates.units,
    owed: overdue,
    rateTexts: rates.texts,
    scale: rates.scale,
    capRate: cap?.rate,
    capBase: cap?.base,
  };
}

interface Payments {
  readonly days: readonly number[];
  readonly amounts: readonly Money[];
}

const noPayments: Payments = { days: [], amounts: [] };

function readPayments(
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
    if (Number.isNaN(day)) day = epochDayOf(payment.paidOn, `payments.${at}.paidOn`);
    if (countPaymentDay) day += 1;
    if (at > 0 && day < (days[at - 1] as number)) inOrder = false;
    days[at] = day;
    amounts[at] = amount;
  }
  if (inOrder) return { days, amounts };
  const order = days.map((_, at) => at).sort((a, b) => (days[a] as number) - (days[b] as number) || a - b);
  const ordered = <T>(list: readonly T[]): T[] => order.map((at) => list[at] as T);
  return { days: ordered(days), amounts: ordered(amounts) };
}

interface Rates {
  readonly days: readonly number[];
  readonly units: readonly number[];
  readonly texts: readonly Rate[];
  readonly scale: number;
}

function readRates(rates: readonly DailyRate[], dueOn: number, looksPastDue: boolean): Rates {
  if (!Array.isArray(rates) || rates.length === 0)
    refuse('argument-invalid', 'rates', rates, 'a list with at least one rate');
  const only = rates[0];
  if (rates.length === 1 && only?.effectiveOn === undefined) return onlyRate(only?.dailyRate);
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

/** The facts as integers of any size. @internal */
export function bigTimeline(facts: PenaltyFacts<CurrencyCode>): BigPenaltyTimeline {
  const { firstDay, lastDay, paymentDays, rateDays, rateTexts, scale } = facts;
  return {
    firstDay,
    lastDay,
    overdue: facts.owed.minorUnits,
    paymentDays,
    payments: facts.payments.map((amount) => amount.minorUnits),
    rateDays,
    rates: rateTexts.map((text) => {
      const rate = parseRate(text, 'rates');
      return (rate.bigUnits ?? BigInt(rate.units)) * 10n ** BigInt(scale - rate.scale);
    }),
  };
}
