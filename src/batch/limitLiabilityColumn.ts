import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { capRoom, capRoomBig } from '../liability/capRoom.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, type ExactNumber } from '../money/fraction.js';
import { parseRate, type Rate } from '../money/rate.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { type Column, type ColumnOutcome, computeRows, exactIf, type RowRange, readRun } from './columns.js';

/** A cap over columns: a fraction of a base for each row, less the amount already used. */
export interface CapColumn {
  /** The rate as a fraction of the base. */
  readonly rate: Rate;
  /** The bases in minor units, not negative. */
  readonly bases: Column;
  /** The amounts already used of each cap, in minor units, not negative. */
  readonly used: Column;
}

/** Terms of liability limits over a column of losses. */
export interface LimitLiabilityColumnTerms<T extends Column> {
  /** Stacked caps; the one with the least room decides. An empty list sets none. */
  readonly caps: readonly CapColumn[];
  /** How each cap is rounded to minor units. */
  readonly rounding: Rounding;
  /** How each cap is rounded, if the agreement rounds caps differently; defaults to `rounding`. */
  readonly capRounding?: Rounding;
  /** The losses in minor units, not negative. */
  readonly losses: T;
  /**
   * Whether rows whose product exceeds the safe integers are computed in BigInt; otherwise they are reported in
   * `overflowed`.
   */
  readonly exactly: boolean;
  /** The output column for the payable amounts; defaults to a new column of the same type as `losses`. */
  readonly out?: T;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/**
 * What is payable of each loss under stacked caps, row by row, the same as `limitLiability` without exclusions and
 * conditions: the least of the loss and the room of every cap, `rate × base − used`, at least zero.
 *
 * A row with an amount that is negative or not a safe integer is refused.
 *
 * @clause "The operator answers for documented loss of data, up to 5 % of what was paid for the last paid tariff."
 * @throws {@link AgreementError} `argument-invalid` for an invalid column, list of caps, range or boolean, and for
 * columns of different lengths; `rate-invalid`; `rounding-unknown`.
 * @example 5 % of 120,000.00 is 6,000.00: a loss below the cap, equal to it, a tiyn above it, and with half of it used
 * ```ts
 * const bases = Float64Array.of(12_000_000, 12_000_000, 12_000_000, 12_000_000);
 * const { out } = limitLiabilityColumn({
 *   caps: [{ rate: '0.05', bases, used: Float64Array.of(0, 0, 0, 300_000) }], rounding: 'halfExpand',
 *   losses: Float64Array.of(599_999, 600_000, 600_001, 600_000), exactly: true,
 * });
 * out // => Float64Array.of(599999, 600000, 600000, 300000)
 * ```
 * @example Columns of different lengths
 * ```ts
 * const cap = { rate: '1', bases: Int32Array.of(100, 200), used: Int32Array.of(0) };
 * limitLiabilityColumn({ caps: [cap], rounding: 'halfExpand', losses: Int32Array.of(50), exactly: true }) // throws 'argument-invalid'
 * ```
 */
export function limitLiabilityColumn<T extends Column>(terms: LimitLiabilityColumnTerms<T>): ColumnOutcome<T> {
  requireTerms(terms);
  const { caps, rounding, capRounding = rounding, losses, exactly } = terms;
  if (!isList(caps)) refuse('argument-invalid', 'caps', caps, 'a list of { rate, bases, used }');
  const columns: Record<string, Column> = { losses };
  const limits: ExactNumber[] = [];
  for (let at = 0; at < caps.length; at += 1) {
    const cap: CapColumn = caps[at];
    if (typeof cap !== 'object' || cap === null) refuse('argument-invalid', `caps.${at}`, cap, '{ rate, bases, used }');
    limits.push(parseRate(cap.rate, `caps.${at}.rate`));
    columns[`caps.${at}.bases`] = cap.bases;
    columns[`caps.${at}.used`] = cap.used;
  }
  const run = readRun(columns, terms, losses);
  requireRounding(rounding);
  requireRounding(capRounding, 'capRounding');
  return computeRows(
    run,
    Object.values(columns),
    (answers, block, count) => fillPayable(answers, block, count, limits, capRounding),
    exactIf(exactly, ([loss, ...sums]) =>
      limits.reduce((payable, limit, at) => {
        const room = capRoomBig(
          sums[2 * at] as bigint,
          sums[2 * at + 1] as bigint,
          bigUnitsOf(limit),
          bigDenominatorOf(limit),
          capRounding,
        );
        return room < payable ? room : payable;
      }, loss as bigint),
    ),
  );
}

/** Processes cap by cap, so that each pass is over only three columns. */
function fillPayable(
  answers: Float64Array,
  block: readonly Float64Array[],
  count: number,
  limits: readonly ExactNumber[],
  rounding: Rounding,
): void {
  const losses = block[0] as Float64Array;
  for (let at = 0; at < count; at += 1) answers[at] = orNaN(losses[at] as number);
  for (let cap = 0; cap < limits.length; cap += 1) {
    const limit = limits[cap] as ExactNumber;
    const denominator = denominatorOf(limit);
    const bases = block[2 * cap + 1] as Float64Array;
    const used = block[2 * cap + 2] as Float64Array;
    for (let at = 0; at < count; at += 1) {
      const payable = answers[at] as number;
      const base = orNaN(bases[at] as number);
      const spent = orNaN(used[at] as number);
      // A refused row stays refused, and a row beyond the safe integers stays infinite unless it is refused.
      if (Number.isNaN(payable + base + spent)) answers[at] = Number.NaN;
      else if (payable < Number.POSITIVE_INFINITY) {
        const room = capRoom(base, spent, limit.units, denominator, rounding);
        if (!(room >= payable)) answers[at] = Number.isNaN(room) ? Number.POSITIVE_INFINITY : room;
      }
    }
  }
}

/** A non-negative safe integer, otherwise NaN; adding zero turns -0 into 0. */
function orNaN(units: number): number {
  return Number.isSafeInteger(units) && units >= 0 ? units + 0 : Number.NaN;
}
