import fc from 'fast-check';
import { calendarDays, countingRules, deemedAcceptance, months, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { asJson } from '../support/asJson.js';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode, regulation1182 } = countingRules;

const act = { deliveredOn: '2026-03-19', limit: workingDays(5), rules: kzCivilCode, calendar: kz };
const month = { deliveredOn: '2026-01-31', dayOfNextMonth: 5, rules: asWritten };

describe('deemedAcceptance by a limit', () => {
  it.each([
    { asOf: '2026-03-18', status: 'not-started', because: 'the day before the delivery' },
    { asOf: '2026-03-19', status: 'open', because: 'the day of the delivery' },
    { asOf: '2026-03-30', status: 'open', because: 'the day before the last' },
    { asOf: '2026-03-31', status: 'open', because: 'the last day is not over' },
    { asOf: '2026-04-01', status: 'accepted', because: 'silence through the last day' },
  ])('$because', ({ asOf, status }) => {
    const answer = deemedAcceptance({ ...act, asOf });
    expect(answer.status).toBe(status);
    // 20, 26, 27, 30, 31 March: 21-25 and 28, 29 are off.
    expect(String(answer.lastDay)).toBe('2026-03-31');
    expect(answer.deemedOn === undefined ? undefined : String(answer.deemedOn)).toBe(
      status === 'accepted' ? '2026-04-01' : undefined,
    );
  });

  it.each([
    { respondedOn: '2026-03-30', asOf: '2026-04-10', status: 'objected', because: 'a response before the last day' },
    { respondedOn: '2026-03-31', asOf: '2026-04-10', status: 'objected', because: 'a response on the last day' },
    {
      respondedOn: '2026-04-01',
      asOf: '2026-04-10',
      status: 'accepted',
      because: 'a response after the last day is too late',
    },
    {
      respondedOn: '2026-03-25',
      asOf: '2026-03-24',
      status: 'open',
      because: 'a response still to come is not looked at',
    },
    {
      respondedOn: '2026-03-25',
      asOf: '2026-03-25',
      status: 'objected',
      because: 'a response on the day of the question',
    },
    { respondedOn: '2026-03-18', asOf: '2026-03-19', status: 'objected', because: 'a refusal sent ahead of the act' },
  ])('$because', ({ respondedOn, asOf, status }) => {
    expect(deemedAcceptance({ ...act, respondedOn, asOf }).status).toBe(status);
  });

  it.each([
    { deliveredOn: '2026-03-20', lastDay: '2026-03-27', because: 'two working days over Nauryz: 26 and 27 March' },
    { deliveredOn: '2026-05-06', lastDay: '2026-05-12', because: '8 and 12 May: 7 and 11 May are off' },
  ])('$because', ({ deliveredOn, lastDay }) => {
    const answer = deemedAcceptance({ ...act, deliveredOn, limit: workingDays(2), asOf: deliveredOn });
    expect(String(answer.lastDay)).toBe(lastDay);
  });

  it('goes over the wire, with the late response in the basis', () => {
    const answer = deemedAcceptance({
      deliveredOn: '2026-02-20',
      limit: calendarDays(10),
      respondedOn: '2026-03-03',
      asOf: '2026-03-05',
      rules: asWritten,
    });
    expect(asJson<Record<string, unknown>>(answer)).toEqual({
      status: 'accepted',
      lastDay: '2026-03-02',
      deemedOn: '2026-03-03',
      basis: {
        asOf: '2026-03-05',
        deliveredOn: '2026-02-20',
        respondedOn: '2026-03-03',
        deadline: { nominalLastDay: '2026-03-02', rolledOver: [], skipped: [], provisional: [] },
      },
    });
  });

  it('does not begin without a delivery', () => {
    const { deliveredOn: _, ...undelivered } = act;
    expect(asJson<Record<string, unknown>>(deemedAcceptance({ ...undelivered, asOf: '2030-01-01' }))).toEqual({
      status: 'not-started',
      basis: { asOf: '2030-01-01' },
    });
  });
});

