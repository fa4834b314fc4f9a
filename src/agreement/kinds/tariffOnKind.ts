import type { Money } from '../../money/money.js';
import { type PriceProtection, tariffOn } from '../../tariff/tariffOn.js';
import { given as givenValue, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly day: string;
  readonly changes: readonly { readonly effectiveOn?: string; readonly price: Money }[];
  readonly protection: 'none' | 'untilTopUp' | 'paidThrough';
  readonly topUps?: readonly string[];
  readonly paidThrough?: string;
}

/** The price on a day, under the protection the agreement gives. */
export const tariffOnKind: Kind<Given, { price: Money }> = {
  kind: 'tariffOn',
  takes: {
    type: 'record',
    fields: {
      day: { type: 'day' },
      changes: {
        type: 'list',
        of: {
          type: 'record',
          fields: { effectiveOn: { type: 'day' }, price: { type: 'money' } },
          optional: ['effectiveOn'],
        },
      },
      protection: { type: 'text', oneOf: ['none', 'untilTopUp', 'paidThrough'] },
      topUps: { type: 'list', of: { type: 'day' } },
      paidThrough: { type: 'day' },
    },
    optional: ['topUps', 'paidThrough'],
  },
  gives: { price: { type: 'money' } },
  countsLimit: false,
  answer(given) {
    const { day, changes } = given;
    return { price: tariffOn({ day, changes, protection: protectionOf(given) }).price };
  },
  steps(record, given, answer) {
    const operands = { day: record.need('day'), price: givenValue(sumValue(answer.price)) };
    return { price: record.add('select', `tariff.${given.protection}`, operands, sumValue(answer.price)) };
  },
};

function protectionOf({ protection, topUps = [], paidThrough }: Given): PriceProtection {
  if (protection === 'untilTopUp') return { untilTopUp: topUps };
  return protection === 'paidThrough' && paidThrough !== undefined ? { paidThrough } : 'none';
}
