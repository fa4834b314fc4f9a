import fc from 'fast-check';
import {
  calendarDays,
  countingRules,
  type DayLimit,
  halfMonths,
  halfYears,
  months,
  quarters,
  type RenewalClause,
  type RenewalTerms,
  renewal,
  weeks,
  workingCalendar,
  workingDays,
  years,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { asJson } from '../support/asJson.js';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode } = countingRules;
const dayNumberOf = (iso: string): number => Date.parse(iso) / 86_400_000;

const yearly: RenewalClause = { ends: 'anniversary', every: years(1), noticeLimit: calendarDays(30) };
const calendarYears: RenewalClause = { ends: 'calendarYear', every: years(1), noticeLimit: calendarDays(30) };

/** `endsOn`, `latestNoticeDay` and `renewals` in one line. */
function answer(terms: RenewalTerms): string {
  const { endsOn, latestNoticeDay, renewals } = renewal(terms);
  return `${endsOn} ${latestNoticeDay} ${renewals}`;
}

describe('renewal without a notice', () => {
  it.each([
    {
      startedOn: '2026-03-15',
      asOf: '2026-03-15',
      terms: yearly,
      expected: '2027-03-15 2027-02-13 0',
      because: 'the first day',
    },
    {
      startedOn: '2026-03-15',
      asOf: '2027-03-14',
      terms: yearly,
      expected: '2027-03-15 2027-02-13 0',
      because: 'a day before the end',
    },
    {
      startedOn: '2026-03-15',
      asOf: '2027-03-15',
      terms: yearly,
      expected: '2027-03-15 2027-02-13 0',
      because: 'the end day belongs to the ending term',
    },
    {
      startedOn: '2026-03-15',
      asOf: '2027-03-16',
      terms: yearly,
      expected: '2028-03-15 2028-02-14 1',
      because: 'a day after it the next runs',
    },
    {
      startedOn: '2026-03-15',
      asOf: '2030-01-01',
      terms: yearly,
      expected: '2030-03-15 2030-02-13 3',
      because: 'the fourth year',
    },
    {
      startedOn: '2024-02-29',
      asOf: '2024-03-01',
      terms: yearly,
      expected: '2025-02-28 2025-01-29 0',
      because: '29 February, clamped',
    },
    {
      startedOn: '2024-02-29',
      asOf: '2025-03-01',
      terms: yearly,
      expected: '2026-02-28 2026-01-29 1',
      because: 'clamped again',
    },
    {
      startedOn: '2024-02-29',
      asOf: '2027-03-01',
      terms: yearly,
      expected: '2028-02-29 2028-01-30 3',
      because: 'and back in 2028',
    },
    {
      startedOn: '2026-12-20',
      asOf: '2026-12-25',
      terms: calendarYears,
      expected: '2026-12-31 2026-12-01 0',
      because: 'no notice could end the first term',
    },
    {
      startedOn: '2026-12-31',
      asOf: '2026-12-31',
      terms: calendarYears,
      expected: '2026-12-31 2026-12-01 0',
      because: 'a first term of one day',
    },
    {
      startedOn: '2026-12-31',
      asOf: '2027-01-01',
      terms: calendarYears,
      expected: '2027-12-31 2027-12-01 1',
      because: 'New Year',
    },
    {
      startedOn: '2026-01-01',
      asOf: '2029-05-05',
      terms: { ...calendarYears, every: years(2) },
      expected: '2030-12-31 2030-12-01 2',
      because: '2026, then 2028, then 2030',
    },
    {
      startedOn: '2026-01-31',
      asOf: '2026-03-01',
      terms: { ...yearly, every: months(1) },
      expected: '2026-03-31 2026-03-01 1',
      because: 'a month from the 31st, never drifting to the 28th',
    },
    {
      startedOn: '2018-09-27',
      asOf: '2019-01-01',
      terms: { ...yearly, every: months(36), noticeLimit: months(3) },
      expected: '2021-09-27 2021-06-27 0',
      because: 'three months before three years',
    },
    {
      startedOn: '2026-01-01',
      asOf: '2026-02-01',
      terms: { ...yearly, termEnd: 'dayBefore', noticeLimit: calendarDays(60) },
      expected: '2026-12-31 2026-11-01 0',
      because: 'twelve months through 31 December, sixty days back',
    },
  ] as const)('$because ($startedOn, $asOf)', ({ startedOn, asOf, terms, expected }) => {
    expect(answer({ startedOn, asOf, terms, rules: asWritten })).toBe(expected);
  });

  it.each([
    {
      startedOn: '2027-03-01',
      termEnd: 'sameNumber',
      endsOn: '2028-03-01',
      because: 'a year from 1 March, same number',
    },
    { startedOn: '2027-03-01', termEnd: 'dayBefore', endsOn: '2028-02-29', because: 'the last day of a leap February' },
    {
      startedOn: '2026-03-01',
      termEnd: 'dayBefore',
      endsOn: '2027-02-28',
      because: 'the last day of a common February',
    },
    {
      startedOn: '2024-02-29',
      termEnd: 'dayBefore',
      endsOn: '2025-02-27',
      because: 'clamped first, then the day before',
    },
  ] as const)('$because', ({ startedOn, termEnd, endsOn }) => {
    expect(
      String(renewal({ startedOn, asOf: startedOn, terms: { ...yearly, termEnd }, rules: asWritten }).endsOn),
    ).toBe(endsOn);
  });

  it('answers centuries away in one step', () => {
    expect(answer({ startedOn: '2024-02-29', asOf: '9996-03-01', terms: yearly, rules: asWritten })).toBe(
      '9997-02-28 9997-01-29 7972',
    );
    const daily: RenewalClause = { ...yearly, every: calendarDays(1), noticeLimit: calendarDays(0) };
    expect(answer({ startedOn: '0001-01-01', asOf: '+200000-01-01', terms: daily, rules: asWritten })).toMatch(
      /^\+200000-01-01 /,
    );
  });
});

