import { refuse } from '../errors/agreementError.js';

/** A column of sums in minor units, or of days since 1970-01-01. May lie on a SharedArrayBuffer. */
export type Column = Float64Array | Int32Array;

/** Which rows of its columns a run does, so that callers can share the work out: `from` is in, `to` is out. */
export interface RowRange {
  /** The first row. */
  readonly from: number;
  /** The row after the last. */
  readonly to: number;
}

/** What a run over columns of sums hands back. */
export interface ColumnOutcome<T extends Column = Column> {
  /** The column the answers were written to. A row without an answer has NaN in a Float64Array, -2147483648 in an Int32Array. */
  readonly out: T;
  /** Every answer the run found, added up exactly at any size: those in `out` and those in `overflowedAnswers`. */
  readonly total: bigint;
  /** Rows the primitive refuses, in order: a number that is not whole or not safe, a sum below zero where none may be, no such day. */
  readonly refused: Int32Array;
  /** Rows whose answer `out` does not hold, in order: beyond its integers, or to be reckoned in BigInt and not asked for. */
  readonly overflowed: Int32Array;
  /** The exact answers of `overflowed`, row for row, where the terms say `exactly`; else empty. */
  readonly overflowedAnswers: readonly bigint[];
}

/** What stands in an Int32Array where there is no answer: no day, and as a sum one too low to be held. @internal */
export const noAnswer = -2_147_483_648;

/** Whether it is an Int32Array, of this program or another realm's. @internal */
export function isInts(column: unknown): column is Int32Array {
  return isKind(column, 'Int32Array');
}

/** Columns by name as a run reads them, its rows, and the column it writes. @internal */
export interface Run<T extends Column> extends RowRange {
  readonly out: T;
}

/**
 * Reads what every run has: columns of one length (or, with `rows`, that reach as far), the rows, and where the answers go. `like` is the
 * kind of `out`.
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
    // What the run does not do is not to be taken for an answer.
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
  // Not `instanceof`: a column made in another realm is one too.
  return ArrayBuffer.isView(column) && (column as Column)[Symbol.toStringTag] === kind;
}

/** An array of millions of rows by its kind and length; what is none as it is. */
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

/** An answer must not be written over a row that is still to be read: `out` may be an input column, and may not overlap one otherwise. */
function requireApart(out: Column, input: Column, field: string): void {
  const sameRows = out.byteOffset === input.byteOffset && isInts(out) === isInts(input);
  const overlap =
    out.buffer === input.buffer &&
    out.byteOffset < input.byteOffset + input.byteLength &&
    input.byteOffset < out.byteOffset + out.byteLength;
  if (overlap && !sameRows)
    refuse('argument-invalid', 'out', shown(out), `a column that is ${field} itself or shares no memory with it`);
}

/** What reckons a row exactly if the terms ask for it. @internal */
export function exactIf(exactly: boolean, exact: Exact): Exact | undefined {
  if (typeof exactly !== 'boolean') refuse('argument-invalid', 'exactly', exactly, 'true or false');
  return exactly ? exact : undefined;
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

  addBig(units: bigint): void {
    this.#big += units;
  }

  get value(): bigint {
    return this.#big + BigInt(this.#units);
  }
}

/**
 * Writes the answers of the first `count` rows of the columns: a safe integer (never -0), NaN where the primitive refuses, infinite where
 * doubles do not reach.
 *
 * @internal
 */
export type Fill = (answers: Float64Array, columns: readonly Float64Array[], count: number) => void;

/** The answer of one row by integers of any size. @internal */
export type Exact = (values: readonly bigint[]) => bigint;

/** Rows done at a time: few enough that they stay in the cache nearest to the processor. */
const blockRows = 1024;

/**
 * Does the rows of a run block by block. Blocks are Float64Arrays whatever the columns are, so that each `fill` sees one kind of array
 * only; a column that is one already is not copied. Without `exact` the rows that need it are reported alone.
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

/** The sum of answers that can all be held, if it is exact in a double; else undefined, and row by row it is. */
function sumIfSafe(answers: Float64Array, count: number, most: number): number | undefined {
  let sum = 0;
  let largest = 0;
  for (let at = 0; at < count; at += 1) {
    const answer = answers[at] as number;
    sum += answer;
    // NaN and infinite come through.
    largest = Math.max(largest, Math.abs(answer));
  }
  return largest <= most && largest * count <= Number.MAX_SAFE_INTEGER ? sum : undefined;
}
