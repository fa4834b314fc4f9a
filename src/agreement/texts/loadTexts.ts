import type { ExplainLanguage } from '../explain/explain.js';
import type { LanguageExtent } from './loadLanguage.js';

/** Every text was imported with the code that uses it, so there is nothing to load. @internal */
export async function loadTexts(_language: ExplainLanguage, _extent: LanguageExtent): Promise<void> {}
