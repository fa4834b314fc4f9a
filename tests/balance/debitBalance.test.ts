import fc from 'fast-check';
import { debitBalance, fromMinorUnits, money } from 'oferta';
import { anyMoney } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { kzt, tiyn } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

describe('hand-worked', () => {
  it.each([
    {
      balance: '100.01',
      charge: '100.00',
      partial: false,
      debited: '100.00',
      left: '0.01',
      short: '0.00',
      because: 'a tiyn more than the charge',
    },
    {
      balance: '100.00',
      charge: '100.00',
      partial: false,
      debited: '100.00',
      left: '0.00',
      short: '0.00',
      because: 'the charge to the tiyn',
    },
    {
      balance: '99.99',
      charge: '100.00',
      partial: false,
      debited: '0.00',
      left: '99.99',
      short: '0.01',
      because: 'a tiyn less: nothing is taken',
    },
    {
      balance: '100.01',
      charge: '100.00',
      partial: true,
      debited: '100.00',
      left: '0.01',
      short: '0.00',
      because: 'in part allowed, and not needed',
    },
    {
      balance: '100.00',
      charge: '100.00',
      partial: true,
      debited: '100.00',
      left: '0.00',
      short: '0.00',
      because: 'in part allowed, to the tiyn',
    },
    {
      balance: '99.99',
      charge: '100.00',
      partial: true,
      debited: '99.99',
      left: '0.00',
      short: '0.01',
      because: 'a tiyn less: what is there is taken',
    },
    {
      balance: '0.01',
      charge: '100.00',
      partial: true,
      debited: '0.01',
      left: '0.00',
      short: '99.99',
      because: 'the last tiyn',
    },
    {
      balance: '0.00',
      charge: '100.00',
      partial: true,
      debited: '0.00',
      left: '0.00',
      short: '100.00',
      because: 'an empty balance covers nothing',
    },
    {
      balance: '-0.01',
      charge: '100.00',
      partial: true,
      debited: '0.00',
      left: '-0.01',
      short: '100.00',
      because: 'one below zero neither, and its debt is not counted twice',
    },
    {
      balance: '-50.00',
      charge: '100.00',
      partial: false,
      debited: '0.00',
      left: '-50.00',
      short: '100.00',
      because: 'the same without debits in part',
    },
    {
      balance: '-50.00',
      charge: '0.00',
      partial: false,
      debited: '0.00',
      left: '-50.00',
      short: '0.00',
      because: 'a charge of nothing needs no cover',
    },
    {
      balance: '0.00',
      charge: '0.00',
      partial: true,
      debited: '0.00',
      left: '0.00',
      short: '0.00',
      because: 'nothing from nothing',
    },
  ])('$because', ({ balance, charge, partial, debited, left, short }) => {
    const debit = debitBalance({ balance: kzt(balance), charge: kzt(charge), partial });
    expect(debit.debited).toEqual(kzt(debited));
    expect(debit.balance).toEqual(kzt(left));
    expect(debit.short).toEqual(kzt(short));
  });

  it('says what it rests on, and goes over the wire', () => {
    const debit = debitBalance({ balance: kzt('99.99'), charge: kzt('100.00'), partial: true });
    expect(debit.basis).toEqual({ balanceBefore: kzt('99.99'), charge: kzt('100.00'), partial: true });
    expect(JSON.parse(JSON.stringify(debit))).toEqual({
      debited: { amount: '99.99', currency: 'KZT' },
      balance: { amount: '0.00', currency: 'KZT' },
      short: { amount: '0.01', currency: 'KZT' },
      basis: {
        balanceBefore: { amount: '99.99', currency: 'KZT' },
        charge: { amount: '100.00', currency: 'KZT' },
        partial: true,
      },
    });
  });
});

describe('each term alone changes the answer', () => {
  const terms = { balance: kzt('60.00'), charge: kzt('100.00'), partial: false };

  it('term: balance', () => {
    expect(debitBalance(terms).short).toEqual(kzt('40.00'));
    expect(debitBalance({ ...terms, balance: kzt('70.00') }).short).toEqual(kzt('30.00'));
  });

  it('term: charge', () => {
    expect(debitBalance(terms).debited).toEqual(kzt('0.00'));
    expect(debitBalance({ ...terms, charge: kzt('60.00') }).debited).toEqual(kzt('60.00'));
  });

  it('term: partial', () => {
    expect(debitBalance(terms).debited).toEqual(kzt('0.00'));
    expect(debitBalance({ ...terms, partial: true }).debited).toEqual(kzt('60.00'));
  });
});

