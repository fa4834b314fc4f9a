import { roundings } from '../../money/rounding.js';
import type { FactDeclaration } from '../model/agreement.js';
import type { FormulaOperation, Source, When } from '../model/source.js';
import { type Path, show } from './finder.js';
import { sumOf } from './literal.js';
import type { Lowered, Scope } from './scope.js';
import { shapeOfOperation, typeWord } from './shapeOfOperation.js';

/** An operation on values, with its result; incompatible units are reported as a finding. */
export function lowerOperation(
  scope: Scope,
  compute: FormulaOperation,
  parts: readonly (Lowered | undefined)[],
  path: Path,
  when?: When,
  rounding?: string,
): Lowered | undefined {
  if (parts.some((part) => part === undefined) || (compute === 'choose' && when === undefined)) return undefined;
  if (rounding !== undefined && !(roundings as readonly string[]).includes(rounding))
    return scope.finder.add(path, 'choice', show(rounding), `a rounding: ${roundings.join(', ')}`, scope.clause);
  const operands = spelled(parts as readonly Lowered[]);
  const shape = shapeOfOperation(
    compute,
    operands.map((operand) => operand.shape),
  );
  if (typeof shape === 'string') {
    const types = operands.map((operand) => typeWord(operand.shape)).join(' and ');
    return scope.finder.add(path, 'type', types === '' ? 'nothing' : types, shape, scope.clause);
  }
  const of = operands.map(({ source }) => source);
  // A plain sum of amounts is a source of its own; if omitting a part means an amount, a formula is needed.
  if (compute === 'sum' && shape.type === 'money' && !of.some((source) => standsForSum(scope, source)))
    return { source: { sum: of.flatMap(partsOf) }, shape };
  return {
    source: {
      compute,
      of,
      shape,
      ...(when && { when }),
      ...(rounding !== undefined && { rounding: rounding as never }),
    },
    shape,
  };
}

/** Whether omitting a fact means an amount: "absent: 0.00 KZT". */
function standsForSum(scope: Scope, source: Source): boolean {
  const fact: FactDeclaration | undefined = 'fact' in source ? scope.facts[source.fact] : undefined;
  return fact?.absent !== undefined && sumOf(fact.absent) !== undefined;
}

function partsOf(source: Source): readonly Source[] {
  return 'sum' in source ? source.sum : [source];
}

/** A plain zero next to an amount is an amount of zero. */
function spelled(parts: readonly Lowered[]): readonly Lowered[] {
  const hasSum = parts.some(({ shape }) => shape.type === 'money' || shape.type === 'exact');
  if (!hasSum) return parts;
  return parts.map((part) =>
    'literal' in part.source && part.source.literal === 0 && part.shape.type === 'count'
      ? { source: part.source, shape: { type: 'money' } }
      : part,
  );
}
