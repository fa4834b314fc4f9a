import fc from 'fast-check';
import { calendarDays, countingRules, type ForceMajeureTerms, forceMajeure, hours, months, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { asJson } from '../support/asJson.js';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode } = countingRules;

const event: ForceMajeureTerms = {
  startedOn: '2026-01-10',
  limit: calendarDays(60),
  asOf: '2026-03-11',
  count: 'fromNextDay',
  rules: asWritten,
};
const outcome = (change: Partial<ForceMajeureTerms>): Record<string, unknown> => {
  const { basis: _, ...answer } = asJson<Record<string, unknown>>(forceMajeure({ ...event, ...change }));
  return answer;
};

describe('forceMajeure', () => {
  it.each([
    { change: { asOf: '2026-01-10' }, status: 'suspended', shiftDays: 0, because: 'the day it began' },
    { change: { asOf: '2026-03-10' }, status: 'suspended', shiftDays: 59, because: 'day 59' },
    { change: { asOf: '2026-03-11' }, status: 'suspended', shiftDays: 60, because: 'day 60 is the last within' },
    { change: { asOf: '2026-03-12' }, status: 'beyond-limit', shiftDays: 61, because: 'day 61 is beyond' },
    {
      change: { startedOn: '2026-11-30', limit: months(3), asOf: '2027-02-28' },
      status: 'suspended',
      shiftDays: 90,
      because: 'three months end on 28 February',
    },
    {
      change: { startedOn: '2026-11-30', limit: months(3), asOf: '2027-03-01' },
      status: 'beyond-limit',
      shiftDays: 91,
      because: 'a day more than three months',
    },
    {
      change: { endedOn: '2026-01-20', asOf: '2026-01-19' },
      status: 'suspended',
      shiftDays: 9,
      because: 'a day before the end',
    },
    {
      change: { endedOn: '2026-01-20', asOf: '2026-01-20' },
      status: 'ended',
      shiftDays: 10,
      because: 'the day of the end',
    },
    {
      change: { endedOn: '2026-01-20', asOf: '2026-06-01' },
      status: 'ended',
      shiftDays: 10,
      because: 'long after: the shift stays',
    },
    {
      change: { endedOn: '2026-01-10', asOf: '2026-01-10' },
      status: 'ended',
      shiftDays: 0,
      because: 'over on the day it began',
    },
    {
      change: { endedOn: '2026-04-01', asOf: '2026-03-31' },
      status: 'beyond-limit',
      shiftDays: 80,
      because: 'too long, and not over',
    },
    {
      change: { endedOn: '2026-04-01', asOf: '2026-04-01' },
      status: 'ended',
      shiftDays: 81,
      because: 'too long, but over',
    },
  ] as const)('$because', ({ change, status, shiftDays }) => {
    expect(outcome(change)).toMatchObject({ status, shiftDays });
  });

  it.each([
    { change: {}, beyondOn: '2026-03-12', because: 'while it lasts, the day is known ahead' },
    { change: { endedOn: '2026-03-10' }, beyondOn: undefined, because: 'ended on day 59' },
    { change: { endedOn: '2026-03-11' }, beyondOn: undefined, because: 'ended on day 60' },
    { change: { endedOn: '2026-03-12' }, beyondOn: '2026-03-12', because: 'ended on day 61' },
    {
      change: { endedOn: '2026-06-01', asOf: '2026-06-01' },
      beyondOn: '2026-03-12',
      because: 'long over, and it was beyond',
    },
  ])('beyondOn: $because', ({ change, beyondOn }) => {
    expect(outcome(change)['beyondOn']).toBe(beyondOn);
  });

  it('knows no limit where the agreement sets none', () => {
    const { limit: _, ...unlimited } = event;
    expect(asJson<Record<string, unknown>>(forceMajeure({ ...unlimited, asOf: '2036-01-10' }))).toEqual({
      status: 'suspended',
      shiftDays: 3652,
      basis: { startedOn: '2026-01-10', asOf: '2036-01-10' },
    });
  });

  const told = {
    startedOn: '2026-03-31',
    asOf: '2026-04-01',
    startedAt: '2026-03-31T23:30:00+05:00',
    noticeLimit: hours(2),
  };

  it.each([
    { noticeAt: '2026-04-01T01:29:59+05:00', inTime: true, because: 'a second before the two hours are over' },
    { noticeAt: '2026-04-01T01:30:00+05:00', inTime: true, because: 'at the very end of the two hours, past midnight' },
    { noticeAt: '2026-04-01T01:30:00.000000001+05:00', inTime: false, because: 'a nanosecond later' },
    { noticeAt: '2026-04-01T01:30:01+05:00', inTime: false, because: 'a second later' },
    { noticeAt: '2026-03-31T20:30:00Z', inTime: true, because: 'the end of the two hours, by another clock' },
    { noticeAt: '2026-03-31T10:00:00Z', inTime: true, because: 'a warning ahead of the event' },
  ])('noticeInTime: $because', ({ noticeAt, inTime }) => {
    expect(outcome({ ...told, noticeAt })['noticeInTime']).toBe(inTime);
  });

  it('takes a notice that never came for late, and shows until when it could', () => {
    const silent = forceMajeure({ ...event, ...told });
    expect(silent.noticeInTime).toBe(false);
    expect(asJson<Record<string, unknown>>(silent.basis)['noticeUntil']).toBe('2026-03-31T20:30:00Z');
  });

  it('goes over the wire', () => {
    expect(
      asJson<Record<string, unknown>>(
        forceMajeure({ ...event, ...told, endedOn: '2026-04-02', noticeAt: '2026-03-31T19:00:00Z' }),
      ),
    ).toEqual({
      status: 'suspended',
      shiftDays: 1,
      noticeInTime: true,
      basis: {
        startedOn: '2026-03-31',
        endedOn: '2026-04-02',
        asOf: '2026-04-01',
        deadline: { nominalLastDay: '2026-05-30', rolledOver: [], skipped: [], provisional: [] },
        noticeUntil: '2026-03-31T20:30:00Z',
      },
    });
  });
});

