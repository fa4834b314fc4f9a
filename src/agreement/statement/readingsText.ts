import { attempt } from '../../errors/attempt.js';
import { type Decision, decide } from '../decide/decide.js';
import { type AnswersAcrossReadings, answersUnder } from '../evaluate/acrossReadings.js';
import { type ReadingSet, readingSets } from '../evaluate/readingSets.js';
import type { Facts } from '../evaluate/session.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress } from '../model/source.js';
import { withReadings } from '../model/withReadings.js';
import { answersUnderReadings } from './answersUnderReadings.js';
import { decidingReadings } from './decidingReadings.js';
import { safeDayText } from './otherReadings.js';
import { say } from './texts.js';
import { Wording } from './wording.js';

/**
 * The answers under all readings for readers: each with the readings that lead to it and its steps, then the safe days.
 */
export function answersText(
  address: ComputationAddress,
  { answers, safe = {} }: AnswersAcrossReadings,
  agreement: Agreement,
  language: ExplainLanguage,
): string {
  const wording = new Wording(agreement, language);
  const deciding = decidingReadings(answers.map(({ readings }) => readings));
  const parts = answers.map(({ value, result }, at) => [
    ...wording.fields(value),
    ...under(deciding[at] as readonly ReadingSet[], wording),
    `${say(language, 'steps')}:`,
    ...wording.steps(result).map((step) => `  ${step}`),
  ]);
  const safeLines = Object.entries(safe).map(
    ([field, day]) => `  ${wording.field(field)}: ${safeDayText(day, field, wording)}`,
  );
  return page(
    [
      `${wording.computation(address)}, ${wording.clauses(answers[0]?.result.cites ?? [])}`,
      ...numbered(parts),
      ...(safeLines.length === 0 ? [] : ['', say(language, 'safe'), ...safeLines]),
    ],
    wording,
  );
}

/** A decision, and the readings that lead to it. */
export interface DecisionUnderReadings {
  readonly readings: readonly ReadingSet[];
  readonly decision: Decision;
}

/**
 * Decides a table under all readings that affect it; identical outcomes of the same row are merged, with the readings
 * that matter.
 */
export function decisionsAcrossReadings(
  agreement: Agreement,
  question: string,
  facts: Facts,
): readonly DecisionUnderReadings[] {
  const groups = new Map<string, { readonly readings: ReadingSet[]; readonly decision: Decision }>();
  const ask = (set: ReadingSet): Decision => decide(withReadings(agreement, set), question, facts);
  const all = attempt(() => readingSets(agreement, `table:${question}`));
  // With too many combinations, only vary the readings that change the answer.
  const decided = all.ok
    ? answersUnder(all.value, ask)
    : answersUnderReadings(agreement, `table:${question}`, (other) => decide(other, question, facts)).flatMap(
        ({ readings, answer }) => readings.map((set) => ({ set, answer })),
      );
  for (const { set, answer } of decided) {
    const key = JSON.stringify([answer.row, answer.outcome]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { readings: [set], decision: answer });
    else group.readings.push(set);
  }
  const decisions = [...groups.values()];
  const deciding = decidingReadings(decisions.map(({ readings }) => readings));
  return decisions.map(({ decision }, at) => ({ readings: deciding[at] as readonly ReadingSet[], decision }));
}

/** Decisions under all readings, for readers. */
export function decisionsText(
  decisions: readonly DecisionUnderReadings[],
  agreement: Agreement,
  language: ExplainLanguage,
): string {
  const wording = new Wording(agreement, language);
  const parts = decisions.map(({ readings, decision }) => {
    const [first = '', ...rest] = new Wording(withReadings(agreement, readings[0] as ReadingSet), language).decision(
      decision,
    );
    return [first, ...under(readings, wording), ...rest];
  });
  return page(numbered(parts), wording);
}

/** The options that lead to an answer, without those that do not matter for it; and whether it is the one in force. */
function under(readings: readonly ReadingSet[], wording: Wording): string[] {
  const { language, agreement } = wording;
  const ids = Object.keys(readings[0] as ReadingSet);
  if (ids.length === 0) return [say(language, 'noReadings')];
  const lines = needed(readings, (id) => wording.positionsOf(id).length).map((positions) => {
    const said = Object.entries(positions).map(([id, option]) =>
      wording.say('quoted', { text: wording.position(id, option) }),
    );
    return say(language, 'under', { positions: said.join('; ') });
  });
  const inForce = readings.some((set) => ids.every((id) => agreement.readings[id] === set[id]));
  const [first = '', ...rest] = lines;
  return inForce ? [`${first} (${say(language, 'inForce')})`, ...rest] : lines;
}

/**
 * A sufficient set of options for an answer: from each combination, omit every reading whose other options lead to the
 * same answer.
 */
function needed(readings: readonly ReadingSet[], optionsOf: (id: string) => number): readonly ReadingSet[] {
  const left = new Set(readings);
  const found: ReadingSet[] = [];
  for (const set of readings) {
    if (!left.has(set)) continue;
    let positions = set;
    for (const id of Object.keys(set)) {
      const { [id]: _apart, ...fewer } = positions;
      const free = Object.keys(set).filter((other) => !Object.hasOwn(fewer, other));
      const all = free.reduce((product, other) => product * optionsOf(other), 1);
      if (readings.filter((other) => agrees(other, fewer)).length === all) positions = fewer;
    }
    found.push(positions);
    for (const other of left) if (agrees(other, positions)) left.delete(other);
  }
  return found;
}

function agrees(set: ReadingSet, positions: ReadingSet): boolean {
  return Object.entries(positions).every(([id, option]) => set[id] === option);
}

function numbered(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap(([first = '', ...rest], at) => ['', `${at + 1}. ${first}`, ...rest.map((line) => `   ${line}`)]);
}

function page(lines: readonly string[], wording: Wording): string {
  return `${[...lines, '', ...wording.note()].join('\n').trimStart()}\n`;
}
