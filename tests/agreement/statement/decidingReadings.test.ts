import { describe, expect, it } from 'vitest';
import { decidingReadings } from '../../../src/agreement/statement/decidingReadings.js';

const set = (a: string, b: string) => ({ a, b });

describe('decidingReadings', () => {
  it.each([
    {
      groups: [
        [set('1', '1'), set('1', '2')],
        [set('2', '1'), set('2', '2')],
      ],
      expected: [[{ a: '1' }], [{ a: '2' }]],
      because: 'a alone tells the answers apart',
    },
    {
      groups: [[set('1', '1')], [set('1', '2')], [set('2', '1')], [set('2', '2')]],
      expected: [[set('1', '1')], [set('1', '2')], [set('2', '1')], [set('2', '2')]],
      because: 'every combination has an answer of its own',
    },
    {
      groups: [[set('1', '1'), set('1', '2'), set('2', '1')], [set('2', '2')]],
      expected: [[set('1', '1'), set('1', '2'), set('2', '1')], [set('2', '2')]],
      because: 'each changes the answer where the other has its second option',
    },
    {
      groups: [[set('1', '1'), set('1', '2'), set('2', '1'), set('2', '2')]],
      expected: [[{}]],
      because: 'there is one answer, whatever is read',
    },
    { groups: [[{}]], expected: [[{}]], because: 'there are no readings' },
    { groups: [], expected: [], because: 'there is no answer' },
  ])('$because', ({ groups, expected }) => {
    expect(decidingReadings(groups)).toEqual(expected);
  });
});
