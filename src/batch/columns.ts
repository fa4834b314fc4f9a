import { refuse } from '../errors/agreementError.js';

/** A column of sums in minor units, or of days since 1970-01-01. May lie on a SharedArrayBuffer. */
export type Column = Float64Array | Int32Array;

/** Which rows of its columns a run does, so that callers can share the work out. */
export interface RowRange {
  /** The first row. */
  readonly from: number;
  /** The row after the last. */
  readonly to: number;
}

/** What a run over columns hands back. */
export interface ColumnOutcome<T extends Column = Column> {
  /** The column the answers were written to. */
  readonly out: T;
  /** The answers of the run added up, exactly. */
  readonly total: bigint;
  /** Rows whose answer the column cannot hold exactly; NaN (in an Int32Array 0) stands there, and they are not in the total. */
  readonly unheld: Int32Array;
}

/** The rows to do: all of them, unless a range is given. @internal */
export function rowsOf(range: RowRange | undefined, length: number): RowRange {
  if (range === undefined) return { from: 0, to: length };
  const { from, to } = range;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from || to > length)
    refuse('argument-invalid', 'rows', range, `{ from, to } with 0 <= from <= to <= ${length}`);
  return range;
}

/** Refuses what is no column, or is shorter than it has to be. @internal */
export function requireColumn(column: Column, length: number, field: string): void {
  if (!(column instanceof Float64Array || column instanceof Int32Array))
    refuse('argument-invalid', field, column, 'a Float64Array or an Int32Array');
  if (column.length < length) refuse('argument-invalid', field, column.length, `a column of at least ${length} rows`);
}

/** The column to write to: the one given, else a new one of the same kind. @internal */
export function outColumn<T extends Column>(out: T | undefined, like: T): T {
  if (out !== undefined) {
    requireColumn(out, like.length, 'out');
    return out;
  }
  return (like instanceof Int32Array ? new Int32Array(like.length) : new Float64Array(like.length)) as T;
}

/** Adds up whole numbers exactly: in doubles while they are exact, in a bigint beyond. @internal */
export class ExactTotal {
  #big = 0n;
  #units = 0;

  add(units: number): void {
    const next = this.#units + units;
    if (next <= Number.MAX_SAFE_INTEGER && next >= -Number.MAX_SAFE_INTEGER) this.#units = next;
    else {
      this.#big += BigInt(this.#units) + BigInt(units);
      this.#units = 0;
    }
  }

  get value(): bigint {
    return this.#big + BigInt(this.#units);
  }
}

/** Rows that a column cannot hold, collected as they are met. @internal */
export class UnheldRows {
  readonly #rows: number[] = [];
  readonly #out: Column;

  constructor(out: Column) {
    this.#out = out;
  }

  add(row: number): void {
    this.#rows.push(row);
    this.#out[row] = this.#out instanceof Int32Array ? 0 : Number.NaN;
  }

  /** Writes what was reckoned exactly, if the column can hold it. */
  write(row: number, units: bigint, total: ExactTotal): void {
    const most = this.#out instanceof Int32Array ? 2_147_483_647n : 9_007_199_254_740_991n;
    if (units > most || units < -most) this.add(row);
    else {
      this.#out[row] = Number(units);
      total.add(Number(units));
    }
  }

  get rows(): Int32Array {
    return Int32Array.from(this.#rows);
  }
}
