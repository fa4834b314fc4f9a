// The n-th working day after a day, n from 1 through 39, by the calendar of Kazakhstan with its moved days off.
import { addWorkingDays, countingRules, deadline, workingDays } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { dayNumber, drawing, each, few, isoText, plainDate } from '../cases.mjs';
import { addWorking } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';
import { dayStacks } from '../peers.mjs';
import { calendarDays } from './calendarDays.mjs';

const rules = countingRules.kzCivilCode;

export function workingDaysWork(peers) {
  const calendar = calendarDays();
  const { first, worked, holidays, workedWeekends } = calendar;
  const draw = drawing(6);
  // 2024 through the autumn of 2026: years whose moved days are published.
  const from = Int32Array.from(each(() => draw(19_723, 20_740)));
  const counts = Int32Array.from(each(() => draw(1, 39)));
  const expected = Float64Array.from(from, (day, at) => {
    let left = counts[at];
    let last = day;
    while (left > 0) {
      last += 1;
      left -= worked[last - first];
    }
    return last;
  });

  const texts = Array.from(from, isoText);
  const plainDates = texts.map(plainDate);
  const limits = Array.from(counts, workingDays);
  const dayOf = (day) => dayNumber(day.toString());
  const made = each((at) => deadline({ trigger: texts[at], limit: limits[at], rules, calendar: kz }), few);
  const { rank, select } = tables(calendar);
  const input = { texts, counts, holidays, workedWeekends };

  return {
    id: 'workingDays',
    title: 'Plus N working days',
    does: 'The n-th working day after a day, n from 1 through 39, holidays and moved days off of Kazakhstan.',
    expected,
    c: { kernel: 'working_days', columns: [from, counts, rank, select, [first]] },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(from, counts, rank, select, first) },
      { name: 'kernel', group: 'kernel', operation: (at) => addWorking(kz, from[at], counts[at]) },
      {
        name: 'oferta, ISO text',
        group: 'oferta',
        operation: (at) => addWorkingDays(texts[at], counts[at], kz),
        answer: dayOf,
      },
      {
        name: 'oferta, PlainDate',
        group: 'oferta',
        apart: true,
        operation: (at) => addWorkingDays(plainDates[at], counts[at], kz),
        answer: dayOf,
      },
      {
        name: 'oferta, deadline',
        group: 'oferta',
        operation: (at) => deadline({ trigger: texts[at], limit: limits[at], rules, calendar: kz }),
        answer: (result) => dayOf(result.lastDay),
      },
      { name: 'reading `basis` of the deadline', group: 'part', operation: (at) => made[at % few].basis },
      {
        name: 'integers, day by day',
        group: 'peer',
        operation: (at) => {
          let left = counts[at];
          let last = from[at] - first;
          while (left > 0) {
            last += 1;
            left -= worked[last];
          }
          return first + last;
        },
      },
      ...dayStacks(peers).map((stack) => {
        const days = stack.days();
        return {
          name: `${stack.daysName}, day by day`,
          group: 'peer',
          operation: own(peer, days, fresh(input)),
          answer: (day) => dayNumber(days.text(day)),
        };
      }),
      ...plugins(peers, input),
    ],
  };
}

function tables({ worked }) {
  const rank = new Uint16Array(worked.length);
  const select = new Uint16Array(worked.length);
  let count = 0;
  worked.forEach((isWorked, at) => {
    if (isWorked === 1) {
      select[count] = at;
      count += 1;
    }
    rank[at] = count;
  });
  return { rank, select };
}

function limit(from, counts, rank, select, first) {
  return (at) => first + select[rank[from[at] - first] + counts[at] - 1];
}

function peer(days, { texts, counts, holidays, workedWeekends }) {
  const from = texts.map(days.of);
  const off = new Set(holidays);
  const on = new Set(workedWeekends);
  return (at) => {
    let day = from[at];
    let left = counts[at];
    while (left > 0) {
      day = days.plusDays(day, 1);
      const text = days.text(day);
      if (days.weekday(day) >= 6 ? on.has(text) : !off.has(text)) left -= 1;
    }
    return day;
  };
}

/** Libraries that count working days themselves, told what they can be told. */
function plugins({ dayjs, moment, dateFns, Holidays, dayjsBusinessDays, momentBusinessDays }, input) {
  if (dayjs === undefined) return [];
  const { texts, counts, holidays, workedWeekends } = input;
  dayjs.extend(dayjsBusinessDays, {
    holidays,
    holidayFormat: 'YYYY-MM-DD',
    additionalWorkingDays: workedWeekends,
    additionalWorkingDayFormat: 'YYYY-MM-DD',
  });
  moment.updateLocale('en', { holidays, holidayFormat: 'YYYY-MM-DD', workingWeekdays: [1, 2, 3, 4, 5] });
  const dayjsDays = texts.map((iso) => dayjs(iso));
  const momentDays = texts.map((iso) => momentBusinessDays(iso));
  const dates = texts.map((iso) => new Date(iso));
  const holidaysOfKz = new Holidays('KZ');
  const dateOf = (date) => date.getTime() / 86_400_000;
  return [
    {
      name: 'dayjs-business-days2',
      group: 'peer',
      operation: (at) => dayjsDays[at].businessDaysAdd(counts[at]),
      answer: (day) => dayNumber(day.format('YYYY-MM-DD')),
    },
    {
      name: 'moment-business-days',
      group: 'peer',
      operation: (at) => momentDays[at].businessAdd(counts[at]),
      answer: (day) => dayNumber(day.format('YYYY-MM-DD')),
    },
    {
      name: 'date-fns addBusinessDays',
      group: 'peer',
      operation: (at) => dateFns.addBusinessDays(dates[at], counts[at]),
      answer: dateOf,
    },
    {
      name: 'date-holidays, day by day',
      group: 'peer',
      operation: (at) => {
        let day = dates[at];
        let left = counts[at];
        while (left > 0) {
          day = dateFns.addDays(day, 1);
          const weekday = day.getUTCDay();
          const found = weekday === 0 || weekday === 6 ? [] : holidaysOfKz.isHoliday(day) || [];
          if (weekday !== 0 && weekday !== 6 && !found.some(({ type }) => type === 'public')) left -= 1;
        }
        return day;
      },
      answer: dateOf,
    },
  ];
}
