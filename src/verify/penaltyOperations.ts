/** Operations of a late payment penalty, each repeated from its operands alone. */
import { type Dated, datedValues, inForceOn } from './datedValues.js';
import { combine, type Fraction, fractionOf, multiply } from './fraction.js';
import { day, dayAt, flagAt, numbersOf, operandAt, sumAt } from './operands.js';
import type { ResultStep, StepValue } from './result.js';

/** What was paid up to a day; the day of a payment still counts as late if the rule says so. */
export function paidUpTo(step: ResultStep, on: number): bigint {
  const delay = flagAt(step, 'countPaymentDay') ? 1 : 0;
  return numbersOf(step, 'paid')
    .filter((at) => dayAt(step, `paidOn${at}`) + delay <= on)
    .reduce((total, at) => total + sumAt(step, `paid${at}`).n, 0n);
}

/** The amount outstanding on a day: the overdue amount less the payments up to it. */
export function outstandingOn(step: ResultStep, on: number): Fraction & { readonly currency: string } {
  const overdue = sumAt(step, 'overdue');
  const paid = paidUpTo(step, on);
  return { ...overdue, n: overdue.n > paid ? overdue.n - paid : 0n };
}

/** The days on which the rate or the outstanding amount changes, in ascending order. */
function changesOf(step: ResultStep, rates: readonly Dated[]): readonly number[] {
  const delay = flagAt(step, 'countPaymentDay') ? 1 : 0;
  const paid = numbersOf(step, 'paid').map((at) => dayAt(step, `paidOn${at}`) + delay);
  return [...rates.map(({ from }) => from), ...paid].sort((a, b) => a - b);
}

/** What accrues from the day after the due date through a day, unrounded. */
export function accruedThrough(step: ResultStep, last: number): Fraction {
  const rates = datedValues(step, 'rate', 'from');
  const changes = changesOf(step, rates);
  const segments: Fraction[] = [{ ...sumAt(step, 'overdue'), n: 0n }];
  for (let from = dayAt(step, 'dueOn') + 1; from <= last; ) {
    const next = Math.min(changes.find((change) => change > from) ?? last + 1, last + 1);
    const daily = multiply([outstandingOn(step, from), fractionOf(inForceOn(rates, from))]);
    segments.push(multiply([daily, { n: BigInt(next - from), d: 1n }]));
    from = next;
  }
  return combine(segments, 1n);
}

/** The day on which the daily accrual reaches an amount. */
export function dayReached(step: ResultStep): StepValue {
  const target = fractionOf(operandAt(step, 'exact'));
  const rates = datedValues(step, 'rate', 'from');
  const changes = changesOf(step, rates);
  let left = target;
  for (let from = dayAt(step, 'dueOn') + 1; ; ) {
    const next = changes.find((change) => change > from);
    const outstanding = outstandingOn(step, from);
    if (outstanding.n === 0n) throw new TypeError('a sum that is reached');
    if (left.n <= 0n) return day(from);
    const rate = fractionOf(inForceOn(rates, from));
    const daily = { n: outstanding.n * rate.n, d: outstanding.d * rate.d };
    if (daily.n > 0n) {
      const [n, d] = [left.n * daily.d, left.d * daily.n];
      const days = Number((n + d - 1n) / d);
      if (next === undefined || from + days <= next) return day(from + days - 1);
    }
    if (next === undefined) throw new TypeError('a sum that is reached');
    const passed = BigInt(next - from);
    left = { ...left, n: left.n * daily.d - daily.n * passed * left.d, d: left.d * daily.d };
    from = next;
  }
}
