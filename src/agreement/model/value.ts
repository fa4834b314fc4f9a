import { AgreementError, type AgreementErrorCode, type Finding, printValue } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { isKnownCurrency } from '../../money/currency.js';
import { parseDecimal } from '../../money/decimalNumber.js';
import { isMoney, type Money, type MoneyJson, money } from '../../money/money.js';
import { readEpochDay } from '../../time/dayInput.js';
import { isoOfEpochDay, noDay } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import { requireDayLimit, requireHours, type TimeLimit } from '../../time/timeLimit.js';
import type { Fraction } from '../steps/exact.js';

/**
 * What kind of value a fact, a term or a result field is. Shapes are data: agreements declare their facts with them, kinds their arguments,
 * and forms, the command line, errors and the JSON Schema are made from them.
 */
export type ValueShape =
  | { readonly type: 'money' | 'day' | 'instant' | 'rate' | 'decimal' | 'flag' | 'limit' }
  /** What a formula gives before it is rounded, a sum or a number; nothing else gives or takes it. */
  | { readonly type: 'exact' | 'fraction' }
  | { readonly type: 'count'; readonly unit?: string }
  | { readonly type: 'text'; readonly oneOf?: readonly string[] }
  | { readonly type: 'list'; readonly of: ValueShape }
  | RecordShape;

/** A record of named values; every field is needed unless listed as optional. */
export interface RecordShape {
  readonly type: 'record';
  readonly fields: Readonly<Record<string, ValueShape>>;
  readonly optional?: readonly string[];
}

/** A value on the wire, with its type beside it, so that a reader needs no declaration. */
export type Value =
  | { readonly type: 'money'; readonly amount: string; readonly currency: string }
  | { readonly type: 'exact'; readonly n: string; readonly d: string; readonly currency?: string }
  | { readonly type: 'rate' | 'decimal' | 'day' | 'instant' | 'text'; readonly value: string }
  | { readonly type: 'count'; readonly value: number; readonly unit?: string }
  | { readonly type: 'limit'; readonly count: number; readonly unit: string }
  | { readonly type: 'flag'; readonly value: boolean }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, Value>> };

/** A fraction in lowest terms or not: of minor units where a currency stands beside it. What a formula gives before it is rounded. */
export type ExactValue = Fraction;

/** A value as the evaluator holds it: `Money` for sums, ISO text for days and instants, plain JSON for the rest. */
export type Held =
  | Money
  | ExactValue
  | string
  | number
  | boolean
  | TimeLimit
  | readonly Held[]
  | { readonly [field: string]: Held };

/** Collects what is wrong with a document instead of stopping at the first fault. */
export class Faults {
  readonly findings: Finding[] = [];

  add(path: string, code: string, value: unknown, expected: string, clause?: string): undefined {
    this.findings.push({ path, code, value: printValue(value), expected, ...(clause !== undefined && { clause }) });
    return undefined;
  }

  /** Throws one error with all findings, if there are any. */
  throwAs(code: AgreementErrorCode): void {
    const [first] = this.findings;
    if (first === undefined) return;
    throw new AgreementError(code, { field: first.path, value: first.value, expected: first.expected }, this.findings);
  }
}

/** A value as plain JSON, sums written out. What is plain JSON already is given back as it is. */
export function jsonOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return value.toJSON();
  if (isExact(value)) return exactJson(value);
  if (isPlain(value)) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  return jsonRecord(value as Readonly<Record<string, unknown>>);
}

/** Whether a value is a fraction that a formula gives. */
export function isExact(value: unknown): value is ExactValue {
  return typeof value === 'object' && value !== null && typeof (value as ExactValue).n === 'bigint';
}

function exactJson({ n, d, currency }: ExactValue): object {
  return { n: String(n), d: String(d), ...(currency !== undefined && { currency }) };
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object') return value !== undefined;
  return value === null || (!isMoney(value) && !isExact(value) && Object.values(value).every(isPlain));
}

/** A record as plain JSON; what is undefined is left out. */
export function jsonRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const json: Record<string, unknown> = {};
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (value !== undefined) json[name] = jsonOf(value);
  }
  return json;
}

