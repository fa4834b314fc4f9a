import type { Decision } from '../decide/decide.js';
import type { ClauseResult } from '../evaluate/evaluate.js';
import type { ExplainLanguage } from '../explain/explain.js';
import type { Agreement } from '../model/definedAgreement.js';
import { say } from './texts.js';
import { Wording } from './wording.js';

/** An answer for readers: its fields, and how they were calculated, step by step. */
export function explanationText(result: ClauseResult, agreement: Agreement, language: ExplainLanguage): string {
  const wording = new Wording(agreement, language);
  const lines = [
    `${wording.computation(result.computation)}, ${wording.clauses(result.cites)}`,
    '',
    say(language, 'answer'),
    ...wording.fields(result.value).map((field) => `  ${field}`),
    '',
    say(language, 'steps'),
    ...wording.steps(result).map((step) => `  ${step}`),
    ...readings(result.agreement.readings, agreement, wording),
    '',
    ...wording.note(),
  ];
  return `${lines.join('\n')}\n`;
}

/** A decision for readers: the outcome of the row that decides, and why those before it did not. */
export function decisionText(decision: Decision, agreement: Agreement, language: ExplainLanguage): string {
  const wording = new Wording(agreement, language);
  const lines = [
    ...wording.decision(decision),
    ...readings(decision.agreement.readings, agreement, wording),
    '',
    ...wording.note(),
  ];
  return `${lines.join('\n')}\n`;
}

function readings(chosen: Readonly<Record<string, string>>, agreement: Agreement, wording: Wording): string[] {
  const lines = agreement.data.readings.flatMap(({ id }) =>
    Object.hasOwn(chosen, id) ? [`  ${wording.reading(id, chosen[id] as string)}`] : [],
  );
  return lines.length === 0 ? [] : ['', say(wording.language, 'readings'), ...lines];
}
