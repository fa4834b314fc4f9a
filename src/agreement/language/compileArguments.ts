/** Compiles the arguments of a computation: a literal becomes a term, an expression a source. */
import type { Kind } from '../kinds/kind.js';
import type { Source } from '../model/source.js';
import { describeShape, type RecordShape, sameShape, type ValueShape } from '../model/value.js';
import { nearest, type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { limitOf, rateOf, sumOf } from './literal.js';
import { lowerValue } from './lower.js';
import { parsed, type Scope } from './scope.js';

interface Compiled {
  readonly terms: Readonly<Record<string, unknown>>;
  readonly from: Readonly<Record<string, Source>>;
}

/** Compiles the arguments written for a kind. */
export function compileArguments(scope: Scope, kind: Kind, written: unknown, path: Path): Compiled {
  const from: Record<string, Source> = {};
  if (!isRecord(written)) {
    scope.finder.add(
      path,
      'type',
      show(written),
      `the arguments of ${kind.kind}: ${Object.keys(kind.takes.fields).join(', ')}`,
      scope.clause,
    );
    return { terms: {}, from };
  }
  const read = new ArgumentReader(scope, kind, from);
  const terms: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(written)) {
    const shape = Object.hasOwn(kind.takes.fields, name) ? kind.takes.fields[name] : undefined;
    if (shape === undefined) {
      const near = nearest(name, Object.keys(kind.takes.fields));
      const known = near.length > 0 ? near : Object.keys(kind.takes.fields);
      scope.finder.add(
        [...path, name],
        'unknown',
        show(value),
        `an argument of ${kind.kind}: ${known.join(', ')}`,
        scope.clause,
      );
      continue;
    }
    const term = read.value(shape, value, name, [...path, name]);
    if (term !== undefined) terms[name] = term;
  }
  return { terms, from };
}

class ArgumentReader {
  readonly #scope: Scope;
  readonly #kind: Kind;
  readonly #from: Record<string, Source>;

  constructor(scope: Scope, kind: Kind, from: Record<string, Source>) {
    this.#scope = scope;
    this.#kind = kind;
    this.#from = from;
  }

  /** The term of an argument; undefined if a source supplies all of it. */
  value(shape: ValueShape, written: unknown, argument: string, path: Path): unknown {
    if (typeof written === 'string' && written.startsWith('=')) {
      this.#source(shape, written.slice(1), argument, path);
      return undefined;
    }
    // A leading apostrophe makes it a text, as in a spreadsheet.
    const literal = typeof written === 'string' && written.startsWith("'=") ? written.slice(1) : written;
    switch (shape.type) {
      case 'list':
        return this.#list(shape.of, literal, argument, path);
      case 'record':
        return this.#record(shape, literal, argument, path);
      default:
        return this.#literal(shape, literal, path);
    }
  }

  #source(shape: ValueShape, text: string, argument: string, path: Path): void {
    const expression = parsed(this.#scope, text, path);
    const lowered = expression && lowerValue(this.#scope, expression, path, shape);
    if (lowered === undefined) return;
    if (lowered.shape.type === 'exact' && shape.type === 'money')
      this.#scope.finder.add(
        path,
        'type',
        'an unrounded amount',
        'a rounding: round(…), or round(…, floor)',
        this.#scope.clause,
      );
    else if (!sameShape(shape, lowered.shape))
      this.#scope.finder.add(
        path,
        'type',
        lowered.shape.type,
        `an expression that gives ${describeShape(shape)}`,
        this.#scope.clause,
      );
    this.#from[argument] = lowered.source;
  }

  #list(of: ValueShape, written: unknown, argument: string, path: Path): unknown {
    const { named } = this.#kind;
    // Nothing is known of an empty list of conditions or days.
    if (
      named?.list === argument &&
      typeof written === 'object' &&
      written !== null &&
      Object.keys(written).length === 0
    )
      this.#scope.finder.add(path, 'type', show(written), `at least one of the ${argument}`, this.#scope.clause);
    if (named?.list === argument && isRecord(written) && of.type === 'record')
      return Object.entries(written).map(([name, entry], at) => {
        const value = named.by;
        const main = Object.keys(of.fields).find((field) => field !== value) ?? value;
        const fields =
          isRecord(entry) && Object.keys(entry).every((field) => Object.hasOwn(of.fields, field))
            ? entry
            : { [main]: entry };
        const { [value]: _, ...others } = of.fields;
        const rest = { ...of, fields: others, ...(of.optional && { optional: of.optional }) };
        return {
          [value]: name,
          ...(this.#record(rest, fields, `${argument}.${at}`, [...path, name]) as object),
        };
      });
    // A single entry need not be in a list.
    const entries = Array.isArray(written) ? written : [written];
    const terms = entries.map((entry, at) =>
      this.value(of, entry, `${argument}.${at}`, [...path, ...(Array.isArray(written) ? [at] : [])]),
    );
    return terms.every((term) => term === undefined) && entries.length > 0
      ? undefined
      : terms.map((term) => term ?? (of.type === 'record' ? {} : null));
  }

  #record(shape: RecordShape, written: unknown, argument: string, path: Path): unknown {
    const { fields, optional = [] } = shape;
    const needed = Object.keys(fields).filter((name) => !optional.includes(name));
    const [only] = needed;
    // The value of the only required field can be written instead of the record.
    const entries = isRecord(written)
      ? written
      : needed.length === 1 && only !== undefined
        ? { [only]: written }
        : undefined;
    if (entries === undefined) {
      this.#scope.finder.add(path, 'type', show(written), describeShape(shape), this.#scope.clause);
      return undefined;
    }
    const terms: Record<string, unknown> = {};
    let sources = 0;
    for (const [name, value] of Object.entries(entries)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const here = isRecord(written) ? [...path, name] : path;
      if (field === undefined) {
        const near = nearest(name, Object.keys(fields));
        this.#scope.finder.add(
          here,
          'unknown',
          show(value),
          `one of ${(near.length > 0 ? near : Object.keys(fields)).join(', ')}`,
          this.#scope.clause,
        );
        continue;
      }
      const term = this.value(field, value, `${argument}.${name}`, here);
      if (term === undefined) sources += 1;
      else terms[name] = term;
    }
    return Object.keys(terms).length === 0 && sources > 0 ? undefined : terms;
  }

  #literal(shape: ValueShape, written: unknown, path: Path): unknown {
    if (written === null || written === undefined) return this.#wrong(shape, written, path);
    switch (shape.type) {
      case 'money':
        return typeof written === 'string'
          ? (sumOf(written) ?? this.#wrong(shape, written, path))
          : this.#wrong(shape, written, path);
      case 'limit':
        return typeof written === 'string'
          ? (limitOf(written) ?? this.#wrong(shape, written, path))
          : this.#wrong(shape, written, path);
      case 'rate':
        return typeof written === 'string'
          ? (rateOf(written) ?? this.#wrong(shape, written, path))
          : this.#wrong(shape, written, path);
      default:
        // Whether it is a day, a count or one of several words is checked together with the whole model.
        return written;
    }
  }

  #wrong(shape: ValueShape, written: unknown, path: Path): undefined {
    const forms: Readonly<Record<string, string>> = {
      money: 'an amount such as "100000.00 KZT"',
      limit: 'a limit such as "5 banking days"',
      rate: 'a rate such as "0.1 %"',
    };
    return this.#scope.finder.add(
      path,
      'type',
      show(written),
      forms[shape.type] ?? describeShape(shape),
      this.#scope.clause,
    );
  }
}
