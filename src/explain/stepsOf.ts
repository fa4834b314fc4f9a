import type { House } from '../agreement/kinds/kind.js';
import { shapeAt } from '../agreement/model/shapeAt.js';
import { type Held, wireOf } from '../agreement/model/value.js';
import { StepRecorder } from '../agreement/steps/recorder.js';
import type { Operand, Step } from '../agreement/steps/step.js';
import { refuse } from '../errors/agreementError.js';
import { type ExplainedPrimitive, type Primitive, requirePrimitives, type TermsOf } from './explainedPrimitive.js';
import { plainArguments } from './plainArguments.js';

/** How the answer of a primitive came about. */
export interface PrimitiveSteps<P extends Primitive = Primitive> {
  /** What the primitive answers. */
  readonly answer: ReturnType<P>;
  /** Closed operations on the arguments and on the outcomes of earlier steps; an operand's origin is `{ argument: 'cap.base' }` or a step. */
  readonly steps: readonly Step[];
  /** The step that gives each field of the answer. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Arguments that say how everything is counted and rounded: steps note them, and no step takes them as a figure. */
const surroundings = ['rules', 'calendar', 'rounding'] as const;

/**
 * The steps behind the answer of a primitive that is called directly: the same that explain a computation of an agreement, with the primitive's
 * own arguments as origins. Doing them again gives the answer.
 *
 * @param primitives The families that are asked: `penaltyPrimitives`, or several spread into one list.
 * @throws {@link AgreementError} what the primitive throws for these terms; `argument-invalid` for a function that is not among the primitives,
 * and for a term that the steps do not know, by its name.
 * @example
 * ```ts
 * const terms = { first: money('100.00', 'KZT'), repeat: money('1000.00', 'KZT'), count: 3, mode: 'repeatAlone' } as const;
 * stepsOf(escalatingFine, terms, penaltyPrimitives).steps.map(({ op, out }) => [op, out.type === 'money' ? out.amount : ''])
 * // => [['select', '1000.00'], ['oneLess', ''], ['product', '2000.00'], ['sum', '2100.00']]
 * ```
 */
export function stepsOf<P extends Primitive>(
  primitive: P,
  terms: TermsOf<P>,
  primitives: readonly ExplainedPrimitive[],
): PrimitiveSteps<P> {
  requirePrimitives(primitives);
  const explained = primitives.find((known) => known.primitive === primitive);
  if (explained === undefined)
    return refuse(
      'argument-invalid',
      'primitive',
      primitive,
      `one of ${primitives.map((known) => known.primitive.name).join(', ')}`,
    );
  if (typeof terms !== 'object' || terms === null)
    refuse('argument-invalid', 'terms', terms, 'the terms of the primitive');
  const { kind, names = {}, call = primitive } = explained;
  // The primitive says first what is wrong with its terms.
  const answer = call(terms) as ReturnType<P>;
  const own = terms as Readonly<Record<string, unknown>>;
  const argument = (path: string): string => argumentOf(path, names);
  const given = plainArguments(kind.takes, explained.given?.(own) ?? own, surroundings, argument);
  const house = houseOf(own);
  const recorder = new StepRecorder();
  const operand = (path: string): Operand | undefined => {
    const shape = shapeAt(kind.takes, path);
    const value = valueAt(given, path);
    if (shape === undefined || value === undefined) return undefined;
    return { ...wireOf(shape, value), argument: argument(path) };
  };
  const fields = kind.steps(
    {
      operand,
      need: (path) =>
        operand(path) ?? refuse('argument-invalid', argument(path), undefined, 'an argument that was given'),
      add: (op, role, operands, out, more) => recorder.add('', op, role, operands, out, more),
    },
    given,
    kind.answer(given, house),
    house,
  );
  return { answer, steps: Object.freeze(recorder.steps), fields: stepsBehind(fields) };
}

function stepsBehind(fields: Readonly<Record<string, Operand>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, operand]) => ('step' in operand ? [[field, operand.step]] : [])),
  );
}

/** The primitive's own path of an argument: the longest part that is called otherwise, and what lies below it. */
function argumentOf(path: string, names: Readonly<Record<string, string>>): string {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const own = names[parts.slice(0, length).join('.')];
    if (own !== undefined) return [own, ...parts.slice(length)].join('.');
  }
  return path;
}

/** What an agreement would supply, from the terms; a kind asks for nothing that its primitive was not given. */
function houseOf({ rules, calendar, rounding, timeZone }: Readonly<Record<string, unknown>>): House {
  return {
    rules,
    rounding,
    timeZone,
    ...(calendar !== undefined && { working: calendar, banking: calendar }),
  } as House;
}

function valueAt(given: Readonly<Record<string, Held>>, path: string): Held | undefined {
  let at: unknown = given;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at as Held;
}
