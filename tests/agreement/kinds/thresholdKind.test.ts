import { describe, expect, it } from 'vitest';
import { answerOf, redo } from './oneComputation.js';

describe('threshold: a count against a number of the agreement', () => {
  it.each([
    { relation: 'atLeast', count: 1, holds: false, because: 'below' },
    { relation: 'atLeast', count: 2, holds: true, because: 'at it' },
    { relation: 'atLeast', count: 3, holds: true, because: 'above' },
    { relation: 'moreThan', count: 1, holds: false, because: 'below' },
    { relation: 'moreThan', count: 2, holds: false, because: 'at it is not more' },
    { relation: 'moreThan', count: 3, holds: true, because: 'above' },
  ])('$count $relation 2 is $holds: $because', ({ relation, count, holds }) => {
    const computation = { kind: 'threshold', terms: { relation, threshold: 2 } };
    const result = answerOf(computation, { count: { type: 'count' } }, { count });
    expect(result.value).toEqual({ holds });
    redo(result);
  });
});
