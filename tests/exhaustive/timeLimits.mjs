// Every trigger of 2019 to 2027 with every count to 400 of each unit, under the four named rule sets and every custom roll, by the calendars of
// Kazakhstan and Russia; and the other way round which triggers end on each day of these years. The days off are those of the fixtures. For each calendar
// and rule set one table is walked day by day: where each day rolls, and where so many working days lead. Months are those of JavaScript's calendar.
//
// What has no answer takes most of the time, since a refusal is put into words: past the end of the calendar the first sixty triggers are all tried, then
// each 31st. So is the way back to triggers before 1970, for each eleventh day.
import { readFileSync } from 'node:fs';
import { countingRules, deadline, earliestTrigger, latestTrigger } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { randomFrom } from '../support/randomFrom.mjs';

const dayMs = 86_400_000;
const first = Date.UTC(2019, 0, 1) / dayMs;
const last = Date.UTC(2027, 11, 31) / dayMs;
const length = last - first + 1;
const days = { calendarDays: 1, weeks: 7, halfMonths: 15 };
const months = { months: 1, quarters: 3, halfYears: 6, years: 12 };
const units = [...Object.keys(days), ...Object.keys(months), 'workingDays', 'bankingDays'];
const own = { countTriggerDay: false, monthEnd: 'clamp', minimumWorkingDays: 0 };
const ruleSets = [
  ...Object.values(countingRules),
  ...['preceding', 'modifiedFollowing', 'modifiedPreceding', 'nearest'].map((roll) => ({ ...own, roll })),
  { ...own, roll: 'following', countTriggerDay: true },
  { ...own, roll: 'none', monthEnd: 'endOfMonth' },
  { ...own, roll: 'none', monthEnd: 'nextMonth' },
];
/** No day. */
const none = -(2 ** 31);
/** About the days on which a limit ends: as far as run-on, roll and short months reach. */
const about = 45;

// Months of JavaScript's calendar, by number, and for each day from 1600 its month and how many days lie before it in it.
const [firstYear, lastYear] = [1600, 2440];
const monthStarts = Int32Array.from(
  { length: (lastYear - firstYear) * 12 + 1 },
  (_, at) => Date.UTC(firstYear, at, 1) / dayMs,
);
const origin = monthStarts[0];
const monthAt = new Uint16Array(monthStarts.at(-1) - origin);
for (let month = 0; month + 1 < monthStarts.length; month += 1)
  monthAt.fill(month, monthStarts[month] - origin, monthStarts[month + 1] - origin);

const texts = new Map();
const iso = (day) => {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * dayMs).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
};

/** The number of a day that was answered; days from 1970 on are always the same object. */
const numbers = new Map();
function numberOf(answer) {
  if (answer === undefined) return none;
  let number = numbers.get(answer);
  if (number === undefined) {
    number = Date.parse(`${answer}T00:00:00Z`) / dayMs;
    if (number >= 0) numbers.set(answer, number);
  }
  return number;
}

export async function run({ sample, seed = 1 } = {}) {
  const found = { cases: 0, failures: [] };
  const sources = [
    { calendar: kz, walk: walkOf('KZ') },
    { calendar: ru, walk: walkOf('RU') },
  ];
  // A refusal needs no trace of where it came from.
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    if (sample === undefined) {
      for (const source of sources)
        for (const rules of ruleSets) {
          const counting = countingOf(source, rules);
          for (const unit of units)
            for (let count = rules.countTriggerDay ? 1 : 0; count <= 400; count += 1) {
              everyTrigger(counting, unit, count, found);
              everyLastDay(counting, unit, count, found);
            }
        }
    } else {
      const random = randomFrom(seed);
      const countings = sources.flatMap((source) => ruleSets.map((rules) => countingOf(source, rules)));
      for (let drawn = 0; drawn < sample; drawn += 1) {
        const [counting, unit] = [countings[random(countings.length)], units[random(units.length)]];
        const count = Math.max(unit in months ? random(40) : random(401), counting.rules.countTriggerDay ? 1 : 0);
        const day = first + random(length);
        forward(counting, { count, unit }, day, endOf(counting, unit, count, day), found);
        if (drawn % 10 === 0) {
          const short = Math.max(count % 30, counting.rules.countTriggerDay ? 1 : 0);
          const asked = random(length);
          everyLastDay(counting, unit, short, found, [asked, asked]);
        }
      }
    }
  } finally {
    Error.stackTraceLimit = traced;
  }
  return found;
}

function everyTrigger(counting, unit, count, found) {
  const limit = { count, unit };
  let refused = 0;
  for (let day = first; day <= last; day += 1) {
    const right = endOf(counting, unit, count, day);
    if (right === none) {
      refused += 1;
      if (refused > 60 && refused % 31 !== 0) continue;
    }
    forward(counting, limit, day, right, found);
  }
}

function forward({ calendar, rules }, limit, day, right, found) {
  found.cases += 1;
  let told = none;
  try {
    told = deadline({ trigger: iso(day), limit, rules, calendar }).last;
  } catch (error) {
    if (error.code !== 'calendar-not-covered' && error.code !== 'limit-invalid') throw error;
  }
  if (told !== right)
    fail(
      found,
      `${calendar.id} ${iso(day)} + ${limit.count} ${limit.unit} ${JSON.stringify(rules)}: ${told}, not ${right}`,
    );
}

const earliestBy = new Int32Array(length);
const latestBy = new Int32Array(length);

