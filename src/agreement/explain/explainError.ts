import { errorTexts } from '#texts/errorTexts';
import { AgreementError, type Finding, refuse } from '../../errors/agreementError.js';
import type { ErrorCode } from '../texts/errorMeanings.js';
import type { ExplainLanguage } from './explain.js';

/** A problem, in words. */
export interface ErrorSentence {
  /** The field, or the path in the document. */
  readonly path: string;
  readonly text: string;
}

/**
 * Explains an error in words: one sentence for each finding, or for the error itself if it has none. Field and value
 * are inserted; they are the same in every language.
 *
 * @throws {@link AgreementError} `argument-invalid` if the value is not an `AgreementError`, or for an unknown
 * language.
 * @example
 * ```ts
 * const refused = attempt(() => money('12.345', 'KZT'));
 * const error = refused.ok ? undefined : refused.error;
 * explainError(error as AgreementError, 'en').map(({ text }) => text)
 * // => ['amount is "12.345": not an exact amount']
 * explainError(error as AgreementError, 'ru').map(({ text }) => text)
 * // => ['amount — "12.345": сумма не точна']
 * ```
 */
export function explainError(error: AgreementError, language: ExplainLanguage): readonly ErrorSentence[] {
  if (!(error instanceof AgreementError)) refuse('argument-invalid', 'error', error, 'an AgreementError');
  const texts =
    typeof language === 'string' && Object.hasOwn(errorTexts, language)
      ? errorTexts[language]
      : refuse('argument-invalid', 'language', language, `one of ${Object.keys(errorTexts).join(', ')}`);
  const { field, value } = error.details;
  const { expected } = error.details;
  const errors: readonly Finding[] =
    error.findings.length > 0 ? error.findings : [{ path: field, code: error.code, value, expected }];
  return Object.freeze(
    errors.map(({ path, code, value, expectedIn = {} }) => {
      const asked = Object.hasOwn(expectedIn, language) ? expectedIn[language] : undefined;
      const meaning =
        asked !== undefined
          ? texts.needed.replace('{expected}', () => asked)
          : Object.hasOwn(texts.meanings, code)
            ? texts.meanings[code as ErrorCode]
            : texts.meanings[error.code];
      const place = path === '' ? texts.wholeFile : path;
      const found = value === 'undefined' ? texts.missing : texts.is;
      return { path, text: `${found.replace('{place}', () => place).replace('{value}', () => value)}: ${meaning}` };
    }),
  );
}
