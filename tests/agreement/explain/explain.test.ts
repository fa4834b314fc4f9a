import { evaluate, explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { exampleAgreement } from '../../support/exampleAgreements.js';
import { codeOf, refusal } from '../../support/refusal.js';
import { autocall } from '../autocall.js';

const facts = {
  negativeOn: '2026-03-19',
  asOf: '2026-06-12',
  overdue: kzt('100000.00'),
  totalDebt: kzt('100000.00'),
  payments: [{ paidOn: '2026-04-20', amount: kzt('40000.00') }],
};

/** With plain spaces, for reading. */
function told(language: 'en' | 'ru'): string[] {
  return explain(evaluate(autocall, '6.10', facts), language).map(
    ({ clause, text }) => `${clause} ${text.replace(/\u00a0/g, ' ')}`,
  );
}

describe('explain', () => {
  it('reports a penalty step by step in English', () => {
    expect(told('en')).toEqual([
      '5.7 5 banking days from 19 March 2026: the last day is 31 March 2026 (days off stepped over: 21 March 2026, 22 March 2026, 23 March 2026, 24 March 2026, 25 March 2026, 28 March 2026, 29 March 2026)',
      '6.10 the first day late is the day after 31 March 2026: 1 April 2026',
      '6.10 paid on 20 April 2026, the debt is less from 21 April 2026',
      '6.10 the day before 21 April 2026 is 20 April 2026',
      '6.10 late from the day after 31 March 2026 through 20 April 2026: 20 days',
      '6.10 nothing was paid before 1 April 2026: 100 000.00 ₸ is outstanding',
      '6.10 20 days × 0.1 % × 100 000.00 ₸ = 2 000.00 ₸',
      '6.10 from 21 April 2026 through 12 June 2026: 53 days',
      '6.10 paid before 21 April 2026: 40 000.00 ₸',
      '6.10 outstanding after payments: 100 000.00 ₸ − 40 000.00 ₸ = 60 000.00 ₸',
      '6.10 53 days × 0.1 % × 60 000.00 ₸ = 3 180.00 ₸',
      '6.10 2 000.00 ₸ + 3 180.00 ₸ = 5 180.00 ₸',
      '6.10 accrued, rounded once: 5 180.00 ₸',
      '6.10 the cap: 5 % of 100 000.00 ₸ = 5 000.00 ₸',
      '6.10 the cap, rounded once: 5 000.00 ₸',
      '6.10 the penalty is the smaller of 5 180.00 ₸ and the cap of 5 000.00 ₸: 5 000.00 ₸',
      '6.10 it reaches the cap of 5 000.00 ₸ on 9 June 2026 and stays there',
    ]);
  });

  it('reports the same in Russian, plurals included', () => {
    const lines = told('ru');
    expect(lines).toHaveLength(17);
    expect(lines[4]).toBe('6.10 просрочка со дня после 31 марта 2026 г. по 20 апреля 2026 г.: 20 дней');
    expect(lines[7]).toBe('6.10 с 21 апреля 2026 г. по 12 июня 2026 г.: 53 дня');
    expect(lines[15]).toBe('6.10 пеня — меньшее из начисленного 5 180,00 ₸ и предела 5 000,00 ₸: 5 000,00 ₸');
    expect(lines[16]).toBe('6.10 предел 5 000,00 ₸ достигнут 9 июня 2026 г., дальше пеня не растёт');
  });

  it('says of a cap that is not reached yet when it will be', () => {
    // 20 days of 100.00 make 2,000.00; the 3,000.00 left take 50 days of 60.00 from 21 April on.
    for (const [asOf, last] of [
      ['2026-06-08', 'if nothing more is paid, it reaches the cap of 5 000.00 ₸ on 9 June 2026'],
      ['2026-06-09', 'it reaches the cap of 5 000.00 ₸ on 9 June 2026 and stays there'],
    ]) {
      const payments = facts.payments.filter(({ paidOn }) => paidOn <= (asOf ?? ''));
      const told = explain(evaluate(autocall, '6.10', { ...facts, asOf, payments }), 'en');
      expect(told.at(-1)?.text.replace(/\u00a0/g, ' ')).toBe(last);
    }
  });

  it('has the same figures in every language', () => {
    const figures = (lines: string[]): string[] =>
      lines.map(
        (line) =>
          line
            .replace(/,(\d\d)/g, '.$1')
            .match(/\d[\d .]*\d|\d/g)
            ?.join('|') ?? '',
      );
    expect(figures(told('ru').slice(11))).toEqual(figures(told('en').slice(11)));
  });

  it('writes a sum that does not end as what it is', () => {
    const odd = explain(
      evaluate(autocall, '6.10', { ...facts, asOf: '2026-04-01', overdue: kzt('0.07'), payments: [] }),
      'en',
    );
    expect(odd.map(({ text }) => text.replace(/\u00a0/g, ' '))).toContain('1 day × 0.1 % × 0.07 ₸ = 0.00007 ₸');
  });

  it('names a condition by the word for it, where no fact stands behind it alone', () => {
    const notice = {
      postedOn: '2026-04-29',
      statedOn: '2026-05-15',
      noticeSentOn: '2026-05-05',
      channel: 'email',
      receiptProved: true,
      noPaymentSincePosting: true,
    };
    const result = evaluate(exampleAgreement('chatkeeper'), '4.4.1/mayReject', notice);
    const last = (language: 'en' | 'ru' | 'kk') => explain(result, language).at(-1)?.text;
    expect(last('en')).toContain('(a proper channel: yes; receipt can be proved: yes; within three working days: yes');
    expect(last('ru')).not.toContain('properChannel');
    expect(last('kk')).not.toContain('properChannel');
  });

  it('names days whose status may still change', () => {
    const [limit] = explain(evaluate(autocall, '5.7', { negativeOn: '2026-12-28' }), 'en');
    expect(limit?.text).toContain('not yet firm in the calendar: 1');
  });

  it.each([
    { result: JSON.parse(JSON.stringify(evaluate(autocall, '6.10', facts))), because: 'the JSON of an answer' },
    { result: evaluate(autocall, '6.10', facts).value, because: 'the value of an answer' },
    { result: null, because: 'null' },
  ])('refuses $because', ({ result }) => {
    expect(refusal(() => explain(result as never, 'en'))).toBe('argument-invalid result');
  });

  it('refuses a language it does not have', () => {
    expect(codeOf(() => explain(evaluate(autocall, '5.7', { negativeOn: '2026-03-19' }), 'toString' as never))).toBe(
      'argument-invalid',
    );
  });
});
