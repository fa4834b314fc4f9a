import fc from 'fast-check';
import { sendingTime } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

/** Messages: 60 to 10,000 a minute. */
const messages = { least: 60, most: 10_000 };
/** Calls: 20 to 5,000 a minute. */
const calls = { least: 20, most: 5000 };

describe('hand-worked', () => {
  it.each([
    { count: 0, perMinute: messages, best: 0, worst: 0, because: 'nothing to send takes no time' },
    { count: 1, perMinute: messages, best: 1, worst: 1, because: 'a minute begun is a minute' },
    { count: 59, perMinute: messages, best: 1, worst: 1, because: 'one below the lowest speed' },
    { count: 60, perMinute: messages, best: 1, worst: 1, because: 'a minute at the lowest speed' },
    { count: 61, perMinute: messages, best: 1, worst: 2, because: 'one above' },
    { count: 9999, perMinute: messages, best: 1, worst: 167, because: 'one below the highest speed' },
    {
      count: 10_000,
      perMinute: messages,
      best: 1,
      worst: 167,
      because: 'a minute at the highest speed; 166 2/3 at the lowest',
    },
    { count: 10_001, perMinute: messages, best: 2, worst: 167, because: 'one above' },
    { count: 25_000, perMinute: calls, best: 5, worst: 1250, because: 'calls, without a rest' },
    { count: 25_001, perMinute: calls, best: 6, worst: 1251, because: 'calls, one more' },
    { count: 7, perMinute: { least: 3, most: 3 }, best: 3, worst: 3, because: 'one speed only' },
  ])('$because', ({ count, perMinute, best, worst }) => {
    const time = sendingTime({ count, perMinute });
    expect([time.best, time.worst]).toEqual([best, worst]);
  });

  it('says what it rests on, and goes over the wire', () => {
    expect(JSON.parse(JSON.stringify(sendingTime({ count: 61, perMinute: messages })))).toEqual({
      best: 1,
      worst: 2,
      basis: { count: 61, least: 60, most: 10_000 },
    });
  });
});

describe('each term alone changes the answer', () => {
  it('term: count', () => {
    expect(sendingTime({ count: 120, perMinute: messages }).worst).toBe(2);
    expect(sendingTime({ count: 121, perMinute: messages }).worst).toBe(3);
  });

  it('up to 10^15 messages', () => {
    expect(sendingTime({ count: 1e15, perMinute: { least: 1, most: 1e15 } })).toMatchObject({ best: 1, worst: 1e15 });
    expect(refusal(() => sendingTime({ count: 1e15 + 1, perMinute: messages }))).toBe('argument-invalid count');
  });

  it('term: perMinute', () => {
    expect(sendingTime({ count: 120, perMinute: { ...messages, least: 120 } }).worst).toBe(1);
    expect(sendingTime({ count: 120, perMinute: { ...messages, most: 60 } }).best).toBe(2);
  });
});

describe('laws', () => {
  it('the time is enough, and a minute less is not, up to 10^15', () => {
    const whole = (min: number) => fc.maxSafeInteger().map((value) => min + (Math.abs(value) % (1e15 - min + 1)));
    fc.assert(
      fc.property(whole(0), whole(1), whole(1), (count, one, other) => {
        const [least, most] = one < other ? [one, other] : [other, one];
        const { best, worst } = sendingTime({ count, perMinute: { least, most } });
        for (const [minutes, speed] of [
          [best, most],
          [worst, least],
        ] as const) {
          expect(BigInt(minutes) * BigInt(speed) >= BigInt(count)).toBe(true);
          if (minutes > 0) expect((BigInt(minutes) - 1n) * BigInt(speed) < BigInt(count)).toBe(true);
        }
        expect(best).toBeLessThanOrEqual(worst);
      }),
    );
  });
});

describe('refused', () => {
  it.each<[string, object, string]>([
    ['a number for the rates', { perMinute: 60 }, 'argument-invalid perMinute'],
    ['a count below zero', { count: -1 }, 'argument-invalid count'],
    ['half a message', { count: 0.5 }, 'argument-invalid count'],
    ['no number', { count: Number.NaN }, 'argument-invalid count'],
    ['endless many', { count: Number.POSITIVE_INFINITY }, 'argument-invalid count'],
    ['more than 10^15', { count: 1e15 + 1 }, 'argument-invalid count'],
    ['a bigint', { count: 5n }, 'argument-invalid count'],
    ['no speed', { perMinute: undefined }, 'argument-invalid perMinute'],
    ['a speed alone', { perMinute: 60 }, 'argument-invalid perMinute'],
    ['a speed of zero', { perMinute: { least: 0, most: 10 } }, 'argument-invalid perMinute.least'],
    ['a speed as text', { perMinute: { least: '60', most: 100 } }, 'argument-invalid perMinute.least'],
    ['the highest missing', { perMinute: { least: 60 } }, 'argument-invalid perMinute.most'],
    ['the highest below the lowest', { perMinute: { least: 60, most: 59 } }, 'argument-invalid perMinute.most'],
  ])('%s', (_, change, expected) => {
    expect(refusal(() => sendingTime({ count: 1, perMinute: messages, ...change }))).toBe(expected);
  });
});
