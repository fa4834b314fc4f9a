import fc from 'fast-check';
import {
  type CountingRules,
  type DayLimit,
  type DayUnit,
  type MonthEnd,
  type RollConvention,
  type WorkingCalendar,
  workingCalendar,
} from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { officialDays } from '../calendars/officialDays.js';

/** The facts of a calendar, apart from the calendar under test. */
export interface CalendarFacts {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly weekend: readonly number[];
  readonly daysOff: ReadonlySet<string>;
  readonly workedDays: ReadonlySet<string>;
}

/** What the reference answers where the facts end. */
export class NotCovered extends Error {}

/** What the reference answers where a month lacks the day and the rules refuse that. */
export class DayMissing extends Error {}

/** What the reference answers where the trigger day counts and there is no day to count. */
class NothingToCount extends Error {}

type Day = Temporal.PlainDate;
const next = (day: Day) => day.add({ days: 1 });
const previous = (day: Day) => day.subtract({ days: 1 });
const later = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) > 0;

/** Whether a day is worked, by looking it up. */
export function isWorked(facts: CalendarFacts, day: Day): boolean {
  const text = day.toString();
  if (text < facts.firstDay || text > facts.lastDay) throw new NotCovered(text);
  return facts.weekend.includes(day.dayOfWeek) ? facts.workedDays.has(text) : !facts.daysOff.has(text);
}

/** `count` working days after a day (before it, below zero), one day at a time. */
export function walkWorkingDays(facts: CalendarFacts, from: Day, count: number): Day {
  const step = count < 0 ? previous : next;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = step(day);
    if (isWorked(facts, day)) left -= 1;
  }
  return day;
}

/** Rolls one day at a time; the modified conventions turn round at the end of the month, `nearest` looks both ways at once. */
export function walkRoll(facts: CalendarFacts, from: Day, roll: RollConvention): Day {
  if (roll === 'none' || isWorked(facts, from)) return from;
  if (roll === 'nearest') {
    const found: Day[] = [];
    // The calendar must know both sides: beyond its end a nearer day might lie.
    for (const step of [next, previous]) {
      let day = step(from);
      while (!isWorked(facts, day)) day = step(day);
      found.push(day);
    }
    const [after, before] = found as [Day, Day];
    return before.until(from).days < from.until(after).days ? before : after;
  }
  const ahead = roll === 'following' || roll === 'modifiedFollowing' ? next : previous;
  const back = ahead === next ? previous : next;
  const staysInMonth = roll === 'modifiedFollowing' || roll === 'modifiedPreceding';
  let day = ahead(from);
  while (!(staysInMonth && day.month !== from.month)) {
    if (isWorked(facts, day)) return day;
    day = ahead(day);
  }
  day = back(from);
  while (!isWorked(facts, day)) day = back(day);
  return day;
}

const monthsOf: Partial<Record<DayUnit, number>> = { months: 1, quarters: 3, halfYears: 6, years: 12 };
const daysOf: Partial<Record<DayUnit, number>> = { calendarDays: 1, weeks: 7, halfMonths: 15 };

/** The end of a limit before run-on and roll, in days by steps of one, in months by Temporal. */
export function walkNominal(
  facts: CalendarFacts | undefined,
  trigger: Day,
  limit: DayLimit,
  rules: CountingRules,
): Day {
  const { count, unit } = limit;
  const sooner = rules.countTriggerDay ? 1 : 0;
  if (unit === 'workingDays' || unit === 'bankingDays')
    return walkWorkingDays(facts as CalendarFacts, trigger.subtract({ days: sooner }), count);
  const months = monthsOf[unit];
  if (months === undefined) {
    let day = trigger;
    for (let left = count * (daysOf[unit] as number) - sooner; left > 0; left -= 1) day = next(day);
    return day;
  }
  const clamped = trigger.add({ months: months * count }, { overflow: 'constrain' });
  if (rules.monthEnd === 'endOfMonth') {
    const end = trigger.day === trigger.daysInMonth ? clamped.with({ day: clamped.daysInMonth }) : clamped;
    return end.subtract({ days: sooner });
  }
  if (clamped.day !== trigger.day && rules.monthEnd === 'reject') throw new DayMissing();
  const end = clamped.day !== trigger.day && rules.monthEnd === 'nextMonth' ? next(clamped) : clamped;
  return end.subtract({ days: sooner });
}

/** The last day of a limit. */
export function walkDeadline(facts: CalendarFacts, trigger: Day, limit: DayLimit, rules: CountingRules): Day {
  const working = limit.unit === 'workingDays' || limit.unit === 'bankingDays';
  let end = walkNominal(facts, trigger, limit, rules);
  const twoDaysOrMore = limit.count > 1 || (limit.count === 1 && !working && limit.unit !== 'calendarDays');
  if (rules.minimumWorkingDays > 0 && twoDaysOrMore) {
    const earliest = walkWorkingDays(facts, trigger, rules.minimumWorkingDays);
    if (later(earliest, end)) end = earliest;
  }
  return working && limit.count > 0 ? end : walkRoll(facts, end, rules.roll);
}

