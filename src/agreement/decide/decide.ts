import { refuse } from '../../errors/agreementError.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import type { AgreementStamp } from '../evaluate/evaluate.js';
import { stampOf } from '../evaluate/evaluate.js';
import type { Facts, Session } from '../evaluate/session.js';
import { sessionOf } from '../evaluate/sessionOf.js';
import { oneOf } from '../language/finder.js';
import type { Outcome, Row } from '../model/agreement.js';
import { type Agreement, requireAgreement } from '../model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress, Source } from '../model/source.js';
import { type FailedCondition, failuresOf, holds } from './conditions.js';

/** The outcome of a decision, with its amounts. What the agreement leaves open is a separate outcome, never zero. */
export type DecidedOutcome =
  | { readonly is: 'amount'; readonly cash: Money; readonly toBalance: Money; readonly owed?: Money }
  | { readonly is: 'none' }
  | { readonly is: 'open'; readonly decidedBy: 'law' | 'parties'; readonly sum?: Money }
  | { readonly is: 'discretion'; readonly of: 'provider'; readonly ceiling: Money; readonly ifRefused: DecidedOutcome }
  | { readonly is: 'state'; readonly state: string };

/** A row that was evaluated and did not match. */
export interface PassedRow {
  readonly row: number | string;
  /**
   * The comparisons that failed: one for a row that requires all of its conditions, all of them for a row that requires
   * any. Under a `not`, those that are true and should be false. Empty for a row that never matches.
   */
  readonly failed: readonly FailedCondition[];
  readonly clauses: readonly ClauseNumber[];
}

/** A decision by the first row that matches. `JSON.stringify` includes the rows that did not. */
export class Decision {
  readonly format = 1;
  readonly question: string;
  /** The row that decided. */
  readonly row: number | string;
  readonly outcome: DecidedOutcome;
  /** The clauses of the row that decided. */
  readonly cites: readonly ClauseNumber[];
  // Reasons are computed on access.
  readonly #session: Session;
  readonly #rows: readonly Row[];
  #passedOver: readonly PassedRow[] | undefined;

  /** @internal */
  constructor(session: Session, question: string, rows: readonly Row[], row: Row) {
    this.question = question;
    this.row = row.n;
    this.outcome = outcomeOf(session, row.outcome);
    this.cites = row.clauses;
    this.#session = session;
    this.#rows = rows;
  }

  /** Whether a value is a decision, and not a proxy of one, which has no access to the private fields. @internal */
  static is(value: unknown): value is Decision {
    return typeof value === 'object' && value !== null && #session in value;
  }

  /** The agreement and the edition, with the readings that affect the decision. */
  get agreement(): AgreementStamp {
    return stampOf(this.#session, this.question);
  }

  /** The rows before the one that decided, each with what failed. */
  get passedOver(): readonly PassedRow[] {
    if (this.#passedOver === undefined) {
      const at = this.#rows.findIndex(({ n }) => n === this.row);
      this.#passedOver = Object.freeze(
        this.#rows.slice(0, at).map(({ n, when, clauses }) => ({
          row: n,
          failed: failuresOf(this.#session, when),
          clauses,
        })),
      );
    }
    return this.#passedOver;
  }

  /** The computations whose results were used. */
  get computed(): readonly ComputationAddress[] {
    return this.#explainedSession().evaluated.map(({ placed }) => placed.address);
  }

  /** The facts that were used. */
  get facts(): Facts {
    return this.#explainedSession().factsUsed;
  }

  /** The session after the failed comparisons have been explained, which may read further facts. */
  #explainedSession(): Session {
    void this.passedOver;
    return this.#session;
  }

  /** The agreement, for wording the decision. @internal */
  askedAgreement(): Agreement {
    return this.#session.agreement;
  }

  /** The JSON representation. */
  toJSON(): object {
    const { format, question, row, outcome, cites, passedOver, agreement, computed, facts } = this;
    return { format, agreement, question, row, outcome, cites, passedOver, computed, facts };
  }
}

/**
 * Decides the question of a table: the first row whose condition is true. For each row before it, the result says which
 * comparison failed, the threshold, the actual value, and what would have made it true.
 *
 * Only the facts of rows that are reached are needed.
 *
 * @throws {@link AgreementError} `table-unknown` if the agreement has no such table, or none of its rows matches;
 * `fact-missing` for a fact that a reached row needs; `fact-invalid` for an invalid fact.
 * @example
 * ```ts no-run
 * decide(agreement, 'refund', { requestedOn: '2026-03-03' }).passedOver
 * ```
 */
export function decide(agreement: Agreement, question: string, facts: Facts): Decision {
  const { tables } = requireAgreement(agreement);
  const table =
    tables.get(question) ?? refuse('table-unknown', 'question', question, oneOf(question, [...tables.keys()]));
  const session = sessionOf(agreement, facts);
  for (const row of table.rows) if (holds(session, row.when)) return new Decision(session, question, table.rows, row);
  return refuse('table-unknown', 'question', question, 'a table with a row for this case; no row applies');
}

/** The row that decides in a case, with its outcome. @internal */
export function decideIn(session: Session, question: string): { readonly row: Row; readonly outcome: DecidedOutcome } {
  for (const row of session.agreement.tables.get(question)?.rows ?? [])
    if (holds(session, row.when)) return { row, outcome: outcomeOf(session, row.outcome) };
  return refuse('table-unknown', 'question', question, 'a table with a row for this case; no row applies');
}

function outcomeOf(session: Session, outcome: Outcome): DecidedOutcome {
  switch (outcome.is) {
    case 'amount': {
      const cash = outcome.cash === 0 ? undefined : sumOf(session, outcome.cash);
      const toBalance = outcome.toBalance === 0 ? undefined : sumOf(session, outcome.toBalance);
      const owed = outcome.owed === undefined ? undefined : sumOf(session, outcome.owed);
      // Zeros have the currency of the other amounts.
      const currency =
        (cash ?? toBalance ?? owed)?.currency ?? (session.agreement.data.currencies[0] as Money['currency']);
      const none = moneyOfUnits(0, currency);
      return { is: 'amount', cash: cash ?? none, toBalance: toBalance ?? none, ...(owed && { owed }) };
    }
    case 'open':
      return { is: 'open', decidedBy: outcome.decidedBy, ...(outcome.sum && { sum: sumOf(session, outcome.sum) }) };
    case 'discretion': {
      const { of, ceiling, ifRefused } = outcome;
      return { is: 'discretion', of, ceiling: sumOf(session, ceiling), ifRefused: outcomeOf(session, ifRefused) };
    }
    default:
      return outcome;
  }
}

function sumOf(session: Session, source: Source): Money {
  return session.sumsOf([source])[0] as Money;
}
