import { sentenceTexts } from '#texts/sentenceTexts';
import { refuse } from '../../errors/agreementError.js';
import { currencySign } from '../../format/currencySign.js';
import { digitGroups } from '../../format/digitGroups.js';
import { formatDay } from '../../format/formatDay.js';
import { formatMoney } from '../../format/formatMoney.js';
import { type CurrencyCode, minorUnitDigits } from '../../money/currency.js';
import { decimalTextOf, shortDecimalTextOf } from '../../money/decimalNumber.js';
import { money } from '../../money/money.js';
import { instantOf } from '../../time/instant.js';
import type { TimeLimit } from '../../time/timeLimit.js';
import { ClauseResult } from '../evaluate/evaluate.js';
import type { SentenceId } from '../kinds/sentences/sentences.js';
import type { AgreementData } from '../model/agreement.js';
import type { ClauseNumber } from '../model/source.js';
import type { Value } from '../model/value.js';
import { fractionOf } from '../steps/exact.js';
import type { Operand, Step } from '../steps/step.js';
import type { CountCase, CountedUnit, CountForm, Language } from './language.js';

/** The languages of explanations. */
export type ExplainLanguage = 'en' | 'ru' | 'kk';

/** A sentence of an explanation. */
export interface Sentence {
  /** The step it explains. */
  readonly step: string;
  /** The clause; empty for a direct call of a primitive. */
  readonly clause: ClauseNumber;
  readonly text: string;
}

/**
 * Explains an answer in words: one sentence for each step, with the amounts, days and rates inserted.
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
 * The data needed to word steps: the time zone for instants, the words for codes, and the labels of facts. @internal
 */
export type StepContext = Pick<AgreementData, 'timeZone' | 'words' | 'facts'>;

/** A sentence for each step, in one language. @internal */
export function sentencesOf(
  steps: readonly Step[],
  texts: Language,
  language: ExplainLanguage,
  data: StepContext,
): readonly Sentence[] {
  return Object.freeze(
    steps.map((step) => ({ step: step.id, clause: step.clause, text: sentenceOf(step, texts, language, data) })),
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

/** A value in words. @internal */
export function valueText(
  value: Value,
  texts: Language,
  language: ExplainLanguage,
  data: StepContext,
  inCase?: CountCase,
): string {
  switch (value.type) {
    case 'money':
      return formatMoney(money(value.amount, value.currency as CurrencyCode), language);
    case 'exact':
      return exactText(value, texts, language);
    case 'rate':
      return rateText(value.value, texts);
    case 'day':
      return formatDay(value.value, language, { weekday: false });
    case 'instant':
      return instantText(value.value, language, data.timeZone);
    case 'count':
      return countText(value.value, value.unit, texts, inCase);
    case 'limit':
      return countText(value.count, value.unit, texts, inCase);
    case 'flag':
      return value.value ? texts.yes : texts.no;
    case 'list':
      return value.items.map((item) => valueText(item, texts, language, data)).join(', ');
    case 'record':
      return Object.values(value.fields)
        .map((field) => valueText(field, texts, language, data))
        .join(', ');
    case 'text': {
      const { words = {} } = data;
      return (Object.hasOwn(words, value.value) ? words[value.value]?.[language] : undefined) ?? value.value;
    }
    default:
      return markedText(value.value, texts);
  }
}

/** An instant in the local time of the agreement's zone, with the offset at that time. @internal */
export function instantText(text: string, language: ExplainLanguage, timeZone: string): string {
  const local = instantOf(text, 'instant').toZonedDateTimeISO(timeZone);
  const clock = local.toPlainTime().toString().replace(/:00$/, '');
  return `${formatDay(local.toPlainDate(), language, { weekday: false })}, ${clock} (UTC${local.offset})`;
}

/**
 * An exact fraction: an amount if it is whole in minor units, decimals if they terminate, otherwise the first six with
 * an ellipsis.
 */
function exactText(value: Value & { readonly type: 'exact' }, texts: Language, language: ExplainLanguage): string {
  const { n, d, currency } = fractionOf(value);
  const digits = currency === undefined ? 0 : minorUnitDigits(currency as CurrencyCode);
  if (n % d === 0n && currency !== undefined)
    return formatMoney(money(shortDecimalTextOf(n / d, digits), currency as CurrencyCode), language);
  const places = 6;
  const scaled = (n * 10n ** BigInt(places)) / d;
  const ends = scaled * d === n * 10n ** BigInt(places);
  // If more digits follow, trailing zeros are significant.
  const text = (ends ? shortDecimalTextOf : decimalTextOf)(scaled, places + digits);
  const [whole = '', decimals] = text.split('.');
  const number = digitGroups(whole) + (decimals === undefined ? '' : texts.decimalMark + decimals);
  return `${number}${ends ? '' : '…'}${currency === undefined ? '' : `\u00a0${currencySign(currency as CurrencyCode)}`}`;
}

/** A rate as a percentage: `0.001` is 0.1 %; `0.11/300` stays as it is written. */
function rateText(rate: string, texts: Language): string {
  if (rate.includes('/')) return markedText(rate, texts);
  const { n, d } = fractionOf({ type: 'rate', value: rate });
  return `${markedText(shortDecimalTextOf(n * 100n, String(d).length - 1), texts)}\u00a0%`;
}

/** A time limit in words: `5 banking days`; in Russian in the grammatical case of the sentence. @internal */
export function limitText({ count, unit }: TimeLimit, language: ExplainLanguage, inCase?: CountCase): string {
  return countText(count, unit, sentenceTexts[language], inCase);
}

/** The plural form for a count. @internal */
export function pluralForm(count: number, language: ExplainLanguage): CountForm {
  return sentenceTexts[language].plural(count);
}

function countText(count: number, unit: string | undefined, texts: Language, inCase?: CountCase): string {
  const forms = unit === undefined ? undefined : texts.units[unit as CountedUnit];
  if (forms === undefined) return numberText(count, texts);
  const form = texts.plural(count);
  const singular = form === 'one' ? inCase : form === 'fraction' ? 'gen' : undefined;
  const inOne = singular && forms.oneIn?.[singular];
  // In the genitive, 2, 3 and 4 take the same form as 5.
  const counted = form === 'few' && inCase === 'gen' ? forms.many : forms[form];
  return `${numberText(count, texts)}\u00a0${inOne ?? counted ?? forms.many}`;
}

function numberText(count: number, texts: Language): string {
  return markedText(String(count), texts);
}

/** Numbers with the decimal mark of the language. */
function markedText(numbers: string, { decimalMark }: Language): string {
  return numbers.replaceAll('.', decimalMark);
}
