import { fieldAt, isRecord, type Json, listOf, textAt } from './json.js';
import { mergePatch } from './mergePatch.js';
import type { Placed } from './placedComputations.js';

/** A row of a decision table under the readings of a decision. */
export interface PlacedRow {
  readonly n: Json;
  readonly when: Json;
  readonly outcome: Json;
  readonly cites: Json;
  /** The row as a computation with its condition alone, as far as a row that was passed over is evaluated. */
  readonly condition: Placed;
  /** The row as a computation with its condition and the amounts of its outcome. */
  readonly whole: Placed;
}

/** The rows of the table of a question, with the given options of the readings applied. */
export function placedRows(agreement: Json, readings: Json, question: Json): readonly PlacedRow[] {
  const patches = listOf(fieldAt(agreement, 'readings')).map((reading) => {
    const option = fieldAt(readings, textAt(reading, 'id')) ?? fieldAt(reading, 'chosen');
    return fieldAt(reading, 'options', textAt(option), 'patch');
  });
  const table = listOf(fieldAt(agreement, 'tables')).find((other) => fieldAt(other, 'question') === question);
  return listOf(fieldAt(table, 'rows')).flatMap((written) => {
    const target = `table:${question}#${textAt(written, 'n')}`;
    const own = patches.map((patch) => fieldAt(patch, target)).filter((patch) => patch !== undefined);
    // Under a reading a row may not exist.
    if (own.includes(null)) return [];
    const row = own.reduce(mergePatch, written);
    const when = fieldAt(row, 'when');
    const outcome = fieldAt(row, 'outcome');
    const address = `table:${question}/${textAt(row, 'n')}`;
    const asked = { when: { compute: 'holds', of: [], when } };
    const placed = { address, clause: '', kind: 'row', terms: undefined, readings: [], counts: undefined };
    return [
      {
        n: fieldAt(row, 'n'),
        when,
        outcome,
        cites: fieldAt(row, 'clauses'),
        condition: { ...placed, from: asked },
        whole: { ...placed, from: { ...asked, ...amountsOf(outcome, '') } },
      },
    ];
  });
}

/** The sources of the amounts of an outcome, by their paths. */
function amountsOf(outcome: Json, path: string): Readonly<Record<string, Json>> {
  const own = ['cash', 'toBalance', 'owed', 'sum', 'ceiling'].flatMap((name) => {
    const source = fieldAt(outcome, name);
    return isRecord(source) ? [[`${path}${name}`, source] as const] : [];
  });
  const refused = fieldAt(outcome, 'ifRefused');
  return { ...Object.fromEntries(own), ...(isRecord(refused) && amountsOf(refused, `${path}ifRefused.`)) };
}
