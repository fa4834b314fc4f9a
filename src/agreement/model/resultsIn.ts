import { eachRecord } from './recordsIn.js';
import type { ComputationAddress } from './source.js';

/**
 * The addresses of the computations whose answers a part of an agreement uses, in order, each as often as it is used.
 *
 * @internal
 */
export function resultsIn(part: unknown): readonly ComputationAddress[] {
  const found: ComputationAddress[] = [];
  eachRecord(part, ({ result }) => {
    if (typeof result === 'string') found.push(result);
  });
  return found;
}
