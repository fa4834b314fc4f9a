/**
 * `oferta/calendars/ru`: the working days of 2019 to 2027 in Russia in a five-day week, with their legal basis.
 *
 * @packageDocumentation
 */
import { type CalendarSource, type WorkingCalendar, workingCalendar } from '../time/workingCalendar.js';
import { exceptionNotation } from './exceptionNotation.js';

/**
 * The working calendar of Russia, five-day week, 2019 to 2027; firm except for 24 June and 1 July 2020, which are
 * contested.
 *
 * Days declared non-working by presidential edict in 2020 and 2021 are working days here, because they do not move a
 * term (Supreme Court Review No 1 of 2020-04-21, question 5). Regional holidays are not included. For its origin and
 * the confidence in each year see
 * `docs/concepts/working-calendars.md`.
 *
 * @example A worked Saturday, a day off moved by decree, and an edict day
 * ```ts
 * isWorkingDay('2025-11-01', ru) // => true
 * isWorkingDay('2026-12-31', ru) // => false
 * isWorkingDay('2020-04-06', ru) // => true
 * ```
 */
export const ru: WorkingCalendar = /* @__PURE__ */ workingCalendar(
  /* @__PURE__ */ exceptionNotation({
    id: 'RU',
    version: '2026-11-22',
    compiledOn: '2026-11-22',
    weekend: [6, 7],
    coverage: { firstDay: '2019-01-01', lastDay: '2027-12-31' },
    firmThrough: '2027-12-31',
    law: 'labour-code-112',
    bases: { 'constitution-vote': 'edict-354' },
    // The notation: `05-01 labour-day`: off. `05-09>05-11 victory-day`: the holiday fell on a day off, so by law
    // 11 May is off as well. `01-04>>05-02 DECREE`: the day off of 4 January moved to 2 May. `11-01<>11-03 DECREE`:
    // 1 November is worked and 3 November is off. For the grammar see exceptionNotation.ts; the decrees are among the
    // sources.
    // Days off that fall on 1 to 8 January move by decree only, two of them a year.
    years: {
      2019: '01-01 01-02 01-03 01-04 new-year, 01-07 orthodox-christmas, 01-08 new-year, 03-08 womens-day, 05-01 labour-day, 01-05>>05-02 01-06>>05-03 decree-1163, 05-09 victory-day, 02-23>>05-10 decree-1163, 06-12 russia-day, 11-04 unity-day',
      2020: '01-01 01-02 01-03 01-06 new-year, 01-07 orthodox-christmas, 01-08 new-year, 02-23>02-24 defender-day, 03-08>03-09 womens-day, 05-01 labour-day, 01-04>>05-04 01-05>>05-05 decree-875, 05-09>05-11 victory-day, 06-12 russia-day, 07-01 constitution-vote, 11-04 unity-day',
      2021: '01-01 01-04 01-05 01-06 new-year, 01-07 orthodox-christmas, 01-08 new-year, 02-20<>02-22 decree-1648, 02-23 defender-day, 03-08 womens-day, 05-01>05-03 labour-day, 05-09>05-10 victory-day, 06-12>06-14 russia-day, 11-04 unity-day, 01-02>>11-05 01-03>>12-31 decree-1648',
      2022: '01-03 01-04 01-05 01-06 new-year, 01-07 orthodox-christmas, 02-23 defender-day, 03-05<>03-07 decree-1564, 03-08 womens-day, 05-01>05-02 labour-day, 01-01>>05-03 decree-1564, 05-09 victory-day, 01-02>>05-10 decree-1564, 06-12>06-13 russia-day, 11-04 unity-day',
      2023: '01-02 01-03 01-04 01-05 01-06 new-year, 02-23 defender-day, 01-01>>02-24 decree-1505, 03-08 womens-day, 05-01 labour-day, 01-08>>05-08 decree-1505, 05-09 victory-day, 06-12 russia-day, 11-04>11-06 unity-day',
      2024: '01-01 01-02 01-03 01-04 01-05 01-08 new-year, 02-23 defender-day, 03-08 womens-day, 04-27<>04-29 11-02<>04-30 decree-1314, 05-01 labour-day, 05-09 victory-day, 01-06>>05-10 decree-1314, 06-12 russia-day, 11-04 unity-day, 12-28<>12-30 01-07>>12-31 decree-1314',
      2025: '01-01 01-02 01-03 01-06 new-year, 01-07 orthodox-christmas, 01-08 new-year, 05-01 labour-day, 01-04>>05-02 02-23>>05-08 decree-1335, 05-09 victory-day, 06-12 russia-day, 03-08>>06-13 11-01<>11-03 decree-1335, 11-04 unity-day, 01-05>>12-31 decree-1335',
      2026: '01-01 01-02 01-05 01-06 new-year, 01-07 orthodox-christmas, 01-08 new-year, 01-03>>01-09 decree-1466, 02-23 defender-day, 03-08>03-09 womens-day, 05-01 labour-day, 05-09>05-11 victory-day, 06-12 russia-day, 11-04 unity-day, 01-04>>12-31 decree-1466',
      2027: '01-01 01-04 01-05 01-06 new-year, 01-07 orthodox-christmas, 01-08 new-year, 02-20<>02-22 decree-1187, 02-23 defender-day, 03-08 womens-day, 05-01>05-03 labour-day, 05-09>05-10 victory-day, 06-12>06-14 russia-day, 11-04 unity-day, 01-02>>11-05 01-03>>12-31 decree-1187',
    },
    contested: [
      { day: '2020-06-24', because: 'edict-day', basis: 'edict-345' },
      { day: '2020-07-01', because: 'constitution-vote', basis: 'edict-354' },
    ],
    sources: [
      { id: 'labour-code-112', title: 'Labour Code of 2001-12-30 No 197-FZ, art. 112', confidence: 'found' },
      decree(1163, '2018-10-01'),
      decree(875, '2019-07-10', 'memory'),
      decree(1648, '2020-10-10'),
      decree(1564, '2021-09-16'),
      decree(1505, '2022-08-29'),
      decree(1314, '2023-08-10'),
      decree(1335, '2024-10-04'),
      decree(1466, '2025-09-24'),
      decree(1187, '2026-09-17'),
      {
        id: 'review-2020',
        title: 'Supreme Court Review of 2020-04-21 No 1, question 5: edict days do not move a term',
        confidence: 'found',
      },
      { id: 'edict-345', title: 'Presidential Edict of 2020-05-29 No 345', confidence: 'memory' },
      { id: 'edict-354', title: 'Presidential Edict of 2020-06-01 No 354', confidence: 'memory' },
    ],
  }),
);

/** A resolution of the Government that moves days off. */
function decree(number: number, day: string, confidence: CalendarSource['confidence'] = 'found'): CalendarSource {
  return { id: `decree-${number}`, title: `Government Resolution of ${day} No ${number}`, confidence };
}
