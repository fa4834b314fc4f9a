import { attempt } from '../../errors/attempt.js';
import { isMoney, type Money } from '../../money/money.js';
import type { FailedCondition } from '../decide/conditions.js';
import { type DecidedOutcome, type Decision, decide } from '../decide/decide.js';
import { acrossReadings } from '../evaluate/acrossReadings.js';
import { type ClauseResult, evaluate } from '../evaluate/evaluate.js';
import type { ReadingSet } from '../evaluate/readingSets.js';
import type { Facts } from '../evaluate/session.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress } from '../model/source.js';
import { type AnswerUnderReadings, answersUnderReadings } from './answersUnderReadings.js';
import { safeDayText } from './otherReadings.js';
import type { TextId } from './texts.js';
import { Wording } from './wording.js';

/**
 * The answer to one question for readers: the answer, the best and the worst one under any reading, the safe day, and
 * which single fact would have to change for another answer.
 *
 * @param asks The question of a table, or the address of a computation.
 * @internal
 */
export function questionText(agreement: Agreement, asks: string, facts: Facts, language: ExplainLanguage): string {
  const wording = new Wording(agreement, language);
  const lines = agreement.tables.has(asks)
    ? tableLines(agreement, asks, facts, wording)
    : computationLines(agreement, asks, facts, wording);
  return `${[...lines, '', ...wording.note()].join('\n')}\n`;
}

function tableLines(agreement: Agreement, question: string, facts: Facts, wording: Wording): readonly string[] {
  const inForce = decide(agreement, question, facts);
  const answers = answersUnderReadings(agreement, `table:${question}`, (other) => {
    const { row, outcome, cites } = decide(other, question, facts);
    return { row, outcome, cites };
  });
  const decisions = answers.map(({ readings, answer: decision }) => ({ readings, decision }));
  const answer = `${wording.outcome(inForce.outcome)} (${wording.clauses(inForce.cites)})`;
  const ranked = decisions
    .flatMap((decision) => {
      const worth = worthOf(decision.decision.outcome);
      return worth === undefined ? [] : [{ decision, worth }];
    })
    .toSorted((a, b) => (a.worth < b.worth ? -1 : a.worth > b.worth ? 1 : 0));
  return [
    `${wording.asked(question)} ${answer}`,
    ...(decisions.length === 1 ? [`  ${wording.say('noReadings')}`] : []),
    ...(decisions.length > 1 && ranked.length > 1
      ? [
          under('best', ranked.at(-1)?.decision as DecisionUnderReadings, wording),
          under('worst', ranked[0]?.decision as DecisionUnderReadings, wording),
        ]
      : []),
    ...(decisions.length > 1 && ranked.length < decisions.length
      ? decisions
          .filter(({ decision }) => worthOf(decision.outcome) === undefined && decision.row !== inForce.row)
          .map((decision) => under('otherwise', decision, wording))
      : []),
    ...changes(agreement, inForce, facts, wording),
  ];
}

/** What an outcome is worth to the person who asks; undefined if it is not an amount. */
function worthOf(outcome: DecidedOutcome): bigint | undefined {
  switch (outcome.is) {
    case 'amount':
      return outcome.cash.minorUnits + outcome.toBalance.minorUnits - (outcome.owed?.minorUnits ?? 0n);
    case 'none':
      return 0n;
    case 'discretion':
      return worthOf(outcome.ifRefused);
    default:
      return undefined;
  }
}

interface DecisionUnderReadings {
  readonly readings: readonly ReadingSet[];
  readonly decision: Pick<Decision, 'row' | 'outcome' | 'cites'>;
}

function under(id: TextId, { readings, decision }: DecisionUnderReadings, wording: Wording): string {
  const answer = `${wording.outcome(decision.outcome)} (${wording.clauses(decision.cites)})`;
  return `  ${wording.say(id)}: ${answer}, ${positions(readings, wording)}`;
}

/** The readings that lead to an answer: of several combinations the one that differs least from those in force. */
function positions(readings: readonly ReadingSet[], wording: Wording): string {
  const { readings: inForce } = wording.agreement;
  const apart = readings
    .map((set) => Object.entries(set).filter(([id, option]) => inForce[id] !== option))
    .toSorted((a, b) => a.length - b.length)[0];
  if (apart === undefined || apart.length === 0) return wording.say('inForce');
  const said = apart.map(
    ([id, option]) => `${wording.clauses([wording.readingClause(id)])}: ${wording.position(id, option)}`,
  );
  return wording.say('under', { positions: said.join('; ') });
}

