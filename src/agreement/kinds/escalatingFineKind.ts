import type { Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { escalatingFine, type RepeatMode } from '../../penalty/escalatingFine.js';
import type { Value } from '../model/value.js';
import { sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly first: Money;
  readonly repeat: Money;
  readonly count: number;
  readonly mode: RepeatMode;
}

/** The fines for repeated breaches: the total, and the fine for the latest breach. */
export const escalatingFineKind: Kind<Given, { total: Money; latest: Money }> = {
  kind: 'escalatingFine',
  takes: {
    type: 'record',
    fields: {
      first: { type: 'money' },
      repeat: { type: 'money' },
      count: { type: 'count', unit: 'breaches' },
      mode: { type: 'text', oneOf: ['repeatAlone', 'firstPlusRepeat'] },
    },
  },
  gives: { total: { type: 'money' }, latest: { type: 'money' } },
  countsLimit: false,
  answer(given) {
    const { total } = escalatingFine(given);
    const before = escalatingFine({ ...given, count: Math.max(0, given.count - 1) }).total;
    return { total, latest: subtractMoney(total, before) };
  },
  steps(record, given, answer) {
    const first = record.need('first');
    const count = record.need('count');
    if (given.count <= 1) {
      const none: Value = { type: 'money', ...answer.total.toJSON() };
      const total = record.add('product', given.count === 0 ? 'fine.none' : 'fine.first', { first, count }, none);
      return { total, latest: total };
    }
    const repeat = record.need('repeat');
    const latest =
      given.mode === 'repeatAlone'
        ? record.add('select', 'fine.repeat', { count, repeat }, sumValue(answer.latest))
        : record.add('sum', 'fine.firstAndRepeat', { first, repeat }, sumValue(answer.latest));
    const repeats = record.add(
      'oneLess',
      'fine.repeats',
      { count },
      {
        type: 'count',
        value: given.count - 1,
        unit: 'breaches',
      },
    );
    const all = record.add(
      'product',
      'fine.allRepeats',
      { latest, repeats },
      sumValue(subtractMoney(answer.total, given.first)),
    );
    return { latest, total: record.add('sum', 'fine.total', { first, all }, sumValue(answer.total)) };
  },
};
