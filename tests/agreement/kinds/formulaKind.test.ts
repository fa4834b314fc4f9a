/** Formulas of an agreement in format 2: exact, typed, and rounded where they say so. */
import { readFileSync } from 'node:fs';
import { type Agreement, type AgreementDocument, defineAgreement, evaluate } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { errorOf } from '../../support/refusal.js';
import { put } from '../language/smallAgreement.js';

const file = new URL('../../../examples/autocall/agreement.json', import.meta.url);

type Loose = { [name: string]: Loose };

function define(change: (document: Loose) => void): Agreement {
  const document = JSON.parse(readFileSync(file, 'utf8')) as AgreementDocument;
  change(document as unknown as Loose);
  return defineAgreement(document, { calendars: [kz] });
}

describe('formula', () => {
  it('computes formulas exactly, rounded where they say so', () => {
    const agreement = define((d) => {
      put(d, ['clauses', '3.3', 'share'], { formula: '=round(paid / 3, floor)' });
      put(d, ['clauses', '3.3', 'rest'], { formula: '=max(paid - unpaidFines, 0)' });
      put(d, ['clauses', '3.3', 'late'], { formula: '=requestedOn - purchasedOn' });
      put(d, ['clauses', '3.3', 'kind'], { formula: '=if usedUnits > 0 then 0.00 KZT else paid' });
    });
    const facts = {
      paid: kzt('100.00'),
      unpaidFines: kzt('30.05'),
      requestedOn: '2026-03-02',
      purchasedOn: '2026-02-27',
      usedUnits: 0,
    };
    const value = (name: string) => String(evaluate(agreement, `3.3/${name}`, facts).value['value']);
    // A third of 100.00 is 33.33 and a third of a tiyn more, cut off.
    expect(value('share')).toBe('33.33 KZT');
    expect(value('rest')).toBe('69.95 KZT');
    // 28 February, 1 and 2 March.
    expect(value('late')).toBe('3');
    expect(value('kind')).toBe('100.00 KZT');
    const beyond = { ...facts, unpaidFines: kzt('100.01') };
    expect(String(evaluate(agreement, '3.3/rest', beyond).value['value'])).toBe('0.00 KZT');
    expect(evaluate(agreement, '3.3/rest', facts).steps.map(({ op }) => op)).toEqual(['difference', 'greatest']);
  });

  it.each([
    ['an unrounded amount', '=paid * 0.1 %', 'rounding'],
    ['a sum and a count', '=paid + usedUnits', 'one unit'],
    ['a sum by a day', '=paid / requestedOn', 'an amount by a number'],
    ['a formula of itself', '=[3.3/own]', ''],
  ])('refuses %s', (_, formula, expected) => {
    const defined = errorOf(() => define((d) => put(d, ['clauses', '3.3', 'own'], { formula })));
    expect(defined.code).toBe('agreement-invalid');
    expect(defined.findings.map((finding) => finding.expected).join('; ')).toContain(expected);
  });
});
