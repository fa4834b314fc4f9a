import { addMonths, dayAt, place, textOf } from '../days.mjs';
import { drawCalendar, drawCounting, drawLimit, drawPlace, drawPlaceIn, drawRules, needsCalendar } from '../draws.mjs';
import { calendarOf, deadline, latestDayBefore, rulesOf } from '../limits.mjs';
import { refuse } from '../refusal.mjs';
import { instantText, placeOf } from '../zones.mjs';

const endOf = (day, limit, { rules, calendar }) => deadline(day, limit, rulesOf(rules), calendarOf(calendar)).lastDay;

const monthsIn = { months: 1, quarters: 3, halfYears: 6, years: 12 };
const daysIn = { calendarDays: 1, weeks: 7 };

/** The end of term number `number`, always counted from the start. */
function termEnd({ startedOn, terms }, number) {
  const start = place(startedOn);
  if (terms.ends === 'calendarYear') {
    const { year } = dayAt(start);
    return place(`${year + number}-12-31`);
  }
  const { count, unit } = terms.every;
  const same =
    unit in daysIn
      ? start + count * daysIn[unit] * (number + 1)
      : addMonths(start, count * monthsIn[unit] * (number + 1));
  return terms.termEnd === 'dayBefore' ? same - 1 : same;
}

function latestNotice(terms, end) {
  const { rules, calendar } = terms;
  const counting = { given: rulesOf(rules), calendar: calendarOf(calendar), clearDays: false, monthsBack: 'subtract' };
  // A notice after the end falls in the next term, wherever the rules would move the day.
  return Math.min(end, latestDayBefore(end, terms.terms.noticeLimit, counting));
}

