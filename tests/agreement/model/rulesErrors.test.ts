import { withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { findingsFrom } from '../../support/refusal.js';

const rules = { countTriggerDay: true, minimumWorkingDays: 0, roll: 'none', monthEnd: 'clamp' };
const calendars = [kz];

describe('rules of counting in full', () => {
  it.each([
    { wrong: { roll: 'nonne' }, value: '"nonne"', because: 'a name misspelt' },
    { wrong: { monthEnd: undefined }, value: 'undefined', because: 'an option left out' },
    { wrong: { countTriggerDay: 'yes' }, value: '"yes"', because: 'a text for a flag' },
  ])('of an agreement, of a computation and of an option: $because', ({ wrong, value }) => {
    const [name = ''] = Object.keys(wrong);
    const own = { ...rules, ...wrong };

    const head = minimalModel();
    head.countingRules.acts = own;
    expect(findingsFrom(() => defineModel(head, { calendars }))).toMatchObject([
      { path: `countingRules.acts.${name}`, value },
    ]);

    const computation = minimalModel();
    computation.clauses[0].computes[0].counts = own;
    expect(findingsFrom(() => defineModel(computation, { calendars }))).toMatchObject([
      { path: `clauses.0.computes.0.counts.${name}`, value },
    ]);

    const option = minimalModel();
    option.readings[0].options.ten.patch = { '1.1/window': { counts: own } };
    const agreement = defineModel(option, { calendars });
    expect(findingsFrom(() => withReadings(agreement, { length: 'ten' }))).toHaveLength(1);
  });

  it('are accepted where they are whole', () => {
    const model = minimalModel();
    model.clauses[0].computes[0].counts = rules;
    expect(() => defineModel(model, { calendars })).not.toThrow();
  });
});
