import { refuse } from '../../errors/agreementError.js';
import { dayStatus } from '../../time/dayStatus.js';
import { requireCalendar } from '../../time/workingCalendar.js';
import { flagValue, ruleOperand } from '../steps/values.js';
import type { Kind } from './kind.js';

/** Whether a day is a working day, and whether that is certain. */
export const workingDayKind: Kind<{ readonly day: string }, { working: boolean; firm: boolean }> = {
  kind: 'workingDay',
  takes: { type: 'record', fields: { day: { type: 'day' } } },
  gives: { working: { type: 'flag' }, firm: { type: 'flag' } },
  countsLimit: false,
  answer({ day }, { working: calendar }) {
    const { working, firm } = dayStatus(day, requireCalendar(calendar, 'only a calendar says which days are worked'));
    return { working, firm };
  },
  steps(record, _given, { working, firm }, { working: calendar }) {
    const { id, version } = calendar ?? refuse('calendar-required', 'calendar', calendar, 'a working calendar');
    const operands = { day: record.need('day'), calendar: ruleOperand('calendar', `${id} ${version}`) };
    return {
      working: record.add('isWorkingDay', working ? 'day.worked' : 'day.off', operands, flagValue(working)),
      firm: record.add('isSettledDay', firm ? 'day.firm' : 'day.notFirm', operands, flagValue(firm)),
    };
  },
};
