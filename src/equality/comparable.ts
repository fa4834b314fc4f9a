import { refuse } from '../errors/agreementError.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { isResult } from './isResult.js';
import { valueText } from './valueText.js';

/**
 * A value in which every amount, Temporal value, calendar and answer is written out, at any depth, for what compares own fields alone: `node:assert`
 * finds any two days equal, since a day has no fields of its own.
 *
 * Processes lists, plain records, maps and sets down to 500 levels, and leaves anything else unchanged. Equal values are written identically,
 * whichever copy of the library or of Temporal they come from.
 *
 * @throws {@link AgreementError} `argument-invalid` for a list that has, or claims to have, more than ten million entries.
 * @example Two days, and what a comparison of own fields sees
 * ```ts
 * import { dateRange, money } from 'oferta';
 * import { comparable } from 'oferta/equality';
 *
 * const { firstDay, lastDay } = dateRange('2026-03-01', '2026-03-02');
 * comparable({ day: firstDay }) // => { day: { says: 'Temporal.PlainDate 2026-03-01' } }
 * JSON.stringify(comparable(firstDay)) === JSON.stringify(comparable(lastDay)) // => false
 * comparable([money('1.00', 'KZT')]) // => [{ says: 'Money {"amount":"1.00","currency":"KZT"}' }]
 * ```
 */
export function comparable(value: unknown): unknown {
  requirePlainHost();
  return written(value, new Map());
}

/** Deeper than this nothing is written out. */
const deepest = 500;

/** A list may claim any length, and the engine ends the process when a copy exceeds what it holds. */
const longest = 10_000_000;

function written(value: unknown, seen: Map<object, unknown>, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  const inner = (entry: unknown): unknown => written(entry, seen, depth + 1);
  const says = valueText(value);
  if (says !== undefined) return { says };
  if (isResult(value)) return { result: JSON.parse(JSON.stringify(value)) as unknown };
  // A circle leads to what it was written as.
  const before = seen.get(value);
  if (before !== undefined) return before;
  if (Array.isArray(value)) {
    if (value.length > longest) refuse('argument-invalid', 'value', value, 'lists of at most 10,000,000 entries');
    const list: unknown[] = [];
    seen.set(value, list);
    for (const entry of value) list.push(inner(entry));
    return list;
  }
  if (value instanceof Map) return new Map([...value].map(([name, entry]) => [inner(name), inner(entry)]));
  if (value instanceof Set) return new Set([...value].map(inner));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const record: Record<string, unknown> = {};
  seen.set(value, record);
  for (const [name, entry] of Object.entries(value))
    Object.defineProperty(record, name, { value: inner(entry), enumerable: true });
  return record;
}
