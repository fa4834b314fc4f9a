import { describe, expect, it } from 'vitest';
import { answerOf, redo } from './oneComputation.js';

describe('digits: so many of them and nothing else', () => {
  it.each([
    { value: '123', of: 'digits', holds: true, because: 'three digits' },
    { value: '12', of: 'digits', holds: false, because: 'one too few' },
    { value: '1234', of: 'digits', holds: false, because: 'one too many' },
    { value: '12A', of: 'digits', holds: false, because: 'a letter is no digit' },
    { value: '12A', of: 'lettersAndDigits', holds: true, because: 'letters may stand among them' },
    { value: '12Ж', of: 'lettersAndDigits', holds: true, because: 'of any alphabet' },
    { value: '12-', of: 'lettersAndDigits', holds: false, because: 'a hyphen is neither' },
    { value: '12AB', of: 'lettersAndDigits', holds: false, because: 'one too many' },
  ])('$value of $of: $holds, $because', ({ value, of, holds }) => {
    const result = answerOf({ kind: 'digits', terms: { digits: 3, of } }, { value: { type: 'text' } }, { value });
    expect(result.value).toEqual({ holds });
    redo(result);
  });

  it('means digits where nothing is said', () => {
    const computation = { kind: 'digits', terms: { digits: 3 } };
    expect(answerOf(computation, { value: { type: 'text' } }, { value: '12A' }).value).toEqual({ holds: false });
  });
});
