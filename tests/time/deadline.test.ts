import fc from 'fast-check';
import {
  bankingDays,
  type CountingRules,
  calendarDays,
  countingRules,
  type DayLimit,
  type DeadlineTerms,
  deadline,
  halfMonths,
  halfYears,
  months,
  quarters,
  weeks,
  workingCalendar,
  workingDays,
  years,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import {
  allMonthEnds,
  allRolls,
  allUnits,
  anyDay,
  anyFacts,
  anyLimit,
  anyRules,
  type CalendarFacts,
  calendarOf,
  isWorked,
  officialFacts,
  walkDeadline,
  walkNominal,
} from './referenceCount.js';

const { asWritten, kzCivilCode, regulation1182, ruCivilCode } = countingRules;
const lastDay = (terms: DeadlineTerms) => String(deadline(terms).lastDay);

describe('deadline of each unit, as written', () => {
  it.each([
    {
      trigger: '2026-04-01',
      limit: calendarDays(0),
      last: '2026-04-01',
      because: 'a limit of zero ends on its trigger day',
    },
    { trigger: '2026-04-01', limit: calendarDays(1), last: '2026-04-02', because: 'the trigger day is not counted' },
    { trigger: '2026-04-01', limit: calendarDays(30), last: '2026-05-01', because: 'April has thirty days' },
    { trigger: '2024-02-01', limit: calendarDays(30), last: '2024-03-02', because: 'over a leap February' },
    { trigger: '2026-04-01', limit: weeks(2), last: '2026-04-15', because: 'the same weekday' },
    { trigger: '2026-04-01', limit: halfMonths(1), last: '2026-04-16', because: 'half a month is fifteen days' },
    {
      trigger: '2026-02-01',
      limit: halfMonths(2),
      last: '2026-03-03',
      because: 'two halves are thirty days, not a month',
    },
    { trigger: '2026-04-15', limit: months(1), last: '2026-05-15', because: 'the same day number' },
    { trigger: '2026-01-31', limit: months(1), last: '2026-02-28', because: 'the last day of a shorter month' },
    { trigger: '2024-01-31', limit: months(1), last: '2024-02-29', because: 'of a leap year' },
    { trigger: '2026-01-31', limit: months(2), last: '2026-03-31', because: 'from the anchor: no drift over February' },
    { trigger: '2026-01-31', limit: months(13), last: '2027-02-28', because: 'thirteen months at once' },
    {
      trigger: '2025-11-30',
      limit: quarters(1),
      last: '2026-02-28',
      because: 'three months from the trigger, not from January',
    },
    { trigger: '2025-08-31', limit: halfYears(1), last: '2026-02-28', because: 'six months' },
    { trigger: '2024-02-29', limit: years(1), last: '2025-02-28', because: 'no 29 February' },
    { trigger: '2024-02-29', limit: years(4), last: '2028-02-29', because: 'and there it is again' },
    { trigger: '1896-02-29', limit: years(4), last: '1900-02-28', because: '1900 was no leap year' },
    { trigger: '-000001-12-31', limit: calendarDays(1), last: '0000-01-01', because: 'over the year zero' },
  ])('$trigger + $limit.count $limit.unit ends on $last: $because', ({ trigger, limit, last }) => {
    expect(lastDay({ trigger, limit, rules: asWritten })).toBe(last);
  });

  it.each([
    {
      trigger: '2026-03-19',
      limit: workingDays(1),
      calendar: kz,
      last: '2026-03-20',
      because: 'the next day is worked',
    },
    {
      trigger: '2026-03-19',
      limit: workingDays(2),
      calendar: kz,
      last: '2026-03-26',
      because: 'Nauryz takes 21 to 25 March',
    },
    { trigger: '2026-03-22', limit: workingDays(1), calendar: kz, last: '2026-03-26', because: 'from a day off' },
    {
      trigger: '2026-03-20',
      limit: workingDays(0),
      calendar: kz,
      last: '2026-03-20',
      because: 'zero working days from a working day stay there',
    },
    {
      trigger: '2025-01-03',
      limit: workingDays(1),
      calendar: kz,
      last: '2025-01-05',
      because: 'a worked Sunday counts',
    },
    {
      trigger: '2024-04-26',
      limit: workingDays(1),
      calendar: ru,
      last: '2024-04-27',
      because: 'a worked Saturday counts',
    },
    {
      trigger: '2025-12-30',
      limit: workingDays(1),
      calendar: ru,
      last: '2026-01-12',
      because: 'over the New Year holidays',
    },
    {
      trigger: '2026-12-15',
      limit: bankingDays(3),
      calendar: kz,
      last: '2026-12-21',
      because: 'banking days by the calendar that is passed',
    },
  ])(
    '$trigger + $limit.count $limit.unit by $calendar.id ends on $last: $because',
    ({ trigger, limit, calendar, last }) => {
      for (const rules of [asWritten, kzCivilCode, ruCivilCode])
        expect(lastDay({ trigger, limit, rules, calendar })).toBe(last);
    },
  );

  it('takes months from the trigger at once, never step by step', () => {
    let stepped = '2026-01-31';
    for (let month = 0; month < 2; month += 1)
      stepped = lastDay({ trigger: stepped, limit: months(1), rules: asWritten });
    expect(stepped).toBe('2026-03-28');
    expect(lastDay({ trigger: '2026-01-31', limit: months(2), rules: asWritten })).toBe('2026-03-31');
  });
});

describe('deadline under the codes', () => {
  it.each([
    {
      trigger: '2026-02-13',
      limit: calendarDays(14),
      rules: kzCivilCode,
      calendar: kz,
      last: '2026-02-27',
      because: 'ends on a Friday: below the weekend',
    },
    {
      trigger: '2026-02-14',
      limit: calendarDays(14),
      rules: kzCivilCode,
      calendar: kz,
      last: '2026-03-02',
      because: 'ends on a Saturday: to Monday',
    },
    {
      trigger: '2026-02-15',
      limit: calendarDays(14),
      rules: kzCivilCode,
      calendar: kz,
      last: '2026-03-02',
      because: 'ends on a Sunday: to Monday',
    },
    {
      trigger: '2026-02-16',
      limit: calendarDays(14),
      rules: kzCivilCode,
      calendar: kz,
      last: '2026-03-02',
      because: 'ends on a Monday: above it',
    },
    {
      trigger: '2024-12-26',
      limit: calendarDays(10),
      rules: kzCivilCode,
      calendar: kz,
      last: '2025-01-05',
      because: 'a worked Sunday does not roll',
    },
    {
      trigger: '2025-03-12',
      limit: calendarDays(10),
      rules: kzCivilCode,
      calendar: kz,
      last: '2025-03-26',
      because: 'days off for Nauryz moved to 24 and 25 March',
    },
    {
      trigger: '2024-12-01',
      limit: calendarDays(30),
      rules: ruCivilCode,
      calendar: ru,
      last: '2025-01-09',
      because: '31 December is off by decree, then 1 to 8 January',
    },
    {
      trigger: '2024-04-17',
      limit: calendarDays(10),
      rules: ruCivilCode,
      calendar: ru,
      last: '2024-04-27',
      because: 'a worked Saturday does not roll',
    },
    {
      trigger: '2025-12-31',
      limit: months(2),
      rules: ruCivilCode,
      calendar: ru,
      last: '2026-03-02',
      because: 'clamped to 28 February, a Saturday, then rolled',
    },
  ])('$trigger + $limit.count $limit.unit ends on $last: $because', ({ trigger, limit, rules, calendar, last }) => {
    expect(lastDay({ trigger, limit, rules, calendar })).toBe(last);
  });

  it.each([
    { trigger: '2026-10-31', last: '2026-11-02', because: 'a Saturday: as zero calendar days do' },
    { trigger: '2026-11-01', last: '2026-11-02', because: 'a Sunday: art. 193 knows no unit' },
    { trigger: '2026-11-02', last: '2026-11-02', because: 'a Monday stays' },
  ])('$trigger + 0 working days ends on $last: $because', ({ trigger, last }) => {
    const none = { trigger, rules: ruCivilCode, calendar: ru };
    expect(lastDay({ ...none, limit: workingDays(0) })).toBe(last);
    expect(lastDay({ ...none, limit: bankingDays(0) })).toBe(last);
    expect(lastDay({ ...none, limit: calendarDays(0) })).toBe(last);
    expect(lastDay({ ...none, limit: workingDays(0), rules: asWritten })).toBe(trigger);
    expect(deadline({ ...none, limit: workingDays(0) }).basis.skipped).toEqual([]);
  });

  it.each([
    { trigger: '2026-02-27', last: '2026-03-27', because: 'the day before the last of February' },
    { trigger: '2026-02-28', last: '2026-03-31', because: 'the last day of February goes to the last of March' },
    { trigger: '2024-02-28', last: '2024-03-28', because: 'in a leap year it is not the last' },
    { trigger: '2026-04-30', last: '2026-05-31', because: 'the last of April' },
    { trigger: '2026-04-29', last: '2026-05-29', because: 'the day before it' },
    { trigger: '2026-01-30', last: '2026-02-28', because: 'no last day, but February has no 30th: clamped' },
    { trigger: '2026-01-31', last: '2026-02-28', because: 'the last day of both' },
  ])('endOfMonth: $trigger + a month ends on $last: $because', ({ trigger, last }) => {
    const rules = { ...asWritten, monthEnd: 'endOfMonth' } as const;
    expect(lastDay({ trigger, limit: months(1), rules })).toBe(last);
    expect(lastDay({ trigger, limit: months(13), rules })).toBe(
      Number(last.slice(5, 7)) === 2 ? '2027-02-28' : `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`,
    );
  });

  // Regulation 1182/71: a limit of two days or more is extended until it includes two working days.
  it.each([
    {
      trigger: '2026-04-03',
      limit: calendarDays(1),
      last: '2026-04-06',
      because: 'one day, below the two: only the roll, Saturday to Monday',
    },
    {
      trigger: '2026-04-03',
      limit: calendarDays(2),
      last: '2026-04-07',
      because: 'two days, at it: Monday and Tuesday are the two',
    },
    {
      trigger: '2026-04-03',
      limit: calendarDays(4),
      last: '2026-04-07',
      because: 'four days end on the second working day as they are',
    },
    { trigger: '2026-04-03', limit: calendarDays(5), last: '2026-04-08', because: 'five days need no more' },
    {
      trigger: '2026-03-20',
      limit: weeks(1),
      last: '2026-03-27',
      because: 'a week over Nauryz still holds 26 and 27 March',
    },
    {
      trigger: '2026-03-19',
      limit: calendarDays(5),
      last: '2026-03-26',
      because: 'five days over Nauryz hold the 20th: run on to the 26th',
    },
    { trigger: '2026-04-03', limit: workingDays(1), last: '2026-04-06', because: 'one working day, below the two' },
    { trigger: '2026-04-03', limit: workingDays(2), last: '2026-04-07', because: 'two working days hold themselves' },
    { trigger: '2026-04-03', limit: calendarDays(0), last: '2026-04-03', because: 'no limit at all' },
  ])('1182/71: $trigger + $limit.count $limit.unit ends on $last: $because', ({ trigger, limit, last }) => {
    expect(lastDay({ trigger, limit, rules: regulation1182, calendar: kz })).toBe(last);
  });
});

describe('one term at a time', () => {
  const base: DeadlineTerms = { trigger: '2026-01-31', limit: months(1), rules: kzCivilCode, calendar: kz };
  const own = (change: Partial<CountingRules>): CountingRules => ({ ...asWritten, ...change });

  it('without a change', () => {
    // 28 February 2026 is a Saturday.
    expect(lastDay(base)).toBe('2026-03-02');
  });
  it('term: trigger', () => {
    expect(lastDay({ ...base, trigger: '2026-01-15' })).toBe('2026-02-16');
  });
  it('term: limit', () => {
    expect(lastDay({ ...base, limit: months(2) })).toBe('2026-03-31');
  });
  it('term: rules', () => {
    expect(lastDay({ ...base, rules: asWritten })).toBe('2026-02-28');
  });
  it('term: calendar', () => {
    const sixDays = workingCalendar({
      id: 'SIX',
      version: '1',
      compiledOn: '2026-01-01',
      weekend: [7],
      coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    expect(lastDay({ ...base, calendar: sixDays })).toBe('2026-02-28');
  });
  it('term: countTriggerDay', () => {
    expect(lastDay({ ...base, rules: own({ countTriggerDay: false }) })).toBe('2026-02-28');
    expect(lastDay({ ...base, rules: own({ countTriggerDay: true }) })).toBe('2026-02-27');
  });
  it('term: monthEnd', () => {
    expect(lastDay({ ...base, rules: own({ monthEnd: 'nextMonth' }) })).toBe('2026-03-01');
    expect(refusal(() => deadline({ ...base, rules: own({ monthEnd: 'reject' }) }))).toBe('day-missing-in-month limit');
    expect(lastDay({ ...base, trigger: '2026-01-28', rules: own({ monthEnd: 'reject' }) })).toBe('2026-02-28');
  });
  it('term: roll', () => {
    const ends = allRolls.map((roll) => lastDay({ ...base, rules: own({ roll }) }));
    expect(ends).toEqual(['2026-02-28', '2026-03-02', '2026-02-27', '2026-02-27', '2026-02-27', '2026-02-27']);
    // 1 November 2026 is a Sunday: here the two modified conventions part.
    const first = allRolls.map((roll) =>
      lastDay({ ...base, trigger: '2026-10-31', limit: calendarDays(1), rules: own({ roll }) }),
    );
    expect(first).toEqual(['2026-11-01', '2026-11-02', '2026-10-30', '2026-11-02', '2026-11-02', '2026-11-02']);
  });
  it('term: minimumWorkingDays', () => {
    const friday = { ...base, trigger: '2026-04-03', limit: calendarDays(2) };
    expect(
      [0, 1, 2, 3].map((minimumWorkingDays) => lastDay({ ...friday, rules: own({ minimumWorkingDays }) })),
    ).toEqual(['2026-04-05', '2026-04-06', '2026-04-07', '2026-04-08']);
  });
});

describe('a limit that counts its trigger day', () => {
  const rules = { ...asWritten, countTriggerDay: true };
  it.each([
    { trigger: '2026-04-01', limit: calendarDays(1), last: '2026-04-01', because: 'the trigger day is the limit' },
    { trigger: '2026-04-01', limit: calendarDays(30), last: '2026-04-30', because: 'the whole of April' },
    { trigger: '2026-04-01', limit: months(1), last: '2026-04-30', because: 'the whole of April' },
    { trigger: '2026-01-01', limit: years(1), last: '2026-12-31', because: 'the whole year' },
    {
      trigger: '2026-04-02',
      limit: workingDays(2),
      last: '2026-04-03',
      because: 'Thursday, a working day, is the first',
    },
    {
      trigger: '2026-04-04',
      limit: workingDays(2),
      last: '2026-04-07',
      because: 'Saturday is none: Monday is the first',
    },
  ])('$trigger + $limit.count $limit.unit ends on $last: $because', ({ trigger, limit, last }) => {
    expect(lastDay({ trigger, limit, rules, calendar: kz })).toBe(last);
  });

  it.each(allUnits)('cannot be zero %s', (unit) => {
    expect(refusal(() => deadline({ trigger: '2026-04-01', limit: { count: 0, unit }, rules, calendar: kz }))).toBe(
      'limit-invalid limit.count',
    );
  });
});

describe('the basis', () => {
  const wire = (terms: DeadlineTerms) => JSON.parse(JSON.stringify(deadline(terms)));

  it('without a calendar is the day alone', () => {
    expect(wire({ trigger: '2026-02-15', limit: calendarDays(14), rules: asWritten, calendar: kz })).toEqual({
      lastDay: '2026-03-01',
      basis: { nominalLastDay: '2026-03-01', rolledOver: [], skipped: [], provisional: [] },
    });
  });

  it('of a roll has the days it went over, the nominal one among them', () => {
    expect(wire({ trigger: '2025-03-12', limit: calendarDays(10), rules: kzCivilCode, calendar: kz })).toEqual({
      lastDay: '2025-03-26',
      basis: {
        nominalLastDay: '2025-03-22',
        rolledOver: ['2025-03-22', '2025-03-23', '2025-03-24', '2025-03-25'],
        skipped: [],
        provisional: [],
        calendar: { id: 'KZ', version: kz.version },
      },
    });
  });

  it('of a roll back has the days between in their order', () => {
    const rules = { ...asWritten, roll: 'preceding' } as const;
    expect(wire({ trigger: '2026-03-15', limit: calendarDays(9), rules, calendar: kz }).basis).toMatchObject({
      nominalLastDay: '2026-03-24',
      rolledOver: ['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'],
    });
  });

  it('of working days has the days off that were stepped over', () => {
    expect(
      wire({ trigger: '2026-03-19', limit: workingDays(2), rules: kzCivilCode, calendar: kz }).basis,
    ).toMatchObject({
      nominalLastDay: '2026-03-26',
      rolledOver: [],
      skipped: ['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24', '2026-03-25'],
    });
  });

  it('of working days with the trigger day counted has it among the skipped where it is off', () => {
    const rules = { ...asWritten, countTriggerDay: true };
    expect(wire({ trigger: '2026-04-04', limit: workingDays(1), rules, calendar: kz }).basis.skipped).toEqual([
      '2026-04-04',
      '2026-04-05',
    ]);
  });

  it('of a run-on has the days off up to the last day', () => {
    expect(
      wire({ trigger: '2026-04-03', limit: calendarDays(2), rules: regulation1182, calendar: kz }).basis,
    ).toMatchObject({
      nominalLastDay: '2026-04-05',
      rolledOver: ['2026-04-05'],
    });
  });

  it('names what is provisional, the last day included', () => {
    const rules = kzCivilCode;
    // 1 and 2 January 2027 fall on Friday and Saturday; 4 January is the moved day. All of 2027 is provisional.
    expect(wire({ trigger: '2026-12-25', limit: calendarDays(7), rules, calendar: kz })).toMatchObject({
      lastDay: '2027-01-05',
      basis: { provisional: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05'] },
    });
    expect(wire({ trigger: '2026-12-24', limit: calendarDays(7), rules, calendar: kz }).basis.provisional).toEqual([]);
  });

  it('names what is contested', () => {
    // 24 June 2020 in Russia is worked, and in dispute.
    expect(wire({ trigger: '2020-06-10', limit: calendarDays(14), rules: ruCivilCode, calendar: ru })).toMatchObject({
      lastDay: '2020-06-24',
      basis: { provisional: ['2020-06-24'] },
    });
    // 1 July 2020 is off, and in dispute: it is skipped.
    expect(wire({ trigger: '2020-06-30', limit: workingDays(1), rules: ruCivilCode, calendar: ru })).toMatchObject({
      lastDay: '2020-07-02',
      basis: { skipped: ['2020-07-01'], provisional: ['2020-07-01'] },
    });
  });

  it('of a day beyond the calendar, which rules that do not roll never asked for, is the day alone', () => {
    const rules = { ...asWritten, minimumWorkingDays: 2 };
    expect(wire({ trigger: '2027-06-01', limit: years(3), rules, calendar: kz })).toEqual({
      lastDay: '2030-06-01',
      basis: {
        nominalLastDay: '2030-06-01',
        rolledOver: [],
        skipped: [],
        provisional: [],
        calendar: { id: 'KZ', version: kz.version },
      },
    });
    expect(wire({ trigger: '2030-06-01', limit: calendarDays(1), rules, calendar: kz }).basis.provisional).toEqual([]);
  });

  it('is built from what the result keeps, and its lists are frozen', () => {
    const terms = {
      trigger: '2025-03-12',
      limit: { count: 10, unit: 'calendarDays' as const },
      rules: { ...kzCivilCode },
      calendar: kz,
    };
    const result = deadline(terms);
    terms.limit.count = 11;
    terms.trigger = '2030-01-01';
    expect(String(result.basis.nominalLastDay)).toBe('2025-03-22');
    for (const list of [result.basis.rolledOver, result.basis.skipped, result.basis.provisional])
      expect(Object.isFrozen(list)).toBe(true);
    expect(result.lastDay).toEqual(Temporal.PlainDate.from('2025-03-26'));
  });
});

describe('against a walk day by day', () => {
  /** What the walk says, or how it was refused. */
  function walked(facts: CalendarFacts, trigger: Temporal.PlainDate, limit: DayLimit, rules: CountingRules): string {
    try {
      return walkDeadline(facts, trigger, limit, rules).toString();
    } catch (error) {
      return (error as Error).constructor.name;
    }
  }

  const asked = (question: () => unknown) =>
    refusal(question)
      .replace('answered ', '')
      .replace(/^calendar-not-covered .*/, 'NotCovered')
      .replace(/^day-missing-in-month .*/, 'DayMissing');

  it('every unit, rule, roll and month end, over made-up calendars', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, anyLimit, anyRules, (facts, trigger, limit, rules) => {
        fc.pre(!(rules.countTriggerDay && limit.count === 0));
        const calendar = calendarOf(facts);
        expect(asked(() => deadline({ trigger, limit, rules, calendar }).lastDay)).toBe(
          walked(facts, trigger, limit, rules),
        );
      }),
      { numRuns: 1500 },
    );
  });

  const official = {
    KZ: { facts: officialFacts('KZ'), calendar: kz },
    RU: { facts: officialFacts('RU'), calendar: ru },
  };
  it.each(['KZ', 'RU'] as const)('the whole calendar %s under the codes and 1182/71', (id) => {
    const { facts, calendar } = official[id];
    const trigger = fc
      .integer({ min: 0, max: 3280 })
      .map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));
    fc.assert(
      fc.property(trigger, anyLimit, fc.constantFrom(kzCivilCode, regulation1182), (from, limit, rules) => {
        expect(asked(() => deadline({ trigger: from, limit, rules, calendar }).lastDay)).toBe(
          walked(facts, from, limit, rules),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('the basis: nominal day, days rolled over, days skipped', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, anyLimit, anyRules, (facts, trigger, limit, rules) => {
        fc.pre(limit.count > 0);
        fc.pre(!['NotCovered', 'DayMissing'].includes(walked(facts, trigger, limit, rules)));
        const { basis, lastDay: last } = deadline({ trigger, limit, rules, calendar: calendarOf(facts) });
        const nominal = walkNominal(facts, trigger, limit, rules);
        expect(String(basis.nominalLastDay)).toBe(nominal.toString());
        const off = (from: Temporal.PlainDate, to: Temporal.PlainDate) => {
          const days: string[] = [];
          for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
            if (!isWorked(facts, day)) days.push(day.toString());
          return days;
        };
        const [first, second] = Temporal.PlainDate.compare(nominal, last) <= 0 ? [nominal, last] : [last, nominal];
        expect(basis.rolledOver.map(String)).toEqual(first.equals(second) ? [] : off(first, second));
        const working = limit.unit === 'workingDays' || limit.unit === 'bankingDays';
        expect(basis.skipped.map(String)).toEqual(
          working ? off(trigger.add({ days: rules.countTriggerDay ? 0 : 1 }), nominal) : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('laws', () => {
  const facts = officialFacts('KZ');
  const calendar = kz;
  const trigger = fc
    .integer({ min: 30, max: 900 })
    .map((at) => Temporal.PlainDate.from(facts.firstDay).add({ days: at }));
  const safeRules = fc.record({
    countTriggerDay: fc.boolean(),
    monthEnd: fc.constantFrom(...allMonthEnds.filter((monthEnd) => monthEnd !== 'reject')),
    roll: fc.constantFrom(...allRolls),
    minimumWorkingDays: fc.constantFrom(0, 2),
  });
  const limit = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom(...allUnits.slice(0, 5)) }),
    fc.record({ count: fc.integer({ min: 1, max: 3 }), unit: fc.constantFrom(...allUnits) }),
  );

  it('monotony: a later trigger never ends earlier', () => {
    fc.assert(
      fc.property(trigger, fc.integer({ min: 0, max: 40 }), limit, safeRules, (from, more, span, rules) => {
        const sooner = deadline({ trigger: from, limit: span, rules, calendar }).lastDay;
        const later = deadline({ trigger: from.add({ days: more }), limit: span, rules, calendar }).lastDay;
        expect(Temporal.PlainDate.compare(sooner, later)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('monotony: a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(trigger, limit, fc.integer({ min: 0, max: 3 }), safeRules, (from, span, more, rules) => {
        const shorter = deadline({ trigger: from, limit: span, rules, calendar }).lastDay;
        const longer = deadline({
          trigger: from,
          limit: { ...span, count: span.count + more },
          rules,
          calendar,
        }).lastDay;
        expect(Temporal.PlainDate.compare(shorter, longer)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('order: clamped is never after the first of the next month, and never more than a day before it', () => {
    fc.assert(
      fc.property(trigger, limit, (from, span) => {
        const clamped = deadline({ trigger: from, limit: span, rules: asWritten, calendar }).lastDay;
        const next = deadline({
          trigger: from,
          limit: span,
          rules: { ...asWritten, monthEnd: 'nextMonth' },
          calendar,
        }).lastDay;
        expect([0, 1]).toContain(clamped.until(next).days);
      }),
    );
  });

  it('bound: a rolled last day is worked, following is not before the nominal day and preceding not after it', () => {
    fc.assert(
      fc.property(trigger, limit, fc.constantFrom('following', 'preceding'), (from, span, roll) => {
        const { basis, lastDay: last } = deadline({
          trigger: from,
          limit: span,
          rules: { ...asWritten, roll },
          calendar,
        });
        expect(isWorked(facts, last)).toBe(true);
        const order = Temporal.PlainDate.compare(last, basis.nominalLastDay);
        expect(roll === 'following' ? order >= 0 : order <= 0).toBe(true);
      }),
    );
  });

  it('neutrality: rules that do not roll need no calendar for days and months', () => {
    fc.assert(
      fc.property(trigger, limit, (from, span) => {
        fc.pre(span.unit !== 'workingDays' && span.unit !== 'bankingDays');
        expect(deadline({ trigger: from, limit: span, rules: asWritten }).lastDay).toEqual(
          deadline({ trigger: from, limit: span, rules: asWritten, calendar }).lastDay,
        );
      }),
    );
  });

  it('however the days are written, the answer is the same', () => {
    for (const from of ['2025-03-12', Temporal.PlainDate.from('2025-03-12'), { year: 2025, month: 3, day: 12 }])
      expect(lastDay({ trigger: from, limit: calendarDays(10), rules: kzCivilCode, calendar })).toBe('2025-03-26');
  });
});

describe('what deadline refuses', () => {
  const good: DeadlineTerms = { trigger: '2026-04-01', limit: calendarDays(10), rules: kzCivilCode, calendar: kz };
  it.each([
    { change: { trigger: '2026-02-30' }, refused: 'day-invalid trigger', because: 'no such day' },
    { change: { trigger: new Date() }, refused: 'day-invalid trigger', because: 'a Date is an instant' },
    { change: { limit: undefined }, refused: 'limit-invalid limit', because: 'absent' },
    { change: { limit: 10 }, refused: 'limit-invalid limit', because: 'ten of what' },
    { change: { limit: 'P10D' }, refused: 'limit-invalid limit', because: 'an ISO duration' },
    {
      change: { limit: { count: 24, unit: 'hours' } },
      refused: 'limit-invalid limit',
      because: 'hours run on the clock',
    },
    { change: { limit: { count: 1, unit: 'days' } }, refused: 'limit-invalid limit', because: 'which days' },
    {
      change: { limit: { count: 1, unit: 'constructor' } },
      refused: 'limit-invalid limit',
      because: 'a key of every object',
    },
    {
      change: { limit: { count: -1, unit: 'months' } },
      refused: 'limit-invalid limit.count',
      because: 'a limit does not run back',
    },
    {
      change: { limit: { count: 1.5, unit: 'months' } },
      refused: 'limit-invalid limit.count',
      because: 'half a month is a unit of its own',
    },
    { change: { limit: { count: '10', unit: 'months' } }, refused: 'limit-invalid limit.count', because: 'a text' },
    {
      change: { limit: { count: Number.NaN, unit: 'months' } },
      refused: 'limit-invalid limit.count',
      because: 'no number',
    },
    {
      change: { limit: { count: Number.POSITIVE_INFINITY, unit: 'months' } },
      refused: 'limit-invalid limit.count',
      because: 'no number',
    },
    {
      change: { limit: { count: 200_000_001, unit: 'calendarDays' } },
      refused: 'limit-invalid limit.count',
      because: 'more than any two days are apart',
    },
    {
      change: { limit: calendarDays(200_000_000) },
      refused: 'day-out-of-range limit',
      because: 'ends after the year 275760',
    },
    { change: { limit: years(200_000_000) }, refused: 'day-out-of-range limit', because: 'ends after the year 275760' },
    { change: { rules: undefined }, refused: 'rules-invalid rules', because: 'rules have no default' },
    { change: { rules: 'kzCivilCode' }, refused: 'rules-invalid rules', because: 'a name is not the rules' },
    { change: { calendar: undefined }, refused: 'calendar-required calendar', because: 'the rules roll' },
    { change: { calendar: 'KZ' }, refused: 'calendar-invalid calendar', because: 'a name is not the calendar' },
    { change: { calendar: null }, refused: 'calendar-invalid calendar', because: 'null' },
    {
      change: { calendar: { id: 'KZ', version: '1' } },
      refused: 'calendar-invalid calendar',
      because: 'looks like a calendar',
    },
    { change: { trigger: '2027-12-25' }, refused: 'calendar-not-covered day', because: 'ends after the calendar' },
    {
      change: { trigger: '2027-12-21', limit: calendarDays(10) },
      refused: 'answered',
      because: 'ends on its last day, a Friday',
    },
    {
      change: { trigger: '2018-12-21' },
      refused: 'calendar-not-covered day',
      because: 'ends a day before the calendar',
    },
    { change: { trigger: '2018-12-24' }, refused: 'answered', because: 'ends on 3 January 2019' },
    {
      change: { trigger: '2018-12-30', limit: workingDays(1) },
      refused: 'calendar-not-covered day',
      because: 'nobody knows whether 31 December is worked',
    },
    {
      change: { trigger: '2018-12-31', limit: workingDays(1) },
      refused: 'answered',
      because: 'from the day before the calendar every day is known',
    },
    {
      change: { trigger: '2027-12-31', limit: workingDays(1) },
      refused: 'calendar-not-covered day',
      because: 'the next working day is not known',
    },
    {
      change: { limit: workingDays(200_000_000) },
      refused: 'calendar-not-covered day',
      because: 'more working days than there are',
    },
  ])('$refused: $because', ({ change, refused }) => {
    expect(refusal(() => deadline({ ...good, ...change } as never)).slice(0, refused.length)).toBe(refused);
  });

  it.each([
    {
      rules: { ...asWritten, minimumWorkingDays: 2 },
      limit: calendarDays(2),
      because: 'the rules ask for working days',
    },
    { rules: asWritten, limit: workingDays(1), because: 'the limit counts working days' },
    { rules: asWritten, limit: bankingDays(1), because: 'the limit counts banking days' },
  ])('calendar-required, where $because', ({ rules, limit }) => {
    expect(refusal(() => deadline({ trigger: '2026-04-01', limit, rules }))).toBe('calendar-required calendar');
  });

  it('says in words which calendar covers what', () => {
    expect(() => deadline({ ...good, trigger: '2027-12-25' })).toThrow(
      `calendar-not-covered: day is "2028-01-04", expected a day from 2019-01-01 through 2027-12-31, which calendar KZ (${kz.version}) covers`,
    );
  });

  it('names the nominal day that rolls out of the calendar', () => {
    // The limit ends on Friday 31 December 2027, which is off in Russia: where it goes nobody knows yet.
    expect(() => deadline({ ...good, rules: ruCivilCode, calendar: ru, trigger: '2027-12-21' })).toThrow(
      `calendar-not-covered: day is "2027-12-31", expected a roll to a day from 2019-01-01 through 2027-12-31, which calendar RU (${ru.version}) covers`,
    );
  });

  it('reaches the last day Temporal knows, and not one more', () => {
    expect(lastDay({ trigger: '+275760-09-12', limit: calendarDays(1), rules: asWritten })).toBe('+275760-09-13');
    expect(refusal(() => deadline({ trigger: '+275760-09-13', limit: calendarDays(1), rules: asWritten }))).toBe(
      'day-out-of-range limit',
    );
    expect(lastDay({ trigger: '-271821-04-19', limit: calendarDays(0), rules: asWritten })).toBe('-271821-04-19');
    expect(lastDay({ trigger: '-271821-04-19', limit: calendarDays(200_000_000), rules: asWritten })).toBe(
      '+275760-09-12',
    );
  });
});
