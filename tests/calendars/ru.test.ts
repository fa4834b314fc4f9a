import { countWorkingDays, dateRange, dayStatus, isWorkingDay } from 'oferta';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, test } from 'vitest';
import { refusal } from '../support/refusal.js';
import { everyDay, isWeekend, officialDays } from './officialDays.js';

const official = officialDays('RU');
const years = Object.entries(official.years);

describe('every day of nine years is as statute and acts give it', () => {
  test('the fixture covers what the calendar covers', () => {
    expect(ru.coverage.firstDay).toBe('2019-01-01');
    expect(ru.coverage.lastDay).toBe('2027-12-31');
    expect([official.coverage.from, official.coverage.to]).toEqual(['2019-01-01', '2027-12-31']);
    expect(years.map(([year]) => year)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
      '2027',
    ]);
  });

  test.each(years)('%s', (year, { nonWorking, workingWeekends, workingDays }) => {
    const working = (day: string) => (isWeekend(day) ? workingWeekends.includes(day) : !nonWorking.includes(day));
    expect(everyDay(year).filter((day) => isWorkingDay(day, ru) !== working(day))).toEqual([]);
    expect(countWorkingDays(dateRange(`${year}-01-01`, `${year}-12-31`), ru)).toBe(workingDays);
  });
});

describe('every exception carries its ground', () => {
  const sources = new Set(ru.sources.map((source) => source.id));

  test.each(years)(
    '%s: each day off and each worked weekend day rests on a listed source',
    (_, { nonWorking, workingWeekends }) => {
      for (const day of [...nonWorking, ...workingWeekends]) {
        const { because, basis } = dayStatus(day, ru);
        expect(because, day).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(sources.has(basis as string), `${day} rests on ${basis}`).toBe(true);
      }
    },
  );

  test.each(years)(
    '%s: moved days say where they come from',
    (year, { nonWorking, movedAutomatically, movedByDecree }) => {
      const found = nonWorking.flatMap((day) => {
        const { movedFrom, because } = dayStatus(day, ru);
        return movedFrom === undefined
          ? []
          : [`${movedFrom} to ${day} ${because === 'moved-by-act' ? 'by act' : 'by law'}`];
      });
      const expected = [
        ...movedAutomatically.map(([from, to]) => `${from} to ${to} by law`),
        ...movedByDecree.map(([from, to]) => `${from} to ${to} by act`),
      ];
      expect([...found].sort(), year).toEqual(expected.sort());
    },
  );

  test('a source is named once and says how sure it is', () => {
    expect(sources.size).toBe(ru.sources.length);
    for (const source of ru.sources) expect(source.title, source.id).not.toBe('');
    const fromMemory = ru.sources.filter((source) => source.confidence === 'memory').map((source) => source.id);
    expect(fromMemory).toEqual(['decree-875', 'edict-345', 'edict-354']);
  });

  test('a resolution is named by its day and number', () => {
    const decrees = ru.sources.filter(({ id }) => id.startsWith('decree-')).map(({ title }) => title);
    expect(decrees).toEqual(
      [
        '2018-10-01 No 1163',
        '2019-07-10 No 875',
        '2020-10-10 No 1648',
        '2021-09-16 No 1564',
        '2022-08-29 No 1505',
        '2023-08-10 No 1314',
        '2024-10-04 No 1335',
        '2025-09-24 No 1466',
        '2026-09-17 No 1187',
      ].map((act) => `Government Resolution of ${act}`),
    );
  });

  test('the day of the vote of 2020 rests on its edict, not on the Labour Code', () => {
    expect(dayStatus('2020-07-01', ru)).toMatchObject({ because: 'constitution-vote', basis: 'edict-354' });
    expect(dayStatus('2020-06-12', ru)).toMatchObject({ because: 'russia-day', basis: 'labour-code-112' });
  });
});

describe('yearly totals against the published ones', () => {
  // `since` are the days that changed after the total was published.
  test.each([
    { year: '2019', published: 247, since: [], because: 'as the production calendar' },
    {
      year: '2020',
      published: 248,
      since: [{ day: '2020-07-01', working: false }],
      because: 'the day of the vote was added in June',
    },
    { year: '2021', published: 247, since: [], because: 'as the production calendar: the edict days are not in it' },
    { year: '2022', published: 247, since: [], because: 'as the production calendar' },
    { year: '2023', published: 247, since: [], because: 'as the production calendar' },
    { year: '2024', published: 248, since: [], because: 'as the production calendar, a leap year' },
    { year: '2025', published: 247, since: [], because: 'as the production calendar' },
    { year: '2026', published: 247, since: [], because: 'as the production calendar' },
    { year: '2027', published: 247, since: [], because: 'as the production calendar' },
  ])('$year: $published published, $because', ({ year, published, since }) => {
    for (const { day, working } of since) expect(isWorkingDay(day, ru), day).toBe(working);
    const changed = since.reduce((sum, { working }) => sum + (working ? 1 : -1), 0);
    expect(countWorkingDays(dateRange(`${year}-01-01`, `${year}-12-31`), ru)).toBe(published + changed);
    expect(official.years[year]?.officialWorkingDays).toBe(published);
  });
});

