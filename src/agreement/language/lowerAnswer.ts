import { nearest, type Path, show } from './finder.js';
import type { Lowered, Scope } from './scope.js';

/** A field of the answer of a clause; the first one if none is named. */
export function lowerAnswer(scope: Scope, written: string, field: string | undefined, path: Path): Lowered | undefined {
  const address = addressIn(scope, written, path);
  if (address === undefined) return undefined;
  const gives = scope.gives(address);
  if (gives === undefined) return undefined;
  const name = field ?? Object.keys(gives)[0] ?? '';
  const shape = Object.hasOwn(gives, name) ? gives[name] : undefined;
  if (shape !== undefined) return { source: { result: address, field: name }, shape };
  return scope.finder.add(
    path,
    'unknown',
    show(name),
    `a field that ${address} gives: ${Object.keys(gives).join(', ')}`,
    scope.clause,
  );
}

/** Resolves the address of a computation, or the number of a clause with only one, to an address. */
export function addressIn(scope: Scope, written: string, path: Path): string | undefined {
  if (scope.gives(written) !== undefined) return written;
  const own = scope.addresses(written);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return only;
  const near = own.length > 1 ? own : nearest(written, scope.addresses());
  const expected = near.length > 0 ? near.join(', ') : 'the address of a computation, such as 6.10/penalty';
  // A computation that exists but could not be read has its own finding.
  if (scope.addresses().includes(written)) return undefined;
  return scope.finder.add(path, 'unknown', show(written), expected, scope.clause);
}
