import fc from 'fast-check';
import { applyPayment, fromMinorUnits, type Money, money, sumMoney } from 'oferta';
import { anyMoney } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { kzt, tiyn } from '../support/amounts.js';
import { kzt as kztJson } from '../support/amountsAsJson.js';
import { refusal } from '../support/refusal.js';

const list = (...amounts: string[]) => amounts.map(kzt);

interface Row {
  payment: string;
  debts: string[];
  price?: string;
  toDebts: string[];
  left: string;
  activates?: boolean;
  carried: string;
  because: string;
}

describe('hand-worked', () => {
  it.each<Row>([
    {
      payment: '500.00',
      debts: ['200.00', '150.00', '400.00'],
      toDebts: ['200.00', '150.00', '150.00'],
      left: '0.00',
      carried: '0.00',
      because: 'the oldest before the next, the last one in part',
    },
    {
      payment: '749.99',
      debts: ['200.00', '150.00', '400.00'],
      toDebts: ['200.00', '150.00', '399.99'],
      left: '0.00',
      carried: '0.00',
      because: 'a tiyn less than all debts',
    },
    {
      payment: '750.00',
      debts: ['200.00', '150.00', '400.00'],
      toDebts: ['200.00', '150.00', '400.00'],
      left: '0.00',
      carried: '0.00',
      because: 'all debts to the tiyn',
    },
    {
      payment: '750.01',
      debts: ['200.00', '150.00', '400.00'],
      toDebts: ['200.00', '150.00', '400.00'],
      left: '0.01',
      carried: '0.01',
      because: 'a tiyn more than all debts',
    },
    {
      payment: '199.99',
      debts: ['200.00', '150.00'],
      toDebts: ['199.99', '0.00'],
      left: '0.00',
      carried: '0.00',
      because: 'a tiyn less than the first debt',
    },
    {
      payment: '200.00',
      debts: ['200.00', '150.00'],
      toDebts: ['200.00', '0.00'],
      left: '0.00',
      carried: '0.00',
      because: 'the first debt to the tiyn',
    },
    {
      payment: '200.01',
      debts: ['200.00', '150.00'],
      toDebts: ['200.00', '0.01'],
      left: '0.00',
      carried: '0.00',
      because: 'a tiyn for the second debt',
    },
    {
      payment: '1289.99',
      debts: ['300.00'],
      price: '990.00',
      toDebts: ['300.00'],
      left: '989.99',
      activates: false,
      carried: '989.99',
      because: 'a tiyn short of the price: nothing starts in part',
    },
    {
      payment: '1290.00',
      debts: ['300.00'],
      price: '990.00',
      toDebts: ['300.00'],
      left: '990.00',
      activates: true,
      carried: '0.00',
      because: 'debt and price to the tiyn',
    },
    {
      payment: '1290.01',
      debts: ['300.00'],
      price: '990.00',
      toDebts: ['300.00'],
      left: '990.01',
      activates: true,
      carried: '0.01',
      because: 'a tiyn over is carried',
    },
    {
      payment: '500.00',
      debts: [],
      toDebts: [],
      left: '500.00',
      carried: '500.00',
      because: 'no debts, nothing to start',
    },
    {
      payment: '0.00',
      debts: ['10.00'],
      price: '5.00',
      toDebts: ['0.00'],
      left: '0.00',
      activates: false,
      carried: '0.00',
      because: 'a payment of nothing does nothing',
    },
    {
      payment: '0.00',
      debts: [],
      price: '0.00',
      toDebts: [],
      left: '0.00',
      activates: true,
      carried: '0.00',
      because: 'what costs nothing starts at once',
    },
    {
      payment: '10.00',
      debts: ['0.00', '10.00'],
      toDebts: ['0.00', '10.00'],
      left: '0.00',
      carried: '0.00',
      because: 'a debt of nothing keeps its entry',
    },
  ])('$because', ({ payment, debts, price, toDebts, left, activates, carried }) => {
    const split = applyPayment({
      payment: kzt(payment),
      debts: list(...debts),
      ...(price !== undefined && { price: kzt(price) }),
    });
    expect(split.toDebts).toEqual(list(...toDebts));
    expect(split.left).toEqual(kzt(left));
    expect(split.activates).toBe(activates);
    expect(split.carried).toEqual(kzt(carried));
  });

  it('says what it rests on, and goes over the wire', () => {
    const split = applyPayment({ payment: kzt('500.00'), debts: list('200.00', '150.00'), price: kzt('100.00') });
    expect(split.basis).toEqual({
      payment: kzt('500.00'),
      owed: kzt('350.00'),
      repaid: kzt('350.00'),
      price: kzt('100.00'),
    });
    expect(JSON.parse(JSON.stringify(split))).toEqual({
      toDebts: [kztJson('200.00'), kztJson('150.00')],
      left: kztJson('150.00'),
      activates: true,
      carried: kztJson('50.00'),
      basis: {
        payment: kztJson('500.00'),
        owed: kztJson('350.00'),
        repaid: kztJson('350.00'),
        price: kztJson('100.00'),
      },
    });
  });

  it('leaves out what was not asked for', () => {
    const split = applyPayment({ payment: kzt('500.00'), debts: list('600.00') });
    expect(Object.keys(split)).not.toContain('activates');
    expect(split.basis).toStrictEqual({ payment: kzt('500.00'), owed: kzt('600.00'), repaid: kzt('500.00') });
  });

  it('hands out a list of its own, frozen', () => {
    const debts = list('1.00');
    const split = applyPayment({ payment: kzt('5.00'), debts });
    debts.push(kzt('2.00'));
    expect(split.basis.owed).toEqual(kzt('1.00'));
    expect(Object.isFrozen(split.toDebts)).toBe(true);
  });
});

