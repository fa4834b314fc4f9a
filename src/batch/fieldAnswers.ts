import type { ParsedValue } from '../agreement/model/value.js';
import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Column, ExactTotal, isInts, noAnswer, type Run, readRun } from './columns.js';
import type { Numbers } from './columnsOfKernels.js';
import type { ComputationColumnsTerms, FieldColumn, FieldColumnOutcome } from './columnsOfTerms.js';

/** A field of an answer as an integer of any size; undefined if the answer does not have it. */
export function wholeOf(
  { name, type }: FieldColumn,
  parsed: ParsedValue | undefined,
  currency: CurrencyCode | undefined,
): number | bigint | undefined {
  if (parsed === undefined) return undefined;
  switch (type) {
    case 'money': {
      const sum = parsed as Money;
      if (sum.currency !== currency) refuse('currency-mismatch', name, sum, `amounts in ${currency}`);
      return sum.bigUnits ?? sum.units;
    }
    case 'day':
      return epochDayOf(parsed as DayInput, name);
    case 'count':
      return parsed as number;
    case 'flag':
      return parsed === true ? 1 : 0;
  }
}

/** The answers for one field during a run. */
export class Answers {
  readonly field: FieldColumn;
  readonly run: Run<Column>;
  readonly #most: number;
  readonly #nothing: number;
  readonly #total = new ExactTotal();
  readonly #overflowed: number[] = [];
  readonly #overflowedAnswers: bigint[] = [];

  constructor(field: FieldColumn, run: Run<Column>) {
    this.field = field;
    this.run = run;
    const ints = isInts(run.out);
    this.#most = ints ? 2_147_483_647 : Number.MAX_SAFE_INTEGER;
    this.#nothing = ints ? noAnswer : Number.NaN;
  }

  /** Writes an answer; undefined or NaN means none. */
  put(row: number, answer?: number | bigint): void {
    const { out } = this.run;
    out[row] = this.#nothing;
    if (answer === undefined || Number.isNaN(answer)) return;
    if (typeof answer === 'number') this.#total.add(answer);
    else this.#total.addBig(answer);
    if (answer <= this.#most && answer >= -this.#most) out[row] = Number(answer);
    else {
      this.#overflowed.push(row);
      this.#overflowedAnswers.push(BigInt(answer));
    }
  }

  /**
   * The sum of the answers of a block if all of them fit and the sum is exact in a double; otherwise undefined, and
   * they are written one by one.
   */
  sumIfSafe(block: Numbers, count: number): number | undefined {
    let sum = 0;
    let largest = 0;
    for (let at = 0; at < count; at += 1) {
      const answer = block[at] as number;
      sum += answer;
      // NaN and infinity propagate.
      largest = Math.max(largest, Math.abs(answer));
    }
    return largest <= this.#most && largest * count <= Number.MAX_SAFE_INTEGER ? sum : undefined;
  }

  /** Writes a block and adds its sum. */
  putBlock(start: number, count: number, block: Numbers, sum: number): void {
    this.#total.add(sum);
    this.run.out.set(count < block.length ? block.subarray(0, count) : block, start);
  }

  outcome(): FieldColumnOutcome {
    const { type } = this.field;
    return {
      out: this.run.out,
      ...((type === 'money' || type === 'count') && { total: this.#total.value }),
      overflowed: Int32Array.from(this.#overflowed),
      overflowedAnswers: Object.freeze(this.#overflowedAnswers),
    };
  }
}

/** The output for the answers of a field. */
export function answersOf(
  field: FieldColumn,
  { rows, out }: ComputationColumnsTerms,
  columns: ReadonlyMap<string, Column>,
): Answers {
  const own = out !== undefined && Object.hasOwn(out, field.name) ? out[field.name] : undefined;
  if (own !== undefined && !isColumn(own))
    refuse('argument-invalid', `out.${field.name}`, shownIfArray(own), 'a Float64Array or an Int32Array');
  const like = own ?? (field.type === 'day' || field.type === 'flag' ? new Int32Array(0) : new Float64Array(0));
  const named = Object.fromEntries([...columns].map(([name, column]) => [`facts.${name}`, column]));
  return new Answers(field, readRun(named, { ...(rows && { rows }), ...(own && { out: own }) }, like));
}

/** The outputs of two fields must not overlap. */
export function requireOutsApart(answers: readonly Answers[]): void {
  answers.forEach(({ field, run: { out } }, at) => {
    for (const { run } of answers.slice(0, at))
      if (
        out.buffer === run.out.buffer &&
        out.byteOffset < run.out.byteOffset + run.out.byteLength &&
        run.out.byteOffset < out.byteOffset + out.byteLength
      )
        refuse('argument-invalid', `out.${field.name}`, shownIfArray(out), 'a column of its own for each field');
  });
}

export function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value) && (isInts(value) || (value as Column)[Symbol.toStringTag] === 'Float64Array');
}

/** An array of millions of rows as its type and length; any other value unchanged. */
export function shownIfArray(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? `${(value as Column)[Symbol.toStringTag]} of ${(value as Column).length}` : value;
}
