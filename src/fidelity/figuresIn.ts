import { numberWords, type TextLanguage, type WordNumber } from './numberWords.js';

/** The unit of a figure. */
export type FigureUnit =
  | '%'
  | 'days'
  | 'calendar days'
  | 'working days'
  | 'banking days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'weeks'
  | 'months'
  | 'years'
  | 'KZT'
  | 'RUB'
  | 'USD'
  | 'EUR'
  | 'reference'
  | '';

/** A number in a text, with its unit. */
export interface Figure {
  /** A decimal string without superfluous zeros; the number of a clause, an act or a date as written. */
  readonly value: string;
  /** `reference` for the number of a clause, an article, a date or a document. */
  readonly unit: FigureUnit;
  /** The number given in words in the parentheses after it, if it differs. */
  readonly inWords?: string;
}

type UnitPattern = readonly [pattern: RegExp, unit: FigureUnit];

const everywhere: readonly UnitPattern[] = [
  [/^\s*%/u, '%'],
  [/^\s*(?:₸|KZT(?![\p{L}\d]))/u, 'KZT'],
  [/^\s*(?:₽|RUB(?![\p{L}\d]))/u, 'RUB'],
  [/^\s*(?:\$|USD(?![\p{L}\d]))/u, 'USD'],
  [/^\s*(?:€|EUR(?![\p{L}\d]))/u, 'EUR'],
];

const units: Readonly<Record<TextLanguage, readonly UnitPattern[]>> = {
  en: [
    [/^\s*per\s?cent/iu, '%'],
    [/^[\s-]*calendar days?/iu, 'calendar days'],
    [/^[\s-]*(?:working|business) days?/iu, 'working days'],
    [/^[\s-]*bank(?:ing)? days?/iu, 'banking days'],
    [/^[\s-]*days?(?!\p{L})/iu, 'days'],
    [/^[\s-]*hours?(?!\p{L})/iu, 'hours'],
    [/^[\s-]*minutes?(?!\p{L})/iu, 'minutes'],
    [/^[\s-]*seconds?(?!\p{L})/iu, 'seconds'],
    [/^[\s-]*weeks?(?!\p{L})/iu, 'weeks'],
    [/^[\s-]*(?:calendar )?months?(?!\p{L})/iu, 'months'],
    [/^[\s-]*(?:calendar )?years?(?!\p{L})/iu, 'years'],
    [/^\s*tenge/iu, 'KZT'],
    [/^\s*(?:rubles?|roubles?)/iu, 'RUB'],
    [/^\s*(?:US )?dollars?/iu, 'USD'],
    [/^\s*euros?(?!\p{L})/iu, 'EUR'],
  ],
  ru: [
    [/^\s*процент/iu, '%'],
    [/^\s*календарн\p{L}* (?:дн|ден|сут)/iu, 'calendar days'],
    [/^\s*рабоч\p{L}* (?:дн|ден)/iu, 'working days'],
    [/^\s*банковск\p{L}* (?:дн|ден)/iu, 'banking days'],
    [/^\s*(?:дн(?:я|ей|ям|ями|ях)|день|сут(?:ок|ки))(?!\p{L})/iu, 'days'],
    [/^\s*час/iu, 'hours'],
    [/^\s*минут/iu, 'minutes'],
    [/^\s*секунд/iu, 'seconds'],
    [/^\s*недел/iu, 'weeks'],
    [/^\s*(?:календарн\p{L}* )?месяц/iu, 'months'],
    [/^\s*(?:календарн\p{L}* )?(?:год(?:а|у|ом)?|лет)(?!\p{L})/iu, 'years'],
    [/^\s*тенге/iu, 'KZT'],
    [/^\s*руб/iu, 'RUB'],
    [/^\s*доллар/iu, 'USD'],
    [/^\s*евро(?!\p{L})/iu, 'EUR'],
  ],
  kk: [
    [/^\s*пайыз/iu, '%'],
    [/^\s*күнтізбелік күн/iu, 'calendar days'],
    [/^\s*жұмыс күн/iu, 'working days'],
    [/^\s*банк\p{L}* күн/iu, 'banking days'],
    [/^\s*(?:күн|тәулік)/iu, 'days'],
    [/^\s*сағат/iu, 'hours'],
    [/^\s*минут/iu, 'minutes'],
    [/^\s*секунд/iu, 'seconds'],
    [/^\s*апта/iu, 'weeks'],
    [/^\s*(?:күнтізбелік )?ай(?:дың|да|дан|ға|лық)?(?!\p{L})/iu, 'months'],
    [/^\s*(?:күнтізбелік )?жыл/iu, 'years'],
    [/^\s*теңге/iu, 'KZT'],
    [/^\s*рубль/iu, 'RUB'],
    [/^\s*(?:АҚШ )?доллар/iu, 'USD'],
    [/^\s*евро(?!\p{L})/iu, 'EUR'],
  ],
};

