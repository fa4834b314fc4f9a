import { refuse } from '../../errors/agreementError.js';
import type { Operand } from '../steps/step.js';
import { flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly conditions: readonly { readonly name: string; readonly holds: boolean }[];
}

type Met = { holds: boolean; failed: readonly string[] };

function conditionKind(
  kind: 'allOf' | 'anyOf',
  [op, role]: readonly ['match', 'conditions.all'] | readonly ['greatest', 'conditions.any'],
  holds: (met: number, of: number) => boolean,
): Kind<Given, Met> {
  return {
    kind,
    takes: {
      type: 'record',
      fields: {
        conditions: {
          type: 'list',
          of: { type: 'record', fields: { name: { type: 'text' }, holds: { type: 'flag' } } },
        },
      },
    },
    gives: { holds: { type: 'flag' }, failed: { type: 'list', of: { type: 'text' } } },
    named: { list: 'conditions', by: 'name' },
    countsLimit: false,
    answer({ conditions }) {
      // An empty list would be true without any step to show it.
      if (conditions.length === 0) refuse('argument-invalid', 'conditions', conditions, 'at least one condition');
      const failed = conditions.filter((condition) => !condition.holds).map((condition) => condition.name);
      return { holds: holds(conditions.length - failed.length, conditions.length), failed };
    },
    steps(record, given, answer) {
      const operands: Record<string, Operand> = {};
      given.conditions.forEach((condition, at) => {
        operands[condition.name] = record.need(`conditions.${at}.holds`);
      });
      return { holds: record.add(op, role, operands, flagValue(answer.holds)) };
    },
  };
}

/** Whether all conditions of a non-empty list are met. */
export const allOfKind: Kind<Given, Met> = conditionKind('allOf', ['match', 'conditions.all'], (met, of) => met === of);

/** Whether any condition of a non-empty list is met. */
export const anyOfKind: Kind<Given, Met> = conditionKind('anyOf', ['greatest', 'conditions.any'], (met) => met > 0);
