import { deadlineAt } from '../../time/deadlineAt.js';
import { instantOf } from '../../time/instant.js';
import type { TimeLimit } from '../../time/timeLimit.js';
import type { Value } from '../model/value.js';
import { flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly triggeredAt: string;
  readonly limit: TimeLimit<'hours'>;
  readonly actedAt?: string;
}

/** The last instant of a limit in hours, and whether an act was in time. */
export const deadlineAtKind: Kind<Given, { lastInstant: string; inTime?: boolean }> = {
  kind: 'deadlineAt',
  takes: {
    type: 'record',
    fields: { triggeredAt: { type: 'instant' }, limit: { type: 'limit' }, actedAt: { type: 'instant' } },
    optional: ['actedAt'],
  },
  gives: { lastInstant: { type: 'instant' }, inTime: { type: 'flag' } },
  countsLimit: false,
  answer(given) {
    const lastInstant = deadlineAt({ triggeredAt: given.triggeredAt, limit: given.limit });
    if (given.actedAt === undefined) return { lastInstant: lastInstant.toString() };
    const acted = instantOf(given.actedAt, 'actedAt');
    return { lastInstant: lastInstant.toString(), inTime: acted.epochNanoseconds <= lastInstant.epochNanoseconds };
  },
  steps(record, _given, answer) {
    const out: Value = { type: 'instant', value: answer.lastInstant };
    const operands = {
      triggeredAt: record.need('triggeredAt'),
      limit: record.need('limit'),
    };
    const lastInstant = record.add('addHours', 'hours.last', operands, out);
    const acted = record.operand('actedAt');
    if (acted === undefined || answer.inTime === undefined) return { lastInstant };
    const compared = { left: acted, right: lastInstant };
    const inTime = record.add('compare', 'hours.inTime', compared, flagValue(answer.inTime), {
      notes: { relation: 'atMost' },
    });
    return { lastInstant, inTime };
  },
};
