import { countValue, entryOperands } from '../../agreement/steps/values.js';
import { type Tier, tierOf } from '../../serviceLevel/tierOf.js';
import type { Derivation } from '../derivation.js';
import { edgeFields, tierSteps } from './tierSteps.js';

interface Given {
  readonly value: string;
  readonly tiers: readonly Tier[];
}

/** The tier a value falls into, by comparison with its edges. */
export const tierOfSteps: Derivation<Given, Tier> = {
  takes: {
    type: 'record',
    fields: {
      value: { type: 'decimal' },
      tiers: { type: 'list', of: { type: 'record', fields: edgeFields, optional: Object.keys(edgeFields) } },
    },
  },
  steps(record, { value, tiers }) {
    const at = tiers.indexOf(tierOf({ value, tiers }));
    const operand = record.need('value');
    tierSteps(record, operand, at);
    const names = Object.fromEntries(Object.keys(edgeFields).map((name) => [name, name]));
    const operands = { value: operand, ...entryOperands(record, 'tiers', tiers.length, names) };
    return { tier: record.add('tierAmong', 'tier.found', operands, countValue(at + 1, 'tiers')) };
  },
};
