import type { Agreement } from '../model/definedAgreement.js';
import type { Source } from '../model/source.js';
import type { ValueShape } from '../model/value.js';

/** The shape of the value of a source; undefined for a literal, which takes the shape of its place. @internal */
export function shapeOfSource(agreement: Agreement, source: Source): ValueShape | undefined {
  if ('fact' in source) return agreement.data.facts[source.fact];
  if ('sum' in source) return { type: 'money' };
  if ('compute' in source) return source.shape;
  if (!('result' in source)) return undefined;
  const placed = agreement.computations.get(source.result);
  return placed && agreement.givesOf(placed.computation)?.[source.field];
}
