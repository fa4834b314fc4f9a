import { refuse } from '../errors/agreementError.js';

/** A column of amounts in minor units, or of days since 1970-01-01. May be backed by a SharedArrayBuffer. */
export type Column = Float64Array | Int32Array;

/** The rows to process, so that callers can divide the work: `from` is inclusive, `to` is exclusive. */
export interface RowRange {
  /** The first row. */
  readonly from: number;
  /** The row after the last one. */
  readonly to: number;
}

/** The result of a run over columns of amounts. */
export interface ColumnOutcome<T extends Column = Column> {
  /** The column with the answers. A row without an answer is NaN in a Float64Array, -2147483648 in an Int32Array. */
  readonly out: T;
  /** The exact sum of all answers, in `out` and in `overflowedAnswers`. */
  readonly total: bigint;
  /**
   * Rows for which the scalar function throws, in order: a number that is not a safe integer, a negative amount where
   * it is not allowed, an invalid day.
   */
  readonly refused: Int32Array;
  /**
   * Rows whose answer does not fit into `out`, in order: too large for its type, or requiring BigInt when that was not
   * requested.
   */
  readonly overflowed: Int32Array;
  /** The exact answers of `overflowed`, in the same order, if `exactly` is set; otherwise empty. */
  readonly overflowedAnswers: readonly bigint[];
}

/**
 * The value of an Int32Array without an answer: as a day invalid, as an amount one below the smallest allowed.
 * @internal
 */
export const noAnswer = -2_147_483_648;

/** Whether the value is an Int32Array, of any realm. @internal */
export function isInts(column: unknown): column is Int32Array {
  return isKind(column, 'Int32Array');
}

/** The columns of a run by name, its rows, and the output column. @internal */
export interface Run<T extends Column> extends RowRange {
  readonly out: T;
}

/**
 * Validates the arguments common to all runs: columns of the same length (or, with `rows`, long enough), the rows, and
 * the output column. `like` determines the type of `out`.
 *
 * @internal
 */
export function readRun<T extends Column>(
  columns: Readonly<Record<string, Column>>,
  terms: { readonly rows?: RowRange; readonly out?: T },
  like: Column,
): Run<T> {
  const { rows } = terms;
  let range: RowRange | undefined;
  let length = 0;
  for (const field in columns) {
    const column = columns[field] as Column;
    if (!isKind(column, 'Float64Array') && !isInts(column))
      refuse('argument-invalid', field, shown(column), 'a Float64Array or an Int32Array');
    if (range === undefined) {
      length = column.length;
      range = rows === undefined ? { from: 0, to: length } : requireRows(rows, length);
    }
    requireLength(column, range.to, rows === undefined, field);
  }
  const { from, to } = range as RowRange;
  const ints = isInts(like);
  let { out } = terms;
  if (out === undefined) {
    out = (ints ? new Int32Array(length) : new Float64Array(length)) as T;
    // Rows that the run does not process must not look like answers.
    if (to - from < length) out.fill(ints ? noAnswer : Number.NaN);
  } else {
    const kind = ints ? 'Int32Array' : 'Float64Array';
    if (!isKind(out, kind)) refuse('argument-invalid', 'out', shown(out), `a column of the kind ${kind}`);
    requireLength(out, to, rows === undefined, 'out');
    for (const field in columns) requireApart(out, columns[field] as Column, field);
  }
  return { from, to, out };
}

function isKind(column: unknown, kind: string): boolean {
  // Not `instanceof`: the column may come from another realm.
  return ArrayBuffer.isView(column) && (column as Column)[Symbol.toStringTag] === kind;
}

/** An array of millions of rows as its type and length; any other value unchanged. */
function shown(column: unknown): unknown {
  return ArrayBuffer.isView(column)
    ? `${(column as Column)[Symbol.toStringTag]} of ${(column as Column).length}`
    : column;
}

function requireRows(rows: RowRange, length: number): RowRange {
  const { from, to } = rows ?? {};
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from && to <= length))
    refuse('argument-invalid', 'rows', rows, `{ from, to } with 0 <= from <= to <= ${length}`);
  return { from, to };
}

function requireLength({ length }: Column, rows: number, exactly: boolean, field: string): void {
  if (exactly ? length !== rows : length < rows)
    refuse('argument-invalid', `${field}.length`, length, exactly ? `${rows} rows` : `${rows} rows or more`);
}

/**
 * The output must not overwrite rows that are still to be read: `out` may be an input column, but must not overlap one
 * partially.
 */
