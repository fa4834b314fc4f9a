import * as library from 'oferta';
import { allPrimitives } from 'oferta/explain';
import { describe, expect, test } from 'vitest';

/** Functions of the main entry point whose answers have no explanation, and why. */
const notExplained: Readonly<Record<string, readonly string[]>> = {
  'makes a value, or reads one': [
    'money',
    'fromMinorUnits',
    'percent',
    'exactFraction',
    'dateRange',
    'businessHours',
    'businessMinutes',
    'bankingDays',
    'calendarDays',
    'halfMonths',
    'halfYears',
    'hours',
    'months',
    'quarters',
    'weeks',
    'workingDays',
    'years',
    'workingCalendar',
    'derivedCalendar',
    'jointCalendar',
    'paymentLedger',
    'attempt',
  ],
  'says what a value is, or how two stand to each other': [
    'isMoney',
    'isCurrencyCode',
    'isKnownCurrency',
    'isCurrencyInUse',
    'withdrawnCurrency',
    'minorUnitDigits',
    'compareMoney',
    'equalMoney',
    'compareFractions',
    'isWorkingDay',
    'dayStatus',
  ],
  'is one operation, which explains itself': [
    'addMoney',
    'subtractMoney',
    'sumMoney',
    'multiplyMoney',
    'negateMoney',
    'minMoney',
    'maxMoney',
    'roundMoney',
    'meanOf',
    'endOfDay',
  ],
  'writes for people': ['formatDay', 'formatMoney'],
  'loads what is not there yet': ['loadDecimal'],
};

const functions = Object.entries(library).flatMap(([name, value]) =>
  typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)) ? [name] : [],
);
const explained = allPrimitives.map(({ primitive }) => primitive.name);

describe('every function of the library', () => {
  test('is explained, or it is said why not', () => {
    const known = [...explained, ...Object.values(notExplained).flat()];
    expect(functions.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('is not listed without being there, nor twice', () => {
    const listed = Object.values(notExplained).flat();
    expect(listed.filter((name) => !functions.includes(name) || explained.includes(name))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });
});
