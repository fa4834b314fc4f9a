import fc from 'fast-check';
import {
  attempt,
  calendarDays,
  countingRules,
  deadline,
  months,
  weeks,
  workingCalendar,
  workingDays,
  years,
} from 'oferta';
import { type DeadlineColumnTerms, deadlineColumn } from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { anyCountingRules, anyTimeLimit } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const noDay = -2_147_483_648;
/** Days since 1970-01-01, by the clock of the platform. */
const dayNumber = (iso: string) => Date.parse(iso) / 86_400_000;
const iso = (day: number) => (day === noDay ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10));
const days = (...list: string[]) => Int32Array.from(list, dayNumber);
const { kzCivilCode, asWritten } = countingRules;
const terms = { limit: workingDays(5), rules: kzCivilCode, calendar: kz, triggers: days('2026-03-19') } as const;
const lastDays = (change: Partial<DeadlineColumnTerms> = {}) =>
  [...deadlineColumn({ ...terms, ...change }).out].map(iso);

describe('rows worked by hand', () => {
  it.each([
    { because: 'five working days over Nauryz', limit: workingDays(5), trigger: '2026-03-19', lastDay: '2026-03-31' },
    {
      because: 'no working day: the trigger itself, rolled over Nauryz',
      limit: workingDays(0),
      trigger: '2026-03-21',
      lastDay: '2026-03-26',
    },
    {
      because: 'fourteen days to a Sunday, on to Monday',
      limit: calendarDays(14),
      trigger: '2026-02-15',
      lastDay: '2026-03-02',
    },
    { because: 'fourteen days to a Friday', limit: calendarDays(14), trigger: '2026-02-13', lastDay: '2026-02-27' },
    { because: 'two weeks the same', limit: weeks(2), trigger: '2026-02-13', lastDay: '2026-02-27' },
    { because: 'a month from 31 March, to a Thursday', limit: months(1), trigger: '2026-03-31', lastDay: '2026-04-30' },
    { because: 'a year from 29 February, to a Friday', limit: years(1), trigger: '2024-02-29', lastDay: '2025-02-28' },
  ])('$because', ({ limit, trigger, lastDay }) => {
    expect(lastDays({ limit, triggers: days(trigger) })).toEqual([lastDay]);
    expect(lastDays({ limit, triggers: Float64Array.from(days(trigger)) })).toEqual([lastDay]);
  });
});

describe('each term changes the answer', () => {
  it('term: triggers', () =>
    expect(lastDays({ triggers: days('2026-03-31', '2026-03-19') })).toEqual(['2026-04-07', '2026-03-31']));
  it('term: limit', () => expect(lastDays({ limit: workingDays(6) })).toEqual(['2026-04-01']));
  it('term: rules', () => {
    const change = { limit: calendarDays(14), triggers: days('2026-02-15') };
    expect(lastDays(change)).toEqual(['2026-03-02']);
    expect(lastDays({ ...change, rules: asWritten })).toEqual(['2026-03-01']);
  });
  it('term: calendar', () => {
    expect(lastDays({ calendar: ru })).toEqual(['2026-03-26']);
  });
  it('term: out', () => {
    const out = new Int32Array(1);
    expect(deadlineColumn({ ...terms, out }).out).toBe(out);
    expect(iso(out[0] as number)).toBe('2026-03-31');
    const triggers = days('2026-03-19');
    deadlineColumn({ ...terms, triggers, out: triggers });
    expect(iso(triggers[0] as number)).toBe('2026-03-31');
  });
  it('term: rows', () => {
    const triggers = days('2026-03-19', '2026-03-19', '2026-03-19');
    expect(lastDays({ triggers, rows: { from: 1, to: 2 } })).toEqual([undefined, '2026-03-31', undefined]);
  });
});

