import { type EmptyEntries, type MeanTerms, meanOf } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const mean = (entries: MeanTerms['entries'], empty: EmptyEntries) => String(meanOf({ entries, empty }));

describe('meanOf', () => {
  it.each([
    { entries: ['0.99', '0.95'], empty: 'refused', right: '97/100', because: '1.94 over two' },
    { entries: ['0.99', null, '0.95'], empty: 'leftOut', right: '97/100', because: 'the empty one left out' },
    { entries: ['0.99', null, '0.95'], empty: { countAs: 1 }, right: '49/50', because: '2.94 over three' },
    { entries: ['0.99', null, '0.95'], empty: { countAs: 0 }, right: '97/150', because: '1.94 over three' },
    { entries: [1, 2, 2], empty: 'leftOut', right: '5/3', because: 'no digit is lost' },
    { entries: [null], empty: { countAs: '1/3' }, right: '1/3', because: 'only an empty one' },
  ] as const)('$right: $because', ({ entries, empty, right }) => {
    expect(mean(entries, empty)).toBe(right);
  });

  it('term: entries', () => {
    expect([mean([1, 2], 'refused'), mean([1, 3], 'refused')]).toEqual(['3/2', '2']);
  });

  it('term: empty', () => {
    const entries = [1, null];
    expect([mean(entries, 'leftOut'), mean(entries, { countAs: 0 })]).toEqual(['1', '1/2']);
    expect(refusal(() => mean(entries, 'refused'))).toBe('argument-invalid entries.1');
  });

  it.each([
    { terms: { entries: [], empty: 'leftOut' }, refused: 'term-not-in-force entries' },
    { terms: { entries: [null], empty: 'leftOut' }, refused: 'term-not-in-force entries' },
    { terms: { entries: 'abc', empty: 'leftOut' }, refused: 'argument-invalid entries' },
    { terms: { entries: [undefined], empty: 'leftOut' }, refused: 'argument-invalid entries.0' },
    { terms: { entries: [0.5], empty: 'leftOut' }, refused: 'argument-invalid entries.0' },
    { terms: { entries: [1], empty: null }, refused: 'argument-invalid empty' },
    { terms: { entries: [1], empty: 'asZero' }, refused: 'argument-invalid empty' },
    { terms: { entries: [1] }, refused: 'argument-invalid empty' },
    { terms: { entries: [1], empty: { countAs: null } }, refused: 'argument-invalid empty.countAs' },
  ])('refuses with $refused', ({ terms, refused }) => {
    expect(refusal(() => meanOf(terms as never))).toBe(refused);
  });
});
