import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { answerOf, redo } from './oneComputation.js';

describe('limitLiability: how a cap is rounded', () => {
  it.each([
    { base: '119999.80', capRounding: 'floor', payable: '5999.99 KZT', because: 'exactly 5,999.99' },
    {
      base: '119999.90',
      capRounding: 'floor',
      payable: '5999.99 KZT',
      because: '"not more than" goes down from 5,999.995',
    },
    { base: '120000.00', capRounding: 'floor', payable: '6000.00 KZT', because: 'exactly 6,000' },
    { base: '119999.90', payable: '6000.00 KZT', because: 'without a word the agreement rounds as it does' },
  ])('5 % of $base is $payable: $because', ({ base, capRounding, payable }) => {
    const caps = [{ clause: '1', rate: '0.05', base: kzt(base), used: kzt('0.00') }];
    const terms = { caps, ...(capRounding !== undefined && { capRounding }) };
    const facts = { loss: kzt('9000.00') };
    const result = answerOf({ kind: 'limitLiability', terms }, { loss: { type: 'money' } }, facts);
    expect(String(result.value['payable'])).toBe(payable);
    redo(result);
  });
});
