import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/fidelity/figuresIn.js';
import type { TextLanguage } from '../../src/fidelity/numberWords.js';

const rows: readonly { language: TextLanguage; text: string; figures: readonly string[]; because: string }[] = [
  { language: 'en', text: 'paid within 5 banking days', figures: ['5 banking days'], because: 'a limit' },
  { language: 'en', text: 'a 30-day notice', figures: ['30 days'], because: 'a hyphen before the unit' },
  {
    language: 'en',
    text: 'ten business days after',
    figures: ['10 working days'],
    because: 'words that count something',
  },
  { language: 'en', text: 'one of the parties', figures: [], because: 'words that count nothing' },
  {
    language: 'en',
    text: 'thirty (30) calendar days',
    figures: ['30 calendar days', '30 calendar days'],
    because: 'words, then digits',
  },
  {
    language: 'en',
    text: '30 (thirty) calendar days',
    figures: ['30 calendar days'],
    because: 'digits, then words: one figure',
  },
  {
    language: 'en',
    text: '30 (forty) calendar days',
    figures: ['30 calendar days/40'],
    because: 'the words say another number',
  },
  {
    language: 'en',
    text: 'five (6) days',
    figures: ['5 days', '6 days/5'],
    because: 'words before the digits say another number',
  },
  { language: 'en', text: '5% (six percent)', figures: ['5 %/6'], because: 'the sign stands before the brackets' },
  {
    language: 'en',
    text: 'under clauses 6.2, 6.3 and 8',
    figures: ['6.2 reference', '6.3 reference', '8 reference'],
    because: 'a list of clauses',
  },
  {
    language: 'en',
    text: 'clause 6.2, at most 5 %',
    figures: ['6.2 reference', '5 %'],
    because: 'a sum behind a clause is no clause',
  },
  {
    language: 'en',
    text: 'fee of $ 12.50, or 1 000 KZT',
    figures: ['12.5 USD', '1000 KZT'],
    because: 'signs before and codes behind',
  },
  {
    language: 'en',
    text: 'from 3:00 to 5:00 GMT',
    figures: ['3:00 reference', '5:00 reference'],
    because: 'clock times stay as they are',
  },
  { language: 'en', text: '1) first; 2) second', figures: ['1 reference', '2 reference'], because: 'items of a list' },
  { language: 'en', text: 'on 18 August 2024', figures: ['18 reference', '2024'], because: 'the day of a month' },
  { language: 'en', text: 'certificate 123456789012', figures: [], because: 'numbers of persons are not recorded' },
  {
    language: 'en',
    text: 'call +7 (701) 123-45-67 within 2 hours',
    figures: ['2 hours'],
    because: 'telephone numbers are not recorded',
  },
  {
    language: 'ru',
    text: 'пеня 0,1% (ноль целых одна десятая процента) за день',
    figures: ['0.1 %'],
    because: 'a decimal comma',
  },
  { language: 'ru', text: 'штраф 100 000 (ста тысяч) тенге', figures: ['100000 KZT'], because: 'grouped digits' },
  { language: 'ru', text: 'в течение 3-х месяцев', figures: ['3 months'], because: 'an ending behind the digits' },
  { language: 'ru', text: 'более двух месяцев', figures: ['2 months'], because: 'words in a case' },
  { language: 'ru', text: 'по п. 4.2 Договора', figures: ['4.2 reference'], because: 'a clause' },
  {
    language: 'ru',
    text: '5 (пяти) рабочих дней',
    figures: ['5 working days'],
    because: 'the unit stands behind the brackets',
  },
  { language: 'kk', text: '3 (үш) жыл ішінде', figures: ['3 years'], because: 'Kazakh words' },
  { language: 'kk', text: 'он күнтізбелік күн', figures: ['10 calendar days'], because: 'words that count days' },
  { language: 'kk', text: '5 пайыз', figures: ['5 %'], because: 'a share' },
];

describe('figuresIn', () => {
  it.each(rows)('$language: $because', ({ language, text, figures }) => {
    const read = figuresIn(text, language).map(
      ({ value, unit, inWords }) =>
        `${value}${unit === '' ? '' : ` ${unit}`}${inWords === undefined ? '' : `/${inWords}`}`,
    );
    expect(read).toEqual(figures);
  });
});