describe('the term that renewal found', () => {
  it.each([
    { asOf: '2027-03-15', termStartedOn: '2026-03-15', because: 'the first begins with the agreement' },
    { asOf: '2027-03-16', termStartedOn: '2027-03-16', because: 'each later one the day after the end before' },
    { asOf: '2029-01-01', termStartedOn: '2028-03-16', because: 'in any later year' },
  ])('$because', ({ asOf, termStartedOn }) => {
    const { basis } = renewal({ startedOn: '2026-03-15', terms: yearly, asOf, rules: asWritten });
    expect(String(basis.termStartedOn)).toBe(termStartedOn);
  });
});

describe('renewal with a notice', () => {
  const registered = { startedOn: '2026-12-20', terms: calendarYears, rules: asWritten, asOf: '2026-12-20' };

  it.each([
    {
      noticeGivenOn: '2026-12-21',
      expected: '2027-12-31 2027-12-01 1',
      because: 'registered after the latest day: the next year ends',
    },
    {
      noticeGivenOn: '2026-12-20',
      expected: '2027-12-31 2027-12-01 1',
      because: 'even a notice on the first day is too late',
    },
    { noticeGivenOn: '2027-11-30', expected: '2027-12-31 2027-12-01 1', because: 'a day before the latest' },
    { noticeGivenOn: '2027-12-01', expected: '2027-12-31 2027-12-01 1', because: 'on the latest day' },
    { noticeGivenOn: '2027-12-02', expected: '2028-12-31 2028-12-01 2', because: 'a day after it' },
    { noticeGivenOn: '2027-12-31', expected: '2028-12-31 2028-12-01 2', because: 'on the last day of the term' },
    { noticeGivenOn: '2028-01-01', expected: '2028-12-31 2028-12-01 2', because: 'in any later term' },
  ])('$because ($noticeGivenOn)', ({ noticeGivenOn, expected }) => {
    expect(answer({ ...registered, noticeGivenOn })).toBe(expected);
    // With a notice the day of the question chooses nothing.
    expect(answer({ ...registered, noticeGivenOn, asOf: '2040-06-01' })).toBe(expected);
  });

  it.each([
    { noticeGivenOn: '2026-03-31', endsOn: '2026-05-31', because: 'two months are kept by the term after the next' },
    { noticeGivenOn: '2026-03-30', endsOn: '2026-05-31', because: 'a day earlier too' },
    { noticeGivenOn: '2026-02-28', endsOn: '2026-04-30', because: '30 April less two months is 28 February' },
    { noticeGivenOn: '2026-03-01', endsOn: '2026-05-31', because: 'a day later it is too late for April' },
  ])('a notice limit longer than a term: $because', ({ noticeGivenOn, endsOn }) => {
    const terms: RenewalClause = { ends: 'anniversary', every: months(1), noticeLimit: months(2) };
    expect(
      String(renewal({ startedOn: '2025-12-31', terms, noticeGivenOn, asOf: noticeGivenOn, rules: asWritten }).endsOn),
    ).toBe(endsOn);
  });

  it('keeps a notice limit of a thousand terms without walking them', () => {
    const terms: RenewalClause = { ends: 'anniversary', every: calendarDays(1), noticeLimit: calendarDays(50_000_000) };
    const { renewals, endsOn } = renewal({
      startedOn: '2026-01-01',
      terms,
      noticeGivenOn: '2026-01-01',
      asOf: '2026-01-01',
      rules: asWritten,
    });
    expect(renewals).toBe(49_999_999);
    expect(endsOn.since('2026-01-01').days).toBe(50_000_000);
  });
});

