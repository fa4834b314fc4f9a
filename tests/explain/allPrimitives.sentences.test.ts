import { allPrimitives, english, stepsOf } from 'oferta/explain';
import { describe, expect, test } from 'vitest';
import { languages, letters } from '../support/languages.js';
import { placeholdersOf } from '../support/placeholdersOf.js';
import { primitiveCases } from './primitiveCases.js';

const families = [...new Set(allPrimitives.flatMap(({ sentences }) => (sentences === undefined ? [] : [sentences])))];

const bare = (text: string): string => text.replace(/\{#?\w+(?::\w+)?\}/g, '');

const told = new Set(
  primitiveCases.flatMap(({ primitive, terms }) =>
    stepsOf(primitive, terms, allPrimitives).steps.map(({ role }) => role),
  ),
);

test('there are families with sentences of their own', () => {
  expect(families.length).toBeGreaterThan(8);
});

describe.each(families)('the sentences of a family', (sentences) => {
  test('are the same in every language, with the same operands', () => {
    for (const language of languages) {
      expect(Object.keys(sentences[language]).sort()).toEqual(Object.keys(sentences.en).sort());
      for (const [role, text] of Object.entries(sentences[language]))
        expect([role, ...placeholdersOf(text)]).toEqual([role, ...placeholdersOf(sentences.en[role] ?? '')]);
    }
  });

  test('have words of their own in every language', () => {
    for (const language of languages)
      for (const [role, text] of Object.entries(sentences[language])) {
        expect(text.trim()).toBe(text);
        if (/[a-z]{2}/i.test(bare(sentences.en[role] ?? ''))) expect(bare(text), role).toMatch(letters[language]);
      }
  });

  test('are none of the sentences of kinds', () => {
    expect(Object.keys(sentences.en).filter((role) => Object.hasOwn(english.texts.sentences, role))).toEqual([]);
  });

  test('each occur in a case', () => {
    expect(Object.keys(sentences.en).filter((role) => !told.has(role))).toEqual([]);
  });
});
