import { isRecord } from '../language/isRecord.js';
import { conditionErrors } from './conditionErrors.js';
import type { Source } from './source.js';
import { type ErrorContext, sourceErrors } from './sourceErrors.js';

/** Reports tables without a unique question or rows, and what is wrong with the rows. @internal */
export function tableErrors(context: ErrorContext): void {
  const { data, errors } = context;
  const questions = new Set<string>();
  data.tables.forEach((table, at) => {
    const path = `tables.${at}`;
    if (
      !isRecord(table) ||
      typeof table.question !== 'string' ||
      !Array.isArray(table.rows) ||
      table.rows.length === 0
    ) {
      errors.add(path, 'type', table, 'a table with a question and rows');
      return;
    }
    if (questions.has(table.question)) errors.add(`${path}.question`, 'duplicate', table.question, 'a unique question');
    questions.add(table.question);
    const names = new Set<unknown>();
    table.rows.forEach((row, index) => {
      const here = `${path}.rows.${index}`;
      const clause = Array.isArray(row?.clauses) ? row.clauses[0] : undefined;
      if (names.has(row?.n))
        errors.add(`${here}.n`, 'duplicate', row.n, 'a row name that is unique in its table', clause);
      names.add(row?.n);
      conditionErrors({ ...context, clause }, row?.when, `${here}.when`);
      outcomeErrors({ ...context, clause }, row?.outcome, `${here}.outcome`);
    });
    const last = table.rows[table.rows.length - 1];
    if (table.complete && last?.when !== 'otherwise')
      errors.add(
        `${path}.rows.${table.rows.length - 1}.when`,
        'choice',
        last?.when,
        '"otherwise", because the table says it is complete',
      );
  });
}

/** An outcome must be one of the known ones, and its amounts must come from a source that gives an amount. */
function outcomeErrors(context: ErrorContext, outcome: unknown, path: string): void {
  const { errors, clause } = context;
  const outcomes = ['amount', 'none', 'open', 'discretion', 'state'];
  if (!isRecord(outcome) || !outcomes.includes(outcome['is'] as string)) {
    errors.add(path, 'choice', outcome, 'an outcome: amount, none, open, discretion or state', clause);
    return;
  }
  for (const name of ['cash', 'toBalance', 'owed', 'sum', 'ceiling']) {
    const source = outcome[name];
    if (source !== undefined && source !== 0)
      sourceErrors(context, source as Source, { type: 'money' }, `${path}.${name}`);
  }
  if (outcome['is'] === 'discretion') outcomeErrors(context, outcome['ifRefused'], `${path}.ifRefused`);
}
