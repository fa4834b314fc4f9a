import { sentenceTexts } from '#texts/sentenceTexts';
import { refuse } from '../../errors/agreementError.js';
import { formatDay } from '../../format/formatDay.js';
import { ClauseResult } from '../evaluate/evaluate.js';
import type { SentenceId } from '../kinds/sentences/sentences.js';
import type { ClauseNumber } from '../model/source.js';
import type { Value } from '../model/value.js';
import type { Operand, Step } from '../steps/step.js';
import type { CountCase, ExplainLanguage, Language } from './language.js';
import { numberText, type StepContext, valueText } from './valueText.js';

export type { ExplainLanguage } from './language.js';

/** A sentence of an explanation. */
export interface Sentence {
  /** The step it explains. */
  readonly step: string;
  /** The clause; empty for a direct call of a primitive. */
  readonly clause: ClauseNumber;
  readonly text: string;
}

/**
 * Explains an answer in words: one sentence for each step but those of a condition, with the amounts, days and rates inserted.
 *
 * The sentences are generated from the steps that produced the answer; no figure is computed separately.
 *
 * @throws {@link AgreementError} `argument-invalid` for an unknown language, or for a value that is not an answer (the
 * JSON of one is not enough, because it has no reference to the agreement).
 * @example
 * ```ts no-run
 * explain(evaluate(agreement, '6.10/penalty', facts), 'en').map((sentence) => sentence.text)
 * ```
 */
export function explain(result: ClauseResult, language: ExplainLanguage): readonly Sentence[] {
  if (!ClauseResult.is(result)) refuse('argument-invalid', 'result', result, 'an answer of evaluate(), not its JSON');
  const texts =
    typeof language === 'string' && Object.hasOwn(sentenceTexts, language)
      ? sentenceTexts[language]
      : refuse('argument-invalid', 'language', language, `one of ${Object.keys(sentenceTexts).join(', ')}`);
  return sentencesOf(result.steps, texts, language, result.agreementData());
}

/**
 * A sentence for each step, in one language. Those of a condition have none: the sentence of what it decides tells its
 * result. @internal
 */
export function sentencesOf(
  steps: readonly Step[],
  texts: Language,
  language: ExplainLanguage,
  data: StepContext,
): readonly Sentence[] {
  return Object.freeze(
    steps
      .filter(({ role }) => Object.hasOwn(texts.sentences, role))
      .map((step) => ({ step: step.id, clause: step.clause, text: sentenceOf(step, texts, language, data) })),
  );
}

/** One sentence: the template of a role with its operands inserted. @internal */
export function sentenceOf(step: Step, texts: Language, language: ExplainLanguage, data: StepContext): string {
  const template = texts.sentences[step.role as SentenceId];
  const said = (value: Value, inCase?: CountCase): string => valueText(value, texts, language, data, inCase);
  const all = Object.values(step.in);
  const joined = (values: readonly Value[], by: string): string => values.map((value) => said(value)).join(by);
  const valueNamed = (name: string): Value | undefined =>
    name === 'out' ? step.out : Object.hasOwn(step.in, name) ? step.in[name] : undefined;
  const filled = template.replace(/\{\?(\w+):([^|}]*)\|([^|}]*)\|([^|}]*)\}/g, (_, name: string, one, few, many) => {
    const count = countIn(valueNamed(name));
    const form = count === undefined ? 'many' : texts.plural(count);
    return form === 'one' ? one : form === 'many' ? many : few;
  });
  const text = filled.replace(
    /\{(#?)(\w+)(?::(acc|dat|gen))?\}/g,
    (_, bare: string, name: string, inCase?: CountCase) => {
      if (name === 'plus') return joined(all, ' + ');
      if (name === 'minus') return joined(all, ' − ');
      if (name === 'product') return joined(all, ' × ');
      if (name === 'values') return joined(all, ', ');
      if (name === 'rounding' && step.rounding !== undefined) return texts.roundings[step.rounding];
      if (name === 'each')
        return Object.entries(step.in)
          .map(([operand, value]) => {
            const label = labelOf(operand, value, language, data);
            return label === undefined ? said(value) : `${label}: ${said(value)}`;
          })
          .join('; ');
      if (name === 'days' && step.in['days']?.type !== 'count') return joined(daysIn(step), ', ');
      const value = name === 'lastTopUp' ? lastTopUp(step) : valueNamed(name);
      if (value === undefined) return `{${name}}`;
      return bare !== '' && value.type === 'count' ? numberText(value.value, texts) : said(value, inCase);
    },
  );
  return `${text}${notesOf(step, texts, language)}`;
}

/** The last top-up on or before the day; the day itself if there was none. */
function lastTopUp({ in: operands }: Step): Operand | undefined {
  const { day } = operands;
  let last = day;
  let latest = '';
  for (const name in operands) {
    const operand = operands[name] as Operand;
    if (!name.startsWith('topUp') || operand.type !== 'day' || day?.type !== 'day') continue;
    if (operand.value > day.value || operand.value < latest) continue;
    last = operand;
    latest = operand.value;
  }
  return last;
}

/** The days among the operands, without the flags that say which of them apply. */
function daysIn(step: Step): readonly Operand[] {
  return Object.values(step.in).filter(({ type }) => type !== 'flag');
}

/** What was skipped or rolled over, and what is provisional. */
function notesOf(step: Step, texts: Language, language: ExplainLanguage): string {
  const notes = (['skipped', 'rolledOver', 'provisional'] as const).flatMap((name) => {
    const days = step.notes?.[name];
    if (days === undefined || days.length === 0) return [];
    return [texts[name].replace('{days}', days.map((day) => formatDay(day, language, { weekday: false })).join(', '))];
  });
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/**
 * The label of an operand: that of its fact, otherwise the word for its name in the step; undefined for an operand that
 * is explained by its own step.
 */
function labelOf(
  name: string,
  operand: Operand,
  language: ExplainLanguage,
  { facts, words = {} }: StepContext,
): string | undefined {
  const fact = 'fact' in operand && Object.hasOwn(facts, operand.fact) ? facts[operand.fact] : undefined;
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  return fact?.label?.[language] ?? word?.[language] ?? Object.values(fact?.label ?? {})[0];
}

/** The count of a value, if it has one. */
function countIn(value: Value | undefined): number | undefined {
  if (value?.type === 'count') return value.value;
  return value?.type === 'limit' ? value.count : undefined;
}
