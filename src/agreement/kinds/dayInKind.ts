import { dayIn } from '../../time/dayIn.js';
import { dayValue, ruleOperand } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly at: string;
  readonly timeZone?: string;
}

/** The day of an instant, in the agreement's time zone unless the clause names another one. */
export const dayInKind: Kind<Given, { day: string }> = {
  kind: 'dayIn',
  takes: {
    type: 'record',
    fields: { at: { type: 'instant' }, timeZone: { type: 'text' } },
    optional: ['timeZone'],
  },
  gives: { day: { type: 'day' } },
  countsLimit: false,
  answer({ at, timeZone }, defaults) {
    return { day: dayIn(at, timeZone ?? defaults.timeZone).toString() };
  },
  steps(record, _given, answer, defaults) {
    const out = dayValue(answer.day);
    const zone = record.operand('timeZone') ?? ruleOperand('timeZone', defaults.timeZone);
    return { day: record.add('dayInZone', 'instant.day', { at: record.need('at'), zone }, out) };
  },
};
