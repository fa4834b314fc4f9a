import type { Row, Table } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { When } from '../model/source.js';
import { atomsOf, type Case, CaseSearch, caseText, operandKey } from './tableCases.js';
import type { WarningList } from './warningList.js';

/** Rows that never decide, cases that no row decides, rows whose order alone decides. @internal */
export function tableWarnings(agreement: Agreement, warnings: WarningList): void {
  const { data, tables } = agreement;
  data.tables.forEach(({ question, rows }, at) => {
    const table = tables.get(question) as Table;
    // Use the indices of the rows as written, even if a reading removes some of them.
    const pathOf = ({ n }: Row): string => `tables.${at}.rows.${rows.findIndex((row) => row.n === n)}`;
    const search = new CaseSearch(
      agreement,
      table.rows.map(({ when }) => when),
    );
    unreachableRows(table, search, pathOf, warnings);
    undecidedCase(table, search, `tables.${at}`, warnings);
    overlappingRows(table, search, pathOf, warnings);
    if (search.hasGivenUp)
      warnings.add(
        `tables.${at}`,
        'table-unchecked',
        'too many cases to check',
        'a question split into several, or rows that use fewer facts',
        rows[0]?.clauses[0],
      );
  });
}

type PathOf = (row: Row) => string;

/** The cases left by the rows before an index. */
function leftOver(rows: readonly Row[]): readonly When[] {
  return rows.map(({ when }): When => ({ not: when }));
}

/** A row that decides no case has no effect. A last row without a condition may be there as a precaution. */
function unreachableRows({ rows }: Table, search: CaseSearch, pathOf: PathOf, warnings: WarningList): void {
  rows.forEach((row, at) => {
    const before = rows.slice(0, at);
    if (row.when === 'otherwise' && at === rows.length - 1) return;
    if (search.find({ all: [row.when, ...leftOver(before)] }) !== undefined || search.hasGivenUp) return;
    const met = firstMet(before, row, search);
    const value = met === undefined ? 'no case satisfies it' : `${caseText(met.both)}: row ${met.earlier.n} decides`;
    warnings.add(
      pathOf(row),
      'row-unreachable',
      `row ${row.n}, ${value}`,
      'a case that this row decides',
      row.clauses[0],
      { row: String(row.n), ...(met !== undefined && { other: String(met.earlier.n), case: caseText(met.both) }) },
    );
  });
}

/** The first earlier row that also matches a case of a row, and the case. */
function firstMet(
  before: readonly Row[],
  row: Row,
  search: CaseSearch,
): { readonly earlier: Row; readonly both: Case } | undefined {
  for (const earlier of before) {
    const both = search.find({ all: [earlier.when, row.when] });
    if (both !== undefined) return { earlier, both };
  }
  return undefined;
}

function undecidedCase({ rows }: Table, search: CaseSearch, path: string, warnings: WarningList): void {
  const undecided = search.find({ all: leftOver(rows) });
  if (undecided === undefined) return;
  warnings.add(path, 'case-undecided', caseText(undecided), 'a row for this case', rows[rows.length - 1]?.clauses[0]);
}

/**
 * Rows about different operands overlap by design: the first match takes precedence. So does a specific row before a
 * general one. Rows about the same operands partition their values; if both accept a value, often one at the boundary,
 * one of them is probably wrong, unless the earlier one says that it prevails.
 */
function overlappingRows({ rows }: Table, search: CaseSearch, pathOf: PathOf, warnings: WarningList): void {
  const about = rows.map(({ when }) => [...new Set(atomsOf(when).map(operandKey))].sort().join('\n'));
  const outcomes = rows.map(({ outcome }) => JSON.stringify(outcome));
  rows.forEach((later, at) => {
    rows.slice(0, at).forEach((earlier, before) => {
      if (about[before] !== about[at] || about[at] === '' || outcomes[before] === outcomes[at]) return;
      if (earlier.prevailsOver?.includes(later.n) || search.hasGivenUp) return;
      const rest = leftOver(rows.slice(0, before));
      const both = search.find({ all: [earlier.when, later.when, ...rest] });
      if (both === undefined) return;
      if (search.find({ all: [earlier.when, { not: later.when }, ...rest] }) === undefined) return;
      if (search.find({ all: [later.when, { not: earlier.when }, ...rest] }) === undefined) return;
      warnings.add(
        pathOf(later),
        'rows-overlap',
        `${caseText(both)}: rows ${earlier.n} and ${later.n} both hold, and row ${earlier.n} decides`,
        `conditions that exclude each other, or "over": [${JSON.stringify(later.n)}] in row ${earlier.n}`,
        later.clauses[0],
        { row: String(earlier.n), other: String(later.n), case: caseText(both) },
      );
    });
  });
}
