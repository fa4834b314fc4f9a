import { valueTexts } from '#texts/valueTexts';
import { currencySign } from '../../format/currencySign.js';
import { digitGroups } from '../../format/digitGroups.js';
import { formatDay } from '../../format/formatDay.js';
import { formatMoney } from '../../format/formatMoney.js';
import { type CurrencyCode, minorUnitDigits } from '../../money/currency.js';
import { decimalTextOf, shortDecimalTextOf } from '../../money/decimalNumber.js';
import { money } from '../../money/money.js';
import { instantOf } from '../../time/instant.js';
import type { TimeLimit } from '../../time/timeLimit.js';
import type { AgreementData } from '../model/agreement.js';
import type { Value } from '../model/value.js';
import { fractionOf } from '../steps/exact.js';
import type { CountCase, CountedUnit, CountForm, ExplainLanguage, ValueTexts } from './language.js';

/**
 * The data needed to word steps: the time zone for instants, the words for codes, and the labels of facts. @internal
 */
export type StepContext = Pick<AgreementData, 'timeZone' | 'words' | 'facts'>;

/** A value in words. @internal */
export function valueText(
  value: Value,
  texts: ValueTexts,
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
function exactText(value: Value & { readonly type: 'exact' }, texts: ValueTexts, language: ExplainLanguage): string {
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
function rateText(rate: string, texts: ValueTexts): string {
  if (rate.includes('/')) return markedText(rate, texts);
  const { n, d } = fractionOf({ type: 'rate', value: rate });
  return `${markedText(shortDecimalTextOf(n * 100n, String(d).length - 1), texts)}\u00a0%`;
}

/** A time limit in words: `5 banking days`; in Russian in the grammatical case of the sentence. @internal */
export function limitText({ count, unit }: TimeLimit, language: ExplainLanguage, inCase?: CountCase): string {
  return countText(count, unit, valueTexts[language], inCase);
}

/** The plural form for a count. @internal */
export function pluralForm(count: number, language: ExplainLanguage): CountForm {
  return valueTexts[language].plural(count);
}

function countText(count: number, unit: string | undefined, texts: ValueTexts, inCase?: CountCase): string {
  const forms = unit === undefined ? undefined : texts.units[unit as CountedUnit];
  if (forms === undefined) return numberText(count, texts);
  const form = texts.plural(count);
  const singular = form === 'one' ? inCase : form === 'fraction' ? 'gen' : undefined;
  const inOne = singular && forms.oneIn?.[singular];
  // In the genitive, 2, 3 and 4 take the same form as 5.
  const counted = form === 'few' && inCase === 'gen' ? forms.many : forms[form];
  return `${numberText(count, texts)}\u00a0${inOne ?? counted ?? forms.many}`;
}

/** A number with the decimal mark of the language. @internal */
export function numberText(count: number, texts: ValueTexts): string {
  return markedText(String(count), texts);
}

/** Numbers with the decimal mark of the language. */
function markedText(numbers: string, { decimalMark }: ValueTexts): string {
  return numbers.replaceAll('.', decimalMark);
}
