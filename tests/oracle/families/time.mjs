import { calendars } from '../calendars.mjs';
import { dayAt, place, textOf } from '../days.mjs';
import { drawCalendar, drawCounting, drawDay, drawPlace, drawPlaceIn, drawRoll } from '../draws.mjs';
import { addWorkingDays, calendarOf, deadline, latestDayBefore, roll, rulesOf } from '../limits.mjs';
import { rangeOf } from '../ranges.mjs';
import { dayIn, drawInstant, instantText, placeOf, startOf, zones } from '../zones.mjs';

/** The deadline of a case that names its day `trigger` or `since`. */
function deadlineOf({ limit, rules, calendar }, day) {
  return deadline(place(day), limit, rulesOf(rules), calendarOf(calendar));
}

/** Whether a limit or the rules may ask the calendar. */
const needsForwards = ({ roll: convention, minimumWorkingDays }, { unit }) =>
  unit === 'workingDays' || unit === 'bankingDays' || convention !== 'none' || minimumWorkingDays > 0;

/** Days near the end of a limit, so that both sides of it are asked. */
const drawAsOf = (random) => {
  const { limit, rules, calendar, day } = drawCounting(random);
  let near = day;
  try {
    near = deadline(day, limit, rulesOf(rules), calendarOf(calendar)).lastDay;
  } catch {
    // The case has no answer, whatever the day is.
  }
  return { since: textOf(day), limit, asOf: textOf(near + random.between(-2, 2)), rules, calendar };
};

const drawRangeIn = (random, calendar) => {
  const from = drawPlaceIn(random, calendar);
  const to = random.onceIn(30) ? from - 1 : from + (random.onceIn(3) ? random.below(800) : random.below(20));
  return { firstDay: textOf(from), lastDay: textOf(to) };
};

export const time = {
  deadline: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      return { trigger: textOf(day), limit, rules, calendar };
    },
    answer(terms) {
      const { lastDay, nominal, rolledOver, skipped } = deadlineOf(terms, terms.trigger);
      const calendar = calendarOf(terms.calendar);
      const provisional = needsForwards(rulesOf(terms.rules), terms.limit)
        ? [...new Set([...rolledOver, ...skipped, lastDay])].filter(
            (day) => day > calendar.firmTo && day <= calendar.last,
          )
        : [];
      return {
        lastDay: textOf(lastDay),
        basis: {
          nominalLastDay: textOf(nominal),
          // Rolled back they are the same days; the order in which they are named is not agreed.
          rolledOver: { inAnyOrder: rolledOver.map(textOf) },
          skipped: skipped.map(textOf),
          // What Russia's acts of 2020 left open is marked too, and not repeated here.
          ...(terms.calendar === 'RU' ? {} : { provisional: { inAnyOrder: provisional.map(textOf) } }),
        },
      };
    },
  },
  latestDayBefore: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      return {
        target: textOf(day),
        limit,
        rules,
        calendar,
        clearDays: random.onceIn(2),
        monthsBack: random.oneOf(['subtract', 'latestStart']),
      };
    },
    answer({ target, limit, rules, calendar, clearDays, monthsBack }) {
      const terms = { given: rulesOf(rules), calendar: calendarOf(calendar), clearDays, monthsBack };
      return { lastDay: textOf(latestDayBefore(place(target), limit, terms)) };
    },
  },
  hasLasted: {
    draw: drawAsOf,
    answer: (terms) => place(terms.asOf) >= deadlineOf(terms, terms.since).lastDay,
  },
  hasExceeded: {
    draw: drawAsOf,
    answer: (terms) => place(terms.asOf) > deadlineOf(terms, terms.since).lastDay,
  },
  addWorkingDays: {
    draw(random) {
      const calendar = drawCalendar(random);
      const count = random.onceIn(8) ? 0 : random.onceIn(10) ? random.between(-300, 300) : random.between(-15, 15);
      return [textOf(drawPlaceIn(random, calendar)), count, calendar];
    },
    answer: (day, count, id) => textOf(addWorkingDays(place(day), count, calendars[id])),
  },
  countWorkingDays: {
    draw(random) {
      const calendar = drawCalendar(random);
      return [drawRangeIn(random, calendar), calendar];
    },
    answer(days, id) {
      const [from, to] = rangeOf(days);
      let count = 0;
      for (let day = from; day <= to; day += 1) if (calendars[id].isWorking(day)) count += 1;
      return count;
    },
  },
  rollDay: {
    draw(random) {
      const calendar = drawCalendar(random);
      return [textOf(drawPlaceIn(random, calendar)), drawRoll(random), calendar];
    },
    answer: (day, convention, id) => textOf(roll(place(day), convention, calendars[id])),
  },
  isWorkingDay: {
    draw(random) {
      const calendar = drawCalendar(random);
      return [textOf(drawPlaceIn(random, calendar)), calendar];
    },
    answer: (day, id) => calendars[id].isWorking(place(day)),
  },
  countDays: {
    draw(random) {
      const from = drawPlace(random);
      return [{ firstDay: textOf(from), lastDay: textOf(from + random.between(-1, 800)) }];
    },
    answer(days) {
      const [from, to] = rangeOf(days);
      let count = 0;
      for (let day = from; day <= to; day += 1) count += dayAt(day) === undefined ? 0 : 1;
      return count;
    },
  },
  deadlineAt: {
    draw: (random) => ({
      triggeredAt: instantText(drawInstant(random), random),
      limit: { count: random.between(1, 100), unit: 'hours' },
    }),
    answer: ({ triggeredAt, limit }) => instantText(placeOf(triggeredAt) + limit.count * 3600),
  },
  endOfDay: {
    draw: (random) => [drawDay(random), random.oneOf(['UTC', ...zones])],
    answer: (day, zone) => instantText(startOf(place(day) + 1, zone)),
    // Before 2019 and after 2027 the clocks of the zones are another matter.
    within: (day, zone) => zone === 'UTC' || (day >= '2019' && day < '2028'),
  },
  dayIn: {
    draw: (random) => [instantText(drawInstant(random), random), random.oneOf(['UTC', ...zones])],
    answer: (instant, zone) => textOf(dayIn(placeOf(instant), zone)),
  },
};
