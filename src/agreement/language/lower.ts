/** Resolves the names in expressions: sources of values, conditions, and bindings of postings. */
import { roundings } from '../../money/rounding.js';
import type { Binding, FactDeclaration, FormulaOperation, Source, When } from '../model/agreement.js';
import { sameShape, type ValueShape } from '../model/value.js';
import { type Expression, parseExpression, type Relation } from './expression.js';
import { type Finder, nearest, type Path, show } from './finder.js';
import { limitOf, rateOf, sumOf } from './literal.js';

/** The names available to an expression. */
export interface Scope {
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  /** The fields of the answer of a computation, the main one first; undefined for an unknown address. */
  gives(address: string): Readonly<Record<string, ValueShape>> | undefined;
  /** The addresses of the computations of a clause, or of all of them. */
  addresses(clause?: string): readonly string[];
  readonly finder: Finder;
  /** The clause for findings. */
  readonly clause?: string;
}

/** The value of an expression: its source and its shape. */
export interface Lowered {
  readonly source: Source;
  readonly shape: ValueShape;
}

/** Parses an expression; a syntax error is reported as a finding. */
export function parsed(scope: Scope, text: string, path: Path): Expression | undefined {
  const read = parseExpression(text);
  if ('expression' in read) return read.expression;
  const { at, found, expected } = read.error;
  return scope.finder.add(
    path,
    'syntax',
    show(found),
    `${expected}, at character ${at + 1} of the expression`,
    scope.clause,
  );
}

