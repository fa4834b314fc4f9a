import type { Finding } from '../errors/agreementError.js';
import { printValue } from '../errors/agreementError.js';

/** The parts of a zod issue that are used here. @internal */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  /** Every schema here is created with a description of what is expected. */
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly discriminator?: string;
  readonly params?: { readonly code?: string } | undefined;
}

/** A finding with its path as a list. @internal */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly path: readonly PropertyKey[];
}

/**
 * Converts zod issues to findings. For a union, reports the branch that was probably intended: the one whose keys match
 * best.
 *
 * @internal
 */
export function zodFindings(
  issues: readonly Issue[],
  json: unknown,
  prefix: readonly PropertyKey[] = [],
): PlacedFinding[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    const value = valueAt(json, path);
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => found([...path, key], 'unknown', valueAt(value, [key]), issue.message));
    if (issue.code === 'invalid_union' && issue.discriminator === undefined) {
      const meant = branchMeant(issue.errors ?? [], value);
      return meant === undefined
        ? [found(path, missingOr('type', value), value, issue.message)]
        : zodFindings(meant, json, path);
    }
    if (issue.code === 'custom') return [found(path, issue.params?.code ?? 'type', value, issue.message)];
    const isChoice = issue.code === 'invalid_value' || issue.code === 'invalid_union';
    return [found(path, missingOr(isChoice ? 'choice' : 'type', value), value, issue.message)];
  });
}

function missingOr(code: string, value: unknown): string {
  return value === undefined ? 'missing' : code;
}

function found(path: readonly PropertyKey[], code: string, value: unknown, expected: string): PlacedFinding {
  return { path, finding: { path: path.map(String).join('.'), code, value: printValue(value), expected } };
}

/** The one branch with the fewest missing or unknown keys; undefined if there is no single one. */
function branchMeant(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  let meant: readonly Issue[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const branch of branches) {
    const distance = distanceOf(branch, value);
    if (distance < least) [meant, least] = [branch, distance];
    else if (distance === least) meant = undefined;
  }
  return meant;
}

function distanceOf(branch: readonly Issue[], value: unknown): number {
  let distance = 0;
  for (const { code, path, keys, errors = [] } of branch) {
    // A nested union is as close as its closest branch.
    if (code === 'invalid_union' && path.length === 0)
      distance += Math.min(...errors.map((inner) => distanceOf(inner, value)));
    else if (code === 'unrecognized_keys' && path.length === 0) distance += keys?.length ?? 0;
    else if (path.length === 0) return Number.POSITIVE_INFINITY;
    else if (path.length === 1 && valueAt(value, path) === undefined) distance += 1;
  }
  return distance;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let at = json;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[name];
  }
  return at;
}
