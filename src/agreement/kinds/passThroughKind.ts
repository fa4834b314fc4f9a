import type { Money } from '../../money/money.js';
import type { Kind } from './kind.js';

/** An assessed amount, unchanged: "in full", 100 %. */
export const passThroughKind: Kind<{ readonly assessed: Money }, { amount: Money }> = {
  kind: 'passThrough',
  takes: { type: 'record', fields: { assessed: { type: 'money' } } },
  gives: { amount: { type: 'money' } },
  countsLimit: false,
  answer({ assessed }) {
    return { amount: assessed };
  },
  steps(record, _given, answer) {
    const out = { type: 'money', ...answer.amount.toJSON() } as const;
    return { amount: record.add('select', 'passThrough.inFull', { assessed: record.need('assessed') }, out) };
  },
};
