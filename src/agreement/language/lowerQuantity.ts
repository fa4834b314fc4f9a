import type { ValueShape } from '../model/value.js';
import type { Expression } from './expression.js';
import { type Path, show } from './finder.js';
import { limitOf, rateOf } from './literal.js';
import type { Lowered, Scope } from './scope.js';

/** The value of a number with its unit: a rate, an amount, a limit or a plain number, whose type `wanted` determines. */
export function lowerQuantity(
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
        'a limit such as 5 banking days',
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
