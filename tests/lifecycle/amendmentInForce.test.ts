import fc from 'fast-check';
import { type AmendmentInForceTerms, amendmentInForce, calendarDays, countingRules, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { asJson } from '../support/asJson.js';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode } = countingRules;

/** Effective day, last day to object, day bound; a dash for what is absent. */
function outcome(terms: AmendmentInForceTerms): string {
  const { effectiveOn, lastDayToObject, boundOn } = amendmentInForce(terms);
  return [effectiveOn, lastDayToObject, boundOn]
    .map((day) => (day === undefined ? '-' : String(day).slice(5)))
    .join(' ');
}

const byDay: AmendmentInForceTerms = { publishedOn: '2026-04-29', binds: 'fromEffectiveDay', rules: asWritten };
const byUse: AmendmentInForceTerms = {
  publishedOn: '2026-03-02',
  after: calendarDays(10),
  binds: 'byLaterUse',
  rules: asWritten,
};
const byRenewal: AmendmentInForceTerms = {
  publishedOn: '2026-11-20',
  after: calendarDays(30),
  binds: 'fromNextRenewal',
  renewsOn: '2027-01-01',
  rules: asWritten,
};

describe('amendmentInForce from the effective day', () => {
  it.each([
    { change: {}, expected: '04-29 - 04-29', because: 'at once: no day is left to object' },
    { change: { after: calendarDays(0) }, expected: '04-29 - 04-29', because: 'a limit of no days' },
    {
      change: { after: calendarDays(1) },
      expected: '04-30 04-29 04-30',
      because: 'a day later: the day of publication is left',
    },
    { change: { statedOn: '2026-05-15' }, expected: '05-15 05-14 05-15', because: 'a stated day' },
    {
      change: { statedOn: '2026-04-28' },
      expected: '04-29 - 04-29',
      because: 'stated before its publication: not before it',
    },
    { change: { statedOn: '2026-04-29' }, expected: '04-29 - 04-29', because: 'stated for the publication' },
    {
      change: { after: calendarDays(10), statedOn: '2026-05-08' },
      expected: '05-09 05-08 05-09',
      because: 'stated a day too early: the limit holds',
    },
    {
      change: { after: calendarDays(10), statedOn: '2026-05-09' },
      expected: '05-09 05-08 05-09',
      because: 'stated for the end of the limit',
    },
    {
      change: { after: calendarDays(10), statedOn: '2026-05-10' },
      expected: '05-10 05-09 05-10',
      because: 'stated a day later: that day',
    },
    {
      change: { statedOn: '2026-05-15', objectedOn: '2026-05-14' },
      expected: '05-15 05-14 -',
      because: 'an objection on the last day',
    },
    {
      change: { statedOn: '2026-05-15', objectedOn: '2026-05-15' },
      expected: '05-15 05-14 05-15',
      because: 'an objection on the effective day is late',
    },
    {
      change: { objectedOn: '2026-04-29' },
      expected: '04-29 - 04-29',
      because: 'no objection precedes what works at once',
    },
  ] as const)('$because', ({ change, expected }) => {
    expect(outcome({ ...byDay, ...change })).toBe(expected);
  });

  it.each([
    { publishedOn: '2026-02-24', effectiveOn: '2026-03-03', because: 'seven days over a common February' },
    { publishedOn: '2028-02-24', effectiveOn: '2028-03-02', because: 'seven days over a leap February' },
  ])('$because', ({ publishedOn, effectiveOn }) => {
    expect(String(amendmentInForce({ ...byDay, publishedOn, after: calendarDays(7) }).effectiveOn)).toBe(effectiveOn);
  });
});

describe('amendmentInForce by later use', () => {
  it.each([
    { change: {}, expected: '03-12 03-12 -', because: 'no use, nobody bound' },
    { change: { usedOn: [] }, expected: '03-12 03-12 -', because: 'an empty list of uses' },
    { change: { usedOn: ['2026-03-11'] }, expected: '03-12 03-12 -', because: 'use on day nine' },
    { change: { usedOn: ['2026-03-12'] }, expected: '03-12 03-12 -', because: 'use on day ten is not yet acceptance' },
    { change: { usedOn: ['2026-03-13'] }, expected: '03-12 03-12 03-13', because: 'use on day eleven is' },
    {
      change: { usedOn: ['2026-03-20', '2026-03-01', '2026-03-15', '2026-03-15'] },
      expected: '03-12 03-14 03-15',
      because: 'the first later use, in whatever order',
    },
    {
      change: { usedOn: ['2026-03-15'], objectedOn: '2026-03-13' },
      expected: '03-12 03-14 -',
      because: 'an objection before the first later use',
    },
    {
      change: { usedOn: ['2026-03-15'], objectedOn: '2026-03-14' },
      expected: '03-12 03-14 -',
      because: 'an objection the day before it',
    },
    {
      change: { usedOn: ['2026-03-15'], objectedOn: '2026-03-15' },
      expected: '03-12 03-14 03-15',
      because: 'an objection after acceptance',
    },
    {
      change: { usedOn: ['2026-03-05'], objectedOn: '2026-03-10' },
      expected: '03-12 03-12 -',
      because: 'use before the end does not matter',
    },
  ] as const)('$because', ({ change, expected }) => {
    expect(outcome({ ...byUse, ...change })).toBe(expected);
  });
});

