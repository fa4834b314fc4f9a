import { countingRules, deadline, escalatingFine, latePaymentPenalty, months, workingCalendar } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { penaltyPrimitives, stepsOf, timePrimitives } from 'oferta/explain';
import { verifySteps } from 'oferta/verify';
import { describe, expect, test } from 'vitest';
import { kzt } from '../support/amounts.js';

const fines = { first: kzt('100.00'), repeat: kzt('1000.00'), count: 3, mode: 'repeatAlone' } as const;
const { steps } = stepsOf(escalatingFine, fines, penaltyPrimitives);
const wire = (): Record<string, unknown>[] => JSON.parse(JSON.stringify(steps));

describe('the steps of a primitive', () => {
  test('come out again, and from their JSON, too', () => {
    expect(verifySteps(steps, { minimumWorkingDays: 0 })).toEqual([]);
    expect(verifySteps(wire(), { minimumWorkingDays: 0 })).toEqual([]);
  });

  test('of a penalty with a part payment come out again', () => {
    const late = {
      overdue: kzt('100000.00'),
      dueOn: '2026-03-31',
      asOf: '2026-06-12',
      rates: [{ dailyRate: '0.11/300' }],
      cap: { rate: '0.05', base: kzt('100000.00') },
      payments: [{ paidOn: '2026-04-20', amount: kzt('40000.00') }],
      countPaymentDay: true,
      rounding: 'halfExpand',
    } as const;
    const told = stepsOf(latePaymentPenalty, late, penaltyPrimitives);
    expect(verifySteps(told.steps, { minimumWorkingDays: 0 })).toEqual([]);
    // 20 days of 100,000.00 and 53 of 60,000.00 at 11 % over 300: 733.333… and 1,166.
    expect(told.answer.accrued).toEqual(kzt('1899.33'));
  });

  test('an outcome that was changed is found, and what stands on it', () => {
    const forged = JSON.parse(JSON.stringify(steps).replace('2000.00', '3000.00')) as unknown;
    expect(verifySteps(forged, { minimumWorkingDays: 0 })).toEqual([
      {
        path: '2.out',
        expected: '{"type":"money","amount":"2000.00","currency":"KZT"}',
        found: '{"type":"money","amount":"3000.00","currency":"KZT"}',
      },
      {
        path: '3.in.all',
        expected: '{"type":"money","amount":"3000.00","currency":"KZT"}',
        found: '{"type":"money","amount":"2000.00","currency":"KZT","step":"s3"}',
      },
    ]);
  });

  test('a limit that runs on passes as many working days as the rules say, and no more', () => {
    const calendar = workingCalendar({
      id: 'weekends',
      version: '1',
      compiledOn: '2026-01-01',
      weekend: [6, 7],
      coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    const rules = countingRules.regulation1182;
    // Two days from Friday 5 June 2026 end on Sunday; Monday and Tuesday are the two working days.
    const told = stepsOf(
      deadline,
      { trigger: '2026-06-05', limit: { count: 2, unit: 'calendarDays' }, rules, calendar },
      timePrimitives,
    );
    expect(told.answer.lastDay.toString()).toBe('2026-06-09');
    expect(verifySteps(told.steps, { minimumWorkingDays: 0 })).toHaveLength(1);
    expect(verifySteps(told.steps, { minimumWorkingDays: 2 })).toEqual([]);
  });

  test('days off that a step names are taken as they stand', () => {
    const told = stepsOf(
      deadline,
      { trigger: '2026-07-01', limit: months(1), rules: countingRules.kzCivilCode, calendar: kz },
      timePrimitives,
    );
    expect(verifySteps(told.steps, { minimumWorkingDays: 0 })).toEqual([]);
    const more = JSON.parse(
      JSON.stringify(told.steps).replace('"rolledOver":[', '"rolledOver":["2026-08-03",'),
    ) as unknown;
    expect(verifySteps(more, { minimumWorkingDays: 0 }).map(({ path }) => path)).toEqual(['1.out']);
  });
});

test.each([undefined, null, {}, { minimumWorkingDays: -1 }, { minimumWorkingDays: 0.5 }, { minimumWorkingDays: '2' }])(
  'options %j are reported, and no step is taken',
  (options) => {
    expect(verifySteps(wire(), options as never).map(({ path }) => path)).toEqual(['minimumWorkingDays']);
  },
);

describe('what is not a list of steps', () => {
  const changed = (change: (first: Record<string, unknown>) => void): unknown => {
    const list = wire();
    change(list[0] as Record<string, unknown>);
    return list.slice(0, 1);
  };

  test.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['a text', 'steps', ''],
    ['a record', {}, ''],
    ['a list of nothing', [null], '0'],
    ['a step without operands', changed((step) => Reflect.deleteProperty(step, 'in')), '0'],
    ['a step without an outcome', changed((step) => Reflect.deleteProperty(step, 'out')), '0'],
    ['a step without an id', changed((step) => Reflect.deleteProperty(step, 'id')), '0'],
    [
      'an operand of no origin',
      changed((step) => Object.assign(step, { in: { a: { type: 'count', value: 1 } } })),
      '0.in.a',
    ],
    ['an operand that is none', changed((step) => Object.assign(step, { in: { a: 1 } })), '0.in.a'],
    [
      'an operand of a step that comes later',
      changed((step) => Object.assign(step, { in: { a: { type: 'count', value: 1, step: 's9' } } })),
      '0.in.a',
    ],
    ['an operation that is none', changed((step) => Object.assign(step, { op: 'constructor' })), '0.out'],
    ['an operation of no list', changed((step) => Object.assign(step, { op: '__proto__' })), '0.out'],
    [
      'a zone that is none',
      changed((step) =>
        Object.assign(step, {
          op: 'dayEnd',
          in: {
            day: { type: 'day', value: '2026-01-01', argument: 'day' },
            zone: { type: 'text', value: 'Nowhere', argument: 'zone' },
          },
        }),
      ),
      '0.out',
    ],
    [
      'a number of days without end',
      changed((step) =>
        Object.assign(step, {
          op: 'workingDayAfter',
          in: {
            day: { type: 'day', value: '2026-01-01', argument: 'day' },
            number: { type: 'count', value: Number.MAX_SAFE_INTEGER, argument: 'n' },
          },
        }),
      ),
      '0.out',
    ],
  ])('%s', (_title, given, path) => {
    expect(verifySteps(given, { minimumWorkingDays: 0 }).map((finding) => finding.path)).toEqual([path]);
  });

  test('two steps of one id', () => {
    const [first] = wire();
    expect(verifySteps([first, first], { minimumWorkingDays: 0 }).map(({ path }) => path)).toEqual(['1']);
  });
});
