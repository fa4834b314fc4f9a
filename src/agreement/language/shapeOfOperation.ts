import type { FormulaOperation } from '../model/source.js';
import { sameShape, type ValueShape } from '../model/value.js';

/** A type in words, for findings. */
export function typeWord(shape: ValueShape): string {
  return shape.type === 'exact'
    ? 'an unrounded amount'
    : shape.type === 'list'
      ? `a list of ${shape.of.type}`
      : shape.type;
}

/** The types that are numbers. */
export const numberTypes: readonly string[] = ['count', 'decimal', 'rate', 'fraction'];

/** The shape of the result of an operation, or a description of its valid operands. */
export function shapeOfOperation(operation: FormulaOperation, shapes: readonly ValueShape[]): ValueShape | string {
  const [first, second] = shapes;
  const types = shapes.map(({ type }) => type);
  const isSum = (type: string | undefined): boolean => type === 'money' || type === 'exact';
  const isNumber = (type: string | undefined): boolean => type !== undefined && numberTypes.includes(type);
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
      return 'values of one unit: amounts with amounts, counts with counts, a day and a limit';
    }
    case 'product': {
      const sums = types.filter(isSum).length;
      if (sums > 1 || !types.every((type) => isSum(type) || isNumber(type)))
        return 'an amount and a number or a rate, or two numbers';
      if (sums === 0) return types.every((type) => type === 'count') ? { type: 'count' } : { type: 'fraction' };
      // An integer number of amounts is an amount; anything else must be rounded first.
      return types.every((type) => type === 'money' || type === 'count') ? { type: 'money' } : { type: 'exact' };
    }
    case 'quotient':
      if (isSum(first?.type) && isNumber(second?.type)) return { type: 'exact' };
      if ((isSum(first?.type) && isSum(second?.type)) || types.every(isNumber)) return { type: 'fraction' };
      return 'an amount by a number, an amount by an amount (a share), or two numbers';
    case 'least':
    case 'greatest': {
      const others = shapes.slice(1);
      if (first !== undefined && types.every(isSum)) return { type: types.includes('exact') ? 'exact' : 'money' };
      if (first === undefined || !others.every((shape) => sameShape(first, shape) || sameShape(shape, first)))
        return 'two values or more that can be compared with each other';
      return ['count', 'decimal', 'rate', 'fraction', 'day', 'instant'].includes(first.type)
        ? first
        : 'values that can be ordered';
    }
    case 'total':
    case 'mean': {
      if (shapes.length !== 1 || first?.type !== 'list') return 'a list of amounts or of numbers';
      const { of } = first;
      if (isSum(of.type)) return operation === 'total' ? of : { type: 'exact' };
      if (!isNumber(of.type)) return 'a list of amounts or of numbers';
      return operation === 'total' && of.type === 'count' ? of : { type: 'fraction' };
    }
    case 'round':
      return shapes.length === 1 && isSum(first?.type) ? { type: 'money' } : 'an amount to round';
    case 'choose':
      if (first !== undefined && second !== undefined) {
        if (types.every(isSum)) return { type: types.includes('exact') ? 'exact' : 'money' };
        if (sameShape(first, second)) return first;
      }
      return 'two values of the same type after "then" and "else"';
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
