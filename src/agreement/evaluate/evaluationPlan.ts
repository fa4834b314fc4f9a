import type { AgreementDefaults, Kind } from '../kinds/kind.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import type { Source } from '../model/source.js';
import { ErrorList, fitsAsParsed, type ParsedValue, readValue, type ValueShape } from '../model/value.js';
import { shapeOfSource } from './shapeOfSource.js';

/** How to obtain an argument of a computation. */
export interface PlannedArgument {
  readonly name: string;
  /** Its path in error messages. */
  readonly path: string;
  readonly shape: ValueShape;
  readonly isOptional: boolean;
  /** The value, if the terms alone determine it. */
  readonly fixed?: ParsedValue;
  /** Whether the value of its source is already parsed and need not be parsed again. */
  readonly isRead: boolean;
}

/** Everything about a computation that does not depend on the case. */
export interface EvaluationPlan {
  readonly kind: Kind;
  readonly defaults: AgreementDefaults;
  readonly arguments: readonly PlannedArgument[];
  /** The paths at which sources supply values, in the order of the computation. */
  readonly places: readonly { readonly path: string; readonly names: readonly string[]; readonly source: Source }[];
  /** The terms of arguments that sources complete, as JSON. */
  readonly begun: Readonly<Record<string, unknown>>;
}

const plans = /* @__PURE__ */ new WeakMap<PlacedComputation, EvaluationPlan>();

/** The plan of a computation, created on first use. @internal */
export function evaluationPlan(agreement: Agreement, placed: PlacedComputation): EvaluationPlan {
  const known = plans.get(placed);
  if (known !== undefined) return known;
  const { kind: name, terms = {}, from = {} } = placed.computation;
  const kind = agreement.kindOf(placed.computation);
  const places = Object.entries(from).map(([path, source]) => ({ path, names: path.split('.'), source }));
  const planned = Object.entries(kind.takes.fields).map(([argument, shape]): PlannedArgument => {
    const isOptional = (kind.takes.optional ?? []).includes(argument);
    const own = places.filter(({ names: [first] }) => first === argument);
    const term = Object.hasOwn(terms, argument) ? terms[argument] : undefined;
    const fixed = own.length === 0 ? readFixed(shape, term) : undefined;
    const [only] = own;
    const given = own.length === 1 && only?.path === argument ? shapeOfSource(agreement, only.source) : undefined;
    // The type of a formula was checked when the agreement was compiled.
    const isRead = name === 'formula' || (given !== undefined && term === undefined && fitsAsParsed(shape, given));
    const path = `${placed.address}.${argument}`;
    return { name: argument, path, shape, isOptional, ...(fixed !== undefined && { fixed }), isRead };
  });
  const begun = Object.fromEntries(
    Object.entries(terms).filter(([argument]) =>
      planned.some((other) => other.name === argument && other.fixed === undefined),
    ),
  );
  const plan = { kind, defaults: agreement.defaultsOf(placed.computation), arguments: planned, places, begun };
  plans.set(placed, plan);
  return plan;
}

/**
 * A parsed term; undefined if there is none, or if it is invalid, which is reported when the computation is evaluated.
 */
function readFixed(shape: ValueShape, term: unknown): ParsedValue | undefined {
  if (term === undefined || term === null) return undefined;
  const errors = new ErrorList();
  const parsed = readValue(shape, term, '', errors);
  return errors.findings.length === 0 ? frozen(parsed) : undefined;
}

/** Freezes a value, because all answers of the computation share it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