/** Reads JSON (or values of the library) by its shape; what is wrong goes to `faults`, and undefined comes back. */
export function readValue(shape: ValueShape, json: unknown, path: string, faults: Faults): Held | undefined {
  switch (shape.type) {
    case 'money':
      return readMoney(json, path, faults);
    case 'day':
      return readDay(json, path, faults);
    case 'instant':
      return readInstant(json, path, faults);
    case 'rate':
    case 'decimal':
      return readDecimal(shape.type, json, path, faults);
    case 'count':
      return typeof json === 'number' && Number.isSafeInteger(json)
        ? json + 0
        : faults.add(path, 'type', json, 'a whole number');
    case 'flag':
      return typeof json === 'boolean' ? json : faults.add(path, 'type', json, 'true or false');
    case 'text':
      return readText(shape.oneOf, json, path, faults);
    case 'limit':
      return readLimit(json, path, faults);
    case 'list':
      return readList(shape.of, json, path, faults);
    case 'record':
      return readRecord(shape, json, path, faults);
    // A literal beside what a formula gives.
    case 'fraction':
      return readDecimal('decimal', json, path, faults);
    case 'exact':
      return readMoney(json, path, faults);
  }
}

function readDay(json: unknown, path: string, faults: Faults): string | undefined {
  const day = readEpochDay(json as string);
  // Ten characters that are a day are written in the one way there is.
  if (day !== noDay) return typeof json === 'string' && json.length === 10 ? json : isoOfEpochDay(day);
  // Files have texts alone; what else a program may give is told by the functions that take it.
  return faults.add(path, 'day-invalid', json, 'a day as "2026-03-02"');
}

function readInstant(json: unknown, path: string, faults: Faults): string | undefined {
  return attempted(json, path, faults, 'an instant with Z or an offset', () =>
    instantOf(json as string, path).toString(),
  );
}

function readDecimal(type: 'rate' | 'decimal', json: unknown, path: string, faults: Faults): string | undefined {
  return attempted(json, path, faults, 'a decimal string such as "0.001"', () => {
    if (type === 'decimal' && typeof json === 'number' && Number.isSafeInteger(json)) return String(json);
    parseDecimal(json as string, 'rate-invalid', path, '');
    return json as string;
  });
}

function readList(of: ValueShape, json: unknown, path: string, faults: Faults): Held | undefined {
  if (!isList(json)) return faults.add(path, 'type', json, 'a list');
  return json.map((entry, at) => readValue(of, entry, `${path}.${at}`, faults) as Held);
}

function readMoney(json: unknown, path: string, faults: Faults): Money | undefined {
  if (isMoney(json)) return json;
  const expected = 'a sum as { "amount": "120.00", "currency": "KZT" }';
  if (typeof json !== 'object' || json === null) return faults.add(path, 'type', json, expected);
  const { amount, currency } = json as MoneyJson;
  if (typeof amount !== 'string' || !isKnownCurrency(currency)) return faults.add(path, 'type', json, expected);
  return attempted(json, path, faults, expected, () => money(amount, currency)) as Money | undefined;
}

function readText(
  oneOf: readonly string[] | undefined,
  json: unknown,
  path: string,
  faults: Faults,
): string | undefined {
  if (typeof json !== 'string' || json.length > 100_000) return faults.add(path, 'type', json, 'a text');
  if (oneOf !== undefined && !oneOf.includes(json))
    return faults.add(path, 'choice', json, `one of ${oneOf.join(', ')}`);
  return json;
}

function readLimit(json: unknown, path: string, faults: Faults): TimeLimit | undefined {
  return attempted(json, path, faults, 'a limit as { "count": 5, "unit": "workingDays" }', () => {
    const limit = json as TimeLimit;
    if (limit?.unit === 'hours') requireHours(limit as TimeLimit<'hours'>, path);
    else requireDayLimit(limit as never, path);
    return { count: limit.count, unit: limit.unit };
  });
}

/** Reads a record by its shape; names listed in `besides` may stand in it, too, and are not read. */
export function readRecord(
  shape: RecordShape,
  json: unknown,
  path: string,
  faults: Faults,
  besides: readonly string[] = [],
): Readonly<Record<string, Held>> | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return faults.add(path, 'type', json, 'a record');
  const record: Record<string, Held> = {};
  for (const name of Object.keys(shape.fields)) {
    const field = shape.fields[name] as ValueShape;
    const isThere = Object.hasOwn(json, name) && !besides.includes(name);
    const given = isThere ? (json as Record<string, unknown>)[name] : undefined;
    if (given === undefined || given === null) {
      if (!(shape.optional ?? []).includes(name))
        faults.add(`${path}.${name}`, 'missing', undefined, describeShape(field));
      continue;
    }
    const value = readValue(field, given, `${path}.${name}`, faults);
    if (value !== undefined) record[name] = value;
  }
  for (const name of Object.keys(json))
    if (!Object.hasOwn(shape.fields, name) && !besides.includes(name))
      faults.add(
        `${path}.${name}`,
        'unknown',
        (json as Record<string, unknown>)[name],
        `one of ${Object.keys(shape.fields).join(', ')}`,
      );
  return record;
}

