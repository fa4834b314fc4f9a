import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOfTerm, type RenewingTerms, termEndingFrom } from '../../src/lifecycle/renewingTerms.js';

const anyTerms: fc.Arbitrary<RenewingTerms> = fc
  .record({
    // 20484 is 31 January 2026: half of the anchors are a day that some months lack.
    anchor: fc.oneof(fc.integer({ min: -50_000, max: 50_000 }), fc.constantFrom(20_482, 20_483, 20_484)),
    length: fc.integer({ min: 1, max: 40 }),
    inMonths: fc.boolean(),
    stepsToFirst: fc.constantFrom<0 | 1>(0, 1),
    sooner: fc.constantFrom<0 | 1>(0, 1),
  })
  .map(({ length, inMonths, ...rest }) => ({ ...rest, months: inMonths ? length : 0, days: inMonths ? 0 : length }));

describe('termEndingFrom', () => {
  it('is the first term that does not end before the day', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(2_000_000), (terms, later) => {
        const day = terms.anchor + later;
        const term = termEndingFrom(terms, day);
        expect(lastDayOfTerm(terms, term)).toBeGreaterThanOrEqual(day);
        if (term > 0) expect(lastDayOfTerm(terms, term - 1)).toBeLessThan(day);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds each end in its own term, and the next day in the next', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(5000), (terms, term) => {
        const end = lastDayOfTerm(terms, term);
        expect(termEndingFrom(terms, end)).toBe(term);
        expect(termEndingFrom(terms, end + 1)).toBe(term + 1);
      }),
      { numRuns: 1000 },
    );
  });
});
