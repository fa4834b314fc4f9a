import { describe, expect, it } from 'vitest';
import { absentFact } from '../../src/verify/absentFact.js';
import { executeStep } from '../../src/verify/executeStep.js';
import type { ResultStep, StepOperand, StepValue } from '../../src/verify/result.js';

// Steps that nobody can do: each is refused in words, and none of them gives a figure.

const day = (value: string): StepOperand => ({ type: 'day', value, fact: 'x' });
const kzt = (amount: string): StepOperand => ({ type: 'money', amount, currency: 'KZT', fact: 'x' });
const usd = (amount: string): StepOperand => ({ type: 'money', amount, currency: 'USD', fact: 'x' });
const text = (value: string): StepOperand => ({ type: 'text', value, fact: 'x' });
const flag = (value: boolean): StepOperand => ({ type: 'flag', value, fact: 'x' });
const count = (value: number): StepOperand => ({ type: 'count', value, fact: 'x' });
const limit = (of: number, unit: string): StepOperand => ({ type: 'limit', count: of, unit, fact: 'x' });
const instant = (value: string): StepOperand => ({ type: 'instant', value, fact: 'x' });
const rate = (value: string): StepOperand => ({ type: 'rate', value, fact: 'x' });

function step(op: string, operands: Readonly<Record<string, StepOperand>>, more: Partial<ResultStep> = {}): ResultStep {
  const out: StepValue = { type: 'count', value: 0 };
  return { id: 's1', op, role: 'x', in: operands, out, clause: '1', ...more };
}

const may = { dueOn: day('2026-05-01'), overdue: kzt('100.00'), countPaymentDay: flag(false) };

describe('a step that cannot be done', () => {
  it.each<[string, Readonly<Record<string, StepOperand>>, string, Partial<ResultStep>?]>([
    ['sum', {}, 'at least one operand'],
    ['divide', { a: count(1) }, 'a known operation'],
    ['dayAfter', {}, 'an operand value1'],
    ['dayAfter', { day: count(1) }, 'day as day'],
    ['quotient', { a: kzt('1.00'), b: count(0) }, 'a divisor that is not zero'],
    ['quotient', { a: kzt('1.00') }, 'a divisor that is not zero'],
    ['quotient', { a: kzt('1.00'), b: usd('1.00') }, 'figures in one currency'],
    ['quotient', { a: count(1), b: usd('1.00') }, 'figures in one currency'],
    ['inForce', { day: day('2026-05-01') }, 'at least one value'],
    ['inForce', { day: day('2026-05-01'), from1: day('2026-05-02'), value1: rate('0.1') }, 'in force on the day'],
    ['nothing', {}, 'a sum to take the currency of'],
    ['nothing', { a: count(1) }, 'a sum'],
    ['addHours', { triggeredAt: instant('2026-05-01T00:00:00Z'), limit: limit(5, 'months') }, 'a limit in hours'],
    ['opensOn', { activatedAt: instant('2026-05-01T00:00:00Z'), from: text('24:00'), zone: text('UTC') }, '03:00'],
    ['periodEnd', { limit: limit(1, 'weeks'), since: day('2026-05-01'), begunPeriod: text('counts') }, 'quarters'],
    ['termsThrough', { limit: limit(0, 'months') }, 'a limit above zero'],
    ['termsThrough', { limit: limit(1, 'workingDays') }, 'a limit above zero'],
    [
      'latestDayBefore',
      { target: day('2026-05-01'), limit: limit(1, 'hours'), clearDays: flag(true) },
      'in days, weeks',
    ],
    [
      'latestDayBefore',
      { target: day('2026-05-12'), limit: limit(1, 'workingDays'), clearDays: flag(false) },
      'skipped days on the way',
      { notes: { skipped: ['2026-05-12'] } },
    ],
    ['credited', { convention: text('byMoon') }, 'a known convention'],
    ['firstAfter', { after: day('2026-05-01'), day1: day('2026-05-01') }, 'a day after it'],
    ['firstCovered', { price: kzt('10.00'), payment1: kzt('9.99'), paidOn1: day('2026-05-01') }, 'add up to the price'],
    ['unitsFor', { paid: kzt('10.00') }, 'a divisor above zero'],
    ['unitsFor', { paid: kzt('10.00'), price: kzt('0.00') }, 'a divisor above zero'],
    ['unitsFor', { paid: kzt('10.00'), price: usd('1.00') }, 'figures in one currency'],
    ['earliestThatApplies', { period1: day('2026-05-01'), applies1: flag(false) }, 'each period that applies'],
    ['dayReached', { ...may, exact: kzt('5.00'), rate1: rate('0') }, 'a sum that is reached'],
    [
      'dayReached',
      { ...may, exact: kzt('5.00'), rate1: rate('0.01'), paid1: kzt('100.00'), paidOn1: day('2026-05-01') },
      'a sum that is reached',
    ],
    [
      'round',
      { exact: { type: 'exact', n: '1', d: '2', currency: 'KZT', fact: 'x' } },
      'nine modes',
      { rounding: 'half' },
    ],
    ['compare', { left: count(1) }, 'a left and a right side'],
    ['compare', { left: count(1), right: count(2) }, 'a known relation'],
    ['addLimit', { trigger: day('2026-05-01'), limit: count(1) }, 'a limit'],
    ['addLimit', { trigger: day('2026-05-01'), limit: limit(1, 'hours') }, 'a limit in days'],
    [
      'addLimit',
      { trigger: day('2026-05-01'), limit: limit(1, 'weeks') },
      'no skipped days',
      { notes: { skipped: ['2026-05-02'] } },
    ],
    ['total', { value1: count(1) }, 'list as value1'],
    ['total', { value1: { type: 'list', items: [], fact: 'x' } }, 'something to add up'],
  ])('%s of %j: %s', (op, operands, expected, more) => {
    expect(() => executeStep(step(op, operands, more))).toThrow(expected);
  });

  it.each<[string, Readonly<Record<string, StepOperand>>, string, string]>([
    ['dayReached', { ...may, exact: kzt('0.00'), rate1: rate('0.01') }, '2026-05-02', 'nothing is reached at once'],
    ['dayReached', { ...may, exact: kzt('2.00'), rate1: rate('0.01') }, '2026-05-03', 'one a day, on the second day'],
  ])('%s of %j is %s: %s', (op, operands, value) => {
    expect(executeStep(step(op, operands))).toEqual({ type: 'day', value });
  });
});

