import { AgreementError, type AgreementErrorCode, type Finding, printValue } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import { isKnownCurrency } from '../../money/currency.js';
import { parseDecimal } from '../../money/decimalNumber.js';
import { isMoney, type Money, type MoneyJson, money } from '../../money/money.js';
import { readEpochDay } from '../../time/dayInput.js';
import { isoOfEpochDay, noDay } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import { requireDayLimit, requireHours, type TimeLimit } from '../../time/timeLimit.js';

/**
 * The type of a fact, a term or a field of a result. Shapes are data: agreements declare their facts with them and
 * kinds their arguments, and forms, the command line, errors and the JSON Schema are generated from them.
 */
export type ValueShape =
  | { readonly type: 'money' | 'day' | 'instant' | 'rate' | 'decimal' | 'flag' | 'limit' }
  /** The result of a formula before it is rounded, an amount or a number; used nowhere else. */
  | { readonly type: 'exact' | 'fraction' }
  | { readonly type: 'count'; readonly unit?: string }
  | { readonly type: 'text'; readonly oneOf?: readonly string[] }
  | { readonly type: 'list'; readonly of: ValueShape }
  | RecordShape;

/** A record of named values; every field is required unless listed as optional. */
export interface RecordShape {
  readonly type: 'record';
  readonly fields: Readonly<Record<string, ValueShape>>;
  readonly optional?: readonly string[];
}

/** A value in JSON together with its type, so that a reader needs no declaration. */
export type Value =
  | { readonly type: 'money'; readonly amount: string; readonly currency: string }
  | { readonly type: 'exact'; readonly n: string; readonly d: string; readonly currency?: string }
  | { readonly type: 'rate' | 'decimal' | 'day' | 'instant' | 'text'; readonly value: string }
  | { readonly type: 'count'; readonly value: number; readonly unit?: string }
  | { readonly type: 'limit'; readonly count: number; readonly unit: string }
  | { readonly type: 'flag'; readonly value: boolean }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  | { readonly type: 'record'; readonly fields: Readonly<Record<string, Value>> };

/**
 * A fraction, not necessarily in lowest terms; of minor units if it has a currency. The result of a formula before it
 * is rounded.
 */
export interface ExactValue {
  readonly n: bigint;
  readonly d: bigint;
  readonly currency?: string;
}

/**
 * A value as represented in the evaluator: `Money` for amounts, ISO strings for days and instants, plain JSON for
 * everything else.
 */
export type ParsedValue =
  | Money
  | ExactValue
  | string
  | number
  | boolean
  | TimeLimit
  | readonly ParsedValue[]
  | { readonly [field: string]: ParsedValue };

/** Collects everything that is wrong with a document instead of stopping at the first error. */
export class ErrorList {
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

/** A value as plain JSON, with amounts converted. Plain JSON is returned unchanged. */
export function jsonOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isMoney(value)) return value.toJSON();
  if (isExact(value)) return exactJson(value);
  if (isPlain(value)) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  return jsonRecord(value as Readonly<Record<string, unknown>>);
}

/** Whether a value is the exact fraction of a formula. */
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

/** A record as plain JSON, without undefined fields. */
export function jsonRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const json: Record<string, unknown> = {};
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (value !== undefined) json[name] = jsonOf(value);
  }
  return json;
}

/**
 * Parses JSON (or values of the library) by its shape; for an invalid value it adds to `errors` and returns undefined.
 */
export function readValue(shape: ValueShape, json: unknown, path: string, errors: ErrorList): ParsedValue | undefined {
  switch (shape.type) {
    case 'money':
      return readMoney(json, path, errors);
    case 'day':
      return readDay(json, path, errors);
    case 'instant':
      return readInstant(json, path, errors);
    case 'rate':
    case 'decimal':
      return readDecimal(shape.type, json, path, errors);
    case 'count':
      return typeof json === 'number' && Number.isSafeInteger(json)
        ? json + 0
        : errors.add(path, 'type', json, 'a whole number');
    case 'flag':
      return typeof json === 'boolean' ? json : errors.add(path, 'type', json, 'true or false');
    case 'text':
      return readText(shape.oneOf, json, path, errors);
    case 'limit':
      return readLimit(json, path, errors);
    case 'list':
      return readList(shape.of, json, path, errors);
    case 'record':
      return readRecord(shape, json, path, errors);
    // A literal next to the result of a formula.
    case 'fraction':
      return readDecimal('decimal', json, path, errors);
    case 'exact':
      return readMoney(json, path, errors);
  }
}

