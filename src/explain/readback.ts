import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Row } from '../agreement/model/agreement.js';
import { type Agreement, requireAgreement } from '../agreement/model/definedAgreement.js';
import type { ClauseNumber, ComputationAddress } from '../agreement/model/source.js';
import { fillWords } from './rules/fillWords.js';
import { phrasesIn } from './rules/phrasesIn.js';

/** The rule of a computation or of a row of a table, in words. */
export interface RuleText {
  /** The clauses: that of the computation, or those of the row. */
  readonly clauses: readonly ClauseNumber[];
  /** The computation; absent for a row. */
  readonly computation?: ComputationAddress;
  /** The table and the row; absent for a computation. */
  readonly table?: { readonly question: string; readonly row: number | string };
  /** Its label in the agreement. */
  readonly title: string;
  /** The rule, without a case. */
  readonly text: string;
}

/**
 * Puts an agreement into words: the rule of every computation and of every row of its tables, without a case, from its
 * kind, its terms and the sources of its arguments, under the readings in force. A lawyer can compare it with the text.
 * Facts, answers and states are named by their labels.
 *
 * @returns computations in the order of the clauses, then the tables row by row.
 * @throws {@link AgreementError} `argument-invalid` for an unknown language, or if the argument is not an agreement.
 * @example
 * ```ts
 * const [due] = readback(agreement, 'en').filter(({ computation }) => computation === '5.7/paymentDue');
 * due?.text.replaceAll('\u00a0', ' ')
 * // => 'the last day of 5 banking days from “day the balance fell below zero”; counted by the Civil Code of Kazakhstan'
 * ```
 */
export function readback(agreement: Agreement, language: ExplainLanguage): readonly RuleText[] {
  const phrases = phrasesIn(requireAgreement(agreement), language);
  const rules = [...agreement.computations.values()].map(
    (placed): RuleText => ({
      clauses: [placed.clause.ref],
      computation: placed.address,
      title: phrases.label(placed.computation.label, placed.computation.id),
      text: phrases.rule(placed),
    }),
  );
  const rows = [...agreement.tables.values()].flatMap(({ question, label, rows: own }) =>
    own.map(
      (row, at): RuleText => ({
        clauses: row.clauses,
        table: { question, row: row.n },
        title: phrases.label(label, question),
        text: rowText(row, at),
      }),
    ),
  );
  return Object.freeze([...rules, ...rows]);

  /** The text of a row, which names the clause of each result because a row cites several clauses. */
  function rowText({ when, outcome }: Row, at: number): string {
    const { rows: texts } = phrases.words;
    const condition = phrases.condition(when, '');
    const leads = phrases.outcome(outcome, '');
    if (condition === '') return fillWords(at === 0 ? texts.then : texts.otherwise, { outcome: leads });
    return fillWords(texts.if, { condition, outcome: leads });
  }
}
