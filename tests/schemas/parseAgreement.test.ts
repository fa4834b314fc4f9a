import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgreementError, attempt } from 'oferta';
import { type AgreementDocument, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { parseAgreement } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { findingsFrom } from '../support/refusal.js';
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
    json.clauses['1.2'].text = 'changed';
    expect(data.clauses['1.2']).toEqual({ text: 'disclaimer' });
    expect(defineAgreement(data, { calendars: [kz] }).data.id).toBe('minimal');
  });

  it('keeps the address of its schema', () => {
    const json = { $schema: 'agreement.schema.json', ...minimalAgreement() };
    expect(parseAgreement(json)).toEqual(json);
  });

  it('takes the agreement of the example', () => {
    const json: unknown = JSON.parse(readFileSync(join(root, 'examples/autocall/agreement.json'), 'utf8'));
    expect(parseAgreement(json)).toEqual(json);
  });

  // What parseAgreement finds: the form alone.
  const rows: readonly { because: string; change: Break; path: string; code: string; expected?: string }[] = [
    { because: 'a key is missing', change: (a) => delete a.id, path: 'id', code: 'missing', expected: 'a text' },
    { because: 'a key nobody knows', change: (a) => (a.colour = 1), path: 'colour', code: 'unknown' },
    { because: 'another format', change: (a) => (a.format = 1), path: 'format', code: 'choice' },
    { because: 'no format', change: (a) => delete a.format, path: 'format', code: 'missing', expected: '2' },
    {
      because: 'a record that is a list',
      change: (a) => (a.clauses = []),
      path: 'clauses',
      code: 'type',
      expected: 'a clause by name',
    },
    {
      because: 'a list that is a record',
      change: (a) => (a.tables.refund.rows = {}),
      path: 'tables.refund.rows',
      code: 'type',
      expected: 'a list, each entry a record with then, by',
    },
    { because: 'null is no value', change: (a) => (a.rounding = null), path: 'rounding', code: 'type' },
    { because: 'a fact that is a number', change: (a) => (a.facts.paid = 7), path: 'facts.paid', code: 'type' },
    {
      because: 'an unknown nature of text',
      change: (a) => (a.clauses['1.2'].text = 'poetry'),
      path: 'clauses["1.2"].text',
      code: 'choice',
    },
    {
      because: 'a computation that is a word',
      change: (a) => (a.clauses['1.1'].window = 'fourteen days'),
      path: 'clauses["1.1"].window',
      code: 'type',
    },
    {
      because: 'a condition that is a number',
      change: (a) => (a.tables.refund.rows[0].if = 7),
      path: 'tables.refund.rows[0].if',
      code: 'type',
    },
    {
      because: 'a row without an outcome',
      change: (a) => delete a.tables.refund.rows[1].then,
      path: 'tables.refund.rows[1].then',
      code: 'missing',
    },
    {
      because: 'an outcome with a field misspelt',
      change: (a) => (a.tables.refund.rows[0].then = { csh: '=paid' }),
      path: 'tables.refund.rows[0].then.csh',
      code: 'unknown',
    },
    {
      because: 'a reading without options',
      change: (a) => delete a.readings.length.options,
      path: 'readings.length.options',
      code: 'missing',
    },
    {
      because: 'an event without words',
      change: (a) => delete a.events.toppedUp.says,
      path: 'events.toppedUp.says',
      code: 'missing',
    },
    {
      because: 'a field of a posting misspelt',
      change: (a) => (a.postings.topUp.creddit = '=event.amount'),
      path: 'postings.topUp.creddit',
      code: 'unknown',
    },
    {
      because: 'a status that is a number',
      change: (a) => (a.postings.topUp.status = 7),
      path: 'postings.topUp.status',
      code: 'type',
    },
    {
      because: 'an ending without what comes after',
      change: (a) => (a.ending = { statuses: ['over'] }),
      path: 'ending.after',
      code: 'missing',
    },
  ];

  it.each(rows)('finds $path: $because', ({ change, path, code, expected }) => {
    const findings = findingsOf(broken(change));
    expect(findings.map((finding) => [finding.path, finding.code])).toEqual([[path, code]]);
    if (expected !== undefined) expect(findings[0]?.expected).toBe(expected);
  });

  // What defineAgreement finds: names, types and values.
  const meanings: readonly { because: string; change: Break; path: string; code: string }[] = [
    {
      because: 'no such day',
      change: (a) => (a.effectiveOn = '2026-02-29'),
      path: 'effectiveOn',
      code: 'day-invalid',
    },
    { because: 'an unknown rounding', change: (a) => (a.rounding = 'halfUp'), path: 'rounding', code: 'choice' },
    { because: 'unknown rules', change: (a) => (a.counts.act = 'gut feeling'), path: 'counts.act', code: 'choice' },
    { because: 'a fact of no known shape', change: (a) => (a.facts.paid = 'cash'), path: 'facts.paid', code: 'type' },
    {
      because: 'an unknown kind',
      change: (a) => (a.clauses['1.1'].window = { guess: {}, counts: 'act' }),
      path: 'clauses["1.1"].window.guess',
      code: 'unknown',
    },
    {
      because: 'an argument the kind does not have',
      change: (a) => (a.clauses['1.1'].window.deadline.size = 1),
      path: 'clauses["1.1"].window.deadline.size',
      code: 'unknown',
    },
    {
      because: 'a limit in no known unit',
      change: (a) => (a.clauses['1.1'].window.deadline.limit = '14 moons'),
      path: 'clauses["1.1"].window.deadline.limit',
      code: 'type',
    },
    {
      because: 'a limit below zero',
      change: (a) => (a.clauses['1.1'].window.deadline.limit = '-1 calendar days'),
      path: 'clauses["1.1"].window.deadline.limit',
      code: 'type',
    },
    {
      because: 'a fact misspelt in a condition',
      change: (a) => (a.tables.refund.rows[0].if = 'asktOn <= [1.1/window]'),
      path: 'tables.refund.rows[0].if',
      code: 'unknown',
    },
    {
      because: 'a comparison that ends too soon',
      change: (a) => (a.tables.refund.rows[0].if = 'askedOn <='),
      path: 'tables.refund.rows[0].if',
      code: 'syntax',
    },
    {
      because: 'a change that leads nowhere',
      change: (a) => (a.readings.length.options.ten.changes = { '1.1/windw.limit': '10 calendar days' }),
      path: 'readings.length.options.ten.changes["1.1/windw.limit"]',
      code: 'unknown',
    },
    {
      because: 'an event nobody declared',
      change: (a) => (a.postings.topUp.on = 'toppedUpp'),
      path: 'postings.topUp.on',
      code: 'unknown',
    },
    {
      because: 'a field of an event misspelt',
      change: (a) => (a.postings.topUp.credit = '=event.amuont'),
      path: 'postings.topUp.credit',
      code: 'unknown',
    },
  ];

  it.each(meanings)('leaves $path to defineAgreement: $because', ({ change, path, code }) => {
    const json = broken(change);
    expect(findingsOf(json)).toEqual([]);
    const found = findingsFrom(() => defineAgreement(json as AgreementDocument, { calendars: [kz] })).map((finding) => [
      finding.path,
      finding.code,
    ]);
    expect(found[0]).toEqual([path, code]);
    // Of a fact whose shape is unknown nothing can be said where it is used.
    if (path !== 'facts.paid') expect(found).toHaveLength(1);
  });

  it('finds all faults at once, with the value found there', () => {
    const findings = findingsOf(
      broken((a) => {
        a.timeZone = 5;
        a.clauses['1.2'].text = 3;
        a.tables.refund.rows[0].if = false;
        a.postings.topUp.on = null;
      }),
    );
    expect(findings.map(({ path, value }) => `${path} ${value}`)).toEqual([
      'timeZone 5',
      'clauses["1.2"].text 3',
      'tables.refund.rows[0].if false',
      'postings.topUp.on null',
    ]);
  });

  it.each([undefined, null, 0, 'autocall', [], true])('refuses what is not a record: %s', (json) => {
    expect(findingsOf(json)).toMatchObject([{ path: '' }]);
  });

  it('refuses a document that has itself inside', () => {
    const json = minimalAgreement();
    json.clauses['1.1'].window.deadline.trigger = json;
    expect(findingsOf(json)).toMatchObject([{ code: 'nesting' }]);
  });

  it('refuses __proto__ as a key, and the names every object seems to have', () => {
    const json = minimalAgreement();
    json.facts = JSON.parse('{"__proto__":"day"}');
    expect(findingsOf(json)).toMatchObject([{ path: 'facts.__proto__', code: 'unknown' }]);
    json.facts = { constructor: 'day' };
    expect(findingsOf(json)).toMatchObject([{ path: 'facts.constructor', code: 'choice' }]);
    const shadowed = minimalAgreement();
    shadowed.tables.refund.rows[0].if = 'constructor = 1';
    expect(findingsFrom(() => defineAgreement(shadowed, { calendars: [kz] }))).toMatchObject([
      { code: 'unknown', value: '"constructor"' },
    ]);
  });

  it('ends with a hundred thousand rows that are none, and with more values than a document has', () => {
    const json = minimalAgreement();
    json.tables.refund.rows = new Array(100_000).fill({});
    expect(findingsOf(json).length).toBe(10_000);
    expect(findingsOf({ clauses: new Array(2_000_001).fill(0) })).toMatchObject([{ code: 'size' }]);
  });

  it('throws the one error there is', () => {
    expect(() => parseAgreement({})).toThrow(AgreementError);
    const document: AgreementDocument = parseAgreement(minimalAgreement());
    expect(document.format).toBe(2);
  });
});
