import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/agreement/kinds/index.js';
import { codeWords, fieldWords } from '../../../src/agreement/statement/fieldWords.js';
import { languages } from '../../support/languages.js';

const fields = [...new Set([...kinds.values()].flatMap(({ gives }) => Object.keys(gives)))].sort();

describe('fields of answers', () => {
  it.each(fields)('%s is described in words in every language', (field) => {
    const words = languages.map((language) => fieldWords(field, language));
    expect(words.every((text) => text !== undefined && /\p{L}{1,}/u.test(text))).toBe(true);
    expect(words[0]).not.toMatch(/[a-z][A-Z]/);
    // No language has the words of another.
    expect(new Set(words).size).toBe(3);
  });

  it('a state or a reason that a kind declares is described in words', () => {
    const declared = [...kinds.values()].flatMap(({ gives }) =>
      Object.values(gives).flatMap((shape) => (shape.type === 'text' ? (shape.oneOf ?? []) : [])),
    );
    expect(declared.length).toBeGreaterThan(5);
    expect(declared.filter((code) => languages.some((language) => codeWords(code, language) === undefined))).toEqual(
      [],
    );
  });

  it('what is not a field has no words', () => {
    expect(fieldWords('constructor', 'en')).toBeUndefined();
    expect(codeWords('constructor', 'en')).toBeUndefined();
  });
});
