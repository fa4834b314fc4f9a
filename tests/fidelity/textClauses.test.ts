import { describe, expect, it } from 'vitest';
import { normalizedText } from '../../src/fidelity/normalizedText.js';
import { textClauses } from '../../src/fidelity/textClauses.js';

const read = (
  text: string,
  clauses: readonly string[],
  languages: readonly string[] = ['en'],
  language: 'en' | 'ru' | 'kk' = 'en',
) => Object.fromEntries(textClauses(text, { clauses, language, languages }));

describe('textClauses', () => {
  it('numbers at the beginning of a line begin a clause, numbers inside do not', () => {
    expect(read('Offer\n1. Terms\n1.1. Paid as 1.2 says,\nin 5 days\n1.2 At once', ['1.1', '1.2'])).toEqual({
      preamble: 'Offer',
      '1': 'Terms',
      '1.1': 'Paid as 1.2 says, in 5 days',
      '1.2': 'At once',
    });
  });

  it('a list inside a clause that begins anew stays in it', () => {
    expect(read('4.1. Both:\n1. first\n2. second\n4.2. Next', ['4.1', '4.2'])).toEqual({
      '4.1': 'Both: 1 first 2 second',
      '4.2': 'Next',
    });
  });

  it('numbered lists of HTML have the numbers a browser shows', () => {
    const html =
      '<ol><li><b>Terms</b><ol><li>First</li><li>Second<ol><li>Deep</li></ol></li></ol></li><li>Fees</li></ol>';
    expect(read(html, ['1.1', '1.2', '1.2.1', '2'])).toEqual({
      '1': 'Terms',
      '1.1': 'First',
      '1.2': 'Second',
      '1.2.1': 'Deep',
      '2': 'Fees',
    });
  });

  it('items of a line are clauses where the agreement has them', () => {
    const text = '1. Terms\n1) the offer; 2) the act\n2. Next\n2.1. 1) a 2) b';
    expect(read(text, ['1(1)', '1(2)', '2.1'])).toEqual({
      '1': 'Terms',
      '1(1)': 'the offer;',
      '1(2)': 'the act',
      '2': 'Next',
      '2.1': '1) a 2) b',
    });
  });

  it('of two languages one is read', () => {
    const text = '<p>1.1. Он күн ішінде</p>\t<p>1.1. В течение десяти дней</p>';
    expect(read(text, ['1.1'], ['kk', 'ru'], 'ru')).toEqual({ '1.1': 'В течение десяти дней' });
    expect(read(text, ['1.1'], ['kk', 'ru'], 'kk')).toEqual({ '1.1': 'Он күн ішінде' });
  });
});

describe('normalizedText', () => {
  it.each([
    { because: 'markup and kinds of blank', text: ' <b>a</b>\u00a0\n b&nbsp;c ', plain: 'a b c' },
    { because: 'quotation marks and dashes', text: '«a» – “b” — ‘c’', plain: '"a" - "b" - \'c\'' },
    { because: 'what is not seen', text: 'a\u00adb\u200bc\ufeff', plain: 'abc' },
    { because: 'composed letters', text: 'и\u0306', plain: 'й' },
    { because: 'entities by number', text: '&#8470;&#99999999;', plain: '№&#99999999;' },
  ])('$because', ({ text, plain }) => {
    expect(normalizedText(text)).toBe(plain);
  });

  it('words that change are another text', () => {
    expect(normalizedText('may pay')).not.toBe(normalizedText('must pay'));
  });
});
