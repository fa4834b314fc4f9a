/**
 * Interest rates and their changes, and the fraction of an amount they accrue over a number of days: shared by simple
 * and compound interest.
 */
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { parseRate, type Rate } from '../money/rate.js';
import { addRatios, lesserRatio, noRatio, type Ratio, ratioOf, timesRatio } from '../money/ratio.js';
import { always, orderOfDays, placeInForce } from '../time/datedSchedule.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import {
  gridOf,
  type PeriodGrid,
  type PeriodUnit,
  periodOf,
  periodStart,
  periodUnits,
} from '../time/regularPeriods.js';
import { type DayCounting, dayCountParts, type ReadDayCount, readDayCount, yearsOf } from './dayCountParts.js';

/** A yearly rate; a day count convention converts days to a fraction of a year. */
export interface YearlyRate extends DayCounting {
  /** The rate as a fraction of the amount per year: `'0.11'` is 11 %. */
  readonly perYear: Rate;
}

/** A rate per period; periods follow one another from the first day of interest. */
export interface PeriodicRate {
  /** The rate as a fraction of the amount per period. */
  readonly rate: Rate;
  readonly per: PeriodUnit;
  /**
   * The cost of part of a period: `byDay` its days divided by those of the period; `started` the whole period, on the
   * amount and at the rate of its first day; `completed` nothing until it is over, then the same whole.
   */
  readonly partPeriods: 'byDay' | 'started' | 'completed';
}

/** An interest rate from a given day. */
export interface DatedInterestRate {
  /** The first day of the rate; may be omitted for the earliest rate, which then has always been in force. */
  readonly effectiveOn?: DayInput;
  readonly rate: YearlyRate | PeriodicRate;
}

/** A validated rate. @internal */
export interface ReadRate {
  readonly from: number;
  readonly given: YearlyRate | PeriodicRate;
  readonly rate: Ratio;
  readonly dayCount: ReadDayCount | undefined;
  readonly periods: PeriodGrid | undefined;
}

/** Validates rates and sorts them by day; the first must be in force on `firstDay`. @internal */
export function readInterestRates(
  rates: readonly DatedInterestRate[],
  field: string,
  firstDay: number,
): readonly ReadRate[] {
  if (!isList(rates) || rates.length === 0)
    refuse('argument-invalid', field, rates, 'a list with at least one { rate }');
  const read = Array.from(rates as readonly DatedInterestRate[], (entry, at) =>
    readRate(entry, `${field}.${at}`, firstDay),
  );
  const from = read.map((rate) => rate.from);
  const order = orderOfDays(from, field, 'rate');
  const schedule = order === undefined ? read : order.map((at) => read[at] as ReadRate);
  placeInForce([(schedule[0] as ReadRate).from], firstDay, field, 'rate');
  return schedule;
}

function readRate(entry: DatedInterestRate, field: string, firstDay: number): ReadRate {
  const { effectiveOn, rate: given } = entry ?? ({} as Partial<DatedInterestRate>);
  const from = effectiveOn === undefined ? always : epochDayOf(effectiveOn, `${field}.effectiveOn`);
  if (typeof given !== 'object' || given === null) refuse('argument-invalid', `${field}.rate`, given, rateExpected);
  if ('perYear' in given) {
    const rate = ratioOf(parseRate(given.perYear, `${field}.rate.perYear`));
    return { from, given: { ...given }, rate, dayCount: readDayCount(given, `${field}.rate`), periods: undefined };
  }
  const { per, partPeriods } = given;
  if (!periodUnits.includes(per))
    refuse('argument-invalid', `${field}.rate.per`, per, `one of ${periodUnits.join(', ')}`);
  if (partPeriods !== 'byDay' && partPeriods !== 'started' && partPeriods !== 'completed')
    refuse('argument-invalid', `${field}.rate.partPeriods`, partPeriods, '"byDay", "started" or "completed"');
  const rate = ratioOf(parseRate(given.rate, `${field}.rate.rate`));
  return { from, given: { ...given }, rate, dayCount: undefined, periods: gridOf(firstDay, per) };
}

const rateExpected = '{ perYear, dayCount } or { rate, per, partPeriods }';

/** The rate in force on a day. @internal */
function rateOn(rates: readonly ReadRate[], day: number): ReadRate {
  let at = rates.length - 1;
  while (at > 0 && (rates[at] as ReadRate).from > day) at -= 1;
  return rates[at] as ReadRate;
}

/**
 * The fraction of an amount that one rate accrues from `from` up to `to`; the interest as a whole runs up to `end`.
 * @internal
 */
export function partOf({ rate, given, dayCount, periods }: ReadRate, from: number, to: number, end: number): Ratio {
  if (dayCount !== undefined) return timesRatio(rate, yearsOf(dayCountParts(dayCount, from, to)));
  const grid = periods as PeriodGrid;
  const { partPeriods } = given as PeriodicRate;
  if (partPeriods === 'byDay') {
    const [a, b] = [placeIn(grid, from), placeIn(grid, to)];
    return timesRatio(rate, addRatios(b, { above: -a.above, below: a.below }));
  }
  // Periods that start before a day; under `completed`, only those that are over by the end.
  const most = partPeriods === 'started' ? Number.POSITIVE_INFINITY : periodOf(grid, end);
  const begun = (day: number): number => Math.min(periodOf(grid, day - 1) + 1, most);
  return timesRatio(rate, { above: BigInt(begun(to) - begun(from)), below: 1n });
}

/** The number of periods between the anchor and a day, with partial ones by their days. */
function placeIn(grid: PeriodGrid, day: number): Ratio {
  const at = periodOf(grid, day);
  const start = periodStart(grid, at);
  const length = BigInt(periodStart(grid, at + 1) - start);
  return { above: BigInt(at) * length + BigInt(day - start), below: length };
}

/** A run of days at one rate, and one ceiling if there is one. @internal */
export interface RateRun {
  readonly from: number;
  /** The day after the last. */
  readonly to: number;
  /** The applicable rate: the ceiling if that is lower. */
  readonly rate: ReadRate;
  readonly part: Ratio;
}

/** The runs of days from `from` up to `to`, split at changes of the rates and at `cuts`. @internal */
export function rateRuns(
  rates: readonly ReadRate[],
  ceiling: readonly ReadRate[] | undefined,
  cuts: readonly number[],
  from: number,
  to: number,
): readonly RateRun[] {
  const starts = [...rates, ...(ceiling ?? [])].map((rate) => rate.from);
  const inside = [...starts, ...cuts].filter((day) => day > from && day < to);
  const days = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  const runs: RateRun[] = [];
  for (let at = 0; at + 1 < days.length; at += 1) {
    const [start, end] = [days[at] as number, days[at + 1] as number];
    const agreed = rateOn(rates, start);
    const part = partOf(agreed, start, end, to);
    const lawful = ceiling && rateOn(ceiling, start);
    const most = lawful && partOf(lawful, start, end, to);
    const binds = most !== undefined && lesserRatio(part, most) === most;
    runs.push({ from: start, to: end, rate: binds ? (lawful as ReadRate) : agreed, part: binds ? most : part });
  }
  return runs;
}

/** The fraction of an amount that the runs accrue together. @internal */
export function partOfRuns(runs: readonly RateRun[]): Ratio {
  return runs.reduce((sum, { part }) => addRatios(sum, part), noRatio);
}
