import { refuse } from '../../errors/agreementError.js';
import { instantOf } from '../../time/instant.js';
import type { Temporal } from '../../time/temporal.js';
import type { TimeLimit } from '../../time/timeLimit.js';
import type { Value } from '../model/value.js';
import { flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly targetAt: string;
  readonly limit: TimeLimit<'hours'>;
  readonly actedAt?: string;
}

/** The last instant to act so that a full limit in hours lies before an instant, and whether an act was in time. */
export const latestInstantBeforeKind: Kind<Given, { lastInstant: string; inTime?: boolean }> = {
  kind: 'latestInstantBefore',
  takes: {
    type: 'record',
    fields: { targetAt: { type: 'instant' }, limit: { type: 'limit' }, actedAt: { type: 'instant' } },
    optional: ['actedAt'],
  },
  gives: { lastInstant: { type: 'instant' }, inTime: { type: 'flag' } },
  countsLimit: false,
  answer({ targetAt, limit, actedAt }) {
    if (limit.unit !== 'hours') refuse('limit-invalid', 'limit', limit, '{ count, unit: "hours" }');
    const last = hoursBefore(instantOf(targetAt, 'targetAt'), limit);
    if (actedAt === undefined) return { lastInstant: last.toString() };
    const acted = instantOf(actedAt, 'actedAt');
    return { lastInstant: last.toString(), inTime: acted.epochNanoseconds <= last.epochNanoseconds };
  },
  steps(record, _given, answer) {
    const out: Value = { type: 'instant', value: answer.lastInstant };
    const operands = { target: record.need('targetAt'), limit: record.need('limit') };
    const lastInstant = record.add('subtractHours', 'hours.before', operands, out);
    const acted = record.operand('actedAt');
    if (acted === undefined || answer.inTime === undefined) return { lastInstant };
    const compared = { left: acted, right: lastInstant };
    const inTime = record.add('compare', 'hours.inTime', compared, flagValue(answer.inTime), {
      notes: { relation: 'atMost' },
    });
    return { lastInstant, inTime };
  },
};

function hoursBefore(target: Temporal.Instant, limit: TimeLimit<'hours'>): Temporal.Instant {
  try {
    return target.subtract({ hours: limit.count });
  } catch {
    return refuse('day-out-of-range', 'limit', limit, 'a limit that begins after the year -271822');
  }
}
