/** Resolves the names in expressions: sources of values, and conditions. */
import type { FormulaOperation, When } from '../model/source.js';
import { sameShape, type ValueShape } from '../model/value.js';
import type { Expression, Relation } from './expression.js';
import { nearest, type Path, show } from './finder.js';
import { lowerAnswer } from './lowerAnswer.js';
import { lowerOperation } from './lowerOperation.js';
import { lowerQuantity } from './lowerQuantity.js';
import type { Lowered, Scope } from './scope.js';
import { numberTypes, typeWord } from './shapeOfOperation.js';

/** Resolves the value of an expression; `wanted` determines the type of a plain number or word. */
export function lowerValue(scope: Scope, expression: Expression, path: Path, wanted?: ValueShape): Lowered | undefined {
  switch (expression.is) {
    case 'quantity':
      return lowerQuantity(scope, expression, path, wanted);
    case 'text':
    case 'day':
    case 'instant':
      return { source: { literal: expression.text }, shape: { type: expression.is } };
    case 'flag':
      return { source: { literal: expression.flag }, shape: { type: 'flag' } };
    case 'name':
      return named(scope, expression.path, path, wanted);
    case 'clause':
      return lowerAnswer(scope, expression.address, expression.field, path);
    case 'call':
      return called(scope, expression, path);
    case 'negative':
      return lowerOperation(scope, 'negative', [lowerValue(scope, expression.of, path, wanted)], path);
    case '+':
    case '-':
    case '*':
    case '/':
      return lowerOperation(
        scope,
        ({ '+': 'sum', '-': 'difference', '*': 'product', '/': 'quotient' } as const)[expression.is],
        expression.of.map((part) => lowerValue(scope, part, path)),
        path,
      );
    case 'if': {
      const when = lowerCondition(scope, expression.when, path);
      const branches = [expression.then, expression.otherwise].map((part) => lowerValue(scope, part, path, wanted));
      return lowerOperation(scope, 'choose', branches, path, when);
    }
    case 'item':
      return scope.finder.add(
        path,
        'unknown',
        show(`${expression.record}[…]`),
        'a fact or a [clause]: records belong to an account, and a posting binds them',
        scope.clause,
      );
    default: {
      // The value of a comparison is a flag.
      const when = lowerCondition(scope, expression, path);
      return when && { source: { compute: 'holds', of: [], when, shape: { type: 'flag' } }, shape: { type: 'flag' } };
    }
  }
}

function named(
  scope: Scope,
  names: readonly string[],
  path: Path,
  wanted: ValueShape | undefined,
): Lowered | undefined {
  const [first = '', ...rest] = names;
  if (rest.length === 0) {
    const shape = Object.hasOwn(scope.facts, first) ? scope.facts[first] : undefined;
    if (shape !== undefined) return { source: { fact: first }, shape };
    if (wanted?.type === 'text' && wanted.oneOf?.includes(first)) return { source: { literal: first }, shape: wanted };
  }
  const known = [...Object.keys(scope.facts), ...(wanted?.type === 'text' ? (wanted.oneOf ?? []) : [])];
  const near = nearest(names.join('.'), known);
  const expected = near.length > 0 ? near.join(', ') : 'a fact the agreement declares';
  return scope.finder.add(path, 'unknown', show(names.join('.')), expected, scope.clause);
}

const functions: Readonly<Record<string, FormulaOperation>> = {
  min: 'least',
  max: 'greatest',
  sum: 'total',
  mean: 'mean',
  round: 'round',
  earliest: 'least',
  latest: 'greatest',
  startOfMonth: 'startOfMonth',
  endOfMonth: 'endOfMonth',
  daysInMonth: 'daysInMonth',
  startOfDay: 'startOfDay',
  minutesBetween: 'minutesBetween',
};

function called(scope: Scope, { name, of }: Expression & { is: 'call' }, path: Path): Lowered | undefined {
  const operation = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (operation === undefined) {
    const near = nearest(name, Object.keys(functions));
    const known = near.length > 0 ? near : Object.keys(functions);
    return scope.finder.add(path, 'unknown', show(name), `a function: ${known.join(', ')}`, scope.clause);
  }
  if (operation !== 'round')
    return lowerOperation(
      scope,
      operation,
      of.map((part) => lowerValue(scope, part, path)),
      path,
    );
  const [value, mode, ...others] = of;
  if (value === undefined || others.length > 0 || (mode !== undefined && mode.is !== 'name'))
    return scope.finder.add(path, 'type', show(name), 'round(an amount) or round(an amount, floor)', scope.clause);
  return lowerOperation(scope, 'round', [lowerValue(scope, value, path)], path, undefined, mode?.path.join('.'));
}

