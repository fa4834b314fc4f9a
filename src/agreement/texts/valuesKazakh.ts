import type { ValueTexts } from '../explain/language.js';

/** What values are written with in Kazakh. @internal */
export const valuesKazakh: ValueTexts = {
  yes: 'иә',
  no: 'жоқ',
  // A noun stays in the singular after a number.
  plural: () => 'many',
  decimalMark: ',',
  units: {
    calendarDays: { one: 'күн', many: 'күн' },
    workingDays: { one: 'жұмыс күні', many: 'жұмыс күні' },
    bankingDays: { one: 'банк күні', many: 'банк күні' },
    weeks: { one: 'апта', many: 'апта' },
    halfMonths: { one: 'жарты ай', many: 'жарты ай' },
    months: { one: 'ай', many: 'ай' },
    quarters: { one: 'тоқсан', many: 'тоқсан' },
    halfYears: { one: 'жартыжылдық', many: 'жартыжылдық' },
    years: { one: 'жыл', many: 'жыл' },
    hours: { one: 'сағат', many: 'сағат' },
    breaches: { one: 'бұзушылық', many: 'бұзушылық' },
    characters: { one: 'таңба', many: 'таңба' },
    segments: { one: 'бөлік', many: 'бөлік' },
    minutes: { one: 'минут', many: 'минут' },
    terms: { one: 'мерзім', many: 'мерзім' },
    seconds: { one: 'секунд', many: 'секунд' },
  },
};
