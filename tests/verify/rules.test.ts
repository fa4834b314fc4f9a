import fc from 'fast-check';
import { attempt, type MonthEnd, type RollConvention } from 'oferta';
import { type AgreementData, evaluate } from 'oferta/agreement';
import { ru } from 'oferta/calendars/ru';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { data } from '../agreement/kinds/daysAgreement.js';
import { defineModel } from '../support/models.js';

// Limits under every way of counting: the answer is found right, and wrong under any other rules that count otherwise.

/** An agreement that counts one limit, to act. */
function under(rules: AgreementData['countingRules']['acts']): AgreementData {
  const limit = {
    id: 'end',
    kind: 'deadline',
    counts: 'act',
    from: { trigger: { fact: 'startedOn' }, limit: { fact: 'length' } },
  } as const;
  return {
    ...data,
    countingRules: { acts: rules, states: 'asWritten' },
    readings: [],
    clauses: [{ ref: '1', computes: [limit] }],
    tables: [],
    postings: [],
  };
}

const rolls: readonly RollConvention[] = ['none', 'following', 'preceding', 'modifiedFollowing', 'modifiedPreceding'];
const monthEnds: readonly MonthEnd[] = ['clamp', 'nextMonth', 'reject'];
const facts = fc.record({
  startedOn: fc
    .integer({ min: 0, max: 900 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)),
  length: fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom(
      'calendarDays',
      'workingDays',
      'weeks',
      'halfMonths',
      'months',
      'quarters',
      'halfYears',
      'years',
    ),
  }),
});

describe('limits', () => {
  it.each(['kzCivilCode', 'ruCivilCode', 'regulation1182', 'asWritten'] as const)('under %s', (rules) => {
    const agreement = defineModel(under(rules), { calendars: [ru] });
    let answered = 0;
    fc.assert(
      fc.property(facts, (given) => {
        const asked = attempt(() => evaluate(agreement, '1', given));
        if (!asked.ok) return;
        answered += 1;
        const verification = verify(agreement.data, given, asked.value);
        expect(verification.ok ? [] : verification.findings).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(answered).toBeGreaterThan(150);
  });

  it.each(rolls.flatMap((roll) => monthEnds.map((monthEnd) => [roll, monthEnd] as const)))(
    'that roll %s, at the end of a month %s',
    (roll, monthEnd) => {
      const rules = fc.record({
        countTriggerDay: fc.boolean(),
        minimumWorkingDays: fc.constantFrom(0, 0, 2, 5),
        roll: fc.constant(roll),
        monthEnd: fc.constant(monthEnd),
      });
      fc.assert(
        fc.property(facts, rules, (given, own) => {
          const agreement = defineModel(under(own), { calendars: [ru] });
          const asked = attempt(() => evaluate(agreement, '1', given));
          if (!asked.ok) return;
          const verification = verify(agreement.data, given, asked.value);
          expect(verification.ok ? [] : verification.findings).toEqual([]);
          const otherwise = under({ ...own, countTriggerDay: !own.countTriggerDay });
          expect(verify(otherwise, given, asked.value).ok).toBe(false);
        }),
        { numRuns: 100 },
      );
    },
  );
});
