import type { RowCases } from '../agreement/evaluate/rowCases.js';
import type { Facts } from '../agreement/evaluate/session.js';
import type { Agreement, PlacedComputation } from '../agreement/model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../agreement/model/source.js';
import type { ParsedValue, ValueShape } from '../agreement/model/value.js';
import { AgreementError, type Finding, refuse } from '../errors/agreementError.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { factsOf, isColumnShape } from './columnsOfPlan.js';
import type { ColumnMeaning, FactColumn } from './columnsOfTerms.js';
import { ComputationColumns } from './computationColumns.js';

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
  requirePlainHost();
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
      'a computation with an amount, a day, a whole number or a flag in its answer',
    );
  return new ComputationColumns(agreement, cases, address, columns, fields, constants);
}

const noColumn = 'amounts, days, whole numbers or flags per row; give any other fact once for all rows, in `same`';

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
