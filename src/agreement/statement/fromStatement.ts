import { AgreementError, refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import type { Statement } from '../account/statement.js';

/**
 * What is told from a statement and its events. Its JSON may have been altered, so anything may be missing: that is refused by name.
 *
 * @internal
 */
export function fromStatement<T>(statement: Statement, tell: () => T): T {
  requirePlainHost();
  try {
    return tell();
  } catch (error) {
    if (error instanceof AgreementError) throw error;
    return refuse(
      'argument-invalid',
      'statement',
      statement,
      'what statement() or replay() gave, or its JSON as it was, with the events it was made from',
    );
  }
}
