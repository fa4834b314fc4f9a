import { copyOfJson } from './copyOfJson.js';
import { documentFindings, throwFindings } from './readDocument.js';
import { type ClauseResultJson, resultDocument } from './resultDocument.js';

/**
 * Reads the wire form of an answer, as `JSON.stringify(evaluate(…))` gives it: the shape of every part, all faults at once. That its figures
 * are right is not looked at.
 *
 * @param json Anything, as `JSON.parse` or {@link readJson} gives it.
 * @throws {@link AgreementError} `argument-invalid` with every fault as a finding: path, value and what was expected.
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