function readDay(json: unknown, path: string, errors: ErrorList): string | undefined {
  const day = readEpochDay(json as string);
  // A valid day with ten characters is already in canonical form.
  if (day !== noDay) return typeof json === 'string' && json.length === 10 ? json : isoOfEpochDay(day);
  // Files contain only strings; other values a program may pass are documented with the functions that accept them.
  return errors.add(path, 'day-invalid', json, 'a day such as "2026-03-02"');
}

function readInstant(json: unknown, path: string, errors: ErrorList): string | undefined {
  return attempted(json, path, errors, 'an instant with Z or an offset', () =>
    instantOf(json as string, path).toString(),
  );
}

function readDecimal(type: 'rate' | 'decimal', json: unknown, path: string, errors: ErrorList): string | undefined {
  return attempted(json, path, errors, 'a decimal string such as "0.001"', () => {
    if (type === 'decimal' && typeof json === 'number' && Number.isSafeInteger(json)) return String(json);
    parseDecimal(json as string, 'rate-invalid', path, '');
    return json as string;
  });
}

function readList(of: ValueShape, json: unknown, path: string, errors: ErrorList): ParsedValue | undefined {
  if (!isList(json)) return errors.add(path, 'type', json, 'a list');
  return json.map((entry, at) => readValue(of, entry, `${path}.${at}`, errors) as ParsedValue);
}

function readMoney(json: unknown, path: string, errors: ErrorList): Money | undefined {
  if (isMoney(json)) return json;
  const expected = 'an amount such as { "amount": "120.00", "currency": "KZT" }';
  if (typeof json !== 'object' || json === null) return errors.add(path, 'type', json, expected);
  const { amount, currency } = isOtherMoney(json) ? json.toJSON() : (json as MoneyJson);
  if (typeof amount !== 'string' || !isKnownCurrency(currency)) return errors.add(path, 'type', json, expected);
  return attempted(json, path, errors, expected, () => money(amount, currency)) as Money | undefined;
}

/** Whether a value is an amount of another copy of the library, which is read by its JSON. */
function isOtherMoney(value: object): value is { toJSON(): MoneyJson } {
  return (
    Object.prototype.toString.call(value) === '[object Money]' &&
    typeof (value as { readonly toJSON?: unknown }).toJSON === 'function'
  );
}

function readText(
  oneOf: readonly string[] | undefined,
  json: unknown,
  path: string,
  errors: ErrorList,
): string | undefined {
  if (typeof json !== 'string' || json.length > 100_000) return errors.add(path, 'type', json, 'a text');
  if (oneOf !== undefined && !oneOf.includes(json))
    return errors.add(path, 'choice', json, `one of ${oneOf.join(', ')}`);
  return json;
}

function readLimit(json: unknown, path: string, errors: ErrorList): TimeLimit | undefined {
  return attempted(json, path, errors, 'a limit such as { "count": 5, "unit": "workingDays" }', () => {
    const limit = json as TimeLimit;
    if (limit?.unit === 'hours') requireHours(limit as TimeLimit<'hours'>, path);
    else requireDayLimit(limit as never, path);
    return { count: limit.count, unit: limit.unit };
  });
}