describe('renewal and working days', () => {
  const office = workingCalendar({
    id: 'OFFICE',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-01-01', lastDay: '2027-12-31' },
    daysOff: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    workingWeekendDays: [],
    sources: [],
  });
  const terms: RenewalClause = { ends: 'calendarYear', every: years(1), noticeLimit: workingDays(3) };

  it('counts working days back from the day before the end', () => {
    // 28-31 December are off, 26 and 27 a weekend: 25, 24, 23 December.
    const found = renewal({ startedOn: '2026-02-01', terms, asOf: '2026-02-01', rules: asWritten, calendar: office });
    expect(String(found.latestNoticeDay)).toBe('2026-12-23');
    expect(asJson<Record<string, unknown>>(found)['basis']).toEqual({
      termStartedOn: '2026-02-01',
      asOf: '2026-02-01',
      latestNotice: {
        nominalLastDay: '2026-12-23',
        rolledOver: [],
        skipped: ['2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30'],
        provisional: [],
        calendar: { id: 'OFFICE', version: '1' },
      },
    });
  });

  it.each([
    { roll: 'none', latest: '2026-12-27', because: 'as written, a Sunday' },
    { roll: 'preceding', latest: '2026-12-25', because: 'the Friday before' },
    { roll: 'modifiedPreceding', latest: '2026-12-25', because: 'the Friday before, same month' },
    { roll: 'following', latest: '2026-12-31', because: 'forward it would leave the year: the end stops it' },
    { roll: 'modifiedFollowing', latest: '2026-12-25', because: 'forward it would leave the month' },
  ] as const)('the roll moves the latest notice day and no end: $because', ({ roll, latest }) => {
    const found = renewal({
      startedOn: '2026-02-01',
      terms: { ...terms, noticeLimit: calendarDays(4) },
      asOf: '2026-02-01',
      rules: { ...asWritten, roll },
      calendar: office,
    });
    expect([String(found.endsOn), String(found.latestNoticeDay)]).toEqual(['2026-12-31', latest]);
  });

  it.each(['kzCivilCode', 'ruCivilCode', 'regulation1182'] as const)(
    'under %s the latest notice day stays where the count ends',
    (name) => {
      // 31 December less four days is Sunday the 27th; 26 through 31 December are off, so forwards no notice would be left.
      const found = (noticeGivenOn: string) =>
        renewal({
          startedOn: '2026-02-01',
          terms: { ...terms, noticeLimit: calendarDays(4) },
          noticeGivenOn,
          asOf: '2026-02-01',
          rules: countingRules[name],
        });
      expect(['2026-12-26', '2026-12-27', '2026-12-28'].map((day) => String(found(day).endsOn))).toEqual([
        '2026-12-31',
        '2026-12-31',
        '2027-12-31',
      ]);
      expect(String(found('2026-12-27').latestNoticeDay)).toBe('2026-12-27');
    },
  );

  it('a notice of no days may be given on the last day, and has no first day that counts', () => {
    const none = { startedOn: '2025-01-01', terms: { ...yearly, noticeLimit: calendarDays(0) }, asOf: '2025-06-01' };
    const found = (rules: typeof asWritten) => String(renewal({ ...none, rules }).latestNoticeDay);
    expect(found(asWritten)).toBe('2026-01-01');
    expect(refusal(() => found({ ...asWritten, countTriggerDay: true }))).toBe('limit-invalid terms.noticeLimit.count');
    const one = { ...none, terms: { ...yearly, noticeLimit: calendarDays(1) } };
    expect(String(renewal({ ...one, rules: { ...asWritten, countTriggerDay: true } }).latestNoticeDay)).toBe(
      '2026-01-01',
    );
  });

  it('months of notice are taken off a date, whatever the rules make of a missing day', () => {
    const march = {
      startedOn: '2026-03-31',
      terms: { ...yearly, noticeLimit: months(1) },
      asOf: '2026-06-01',
      rules: { ...asWritten, monthEnd: 'reject' },
    } as const;
    expect(answer(march)).toBe('2027-03-31 2027-02-28 0');
  });

  it('decides a notice by the rolled day', () => {
    const fourDays = { ...terms, noticeLimit: calendarDays(4) };
    const ends = (noticeGivenOn: string): string =>
      String(
        renewal({
          startedOn: '2026-02-01',
          terms: fourDays,
          noticeGivenOn,
          asOf: noticeGivenOn,
          rules: { ...asWritten, roll: 'preceding' },
          calendar: office,
        }).endsOn,
      );
    expect(['2026-12-24', '2026-12-25', '2026-12-26'].map(ends)).toEqual(['2026-12-31', '2026-12-31', '2027-12-31']);
  });

  it('takes the nearest term over a weekend, with terms of one day', () => {
    const daily: RenewalClause = { ends: 'anniversary', every: calendarDays(1), noticeLimit: workingDays(3) };
    const ends = (noticeGivenOn: string): string =>
      String(
        renewal({
          startedOn: '2026-02-01',
          terms: daily,
          noticeGivenOn,
          asOf: noticeGivenOn,
          rules: asWritten,
          calendar: office,
        }).endsOn,
      );
    // Wednesday, Thursday and Friday lie before Saturday; Thursday, Friday and Monday before Tuesday.
    expect(['2026-02-04', '2026-02-05'].map(ends)).toEqual(['2026-02-07', '2026-02-10']);
  });

  it('takes the nearest term under a roll, with terms of one day', () => {
    const daily: RenewalClause = { ends: 'anniversary', every: calendarDays(1), noticeLimit: calendarDays(2) };
    const ends = (roll: 'following' | 'preceding'): string =>
      String(
        renewal({
          startedOn: '2026-12-01',
          terms: daily,
          noticeGivenOn: '2026-12-25',
          asOf: '2026-12-25',
          rules: { ...asWritten, roll },
          calendar: office,
        }).endsOn,
      );
    // 27 December less two days is Friday the 25th, which no roll moves.
    expect(ends('preceding')).toBe('2026-12-27');
    expect(ends('following')).toBe('2026-12-27');
    const sunday = (roll: 'following' | 'preceding'): string =>
      String(
        renewal({
          startedOn: '2026-12-01',
          terms: daily,
          noticeGivenOn: '2026-12-27',
          asOf: '2026-12-27',
          rules: { ...asWritten, roll },
          calendar: office,
        }).endsOn,
      );
    // 26 through 31 December are off. 28 December less two days rolls forward to its own end; only 3 January less two days is not before the 27th.
    expect(sunday('following')).toBe('2026-12-28');
    expect(sunday('preceding')).toBe('2027-01-03');
  });
});

