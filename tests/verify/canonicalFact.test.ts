import { describe, expect, it } from 'vitest';
import { canonicalFact } from '../../src/verify/canonicalFact.js';
import type { Json } from '../../src/verify/json.js';

describe('a fact in the form in which a result shows it', () => {
  it.each<[Json, Json, Json, string]>([
    [{ type: 'day' }, '2026-03-02', '2026-03-02', 'a day as it is written'],
    [{ type: 'day' }, { year: 2026, month: 3, day: 2 }, '2026-03-02', 'a day in parts'],
    [{ type: 'day' }, 'soon', 'soon', 'no day: it stays, and equals nothing'],
    [{ type: 'day' }, 20260302, 20260302, 'a number is no day'],
    [{ type: 'instant' }, '2026-03-02T08:00:00+05:00', '2026-03-02T03:00:00Z', 'five hours ahead of UTC'],
    [{ type: 'instant' }, 0, 0, 'a number is no instant'],
    [{ type: 'money' }, { amount: '5', currency: 'KZT' }, { amount: '5.00', currency: 'KZT' }, 'two digits'],
    [{ type: 'money' }, { amount: 5, currency: 'KZT' }, { amount: 5, currency: 'KZT' }, 'the amount is a text'],
    [{ type: 'money' }, { amount: '5.00' }, { amount: '5.00' }, 'no currency'],
    [{ type: 'decimal' }, 3, '3', 'a decimal is a text'],
    [{ type: 'decimal' }, '3.5', '3.5', 'already one'],
    [{ type: 'list', of: { type: 'decimal' } }, [1, '2.5'], ['1', '2.5'], 'each entry'],
    [{ type: 'list', of: { type: 'decimal' } }, 'none', 'none', 'no list'],
    [{ type: 'record', fields: { on: { type: 'day' } } }, { on: '2026-03-02', by: null }, { on: '2026-03-02' }, 'null'],
    [{ type: 'record', fields: {} }, 'none', 'none', 'no record'],
    [{ type: 'flag' }, true, true, 'as it is'],
  ])('%j: %j is %j (%s)', (shape, fact, expected) => {
    expect(canonicalFact(shape, fact)).toEqual(expected);
  });
});
