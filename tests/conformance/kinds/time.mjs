/** Published cases of dates and calendars. Each adapter translates the record into calls of public functions. */
import { limitOf } from './proration.mjs';

const monthEnds = { up: 'nextMonth', down: 'clamp', abort: 'reject' };

/** The last day of a limit under one way with the end of months. */
function lastDay(date, limit, monthEnd, library) {
  const rules = { ...library.countingRules.asWritten, monthEnd };
  const answer = library.attempt(() => library.deadline({ trigger: date, limit, rules }));
  if (answer.ok) return answer.value.lastDay.toString();
  return answer.error.code === 'day-missing-in-month' ? undefined : answer.error.code;
}

export const timeKinds = {
  'date.advance_periods'({ inputs }, { library }) {
    const { date, period, n } = inputs;
    const { count, unit } = limitOf(period, library);
    return { json: lastDay(date, library[unit](count * n), 'clamp', library) };
  },

  'date.add_period'({ inputs, expected }, { library }) {
    const { date, period, rounding } = inputs;
    if (typeof period === 'string') {
      const limit = limitOf(period, library);
      const [clamp, next, reject] = ['clamp', 'nextMonth', 'reject'].map((end) => lastDay(date, limit, end, library));
      return {
        expected: Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, value])),
        json: Object.fromEntries(
          Object.keys(expected).map((key, at) => [key, [clamp, next, reject ?? 'RangeError'][at]]),
        ),
      };
    }
    const units = Object.entries(period).filter(([, count]) => count !== 0);
    if (units.length !== 1) return { skipped: 'a period of several units is no legal limit' };
    const [unit, count] = units[0];
    if (count < 0) return { skipped: 'subtraction that rounds up to the next month has no function' };
    const limit = library[unit === 'days' ? 'calendarDays' : unit](count);
    if (rounding !== 'any')
      return { json: lastDay(date, limit, monthEnds[rounding], library) ?? 'AmbiguousComputation' };
    // The record says that the way with the end of months makes no difference.
    const answers = Object.values(monthEnds).map((end) => lastDay(date, limit, end, library));
    return { expected: answers.map(() => expected), json: answers };
  },

  'calendar.is_working_day'({ inputs }, { library, calendars }) {
    const { country, date } = inputs;
    return { json: library.isWorkingDay(date, calendars.get(country)) };
  },
};
