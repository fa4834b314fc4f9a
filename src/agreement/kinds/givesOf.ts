import type { Computation } from '../model/agreement.js';
import type { ValueShape } from '../model/value.js';
import { kinds } from './index.js';

/** The fields of the answer of a computation: those of its kind, or of its formula. @internal */
export function givesOf({ kind, gives }: Computation): Readonly<Record<string, ValueShape>> | undefined {
  return gives ?? kinds.get(kind)?.gives;
}
