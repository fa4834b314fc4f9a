import fc from 'fast-check';
import { attempt } from 'oferta';
import { type Agreement, type AgreementData, acrossReadings, evaluate, explain, withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { errorOf, findingsFrom } from '../../support/refusal.js';
import { autocall } from '../autocall.js';

// biome-ignore lint/suspicious/noExplicitAny: tests change the agreement in every way
type Change = (agreement: any) => void;

function agreementWith(change: Change): Agreement {
  const data = minimalModel();
  change(data);
  return defineModel(data as AgreementData, { calendars: [kz] });
}

const reading = (id: string, options: Record<string, object>): object => ({
  id,
  clause: '1.1',
  chosen: Object.keys(options)[0],
  why: { en: 'so it is written' },
  options: Object.fromEntries(Object.entries(options).map(([option, patch]) => [option, { patch }])),
});

/** Bought on 15 February 2026: day 14 is Sunday 1 March, day 10 is Wednesday 25 February. */
const bought = { boughtOn: '2026-02-15' };
const minimal = agreementWith(() => {});

const penaltyFacts = {
  negativeOn: '2026-03-19',
  asOf: '2026-06-12',
  overdue: kzt('100000.00'),
  totalDebt: kzt('200000.00'),
  payments: [{ paidOn: '2026-04-20', amount: kzt('40000.00') }],
};

describe('acrossReadings', () => {
  it('gives each answer with the readings that lead to it, the one in force first', () => {
    const { answers } = acrossReadings(minimal, '1.1/window', bought);
    expect(answers.map(({ readings, value }) => [readings, value['lastDay']])).toEqual([
      [[{ length: 'fourteen' }], '2026-03-02'],
      [[{ length: 'ten' }], '2026-02-25'],
    ]);
    const other = acrossReadings(withReadings(minimal, { length: 'ten' }), '1.1/window', bought);
    expect(other.answers.map(({ value }) => value['lastDay'])).toEqual(['2026-02-25', '2026-03-02']);
  });

  it('the number of the clause is enough where it has one computation', () => {
    expect(JSON.stringify(acrossReadings(minimal, '1.1', bought))).toBe(
      JSON.stringify(acrossReadings(minimal, '1.1/window', bought)),
    );
  });

  it('goes through all combinations and merges equal answers', () => {
    // Due 31 March. 20 days on 100,000 and 53 on 60,000 at 0.1 % are 5,180; a part payment one day earlier reduces it by 40: 5,140.
    // 5 % of the whole debt of 200,000 is 10,000; 5 % of what is overdue is 5,000 and binds either way.
    const all = acrossReadings(autocall, '6.10/penalty', penaltyFacts).answers;
    // Where fines bear no penalty nothing has accrued, and two answers differ by their cap alone.
    const none = all.filter(({ value }) => String(value['penalty']) === '0.00 KZT');
    expect(none.map(({ readings }) => readings.length)).toEqual([2, 2]);
    const answers = all.filter((answer) => !none.includes(answer));
    // Below the cap what has accrued is shown, so these are four answers.
    expect(
      answers.map(({ readings, value }) => [
        ...readings.map((set) => [set['6.10-cap-base'], set['6.10-payment-day']]),
        String(value['penalty']),
      ]),
    ).toEqual([
      [['total-debt', 'counts'], '5180.00 KZT'],
      [['total-debt', 'does-not-count'], '5140.00 KZT'],
      [['overdue-only', 'counts'], '5000.00 KZT'],
      [['overdue-only', 'does-not-count'], '5000.00 KZT'],
    ]);
    expect(answers.map(({ value }) => String(value['accrued']))).toEqual([
      '5180.00 KZT',
      '5140.00 KZT',
      '5180.00 KZT',
      '5140.00 KZT',
    ]);
  });

  it('equal answers are one answer, with both sets of readings', () => {
    const same = acrossReadings(autocall, '6.10/penalty', {
      ...penaltyFacts,
      totalDebt: kzt('100000.00'),
      payments: [],
    });
    // One where fines bear a penalty, and one where they do not.
    expect(same.answers.map(({ readings }) => readings.length)).toEqual([4, 4]);
  });

  it('varies only readings that touch the computation: one of a posting does not', () => {
    const { answers } = acrossReadings(autocall, '6.10/penalty', penaltyFacts);
    expect(Object.keys(answers[0]?.readings[0] ?? {})).toEqual(['6.10-cap-base', '6.10-on-fines', '6.10-payment-day']);
    const untouched = acrossReadings(autocall, '5.7/paymentDue', { negativeOn: '2026-03-19' });
    expect(untouched.answers.map(({ readings }) => readings)).toEqual([[{}]]);
  });

  it('a reading of what the computation depends on touches it', () => {
    const agreement = agreementWith((a) =>
      a.clauses.push({
        ref: '1.3',
        computes: [
          {
            id: 'warnBy',
            kind: 'latestDayBefore',
            counts: 'act',
            terms: { limit: { count: 3, unit: 'calendarDays' }, clearDays: false, monthsBack: 'subtract' },
            from: { target: { result: '1.1/window', field: 'lastDay' } },
          },
        ],
      }),
    );
    // Three days before 2 March is 27 February, before 25 February is Sunday 22 February, which stays: no notice day rolls forwards.
    const { answers, safe } = acrossReadings(agreement, '1.3', bought);
    expect(answers.map(({ value }) => value['lastDay'])).toEqual(['2026-02-27', '2026-02-22']);
    expect(safe).toEqual({ lastDay: { on: '2026-02-22', is: 'earliest' } });
  });

  it('so does a reading of what it depends on under another reading alone', () => {
    const agreement = agreementWith((a) => {
      a.clauses.push({
        ref: '1.3',
        computes: [
          {
            id: 'end',
            kind: 'deadline',
            counts: 'act',
            terms: { limit: { count: 1, unit: 'calendarDays' } },
            from: { trigger: { fact: 'askedOn' } },
          },
        ],
      });
      a.readings.push(
        reading('start', {
          asked: {},
          window: { '1.3/end': { from: { trigger: { fact: null, result: '1.1/window', field: 'lastDay' } } } },
        }),
      );
    });
    // Asked on 3 February: 4 February. From the window: 3 March (from 2 March), 26 February (from 25 February).
    const { answers } = acrossReadings(agreement, '1.3', { ...bought, askedOn: '2026-02-03' });
    expect(answers.map(({ value, readings }) => [value['lastDay'], readings.length])).toEqual([
      ['2026-02-04', 2],
      ['2026-03-03', 1],
      ['2026-02-26', 1],
    ]);
  });

  it('says the reason of each answer: its own steps and clauses', () => {
    const { answers } = acrossReadings(minimal, '1.1/window', bought);
    expect(answers.map(({ result }) => explain(result, 'en')[0]?.text.replaceAll('\u00a0', ' '))).toEqual([
      expect.stringMatching(/^14 .*days from 15 February 2026/),
      expect.stringMatching(/^10 .*days from 15 February 2026/),
    ]);
    expect(JSON.parse(JSON.stringify(answers[1]))).toMatchObject({
      readings: [{ length: 'ten' }],
      value: { lastDay: '2026-02-25' },
      steps: [{ op: 'addLimit' }],
      cites: ['1.1'],
    });
  });

  it('all facts that any reading asks for are named at once', () => {
    const { totalDebt, asOf, ...rest } = penaltyFacts;
    const refused = attempt(() => acrossReadings(autocall, '6.10/penalty', rest));
    expect(refused.ok ? [] : [refused.error.code, refused.error.findings.map(({ path }) => path)]).toEqual([
      'fact-missing',
      ['asOf', 'totalDebt'],
    ]);
  });

  it('a fact that only another reading asks for is missing too', () => {
    const agreement = agreementWith(
      (a) => (a.readings[0].options.ten.patch['1.1/window'].from = { trigger: { fact: 'askedOn' } }),
    );
    expect(findingsFrom(() => acrossReadings(agreement, '1.1', bought)).map(({ path }) => path)).toEqual(['askedOn']);
  });

  describe('the safe day', () => {
    it.each([
      {
        counts: 'act',
        lastDay: '2026-02-25',
        is: 'earliest',
        because: 'what is done on 25 February is in time under both',
      },
      {
        counts: 'state',
        lastDay: '2026-03-01',
        is: 'latest',
        because: 'after 1 March it has changed under both; a state does not roll',
      },
    ] as const)('of a limit that counts as $counts: $because', ({ counts, lastDay, is }) => {
      const agreement = agreementWith((a) => (a.clauses[0].computes[0].counts = counts));
      expect(acrossReadings(agreement, '1.1', bought).safe).toEqual({ lastDay: { on: lastDay, is } });
    });

    it('of a limit that is one to act by under one reading alone is the earliest', () => {
      const agreement = agreementWith((a) => {
        a.clauses[0].computes[0].counts = 'state';
        a.readings[0].options.ten.patch['1.1/window'].counts = 'act';
      });
      expect(acrossReadings(agreement, '1.1', bought).safe).toEqual({ lastDay: { on: '2026-02-25', is: 'earliest' } });
    });

    it.each([
      { hours: 12, safe: '2026-03-10T07:30:00Z', because: 'twelve hours end sooner than twenty-four' },
      { hours: 36, safe: '2026-03-10T19:30:00Z', because: 'twenty-four hours end sooner than thirty-six' },
      { hours: 24, safe: '2026-03-10T19:30:00Z', because: 'both end at once' },
    ])('of an instant to act by is the earlier one: $because', ({ hours, safe }) => {
      const agreement = agreementWith((a) => {
        a.facts.foundAt = { type: 'instant' };
        a.clauses[0].computes[0] = {
          id: 'report',
          kind: 'deadlineAt',
          terms: { limit: { count: 24, unit: 'hours' } },
          from: { triggeredAt: { fact: 'foundAt' } },
        };
        a.readings[0].options.ten.patch = { '1.1/report': { terms: { limit: { count: hours, unit: 'hours' } } } };
        a.tables = [];
      });
      expect(acrossReadings(agreement, '1.1', { foundAt: '2026-03-10T00:30:00+05:00' }).safe).toEqual({
        lastInstant: { on: safe, is: 'earliest' },
      });
    });

    it('is not reported where a reading holds that something else is computed', () => {
      const agreement = agreementWith((a) => {
        a.readings[0].options.ten.patch['1.1/window'] = {
          kind: 'noticeEffect',
          from: { trigger: null, givenOn: { fact: 'boughtOn' } },
        };
        a.tables = [];
      });
      const { answers, safe } = acrossReadings(agreement, '1.1', bought);
      expect(answers.map(({ value }) => Object.keys(value)[0])).toEqual(['lastDay', 'effectiveOn']);
      expect(safe).toBeUndefined();
    });

    it('of a notice is the latest day it takes effect', () => {
      const agreement = agreementWith((a) => {
        a.clauses[0].computes[0] = {
          id: 'effect',
          kind: 'noticeEffect',
          counts: 'state',
          terms: { limit: { count: 14, unit: 'calendarDays' } },
          from: { givenOn: { fact: 'boughtOn' } },
        };
        a.readings[0].options.ten.patch = { '1.1/effect': { terms: { limit: { count: 10, unit: 'calendarDays' } } } };
        a.tables = [];
      });
      expect(acrossReadings(agreement, '1.1', bought).safe).toEqual({
        effectiveOn: { on: '2026-03-01', is: 'latest' },
      });
    });

    it('of the notice against renewal is the earliest; the end of the term has none', () => {
      const { answers, safe } = acrossReadings(autocall, '11.2', { registeredOn: '2026-01-12', asOf: '2026-06-01' });
      // 30 days before 12 January 2027 is 13 December; before 11 January 12 December; before 31 December 2026 it is 1 December.
      expect(answers.map(({ value }) => [value['endsOn'], value['latestNoticeDay']])).toEqual([
        ['2027-01-12', '2026-12-13'],
        ['2027-01-11', '2026-12-12'],
        ['2026-12-31', '2026-12-01'],
      ]);
      expect(safe).toEqual({ latestNoticeDay: { on: '2026-12-01', is: 'earliest' } });
    });

    it('a sum has none', () => {
      expect(acrossReadings(autocall, '6.10/penalty', penaltyFacts)).not.toHaveProperty('safe');
    });

    it('is there also where all readings agree', () => {
      expect(acrossReadings(autocall, '5.7', { negativeOn: '2026-03-19' }).safe).toEqual({
        lastDay: { on: '2026-03-31', is: 'earliest' },
      });
    });
  });

  describe('bounds', () => {
    /** So many readings of one limit, with two options each. */
    const many = (count: number): Agreement =>
      agreementWith((a) => {
        a.readings = Array.from({ length: count }, (_, at) =>
          reading(`r${at}`, { as: {}, other: { '1.1/window': { terms: { limit: { count: 20 + at } } } } }),
        );
        a.clauses[0].computes[0].readings = a.readings.map(({ id }: { id: string }) => id);
      });

    it.each([
      { count: 7, sets: 128 },
      { count: 8, sets: 256 },
    ])('$sets combinations are gone through', ({ count, sets }) => {
      const { answers } = acrossReadings(many(count), '1.1', bought);
      expect(answers.flatMap(({ readings }) => readings)).toHaveLength(sets);
    });

    it('512 are refused, with the readings and what to do', () => {
      expect(errorOf(() => acrossReadings(many(9), '1.1', bought)).message).toContain(
        '512 combinations of r0, r1, r2, r3, r4, r5, r6, r7, r8", expected at most 256: name the readings to vary',
      );
      const { answers } = acrossReadings(many(9), '1.1', bought, ['r0', 'r8']);
      expect(answers.flatMap(({ readings }) => readings)).toHaveLength(4);
    });

    it.each([
      { vary: ['length', 'width'], because: 'no such reading' },
      { vary: ['__proto__'], because: 'no reading but a key of every record' },
    ])('refuses to vary what does not touch it: $because', ({ vary }) => {
      expect(() => acrossReadings(minimal, '1.1', bought, vary)).toThrow('reading-unknown');
    });

    it('no reading to vary leaves the answer in force', () => {
      expect(acrossReadings(minimal, '1.1', bought, []).answers.map(({ value }) => value['lastDay'])).toEqual([
        '2026-03-02',
      ]);
    });

    it('an unknown computation and facts that are none are refused', () => {
      expect(() => acrossReadings(minimal, '9.9', bought)).toThrow('computation-unknown');
      expect(() => acrossReadings(minimal, '1.1', { boughtOn: Number.NaN })).toThrow('fact-invalid');
      expect(() => acrossReadings(minimal, '1.1', [] as never)).toThrow('fact-invalid');
    });
  });

  describe('laws', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => {
      const on = new Date(Date.UTC(2025, 0, 1) + days * 86_400_000);
      return on.toISOString().slice(0, 10);
    });

    it('every combination leads to what evaluate gives under it', () => {
      fc.assert(
        fc.property(day, day, fc.integer({ min: 1, max: 1_000_000 }), (negativeOn, asOf, tiyn) => {
          const facts = { ...penaltyFacts, negativeOn, asOf, overdue: kzt(`${tiyn}.00`) };
          for (const { readings, value } of acrossReadings(autocall, '6.10/penalty', facts).answers)
            for (const set of readings)
              expect(JSON.stringify(value)).toBe(
                JSON.stringify(evaluate(withReadings(autocall, set), '6.10/penalty', facts).value),
              );
        }),
        { numRuns: 50 },
      );
    });

    it('no last day under any reading lies before the safe one', () => {
      fc.assert(
        fc.property(day, (registeredOn) => {
          const { answers, safe } = acrossReadings(autocall, '11.2', { registeredOn, asOf: registeredOn });
          const days = answers.map(({ value }) => value['latestNoticeDay'] as string);
          expect(days).toContain(safe?.['latestNoticeDay']?.on);
          expect(days.every((last) => last >= (safe?.['latestNoticeDay']?.on ?? ''))).toBe(true);
        }),
        { numRuns: 50 },
      );
    });
  });
});