describe('amendmentInForce from the next renewal', () => {
  it.each([
    { change: {}, expected: '01-01 12-31 01-01', because: 'published in time for the renewal' },
    {
      change: { renewsOn: '2026-12-20' },
      expected: '12-20 12-19 12-20',
      because: 'ready on the very day of the renewal',
    },
    {
      change: { objectedOn: '2026-12-31' },
      expected: '01-01 12-31 -',
      because: 'an objection on the last day of the term',
    },
    { change: { objectedOn: '2027-01-01' }, expected: '01-01 12-31 01-01', because: 'an objection in the new term' },
  ])('$because', ({ change, expected }) => {
    expect(outcome({ ...byRenewal, ...change })).toBe(expected);
  });

  it('refuses a renewal that the amendment misses', () => {
    expect(refusal(() => amendmentInForce({ ...byRenewal, renewsOn: '2026-12-19' }))).toBe('argument-invalid renewsOn');
  });
});

describe('amendmentInForce, over the wire', () => {
  it('shows what decided', () => {
    const terms = {
      ...byUse,
      statedOn: '2026-03-05',
      usedOn: ['2026-03-15'],
      objectedOn: '2026-03-16',
      renewsOn: '2027-01-01',
    };
    expect(asJson<Record<string, unknown>>(amendmentInForce(terms))).toEqual({
      effectiveOn: '2026-03-12',
      lastDayToObject: '2026-03-14',
      boundOn: '2026-03-15',
      basis: {
        publishedOn: '2026-03-02',
        deadline: { nominalLastDay: '2026-03-12', rolledOver: [], skipped: [], provisional: [] },
        statedOn: '2026-03-05',
        firstLaterUse: '2026-03-15',
        objectedOn: '2026-03-16',
      },
    });
    expect(asJson<Record<string, unknown>>(amendmentInForce(byDay))).toEqual({
      effectiveOn: '2026-04-29',
      boundOn: '2026-04-29',
      basis: { publishedOn: '2026-04-29' },
    });
    expect(asJson<Record<string, unknown>>(amendmentInForce(byRenewal))['basis']).toMatchObject({
      renewsOn: '2027-01-01',
    });
  });
});

describe('amendmentInForce, term by term', () => {
  const used = { ...byUse, usedOn: ['2026-03-13', '2026-03-14'] };

  it('term: publishedOn', () => {
    expect([outcome(used), outcome({ ...used, publishedOn: '2026-03-03' })]).toEqual([
      '03-12 03-12 03-13',
      '03-13 03-13 03-14',
    ]);
  });

  it('term: after', () => {
    expect([9, 10, 11].map((count) => outcome({ ...byUse, after: calendarDays(count) }))).toEqual([
      '03-11 03-11 -',
      '03-12 03-12 -',
      '03-13 03-13 -',
    ]);
  });

  it('term: statedOn', () => {
    expect(outcome({ ...used, statedOn: '2026-03-13' })).toBe('03-13 03-13 03-14');
  });

  it('term: binds', () => {
    const all = { ...used, renewsOn: '2026-04-01' };
    expect(
      (['byLaterUse', 'fromEffectiveDay', 'fromNextRenewal'] as const).map((binds) => outcome({ ...all, binds })),
    ).toEqual(['03-12 03-12 03-13', '03-12 03-11 03-12', '04-01 03-31 04-01']);
  });

  it('term: usedOn', () => {
    expect(outcome({ ...used, usedOn: ['2026-03-14'] })).toBe('03-12 03-13 03-14');
  });

  it('term: objectedOn', () => {
    expect([outcome(used), outcome({ ...used, objectedOn: '2026-03-12' })]).toEqual([
      '03-12 03-12 03-13',
      '03-12 03-12 -',
    ]);
  });

  it('term: renewsOn', () => {
    expect([outcome(byRenewal), outcome({ ...byRenewal, renewsOn: '2027-01-02' })]).toEqual([
      '01-01 12-31 01-01',
      '01-02 01-01 01-02',
    ]);
  });

  it('term: rules', () => {
    // Ten days from 18 March end on Saturday the 28th.
    const saturday = { ...byUse, publishedOn: '2026-03-18', usedOn: ['2026-03-29', '2026-03-31'] };
    expect(outcome(saturday)).toBe('03-28 03-28 03-29');
    expect(outcome({ ...saturday, rules: kzCivilCode, calendar: kz })).toBe('03-30 03-30 03-31');
  });

  it('term: calendar', () => {
    const nauryz = { ...byDay, publishedOn: '2026-03-20', after: workingDays(1) };
    expect([outcome({ ...nauryz, calendar: ru }), outcome({ ...nauryz, calendar: kz })]).toEqual([
      '03-23 03-22 03-23',
      '03-26 03-25 03-26',
    ]);
  });
});

