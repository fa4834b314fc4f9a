import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { AgreementDocument } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../src/fidelity/checkFidelity.js';
import type { FidelityFinding, FidelityRecord } from '../../src/fidelity/fidelityRecord.js';
import { readFidelityRecord } from '../../src/fidelity/readFidelityRecord.js';
import { termFigures } from '../../src/fidelity/termFigures.js';
import { type Loose, smallDocument } from '../agreement/language/smallAgreement.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const document = smallDocument((d) => {
  Object.assign(d['text'] as object, { languages: ['en'], governing: 'en' });
  Object.assign(d['clauses'] as object, {
    '1.3': { says: 'Fee', fee: { formula: '=round(paid * 5 %)' } },
  });
  Object.assign(d, { readings: {} });
});

const text = `Offer of a small firm
1. Terms
1.1. The customer may ask within 14 (fourteen) calendar days.
1.2. Nothing else is due; see clause 1.1.
1.3. A fee of 5% (five percent) is kept.`;

const ask = (given: string, record?: FidelityRecord, other: AgreementDocument = document): readonly FidelityFinding[] =>
  checkFidelity({ document: other, text: given, sha256, ...(record && { record }) }).findings;

const { record } = checkFidelity({ document, text, sha256 });
const codes = (findings: readonly FidelityFinding[]): readonly string[] =>
  findings.map(({ clause, code, figure, was, is }) =>
    [clause, code, figure, was, is].filter((part) => part !== undefined).join(' | '),
  );

describe('checkFidelity', () => {
  it('an agreement that says what its text says has nothing to be found, recorded or not', () => {
    expect(codes(ask(text))).toEqual([]);
    expect(codes(ask(text, record))).toEqual([]);
  });

  it('records digests and figures, and no word of the text', () => {
    expect(record.clauses['1.1']?.figures).toEqual(['14 calendar days']);
    expect(record.clauses['1.2']?.figures).toEqual(['1.1 reference']);
    expect(JSON.stringify(record)).not.toMatch(/customer|fee|Offer/i);
  });

  it.each([
    {
      because: 'digits changed',
      from: '14 (fourteen)',
      to: '15 (fifteen)',
      found: [
        '1.1 | term-not-in-text | 14 calendar days',
        '1.1 | figure-unused | 15 calendar days',
        '1.1 | text-changed',
        '1.1 | figure-changed | 15 calendar days | 14 calendar days | 15 calendar days',
      ],
    },
    {
      because: 'the unit changed',
      from: 'calendar days',
      to: 'banking days',
      found: [
        '1.1 | term-not-in-text | 14 calendar days',
        '1.1 | figure-unused | 14 banking days',
        '1.1 | text-changed',
        '1.1 | figure-changed | 14 banking days | 14 calendar days | 14 banking days',
      ],
    },
    {
      because: 'the words alone changed',
      from: 'five percent',
      to: 'six percent',
      found: ['1.3 | words-differ | 5 % | 6', '1.3 | text-changed'],
    },
    { because: 'no figure changed', from: 'may ask', to: 'can ask', found: ['1.1 | text-changed'] },
    {
      because: 'a reference changed',
      from: 'clause 1.1',
      to: 'clause 1.3',
      found: ['1.2 | text-changed', '1.2 | figure-changed | 1.3 reference | 1.1 reference | 1.3 reference'],
    },
    {
      because: 'a clause is gone',
      from: '1.2. Nothing else is due; see clause 1.1.',
      to: '',
      found: ['1.2 | clause-not-found'],
    },
    {
      because: 'a clause is new',
      from: '1.3. A fee',
      to: '1.4. Late fees are 7 %.\n1.3. A fee',
      found: ['1.4 | clause-unknown', '1.4 | clause-unrecorded'],
    },
    {
      because: 'a kind of quotation mark and a break changed nothing',
      from: 'Nothing else is due',
      to: 'Nothing   else\nis due',
      found: [],
    },
  ])('$because', ({ from, to, found }) => {
    expect(text).toContain(from);
    const told = codes(ask(text.replace(from, to), record));
    if (found.length === 0) expect(told).toEqual([]);
    for (const one of found) expect(told).toContain(one);
  });

  it('a term that the text does not have, and a figure that no term is', () => {
    const other = smallDocument((d) => {
      Object.assign(d['clauses']?.['1.1']?.['window']?.['deadline'] as Loose, { limit: '10 calendar days' });
      Object.assign(d['clauses'] as object, { '1.3': { says: 'Fee', fee: { formula: '=round(paid * 5 %)' } } });
      Object.assign(d, { readings: {} });
    });
    expect(codes(ask(text, record, other))).toEqual([
      '1.1 | term-not-in-text | 10 calendar days',
      '1.1 | figure-unused | 14 calendar days',
    ]);
  });

  it('an accepted difference is left out; one that is not there is found itself', () => {
    const wrong = text.replace('five percent', 'six percent');
    const accepted = [{ clause: '1.3', code: 'words-differ' as const, figure: '5 %', because: 'a slip of the text' }];
    const now = checkFidelity({ document, text: wrong, sha256 }).record;
    expect(codes(ask(wrong, { ...now, accepted }))).toEqual([]);
    expect(codes(ask(text, { ...record, accepted }))).toEqual(['1.3 | acceptance-idle | 5 %']);
  });

  it('with the digests switched off every changed figure is found, with the clause, the old and the new', () => {
    fc.assert(
      fc.property(fc.constantFrom('14 (fourteen)', '5%'), fc.integer({ min: 2, max: 99_999 }), (figure, value) => {
        const [old = ''] = figure.split(/\D/);
        fc.pre(String(value) !== old);
        const changed = text.replace(figure, figure.replace(old, String(value)));
        const { findings } = checkFidelity({ document, text: changed, record, sha256, digests: false });
        const found = findings.find(({ code }) => code === 'figure-changed');
        const unit = figure === '5%' ? '%' : 'calendar days';
        expect(found).toMatchObject({ was: `${old} ${unit}`, is: `${value} ${unit}` });
        expect(findings.some(({ code }) => code === 'text-changed')).toBe(false);
      }),
      { seed: 17 },
    );
  });
});

