import fc from 'fast-check';
import {
  addWorkingDays,
  dayStatus,
  derivedCalendar,
  isWorkingDay,
  type JointCalendarTerms,
  jointCalendar,
  workingCalendar,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const base: JointCalendarTerms = { id: 'KZ+RU', calendars: [kz, ru], worked: 'inEach' };
const both = jointCalendar(base);
const either = jointCalendar({ ...base, id: 'KZ/RU', worked: 'inAny' });

describe('jointCalendar', () => {
  it.each([
    { day: '2026-03-23', each: false, any: true, because: 'Nauryz' },
    { day: '2026-02-23', each: false, any: true, because: 'a holiday of Russia' },
    { day: '2026-01-01', each: false, any: false, because: 'a holiday of both' },
    { day: '2026-04-11', each: false, any: false, because: 'a Saturday' },
    { day: '2024-05-04', each: false, any: true, because: 'a Saturday worked in Kazakhstan' },
    { day: '2026-04-10', each: true, any: true, because: 'a Friday' },
  ])('$day: $because', ({ day, each, any }) => {
    expect([isWorkingDay(day, both), isWorkingDay(day, either)]).toEqual([each, any]);
  });

  it('counts over the days off of both', () => {
    // After Thursday 5 March 2026: the 6th, then Women's Day, of which Monday the 9th is off in both; then the 10th.
    expect(String(addWorkingDays('2026-03-05', 2, both))).toBe('2026-03-10');
    // Russia works through Nauryz, Kazakhstan does not.
    expect(String(addWorkingDays('2026-03-20', 1, both))).toBe('2026-03-26');
    expect(String(addWorkingDays('2026-03-20', 1, either))).toBe('2026-03-23');
  });

  it('says why, by the calendar that settles it', () => {
    expect(dayStatus('2026-03-23', both)).toEqual({
      working: false,
      firm: true,
      because: 'nauryz',
      basis: 'KZ/law-267-II',
    });
    expect(dayStatus('2026-02-23', both).basis).toMatch(/^RU\//);
    expect(dayStatus('2026-03-23', either)).toEqual({ working: true, firm: true });
    const ids = both.sources.map(({ id }) => id);
    expect(ids).toContain('KZ/law-267-II');
    expect(new Set(ids).size).toBe(kz.sources.length + ru.sources.length);
    expect(both.version).toBe(`KZ ${kz.version}, RU ${ru.version}`);
  });

  it('is provisional or contested where one of them is', () => {
    expect(dayStatus('2020-06-24', both).firm).toBe(false);
    expect(dayStatus('2020-06-24', both).contested).toBe('edict-day');
    expect(dayStatus('2027-05-04', both).firm).toBe(false);
  });

  it('answers for the days that all know', () => {
    const year = derivedCalendar({
      basedOn: ru,
      id: 'RU26',
      version: '1',
      compiledOn: '2020-01-01',
      coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
      daysOff: [],
      daysWorked: [],
      sources: [],
    });
    const joint = jointCalendar({ ...base, calendars: [kz, year] });
    expect(joint.coverage).toEqual({ firstDay: '2026-01-01', lastDay: '2026-12-31' });
    expect(joint.compiledOn).toBe('2020-01-01');
    expect(refusal(() => isWorkingDay('2025-12-31', joint))).toBe('calendar-not-covered day');
  });

  it('joins weekends that differ', () => {
    const gulf = workingCalendar({
      id: 'GULF',
      version: '1',
      compiledOn: '2026-01-01',
      weekend: [5, 6],
      coverage: { firstDay: '2026-04-01', lastDay: '2026-04-30' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    const week = ['2026-04-09', '2026-04-10', '2026-04-11', '2026-04-12', '2026-04-13'];
    const joined = (worked: 'inEach' | 'inAny') => jointCalendar({ id: 'J', calendars: [kz, gulf], worked });
    expect(week.map((day) => isWorkingDay(day, joined('inEach')))).toEqual([true, false, false, false, true]);
    expect(week.map((day) => isWorkingDay(day, joined('inAny')))).toEqual([true, true, false, true, true]);
  });

  it('is worked where each is, or any, on every day, in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3286 }), (at) => {
        const day = Temporal.PlainDate.from('2019-01-01').add({ days: at });
        const turned = jointCalendar({ ...base, calendars: [ru, kz] });
        const [inKz, inRu] = [isWorkingDay(day, kz), isWorkingDay(day, ru)];
        expect(isWorkingDay(day, both)).toBe(inKz && inRu);
        expect(isWorkingDay(day, turned)).toBe(inKz && inRu);
        expect(isWorkingDay(day, either)).toBe(inKz || inRu);
      }),
    );
  });

  it('term: id', () => expect(jointCalendar({ ...base, id: 'J' }).id).toBe('J'));
  it('term: calendars', () => {
    const own = derivedCalendar({
      basedOn: kz,
      id: 'OWN',
      version: '1',
      compiledOn: '2026-11-30',
      daysOff: ['2026-12-30'],
      daysWorked: [],
      sources: [],
    });
    expect(isWorkingDay('2026-12-30', jointCalendar({ ...base, calendars: [own, ru] }))).toBe(false);
    expect(isWorkingDay('2026-12-30', both)).toBe(true);
  });
  it('term: worked', () =>
    expect([both, either].map((calendar) => isWorkingDay('2026-03-23', calendar))).toEqual([false, true]));

  const later = workingCalendar({
    id: 'LATER',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2030-01-01', lastDay: '2030-12-31' },
    daysOff: [],
    workingWeekendDays: [],
    sources: [],
  });
  it.each([
    { change: { calendars: [kz] }, refused: 'calendar-invalid calendars' },
    { change: { calendars: 'KZ+RU' }, refused: 'calendar-invalid calendars' },
    { change: { calendars: [kz, kz] }, refused: 'calendar-invalid calendars.1.id' },
    { change: { calendars: [kz, undefined] }, refused: 'calendar-required calendar' },
    { change: { calendars: [kz, {}] }, refused: 'calendar-invalid calendar' },
    { change: { calendars: [kz, later] }, refused: 'calendar-invalid calendars' },
    { change: { worked: 'both' }, refused: 'argument-invalid worked' },
    { change: { id: '' }, refused: 'calendar-invalid id' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => jointCalendar({ ...base, ...change } as never))).toBe(refused);
  });

  it('refuses what is not an object', () => {
    expect(refusal(() => jointCalendar(null as never))).toBe('calendar-invalid calendar');
  });
});
