import { fieldTexts } from '#texts/fieldTexts';
import type { ExplainLanguage } from '../explain/explain.js';

/** What a field of an answer says, in words; undefined for a field no kind gives. @internal */
export function fieldWords(field: string, language: ExplainLanguage): string | undefined {
  const { fields } = fieldTexts[language];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** A reason or a state that a primitive answers with, in words; undefined for what is none. @internal */
export function codeWords(code: string, language: ExplainLanguage): string | undefined {
  const { codes } = fieldTexts[language];
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
}
