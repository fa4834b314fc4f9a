import { parseCatalogue } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { findingsFrom } from '../support/refusal.js';

const catalogue = () => ({ format: 2, agreement: 'minimal', language: 'ru', facts: { paid: 'сумма' } });

describe('parseCatalogue', () => {
  it('gives what it was given, in a copy of its own', () => {
    const json = catalogue();
    const read = parseCatalogue(json);
    json.facts.paid = 'иначе';
    expect(read).toEqual(catalogue());
  });

  it.each([
    { json: { ...catalogue(), format: 1 }, path: 'format', code: 'choice' },
    { json: { ...catalogue(), agreement: undefined }, path: 'agreement', code: 'missing' },
    { json: { ...catalogue(), fact: {} }, path: 'fact', code: 'unknown' },
    { json: { ...catalogue(), facts: { paid: 7 } }, path: 'facts.paid', code: 'type' },
    { json: [], path: '', code: 'type' },
    { json: null, path: '', code: 'type' },
  ])('finds $path', ({ json, path, code }) => {
    expect(findingsFrom(() => parseCatalogue(json))).toMatchObject([{ path, code }]);
  });
});
