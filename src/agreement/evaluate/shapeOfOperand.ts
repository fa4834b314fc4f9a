import type { Agreement } from '../model/definedAgreement.js';
import type { Source } from '../model/source.js';
import type { ValueShape } from '../model/value.js';
import { shapeOfSource } from './shapeOfSource.js';

/** The shape of the value of an operand of a formula or a condition; that of a literal follows from its value. @internal */
export function shapeOfOperand(agreement: Agreement, source: Source): ValueShape {
  const shape = shapeOfSource(agreement, source);
  if (shape !== undefined) return shape;
  const { literal } = source as { readonly literal: unknown };
  if (typeof literal === 'number') return { type: 'count' };
  if (typeof literal === 'boolean') return { type: 'flag' };
  if (typeof literal === 'object' && literal !== null)
    return 'amount' in literal ? { type: 'money' } : { type: 'limit' };
  const text = String(literal);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { type: 'day' };
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return { type: 'instant' };
  return /^-?\d+(\.\d+)?$/.test(text) ? { type: 'decimal' } : { type: 'text' };
}
