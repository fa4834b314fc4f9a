// Every trigger of 2019 to 2027 with every count to 400 of each unit, under the four named rule sets and every roll of one's own, by the calendars of
// Kazakhstan and Russia; and the other way round which triggers end on a day. The days off are those of the fixtures, looked up in tables that are
// filled by walking day by day; months are those of JavaScript's calendar. Whole days of the year beyond the calendar have no answer on either side.
import { readFileSync } from 'node:fs';
import { attempt, countingRules, deadline, earliestTrigger, latestTrigger } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';

const first = Date.UTC(2019, 0, 1) / 86_400_000;
const last = Date.UTC(2027, 11, 31) / 86_400_000;
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
const none = -1;
const texts = new Map();

function iso(day) {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

export async function run({ sample, seed = 1 } = {}) {
  const failures = [];
  let cases = 0;
  const random = randomFrom(seed);
  const sources = [
    { calendar: kz, tables: tablesOf('KZ') },
    { calendar: ru, tables: tablesOf('RU') },
  ];
  const forward = (calendar, tables, rules, unit, count, day) => {
    cases += 1;
    const right = endOf(tables, rules, unit, count, day);
    const told = attempt(() => deadline({ trigger: iso(day), limit: { count, unit }, rules, calendar }).last);
    const found = told.ok ? told.value : none;
    if (found !== right)
      failures.push(`${calendar.id} ${iso(day)} + ${count} ${unit} ${JSON.stringify(rules)}: ${found}, not ${right}`);
    return right;
  };
  const back = (calendar, tables, rules, unit, count, day) => {
    const terms = { lastDay: iso(day), limit: { count, unit }, rules, calendar };
    const told = attempt(() => [earliestTrigger(terms), latestTrigger(terms)].map(String));
    // A trigger beside the answer may leave the calendar, and then there is none.
    if (!told.ok) return;
    cases += 1;
    let [earliest, latest] = [undefined, undefined];
    const reach = unit in days ? count * days[unit] : unit in months ? count * months[unit] * 31 : count * 3;
    for (let trigger = Math.max(first - 45, day - reach - 45); trigger <= day + 15; trigger += 1)
      if (endOf(tables, rules, unit, count, trigger) === day) {
        earliest ??= iso(trigger);
        latest = iso(trigger);
      }
    // Triggers before the tables are not tried here.
    if (
      earliest === undefined
        ? told.value[0] !== 'undefined' && told.value[0] >= '2019'
        : told.value[0] >= '2019' && String(told.value) !== `${earliest},${latest}`
    )
      failures.push(
        `${calendar.id} ${count} ${unit} ending ${iso(day)} ${JSON.stringify(rules)}: ${told.value}, not ${earliest},${latest}`,
      );
  };
  if (sample !== undefined) {
    for (let drawn = 0; drawn < sample; drawn += 1) {
      const { calendar, tables } = sources[random(2)];
      const [rules, unit] = [ruleSets[random(ruleSets.length)], units[random(units.length)]];
      const count = unit in months ? random(40) : random(401);
      forward(calendar, tables, rules, unit, count, first + random(length));
      if (drawn % 10 === 0) back(calendar, tables, rules, unit, count % 30, first + 60 + random(length - 60));
    }
    return { cases, failures };
  }
  for (const { calendar, tables } of sources)
    for (const rules of ruleSets)
      for (const unit of units)
        for (let count = rules.countTriggerDay ? 1 : 0; count <= 400; count += 1) {
          for (let day = first; day <= last; day += 1) forward(calendar, tables, rules, unit, count, day);
          // The way back tries every trigger about each day, so it is gone for every count to 12 and each week of years.
          if (count <= 12)
            for (let day = first + 60; day <= last; day += 7) back(calendar, tables, rules, unit, count, day);
        }
  return { cases, failures };
}

/** The last day of a limit by number, or `none` where the calendar does not tell. */
function endOf(tables, rules, unit, count, trigger) {
  if (rules.countTriggerDay && count === 0) return none;
  const sooner = rules.countTriggerDay ? 1 : 0;
  const working = unit === 'workingDays' || unit === 'bankingDays';
  let end = working
    ? ahead(tables, trigger - sooner, count)
    : unit in days
      ? trigger + count * days[unit] - sooner
      : monthsOn(trigger, count * months[unit], rules.monthEnd) - sooner;
  if (end === none) return none;
  const long = count > 1 || (count === 1 && !working && unit !== 'calendarDays');
  if (rules.minimumWorkingDays > 0 && long) {
    const least = ahead(tables, trigger, rules.minimumWorkingDays);
    if (least === none) return none;
    end = Math.max(end, least);
  }
  return rules.roll === 'none' || (working && count > 0) ? end : rolled(tables, end, rules.roll);
}

/** So many working days on; from the day before the calendar every day is known. */
function ahead({ worked, before }, day, count) {
  if (count === 0) return day;
  const at = day - first;
  if (at < -1 || at >= length) return none;
  const found = worked[(at < 0 ? 0 : before[at + 1]) + count - 1];
  return found === undefined ? none : found;
}

function rolled({ off, next, previous }, day, roll) {
  const at = day - first;
  if (at < 0 || at >= length) return none;
  if (off[at] === 0) return day;
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
  const date = new Date(day * 86_400_000);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + by;
  const start = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
  const lastOfMonth = Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0) / 86_400_000;
  const isLast = new Date((day + 1) * 86_400_000).getUTCDate() === 1;
  if (monthEnd === 'endOfMonth' && isLast) return lastOfMonth;
  const wanted = start + date.getUTCDate() - 1;
  return wanted <= lastOfMonth ? wanted : monthEnd === 'nextMonth' ? lastOfMonth + 1 : lastOfMonth;
}

/** What is worked by the fixtures, and for each day off the working days on both sides. */
function tablesOf(id) {
  const { years } = JSON.parse(readFileSync(new URL(`../calendars/fixtures/${id}.json`, import.meta.url), 'utf8'));
  const nonWorking = new Set(Object.values(years).flatMap((year) => year.nonWorking));
  const workingWeekends = new Set(Object.values(years).flatMap((year) => year.workingWeekends));
  const [off, before, worked, next, previous] = [[], [0], [], [], []];
  for (let at = 0; at < length; at += 1) {
    const [day, weekday] = [iso(first + at), new Date((first + at) * 86_400_000).getUTCDay()];
    const isOff = weekday === 0 || weekday === 6 ? !workingWeekends.has(day) : nonWorking.has(day);
    off.push(isOff ? 1 : 0);
    if (!isOff) worked.push(first + at);
    before.push(worked.length);
    previous.push(worked.at(-1) ?? none);
  }
  for (let at = length - 1; at >= 0; at -= 1) next[at] = off[at] === 0 ? first + at : (next[at + 1] ?? none);
  return { off, before, worked, next, previous };
}

function randomFrom(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