describe('what is refused', () => {
  it('is a row whose trigger is no day, or leads out of the calendar', () => {
    const [first, last] = [dayNumber('2019-01-01'), dayNumber('2027-12-31')];
    // Of the first days of 2019 the 3rd, 4th, 8th, 9th and 10th are worked; the last five days of 2027 are Monday to Friday.
    const rows = [
      { trigger: Number.NaN, lastDay: undefined },
      { trigger: 20_531.5, lastDay: undefined },
      { trigger: Number.POSITIVE_INFINITY, lastDay: undefined },
      { trigger: 2 ** 32 + 20_531, lastDay: undefined },
      { trigger: noDay, lastDay: undefined },
      { trigger: first - 1, lastDay: '2019-01-10' },
      { trigger: first - 2, lastDay: undefined },
      { trigger: first, lastDay: '2019-01-10' },
      { trigger: last - 5, lastDay: '2027-12-31' },
      { trigger: last - 4, lastDay: undefined },
      { trigger: dayNumber('2026-03-19'), lastDay: '2026-03-31' },
    ];
    const outcome = deadlineColumn({ ...terms, triggers: Float64Array.from(rows, ({ trigger }) => trigger) });
    expect([...outcome.out].map(iso)).toEqual(rows.map(({ lastDay }) => lastDay));
    expect([...outcome.refused]).toEqual(rows.flatMap(({ lastDay }, row) => (lastDay === undefined ? [row] : [])));
  });

  it('is a row that leads past the last day there is', () => {
    const triggers = Int32Array.of(100_000_000, 99_999_999, -100_000_001, -100_000_002);
    const outcome = deadlineColumn({ limit: calendarDays(1), rules: asWritten, triggers });
    expect([...outcome.out]).toEqual([noDay, 100_000_000, -100_000_000, noDay]);
    expect([...outcome.refused]).toEqual([0, 3]);
  });

  it('is a row that ends on a day its month does not have, where the rules say so', () => {
    const rules = { ...asWritten, monthEnd: 'reject' } as const;
    const outcome = deadlineColumn({ limit: months(1), rules, triggers: days('2026-01-28', '2026-01-29') });
    expect([...outcome.out].map(iso)).toEqual(['2026-02-28', undefined]);
  });

  it.each([
    { because: 'a limit in hours', change: { limit: { count: 5, unit: 'hours' } }, answer: 'limit-invalid limit' },
    {
      because: 'a limit of half a day',
      change: { limit: { count: 0.5, unit: 'calendarDays' } },
      answer: 'limit-invalid limit.count',
    },
    { because: 'a rule set by its name', change: { rules: 'kzCivilCode' }, answer: 'rules-invalid rules' },
    {
      because: 'a limit of none where the trigger counts',
      change: { limit: calendarDays(0), rules: { ...asWritten, countTriggerDay: true } },
      answer: 'limit-invalid limit.count',
    },
    { because: 'no calendar', change: { calendar: undefined }, answer: 'calendar-required calendar' },
    { because: 'the name of a calendar', change: { calendar: 'KZ' }, answer: 'calendar-invalid calendar' },
    { because: 'days as texts', change: { triggers: ['2026-03-19'] }, answer: 'argument-invalid triggers' },
    {
      because: 'a place for answers that holds fractions',
      change: { out: new Float64Array(1) },
      answer: 'argument-invalid out',
    },
  ])('is $because, for every row', ({ change, answer }) => {
    expect(refusal(() => deadlineColumn({ ...terms, ...change } as unknown as DeadlineColumnTerms))).toBe(answer);
  });

  it('is distinguished from the next row whose day has the same low bits', () => {
    // 16,384 days apart: both have the same place in the cache of the run.
    const trigger = dayNumber('2026-03-19');
    const triggers = Int32Array.of(trigger, trigger - 16_384, trigger, trigger + 16_384);
    const outcome = deadlineColumn({ limit: calendarDays(1), rules: asWritten, triggers });
    expect([...outcome.out]).toEqual([...triggers].map((day) => day + 1));
  });
});

describe('laws', () => {
  it('any trigger ends as by deadline, and is refused where that refuses it', () => {
    const calendar = workingCalendar({
      id: 'SHORT',
      version: '1',
      compiledOn: '2026-01-01',
      weekend: [6, 7],
      coverage: { firstDay: '2024-01-01', lastDay: '2026-12-31' },
      daysOff: ['2025-01-01', '2025-01-02', '2025-12-31'],
      workingWeekendDays: ['2025-11-01'],
      sources: [],
    });
    const anyTrigger = fc.integer({ min: dayNumber('2023-06-01'), max: dayNumber('2027-06-01') });
    const limits = anyTimeLimit({ minCount: 1, maxCount: 60 });
    fc.assert(
      fc.property(
        fc.array(anyTrigger, { maxLength: 60 }),
        limits,
        anyCountingRules({ withCalendar: true }),
        (triggers, limit, rules) => {
          const outcome = deadlineColumn({ triggers: Int32Array.from(triggers), limit, rules, calendar });
          const expected = triggers.map((trigger) => {
            const answer = attempt(() => deadline({ trigger: iso(trigger) as string, limit, rules, calendar }));
            return answer.ok ? String(answer.value.lastDay) : undefined;
          });
          expect([...outcome.out].map(iso)).toEqual(expected);
          expect([...outcome.refused]).toEqual(
            expected.flatMap((lastDay, row) => (lastDay === undefined ? [row] : [])),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
