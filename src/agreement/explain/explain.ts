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
import { en } from '../kinds/sentences/en.js';
import { kk } from '../kinds/sentences/kk.js';
import { ru } from '../kinds/sentences/ru.js';
import type { SentenceId } from '../kinds/sentences/sentences.js';
import type { AgreementData, ClauseNumber } from '../model/agreement.js';
import type { Value } from '../model/value.js';
import { fractionOf } from '../steps/exact.js';
import type { Operand, Step } from '../steps/step.js';
import type { CountCase, CountedUnit, CountForm, Language } from './language.js';

/** Languages answers are explained in. */
export type ExplainLanguage = 'en' | 'ru' | 'kk';

/** One sentence of an explanation. */
export interface Sentence {
  /** The step it tells. */
  readonly step: string;
  /** The clause it belongs to; empty where a primitive was called directly. */
  readonly clause: ClauseNumber;
  readonly text: string;
}

const languages: Readonly<Record<ExplainLanguage, Language>> = { en, ru, kk };

/**
 * Says in words how an answer came about: one sentence for each step, with the sums, days and rates put in.
 *
 * The sentences are made from the very steps the number came from; a figure in them is never reckoned again.
 *
 * @throws {@link AgreementError} `argument-invalid` for an unknown language, or for what is no answer: its JSON has no agreement behind it.
 * @example
 * ```ts no-run
 * explain(evaluate(agreement, '6.10/penalty', facts), 'en').map((sentence) => sentence.text)
 * ```
 */
export function explain(result: ClauseResult, language: ExplainLanguage): readonly Sentence[] {
  if (!ClauseResult.is(result)) refuse('argument-invalid', 'result', result, 'an answer of evaluate(), not its JSON');
  const texts =
    typeof language === 'string' && Object.hasOwn(languages, language)
      ? languages[language]
      : refuse('argument-invalid', 'language', language, `one of ${Object.keys(languages).join(', ')}`);
  return sentencesOf(result.steps, texts, language, result.agreementData());
}

/** What steps are told with: the zone in which instants are shown, the words for texts, and the labels of facts. @internal */
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

/** One sentence: the template of a role with its operands put in. @internal */
export function sentenceOf(step: Step, texts: Language, language: ExplainLanguage, data: StepContext): string {
  const template = texts.sentences[step.role as SentenceId];
  const said = (value: Value, inCase?: CountCase): string => valueText(value, texts, language, data, inCase);
  const all = (sign: string): string =>
    Object.values(step.in)
      .map((value) => said(value))
      .join(` ${sign} `);
  const valueNamed = (name: string): Value | undefined =>
    name === 'out' ? step.out : Object.hasOwn(step.in, name) ? step.in[name] : undefined;
  const filled = template.replace(/\{\?(\w+):([^|}]*)\|([^|}]*)\|([^|}]*)\}/g, (_, name: string, one, few, many) => {
    const count = countIn(valueNamed(name));
    return { one, few, many, fraction: few }[count === undefined ? 'many' : texts.plural(count)] as string;
  });
  const text = filled.replace(
    /\{(#?)(\w+)(?::(acc|dat|gen))?\}/g,
    (_, bare: string, name: string, inCase?: CountCase) => {
      if (name === 'plus') return all('+');
      if (name === 'minus') return all('−');
      if (name === 'values')
        return Object.values(step.in)
          .map((value) => said(value))
          .join(', ');
      if (name === 'rounding' && step.rounding !== undefined) return texts.roundings[step.rounding];
      if (name === 'each')
        return Object.entries(step.in)
          .map(([operand, value]) => {
            const label = labelOf(operand, value, language, data);
            return label === undefined ? said(value) : `${label}: ${said(value)}`;
          })
          .join('; ');
      if (name === 'days' && step.in['days']?.type !== 'count')
        return daysIn(step)
          .map((day) => said(day))
          .join(', ');
      const value = name === 'lastTopUp' ? lastTopUp(step) : valueNamed(name);
      if (value === undefined) return `{${name}}`;
      return bare !== '' && value.type === 'count' ? numberText(value.value, texts) : said(value, inCase);
    },
  );
  return `${text}${notesOf(step, texts, language)}`;
}

/** The last top-up up to the day asked about; the day itself where there was none. */
function lastTopUp({ in: operands }: Step): Operand | undefined {
  const { day } = operands;
  const known = Object.entries(operands).flatMap(([name, operand]) =>
    name.startsWith('topUp') && operand.type === 'day' && day?.type === 'day' && operand.value <= day.value
      ? [operand]
      : [],
  );
  return (
    known.reduce<Operand | undefined>(
      (last, operand) => (last?.type === 'day' && last.value > operand.value ? last : operand),
      undefined,
    ) ?? day
  );
}

/** The days among the operands; flags that say which of them apply are left out. */
function daysIn(step: Step): readonly Operand[] {
  return Object.values(step.in).filter(({ type }) => type !== 'flag');
}

/** What was skipped or rolled over, and what may still change. */
function notesOf(step: Step, texts: Language, language: ExplainLanguage): string {
  const notes = (['skipped', 'rolledOver', 'provisional'] as const).flatMap((name) => {
    const days = step.notes?.[name];
    if (days === undefined || days.length === 0) return [];
    return [texts[name].replace('{days}', days.map((day) => formatDay(day, language, { weekday: false })).join(', '))];
  });
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** What an operand is: the label of the fact it is, else the word for the name the step gives it; what has neither has a step that tells it. */
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

/** The count of a value that has one. */
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
      return exactText(value, language);
    case 'rate':
      return rateText(value.value, language);
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
      return value.value;
  }
}

