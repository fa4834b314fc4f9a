import { copyOfJson } from './copyOfJson.js';
import { documentFindings, throwFindings } from './readDocument.js';
import { type ClauseResultJson, resultDocument } from './resultDocument.js';

/**
 * Validates the JSON of an answer of `evaluate`: the form of every part, reporting all problems at once. It does not
 * check the figures.
 *
 * @param json Any value, as returned by `JSON.parse` or {@link readJson}.
 * @throws {@link AgreementError} `argument-invalid` with every problem as a finding: path, value and what was expected.
 * @example
 * ```ts
 * parseResult({ format: 1, computation: '6.10/penalty' }) // throws 'argument-invalid'
 * ```
 */
export function parseResult(json: unknown): ClauseResultJson {
  throwFindings(
    documentFindings(resultDocument(), json).map(({ finding }) => finding),
    'argument-invalid',
  );
  return copyOfJson(json) as ClauseResultJson;
}
