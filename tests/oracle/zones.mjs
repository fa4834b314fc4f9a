// Clocks of a few zones from 2019 through 2027, from the acts that set them. A moment is its number of seconds since the walk of days began.
import { dayAt, place, textOf } from './days.mjs';

const daySeconds = 86_400;
const at = (day, hour) => place(day) * daySeconds + hour * 3600;

/** The last or the so-manieth Sunday of a month. */
function sunday(year, month, which) {
  const text = `${year}-${String(month).padStart(2, '0')}-01`;
  const first = place(text);
  const sundays = [];
  for (let day = first; day < first + dayAt(first).daysInMonth; day += 1)
    if (dayAt(day).weekday === 7) sundays.push(day);
  return which === 'last' ? sundays.at(-1) : sundays[which - 1];
}

const summers = (change) => Array.from({ length: 14 }, (_, index) => change(2016 + index)).flat();

/** By zone: the offset at first, in minutes, and moments with the offset from then on. */
const clocks = {
  // One zone for all of Kazakhstan since 1 March 2024.
  'Asia/Almaty': { before: 360, changes: [[at('2024-02-29', 18), 300]] },
  'Europe/Moscow': { before: 180, changes: [] },
  'Asia/Kathmandu': { before: 345, changes: [] },
  // Directive 2000/84/EC: from the last Sunday of March to the last of October, at 01:00 UTC.
  'Europe/Zurich': {
    before: 60,
    changes: summers((year) => [
      [sunday(year, 3, 'last') * daySeconds + 3600, 120],
      [sunday(year, 10, 'last') * daySeconds + 3600, 60],
    ]),
  },
  // Energy Policy Act of 2005: from the second Sunday of March to the first of November, at 02:00 by the clock.
  'America/New_York': {
    before: -300,
    changes: summers((year) => [
      [sunday(year, 3, 2) * daySeconds + 7 * 3600, -240],
      [sunday(year, 11, 1) * daySeconds + 6 * 3600, -300],
    ]),
  },
};

export const zones = Object.keys(clocks);

function offsetAt(moment, zone) {
  if (zone === 'UTC') return 0;
  let offset = clocks[zone].before;
  for (const [from, next] of clocks[zone].changes) if (moment >= from) offset = next;
  return offset * 60;
}

/** Seconds of the clock on the wall, since the walk began. */
export const wall = (moment, zone) => moment + offsetAt(moment, zone);

/** The day a moment has in a zone. */
export const dayIn = (moment, zone) => Math.floor(wall(moment, zone) / daySeconds);

/** Offsets a zone ever has. */
const offsetsOf = (zone) =>
  zone === 'UTC'
    ? [0]
    : [...new Set([clocks[zone].before, ...clocks[zone].changes.map(([, offset]) => offset)])].map(
        (minutes) => minutes * 60,
      );

/** The moments at which the clock shows so many seconds of a day: none where it jumps over them, two where it goes back. */
export const momentsOf = (day, seconds, zone) =>
  offsetsOf(zone)
    .map((offset) => day * daySeconds + seconds - offset)
    .filter((moment) => wall(moment, zone) === day * daySeconds + seconds)
    .sort((a, b) => a - b);

/** The moment of the jump that leaves out a time of day. */
export function jumpOver(day, seconds, zone) {
  const missing = day * daySeconds + seconds;
  return clocks[zone].changes
    .map(([from]) => from)
    .find((from) => wall(from - 1, zone) < missing && wall(from, zone) > missing);
}

/** The first moment of a day. */
export const startOf = (day, zone) => momentsOf(day, 0, zone)[0] ?? jumpOver(day, 0, zone);

const two = (number) => String(number).padStart(2, '0');

/** A moment as ISO 8601 writes it: in UTC, or with an offset drawn for it. */
export function instantText(moment, random) {
  const minutes = random === undefined || random.onceIn(2) ? null : random.oneOf([300, 180, -240, 345, 0]);
  const shifted = moment + (minutes ?? 0) * 60;
  const seconds = shifted - Math.floor(shifted / daySeconds) * daySeconds;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const size = Math.abs(minutes ?? 0);
  const zone = minutes === null ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${textOf(Math.floor(shifted / daySeconds))}T${clock}${zone}`;
}

/** The moment of such a text. */
export function placeOf(text) {
  const [, day, hour, minute, second, zone] = /^(.{10})T(..):(..):(..)(.*)$/.exec(text);
  const [, sign, hours, minutes] = /^([+-])(..):(..)$/.exec(zone) ?? [null, '+', '0', '0'];
  const offset = (sign === '-' ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  return place(day) * daySeconds + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
}

const changes = Object.values(clocks).flatMap((clock) => clock.changes.map(([from]) => from));
const [firstMoment, lastMoment] = [at('2019-01-02', 0), at('2027-12-30', 0)];
const nearChanges = changes.filter((from) => from > firstMoment && from < lastMoment);

/** A moment from 2019 through 2027: near a change of a clock, on a whole hour, or any. */
export function drawInstant(random) {
  if (random.onceIn(3)) return random.oneOf(nearChanges) + random.between(-8, 8) * 1800 + random.between(-1, 1);
  const day = random.between(place('2019-01-02'), place('2027-12-29'));
  if (random.onceIn(2)) return day * daySeconds + random.below(48) * 1800 + random.between(-1, 1);
  return day * daySeconds + random.below(daySeconds);
}
