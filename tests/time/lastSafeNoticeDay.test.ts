import fc from 'fast-check';
import {
  calendarDays,
  countingRules,
  deadline,
  type LastSafeNoticeDayTerms,
  lastSafeNoticeDay,
  latestDayBefore,
  months,
  workingDays,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyRules } from './referenceCount.js';

const { asWritten, kzCivilCode, ruCivilCode } = countingRules;
const base: LastSafeNoticeDayTerms = { target: '2026-03-31', limit: calendarDays(10), rules: asWritten, calendar: kz };
const safe = (change: Partial<LastSafeNoticeDayTerms>) => String(lastSafeNoticeDay({ ...base, ...change }));

describe('lastSafeNoticeDay', () => {
  it.each([
    { change: {}, right: '2026-03-20', because: 'ten clear days' },
    { change: { limit: months(1), target: '2026-02-28' }, right: '2026-01-27', because: 'a month from the 27th' },
    { change: { limit: calendarDays(0) }, right: '2026-03-30', because: 'of no days the day before is clear' },
    {
      change: { limit: workingDays(3), target: '2026-05-14' },
      right: '2026-05-06',
      because: '13, 12 and 8 May lie between, and the day before is the 6th: 7 and 9 to 11 May are off',
    },
    {
      change: { rules: ruCivilCode, calendar: ru, limit: calendarDays(3), target: '2026-06-14' },
      right: '2026-06-08',
      because: 'counted forwards, three days from the 9th end on Friday 12 June and roll to the 15th',
    },
  ])('$right: $because', ({ change, right }) => {
    expect(safe(change)).toBe(right);
  });

  it('term: target', () => {
    expect(safe({ target: '2026-03-30' })).toBe('2026-03-19');
  });

  it('term: limit', () => {
    expect(safe({ limit: calendarDays(11) })).toBe('2026-03-19');
  });

  it('term: rules', () => {
    expect(safe({ target: '2026-03-29', rules: asWritten })).toBe('2026-03-18');
    // Under the code ten days from the 18th end on Saturday the 28th and roll to Monday.
    expect(safe({ target: '2026-03-29', rules: kzCivilCode })).toBe('2026-03-17');
    // Sunday the 22nd in clear days goes back over Nauryz.
    expect(safe({ target: '2026-04-02', rules: { ...asWritten, backwardRoll: 'preceding' } })).toBe('2026-03-20');
  });

  it('term: calendar', () => {
    const notice = { limit: workingDays(1), target: '2026-03-26' };
    expect([safe({ ...notice, calendar: kz }), safe({ ...notice, calendar: ru })]).toEqual([
      '2026-03-19',
      '2026-03-24',
    ]);
  });

  const target = fc
    .integer({ min: 500, max: 2800 })
    .map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));
  const limit = fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom('calendarDays', 'workingDays', 'weeks', 'months'),
  });
  const rules = anyRules.filter(({ monthEnd }) => monthEnd !== 'reject');

  it('is in time by every reading, and the day after it is late by one: every day about it is tried', () => {
    fc.assert(
      fc.property(target, limit, rules, (to, span, counted) => {
        const terms = { target: to, limit: span, rules: counted, calendar: kz };
        const found = lastSafeNoticeDay(terms);
        const inTime = (day: Temporal.PlainDate) =>
          Temporal.PlainDate.compare(deadline({ ...terms, trigger: day }).lastDay, to) <= 0 &&
          [true, false].every((clearDays) =>
            (['subtract', 'latestStart'] as const).every(
              (monthsBack) =>
                Temporal.PlainDate.compare(day, latestDayBefore({ ...terms, clearDays, monthsBack }).lastDay) <= 0,
            ),
          );
        for (const days of [0, 1, 2, 3, 7, 20]) expect(inTime(found.subtract({ days }))).toBe(true);
        for (const days of [1, 2, 3, 7, 20]) expect(inTime(found.add({ days }))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    { change: { target: '2026-02-30' }, refused: 'day-invalid target' },
    { change: { limit: 'P10D' }, refused: 'limit-invalid limit' },
    { change: { rules: undefined }, refused: 'rules-invalid rules' },
    { change: { calendar: undefined, rules: kzCivilCode }, refused: 'calendar-required calendar' },
    { change: { rules: { ...asWritten, backwardRoll: 'back' } }, refused: 'rules-invalid rules.backwardRoll' },
    { change: { target: '2030-01-10', rules: kzCivilCode }, refused: 'calendar-not-covered day' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => lastSafeNoticeDay({ ...base, ...change } as never))).toBe(refused);
  });
});