/** An instant as a clock in the agreement's zone shows it, with the offset it had then. @internal */
export function instantText(text: string, language: ExplainLanguage, timeZone: string): string {
  const local = instantOf(text, 'instant').toZonedDateTimeISO(timeZone);
  const clock = local.toPlainTime().toString().replace(/:00$/, '');
  return `${formatDay(local.toPlainDate(), language, { weekday: false })}, ${clock} (UTC${local.offset})`;
}

/** An exact fraction: a sum if it is whole in minor units, decimals if they end, else the first six with dots. */
function exactText(value: Value & { readonly type: 'exact' }, language: ExplainLanguage): string {
  const { n, d, currency } = fractionOf(value);
  const digits = currency === undefined ? 0 : minorUnitDigits(currency as CurrencyCode);
  if (n % d === 0n && currency !== undefined)
    return formatMoney(money(shortDecimalTextOf(n / d, digits), currency as CurrencyCode), language);
  const places = 6;
  const scaled = (n * 10n ** BigInt(places)) / d;
  const ends = scaled * d === n * 10n ** BigInt(places);
  // Zeros at the end are digits like others where more follow.
  const text = (ends ? shortDecimalTextOf : decimalTextOf)(scaled, places + digits);
  const [whole = '', decimals] = text.split('.');
  const number = `${digitGroups(whole)}${decimals === undefined ? '' : `${language === 'en' ? '.' : ','}${decimals}`}`;
  return `${number}${ends ? '' : '…'}${currency === undefined ? '' : `\u00a0${currencySign(currency as CurrencyCode)}`}`;
}

/** A rate in percent: `0.001` is 0.1 %. */
function rateText(rate: string, language: ExplainLanguage): string {
  const { n, d } = fractionOf({ type: 'rate', value: rate });
  const scale = String(d).length - 1;
  const text = shortDecimalTextOf(n * 100n, scale);
  return `${language === 'en' ? text : text.replace('.', ',')}\u00a0%`;
}

/** A time limit in words: `5 banking days`; in Russian in the case a sentence asks for. @internal */
export function limitText({ count, unit }: TimeLimit, language: ExplainLanguage, inCase?: CountCase): string {
  return countText(count, unit, languages[language], inCase);
}

/** Which form of a word a count takes. @internal */
export function pluralForm(count: number, language: ExplainLanguage): CountForm {
  return languages[language].plural(count);
}

function countText(count: number, unit: string | undefined, texts: Language, inCase?: CountCase): string {
  const forms = unit === undefined ? undefined : texts.units[unit as CountedUnit];
  if (forms === undefined) return numberText(count, texts);
  const form = texts.plural(count);
  const inOne = form === 'one' && inCase !== undefined ? forms.oneIn?.[inCase] : undefined;
  // Behind a genitive 2, 3 and 4 are counted as 5 is.
  const counted = form === 'few' && inCase === 'gen' ? forms.many : forms[form];
  return `${numberText(count, texts)}\u00a0${inOne ?? counted ?? forms.many}`;
}

function numberText(count: number, { decimalMark }: Language): string {
  return String(count).replace('.', decimalMark);
}
