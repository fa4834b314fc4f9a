import type { ParsedValue } from '../model/value.js';
import type { Kind } from './kind.js';

/** What an expression gives, with a step for each of its operators. */
export const formulaKind: Kind<{ readonly value: ParsedValue }, { value: ParsedValue }> = {
  kind: 'formula',
  // The expression has been typed when the agreement was compiled; its value needs no reading.
  takes: { type: 'record', fields: { value: { type: 'exact' } } },
  gives: { value: { type: 'exact' } },
  countsLimit: false,
  answer: ({ value }) => ({ value }),
  steps: (record) => ({ value: record.need('value') }),
};