describe('forceMajeure, term by term', () => {
  it('term: startedOn', () => {
    expect([outcome({}), outcome({ startedOn: '2026-01-11' })]).toMatchObject([
      { shiftDays: 60, beyondOn: '2026-03-12' },
      { shiftDays: 59, beyondOn: '2026-03-13' },
    ]);
  });

  it('term: endedOn', () => {
    expect(outcome({ endedOn: '2026-03-01' })).toEqual({ status: 'ended', shiftDays: 50 });
  });

  it('term: limit', () => {
    expect([59, 60, 61].map((count) => outcome({ limit: calendarDays(count) })['status'])).toEqual([
      'beyond-limit',
      'suspended',
      'suspended',
    ]);
  });

  it('term: asOf', () => {
    expect(outcome({ asOf: '2026-03-12' })['status']).toBe('beyond-limit');
  });

  it('term: noticeLimit', () => {
    const notice = { startedAt: '2026-01-10T00:00:00Z', noticeAt: '2026-01-10T02:00:00Z' };
    expect([1, 2, 3].map((count) => outcome({ ...notice, noticeLimit: hours(count) })['noticeInTime'])).toEqual([
      false,
      true,
      true,
    ]);
    expect(outcome(notice)['noticeInTime']).toBe(undefined);
  });

  it('term: startedAt', () => {
    const notice = { noticeLimit: hours(2), noticeAt: '2026-01-10T02:00:00Z' };
    const inTime = (startedAt: string): unknown => outcome({ ...notice, startedAt })['noticeInTime'];
    expect([inTime('2026-01-10T00:00:00Z'), inTime('2026-01-09T23:59:59Z')]).toEqual([true, false]);
  });

  it('term: noticeAt', () => {
    const notice = { noticeLimit: hours(2), startedAt: '2026-01-10T00:00:00Z' };
    const inTime = (noticeAt: string): unknown => outcome({ ...notice, noticeAt })['noticeInTime'];
    expect([inTime('2026-01-10T02:00:00Z'), inTime('2026-01-10T02:00:01Z')]).toEqual([true, false]);
  });

  it('term: count', () => {
    const days = (count: 'bothEnds' | 'fromNextDay', endedOn: string): unknown =>
      outcome({ count, endedOn, asOf: '2026-06-01' })['shiftDays'];
    // 10 January alone; with the 11th; with the 12th.
    expect(['2026-01-10', '2026-01-11', '2026-01-12'].map((day) => days('bothEnds', day))).toEqual([1, 2, 3]);
    expect(['2026-01-10', '2026-01-11', '2026-01-12'].map((day) => days('fromNextDay', day))).toEqual([0, 1, 2]);
    // While it lasts, through the day on which it is asked; the limit is counted by the rules alone.
    expect(outcome({ count: 'bothEnds' })).toEqual({ status: 'suspended', shiftDays: 61, beyondOn: '2026-03-12' });
  });

  it('term: rules', () => {
    expect(outcome({ rules: { ...asWritten, countTriggerDay: true } })).toEqual({
      status: 'beyond-limit',
      shiftDays: 60,
      beyondOn: '2026-03-11',
    });
    // Day 57 is Sunday 8 March, and Monday the 9th is off in exchange.
    expect(outcome({ limit: calendarDays(57), rules: kzCivilCode, calendar: kz })['beyondOn']).toBe('2026-03-11');
  });

  it('term: calendar', () => {
    const nauryz = { startedOn: '2026-03-20', asOf: '2026-03-20', limit: workingDays(1) };
    expect([
      outcome({ ...nauryz, calendar: ru })['beyondOn'],
      outcome({ ...nauryz, calendar: kz })['beyondOn'],
    ]).toEqual(['2026-03-24', '2026-03-27']);
  });
});