describe('renewal, term by term', () => {
  const base: RenewalTerms = { startedOn: '2026-03-15', terms: yearly, asOf: '2027-04-01', rules: asWritten };
  const clause = (change: Partial<RenewalClause>): string => answer({ ...base, terms: { ...yearly, ...change } });

  it('term: startedOn', () => {
    expect([answer(base), answer({ ...base, startedOn: '2026-03-16' })]).toEqual([
      '2028-03-15 2028-02-14 1',
      '2028-03-16 2028-02-15 1',
    ]);
  });

  it('term: terms', () => {
    expect(answer({ ...base, terms: calendarYears })).toBe('2027-12-31 2027-12-01 1');
  });

  it('term: ends', () => {
    expect([clause({}), clause({ ends: 'calendarYear' })]).toEqual([
      '2028-03-15 2028-02-14 1',
      '2027-12-31 2027-12-01 1',
    ]);
  });

  it('term: every', () => {
    expect(clause({ every: halfYears(1) })).toBe('2027-09-15 2027-08-16 2');
    expect(clause({ every: quarters(2) })).toBe('2027-09-15 2027-08-16 2');
    expect(clause({ every: weeks(52) })).toBe('2028-03-12 2028-02-11 1');
    // 382 days after the start: the 26th half month ends on day 390.
    expect(clause({ every: halfMonths(1) })).toBe('2027-04-09 2027-03-10 25');
  });

  it('term: noticeLimit', () => {
    expect([29, 30, 31].map((count) => clause({ noticeLimit: calendarDays(count) }))).toEqual([
      '2028-03-15 2028-02-15 1',
      '2028-03-15 2028-02-14 1',
      '2028-03-15 2028-02-13 1',
    ]);
    expect(clause({ noticeLimit: months(1) })).toBe('2028-03-15 2028-02-15 1');
  });

  it('term: termEnd', () => {
    expect(clause({ termEnd: 'dayBefore' })).toBe('2028-03-14 2028-02-13 1');
    expect(clause({ termEnd: 'sameNumber' })).toBe(clause({}));
    expect(clause({ ends: 'calendarYear', termEnd: 'dayBefore' })).toBe('2027-12-31 2027-12-01 1');
  });

  it('term: noticeGivenOn', () => {
    expect(answer({ ...base, noticeGivenOn: '2027-02-13' })).toBe('2027-03-15 2027-02-13 0');
    expect(asJson<Record<string, unknown>>(renewal({ ...base, noticeGivenOn: '2027-02-13' }))['basis']).toMatchObject({
      noticeGivenOn: '2027-02-13',
      termStartedOn: '2026-03-15',
    });
  });

  it('term: asOf', () => {
    expect(answer({ ...base, asOf: '2027-03-15' })).toBe('2027-03-15 2027-02-13 0');
  });

  it('term: rules', () => {
    expect(answer({ ...base, rules: { ...asWritten, countTriggerDay: true } })).toBe('2028-03-15 2028-02-15 1');
  });

  it('term: calendar', () => {
    const holidays = {
      ...base,
      startedOn: '2026-03-27',
      asOf: '2026-03-27',
      terms: { ...yearly, noticeLimit: workingDays(5) },
    };
    // Back from 26 March 2027, a Friday: in Kazakhstan 22-24 March are off.
    expect([answer({ ...holidays, calendar: ru }), answer({ ...holidays, calendar: kz })]).toEqual([
      '2027-03-27 2027-03-22 0',
      '2027-03-27 2027-03-17 0',
    ]);
  });
});

