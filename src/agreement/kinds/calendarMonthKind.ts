import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay, monthNumberOfDay, monthStart } from '../../time/epochDay.js';
import { dayValue } from '../steps/values.js';
import type { Kind } from './kind.js';

/** The first and the last day of the calendar month of a day. */
export const calendarMonthKind: Kind<{ readonly day: string }, { firstDay: string; lastDay: string }> = {
  kind: 'calendarMonth',
  takes: { type: 'record', fields: { day: { type: 'day' } } },
  gives: { firstDay: { type: 'day' }, lastDay: { type: 'day' } },
  countsLimit: false,
  answer(given) {
    const month = monthNumberOfDay(epochDayOf(given.day, 'day'));
    return { firstDay: isoOfEpochDay(monthStart(month)), lastDay: isoOfEpochDay(monthStart(month + 1) - 1) };
  },
  steps(record, _given, answer) {
    const day = record.need('day');
    return {
      firstDay: record.add('monthStart', 'month.first', { day }, dayValue(answer.firstDay)),
      lastDay: record.add('monthEnd', 'month.last', { day }, dayValue(answer.lastDay)),
    };
  },
};
