import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capRoom, capRoomBig } from '../../src/liability/capRoom.js';

describe('capRoom', () => {
  it('equals the room of integers of any size, or says that it cannot hold it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom('floor', 'ceil', 'halfEven', 'halfExpand'),
        (base, used, rate, rounding) => {
          const exact = capRoomBig(BigInt(base), BigInt(used), BigInt(rate), 1000n, rounding);
          const fast = capRoom(base, used, rate, 1000, rounding);
          if (Number.isNaN(fast))
            expect(BigInt(base) * BigInt(rate) + 1000n > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
          else expect(BigInt(fast)).toBe(exact);
        },
      ),
    );
  });

  it.each([
    { because: 'a product at the edge of the safe integers', base: Number.MAX_SAFE_INTEGER - 1, rate: 1, held: true },
    { because: 'a product past it', base: Number.MAX_SAFE_INTEGER, rate: 1, held: false },
    { because: 'a base that is not held', base: Number.NaN, rate: 1, held: false },
    { because: 'a rate that is not held', base: 1, rate: Number.NaN, held: false },
  ])('$because', ({ base, rate, held }) => {
    expect(Number.isNaN(capRoom(base, 0, rate, 1, 'floor'))).toBe(!held);
  });

  it('does not hold what a used sum that is not held leaves', () => {
    expect(capRoom(1, Number.NaN, 1, 1, 'floor')).toBeNaN();
  });
});
