import { decide, evaluate } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { answersUnderReadings } from '../../../src/agreement/statement/answersUnderReadings.js';
import { kzt } from '../../support/amountsAsJson.js';
import { autocall } from '../autocall.js';

const facts = {
  terminatedForBreach: false,
  tariffKind: 'base',
  requestedOn: '2026-03-02',
  purchasedOn: '2026-02-15',
  creditedOn: '2026-02-15',
  usedUnits: 0,
  paid: kzt('95000.00'),
  unpaidFines: kzt('0.00'),
};

describe('answersUnderReadings', () => {
  it('has an answer where the readings of a table have thousands of combinations', () => {
    const answers = answersUnderReadings(autocall, 'table:refund', (agreement) => {
      const { row, outcome } = decide(agreement, 'refund', facts);
      return { row, outcome };
    });
    // The first is the one in force; on the last day of fourteen the money comes back.
    expect([answers[0]?.answer.row, answers[0]?.readings[0]?.['3.2-over-3.3']]).toEqual([8, '3.3-first']);
    expect(answers.some(({ readings }) => readings.some((set) => set['3.2-over-3.3'] === 'performed-on-access'))).toBe(
      true,
    );
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(answers.length);
  });

  it('readings that change nothing by themselves are not among the combinations', () => {
    const penalty = {
      negativeOn: '2026-03-19',
      asOf: '2026-04-20',
      overdue: kzt('100000.00'),
      totalDebt: kzt('100000.00'),
    };
    const answers = answersUnderReadings(
      autocall,
      '6.10/penalty',
      (agreement) => evaluate(agreement, '6.10/penalty', penalty).value,
    );
    // Nothing was paid, so the day of a payment decides nothing.
    expect(answers.flatMap(({ readings }) => readings.flatMap((set) => Object.keys(set)))).not.toContain(
      '6.10-payment-day',
    );
    expect(answers.map(({ answer }) => String(answer['penalty'])).sort()).toEqual(['0.00 KZT', '2000.00 KZT']);
  });
});
