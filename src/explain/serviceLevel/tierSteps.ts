import type { ValueShape } from '../../agreement/model/value.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { flagValue } from '../../agreement/steps/values.js';

/** The edges of a tier. */
export const edgeFields: Readonly<Record<string, ValueShape>> = {
  atLeast: { type: 'decimal' },
  above: { type: 'decimal' },
  below: { type: 'decimal' },
  atMost: { type: 'decimal' },
};

/** The comparison of a value with each edge. */
const relations = { atLeast: 'atLeast', above: 'moreThan', below: 'lessThan', atMost: 'atMost' } as const;

/**
 * Why a value is in a tier: its comparison with each edge of the tier.
 *
 * @internal
 */
export function tierSteps(record: Recording, value: Operand, at: number): Readonly<Record<string, Operand>> {
  const found: Record<string, Operand> = {};
  for (const [name, relation] of Object.entries(relations)) {
    const edge = record.operand(`tiers.${at}.${name}`);
    if (edge !== undefined)
      found[name] = record.add('compare', `tier.${name}`, { left: value, right: edge }, flagValue(true), {
        notes: { relation },
      });
  }
  return found;
}