describe('each term alone changes the answer', () => {
  const terms = { payment: kzt('500.00'), debts: list('200.00'), price: kzt('300.00') };

  it('term: payment', () => {
    expect(applyPayment(terms).carried).toEqual(kzt('0.00'));
    expect(applyPayment({ ...terms, payment: kzt('501.00') }).carried).toEqual(kzt('1.00'));
  });

  it('term: debts', () => {
    expect(applyPayment(terms).activates).toBe(true);
    expect(applyPayment({ ...terms, debts: list('200.01') }).activates).toBe(false);
  });

  it('term: price', () => {
    expect(applyPayment(terms).activates).toBe(true);
    expect(applyPayment({ ...terms, price: kzt('300.01') }).activates).toBe(false);
  });
});

describe('laws', () => {
  const sum = anyMoney({ currency: 'KZT', min: 0 });
  const sums = fc.array(sum, { maxLength: 6 });
  const zero = kzt('0.00');

  it('conservation: debts, price and what is carried make the payment', () => {
    fc.assert(
      fc.property(sum, sums, sum, (payment, debts, price) => {
        const { toDebts, left, activates, carried } = applyPayment({ payment, debts, price });
        expect(sumMoney([...toDebts, left], 'KZT')).toEqual(payment);
        expect(sumMoney([...toDebts, activates ? price : zero, carried], 'KZT')).toEqual(payment);
      }),
    );
  });

  it('bound and order: no debt gets more than it is, none before the older ones are settled', () => {
    fc.assert(
      fc.property(sum, sums, (payment, debts) => {
        const open = applyPayment({ payment, debts }).toDebts.map((part, at) => {
          expect(part.minorUnits >= 0n && part.minorUnits <= units(debts[at])).toBe(true);
          return units(debts[at]) - part.minorUnits;
        });
        const firstOpen = open.findIndex((rest) => rest > 0n);
        if (firstOpen >= 0)
          for (const part of applyPayment({ payment, debts }).toDebts.slice(firstOpen + 1)) expect(part).toEqual(zero);
      }),
    );
  });

  it('small sums, coin by coin: each tiyn goes to the oldest debt that is open', () => {
    const coins = fc.nat(60);
    fc.assert(
      fc.property(coins, fc.array(coins, { maxLength: 5 }), coins, (payment, debts, price) => {
        const parts = debts.map(() => 0);
        let left = 0;
        for (let coin = 0; coin < payment; coin += 1) {
          const open = debts.findIndex((debt, at) => (parts[at] as number) < debt);
          if (open < 0) left += 1;
          else parts[open] = (parts[open] as number) + 1;
        }
        const split = applyPayment({ payment: tiyn(payment), debts: debts.map(tiyn), price: tiyn(price) });
        expect(split.toDebts).toEqual(parts.map(tiyn));
        expect(split.left).toEqual(tiyn(left));
        expect(split.carried).toEqual(tiyn(left < price ? left : left - price));
      }),
    );
  });

  it('a payment made in two parts settles what one payment would', () => {
    fc.assert(
      fc.property(sum, sum, sums, (first, second, debts) => {
        const one = applyPayment({ payment: fromMinorUnits(first.minorUnits + second.minorUnits, 'KZT'), debts });
        const before = applyPayment({ payment: first, debts });
        const open = debts.map((debt, at) => fromMinorUnits(debt.minorUnits - units(before.toDebts[at]), 'KZT'));
        const after = applyPayment({ payment: second, debts: open });
        expect(after.toDebts.map((part, at) => part.minorUnits + units(before.toDebts[at]))).toEqual(
          one.toDebts.map((part) => part.minorUnits),
        );
        expect(after.left.minorUnits + before.left.minorUnits).toBe(one.left.minorUnits);
      }),
    );
  });

  function units(value: Money | undefined): bigint {
    return (value as Money).minorUnits;
  }
});

