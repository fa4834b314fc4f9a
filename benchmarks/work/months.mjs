// So many months after a day, clamped to the end of a shorter month, rolled to the next working day.
import { countingRules, deadline, months as monthsLimit } from 'oferta';
// Kernels are not exported, and a package loaded by Node has copies of its own: so has its calendar.
import { kz as kernelCalendar, kz } from 'oferta/calendars/kz';
import { civil, dayNumber, drawing, each, few, isoText, monthLength, monthsOn, plainDate } from '../cases.mjs';
import { rollTo, shiftMonths } from '../kernels.mjs';
import { fresh, own } from '../measure.mjs';
import { dayStacks } from '../peers.mjs';
import { calendarDays } from './calendarDays.mjs';

const rules = countingRules.kzCivilCode;

export function monthsWork(peers) {
  const calendar = calendarDays();
  const { first, last, worked, holidays, workedWeekends } = calendar;
  const draw = drawing(7);
  // Half of the days at the end of a month, where a shorter month clips them.
  const from = Int32Array.from(
    each((at) => {
      const day = draw(19_723, 20_400);
      const { year, month, day: dayOfMonth } = civil(day);
      return at % 2 === 0 ? day : day - dayOfMonth + monthLength(year, month) - draw(0, 2);
    }),
  );
  const counts = Int32Array.from(each(() => draw(1, 12)));
  const expected = Float64Array.from(from, (day, at) => {
    let end = monthsOn(day, counts[at]);
    while (worked[end - first] === 0) end += 1;
    return end;
  });

  const texts = Array.from(from, isoText);
  const plainDates = texts.map(plainDate);
  const limits = Array.from(counts, monthsLimit);
  const lastDay = (result) => dayNumber(result.lastDay.toString());
  const made = each((at) => deadline({ trigger: texts[at], limit: limits[at], rules, calendar: kz }), few);
  const table = tables(first, last, worked);
  const input = { texts, counts, holidays, workedWeekends };

  return {
    id: 'months',
    title: 'Plus months, clipped and rolled',
    does: 'So many months after a day, clipped to the month, rolled to the next working day.',
    expected,
    c: {
      kernel: 'months',
      columns: [from, counts, table.month, table.dayOfMonth, table.starts, table.lengths, table.roll, [first]],
    },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(from, counts, table, first) },
      {
        name: 'kernel',
        group: 'kernel',
        operation: (at) => rollTo(kernelCalendar, shiftMonths(from[at], counts[at], 'clamp'), 'following'),
      },
      {
        name: 'oferta, ISO text',
        group: 'oferta',
        operation: (at) => deadline({ trigger: texts[at], limit: limits[at], rules, calendar: kz }),
        answer: lastDay,
      },
      {
        name: 'oferta, PlainDate',
        group: 'oferta',
        apart: true,
        operation: (at) => deadline({ trigger: plainDates[at], limit: limits[at], rules, calendar: kz }),
        answer: lastDay,
      },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      ...dayStacks(peers).map((stack) => {
        const days = stack.days();
        return {
          name: stack.daysName,
          group: 'peer',
          operation: own(peer, days, fresh(input)),
          answer: (day) => dayNumber(days.text(day)),
        };
      }),
    ],
  };
}

/** Tables over the days of the calendar: nothing outside it can be rolled, so nothing outside it is asked. */
function tables(first, last, worked) {
  const month = new Int32Array(last - first + 1);
  const dayOfMonth = new Int32Array(last - first + 1);
  const roll = new Int32Array(last - first + 1);
  const { year: firstYear } = civil(first);
  const starts = [];
  const lengths = [];
  for (let day = last; day >= first; day -= 1) {
    const { year, month: ofYear, day: ofMonth } = civil(day);
    month[day - first] = (year - firstYear) * 12 + ofYear - 1;
    dayOfMonth[day - first] = ofMonth;
    roll[day - first] = worked[day - first] === 1 ? day : roll[day - first + 1];
    starts[month[day - first]] = day - ofMonth + 1;
    lengths[month[day - first]] = monthLength(year, ofYear);
  }
  return { month, dayOfMonth, roll, starts: Int32Array.from(starts), lengths: Int32Array.from(lengths) };
}

function limit(from, counts, { month, dayOfMonth, roll, starts, lengths }, first) {
  return (at) => {
    const day = from[at] - first;
    const target = month[day] + counts[at];
    return roll[starts[target] + Math.min(dayOfMonth[day], lengths[target]) - 1 - first];
  };
}

function peer(days, { texts, counts, holidays, workedWeekends }) {
  const from = texts.map(days.of);
  const off = new Set(holidays);
  const on = new Set(workedWeekends);
  return (at) => {
    let day = days.plusMonths(from[at], counts[at]);
    for (;;) {
      const text = days.text(day);
      if (days.weekday(day) >= 6 ? on.has(text) : !off.has(text)) return day;
      day = days.plusDays(day, 1);
    }
  };
}