/** Resolves the value of an expression; `wanted` determines the type of a plain number or word. */
export function lowerValue(scope: Scope, expression: Expression, path: Path, wanted?: ValueShape): Lowered | undefined {
  switch (expression.is) {
    case 'quantity':
      return quantity(scope, expression, path, wanted);
    case 'text':
    case 'day':
    case 'instant':
      return { source: { literal: expression.text }, shape: { type: expression.is } };
    case 'flag':
      return { source: { literal: expression.flag }, shape: { type: 'flag' } };
    case 'name':
      return named(scope, expression.path, path, wanted);
    case 'clause':
      return answered(scope, expression.address, expression.field, path);
    case 'call':
      return called(scope, expression, path);
    case 'negative':
      return formula(scope, 'negative', [lowerValue(scope, expression.of, path, wanted)], path);
    case '+':
    case '-':
    case '*':
    case '/':
      return formula(
        scope,
        ({ '+': 'sum', '-': 'difference', '*': 'product', '/': 'quotient' } as const)[expression.is],
        expression.of.map((part) => lowerValue(scope, part, path)),
        path,
      );
    case 'if': {
      const when = lowerCondition(scope, expression.when, path);
      const branches = [expression.then, expression.otherwise].map((part) => lowerValue(scope, part, path, wanted));
      return formula(scope, 'choose', branches, path, when);
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

function quantity(
  scope: Scope,
  { number, unit }: Expression & { is: 'quantity' },
  path: Path,
  wanted: ValueShape | undefined,
): Lowered | undefined {
  if (unit === '%') return { source: { literal: rateOf(`${number} %`) as string }, shape: { type: 'rate' } };
  if (/^[A-Z]{3}$/.test(unit))
    return { source: { literal: { amount: number, currency: unit } }, shape: { type: 'money' } };
  if (unit !== '') {
    const limit = limitOf(`${number} ${unit}`);
    if (limit === undefined)
      return scope.finder.add(
        path,
        'limit-invalid',
        show(`${number} ${unit}`),
        'a limit as 5 banking days',
        scope.clause,
      );
    return { source: { literal: limit }, shape: { type: 'limit' } };
  }
  const isWhole = /^\d+$/.test(number);
  if (wanted?.type === 'rate' || wanted?.type === 'decimal') return { source: { literal: number }, shape: wanted };
  // Zero needs no currency.
  if (wanted?.type === 'money' && Number(number) === 0) return { source: { literal: 0 }, shape: wanted };
  return isWhole
    ? { source: { literal: Number(number) }, shape: { type: 'count' } }
    : { source: { literal: number }, shape: { type: 'decimal' } };
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

/** A field of the answer of a clause; the first one if none is named. */
export function answered(scope: Scope, written: string, field: string | undefined, path: Path): Lowered | undefined {
  const address = addressIn(scope, written, path);
  if (address === undefined) return undefined;
  const gives = scope.gives(address);
  if (gives === undefined) return undefined;
  const name = field ?? Object.keys(gives)[0] ?? '';
  const shape = Object.hasOwn(gives, name) ? gives[name] : undefined;
  if (shape !== undefined) return { source: { result: address, field: name }, shape };
  return scope.finder.add(
    path,
    'unknown',
    show(name),
    `a field that ${address} gives: ${Object.keys(gives).join(', ')}`,
    scope.clause,
  );
}

/** Resolves the address of a computation, or the number of a clause with only one, to an address. */
export function addressIn(scope: Scope, written: string, path: Path): string | undefined {
  if (scope.gives(written) !== undefined) return written;
  const own = scope.addresses(written);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return only;
  const near = own.length > 1 ? own : nearest(written, scope.addresses());
  const expected = near.length > 0 ? near.join(', ') : 'the address of a computation, as 6.10/penalty';
  // A computation that exists but could not be read has its own finding.
  if (scope.addresses().includes(written)) return undefined;
  return scope.finder.add(path, 'unknown', show(written), expected, scope.clause);
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
    return formula(
      scope,
      operation,
      of.map((part) => lowerValue(scope, part, path)),
      path,
    );
  const [value, mode, ...others] = of;
  if (value === undefined || others.length > 0 || (mode !== undefined && mode.is !== 'name'))
    return scope.finder.add(path, 'type', show(name), 'round(a sum) or round(a sum, floor)', scope.clause);
  return formula(scope, 'round', [lowerValue(scope, value, path)], path, undefined, mode?.path.join('.'));
}

/** An operation on values, with its result; incompatible units are reported as a finding. */
function formula(
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

function typeWord(shape: ValueShape): string {
  return shape.type === 'exact'
    ? 'an unrounded sum'
    : shape.type === 'list'
      ? `a list of ${shape.of.type}`
      : shape.type;
}

const numbers: readonly string[] = ['count', 'decimal', 'rate', 'fraction'];

/** The shape of the result of an operation, or a description of its valid operands. */
function shapeOfOperation(operation: FormulaOperation, shapes: readonly ValueShape[]): ValueShape | string {
  const [first, second] = shapes;
  const types = shapes.map(({ type }) => type);
  const isSum = (type: string | undefined): boolean => type === 'money' || type === 'exact';
  const isNumber = (type: string | undefined): boolean => type !== undefined && numbers.includes(type);
  switch (operation) {
    case 'negative':
    case 'sum':
    case 'difference': {
      if (first?.type === 'day' && operation !== 'negative') {
        if (second?.type === 'limit') return { type: 'day' };
        if (second?.type === 'day' && operation === 'difference') return { type: 'count', unit: 'calendarDays' };
      }
      if (types.every(isSum)) return { type: types.includes('exact') ? 'exact' : 'money' };
      if (types.every((type) => type === 'count')) return first as ValueShape;
      if (types.every(isNumber)) return { type: 'fraction' };
      return 'values of one unit: sums with sums, counts with counts, a day and a limit';
    }
    case 'product': {
      const sums = types.filter(isSum).length;
      if (sums > 1 || !types.every((type) => isSum(type) || isNumber(type)))
        return 'a sum and a number or a rate, or two numbers';
      if (sums === 0) return types.every((type) => type === 'count') ? { type: 'count' } : { type: 'fraction' };
      // An integer number of amounts is an amount; anything else must be rounded first.
      return types.every((type) => type === 'money' || type === 'count') ? { type: 'money' } : { type: 'exact' };
    }
    case 'quotient':
      if (isSum(first?.type) && isNumber(second?.type)) return { type: 'exact' };
      if ((isSum(first?.type) && isSum(second?.type)) || types.every(isNumber)) return { type: 'fraction' };
      return 'a sum by a number, a sum by a sum (a share), or two numbers';
    case 'least':
    case 'greatest': {
      const others = shapes.slice(1);
      if (first !== undefined && types.every(isSum)) return { type: types.includes('exact') ? 'exact' : 'money' };
      if (first === undefined || !others.every((shape) => sameShape(first, shape) || sameShape(shape, first)))
        return 'two values or more that can be compared with each other';
      return ['count', 'decimal', 'rate', 'fraction', 'day', 'instant'].includes(first.type)
        ? first
        : 'values that have an order';
    }
    case 'total':
    case 'mean': {
      if (shapes.length !== 1 || first?.type !== 'list') return 'a list of sums or of numbers';
      const { of } = first;
      if (isSum(of.type)) return operation === 'total' ? of : { type: 'exact' };
      if (!isNumber(of.type)) return 'a list of sums or of numbers';
      return operation === 'total' && of.type === 'count' ? of : { type: 'fraction' };
    }
    case 'round':
      return shapes.length === 1 && isSum(first?.type) ? { type: 'money' } : 'a sum to round';
    case 'choose':
      if (first !== undefined && second !== undefined) {
        if (types.every(isSum)) return { type: types.includes('exact') ? 'exact' : 'money' };
        if (sameShape(first, second)) return first;
      }
      return 'two values of one kind behind "then" and "else"';
    case 'startOfMonth':
    case 'endOfMonth':
      return shapes.length === 1 && first?.type === 'day' ? { type: 'day' } : 'a day';
    case 'daysInMonth':
      return shapes.length === 1 && first?.type === 'day' ? { type: 'count', unit: 'calendarDays' } : 'a day';
    case 'startOfDay':
      return shapes.length === 1 && first?.type === 'day' ? { type: 'instant' } : 'a day';
    case 'minutesBetween':
      return shapes.length === 2 && types.every((type) => type === 'instant') ? { type: 'fraction' } : 'two instants';
    default:
      return 'an operation of a formula';
  }
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
      return scope.finder.add(path, 'type', part.is, 'words in apostrophes behind "in"', scope.clause);
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
  if (numbers.includes(a.type) && numbers.includes(b.type)) return true;
  return sameShape(a, b) || sameShape(b, a);
}

/** Resolves a binding of a posting: a value of the event, of the account or of a record, or a literal. */
export function lowerBinding(scope: Scope, expression: Expression, path: Path): Binding | undefined {
  switch (expression.is) {
    case 'text':
    case 'day':
    case 'instant':
      return { literal: expression.text };
    case 'flag':
      return { literal: expression.flag };
    case 'quantity': {
      const lowered = quantity(scope, expression, path, undefined);
      return lowered && { literal: (lowered.source as { literal: unknown }).literal };
    }
    case 'item': {
      const key = lowerBinding(scope, expression.key, path);
      return key && { record: expression.record, key, field: expression.field };
    }
    case 'name':
      return boundName(scope, expression.path, path);
    case 'call': {
      const counter = counterOf(expression);
      return counter === undefined ? heldBy(scope, expression, path) : { counter, plus: 0 };
    }
    case '+': {
      const [left, right] = expression.of;
      const counter = counterOf(left);
      if (counter !== undefined && right.is === 'quantity' && /^\d+$/.test(right.number) && right.unit === '')
        return { counter, plus: Number(right.number) };
      break;
    }
    default:
  }
  return scope.finder.add(path, 'type', expression.is, `something of an account: ${bindings}`);
}

const bindings =
  "event.field, state.value, record[key].field, records.name, own.field, debt.field, result.field, wallet.name, wallet.name.spent, paidFor(purchase), returnedOf(purchase), leftOf(purchase), payableLeftOf(purchase), isOpen(right), isOpen(right, about), count('name') + 1, asOf, or a literal";

const partsOfPurchase = {
  paidFor: 'paid',
  returnedOf: 'returned',
  leftOf: 'left',
  payableLeftOf: 'payableLeft',
} as const;

/** A value about a purchase or a right: `leftOf(event.purchase)`, `isOpen(objection, event.act)`. */
function heldBy(scope: Scope, { name, of }: Expression & { is: 'call' }, path: Path): Binding | undefined {
  const [first, second, ...more] = of;
  if (Object.hasOwn(partsOfPurchase, name) && first !== undefined && second === undefined) {
    const purchase = lowerBinding(scope, first, path);
    return purchase && { purchase, part: partsOfPurchase[name as keyof typeof partsOfPurchase] };
  }
  if (name === 'isOpen' && first?.is === 'name' && more.length === 0) {
    const about = second && lowerBinding(scope, second, path);
    return { right: first.path.join('.'), ...(about && { about }) };
  }
  return scope.finder.add(path, 'unknown', show(name), `something of an account: ${bindings}`);
}

function counterOf(expression: Expression): string | undefined {
  if (expression.is !== 'call' || expression.name !== 'count' || expression.of.length !== 1) return undefined;
  const [name] = expression.of;
  if (name?.is === 'text') return name.text;
  return name?.is === 'name' ? name.path.join('.') : undefined;
}

function boundName(scope: Scope, names: readonly string[], path: Path): Binding | undefined {
  const [space, name, ...more] = names;
  if (space === 'asOf' && name === undefined) return { asOf: true };
  if (space === 'wallet' && name !== undefined && (more.length === 0 || (more.length === 1 && more[0] === 'spent')))
    return { wallet: name, part: more.length === 0 ? 'balance' : 'spent' };
  if (name !== undefined && more.length === 0)
    switch (space) {
      case 'event':
        return { event: name };
      case 'state':
        return { state: name };
      case 'records':
        return { records: name };
      case 'own':
        return { own: name };
      case 'debt':
        return { debt: name };
      case 'result':
        return { result: name };
      default:
    }
  return scope.finder.add(path, 'unknown', show(names.join('.')), `something of an account: ${bindings}`);
}