describe('renewal, laws', () => {
  interface Case {
    readonly startedOn: number;
    readonly clause: RenewalClause;
  }
  const unit: fc.Arbitrary<RenewalClause['every']> = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map(calendarDays),
    fc.integer({ min: 1, max: 5 }).map(weeks),
    fc.integer({ min: 1, max: 14 }).map(months),
    fc.integer({ min: 1, max: 3 }).map(years),
  );
  const noticeLimit: fc.Arbitrary<DayLimit> = fc.oneof(fc.nat(100).map(calendarDays), fc.nat(4).map(months));
  const anyCase: fc.Arbitrary<Case> = fc.record({
    startedOn: fc.oneof(
      fc.integer({ min: 18_000, max: 22_000 }),
      fc.constantFrom('2024-02-29', '2025-01-31', '2025-12-31', '2026-03-01').map(dayNumberOf),
    ),
    clause: fc.record({
      ends: fc.constant('anniversary'),
      every: unit,
      noticeLimit,
      termEnd: fc.constantFrom('sameNumber', 'dayBefore'),
    }),
  });

  /** A day so many months on or back by the calendar of JavaScript, clamped. */
  function shifted(day: number, by: number): number {
    const date = new Date(day * 86_400_000);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + by;
    const lastOfMonth = Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0) / 86_400_000;
    const firstOfMonth = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
    return Math.min(firstOfMonth + date.getUTCDate() - 1, lastOfMonth);
  }

  const endOf = ({ startedOn, clause }: Case, term: number): number => {
    const { count, unit } = clause.every;
    const steps = count * term;
    const end =
      unit === 'calendarDays'
        ? startedOn + steps
        : unit === 'weeks'
          ? startedOn + 7 * steps
          : shifted(startedOn, steps * (unit === 'years' ? 12 : 1));
    return clause.termEnd === 'dayBefore' ? end - 1 : end;
  };
  const noticeOf = (it: Case, term: number): number => {
    const { count, unit } = it.clause.noticeLimit;
    return unit === 'months' ? shifted(endOf(it, term), -count) : endOf(it, term) - count;
  };

  it('is what walking the terms one by one gives', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(2000), fc.boolean(), (it, later, withNotice) => {
        const day = it.startedOn + later;
        let term = 1;
        while (endOf(it, term) < day) term += 1;
        if (withNotice) while (noticeOf(it, term) < day) term += 1;
        const found = answer({
          startedOn: isoOf(it.startedOn),
          terms: it.clause,
          asOf: isoOf(day),
          rules: asWritten,
          ...(withNotice && { noticeGivenOn: isoOf(day) }),
        });
        expect(found).toBe(`${isoOf(endOf(it, term))} ${isoOf(noticeOf(it, term))} ${term - 1}`);
      }),
      { numRuns: 500 },
    );
  });

  it('never ends earlier for a later notice, nor before it', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(1500), fc.nat(60), (it, first, later) => {
        const ends = (notice: number): string =>
          String(
            renewal({
              startedOn: isoOf(it.startedOn),
              terms: it.clause,
              asOf: isoOf(it.startedOn),
              noticeGivenOn: isoOf(it.startedOn + notice),
              rules: asWritten,
            }).endsOn,
          );
        expect(ends(first) <= ends(first + later)).toBe(true);
        expect(ends(first) >= isoOf(it.startedOn + first)).toBe(true);
      }),
    );
  });

  it('keeps the day number, or the last of a shorter month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_000, max: 22_000 }),
        fc.integer({ min: 1, max: 200_000 }),
        (startedOn, later) => {
          const { endsOn } = renewal({
            startedOn: isoOf(startedOn),
            terms: { ...yearly, every: months(1) },
            asOf: isoOf(startedOn + later),
            rules: asWritten,
          });
          expect(endsOn.day).toBe(Math.min(new Date(startedOn * 86_400_000).getUTCDate(), endsOn.daysInMonth));
        },
      ),
    );
  });
});

