import { type AgreementData, touchingReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { autocall } from '../autocall.js';

/** 2/b rests on 1/a and the table on 2/b; under `byThird` 1/a rests on 3/c, too. */
const data = {
  clauses: [
    { ref: '1', computes: [{ id: 'a', kind: 'choice', from: {} }] },
    { ref: '2', computes: [{ id: 'b', kind: 'choice', from: { value: { result: '1/a', field: 'holds' } } }] },
    { ref: '3', computes: [{ id: 'c', kind: 'choice', from: {} }] },
  ],
  tables: [{ question: 'refund', rows: [{ n: 1, when: { operand: { result: '2/b', field: 'holds' } } }] }],
  readings: [
    { id: 'term', options: { asWritten: { patch: {} }, other: { patch: { '1/a': { terms: { value: 'x' } } } } } },
    { id: 'row', options: { there: { patch: {} }, gone: { patch: { 'table:refund#1': null } } } },
    {
      id: 'source',
      options: { byThird: { patch: { '1/a': { from: { value: { result: '3/c', field: 'holds' } } } } } },
    },
    { id: 'third', options: { other: { patch: { '3/c': { terms: { value: 'y' } } } } } },
    { id: 'idle', options: { only: { patch: {} } } },
  ],
} as unknown as AgreementData;

describe('touchingReadings', () => {
  it.each([
    { start: '3/c', ids: ['third'], because: 'nothing else changes it, and it rests on nothing' },
    { start: '1/a', ids: ['term', 'source', 'third'], because: 'two change it, and under one of them it rests on 3/c' },
    { start: '2/b', ids: ['term', 'source', 'third'], because: 'what changes 1/a changes what rests on it' },
    { start: 'table:refund', ids: ['term', 'row', 'source', 'third'], because: 'a row of its own beside' },
    { start: 'table:other', ids: [], because: 'no such table' },
    { start: '9/z', ids: [], because: 'no such computation' },
    { start: 'toString', ids: [], because: 'a key of every object' },
  ])('$start: $ids, because $because', ({ start, ids }) => {
    expect(touchingReadings(data, start).map(({ id }) => id)).toEqual(ids);
  });

  it('tells the readings of a penalty from those of its due day', () => {
    const of = (start: string) => touchingReadings(autocall.data, start).map(({ id }) => id);
    expect(of('6.10/penalty')).toContain('6.10-cap-base');
    expect(of('5.7/paymentDue')).not.toContain('6.10-cap-base');
  });
});
