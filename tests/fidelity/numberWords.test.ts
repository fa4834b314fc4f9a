import { describe, expect, it } from 'vitest';
import { numberWords, type TextLanguage } from '../../src/fidelity/numberWords.js';

const rows: readonly { language: TextLanguage; words: string; value?: string; length?: number; because: string }[] = [
  { language: 'en', words: 'thirty', value: '30', length: 1, because: 'one word' },
  {
    language: 'en',
    words: 'twenty five days',
    value: '25',
    length: 2,
    because: 'tens and units, without what they count',
  },
  {
    language: 'en',
    words: 'one hundred and five',
    value: '105',
    length: 4,
    because: 'and belongs to it before a further word',
  },
  { language: 'en', words: 'one hundred and more', value: '100', length: 2, because: 'and belongs to what follows' },
  { language: 'en', words: 'two thousand three hundred', value: '2300', length: 4, because: 'groups' },
  { language: 'en', words: 'ten twenty', value: '10', length: 1, because: 'two numbers beside each other' },
  { language: 'en', words: 'days', because: 'no number' },
  { language: 'ru', words: 'тридцати дней', value: '30', length: 1, because: 'a case of the word' },
  { language: 'ru', words: 'ста тысяч', value: '100000', length: 2, because: 'hundreds of thousands' },
  { language: 'ru', words: 'одному миллиону', value: '1000000', length: 2, because: 'a case of a million' },
  { language: 'ru', words: 'сто двадцать пять', value: '125', length: 3, because: 'three words' },
  { language: 'ru', words: 'пятьсот', value: '500', length: 1, because: 'hundreds are one word' },
  { language: 'ru', words: 'пятьдесят', value: '50', length: 1, because: 'tens are one word, not five' },
  { language: 'ru', words: 'ноль целых одна десятая процента', value: '0.1', length: 4, because: 'tenths' },
  { language: 'ru', words: 'две целых пять сотых', value: '2.05', length: 4, because: 'hundredths keep their place' },
  { language: 'ru', words: 'одна целая', value: '1', length: 1, because: 'without a part it is a whole number' },
  { language: 'ru', words: 'однако', because: 'begins like a number and is none' },
  { language: 'ru', words: 'он', because: 'ten in Kazakh, he in Russian' },
  { language: 'kk', words: 'он екі ай', value: '12', length: 2, because: 'ten and two' },
  { language: 'kk', words: 'отыз', value: '30', length: 1, because: 'one word' },
  { language: 'kk', words: 'жүз мың', value: '100000', length: 2, because: 'a hundred thousand' },
  { language: 'kk', words: 'екі жүз елу', value: '250', length: 3, because: 'two hundred' },
];

describe('numberWords', () => {
  it.each(rows)('$language "$words": $because', ({ language, words, value, length }) => {
    const read = numberWords(words.split(' '), language);
    expect(read).toEqual(value === undefined ? undefined : { value, length });
  });
});
