import fc from 'fast-check';
import {
  addWorkingDays,
  countWorkingDays,
  type DerivedCalendarTerms,
  dayStatus,
  derivedCalendar,
  isWorkingDay,
  workingCalendar,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const base: DerivedCalendarTerms = {
  basedOn: kz,
  id: 'OWN',
  version: '3',
  compiledOn: '2026-11-30',
  daysOff: [],
  daysWorked: [],
  sources: [],
};
const worked = (day: string, change: Partial<DerivedCalendarTerms>) =>
  isWorkingDay(day, derivedCalendar({ ...base, ...change }));

describe('derivedCalendar', () => {
  it.each([
    { day: '2026-12-31', change: { daysOff: ['2026-12-31'] }, is: false, because: 'one more day off' },
    { day: '2026-12-30', change: { daysOff: ['2026-12-31'] }, is: true, because: 'and no other' },
    { day: '2026-03-23', change: { daysWorked: ['2026-03-23'] }, is: true, because: 'a holiday that is worked here' },
    { day: '2026-03-24', change: { daysWorked: ['2026-03-23'] }, is: false, because: 'and no other' },
    { day: '2026-04-11', change: { daysWorked: ['2026-04-11'] }, is: true, because: 'a Saturday that is worked here' },
    { day: '2025-01-05', change: { daysOff: ['2025-01-05'] }, is: false, because: 'a Sunday that is worked there' },
    { day: '2026-04-11', change: { weekend: [7], moves: 'kept' }, is: true, because: 'a Saturday of a six-day week' },
    { day: '2026-05-11', change: { weekend: [7], moves: 'kept' }, is: false, because: 'a move that is kept' },
    { day: '2026-05-11', change: { weekend: [7], moves: 'dropped' }, is: true, because: 'a move that is dropped' },
    { day: '2026-05-07', change: { weekend: [7], moves: 'dropped' }, is: false, because: 'a holiday is no move' },
    { day: '2025-01-05', change: { weekend: [7], moves: 'kept' }, is: true, because: 'a worked Sunday that is kept' },
    { day: '2025-01-05', change: { weekend: [7], moves: 'dropped' }, is: false, because: 'and dropped' },
    {
      day: '2024-05-04',
      change: { weekend: [7], moves: 'kept' },
      is: true,
      because: 'a worked Saturday, no longer of the weekend',
    },
    {
      day: '2026-04-10',
      change: { weekend: [5, 6, 7], moves: 'kept' },
      is: false,
      because: 'a Friday of a four-day week',
    },
    { day: '2026-04-10', change: { moves: 'dropped' }, is: true, because: 'without moves, the week being as there' },
    { day: '2026-03-24', change: { moves: 'dropped' }, is: true, because: 'moved there from Saturday 21 March' },
  ] as const)('$day with $change: $because', ({ day, change, is }) => {
    expect(worked(day, change)).toBe(is);
  });

  it('has the days of May 2026 in a six-day week: 31 days less five Sundays, the 1st, 7th, 9th and 27th', () => {
    const sixDays = derivedCalendar({ ...base, weekend: [7], moves: 'dropped', daysOff: ['2026-05-09'] });
    expect(countWorkingDays({ firstDay: '2026-05-01', lastDay: '2026-05-31' }, sixDays)).toBe(22);
    expect(String(addWorkingDays('2026-05-08', 1, sixDays))).toBe('2026-05-11');
  });

  it('says why, and from where', () => {
    const source = { id: 'order-5', title: 'Order No 5', confidence: 'found' } as const;
    const own = derivedCalendar({
      ...base,
      daysOff: [{ day: '2026-12-31', because: 'inventory', basis: 'order-5' }],
      sources: [source],
    });
    expect(own.version).toBe(`3, from KZ ${kz.version}`);
    expect([own.id, own.compiledOn]).toEqual(['OWN', '2026-11-30']);
    expect(own.sources.at(-1)).toEqual(source);
    expect(own.sources.length).toBe(kz.sources.length + 1);
    expect(dayStatus('2026-12-31', own)).toEqual({
      working: false,
      firm: true,
      because: 'inventory',
      basis: 'order-5',
    });
    expect(dayStatus('2026-03-09', own)).toEqual(dayStatus('2026-03-09', kz));
  });

  it('leaves provisional and contested days so, but for those it settles', () => {
    const own = derivedCalendar({ ...base, basedOn: ru, daysOff: ['2020-06-24'] });
    expect(dayStatus('2020-06-24', own)).toEqual({ working: false, firm: true });
    expect(dayStatus('2020-07-01', own).firm).toBe(false);
    expect(dayStatus('2027-05-03', derivedCalendar(base)).firm).toBe(false);
  });

  it('can be derived from again', () => {
    const region = derivedCalendar({ ...base, id: 'REGION', daysOff: ['2026-12-30'] });
    const company = derivedCalendar({ ...base, id: 'COMPANY', basedOn: region, daysOff: ['2026-12-31'] });
    expect(['2026-12-29', '2026-12-30', '2026-12-31'].map((day) => isWorkingDay(day, company))).toEqual([
      true,
      false,
      false,
    ]);
    expect(company.version).toBe(`3, from REGION 3, from KZ ${kz.version}`);
  });

  it('is the other calendar where nothing is said, and turns round only what is', () => {
    const anyDay = fc
      .integer({ min: 0, max: 3286 })
      .map((at) => String(Temporal.PlainDate.from('2019-01-01').add({ days: at })));
    fc.assert(
      fc.property(fc.uniqueArray(anyDay, { maxLength: 20 }), anyDay, (days, asked) => {
        const daysOff = days.filter((day) => isWorkingDay(day, ru));
        const daysWorked = days.filter((day) => !isWorkingDay(day, ru));
        const own = derivedCalendar({ ...base, basedOn: ru, daysOff, daysWorked });
        for (const day of [...days, asked])
          expect(isWorkingDay(day, own)).toBe(isWorkingDay(day, ru) !== days.includes(day));
      }),
    );
  });

  it('term: basedOn', () => {
    expect([worked('2026-02-23', {}), worked('2026-02-23', { basedOn: ru })]).toEqual([true, false]);
  });
  it('term: id', () => expect(derivedCalendar({ ...base, id: 'OTHER' }).id).toBe('OTHER'));
  it('term: version', () =>
    expect(derivedCalendar({ ...base, version: '4' }).version).toBe(`4, from KZ ${kz.version}`));
  it('term: compiledOn', () => {
    expect(derivedCalendar({ ...base, compiledOn: '2026-12-01' }).compiledOn).toBe('2026-12-01');
  });
  it('term: coverage', () => {
    const coverage = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
    expect(worked('2026-12-31', { coverage })).toBe(true);
    expect(refusal(() => worked('2027-01-01', { coverage }))).toBe('calendar-not-covered day');
    expect(refusal(() => worked('2025-12-31', { coverage }))).toBe('calendar-not-covered day');
    expect(worked('2027-01-05', {})).toBe(true);
  });
  it('term: weekend', () => {
    expect([worked('2026-04-11', {}), worked('2026-04-11', { weekend: [7], moves: 'kept' })]).toEqual([false, true]);
  });
  it('term: moves', () => {
    expect([worked('2026-05-11', { moves: 'kept' }), worked('2026-05-11', { moves: 'dropped' })]).toEqual([
      false,
      true,
    ]);
  });
  it('term: daysOff', () => expect(worked('2026-12-31', { daysOff: ['2026-12-31'] })).toBe(false));
  it('term: daysWorked', () => expect(worked('2026-12-16', { daysWorked: ['2026-12-16'] })).toBe(true));
  it('term: sources', () => {
    const sources = [{ id: 'a', title: 'An act', confidence: 'memory' }] as const;
    expect(derivedCalendar({ ...base, sources }).sources.at(-1)?.id).toBe('a');
  });

  it.each([
    { change: { basedOn: undefined }, refused: 'calendar-required calendar' },
    { change: { basedOn: 'KZ' }, refused: 'calendar-invalid calendar' },
    { change: { id: '' }, refused: 'calendar-invalid id' },
    { change: { version: '' }, refused: 'calendar-invalid version' },
    { change: { version: undefined }, refused: 'calendar-invalid version' },
    { change: { compiledOn: 7 }, refused: 'calendar-invalid compiledOn' },
    { change: { coverage: null }, refused: 'calendar-invalid coverage' },
    { change: { coverage: { firstDay: '2018-12-31', lastDay: '2026-12-31' } }, refused: 'calendar-invalid coverage' },
    { change: { coverage: { firstDay: '2026-01-01', lastDay: '2028-01-01' } }, refused: 'calendar-invalid coverage' },
    { change: { coverage: { firstDay: '2026-01-02', lastDay: '2026-01-01' } }, refused: 'calendar-invalid coverage' },
    {
      change: { coverage: { firstDay: 'never', lastDay: '2026-01-01' } },
      refused: 'calendar-invalid coverage.firstDay',
    },
    { change: { weekend: [7] }, refused: 'calendar-invalid moves' },
    { change: { weekend: [8], moves: 'kept' }, refused: 'calendar-invalid weekend' },
    { change: { weekend: 'Sunday', moves: 'kept' }, refused: 'calendar-invalid weekend' },
    { change: { moves: true }, refused: 'calendar-invalid moves' },
    { change: { daysOff: undefined }, refused: 'calendar-invalid daysOff' },
    { change: { daysOff: ['2026-02-30'] }, refused: 'calendar-invalid daysOff.0' },
    { change: { daysOff: [null] }, refused: 'calendar-invalid daysOff.0' },
    { change: { daysOff: ['2026-12-31', '2026-12-31'] }, refused: 'calendar-invalid daysOff.1' },
    { change: { daysOff: ['2028-01-03'] }, refused: 'calendar-invalid daysOff.0' },
    { change: { daysOff: ['2026-12-16'], daysWorked: ['2026-12-16'] }, refused: 'calendar-invalid daysWorked.0' },
    { change: { daysWorked: ['2026-12-15'] }, refused: 'calendar-invalid daysWorked' },
    { change: { weekend: [7], moves: 'kept', daysWorked: ['2026-04-11'] }, refused: 'calendar-invalid daysWorked' },
    { change: { daysOff: [{ day: '2026-12-31' }] }, refused: 'calendar-invalid daysOff.0.because' },
    { change: { sources: null }, refused: 'calendar-invalid sources' },
  ])('refuses with $refused: $change', ({ change, refused }) => {
    expect(refusal(() => derivedCalendar({ ...base, ...change } as never))).toBe(refused);
  });

  it('refuses what is not an object', () => {
    for (const terms of [null, undefined, 'KZ', 6])
      expect(refusal(() => derivedCalendar(terms as never))).toBe('calendar-invalid calendar');
  });
});

// What other systems publish as one list of days, weekends included, needs no function of its own.
it('a list of all days off of a third country makes a calendar without a weekend', () => {
  const listed = workingCalendar({
    id: 'XX',
    version: '2026',
    compiledOn: '2026-01-15',
    weekend: [],
    coverage: { firstDay: '2026-01-01', lastDay: '2026-01-11' },
    daysOff: ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-11'],
    workingWeekendDays: [],
    sources: [],
  });
  expect(isWorkingDay('2026-01-10', listed)).toBe(true);
  expect(String(addWorkingDays('2026-01-01', 6, listed))).toBe('2026-01-10');
});
