import {
  addMoney,
  allocate,
  type CurrencyCode,
  compareMoney,
  equalMoney,
  fromMinorUnits,
  isCurrencyCode,
  isMoney,
  type Money,
  type MoneyJson,
  maxMoney,
  minMoney,
  minorUnitDigits,
  money,
  multiplyMoney,
  negateMoney,
  percent,
  type Rate,
  type Rounding,
  subtractMoney,
  sumMoney,
} from 'oferta';
import { describe, expectTypeOf, it } from 'vitest';

declare const tenge: Money<'KZT'>;
declare const dollars: Money<'USD'>;
declare const any: Money;

describe('a sum carries its currency in its type', () => {
  it('from its constructors', () => {
    expectTypeOf(money('1.00', 'KZT')).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(fromMinorUnits(100, 'JPY')).toEqualTypeOf<Money<'JPY'>>();
    expectTypeOf(sumMoney([], 'KZT')).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(tenge.currency).toEqualTypeOf<'KZT'>();
    expectTypeOf(tenge.toJSON()).toEqualTypeOf<MoneyJson<'KZT'>>();
    expectTypeOf(money('1.00', 'KZT' as CurrencyCode)).toEqualTypeOf<Money<CurrencyCode>>();
  });

  it('through arithmetic', () => {
    expectTypeOf(addMoney(tenge, tenge)).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(subtractMoney(tenge, tenge)).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(minMoney(tenge, tenge)).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(maxMoney(tenge, tenge)).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(negateMoney(tenge)).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(multiplyMoney(tenge, '0.1', 'halfEven')).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(sumMoney([tenge, tenge], 'KZT')).toEqualTypeOf<Money<'KZT'>>();
    expectTypeOf(allocate({ total: tenge, ratios: [1, '2'], remainder: 'firstShare' })).toEqualTypeOf<
      readonly Money<'KZT'>[]
    >();
    expectTypeOf(compareMoney(tenge, tenge)).toEqualTypeOf<-1 | 0 | 1>();
  });

  it('and a sum in tenge is a sum', () => {
    expectTypeOf(tenge).toExtend<Money>();
    expectTypeOf(any).not.toExtend<Money<'KZT'>>();
    expectTypeOf(dollars).not.toExtend<Money<'KZT'>>();
  });
});

describe('two currencies do not mix', () => {
  it('in any function of two sums', () => {
    // @ts-expect-error dollars are not added to tenge
    addMoney(tenge, dollars);
    // @ts-expect-error nor tenge to dollars
    addMoney(dollars, tenge);
    // @ts-expect-error nor taken from them
    subtractMoney(tenge, dollars);
    // @ts-expect-error nor compared with them
    compareMoney(tenge, dollars);
    // @ts-expect-error the smaller of the two has no answer
    minMoney(tenge, dollars);
    // @ts-expect-error nor the larger
    maxMoney(tenge, dollars);
    // @ts-expect-error a list of dollars has no sum in tenge
    sumMoney([dollars], 'KZT');
    // @ts-expect-error nor has a mixed one
    sumMoney([tenge, dollars], 'KZT');
    // @ts-expect-error a sum of any currency is not one in tenge
    addMoney(tenge, any);
  });

  it('but may be asked whether they are equal', () => {
    expectTypeOf(equalMoney(tenge, dollars)).toEqualTypeOf<boolean>();
  });
});

describe('what is no sum, no currency, no rounding', () => {
  it('does not compile', () => {
    // @ts-expect-error no such currency
    money('1.00', 'kzt');
    // @ts-expect-error an amount is no boolean
    money(true, 'KZT');
    // @ts-expect-error minor units are no text
    fromMinorUnits('100', 'KZT');
    // @ts-expect-error the wire form is no sum
    addMoney(tenge, tenge.toJSON());
    // @ts-expect-error no mode of that name
    multiplyMoney(tenge, '0.1', 'halfUp');
    // @ts-expect-error rounding has no default
    multiplyMoney(tenge, '0.1');
    // @ts-expect-error no way of that name
    allocate({ total: tenge, ratios: [1], remainder: 'first' });
    // @ts-expect-error the remainder has no default
    allocate({ total: tenge, ratios: [1] });
    // @ts-expect-error a percent number is no text
    percent(5);
    // @ts-expect-error sums are immutable
    tenge.currency = 'KZT';
    // @ts-expect-error sums have no order
    tenge < dollars;
    // @ts-expect-error sums are not added with a plus
    tenge + 1;
  });

  it('narrows what is read from outside', () => {
    const read: unknown = 'KZT';
    if (isCurrencyCode(read)) expectTypeOf(read).toEqualTypeOf<CurrencyCode>();
    const value: unknown = tenge;
    if (isMoney(value)) expectTypeOf(value).toEqualTypeOf<Money>();
    expectTypeOf(minorUnitDigits).parameter(0).toEqualTypeOf<CurrencyCode>();
    expectTypeOf<Rate>().toEqualTypeOf<string>();
    expectTypeOf<Rounding>().toEqualTypeOf<
      'ceil' | 'floor' | 'expand' | 'trunc' | 'halfCeil' | 'halfFloor' | 'halfExpand' | 'halfTrunc' | 'halfEven'
    >();
  });
});
