import type { ParsedValue } from '../model/value.js';
import type { Kind } from './kind.js';

/** The value of an expression, with a step for each of its operators. */
export const formulaKind: Kind<{ readonly value: ParsedValue }, { value: ParsedValue }> = {
  kind: 'formula',
  // The type of the expression was checked when the agreement was compiled; its value need not be parsed.
  takes: { type: 'record', fields: { value: { type: 'exact' } } },
  gives: { value: { type: 'exact' } },
  countsLimit: false,
  answer: ({ value }) => ({ value }),
  steps: (record) => ({ value: record.need('value') }),
};