/** Parses a record by its shape; fields listed in `besides` are also allowed, and are not parsed. */
export function readRecord(
  shape: RecordShape,
  json: unknown,
  path: string,
  errors: ErrorList,
  besides: readonly string[] = [],
): Readonly<Record<string, ParsedValue>> | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return errors.add(path, 'type', json, 'a record');
  const record: Record<string, ParsedValue> = {};
  for (const name of Object.keys(shape.fields)) {
    const field = shape.fields[name] as ValueShape;
    const isThere = Object.hasOwn(json, name) && !besides.includes(name);
    const given = isThere ? (json as Record<string, unknown>)[name] : undefined;
    if (given === undefined || given === null) {
      if (!(shape.optional ?? []).includes(name))
        errors.add(`${path}.${name}`, 'missing', undefined, describeShape(field));
      continue;
    }
    const value = readValue(field, given, `${path}.${name}`, errors);
    if (value !== undefined) record[name] = value;
  }
  for (const name of Object.keys(json))
    if (!Object.hasOwn(shape.fields, name) && !besides.includes(name))
      errors.add(
        `${path}.${name}`,
        'unknown',
        (json as Record<string, unknown>)[name],
        `one of ${Object.keys(shape.fields).join(', ')}`,
      );
  return record;
}

function attempted<T extends ParsedValue>(
  json: unknown,
  path: string,
  errors: ErrorList,
  expected: string,
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AgreementError) return errors.add(path, error.code, json, error.details.expected || expected);
    throw error;
  }
}

/** A description of the values of a shape, in words. */
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
      return 'an amount';
    case 'limit':
      return 'a time limit';
    case 'exact':
      return 'an amount before it is rounded';
    case 'instant':
      return 'an instant';
    default:
      return `a ${shape.type}`;
  }
}

/** The JSON of a parsed value. */
export function wireOf(shape: ValueShape, parsed: ParsedValue): Value {
  switch (shape.type) {
    case 'money':
      return { type: 'money', ...(parsed as Money).toJSON() };
    case 'count':
      return { type: 'count', value: parsed as number, ...(shape.unit !== undefined && { unit: shape.unit }) };
    case 'flag':
      return { type: 'flag', value: parsed as boolean };
    case 'limit':
      return { type: 'limit', count: (parsed as TimeLimit).count, unit: (parsed as TimeLimit).unit };
    case 'list':
      return { type: 'list', items: (parsed as readonly ParsedValue[]).map((entry) => wireOf(shape.of, entry)) };
    case 'record':
      return {
        type: 'record',
        fields: Object.fromEntries(
          Object.entries(parsed as Readonly<Record<string, ParsedValue>>).map(([name, value]) => [
            name,
            wireOf(shape.fields[name] as ValueShape, value),
          ]),
        ),
      };
    case 'exact':
    case 'fraction': {
      const { n, d, currency } = parsed as ExactValue;
      return { type: 'exact', n: String(n), d: String(d), ...(currency !== undefined && { currency }) };
    }
    default:
      return { type: shape.type, value: String(parsed) };
  }
}

/**
 * Whether a value parsed by the second shape is the same as when parsed by the first, so that it need not be parsed
 * again.
 */
export function fitsAsParsed(wanted: ValueShape, given: ValueShape): boolean {
  if (wanted.type === 'record') {
    if (given.type !== 'record') return false;
    const { fields, optional = [] } = wanted;
    const isThere = (name: string): boolean =>
      Object.hasOwn(given.fields, name) && !(given.optional ?? []).includes(name);
    return (
      Object.keys(fields).every((name) => optional.includes(name) || isThere(name)) &&
      Object.entries(given.fields).every(
        ([name, field]) => Object.hasOwn(fields, name) && fitsAsParsed(fields[name] as ValueShape, field),
      )
    );
  }
  if (wanted.type === 'list') return given.type === 'list' && fitsAsParsed(wanted.of, given.of);
  if (wanted.type === 'text') {
    if (given.type !== 'text') return false;
    const { oneOf } = wanted;
    return oneOf === undefined || (given.oneOf?.every((text) => oneOf.includes(text)) ?? false);
  }
  const exact = (type: string): string => (type === 'rate' ? 'decimal' : type);
  return exact(wanted.type) === exact(given.type);
}

/** Whether a value of the second shape can be used where the first is wanted: an integer is also a decimal. */
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
