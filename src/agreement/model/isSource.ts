import { isRecord } from '../language/isRecord.js';
import type { Source } from './source.js';

/** Whether a threshold or an argument is a source rather than a literal. @internal */
export function isSource(value: unknown): value is Source {
  return isRecord(value) && ['fact', 'result', 'sum', 'literal', 'compute'].some((name) => Object.hasOwn(value, name));
}
