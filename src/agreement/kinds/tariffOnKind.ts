import type { Money } from '../../money/money.js';
import { type PriceProtection, tariffOn } from '../../tariff/tariffOn.js';
import { entryOperands, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly day: string;
  readonly changes: readonly { readonly effectiveOn?: string; readonly price: Money }[];
  readonly protection: 'none' | 'untilTopUp' | 'paidThrough';
  readonly topUps?: readonly string[];
  readonly paidThrough?: string;
}

/** The price on a day, under the price protection of the agreement. */
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
    const { protection, changes, topUps = [] } = given;
    const day = record.need('day');
    const out = sumValue(answer.price);
    // A period without a paid day protects nothing.
    const until = record.operand('paidThrough');
    if (protection === 'none' || (protection === 'paidThrough' && until === undefined)) {
      const role = protection === 'none' ? 'tariff.none' : 'tariff.notPaidThrough';
      const prices = entryOperands(record, 'changes', changes.length, { from: 'effectiveOn', value: 'price' });
      return { price: record.add('inForce', role, { day, ...prices }, out) };
    }
    const prices = entryOperands(record, 'changes', changes.length, { from: 'effectiveOn', price: 'price' });
    const kept =
      protection === 'untilTopUp'
        ? entryOperands(record, 'topUps', topUps.length, { topUp: '' })
        : until && { paidThrough: until };
    return { price: record.add('keptPrice', `tariff.${protection}`, { day, ...kept, ...prices }, out) };
  },
};

function protectionOf({ protection, topUps = [], paidThrough }: Given): PriceProtection {
  if (protection === 'untilTopUp') return { untilTopUp: topUps };
  return protection === 'paidThrough' && paidThrough !== undefined ? { paidThrough } : 'none';
}
