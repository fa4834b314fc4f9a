import type { RowCases } from '../agreement/evaluate/rowCases.js';
import type { Facts } from '../agreement/evaluate/session.js';
import type { Answer } from '../agreement/kinds/kind.js';
import type { ClauseNumber, ComputationAddress } from '../agreement/model/agreement.js';
import type { Agreement, PlacedComputation } from '../agreement/model/definedAgreement.js';
import type { ParsedValue, ValueShape } from '../agreement/model/value.js';
import { AgreementError, type AgreementErrorCode, type Finding, refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Column, ExactTotal, isInts, noAnswer, type RowRange, type Run, readRun } from './columns.js';
import type { Numbers } from './columnsOfKernels.js';
import { type AnswersByDay, ColumnPlan, cellOf, factsOf, isColumnShape, rowsOfBlock } from './columnsOfPlan.js';

/**
 * The meaning of the numbers in a column: minor units, days since 1970-01-01, integers, or 1 for true and 0 for false.
 */
export type ColumnMeaning = 'money' | 'day' | 'count' | 'flag';

/** A fact of a computation that may differ by row. */
export interface FactColumn {
  /** The name of the fact. */
  readonly name: string;
  /** The meaning of its numbers. A decimal fact accepts integers. */
  readonly type: ColumnMeaning | 'decimal';
  /** Whether the agreement defines what leaving it out means. */
  readonly canBeLeftOut: boolean;
}

/** A field of an answer that can be a column. */
export interface FieldColumn {
  /** The name of the field. */
  readonly name: string;
  /** The meaning of its numbers. */
  readonly type: ColumnMeaning;
}

/** The arguments of a run of {@link ComputationColumns}. */
export interface ComputationColumnsTerms {
  /**
   * The facts by name: a Float64Array or an Int32Array if they differ by row, otherwise a value in the form that
   * `evaluate` accepts. NaN or -2147483648 in a column means that the fact was left out.
   */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The requested fields of the answer. */
  readonly fields: readonly string[];
  /** The currency of every amount in input and output columns; may be omitted if the agreement has only one. */
  readonly currency?: CurrencyCode;
  /**
   * The output columns, by field; by default new columns: Int32Arrays for days and flags, Float64Arrays for amounts and
   * counts.
   */
  readonly out?: Readonly<Record<string, Column>>;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/** The answers of a run for one field. */
export interface FieldColumnOutcome {
  /**
   * The answers. NaN in a Float64Array and -2147483648 in an Int32Array if there is none: refused, too large, or not
   * part of the answer.
   */
  readonly out: Column;
  /** The exact sum of all amounts or counts, including those in `overflowedAnswers`; absent for days and flags. */
  readonly total?: bigint;
  /** Rows whose answer is too large for `out`, in order. */
  readonly overflowed: Int32Array;
  /** The exact answers of `overflowed`, in the same order. */
  readonly overflowedAnswers: readonly bigint[];
}

/** The result of a run of {@link ComputationColumns}. */
export interface ComputationColumnsOutcome {
  /** The answers by field. */
  readonly fields: Readonly<Record<string, FieldColumnOutcome>>;
  /** Rows for which `evaluate` throws, in order. */
  readonly refused: Int32Array;
  /** The error codes, in the same order. */
  readonly because: readonly AgreementErrorCode[];
}

/** A computation of an agreement, compiled to run over columns. Created by {@link columnsOf}. */
export class ComputationColumns {
  /** The address of the computation. */
  readonly computation: ComputationAddress;
  /** Facts that may differ by row. */
  readonly facts: readonly FactColumn[];
  /** Fields that can be requested from a run. */
  readonly fields: readonly FieldColumn[];
  // Private, to keep them out of comparisons and printed results.
  readonly #agreement: Agreement;
  readonly #cases: RowCases;
  readonly #same: ReadonlyMap<string, ParsedValue>;
  readonly #byDay: AnswersByDay = new Map();

  /** @internal */
  constructor(
    agreement: Agreement,
    cases: RowCases,
    computation: ComputationAddress,
    facts: readonly FactColumn[],
    fields: readonly FieldColumn[],
    same: ReadonlyMap<string, ParsedValue>,
  ) {
    this.computation = computation;
    this.facts = Object.freeze(facts);
    this.fields = Object.freeze(fields);
    this.#agreement = agreement;
    this.#cases = cases;
    this.#same = same;
  }

