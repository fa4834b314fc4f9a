import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/agreement/kinds/index.js';
import { sentenceIds } from '../../src/agreement/kinds/sentences/sentences.js';
import { answerShapes, stepShapes } from '../../src/verify/stepShapes.js';

// The table is written independently of the kinds; here the two are compared.

describe('the table of steps', () => {
  it('has every kind, and no other', () => {
    expect(Object.keys(answerShapes).sort()).toEqual([...kinds.keys()].sort());
  });

  it.each([...kinds.values()].map(({ kind, gives }) => [kind, gives] as const))(
    '%s: every field of its answer',
    (kind, gives) => {
      const fields = (answerShapes[kind] ?? '')
        .split(' ')
        .flatMap((token) => token.split(':')[0]?.replace('?', '') || []);
      expect(fields.sort()).toEqual(Object.keys(gives).sort());
    },
  );

  it('has every role that has a sentence, but for the sum of several sources, which needs none', () => {
    expect(['sum', ...Object.keys(stepShapes)].sort()).toEqual([...sentenceIds].sort());
  });

  it('names no role that it does not have', () => {
    const named = [...Object.values(stepShapes), ...Object.values(answerShapes)].flatMap((shape) => [
      ...shape.matchAll(/<([\w.-]+)/g),
    ]);
    expect(named.map(([, role]) => role).filter((role) => !Object.hasOwn(stepShapes, role as string))).toEqual([]);
  });
});
