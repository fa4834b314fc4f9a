import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/agreement/statement/plainText.js';

describe('plainText', () => {
  it.each([
    { text: 'a\u001b[31mb', plain: 'a [31mb', because: 'an escape colours nothing' },
    { text: 'a\r\nb\u2028c\u2029d', plain: 'a b c d', because: 'line breaks of every kind are one space' },
    { text: 'a\u202eb\u2066c\u200fd\ufeff', plain: 'abcd', because: 'marks that turn the direction of writing' },
    { text: 'a\ud800b', plain: 'a\ufffdb', because: 'half of a character' },
    { text: 'Ә\u00a0ә — 10,00\u00a0₸ 😀', plain: 'Ә\u00a0ә — 10,00\u00a0₸ 😀', because: 'what can be read stays' },
  ])('$because', ({ text, plain }) => {
    expect(plainText(text)).toBe(plain);
  });
});
