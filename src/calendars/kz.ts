/**
 * `oferta/calendars/kz`: the working days of 2019 to 2027 in Kazakhstan in a five-day week, with their legal basis.
 *
 * @packageDocumentation
 */
import { type CalendarSource, type WorkingCalendar, workingCalendar } from '../time/workingCalendar.js';
import { exceptionNotation } from './exceptionNotation.js';

/**
 * The working calendar of Kazakhstan, five-day week, 2019 to 2027; firm through 2026, provisional for 2027.
 *
 * For its origin and the confidence in each year see `docs/concepts/working-calendars.md`. Six-day weeks have different
 * moves.
 *
 * @example A holiday moved by law, and a working day that had been announced as a day off
 * ```ts
 * isWorkingDay('2026-03-24', kz) // => false
 * isWorkingDay('2026-08-31', kz) // => true
 * isWorkingDay('2028-01-03', kz) // throws 'calendar-not-covered'
 * ```
 */
export const kz: WorkingCalendar = /* @__PURE__ */ workingCalendar(
  /* @__PURE__ */ exceptionNotation({
    id: 'KZ',
    version: '2026-11-22',
    compiledOn: '2026-11-22',
    weekend: [6, 7],
    coverage: { firstDay: '2019-01-01', lastDay: '2027-12-31' },
    firmThrough: '2026-12-31',
    law: 'law-267-II',
    bases: { 'orthodox-christmas': 'labour-code-84', 'kurban-ait': 'labour-code-84' },
    // The notation: `05-01 unity-day`: off. `05-09>05-11 victory-day`: the holiday fell on a day off, so by law
    // 11 May is off as well. `05-04<>05-10 ACT`: by act 4 May is worked and 10 May is off. `05-11>>05-08 ACT`: by act
    // the
    // day off of 11 May moved to 8 May. For the grammar see exceptionNotation.ts; the acts are among the sources below.
    years: {
      // Kurban Ait on Sunday 11 August.
      2019: '01-01 01-02 new-year, 01-07 orthodox-christmas, 03-08 womens-day, 03-21 03-22 03-23>03-25 nauryz, 05-01 unity-day, 05-07 defender-day, 05-09 victory-day, 05-04<>05-10 P1800000888, 07-06>07-08 capital-day, 08-30 constitution-day, 12-01>12-02 first-president-day, 12-16 12-17 independence-day',
      // 9 May was a Saturday: by law Monday 11 May is off, but the act moved that day off to Friday 8 May.
      2020: '01-01 01-02 new-year, 01-05<>01-03 P1900000820, 01-07 orthodox-christmas, 03-08>03-09 womens-day, 03-23 03-21>03-24 03-22>03-25 nauryz, 05-01 unity-day, 05-07 defender-day, 05-11>>05-08 P1900000820, 07-06 capital-day, 07-31 kurban-ait, 08-30>08-31 constitution-day, 12-01 first-president-day, 12-16 12-17 independence-day, 12-20<>12-18 P1900000820',
      2021: '01-01 01-02>01-04 new-year, 01-07 orthodox-christmas, 03-08 womens-day, 03-22 03-23 03-21>03-24 nauryz, 05-01>05-03 unity-day, 05-07 defender-day, 05-09>05-10 victory-day, 07-03<>07-05 P2000000930, 07-06 capital-day, 07-20 kurban-ait, 08-30 constitution-day, 12-01 first-president-day, 12-16 12-17 independence-day',
      // Kurban Ait on Saturday 9 July. The law of 29 September added 25 October and removed 1 and 17 December.
      2022: '01-01>01-03 01-02>01-04 new-year, 01-07 orthodox-christmas, 03-05<>03-07 P2100000713, 03-08 womens-day, 03-21 03-22 03-23 nauryz, 05-01>05-02 unity-day, 05-09 victory-day, 05-07>05-10 defender-day, 07-06 capital-day, 08-27<>08-29 P2100000713, 08-30 constitution-day, 10-22<>10-24 P2200000796, 10-25 republic-day, 12-16 independence-day',
      // Christmas on Saturday 7 January.
      2023: '01-02 01-01>01-03 new-year, 03-08 womens-day, 03-21 03-22 03-23 nauryz, 05-01 unity-day, 05-07>05-08 defender-day, 05-09 victory-day, 06-28 kurban-ait, 07-06 capital-day, 07-01<>07-07 P2300000326, 08-30 constitution-day, 10-25 republic-day, 12-16>12-18 independence-day',
      // Christmas on Sunday 7 January; Kurban Ait announced for Monday 17 June, held on Sunday 16 June.
      2024: '01-01 01-02 new-year, 03-08 womens-day, 03-21 03-22 03-23>03-25 nauryz, 05-01 unity-day, 05-07 defender-day, 05-04<>05-08 G24G0000109, 05-09 victory-day, 07-06>07-08 capital-day, 08-30 constitution-day, 10-25 republic-day, 12-16 independence-day',
      2025: '01-01 01-02 new-year, 01-05<>01-03 G24G0000436, 01-07 orthodox-christmas, 03-08>03-10 womens-day, 03-21 03-22>03-24 03-23>03-25 nauryz, 05-01 unity-day, 05-07 defender-day, 05-09 victory-day, 06-06 kurban-ait, 07-06>07-07 capital-day, 08-30>09-01 constitution-day, 10-25>10-27 republic-day, 12-16 independence-day',
      // No Constitution Day: from 1 July 2026 it is 15 March instead of 30 August. So 16 March and 31 August are
      // worked.
      2026: '01-01 01-02 new-year, 01-07 orthodox-christmas, 03-08>03-09 womens-day, 03-23 03-21>03-24 03-22>03-25 nauryz, 05-01 unity-day, 05-07 defender-day, 05-09>05-11 victory-day, 05-27 kurban-ait, 07-06 capital-day, 10-25>10-26 republic-day, 12-16 independence-day',
      // Provisional: Kurban Ait is expected on Sunday 16 May (a day later would make Monday 17 May a day off); no act
      // that moves days was seen.
      2027: '01-01 01-02>01-04 new-year, 01-07 orthodox-christmas, 03-08 womens-day, 03-15 constitution-day, 03-22 03-23 03-21>03-24 nauryz, 05-01>05-03 unity-day, 05-07 defender-day, 05-09>05-10 victory-day, 07-06 capital-day, 10-25 republic-day, 12-16 independence-day',
    },
    sources: [
      act(
        'law-267-II',
        'Law of 2001-12-13 No 267-II on holidays, art. 5, with the laws of 2022-09-29 and 2026-06-11 No 306-VIII',
        'Z010000267_',
      ),
      act('labour-code-84', 'Labour Code of 2015-11-23 No 414-V, art. 84(5)', 'K1500000414'),
      act('P1800000888', 'Government Resolution No 888 of 2018'),
      act('P1900000820', 'Government Resolution No 820 of 2019'),
      act('P2000000930', 'Government Resolution No 930 of 2020'),
      act('P2100000713', 'Government Resolution of 2021-10-06 No 713'),
      act('P2200000796', 'Government Resolution No 796 of 2022'),
      act('P2300000326', 'Government Resolution of 2023-04-25 No 326'),
      act('G24G0000109', 'Order of the Minister of Labour of 2024-04-17'),
      act('G24G0000436', 'Order of the Minister of Labour of 2024'),
    ],
  }),
);

/** An act that was read on the government's legal information site, where the number of the act is its address. */
function act(id: string, title: string, number = id): CalendarSource {
  return { id, title, confidence: 'found', url: `https://adilet.zan.kz/rus/docs/${number}` };
}