  /**
   * Computes the answers row by row, each equal to the result of `evaluate`.
   *
   * A row with an invalid or missing fact, or without an answer, is reported as refused and the run continues.
   *
   * @throws {@link AgreementError} `argument-invalid` for an invalid column, range or field, for columns of different
   * lengths, and if no fact is a column; `fact-missing` with every required fact that is missing; `fact-invalid` with
   * every unknown fact and every invalid constant fact; `currency-mismatch` for an answer in another currency than
   * `currency`.
   */
  run(terms: ComputationColumnsTerms): ComputationColumnsOutcome {
    const asked = this.#fieldsOf(terms);
    const given = this.#factsOf(terms);
    const currency = this.#currencyOf(terms, asked, given.columns);
    for (const name of Object.keys(terms.out ?? {}))
      if (!asked.some((field) => field.name === name))
        refuse(
          'argument-invalid',
          `out.${name}`,
          shownIfArray(terms.out?.[name]),
          'columns for fields that are asked for',
        );
    const answers = asked.map((field) => answersOf(field, terms, given.columns));
    requireOutsApart(answers);
    const { from, to } = (answers[0] as Answers).run;
    const facts = { ...given, fixed: this.#same, currency };
    const plan = new ColumnPlan(this.#agreement, this.#cases, facts, this.#byDay, to - from);
    const numbers = asked.map(({ name }) => plan.field(this.computation, name));
    const refused: number[] = [];
    const because: AgreementErrorCode[] = [];
    let row = from;
    const factAt = (name: string): unknown => {
      const column = given.columns.get(name);
      const shape = this.#agreement.data.facts[name] as ValueShape;
      return column === undefined ? given.constants.get(name) : cellOf(column, row, shape, this.#cases, currency);
    };
    const askRow = (): void => {
      let answer: Answer;
      try {
        answer = this.#cases.answer(this.computation, factAt);
      } catch (error) {
        if (!(error instanceof AgreementError)) throw error;
        refused.push(row);
        because.push(error.code);
        for (const own of answers) own.put(row);
        return;
      }
      // Compute the whole row before writing anything: `out` may be the column of a fact.
      const found = answers.map(({ field }) => wholeOf(field, answer[field.name], currency));
      answers.forEach((own, at) => {
        own.put(row, found[at]);
      });
    };
    const isPlanned = !numbers.includes(undefined);
    for (let start = from; start < to; start += rowsOfBlock) {
      const count = Math.min(rowsOfBlock, to - start);
      if (!isPlanned) {
        for (row = start; row < start + count; row += 1) askRow();
        continue;
      }
      plan.fill(start, count);
      const blocks = numbers as readonly Numbers[];
      const sums = answers.map((own, at) => own.sumIfSafe(blocks[at] as Numbers, count));
      if (!sums.includes(undefined))
        answers.forEach((own, at) => {
          own.putBlock(start, count, blocks[at] as Numbers, sums[at] as number);
        });
      else
        for (let at = 0; at < count; at += 1) {
          row = start + at;
          if (blocks.some((block) => block[at] === Number.POSITIVE_INFINITY)) askRow();
          else
            answers.forEach((own, of) => {
              own.put(row, (blocks[of] as Numbers)[at]);
            });
        }
    }
    return {
      fields: Object.fromEntries(answers.map((own) => [own.field.name, own.outcome()])),
      refused: Int32Array.from(refused),
      because: Object.freeze(because),
    };
  }

  /** The JSON representation: its inputs and outputs. */
  toJSON(): object {
    const { computation, facts, fields } = this;
    return { computation, facts, fields };
  }

  #fieldsOf({ fields }: ComputationColumnsTerms): readonly FieldColumn[] {
    const expected = `fields among ${this.fields.map(({ name }) => name).join(', ')}, each once`;
    if (!isList(fields) || fields.length === 0 || new Set(fields).size !== fields.length)
      refuse('argument-invalid', 'fields', fields, expected);
    return fields.map(
      (name, at) =>
        this.fields.find((field) => field.name === name) ?? refuse('argument-invalid', `fields.${at}`, name, expected),
    );
  }

  /** The facts of a run: its columns and its constants. */
  #factsOf({ facts }: ComputationColumnsTerms): { columns: Map<string, Column>; constants: Map<string, ParsedValue> } {
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts))
      refuse('fact-invalid', 'facts', facts, 'a record of columns and values by the names of facts');
    const columns = new Map<string, Column>();
    const constants = new Map(this.#same);
    const errors = this.#cases.errors();
    for (const name of Object.keys(facts)) {
      const given = facts[name];
      const fact = this.facts.find((other) => other.name === name);
      if (fact === undefined) {
        const expected = `one of ${this.facts.map((other) => other.name).join(', ')}`;
        errors.add(name, this.#same.has(name) ? 'given twice' : 'unknown', shownIfArray(given), expected);
      } else if (given === undefined || given === null) continue;
      else if (isColumn(given)) columns.set(name, given);
      else if (ArrayBuffer.isView(given))
        errors.add(name, 'type', shownIfArray(given), 'a Float64Array, an Int32Array, or a value');
      else {
        const parsed = this.#cases.read(name, given, errors);
        if (parsed !== undefined) constants.set(name, parsed);
      }
    }
    errors.throwAs('fact-invalid');
    for (const { name, canBeLeftOut } of this.facts)
      if (!canBeLeftOut && !columns.has(name) && !constants.has(name))
        errors.add(name, 'missing', undefined, 'a column, or a value for all rows');
    errors.throwAs('fact-missing');
    if (columns.size === 0)
      refuse('argument-invalid', 'facts', facts, 'at least one column; what is the same in all rows is for evaluate()');
    return { columns, constants };
  }

  /** The currency of the columns; undefined if none of them are amounts. */
  #currencyOf(
    { currency }: ComputationColumnsTerms,
    asked: readonly FieldColumn[],
    columns: ReadonlyMap<string, Column>,
  ): CurrencyCode | undefined {
    const { currencies } = this.#agreement.data;
    const expected = `one of ${currencies.join(', ')}`;
    if (currency !== undefined)
      return currencies.includes(currency) ? currency : refuse('argument-invalid', 'currency', currency, expected);
    const areSums =
      asked.some(({ type }) => type === 'money') ||
      this.facts.some(({ name, type }) => type === 'money' && columns.has(name));
    if (areSums && currencies.length !== 1) refuse('argument-invalid', 'currency', currency, expected);
    return currencies[0];
  }
}

/**
 * Compiles a computation of an agreement to run over columns: the answer of each row equals the result of `evaluate`
 * for its facts.
 *
 * Facts can differ by row if they are amounts, days, integers or booleans. Other facts (texts, lists, instants, rates)
 * must be the same for all rows and are passed here, in `same`; null means that one is left out. Compile once for an
 * edition of the agreement and its readings, then run over any number of slices.
 *
 * @clause "The subscription is charged daily, as the monthly price divided by the days of the month", for all accounts
 * at once.
 * @param agreement The agreement with its readings.
 * @param computation The address of a computation (`"6.10/penalty"`), or the number of a clause with only one.
 * @param same Facts that are the same for all rows.
 * @throws {@link AgreementError} `computation-unknown` if the agreement has no such computation, or the clause has
 * several;
 * `argument-invalid` with each fact that cannot be a column and is not in `same`, or if no field of the answer is a
 * number, a day or a flag;
 * `fact-invalid` with every fact in `same` that is unknown or invalid.
 * @example The penalty of two debts, neither with partial payments
 * ```ts
 * const penalties = columnsOf(agreement, '6.10/penalty', { payments: null });
 * const { fields } = penalties.run({
 *   facts: {
 *     overdue: Float64Array.of(10_000_000, 5_000_000), totalDebt: Float64Array.of(10_000_000, 5_000_000),
 *     negativeOn: Int32Array.of(20_531, 20_531), asOf: '2026-04-10',
 *   },
 *   fields: ['penalty'],
 * });
 * fields['penalty']?.out // => Float64Array.of(100000, 50000)
 * fields['penalty']?.total // => 150000n
 * ```
 * @example A text cannot be a column
 * ```ts
 * columnsOf(agreement, '2.4.2/notExcluded') // throws 'argument-invalid'
 * ```
 */
export function columnsOf(
  agreement: Agreement,
  computation: ClauseNumber | ComputationAddress,
  same: Facts = {},
): ComputationColumns {
  // A method of the agreement rather than an import: a program that charges columns without an agreement must not load
  // the engine.
  if (typeof (agreement as Partial<Agreement> | null)?.rowCases !== 'function')
    refuse('argument-invalid', 'agreement', agreement, 'an agreement made by defineAgreement()');
  const cases = agreement.rowCases();
  const address = cases.addressOf(computation);
  const { facts: declared } = agreement.data;
  const asked = factsOf(agreement, address);
  const constants = readSame(cases, asked, same);
  const columns: FactColumn[] = [];
  const unfit: Finding[] = [];
  for (const name of asked) {
    const { type, absent } = declared[name] as ValueShape & { readonly absent?: string };
    if (Object.hasOwn(same, name)) continue;
    if (isColumnShape({ type } as ValueShape) || type === 'decimal')
      columns.push({ name, type: type as ColumnMeaning | 'decimal', canBeLeftOut: absent !== undefined });
    else if (absent === undefined)
      unfit.push({ path: name, code: 'no-column', value: `a fact of the type ${type}`, expected: noColumn });
  }
  if (unfit.length > 0)
    throw new AgreementError(
      'argument-invalid',
      {
        field: 'computation',
        value: `${address} with ${unfit.map(({ path }) => path).join(', ')}`,
        expected: noColumn,
      },
      unfit,
    );
  const placed = agreement.computations.get(address) as PlacedComputation;
  const gives = Object.entries(placed.computation.gives ?? cases.kindOf(placed).gives);
  const fields = gives.flatMap(([name, shape]) =>
    isColumnShape(shape) ? [{ name, type: shape.type as ColumnMeaning }] : [],
  );
  if (fields.length === 0)
    refuse(
      'argument-invalid',
      'computation',
      `${address} with ${gives.map(([name, { type }]) => `${name}, a ${type}`).join('; ')}`,
      'a computation with a sum, a day, a whole number or a flag in its answer',
    );
  return new ComputationColumns(agreement, cases, address, columns, fields, constants);
}

const noColumn = 'sums, days, whole numbers or flags per row; give any other fact once for all rows, in `same`';

/** The parsed facts that are the same for all rows, without those left out. */
function readSame(cases: RowCases, asked: readonly string[], same: Facts): Map<string, ParsedValue> {
  if (typeof same !== 'object' || same === null || Array.isArray(same))
    refuse('fact-invalid', 'same', same, 'a record of facts by their names');
  const constants = new Map<string, ParsedValue>();
  const errors = cases.errors();
  for (const name of Object.keys(same)) {
    const given = same[name];
    if (!asked.includes(name)) errors.add(name, 'unknown', given, `one of ${asked.join(', ')}`);
    else if (given !== undefined && given !== null) {
      const parsed = cases.read(name, given, errors);
      if (parsed !== undefined) constants.set(name, parsed);
    }
  }
  errors.throwAs('fact-invalid');
  return constants;
}

/** A field of an answer as an integer of any size; undefined if the answer does not have it. */
function wholeOf(
  { name, type }: FieldColumn,
  parsed: ParsedValue | undefined,
  currency: CurrencyCode | undefined,
): number | bigint | undefined {
  if (parsed === undefined) return undefined;
  switch (type) {
    case 'money': {
      const sum = parsed as Money;
      if (sum.currency !== currency) refuse('currency-mismatch', name, sum, `sums in ${currency}`);
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
class Answers {
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
function answersOf(
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
function requireOutsApart(answers: readonly Answers[]): void {
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

function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value) && (isInts(value) || (value as Column)[Symbol.toStringTag] === 'Float64Array');
}

/** An array of millions of rows as its type and length; any other value unchanged. */
function shownIfArray(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? `${(value as Column)[Symbol.toStringTag]} of ${(value as Column).length}` : value;
}
