import { isResult } from './isResult.js';
import { valueText } from './valueText.js';

/**
 * A value in which every sum, Temporal value, calendar and answer is written out, at any depth, for what compares own fields alone: `node:assert`
 * finds any two days equal, since a day has no fields of its own.
 *
 * Lists, plain records, maps and sets are gone through; anything else stays what it is. What says the same is written the same, whichever copy of
 * the library or of Temporal it comes from.
 *
 * @example Two days, and what `node:assert` compares
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
  return written(value, new Map());
}

function written(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const says = valueText(value);
  if (says !== undefined) return { says };
  if (isResult(value)) return { result: JSON.parse(JSON.stringify(value)) as unknown };
  // A circle leads to what it was written as.
  const before = seen.get(value);
  if (before !== undefined) return before;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const entry of value) list.push(written(entry, seen));
    return list;
  }
  if (value instanceof Map)
    return new Map([...value].map(([name, entry]) => [written(name, seen), written(entry, seen)]));
  if (value instanceof Set) return new Set([...value].map((entry) => written(entry, seen)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const record: Record<string, unknown> = {};
  seen.set(value, record);
  for (const [name, entry] of Object.entries(value))
    Object.defineProperty(record, name, { value: written(entry, seen), enumerable: true });
  return record;
}
