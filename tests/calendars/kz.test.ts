import { countWorkingDays, dateRange, dayStatus, isWorkingDay } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, test } from 'vitest';
import { refusal } from '../support/refusal.js';
import { everyDay, isWeekend, officialDays } from './officialDays.js';

const official = officialDays('KZ');
const years = Object.entries(official.years);

describe('every day of nine years is as statute and acts give it', () => {
  test('the fixture covers what the calendar covers', () => {
    expect(kz.coverage.firstDay).toBe('2019-01-01');
    expect(kz.coverage.lastDay).toBe('2027-12-31');
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
    expect(everyDay(year).filter((day) => isWorkingDay(day, kz) !== working(day))).toEqual([]);
    expect(countWorkingDays(dateRange(`${year}-01-01`, `${year}-12-31`), kz)).toBe(workingDays);
  });
});

describe('every exception carries its ground', () => {
  const sources = new Set(kz.sources.map((source) => source.id));

  test.each(years)(
    '%s: each day off and each worked weekend day rests on a listed source',
    (_, { nonWorking, workingWeekends }) => {
      for (const day of [...nonWorking, ...workingWeekends]) {
        const { because, basis } = dayStatus(day, kz);
        expect(because, day).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(sources.has(basis as string), `${day} rests on ${basis}`).toBe(true);
      }
    },
  );

  test.each(years)(
    '%s: moved days say where they come from',
    (year, { nonWorking, movedAutomatically, movedByDecree }) => {
      const found = nonWorking.flatMap((day) => {
        const { movedFrom, because } = dayStatus(day, kz);
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
    expect(sources.size).toBe(kz.sources.length);
    for (const source of kz.sources) expect(source.title, source.id).not.toBe('');
    const fromMemory = kz.sources.filter((source) => source.confidence === 'memory').map((source) => source.id);
    expect(fromMemory).toEqual([]);
  });

  test('a source leads to its act on the legal information site', () => {
    expect(kz.sources.map(({ id, url }) => [id, url])).toEqual(
      [
        ['law-267-II', 'Z010000267_'],
        ['labour-code-84', 'K1500000414'],
        ...['P1800000888', 'P1900000820', 'P2000000930', 'P2100000713', 'P2200000796', 'P2300000326'].map((id) => [
          id,
          id,
        ]),
        ...['G24G0000109', 'G24G0000436'].map((id) => [id, id]),
      ].map(([id, number]) => [id, `https://adilet.zan.kz/rus/docs/${number}`]),
    );
  });
});

describe('yearly totals against the published ones', () => {
  // `since` are the days that changed after the total was published.
  test.each([
    { year: '2019', published: 246, since: [], because: 'egov.kz gave 119 days off' },
    {
      year: '2020',
      published: 246,
      since: [],
      because: '120 days off of 366; the days of the emergency changed no calendar',
    },
    { year: '2021', published: 245, since: [], because: 'calendar of the Ministry of Labour' },
    {
      year: '2022',
      published: 245,
      since: [
        { day: '2022-10-25', working: false },
        { day: '2022-12-01', working: true },
        { day: '2022-12-19', working: true },
      ],
      because:
        'the law of 29 September brought Republic Day in and took 1 and 17 December (a Saturday, moved to the 19th) out',
    },
    {
      year: '2024',
      published: 248,
      since: [{ day: '2024-06-17', working: true }],
      because: 'Kurban Ait was expected on Monday 17 June and held on Sunday 16 June, and it does not move',
    },
    { year: '2025', published: 246, since: [], because: '119 days off of 365' },
    {
      year: '2026',
      published: 246,
      since: [{ day: '2026-08-31', working: true }],
      because:
        'Law No 306-VIII took Constitution Day away from Sunday 30 August, and with it the move to Monday 31 August',
    },
  ])('$year: $published published, $because', ({ year, published, since }) => {
    for (const { day, working } of since) expect(isWorkingDay(day, kz), day).toBe(working);
    const changed = since.reduce((sum, { working }) => sum + (working ? 1 : -1), 0);
    expect(countWorkingDays(dateRange(`${year}-01-01`, `${year}-12-31`), kz)).toBe(published + changed);
    expect(official.years[year]?.officialWorkingDays).toBe(published);
  });

  test('no total was seen for 2023 and 2027', () => {
    expect(years.filter(([, { officialWorkingDays }]) => officialWorkingDays === null).map(([year]) => year)).toEqual([
      '2023',
      '2027',
    ]);
  });
});

describe('days that other calendars have wrong', () => {
  test.each([
    { day: '2020-01-05', working: true, because: 'a Sunday, worked for Friday 3 January' },
    { day: '2020-01-03', working: false, because: 'off for Sunday 5 January' },
    { day: '2020-12-20', working: true, because: 'a Sunday, worked for Friday 18 December' },
    { day: '2025-01-05', working: true, because: 'a Sunday, worked for Friday 3 January' },
    { day: '2025-01-04', working: false, because: 'the Saturday between stays off' },
    {
      day: '2020-05-08',
      working: false,
      because: '9 May, a Saturday, moved to the 11th by law and from there to the 8th by act',
    },
    { day: '2020-05-11', working: true, because: 'the day off it would have been went to 8 May' },
    { day: '2022-05-10', working: false, because: '7 May, a Saturday, moves past Monday 9 May, itself a holiday' },
    { day: '2022-10-24', working: false, because: 'off for Saturday 22 October' },
    { day: '2022-12-01', working: true, because: 'no holiday since the law of 29 September 2022' },
    { day: '2022-12-19', working: true, because: '17 December was no holiday any more, so nothing moved to Monday' },
    { day: '2023-12-18', working: false, because: '16 December was a Saturday' },
    { day: '2024-06-17', working: true, because: 'Kurban Ait was on Sunday 16 June and does not move' },
    { day: '2026-03-16', working: true, because: 'Constitution Day is 15 March from 2027 only' },
    { day: '2026-03-24', working: false, because: '21 March was a Saturday, and 23 March is a holiday itself' },
    { day: '2026-03-25', working: false, because: '22 March was a Sunday: the second day of Nauryz that moves' },
    { day: '2026-08-31', working: true, because: '30 August is no holiday from 2026' },
    { day: '2027-03-15', working: false, because: 'the first Constitution Day on 15 March, a Monday' },
    { day: '2027-05-17', working: true, because: 'Kurban Ait, expected on Sunday 16 May, does not move' },
    { day: '2027-08-30', working: true, because: 'a Monday, no holiday any more' },
  ])('$day: $because', ({ day, working }) => {
    expect(isWorkingDay(day, kz)).toBe(working);
  });

  const afterUnmoved = ['2023-01-09', '2024-01-08', '2019-08-12', '2022-07-11'];
  test.each(afterUnmoved)('%s is worked: Christmas or Kurban Ait on a weekend day does not move', (day) => {
    expect(new Date(day).getUTCDay()).toBe(1);
    expect(isWorkingDay(day, kz)).toBe(true);
  });

  test('why a day is what it is', () => {
    expect(dayStatus('2026-05-27', kz)).toMatchObject({
      working: false,
      because: 'kurban-ait',
      basis: 'labour-code-84',
      firm: true,
    });
    expect(dayStatus('2026-07-06', kz)).toMatchObject({
      working: false,
      because: 'capital-day',
      basis: 'law-267-II',
      firm: true,
    });
    expect(dayStatus('2025-01-05', kz)).toMatchObject({
      working: true,
      because: 'moved-by-act',
      basis: 'G24G0000436',
      firm: true,
      movedTo: '2025-01-03',
    });
    const moved = dayStatus('2020-05-08', kz);
    expect(moved).toMatchObject({ working: false, because: 'moved-by-act', basis: 'P1900000820', firm: true });
    expect(moved.movedFrom).toBe('2020-05-11');
  });
});

describe('how sure a day is', () => {
  test.each([
    { day: '2026-12-31', firm: true, because: 'the last firm day' },
    { day: '2027-01-01', firm: false, because: 'the first provisional day, holiday or not' },
    { day: '2027-05-17', firm: false, because: 'off if Kurban Ait comes a day later than expected' },
  ])('$day: $because', ({ day, firm }) => {
    expect(dayStatus(day, kz).firm).toBe(firm);
    expect(day <= official.firmCoverageTo).toBe(firm);
  });
});

describe('outside the coverage there is no answer', () => {
  test.each([
    { day: '2018-12-31', because: 'the day before the first' },
    { day: '2028-01-01', because: 'the day after the last, a Saturday: off anywhere, but not known here' },
    { day: '2028-01-03', because: 'a Monday nobody has decided yet' },
  ])('$day: $because', ({ day }) => {
    expect(refusal(() => isWorkingDay(day, kz))).toBe('calendar-not-covered day');
  });

  test('a count that leaves the coverage by one day', () => {
    expect(countWorkingDays(dateRange('2027-12-01', '2027-12-31'), kz)).toBe(22);
    expect(refusal(() => countWorkingDays(dateRange('2027-12-01', '2028-01-01'), kz))).toMatch(
      /^calendar-not-covered /,
    );
  });
});
