import { isRecord } from '../language/isRecord.js';
import type { AgreementData, Computation } from './agreement.js';

/** Computations by address; malformed clauses and computations have their own findings. @internal */
export function computationsByAddress({ clauses }: AgreementData): ReadonlyMap<string, Computation> {
  const found = new Map<string, Computation>();
  for (const clause of clauses) {
    if (!isRecord(clause) || !Array.isArray(clause.computes)) continue;
    for (const computation of clause.computes as readonly Computation[]) {
      const address = isRecord(computation) ? `${clause.ref}/${computation.id}` : undefined;
      if (address !== undefined && !found.has(address)) found.set(address, computation);
    }
  }
  return found;
}