describe('deemedAcceptance through a day of the next month', () => {
  it.each([
    { deliveredOn: '2026-01-31', dayOfNextMonth: 5, lastDay: '2026-02-05', because: 'the fifth of February' },
    {
      deliveredOn: '2026-01-01',
      dayOfNextMonth: 5,
      lastDay: '2026-02-05',
      because: 'the month counts, not the day in it',
    },
    { deliveredOn: '2026-12-31', dayOfNextMonth: 5, lastDay: '2027-01-05', because: 'of the next year' },
    {
      deliveredOn: '2026-01-15',
      dayOfNextMonth: 28,
      lastDay: '2026-02-28',
      because: 'the last day of a common February',
    },
    { deliveredOn: '2026-01-15', dayOfNextMonth: 29, lastDay: '2026-02-28', because: 'February 2026 has no 29th' },
    { deliveredOn: '2028-01-15', dayOfNextMonth: 29, lastDay: '2028-02-29', because: 'February 2028 has' },
    { deliveredOn: '2026-03-15', dayOfNextMonth: 31, lastDay: '2026-04-30', because: 'April has no 31st' },
    { deliveredOn: '2026-07-15', dayOfNextMonth: 31, lastDay: '2026-08-31', because: 'August has' },
    { deliveredOn: '2026-01-31', dayOfNextMonth: 1, lastDay: '2026-02-01', because: 'the very next day' },
  ])('$because', ({ lastDay, ...terms }) => {
    expect(String(deemedAcceptance({ ...terms, asOf: terms.deliveredOn, rules: asWritten }).lastDay)).toBe(lastDay);
  });

  it.each([
    { asOf: '2026-02-04', status: 'open', because: 'a day before the fifth' },
    { asOf: '2026-02-05', status: 'open', because: 'the fifth' },
    { asOf: '2026-02-06', status: 'accepted', because: 'the sixth' },
  ])('$because', ({ asOf, status }) => {
    expect(deemedAcceptance({ ...month, asOf }).status).toBe(status);
  });

  it('rolls by the rules, and takes nothing else from them', () => {
    const last = (rules: typeof asWritten): unknown =>
      asJson<Record<string, unknown>>(
        deemedAcceptance({ deliveredOn: '2026-03-31', dayOfNextMonth: 5, asOf: '2026-04-06', rules, calendar: kz }),
      )['lastDay'];
    // 5 April 2026 is a Sunday.
    expect(last(kzCivilCode)).toBe('2026-04-06');
    expect(last({ ...asWritten, roll: 'preceding' })).toBe('2026-04-03');
    expect(last(regulation1182)).toBe('2026-04-06');
    expect(last({ ...asWritten, countTriggerDay: true, monthEnd: 'reject' })).toBe('2026-04-05');
    const basis = deemedAcceptance({
      deliveredOn: '2026-03-31',
      dayOfNextMonth: 5,
      asOf: '2026-04-06',
      rules: kzCivilCode,
      calendar: kz,
    }).basis;
    expect(asJson<Record<string, unknown>>(basis)['deadline']).toMatchObject({
      nominalLastDay: '2026-04-05',
      rolledOver: ['2026-04-05'],
      skipped: [],
    });
  });
});

describe('deemedAcceptance, term by term', () => {
  const status = (change: object): unknown =>
    asJson<Record<string, unknown>>(deemedAcceptance({ ...act, asOf: '2026-04-01', ...change } as never))['status'];
  const lastDay = (change: object): unknown =>
    asJson<Record<string, unknown>>(deemedAcceptance({ ...act, asOf: '2026-04-01', ...change } as never))['lastDay'];

  it('term: deliveredOn', () => {
    expect([lastDay({}), lastDay({ deliveredOn: '2026-03-20' })]).toEqual(['2026-03-31', '2026-04-01']);
  });

  it('term: respondedOn', () => {
    expect([status({}), status({ respondedOn: '2026-03-31' })]).toEqual(['accepted', 'objected']);
  });

  it('term: asOf', () => {
    expect([status({}), status({ asOf: '2026-03-31' })]).toEqual(['accepted', 'open']);
  });

  it('term: rules', () => {
    expect(lastDay({ rules: { ...kzCivilCode, countTriggerDay: true } })).toBe('2026-03-30');
  });

  it('term: calendar', () => {
    // In Russia 20, 23, 24, 25 and 26 March are worked.
    expect(lastDay({ calendar: ru })).toBe('2026-03-26');
  });

  it('term: limit', () => {
    expect([4, 5, 6].map((count) => lastDay({ limit: workingDays(count) }))).toEqual([
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
    ]);
  });

  it('term: dayOfNextMonth', () => {
    const on = (dayOfNextMonth: number): string =>
      String(deemedAcceptance({ ...month, asOf: '2026-02-01', dayOfNextMonth }).lastDay);
    expect([4, 5, 6].map(on)).toEqual(['2026-02-04', '2026-02-05', '2026-02-06']);
  });
});

