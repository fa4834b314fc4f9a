import type { FailedCondition } from '../agreement/decide/conditions.js';
import type { DecidedOutcome, Decision, PassedRow } from '../agreement/decide/decide.js';
import { evaluate } from '../agreement/evaluate/evaluate.js';
import { type ExplainLanguage, explain, type Sentence } from '../agreement/explain/explain.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import type { ValueShape } from '../agreement/model/value.js';
import type { Money } from '../money/money.js';
import type { AgreementPhrases } from './rules/agreementPhrases.js';
import { fillWords } from './rules/fillWords.js';
import { phrasesIn } from './rules/phrasesIn.js';

/**
 * A decision in words: the outcome of the row that decides, why each row before it did not, and the arithmetic of the
 * computations that were compared.
 *
 * @internal
 */
export function decisionSentences(
  decision: Decision,
  agreement: Agreement,
  language: ExplainLanguage,
): readonly Sentence[] {
  const phrases = phrasesIn(agreement, language);
  const { question, outcome, cites, passedOver, computed, facts, row } = decision;
  const asked = phrases.label(agreement.tables.get(question)?.label, question);
  const decides = fillWords(phrases.words.rows.decides, { question: asked, outcome: outcomeText(phrases, outcome) });
  return Object.freeze([
    { step: `row ${row}`, clause: cites.join(', '), text: decides },
    ...passedOver.map((passed) => passedSentence(phrases, passed)),
    ...computed.flatMap((address) => explain(evaluate(agreement, address, facts), language)).filter(isFirst()),
  ]);
}

/** Explains a computation used several times only once. */
function isFirst(): (sentence: Sentence) => boolean {
  const described = new Set<string>();
  return ({ clause, text }) => {
    const key = `${clause}\n${text}`;
    if (described.has(key)) return false;
    described.add(key);
    return true;
  };
}

function passedSentence(phrases: AgreementPhrases, { row, failed, clauses }: PassedRow): Sentence {
  const { rows } = phrases.words;
  const reasons = failed.length === 0 ? [rows.never] : failed.map((condition) => failedText(phrases, condition));
  const text = fillWords(rows.passedOver, { row: String(row), reasons: reasons.join('; ') });
  return { step: `row ${row}`, clause: clauses.join(', '), text };
}

/** The comparison that failed, with the actual value. */
function failedText(phrases: AgreementPhrases, condition: FailedCondition): string {
  const { relation, own, threshold, negated = false } = condition;
  const { text, shape } = operandOf(phrases, condition.operand);
  const listed = Array.isArray(threshold) ? threshold : [threshold];
  const wanted =
    threshold === undefined ? phrases.words.rows.figure : listed.map((value) => said(phrases, value, shape)).join(', ');
  const asked = phrases.relation(
    phrases.asked(relation, threshold, negated),
    text,
    relation === 'isGiven' ? '' : wanted,
  );
  const { rows } = phrases.words;
  if (own === undefined || relation === 'isGiven') return fillWords(rows.failedWithout, { condition: asked });
  return fillWords(rows.failed, { condition: asked, own: said(phrases, own, shape) });
}

/** The label of a fact or of a field of a computation; any other figure has no name. */
function operandOf(
  phrases: AgreementPhrases,
  operand: string,
): { readonly text: string; readonly shape: ValueShape | undefined } {
  const { data, computations } = phrases.agreement;
  if (Object.hasOwn(data.facts, operand)) return { text: phrases.fact(operand), shape: data.facts[operand] };
  const [address = '', field = ''] = operand.split('#');
  const placed = computations.get(address);
  if (placed === undefined) return { text: phrases.words.rows.figure, shape: undefined };
  return { text: phrases.result(address, field, ''), shape: phrases.agreement.givesOf(placed.computation)?.[field] };
}

function said(phrases: AgreementPhrases, value: unknown, shape: ValueShape | undefined): string {
  if (shape?.type === 'list' && Array.isArray(value))
    return value.map((entry) => phrases.value(entry, shape.of)).join(', ');
  return phrases.value(value, shape ?? shapeOfPlain(value));
}

function shapeOfPlain(value: unknown): ValueShape {
  if (typeof value === 'number') return { type: 'count' };
  if (typeof value === 'boolean') return { type: 'flag' };
  if (typeof value === 'object' && value !== null) return 'amount' in value ? { type: 'money' } : { type: 'limit' };
  return { type: /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? 'day' : 'text' };
}

function outcomeText(phrases: AgreementPhrases, outcome: DecidedOutcome): string {
  const { outcomes } = phrases.words;
  const sum = (value: Money): string => phrases.value(value, { type: 'money' });
  switch (outcome.is) {
    case 'amount':
      return (['cash', 'toBalance', 'owed'] as const)
        .flatMap((to) => {
          const value = outcome[to];
          return value === undefined ? [] : [fillWords(outcomes[to], { sum: sum(value) })];
        })
        .join('; ');
    case 'open': {
      const text = outcome.decidedBy === 'law' ? outcomes.openLaw : outcomes.openParties;
      return outcome.sum === undefined ? text : fillWords(outcomes.about, { outcome: text, sum: sum(outcome.sum) });
    }
    case 'discretion':
      return fillWords(outcomes.discretion, {
        sum: sum(outcome.ceiling),
        outcome: outcomeText(phrases, outcome.ifRefused),
      });
    case 'state':
      return fillWords(outcomes.state, { state: phrases.word(outcome.state) });
    default:
      return outcomes.none;
  }
}
