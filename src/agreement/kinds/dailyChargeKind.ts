import type { Money } from '../../money/money.js';
import { dailyCharge } from '../../proration/dailyCharge.js';
import type { DailySpread } from '../../proration/dailySpread.js';
import { exactValue, fractionOf, multiply } from '../steps/exact.js';
import type { Operand } from '../steps/step.js';
import { countValue, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly monthlyPrice: Money;
  readonly day: string;
  readonly spread: DailySpread;
}

/** The cost of one day of a monthly price. */
export const dailyChargeKind: Kind<Given, { amount: Money }> = {
  kind: 'dailyCharge',
  takes: {
    type: 'record',
    fields: {
      monthlyPrice: { type: 'money' },
      day: { type: 'day' },
      spread: { type: 'text', oneOf: ['cumulative', 'eachDay'] },
    },
  },
  gives: { amount: { type: 'money' } },
  countsLimit: false,
  answer({ monthlyPrice, day, spread }, { rounding }) {
    return { amount: dailyCharge({ monthlyPrice, day, spread, rounding }).amount };
  },
  steps(record, given, answer, { rounding }) {
    const { basis } = dailyCharge({ ...given, rounding });
    const price = record.need('monthlyPrice');
    const day = record.need('day');
    const days = record.add('daysInMonth', 'charge.days', { day }, countValue(basis.daysInMonth, 'calendarDays'));
    const part = (dayOfMonth: Operand, out: Money, role: string): Operand => {
      const operands = { price, dayOfMonth };
      const through = record.add(
        'product',
        `${role}.product`,
        operands,
        exactValue(multiply(Object.values(operands).map(fractionOf))),
      );
      return rounded(through, out, role);
    };
    const rounded = (dividend: Operand, out: Money, role: string): Operand => {
      const { n, d, currency } = fractionOf(dividend);
      const value = exactValue({ n, d: d * BigInt(basis.daysInMonth), ...(currency !== undefined && { currency }) });
      const exact = record.add('quotient', `${role}.quotient`, { dividend, days }, value);
      return record.add('round', `${role}.round`, { exact }, sumValue(out), { rounding });
    };
    if (basis.chargedThrough === undefined || basis.chargedBefore === undefined)
      return { amount: rounded(price, answer.amount, 'charge.eachDay') };
    const dayOfMonth = record.add('dayOfMonth', 'charge.day', { day }, countValue(basis.dayOfMonth, 'calendarDays'));
    const through = part(dayOfMonth, basis.chargedThrough, 'charge.through');
    const earlier = countValue(basis.dayOfMonth - 1, 'calendarDays');
    const before = part(
      record.add('oneLess', 'charge.dayBefore', { count: dayOfMonth }, earlier),
      basis.chargedBefore,
      'charge.before',
    );
    return { amount: record.add('difference', 'charge.difference', { through, before }, sumValue(answer.amount)) };
  },
};
