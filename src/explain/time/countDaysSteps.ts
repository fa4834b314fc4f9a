import type { ValueShape } from '../../agreement/model/value.js';
import { countValue } from '../../agreement/steps/values.js';
import type { Derivation } from '../derivation.js';

const day: ValueShape = { type: 'day' };

/** The days of a range, both ends included. */
export const countDaysSteps: Derivation<unknown, number> = {
  takes: { type: 'record', fields: { firstDay: day, lastDay: day } },
  steps(record, _given, answer) {
    const operands = { from: record.need('firstDay'), through: record.need('lastDay') };
    return { days: record.add('countDays', 'days.counted', operands, countValue(answer, 'calendarDays')) };
  },
};