describe('renewal, refused', () => {
  const base = { startedOn: '2026-03-15', terms: yearly, asOf: '2026-10-01', rules: asWritten };

  it.each([
    { change: { asOf: '2026-03-14' }, refused: 'argument-invalid asOf' },
    { change: { noticeGivenOn: '2026-03-14' }, refused: 'argument-invalid noticeGivenOn' },
    { change: { noticeGivenOn: null }, refused: 'day-invalid noticeGivenOn' },
    { change: { startedOn: '2026-02-29' }, refused: 'day-invalid startedOn' },
    { change: { asOf: new Date(0) }, refused: 'day-invalid asOf' },
    { change: { terms: null }, refused: 'argument-invalid terms' },
    { change: { terms: 'yearly' }, refused: 'argument-invalid terms' },
    { change: { terms: { ...yearly, ends: 'never' } }, refused: 'argument-invalid terms.ends' },
    { change: { terms: { ...yearly, termEnd: 'dayAfter' } }, refused: 'argument-invalid terms.termEnd' },
    { change: { terms: { ...yearly, every: calendarDays(0) } }, refused: 'limit-invalid terms.every' },
    { change: { terms: { ...yearly, every: workingDays(20) } }, refused: 'limit-invalid terms.every' },
    {
      change: { terms: { ...yearly, every: { count: -1, unit: 'years' } } },
      refused: 'limit-invalid terms.every.count',
    },
    { change: { terms: { ...yearly, every: undefined } }, refused: 'limit-invalid terms.every' },
    { change: { terms: { ...calendarYears, every: months(6) } }, refused: 'limit-invalid terms.every' },
    { change: { terms: { ...calendarYears, every: calendarDays(365) } }, refused: 'limit-invalid terms.every' },
    {
      change: { terms: { ...yearly, noticeLimit: { count: Number.POSITIVE_INFINITY, unit: 'years' } } },
      refused: 'limit-invalid terms.noticeLimit.count',
    },
    { change: { terms: { ...yearly, noticeLimit: undefined } }, refused: 'limit-invalid terms.noticeLimit' },
    { change: { rules: undefined }, refused: 'rules-invalid rules' },
    { change: { rules: { ...kzCivilCode, roll: 'preceding' } }, refused: 'calendar-required calendar' },
    {
      change: { asOf: '2140-01-01', rules: { ...kzCivilCode, roll: 'preceding' }, calendar: kz },
      refused: 'calendar-not-covered day',
    },
    { change: { rules: { ...kzCivilCode, backwardRoll: 'back' } }, refused: 'rules-invalid rules.backwardRoll' },
    { change: { terms: { ...yearly, noticeLimit: workingDays(3) } }, refused: 'calendar-required calendar' },
    { change: { asOf: '+275760-09-13' }, refused: 'day-out-of-range terms.every' },
    { change: { terms: { ...yearly, every: years(200_000_000) } }, refused: 'day-out-of-range terms.every' },
    { change: { terms: { ...yearly, noticeLimit: years(200_000_000) } }, refused: 'day-out-of-range limit' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => renewal({ ...base, ...change } as never))).toBe(refused);
  });

  // The contract: "on the same day number, clamped, always from `startedOn`". `monthEnd` speaks of limits that run forwards.
  it.each(['clamp', 'nextMonth', 'reject', 'endOfMonth'] as const)(
    'ends on the last day of a month without its day, under %s as well',
    (monthEnd) => {
      const ends = (startedOn: string, asOf: string) =>
        answer({ startedOn, terms: { ...yearly, every: months(1) }, asOf, rules: { ...asWritten, monthEnd } });
      // February has no 31st: its last day ends the first term, and 1 March begins the second.
      expect(ends('2026-01-31', '2026-02-28')).toBe('2026-02-28 2026-01-29 0');
      expect(ends('2026-01-31', '2026-03-01')).toBe('2026-03-31 2026-03-01 1');
      expect(ends('2026-01-31', '2026-06-15')).toBe('2026-06-30 2026-05-31 4');
      // From the last day of February the terms end on the 28th, not on last days of months.
      expect(ends('2026-02-28', '2026-03-28')).toBe('2026-03-28 2026-02-26 0');
    },
  );

  it('takes whole years in months for calendar years', () => {
    expect(answer({ ...base, terms: { ...calendarYears, every: months(12) } })).toBe('2026-12-31 2026-12-01 0');
  });
});
