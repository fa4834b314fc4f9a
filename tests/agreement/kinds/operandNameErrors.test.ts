import { attempt } from 'oferta';
import { type AgreementData, type ClauseResult, explain } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { parseResult } from 'oferta/schemas';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { findingsFrom } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

type Shape = AgreementData['facts'][string];
const listOf = (fields: Record<string, Shape>): Shape => ({ type: 'list', of: { type: 'record', fields } });

/** Kinds whose steps name their operands by names in a list, and a list of entries with these names. */
const kinds: Record<
  string,
  { list: string; by: string; terms: object; shape: Shape; entry: (name: string, at: number) => object }
> = {
  anyOf: {
    list: 'conditions',
    by: 'name',
    terms: {},
    shape: listOf({ name: { type: 'text' }, holds: { type: 'flag' } }),
    // The last one alone holds.
    entry: (name, at) => ({ name, holds: at === 1 }),
  },
  earliest: {
    list: 'days',
    by: 'what',
    terms: {},
    shape: listOf({ what: { type: 'text' }, on: { type: 'day' } }),
    entry: (what, at) => ({ what, on: `2026-03-0${2 - at}` }),
  },
  latest: {
    list: 'days',
    by: 'what',
    terms: {},
    shape: listOf({ what: { type: 'text' }, on: { type: 'day' } }),
    entry: (what, at) => ({ what, on: `2026-03-0${1 + at}` }),
  },
  selectSum: {
    list: 'sums',
    by: 'what',
    terms: { rule: 'least' },
    shape: listOf({ what: { type: 'text' }, amount: { type: 'money' } }),
    entry: (what, at) => ({ what, amount: { amount: `${2 - at}.00`, currency: 'KZT' } }),
  },
};

const refusedNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

describe.each(Object.entries(kinds))('%s: names of operands', (kind, { list, by, terms, shape, entry }) => {
  const asked = (names: readonly string[]): ClauseResult =>
    answerOf({ kind, terms: terms as never }, { [list]: shape }, { [list]: names.map(entry) });
  const refusalWith = (names: readonly string[]): unknown => {
    const done = attempt(() => asked(names));
    return done.ok ? 'answered' : { code: done.error.code, findings: done.error.findings };
  };

  it('a name used twice is refused', () => {
    expect(refusalWith(['a', 'a'])).toEqual({
      code: 'fact-invalid',
      findings: [{ path: `1/asked.${list}.1.${by}`, code: 'duplicate', value: '"a"', expected: 'a unique name' }],
    });
  });

  it.each(refusedNames)('%s, which every object has, is refused', (name) => {
    expect(refusalWith(['a', name])).toMatchObject({
      code: 'fact-invalid',
      findings: [{ path: `1/asked.${list}.1.${by}`, code: 'choice', value: `"${name}"` }],
    });
  });

  // Keys that are numbers come first in any object, whatever their order was.
  it.each([
    [['2', '1']],
    [['b', '0']],
    [['', ' ']],
    [['days', 'what']],
    [['out', 'holds']],
    [['length', 'prototype']],
    [['a.b', 'a#b']],
  ])('%j: each has its operand, and the answer can be done again', (names) => {
    const result = asked(names);
    redo(result);
    const [step] = result.steps;
    expect(Object.keys(step?.in ?? {}).toSorted()).toEqual(names.toSorted());
    expect(parseResult(JSON.parse(JSON.stringify(result))).steps[0]?.in).toEqual(step?.in);
  });

  it('is refused where the agreement itself gives the names', () => {
    const findings = (names: readonly string[]): unknown => {
      const data = minimalModel();
      data.clauses[0].computes.push({ id: 'asked', kind, terms: { ...terms, [list]: names.map(entry) } });
      return findingsFrom(() => defineModel(data, { calendars: [kz] }));
    };
    const path = `clauses.0.computes.1.terms.${list}.1.${by}`;
    expect(findings(['a', 'b'])).toEqual([]);
    expect(findings(['a', 'a'])).toMatchObject([{ path, code: 'duplicate', clause: '1.1' }]);
    for (const name of refusedNames)
      expect(findings(['a', name])).toMatchObject([{ path, code: 'choice', clause: '1.1' }]);
  });
});

describe('days that are not known', () => {
  const shape = {
    type: 'list',
    of: { type: 'record', fields: { what: { type: 'text' }, on: { type: 'day' } }, optional: ['on'] },
  } as const;

  const latest = (what: string): ClauseResult =>
    answerOf(
      { kind: 'latest', terms: { needsAll: true } },
      { days: shape },
      { days: [{ what, on: '2026-03-01' }, { what: 'other' }] },
    );

  it('a day cannot have a name that the step itself uses', () => {
    expect(findingsFrom(() => latest('complete'))).toMatchObject([
      { path: '1/asked.days.0.what', code: 'choice', value: '"complete"' },
    ]);
  });

  it.each(['completed', '0'])('of which one is named %j', (what) => {
    const result = latest(what);
    expect(result.value).toEqual({ complete: false });
    expect(result.steps[0]?.in[what]).toEqual({ type: 'day', value: '2026-03-01', fact: 'days.0.on' });
    redo(result);
  });

  it('a day named "days" is one of the days told', () => {
    const days = [
      { what: 'days', on: '2026-03-01' },
      { what: 'other', on: '2026-03-02' },
    ];
    const [told] = explain(answerOf({ kind: 'latest' }, { days: shape }, { days }), 'en');
    expect(told?.text.replaceAll('\u00a0', ' ')).toBe('the latest of 1 March 2026, 2 March 2026: 2 March 2026');
  });
});

describe('conditions that fail', () => {
  const shape = listOf({ name: { type: 'text' }, holds: { type: 'flag' } });

  it.each([
    { names: ['2', '1'], because: 'keys that are numbers come in another order' },
    { names: ['b', '1', 'a', '0'], because: 'and before all others' },
  ])('are named in the order of the conditions: $because', ({ names }) => {
    const conditions = names.map((name) => ({ name, holds: false }));
    const result = answerOf({ kind: 'allOf' }, { conditions: shape }, { conditions });
    expect(result.value).toEqual({ holds: false, failed: names });
    redo(result);
    const forged = { ...JSON.parse(JSON.stringify(result)), value: { holds: false, failed: names.toReversed() } };
    expect(verify(result.agreementData(), { conditions }, forged).ok).toBe(false);
  });
});
