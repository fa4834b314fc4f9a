import { inClauseOrder } from './clauseOrder.js';

/** The maximum line length, in characters. */
const widest = 150;

/**
 * The text of an agreement, or of a catalogue of its words, as formatted by `oferta format`: a value that fits into a
 * line is written on one line, everything else with one line for each part.
 */
export function formatDocument(document: unknown): string {
  return `${written(document, '', 0, true)}\n`;
}

/** A value as text; `taken` is the used length of its first line. */
function written(value: unknown, indent: string, taken: number, breaks = false): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (!breaks) {
    const line = inline(value);
    if (taken + line.length <= widest) return line;
  }
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const entries = value.map((entry) => `${deeper}${written(entry, deeper, deeper.length + 1)}`);
    return `[\n${entries.join(',\n')}\n${indent}]`;
  }
  const fields = inClauseOrder(Object.entries(value)).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return '{}';
  const lines = fields.map(([name, field]) => {
    const key = `${deeper}${JSON.stringify(name)}: `;
    return `${key}${written(field, deeper, key.length + 1)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const fields = inClauseOrder(Object.entries(value)).filter(([, field]) => field !== undefined);
  if (fields.length === 0) return '{}';
  return `{ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${inline(field)}`).join(', ')} }`;
}
