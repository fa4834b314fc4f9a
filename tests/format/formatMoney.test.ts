import fc from 'fast-check';
import { type CurrencyCode, type FormatLocale, formatMoney, fromMinorUnits, minorUnitDigits, money } from 'oferta';
import { anyMoney } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { withNoBreakSpaces } from '../support/noBreakSpaces.js';
import { errorOf, refusal } from '../support/refusal.js';

describe('hand-worked', () => {
  it.each<{ amount: string; currency: CurrencyCode; en: string; comma: string; because: string }>([
    { amount: '24000.00', currency: 'KZT', en: '24_000.00_₸', comma: '24_000,00_₸', because: 'the tenge' },
    { amount: '24000.00', currency: 'RUB', en: '24_000.00_₽', comma: '24_000,00_₽', because: 'the rouble' },
    {
      amount: '24000.00',
      currency: 'USD',
      en: '24_000.00_$',
      comma: '24_000,00_$',
      because: 'the dollar, its sign where the others stand',
    },
    { amount: '24000.00', currency: 'EUR', en: '24_000.00_€', comma: '24_000,00_€', because: 'the euro' },
    {
      amount: '24000.00',
      currency: 'GBP',
      en: '24_000.00_GBP',
      comma: '24_000,00_GBP',
      because: 'any other by its code',
    },
    { amount: '24000', currency: 'JPY', en: '24_000_JPY', comma: '24_000_JPY', because: 'a currency without decimals' },
    { amount: '24000.125', currency: 'KWD', en: '24_000.125_KWD', comma: '24_000,125_KWD', because: 'one with three' },
    { amount: '0.00', currency: 'KZT', en: '0.00_₸', comma: '0,00_₸', because: 'nothing' },
    { amount: '0.01', currency: 'KZT', en: '0.01_₸', comma: '0,01_₸', because: 'a tiyn' },
    { amount: '-0.01', currency: 'KZT', en: '-0.01_₸', comma: '-0,01_₸', because: 'a tiyn below zero' },
    { amount: '999.99', currency: 'KZT', en: '999.99_₸', comma: '999,99_₸', because: 'three digits are one group' },
    { amount: '1000.00', currency: 'KZT', en: '1_000.00_₸', comma: '1_000,00_₸', because: 'four are two' },
    { amount: '999999.99', currency: 'KZT', en: '999_999.99_₸', comma: '999_999,99_₸', because: 'six are two' },
    {
      amount: '1000000.00',
      currency: 'KZT',
      en: '1_000_000.00_₸',
      comma: '1_000_000,00_₸',
      because: 'seven are three',
    },
    {
      amount: '-999.00',
      currency: 'KZT',
      en: '-999.00_₸',
      comma: '-999,00_₸',
      because: 'a minus is no digit: three below zero',
    },
    {
      amount: '-1000.00',
      currency: 'KZT',
      en: '-1_000.00_₸',
      comma: '-1_000,00_₸',
      because: 'a minus is no digit: four below zero',
    },
    {
      amount: '90071992547409930.01',
      currency: 'KZT',
      en: '90_071_992_547_409_930.01_₸',
      comma: '90_071_992_547_409_930,01_₸',
      because: 'beyond 2^53 minor units',
    },
  ])('$because', ({ amount, currency, en, comma }) => {
    const value = money(amount, currency);
    expect(formatMoney(value, 'en')).toBe(withNoBreakSpaces(en));
    expect(formatMoney(value, 'ru')).toBe(withNoBreakSpaces(comma));
    expect(formatMoney(value, 'kk')).toBe(withNoBreakSpaces(comma));
  });
});

describe('laws', () => {
  const locale = fc.constantFrom<FormatLocale>('en', 'ru', 'kk');
  const anySum = fc
    .constantFrom<CurrencyCode>('KZT', 'RUB', 'USD', 'JPY', 'KWD', 'CLF')
    .chain((currency) => anyMoney({ currency }));

  it('round trip: what is written can be read back to the last minor unit', () => {
    fc.assert(
      fc.property(anySum, locale, (value, language) => {
        const written = formatMoney(value, language);
        const digits = written.slice(0, written.lastIndexOf('\u00a0')).replaceAll('\u00a0', '').replace(',', '.');
        expect(money(digits, value.currency)).toEqual(value);
      }),
    );
  });

  it('has the shape of a number: groups of three, all decimals, a sign, nothing a line may be broken at', () => {
    fc.assert(
      fc.property(anySum, locale, (value, language) => {
        const decimals = minorUnitDigits(value.currency);
        const mark = language === 'en' ? '[.]' : ',';
        const shape = `^-?\\d{1,3}(\u00a0\\d{3})*${decimals === 0 ? '' : `${mark}\\d{${decimals}}`}\u00a0[^\\s\\d]+$`;
        expect(formatMoney(value, language)).toMatch(new RegExp(shape));
      }),
    );
  });
});

describe('refused', () => {
  const one = money('1.00', 'KZT');
  it.each<[string, unknown, unknown, string]>([
    ['a number', 1, 'en', 'argument-invalid value'],
    ['the wire form of a sum', one.toJSON(), 'en', 'argument-invalid value'],
    ['nothing', undefined, 'en', 'argument-invalid value'],
    ['no language', one, undefined, 'argument-invalid locale'],
    ['an unknown language', one, 'de', 'argument-invalid locale'],
    ['a language with its country', one, 'ru-KZ', 'argument-invalid locale'],
    ['a key of Object.prototype', one, 'constructor', 'argument-invalid locale'],
  ])('%s', (_, value, locale, expected) => {
    expect(refusal(() => formatMoney(value as typeof one, locale as FormatLocale))).toBe(expected);
  });
});

describe('term: form', () => {
  it.each([
    ['1290.00', 'USD', 'signBefore', '$1,290.00'],
    ['-1290.00', 'USD', 'signBefore', '-$1,290.00'],
    ['999.99', 'EUR', 'signBefore', '€999.99'],
    ['1000', 'JPY', 'signBefore', 'JPY\u00a01,000'],
    ['1290.00', 'USD', 'codeBehind', '1,290.00\u00a0USD'],
    ['-1234567.00', 'KZT', 'codeBehind', '-1,234,567.00\u00a0KZT'],
    ['1290.00', 'USD', 'signBehind', '1\u00a0290.00\u00a0$'],
  ] as const)('%s %s %s', (amount, currency, form, text) => {
    expect(formatMoney(money(amount, currency), 'en', { form })).toBe(text);
  });

  it.each([
    ['ru', 'signBefore'],
    ['kk', 'codeBehind'],
    ['en', 'behind'],
  ] as const)('is refused: %s %s', (locale, form) => {
    expect(refusal(() => formatMoney(money('1.00', 'USD'), locale, { form: form as 'signBefore' }))).toBe(
      'argument-invalid form',
    );
  });
});

it.each([
  ['en', '"signBehind", "signBefore" or "codeBehind"'],
  ['ru', '"signBehind"'],
  ['kk', '"signBehind"'],
] as const)('a form that is none is refused with those of %s', (locale, expected) => {
  const refused = errorOf(() => formatMoney(money('1.00', 'USD'), locale, { form: 'before' as 'signBefore' }));
  expect(refused.details).toMatchObject({ field: 'form', expected });
});

it('a sum of ten thousand digits', () => {
  const written = formatMoney(fromMinorUnits(10n ** 10_001n, 'KZT'), 'en');
  expect(written.startsWith('1\u00a0000\u00a0')).toBe(true);
  expect(written.split('\u00a0')).toHaveLength(3335);
});