export const lifecycle = {
  renewal: {
    draw(random) {
      const noticeLimit = drawLimit(random);
      const rules = drawRules(random);
      const calendar = needsCalendar(rules, noticeLimit) ? drawCalendar(random) : undefined;
      const start = calendar === undefined ? drawPlace(random) : drawPlaceIn(random, calendar);
      const every = random.oneOf([
        { count: 1, unit: 'years' },
        { count: 1, unit: 'years' },
        { count: random.between(1, 7), unit: 'months' },
        { count: 1, unit: 'quarters' },
        { count: 1, unit: 'halfYears' },
        { count: 2, unit: 'years' },
        { count: 2, unit: 'weeks' },
        { count: 30, unit: 'calendarDays' },
      ]);
      const ends = random.onceIn(2) ? 'calendarYear' : 'anniversary';
      const terms = {
        ends,
        every: ends === 'calendarYear' ? { count: 1, unit: 'years' } : every,
        noticeLimit,
        ...(ends === 'anniversary' && random.onceIn(2) ? { termEnd: random.oneOf(['sameNumber', 'dayBefore']) } : {}),
      };
      const drawn = { startedOn: textOf(start), terms, rules, calendar };
      // Near an end, near its latest day of notice, or any day.
      const near = () => {
        const end = termEnd(drawn, random.below(3));
        try {
          return (random.onceIn(2) ? end : latestNotice(drawn, end)) + random.between(-1, 2);
        } catch {
          return end;
        }
      };
      const given = Math.max(start, near());
      const noticeGivenOn = random.onceIn(2) ? undefined : textOf(given);
      return {
        ...drawn,
        noticeGivenOn,
        asOf: textOf(Math.max(start, noticeGivenOn === undefined ? near() : given + random.below(500))),
      };
    },
    answer(terms) {
      const { startedOn, noticeGivenOn, asOf } = terms;
      const notice = noticeGivenOn === undefined ? undefined : place(noticeGivenOn);
      const today = place(asOf);
      if (today < place(startedOn)) refuse();
      for (let number = 0; ; number += 1) {
        const end = termEnd(terms, number);
        // Without notice the term that holds the day asked; with one, the first at or after it whose latest day it keeps.
        if (notice === undefined ? today > end : notice > end) continue;
        const latest = latestNotice(terms, end);
        if (notice !== undefined && notice > latest) continue;
        return { endsOn: textOf(end), latestNoticeDay: textOf(latest), renewals: number };
      }
    },
  },
  amendmentInForce: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      const after = random.onceIn(3) ? undefined : limit;
      const statedOn = random.onceIn(3) ? day + random.between(-3, 40) : undefined;
      const terms = {
        publishedOn: textOf(day),
        ...(after === undefined ? {} : { after }),
        ...(statedOn === undefined ? {} : { statedOn: textOf(statedOn) }),
        rules,
        calendar,
      };
      let effective = day;
      try {
        effective = effectiveDay(terms);
      } catch {
        // The case has no answer, whatever happens later.
      }
      const binds = random.oneOf(['fromEffectiveDay', 'byLaterUse', 'fromNextRenewal']);
      const renewsOn = effective + random.below(60);
      const from = binds === 'fromNextRenewal' ? renewsOn : effective;
      return {
        ...terms,
        binds,
        ...(binds === 'byLaterUse' ? { usedOn: random.list(3, () => textOf(effective + random.between(-3, 6))) } : {}),
        ...(binds === 'fromNextRenewal' ? { renewsOn: textOf(renewsOn) } : {}),
        ...(random.onceIn(2) ? { objectedOn: textOf(Math.max(day, from + random.between(-2, 3))) } : {}),
      };
    },
    answer(terms) {
      const { publishedOn, binds, usedOn = [], objectedOn, renewsOn } = terms;
      const ordinary = effectiveDay(terms);
      const effective = binds === 'fromNextRenewal' ? place(renewsOn) : ordinary;
      let bound = effective;
      if (binds === 'byLaterUse') {
        const later = usedOn.map(place).filter((day) => day > effective);
        bound = later.length === 0 ? undefined : Math.min(...later);
      }
      const objected = objectedOn === undefined ? undefined : place(objectedOn);
      const spared = bound === undefined || (objected !== undefined && objected < bound);
      const answer = { effectiveOn: textOf(effective), boundOn: spared ? null : textOf(bound) };
      // Without a later use there is no last day yet.
      if (bound === undefined) return answer;
      return { ...answer, lastDayToObject: bound - 1 < place(publishedOn) ? null : textOf(bound - 1) };
    },
  },
  forceMajeure: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      const withLimit = !random.onceIn(4);
      const terms = { startedOn: textOf(day), ...(withLimit ? { limit } : {}), rules, calendar };
      let near = day + 20;
      try {
        if (withLimit) near = endOf(day, limit, terms);
      } catch {
        // The case has no answer, whatever the days are.
      }
      const asOf = Math.max(day, near + random.between(-2, 3));
      const ended = random.onceIn(2) ? undefined : Math.min(asOf, Math.max(day, near + random.between(-2, 3)));
      const begun = place(textOf(day)) * 86_400 + random.below(86_400);
      const told = random.onceIn(2)
        ? {}
        : {
            noticeLimit: { count: 2, unit: 'hours' },
            startedAt: instantText(begun),
            ...(random.onceIn(4) ? {} : { noticeAt: instantText(begun + random.oneOf([0, 7199, 7200, 7201, 3600])) }),
          };
      return {
        ...terms,
        ...(ended === undefined ? {} : { endedOn: textOf(ended) }),
        ...told,
        asOf: textOf(asOf),
        count: random.oneOf(['bothEnds', 'fromNextDay']),
      };
    },
    answer(terms) {
      const { startedOn, endedOn, limit, asOf, noticeLimit, startedAt, noticeAt, count } = terms;
      const [start, today] = [place(startedOn), place(asOf)];
      const ended = endedOn === undefined ? undefined : place(endedOn);
      let beyond = limit === undefined ? undefined : endOf(start, limit, terms) + 1;
      if (ended !== undefined && beyond !== undefined && ended < beyond) beyond = undefined;
      let shiftDays = count === 'bothEnds' ? 1 : 0;
      for (let day = start + 1; day <= (ended ?? today); day += 1) shiftDays += 1;
      const status =
        ended !== undefined ? 'ended' : beyond !== undefined && today >= beyond ? 'beyond-limit' : 'suspended';
      return {
        status,
        shiftDays,
        beyondOn: beyond === undefined ? null : textOf(beyond),
        noticeInTime:
          noticeLimit === undefined
            ? null
            : noticeAt !== undefined && placeOf(noticeAt) <= placeOf(startedAt) + noticeLimit.count * 3600,
      };
    },
  },
  retention: {
    draw(random) {
      const rules = drawRules(random);
      const limits = Array.from({ length: random.between(1, 3) }, () => drawLimit(random));
      const calendar = limits.some((limit) => needsCalendar(rules, limit)) ? drawCalendar(random) : undefined;
      const day = calendar === undefined ? drawPlace(random) : drawPlaceIn(random, calendar);
      return {
        periods: limits.map((limit) => ({
          from: textOf(day + random.between(-100, 100)),
          limit,
          applies: !random.onceIn(4),
        })),
        rules,
        calendar,
      };
    },
    answer(terms) {
      const applying = terms.periods.filter(({ applies }) => applies);
      if (applying.length === 0) refuse('term-not-in-force');
      return { keepUntil: textOf(Math.min(...applying.map(({ from, limit }) => endOf(place(from), limit, terms)))) };
    },
  },
  suspensionEnd: {
    draw(random) {
      const { limit, rules, calendar, day } = drawCounting(random);
      let near = day;
      try {
        near = endOf(day, limit, { rules, calendar });
      } catch {
        // The case has no answer, whatever the day is.
      }
      return {
        suspendedOn: textOf(day),
        limit,
        asOf: textOf(Math.max(day, near + random.between(-2, 3))),
        rules,
        calendar,
      };
    },
    answer(terms) {
      const last = endOf(place(terms.suspendedOn), terms.limit, terms);
      return { mayDelete: place(terms.asOf) > last, from: textOf(last + 1) };
    },
  },
};

function effectiveDay(terms) {
  const published = place(terms.publishedOn);
  const days = [published];
  if (terms.after !== undefined) days.push(endOf(published, terms.after, terms));
  if (terms.statedOn !== undefined) days.push(place(terms.statedOn));
  return Math.max(...days);
}
