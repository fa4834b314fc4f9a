/** Steps of plain arithmetic, with the exact value of each. */

import type { Value } from '../agreement/model/value.js';
import { combine, exactValue, type Fraction, fractionOf, moneyValue } from '../agreement/steps/exact.js';
import type { Recording } from '../agreement/steps/recorder.js';
import type { Operand } from '../agreement/steps/step.js';
import { productOf, sumValue } from '../agreement/steps/values.js';
import type { Money } from '../money/money.js';
import type { Rounding } from '../money/rounding.js';

type Operands = Readonly<Record<string, Operand>>;

/** The product of all operands. */
export function productStep(record: Recording, role: string, operands: Operands): Operand {
  return record.add('product', role, operands, productOf(operands));
}

/** The first operand divided by the second; an amount by an amount is a share, which has no currency. */
export function quotientStep(record: Recording, role: string, operands: Operands): Operand {
  const [dividend, divisor] = Object.values(operands).map(fractionOf) as [Fraction, Fraction];
  const isShare = divisor.currency !== undefined;
  const { n, d, currency } = dividend;
  const value = { n: n * divisor.d, d: d * divisor.n, ...(currency !== undefined && !isShare && { currency }) };
  return record.add('quotient', role, operands, exactValue(value));
}

/** The sum of all operands; a single one is returned without a step. */
export function sumStep(record: Recording, role: string, operands: Operands): Operand {
  const [first, ...others] = Object.values(operands);
  if (first !== undefined && others.length === 0) return first;
  return record.add('sum', role, operands, combined(operands, 1n));
}

/** The first operand minus the others. */
export function differenceStep(record: Recording, role: string, operands: Operands): Operand {
  return record.add('difference', role, operands, combined(operands, -1n));
}

/** An exact amount, rounded as the terms say. */
export function roundStep(record: Recording, role: string, exact: Operand, sum: Money, rounding: Rounding): Operand {
  return record.add('round', role, { exact }, sumValue(sum), { rounding });
}

/** Amounts add up to an amount; what is exact stays exact. */
function combined(operands: Operands, sign: 1n | -1n): Value {
  const list = Object.values(operands);
  const fraction = combine(list.map(fractionOf), sign);
  const { currency } = fraction;
  return currency !== undefined && list.every(({ type }) => type === 'money')
    ? moneyValue(fraction.n, currency)
    : exactValue(fraction);
}
