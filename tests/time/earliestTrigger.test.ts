import fc from 'fast-check';
import { calendarDays, countingRules, earliestTrigger, type TriggerTerms, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyDay, anyFacts, anyLimit, anyRules, calendarOf } from './referenceCount.js';
import { base, everyTrigger, refusedTriggers, triggerCases } from './triggerCases.js';

const { asWritten } = countingRules;
const found = (change: Partial<TriggerTerms>) => String(earliestTrigger({ ...base, ...change }));

describe('earliestTrigger', () => {
  it.each(triggerCases)('$earliest to $latest: $because', ({ change, earliest }) => {
    expect(found(change)).toBe(earliest);
  });

  it('term: lastDay', () => {
    expect(found({ lastDay: '2026-03-03' })).toBe('2026-02-17');
  });

  it('term: limit', () => {
    expect(found({ limit: calendarDays(10), rules: asWritten })).toBe('2026-02-20');
  });

  it('term: rules', () => {
    expect([found({ rules: asWritten }), found({ rules: { ...asWritten, countTriggerDay: true } })]).toEqual([
      '2026-02-16',
      '2026-02-17',
    ]);
  });

  it('term: calendar', () => {
    // In Russia Monday 23 March 2026 is worked and the day before is Sunday; in Kazakhstan it is Nauryz.
    const monday = { lastDay: '2026-03-23', limit: workingDays(1) };
    expect([found({ ...monday, calendar: ru }), found({ ...monday, calendar: kz })]).toEqual([
      '2026-03-20',
      'undefined',
    ]);
  });

  it('is what trying every trigger gives, and an answer wherever the calendar knows all of them', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, anyLimit, anyRules, (facts, lastDay, limit, rules) => {
        fc.pre(!(rules.countTriggerDay && limit.count === 0));
        const told = refusal(() => earliestTrigger({ lastDay, limit, rules, calendar: calendarOf(facts) }) ?? 'none');
        fc.pre(!told.startsWith('calendar-not-covered'));
        const hits = everyTrigger(facts, lastDay, limit, rules);
        expect(told).toBe(`answered ${hits.at(0) ?? 'none'}`);
      }),
      { numRuns: 60 },
    );
  });

  it.each(refusedTriggers)('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => earliestTrigger({ ...base, ...change } as never))).toBe(refused);
  });
});
