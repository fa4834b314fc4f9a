import { refuse } from '../../errors/agreementError.js';
import { dayStatus } from '../../time/dayStatus.js';
import { requireCalendar } from '../../time/workingCalendar.js';
import { flagValue, given as givenValue } from '../steps/values.js';
import type { Kind } from './kind.js';

/** Whether a day is worked, and whether the calendar has that settled. */
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
    const role = working ? 'day.worked' : 'day.off';
    const told = (value: boolean, roleOf: string) =>
      record.add('select', roleOf, { day: record.need('day'), told: givenValue(flagValue(value)) }, flagValue(value), {
        notes: { calendar: `${id} ${version}` },
      });
    return { working: told(working, role), firm: told(firm, firm ? 'day.firm' : 'day.notFirm') };
  },
};
