import { describe, expect, it } from 'vitest';
import { alignedRows } from '../../../src/agreement/editions/alignedRows.js';

describe('alignedRows', () => {
  it.each([
    { because: 'equal lists', before: ['a', 'b'], after: ['a', 'b'], rows: ['0:0', '1:1'] },
    { because: 'one put in', before: ['a', 'b'], after: ['a', 'x', 'b'], rows: ['0:0', '-:1', '1:2'] },
    { because: 'one taken out', before: ['a', 'x', 'b'], after: ['a', 'b'], rows: ['0:0', '1:-', '2:1'] },
    {
      because: 'one changed between equal ones',
      before: ['a', 'x', 'b'],
      after: ['a', 'y', 'b'],
      rows: ['0:0', '1:1', '2:2'],
    },
    {
      because: 'one that moved is taken out and put in: order decides',
      before: ['a', 'b', 'c'],
      after: ['c', 'a', 'b'],
      rows: ['-:0', '0:1', '1:2', '2:-'],
    },
    {
      because: 'named ones find their name',
      before: [{ row: 'late', is: 1 }, { is: 2 }],
      after: [{ is: 3 }, { row: 'late', is: 4 }],
      rows: ['1:0', '0:1'],
    },
    { because: 'nothing before', before: [], after: ['a'], rows: ['-:0'] },
    { because: 'nothing after', before: ['a'], after: [], rows: ['0:-'] },
  ])('$because', ({ before, after, rows }) => {
    expect(alignedRows(before, after).map((row) => `${row.before ?? '-'}:${row.after ?? '-'}`)).toEqual(rows);
  });
});
