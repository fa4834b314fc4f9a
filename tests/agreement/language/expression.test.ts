import { describe, expect, it } from 'vitest';
import { type Expression, parseExpression } from '../../../src/agreement/language/expression.js';

/** An expression in brackets, so that what binds to what can be read. */
function shown(expression: Expression): string {
  switch (expression.is) {
    case 'quantity':
      return expression.unit === '' ? expression.number : `${expression.number} ${expression.unit}`;
    case 'text':
      return `'${expression.text}'`;
    case 'day':
    case 'instant':
      return expression.text;
    case 'flag':
      return String(expression.flag);
    case 'name':
      return expression.path.join('.');
    case 'clause':
      return `[${expression.address}]${expression.field === undefined ? '' : `.${expression.field}`}`;
    case 'item':
      return `${expression.record}[${shown(expression.key)}].${expression.field}`;
    case 'call':
      return `${expression.name}(${expression.of.map(shown).join(', ')})`;
    case 'negative':
    case 'not':
    case 'given':
      return `(${expression.is} ${shown(expression.of)})`;
    case 'in':
      return `(${shown(expression.of)} in ${expression.list.map(shown).join(' ')})`;
    case 'if':
      return `(if ${shown(expression.when)} ${shown(expression.then)} ${shown(expression.otherwise)})`;
    default:
      return `(${shown(expression.of[0])} ${expression.is} ${shown(expression.of[1])})`;
  }
}

describe('parseExpression', () => {
  it.each([
    ['a + b * c', '(a + (b * c))', 'products bind first'],
    ['a - b - c', '((a - b) - c)', 'from the left'],
    ['(a + b) * c', '((a + b) * c)', 'brackets'],
    ['-a + b', '((negative a) + b)', 'a sign binds to its value'],
    ['a or b and not c', '(a or (b and (not c)))', 'and before or, not before both'],
    ['a = b and c <= d', '((a = b) and (c <= d))', 'comparisons before and'],
    ['not a = b', '(not (a = b))', 'not is about the whole comparison'],
    ["kind in ('a', 'it''s')", "(kind in 'a' 'it's')", 'an apostrophe is written twice'],
    ["kind not in ('a')", "(not (kind in 'a'))", 'not in'],
    ['a is given or b is not given', '((given a) or (not (given b)))', 'given'],
    ['[6.10/penalty].accrued > 0', '([6.10/penalty].accrued > 0)', 'a clause in brackets is no division'],
    ['[1(9)/minimum] / 2', '([1(9)/minimum] / 2)', 'and can be divided'],
    ['purchase[event.purchase].paid', 'purchase[event.purchase].paid', 'a record by its key'],
    ['status = beyond-limit', '(status = beyond-limit)', 'a hyphen between letters belongs to the word'],
    ['a - b', '(a - b)', 'between blanks it takes away'],
    ['day + 5 banking days', '(day + 5 banking days)', 'a limit'],
    ['paid * 0.1 %', '(paid * 0.1 %)', 'a rate'],
    ['paid > 100.00 KZT', '(paid > 100.00 KZT)', 'a sum'],
    ['on >= 2026-03-31', '(on >= 2026-03-31)', 'a day is no subtraction'],
    ['if a > 0 then b else c - d', '(if (a > 0) b (c - d))', 'a choice'],
    ['max(a - b, 0)', 'max((a - b), 0)', 'a function'],
  ])('%s is %s: %s', (text, expected) => {
    const read = parseExpression(text);
    expect('expression' in read ? shown(read.expression) : read.error).toBe(expected);
  });

  it.each([
    ['', 0, 'a value'],
    ['a +', 3, 'a value'],
    ['a b', 2, 'an operator'],
    ['(a', 2, '")"'],
    ["'a", 0, 'apostrophe'],
    ['[6.10', 0, 'square brackets'],
    ['a is', 4, 'given'],
    ['if a then b', 11, '"else"'],
    ['a[b]', 4, 'a field of the record'],
    ['a # b', 2, 'an operator'],
  ])('reports where %j stops being one', (text, at, expected) => {
    const read = parseExpression(text);
    expect('error' in read ? read.error.at : 'parsed').toBe(at);
    expect('error' in read ? read.error.expected : '').toContain(expected);
  });

  it('ends at once in an error for deep nesting and for a text nobody reads', () => {
    const deep = parseExpression(`${'('.repeat(4_000)}a${')'.repeat(4_000)}`);
    expect('error' in deep ? deep.error.expected : '').toBe('at most 64 levels of brackets');
    for (const text of [`${'('.repeat(10_000)}a${')'.repeat(10_000)}`, 'a'.repeat(1_000_000)]) {
      const long = parseExpression(text);
      expect('error' in long ? long.error.expected : '').toContain('at most 10000 characters');
    }
  });

  it.each(['constructor', '__proto__', 'a.toString', '[__proto__].x'])('takes %s for a name like any other', (text) => {
    expect('expression' in parseExpression(text)).toBe(true);
  });
});
