import type { ValueTexts } from '../explain/language.js';

/** What values are written with in English. @internal */
export const valuesEnglish: ValueTexts = {
  yes: 'yes',
  no: 'no',
  plural: (count) => (count === 1 ? 'one' : 'many'),
  decimalMark: '.',
  units: {
    calendarDays: { one: 'day', many: 'days' },
    workingDays: { one: 'working day', many: 'working days' },
    bankingDays: { one: 'banking day', many: 'banking days' },
    weeks: { one: 'week', many: 'weeks' },
    halfMonths: { one: 'half-month', many: 'half-months' },
    months: { one: 'month', many: 'months' },
    quarters: { one: 'quarter', many: 'quarters' },
    halfYears: { one: 'half-year', many: 'half-years' },
    years: { one: 'year', many: 'years' },
    hours: { one: 'hour', many: 'hours' },
    breaches: { one: 'breach', many: 'breaches' },
    characters: { one: 'character', many: 'characters' },
    segments: { one: 'part', many: 'parts' },
    minutes: { one: 'minute', many: 'minutes' },
    terms: { one: 'term', many: 'terms' },
    seconds: { one: 'second', many: 'seconds' },
  },
};
