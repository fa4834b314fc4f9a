import { refuse } from '../../errors/agreementError.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Operand } from '../steps/step.js';
import { flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly day: string;
  readonly from?: string;
  readonly through?: string;
  readonly before?: string;
}

const relations = { from: 'atLeast', through: 'atMost', before: 'lessThan' } as const;
type Bound = keyof typeof relations;
const bounds = Object.keys(relations) as readonly Bound[];

/**
 * Whether a day lies within its bounds: `from` and `through` are inclusive, `before` is exclusive. At least one is
 * given.
 */
export const dayWithinKind: Kind<Given, { holds: boolean }> = {
  kind: 'dayWithin',
  takes: {
    type: 'record',
    fields: { day: { type: 'day' }, from: { type: 'day' }, through: { type: 'day' }, before: { type: 'day' } },
    optional: ['from', 'through', 'before'],
  },
  gives: { holds: { type: 'flag' } },
  countsLimit: false,
  answer(given) {
    if (bounds.every((bound) => given[bound] === undefined))
      refuse('argument-invalid', 'through', undefined, 'at least one of from, through and before');
    return { holds: bounds.every((bound) => keeps(given, bound)) };
  },
  steps(record, given, { holds }) {
    const kept: Record<string, Operand> = {};
    for (const bound of bounds) {
      const right = record.operand(bound);
      if (right === undefined) continue;
      const relation = relations[bound];
      kept[bound] = record.add(
        'compare',
        `within.${bound}`,
        { left: record.need('day'), right },
        flagValue(keeps(given, bound)),
        { notes: { relation } },
      );
    }
    const [only, another] = Object.values(kept);
    if (only !== undefined && another === undefined) return { holds: only };
    return { holds: record.add('match', 'conditions.all', kept, flagValue(holds)) };
  },
};

function keeps(given: Given, bound: Bound): boolean {
  const limit = given[bound];
  if (limit === undefined) return true;
  const order = epochDayOf(given.day, 'day') - epochDayOf(limit, bound);
  if (bound === 'from') return order >= 0;
  return bound === 'through' ? order <= 0 : order < 0;
}
