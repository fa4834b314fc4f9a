import {
  type CurrencyCode,
  currencyTableDate,
  fromMinorUnits,
  isCurrencyCode,
  isKnownCurrency,
  minorUnitDigits,
  money,
  withdrawnCurrency,
} from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('minorUnitDigits', () => {
  it.each([
    { currency: 'KZT', digits: 2, smallest: '0.01', because: 'tiyn, though Intl shows none' },
    { currency: 'RUB', digits: 2, smallest: '0.01', because: 'kopecks' },
    { currency: 'USD', digits: 2, smallest: '0.01', because: 'cents' },
    { currency: 'EUR', digits: 2, smallest: '0.01', because: 'cents' },
    { currency: 'HUF', digits: 2, smallest: '0.01', because: 'by ISO 4217, though no fillér circulates' },
    { currency: 'IDR', digits: 2, smallest: '0.01', because: 'by ISO 4217, though no sen circulates' },
    { currency: 'MRU', digits: 2, smallest: '0.01', because: 'a fifth of an ouguiya, yet two digits in ISO 4217' },
    { currency: 'JPY', digits: 0, smallest: '1', because: 'the yen has no minor unit' },
    { currency: 'KRW', digits: 0, smallest: '1', because: 'the won has none' },
    { currency: 'CLP', digits: 0, smallest: '1', because: 'the Chilean peso has none' },
    { currency: 'ISK', digits: 0, smallest: '1', because: 'none since 2003' },
    { currency: 'UGX', digits: 0, smallest: '1', because: 'none' },
    { currency: 'KWD', digits: 3, smallest: '0.001', because: 'a thousand fils' },
    { currency: 'BHD', digits: 3, smallest: '0.001', because: 'a thousand fils' },
    { currency: 'TND', digits: 3, smallest: '0.001', because: 'a thousand millimes' },
    { currency: 'CLF', digits: 4, smallest: '0.0001', because: 'the Chilean unit of account' },
    { currency: 'UYW', digits: 4, smallest: '0.0001', because: 'the Uruguayan wage index' },
  ] as const)('$currency has $digits: $because', ({ currency, digits, smallest }) => {
    expect(minorUnitDigits(currency)).toBe(digits);
    expect(String(fromMinorUnits(1, currency))).toBe(`${smallest} ${currency}`);
    expect(money(smallest, currency).minorUnits).toBe(1n);
    // One digit more than the currency has is an error, not a rounding.
    expect(refusal(() => money(`0.${'0'.repeat(digits)}1`, currency))).toBe('amount-invalid amount');
  });

  it.each([
    { code: 'DEM', because: 'the mark went into the euro before any account here' },
    { code: 'ZWR', because: 'withdrawn in 2009' },
    { code: 'CUC', because: 'no one day ended it' },
    { code: 'XAU', because: 'gold has no minor unit' },
    { code: 'XDR', because: 'special drawing rights have none' },
    { code: 'XTS', because: 'a code for tests' },
    { code: 'XXX', because: 'no currency' },
    { code: 'kzt', because: 'codes are upper case' },
    { code: 'KZT ', because: 'a blank is not part of a code' },
    { code: 'KZ', because: 'a country' },
    { code: '398', because: 'a number of ISO 4217 is not its code' },
    { code: '', because: 'empty' },
    { code: '__proto__', because: 'a key of every object' },
    { code: 'constructor', because: 'a key of every object' },
    { code: undefined, because: 'absent' },
    { code: null, because: 'null' },
    { code: ['KZT'], because: 'a list that prints as the code' },
    { code: { toString: (): string => 'KZT' }, because: 'an object that prints as the code' },
  ])('$code is refused: $because', ({ code }) => {
    expect(isCurrencyCode(code)).toBe(false);
    expect(isKnownCurrency(code)).toBe(false);
    expect(refusal(() => minorUnitDigits(code as never))).toBe('currency-unknown currency');
    expect(refusal(() => money('1', code as never))).toBe('currency-unknown currency');
    expect(refusal(() => fromMinorUnits(1, code as never))).toBe('currency-unknown currency');
  });
});

describe('withdrawn currencies', () => {
  it.each([
    { code: 'BGN', because: 'the lev went into the euro on 1 January 2026' },
    { code: 'HRK', because: 'the kuna went into the euro in 2023' },
    { code: 'ANG', because: 'replaced by XCG in 2025' },
    { code: 'ZWL', because: 'replaced by ZWG in 2024' },
    { code: 'SLL', because: 'replaced by SLE' },
    { code: 'ZMK', because: 'three zeros off in 2013' },
  ] as const)('$code is known and not in use: $because', ({ code }) => {
    expect([isKnownCurrency(code), isCurrencyCode(code)]).toEqual([true, false]);
    expect(String(money('1.00', code))).toBe(`1.00 ${code}`);
  });

  it('what is known and not in use has a day on which it ended, and the other way round', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `${a}${b}${c}`)));
    const known = codes.filter((code): code is CurrencyCode => isKnownCurrency(code));
    expect(known.filter((code) => !isCurrencyCode(code))).toEqual(known.filter((code) => withdrawnCurrency(code)));
    expect(known.filter((code) => withdrawnCurrency(code))).toHaveLength(13);
  });
});

describe('isCurrencyCode', () => {
  it('narrows the type of a code read from outside', () => {
    const read: string = 'KZT';
    const code: CurrencyCode | undefined = isCurrencyCode(read) ? read : undefined;
    expect(code).toBe('KZT');
  });

  it('says of which day its table is', () => {
    expect(currencyTableDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('has the currencies of the region, and none that has no minor units in ISO 4217', () => {
    const withoutMinorUnits = [
      'XAG',
      'XAU',
      'XBA',
      'XBB',
      'XBC',
      'XBD',
      'XDR',
      'XPD',
      'XPT',
      'XSU',
      'XTS',
      'XUA',
      'XXX',
    ];
    const lands = [
      'KZT',
      'RUB',
      'USD',
      'EUR',
      'GBP',
      'CHF',
      'CNY',
      'TRY',
      'UZS',
      'KGS',
      'TJS',
      'TMT',
      'AZN',
      'AMD',
      'GEL',
      'BYN',
      'UAH',
      'MDL',
      'AED',
      'INR',
      'XAF',
      'XOF',
      'XPF',
      'XCD',
    ];
    expect(lands.filter((code) => !isCurrencyCode(code))).toEqual([]);
    expect(withoutMinorUnits.filter((code) => isCurrencyCode(code))).toEqual([]);
  });
});