describe('deemedAcceptance, laws', () => {
  it('is what a reader would decide day by day', () => {
    const day = fc.integer({ min: 10_000, max: 20_000 });
    fc.assert(
      fc.property(
        day,
        fc.nat(40),
        fc.option(fc.integer({ min: -10, max: 60 }), { nil: undefined }),
        fc.integer({ min: -10, max: 80 }),
        (from, count, answer, ask) => {
          const terms = {
            deliveredOn: isoOf(from),
            limit: calendarDays(count),
            asOf: isoOf(from + ask),
            rules: asWritten,
            ...(answer !== undefined && { respondedOn: isoOf(from + answer) }),
          };
          // The days of the case, one after the other, up to the day of the question.
          let expected = 'not-started';
          for (let at = 0; at <= ask; at += 1) {
            if (expected === 'not-started') expected = answer !== undefined && answer <= 0 ? 'objected' : 'open';
            else if (expected === 'open' && at > count) expected = 'accepted';
            else if (expected === 'open' && at === answer) expected = 'objected';
          }
          const decided = deemedAcceptance(terms);
          expect(decided.status).toBe(expected);
          expect(decided.deemedOn === undefined).toBe(expected !== 'accepted');
          expect(String(decided.lastDay)).toBe(isoOf(from + count));
        },
      ),
    );
  });

  it('stays decided once it is', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), fc.nat(3), (ask, later, count) => {
        const at = (day: number): string =>
          deemedAcceptance({
            deliveredOn: '2026-01-31',
            limit: months(count),
            asOf: isoOf(20_484 + day),
            rules: asWritten,
          }).status;
        if (at(ask) === 'accepted') expect(at(ask + later)).toBe('accepted');
        else expect(at(ask)).toBe('open');
      }),
    );
  });
});

describe('deemedAcceptance, refused', () => {
  it.each([
    { change: { dayOfNextMonth: 5 }, refused: 'argument-invalid limit', because: 'both a limit and a day' },
    { change: { limit: undefined }, refused: 'argument-invalid limit', because: 'neither' },
    { change: { limit: undefined, dayOfNextMonth: 0 }, refused: 'argument-invalid dayOfNextMonth', because: 'no 0th' },
    {
      change: { limit: undefined, dayOfNextMonth: 32 },
      refused: 'argument-invalid dayOfNextMonth',
      because: 'no 32nd',
    },
    {
      change: { limit: undefined, dayOfNextMonth: 1.5 },
      refused: 'argument-invalid dayOfNextMonth',
      because: 'half a day',
    },
    {
      change: { limit: undefined, dayOfNextMonth: Number.NaN },
      refused: 'argument-invalid dayOfNextMonth',
      because: 'NaN',
    },
    {
      change: { limit: undefined, dayOfNextMonth: '5' },
      refused: 'argument-invalid dayOfNextMonth',
      because: 'a text',
    },
    { change: { limit: { count: 5, unit: 'days' } }, refused: 'limit-invalid limit', because: 'an unknown unit' },
    { change: { deliveredOn: 'soon' }, refused: 'day-invalid deliveredOn', because: 'no day' },
    { change: { deliveredOn: null }, refused: 'day-invalid deliveredOn', because: 'null is not absent' },
    { change: { respondedOn: '2026-03-32' }, refused: 'day-invalid respondedOn', because: 'no day' },
    { change: { asOf: undefined }, refused: 'day-invalid asOf', because: 'no clock' },
    { change: { rules: {} }, refused: 'rules-invalid rules.countTriggerDay', because: 'no defaults' },
    { change: { calendar: undefined }, refused: 'calendar-required calendar', because: 'working days of what?' },
    { change: { deliveredOn: '2027-12-30' }, refused: 'calendar-not-covered day', because: 'out of the calendar' },
    {
      change: { limit: undefined, dayOfNextMonth: 5, calendar: undefined },
      refused: 'calendar-required calendar',
      because: 'the fixed day rolls',
    },
    {
      change: { limit: undefined, dayOfNextMonth: 30, rules: asWritten, deliveredOn: '+275760-09-13' },
      refused: 'day-out-of-range dayOfNextMonth',
      because: 'no October then',
    },
  ])('$because: $refused', ({ change, refused }) => {
    expect(refusal(() => deemedAcceptance({ ...act, asOf: '2026-04-01', ...change } as never))).toBe(refused);
  });
});
