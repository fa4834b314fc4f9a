import fc from 'fast-check';
import { type ClosingRefundTerms, closingRefund, fromMinorUnits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { kzt as kztJson } from '../support/amountsAsJson.js';
import { refusal } from '../support/refusal.js';

const terms: ClosingRefundTerms<'KZT'> = {
  balance: kzt('80.00'),
  setOff: kzt('10.00'),
  deposits: kzt('100.00'),
  refunded: kzt('60.00'),
  rest: 'bonus',
};
const refusalWith = (change: object) =>
  refusal(() => closingRefund({ ...terms, ...change } as ClosingRefundTerms<'KZT'>));

describe('rows worked by hand', () => {
  it.each([
    {
      because: 'the whole balance was deposited',
      balance: '80.00',
      setOff: '0.00',
      deposits: '200.00',
      refunded: '0.00',
      refund: '80.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'no cap in the agreement',
      balance: '80.00',
      setOff: '0.00',
      deposits: undefined,
      refunded: undefined,
      refund: '80.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'a set-off a tiyn below the balance',
      balance: '80.00',
      setOff: '79.99',
      deposits: '200.00',
      refunded: '0.00',
      refund: '0.01',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'a set-off of exactly the balance',
      balance: '80.00',
      setOff: '80.00',
      deposits: '200.00',
      refunded: '0.00',
      refund: '0.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'a set-off a tiyn above: a debt',
      balance: '80.00',
      setOff: '80.01',
      deposits: '200.00',
      refunded: '0.00',
      refund: '0.00',
      debt: '0.01',
      retained: '0.00',
    },
    {
      because: 'damages far above',
      balance: '80.00',
      setOff: '130.00',
      deposits: '200.00',
      refunded: '0.00',
      refund: '0.00',
      debt: '50.00',
      retained: '0.00',
    },
    {
      because: 'a balance below zero is a debt',
      balance: '-50.00',
      setOff: '0.00',
      deposits: undefined,
      refunded: undefined,
      refund: '0.00',
      debt: '50.00',
      retained: '0.00',
    },
    {
      because: 'a balance below zero and damages on top',
      balance: '-50.00',
      setOff: '7.00',
      deposits: '100.00',
      refunded: '0.00',
      refund: '0.00',
      debt: '57.00',
      retained: '0.00',
    },
    {
      because: 'nothing at all',
      balance: '0.00',
      setOff: '0.00',
      deposits: '0.00',
      refunded: '0.00',
      refund: '0.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'a tiyn less than the deposits',
      balance: '80.00',
      setOff: '0.00',
      deposits: '80.01',
      refunded: '0.00',
      refund: '80.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'exactly the deposits',
      balance: '80.00',
      setOff: '0.00',
      deposits: '80.00',
      refunded: '0.00',
      refund: '80.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'a tiyn of bonus stays',
      balance: '80.00',
      setOff: '0.00',
      deposits: '79.99',
      refunded: '0.00',
      refund: '79.99',
      debt: '0.00',
      retained: '0.01',
    },
    {
      because: 'the same deposit does not go back twice',
      balance: '80.00',
      setOff: '0.00',
      deposits: '100.00',
      refunded: '70.00',
      refund: '30.00',
      debt: '0.00',
      retained: '50.00',
    },
    {
      because: 'all deposits went back already',
      balance: '80.00',
      setOff: '0.00',
      deposits: '100.00',
      refunded: '100.00',
      refund: '0.00',
      debt: '0.00',
      retained: '80.00',
    },
    {
      because: 'more went back than was deposited: no less than nothing',
      balance: '80.00',
      setOff: '0.00',
      deposits: '100.00',
      refunded: '100.01',
      refund: '0.00',
      debt: '0.00',
      retained: '80.00',
    },
    {
      because: 'only bonus money was ever there',
      balance: '80.00',
      setOff: '0.00',
      deposits: '0.00',
      refunded: undefined,
      refund: '0.00',
      debt: '0.00',
      retained: '80.00',
    },
    {
      because: 'earlier refunds count against deposits alone',
      balance: '80.00',
      setOff: '0.00',
      deposits: undefined,
      refunded: '70.00',
      refund: '80.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'the set-off comes before the cap',
      balance: '80.00',
      setOff: '30.00',
      deposits: '60.00',
      refunded: '0.00',
      refund: '50.00',
      debt: '0.00',
      retained: '0.00',
    },
    {
      because: 'beyond 2^53',
      balance: '1000000000000000000.01',
      setOff: '0.02',
      deposits: '999999999999999999.98',
      refunded: '0.00',
      refund: '999999999999999999.98',
      debt: '0.00',
      retained: '0.01',
    },
  ])('$because', ({ balance, setOff, deposits, refunded, refund, debt, retained }) => {
    const closed = closingRefund({
      balance: kzt(balance),
      setOff: kzt(setOff),
      ...(deposits !== undefined && { deposits: kzt(deposits) }),
      ...(refunded !== undefined && { refunded: kzt(refunded) }),
    });
    expect(closed.refund).toEqual(kzt(refund));
    expect(closed.debt).toEqual(kzt(debt));
    expect(closed.retained).toEqual(kzt(retained));
    expect(closed.rest).toBeUndefined();
  });

  it('gives the answer and its figures as JSON', () => {
    expect(JSON.parse(JSON.stringify(closingRefund(terms)))).toEqual({
      refund: kztJson('40.00'),
      debt: kztJson('0.00'),
      retained: kztJson('30.00'),
      rest: 'bonus',
      basis: {
        balance: kztJson('80.00'),
        setOff: kztJson('10.00'),
        net: kztJson('70.00'),
        refundable: kztJson('40.00'),
      },
    });
    expect(JSON.parse(JSON.stringify(closingRefund({ balance: kzt('-5.00'), setOff: kzt('0.00') })))).toEqual({
      refund: kztJson('0.00'),
      debt: kztJson('5.00'),
      retained: kztJson('0.00'),
      basis: { balance: kztJson('-5.00'), setOff: kztJson('0.00'), net: kztJson('-5.00') },
    });
  });

  it.each(['stays', 'forfeited', 'carried', 'bonus', 'lapsed'] as const)('says that the rest %s', (rest) => {
    expect(closingRefund({ ...terms, rest }).rest).toBe(rest);
  });
});

describe('one term changed', () => {
  it('term: balance', () => expect(closingRefund({ ...terms, balance: kzt('20.00') }).refund).toEqual(kzt('10.00')));
  it('term: setOff', () => expect(closingRefund({ ...terms, setOff: kzt('0.00') }).retained).toEqual(kzt('40.00')));
  it('term: deposits', () => expect(closingRefund({ ...terms, deposits: kzt('110.00') }).refund).toEqual(kzt('50.00')));
  it('term: refunded', () => expect(closingRefund({ ...terms, refunded: kzt('0.00') }).refund).toEqual(kzt('70.00')));
  it('term: rest', () => expect(closingRefund({ ...terms, rest: 'lapsed' }).rest).toBe('lapsed'));
});

describe('laws', () => {
  const sum = fc.oneof(fc.bigInt(0n, 100_000n), fc.bigInt(0n, 2n ** 60n));
  const signed = fc.oneof(fc.bigInt(-100_000n, 100_000n), fc.bigInt(-(2n ** 60n), 2n ** 60n));
  const kztOf = (units: bigint) => fromMinorUnits(units, 'KZT');

  it('loses nothing: refund + retained − debt = balance − setOff', () => {
    fc.assert(
      fc.property(signed, sum, fc.option(sum, { nil: undefined }), sum, (balance, setOff, deposits, refunded) => {
        const { refund, debt, retained } = closingRefund({
          balance: kztOf(balance),
          setOff: kztOf(setOff),
          refunded: kztOf(refunded),
          ...(deposits !== undefined && { deposits: kztOf(deposits) }),
        });
        expect(refund.minorUnits + retained.minorUnits - debt.minorUnits).toBe(balance - setOff);
        for (const part of [refund, debt, retained]) expect(part.minorUnits >= 0n).toBe(true);
        expect(refund.minorUnits > 0n && debt.minorUnits > 0n).toBe(false);
        if (deposits !== undefined)
          expect(refund.minorUnits <= (deposits > refunded ? deposits - refunded : 0n)).toBe(true);
        else expect(retained.minorUnits).toBe(0n);
      }),
    );
  });

  it('pays no deposit twice, however the balance is closed in steps', () => {
    fc.assert(
      fc.property(sum, fc.array(sum, { maxLength: 6 }), (deposits, balances) => {
        let refunded = 0n;
        for (const balance of balances)
          refunded += closingRefund({
            balance: kztOf(balance),
            setOff: kztOf(0n),
            deposits: kztOf(deposits),
            refunded: kztOf(refunded),
          }).refund.minorUnits;
        expect(refunded <= deposits).toBe(true);
      }),
    );
  });
});

describe('hostile input', () => {
  const usd = money('1.00', 'USD');
  it.each([
    { because: 'a number for a balance', change: { balance: 80 }, refused: 'argument-invalid balance' },
    { because: 'no set-off', change: { setOff: undefined }, refused: 'argument-invalid setOff' },
    { because: 'a negative set-off', change: { setOff: kzt('-0.01') }, refused: 'amount-invalid setOff' },
    { because: 'a negative deposit', change: { deposits: kzt('-0.01') }, refused: 'amount-invalid deposits' },
    { because: 'a negative refund', change: { refunded: kzt('-0.01') }, refused: 'amount-invalid refunded' },
    { because: 'a set-off in another currency', change: { setOff: usd }, refused: 'currency-mismatch setOff' },
    { because: 'deposits in another currency', change: { deposits: usd }, refused: 'currency-mismatch deposits' },
    {
      because: 'a refund in another currency, with no deposits to count against',
      change: { deposits: undefined, refunded: usd },
      refused: 'currency-mismatch refunded',
    },
    { because: 'null for deposits', change: { deposits: null }, refused: 'argument-invalid deposits' },
    { because: 'an unknown rest', change: { rest: 'kept' }, refused: 'argument-invalid rest' },
    { because: 'a prototype key', change: { rest: 'constructor' }, refused: 'argument-invalid rest' },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });
});
