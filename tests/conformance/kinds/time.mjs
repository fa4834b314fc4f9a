/** Published cases of dates and calendars. Each adapter translates the record into calls of public functions. */
import { limitOf } from './proration.mjs';

const dayOf = (day, library) => library.dateRange(day, day).firstDay;

/** A calendar of single days off in addition to a weekend. */
function calendarOf(id, weekend, daysOff, library) {
  return library.workingCalendar({
    id,
    version: 'published with the record',
    compiledOn: '2026-11-22',
    weekend,
    coverage: { firstDay: '2010-01-01', lastDay: '2030-12-31' },
    daysOff,
    workingWeekendDays: [],
    sources: [],
  });
}

/** Bank holidays of December 2021 in three places; Christmas Day fell on a Saturday. */
const december2021 = { TARGET: [], London: ['2021-12-27', '2021-12-28'], US: ['2021-12-24'] };

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
    if (count < 0)
      return {
        skipped: 'months taken off a date are clamped here, and no clause puts the day they miss into the next month',
      };
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

  'date.month_bounds'({ inputs }, { library }) {
    const { periods } = library.billingPeriods({
      every: library.months(1),
      anchorDay: 1,
      leadingFrom: 'anchorDay',
      billed: 'inAdvance',
      servedFrom: inputs.date,
      asOf: inputs.date,
    });
    const { firstDay, lastDay } = periods[0].billingPeriod.toJSON();
    return { json: { first: firstDay, last: lastDay } };
  },

  /** Whole months from the earlier day to the later, written in years and months. */
  'date.months_between'({ inputs }, { library }) {
    const { from_, to } = inputs;
    const [earlier, later] = from_ < to ? [from_, to] : [to, from_];
    const { periods } = library.billingPeriods({
      every: library.months(1),
      anchorDay: dayOf(earlier, library).day,
      leadingFrom: 'anchorDay',
      billed: 'inArrear',
      servedFrom: earlier,
      asOf: later,
    });
    const [years, months] = [Math.floor(periods.length / 12), periods.length % 12];
    return { json: `${from_ < to ? '' : '-'}P${years > 0 ? `${years}Y` : ''}${months > 0 ? `${months}M` : ''}` };
  },

  'daycount.calendar_days_tz'({ inputs }, { library }) {
    const { start, end, timezone } = inputs;
    const lastDay = library.dayIn(end, timezone).subtract({ days: 1 });
    return { json: library.countDays({ firstDay: library.dayIn(start, timezone), lastDay }) };
  },

  'deadline.expiry'({ inputs }, { library }) {
    const { due, now, max_delay_days } = inputs;
    const expired = library.hasExceeded({
      since: library.dayIn(due, 'UTC'),
      limit: library.calendarDays(max_delay_days),
      asOf: library.dayIn(now, 'UTC'),
      rules: library.countingRules.asWritten,
    });
    return { json: { payment_required: !expired } };
  },

  'acceptance.deemed'({ inputs }, { library }) {
    const { received, now, inspection_passed } = inputs;
    const { status } = library.deemedAcceptance({
      deliveredOn: received,
      limit: library.workingDays(10),
      asOf: now,
      rules: library.countingRules.asWritten,
      calendar: calendarOf('WEEKDAYS', [6, 7], [], library),
    });
    const verdict = inspection_passed ? 'PASSED' : 'FAILED';
    return { json: status === 'open' ? verdict : 'OUTSIDE_INSPECTION_PERIOD' };
  },

  'deadline.roll.modified_following'({ inputs }, { library }) {
    const { date, non_business_days } = inputs;
    // The calendar is the list alone: a Sunday that is not in it is a business day.
    const calendar = calendarOf('LIST', [], non_business_days, library);
    return { json: library.rollDay(date, 'modifiedFollowing', calendar).toString() };
  },

  'deadline.roll.following'({ inputs }, { library }) {
    const { trigger, period, holidays } = inputs;
    const rules = { ...library.countingRules.asWritten, roll: 'following' };
    const calendar = calendarOf('LIST', [6, 7], holidays, library);
    return { json: library.deadline({ trigger, limit: limitOf(period, library), rules, calendar }).lastDay.toString() };
  },

  'deadline.add_business_days'({ inputs }, { library }) {
    const { date, n, calendar, holidays } = inputs;
    if (holidays !== undefined)
      return { json: library.addWorkingDays(date, n, calendarOf('LIST', [6, 7], holidays, library)).toString() };
    const calendars = calendar.split('+').map((id) => calendarOf(id, [6, 7], december2021[id], library));
    const asked =
      calendars.length === 1 ? calendars[0] : library.jointCalendar({ id: calendar, calendars, worked: 'inEach' });
    return { json: library.addWorkingDays(date, n, asked).toString() };
  },

  /** Three codes of procedure, with the days off that decide the case. */
  'deadline.statutory_foreign'({ inputs }, { library }) {
    const { rule, trigger, period } = inputs;
    const { calendarDays, countingRules, deadline, latestDayBefore, workingDays } = library;
    const rules = { ...countingRules.asWritten, roll: 'following' };
    const limit = limitOf(period, library);
    if (rule === 'gb-eaw/cpr') {
      // Rule 2.8: clear days, and in five days or fewer only business days.
      const calendar = calendarOf(rule, [6, 7], [], library);
      const terms = { target: trigger, limit: workingDays(limit.count), rules, calendar, clearDays: true };
      return { json: latestDayBefore({ ...terms, monthsBack: 'subtract' }).lastDay.toString() };
    }
    const calendar = calendarOf(rule, [6, 7], [rule === 'us/frcp' ? '2025-09-01' : '2025-08-15'], library);
    const { lastDay } = deadline({ trigger, limit, rules, calendar });
    if (rule === 'de/zpo') return { json: lastDay.toString() };
    // Rule 6(d): after service by mail three days are added to the day on which the period would end.
    return { json: deadline({ trigger: lastDay, limit: calendarDays(3), rules, calendar }).lastDay.toString() };
  },

  'notice.last_day'({ inputs }, { library }) {
    const { term_start, initial_term, expiry, next_cycle, notice } = inputs;
    const rules = library.countingRules.asWritten;
    const limit = limitOf(notice, library);
    if (term_start === undefined) {
      const terms = { target: expiry ?? next_cycle, limit, rules, clearDays: false, monthsBack: 'subtract' };
      return { json: library.latestDayBefore(terms).lastDay.toString() };
    }
    const { endsOn, latestNoticeDay } = library.renewal({
      startedOn: term_start,
      terms: { ends: 'anniversary', every: limitOf(initial_term, library), noticeLimit: limit, termEnd: 'dayBefore' },
      asOf: term_start,
      rules,
    });
    return { json: { term_until: endsOn.toString(), cancel_until: latestNoticeDay.toString() } };
  },

  'notice.alert_day'({ inputs }, { library }) {
    const { begin, initial_term, notice, alert_before } = inputs;
    const rules = library.countingRules.asWritten;
    const every = limitOf(initial_term, library);
    const terms = { ends: 'anniversary', every, noticeLimit: limitOf(notice, library) };
    const { latestNoticeDay } = library.renewal({ startedOn: begin, terms, asOf: begin, rules });
    const alert = { target: latestNoticeDay, limit: limitOf(alert_before, library), rules };
    return { json: library.latestDayBefore({ ...alert, clearDays: false, monthsBack: 'subtract' }).lastDay.toString() };
  },
};