function attempted<T extends Held>(
  json: unknown,
  path: string,
  faults: Faults,
  expected: string,
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AgreementError) return faults.add(path, error.code, json, error.details.expected || expected);
    throw error;
  }
}

/** What a value of this shape looks like, in words. */
export function describeShape(shape: ValueShape): string {
  switch (shape.type) {
    case 'count':
      return shape.unit === undefined ? 'a whole number' : `a whole number of ${shape.unit}`;
    case 'text':
      return shape.oneOf === undefined ? 'a text' : `one of ${shape.oneOf.join(', ')}`;
    case 'list':
      return `a list, each entry ${describeShape(shape.of)}`;
    case 'record':
      return `a record with ${Object.keys(shape.fields).join(', ')}`;
    case 'flag':
      return 'true or false';
    case 'money':
      return 'a sum';
    case 'limit':
      return 'a time limit';
    case 'exact':
      return 'a sum before it is rounded';
    case 'instant':
      return 'an instant';
    default:
      return `a ${shape.type}`;
  }
}

/** The wire form of a held value. */
export function wireOf(shape: ValueShape, held: Held): Value {
  switch (shape.type) {
    case 'money':
      return { type: 'money', ...(held as Money).toJSON() };
    case 'count':
      return { type: 'count', value: held as number, ...(shape.unit !== undefined && { unit: shape.unit }) };
    case 'flag':
      return { type: 'flag', value: held as boolean };
    case 'limit':
      return { type: 'limit', count: (held as TimeLimit).count, unit: (held as TimeLimit).unit };
    case 'list':
      return { type: 'list', items: (held as readonly Held[]).map((entry) => wireOf(shape.of, entry)) };
    case 'record':
      return {
        type: 'record',
        fields: Object.fromEntries(
          Object.entries(held as Readonly<Record<string, Held>>).map(([name, value]) => [
            name,
            wireOf(shape.fields[name] as ValueShape, value),
          ]),
        ),
      };
    case 'exact':
    case 'fraction': {
      const { n, d, currency } = held as ExactValue;
      return { type: 'exact', n: String(n), d: String(d), ...(currency !== undefined && { currency }) };
    }
    default:
      return { type: shape.type, value: String(held) };
  }
}

/** Whether whatever was read by the second shape is what reading it by the first would give, so that it need not be read again. */
export function fitsAsHeld(wanted: ValueShape, given: ValueShape): boolean {
  if (wanted.type === 'record') {
    if (given.type !== 'record') return false;
    const { fields, optional = [] } = wanted;
    const isThere = (name: string): boolean =>
      Object.hasOwn(given.fields, name) && !(given.optional ?? []).includes(name);
    return (
      Object.keys(fields).every((name) => optional.includes(name) || isThere(name)) &&
      Object.entries(given.fields).every(
        ([name, field]) => Object.hasOwn(fields, name) && fitsAsHeld(fields[name] as ValueShape, field),
      )
    );
  }
  if (wanted.type === 'list') return given.type === 'list' && fitsAsHeld(wanted.of, given.of);
  if (wanted.type === 'text') {
    if (given.type !== 'text') return false;
    const { oneOf } = wanted;
    return oneOf === undefined || (given.oneOf?.every((text) => oneOf.includes(text)) ?? false);
  }
  const exact = (type: string): string => (type === 'rate' ? 'decimal' : type);
  return exact(wanted.type) === exact(given.type);
}

/** Whether a value of the second shape can stand where the first is wanted: a whole number is a decimal, too. */
export function sameShape(a: ValueShape, b: ValueShape): boolean {
  if (a.type === 'decimal' && b.type === 'count') return true;
  if (a.type === 'list' && b.type === 'list') return sameShape(a.of, b.of);
  if (a.type === 'record' && b.type === 'record')
    return Object.entries(a.fields).every(([name, field]) => {
      const other = b.fields[name];
      return other === undefined ? (a.optional ?? []).includes(name) : sameShape(field, other);
    });
  const exact = (type: string): string => (type === 'rate' ? 'decimal' : type);
  return exact(a.type) === exact(b.type);
}
