import { money } from 'oferta';
import type { AgreementData } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { findingsFrom } from '../../support/refusal.js';
import { answerOf } from '../kinds/oneComputation.js';

const charge = { kind: 'dailyCharge' } as const;
const declared: AgreementData['facts'] = {
  monthlyPrice: { type: 'money' },
  day: { type: 'day' },
  spread: { type: 'text' },
};
const facts = { monthlyPrice: { amount: '31.00', currency: 'KZT' }, day: '2026-01-05' };

describe('arguments that come from facts', () => {
  it('are used as they were read where they fit', () => {
    // 31.00 over 31 days is 1.00 a day.
    expect(answerOf(charge, declared, { ...facts, spread: 'eachDay' }).value['amount']).toEqual(money('1.00', 'KZT'));
  });

  it('are read once more where a fact allows what the computation does not', () => {
    expect(findingsFrom(() => answerOf(charge, declared, { ...facts, spread: 'weekly' }))).toMatchObject([
      { path: '1/asked.spread', code: 'choice' },
    ]);
  });
});

describe('arguments that come from terms', () => {
  it('are read once and serve every answer', () => {
    const { spread: _, ...others } = declared;
    const computation = { ...charge, terms: { spread: 'eachDay' } };
    const [first, second] = [facts, { ...facts, day: '2026-02-05' }].map(
      (given) => answerOf(computation, others, given).value['amount'],
    );
    // 31.00 over 28 days is 1.107...
    expect([first, second]).toEqual([money('1.00', 'KZT'), money('1.11', 'KZT')]);
  });
});
