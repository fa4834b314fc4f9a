import fc from 'fast-check';
import {
  addWorkingDays,
  countingRules,
  countWorkingDays,
  dayStatus,
  deadline,
  isWorkingDay,
  type WorkingCalendarData,
  workingCalendar,
  workingDays,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyFacts, calendarOf } from './referenceCount.js';

const april: WorkingCalendarData = {
  id: 'APRIL',
  version: '2026-03-01.1',
  compiledOn: '2026-03-01',
  weekend: [6, 7],
  coverage: { firstDay: '2026-04-01', lastDay: '2026-04-30' },
  daysOff: ['2026-04-13'],
  workingWeekendDays: ['2026-04-11'],
  sources: [{ id: 'order-7', title: 'Order No 7', confidence: 'found' }],
};
const worked = (data: WorkingCalendarData) => countWorkingDays(data.coverage, workingCalendar(data));

describe('workingCalendar', () => {
  it('carries what answers are recorded with', () => {
    const calendar = workingCalendar(april);
    expect(calendar.id).toBe('APRIL');
    expect(calendar.version).toBe('2026-03-01.1');
    expect(calendar.compiledOn).toBe('2026-03-01');
    expect(calendar.coverage).toEqual({ firstDay: '2026-04-01', lastDay: '2026-04-30' });
    expect(calendar.sources).toEqual([{ id: 'order-7', title: 'Order No 7', confidence: 'found' }]);
    expect(Object.prototype.toString.call(calendar)).toBe('[object WorkingCalendar]');
  });

  // April 2026 has 22 weekdays: it begins on a Wednesday, and its Saturdays are the 4th, 11th, 18th and 25th.
  it.each([
    { change: { daysOff: [], workingWeekendDays: [] }, days: 22, because: 'weekdays alone' },
    { change: {}, days: 22, because: 'one Monday less, one Saturday more' },
    { change: { workingWeekendDays: [] }, days: 21, because: 'one Monday less' },
    { change: { daysOff: [] }, days: 23, because: 'one Saturday more' },
    { change: { daysOff: ['2026-04-13', '2026-04-19'] }, days: 22, because: 'a holiday on a Sunday changes nothing' },
    { change: { daysOff: ['2026-04-13', '2026-05-01'] }, days: 22, because: 'nor does one outside the coverage' },
    { change: { weekend: [7], workingWeekendDays: [] }, days: 25, because: 'a six-day week, and 13 April off' },
    { change: { weekend: [6, 7, 7, 6] }, days: 22, because: 'a weekday that is listed twice is one weekday' },
    {
      change: { coverage: { firstDay: '2026-04-11', lastDay: '2026-04-13' } },
      days: 1,
      because: 'three days: the worked Saturday, Sunday, the Monday off',
    },
  ])('$days working days: $because', ({ change, days }) => {
    expect(worked({ ...april, ...change })).toBe(days);
  });

  it('takes an exception as a day, or with its reason', () => {
    const reasoned = workingCalendar({
      ...april,
      daysOff: [{ day: '2026-04-13', because: 'stocktaking', basis: 'order-7' }],
      workingWeekendDays: [{ day: '2026-04-11', because: 'stocktaking', basis: 'order-7', movedTo: '2026-04-13' }],
    });
    for (const day of ['2026-04-11', '2026-04-12', '2026-04-13'])
      expect(isWorkingDay(day, reasoned)).toBe(isWorkingDay(day, workingCalendar(april)));
    expect(dayStatus('2026-04-13', reasoned).because).toBe('stocktaking');
    expect(dayStatus('2026-04-13', workingCalendar(april)).because).toBeUndefined();
  });

  it('can be kept as JSON', () => {
    const calendar = workingCalendar(JSON.parse(JSON.stringify(april)));
    expect(String(addWorkingDays('2026-04-10', 1, calendar))).toBe('2026-04-11');
    expect(String(addWorkingDays('2026-04-10', 2, calendar))).toBe('2026-04-14');
  });

  it('does not change with the data it was made from', () => {
    const data = structuredClone(april) as { -readonly [Key in keyof WorkingCalendarData]: WorkingCalendarData[Key] };
    const calendar = workingCalendar(data);
    (data.daysOff as string[]).push('2026-04-14');
    (data.weekend as number[]).push(3);
    (data.sources as object[]).length = 0;
    (data.coverage as { lastDay: string }).lastDay = '2026-05-31';
    data.id = 'MAY';
    expect(isWorkingDay('2026-04-14', calendar)).toBe(true);
    expect(isWorkingDay('2026-04-15', calendar)).toBe(true);
    expect(calendar.sources).toHaveLength(1);
    expect(calendar.coverage.lastDay).toBe('2026-04-30');
    expect(calendar.id).toBe('APRIL');
    expect(Object.isFrozen(calendar.coverage) && Object.isFrozen(calendar.sources)).toBe(true);
  });

  it('two calendars do not know of each other', () => {
    const other = workingCalendar({ ...april, daysOff: [], workingWeekendDays: [] });
    expect([isWorkingDay('2026-04-13', workingCalendar(april)), isWorkingDay('2026-04-13', other)]).toEqual([
      false,
      true,
    ]);
  });

  // 65,000 days from 1 January 1900, a Monday, end on 17 December 2077.
  it.each([
    { lastDay: '2077-12-16', told: 'answered 46429', because: 'a day less than the most' },
    { lastDay: '2077-12-17', told: 'answered 46430', because: 'the most there may be: 9,285 weeks and five weekdays' },
    { lastDay: '2077-12-18', told: 'calendar-invalid coverage', because: 'a day more' },
  ])('from 1900 to $lastDay: $told, $because', ({ lastDay, told }) => {
    const data = { ...april, coverage: { firstDay: '1900-01-01', lastDay }, daysOff: [], workingWeekendDays: [] };
    expect(refusal(() => worked(data))).toBe(told);
  });

  it.each([
    { lastDay: '2026-03-31', told: 'calendar-invalid coverage', because: 'ends a day before it begins' },
    { lastDay: '2026-04-01', told: 'answered 1', because: 'is one day' },
    { lastDay: '2026-04-02', told: 'answered 2', because: 'is two days' },
  ])('from 1 April to $lastDay: $told, $because', ({ lastDay, told }) => {
    expect(refusal(() => worked({ ...april, coverage: { firstDay: '2026-04-01', lastDay } }))).toBe(told);
  });

  it('laws: order of the entries does not matter, and a day more off is a day less worked', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (facts, seed) => {
        const calendar = calendarOf(facts);
        const turned = {
          ...facts,
          daysOff: new Set([...facts.daysOff].reverse()),
          workedDays: new Set([...facts.workedDays].reverse()),
        };
        const coverage = { firstDay: facts.firstDay, lastDay: facts.lastDay };
        const all = countWorkingDays(coverage, calendar);
        expect(countWorkingDays(coverage, calendarOf(turned))).toBe(all);
        if (all === 0) return;
        const day = addWorkingDays(calendar.coverage.firstDay, seed % all, calendar).toString();
        fc.pre(isWorkingDay(day, calendar) && !facts.workedDays.has(day));
        const less = calendarOf({ ...facts, daysOff: new Set([...facts.daysOff, day]) });
        expect(countWorkingDays(coverage, less)).toBe(all - 1);
      }),
    );
  });

  const exception = (day: unknown) => ({ day, because: 'x', basis: 'y' });
  it.each([
    { change: { id: '' }, field: 'id', because: 'no name' },
    { change: { id: 7 }, field: 'id', because: 'a number' },
    { change: { version: undefined }, field: 'version', because: 'absent' },
    { change: { compiledOn: null }, field: 'compiledOn', because: 'null' },
    { change: { coverage: undefined }, field: 'coverage', because: 'absent' },
    { change: { coverage: null }, field: 'coverage', because: 'null' },
    { change: { coverage: {} }, field: 'coverage.firstDay', because: 'no ends' },
    { change: { coverage: { firstDay: '2026-04-01' } }, field: 'coverage.lastDay', because: 'one end' },
    {
      change: { coverage: { firstDay: '2026-04-31', lastDay: '2026-05-01' } },
      field: 'coverage.firstDay',
      because: 'no such day',
    },
    {
      change: { coverage: { firstDay: '2026-04-01', lastDay: new Date() } },
      field: 'coverage.lastDay',
      because: 'a Date',
    },
    {
      change: { coverage: { firstDay: '-271821-04-19', lastDay: '+275760-09-13' } },
      field: 'coverage',
      because: 'all days there are',
    },
    { change: { firmThrough: '2026' }, field: 'firmThrough', because: 'a year' },
    { change: { firmThrough: null }, field: 'firmThrough', because: 'null is not absent' },
    { change: { weekend: undefined }, field: 'weekend', because: 'a weekend has no default' },
    { change: { weekend: [0, 6] }, field: 'weekend', because: 'Sunday is 7' },
    { change: { weekend: [8] }, field: 'weekend', because: 'a week has seven days' },
    { change: { weekend: [6.5] }, field: 'weekend', because: 'half a Saturday' },
    { change: { weekend: ['6'] }, field: 'weekend', because: 'a text' },
    { change: { weekend: [Number.NaN] }, field: 'weekend', because: 'no number' },
    { change: { weekend: 'Saturday' }, field: 'weekend', because: 'a name' },
    { change: { daysOff: undefined }, field: 'daysOff', because: 'absent' },
    { change: { daysOff: '2026-04-13' }, field: 'daysOff', because: 'one day is no list' },
    { change: { daysOff: ['2026-04-13', '2026-04-31'] }, field: 'daysOff.1', because: 'no such day' },
    { change: { daysOff: ['2026-04-13', '2026-04-13'] }, field: 'daysOff.1', because: 'listed twice' },
    {
      change: { daysOff: ['2026-04-13', exception('2026-04-13')] },
      field: 'daysOff.1',
      because: 'twice, once with a reason',
    },
    { change: { daysOff: ['2026-04-11'] }, field: 'daysOff.0', because: 'off and worked' },
    { change: { daysOff: [exception(undefined)] }, field: 'daysOff.0', because: 'a reason without a day' },
    { change: { daysOff: [null] }, field: 'daysOff.0', because: 'null' },
    { change: { daysOff: ['__proto__'] }, field: 'daysOff.0', because: 'a key of every object' },
    { change: { daysOff: ['1'.repeat(1_000_000)] }, field: 'daysOff.0', because: 'a huge text' },
    { change: { daysOff: { length: 1, 0: '2026-04-13' } }, field: 'daysOff', because: 'looks like a list' },
    { change: { workingWeekendDays: null }, field: 'workingWeekendDays', because: 'null' },
    {
      change: { workingWeekendDays: ['2026-04-14'] },
      field: 'workingWeekendDays.0',
      because: 'a Tuesday is no weekend day',
    },
    {
      change: { workingWeekendDays: ['2026-04-11', '2026-04-11'] },
      field: 'workingWeekendDays.1',
      because: 'listed twice',
    },
    {
      change: { workingWeekendDays: [exception('2026-04-31')] },
      field: 'workingWeekendDays.0',
      because: 'no such day',
    },
    { change: { contested: 'none' }, field: 'contested', because: 'no list' },
    { change: { contested: [exception('13 April')] }, field: 'contested.0.day', because: 'written otherwise' },
    { change: { contested: [null] }, field: 'contested.0.day', because: 'null' },
    { change: { sources: undefined }, field: 'sources', because: 'absent' },
    {
      change: { daysOff: [{ day: '2026-04-01', basis: 'act' }] },
      field: 'daysOff.0.because',
      because: 'a day without a reason',
    },
    {
      change: { daysOff: [{ day: '2026-04-01', because: 'holiday', basis: '' }] },
      field: 'daysOff.0.basis',
      because: 'a reason without a ground',
    },
    {
      change: { daysOff: [{ day: '2026-04-01', because: 'moved', basis: 'act', movedFrom: '2026-02-30' }] },
      field: 'daysOff.0.movedFrom',
      because: 'moved from no day',
    },
    {
      change: { workingWeekendDays: [{ day: '2026-04-04', because: 'moved', basis: 'act', movedTo: 7 }] },
      field: 'workingWeekendDays.0.movedTo',
      because: 'moved to no day',
    },
    {
      change: { contested: [{ day: '2026-04-01', because: 7, basis: 'act' }] },
      field: 'contested.0.because',
      because: 'a number for a reason',
    },
    { change: { sources: {} }, field: 'sources', because: 'no list' },
  ])('calendar-invalid $field: $because', ({ change, field }) => {
    expect(refusal(() => workingCalendar({ ...april, ...change } as never))).toBe(`calendar-invalid ${field}`);
  });

  it.each([undefined, null, 'KZ', 7])('refuses %j, which is not data', (data) => {
    expect(refusal(() => workingCalendar(data as never))).toBe('calendar-invalid calendar');
  });
});

describe('what is not part of an answer', () => {
  it('an answer that is spread, cloned or made JSON carries no days of the calendar', () => {
    const answer = deadline({
      trigger: '2026-03-19',
      limit: workingDays(5),
      rules: countingRules.kzCivilCode,
      calendar: kz,
    });
    expect(String(answer.lastDay)).toBe('2026-03-31');
    const name = { id: 'KZ', version: kz.version, compiledOn: kz.compiledOn, coverage: kz.coverage };
    for (const spread of [{ ...answer }, structuredClone(answer)]) {
      // The calendar took 63,000 characters.
      expect(JSON.stringify(spread).length).toBeLessThan(2_000);
    }
    expect(JSON.parse(JSON.stringify(kz))).toEqual(name);
  });
});

describe('sources', () => {
  const refused: readonly [string, unknown][] = [
    ['a number', 5],
    ['null', null],
    ['without a title', { id: 'a', confidence: 'found' }],
    ['without a word on how sure it is', { id: 'a', title: 'b' }],
  ];
  it.each(refused)('%s is none', (_what, source) => {
    expect(() => workingCalendar({ ...april, sources: [source] as never })).toThrow(/^calendar-invalid: sources\.0/);
  });
});
