import fc from 'fast-check';
import { calendarDays, countingRules, latestTrigger, months, type TriggerTerms, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { refusal } from '../errors/refusal.js';
import {
  anyDay,
  anyFacts,
  anyLimit,
  anyRules,
  calendarOf,
  DayMissing,
  NotCovered,
  walkDeadline,
} from './referenceCount.js';

const { asWritten, kzCivilCode } = countingRules;
const base: TriggerTerms = { lastDay: '2026-03-02', limit: calendarDays(14), rules: kzCivilCode, calendar: kz };
const found = (change: Partial<TriggerTerms>) => String(latestTrigger({ ...base, ...change }));

describe('latestTrigger', () => {
  it.each([
    { change: { lastDay: '2026-02-27' }, earliest: '2026-02-13', latest: '2026-02-13', because: 'a Friday' },
    { change: { lastDay: '2026-02-28' }, earliest: 'undefined', latest: 'undefined', because: 'a Saturday rolls' },
    { change: {}, earliest: '2026-02-14', latest: '2026-02-16', because: 'Saturday, Sunday and Monday go to Monday' },
    {
      change: { lastDay: '2026-02-28', limit: months(1), rules: asWritten },
      earliest: '2026-01-28',
      latest: '2026-01-31',
      because: 'four days of January are clamped to one',
    },
    {
      change: { lastDay: '2026-02-28', limit: months(1), rules: { ...asWritten, monthEnd: 'reject' } as const },
      earliest: '2026-01-28',
      latest: '2026-01-28',
      because: 'three of them are refused',
    },
    {
      change: { lastDay: '2026-02-27', limit: months(1), rules: { ...asWritten, monthEnd: 'reject' } as const },
      earliest: '2026-01-27',
      latest: '2026-01-27',
      because: 'the refused ones after it are passed over',
    },
    {
      change: { lastDay: '2026-03-26', limit: workingDays(1) },
      earliest: '2026-03-20',
      latest: '2026-03-25',
      because: 'over Nauryz, from the 21st to the 25th',
    },
  ])('$earliest to $latest: $because', ({ change, latest }) => {
    expect(found(change)).toBe(latest);
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
      '2026-03-22',
      'undefined',
    ]);
  });

  it('is what trying every trigger gives, and an answer wherever the calendar knows all of them', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, anyLimit, anyRules, (facts, lastDay, limit, rules) => {
        fc.pre(!(rules.countTriggerDay && limit.count === 0));
        const told = refusal(() => latestTrigger({ lastDay, limit, rules, calendar: calendarOf(facts) }) ?? 'none');
        fc.pre(!told.startsWith('calendar-not-covered'));
        // Twenty-five years are the longest limit drawn; triggers further away than the limit do not end here.
        const length = {
          calendarDays: 1,
          weeks: 7,
          halfMonths: 15,
          months: 31,
          quarters: 92,
          halfYears: 184,
          years: 366,
        };
        const reach = limit.unit in length ? limit.count * length[limit.unit as keyof typeof length] + 60 : 200;
        const hits: string[] = [];
        for (let trigger = lastDay.subtract({ days: reach }), at = 0; at <= reach + 3; at += 1) {
          try {
            if (walkDeadline(facts, trigger, limit, rules).equals(lastDay)) hits.push(String(trigger));
          } catch (error) {
            if (!(error instanceof NotCovered || error instanceof DayMissing)) throw error;
          }
          trigger = trigger.add({ days: 1 });
        }
        expect(told).toBe(`answered ${hits.at(-1) ?? 'none'}`);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    { change: { lastDay: '2026-02-30' }, refused: 'day-invalid lastDay' },
    { change: { lastDay: null }, refused: 'day-invalid lastDay' },
    { change: { limit: 14 }, refused: 'limit-invalid limit' },
    { change: { rules: 'kzCivilCode' }, refused: 'rules-invalid rules' },
    { change: { calendar: undefined }, refused: 'calendar-required calendar' },
    {
      change: { limit: calendarDays(0), rules: { ...asWritten, countTriggerDay: true } },
      refused: 'limit-invalid limit.count',
    },
    { change: { lastDay: '2030-03-04' }, refused: 'calendar-not-covered day' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => latestTrigger({ ...base, ...change } as never))).toBe(refused);
  });
});