describe('amendmentInForce, laws', () => {
  it('binds as a diary of the days would', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 6 }),
        fc.option(fc.nat(40), { nil: undefined }),
        (count, uses, objected) => {
          const start = 20_000;
          let bound: number | undefined;
          let refusedBefore = false;
          for (let day = 0; day <= 40 && bound === undefined; day += 1) {
            if (!refusedBefore && day > count && uses.includes(day)) bound = day;
            if (day === objected) refusedBefore = true;
          }
          const answer = amendmentInForce({
            publishedOn: isoOf(start),
            after: calendarDays(count),
            binds: 'byLaterUse',
            usedOn: uses.map((day) => isoOf(start + day)),
            rules: asWritten,
            ...(objected !== undefined && { objectedOn: isoOf(start + objected) }),
          });
          expect(answer.boundOn === undefined ? undefined : String(answer.boundOn)).toBe(
            bound === undefined ? undefined : isoOf(start + bound),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is never in force before its publication, its limit or its stated day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.nat(60), fc.nat(120), (day, count, stated) => {
        const { effectiveOn } = amendmentInForce({
          ...byDay,
          publishedOn: isoOf(day),
          after: calendarDays(count),
          statedOn: isoOf(day + stated),
        });
        expect(String(effectiveOn)).toBe(isoOf(day + Math.max(count, stated)));
      }),
    );
  });

  it('reads a hundred thousand uses', () => {
    const usedOn = Array.from({ length: 100_000 }, (_, at) => isoOf(20_600 + ((at * 7919) % 5000)));
    expect(String(amendmentInForce({ ...byUse, usedOn }).boundOn)).toBe(isoOf(20_600));
  });
});

describe('amendmentInForce, refused', () => {
  it.each([
    { change: { binds: 'never' }, refused: 'argument-invalid binds' },
    { change: { binds: undefined }, refused: 'argument-invalid binds' },
    { change: { publishedOn: undefined }, refused: 'day-invalid publishedOn' },
    { change: { statedOn: '2026-02-30' }, refused: 'day-invalid statedOn' },
    { change: { objectedOn: null }, refused: 'day-invalid objectedOn' },
    { change: { objectedOn: '2026-03-01' }, refused: 'argument-invalid objectedOn' },
    { change: { usedOn: '2026-03-13' }, refused: 'argument-invalid usedOn' },
    { change: { usedOn: ['2026-03-13', 'x'] }, refused: 'day-invalid usedOn.1' },
    { change: { binds: 'fromEffectiveDay', usedOn: ['x'] }, refused: 'day-invalid usedOn.0' },
    { change: { binds: 'fromNextRenewal' }, refused: 'argument-invalid renewsOn' },
    { change: { renewsOn: {} }, refused: 'day-invalid renewsOn' },
    { change: { after: { count: 2, unit: 'hours' } }, refused: 'limit-invalid after' },
    { change: { after: { count: -1, unit: 'calendarDays' } }, refused: 'limit-invalid after.count' },
    { change: { rules: undefined }, refused: 'rules-invalid rules' },
    { change: { rules: kzCivilCode }, refused: 'calendar-required calendar' },
    { change: { publishedOn: '2027-12-25', rules: kzCivilCode, calendar: kz }, refused: 'calendar-not-covered day' },
    { change: { publishedOn: '+275760-09-13' }, refused: 'day-out-of-range limit' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => amendmentInForce({ ...byUse, ...change } as never))).toBe(refused);
  });
});
