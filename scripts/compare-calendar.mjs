#!/usr/bin/env node
// Compares a new data file with the bundled working calendar, day by day: the first step of the yearly update.
//
//   node scripts/compare-calendar.mjs kz|ru NEW.json
//
// NEW.json: { country?, weekend?, years: { "2028": { nonWorking: [weekdays off], workingWeekends: [weekend days worked] } } }, as in
// tests/calendars/fixtures. Exit 0: no difference, 1: differences, 2: the input cannot be read. Needs a build (dist).
import { readFileSync } from 'node:fs';

const usage = 'usage: node scripts/compare-calendar.mjs kz|ru NEW.json';
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const dayLength = 86_400_000;

/** An error in the input, shown to the user as is. */
class Unreadable extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main([name, file, ...rest]) {
  if (!['kz', 'ru'].includes(name) || file === undefined || rest.length > 0) throw new Unreadable(usage);
  const years = readYears(file, name);
  const { calendar, isWorkingDay } = await shipped(name);
  const firstYear = Number(calendar.coverage.firstDay.slice(0, 4));
  const lastYear = Number(calendar.coverage.lastDay.slice(0, 4));

  const lines = [];
  const totals = [];
  for (const year of years) {
    if (year.year < firstYear || year.year > lastYear) {
      totals.push(`${year.year}: not in the shipped calendar, ${count(year.days, 'working')} working days in ${file}`);
      continue;
    }
    const days = year.days.map((day) => ({ ...day, was: isWorkingDay(day.day, calendar) }));
    const changed = days.filter((day) => day.was !== day.working);
    for (const { day, was, working } of changed)
      lines.push(`${day} ${weekdayName(day)}: was ${status(was)}, now ${status(working)}`);
    if (changed.length > 0)
      totals.push(
        `${year.year}: was ${count(days, 'was')} working days, now ${count(days, 'working')}, ${differ(changed.length)}`,
      );
  }
  const compared = years.filter(({ year }) => year >= firstYear && year <= lastYear).map(({ year }) => year);
  const covered = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
  const left = covered.filter((year) => !compared.includes(year));

  for (const line of [...lines, ...totals]) console.log(line);
  if (left.length > 0) console.log(`not in ${file}, not compared: ${left.join(', ')}`);
  const summary = totals.length === 0 ? 'no difference' : differ(lines.length);
  const added = years.length === compared.length ? '' : `, ${years.length - compared.length} new`;
  console.log(`${calendar.id} ${calendar.version}: ${summary}, ${compared.length} years compared${added}`);
  return totals.length > 0 ? 1 : 0;
}

/** The years of a data file with the status of every day; rejects anything that is unclear. */
function readYears(file, name) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Unreadable(`${file}: cannot be opened (${error.code ?? error.message})`);
  }
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Unreadable(`${file}: is not JSON (${error.message})`);
  }
  if (!isRecord(data)) throw new Unreadable(`${file}: expected an object with "years"`);
  if (data.country !== undefined && String(data.country).toLowerCase() !== name)
    throw new Unreadable(`${file}: country is ${JSON.stringify(data.country)}, compared with ${name}`);
  const weekend = data.weekend ?? [6, 7];
  if (!Array.isArray(weekend) || weekend.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    throw new Unreadable(`${file}: weekend is ${JSON.stringify(weekend)}, expected ISO weekdays from 1 (Monday) to 7`);
  if (!isRecord(data.years) || Object.keys(data.years).length === 0)
    throw new Unreadable(`${file}: years is missing or empty, expected { "2027": { nonWorking, workingWeekends } }`);

  const onWeekend = (day) => weekend.includes(new Date(day).getUTCDay() || 7);
  return Object.entries(data.years).map(([year, lists]) => {
    if (!/^\d{4}$/.test(year)) throw new Unreadable(`${file}: years.${year} is not a year`);
    const off = readDays(
      file,
      year,
      lists,
      'nonWorking',
      (day) => !onWeekend(day),
      'a weekday (weekend days are off already)',
    );
    const worked = readDays(file, year, lists, 'workingWeekends', onWeekend, 'a weekend day');
    const days = [];
    for (let at = Date.UTC(Number(year), 0, 1); at < Date.UTC(Number(year) + 1, 0, 1); at += dayLength) {
      const day = new Date(at).toISOString().slice(0, 10);
      days.push({ day, working: onWeekend(day) ? worked.has(day) : !off.has(day) });
    }
    return { year: Number(year), days };
  });
}

function readDays(file, year, lists, key, fits, expected) {
  const list = isRecord(lists) ? lists[key] : undefined;
  const path = `${file}: years.${year}.${key}`;
  if (!Array.isArray(list)) throw new Unreadable(`${path} is missing, expected a list of days`);
  const days = new Set();
  for (const [at, day] of list.entries()) {
    if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || !exists(day))
      throw new Unreadable(`${path}.${at} is ${JSON.stringify(day)}, expected a day such as "${year}-05-09"`);
    if (!day.startsWith(year)) throw new Unreadable(`${path}.${at} is ${day}, expected a day of ${year}`);
    if (!fits(day)) throw new Unreadable(`${path}.${at} is ${day}, a ${weekdayName(day)}, expected ${expected}`);
    if (days.has(day)) throw new Unreadable(`${path}.${at} is ${day} for the second time`);
    days.add(day);
  }
  return days;
}

async function shipped(name) {
  try {
    const [library, calendars] = await Promise.all([import('oferta'), import(`oferta/calendars/${name}`)]);
    return { calendar: calendars[name], isWorkingDay: library.isWorkingDay };
  } catch (error) {
    throw new Unreadable(`the shipped calendar cannot be loaded, is it built? npm run build (${error.message})`);
  }
}

function exists(day) {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function weekdayName(day) {
  return weekdays[new Date(day).getUTCDay()];
}

function status(working) {
  return working ? 'working' : 'off';
}

function differ(days) {
  return days === 1 ? '1 day differs' : `${days} days differ`;
}

/** The number of days with a flag set. */
function count(days, flag) {
  return days.filter((day) => day[flag]).length;
}
