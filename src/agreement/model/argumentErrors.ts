import { attempt } from '../../errors/attempt.js';
import { dayIn } from '../../time/dayIn.js';
import { operandNameErrors } from '../kinds/operandNameErrors.js';
import { isRecord } from '../language/isRecord.js';
import { eachRecord, pathOfRecord } from './recordsIn.js';
import { rulesErrors } from './rulesErrors.js';
import { shapeAt } from './shapeAt.js';
import type { Source } from './source.js';
import { type ErrorContext, type Placed, sourceErrors } from './sourceErrors.js';
import { type ErrorList, readValue, type ValueShape } from './value.js';

/** Every argument must be given once, by a term or by a source of the right type. @internal */
export function argumentErrors(context: ErrorContext, found: Placed): void {
  const { errors } = context;
  const { kind, computation, path, clause } = found;
  // The type of a formula was checked when it was compiled.
  if (kind === undefined || kind.kind === 'formula') return;
  if (kind.countsLimit && computation.counts === undefined)
    errors.add(
      `${path}.counts`,
      'missing',
      computation.counts,
      '"act" (someone acts within the limit) or "state" (something changes by itself)',
      clause,
    );
  const counts: unknown = computation.counts;
  if (isRecord(counts)) rulesErrors(counts, `${path}.counts`, errors);
  const { terms = {}, from = {} } = computation;
  if (!isRecord(terms)) errors.add(`${path}.terms`, 'type', terms, 'a record', clause);
  if (!isRecord(from)) errors.add(`${path}.from`, 'type', from, 'a record', clause);
  if (!isRecord(terms) || !isRecord(from)) return;
  for (const [argument, source] of Object.entries(from)) {
    const here = `${path}.from.${argument}`;
    const wanted = shapeAt(kind.takes, argument);
    if (wanted === undefined)
      errors.add(
        here,
        'unknown',
        argument,
        `an argument of ${kind.kind}: ${Object.keys(kind.takes.fields).join(', ')}`,
        clause,
      );
    else sourceErrors({ ...context, clause }, source as Source, wanted, here);
  }
  choiceErrors(context, found);
  eachRecord(terms, (record) => {
    const { timeZone } = record;
    if (typeof timeZone !== 'string') return;
    const read = attempt(() => dayIn('2026-01-01T00:00:00Z', timeZone));
    if (read.ok) return;
    const here = `${pathOfRecord(terms, record, `${path}.terms`)}.timeZone`;
    errors.add(here, read.error.code, timeZone, read.error.details.expected, clause);
  });
  const given = withSources(terms, Object.keys(from));
  requiredErrors(kind.takes, given, `${path}.terms`, clause, errors);
  operandNameErrors(kind, given, `${path}.terms`, errors, clause);
}

/** Reports texts among which an argument is looked up, but which its fact can never have. */
function choiceErrors({ data: { facts }, errors }: ErrorContext, { kind, computation, path, clause }: Placed): void {
  const { terms = {}, from = {} } = computation;
  const among = kind?.oneAmong;
  const source = among === undefined ? undefined : from[among.value];
  const shape = source !== undefined && 'fact' in source ? facts[source.fact] : undefined;
  if (among === undefined || shape?.type !== 'text' || shape.oneOf === undefined) return;
  for (const list of among.lists) {
    const [name = '', , field] = list.split('.');
    const entries: unknown = Object.hasOwn(terms, name) ? terms[name] : undefined;
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry: unknown, at) => {
      const text = field === undefined ? entry : isRecord(entry) ? entry[field] : undefined;
      if (typeof text === 'string' && !shape.oneOf?.includes(text))
        errors.add(
          `${path}.terms.${name}.${at}${field === undefined ? '' : `.${field}`}`,
          'choice',
          text,
          `one of ${shape.oneOf?.join(', ')}`,
          clause,
        );
    });
  }
}

/** Represents a value that a source will supply. */
const fromSource = Symbol('from a source');

function withSources(terms: Record<string, unknown>, paths: readonly string[]): Record<string, unknown> {
  const given = copyOf(terms) as typeof terms;
  for (const path of paths) {
    const names = path.split('.');
    let at: Record<string, unknown> = given;
    names.slice(0, -1).forEach((name, index) => {
      const next = Object.hasOwn(at, name) ? at[name] : undefined;
      // A number is the index of a list.
      const none = /^\d+$/.test(names[index + 1] as string) ? [] : {};
      at[name] = isRecord(next) || Array.isArray(next) ? next : none;
      at = at[name] as Record<string, unknown>;
    });
    at[names[names.length - 1] as string] = fromSource;
  }
  return given;
}

function requiredErrors(shape: ValueShape, given: unknown, path: string, clause: string, errors: ErrorList): void {
  if (given === fromSource) return;
  if (shape.type === 'record' && isRecord(given)) {
    for (const [name, field] of Object.entries(shape.fields)) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined) requiredErrors(field, value, `${path}.${name}`, clause, errors);
      else if (!(shape.optional ?? []).includes(name))
        errors.add(`${path}.${name}`, 'missing', undefined, `a term or a source for ${name}`, clause);
    }
    for (const name of Object.keys(given))
      if (!Object.hasOwn(shape.fields, name))
        errors.add(`${path}.${name}`, 'unknown', given[name], `one of ${Object.keys(shape.fields).join(', ')}`, clause);
    return;
  }
  if (shape.type === 'list' && Array.isArray(given)) {
    given.forEach((entry, at) => {
      requiredErrors(shape.of, entry, `${path}.${at}`, clause, errors);
    });
    return;
  }
  readValue(shape, given, path, errors);
}

/** A copy of terms in which values are replaced; what is not JSON is found when it is read. */
function copyOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(copyOf);
  if (!isRecord(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, copyOf(value)]));
}
