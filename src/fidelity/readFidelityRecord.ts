import { refuse } from '../errors/agreementError.js';
import type { FidelityCode, FidelityRecord } from './fidelityRecord.js';

const codes: readonly FidelityCode[] = [
  'clause-not-found',
  'clause-unknown',
  'clause-unrecorded',
  'text-changed',
  'figure-changed',
  'figure-unused',
  'term-not-in-text',
  'words-differ',
];

/**
 * Validates the JSON of a fidelity record.
 *
 * @throws {@link AgreementError} `argument-invalid` for an invalid record, and for an accepted difference without a
 * reason.
 * @internal
 */
export function readFidelityRecord(json: unknown): FidelityRecord {
  if (!isRecord(json)) refuse('argument-invalid', '', json, 'a record of the text of an agreement');
  const { format, agreement, edition, language, clauses, accepted } = json;
  if (format !== 1) refuse('argument-invalid', 'format', format, '1');
  for (const [field, value] of Object.entries({ agreement, edition }))
    if (typeof value !== 'string') refuse('argument-invalid', field, value, 'a text');
  if (language !== 'en' && language !== 'ru' && language !== 'kk')
    refuse('argument-invalid', 'language', language, 'en, ru or kk');
  if (!isRecord(clauses)) refuse('argument-invalid', 'clauses', clauses, 'clauses by their numbers');
  for (const [clause, entry] of Object.entries(clauses)) {
    const place = `clauses[${JSON.stringify(clause)}]`;
    if (!isRecord(entry)) refuse('argument-invalid', place, entry, '{ sha256, figures }');
    const { sha256, figures } = entry;
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
      refuse('argument-invalid', `${place}.sha256`, sha256, '64 hexadecimal digits');
    if (!Array.isArray(figures) || !figures.every((figure) => typeof figure === 'string'))
      refuse('argument-invalid', `${place}.figures`, figures, 'a list of figures');
  }
  if (!Array.isArray(accepted)) refuse('argument-invalid', 'accepted', accepted, 'a list of accepted differences');
  for (const [at, entry] of accepted.entries()) {
    const place = `accepted.${at}`;
    if (!isRecord(entry)) refuse('argument-invalid', place, entry, '{ clause, code, figure, because }');
    const { clause, code, figure, because } = entry;
    if (typeof clause !== 'string') refuse('argument-invalid', `${place}.clause`, clause, 'the number of a clause');
    if (!codes.includes(code as FidelityCode)) refuse('argument-invalid', `${place}.code`, code, codes.join(', '));
    if (figure !== undefined && typeof figure !== 'string')
      refuse('argument-invalid', `${place}.figure`, figure, 'a figure as the finding names it');
    if (typeof because !== 'string' || because.trim() === '')
      refuse('argument-invalid', `${place}.because`, because, 'the reason why it is accepted');
  }
  return json as unknown as FidelityRecord;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
