import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay, monthNumberOfDay, monthStart } from '../../time/epochDay.js';
import { dayValue, given as givenValue } from '../steps/values.js';
import type { Kind } from './kind.js';

/** The calendar month that a day lies in: its first and its last day. */
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
    const bound = (role: string, day: string) =>
      record.add('select', role, { day: record.need('day'), bound: givenValue(dayValue(day)) }, dayValue(day));
    return { firstDay: bound('month.first', answer.firstDay), lastDay: bound('month.last', answer.lastDay) };
  },
};