describe('a fact that was left out', () => {
  it.each<[unknown, unknown, string]>([
    [{ type: 'money', absent: ' 0.50 KZT ' }, { amount: '0.50', currency: 'KZT' }, 'a sum'],
    [{ type: 'money', absent: 'nothing is owed' }, undefined, 'words'],
    [{ type: 'limit', absent: '5 banking days' }, { count: 5, unit: 'bankingDays' }, 'a limit'],
    [{ type: 'limit', absent: '1 half  year' }, { count: 1, unit: 'halfYears' }, 'one of it'],
    [{ type: 'limit', absent: 'none' }, undefined, 'words'],
    [{ type: 'rate', absent: '10 %' }, '0.1', 'percent'],
    [{ type: 'rate', absent: '0.05 % a day' }, '0.0005', 'percent a day'],
    [{ type: 'rate', absent: '250%' }, '2.5', 'more than the whole'],
    [{ type: 'rate', absent: '-100 %' }, '-1', 'below zero'],
    [{ type: 'rate', absent: '0 %' }, '0', 'no zeros behind the point'],
    [{ type: 'rate', absent: '0.05' }, '0.05', 'a fraction of one'],
    [{ type: 'rate', absent: 'none' }, undefined, 'words'],
    [{ type: 'count', absent: '3' }, 3, 'a number'],
    [{ type: 'count', absent: 'one' }, undefined, 'words'],
    [{ type: 'decimal', absent: '2.5' }, '2.5', 'a decimal'],
    [{ type: 'day', absent: '2026-05-01' }, '2026-05-01', 'a day'],
    [{ type: 'flag', absent: 'no' }, undefined, 'a flag stands for nothing'],
    [{ type: 'count' }, undefined, 'nothing is said'],
    [undefined, undefined, 'no fact of the agreement'],
  ])('declared as %j stands for %j: %s', (declared, expected) => {
    expect(absentFact(declared)).toEqual(expected);
  });
});