describe('refused', () => {
  const call = (change: object) => refusal(() => applyPayment({ payment: kzt('500.00'), debts: [], ...change }));
  const holed: Money<'KZT'>[] = [];
  holed[1] = kzt('1.00');

  it.each<[string, object, string]>([
    ['no payment', { payment: undefined }, 'argument-invalid payment'],
    ['a payment as a number', { payment: 500 }, 'argument-invalid payment'],
    ['a payment below zero', { payment: kzt('-0.01') }, 'amount-invalid payment'],
    ['a huge payment below zero', { payment: kzt('-90071992547409930.01') }, 'amount-invalid payment'],
    ['no debts', { debts: undefined }, 'argument-invalid debts'],
    ['debts that are no list', { debts: kzt('1.00') }, 'argument-invalid debts'],
    ['a debt that is no sum', { debts: [kzt('1.00'), '2.00'] }, 'argument-invalid debts.1'],
    ['a hole in the list', { debts: holed }, 'argument-invalid debts.0'],
    ['a debt below zero', { debts: list('1.00', '-1.00') }, 'amount-invalid debts.1'],
    ['a debt in another currency', { debts: [money('1.00', 'USD')] }, 'currency-mismatch debts.0'],
    [
      'a bad debt the payment does not reach',
      { debts: [kzt('500.00'), money('1.00', 'USD')] },
      'currency-mismatch debts.1',
    ],
    ['a price in another currency', { price: money('1.00', 'USD') }, 'currency-mismatch price'],
    ['a price below zero', { price: kzt('-1.00') }, 'amount-invalid price'],
    ['a price of null', { price: null }, 'argument-invalid price'],
  ])('%s', (_, change, expected) => {
    expect(call(change)).toBe(expected);
  });
});

describe('large', () => {
  it('a hundred thousand debts', () => {
    const debts = Array.from({ length: 100_000 }, () => kzt('0.01'));
    const { toDebts, left } = applyPayment({ payment: kzt('999.99'), debts });
    expect(toDebts[99_998]).toEqual(kzt('0.01'));
    expect(toDebts[99_999]).toEqual(kzt('0.00'));
    expect(left).toEqual(kzt('0.00'));
  });

  it('beyond 2^53 minor units', () => {
    const split = applyPayment({
      payment: kzt('90071992547409930.01'),
      debts: list('90071992547409930.00'),
      price: kzt('0.01'),
    });
    expect(split.left).toEqual(kzt('0.01'));
    expect(split.activates).toBe(true);
  });
});
