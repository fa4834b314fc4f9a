import fc from 'fast-check';
import { exactFraction, type Tier, tierOf } from 'oferta';
import { describe, expect, it } from 'vitest';
import { errorOf, refusal } from '../support/refusal.js';

const tiers = [
  { name: 'low', atLeast: '0.99', below: '0.999' },
  { name: 'met', atLeast: '0.999', atMost: 1 },
  { name: 'poor', atLeast: 0, below: '0.99' },
];
const name = (value: string | number) => tierOf({ value, tiers }).name;

describe('tierOf', () => {
  it.each([
    { value: '0.9989999', found: 'low', because: 'a little below the edge' },
    { value: '0.999', found: 'met', because: '"at least" has its edge' },
    { value: '0.9990001', found: 'met', because: 'a little above it' },
    { value: '998/999', found: 'low', because: '0.998998…, whatever a rounding to three places would say' },
    { value: '0.9899999', found: 'poor', because: 'below the second edge' },
    { value: '0.99', found: 'low', because: 'at it' },
    { value: 0, found: 'poor', because: 'the lowest value there is' },
    { value: 1, found: 'met', because: '"at most" has its edge' },
  ])('$value is $found: $because', ({ value, found }) => {
    expect(name(value)).toBe(found);
  });

  it.each([{ value: '-0.0001' }, { value: '1.0001' }])('$value is not on the scale', ({ value }) => {
    expect(refusal(() => name(value))).toBe('term-not-in-force value');
  });

  it('above and atMost leave the edge to the lower tier', () => {
    const scale = [
      { name: 'cheap', atMost: 100 },
      { name: 'dear', above: 100 },
    ];
    expect([99, 100, 101].map((value) => tierOf({ value, tiers: scale }).name)).toEqual(['cheap', 'cheap', 'dear']);
    expect(tierOf({ value: '-1000000', tiers: scale })).toBe(scale[0]);
  });

  it('a tier of one value', () => {
    const scale = [{ below: 5 }, { atLeast: 5, atMost: 5 }, { above: 5 }];
    expect(['4.9', '5', '5.1'].map((value) => scale.indexOf(tierOf({ value, tiers: scale })))).toEqual([0, 1, 2]);
  });

  it('term: value', () => {
    expect([name('0.5'), name('0.995')]).toEqual(['poor', 'low']);
  });

  it('term: tiers', () => {
    const all: Tier & { name: string } = { name: 'all' };
    expect(tierOf({ value: '0.5', tiers: [all] }).name).toBe('all');
  });

  it.each([
    { scale: [], refused: 'argument-invalid tiers', because: 'no tier' },
    { scale: 'low', refused: 'argument-invalid tiers', because: 'no list' },
    { scale: [null], refused: 'argument-invalid tiers.0', because: 'no tier' },
    { scale: [{ below: 1 }, { above: 1 }], refused: 'argument-invalid tiers.1', because: 'the edge is in neither' },
    { scale: [{ atMost: 1 }, { atLeast: 1 }], refused: 'argument-invalid tiers.1', because: 'the edge is in both' },
    { scale: [{ below: 1 }, { atLeast: 2 }], refused: 'argument-invalid tiers.1', because: 'a hole from 1 to 2' },
    { scale: [{ below: 2 }, { atLeast: 1 }], refused: 'argument-invalid tiers.1', because: 'an overlap' },
    { scale: [{ atLeast: 1 }, { below: 2 }], refused: 'argument-invalid tiers.0', because: 'an overlap, turned round' },
    { scale: [{}, {}], refused: 'argument-invalid tiers.1', because: 'everything twice' },
    { scale: [{ atLeast: 1, above: 1 }], refused: 'argument-invalid tiers.0.above', because: 'two lower edges' },
    { scale: [{ below: 1, atMost: 1 }], refused: 'argument-invalid tiers.0.atMost', because: 'two upper edges' },
    { scale: [{ atLeast: 1, below: 1 }], refused: 'argument-invalid tiers.0', because: 'no value in it' },
    { scale: [{ atLeast: 2, atMost: 1 }], refused: 'argument-invalid tiers.0', because: 'turned round' },
    { scale: [{ below: 0.5 }], refused: 'argument-invalid tiers.0.below', because: 'no exact number' },
  ])('refuses $scale: $because', ({ scale, refused }) => {
    expect(refusal(() => tierOf({ value: '0.5', tiers: scale as never }))).toBe(refused);
  });

  it('says which tier does not begin where another ends', () => {
    const detailsOf = (tiers: readonly object[]) => errorOf(() => tierOf({ value: 0, tiers })).details;
    expect(detailsOf([{ below: '0.5' }, { below: '0.9' }])).toMatchObject({
      field: 'tiers.1',
      value: '"no lower edge"',
    });
    expect(detailsOf([{ atLeast: '0.5' }, { atLeast: '0.9' }])).toMatchObject({ field: 'tiers.1', value: '"9/10"' });
    expect(detailsOf([{ atLeast: '0.9', below: '0.5' }])).toMatchObject({ field: 'tiers.0', value: '"9/10 to 1/2"' });
  });

  it('is the one tier whose edges admit the value, in whatever order they are listed', () => {
    const edges = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        edges,
        fc.infiniteStream(fc.boolean()),
        fc.integer({ min: -50, max: 50 }),
        (unsorted, sides, half) => {
          const sorted = [...unsorted].sort((a, b) => a - b);
          const over = sorted.map(() => sides.next().value as boolean);
          const scale = [...sorted, undefined].map((upper, at): Tier & { at: number } => ({
            at,
            ...(at > 0 && (over[at - 1] ? { atLeast: sorted[at - 1] as number } : { above: sorted[at - 1] as number })),
            ...(upper !== undefined && (over[at] ? { below: upper } : { atMost: upper })),
          }));
          const value = half / 2;
          const right = sorted.filter((edge, at) => (over[at] ? value >= edge : value > edge)).length;
          expect(tierOf({ value: exactFraction(`${half}/2`), tiers: scale.reverse() }).at).toBe(right);
        },
      ),
    );
  });
});