/**
 * The words before the number of a clause, an article or a document; a list of them continues after a comma or "and".
 */
const referenceBefore =
  /(?:§|№|#|\bNo\.?|\b(?:clauses?|sub-?clauses?|paragraphs?|paras?|p|pp|sections?|articles?|art|parts?|chapter|appendix)\.?|(?<!\p{L})(?:пунк\p{L}+|подпунк\p{L}+|п{1,2}|пп|раздел\p{L}*|стать\p{L}+|ст|част\p{L}+|глав\p{L}+|приложени\p{L}+|тармақ\p{L}*|бөлім\p{L}*|бап\p{L}*|БИН|ИИН|БСН)\.?)\s*$/iu;
const listGoesOn = /^\s*(?:,|;|-|and|or|to|и|или|по|до|және|мен)\s*(?:п{1,2}\.\s*)?$/iu;
const referenceAfter = /^[-\s]*(?:бөлім|тармақ|бап|бабы)/iu;
const months =
  /^\s*(?:-?\p{L}{0,3}\s+)?(?:январ|феврал|март|апрел|ма[йя](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|january|february|march|april|may\b|june|july|august|september|october|november|december|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)/iu;

const number = /\d+(?:[ \u00a0]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:/]\d+)*/gu;

/**
 * The figures of a text in order: numbers in digits with their units, numbers in words if they have a unit, and the
 * numbers of clauses and documents, which are marked as references. The words in parentheses after digits are compared
 * with them.
 *
 * @param given A {@link normalizedText}.
 * @internal
 */
export function figuresIn(given: string, language: TextLanguage): readonly Figure[] {
  const text = withoutTelephones(given);
  const found: { readonly at: number; readonly figure: Figure }[] = [];
  let [lastEnd, lastIsReference] = [0, false];
  const taken: (readonly [from: number, to: number])[] = [];
  for (const match of text.matchAll(number)) {
    const at = match.index;
    const written = match[0];
    // An identification or account number is not a figure, and is not recorded.
    if (/^\d{9,}$/u.test(written)) continue;
    const before = text.slice(Math.max(0, at - 30), at);
    let end = at + written.length;
    // "30 (thirty) days", "5 % (five per cent)", and the reverse: "thirty (30) days".
    const bracket = /^(\s*[%₸₽$€]?\s*)\(([^()]{1,120})\)/u.exec(text.slice(end));
    const inside = bracket === null ? undefined : wordsOf(bracket[2] as string);
    const leading = before.endsWith('(') && text[end] === ')' ? wordsBefore(text, at - 1, language) : undefined;
    const spoken = leading ?? (inside === undefined ? undefined : numberWords(inside, language));
    const sign = spoken === undefined || leading !== undefined ? '' : (bracket?.[1] ?? '');
    if (leading !== undefined) end += 1;
    else if (bracket !== null && spoken !== undefined) {
      end += bracket[0].length;
      taken.push([at, end]);
    }
    const goesOn = lastIsReference && listGoesOn.test(text.slice(lastEnd, at));
    const isReference =
      goesOn ||
      referenceBefore.test(before) ||
      /[\p{L}@/:_]$|\p{L}-$|\d\.$/u.test(before) ||
      /^\d+(?:\.\d+){2,}$|[:/]|^0\d/u.test(written) ||
      (spoken === undefined && (months.test(text.slice(end)) || referenceAfter.test(text.slice(end)))) ||
      /^[-_/]?[\p{L}]?[@_]/u.test(text.slice(end)) ||
      // "1) first; 2) second": the number of a list item.
      (leading === undefined && /(?:^|[\s;:.,(])$/u.test(before) && /^\)/u.test(text.slice(end)));
    const value = isReference ? written : plainNumber(written);
    const unit = isReference
      ? 'reference'
      : unitAfter(`${sign}${text.slice(end, end + 60)}`, before, language, bracket?.[2]);
    const differs = spoken !== undefined && !isReference && spoken.value !== value;
    found.push({ at, figure: { value, unit, ...(differs && { inWords: spoken.value }) } });
    [lastEnd, lastIsReference] = [end, isReference];
  }
  for (const { at, figure, end } of spokenFigures(text, language))
    if (!taken.some(([from, to]) => at < to && end > from)) found.push({ at, figure });
  return found.sort((a, b) => a.at - b.at).map(({ figure }) => figure);
}

/** The longest number formed by the words just before a position. */
function wordsBefore(text: string, end: number, language: TextLanguage): WordNumber | undefined {
  const run = /(?:\p{L}+[ -]+){0,7}\p{L}+\s*$/u.exec(text.slice(Math.max(0, end - 120), end))?.[0];
  const words = wordsOf(run ?? '');
  for (let from = 0; from < words.length; from += 1) {
    const spoken = numberWords(words.slice(from), language);
    if (spoken?.length === words.length - from) return spoken;
  }
  return undefined;
}

/** Telephone numbers are not figures, and are not recorded. */
function withoutTelephones(text: string): string {
  return text.replace(/\+?\d[\d ()-]{8,}\d/gu, (run) => {
    const isOne = run.replaceAll(/\D/gu, '').length >= 10 && !/^\d{1,3}(?: \d{3})+$/u.test(run);
    return isOne ? ' '.repeat(run.length) : run;
  });
}

/** Numbers in words that have a unit; "one of the parties" has none. */
function spokenFigures(
  text: string,
  language: TextLanguage,
): readonly { readonly at: number; readonly end: number; readonly figure: Figure }[] {
  const words = [...text.matchAll(/\p{L}+/gu)];
  const found: { readonly at: number; readonly end: number; readonly figure: Figure }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const spoken = numberWords(runFrom(words, at, text), language);
    if (spoken === undefined) continue;
    const first = words[at] as RegExpExecArray;
    const last = words[at + spoken.length - 1] as RegExpExecArray;
    const end = last.index + last[0].length;
    const rest = text.slice(end, end + 60);
    // "five (5) days": the digits are a separate figure, followed by the unit of these words.
    const unit = unitOf(rest.replace(/^\s*\([^()]*\)/u, ''), language);
    if (unit !== '') found.push({ at: first.index, end, figure: { value: spoken.value, unit } });
    at += spoken.length - 1;
  }
  return found;
}