function requireApart(out: Column, input: Column, field: string): void {
  const sameRows = out.byteOffset === input.byteOffset && isInts(out) === isInts(input);
  const overlap =
    out.buffer === input.buffer &&
    out.byteOffset < input.byteOffset + input.byteLength &&
    input.byteOffset < out.byteOffset + out.byteLength;
  if (overlap && !sameRows)
    refuse('argument-invalid', 'out', shown(out), `a column that is ${field} itself or shares no memory with it`);
}

/** The exact computation of a row, if requested. @internal */
export function exactIf(exactly: boolean, exact: Exact): Exact | undefined {
  if (typeof exactly !== 'boolean') refuse('argument-invalid', 'exactly', exactly, 'true or false');
  return exactly ? exact : undefined;
}

/** Adds up integers exactly: in doubles while they are exact, then in a bigint. @internal */
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

  addBig(units: bigint): void {
    this.#big += units;
  }

  get value(): bigint {
    return this.#big + BigInt(this.#units);
  }
}

/**
 * Writes the answers of the first `count` rows: a safe integer (never -0), NaN if the scalar function would throw,
 * infinity if doubles are not exact enough.
 *
 * @internal
 */
export type Fill = (answers: Float64Array, columns: readonly Float64Array[], count: number) => void;

/** The answer of one row with integers of any size. @internal */
export type Exact = (values: readonly bigint[]) => bigint;

/** The number of rows processed at a time: few enough to stay in the L1 cache. */
const blockRows = 1024;

/**
 * Processes the rows of a run block by block. Blocks are always Float64Arrays, so that each `fill` is monomorphic; a
 * column that is one already is not copied. Without `exact`, rows that need it are only reported.
 *
 * @internal
 */
export function computeRows<T extends Column>(
  { from, to, out }: Run<T>,
  columns: readonly Column[],
  fill: Fill,
  exact: Exact | undefined,
): ColumnOutcome<T> {
  const ints = isInts(out);
  const most = ints ? 2_147_483_647 : Number.MAX_SAFE_INTEGER;
  const nothing = ints ? noAnswer : Number.NaN;
  const total = new ExactTotal();
  const refused: number[] = [];
  const overflowed: number[] = [];
  const overflowedAnswers: bigint[] = [];
  const answers = new Float64Array(blockRows);
  const copies = columns.map((column) => (isInts(column) ? new Float64Array(blockRows) : answers));
  for (let start = from; start < to; start += blockRows) {
    const count = Math.min(blockRows, to - start);
    const block = columns.map((column, at) => {
      const rows = column.subarray(start, start + count);
      if (!isInts(rows)) return rows;
      const copy = copies[at] as Float64Array;
      copy.set(rows);
      return copy;
    });
    fill(answers, block, count);
    const sum = sumIfSafe(answers, count, most);
    if (sum !== undefined) total.add(sum);
    else
      for (let at = 0; at < count; at += 1) {
        const answer = answers[at] as number;
        if (Math.abs(answer) <= most) {
          total.add(answer);
          continue;
        }
        answers[at] = nothing;
        if (Number.isNaN(answer)) refused.push(start + at);
        else if (exact === undefined) overflowed.push(start + at);
        else {
          const units = Number.isFinite(answer)
            ? BigInt(answer)
            : exact(block.map((column) => BigInt(column[at] as number)));
          total.addBig(units);
          if (units <= most && units >= -most) answers[at] = Number(units);
          else {
            overflowed.push(start + at);
            overflowedAnswers.push(units);
          }
        }
      }
    out.set(count < blockRows ? answers.subarray(0, count) : answers, start);
  }
  return {
    out,
    total: total.value,
    refused: Int32Array.from(refused),
    overflowed: Int32Array.from(overflowed),
    overflowedAnswers: Object.freeze(overflowedAnswers),
  };
}

/**
 * The sum of the answers if all of them fit and the sum is exact in a double; otherwise undefined, and the rows are
 * added one by one.
 */
function sumIfSafe(answers: Float64Array, count: number, most: number): number | undefined {
  let sum = 0;
  let largest = 0;
  for (let at = 0; at < count; at += 1) {
    const answer = answers[at] as number;
    sum += answer;
    // NaN and infinity propagate.
    largest = Math.max(largest, Math.abs(answer));
  }
  return largest <= most && largest * count <= Number.MAX_SAFE_INTEGER ? sum : undefined;
}
