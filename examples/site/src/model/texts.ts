import { type ExplainLanguage, type LanguageExtent, loadLanguage } from '../library.js';

/** Loads the texts of the package in a language; a page loads this file only if it shows answers. */
export async function loadTexts(language: ExplainLanguage, extent: LanguageExtent): Promise<void> {
  await loadLanguage(language, extent);
}
