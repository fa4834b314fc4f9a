import fc from 'fast-check';
import {
  bankingDays,
  type CountingRules,
  calendarDays,
  countingRules,
  deadline,
  halfMonths,
  type LatestDayBeforeTerms,
  latestDayBefore,
  months,
  quarters,
  weeks,
  workingDays,
  years,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import {
  anyDay,
  anyFacts,
  anyLimit,
  anyRules,
  calendarOf,
  isWorked,
  officialFacts,
  walkBack,
  walkRoll,
} from './referenceCount.js';

const { asWritten } = countingRules;
const lastDay = (terms: LatestDayBeforeTerms) => String(latestDayBefore(terms).lastDay);

describe('latestDayBefore', () => {
  it.each([
    {
      target: '2025-12-31',
      limit: calendarDays(30),
      plain: '2025-12-01',
      clear: '2025-11-30',
      because: '1 December and thirty days is the 31st; thirty whole days between is one more',
    },
    {
      target: '2025-12-31',
      limit: calendarDays(0),
      plain: '2025-12-31',
      clear: '2025-12-30',
      because: 'no limit: the day itself, or the day before',
    },
    { target: '2025-11-30', limit: weeks(2), plain: '2025-11-16', clear: '2025-11-15', because: 'the same weekday' },
    { target: '2026-04-30', limit: halfMonths(1), plain: '2026-04-15', clear: '2026-04-14', because: 'fifteen days' },
    {
      target: '2026-05-14',
      limit: workingDays(3),
      plain: '2026-05-08',
      clear: '2026-05-07',
      because: '13, 12 and 8 May: 9 to 11 May are off',
    },
    {
      target: '2026-05-14',
      limit: bankingDays(3),
      plain: '2026-05-08',
      clear: '2026-05-07',
      because: 'banking days by the calendar that is passed',
    },
    {
      target: '2026-05-14',
      limit: workingDays(0),
      plain: '2026-05-14',
      clear: '2026-05-13',
      because: 'no limit: the day itself, or the working day before',
    },
    {
      target: '2025-01-09',
      limit: workingDays(5),
      plain: '2024-12-24',
      clear: '2024-12-23',
      because: '28 December, a Saturday, is worked; 30 December to 8 January are off',
    },
  ])('$limit.count $limit.unit before $target: $because', ({ target, limit, plain, clear }) => {
    for (const monthsBack of ['subtract', 'latestStart'] as const) {
      const terms = { target, limit, rules: asWritten, calendar: ru, monthsBack };
      expect(lastDay({ ...terms, clearDays: false })).toBe(plain);
      expect(lastDay({ ...terms, clearDays: true })).toBe(clear);
    }
  });

  it.each([
    {
      target: '2025-02-28',
      limit: months(1),
      subtract: '2025-01-28',
      latestStart: '2025-01-31',
      because: 'a month from the 31st ends on 28 February too',
    },
    {
      target: '2024-02-29',
      limit: months(1),
      subtract: '2024-01-29',
      latestStart: '2024-01-31',
      because: 'in a leap year the 31st still does',
    },
    {
      target: '2025-02-27',
      limit: months(1),
      subtract: '2025-01-27',
      latestStart: '2025-01-27',
      because: 'not at the end of a month they agree',
    },
    {
      target: '2026-01-31',
      limit: months(1),
      subtract: '2025-12-31',
      latestStart: '2025-12-31',
      because: 'between months of 31 days they agree',
    },
    {
      target: '2025-03-31',
      limit: months(1),
      subtract: '2025-02-28',
      latestStart: '2025-02-28',
      because: 'there is no 31 February',
    },
    {
      target: '2025-04-30',
      limit: months(1),
      subtract: '2025-03-30',
      latestStart: '2025-03-31',
      because: 'a month from 31 March ends on 30 April',
    },
    {
      target: '2025-11-30',
      limit: quarters(1),
      subtract: '2025-08-30',
      latestStart: '2025-08-31',
      because: 'three months',
    },
    {
      target: '2025-02-28',
      limit: years(1),
      subtract: '2024-02-28',
      latestStart: '2024-02-29',
      because: 'a year from the leap day ends on 28 February',
    },
    {
      target: '2024-02-29',
      limit: years(1),
      subtract: '2023-02-28',
      latestStart: '2023-02-28',
      because: 'no leap day before',
    },
  ])('$limit.count $limit.unit before $target: $because', ({ target, limit, subtract, latestStart }) => {
    const terms = { target, limit, rules: asWritten, clearDays: false };
    expect(lastDay({ ...terms, monthsBack: 'subtract' })).toBe(subtract);
    expect(lastDay({ ...terms, monthsBack: 'latestStart' })).toBe(latestStart);
  });

  it('with clear days takes the day first, then the months', () => {
    const terms = { target: '2025-03-01', limit: months(1), rules: asWritten, clearDays: true };
    expect(lastDay({ ...terms, monthsBack: 'subtract' })).toBe('2025-01-28');
    expect(lastDay({ ...terms, monthsBack: 'latestStart' })).toBe('2025-01-31');
  });

  it('under a month end of its own', () => {
    const back = (monthEnd: CountingRules['monthEnd'], monthsBack: 'subtract' | 'latestStart', target: string) =>
      refusal(
        () =>
          latestDayBefore({ target, limit: months(1), rules: { ...asWritten, monthEnd }, clearDays: false, monthsBack })
            .lastDay,
      );
    // From 29, 30 and 31 January a month goes to 1 March.
    expect(back('nextMonth', 'latestStart', '2025-02-28')).toBe('answered 2025-01-28');
    expect(back('nextMonth', 'latestStart', '2025-03-01')).toBe('answered 2025-02-01');
    // 1 March and a month is 1 April, too late for 31 March: so 28 February.
    expect(back('nextMonth', 'subtract', '2025-03-31')).toBe('answered 2025-02-28');
    expect(back('reject', 'latestStart', '2025-02-28')).toBe('answered 2025-01-28');
    // Months are taken off a date: what becomes of a missing day by adding is not asked.
    expect(back('reject', 'subtract', '2025-03-31')).toBe('answered 2025-02-28');
    expect(back('reject', 'subtract', '2025-03-28')).toBe('answered 2025-02-28');
    // From 28 February a month runs to 31 March, so for 30 March it must start on the 27th.
    expect(back('endOfMonth', 'latestStart', '2025-03-31')).toBe('answered 2025-02-28');
    expect(back('endOfMonth', 'latestStart', '2025-03-30')).toBe('answered 2025-02-27');
    expect(back('endOfMonth', 'latestStart', '2025-04-30')).toBe('answered 2025-03-31');
    expect(back('endOfMonth', 'subtract', '2025-04-30')).toBe('answered 2025-03-30');
  });
});

describe('counting back never moves forwards under a named set', () => {
  const dayBefore = (target: string, count: number, rules: CountingRules, calendar = ru) =>
    lastDay({ target, limit: calendarDays(count), rules, calendar, clearDays: false, monthsBack: 'subtract' });

  it.each(['kzCivilCode', 'ruCivilCode', 'regulation1182', 'asWritten'] as const)('%s', (name) => {
    const rules = countingRules[name];
    // Friday 12 June 2026 is Russia Day: rolled forwards the notice would be due on the target itself, Monday 15 June.
    expect(dayBefore('2026-06-14', 3, rules)).toBe('2026-06-11');
    expect(dayBefore('2026-06-15', 3, rules)).toBe('2026-06-12');
    expect(dayBefore('2026-06-16', 3, rules)).toBe('2026-06-13');
    expect(dayBefore('2026-06-15', 3, { ...rules, roll: 'preceding' })).toBe('2026-06-11');
    expect(dayBefore('2026-06-15', 3, { ...rules, backwardRoll: 'preceding' })).toBe('2026-06-11');
    // Custom rules are followed, even if that shortens a notice.
    expect(dayBefore('2026-06-15', 3, { ...rules, roll: 'following' })).toBe('2026-06-15');
    expect(dayBefore('2026-06-15', 3, { ...rules, roll: 'following', backwardRoll: 'none' })).toBe('2026-06-12');
  });

  it('asks no calendar for a day it does not move', () => {
    expect(
      latestDayBefore({
        target: '2040-06-15',
        limit: calendarDays(3),
        rules: countingRules.ruCivilCode,
        clearDays: false,
        monthsBack: 'subtract',
      }).basis,
    ).not.toHaveProperty('calendar');
  });

  it('to the nearest working day only where it is asked to', () => {
    // 13 June 2026 is a Saturday, the day before it is off: the 11th is two days off, Monday the 15th as well, and the later wins.
    expect(dayBefore('2026-06-16', 3, { ...asWritten, backwardRoll: 'nearest' })).toBe('2026-06-15');
    expect(dayBefore('2026-06-15', 3, { ...asWritten, backwardRoll: 'nearest' })).toBe('2026-06-11');
  });
});

describe('a limit of nothing', () => {
  const none = { target: '2026-01-01', limit: calendarDays(0), monthsBack: 'subtract' } as const;
  const counted = { ...asWritten, countTriggerDay: true };

  it('has no day that could count as its first, as forwards', () => {
    for (const clearDays of [true, false])
      for (const limit of [calendarDays(0), months(0), workingDays(0)])
        expect(refusal(() => latestDayBefore({ ...none, limit, rules: counted, calendar: kz, clearDays }))).toBe(
          'limit-invalid limit.count',
        );
    expect(refusal(() => deadline({ trigger: '2026-01-01', limit: calendarDays(0), rules: counted }))).toBe(
      'limit-invalid limit.count',
    );
    expect(lastDay({ ...none, limit: calendarDays(1), rules: counted, clearDays: false })).toBe('2026-01-01');
  });

  it('of working days before a day off goes where the rules move backwards', () => {
    // 1 and 2 January 2026 are off, 3 and 4 the weekend; 31 December is worked.
    const zero = { ...none, limit: workingDays(0), calendar: kz, clearDays: false };
    expect(lastDay({ ...zero, rules: asWritten })).toBe('2026-01-01');
    expect(lastDay({ ...zero, rules: countingRules.kzCivilCode })).toBe('2026-01-01');
    expect(lastDay({ ...zero, rules: { ...asWritten, roll: 'preceding' } })).toBe('2025-12-31');
    expect(lastDay({ ...zero, rules: asWritten, clearDays: true })).toBe('2025-12-31');
    expect(lastDay({ ...zero, target: '2025-12-31', rules: { ...asWritten, roll: 'preceding' } })).toBe('2025-12-31');
  });
});

describe('one term at a time', () => {
  const preceding = { ...asWritten, roll: 'preceding' } as const;
  const base: LatestDayBeforeTerms = {
    target: '2025-12-31',
    limit: months(1),
    rules: preceding,
    calendar: kz,
    clearDays: false,
    monthsBack: 'subtract',
  };
  it('without a change', () => {
    // 30 November 2025 is a Sunday.
    expect(lastDay(base)).toBe('2025-11-28');
  });
  it('term: target', () => {
    expect(lastDay({ ...base, target: '2025-12-25' })).toBe('2025-11-25');
  });
  it('term: limit', () => {
    expect(lastDay({ ...base, limit: calendarDays(30) })).toBe('2025-12-01');
  });
  it('term: rules', () => {
    expect(lastDay({ ...base, rules: asWritten })).toBe('2025-11-30');
    expect(lastDay({ ...base, rules: { ...asWritten, roll: 'following' } })).toBe('2025-12-01');
    expect(lastDay({ ...base, rules: { ...asWritten, roll: 'modifiedFollowing' } })).toBe('2025-11-28');
    // A limit that counts its trigger day may begin a day later.
    expect(lastDay({ ...base, rules: { ...asWritten, countTriggerDay: true } })).toBe('2025-12-01');
  });
  it('term: calendar', () => {
    // In Russia Saturday 1 November 2025 was worked; in Kazakhstan it was off.
    const november = { ...base, target: '2025-12-01' };
    expect(lastDay({ ...november, calendar: ru })).toBe('2025-11-01');
    expect(lastDay({ ...november, calendar: kz })).toBe('2025-10-31');
  });
  it('term: clearDays', () => {
    expect(lastDay({ ...base, target: '2025-12-26' })).toBe('2025-11-26');
    expect(lastDay({ ...base, target: '2025-12-26', clearDays: true })).toBe('2025-11-25');
  });
  it('term: monthsBack', () => {
    expect(lastDay({ ...base, target: '2025-04-30', rules: asWritten })).toBe('2025-03-30');
    expect(lastDay({ ...base, target: '2025-04-30', rules: asWritten, monthsBack: 'latestStart' })).toBe('2025-03-31');
  });
});

describe('the basis', () => {
  const wire = (terms: LatestDayBeforeTerms) => JSON.parse(JSON.stringify(latestDayBefore(terms)));
  const rules = { ...asWritten, roll: 'preceding' } as const;

  it('without a calendar is the day alone', () => {
    expect(
      wire({
        target: '2025-12-31',
        limit: calendarDays(30),
        rules: asWritten,
        calendar: kz,
        clearDays: false,
        monthsBack: 'subtract',
      }),
    ).toEqual({
      lastDay: '2025-12-01',
      basis: { nominalLastDay: '2025-12-01', rolledOver: [], skipped: [], provisional: [] },
    });
  });

  it('of a roll has the days between', () => {
    expect(
      wire({
        target: '2025-12-31',
        limit: calendarDays(30),
        rules,
        calendar: kz,
        clearDays: true,
        monthsBack: 'subtract',
      }),
    ).toEqual({
      lastDay: '2025-11-28',
      basis: {
        nominalLastDay: '2025-11-30',
        rolledOver: ['2025-11-29', '2025-11-30'],
        skipped: [],
        provisional: [],
        calendar: { id: 'KZ', version: kz.version },
      },
    });
  });

  it('where the target counts and is off, has it among the days that were stepped over', () => {
    // 12 June is a holiday of Russia, a Friday in 2026; Saturday and Sunday the 14th, the target, follow.
    const rules = { ...asWritten, countTriggerDay: true };
    const counted = { limit: workingDays(1), rules, clearDays: false, monthsBack: 'subtract', calendar: ru } as const;
    expect(wire({ ...counted, target: '2026-06-14' })).toMatchObject({
      lastDay: '2026-06-11',
      basis: { skipped: ['2026-06-12', '2026-06-13', '2026-06-14'] },
    });
    // A target that is worked is the one working day itself.
    expect(wire({ ...counted, target: '2026-06-11' })).toMatchObject({ lastDay: '2026-06-11', basis: { skipped: [] } });
  });

  it('of working days has the days off that were stepped over, and those not firm', () => {
    const before = { limit: workingDays(3), rules: asWritten, clearDays: false, monthsBack: 'subtract' } as const;
    expect(wire({ ...before, target: '2026-05-14', calendar: ru }).basis).toMatchObject({
      skipped: ['2026-05-09', '2026-05-10', '2026-05-11'],
      provisional: [],
    });
    expect(wire({ ...before, target: '2027-03-15', limit: workingDays(1), calendar: kz })).toMatchObject({
      lastDay: '2027-03-12',
      basis: { skipped: ['2027-03-13', '2027-03-14'], provisional: ['2027-03-12', '2027-03-13', '2027-03-14'] },
    });
  });
});

describe('against a walk day by day', () => {
  // Trying every day for latestStart takes long over many years.
  const shortLimit = anyLimit.map(({ count, unit }) => ({ count: unit === 'calendarDays' ? count : count % 6, unit }));

  it('every unit, rule and choice, over made-up calendars', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyDay,
        shortLimit,
        anyRules,
        fc.boolean(),
        fc.constantFrom('subtract', 'latestStart'),
        (facts, target, limit, rules, clearDays, monthsBack) => {
          const walk = () => {
            try {
              const nominal = walkBack(facts, target, limit, rules, clearDays, monthsBack);
              const working = limit.unit === 'workingDays' || limit.unit === 'bankingDays';
              return String(working && limit.count > 0 ? nominal : walkRoll(facts, nominal, rules.roll));
            } catch (error) {
              return (error as Error).constructor.name;
            }
          };
          const answer = refusal(
            () => latestDayBefore({ target, limit, rules, calendar: calendarOf(facts), clearDays, monthsBack }).lastDay,
          )
            .replace('answered ', '')
            .replace(/^calendar-not-covered .*/, 'NotCovered')
            .replace(/^limit-invalid limit.count$/, 'NothingToCount')
            .replace(/^day-missing-in-month .*/, 'DayMissing');
          expect(answer).toBe(walk());
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('laws', () => {
  const target = fc
    .integer({ min: 400, max: 2900 })
    .map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));
  const facts = officialFacts('KZ');

  it('round trip: days forwards from the day found end on the target', () => {
    fc.assert(
      fc.property(
        target,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('calendarDays', 'weeks', 'halfMonths'),
        (to, count, unit) => {
          const terms = { limit: { count, unit }, rules: asWritten } as const;
          const trigger = latestDayBefore({ ...terms, target: to, clearDays: false, monthsBack: 'subtract' }).lastDay;
          expect(deadline({ ...terms, trigger }).lastDay).toEqual(to);
        },
      ),
    );
  });

  it('round trip: working days forwards from the day found end on a target that is worked', () => {
    fc.assert(
      fc.property(target, fc.integer({ min: 0, max: 120 }), (to, count) => {
        fc.pre(isWorked(facts, to));
        const terms = { limit: workingDays(count), rules: asWritten, calendar: kz } as const;
        const trigger = latestDayBefore({ ...terms, target: to, clearDays: false, monthsBack: 'subtract' }).lastDay;
        expect(deadline({ ...terms, trigger }).lastDay).toEqual(to);
      }),
    );
  });

  it('inverse: latestStart ends by the target, and a day later does not', () => {
    fc.assert(
      fc.property(
        target,
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('months', 'quarters', 'years'),
        fc.boolean(),
        (to, count, unit, clearDays) => {
          const terms = { limit: { count, unit }, rules: asWritten } as const;
          const trigger = latestDayBefore({ ...terms, target: to, clearDays, monthsBack: 'latestStart' }).lastDay;
          const by = clearDays ? to.subtract({ days: 1 }) : to;
          expect(Temporal.PlainDate.compare(deadline({ ...terms, trigger }).lastDay, by)).toBeLessThanOrEqual(0);
          expect(
            Temporal.PlainDate.compare(deadline({ ...terms, trigger: trigger.add({ days: 1 }) }).lastDay, by),
          ).toBe(1);
        },
      ),
    );
  });

  it('order: subtract is never late, and at most three days before latestStart', () => {
    fc.assert(
      fc.property(target, fc.integer({ min: 0, max: 30 }), (to, count) => {
        const terms = { target: to, limit: months(count), rules: asWritten, clearDays: false } as const;
        const subtract = latestDayBefore({ ...terms, monthsBack: 'subtract' }).lastDay;
        const latest = latestDayBefore({ ...terms, monthsBack: 'latestStart' }).lastDay;
        expect([0, 1, 2, 3]).toContain(subtract.until(latest).days);
      }),
    );
  });

  it('monotony: a later target never asks for an earlier day', () => {
    fc.assert(
      fc.property(
        target,
        anyLimit,
        fc.boolean(),
        fc.constantFrom('subtract', 'latestStart'),
        (to, limit, clearDays, monthsBack) => {
          fc.pre(limit.count <= 5 || limit.unit === 'calendarDays');
          const terms = { limit, rules: asWritten, calendar: kz, clearDays, monthsBack } as const;
          const first = refusal(() => latestDayBefore({ ...terms, target: to }).lastDay);
          const second = refusal(() => latestDayBefore({ ...terms, target: to.add({ days: 1 }) }).lastDay);
          fc.pre(first.startsWith('answered') && second.startsWith('answered'));
          expect(first <= second).toBe(true);
        },
      ),
    );
  });
});

describe('what latestDayBefore refuses', () => {
  const good: LatestDayBeforeTerms = {
    target: '2025-12-31',
    limit: calendarDays(30),
    rules: { ...asWritten, roll: 'preceding' },
    calendar: kz,
    clearDays: false,
    monthsBack: 'subtract',
  };
  it.each([
    { change: { clearDays: undefined }, refused: 'argument-invalid clearDays', because: 'no default' },
    { change: { clearDays: 0 }, refused: 'argument-invalid clearDays', because: 'zero is not false' },
    {
      change: { monthsBack: undefined },
      refused: 'argument-invalid monthsBack',
      because: 'no default, also where no months are counted',
    },
    { change: { monthsBack: 'latest' }, refused: 'argument-invalid monthsBack', because: 'no choice of that name' },
    { change: { target: '2025-02-29' }, refused: 'day-invalid target', because: 'no such day' },
    {
      change: { limit: { count: 1, unit: 'hours' } },
      refused: 'limit-invalid limit',
      because: 'hours run on the clock',
    },
    { change: { limit: { count: -1, unit: 'months' } }, refused: 'limit-invalid limit.count', because: 'below zero' },
    { change: { rules: null }, refused: 'rules-invalid rules', because: 'no rules' },
    { change: { calendar: undefined }, refused: 'calendar-required calendar', because: 'the rules roll' },
    {
      change: { calendar: undefined, rules: asWritten, limit: workingDays(1) },
      refused: 'calendar-required calendar',
      because: 'the limit counts working days',
    },
    {
      change: { target: '2019-01-10' },
      refused: 'calendar-not-covered day',
      because: 'the day found lies before the calendar',
    },
    {
      change: { target: '2019-01-15', limit: workingDays(10) },
      refused: 'calendar-not-covered day',
      because: 'the count leaves the calendar',
    },
    {
      change: { rules: asWritten, limit: calendarDays(200_000_000) },
      refused: 'day-out-of-range limit',
      because: 'before the year -271821',
    },
    {
      change: { rules: asWritten, limit: years(200_000_000) },
      refused: 'day-out-of-range limit',
      because: 'before the year -271821',
    },
    {
      change: { rules: asWritten, limit: years(200_000_000), monthsBack: 'latestStart' },
      refused: 'day-out-of-range limit',
      because: 'before the year -271821',
    },
  ])('$refused: $because', ({ change, refused }) => {
    expect(refusal(() => latestDayBefore({ ...good, ...change } as never))).toBe(refused);
  });
});
