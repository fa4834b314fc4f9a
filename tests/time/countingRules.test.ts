import { type CountingRules, countingRules } from 'oferta';
import { describe, expect, it } from 'vitest';
import { backwardRollOf, requireRoll, requireRules } from '../../src/time/countingRules.js';
import { refusal } from '../support/refusal.js';
import { allMonthEnds, allRolls } from './referenceCount.js';

describe('the named rules', () => {
  it.each([
    {
      name: 'kzCivilCode',
      roll: 'following',
      minimumWorkingDays: 0,
      because: 'believed to match the Russian articles',
    },
    { name: 'ruCivilCode', roll: 'following', minimumWorkingDays: 0, because: 'arts. 191 to 193' },
    { name: 'regulation1182', roll: 'following', minimumWorkingDays: 2, because: 'art. 3(5)' },
    { name: 'asWritten', roll: 'none', minimumWorkingDays: 0, because: 'the day the clause counts to' },
  ] as const)(
    '$name rolls $roll and asks for $minimumWorkingDays working days: $because',
    ({ name, roll, minimumWorkingDays }) => {
      expect(countingRules[name]).toEqual({ countTriggerDay: false, monthEnd: 'clamp', roll, minimumWorkingDays });
      expect(Object.isFrozen(countingRules[name])).toBe(true);
      expect(requireRules(countingRules[name], 'rules')).toBe(countingRules[name]);
    },
  );

  it('none moves a day that was counted back; a copy is rules of one’s own and does backwards what its roll says', () => {
    for (const rules of Object.values(countingRules)) {
      expect(rules.backwardRoll).toBe('none');
      expect({ ...rules }.backwardRoll).toBe(undefined);
      expect(backwardRollOf({ ...rules, roll: 'preceding' }, 'rules')).toBe('preceding');
      expect(backwardRollOf({ ...rules, roll: 'preceding', backwardRoll: 'following' }, 'rules')).toBe('following');
    }
  });

  it.each(['FOLLOWING', '', null, 0, false, {}])('a backward roll of %o is refused', (backwardRoll) => {
    expect(refusal(() => backwardRollOf({ ...countingRules.asWritten, backwardRoll } as never, 'rules'))).toBe(
      'rules-invalid rules.backwardRoll',
    );
  });

  it('are four, and none can be put in their place', () => {
    expect(Object.keys(countingRules).sort()).toEqual(['asWritten', 'kzCivilCode', 'regulation1182', 'ruCivilCode']);
    expect(Object.isFrozen(countingRules)).toBe(true);
  });
});

describe('rules of one’s own', () => {
  it('may combine every choice', () => {
    for (const countTriggerDay of [true, false])
      for (const monthEnd of allMonthEnds)
        for (const roll of allRolls)
          for (const minimumWorkingDays of [0, 1, 1000]) {
            const rules = { countTriggerDay, monthEnd, roll, minimumWorkingDays };
            expect(requireRules(rules, 'rules')).toBe(rules);
          }
  });

  it.each([
    { rules: undefined, field: 'rules', because: 'rules have no default' },
    { rules: null, field: 'rules', because: 'null' },
    { rules: 'asWritten', field: 'rules', because: 'a name is not the rules' },
    { rules: {}, field: 'rules.countTriggerDay', because: 'no choice made' },
    { rules: { countTriggerDay: 0 }, field: 'rules.countTriggerDay', because: 'zero is not false' },
    { rules: { monthEnd: undefined }, field: 'rules.monthEnd', because: 'no choice made' },
    { rules: { monthEnd: 'constrain' }, field: 'rules.monthEnd', because: 'a word of Temporal' },
    { rules: { roll: undefined }, field: 'rules.roll', because: 'no choice made' },
    { rules: { roll: 'FOLLOWING' }, field: 'rules.roll', because: 'spelled otherwise' },
    { rules: { roll: 'nearestFollowing' }, field: 'rules.roll', because: 'a convention that is not here' },
    { rules: { minimumWorkingDays: undefined }, field: 'rules.minimumWorkingDays', because: 'no choice made' },
    { rules: { minimumWorkingDays: -1 }, field: 'rules.minimumWorkingDays', because: 'below zero' },
    { rules: { minimumWorkingDays: 1.5 }, field: 'rules.minimumWorkingDays', because: 'not whole' },
    { rules: { minimumWorkingDays: 1001 }, field: 'rules.minimumWorkingDays', because: 'one more than is taken' },
    { rules: { minimumWorkingDays: Number.NaN }, field: 'rules.minimumWorkingDays', because: 'no number' },
    { rules: { minimumWorkingDays: '2' }, field: 'rules.minimumWorkingDays', because: 'a text' },
  ])('are refused at $field: $because', ({ rules, field }) => {
    const own =
      typeof rules === 'object' && rules !== null && Object.keys(rules).length > 0
        ? { ...countingRules.asWritten, ...rules }
        : rules;
    expect(refusal(() => requireRules(own as never, 'rules'))).toBe(`rules-invalid ${field}`);
  });

  it('are read again when they were changed after they were found good', () => {
    const rules: { -readonly [K in keyof CountingRules]: CountingRules[K] } = { ...countingRules.asWritten };
    expect(refusal(() => requireRules(rules, 'rules'))).toMatch(/^answered/);
    rules.roll = 'soon' as never;
    expect(refusal(() => requireRules(rules, 'rules'))).toBe('rules-invalid rules.roll');
  });

  it('a roll alone is checked in the same way', () => {
    for (const roll of allRolls) expect(refusal(() => requireRoll(roll, 'convention'))).toBe('answered undefined');
    for (const roll of ['next', 'constructor', '', undefined, null, 0])
      expect(refusal(() => requireRoll(roll as never, 'convention'))).toBe('rules-invalid convention');
  });
});
