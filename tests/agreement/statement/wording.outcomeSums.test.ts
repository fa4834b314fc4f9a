import { describe, expect, it } from 'vitest';
import { Wording } from '../../../src/agreement/statement/wording.js';
import { kzt } from '../../support/amounts.js';
import { autocall } from '../autocall.js';

const wording = new Wording(autocall, 'en');

describe('the words of an outcome tell every sum it has', () => {
  it.each([
    {
      outcome: { is: 'amount', cash: kzt('0.00'), toBalance: kzt('0.00'), owed: kzt('360.00') },
      text: 'owed: 360.00 ₸',
    },
    {
      outcome: { is: 'amount', cash: kzt('5.00'), toBalance: kzt('1.00') },
      text: 'to be paid out: 5.00 ₸, to the balance: 1.00 ₸',
    },
    {
      outcome: { is: 'open', decidedBy: 'law', sum: kzt('70.00') },
      text: 'the agreement does not say; the law decides: 70.00 ₸',
    },
    { outcome: { is: 'open', decidedBy: 'law' }, text: 'the agreement does not say; the law decides' },
  ] as const)('$text', ({ outcome, text }) => {
    expect(wording.outcome(outcome).replaceAll('\u00a0', ' ')).toBe(text);
  });
});
