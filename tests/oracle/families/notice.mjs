import { addMonths, dayAt, place, textOf } from '../days.mjs';
import { drawCalendar, drawCounting, drawDay, drawPlaceIn, drawRules, needsCalendar } from '../draws.mjs';
import { calendarOf, deadline, roll, rulesOf } from '../limits.mjs';

/** The last day of a silence that means acceptance. */
function lastDayOf({ deliveredOn, limit, dayOfNextMonth, rules, calendar }) {
  const delivered = place(deliveredOn);
  if (limit !== undefined) return deadline(delivered, limit, rulesOf(rules), calendarOf(calendar)).lastDay;
  const { day } = dayAt(delivered);
  const first = addMonths(delivered - day + 1, 1);
  const { daysInMonth } = dayAt(first);
  return roll(first + Math.min(dayOfNextMonth, daysInMonth) - 1, rulesOf(rules).roll, calendarOf(calendar));
}

const counted = { sent: 'sentOn', received: 'receivedOn', confirmed: 'confirmedOn', deposited: 'depositedOn' };

export const notice = {
  noticeEffect: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      return { givenOn: textOf(day), limit, rules, calendar };
    },
    answer: ({ givenOn, limit, rules, calendar }) => ({
      effectiveOn: textOf(deadline(place(givenOn), limit, rulesOf(rules), calendarOf(calendar)).lastDay),
    }),
  },
  noticeGivenOn: {
    draw(random) {
      const day = drawDay(random);
      const days = {};
      for (const name of Object.values(counted))
        if (!random.onceIn(3)) days[name] = random.onceIn(2) ? day : drawDay(random);
      return {
        channel: random.oneOf(['post', 'email', 'courier', 'telegram']),
        channels: ['post', 'email', 'courier'].map((channel) => ({
          channel,
          counts: random.oneOf(Object.keys(counted)),
        })),
        ...days,
        proven: !random.onceIn(4),
      };
    },
    answer({ channel, channels, proven, ...days }) {
      const listed = channels.find((each) => each.channel === channel);
      if (listed === undefined) return { given: false, because: 'channel-not-listed' };
      if (!proven) return { given: false, because: 'not-proven' };
      const on = days[counted[listed.counts]];
      return on === undefined ? { given: false, because: 'no-date' } : { given: true, on };
    },
  },
  deemedAcceptance: {
    draw(random) {
      const { limit, rules, calendar, day } = random.onceIn(2) ? drawCounting(random) : byDayOfMonth(random);
      const deliveredOn = random.onceIn(15) ? undefined : textOf(day);
      const terms = { deliveredOn, ...limitTerm(limit), rules, calendar };
      let near = day;
      try {
        near = lastDayOf({ ...terms, deliveredOn: textOf(day) });
      } catch {
        // The case has no answer, whatever the days are.
      }
      const responded = random.onceIn(2) ? undefined : Math.max(day, near + random.between(-2, 2));
      return {
        ...terms,
        respondedOn: responded === undefined || deliveredOn === undefined ? undefined : textOf(responded),
        asOf: textOf(random.onceIn(12) ? day - 1 : near + random.between(-2, 3)),
      };
    },
    answer(terms) {
      const { deliveredOn, respondedOn, asOf } = terms;
      if (deliveredOn === undefined) return { status: 'not-started', lastDay: null, deemedOn: null };
      const lastDay = lastDayOf(terms);
      const shown = { lastDay: textOf(lastDay), deemedOn: null };
      const today = place(asOf);
      if (today < place(deliveredOn)) return { status: 'not-started', ...shown };
      if (respondedOn !== undefined && place(respondedOn) <= today && place(respondedOn) <= lastDay)
        return { status: 'objected', ...shown };
      if (today <= lastDay) return { status: 'open', ...shown };
      return { status: 'accepted', ...shown, deemedOn: textOf(lastDay + 1) };
    },
  },
};

/** A limit, or the number of a day of the next month. */
const limitTerm = (limit) => (typeof limit === 'number' ? { dayOfNextMonth: limit } : { limit });

function byDayOfMonth(random) {
  const rules = drawRules(random);
  const dayOfMonth = random.oneOf([1, 5, 10, 15, 28, 29, 30, 31]);
  const calendar = needsCalendar(rules, { unit: 'calendarDays' }) ? drawCalendar(random) : undefined;
  return {
    limit: dayOfMonth,
    rules,
    calendar,
    day: calendar === undefined ? place(drawDay(random)) : drawPlaceIn(random, calendar),
  };
}
