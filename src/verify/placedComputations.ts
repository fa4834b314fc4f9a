import { fieldAt, isRecord, type Json, listOf, textAt } from './json.js';
import { mergePatch } from './mergePatch.js';

/** A computation of the agreement under the readings of a result. */
export interface Placed {
  readonly address: string;
  readonly clause: string;
  readonly kind: string;
  readonly terms: Json;
  readonly from: Readonly<Record<string, Json>>;
  readonly readings: readonly Json[];
  readonly counts: Json;
}

/**
 * The computations of an agreement by address, with the given options of the readings applied; other readings keep the
 * options in force.
 */
export function placedComputations(agreement: Json, readings: Json): ReadonlyMap<string, Placed> {
  const patches = listOf(fieldAt(agreement, 'readings')).map((reading) => {
    const option = fieldAt(readings, textAt(reading, 'id')) ?? fieldAt(reading, 'chosen');
    return fieldAt(reading, 'options', textAt(option), 'patch');
  });
  const placed = new Map<string, Placed>();
  for (const clause of listOf(fieldAt(agreement, 'clauses')))
    for (const computes of listOf(fieldAt(clause, 'computes'))) {
      const ref = textAt(clause, 'ref');
      const address = `${ref}/${textAt(computes, 'id')}`;
      const own = patches.map((patch) => fieldAt(patch, address)).filter((patch) => patch !== undefined);
      const computation = own.reduce(mergePatch, computes);
      const from = fieldAt(computation, 'from');
      placed.set(address, {
        address,
        clause: ref,
        kind: textAt(computation, 'kind'),
        terms: fieldAt(computation, 'terms'),
        from: isRecord(from) ? from : {},
        readings: listOf(fieldAt(computation, 'readings')),
        counts: fieldAt(computation, 'counts'),
      });
    }
  return placed;
}
