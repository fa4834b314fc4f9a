import type { Money } from '../../money/money.js';
import { type DailySpread, dailyCharge } from '../../proration/dailyCharge.js';
import { exactValue, fractionOf, multiply } from '../steps/exact.js';
import type { Operand } from '../steps/step.js';
import { sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly monthlyPrice: Money;
  readonly day: string;
  readonly spread: DailySpread;
}

/** What one day of a monthly price costs. */
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
    const counted = (value: number, unit: string): Operand => ({ type: 'count', value, unit, house: 'countingRules' });
    const days = counted(basis.daysInMonth, 'calendarDays');
    const part = (k: number, out: Money, role: string): Operand => {
      const operands = { price, dayOfMonth: counted(k, 'calendarDays') };
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
    const through = part(basis.dayOfMonth, basis.chargedThrough, 'charge.through');
    const before = part(basis.dayOfMonth - 1, basis.chargedBefore, 'charge.before');
    return { amount: record.add('difference', 'charge.difference', { through, before }, sumValue(answer.amount)) };
  },
};
