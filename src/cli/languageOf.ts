import type { ExplainLanguage } from '../agreement/explain/explain.js';

const languages: readonly ExplainLanguage[] = ['en', 'ru', 'kk'];

/** The language asked for; English where none is, and what is wrong with the word goes to `faults`. */
export function languageOf(word: string | undefined, faults: string[]): ExplainLanguage {
  const known = languages.find((language) => language === (word ?? 'en'));
  if (known === undefined) faults.push(`--lang is ${JSON.stringify(word)}, expected ${languages.join(', ')}`);
  return known ?? 'en';
}
