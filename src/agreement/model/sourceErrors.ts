import { givesOf } from '../kinds/givesOf.js';
import type { Kind } from '../kinds/kind.js';
import { isRecord } from '../language/isRecord.js';
import type { AgreementData, Computation } from './agreement.js';
import type { Source } from './source.js';
import { type ErrorList, readValue, sameShape, type ValueShape } from './value.js';

/** A computation with its place in the data. @internal */
export interface Placed {
  readonly path: string;
  readonly clause: string;
  readonly computation: Computation;
  readonly kind: Kind | undefined;
}

/** The agreement in which something is checked, the list for its errors, and the clause they cite. @internal */
export interface ErrorContext {
  readonly data: AgreementData;
  /** The computations by address. */
  readonly placed: ReadonlyMap<string, Placed>;
  readonly errors: ErrorList;
  readonly clause?: string | undefined;
}

/** Reports a source that does not exist or does not give a value of the wanted shape. @internal */
export function sourceErrors(context: ErrorContext, source: Source, wanted: ValueShape, path: string): void {
  const { errors, clause } = context;
  if (!isRecord(source)) {
    errors.add(path, 'type', source, '{ fact }, { result, field }, { sum } or { literal }', clause);
    return;
  }
  // A patch with another source must remove the first one, or the first one remains.
  if (['fact', 'result', 'sum', 'literal', 'compute'].filter((name) => Object.hasOwn(source, name)).length > 1) {
    errors.add(
      path,
      'choice',
      source,
      'one of fact, result, sum and literal; in a patch, null removes the other',
      clause,
    );
    return;
  }
  if ('sum' in source && wanted.type !== 'money') {
    errors.add(path, 'type', source, `a value of type ${wanted.type}: only amounts of money can be added up`, clause);
    return;
  }
  if ('sum' in source && Array.isArray(source.sum) && source.sum.length > 0) {
    source.sum.forEach((part, at) => {
      sourceErrors(context, part as Source, wanted, `${path}.sum.${at}`);
    });
    return;
  }
  // The shape of a formula was determined when it was compiled.
  if ('compute' in source) return;
  if ('literal' in source) {
    readValue(wanted, source.literal, `${path}.literal`, errors);
    return;
  }
  const given = shapeOfSource(context, source as Source);
  if (given === undefined)
    errors.add(path, 'unknown', source, 'a fact the agreement declares, or a field of one of its computations', clause);
  else if (!sameShape(wanted, given))
    errors.add(path, 'type', source, `a value of type ${wanted.type}, not ${given.type}`, clause);
}

/**
 * The shape of the value of a fact, a formula or a field of an answer; undefined if there is no such thing.
 *
 * @internal
 */
export function shapeOfSource({ data, placed }: ErrorContext, source: Source): ValueShape | undefined {
  if ('fact' in source) return Object.hasOwn(data.facts, source.fact) ? data.facts[source.fact] : undefined;
  if ('compute' in source) return source.shape;
  if (!('result' in source)) return undefined;
  const found = placed.get(source.result);
  const gives = found && givesOf(found.computation);
  return gives !== undefined && Object.hasOwn(gives, source.field) ? gives[source.field] : undefined;
}