/** A change of one fact, and the resulting answer: for each row that did not match for a single reason. */
function changes(agreement: Agreement, inForce: Decision, facts: Facts, wording: Wording): readonly string[] {
  const own = JSON.stringify(inForce.outcome);
  const lines = inForce.passedOver.flatMap(({ failed }) => {
    const [reason] = failed;
    if (failed.length !== 1 || reason === undefined || !Object.hasOwn(agreement.data.facts, reason.operand)) return [];
    const value = enough(reason);
    if (value === undefined) return [];
    const other = attempt(() => decide(agreement, inForce.question, { ...facts, [reason.operand]: value } as Facts));
    if (!other.ok || JSON.stringify(other.value.outcome) === own) return [];
    const { outcome, cites } = other.value;
    const fact = `${wording.operand(reason.operand)}: ${wording.shaped(value, wording.shapeOf(reason.operand))}`;
    return [`    ${wording.say('ifFact', { fact })}: ${wording.outcome(outcome)} (${wording.clauses(cites)})`];
  });
  return lines.length === 0 ? [] : [`  ${wording.say('wouldChange')}`, ...new Set(lines)];
}

/** A value of the operand that would have changed the comparison, if one is known. */
function enough({ relation, threshold, negated, needed, own }: FailedCondition): unknown {
  if (needed !== undefined) return needed;
  if (typeof own === 'boolean' && relation !== 'isGiven') return !own;
  if (negated === true) return undefined;
  if (relation === 'is' || relation === 'equals') return threshold;
  return relation === 'isOneOf' && Array.isArray(threshold) ? threshold[0] : undefined;
}

function computationLines(
  agreement: Agreement,
  address: ComputationAddress,
  facts: Facts,
  wording: Wording,
): readonly string[] {
  const result = evaluate(agreement, address, facts);
  const answers: readonly { readonly readings: readonly ReadingSet[]; readonly value: ClauseResult['value'] }[] =
    answersUnderReadings(agreement, address, (other) => evaluate(other, address, facts).value).map(
      ({ readings, answer }: AnswerUnderReadings<ClauseResult['value']>) => ({ readings, value: answer }),
    );
  // A safe day must hold under all readings, so it is unknown if some of them need other facts.
  const varied = [...new Set(answers.flatMap(({ readings }) => readings.flatMap((set) => Object.keys(set))))];
  const across = attempt(() => acrossReadings(agreement, address, facts, varied));
  const safe = across.ok ? (across.value.safe ?? {}) : {};
  const first = answers[0] as (typeof answers)[number];
  const title = `${wording.computation(address)}, ${wording.clauses(result.cites)}`;
  const field = Object.entries(first.value).find(([, value]) => isMoney(value))?.[0];
  const ranked =
    field === undefined || answers.length === 1
      ? []
      : answers
          .filter(({ value }) => isMoney(value[field]))
          .toSorted((a, b) => {
            const [left, right] = [a, b].map(({ value }) => (value[field] as Money).minorUnits) as [bigint, bigint];
            return left < right ? -1 : left > right ? 1 : 0;
          });
  const of = (id: TextId, at: number): string => {
    const answer = ranked.at(at);
    const sum = wording.value(answer?.value[field as string]);
    return `  ${wording.say(id)}: ${sum}, ${positions(answer?.readings ?? [], wording)}`;
  };
  return [
    title,
    ...wording.fields(first.value).map((line) => `  ${line}`),
    ...(answers.length === 1 ? [`  ${wording.say('noReadings')}`] : []),
    ...(ranked.length > 1 ? [of('highest', -1), of('lowest', 0)] : []),
    ...(ranked.length > 1
      ? []
      : answers
          .slice(1)
          .map(
            ({ value, readings }) =>
              `  ${wording.say('otherwise')}: ${wording.fields(value).join('; ')}, ${positions(readings, wording)}`,
          )),
    ...Object.entries(safe).map(([name, day]) => `  ${wording.field(name)}: ${safeDayText(day, name, wording)}`),
  ];
}
