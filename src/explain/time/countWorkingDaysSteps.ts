import type { ValueShape } from '../../agreement/model/value.js';
import { countValue } from '../../agreement/steps/values.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Derivation } from '../derivation.js';
import { offDays } from './offDays.js';

interface Given {
  readonly range: { readonly firstDay: string; readonly lastDay: string };
}

const day: ValueShape = { type: 'day' };

/** The working days of a range, both ends included. */
export const countWorkingDaysSteps: Derivation<Given, number> = {
  takes: {
    type: 'record',
    fields: { range: { type: 'record', fields: { firstDay: day, lastDay: day } } },
  },
  steps(record, { range }, answer, { working }) {
    const [first, last] = [epochDayOf(range.firstDay, 'range'), epochDayOf(range.lastDay, 'range')];
    const operands = { from: record.need('range.firstDay'), through: record.need('range.lastDay') };
    const notes = offDays(working, 'skipped', first, last);
    return {
      days: record.add('workingDaysIn', 'days.worked', operands, countValue(answer, 'workingDays'), { notes }),
    };
  },
};
