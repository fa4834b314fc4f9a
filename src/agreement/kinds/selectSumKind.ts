import { refuse } from '../../errors/agreementError.js';
import { compareMoney } from '../../money/compareMoney.js';
import type { Money } from '../../money/money.js';
import type { Operand } from '../steps/step.js';
import { sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Sums {
  readonly sums: readonly { readonly what: string; readonly amount?: Money }[];
  readonly rule: 'firstGiven' | 'least';
}

/** One of several amounts: the first one given, or the smallest of those given. */
export const selectSumKind: Kind<Sums, { amount: Money; what: string }> = {
  kind: 'selectSum',
  takes: {
    type: 'record',
    fields: {
      sums: {
        type: 'list',
        of: { type: 'record', fields: { what: { type: 'text' }, amount: { type: 'money' } }, optional: ['amount'] },
      },
      rule: { type: 'text', oneOf: ['firstGiven', 'least'] },
    },
  },
  gives: { amount: { type: 'money' }, what: { type: 'text' } },
  named: { list: 'sums', by: 'what' },
  countsLimit: false,
  answer({ sums, rule }) {
    const given = sums.flatMap(({ what, amount }) => (amount === undefined ? [] : [{ what, amount }]));
    const [first, ...others] = given;
    if (first === undefined) return refuse('argument-invalid', 'sums', sums, 'at least one amount that is given');
    if (rule === 'firstGiven') return first;
    return others.reduce((least, next) => (compareMoney(next.amount, least.amount) < 0 ? next : least), first);
  },
  steps(record, { sums, rule }, answer) {
    const out = sumValue(answer.amount);
    const operands: Record<string, Operand> = {};
    sums.forEach(({ what }, at) => {
      const operand = record.operand(`sums.${at}.amount`);
      if (operand !== undefined && (rule === 'least' || what === answer.what)) operands[what] = operand;
    });
    const op = rule === 'least' ? 'least' : 'select';
    return { amount: record.add(op, `sums.${rule}`, operands, out) };
  },
};
