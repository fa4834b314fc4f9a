// Time limits by a walk from day to day, from the civil codes' rules as calendars.md and api.md put them.
import { calendars } from './calendars.mjs';
import { addMonths, dayAt } from './days.mjs';
import { refuse } from './refusal.mjs';

/** The named sets of rules. Backwards none of them moves a day. */
const named = {
  kzCivilCode: rules('following', 0),
  ruCivilCode: rules('following', 0),
  regulation1182: rules('following', 2),
  asWritten: rules('none', 0),
};

function rules(roll, minimumWorkingDays) {
  return { countTriggerDay: false, monthEnd: 'clamp', roll, backwardRoll: 'none', minimumWorkingDays };
}

/** Rules given by name or written out. */
export const rulesOf = (given) => (typeof given === 'string' ? named[given] : given);

/** The calendar of that name; `undefined` for none. */
export const calendarOf = (id) => (id === undefined ? undefined : calendars[id]);

const daysIn = { calendarDays: 1, weeks: 7, halfMonths: 15 };
const monthsIn = { months: 1, quarters: 3, halfYears: 6, years: 12 };
/** Units of which one is one day. */
const daysOf = { calendarDays: 1, workingDays: 1, bankingDays: 1 };
const isWorkingUnit = (unit) => unit === 'workingDays' || unit === 'bankingDays';

/** A day off moved by a convention, one day at a time. */
export function roll(at, convention, calendar) {
  if (convention === 'none' || calendar.isWorking(at)) return at;
  const monthOf = (day) => dayAt(day).month;
  const walk = (step, withinMonth) => {
    let day = at;
    do {
      day += step;
      if (withinMonth && monthOf(day) !== monthOf(at)) return null;
    } while (!calendar.isWorking(day));
    return day;
  };
  switch (convention) {
    case 'following':
      return walk(1, false);
    case 'preceding':
      return walk(-1, false);
    case 'modifiedFollowing':
      return walk(1, true) ?? walk(-1, false);
    case 'modifiedPreceding':
      return walk(-1, true) ?? walk(1, false);
    default:
      throw new RangeError(`no roll ${convention}`);
  }
}

/** So many working days on, or back when below zero. */
export function addWorkingDays(at, count, calendar) {
  let day = at;
  for (let left = Math.abs(count); left > 0; ) {
    day += count > 0 ? 1 : -1;
    if (calendar.isWorking(day)) left -= 1;
  }
  return day;
}

/** The day on which a limit in days, weeks, months ends, before any rule about days off. */
function plainEnd(trigger, { count, unit }, { countTriggerDay, monthEnd }) {
  const sooner = countTriggerDay ? 1 : 0;
  if (unit in daysIn) return trigger + count * daysIn[unit] - sooner;
  const end = addMonths(trigger, count * monthsIn[unit], monthEnd);
  if (end === null) refuse();
  return end - sooner;
}

/** Forwards: `{ lastDay, nominal, rolledOver, skipped }`. */
export function deadline(trigger, limit, given, calendar) {
  const { countTriggerDay, roll: convention, minimumWorkingDays } = given;
  if (limit.count === 0 && countTriggerDay) refuse();
  const working = isWorkingUnit(limit.unit);
  const skipped = [];
  let nominal;
  if (working) {
    let day = countTriggerDay ? trigger - 1 : trigger;
    for (let left = limit.count; left > 0; ) {
      day += 1;
      if (calendar.isWorking(day)) left -= 1;
      else skipped.push(day);
    }
    nominal = limit.count === 0 ? trigger : day;
  } else nominal = plainEnd(trigger, limit, given);

  let lastDay = nominal;
  // A period of two days or more, whichever days it counts: a week and longer always is.
  const twoDays = limit.unit in daysOf ? limit.count >= 2 : limit.count >= 1;
  if (twoDays && minimumWorkingDays > 0) {
    let worked = 0;
    for (let day = trigger + 1; worked < minimumWorkingDays; day += 1) {
      if (calendar.isWorking(day)) worked += 1;
      if (day > lastDay) lastDay = day;
    }
  }
  if ((!working || limit.count === 0) && convention !== 'none') {
    lastDay = roll(lastDay, convention, calendar);
  }
  const rolledOver = [];
  for (let day = Math.min(nominal, lastDay); lastDay !== nominal && day <= Math.max(nominal, lastDay); day += 1)
    if (!calendar.isWorking(day)) rolledOver.push(day);
  return { lastDay, nominal, rolledOver, skipped };
}

/** Backwards: the last day to act so that the limit still lies before the target. */
export function latestDayBefore(target, limit, { given, calendar, clearDays, monthsBack }) {
  const { countTriggerDay, monthEnd } = given;
  if (limit.count === 0 && countTriggerDay) refuse();
  const later = countTriggerDay ? 1 : 0;
  const found = isWorkingUnit(limit.unit) ? backByWorkingDays() : backByDays();
  return roll(found, given.backwardRoll ?? given.roll, calendar);

  function backByWorkingDays() {
    // A limit that counts its first day may count the target too, if that is worked: the target is then the first to be counted back.
    return addWorkingDays(target + later, -(limit.count + (clearDays ? 1 : 0)), calendar);
  }

  function backByDays() {
    const from = target + later - (clearDays ? 1 : 0);
    if (limit.unit in daysIn) return from - limit.count * daysIn[limit.unit];
    const step = limit.count * monthsIn[limit.unit];
    const subtracted = addMonths(from, -step);
    if (monthsBack === 'subtract') return subtracted;
    // The last day whose months on are not later: looked for downwards, from a day that is certainly too late.
    for (let day = subtracted + 40; ; day -= 1) {
      const end = addMonths(day, step, monthEnd);
      if (end !== null && end <= from) return day;
    }
  }
}
