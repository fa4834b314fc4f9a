import { Temporal } from 'temporal-polyfill';
import type { Agreement, ValueShape } from '../library.js';
import { entriesTyped, leavesOf, type Typed } from '../model/shapes.js';
import type { WordId } from '../words/words.js';
import { readDay } from './readDay.js';
import { readSum } from './readSum.js';

/** What is wrong with the input at a place, as a text of the catalogue with its values. */
export interface Problem {
  readonly place: string;
  readonly fact: string;
  readonly word: WordId;
  readonly put?: Readonly<Record<string, string>>;
  /** Days that may have been meant. */
  readonly days?: readonly string[];
}

/** Facts that could be read, and those that could not. */
export interface FactsRead {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** Reads the facts of a case from the input; an empty field means the fact was left out. */
export function readFacts(agreement: Agreement, names: readonly string[], typed: Typed): FactsRead {
  const facts: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const name of names) {
    const shape = agreement.data.facts[name];
    if (shape === undefined) continue;
    const value = readValue({ agreement, fact: name, typed, problems }, name, shape);
    if (value !== undefined) facts[name] = value;
  }
  return { facts, problems };
}

/** Reads what an event carries, in the same way. */
export function readShape(
  agreement: Agreement,
  name: string,
  shape: ValueShape,
  typed: Typed,
): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  return { value: readValue({ agreement, fact: name, typed, problems }, name, shape), problems };
}

interface Reading {
  readonly agreement: Agreement;
  readonly fact: string;
  readonly typed: Typed;
  readonly problems: Problem[];
}

function readValue(reading: Reading, place: string, shape: ValueShape): unknown {
  if (shape.type === 'list') {
    const entries = Array.from({ length: entriesTyped(reading.typed, place) }, (_, at) =>
      readValue(reading, `${place}.${at}`, shape.of),
    ).filter((entry) => entry !== undefined);
    return entries.length === 0 ? undefined : entries;
  }
  if (shape.type === 'record') {
    const given = leavesOf(place, shape).some(([leaf]) => textAt(reading.typed, leaf) !== '');
    if (!given) return undefined;
    const record: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(shape.fields)) {
      const part = `${place}.${name}`;
      if (field.type !== 'record' && textAt(reading.typed, part) === '') {
        if (!(shape.optional ?? []).includes(name))
          reading.problems.push({ place: part, fact: reading.fact, word: 'fieldNeeded' });
        continue;
      }
      const value = readValue(reading, part, field);
      if (value !== undefined) record[name] = value;
    }
    return record;
  }
  const text = textAt(reading.typed, place);
  return text === '' ? undefined : readLeaf(reading, place, shape, text);
}

function textAt(typed: Typed, place: string): string {
  return (Object.hasOwn(typed, place) ? typed[place] : '')?.trim() ?? '';
}

function readLeaf(reading: Reading, place: string, shape: ValueShape, text: string): unknown {
  const { agreement, fact, problems } = reading;
  const wrong = (word: WordId, more: Partial<Problem> = {}): undefined => {
    problems.push({ place, fact, word, ...more });
    return undefined;
  };
  switch (shape.type) {
    case 'day': {
      const read = readDay(text);
      if (read.is === 'day') return read.day;
      return read.is === 'ambiguous' ? wrong('dayAmbiguous', { days: read.days }) : wrong(read.is);
    }
    case 'money': {
      const read = readSum(text, agreement.data.currencies);
      if (read.is === 'sum') return read.sum;
      if (read.is === 'otherCurrency')
        return wrong('otherCurrency', {
          put: { currency: read.currency, currencies: agreement.data.currencies.join(', ') },
        });
      return wrong(read.is);
    }
    case 'count':
      return /^-?\d{1,12}$/.test(text.replace(/[\s\u00a0]/gu, ''))
        ? Number(text.replace(/[\s\u00a0]/gu, ''))
        : wrong('notACount');
    case 'flag':
      return text === 'yes' ? true : text === 'no' ? false : wrong('notAFlag');
    case 'text':
      return shape.oneOf === undefined || shape.oneOf.includes(text) ? text : wrong('notOneOf');
    case 'rate':
    case 'decimal': {
      const percent = /^(-?[\d.,]+)\s*%$/.exec(text);
      const plain = (percent?.[1] ?? text).replace(',', '.');
      if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return wrong('notANumber');
      return percent === null ? plain : hundredth(plain);
    }
    case 'limit': {
      const [, count = '', unit = ''] = /^(\d{1,6})\s+([A-Za-z]+)$/.exec(text) ?? [];
      return limitUnits.some((known) => known === unit) ? { count: Number(count), unit } : wrong('notALimit');
    }
    case 'instant': {
      const instant = readInstant(text, agreement.data.timeZone);
      return instant ?? wrong('notAnInstant');
    }
    default:
      return wrong('notANumber');
  }
}

/** Units of a limit. */
export const limitUnits = ['hours', 'calendarDays', 'workingDays', 'bankingDays', 'weeks', 'months', 'years'] as const;

/** A percentage as a fraction: the point moves two places, nothing is computed. */
function hundredth(plain: string): string {
  const negative = plain.startsWith('-');
  const [whole = '0', decimals = ''] = plain.replace('-', '').split('.');
  const padded = whole.padStart(3, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -2)}.${padded.slice(-2)}${decimals}`;
}

/** A moment with its offset, or a day and a time on the clock of the agreement. */
function readInstant(text: string, timeZone: string): string | undefined {
  const exact = attemptInstant(text);
  if (exact !== undefined) return exact;
  const parts = /^(.+?)[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (parts === null) return undefined;
  const day = readDay(parts[1] ?? '');
  if (day.is !== 'day') return undefined;
  const time = `${(parts[2] ?? '').padStart(2, '0')}:${parts[3]}:${parts[4] ?? '00'}`;
  try {
    return Temporal.PlainDateTime.from(`${day.day}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return undefined;
  }
}

function attemptInstant(text: string): string | undefined {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return undefined;
  }
}
