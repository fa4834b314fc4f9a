import type { AgreementData } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { checkModel } from '../../support/models.js';

const written = { countTriggerDay: false, monthEnd: 'clamp', roll: 'none', minimumWorkingDays: 0 };
const moves = (roll: string) =>
  `a notice day that is a day off rolls forwards (${roll}), which leaves less than the limit`;
const counts = 'the day of the notice counts, so the notice may come a day later';

/** What is doubted of a notice of some days under some rules. */
function warningsOf(
  rules: unknown,
  {
    kind = 'latestDayBefore',
    limit = { count: 30, unit: 'calendarDays' },
    states,
  }: { kind?: string; limit?: object; states?: unknown } = {},
): readonly string[] {
  const data = minimalModel();
  if (states !== undefined) data.countingRules.states = states;
  const computation =
    kind === 'renewal'
      ? {
          terms: { ends: 'anniversary', every: { count: 1, unit: 'years' }, noticeLimit: limit },
          from: { startedOn: { fact: 'boughtOn' }, asOf: { fact: 'askedOn' } },
        }
      : { terms: { limit, clearDays: false, monthsBack: 'subtract' }, from: { target: { fact: 'boughtOn' } } };
  data.clauses.push({ ref: '2', computes: [{ id: 'notice', kind, counts: rules, ...computation }] });
  return checkModel(data as AgreementData, { calendars: [kz] })
    .filter(({ code }) => code === 'notice-shortened')
    .map(({ path, severity, clause, value }) => {
      expect([path, severity, clause]).toEqual(['clauses.2.computes.0.counts', 'warning', '2']);
      return value;
    });
}

describe.each(['latestDayBefore', 'renewal'])('what shortens a notice of %s', (kind) => {
  it.each([
    { rules: { ...written, roll: 'following' }, found: [moves('following')], because: 'roll holds backwards too' },
    { rules: { ...written, roll: 'nearest' }, found: [moves('nearest')], because: 'half of the days go forwards' },
    {
      rules: { ...written, roll: 'modifiedFollowing' },
      found: [moves('modifiedFollowing')],
      because: 'but at the end of a month',
    },
    {
      rules: { ...written, roll: 'modifiedPreceding' },
      found: [moves('modifiedPreceding')],
      because: 'at the beginning of a month',
    },
    { rules: { ...written, roll: 'preceding' }, found: [], because: 'it only lengthens it' },
    { rules: { ...written, roll: 'following', backwardRoll: 'none' }, found: [], because: 'backwards nothing moves' },
    { rules: { ...written, backwardRoll: 'following' }, found: [moves('following')], because: 'backwards alone' },
    { rules: { ...written, countTriggerDay: true }, found: [counts], because: 'a day less' },
    { rules: written, found: [], because: 'as written' },
    { rules: 'act', found: [], because: 'the named sets do not move it' },
    { rules: 'state', found: [], because: 'nor these' },
  ])('$because: $rules', ({ rules, found }) => {
    expect(warningsOf(rules, { kind })).toEqual(found);
  });
});

describe('which rules and which limits', () => {
  it('takes the rules of the agreement for acts and states', () => {
    expect(warningsOf('state', { states: { ...written, roll: 'following' } })).toEqual([moves('following')]);
    expect(warningsOf('act', { states: { ...written, roll: 'following' } })).toEqual([]);
  });

  it('warns of no roll of working days, but for a count of none', () => {
    const rules = { ...written, roll: 'following' };
    expect(warningsOf(rules, { limit: { count: 1, unit: 'workingDays' } })).toEqual([]);
    expect(warningsOf(rules, { limit: { count: 0, unit: 'workingDays' } })).toEqual([moves('following')]);
  });

  it('warns of no limit that runs forwards', () => {
    const data = minimalModel();
    data.countingRules.acts = { ...written, roll: 'following', countTriggerDay: true };
    const found = checkModel(data as AgreementData, { calendars: [kz] }).map(({ code }) => code);
    expect(found).not.toContain('notice-shortened');
  });
});
