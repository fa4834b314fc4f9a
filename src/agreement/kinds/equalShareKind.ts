import { refuse } from '../../errors/agreementError.js';
import type { Money } from '../../money/money.js';
import { shareOf } from '../../proration/shareOf.js';
import { exactValue, fractionOf } from '../steps/exact.js';
import { productOf, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly total: Money;
  readonly parts: number;
  /** The number of parts; defaults to one. */
  readonly taken?: number;
}

/** The share of one, or several, of equal parts: the monthly price of a package of months; rounded once. */
export const equalShareKind: Kind<Given, { share: Money }> = {
  kind: 'equalShare',
  takes: {
    type: 'record',
    fields: { total: { type: 'money' }, parts: { type: 'count' }, taken: { type: 'count' } },
    optional: ['taken'],
  },
  gives: { share: { type: 'money' } },
  countsLimit: false,
  answer({ total, parts, taken = 1 }, { rounding }) {
    if (parts < 1) refuse('argument-invalid', 'parts', parts, 'one part or more');
    if (taken < 0 || taken > parts) refuse('argument-invalid', 'taken', taken, `from none to all of ${parts} parts`);
    return { share: shareOf(total, taken, parts, rounding) };
  },
  steps(record, { parts }, { share }, { rounding }) {
    const total = record.need('total');
    const taken = record.operand('taken');
    const times = taken && { total, taken };
    const dividend = times === undefined ? total : record.add('product', 'share.product', times, productOf(times));
    const { n, d, currency } = fractionOf(dividend);
    const value = exactValue({ n, d: d * BigInt(parts), ...(currency !== undefined && { currency }) });
    const exact = record.add('quotient', 'share.exact', { total: dividend, parts: record.need('parts') }, value);
    return { share: record.add('round', 'share.round', { exact }, sumValue(share), { rounding }) };
  },
};
