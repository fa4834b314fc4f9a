import { describe, expect, it } from 'vitest';
import { Wording } from '../../../src/agreement/statement/wording.js';
import { autocall } from '../autocall.js';

describe('a time limit that an event carries', () => {
  it.each([
    { language: 'en', count: 1, told: '1\u00a0month' },
    { language: 'en', count: 12, told: '12\u00a0months' },
    { language: 'ru', count: 3, told: '3\u00a0месяца' },
    { language: 'kk', count: 12, told: '12\u00a0ай' },
  ] as const)('$language: $told', ({ language, count, told }) => {
    expect(new Wording(autocall, language).value({ count, unit: 'months' })).toBe(told);
  });

  it('is distinguished from a record that only has such fields among others', () => {
    expect(new Wording(autocall, 'en').value({ count: 2, unit: 'months', name: 'x' })).toBe('2, months, x');
  });
});
