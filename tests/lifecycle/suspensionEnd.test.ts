import fc from 'fast-check';
import { calendarDays, countingRules, hasExceeded, months, suspensionEnd, workingDays, years } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode } = countingRules;
const service = { suspendedOn: '2026-04-01', limit: calendarDays(30), asOf: '2026-05-01', rules: asWritten };

describe('suspensionEnd', () => {
  it.each([
    { asOf: '2026-03-31', mayDelete: false, because: 'before the suspension' },
    { asOf: '2026-04-30', mayDelete: false, because: 'day 29' },
    { asOf: '2026-05-01', mayDelete: false, because: 'day 30 is not more than 30' },
    { asOf: '2026-05-02', mayDelete: true, because: 'day 31 is' },
    { asOf: '2030-01-01', mayDelete: true, because: 'and so is any later day' },
  ])('$because', ({ asOf, mayDelete }) => {
    const end = suspensionEnd({ ...service, asOf });
    expect(end.mayDelete).toBe(mayDelete);
    expect(String(end.from)).toBe('2026-05-02');
  });

  it.each([
    {
      suspendedOn: '2024-02-29',
      limit: years(1),
      from: '2025-03-01',
      because: 'a year from 29 February ends on the 28th',
    },
    { suspendedOn: '2026-11-30', limit: months(3), from: '2027-03-01', because: 'three months end on 28 February' },
    { suspendedOn: '2026-04-01', limit: calendarDays(0), from: '2026-04-02', because: 'no days: from the next day' },
  ])('$because', ({ suspendedOn, limit, from }) => {
    expect(String(suspensionEnd({ ...service, suspendedOn, limit }).from)).toBe(from);
  });

  it('goes over the wire', () => {
    expect(JSON.parse(JSON.stringify(suspensionEnd(service)))).toEqual({
      mayDelete: false,
      from: '2026-05-02',
      basis: {
        suspendedOn: '2026-04-01',
        asOf: '2026-05-01',
        deadline: { nominalLastDay: '2026-05-01', rolledOver: [], skipped: [], provisional: [] },
      },
    });
  });

  const from = (change: object): string => String(suspensionEnd({ ...service, ...change } as never).from);

  it('term: suspendedOn', () => {
    expect([from({}), from({ suspendedOn: '2026-04-02' })]).toEqual(['2026-05-02', '2026-05-03']);
  });

  it('term: limit', () => {
    expect([29, 30, 31].map((count) => from({ limit: calendarDays(count) }))).toEqual([
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
    ]);
  });

  it('term: asOf', () => {
    expect([service.asOf, '2026-05-02'].map((asOf) => suspensionEnd({ ...service, asOf }).mayDelete)).toEqual([
      false,
      true,
    ]);
  });

  it('term: rules', () => {
    // 1 May 2026 is a Friday and a day off, so the limit rolls to Monday the 4th.
    expect(from({ rules: kzCivilCode, calendar: kz })).toBe('2026-05-05');
    expect(from({ rules: { ...asWritten, countTriggerDay: true } })).toBe('2026-05-01');
  });

  it('term: calendar', () => {
    const nauryz = { suspendedOn: '2026-03-20', limit: workingDays(1) };
    expect([from({ ...nauryz, calendar: ru }), from({ ...nauryz, calendar: kz })]).toEqual([
      '2026-03-24',
      '2026-03-27',
    ]);
  });

  it('allows from the first day after the limit, day by day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.nat(400),
        fc.integer({ min: -5, max: 500 }),
        (day, count, later) => {
          const end = suspensionEnd({
            suspendedOn: isoOf(day),
            limit: calendarDays(count),
            asOf: isoOf(day + later),
            rules: asWritten,
          });
          expect(end.mayDelete).toBe(later > count);
          expect(String(end.from)).toBe(isoOf(day + count + 1));
        },
      ),
    );
  });

  it('agrees with hasExceeded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(30), fc.nat(1000), (day, count, later) => {
        const terms = { limit: months(count), asOf: isoOf(day + later), rules: asWritten };
        expect(suspensionEnd({ ...terms, suspendedOn: isoOf(day) }).mayDelete).toBe(
          hasExceeded({ ...terms, since: isoOf(day) }),
        );
      }),
    );
  });

  it.each([
    { change: { suspendedOn: '' }, refused: 'day-invalid suspendedOn' },
    { change: { asOf: 0 }, refused: 'day-invalid asOf' },
    { change: { limit: { count: Number.NaN, unit: 'months' } }, refused: 'limit-invalid limit.count' },
    { change: { limit: { count: 24, unit: 'hours' } }, refused: 'limit-invalid limit' },
    { change: { rules: null }, refused: 'rules-invalid rules' },
    { change: { limit: workingDays(3) }, refused: 'calendar-required calendar' },
    { change: { suspendedOn: '2027-12-30', rules: kzCivilCode, calendar: kz }, refused: 'calendar-not-covered day' },
    { change: { suspendedOn: '+275760-09-13', limit: calendarDays(0) }, refused: 'day-out-of-range day' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => suspensionEnd({ ...service, ...change } as never))).toBe(refused);
  });
});
