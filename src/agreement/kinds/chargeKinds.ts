/** Kinds of prices over days: part of a period, the days of a range, and how long a balance lasts. */

import type { Money } from '../../money/money.js';
import type { Rounding } from '../../money/rounding.js';
import { balanceLastsUntil } from '../../proration/balanceLastsUntil.js';
import { dailyCharges } from '../../proration/dailyCharges.js';
import type { DailySpread } from '../../proration/dailySpread.js';
import { prorateCharge } from '../../proration/prorateCharge.js';
import type { RecordShape, ValueShape } from '../model/value.js';
import { exactValue, fractionOf } from '../steps/exact.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { countValue, dayValue, entryOperands, productOf, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Range {
  readonly firstDay: string;
  readonly lastDay: string;
}

const rangeShape: RecordShape = { type: 'record', fields: { firstDay: { type: 'day' }, lastDay: { type: 'day' } } };
const pricesShape: ValueShape = {
  type: 'list',
  of: { type: 'record', fields: { effectiveOn: { type: 'day' }, monthlyPrice: { type: 'money' } } },
};
const spreadShape: ValueShape = { type: 'text', oneOf: ['cumulative', 'eachDay'] };

interface Part {
  readonly charge: Money;
  readonly billingPeriod: Range;
  readonly servedDays: Range;
}

/** A charge in proportion to the days served. */
export const prorateChargeKind: Kind<Part, { amount: Money }> = {
  kind: 'prorateCharge',
  takes: { type: 'record', fields: { charge: { type: 'money' }, billingPeriod: rangeShape, servedDays: rangeShape } },
  gives: { amount: { type: 'money' } },
  countsLimit: false,
  answer(given, { rounding }) {
    return { amount: prorateCharge({ ...given, rounding }).amount };
  },
  steps(record, given, answer, { rounding }) {
    const { basis } = prorateCharge({ ...given, rounding });
    const days = (range: 'servedDays' | 'billingPeriod', role: string, value: number) =>
      record.add(
        'countDays',
        role,
        { from: record.need(`${range}.firstDay`), through: record.need(`${range}.lastDay`) },
        countValue(value, 'calendarDays'),
      );
    const served = days('servedDays', 'part.served', basis.daysServed);
    const period = days('billingPeriod', 'part.period', basis.daysInPeriod);
    const operands = { charge: record.need('charge'), served };
    const dividend = record.add('product', 'part.product', operands, productOf(operands));
    const { n, d, currency } = fractionOf(dividend);
    const value = exactValue({ n, d: d * BigInt(basis.daysInPeriod), ...(currency !== undefined && { currency }) });
    const exact = record.add('quotient', 'part.quotient', { dividend, period }, value);
    return { amount: record.add('round', 'part.round', { exact }, sumValue(answer.amount), { rounding }) };
  },
};

interface Days {
  readonly prices: readonly { readonly effectiveOn: string; readonly monthlyPrice: Money }[];
  readonly days: Range;
  readonly spread: DailySpread;
}

/** The cost of a range of days, each at the price in force on it. */
export const dailyChargesKind: Kind<Days, { total: Money }> = {
  kind: 'dailyCharges',
  takes: { type: 'record', fields: { prices: pricesShape, days: rangeShape, spread: spreadShape } },
  gives: { total: { type: 'money' } },
  countsLimit: false,
  answer(given, { rounding }) {
    return { total: dailyCharges({ ...given, rounding }).total };
  },
  steps(record, given, answer, { rounding }) {
    const days = { firstDay: record.need('days.firstDay'), lastDay: record.need('days.lastDay') };
    return { total: chargesOver(record, 'charge.total', given.prices.length, days, answer.total, rounding) };
  },
};

interface Balance {
  readonly balance: Money;
  readonly prices: Days['prices'];
  readonly firstDay: string;
  readonly spread: DailySpread;
}

/** The last day that a balance pays for, and the first unpaid day. */
export const balanceLastsUntilKind: Kind<Balance, { lastPaidDay?: string; left: Money; firstUnpaidDay: string }> = {
  kind: 'balanceLastsUntil',
  takes: {
    type: 'record',
    fields: { balance: { type: 'money' }, prices: pricesShape, firstDay: { type: 'day' }, spread: spreadShape },
  },
  gives: { lastPaidDay: { type: 'day' }, left: { type: 'money' }, firstUnpaidDay: { type: 'day' } },
  countsLimit: false,
  answer(given, { rounding }) {
    const { lastPaidDay, left, firstUnpaidDay } = balanceLastsUntil({ ...given, rounding });
    return {
      ...(lastPaidDay !== null && { lastPaidDay: lastPaidDay.toString() }),
      left,
      firstUnpaidDay: firstUnpaidDay.toString(),
    };
  },
  steps(record, given, answer, { rounding }) {
    const { basis } = balanceLastsUntil({ ...given, rounding });
    const balance = record.need('balance');
    const firstDay = record.need('firstDay');
    const count = given.prices.length;
    const firstUnpaidDay = record.add(
      'firstUnpaidDay',
      'balance.firstUnpaidDay',
      { balance, firstDay, spread: record.need('spread'), ...priceOperands(record, count) },
      dayValue(answer.firstUnpaidDay),
      { rounding },
    );
    chargesOver(
      record,
      'balance.next',
      count,
      { firstDay: firstUnpaidDay, lastDay: firstUnpaidDay },
      basis.nextCharge,
      rounding,
    );
    if (answer.lastPaidDay === undefined) return { left: balance, firstUnpaidDay };
    const lastPaidDay = record.add(
      'dayBefore',
      'balance.lastPaidDay',
      { day: firstUnpaidDay },
      dayValue(answer.lastPaidDay),
    );
    const paid = chargesOver(record, 'balance.paid', count, { firstDay, lastDay: lastPaidDay }, basis.paid, rounding);
    const left = record.add('difference', 'balance.left', { balance, paid }, sumValue(answer.left));
    return { lastPaidDay, left, firstUnpaidDay };
  },
};

function priceOperands(record: Recording, count: number): Readonly<Record<string, Operand>> {
  return entryOperands(record, 'prices', count, { from: 'effectiveOn', price: 'monthlyPrice' });
}

/** The cost of the days from one through another, each at the price in force on it. */
function chargesOver(
  record: Recording,
  role: string,
  count: number,
  days: { readonly firstDay: Operand; readonly lastDay: Operand },
  total: Money,
  rounding: Rounding,
): Operand {
  const operands = { ...days, spread: record.need('spread'), ...priceOperands(record, count) };
  return record.add('dailyCharges', role, operands, sumValue(total), { rounding });
}
