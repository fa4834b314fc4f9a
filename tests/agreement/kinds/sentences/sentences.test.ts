import { describe, expect, it } from 'vitest';
import type { CountedUnit, Language } from '../../../../src/agreement/explain/language.js';
import { en } from '../../../../src/agreement/kinds/sentences/en.js';
import { kk } from '../../../../src/agreement/kinds/sentences/kk.js';
import { ru } from '../../../../src/agreement/kinds/sentences/ru.js';
import { sentenceIds } from '../../../../src/agreement/kinds/sentences/sentences.js';
import { letters } from '../../../support/languages.js';
import { placeholdersOf } from '../../../support/placeholdersOf.js';

const languages = { en, ru, kk };

describe.each(Object.entries(languages))('%s', (name, language: Language) => {
  it.each(sentenceIds)('%s is reported', (id) => {
    const text = language.sentences[id];
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    // Pure arithmetic needs no words; where English has some, every language has its own.
    if (/[a-z]{2}/i.test(en.sentences[id].replace(/\{#?\w+(?::\w+)?\}/g, '')))
      expect(text.replace(/\{#?\w+(?::\w+)?\}/g, '')).toMatch(letters[name as keyof typeof letters]);
  });

  it('puts in the operands that English puts in', () => {
    const other = sentenceIds.filter(
      (id) => placeholdersOf(language.sentences[id]).join() !== placeholdersOf(en.sentences[id]).join(),
    );
    expect(other).toEqual([]);
  });

  it('counts every unit', () => {
    for (const unit of Object.keys(en.units) as CountedUnit[])
      for (const count of [0, 1, 2, 5, 11, 21, 22, 25, 111, 112])
        expect(language.units[unit][language.plural(count)] ?? language.units[unit].many).toMatch(/\p{L}/u);
  });
});

describe('Russian plurals', () => {
  it.each([
    [1, 'день'],
    [2, 'дня'],
    [4, 'дня'],
    [5, 'дней'],
    [11, 'дней'],
    [12, 'дней'],
    [14, 'дней'],
    [21, 'день'],
    [22, 'дня'],
    [101, 'день'],
    [111, 'дней'],
    [112, 'дней'],
    [0, 'дней'],
  ])('%i %s', (count, word) => {
    expect(ru.units.calendarDays[ru.plural(count)]).toBe(word);
  });
});
