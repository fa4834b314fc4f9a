import { refuse } from '../../errors/agreementError.js';
import type { Operand } from '../steps/step.js';
import type { Kind } from './kind.js';

interface Given {
  readonly mode: 'all' | 'any';
  readonly conditions: readonly { readonly name: string; readonly holds: boolean }[];
}

/** Whether all, or any, of a list of conditions hold; there is at least one. */
export const gateKind: Kind<Given, { holds: boolean; failed: readonly string[] }> = {
  kind: 'gate',
  takes: {
    type: 'record',
    fields: {
      mode: { type: 'text', oneOf: ['all', 'any'] },
      conditions: { type: 'list', of: { type: 'record', fields: { name: { type: 'text' }, holds: { type: 'flag' } } } },
    },
  },
  gives: { holds: { type: 'flag' }, failed: { type: 'list', of: { type: 'text' } } },
  named: { list: 'conditions', by: 'name' },
  countsLimit: false,
  answer({ mode, conditions }) {
    // All of none would hold, and nothing would show it.
    if (conditions.length === 0) refuse('argument-invalid', 'conditions', conditions, 'at least one condition');
    const failed = conditions.filter((condition) => !condition.holds).map((condition) => condition.name);
    return { holds: mode === 'all' ? failed.length === 0 : failed.length < conditions.length, failed };
  },
  steps(record, given, answer) {
    const operands: Record<string, Operand> = {};
    given.conditions.forEach((condition, at) => {
      operands[condition.name] = record.need(`conditions.${at}.holds`);
    });
    const op = given.mode === 'all' ? 'match' : 'greatest';
    return { holds: record.add(op, `gate.${given.mode}`, operands, { type: 'flag', value: answer.holds }) };
  },
};
