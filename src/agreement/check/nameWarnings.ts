import type { Agreement } from '../model/definedAgreement.js';
import { recordsIn } from '../model/recordsIn.js';
import { positionsOf } from './positions.js';
import type { WarningList } from './warningList.js';

/** Cited clauses that do not exist, and facts that are never used. @internal */
export function nameWarnings(agreement: Agreement, warnings: WarningList): void {
  const { data } = agreement;
  const known = new Set(data.clauses.map(({ ref }) => ref));
  const cited = (clause: string, path: string, by: string): void => {
    if (!known.has(clause))
      warnings.add(
        path,
        'clause-unknown',
        `${clause}, cited by ${by}`,
        'the number of a clause of the agreement',
        clause,
      );
  };
  data.readings.forEach(({ id, clause }, at) => {
    cited(clause, `readings.${at}.clause`, `reading ${id}`);
  });
  data.tables.forEach(({ question, rows }, table) => {
    rows.forEach(({ n, clauses, prevailsOver = [] }, row) => {
      const path = `tables.${table}.rows.${row}`;
      clauses.forEach((clause, at) => {
        cited(clause, `${path}.clauses.${at}`, `row ${n} of ${question}`);
      });
      const later = rows.slice(row + 1).map((other) => other.n);
      prevailsOver.forEach((other, at) => {
        if (!later.includes(other))
          warnings.add(
            `${path}.prevailsOver.${at}`,
            'row-unknown',
            String(other),
            `one of ${later.join(', ')}`,
            clauses[0],
          );
      });
    });
  });
  const read = factsRead(agreement);
  for (const name of Object.keys(data.facts))
    if (!read.has(name))
      warnings.add(
        `facts.${name}`,
        'fact-unread',
        `a case with another ${name} has the same answers`,
        'a computation, a row or a posting that asks for it',
      );
}

/**
 * The facts that a source, a condition or an outcome uses, in force or under some reading. Binding a fact is not using
 * it.
 */
function factsRead(agreement: Agreement): ReadonlySet<string> {
  const read = new Set<string>();
  for (const { data } of positionsOf(agreement)) {
    const sources = data.clauses.flatMap(({ computes = [] }) => computes.map(({ from }) => from));
    const conditions = data.postings.map(({ if: when, requires }) => [when, requires]);
    for (const [record] of recordsIn([sources, data.tables, conditions], ''))
      if (typeof record['fact'] === 'string') read.add(record['fact']);
  }
  return read;
}
