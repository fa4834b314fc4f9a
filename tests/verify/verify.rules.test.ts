import fc from 'fast-check';
import { attempt, type CountingRules, type MonthEnd, type RollConvention } from 'oferta';
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

/** The same rules, written at the computation instead. */
function ownRules(rules: CountingRules): AgreementData {
  const agreement = under('asWritten');
  const [clause] = agreement.clauses;
  const computes = clause?.computes?.map((computation) => ({ ...computation, counts: rules }));
  return { ...agreement, clauses: [{ ref: '1', ...(computes && { computes }) }] };
}

/** An agreement whose notices count back. */
function countingBack(rules: CountingRules): AgreementData {
  const terms = { clearDays: { fact: 'clearDays' }, monthsBack: { fact: 'monthsBack' } };
  const latest = {
    id: 'latest',
    kind: 'latestDayBefore',
    counts: 'act',
    from: { target: { fact: 'startedOn' }, limit: { fact: 'length' }, ...terms },
  } as const;
  const renewal = {
    id: 'renewal',
    kind: 'renewal',
    counts: 'act',
    terms: { ends: 'anniversary', every: { count: 1, unit: 'months' } },
    from: { startedOn: { fact: 'startedOn' }, noticeLimit: { fact: 'length' }, asOf: { fact: 'asOf' } },
  } as const;
  const agreement = under(rules);
  return {
    ...agreement,
    facts: {
      ...agreement.facts,
      asOf: { type: 'day' },
      clearDays: { type: 'flag' },
      monthsBack: { type: 'text', oneOf: ['subtract', 'latestStart'] },
    },
    clauses: [{ ref: '1', computes: [latest, renewal] }],
  };
}

const rolls: readonly RollConvention[] = [
  'none',
  'following',
  'preceding',
  'modifiedFollowing',
  'modifiedPreceding',
  'nearest',
];
const monthEnds: readonly MonthEnd[] = ['clamp', 'nextMonth', 'reject', 'endOfMonth'];
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
          const beside = ownRules(own);
          const again = attempt(() => evaluate(defineModel(beside, { calendars: [ru] }), '1', given));
          const found = again.ok ? verify(beside, given, again.value) : undefined;
          expect(found?.ok === false ? found.findings : []).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
  );

  const day = fc
    .integer({ min: 0, max: 900 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));

  it.each(rolls.flatMap((roll) => monthEnds.map((monthEnd) => [roll, monthEnd] as const)))(
    'counted back, where days roll %s and months end %s',
    (backwardRoll, monthEnd) => {
      const cases = fc.record({
        given: fc
          .record({ clearDays: fc.boolean(), monthsBack: fc.constantFrom('subtract', 'latestStart'), asOf: day })
          .chain((more) => facts.map((given) => ({ ...given, ...more }))),
        rules: fc.record(
          {
            countTriggerDay: fc.boolean(),
            minimumWorkingDays: fc.constant(0),
            roll: fc.constantFrom(...rolls),
            monthEnd: fc.constant(monthEnd),
            backwardRoll: fc.constant(backwardRoll),
          },
          { requiredKeys: ['countTriggerDay', 'minimumWorkingDays', 'roll', 'monthEnd'] },
        ),
      });
      let rolled = 0;
      fc.assert(
        fc.property(cases, fc.constantFrom('1/latest', '1/renewal'), ({ given, rules }, address) => {
          const own = rules as CountingRules;
          const agreement = defineModel(countingBack(own), { calendars: [ru] });
          const asked = attempt(() => evaluate(agreement, address, given));
          if (!asked.ok) return;
          const verification = verify(agreement.data, given, asked.value);
          expect(verification.ok ? [] : verification.findings).toEqual([]);
          if (!asked.value.steps.some(({ op }) => op === 'roll')) return;
          rolled += 1;
          const otherwise = rolls.find((other) => other !== (own.backwardRoll ?? own.roll)) as RollConvention;
          const other = countingBack({ ...own, backwardRoll: otherwise });
          expect(verify(other, given, asked.value).ok).toBe(false);
        }),
        { numRuns: 150 },
      );
      expect(rolled).toBeGreaterThan(backwardRoll === 'none' ? 0 : 5);
    },
  );
});