describe('forceMajeure, laws', () => {
  it('is what a diary of the days says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 20_000 }),
        fc.nat(60),
        fc.option(fc.nat(90), { nil: undefined }),
        fc.nat(120),
        (start, count, lasts, ask) => {
          let status = 'suspended';
          let shiftDays = 0;
          for (let day = 0; day <= ask; day += 1) {
            if (status !== 'ended') shiftDays = day;
            if (lasts !== undefined && day >= lasts) status = 'ended';
            else if (day > count) status = 'beyond-limit';
          }
          const answer = forceMajeure({
            startedOn: isoOf(start),
            limit: calendarDays(count),
            asOf: isoOf(start + ask),
            count: 'fromNextDay',
            rules: asWritten,
            ...(lasts !== undefined && { endedOn: isoOf(start + lasts) }),
          });
          expect([answer.status, answer.shiftDays]).toEqual([status, shiftDays]);
          expect(answer.beyondOn === undefined).toBe(lasts !== undefined && lasts <= count);
        },
      ),
    );
  });

  it('never shifts less on a later day', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(100), fc.option(fc.nat(300), { nil: undefined }), (ask, later, lasts) => {
        const shift = (day: number): number =>
          forceMajeure({
            startedOn: '2026-01-10',
            asOf: isoOf(20_463 + day),
            count: 'fromNextDay',
            rules: asWritten,
            ...(lasts !== undefined && { endedOn: isoOf(20_463 + lasts) }),
          }).shiftDays;
        expect(shift(ask + later)).toBeGreaterThanOrEqual(shift(ask));
      }),
    );
  });
});

describe('forceMajeure, refused', () => {
  it.each([
    { change: { asOf: '2026-01-09' }, refused: 'argument-invalid asOf' },
    { change: { endedOn: '2026-01-09' }, refused: 'argument-invalid endedOn' },
    { change: { endedOn: null }, refused: 'day-invalid endedOn' },
    { change: { startedOn: '2026-01-10T00:00:00Z' }, refused: 'day-invalid startedOn' },
    { change: { limit: hours(48) }, refused: 'limit-invalid limit' },
    { change: { limit: { count: Number.NaN, unit: 'months' } }, refused: 'limit-invalid limit.count' },
    { change: { noticeLimit: hours(2) }, refused: 'instant-invalid startedAt' },
    {
      change: { noticeLimit: calendarDays(5), startedAt: '2026-01-10T00:00:00Z' },
      refused: 'limit-invalid noticeLimit',
    },
    { change: { noticeLimit: hours(2), startedAt: '2026-01-10' }, refused: 'instant-invalid startedAt' },
    { change: { startedAt: '2026-01-10T00:00:00' }, refused: 'instant-invalid startedAt' },
    { change: { noticeAt: 'soon' }, refused: 'instant-invalid noticeAt' },
    { change: { count: undefined }, refused: 'argument-invalid count' },
    { change: { count: 'oneEnd' }, refused: 'argument-invalid count' },
    { change: { count: true }, refused: 'argument-invalid count' },
    { change: { rules: {} }, refused: 'rules-invalid rules.countTriggerDay' },
    { change: { rules: kzCivilCode }, refused: 'calendar-required calendar' },
    { change: { limit: months(60), rules: kzCivilCode, calendar: kz }, refused: 'calendar-not-covered day' },
    {
      change: { noticeLimit: hours(200_000_000), startedAt: '+275760-09-12T00:00:00Z' },
      refused: 'day-out-of-range limit',
    },
    {
      change: { startedOn: '+275760-09-13', asOf: '+275760-09-13', limit: calendarDays(0) },
      refused: 'day-out-of-range day',
    },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => forceMajeure({ ...event, ...change } as never))).toBe(refused);
  });
});