describe('days that other calendars have wrong', () => {
  const workedSaturdays = [
    '2021-02-20',
    '2022-03-05',
    '2024-04-27',
    '2024-11-02',
    '2024-12-28',
    '2025-11-01',
    '2027-02-20',
  ];
  test.each(workedSaturdays)('%s is a Saturday and worked', (day) => {
    expect(new Date(day).getUTCDay()).toBe(6);
    expect(isWorkingDay(day, ru)).toBe(true);
    expect(dayStatus(day, ru).because).toBe('moved-by-act');
  });

  test.each([
    {
      day: '2019-02-25',
      working: true,
      because: '23 February, a Saturday, went to 10 May by decree and not to Monday by law',
    },
    { day: '2019-05-10', working: false, because: 'off for 23 February' },
    {
      day: '2022-01-10',
      working: true,
      because: '8 January, a Saturday, is lost: a day off of 1 to 8 January moves by decree only',
    },
    { day: '2023-02-24', working: false, because: 'off for Sunday 1 January' },
    { day: '2023-05-08', working: false, because: 'off for Sunday 8 January' },
    { day: '2024-04-30', working: false, because: 'off for Saturday 2 November, six months later' },
    { day: '2024-12-31', working: false, because: 'off for Sunday 7 January' },
    {
      day: '2025-03-10',
      working: true,
      because: '8 March, a Saturday, went to 13 June by decree and not to Monday by law',
    },
    { day: '2025-06-13', working: false, because: 'off for Saturday 8 March' },
    { day: '2025-12-31', working: false, because: 'off for Sunday 5 January' },
    { day: '2026-01-09', working: false, because: 'off for Saturday 3 January' },
    { day: '2026-05-11', working: false, because: '9 May was a Saturday' },
    { day: '2026-12-31', working: false, because: 'off for Sunday 4 January' },
    {
      day: '2027-11-13',
      working: false,
      because: 'a Saturday that the press expected to be worked and the decree left off',
    },
  ])('$day: $because', ({ day, working }) => {
    expect(isWorkingDay(day, ru)).toBe(working);
  });

  test('why a day is what it is', () => {
    const christmas = dayStatus('2026-01-07', ru);
    expect(christmas).toMatchObject({
      working: false,
      because: 'orthodox-christmas',
      basis: 'labour-code-112',
      firm: true,
    });
    const moved = dayStatus('2024-04-30', ru);
    expect(moved).toMatchObject({ working: false, because: 'moved-by-act', basis: 'decree-1314', firm: true });
    expect(moved.movedFrom).toBe('2024-11-02');
  });
});

describe('days declared non-working by edict do not move a term', () => {
  const edictDays = years.flatMap(([, { decreeDays }]) => decreeDays?.dates ?? []);

  test('all 35 are working days', () => {
    expect(edictDays.length).toBe(35);
    expect(edictDays.filter((day) => !isWorkingDay(day, ru))).toEqual([]);
  });

  test('the Supreme Court settled it, so they are firm, but for the day of the parade', () => {
    expect(edictDays.filter((day) => !dayStatus(day, ru).firm)).toEqual(['2020-06-24']);
  });
});

describe('how sure a day is', () => {
  test.each([
    { day: '2020-06-23', working: true, firm: true, because: 'the day before the parade' },
    {
      day: '2020-06-24',
      working: true,
      firm: false,
      because: 'the parade: an edict day that the Review does not speak of',
    },
    {
      day: '2020-07-01',
      working: false,
      firm: false,
      because: 'the vote on the Constitution: off in the production calendars',
    },
    { day: '2020-07-02', working: true, firm: true, because: 'the day after the vote' },
    { day: '2027-12-31', working: false, firm: true, because: 'the last day: the decree for 2027 is out' },
  ])('$day: $because', ({ day, working, firm }) => {
    expect(dayStatus(day, ru)).toMatchObject({ working, firm });
  });

  test('a contested day says why it is', () => {
    expect(dayStatus('2020-06-24', ru).contested).toBe('edict-day');
    expect(dayStatus('2020-07-01', ru).contested).toBe('constitution-vote');
    expect(dayStatus('2020-06-23', ru).contested).toBeUndefined();
  });

  test('nothing else in nine years is open', () => {
    const open = years.flatMap(([year]) => everyDay(year).filter((day) => !dayStatus(day, ru).firm));
    expect(open).toEqual(['2020-06-24', '2020-07-01']);
  });
});

describe('outside the coverage there is no answer', () => {
  test.each([
    { day: '2018-12-31', because: 'the day before the first' },
    { day: '2028-01-01', because: 'the day after the last, a Saturday: off anywhere, but not known here' },
    { day: '2028-01-03', because: 'a Monday nobody has decided yet' },
  ])('$day: $because', ({ day }) => {
    expect(refusal(() => isWorkingDay(day, ru))).toBe('calendar-not-covered day');
  });

  test('a count that leaves the coverage by one day', () => {
    expect(countWorkingDays(dateRange('2027-12-01', '2027-12-31'), ru)).toBe(22);
    expect(refusal(() => countWorkingDays(dateRange('2027-12-01', '2028-01-01'), ru))).toMatch(
      /^calendar-not-covered /,
    );
  });
});
