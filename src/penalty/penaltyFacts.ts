import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import { powerOfTen } from '../money/decimalNumber.js';
import { bigDenominatorOf, bigUnitsOf, type ExactNumber, greatestDivisor } from '../money/fraction.js';
import type { Money } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import {
  type PackedPayments,
  packedPayments,
  paymentCount,
  paymentDay,
  paymentUnits,
  setPayment,
} from '../payments/packedPayments.js';
import { type PaidParts, PaymentLedger, partsOf } from '../payments/paymentLedger.js';
import { recordedAmount, recordedDay, requireEntry, requirePayments } from '../payments/recordedPayment.js';
import { always, orderOfDays } from '../time/datedSchedule.js';
import { epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import type { DailyRate, PartPayment } from './latePaymentPenaltyTerms.js';
import type { RateSteps } from './penaltyTimeline.js';

/** The rates of a penalty, in the order of their days. @internal */
export interface Rates extends RateSteps {
  readonly texts: readonly Rate[];
  /** The largest number of decimals of any rate. */
  readonly scale: number;
  /** The common denominator instead of `scale`, if one of the rates is a fraction. */
  readonly over?: bigint;
}

/** @internal */
export const noPayments: PaidParts = { paid: [], amounts: undefined };

/** Validates the payments towards an overdue amount; a ledger is already validated. @internal */
export function readPayments(
  payments: readonly PartPayment<CurrencyCode>[] | PaymentLedger<CurrencyCode>,
  currency: CurrencyCode,
  countPaymentDay: boolean,
): PaidParts {
  return payments instanceof PaymentLedger
    ? readLedger(payments, currency, countPaymentDay)
    : readList(payments, currency, countPaymentDay ? 1 : 0);
}

function readLedger(ledger: PaymentLedger<CurrencyCode>, currency: CurrencyCode, countPaymentDay: boolean): PaidParts {
  if (ledger.currency !== currency)
    refuse('currency-mismatch', 'payments', ledger.currency, `a ledger of payments in ${currency}`);
  if (ledger.unpaid > 0)
    refuse('argument-invalid', 'payments', ledger, 'a ledger of payments that were made, each with paidOn');
  return partsOf(ledger, countPaymentDay);
}

function readList(payments: readonly PartPayment<CurrencyCode>[], currency: CurrencyCode, delay: number): PaidParts {
  requirePayments(payments, fields);
  const count = payments.length;
  const paid = packedPayments(count);
  let amounts: Money[] | undefined;
  let inOrder = true;
  for (let at = 0; at < count; at += 1) {
    const payment = payments[at] as PartPayment<CurrencyCode>;
    requireEntry(payment, at, fields);
    const amount = recordedAmount(payment.amount, currency, at);
    const day = recordedDay(payment.paidOn, 'paidOn', at) + delay;
    if (at > 0 && day < paymentDay(paid, at - 1)) inOrder = false;
    setPayment(paid, at, day, amount.units);
    if (amount.bigUnits !== null) {
      amounts ??= [];
      amounts[at] = amount;
    }
  }
  return inOrder ? { paid, amounts } : inOrderOfDays(paid, amounts);
}

function inOrderOfDays(paid: PackedPayments, amounts: readonly Money[] | undefined): PaidParts {
  const order = Array.from({ length: paymentCount(paid) }, (_, at) => at);
  order.sort((a, b) => paymentDay(paid, a) - paymentDay(paid, b));
  const sorted = packedPayments(order.length);
  order.forEach((at, place) => {
    setPayment(sorted, place, paymentDay(paid, at), paymentUnits(paid, at));
  });
  return { paid: sorted, amounts: amounts && order.map((at) => amounts[at] as Money) };
}

const fields = '{ paidOn, amount }';

/** Validates the rates of a penalty; if there are days of delay, the first must have a rate. @internal */
export function readRates(rates: readonly DailyRate[], dueOn: number, looksPastDue: boolean): Rates {
  if (!isList(rates) || rates.length === 0) refuse('argument-invalid', 'rates', rates, 'a list with at least one rate');
  const only = rates[0];
  return rates.length === 1 && only?.effectiveOn === undefined
    ? onlyRate(only?.dailyRate)
    : readChanges(rates, dueOn, looksPastDue);
}

function readChanges(rates: readonly DailyRate[], dueOn: number, looksPastDue: boolean): Rates {
  const listed = [...rates].map((rate, at) => ({
    from: rate?.effectiveOn === undefined ? always : epochDayOf(rate.effectiveOn, `rates.${at}.effectiveOn`),
    text: rate?.dailyRate,
    number: parseRate(rate?.dailyRate, `rates.${at}.dailyRate`),
  }));
  const order = orderOfDays(
    listed.map(({ from }) => from),
    'rates',
    'rate',
  );
  const read = order === undefined ? listed : order.map((at) => listed[at] as (typeof listed)[number]);
  const first = read[0]?.from as number;
  if (first > dueOn + 1 && looksPastDue)
    refuse(
      'term-not-in-force',
      'rates',
      isoOfEpochDay(dueOn + 1),
      `a rate in force on that day; the first starts on ${isoOfEpochDay(first)}`,
    );
  const days = read.slice(1).map((rate) => rate.from);
  const texts = read.map((rate) => rate.text);
  if (read.some(({ number }) => number.over !== undefined)) return overOne(days, texts, read);
  const scale = read.reduce((most, { number }) => Math.max(most, number.scale), 0);
  return { days, units: read.map(({ number }) => number.units * powerOfTen(scale - number.scale)), texts, scale };
}

/** Whether anything is left of an overdue amount on a day, after the payments up to it. @internal */
export function isOwedOn(day: number, overdue: Money, { paid, amounts }: PaidParts): boolean {
  let left = overdue.minorUnits;
  for (let at = 0; at < paymentCount(paid); at += 1)
    if (paymentDay(paid, at) <= day) left -= amounts?.[at]?.minorUnits ?? BigInt(paymentUnits(paid, at));
  return left > 0n;
}

/** Rates of which some are fractions, over their least common denominator. */
function overOne(
  days: readonly number[],
  texts: readonly Rate[],
  read: readonly { readonly number: ExactNumber }[],
): Rates {
  const over = read.reduce((common, { number }) => {
    const below = bigDenominatorOf(number);
    return (common / greatestDivisor(common, below)) * below;
  }, 1n);
  const units = read.map(({ number }) => Number(bigUnitsOf(number) * (over / bigDenominatorOf(number))));
  return { days, units, texts, scale: 0, over };
}

/**
 * A single rate from the start. The last one is cached, because a run over many accounts uses the same one again and
 * again.
 */
function onlyRate(text: Rate): Rates {
  if (lastOnly !== undefined && lastOnly.texts[0] === text) return lastOnly;
  const { units, scale, over } = parseRate(text, 'rates.0.dailyRate');
  lastOnly = { days: [], units: [units], texts: [text], scale, ...(over !== undefined && { over }) };
  return lastOnly;
}

let lastOnly: Rates | undefined;
