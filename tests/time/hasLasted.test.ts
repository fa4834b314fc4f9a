import fc from 'fast-check';
import {
  calendarDays,
  countingRules,
  deadline,
  type HasLastedTerms,
  hasLasted,
  months,
  weeks,
  workingDays,
  years,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyLimit } from './referenceCount.js';

const { asWritten, kzCivilCode } = countingRules;

describe('hasLasted: the day before the last day, the last day, the day after', () => {
  it.each([
    {
      since: '2026-04-01',
      limit: calendarDays(30),
      days: ['2026-04-30', '2026-05-01', '2026-05-02'],
      because: 'day 29, 30 and 31',
    },
    {
      since: '2026-04-01',
      limit: calendarDays(0),
      days: ['2026-03-31', '2026-04-01', '2026-04-02'],
      because: 'a limit of zero',
    },
    { since: '2026-04-01', limit: weeks(1), days: ['2026-04-07', '2026-04-08', '2026-04-09'], because: 'a week' },
    {
      since: '2026-01-31',
      limit: months(1),
      days: ['2026-02-27', '2026-02-28', '2026-03-01'],
      because: 'a month that is clamped',
    },
    {
      since: '2024-02-29',
      limit: years(1),
      days: ['2025-02-27', '2025-02-28', '2025-03-01'],
      because: 'a year from the leap day',
    },
    {
      since: '2026-03-19',
      limit: workingDays(2),
      days: ['2026-03-25', '2026-03-26', '2026-03-27'],
      because: 'working days over Nauryz',
    },
  ])('$limit.count $limit.unit since $since: $because', ({ since, limit, days }) => {
    const answers = days.map((asOf) => hasLasted({ since, limit, asOf, rules: asWritten, calendar: kz }));
    expect(answers).toEqual([false, true, true]);
  });

  it('where the last day rolls, the answer rolls with it', () => {
    // Fourteen days from 14 February 2026 end on Saturday the 28th; by the code on Monday 2 March.
    const terms = { since: '2026-02-14', limit: calendarDays(14), calendar: kz };
    const ask = (asOf: string) => [asWritten, kzCivilCode].map((rules) => hasLasted({ ...terms, asOf, rules }));
    expect(ask('2026-02-27')).toEqual([false, false]);
    expect(ask('2026-02-28')).toEqual([true, false]);
    expect(ask('2026-03-01')).toEqual([true, false]);
    expect(ask('2026-03-02')).toEqual([true, true]);
    expect(ask('2026-03-03')).toEqual([true, true]);
  });
});

describe('one term at a time', () => {
  const base: HasLastedTerms = {
    since: '2026-02-14',
    limit: calendarDays(14),
    asOf: '2026-02-28',
    rules: asWritten,
    calendar: kz,
  };
  it('without a change', () => {
    expect(hasLasted(base)).toBe(true);
  });
  it('term: since', () => {
    expect(hasLasted({ ...base, since: '2026-02-15' })).toBe(false);
  });
  it('term: limit', () => {
    expect(hasLasted({ ...base, limit: calendarDays(15) })).toBe(false);
  });
  it('term: asOf', () => {
    expect(hasLasted({ ...base, asOf: '2026-02-27' })).toBe(false);
  });
  it('term: rules', () => {
    expect(hasLasted({ ...base, rules: kzCivilCode })).toBe(false);
  });
  it('term: calendar', () => {
    // Saturday 1 November 2025 was worked in Russia and off in Kazakhstan.
    const november = { since: '2025-10-31', limit: calendarDays(1), asOf: '2025-11-01', rules: kzCivilCode };
    expect(hasLasted({ ...november, calendar: ru })).toBe(true);
    expect(hasLasted({ ...november, calendar: kz })).toBe(false);
  });
});

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((at) => Temporal.PlainDate.from('2019-02-01').add({ days: at }));

  it('it turns true on the last day of the deadline, and stays so', () => {
    fc.assert(
      fc.property(day, anyLimit, fc.integer({ min: -40, max: 40 }), (since, span, apart) => {
        const limit = { ...span, count: span.count % 4 };
        const terms = { limit, rules: kzCivilCode, calendar: kz };
        const { lastDay } = deadline({ ...terms, trigger: since });
        expect(hasLasted({ ...terms, since, asOf: lastDay.add({ days: apart }) })).toBe(apart >= 0);
      }),
    );
  });
});

describe('what hasLasted refuses', () => {
  const good: HasLastedTerms = { since: '2026-04-01', limit: calendarDays(30), asOf: '2026-05-01', rules: asWritten };
  it.each([
    { change: { since: '2026-04-31' }, refused: 'day-invalid since', because: 'no such day' },
    { change: { asOf: undefined }, refused: 'day-invalid asOf', because: 'there is no clock' },
    { change: { asOf: new Date() }, refused: 'day-invalid asOf', because: 'a Date is an instant' },
    {
      change: { limit: { count: 24, unit: 'hours' } },
      refused: 'limit-invalid limit',
      because: 'hours run on the clock',
    },
    { change: { limit: { count: -1, unit: 'weeks' } }, refused: 'limit-invalid limit.count', because: 'below zero' },
    { change: { rules: {} }, refused: 'rules-invalid rules.countTriggerDay', because: 'rules without choices' },
    { change: { rules: kzCivilCode }, refused: 'calendar-required calendar', because: 'the rules roll' },
    {
      change: { limit: workingDays(1) },
      refused: 'calendar-required calendar',
      because: 'the limit counts working days',
    },
    {
      change: { since: '2027-12-30', rules: kzCivilCode, calendar: kz },
      refused: 'calendar-not-covered day',
      because: 'the end is not known',
    },
    { change: { limit: years(300_000) }, refused: 'day-out-of-range limit', because: 'ends after the year 275760' },
  ])('$refused: $because', ({ change, refused }) => {
    expect(refusal(() => hasLasted({ ...good, ...change } as never))).toBe(refused);
  });
});
