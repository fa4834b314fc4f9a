// Every zone the engine knows, every day of 2019 to 2030: the day that firstChargeDay names has a moment at which isWithinDailyWindow says yes, and
// it is the opening. What the clock shows is asked of Intl; the window of a day whose clock jumps is found by walking its minutes.
import { firstChargeDay, isWithinDailyWindow } from 'oferta';
import { randomFrom } from '../support/randomFrom.mjs';

const firstMinute = Date.UTC(2019, 0, 1) / 60_000;
const lastMinute = Date.UTC(2031, 0, 1) / 60_000;
const windows = [
  [0, 0],
  [0, 45],
  [90, 150],
  [150, 165],
  [150, 240],
  [1380, 1439],
];

export async function run({ sample, seed = 1 } = {}) {
  const failures = [];
  let cases = 0;
  const check = (told, right, what) => {
    cases += 1;
    if (told !== right) failures.push(`${what}: ${told}, not ${right}`);
  };
  const zones = Intl.supportedValuesOf('timeZone');
  const random = randomFrom(seed);
  const chosen = sample === undefined ? zones : Array.from({ length: 3 }, () => zones[random(zones.length)]);
  for (const timeZone of chosen) {
    const clock = clockOf(timeZone);
    const jumpDays = new Set();
    for (const minute of clock.changes) for (const about of [-1, 0]) jumpDays.add(clock(minute + about).day);
    const days =
      sample === undefined ? allDays() : Array.from({ length: 60 }, () => firstMinute + 1440 * (1 + random(4380)));
    for (const utcMidnight of days) oneDay(clock(utcMidnight + 720).day, clock, timeZone, jumpDays);
    const near = [...jumpDays].filter((day) => day > '2019-01-01' && day < '2030-12-31');
    for (const day of sample === undefined ? near : near.slice(0, 2)) walked(day, clock, timeZone);
  }
  return { cases, failures };

  /** A day without a jump: its window is what the clock shows. */
  function oneDay(day, clock, timeZone, jumpDays) {
    if (jumpDays.has(day)) return;
    for (const [from, to] of sample === undefined ? [windows[3]] : windows) {
      const [opening, closing] = [minuteOf(day, from, clock), minuteOf(day, to, clock)];
      asked(day, opening, closing, { from: text(from), to: text(to), timeZone });
    }
  }

  /** A day with one: its minutes are walked. */
  function walked(day, clock, timeZone) {
    const utc = Date.parse(`${day}T00:00:00Z`) / 60_000;
    const minutes = Array.from({ length: 4320 }, (_, at) => utc - 1440 + at).map((minute) => ({
      minute,
      ...clock(minute),
    }));
    for (const [from, to] of windows) {
      const window = { from: text(from), to: text(to), timeZone };
      const own = minutes.filter((at) => at.day === day);
      const opening = own.find((at) => at.clock >= from)?.minute;
      if (opening === undefined) {
        const charged =
          own.length === 0 ? undefined : String(firstChargeDay({ activatedAt: iso(own[0].minute), window }));
        check(charged === day, false, `${timeZone} ${day} ${text(from)} has no window`);
        continue;
      }
      // It closes when the clock last shows `to`, with the jump that passes over it, or with the day.
      const last =
        own.findLast((at) => at.clock === to)?.minute ?? own.find((at) => at.clock > to)?.minute ?? own.at(-1).minute;
      asked(day, opening, last, window);
      // Every quarter of an hour, and every minute about the two ends.
      for (const { minute } of own.filter(
        (at) => at.minute % 15 === 0 || isNear(at.minute, opening) || isNear(at.minute, last),
      ))
        check(
          isWithinDailyWindow(iso(minute), window),
          minute >= opening && minute <= last,
          `${timeZone} ${iso(minute)} ${from}-${to}`,
        );
    }
  }

  function asked(day, opening, closing, window) {
    const what = `${window.timeZone} ${day} ${window.from}-${window.to}`;
    check(String(firstChargeDay({ activatedAt: iso(opening), window })), day, `${what} charged`);
    check(
      String(firstChargeDay({ activatedAt: iso(opening, '.000000001'), window })) > day,
      true,
      `${what} charged later`,
    );
    check(isWithinDailyWindow(iso(opening), window), true, `${what} opening`);
    check(isWithinDailyWindow(iso(closing), window), true, `${what} closing`);
  }
}

/** The clock of a zone: local day and minute of the day at a minute since 1970, by its offset. */
function clockOf(timeZone) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (minute) => {
    const name = format.formatToParts(minute * 60_000).find(({ type }) => type === 'timeZoneName').value;
    const parts = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name);
    return (parts[1] === '-' ? -1 : 1) * (Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0));
  };
  // Offsets are constant between changes; these are found first, day by day and then by halves.
  const [starts, offsets] = [[-Infinity], [offsetAt(firstMinute - 2880)]];
  for (let minute = firstMinute - 2880; minute < lastMinute + 2880; minute += 1440) {
    let offset = offsets.at(-1);
    if (offsetAt(minute + 1440) === offset) continue;
    let [low, high] = [minute, minute + 1440];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    offset = offsetAt(high);
    starts.push(high);
    offsets.push(offset);
  }
  const clock = (minute) => {
    let at = starts.length - 1;
    while (starts[at] > minute) at -= 1;
    const local = minute + offsets[at];
    return {
      day: new Date(Math.floor(local / 1440) * 86_400_000).toISOString().slice(0, 10),
      clock: ((local % 1440) + 1440) % 1440,
    };
  };
  clock.changes = starts.slice(1);
  return clock;
}

function isNear(a, b) {
  return Math.abs(a - b) < 2;
}

function* allDays() {
  for (let minute = firstMinute + 1440; minute < lastMinute - 1440; minute += 1440) yield minute;
}

/** The minute at which a clock shows a time of a day on which it does not jump; it may have jumped just before the day, after the first guess. */
function minuteOf(day, wanted, clock) {
  const midnight = Date.parse(`${day}T00:00:00Z`) / 60_000;
  let guess = midnight + wanted;
  for (;;) {
    const shown = clock(guess);
    const ahead = Date.parse(`${shown.day}T00:00:00Z`) / 60_000 + shown.clock - midnight - wanted;
    if (ahead === 0) return guess;
    guess -= ahead;
  }
}

function iso(minute, fraction = '') {
  return `${new Date(minute * 60_000).toISOString().slice(0, 19)}${fraction}Z`;
}

function text(minute) {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
