// Working calendars as lists of days: those of the two countries, and made-up ones with what no country has.
import { dayAt, place } from './days.mjs';
import { officialDays } from './officialDays.mjs';
import { refuse } from './refusal.mjs';

/** Data of the made-up calendars, as `workingCalendar` takes them. */
export const madeUp = [
  {
    // Friday and Saturday off, a holiday longer than three weeks over the end of a month, worked weekend days.
    id: 'LONG-HOLIDAY',
    weekend: [5, 6],
    coverage: { firstDay: '2023-12-27', lastDay: '2025-03-02' },
    daysOff: [
      ...range('2024-04-21', '2024-05-14').filter((text) => ![5, 6].includes(dayAt(place(text)).weekday)),
      '2024-02-29',
      '2024-12-31',
    ],
    workingWeekendDays: ['2024-06-28', '2024-06-29', '2024-11-30'],
  },
  {
    // One day off a week, and further single days off.
    id: 'SIX-DAYS',
    weekend: [7],
    coverage: { firstDay: '2024-01-01', lastDay: '2025-12-31' },
    daysOff: [
      '2024-01-01',
      '2024-03-30',
      '2024-04-01',
      '2024-12-31',
      '2025-02-28',
      '2025-03-01',
      '2025-12-30',
      '2025-12-31',
    ],
    workingWeekendDays: ['2024-09-01', '2025-06-29'],
  },
  {
    // Every second day off, so that a count steps over as many days as it counts.
    id: 'EVERY-SECOND',
    weekend: [1, 3, 5, 7],
    coverage: { firstDay: '2024-02-10', lastDay: '2025-03-20' },
    daysOff: ['2024-02-29', '2024-12-31'],
    workingWeekendDays: ['2025-01-01'],
  },
];

function range(first, last) {
  return Array.from({ length: place(last) - place(first) + 1 }, (_, step) => dayAt(place(first) + step).text);
}

function calendar({ id, weekend, first, last, off, worked, firmTo }) {
  return {
    id,
    first,
    last,
    /** The days after this one are not firm. */
    firmTo,
    /** Whether a day is worked; outside its days nobody knows. */
    isWorking(at) {
      if (at < first || at > last) refuse('calendar-not-covered');
      if (off.has(at)) return false;
      return worked.has(at) || !weekend.includes(dayAt(at).weekday);
    },
    /** Days where calendars are mistaken: each day off of a weekday, each worked day of a weekend, and the ends. */
    edges: [...off, ...worked, first, last],
  };
}

function country(id) {
  const { years, firmTo } = officialDays[id];
  const days = (kind) =>
    new Set(
      Object.entries(years).flatMap(([year, lists]) =>
        lists[kind] === '' ? [] : lists[kind].split(' ').map((day) => place(`${year}-${day}`)),
      ),
    );
  const numbers = Object.keys(years);
  return calendar({
    id,
    weekend: [6, 7],
    first: place(`${numbers[0]}-01-01`),
    last: place(`${numbers.at(-1)}-12-31`),
    off: days('off'),
    worked: days('worked'),
    firmTo: place(firmTo),
  });
}

/** By id. */
export const calendars = {
  KZ: country('KZ'),
  RU: country('RU'),
  ...Object.fromEntries(
    madeUp.map(({ id, weekend, coverage, daysOff, workingWeekendDays }) => [
      id,
      calendar({
        id,
        weekend,
        first: place(coverage.firstDay),
        last: place(coverage.lastDay),
        off: new Set(daysOff.map(place)),
        worked: new Set(workingWeekendDays.map(place)),
        firmTo: place(coverage.lastDay),
      }),
    ]),
  ),
};
