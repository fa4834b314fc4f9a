import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgreementError, attempt } from 'oferta';
import { type AgreementData, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { parseAgreement } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { root } from '../support/sources.js';
import { minimalAgreement } from './minimalAgreement.js';

type Break = (agreement: ReturnType<typeof minimalAgreement>) => void;

function findingsOf(json: unknown): readonly { path: string; code: string; value: string; expected: string }[] {
  const read = attempt(() => parseAgreement(json));
  if (read.ok) return [];
  expect(read.error.code).toBe('agreement-invalid');
  expect(read.error.details.field).toBe(read.error.findings[0]?.path);
  return read.error.findings;
}

function broken(change: Break): unknown {
  const agreement = minimalAgreement();
  change(agreement);
  return agreement;
}

describe('parseAgreement', () => {
  it('gives what it was given, in a copy of its own', () => {
    const json = minimalAgreement();
    const data = parseAgreement(json);
    expect(data).toEqual(minimalAgreement());
    json.clauses[0].ref = 'changed';
    expect(data.clauses[0]?.ref).toBe('1.1');
    expect(defineAgreement(data, { calendars: [kz] }).data.id).toBe('minimal');
  });

  it('takes the address of its schema and leaves it out', () => {
    expect(parseAgreement({ $schema: 'agreement.schema.json', ...minimalAgreement() })).toEqual(minimalAgreement());
  });

  it('takes the agreement of the example', () => {
    const json: unknown = JSON.parse(readFileSync(join(root, 'examples/autocall/agreement.json'), 'utf8'));
    expect(parseAgreement(json)).toEqual(json);
  });

  const rows: readonly { because: string; change: Break; path: string; code: string; expected?: string }[] = [
    { because: 'a key is missing', change: (a) => delete a.id, path: 'id', code: 'missing', expected: 'a text' },
    { because: 'a key nobody knows', change: (a) => (a.colour = 1), path: 'colour', code: 'unknown' },
    { because: 'another format', change: (a) => (a.format = 2), path: 'format', code: 'choice', expected: '1' },
    { because: 'no such day', change: (a) => (a.effectiveOn = '2026-02-29'), path: 'effectiveOn', code: 'day-invalid' },
    {
      because: 'a list that is none',
      change: (a) => (a.clauses = {}),
      path: 'clauses',
      code: 'type',
      expected: 'a list',
    },
    { because: 'a record that is a list', change: (a) => (a.facts = []), path: 'facts', code: 'type' },
    { because: 'null is no value', change: (a) => (a.rounding = null), path: 'rounding', code: 'choice' },
    { because: 'an unknown rounding', change: (a) => (a.rounding = 'halfUp'), path: 'rounding', code: 'choice' },
    {
      because: 'unknown rules',
      change: (a) => (a.countingRules.acts = 'gut feeling'),
      path: 'countingRules.acts',
      code: 'type',
    },
    {
      because: 'rules half written',
      change: (a) => (a.countingRules.acts = { roll: 'none' }),
      path: 'countingRules.acts.countTriggerDay',
      code: 'missing',
    },
    {
      because: 'a fact of no known shape',
      change: (a) => (a.facts.paid.type = 'cash'),
      path: 'facts.paid.type',
      code: 'choice',
    },
    { because: 'a fact without a shape', change: (a) => (a.facts.paid = {}), path: 'facts.paid.type', code: 'missing' },
    {
      because: 'a list of nothing',
      change: (a) => (a.facts.paid = { type: 'list' }),
      path: 'facts.paid.of',
      code: 'missing',
    },
    {
      because: 'a label that is no record',
      change: (a) => (a.facts.paid.label = 'sum'),
      path: 'facts.paid.label',
      code: 'type',
    },
    {
      because: 'a number for a clause number',
      change: (a) => (a.clauses[1].ref = 1.2),
      path: 'clauses.1.ref',
      code: 'type',
    },
    {
      because: 'an unknown nature of text',
      change: (a) => (a.clauses[1].text = 'poetry'),
      path: 'clauses.1.text',
      code: 'choice',
    },
    {
      because: 'an unknown kind',
      change: (a) => (a.clauses[0].computes[0].kind = 'guess'),
      path: 'clauses.0.computes.0.kind',
      code: 'choice',
    },
    {
      because: 'a term the kind does not have',
      change: (a) => (a.clauses[0].computes[0].terms.size = 1),
      path: 'clauses.0.computes.0.terms.size',
      code: 'unknown',
      expected: 'one of trigger, limit, times',
    },
    {
      because: 'a limit in no known unit',
      change: (a) => (a.clauses[0].computes[0].terms.limit.unit = 'moons'),
      path: 'clauses.0.computes.0.terms.limit.unit',
      code: 'choice',
    },
    {
      because: 'a limit below zero',
      change: (a) => (a.clauses[0].computes[0].terms.limit.count = -1),
      path: 'clauses.0.computes.0.terms.limit',
      code: 'limit-invalid',
    },
    {
      because: 'a key of a source misspelt',
      change: (a) => (a.clauses[0].computes[0].from.trigger = { fct: 'x' }),
      path: 'clauses.0.computes.0.from.trigger',
      code: 'type',
      expected: '{ fact }, { result, field }, { sum } or { literal }',
    },
    {
      because: 'half a source',
      change: (a) => (a.clauses[0].computes[0].from.trigger = { result: '1.1/x' }),
      path: 'clauses.0.computes.0.from.trigger.field',
      code: 'missing',
    },
    {
      because: 'a source inside a sum',
      change: (a) => (a.clauses[0].computes[0].from.trigger = { sum: [{ fact: 1 }] }),
      path: 'clauses.0.computes.0.from.trigger.sum.0.fact',
      code: 'type',
    },
    {
      because: 'a comparison misspelt',
      change: (a) => (a.tables[0].rows[0].when = { fact: 'paid', moreThen: 1 }),
      path: 'tables.0.rows.0.when.moreThen',
      code: 'unknown',
    },
    {
      because: 'half a threshold',
      change: (a) => (a.tables[0].rows[0].when.onOrBefore = { result: '1.1/window' }),
      path: 'tables.0.rows.0.when.onOrBefore.field',
      code: 'missing',
    },
    {
      because: 'a condition that is a word',
      change: (a) => (a.tables[0].rows[1].when = 'else'),
      path: 'tables.0.rows.1.when',
      code: 'type',
    },
    {
      because: 'a condition deep inside',
      change: (a) => (a.tables[0].rows[0].when = { all: [{ not: { any: [{ fact: 7 }] } }] }),
      path: 'tables.0.rows.0.when.all.0.not.any.0.fact',
      code: 'type',
    },
    {
      because: 'an unknown outcome',
      change: (a) => (a.tables[0].rows[0].outcome.is = 'maybe'),
      path: 'tables.0.rows.0.outcome.is',
      code: 'choice',
    },
    {
      because: 'an amount that is a number',
      change: (a) => (a.tables[0].rows[0].outcome.cash = 5),
      path: 'tables.0.rows.0.outcome.cash',
      code: 'type',
    },
    {
      because: 'half an outcome',
      change: (a) => delete a.tables[0].rows[0].outcome.toBalance,
      path: 'tables.0.rows.0.outcome.toBalance',
      code: 'missing',
    },
    {
      because: 'what happens on refusal',
      change: (a) =>
        (a.tables[0].rows[0].outcome = {
          is: 'discretion',
          of: 'provider',
          ceiling: { fact: 'paid' },
          ifRefused: { is: 'x' },
        }),
      path: 'tables.0.rows.0.outcome.ifRefused.is',
      code: 'choice',
    },
    {
      because: 'a reading without positions',
      change: (a) => delete a.readings[0].options,
      path: 'readings.0.options',
      code: 'missing',
    },
    {
      because: 'a position without a patch',
      change: (a) => (a.readings[0].options.ten = {}),
      path: 'readings.0.options.ten.patch',
      code: 'missing',
    },
    {
      because: 'an event without a payload',
      change: (a) => (a.events.toppedUp = {}),
      path: 'events.toppedUp.payload',
      code: 'missing',
    },
    {
      because: 'a side that is none',
      change: (a) => (a.postings[0].post.side = 'left'),
      path: 'postings.0.post.side',
      code: 'choice',
    },
    {
      because: 'a binding that is none',
      change: (a) => (a.postings[0].post.amount = 5),
      path: 'postings.0.post.amount',
      code: 'type',
    },
    {
      because: 'half a binding',
      change: (a) => (a.postings[0].post.amount = { counter: 'n' }),
      path: 'postings.0.post.amount.plus',
      code: 'missing',
    },
    {
      because: 'half a change',
      change: (a) => (a.postings[0].sets = [{ set: 'x' }]),
      path: 'postings.0.sets.0.to',
      code: 'missing',
    },
  ];

  it.each(rows)('finds $path: $because', ({ change, path, code, expected }) => {
    const findings = findingsOf(broken(change));
    expect(findings.map((finding) => [finding.path, finding.code])).toContainEqual([path, code]);
    if (expected !== undefined) expect(findings.find((finding) => finding.path === path)?.expected).toBe(expected);
  });

  it('finds one fault where there is one', () => {
    const more = rows.filter(({ change }) => findingsOf(broken(change)).length !== 1).map(({ because }) => because);
    expect(more).toEqual(['rules half written']);
  });

  it('finds all faults at once, with the value that stands there', () => {
    const findings = findingsOf(
      broken((a) => {
        a.rounding = 'up';
        a.clauses[0].computes[0].kind = 'guess';
        a.clauses[1].text = 3;
        a.tables[0].rows[0].when.fact = false;
        a.postings[0].id = null;
      }),
    );
    expect(findings.map(({ path, value }) => `${path} ${value}`)).toEqual([
      'rounding "up"',
      'clauses.0.computes.0.kind "guess"',
      'clauses.1.text 3',
      'tables.0.rows.0.when.fact false',
      'postings.0.id null',
    ]);
  });

  it.each([undefined, null, 0, 'autocall', [], true])('refuses what is no record: %s', (json) => {
    expect(findingsOf(json)).toMatchObject([{ path: '', expected: 'an agreement' }]);
  });

  it('refuses a document that has itself inside', () => {
    const json = minimalAgreement();
    json.readings[0].options.ten.patch.again = json;
    expect(findingsOf(json)).toMatchObject([{ code: 'nesting' }]);
  });

  it('refuses __proto__ as a key, and takes the names every object seems to have', () => {
    const json = minimalAgreement();
    json.facts = JSON.parse('{"__proto__":{"type":"day"}}');
    expect(findingsOf(json)).toMatchObject([{ path: 'facts.__proto__', code: 'unknown' }]);
    json.facts = { constructor: { type: 'day' }, toString: { type: 'money' } };
    expect(findingsOf(json)).toEqual([]);
    const sources = minimalAgreement();
    sources.clauses[0].computes[0].terms.constructor = 1;
    expect(findingsOf(sources)).toMatchObject([{ path: 'clauses.0.computes.0.terms.constructor', code: 'unknown' }]);
  });

  it('ends with a hundred thousand clauses that are none, and with more values than a document has', () => {
    const json = { ...minimalAgreement(), clauses: new Array(100_000).fill({}) };
    expect(findingsOf(json).length).toBe(100_000);
    expect(findingsOf({ clauses: new Array(2_000_001).fill(0) })).toMatchObject([{ code: 'size' }]);
  });

  it('throws the one error there is', () => {
    expect(() => parseAgreement({})).toThrow(AgreementError);
    const data: AgreementData = parseAgreement(minimalAgreement());
    expect(data.format).toBe(1);
  });
});
