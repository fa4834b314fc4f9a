import { createRequire } from 'node:module';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { type CurrencyCode, fromMinorUnits, isMoney, minorUnitDigits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import {
  isPlainAmount,
  moneyOf,
  moneyOfBig,
  moneyOfJson,
  moneyOfUnits,
  requireCurrency,
  requireMoney,
  requireNotNegative,
} from '../../src/money/money.js';
import { errorOf, refusal } from '../support/refusal.js';
import { anyUnits } from './referenceRounding.js';

const safe = BigInt(Number.MAX_SAFE_INTEGER);

describe('money', () => {
  it.each([
    { amount: '120.00', currency: 'KZT', units: 12_000n, text: '120.00 KZT', because: 'as a contract writes it' },
    {
      amount: '120',
      currency: 'KZT',
      units: 12_000n,
      text: '120.00 KZT',
      because: 'fewer decimals than the currency has',
    },
    { amount: '120.5', currency: 'KZT', units: 12_050n, text: '120.50 KZT', because: 'one of two decimals' },
    { amount: '0.01', currency: 'KZT', units: 1n, text: '0.01 KZT', because: 'one tiyn' },
    { amount: '-0.01', currency: 'KZT', units: -1n, text: '-0.01 KZT', because: 'a sign before a zero' },
    { amount: '-120.00', currency: 'KZT', units: -12_000n, text: '-120.00 KZT', because: 'a credit' },
    {
      amount: '007.50',
      currency: 'KZT',
      units: 750n,
      text: '7.50 KZT',
      because: 'zeros before the number say nothing',
    },
    { amount: '0', currency: 'KZT', units: 0n, text: '0.00 KZT', because: 'nothing' },
    { amount: '-0', currency: 'KZT', units: 0n, text: '0.00 KZT', because: 'zero has no sign' },
    { amount: '-0.00', currency: 'KZT', units: 0n, text: '0.00 KZT', because: 'zero has no sign' },
    { amount: '1500', currency: 'JPY', units: 1500n, text: '1500 JPY', because: 'no minor units, no point' },
    { amount: '1.234', currency: 'KWD', units: 1234n, text: '1.234 KWD', because: 'three decimals' },
    { amount: '1.2345', currency: 'CLF', units: 12_345n, text: '1.2345 CLF', because: 'four decimals' },
    { amount: 120, currency: 'KZT', units: 12_000n, text: '120.00 KZT', because: 'a whole number is in major units' },
    { amount: -0, currency: 'KZT', units: 0n, text: '0.00 KZT', because: 'zero has no sign' },
    { amount: 120n, currency: 'KZT', units: 12_000n, text: '120.00 KZT', because: 'a bigint is in major units' },
    {
      amount: Number.MAX_SAFE_INTEGER,
      currency: 'KZT',
      units: safe * 100n,
      text: '9007199254740991.00 KZT',
      because: 'the last safe number',
    },
    {
      amount: Number.MIN_SAFE_INTEGER,
      currency: 'KZT',
      units: -safe * 100n,
      text: '-9007199254740991.00 KZT',
      because: 'its mirror',
    },
    {
      amount: '90071992547409.91',
      currency: 'KZT',
      units: safe,
      text: '90071992547409.91 KZT',
      because: 'the last units on the fast path',
    },
    {
      amount: '90071992547409.92',
      currency: 'KZT',
      units: safe + 1n,
      text: '90071992547409.92 KZT',
      because: 'the first beyond it',
    },
    {
      amount: '90071992547409.93',
      currency: 'KZT',
      units: safe + 2n,
      text: '90071992547409.93 KZT',
      because: 'a double would say .92',
    },
    {
      amount: '-90071992547409.93',
      currency: 'KZT',
      units: -safe - 2n,
      text: '-90071992547409.93 KZT',
      because: 'its mirror',
    },
    {
      amount: '10000000000000000000000000000.00',
      currency: 'KZT',
      units: 10n ** 30n,
      text: '10000000000000000000000000000.00 KZT',
      because: '10^30 tiyn',
    },
    {
      amount: `${'9'.repeat(38)}.99`,
      currency: 'KZT',
      units: 10n ** 40n - 1n,
      text: `${'9'.repeat(38)}.99 KZT`,
      because: 'forty digits',
    },
  ] as const)('$amount $currency is $units minor units: $because', ({ amount, currency, units, text }) => {
    const sum = money(amount, currency);
    expect(sum.minorUnits).toBe(units);
    expect(sum.currency).toBe(currency);
    expect(String(sum)).toBe(text);
  });

  it.each([
    { amount: '0.001', because: 'more decimals than the tenge has' },
    { amount: '1.100', because: 'a third decimal, though it is zero' },
    { amount: '', because: 'empty' },
    { amount: '-', because: 'a sign alone' },
    { amount: '.', because: 'a point alone' },
    { amount: '-.5', because: 'no digit before the point' },
    { amount: '.5', because: 'no digit before the point' },
    { amount: '5.', because: 'no digit after the point' },
    { amount: '1.2.3', because: 'two points' },
    { amount: '--1', because: 'two signs' },
    { amount: '1-', because: 'a sign behind' },
    { amount: '+1', because: 'a plus' },
    { amount: ' 1', because: 'a blank before' },
    { amount: '1 ', because: 'a blank behind' },
    { amount: '1\n', because: 'a line end behind' },
    { amount: '1 000', because: 'a blank between thousands' },
    { amount: '1\u00a0000', because: 'a no-break space between thousands' },
    { amount: '1,50', because: 'a comma' },
    { amount: '1_000', because: 'a program writes numbers so' },
    { amount: '0x10', because: 'BigInt would read sixteen' },
    { amount: '0b1', because: 'BigInt would read one' },
    { amount: '1e3', because: 'an exponent' },
    { amount: '1n', because: 'a bigint literal' },
    { amount: 'NaN', because: 'no number' },
    { amount: 'Infinity', because: 'no number' },
    { amount: '٣', because: 'a digit of another script' },
    { amount: '１', because: 'a digit of full width' },
    { amount: '−1', because: 'a typographic minus' },
    { amount: '120.00 KZT', because: 'a currency belongs in its own argument' },
    { amount: '1'.repeat(41), because: 'forty-one digits' },
    { amount: `-${'1'.repeat(40)}.1`, because: 'forty-one digits with sign and point' },
    { amount: 0.1, because: 'a fraction as a JavaScript number' },
    { amount: 1.0000000000000002, because: 'the least fraction above one' },
    { amount: 2 ** 53, because: 'the first number that is not safe' },
    { amount: -(2 ** 53), because: 'its mirror' },
    { amount: Number.NaN, because: 'no number' },
    { amount: Number.POSITIVE_INFINITY, because: 'no number' },
    { amount: undefined, because: 'absent' },
    { amount: null, because: 'null' },
    { amount: true, because: 'Number(true) is 1' },
    { amount: [5], because: 'a list that prints as a number' },
    { amount: {}, because: 'an object' },
    { amount: { toString: (): string => '5' }, because: 'an object that prints as a number' },
    { amount: { valueOf: () => 5 }, because: 'an object that counts as a number' },
    { amount: Object('5'), because: 'a boxed text' },
    { amount: new Date(5), because: 'a date' },
    { amount: Symbol('5'), because: 'a symbol' },
    { amount: () => 5, because: 'a function' },
    { amount: money('5', 'KZT'), because: 'a sum is not an amount' },
  ])('refuses $amount: $because', ({ amount }) => {
    expect(refusal(() => money(amount as never, 'KZT'))).toBe('amount-invalid amount');
  });

  it('refuses texts of a million characters at once', () => {
    for (const text of ['1'.repeat(1e6), `0.${'0'.repeat(1e6)}`, ' '.repeat(1e6), `1${'e'.repeat(1e6)}`])
      expect(refusal(() => money(text, 'KZT'))).toBe('amount-invalid amount');
  });

  it('reads every text that a whole number of units prints as', () => {
    fc.assert(
      fc.property(anyUnits, fc.constantFrom<CurrencyCode>('JPY', 'KZT', 'KWD', 'CLF'), (units, currency) => {
        const sum = fromMinorUnits(units, currency);
        const [text = '', code = ''] = String(sum).split(' ');
        expect(money(text, code as CurrencyCode).minorUnits).toBe(units);
        expect(money(sum.amount, currency).minorUnits).toBe(units);
        const { amount, currency: named } = JSON.parse(JSON.stringify(sum)) as {
          amount: string;
          currency: CurrencyCode;
        };
        expect(money(amount, named)).toEqual(sum);
        expect(amount.split('.')[1]?.length ?? 0).toBe(minorUnitDigits(currency));
      }),
    );
  });

  it('takes any text or refuses it with one code', () => {
    const almost = fc
      .array(fc.constantFrom(...'0123456789.-+e_ x'), { maxLength: 12 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (text) => {
        const isNumber = /^-?[0-9]+(\.[0-9]{1,2})?$/.test(text) && text.length <= 42;
        expect(refusal(() => money(text, 'KZT')).startsWith('answered')).toBe(isNumber);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a Decimal as an amount', () => {
  const commonjs = createRequire(import.meta.url)('decimal.js') as { Decimal: typeof Decimal };
  const narrow = Decimal.clone({ precision: 2, rounding: 0, toExpNeg: 0, toExpPos: 0, defaults: true });

  it.each([
    { name: 'of the package', constructor: Decimal },
    { name: 'of a clone', constructor: Decimal.clone() },
    { name: 'of a clone of two digits that always writes exponents', constructor: narrow },
    { name: 'of a second copy, read by require()', constructor: commonjs.Decimal },
  ])('$name is taken exactly', ({ constructor: Copy }) => {
    expect(money(new Copy('12345678901234567890.12'), 'KZT').minorUnits).toBe(1_234_567_890_123_456_789_012n);
    expect(money(new Copy('-0.01'), 'KZT').minorUnits).toBe(-1n);
    expect(money(new Copy('-0'), 'KZT').minorUnits).toBe(0n);
    expect(money(new Copy('1e3'), 'KZT').minorUnits).toBe(100_000n);
    expect(money(new Copy('1.100'), 'KZT').minorUnits).toBe(110n);
    expect(refusal(() => money(new Copy('0.001'), 'KZT'))).toBe('amount-invalid amount');
  });

  it('of decimal.js before 10.3 carries another mark and the same tag', () => {
    const early = {
      name: '[object Decimal]',
      [Symbol.toStringTag]: 'Decimal',
      s: 1,
      e: 0,
      d: [5],
      toFixed: (): string => '5',
    };
    expect(money(early as never, 'KZT')).toEqual(money('5.00', 'KZT'));
  });

  it('really is of another copy in the last row', () => {
    expect(new commonjs.Decimal(1) instanceof Decimal).toBe(false);
  });

  const tagged = { [Symbol.toStringTag]: 'Decimal' };
  const explode = () => {
    throw new TypeError('hostile');
  };
  it.each([
    { amount: new Decimal('1e1000000'), because: 'small to hold, a million digits to write' },
    { amount: new Decimal('-1e9000000000000000'), because: 'the largest there is' },
    { amount: new Decimal('1e-1000000'), because: 'a million zeros after the point' },
    { amount: new Decimal(Number.NaN), because: 'no number' },
    { amount: new Decimal(Number.POSITIVE_INFINITY), because: 'no number' },
    { amount: new Decimal(`1${'0'.repeat(40)}`), because: 'forty-one digits' },
    { amount: Decimal, because: 'the constructor' },
    {
      amount: { toStringTag: '[object Decimal]', e: 0, toFixed: (): string => '5' },
      because: 'a property that JSON can carry',
    },
    { amount: tagged, because: 'a tag and nothing else' },
    { amount: { ...tagged, e: 0, toFixed: 'text' }, because: 'toFixed is no function' },
    { amount: { ...tagged, e: 0, toFixed: (): number => 5 }, because: 'toFixed gives no text' },
    { amount: { ...tagged, e: 0, toFixed: (): string => '0x10' }, because: 'toFixed gives no decimal number' },
    { amount: { ...tagged, e: 0, toFixed: (): string => '1'.repeat(1e6) }, because: 'toFixed gives a million digits' },
    { amount: { ...tagged, e: 0, toFixed: explode }, because: 'toFixed throws' },
    { amount: { ...tagged, e: Symbol('e'), toFixed: (): string => '5' }, because: 'an exponent that throws in a sum' },
    {
      amount: {
        get [Symbol.toStringTag]() {
          return explode();
        },
      },
      because: 'a tag that throws',
    },
    { amount: new Proxy({}, { getPrototypeOf: explode }), because: 'a proxy that throws when asked what it is' },
  ])('is refused: $because', ({ amount }) => {
    expect(refusal(() => money(amount as never, 'KZT'))).toBe('amount-invalid amount');
  });

  it('comes out with every digit, and does not heed what a program sets on its own Decimal', () => {
    const before = Decimal.precision;
    try {
      Decimal.set({ precision: 3 });
      const { amount } = money('12345678901234567890.12', 'KZT');
      expect(amount.toFixed(2)).toBe('12345678901234567890.12');
      expect(amount.plus('0.01').toFixed(2)).toBe('12345678901234567890.13');
    } finally {
      Decimal.set({ precision: before });
    }
  });
});

describe('fromMinorUnits', () => {
  it.each([
    { units: 12_000, currency: 'KZT', text: '120.00 KZT', because: 'tiyn' },
    { units: 1500, currency: 'JPY', text: '1500 JPY', because: 'yen are their own minor unit' },
    { units: -1, currency: 'KWD', text: '-0.001 KWD', because: 'one fils less than nothing' },
    { units: -0, currency: 'KZT', text: '0.00 KZT', because: 'zero has no sign' },
    { units: Number.MAX_SAFE_INTEGER, currency: 'KZT', text: '90071992547409.91 KZT', because: 'the last safe number' },
    { units: 10n ** 30n, currency: 'KZT', text: '10000000000000000000000000000.00 KZT', because: 'any bigint' },
  ] as const)('$units is $text: $because', ({ units, currency, text }) => {
    const sum = fromMinorUnits(units, currency);
    expect(String(sum)).toBe(text);
    expect(sum.minorUnits).toBe(BigInt(units));
  });

  it.each([
    { units: 0.5, because: 'half a tiyn' },
    { units: 2 ** 53, because: 'not a safe integer' },
    { units: Number.NaN, because: 'no number' },
    { units: Number.NEGATIVE_INFINITY, because: 'no number' },
    { units: '100', because: 'a text is in major units everywhere: money()' },
    { units: new Decimal(100), because: 'a Decimal is in major units everywhere: money()' },
    { units: undefined, because: 'absent' },
    { units: null, because: 'null' },
  ])('refuses $units: $because', ({ units }) => {
    expect(refusal(() => fromMinorUnits(units as never, 'KZT'))).toBe('amount-invalid units');
  });

  it('is one value, whichever way it was made', () => {
    expect(fromMinorUnits(12_000, 'KZT')).toEqual(money('120.00', 'KZT'));
    expect(fromMinorUnits(12_000n, 'KZT')).toEqual(money(120, 'KZT'));
    expect(fromMinorUnits(12_000n, 'KZT')).not.toEqual(money('120.01', 'KZT'));
    expect(fromMinorUnits(12_000n, 'KZT')).not.toEqual(money('120.00', 'USD'));
  });
});

describe('a sum', () => {
  const sum = money('120.00', 'KZT');

  it.each([
    { use: () => Number(sum), because: 'Number() of tenge is no number' },
    { use: () => +(sum as never), because: 'a plus before it' },
    { use: () => (sum as never) < (money('1', 'KZT') as never), because: 'currencies have no order: compareMoney' },
    { use: () => (sum as never) + (sum as never), because: 'addMoney adds' },
    { use: () => ['total '].join() + (sum as never), because: 'concatenation asks for the value, not for the text' },
    { use: () => Math.max(sum as never, 0), because: 'maxMoney' },
    // biome-ignore lint/suspicious/noDoubleEquals: that it throws is what is tested
    { use: () => (sum as never) == 12_000, because: 'a loose comparison asks for the value' },
  ])('is not used as a number: $because', ({ use }) => {
    expect(refusal(use)).toBe('argument-invalid an amount used as a number');
  });

  it('prints in a template and under JSON', () => {
    expect(`${sum}`).toBe('120.00 KZT');
    expect(JSON.stringify({ sum })).toBe('{"sum":{"amount":"120.00","currency":"KZT"}}');
    expect(Object.prototype.toString.call(sum)).toBe('[object Money]');
  });

  it.each([
    { value: sum, is: true, because: 'made by money()' },
    { value: sum.toJSON(), is: false, because: 'its wire form' },
    { value: { amount: '1.00', currency: 'KZT' }, is: false, because: 'the fields of one' },
    { value: '120.00 KZT', is: false, because: 'its text' },
    { value: { [Symbol.toStringTag]: 'Money' }, is: false, because: 'its tag' },
    { value: null, is: false, because: 'null' },
    { value: undefined, is: false, because: 'absent' },
  ])('isMoney($value) is $is: $because', ({ value, is }) => {
    expect(isMoney(value)).toBe(is);
  });

  it('has no negative zero, however it came about', () => {
    for (const zero of [
      money('-0', 'KZT'),
      money(-0, 'KZT'),
      money(0n, 'KZT'),
      fromMinorUnits(-0, 'KZT'),
      money(new Decimal('-0'), 'KZT'),
      moneyOfBig(-0n, 'KZT'),
    ]) {
      expect(Object.is(zero.units, 0)).toBe(true);
      expect(String(zero)).toBe('0.00 KZT');
      expect(zero.amount.isNegative()).toBe(false);
    }
  });
});

describe('the kernel', () => {
  it.each([
    { units: safe, big: false, because: 'the last safe integer' },
    { units: safe + 1n, big: true, because: 'the first that is not' },
    { units: -safe, big: false, because: 'the first safe integer' },
    { units: -safe - 1n, big: true, because: 'one below it' },
    { units: 0n, big: false, because: 'zero' },
  ])('moneyOfBig($units) leaves the fast path: $big, $because', ({ units, big }) => {
    const sum = moneyOfBig(units, 'KZT');
    expect(sum.bigUnits).toBe(big ? units : null);
    expect(sum.units).toBe(big ? Number.NaN : Number(units));
    expect(sum.minorUnits).toBe(units);
  });

  it('moneyOfUnits takes the number as it is', () => {
    expect(moneyOfUnits(12_000, 'KZT')).toEqual(money('120.00', 'KZT'));
  });

  it('moneyOf takes minor units of either type, moneyOfJson major units', () => {
    expect(moneyOf(12_000, 'KZT')).toEqual(money('120.00', 'KZT'));
    expect(moneyOf(12_000n, 'KZT')).toEqual(money('120.00', 'KZT'));
    expect(moneyOf(safe + 1n, 'KZT').bigUnits).toBe(safe + 1n);
    expect(moneyOfJson({ amount: '120.00', currency: 'KZT' })).toEqual(money('120.00', 'KZT'));
  });

  it.each([
    { value: money('0.01', 'KZT'), is: true, because: 'one tiyn' },
    { value: money('0.00', 'KZT'), is: true, because: 'nothing is not negative' },
    { value: money('-0.01', 'KZT'), is: false, because: 'one tiyn below nothing' },
    { value: money('1.00', 'USD'), is: false, because: 'another currency' },
    { value: moneyOfBig(safe + 1n, 'KZT'), is: false, because: 'beyond the safe integers: the slow path' },
    { value: { units: 1, currency: 'KZT' }, is: false, because: 'the fields of a sum' },
    { value: null, is: false, because: 'null' },
  ])('isPlainAmount of $value is $is: $because', ({ value, is }) => {
    expect(isPlainAmount(value, 'KZT')).toBe(is);
  });

  it('requireMoney, requireNotNegative and requireCurrency name the field', () => {
    expect(refusal(() => requireMoney('1.00' as never, 'charge'))).toBe('argument-invalid charge');
    expect(refusal(() => requireNotNegative(null as never, 'charge'))).toBe('argument-invalid charge');
    expect(refusal(() => requireNotNegative(money('-0.01', 'KZT'), 'charge'))).toBe('amount-invalid charge');
    expect(refusal(() => requireNotNegative(moneyOfBig(-(10n ** 20n), 'KZT'), 'charge'))).toBe('amount-invalid charge');
    expect(refusal(() => requireNotNegative(money('0.00', 'KZT'), 'charge'))).toBe('answered undefined');
    expect(refusal(() => requireNotNegative(moneyOfBig(10n ** 20n, 'KZT'), 'charge'))).toBe('answered undefined');
    expect(refusal(() => requireCurrency(money('1', 'USD'), 'KZT', 'debts.0'))).toBe('currency-mismatch debts.0');
    expect(refusal(() => requireCurrency({} as never, 'KZT', 'debts.0'))).toBe('argument-invalid debts.0');
    expect(refusal(() => requireCurrency(money('1', 'KZT'), 'KZT', 'debts.0'))).toBe('answered undefined');
  });
});

describe('a refusal says what was expected', () => {
  const majorUnits = 'a decimal string, Decimal, bigint or safe integer in major units with';
  const tagged = { [Symbol.toStringTag]: 'Money' };

  it.each([
    { of: () => money('x', 'JPY'), expected: `${majorUnits} no decimals`, because: 'the yen has none' },
    { of: () => money('0.001', 'KZT'), expected: `${majorUnits} at most 2 decimals`, because: 'the tenge has two' },
    { of: () => money(0.1, 'KWD'), expected: `${majorUnits} at most 3 decimals`, because: 'the dinar has three' },
    { of: () => requireMoney({} as never, 'a'), expected: 'an amount made by money()', because: 'it is no amount' },
    {
      of: () => requireMoney(tagged as never, 'a'),
      expected:
        'an amount made by money() of this copy of oferta: two copies are loaded, and amounts pass between them as JSON',
      because: 'it looks like an amount of another copy',
    },
    { of: () => requireCurrency(money(1, 'USD'), 'KZT', 'a'), expected: 'an amount in KZT', because: 'a dollar' },
    { of: () => Number(money(1, 'KZT')), expected: 'compareMoney, addMoney or amount', because: 'what to use instead' },
  ])('$expected: $because', ({ of, expected }) => {
    expect(errorOf(of).details.expected).toBe(expected);
  });

  it('what was given is shown as it was given', () => {
    expect(errorOf(() => money(true as never, 'KZT')).details.value).toBe('true');
    expect(errorOf(() => money('1.234', 'KZT')).details.value).toBe('"1.234"');
  });

  it('a sum used as a number is shown with its currency', () => {
    expect(errorOf(() => Number(money(120, 'KZT'))).details.value).toBe('"120.00 KZT"');
  });
});
