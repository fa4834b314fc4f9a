import type { ValueTexts } from '../explain/language.js';

/** What values are written with in Russian. @internal */
export const valuesRussian: ValueTexts = {
  yes: 'да',
  no: 'нет',
  plural: (count) => {
    if (!Number.isInteger(count)) return 'fraction';
    const tens = count % 100;
    const ones = count % 10;
    if (tens >= 11 && tens <= 14) return 'many';
    return ones === 1 ? 'one' : ones >= 2 && ones <= 4 ? 'few' : 'many';
  },
  decimalMark: ',',
  units: {
    calendarDays: { one: 'день', few: 'дня', many: 'дней', oneIn: { dat: 'дню', gen: 'дня' } },
    workingDays: {
      one: 'рабочий день',
      few: 'рабочих дня',
      many: 'рабочих дней',
      oneIn: { dat: 'рабочему дню', gen: 'рабочего дня' },
    },
    bankingDays: {
      one: 'банковский день',
      few: 'банковских дня',
      many: 'банковских дней',
      oneIn: { dat: 'банковскому дню', gen: 'банковского дня' },
    },
    weeks: {
      one: 'неделя',
      few: 'недели',
      many: 'недель',
      oneIn: { acc: 'неделю', dat: 'неделе', gen: 'недели' },
    },
    halfMonths: {
      one: 'срок в полмесяца',
      few: 'срока в полмесяца',
      many: 'сроков в полмесяца',
      oneIn: { dat: 'сроку в полмесяца', gen: 'срока в полмесяца' },
    },
    months: {
      one: 'месяц',
      few: 'месяца',
      many: 'месяцев',
      oneIn: { dat: 'месяцу', gen: 'месяца' },
    },
    quarters: {
      one: 'квартал',
      few: 'квартала',
      many: 'кварталов',
      oneIn: { dat: 'кварталу', gen: 'квартала' },
    },
    halfYears: {
      one: 'полугодие',
      few: 'полугодия',
      many: 'полугодий',
      oneIn: { dat: 'полугодию', gen: 'полугодия' },
    },
    years: { one: 'год', few: 'года', many: 'лет', oneIn: { dat: 'году', gen: 'года' } },
    hours: { one: 'час', few: 'часа', many: 'часов', oneIn: { dat: 'часу', gen: 'часа' } },
    breaches: {
      one: 'нарушение',
      few: 'нарушения',
      many: 'нарушений',
      oneIn: { dat: 'нарушению', gen: 'нарушения' },
    },
    characters: { one: 'знак', few: 'знака', many: 'знаков', oneIn: { dat: 'знаку', gen: 'знака' } },
    segments: { one: 'часть', few: 'части', many: 'частей', oneIn: { dat: 'части', gen: 'части' } },
    minutes: {
      one: 'минута',
      few: 'минуты',
      many: 'минут',
      oneIn: { acc: 'минуту', dat: 'минуте', gen: 'минуты' },
    },
    terms: { one: 'срок', few: 'срока', many: 'сроков', oneIn: { dat: 'сроку', gen: 'срока' } },
    seconds: {
      one: 'секунда',
      few: 'секунды',
      many: 'секунд',
      oneIn: { acc: 'секунду', dat: 'секунде', gen: 'секунды' },
    },
  },
};
