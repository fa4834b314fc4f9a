import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const share = (total: string, parts: number) =>
  answerOf(
    { kind: 'equalShare' },
    { total: { type: 'money' }, parts: { type: 'count' } },
    { total: kzt(total), parts },
  );

describe('equalShare: what falls on one of several equal parts', () => {
  it.each([
    { total: '120.00', parts: 12, part: '10.00', because: '120 ÷ 12' },
    { total: '100.00', parts: 12, part: '8.33', because: '8.333… goes down' },
    { total: '100.00', parts: 8, part: '12.50', because: '12.5 is whole in minor units' },
    { total: '0.05', parts: 2, part: '0.03', because: 'half a minor unit goes away from zero' },
    { total: '99.00', parts: 1, part: '99.00', because: 'one part is the whole' },
    { total: '0.00', parts: 12, part: '0.00', because: 'nothing to divide' },
  ])('$total in $parts parts: $part, because $because', ({ total, parts, part }) => {
    const result = share(total, parts);
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ share: kzt(part) });
    redo(result);
  });

  it.each([
    { taken: 0, part: '0.00', because: 'none of them' },
    { taken: 2, part: '16.67', because: '16.666… goes up, and is rounded once: not twice 8.33' },
    { taken: 12, part: '100.00', because: 'all of them' },
  ])('$taken of 12 parts of 100.00: $part, because $because', ({ taken, part }) => {
    const result = answerOf(
      { kind: 'equalShare' },
      { total: { type: 'money' }, parts: { type: 'count' }, taken: { type: 'count' } },
      { total: kzt('100.00'), parts: 12, taken },
    );
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ share: kzt(part) });
    redo(result);
  });

  it.each([-1, 13])('%i of 12 parts are refused', (taken) => {
    expect(
      codeOf(() =>
        answerOf(
          { kind: 'equalShare' },
          { total: { type: 'money' }, parts: { type: 'count' }, taken: { type: 'count' } },
          { total: kzt('100.00'), parts: 12, taken },
        ),
      ),
    ).toBe('argument-invalid');
  });

  it.each([0, -1])('%i parts are refused', (parts) => {
    expect(codeOf(() => share('120.00', parts))).toBe('argument-invalid');
  });

  it('all parts together miss the whole by half a minor unit a part at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 1, max: 60 }), (units, parts) => {
        const text = `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
        const { amount } = JSON.parse(JSON.stringify(share(text, parts).value)).share;
        const missed = Math.abs(Number(amount.replace('.', '')) * parts - units);
        expect(missed * 2).toBeLessThanOrEqual(parts);
      }),
      { numRuns: 100 },
    );
  });
});