/** For each last day the first and the last trigger that ends on it, by trying all whose limit may. */
function everyLastDay(counting, unit, count, found, [from, through] = [0, length - 1]) {
  const { calendar, rules, walk } = counting;
  const low = backTo(walk, unit, count, first + from) - about;
  const high = backTo(walk, unit, count, first + through) + about;
  earliestBy.fill(none);
  latestBy.fill(none);
  for (let trigger = low; trigger <= high; trigger += 1) {
    const at = endOf(counting, unit, count, trigger) - first;
    if (at < from || at > through) continue;
    if (earliestBy[at] === none) earliestBy[at] = trigger;
    latestBy[at] = trigger;
  }
  const limit = { count, unit };
  for (let at = from; at <= through; at += low < 0 ? 11 : 1) {
    let told;
    try {
      const terms = { lastDay: iso(first + at), limit, rules, calendar };
      told = [numberOf(earliestTrigger(terms)), numberOf(latestTrigger(terms))];
    } catch (error) {
      // A trigger next to the answer may be outside the calendar, and then there is no answer.
      if (error.code !== 'calendar-not-covered') throw error;
      continue;
    }
    found.cases += 1;
    if (told[0] !== earliestBy[at] || told[1] !== latestBy[at])
      fail(
        found,
        `${calendar.id} ${count} ${unit} ending ${iso(first + at)} ${JSON.stringify(rules)}: ${told}, not ${[earliestBy[at], latestBy[at]]}`,
      );
  }
}

/** About the trigger of a limit that ends on a day. */
function backTo({ worked, before }, unit, count, day) {
  if (unit in days) return day - count * days[unit];
  if (unit in months) return monthsOn(day, -count * months[unit], 'clamp');
  return worked[Math.max(before[day - first + 1] - count, 0)] ?? last;
}

/** The last day of a limit by number, or `none` where the calendar does not tell. */
function endOf({ rules, walk, rolls, least }, unit, count, trigger) {
  const sooner = rules.countTriggerDay ? 1 : 0;
  const working = unit === 'workingDays' || unit === 'bankingDays';
  let end = working
    ? ahead(walk, trigger - sooner, count)
    : unit in days
      ? trigger + count * days[unit] - sooner
      : monthsOn(trigger, count * months[unit], rules.monthEnd) - sooner;
  if (end === none) return none;
  if (rules.minimumWorkingDays > 0 && (count > 1 || (count === 1 && !working && unit !== 'calendarDays'))) {
    const at = trigger - first;
    const earliest = at < -1 || at >= length ? none : least[at + 1];
    if (earliest === none) return none;
    if (earliest > end) end = earliest;
  }
  if (rules.roll === 'none' || (working && count > 0)) return end;
  const at = end - first;
  return at < 0 || at >= length ? none : rolls[at];
}

/** A calendar under a rule set: where each of its days rolls, and the least end from each day on, the day before the calendar first. */
function countingOf({ calendar, walk }, rules) {
  const rolls = Int32Array.from({ length }, (_, at) => rolled(walk, first + at, rules.roll));
  const least = Int32Array.from({ length: length + 1 }, (_, at) =>
    ahead(walk, first - 1 + at, rules.minimumWorkingDays),
  );
  return { calendar, walk, rules, rolls, least };
}

/** So many working days on; from the day before the calendar every day is known. */
function ahead({ worked, before }, day, count) {
  if (count === 0) return day;
  const at = day - first;
  if (at < -1 || at >= length) return none;
  return worked[(at < 0 ? 0 : before[at + 1]) + count - 1] ?? none;
}

function rolled({ off, next, previous }, day, roll) {
  const at = day - first;
  if (off[at] === 0 || roll === 'none') return day;
  const [later, earlier] = [next[at], previous[at]];
  if (roll === 'following') return later;
  if (roll === 'preceding') return earlier;
  if (roll === 'nearest')
    return later === none || earlier === none ? none : day - earlier < later - day ? earlier : later;
  const [ahead, behind] = roll === 'modifiedFollowing' ? [later, earlier] : [earlier, later];
  // The calendars begin and end with a month, so what lies outside is another month.
  return ahead !== none && iso(ahead).slice(0, 7) === iso(day).slice(0, 7) ? ahead : behind;
}

function monthsOn(day, by, monthEnd) {
  const month = monthAt[day - origin];
  const lastOfMonth = monthStarts[month + by + 1] - 1;
  if (monthEnd === 'endOfMonth' && day + 1 === monthStarts[month + 1]) return lastOfMonth;
  const wanted = monthStarts[month + by] + day - monthStarts[month];
  return wanted <= lastOfMonth ? wanted : monthEnd === 'nextMonth' ? lastOfMonth + 1 : lastOfMonth;
}

/** What is worked by the fixtures, walked day by day, and for each day the working days on both sides. */
function walkOf(id) {
  const { years } = JSON.parse(readFileSync(new URL(`../calendars/fixtures/${id}.json`, import.meta.url), 'utf8'));
  const nonWorking = new Set(Object.values(years).flatMap((year) => year.nonWorking));
  const workingWeekends = new Set(Object.values(years).flatMap((year) => year.workingWeekends));
  const [off, before, worked, next, previous] = [[], [0], [], [], []];
  for (let at = 0; at < length; at += 1) {
    const [day, weekday] = [iso(first + at), new Date((first + at) * dayMs).getUTCDay()];
    const isOff = weekday === 0 || weekday === 6 ? !workingWeekends.has(day) : nonWorking.has(day);
    off.push(isOff ? 1 : 0);
    if (!isOff) worked.push(first + at);
    before.push(worked.length);
    previous.push(worked.at(-1) ?? none);
  }
  for (let at = length - 1; at >= 0; at -= 1) next[at] = off[at] === 0 ? first + at : (next[at + 1] ?? none);
  return { off, before, worked, next, previous };
}

function fail(found, text) {
  if (found.failures.length < 1000) found.failures.push(text);
}
