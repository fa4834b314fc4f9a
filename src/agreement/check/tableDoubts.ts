import type { Row, Table, When } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Doubts } from './doubts.js';
import { atomsOf, type Case, CaseSearch, operandKey, told } from './tableCases.js';

/** Rows that never decide, cases that no row decides, rows whose order alone decides. @internal */
export function tableDoubts(agreement: Agreement, doubts: Doubts): void {
  const { data, tables } = agreement;
  data.tables.forEach(({ question, rows }, at) => {
    const table = tables.get(question) as Table;
    // Rows that a reading takes out keep the positions of the others as they are written.
    const pathOf = ({ n }: Row): string => `tables.${at}.rows.${rows.findIndex((row) => row.n === n)}`;
    const search = new CaseSearch(
      data,
      table.rows.map(({ when }) => when),
    );
    unreachableRows(table, search, pathOf, doubts);
    undecidedCase(table, search, `tables.${at}`, doubts);
    overlappingRows(table, search, pathOf, doubts);
    if (search.hasGivenUp)
      doubts.add(
        `tables.${at}`,
        'table-unchecked',
        'more cases than can be gone through',
        'a question that is split, or rows that ask for fewer facts',
        rows[0]?.clauses[0],
      );
  });
}

type PathOf = (row: Row) => string;

/** The cases that the rows before a position leave over. */
function leftOver(rows: readonly Row[]): readonly When[] {
  return rows.map(({ when }): When => ({ not: when }));
}

/** A row that decides no case: what it says is said by nobody. The last row may be there only to be safe. */
function unreachableRows({ rows }: Table, search: CaseSearch, pathOf: PathOf, doubts: Doubts): void {
  rows.forEach((row, at) => {
    const before = rows.slice(0, at);
    if (row.when === 'otherwise' && at === rows.length - 1) return;
    if (search.find({ all: [row.when, ...leftOver(before)] }) !== undefined || search.hasGivenUp) return;
    const met = firstMet(before, row, search);
    const value = met === undefined ? 'no case meets it' : `${told(met.both)}: row ${met.earlier.n} decides`;
    doubts.add(
      pathOf(row),
      'row-unreachable',
      `row ${row.n}, ${value}`,
      'a case that this row is the first to meet',
      row.clauses[0],
      { row: String(row.n), ...(met !== undefined && { other: String(met.earlier.n), case: told(met.both) }) },
    );
  });
}

/** The first of the rows before that takes a case of a row, and the case. */
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

function undecidedCase({ rows }: Table, search: CaseSearch, path: string, doubts: Doubts): void {
  const undecided = search.find({ all: leftOver(rows) });
  if (undecided === undefined) return;
  doubts.add(path, 'case-undecided', told(undecided), 'a row for this case', rows[rows.length - 1]?.clauses[0]);
}

/**
 * Rows about different operands overlap by design: the first that holds goes before the rest. So does a narrow row before a wide one. Rows
 * about the same operands divide their values among them, and where both take a value, often one at the edge, one of them was written wrong,
 * unless the earlier says that it prevails.
 */
function overlappingRows({ rows }: Table, search: CaseSearch, pathOf: PathOf, doubts: Doubts): void {
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
      doubts.add(
        pathOf(later),
        'rows-overlap',
        `${told(both)}: rows ${earlier.n} and ${later.n} both hold, and row ${earlier.n} decides`,
        `conditions of which one holds, or "over": [${JSON.stringify(later.n)}] in row ${earlier.n}`,
        later.clauses[0],
        { row: String(earlier.n), other: String(later.n), case: told(both) },
      );
    });
  });
}