const flipped: Readonly<Record<Relation, Relation>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const comparisonOfNumbers = { '<': 'lessThan', '<=': 'atMost', '>': 'moreThan', '>=': 'atLeast' } as const;
const comparisonOfDays = { '<': 'before', '<=': 'onOrBefore', '>': 'after', '>=': 'onOrAfter' } as const;

/** Resolves an expression as a condition. */
export function lowerCondition(scope: Scope, expression: Expression, path: Path): When | undefined {
  switch (expression.is) {
    case 'and':
    case 'or': {
      const parts = chained(expression.is, expression).map((part) => lowerCondition(scope, part, path));
      if (parts.some((part) => part === undefined)) return undefined;
      return expression.is === 'and' ? { all: parts as When[] } : { any: parts as When[] };
    }
    case 'not': {
      const { of } = expression;
      if (of.is === 'given') {
        const operand = lowerValue(scope, of.of, path);
        return operand && ({ ...operand.source, isGiven: false } as When);
      }
      const inner = lowerCondition(scope, of, path);
      return inner && { not: inner };
    }
    case 'given': {
      const operand = lowerValue(scope, expression.of, path);
      return operand && ({ ...operand.source, isGiven: true } as When);
    }
    case 'in':
      return listed(scope, expression, path);
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(scope, expression.is, expression.of, path);
    default: {
      const operand = lowerValue(scope, expression, path);
      if (operand === undefined) return undefined;
      if (operand.shape.type === 'flag') return { ...operand.source, is: true } as When;
      return scope.finder.add(
        path,
        'type',
        typeWord(operand.shape),
        'a condition: a comparison, or something that is true or false',
        scope.clause,
      );
    }
  }
}

/** `a and b and c` is a single list of three. */
function chained(operator: 'and' | 'or', expression: Expression): readonly Expression[] {
  if (expression.is !== operator) return [expression];
  const [left, right] = expression.of as readonly [Expression, Expression];
  return [...chained(operator, left), right];
}

function listed(scope: Scope, { of, list }: Expression & { is: 'in' }, path: Path): When | undefined {
  const operand = lowerValue(scope, of, path);
  if (operand === undefined) return undefined;
  const words: string[] = [];
  for (const part of list) {
    const value = lowerValue(scope, part, path, operand.shape);
    if (value === undefined) return undefined;
    if (!('literal' in value.source) || typeof value.source.literal !== 'string')
      return scope.finder.add(path, 'type', part.is, 'texts in apostrophes after "in"', scope.clause);
    words.push(value.source.literal);
  }
  return { ...operand.source, isOneOf: words } as When;
}

function compared(
  scope: Scope,
  relation: Relation,
  [left, right]: readonly [Expression, Expression],
  path: Path,
): When | undefined {
  // The side whose type is known determines the type of a plain word or number on the other side.
  const isPlain = (side: Expression): boolean => ['quantity', 'text', 'day', 'instant', 'flag'].includes(side.is);
  if (isPlain(left) && !isPlain(right)) return compared(scope, flipped[relation], [right, left], path);
  const operand = lowerValue(scope, left, path);
  if (operand === undefined) return undefined;
  const threshold = lowerValue(scope, right, path, operand.shape);
  if (threshold === undefined) return undefined;
  const { shape } = operand;
  const value = 'literal' in threshold.source ? threshold.source.literal : threshold.source;
  if (!comparable(shape, threshold.shape))
    return scope.finder.add(
      path,
      'type',
      `${typeWord(shape)} and ${typeWord(threshold.shape)}`,
      'values that can be compared with each other',
      scope.clause,
    );
  if (relation === '=' || relation === '!=') {
    const ordered = ['money', 'exact', 'count', 'rate', 'decimal', 'fraction', 'day', 'instant'].includes(shape.type);
    const equal = { ...operand.source, [ordered ? 'equals' : 'is']: value } as When;
    return relation === '=' ? equal : { not: equal };
  }
  const words = shape.type === 'day' || shape.type === 'instant' ? comparisonOfDays : comparisonOfNumbers;
  return { ...operand.source, [words[relation]]: value } as When;
}

function comparable(a: ValueShape, b: ValueShape): boolean {
  const isSum = ({ type }: ValueShape): boolean => type === 'money' || type === 'exact';
  if (isSum(a) && isSum(b)) return true;
  if (numberTypes.includes(a.type) && numberTypes.includes(b.type)) return true;
  return sameShape(a, b) || sameShape(b, a);
}
