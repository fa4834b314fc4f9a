// Limits by the clock: business hours, a cut-off hour, hours that roll. From docs/concepts/dates.md and decisions 0018 and 0040, by moments of whole seconds.
import { calendars } from '../calendars.mjs';
import { textOf } from '../days.mjs';
import { drawPlaceIn } from '../draws.mjs';
import { refuse } from '../refusal.mjs';
import { dayIn, instantText, jumpOver, momentsOf, placeOf, startOf, wall, zones } from '../zones.mjs';

const daySeconds = 86_400;
const drawZone = (random) => random.oneOf([...zones, 'UTC']);
/** Calendars that lie within the years whose clocks are known. */
const drawCalendar = (random) => random.oneOf(['KZ', 'RU', 'LONG-HOLIDAY', 'SIX-DAYS']);
const drawMoment = (random, calendar) =>
  drawPlaceIn(random, calendar) * daySeconds + (random.onceIn(2) ? random.below(48) * 1800 : random.below(daySeconds));

const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const secondsOf = (text) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60;

/** The first and the last moment at which the clock shows a time of a day; where it jumps over it, that of the jump. */
function momentsAt(day, seconds, zone) {
  if (seconds === daySeconds) return { first: startOf(day + 1, zone), last: startOf(day + 1, zone) };
  const shown = momentsOf(day, seconds, zone);
  if (shown.length > 0) return { first: shown[0], last: shown.at(-1) };
  const jump = jumpOver(day, seconds, zone);
  return { first: jump, last: jump };
}

/** The working day on or after a day. */
function following(calendar, day) {
  let at = day;
  while (!calendar.isWorking(at)) at += 1;
  return at;
}

function drawOpen(random) {
  const times = [...new Set(random.list(5, () => random.below(48) * 30).concat(random.below(1440)))].sort(
    (a, b) => a - b,
  );
  if (times.length % 2 === 1) times.push(1440);
  return Array.from({ length: times.length / 2 }, (_, at) => ({
    from: clock(times[2 * at]),
    to: clock(times[2 * at + 1]),
  }));
}

const within = (day, calendar) => day >= calendar.first && day <= calendar.last;

export const hours = {
  businessDeadlineAt: {
    draw(random) {
      const calendar = drawCalendar(random);
      const triggered = drawMoment(random, calendar);
      return {
        triggeredAt: instantText(triggered, random),
        limit: random.onceIn(2)
          ? { count: random.below(60), unit: 'businessHours' }
          : { count: random.onceIn(8) ? 0 : random.below(2000), unit: 'businessMinutes' },
        hours: {
          timeZone: drawZone(random),
          open: drawOpen(random),
          ...(random.onceIn(3)
            ? { weekdays: { [random.between(1, 7)]: random.onceIn(2) ? [] : drawOpen(random) } }
            : {}),
          ...(random.onceIn(3)
            ? {
                days: [
                  { day: textOf(Math.floor(triggered / daySeconds) + random.between(0, 3)), open: drawOpen(random) },
                ],
              }
            : {}),
        },
        calendar,
      };
    },
    answer({ triggeredAt, limit, hours: { timeZone, open, weekdays = {}, days = [] }, calendar: id }) {
      const calendar = calendars[id];
      const start = placeOf(triggeredAt);
      let left = limit.count * (limit.unit === 'businessHours' ? 3600 : 60);
      for (let day = dayIn(start, timeZone); ; day += 1) {
        if (!calendar.isWorking(day)) continue;
        // 1 January 1896, where the walk begins, was a Wednesday.
        const weekday = ((day + 2) % 7) + 1;
        const special = days.find((each) => each.day === textOf(day))?.open;
        let passed = Number.NEGATIVE_INFINITY;
        for (const { from, to } of special ?? weekdays[weekday] ?? open) {
          const closes = momentsAt(day, secondsOf(to), timeZone).last;
          const opens = Math.max(momentsAt(day, secondsOf(from), timeZone).first, passed);
          passed = closes;
          if (opens >= closes || closes < start) continue;
          const begins = Math.max(opens, start);
          if (closes - begins >= left) return { endsAt: instantText(begins + left) };
          left -= closes - begins;
        }
      }
    },
  },
  cutOffDay: {
    draw(random) {
      const calendar = drawCalendar(random);
      const timeZone = drawZone(random);
      const at = drawMoment(random, calendar);
      const seconds = wall(at, timeZone) % daySeconds;
      const cutOff = random.onceIn(2) ? clock(Math.floor(seconds / 60)) : clock(random.below(48) * 30);
      return {
        at: instantText(at, random),
        cutOff,
        atCutOff: random.oneOf(['sameDay', 'nextDay']),
        timeZone,
        ...(random.onceIn(4) ? {} : { calendar }),
      };
    },
    answer({ at: text, cutOff, atCutOff, timeZone, calendar: id }) {
      const at = placeOf(text);
      const day = dayIn(at, timeZone);
      const { first } = momentsAt(day, secondsOf(cutOff), timeZone);
      const late = at > first || (at === first && atCutOff === 'nextDay');
      if (id === undefined) return textOf(late ? day + 1 : day);
      const calendar = calendars[id];
      if (!within(day, calendar)) refuse('calendar-not-covered');
      return textOf(following(calendar, late && calendar.isWorking(day) ? day + 1 : day));
    },
  },
  hoursDeadline: {
    draw(random) {
      const calendar = drawCalendar(random);
      const timeZone = drawZone(random);
      const day = drawPlaceIn(random, calendar);
      const seconds = random.onceIn(3) ? 0 : random.onceIn(2) ? random.below(24) * 3600 : random.below(daySeconds);
      const moment = momentsOf(day, seconds, timeZone)[0] ?? day * daySeconds;
      return {
        triggeredAt: instantText(moment, random),
        limit: { count: random.onceIn(3) ? 24 * random.below(5) : random.below(100), unit: 'hours' },
        eventHour: random.oneOf(['counted', 'notCounted']),
        timeZone,
        rollTo: random.oneOf(['none', 'sameHour', '24:00', '18:00', '00:00', '02:30']),
        calendar,
      };
    },
    answer({ triggeredAt, limit, eventHour, timeZone, rollTo, calendar: id }) {
      let start = placeOf(triggeredAt);
      // The clock need not show a full hour when the time line does.
      if (eventHour === 'notCounted') start += 3600 - (wall(start, timeZone) % 3600);
      const end = start + limit.count * 3600;
      if (rollTo === 'none') return instantText(end);
      const calendar = calendars[id];
      const own = dayIn(end, timeZone);
      const midnight = end === startOf(own, timeZone);
      const day = midnight ? own - 1 : own;
      const to = following(calendar, day);
      if (to === day) return instantText(end);
      if (rollTo !== 'sameHour') return instantText(momentsAt(to, secondsOf(rollTo), timeZone).last);
      const seconds = midnight ? daySeconds : wall(end, timeZone) - own * daySeconds;
      return instantText(momentsAt(to, seconds, timeZone).last);
    },
  },
};
