import { refuse } from '../errors/agreementError.js';
import { capRoom, capRoomBig } from '../liability/capRoom.js';
import { powerOfTen } from '../money/decimalNumber.js';
import { parseRate, type Rate } from '../money/rate.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import {
  type Column,
  type ColumnOutcome,
  ExactTotal,
  outColumn,
  type RowRange,
  requireColumn,
  rowsOf,
  UnheldRows,
} from './columns.js';

/** A cap over columns: a fraction of a base for each row, less what was used of it. */
export interface CapColumn {
  readonly rate: Rate;
  /** Bases in minor units, zero or more. */
  readonly bases: Column;
  /** What of each cap was used, in minor units, zero or more. */
  readonly used: Column;
}

/** Terms of liability limits over a column of losses. */
export interface LimitLiabilityColumnTerms<T extends Column> {
  /** Losses in minor units, zero or more. */
  readonly losses: T;
  /** Stacked caps; the least room counts. */
  readonly caps: readonly CapColumn[];
  readonly rounding: Rounding;
  /** Whether rows whose product leaves the safe integers are reckoned in BigInt; if not, they are reported. */
  readonly exactly: boolean;
  /** Where the payable sums go; absent, a new column of the same kind. */
  readonly out?: T;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * What is payable of each loss under stacked caps, row by row, as `limitLiability` reckons it without exclusions and requirements.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no column, list of caps or range; `rate-invalid`; `rounding-unknown`.
 * @example
 * ```ts
 * const { out } = limitLiabilityColumn({
 *   losses: Float64Array.of(5_000_000), rounding: 'halfExpand', exactly: true,
 *   caps: [{ rate: '0.05', bases: Float64Array.of(12_000_000), used: Float64Array.of(0) }],
 * });
 * [...out] // => [600000]
 * ```
 */
export function limitLiabilityColumn<T extends Column>(terms: LimitLiabilityColumnTerms<T>): ColumnOutcome<T> {
  const { losses, rounding, exactly } = terms;
  requireColumn(losses, 0, 'losses');
  requireRounding(rounding);
  if (!Array.isArray(terms.caps)) refuse('argument-invalid', 'caps', terms.caps, 'a list of { rate, bases, used }');
  const caps = terms.caps.map((cap: CapColumn, at: number) => {
    requireColumn(cap.bases, losses.length, `caps.${at}.bases`);
    requireColumn(cap.used, losses.length, `caps.${at}.used`);
    const { units, bigUnits, scale } = parseRate(cap.rate, `caps.${at}.rate`);
    return {
      bases: cap.bases,
      used: cap.used,
      units,
      big: bigUnits ?? BigInt(units),
      denominator: powerOfTen(scale),
      scale,
    };
  });
  const rows = rowsOf(terms.rows, losses.length);
  const out = outColumn(terms.out, losses);
  const total = new ExactTotal();
  const unheld = new UnheldRows(out);
  for (let row = rows.from; row < rows.to; row += 1) {
    let payable = losses[row] as number;
    let held = Number.isSafeInteger(payable) && payable >= 0;
    let exact = true;
    for (const { bases, used, units, big, denominator, scale } of caps) {
      const base = bases[row] as number;
      const spent = used[row] as number;
      held &&= Number.isSafeInteger(base) && base >= 0 && Number.isSafeInteger(spent) && spent >= 0;
      if (!held) break;
      let room = capRoom(base, spent, units, denominator, rounding);
      if (Number.isNaN(room)) {
        if (!exactly) {
          exact = false;
          break;
        }
        const exactRoom = capRoomBig(BigInt(base), BigInt(spent), big, 10n ** BigInt(scale), rounding);
        room = exactRoom > BigInt(payable) ? payable : Number(exactRoom);
      }
      if (room < payable) payable = room;
    }
    if (held && exact) {
      out[row] = payable;
      total.add(payable);
    } else unheld.add(row);
  }
  return { out, total: total.value, unheld: unheld.rows };
}
