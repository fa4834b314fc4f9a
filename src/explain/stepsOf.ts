import type { AgreementDefaults } from '../agreement/kinds/kind.js';
import { shapeAt } from '../agreement/model/shapeAt.js';
import { type ParsedValue, wireOf } from '../agreement/model/value.js';
import { StepRecorder } from '../agreement/steps/recorder.js';
import type { Operand, Step } from '../agreement/steps/step.js';
import { refuse } from '../errors/agreementError.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type ExplainedPrimitive, type Primitive, requirePrimitives, type TermsOf } from './explainedPrimitive.js';
import { plainArguments } from './plainArguments.js';

/** The answer of a primitive with its steps. */
export interface PrimitiveSteps<P extends Primitive = Primitive> {
  /** The answer of the primitive. */
  readonly answer: ReturnType<P>;
  /**
   * Operations from a closed list on the arguments and on the results of earlier steps; the origin of an operand is
   * `{ argument: 'cap.base' }` or a step.
   */
  readonly steps: readonly Step[];
  /** The step that produces each field of the answer. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Arguments that determine counting and rounding everywhere: steps record them as notes, never as operands. */
const context = ['rules', 'calendar', 'rounding'] as const;

/**
 * The steps of a direct call of a primitive: the same ones that explain a computation of an agreement, with the
 * primitive's own arguments as origins. Repeating them gives the answer.
 *
 * @param primitives The families to search: `penaltyPrimitives`, or several spread into one list.
 * @throws {@link AgreementError} whatever the primitive throws for these terms; `argument-invalid` for a function that
 * is not among the primitives, and for a term that the steps do not support, by its name.
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
  requirePlainHost();
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
  const { kind, call = primitive, argument = (path: string) => path } = explained;
  // Call the primitive first, so that it reports what is wrong with its terms.
  const answer = call(terms) as ReturnType<P>;
  const own = terms as Readonly<Record<string, unknown>>;
  const taken = explained.given?.(own) ?? own;
  const given = plainArguments(kind.takes, taken, context, argument);
  const defaults = defaultsOf({ ...own, ...taken });
  const recorder = new StepRecorder();
  const operand = (path: string): Operand | undefined => {
    const value = valueAt(given, path);
    const shape = value === undefined ? undefined : shapeAt(kind.takes, path);
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
    given as never,
    (kind.answer?.(given, defaults) ?? answer) as never,
    defaults,
  );
  return { answer, steps: Object.freeze(recorder.steps), fields: stepsBehind(fields) };
}

function stepsBehind(fields: Readonly<Record<string, Operand>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, operand]) => ('step' in operand ? [[field, operand.step]] : [])),
  );
}

/**
 * The defaults that an agreement would supply, taken from the terms; a kind needs nothing that its primitive was not
 * given.
 */
function defaultsOf({ rules, calendar, rounding, timeZone }: Readonly<Record<string, unknown>>): AgreementDefaults {
  return {
    rules,
    rounding,
    timeZone,
    ...(calendar !== undefined && { working: calendar, banking: calendar }),
  } as AgreementDefaults;
}

function valueAt(given: Readonly<Record<string, ParsedValue>>, path: string): ParsedValue | undefined {
  let at: unknown = given;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at as ParsedValue;
}
