import { type Decision, decide } from '../agreement/decide/decide.js';
import { type AnswersAcrossReadings, answersUnder } from '../agreement/evaluate/acrossReadings.js';
import { type ReadingSet, readingSets } from '../agreement/evaluate/readingSets.js';
import type { Facts } from '../agreement/evaluate/session.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { ComputationAddress } from '../agreement/model/agreement.js';
import { type Agreement, withReadings } from '../agreement/model/defineAgreement.js';
import { safeDayText } from './otherReadings.js';
import { say } from './texts.js';
import { Wording } from './wording.js';

/** Answers under all readings for people: each with the readings that lead to it and its steps, then the safe days. */
export function answersText(
  address: ComputationAddress,
  { answers, safe = {} }: AnswersAcrossReadings,
  agreement: Agreement,
  language: ExplainLanguage,
): string {
  const wording = new Wording(agreement, language);
  const parts = answers.map(({ readings, value, result }) => [
    ...Object.entries(value).map(([name, field]) => `${name}: ${wording.value(field)}`),
    ...under(readings, wording),
    `${say(language, 'steps')}:`,
    ...wording.steps(result).map((step) => `  ${step}`),
  ]);
  const safeLines = Object.entries(safe).map(([field, day]) => `  ${field}: ${safeDayText(day, wording)}`);
  return page(
    [
      `${wording.computation(address)}, ${wording.clauses(answers[0]?.result.cites ?? [])}`,
      ...numbered(parts),
      ...(safeLines.length === 0 ? [] : ['', say(language, 'safe'), ...safeLines]),
    ],
    language,
  );
}

/** A decision, and the readings that lead to it. */
export interface DecisionUnderReadings {
  readonly readings: readonly ReadingSet[];
  readonly decision: Decision;
}

/** A question of a table under all readings that touch it; equal outcomes of the same row are one. */
export function decisionsAcrossReadings(
  agreement: Agreement,
  question: string,
  facts: Facts,
): readonly DecisionUnderReadings[] {
  const groups = new Map<string, { readonly readings: ReadingSet[]; readonly decision: Decision }>();
  const decided = answersUnder(readingSets(agreement, `table:${question}`), (set) =>
    decide(withReadings(agreement, set), question, facts),
  );
  for (const { set, answer } of decided) {
    const key = JSON.stringify([answer.row, answer.outcome]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { readings: [set], decision: answer });
    else group.readings.push(set);
  }
  return [...groups.values()];
}

/** Decisions under all readings for people. */
export function decisionsText(
  decisions: readonly DecisionUnderReadings[],
  agreement: Agreement,
  language: ExplainLanguage,
): string {
  const wording = new Wording(agreement, language);
  const parts = decisions.map(({ readings, decision }) => {
    const [first = '', ...rest] = new Wording(withReadings(agreement, readings[0] ?? {}), language).decision(decision);
    return [first, ...under(readings, wording), ...rest];
  });
  return page(numbered(parts), language);
}

/** The combinations that lead to an answer: those of which all that is in force is one are the agreement's own. */
function under(readings: readonly ReadingSet[], wording: Wording): string[] {
  const { language, agreement } = wording;
  return readings.map((set) => {
    const positions = Object.entries(set).map(([id, option]) => wording.position(id, option));
    const inForce = Object.entries(set).every(([id, option]) => agreement.readings[id] === option);
    const said =
      positions.length === 0
        ? say(language, 'noReadings')
        : say(language, 'under', { positions: positions.join('; ') });
    return inForce && positions.length > 0 ? `${said} (${say(language, 'inForce')})` : said;
  });
}

function numbered(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap(([first = '', ...rest], at) => ['', `${at + 1}. ${first}`, ...rest.map((line) => `   ${line}`)]);
}

function page(lines: readonly string[], language: ExplainLanguage): string {
  return `${[...lines, '', say(language, 'noAdvice')].join('\n').trimStart()}\n`;
}
