import { deadlineAt, escalatingFine, firstChargeDay, hours, limitLiability, sendingTime } from 'oferta';
import {
  allPrimitives,
  english,
  explainer,
  kazakh,
  messagingPrimitives,
  penaltyPrimitives,
  russian,
} from 'oferta/explain';
import { describe, expect, test } from 'vitest';
import { kzt } from '../support/amounts.js';
import { plainTexts } from '../support/noBreakSpaces.js';
import { refusal } from '../support/refusal.js';

const fines = { first: kzt('100.00'), repeat: kzt('1000.00'), count: 3, mode: 'repeatAlone' } as const;

describe('a primitive in words', () => {
  test('in English', () => {
    expect(plainTexts(explainer(english, penaltyPrimitives)(escalatingFine, fines))).toEqual([
      'breach number 3 is a repeat and costs 1 000.00 ₸',
      '3 breaches less the first: 2 breaches repeated',
      '1 000.00 ₸ × 2 breaches = 2 000.00 ₸',
      'all fines together: 100.00 ₸ + 2 000.00 ₸ = 2 100.00 ₸',
    ]);
  });

  test('the sums are those of the case, whatever the language', () => {
    for (const language of [russian, kazakh]) {
      const told = plainTexts(explainer(language, penaltyPrimitives)(escalatingFine, fines));
      expect(told).toHaveLength(4);
      expect(told[3]).toContain('100,00 ₸ + 2 000,00 ₸ = 2 100,00 ₸');
    }
  });

  test('an instant is shown in the zone of the terms, and without one in UTC', () => {
    const window = { from: '03:00', to: '05:00', timeZone: 'Asia/Almaty' };
    const [told] = plainTexts(
      explainer(english, allPrimitives)(firstChargeDay, { activatedAt: '2026-03-01T22:30:00Z', window }),
    );
    // 03:30 of the next day at +05:00: the window of that day has opened before.
    expect(told).toContain('03:30 (UTC+05:00)');
    expect(told).toContain('3 March 2026');
    const [inUtc] = plainTexts(
      explainer(english, allPrimitives)(deadlineAt, { triggeredAt: '2026-03-01T22:30:00Z', limit: hours(2) }),
    );
    expect(inUtc).toContain('(UTC+00:00)');
  });

  test.each([[undefined], [null], ['en'], [{}], [{ texts: 'en' }], [{ texts: null }]])(
    'a language that is none is refused: %j',
    (language) => {
      expect(refusal(() => explainer(language as never, penaltyPrimitives))).toBe('argument-invalid language');
    },
  );

  test('only the families given are known', () => {
    const explain = explainer(english, messagingPrimitives);
    expect(explain(sendingTime, { count: 100, perMinute: { least: 20, most: 60 } })).toHaveLength(2);
    expect(() => explain(limitLiability, { loss: kzt('1.00'), requires: [], caps: [], rounding: 'floor' })).toThrow(
      'smsSegments, sendingTime, mayRepeat',
    );
  });
});
