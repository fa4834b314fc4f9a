import { dayValue } from '../../agreement/steps/values.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Temporal } from '../../time/temporal.js';
import type { Derivation } from '../derivation.js';
import { offDays } from './offDays.js';

interface Given {
  readonly day: string;
  readonly n: number;
}

/** The working day a number of working days after or before a day. */
export const addWorkingDaysSteps: Derivation<Given, Temporal.PlainDate> = {
  takes: {
    type: 'record',
    fields: { day: { type: 'day' }, n: { type: 'count' }, limit: { type: 'limit' } },
  },
  steps(record, { day, n }, answer, { working }) {
    const [from, to] = [epochDayOf(day, 'day'), epochDayOf(answer, 'day')];
    const limit = record.need('limit');
    const out = dayValue(answer);
    const notes = offDays(working, 'skipped', Math.min(from, to) + 1, Math.max(from, to) - 1);
    return {
      day:
        n < 0
          ? record.add('subtractLimit', 'workingDays.before', { target: record.need('day'), limit }, out, { notes })
          : record.add('addLimit', 'workingDays.after', { trigger: record.need('day'), limit }, out, { notes }),
    };
  },
};
