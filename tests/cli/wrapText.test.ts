import { describe, expect, it } from 'vitest';
import { widthOf, wrapText } from '../../src/cli/wrapText.js';

describe('wrapText', () => {
  it.each([
    {
      text: 'one two three four five',
      columns: 20,
      wrapped: 'one two three four\n  five',
      because: 'broken at a space',
    },
    { text: 'one two three four f', columns: 20, wrapped: 'one two three four f', because: 'exactly as wide' },
    { text: 'one two three four fi', columns: 20, wrapped: 'one two three four\n  fi', because: 'one column more' },
    {
      text: '  12345678901234567890',
      columns: 20,
      wrapped: '  123456789012345678\n    90',
      because: 'a word without spaces',
    },
    {
      text: 'price of 100\u00a0000.00\u00a0₸ now',
      columns: 20,
      wrapped: 'price of\n  100\u00a0000.00\u00a0₸ now',
      because: 'a sum stays together',
    },
    { text: 'a\nb', columns: 80, wrapped: 'a\nb', because: 'lines stay lines' },
    {
      text: 'five columns are too few',
      columns: 5,
      wrapped: 'five columns are too\n  few',
      because: 'never narrower than 20',
    },
    {
      text: '漢字漢字漢字漢字漢字 漢',
      columns: 20,
      wrapped: '漢字漢字漢字漢字漢字\n  漢',
      because: 'two columns each',
    },
  ])('$because', ({ text, columns, wrapped }) => {
    expect(wrapText(text, columns)).toBe(wrapped);
  });

  it('a mark above a letter takes no column', () => {
    expect(widthOf('е\u0301')).toBe(1);
  });
});
