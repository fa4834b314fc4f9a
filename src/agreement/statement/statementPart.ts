import type { AccountEvent } from '../account/accountEvent.js';
import type { Statement } from '../account/statement.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Wording } from './wording.js';

/** A part of a statement. */
export interface StatementPart {
  readonly is:
    | 'head'
    | 'toPay'
    | 'refundable'
    | 'deadlines'
    | 'rights'
    | 'law'
    | 'days'
    | 'accruals'
    | 'readings'
    | 'inForce'
    | 'passed'
    | 'note';
  /** The title line; absent if there is none. */
  readonly title?: string;
  /** The lines; indented by two spaces for each level. */
  readonly lines: readonly string[];
}

/** What the parts of a statement are made from. @internal */
export interface StatementContext {
  readonly statement: Statement;
  readonly events: readonly AccountEvent[];
  readonly language: ExplainLanguage;
  readonly detail: 'brief' | 'why' | 'full';
  readonly isBrief: boolean;
  readonly editions: readonly Agreement[];
  /** The wording of the edition in force on the day of the statement. */
  readonly wording: Wording;
  /** The wording of an edition. */
  readonly wordingOf: (edition: string) => Wording;
}
