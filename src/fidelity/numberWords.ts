/** Languages whose number words are supported. */
export type TextLanguage = 'en' | 'ru' | 'kk';

type Pattern = readonly [pattern: RegExp, value: number];

function table(words: Readonly<Record<string, number>>): readonly Pattern[] {
  return Object.entries(words).map(([pattern, value]) => [new RegExp(`^(?:${pattern})$`, 'iu'), value]);
}

/** Number words by language; Russian in all cases, Kazakh and English as used in counting. */
const words: Readonly<Record<TextLanguage, readonly Pattern[]>> = {
  en: table({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    'fou?rty': 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    'hundreds?': 100,
    'thousands?': 1000,
    'millions?': 1_000_000,
  }),
  ru: table({
    'нол[ьяюе]м?|нул[ьяюе]м?': 0,
    'один|одна|одно|одного|одной|одному|одним|одном|одну': 1,
    'два|две|двух|двум|двумя': 2,
    'три|тр[её]х|тр[её]м|тремя': 3,
    'четыре|четыр[её]х|четыр[её]м|четырьмя': 4,
    'пят(?:ь|и|ью)': 5,
    'шест(?:ь|и|ью)': 6,
    'сем(?:ь|и|ью)': 7,
    'восемь|восьми|восемью|восьмью': 8,
    'девят(?:ь|и|ью)': 9,
    'десят(?:ь|и|ью)': 10,
    'одиннадцат(?:ь|и|ью)': 11,
    'двенадцат(?:ь|и|ью)': 12,
    'тринадцат(?:ь|и|ью)': 13,
    'четырнадцат(?:ь|и|ью)': 14,
    'пятнадцат(?:ь|и|ью)': 15,
    'шестнадцат(?:ь|и|ью)': 16,
    'семнадцат(?:ь|и|ью)': 17,
    'восемнадцат(?:ь|и|ью)': 18,
    'девятнадцат(?:ь|и|ью)': 19,
    'двадцат(?:ь|и|ью)': 20,
    'тридцат(?:ь|и|ью)': 30,
    'сорока?': 40,
    'пят(?:ь|и|ью)десяти?': 50,
    'шест(?:ь|и|ью)десяти?': 60,
    'сем(?:ь|и|ью)десяти?': 70,
    'вос(?:емь|ьми|емью)десяти?': 80,
    'девяност[оа]': 90,
    'ст[оа]': 100,
    'двести|двухсот|двумстам': 200,
    'триста|тр[её]хсот|тр[её]мстам': 300,
    'четыреста|четыр[её]хсот': 400,
    'пят(?:ь|и)сот': 500,
    'шест(?:ь|и)сот': 600,
    'сем(?:ь|и)сот': 700,
    'вос(?:емь|ьми)сот': 800,
    'девят(?:ь|и)сот': 900,
    'тысяч(?:а|и|у|е|ей|ам|ами|ах)?': 1000,
    'миллион(?:а|у|е|ов|ам|ами|ах)?': 1_000_000,
  }),
  kk: table({
    нөл: 0,
    бір: 1,
    екі: 2,
    үш: 3,
    төрт: 4,
    бес: 5,
    алты: 6,
    жеті: 7,
    сегіз: 8,
    тоғыз: 9,
    он: 10,
    жиырма: 20,
    отыз: 30,
    қырық: 40,
    елу: 50,
    алпыс: 60,
    жетпіс: 70,
    сексен: 80,
    тоқсан: 90,
    жүз: 100,
    мың: 1000,
    миллион: 1_000_000,
  }),
};

/** "ноль целых одна десятая": the word between the integer and the fractional part. */
const wholes = /^цел(?:ая|ых|ой|ую)$/iu;
const parts: readonly Pattern[] = table({
  'десят(?:ая|ых|ой|ую)': 1,
  'сот(?:ая|ых|ой|ую)': 2,
  'тысячн(?:ая|ых|ой|ую)': 3,
});

/** A number parsed from words. */
export interface WordNumber {
  /** As a decimal string without superfluous zeros: "0.1", "100000". */
  readonly value: string;
  /** The number of words it consists of. */
  readonly length: number;
}

/**
 * Parses the number at the start of a list of words: "thirty", "ста тысяч", "он екі", "ноль целых одна десятая".
 * Undefined if the first word is not part of a number.
 *
 * @internal
 */
export function numberWords(given: readonly string[], language: TextLanguage): WordNumber | undefined {
  const whole = wholeNumber(given, language);
  if (whole === undefined || language !== 'ru' || !wholes.test(given[whole.length] ?? '')) return whole;
  const part = wholeNumber(given.slice(whole.length + 1), language);
  const places = parts.find(([pattern]) => pattern.test(given[whole.length + 1 + (part?.length ?? 0)] ?? ''))?.[1];
  if (part === undefined || places === undefined) return whole;
  const digits = part.value.padStart(places, '0').replace(/0+$/, '');
  return { value: digits === '' ? whole.value : `${whole.value}.${digits}`, length: whole.length + part.length + 2 };
}

function wholeNumber(given: readonly string[], language: TextLanguage): WordNumber | undefined {
  let [total, group, length] = [0, 0, 0];
  let previous = Number.POSITIVE_INFINITY;
  for (const word of given) {
    // "thirty and five" is not a number, "a hundred and five" is one; "and" only counts before another word.
    if (language === 'en' && /^and$/i.test(word) && length > 0 && previous === 100) {
      length += 1;
      continue;
    }
    const found = words[language].find(([pattern]) => pattern.test(word))?.[1];
    if (found === undefined) break;
    if (found >= 1000) {
      total += (group === 0 ? 1 : group) * found;
      group = 0;
      previous = Number.POSITIVE_INFINITY;
    } else if (found === 100 && group > 0 && group < 10 && language !== 'ru') {
      group *= 100;
      previous = 100;
    } else {
      // After tens only a smaller number continues: "ten, twenty" are two numbers.
      if (found >= previous || (previous < 20 && previous > 0)) break;
      group += found;
      previous = found === 10 && language === 'kk' ? 20 : found;
    }
    length += 1;
  }
  while (length > 0 && language === 'en' && /^and$/i.test(given[length - 1] as string)) length -= 1;
  return length === 0 ? undefined : { value: String(total + group), length };
}