/** The last day to act before a target, unrolled: days and working days walked, `latestStart` by trying every day. */
export function walkBack(
  facts: CalendarFacts,
  target: Day,
  limit: DayLimit,
  rules: CountingRules,
  clearDays: boolean,
  monthsBack: 'subtract' | 'latestStart',
): Day {
  const { count, unit } = limit;
  if (rules.countTriggerDay && count === 0) throw new NothingToCount();
  const reach = rules.countTriggerDay ? next(target) : target;
  if (unit === 'workingDays' || unit === 'bankingDays')
    return walkWorkingDays(facts, reach, -(count + (clearDays ? 1 : 0)));
  const end = clearDays ? previous(reach) : reach;
  const months = monthsOf[unit];
  if (months === undefined) {
    let day = end;
    for (let left = count * (daysOf[unit] as number); left > 0; left -= 1) day = previous(day);
    return day;
  }
  if (monthsBack === 'subtract') return end.subtract({ months: months * count }, { overflow: 'constrain' });
  const forwards = { ...rules, countTriggerDay: false };
  for (let day = end; ; day = previous(day)) {
    try {
      if (!later(walkNominal(undefined, day, limit, forwards), end)) return day;
    } catch (error) {
      if (!(error instanceof DayMissing)) throw error;
    }
  }
}

/** The facts of Kazakhstan or Russia as the fixtures have them. */
export function officialFacts(id: 'KZ' | 'RU'): CalendarFacts {
  const { coverage, years } = officialDays(id);
  return {
    firstDay: coverage.from,
    lastDay: coverage.to,
    weekend: [6, 7],
    daysOff: new Set(Object.values(years).flatMap((year) => year.nonWorking)),
    workedDays: new Set(Object.values(years).flatMap((year) => year.workingWeekends)),
  };
}

/** The calendar under test for the facts of the reference. */
export function calendarOf(facts: CalendarFacts): WorkingCalendar {
  return workingCalendar({
    id: 'MADE-UP',
    version: '1',
    compiledOn: '2026-11-22',
    weekend: facts.weekend,
    coverage: { firstDay: facts.firstDay, lastDay: facts.lastDay },
    daysOff: [...facts.daysOff],
    workingWeekendDays: [...facts.workedDays],
    sources: [],
  });
}

const madeUpFirst = Temporal.PlainDate.from('2023-12-04');
const madeUpLength = 150;

/** Made-up calendars of five months about 29 February 2024, some of them almost without working days. */
export const anyFacts: fc.Arbitrary<CalendarFacts> = fc
  .record({
    weekend: fc.constantFrom<number[]>([6, 7], [5, 6], [7], [], [3, 6, 7], [1, 2, 3, 4, 5, 6, 7]),
    turned: fc.uniqueArray(fc.integer({ min: 0, max: madeUpLength - 1 }), { maxLength: 60 }),
    run: fc.tuple(fc.integer({ min: 0, max: madeUpLength - 1 }), fc.integer({ min: 0, max: 40 })),
  })
  .map(({ weekend, turned, run: [from, length] }) => {
    const days = turned.map((at) => madeUpFirst.add({ days: at }));
    const run = Array.from({ length }, (_, at) => madeUpFirst.add({ days: Math.min(from + at, madeUpLength - 1) }));
    const isWeekend = (day: Day) => weekend.includes(day.dayOfWeek);
    return {
      firstDay: madeUpFirst.toString(),
      lastDay: madeUpFirst.add({ days: madeUpLength - 1 }).toString(),
      weekend,
      daysOff: new Set([...days, ...run].filter((day) => !isWeekend(day)).map(String)),
      workedDays: new Set(days.filter(isWeekend).map(String)),
    };
  });

/** A day in or about the made-up calendars. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: -20, max: madeUpLength + 20 })
  .map((at) => madeUpFirst.add({ days: at }));

export const allUnits: readonly DayUnit[] = [
  'calendarDays',
  'workingDays',
  'bankingDays',
  'weeks',
  'halfMonths',
  'months',
  'quarters',
  'halfYears',
  'years',
];
export const allRolls: readonly RollConvention[] = [
  'none',
  'following',
  'preceding',
  'modifiedFollowing',
  'modifiedPreceding',
  'nearest',
];
export const allMonthEnds: readonly MonthEnd[] = ['clamp', 'nextMonth', 'reject', 'endOfMonth'];

/** A limit of every unit. */
export const anyLimit: fc.Arbitrary<DayLimit> = fc.record({
  count: fc.integer({ min: 0, max: 25 }),
  unit: fc.constantFrom(...allUnits),
});

/** Rules of every kind. */
export const anyRules: fc.Arbitrary<CountingRules> = fc.record({
  countTriggerDay: fc.boolean(),
  monthEnd: fc.constantFrom(...allMonthEnds),
  roll: fc.constantFrom(...allRolls),
  minimumWorkingDays: fc.constantFrom(0, 0, 2, 5),
});