describe('termFigures', () => {
  it('reads literals of computations and rows, and no names, days or references', () => {
    const figures = termFigures(
      smallDocument((d) => {
        Object.assign(d['clauses'] as object, {
          '1.3': {
            says: '77 things',
            fee: { formula: "=if paid > 2500.00 KZT and plan = 'extra9' then [1.1/window] else 2026-03-31 + 3 months" },
          },
        });
      }),
    );
    expect(figures.get('1.3')).toEqual([
      { value: '2500', unit: 'KZT' },
      { value: '3', unit: 'months' },
    ]);
    expect(figures.get('1.1')).toContainEqual({ value: '14', unit: 'calendar days' });
  });
});

describe('readFidelityRecord', () => {
  it('takes what was written', () => {
    expect(readFidelityRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it.each([
    { because: 'no record', json: null, field: '' },
    { because: 'another format', json: { ...record, format: 2 }, field: 'format' },
    { because: 'no agreement', json: { ...record, agreement: 1 }, field: 'agreement' },
    { because: 'an unknown language', json: { ...record, language: 'de' }, field: 'language' },
    { because: 'clauses as a list', json: { ...record, clauses: [] }, field: 'clauses' },
    {
      because: 'no digest',
      json: { ...record, clauses: { '1': { sha256: 'x', figures: [] } } },
      field: 'clauses["1"].sha256',
    },
    {
      because: 'figures that are none',
      json: { ...record, clauses: { '1': { sha256: 'a'.repeat(64), figures: [1] } } },
      field: 'clauses["1"].figures',
    },
    {
      because: 'no reason',
      json: { ...record, accepted: [{ clause: '1', code: 'words-differ', because: ' ' }] },
      field: 'accepted.0.because',
    },
    {
      because: 'an unknown code',
      json: { ...record, accepted: [{ clause: '1', code: 'all', because: 'x' }] },
      field: 'accepted.0.code',
    },
  ])('refuses $because', ({ json, field }) => {
    expect(() => readFidelityRecord(json)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field }) }),
    );
  });
});
