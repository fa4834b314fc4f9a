import { describe, expect, it } from 'vitest';
import { roundFraction } from '../../src/verify/roundFraction.js';

describe('the nine roundings', () => {
  // What 5/2, 2.4, 2.6 and their negatives become, by the meaning of the names on the number line.
  it.each([
    ['ceil', 3, -2, 3, -2, 3, -2],
    ['floor', 2, -3, 2, -3, 2, -3],
    ['expand', 3, -3, 3, -3, 3, -3],
    ['trunc', 2, -2, 2, -2, 2, -2],
    ['halfCeil', 3, -2, 2, -2, 3, -3],
    ['halfFloor', 2, -3, 2, -2, 3, -3],
    ['halfExpand', 3, -3, 2, -2, 3, -3],
    ['halfTrunc', 2, -2, 2, -2, 3, -3],
    ['halfEven', 2, -2, 2, -2, 3, -3],
  ] as const)('%s', (mode, half, minusHalf, below, minusBelow, above, minusAbove) => {
    const tenths = [25n, -25n, 24n, -24n, 26n, -26n];
    expect(tenths.map((n) => roundFraction(n, 10n, mode))).toEqual(
      [half, minusHalf, below, minusBelow, above, minusAbove].map(BigInt),
    );
    expect(roundFraction(-35n, 10n, 'halfEven')).toBe(-4n);
    expect(roundFraction(30n, 10n, mode)).toBe(3n);
  });

  it('no other word is one', () => {
    expect(() => roundFraction(5n, 2n, 'halfUp')).toThrow(TypeError);
  });
});