/** The run of words starting at one, separated only by spaces and hyphens. */
function runFrom(words: readonly RegExpExecArray[], from: number, text: string): readonly string[] {
  const run: string[] = [];
  for (let at = from; at < words.length && run.length < 12; at += 1) {
    const word = words[at] as RegExpExecArray;
    const before = words[at - 1];
    if (at > from && before !== undefined && !/^[\s-]+$/u.test(text.slice(before.index + before[0].length, word.index)))
      break;
    run.push(word[0]);
  }
  return run;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

function unitAfter(rest: string, before: string, language: TextLanguage, bracket: string | undefined): FigureUnit {
  const after = unitOf(rest, language);
  if (after !== '') return after;
  const sign = /(\$|€|₸|₽|USD|EUR|KZT|RUB)\s*$/u.exec(before)?.[1];
  if (sign !== undefined) return unitOf(sign, language);
  // "5% (five percent)", "30 (thirty calendar days)": the unit is inside the parentheses.
  const words = bracket === undefined ? [] : wordsOf(bracket);
  const spoken = numberWords(words, language);
  return spoken === undefined ? '' : unitOf(words.slice(spoken.length).join(' '), language);
}

function unitOf(given: string, language: TextLanguage): FigureUnit {
  // "3-х месяцев", "5-ти дней".
  const rest = given.replace(/^-\p{Script=Cyrillic}{1,3}(?=\s)/u, '');
  return [...everywhere, ...units[language]].find(([pattern]) => pattern.test(rest))?.[1] ?? '';
}

/** "1 000,50" and "1000.5" are the same number. */
function plainNumber(written: string): string {
  const digits = written.replaceAll(/[ \u00a0]/gu, '').replace(',', '.');
  const [whole = '', part = ''] = digits.split('.');
  const places = part.replace(/0+$/, '');
  const plain = whole.replace(/^0+(?=\d)/, '');
  return places === '' ? plain : `${plain}.${places}`;
}
