/** Rates of interest and their changes, and what part of a sum they make over some days: the kernel of simple and compound interest. */
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { parseRate, type Rate } from '../money/rate.js';
import { addRatios, lesserRatio, noRatio, type Ratio, ratioOf, timesRatio } from '../money/ratio.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import {
  gridOf,
  type PeriodGrid,
  type PeriodUnit,
  periodOf,
  periodStart,
  periodUnits,
} from '../time/regularPeriods.js';
import { type DayCounting, dayCountParts, type ReadDayCount, readDayCount, yearsOf } from './dayCountParts.js';

/** A rate for a year, of which days are a part by a day count convention. */
export interface YearlyRate extends DayCounting {
  /** Fraction of the sum that a year costs: `'0.11'` is 11 %. */
  readonly perYear: Rate;
}

/** A rate for a period; periods follow one another from the first day of interest. */
export interface PeriodicRate {
  /** Fraction of the sum that a period costs. */
  readonly rate: Rate;
  readonly per: PeriodUnit;
  /**
   * What a part of a period costs: `byDay` its days over those of the period; `started` the whole, on the sum and at the rate of its first
   * day; `completed` nothing until it is over, then the same whole.
   */
  readonly partPeriods: 'byDay' | 'started' | 'completed';
}

/** A rate of interest from a day on. */
export interface DatedInterestRate {
  /** The first day of the rate; the earliest may leave it out and then holds from the beginning. */
  readonly effectiveOn?: DayInput;
  readonly rate: YearlyRate | PeriodicRate;
}

/** A rate as it was read. @internal */
export interface ReadRate {
  readonly from: number;
  readonly given: YearlyRate | PeriodicRate;
  readonly rate: Ratio;
  readonly dayCount: ReadDayCount | undefined;
  readonly periods: PeriodGrid | undefined;
}

/** Reads rates and sorts them by day; the first must hold on `firstDay`. @internal */
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
  const sorted = [...read].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  for (let at = 1; at < sorted.length; at += 1)
    if (sorted[at]?.from === sorted[at - 1]?.from) {
      const place = read.indexOf(sorted[at] as ReadRate);
      refuse(
        'argument-invalid',
        `${field}.${place}.effectiveOn`,
        rates[place]?.effectiveOn,
        'a day no other rate starts on',
      );
    }
  const from = sorted[0]?.from as number;
  if (from > firstDay)
    refuse(
      'term-not-in-force',
      field,
      isoOfEpochDay(firstDay),
      `a rate in force on that day; the first starts on ${isoOfEpochDay(from)}`,
    );
  return sorted;
}

function readRate(entry: DatedInterestRate, field: string, firstDay: number): ReadRate {
  const { effectiveOn, rate: given } = entry ?? ({} as Partial<DatedInterestRate>);
  const from = effectiveOn === undefined ? Number.NEGATIVE_INFINITY : epochDayOf(effectiveOn, `${field}.effectiveOn`);
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

/** The rate in force on a day, of those that begin by then. @internal */
export function rateOn(rates: readonly ReadRate[], day: number): ReadRate {
  let at = rates.length - 1;
  while (at > 0 && (rates[at] as ReadRate).from > day) at -= 1;
  return rates[at] as ReadRate;
}

/** What part of a sum one rate makes from `from` up to `to`; the interest as a whole runs up to `end`. @internal */
export function partOf({ rate, given, dayCount, periods }: ReadRate, from: number, to: number, end: number): Ratio {
  if (dayCount !== undefined) return timesRatio(rate, yearsOf(dayCountParts(dayCount, from, to)));
  const grid = periods as PeriodGrid;
  const { partPeriods } = given as PeriodicRate;
  if (partPeriods === 'byDay') {
    const [a, b] = [placeIn(grid, from), placeIn(grid, to)];
    return timesRatio(rate, addRatios(b, { above: -a.above, below: a.below }));
  }
  // Periods that begin before a day; under `completed`, of those alone that are over by the end.
  const most = partPeriods === 'started' ? Number.POSITIVE_INFINITY : periodOf(grid, end);
  const begun = (day: number): number => Math.min(periodOf(grid, day - 1) + 1, most);
  return timesRatio(rate, { above: BigInt(begun(to) - begun(from)), below: 1n });
}

/** How many periods lie between the anchor and a day, parts by their days. */
function placeIn(grid: PeriodGrid, day: number): Ratio {
  const at = periodOf(grid, day);
  const start = periodStart(grid, at);
  const length = BigInt(periodStart(grid, at + 1) - start);
  return { above: BigInt(at) * length + BigInt(day - start), below: length };
}

/** A run of days at one rate, and one ceiling where there is one. @internal */
export interface RateRun {
  readonly from: number;
  /** The day after the last. */
  readonly to: number;
  /** The rate that counts: the ceiling where that gives less. */
  readonly rate: ReadRate;
  readonly part: Ratio;
}

/** The runs of days from `from` up to `to`, cut at changes of the rates and at `cuts`. @internal */
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

/** What part of a sum the runs make together. @internal */
export function partOfRuns(runs: readonly RateRun[]): Ratio {
  return runs.reduce((sum, { part }) => addRatios(sum, part), noRatio);
}
