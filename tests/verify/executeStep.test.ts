import fc from 'fast-check';
import { type ClauseResult, evaluate, type Step, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { executeStep } from '../../src/verify/executeStep.js';
import { autocall } from '../agreement/autocall.js';
import { kzt } from '../support/amountsAsJson.js';
import { redoSteps } from '../support/redoSteps.js';

/** The value of a field as the last step of it gave it. */
function fieldOut(result: ClauseResult, field: string): unknown {
  return result.steps.find((step) => step.id === result.fields[field])?.out;
}

const day = fc
  .integer({ min: 0, max: 900 })
  .map((offset) => new Date(Date.UTC(2024, 0, 3 + offset)).toISOString().slice(0, 10));
const amount = fc
  .integer({ min: 1, max: 500_000_000 })
  .map((units) => kzt(`${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`));

describe('doing the steps again gives the answer', () => {
  it('a penalty with part payments under both readings of the payment day', () => {
    const payments = fc.array(fc.record({ paidOn: day, amount }), { maxLength: 4 });
    fc.assert(
      fc.property(
        day,
        day,
        amount,
        amount,
        payments,
        fc.boolean(),
        (negativeOn, asOf, overdue, totalDebt, paid, counts) => {
          const agreement = withReadings(autocall, { '6.10-payment-day': counts ? 'counts' : 'does-not-count' });
          const result = evaluate(agreement, '6.10', { negativeOn, asOf, overdue, totalDebt, payments: paid });
          redoSteps(result.steps);
          expect(fieldOut(result, 'penalty')).toStrictEqual({
            type: 'money',
            ...JSON.parse(JSON.stringify(result.value['penalty'])),
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('limits to act, rolled and not', () => {
    fc.assert(
      fc.property(day, (trigger) => {
        for (const [ref, fact] of [
          ['5.7', 'negativeOn'],
          ['3.3/window', 'purchasedOn'],
          ['3.7/window', 'creditedOn'],
        ] as const) {
          const result = evaluate(autocall, ref, { [fact]: trigger });
          redoSteps(result.steps);
          expect(fieldOut(result, 'lastDay')).toStrictEqual({ type: 'day', value: result.value['lastDay'] });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fines under both readings, and set-off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        amount,
        amount,
        (breaches, alone, paid, unpaidFines) => {
          const agreement = withReadings(autocall, { '6.8-repeat': alone ? 'repeat-alone' : 'first-and-repeat' });
          const fined = evaluate(agreement, '6.8', { breaches });
          redoSteps(fined.steps);
          expect(fieldOut(fined, 'total')).toStrictEqual({
            type: 'money',
            ...JSON.parse(JSON.stringify(fined.value['total'])),
          });
          const returned = evaluate(agreement, '3.3/refund', { paid, unpaidFines });
          redoSteps(returned.steps);
          for (const field of ['debited', 'balance', ...(returned.value['covered'] === true ? [] : ['short'])])
            expect(fieldOut(returned, field)).toStrictEqual({
              type: 'money',
              ...JSON.parse(JSON.stringify(returned.value[field])),
            });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a changed figure is noticed', () => {
    const { steps } = evaluate(autocall, '6.8', { breaches: 3 });
    const [first] = steps;
    expect(executeStep(first as Step)).toStrictEqual((first as Step).out);
    const forged = { ...(first as Step), out: { type: 'money', ...kzt('1.00') } as const };
    expect(executeStep(forged)).not.toStrictEqual(forged.out);
  });
});
