import { civilDay, dayNumber, dayText, instantNumber, instantText } from './day.js';
import { fractionOf, sumOf } from './fraction.js';
import { fieldAt, isRecord, type Json } from './json.js';

/**
 * A fact in the form used in results, by its declaration; an unreadable value is returned unchanged and equals nothing.
 */
export function canonicalFact(shape: Json, fact: Json): Json {
  try {
    return canonical(shape, fact);
  } catch (error) {
    if (error instanceof TypeError) return fact;
    throw error;
  }
}

function canonical(shape: Json, fact: Json): Json {
  switch (fieldAt(shape, 'type')) {
    case 'money': {
      const [amount, currency] = [fieldAt(fact, 'amount'), fieldAt(fact, 'currency')];
      if (typeof amount !== 'string' || typeof currency !== 'string') return fact;
      const { type: _type, ...sum } = sumOf(fractionOf({ type: 'money', amount, currency }).n, currency);
      return sum;
    }
    case 'day':
      if (typeof fact === 'string') return dayText(dayNumber(fact));
      return isRecord(fact)
        ? dayText(civilDay(Number(fact['year']), Number(fact['month']), Number(fact['day'])))
        : fact;
    case 'instant':
      return typeof fact === 'string' ? instantText(instantNumber(fact)) : fact;
    case 'decimal':
      return typeof fact === 'number' ? String(fact) : fact;
    case 'list':
      return Array.isArray(fact) ? fact.map((entry) => canonicalFact(fieldAt(shape, 'of'), entry)) : fact;
    case 'record':
      if (!isRecord(fact)) return fact;
      return Object.fromEntries(
        Object.entries(fact)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, canonicalFact(fieldAt(shape, 'fields', name), value)]),
      );
    default:
      return fact;
  }
}
