import { isRecord } from '../language/isRecord.js';
import type { Source } from './source.js';
import type { Placed } from './sourceErrors.js';
import type { ErrorList } from './value.js';

/** The maximum length of a chain of computations that depend on one another; real agreements have less than ten. */
const longestChain = 64;

/**
 * Finds computations that depend on themselves, and chains so long that evaluating them would exhaust the stack.
 *
 * @internal
 */
export function circleErrors(placed: ReadonlyMap<string, Placed>, errors: ErrorList): void {
  // The length of the longest chain that ends with each computation; open while it is being visited.
  const depths = new Map<string, number | 'open'>();
  let isReported = false;
  const tooLong = ({ path, clause }: Placed, address: string): number => {
    if (!isReported)
      errors.add(path, 'nesting', address, `at most ${longestChain} computations that depend on one another`, clause);
    isReported = true;
    return 0;
  };
  const visit = (address: string, way: readonly string[]): number => {
    const found = placed.get(address);
    if (found === undefined) return 0;
    const known = depths.get(address);
    if (known === 'open') {
      errors.add(
        found.path,
        'circle',
        [...way, address].join(' -> '),
        'a computation that does not depend on itself',
        found.clause,
      );
      return 0;
    }
    if (known !== undefined) return known;
    if (way.length >= longestChain) return tooLong(found, address);
    depths.set(address, 'open');
    let deepest = 0;
    for (const source of Object.values(found.computation.from ?? {}))
      for (const next of resultsOf(source)) deepest = Math.max(deepest, visit(next, [...way, address]));
    const depth = deepest < longestChain ? deepest + 1 : tooLong(found, address);
    depths.set(address, depth);
    return depth;
  };
  for (const address of placed.keys()) visit(address, []);
}

function resultsOf(source: Source): string[] {
  if (!isRecord(source)) return [];
  if ('sum' in source && Array.isArray(source.sum)) return (source.sum as Source[]).flatMap(resultsOf);
  // The condition of a formula uses results, too.
  if ('compute' in source) return Object.values(source).flatMap((part) => partsIn(part).flatMap(resultsOf));
  return 'result' in source ? [source.result as string] : [];
}

/** Every record in a part of the model. */
function partsIn(part: unknown): Source[] {
  if (typeof part !== 'object' || part === null) return [];
  return [...(Array.isArray(part) ? [] : [part as Source]), ...Object.values(part).flatMap(partsIn)];
}
