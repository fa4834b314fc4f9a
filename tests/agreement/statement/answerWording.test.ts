import { decide, evaluate } from 'oferta/agreement';
import { AnswerWording, Wording } from 'oferta/explain';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { withPlainSpaces } from '../../support/noBreakSpaces.js';
import { refusal } from '../../support/refusal.js';
import { autocall } from '../autocall.js';

describe('the words of one answer', () => {
  it.each([
    { language: 'en', lines: 'last day: 31 March 2026', because: 'a last day that did not move is shown once' },
    { language: 'ru', lines: 'последний день: 31 марта 2026 г.', because: 'in Russian a year has its "г."' },
  ] as const)('$language: $because', ({ language, lines }) => {
    const { value } = evaluate(autocall, '5.7/paymentDue', { negativeOn: '2026-03-19' });
    const wording = new AnswerWording(autocall, language);
    expect(wording.fields(value).map(withPlainSpaces)[0]).toBe(lines);
  });

  it('says a decision as the wording of accounts does', () => {
    const asked = { asOf: '2026-06-12', overdue: kzt('100000.00'), totalDebt: kzt('100000.00') };
    const { outcome } = decide(autocall, 'penalty', { ...asked, negativeOn: '2026-03-19' });
    const text = new AnswerWording(autocall, 'en').outcome(outcome);
    expect(text).toBe(new Wording(autocall, 'en').outcome(outcome));
    // 73 days at 0.1 % are above the cap of 5 % of 100,000.00.
    expect(withPlainSpaces(text)).toBe('owed: 5 000.00 ₸');
  });

  it('takes an agreement, not its document', () => {
    expect(refusal(() => new AnswerWording(autocall.toJSON() as never, 'en'))).toBe('argument-invalid agreement');
  });

  it.each(['de', '', 'toString', null, undefined])('refuses the language %j', (language) => {
    expect(refusal(() => new AnswerWording(autocall, language as never))).toBe('argument-invalid language');
  });
});
