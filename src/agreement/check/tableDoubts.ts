import type { Row, Table } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Faults } from '../model/value.js';
import { atomsOf, type Case, casesOf, holdsIn, operandKey, situationsOf } from './tableCases.js';

/** A table that can tell apart more cases than these is not gone through. */
const mostCases = 200_000;

/** Rows that never decide, cases that no row decides, rows whose order alone decides. @internal */
export function tableDoubts(agreement: Agreement, faults: Faults): void {
  const { data, tables } = agreement;
  data.tables.forEach(({ question }, at) => {
    const table = tables.get(question) as Table;
    const situations = situationsOf(
      data,
      table.rows.map(({ when }) => when),
    );
    const count = [...situations.values()].reduce((product, { length }) => product * length, 1);
    if (count > mostCases) {
      faults.add(`tables.${at}`, 'table-unchecked', `${count} cases`, `at most ${mostCases} cases: split the question`);
      return;
    }
    const findings = new TableFindings(table);
    for (const of of casesOf(situations)) findings.look(of);
    // Rows that a reading takes out keep the positions of the others as they are written.
    const position = (row: Row): number => data.tables[at]?.rows.findIndex(({ n }) => n === row.n) ?? -1;
    findings.tell(`tables.${at}`, position, faults);
  });
}

class TableFindings {
  readonly #table: Table;
  /** For each row a case in which it holds and another decides; and whether it ever decides. */
  readonly #lost: (readonly [Case, Row] | undefined)[] = [];
  readonly #decides: boolean[] = [];
  readonly #pairs: readonly Pair[];
  #undecided: Case | undefined;

  constructor(table: Table) {
    this.#table = table;
    this.#pairs = pairsOf(table.rows);
  }

  look(of: Case): void {
    const { rows } = this.#table;
    const holding = rows.map(({ when }) => holdsIn(when, of));
    const first = holding.indexOf(true);
    if (first < 0) this.#undecided ??= of;
    else this.#decides[first] = true;
    holding.forEach((holds, at) => {
      if (holds && at !== first) this.#lost[at] ??= [of, rows[first] as Row];
    });
    for (const pair of this.#pairs) {
      const [one, other] = [holding[pair.one], holding[pair.other]];
      if (one && other) pair.both ??= of;
      else if (one) pair.oneAlone = true;
      else if (other) pair.otherAlone = true;
    }
  }

  tell(path: string, position: (row: Row) => number, faults: Faults): void {
    const { rows } = this.#table;
    rows.forEach((row, at) => {
      // The last row may be there only to be safe.
      if (this.#decides[at] || row.when === 'otherwise') return;
      const lost = this.#lost[at];
      const value = lost === undefined ? 'it holds in no case' : `${told(lost[0])}: row ${lost[1].n} decides`;
      faults.add(
        `${path}.rows.${position(row)}`,
        'row-unreachable',
        value,
        'a case that this row is the first to meet',
        row.clauses[0],
      );
    });
    if (this.#undecided !== undefined)
      faults.add(
        path,
        'case-undecided',
        told(this.#undecided),
        'a row for this case',
        rows[rows.length - 1]?.clauses[0],
      );
    for (const { one, other, both, oneAlone, otherAlone } of this.#pairs) {
      if (both === undefined || !oneAlone || !otherAlone) continue;
      const [first, second] = [rows[one] as Row, rows[other] as Row];
      const value = `${told(both)}: rows ${first.n} and ${second.n} both hold`;
      faults.add(
        `${path}.rows.${position(second)}`,
        'rows-overlap',
        value,
        `conditions of which one holds, or the same outcome`,
        second.clauses[0],
      );
    }
  }
}

/** Two rows about the same operands that lead elsewhere. */
interface Pair {
  readonly one: number;
  readonly other: number;
  both?: Case;
  oneAlone?: boolean;
  otherAlone?: boolean;
}

/**
 * Rows about different operands overlap by design: the first that holds goes before the rest. Rows about the same ones divide their values
 * among them, and where both take a value, often one at the edge, one of them was written wrong.
 */
function pairsOf(rows: readonly Row[]): readonly Pair[] {
  const operands = rows.map(({ when }) => [...new Set(atomsOf(when).map(operandKey))].sort().join('\n'));
  return rows.flatMap((row, other) =>
    rows.slice(0, other).flatMap((earlier, one) => {
      const same = operands[one] === operands[other] && operands[one] !== '';
      return same && JSON.stringify(earlier.outcome) !== JSON.stringify(row.outcome) ? [{ one, other }] : [];
    }),
  );
}

function told(of: Case): string {
  return [...of.values()].map(({ said }) => said).join(', ') || 'every case';
}
