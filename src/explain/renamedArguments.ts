import type { Recording } from '../agreement/steps/recorder.js';
import type { Operand } from '../agreement/steps/step.js';

/**
 * What a kind sees where its arguments are called otherwise, or are the outcome of earlier steps: `find` gives the operand for one of its paths, or
 * the path it has here.
 *
 * @internal
 */
export function renamedArguments(record: Recording, find: (path: string) => Operand | string): Recording {
  const at = (path: string): Operand | undefined => {
    const found = find(path);
    return typeof found === 'string' ? record.operand(found) : found;
  };
  return {
    operand: at,
    need(path) {
      const found = find(path);
      return typeof found === 'string' ? record.need(found) : found;
    },
    add: record.add,
  };
}
