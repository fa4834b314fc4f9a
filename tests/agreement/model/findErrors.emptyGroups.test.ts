import { withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { errorOf, findingsFrom } from '../../support/refusal.js';
import { answerOf, redo } from '../kinds/oneComputation.js';

type Minimal = ReturnType<typeof minimalModel>;
const asked = { fact: 'askedOn', isGiven: true };

/** Findings of an agreement after a change. */
function findingsOf(change: (agreement: Minimal) => void): readonly object[] {
  const data = minimalModel();
  change(data);
  return findingsFrom(() => defineModel(data, { calendars: [kz] }));
}

describe('a group of conditions without any', () => {
  const row = 'tables.0.rows.0.when';

  it.each([
    { when: { any: [] }, path: `${row}.any`, because: 'any of nothing' },
    { when: { all: [] }, path: `${row}.all`, because: 'all of nothing; what always holds is "otherwise"' },
    { when: { all: [asked, { any: [] }] }, path: `${row}.all.1.any`, because: 'within a group' },
    { when: { not: { any: [] } }, path: `${row}.not.any`, because: 'under a not' },
  ])('is refused: $because', ({ when, path }) => {
    const findings = findingsOf((data) => {
      data.tables[0].rows[0].when = when;
    });
    expect(findings).toMatchObject([{ path, code: 'type', value: 'a list of 0', expected: 'at least one condition' }]);
  });

  it('is refused in a posting, too', () => {
    const findings = findingsOf((data) => {
      data.postings[0].if = { any: [] };
    });
    expect(findings).toMatchObject([
      { path: 'postings.0.if.any', value: 'a list of 0', expected: 'at least one condition' },
    ]);
  });

  it('is refused where a reading makes it', () => {
    const data = minimalModel();
    data.tables[0].rows[0].when = { any: [asked] };
    data.readings[0].options.ten.patch = { 'table:refund#1': { when: { any: [] } } };
    const agreement = defineModel(data, { calendars: [kz] });
    expect(findingsFrom(() => withReadings(agreement, { length: 'ten' }))).toMatchObject([
      { path: 'readings.0.options.ten', value: `${row}.any is a list of 0`, expected: 'at least one condition' },
    ]);
  });

  it.each([{ when: { any: [asked] } }, { when: { all: [asked] } }])('one condition is enough: $when', ({ when }) => {
    const findings = findingsOf((data) => {
      data.tables[0].rows[0].when = when;
    });
    expect(findings).toEqual([]);
  });
});

describe('a list of conditions', () => {
  const facts = {
    conditions: {
      type: 'list',
      of: { type: 'record', fields: { name: { type: 'text' }, holds: { type: 'flag' } } },
    },
  } as const;
  const met = (kind: string, conditions: readonly object[]) => answerOf({ kind }, facts, { conditions });

  it.each(['allOf', 'anyOf'])('%s refuses a case without conditions', (kind) => {
    const done = errorOf(() => met(kind, []));
    expect(done.code).toBe('argument-invalid');
    expect(done.details).toMatchObject({
      field: 'conditions',
      value: 'a list of 0',
      expected: 'at least one condition',
    });
  });

  it.each([
    { kind: 'allOf', holds: [true], answer: true, because: 'the only one holds' },
    { kind: 'allOf', holds: [false], answer: false, because: 'the only one fails' },
    { kind: 'allOf', holds: [true, false], answer: false, because: 'one of two is not all' },
    { kind: 'anyOf', holds: [true], answer: true, because: 'the only one holds' },
    { kind: 'anyOf', holds: [false], answer: false, because: 'the only one fails' },
    { kind: 'anyOf', holds: [false, true], answer: true, because: 'one of two is enough' },
  ])('$kind of $holds is $answer: $because', ({ kind, holds, answer }) => {
    const result = met(
      kind,
      holds.map((flag, at) => ({ name: `condition ${at}`, holds: flag })),
    );
    expect(result.value['holds']).toBe(answer);
    redo(result);
  });
});
