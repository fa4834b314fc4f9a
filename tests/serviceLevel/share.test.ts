import fc from 'fast-check';
import { fromMinorUnits, meanOf, money, type ShareTerms, share } from 'oferta';
import { describe, expect, it } from 'vitest';
import { errorOf, refusal } from '../support/refusal.js';

const text = (part: ShareTerms['part'], whole: ShareTerms['whole']) => String(share({ part, whole }));

describe('share', () => {
  it.each([
    { part: 44_596, whole: 44_640, right: '11149/11160', because: '44 minutes out of the 31 days of March' },
    { part: 43_156, whole: 43_200, right: '10789/10800', because: 'the same of a month fixed at 30 days' },
    { part: 998, whole: 1000, right: '499/500', because: 'requests that were counted' },
    { part: '21.9', whole: '43200', right: '73/144000', because: 'a fraction of a minute is kept' },
    { part: 0, whole: 7, right: '0', because: 'nothing' },
    { part: 7, whole: 7, right: '1', because: 'all' },
    { part: 8, whole: 7, right: '8/7', because: 'more than all' },
    { part: money('1.00', 'KZT'), whole: money('3.00', 'KZT'), right: '1/3', because: 'two sums' },
    { part: money('-1.00', 'KZT'), whole: money('3.00', 'KZT'), right: '-1/3', because: 'a part below zero' },
  ])('$right: $because', ({ part, whole, right }) => {
    expect(text(part, whole)).toBe(right);
  });

  it('term: part', () => {
    expect([text(1, 3), text(2, 3)]).toEqual(['1/3', '2/3']);
  });

  it('term: whole', () => {
    expect([text(1, 3), text(1, 4)]).toEqual(['1/3', '1/4']);
  });

  it.each([
    { terms: { part: { numerator: '1x', denominator: '2' }, whole: 1 }, refused: 'argument-invalid part.numerator' },
    { terms: { part: { numerator: 'x1', denominator: '2' }, whole: 1 }, refused: 'argument-invalid part.numerator' },
    { terms: { part: 1, whole: { numerator: '1', denominator: 2 } }, refused: 'argument-invalid whole.denominator' },
    { terms: { part: 1, whole: 0 }, refused: 'argument-invalid whole' },
    { terms: { part: 1, whole: -1 }, refused: 'argument-invalid whole' },
    { terms: { part: 1 }, refused: 'argument-invalid whole' },
    { terms: { part: 0.5, whole: 1 }, refused: 'argument-invalid part' },
    { terms: { part: money('1.00', 'KZT'), whole: 3 }, refused: 'argument-invalid part' },
    { terms: { part: 1, whole: money('1.00', 'KZT') }, refused: 'argument-invalid whole' },
    { terms: { part: money('1.00', 'KZT'), whole: money('0.00', 'KZT') }, refused: 'argument-invalid whole' },
    { terms: { part: money('1.00', 'KZT'), whole: money('1.00', 'EUR') }, refused: 'currency-mismatch whole' },
  ])('refuses with $refused', ({ terms, refused }) => {
    expect(refusal(() => share(terms as never))).toBe(refused);
  });

  it('of a half, one is two', () => {
    expect(String(share({ part: 1, whole: '1/2' }))).toBe('2');
  });

  it('says that the whole is zero, or a denominator', () => {
    expect(errorOf(() => share({ part: 1, whole: 0 })).details.expected).toBe('more than zero');
    expect(errorOf(() => share({ part: '1/0', whole: 1 })).details).toMatchObject({ field: 'part', value: '"1/0"' });
  });

  it('conservation: shares of parts add up to one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const whole = parts.reduce((a, b) => a + b, 1);
        const shares = [1, ...parts].map((part) =>
          share({ part: fromMinorUnits(part, 'KZT'), whole: fromMinorUnits(whole, 'KZT') }),
        );
        // The mean of n parts of one is 1/n.
        expect(String(meanOf({ entries: shares, empty: 'refused' }))).toBe(`1/${shares.length}`);
      }),
    );
  });
});
