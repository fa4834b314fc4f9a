import type { Computation } from '../model/agreement.js';
import type { ValueShape } from '../model/value.js';
import { kinds } from './index.js';

/** Fields of the answer of a computation: those of its kind, or what its formula gives. @internal */
export function givesOf({ kind, gives }: Computation): Readonly<Record<string, ValueShape>> | undefined {
  return gives ?? kinds.get(kind)?.gives;
}
