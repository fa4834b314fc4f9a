import { refuse } from '../../errors/agreementError.js';
import type { Money } from '../../money/money.js';
import { shareOf } from '../../proration/shareOf.js';
import { exactValue, fractionOf } from '../steps/exact.js';
import { sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly total: Money;
  readonly parts: number;
}

/** What falls on one of several equal parts: a package of months, by the month; rounded once. */
export const equalShareKind: Kind<Given, { share: Money }> = {
  kind: 'equalShare',
  takes: { type: 'record', fields: { total: { type: 'money' }, parts: { type: 'count' } } },
  gives: { share: { type: 'money' } },
  countsLimit: false,
  answer({ total, parts }, { rounding }) {
    if (parts < 1) refuse('argument-invalid', 'parts', parts, 'one part or more');
    return { share: shareOf(total, 1, parts, rounding) };
  },
  steps(record, { parts }, { share }, { rounding }) {
    const operands = { total: record.need('total'), parts: record.need('parts') };
    const { n, d, currency } = fractionOf(operands.total);
    const value = exactValue({ n, d: d * BigInt(parts), ...(currency !== undefined && { currency }) });
    const exact = record.add('quotient', 'share.exact', operands, value);
    return { share: record.add('round', 'share.round', { exact }, sumValue(share), { rounding }) };
  },
};
