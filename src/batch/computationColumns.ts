import type { RowCases } from '../agreement/evaluate/rowCases.js';
import type { Answer } from '../agreement/kinds/kind.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import type { ComputationAddress } from '../agreement/model/source.js';
import type { ParsedValue, ValueShape } from '../agreement/model/value.js';
import { AgreementError, type AgreementErrorCode, refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Column, isInts } from './columns.js';
import type { Numbers } from './columnsOfKernels.js';
import { type AnswersByDay, ColumnPlan, cellOf, rowsOfBlock } from './columnsOfPlan.js';
import type { ComputationColumnsOutcome, ComputationColumnsTerms, FactColumn, FieldColumn } from './columnsOfTerms.js';
import { type Answers, answersOf, isColumn, requireOutsApart, shownIfArray, wholeOf } from './fieldAnswers.js';

/** The facts of a run. */
interface GivenFacts {
  readonly columns: ReadonlyMap<string, Column>;
  /** Parsed values that are the same for all rows. */
  readonly constants: ReadonlyMap<string, ParsedValue>;
  /** The array types of the columns and the texts of the constants; undefined if a constant could change unnoticed. */
  readonly described: readonly (string | boolean)[] | undefined;
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
  // The plan of the last run and what it was made for: one serves many slices.
  #plan: ColumnPlan | undefined;
  #purpose: string | undefined;

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
    const plan = this.#planFor(given, asked, currency, to - from);
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
    plan.release();
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

  /** The plan of the last run if it differs only in the values of its columns; otherwise a new one. */
  #planFor(
    given: GivenFacts,
    fields: readonly FieldColumn[],
    currency: CurrencyCode | undefined,
    rows: number,
  ): ColumnPlan {
    const { columns, constants, described } = given;
    const purpose = described && JSON.stringify([described, fields.map(({ name }) => name), currency]);
    const last = this.#plan;
    if (last !== undefined && purpose !== undefined && purpose === this.#purpose && rows <= last.fits) {
      last.take(columns);
      return last;
    }
    const facts = { constants, fixed: this.#same, currency };
    const plan = new ColumnPlan(this.#agreement, this.#cases, facts, this.#byDay, columns, rows);
    this.#plan = plan;
    this.#purpose = purpose;
    return plan;
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
  #factsOf({ facts }: ComputationColumnsTerms): GivenFacts {
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts))
      refuse('fact-invalid', 'facts', facts, 'a record of columns and values by the names of facts');
    const columns = new Map<string, Column>();
    const constants = new Map(this.#same);
    let described: (string | boolean)[] | undefined = [];
    const errors = this.#cases.errors();
    for (const name of Object.keys(facts)) {
      const given = facts[name];
      const fact = this.facts.find((other) => other.name === name);
      if (fact === undefined) {
        const expected = `one of ${this.facts.map((other) => other.name).join(', ')}`;
        errors.add(name, this.#same.has(name) ? 'given twice' : 'unknown', shownIfArray(given), expected);
      } else if (given === undefined || given === null) continue;
      else if (isColumn(given)) {
        columns.set(name, given);
        described?.push(name, isInts(given));
      } else if (ArrayBuffer.isView(given))
        errors.add(name, 'type', shownIfArray(given), 'a Float64Array, an Int32Array, or a value');
      else {
        const parsed = this.#cases.read(name, given, errors);
        if (parsed !== undefined) constants.set(name, parsed);
        if (typeof given === 'string') described?.push(name, given);
        else described = undefined;
      }
    }
    errors.throwAs('fact-invalid');
    for (const { name, canBeLeftOut } of this.facts)
      if (!canBeLeftOut && !columns.has(name) && !constants.has(name))
        errors.add(name, 'missing', undefined, 'a column, or a value for all rows');
    errors.throwAs('fact-missing');
    if (columns.size === 0)
      refuse('argument-invalid', 'facts', facts, 'at least one column; what is the same in all rows is for evaluate()');
    return { columns, constants, described };
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
