import { dayNumber, dayText, instantNumber } from './day.js';
import { fractionOf, inFormOf, sumOf } from './fraction.js';
import { fieldAt, type Json, listOf } from './json.js';
import type { StepValue } from './result.js';

/**
 * JSON as a value of the same type as another value; undefined if it is not one. `unit` is the unit of a count, `entry`
 * the shape of the entries of a list.
 */
export function wireLike(like: StepValue, json: Json, unit?: Json, entry?: Json): StepValue | undefined {
  try {
    return like.type === 'list' ? listLike(like, json, entry) : wired(like, json, unit);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function listLike({ items }: StepValue & { type: 'list' }, json: Json, entry: Json): StepValue | undefined {
  const entries = listOf(json).map((value, at) => {
    const like = items[at];
    return like?.type === fieldAt(entry, 'type') && like && wired(like, value, fieldAt(entry, 'unit'));
  });
  return entries.every((value) => typeof value === 'object') ? { type: 'list', items: entries } : undefined;
}

function wired(like: StepValue, json: Json, unit: Json): StepValue | undefined {
  switch (like.type) {
    case 'money': {
      const [amount, currency] = [fieldAt(json, 'amount'), fieldAt(json, 'currency')];
      if (typeof amount !== 'string' || typeof currency !== 'string') return undefined;
      return sumOf(fractionOf({ type: 'money', amount, currency }).n, currency);
    }
    case 'exact': {
      const { type: _type, ...fraction } = json as Extract<StepValue, { type: 'exact' }>;
      return inFormOf(like, fractionOf({ type: 'exact', ...fraction }));
    }
    case 'rate':
    case 'decimal': {
      if (typeof json !== 'string' && !Number.isSafeInteger(json)) return undefined;
      const value = { type: like.type, value: String(json) } as const;
      fractionOf(value);
      return value;
    }
    case 'count':
      if (typeof json !== 'number' || !Number.isSafeInteger(json)) return undefined;
      return { type: 'count', value: json, ...(typeof unit === 'string' && { unit }) };
    case 'flag':
      return typeof json === 'boolean' ? { type: 'flag', value: json } : undefined;
    case 'day':
      return typeof json === 'string' ? { type: 'day', value: dayText(dayNumber(json)) } : undefined;
    case 'instant':
      if (typeof json !== 'string') return undefined;
      instantNumber(json);
      return { type: 'instant', value: json };
    case 'text':
      return typeof json === 'string' ? { type: 'text', value: json } : undefined;
    case 'limit': {
      const [count, of] = [fieldAt(json, 'count'), fieldAt(json, 'unit')];
      return Number.isSafeInteger(count) && typeof of === 'string'
        ? { type: 'limit', count: count as number, unit: of }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A value as it appears in facts, terms and answers: without its type. */
export function plainOf(value: StepValue): Json {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.type === 'money' || value.type === 'exact' || value.type === 'limit') {
    const { type: _type, ...plain } = value;
    return plain;
  }
  return value.type === 'list' ? value.items.map(plainOf) : fieldAt(value, 'value');
}
