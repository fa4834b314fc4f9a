import { inspect } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { printAsJson } from '../../src/printing/printAs.js';

class Answer {
  toJSON(): unknown {
    const day = Temporal.PlainDate.from('2026-03-02');
    return { text: 'a', count: 1, isSo: true, nothing: null, left: undefined, days: [day, null], in: { day } };
  }
}

it('what is no record is printed as it is, days inside records and lists by their text', () => {
  printAsJson([Answer]);
  expect(inspect(new Answer(), { breakLength: Number.POSITIVE_INFINITY })).toBe(
    "Answer { text: 'a', count: 1, isSo: true, nothing: null, left: undefined, days: [ '2026-03-02', null ], in: { day: '2026-03-02' } }",
  );
});
