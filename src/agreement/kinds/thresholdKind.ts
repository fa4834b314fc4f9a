import { flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly count: number;
  readonly relation: 'atLeast' | 'moreThan';
  readonly threshold: number;
}

/** Whether a count reaches a threshold, or exceeds it. */
export const thresholdKind: Kind<Given, { holds: boolean }> = {
  kind: 'threshold',
  takes: {
    type: 'record',
    fields: {
      count: { type: 'count' },
      relation: { type: 'text', oneOf: ['atLeast', 'moreThan'] },
      threshold: { type: 'count' },
    },
  },
  gives: { holds: { type: 'flag' } },
  countsLimit: false,
  answer({ count, relation, threshold }) {
    return { holds: relation === 'atLeast' ? count >= threshold : count > threshold };
  },
  steps(record, { relation }, { holds }) {
    const operands = { left: record.need('count'), right: record.need('threshold') };
    const role = `threshold.${relation}`;
    return { holds: record.add('compare', role, operands, flagValue(holds), { notes: { relation } }) };
  },
};
