import { type ExplainStatementOptions, explainStatement, type Statement } from 'oferta/agreement';
import { statementPage } from '../../../src/cli/statementPage.js';

/** A statement in full, as one text. */
export function statementText(statement: Statement, options: Omit<ExplainStatementOptions, 'detail'>): string {
  return statementPage(explainStatement(statement, { ...options, detail: 'full' }));
}
