import type { House, Kind } from '../kinds/kind.js';
import type { Source } from '../model/agreement.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import { Faults, fitsAsHeld, type Held, readValue, type ValueShape } from '../model/value.js';
import { shapeOfSource } from './shapeOfSource.js';

/** How an argument of a computation comes about. */
export interface PlannedArgument {
  readonly name: string;
  /** What it is called in a fault. */
  readonly path: string;
  readonly shape: ValueShape;
  readonly isOptional: boolean;
  /** The value, where terms alone give it. */
  readonly fixed?: Held;
  /** Whether it is read already when its source gives it: what fits as it is held is not read again. */
  readonly isRead: boolean;
}

/** What is the same whenever a computation is done. */
export interface EvaluationPlan {
  readonly kind: Kind;
  readonly house: House;
  readonly arguments: readonly PlannedArgument[];
  /** Where the sources put their values, in the order of the computation. */
  readonly places: readonly { readonly path: string; readonly names: readonly string[]; readonly source: Source }[];
  /** Terms beside which sources put values, as JSON. */
  readonly begun: Readonly<Record<string, unknown>>;
}

const plans = /* @__PURE__ */ new WeakMap<PlacedComputation, EvaluationPlan>();

/** The plan of a computation, made when it is first done. @internal */
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
    // The value of a formula was typed when the agreement was compiled.
    const isRead = name === 'formula' || (given !== undefined && term === undefined && fitsAsHeld(shape, given));
    const path = `${placed.address}.${argument}`;
    return { name: argument, path, shape, isOptional, ...(fixed !== undefined && { fixed }), isRead };
  });
  const begun = Object.fromEntries(
    Object.entries(terms).filter(([argument]) =>
      planned.some((other) => other.name === argument && other.fixed === undefined),
    ),
  );
  const plan = { kind, house: agreement.houseOf(placed.computation), arguments: planned, places, begun };
  plans.set(placed, plan);
  return plan;
}

/** A term as it is held; undefined where it is none, or cannot be read, which is told when the computation is done. */
function readFixed(shape: ValueShape, term: unknown): Held | undefined {
  if (term === undefined || term === null) return undefined;
  const faults = new Faults();
  const held = readValue(shape, term, '', faults);
  return faults.findings.length === 0 ? frozen(held) : undefined;
}

/** Every answer of the computation shares the value. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