describe('laws', () => {
  const sum = anyMoney({ currency: 'KZT', min: 0 });
  const anyBalance = anyMoney({ currency: 'KZT' });

  it('conservation: nothing is lost between balance, debit and shortfall', () => {
    fc.assert(
      fc.property(anyBalance, sum, fc.boolean(), (balance, charge, partial) => {
        const debit = debitBalance({ balance, charge, partial });
        expect(debit.balance.minorUnits + debit.debited.minorUnits).toBe(balance.minorUnits);
        if (partial || debit.short.minorUnits === 0n)
          expect(debit.debited.minorUnits + debit.short.minorUnits).toBe(charge.minorUnits);
        else expect(debit.debited.minorUnits).toBe(0n);
      }),
    );
  });

  it('bound: a debit takes no balance below zero, and no more than the charge', () => {
    fc.assert(
      fc.property(anyBalance, sum, fc.boolean(), (balance, charge, partial) => {
        const debit = debitBalance({ balance, charge, partial });
        const floor = balance.minorUnits < 0n ? balance.minorUnits : 0n;
        expect(debit.balance.minorUnits >= floor).toBe(true);
        expect(debit.debited.minorUnits >= 0n && debit.debited.minorUnits <= charge.minorUnits).toBe(true);
        expect(debit.short.minorUnits >= 0n && debit.short.minorUnits <= charge.minorUnits).toBe(true);
      }),
    );
  });

  it('small sums, coin by coin', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 40 }), fc.nat(40), (balance, charge) => {
        let left = balance;
        let debited = 0;
        while (left > 0 && debited < charge) {
          left -= 1;
          debited += 1;
        }
        const debit = debitBalance({ balance: tiyn(balance), charge: tiyn(charge), partial: true });
        expect([debit.debited, debit.balance, debit.short]).toEqual([debited, left, charge - debited].map(tiyn));
      }),
    );
  });

  it('round trip: who tops up what is short can be debited in full, to the tiyn', () => {
    fc.assert(
      fc.property(sum, sum, (balance, charge) => {
        const { short } = debitBalance({ balance, charge, partial: false });
        const toppedUp = fromMinorUnits(balance.minorUnits + short.minorUnits, 'KZT');
        expect(debitBalance({ balance: toppedUp, charge, partial: false }).debited).toEqual(charge);
        if (short.minorUnits > 0n) {
          const almost = fromMinorUnits(toppedUp.minorUnits - 1n, 'KZT');
          expect(debitBalance({ balance: almost, charge, partial: false }).debited).toEqual(kzt('0.00'));
        }
      }),
    );
  });
});

describe('refused', () => {
  const call = (change: object) =>
    refusal(() => debitBalance({ balance: kzt('1.00'), charge: kzt('1.00'), partial: false, ...change }));

  it.each<[string, object, string]>([
    ['no balance', { balance: undefined }, 'argument-invalid balance'],
    ['a balance as a number', { balance: 1 }, 'argument-invalid balance'],
    ['a charge as text', { charge: '1.00' }, 'argument-invalid charge'],
    ['a charge in another currency', { charge: money('1.00', 'USD') }, 'currency-mismatch charge'],
    ['a charge below zero', { charge: kzt('-0.01') }, 'amount-invalid charge'],
    ['nothing said of debits in part', { partial: undefined }, 'argument-invalid partial'],
    ['a number for a choice', { partial: 1 }, 'argument-invalid partial'],
  ])('%s', (_, change, expected) => {
    expect(call(change)).toBe(expected);
  });
});

it('beyond 2^53 minor units', () => {
  const debit = debitBalance({
    balance: kzt('90071992547409930.01'),
    charge: kzt('90071992547409930.02'),
    partial: true,
  });
  expect(debit.debited).toEqual(kzt('90071992547409930.01'));
  expect(debit.short).toEqual(kzt('0.01'));
});
