import fc from 'fast-check';
import { type EscalatingFineTerms, escalatingFine, fromMinorUnits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { asJson } from '../support/asJson.js';
import { refusal } from '../support/refusal.js';

const terms: EscalatingFineTerms<'KZT'> = {
  first: kzt('18.00'),
  repeat: kzt('1000.00'),
  count: 3,
  mode: 'repeatAlone',
};
const refusalWith = (change: object) =>
  refusal(() => escalatingFine({ ...terms, ...change } as EscalatingFineTerms<'KZT'>));

describe('rows worked by hand', () => {
  it.each([
    { because: 'no breach, no fine', first: '18.00', repeat: '1000.00', count: 0, alone: '0.00', plus: '0.00' },
    { because: 'one breach is no repeat', first: '18.00', repeat: '1000.00', count: 1, alone: '18.00', plus: '18.00' },
    {
      because: 'the second is the first repeat',
      first: '18.00',
      repeat: '1000.00',
      count: 2,
      alone: '1018.00',
      plus: '1036.00',
    },
    { because: 'three breaches', first: '18.00', repeat: '1000.00', count: 3, alone: '2018.00', plus: '2054.00' },
    {
      because: 'the serious breach, two readings',
      first: '100000.00',
      repeat: '1000000.00',
      count: 3,
      alone: '2100000.00',
      plus: '2300000.00',
    },
    { because: 'a first breach may be free', first: '0.00', repeat: '5.00', count: 2, alone: '5.00', plus: '5.00' },
    { because: 'repeats may be free', first: '5.00', repeat: '0.00', count: 4, alone: '5.00', plus: '20.00' },
    {
      because: 'beyond 2^53',
      first: '90071992547409.93',
      repeat: '90071992547409.93',
      count: 3,
      alone: '270215977642229.79',
      plus: '450359962737049.65',
    },
  ])('$because', ({ first, repeat, count, alone, plus }) => {
    const fines = { first: kzt(first), repeat: kzt(repeat), count };
    expect(escalatingFine({ ...fines, mode: 'repeatAlone' }).total).toEqual(kzt(alone));
    expect(escalatingFine({ ...fines, mode: 'firstPlusRepeat' }).total).toEqual(kzt(plus));
  });

  it('gives the answer and its figures as JSON', () => {
    expect(asJson<Record<string, unknown>>(escalatingFine({ ...terms, mode: 'firstPlusRepeat' }))).toEqual({
      total: { amount: '2054.00', currency: 'KZT' },
      each: [
        { amount: '18.00', currency: 'KZT' },
        { amount: '1018.00', currency: 'KZT' },
        { amount: '1018.00', currency: 'KZT' },
      ],
      basis: {
        first: { amount: '18.00', currency: 'KZT' },
        eachRepeat: { amount: '1018.00', currency: 'KZT' },
        repeats: 2,
      },
    });
  });

  it('hands out a frozen list', () => {
    expect(Object.isFrozen(escalatingFine(terms).each)).toBe(true);
    expect(escalatingFine({ ...terms, count: 0 }).basis.repeats).toBe(0);
  });
});

describe('one term changed', () => {
  it('term: first', () => expect(escalatingFine({ ...terms, first: kzt('19.00') }).total).toEqual(kzt('2019.00')));
  it('term: repeat', () => expect(escalatingFine({ ...terms, repeat: kzt('1.00') }).total).toEqual(kzt('20.00')));
  it('term: count', () => expect(escalatingFine({ ...terms, count: 4 }).total).toEqual(kzt('3018.00')));
  it('term: mode', () => expect(escalatingFine({ ...terms, mode: 'firstPlusRepeat' }).total).toEqual(kzt('2054.00')));
});

describe('laws', () => {
  const fines = fc.record({
    first: fc.bigInt(0n, 2n ** 60n),
    repeat: fc.bigInt(0n, 2n ** 60n),
    count: fc.integer({ min: 0, max: 60 }),
    mode: fc.constantFrom('repeatAlone' as const, 'firstPlusRepeat' as const),
  });
  const answer = ({
    first,
    repeat,
    ...rest
  }: {
    first: bigint;
    repeat: bigint;
    count: number;
    mode: 'repeatAlone' | 'firstPlusRepeat';
  }) => escalatingFine({ ...rest, first: fromMinorUnits(first, 'KZT'), repeat: fromMinorUnits(repeat, 'KZT') });

  it('the fines of all breaches make the total, counted one by one', () => {
    fc.assert(
      fc.property(fines, (given) => {
        let total = 0n;
        for (let breach = 1; breach <= given.count; breach += 1) {
          if (breach === 1 || given.mode === 'firstPlusRepeat') total += given.first;
          if (breach > 1) total += given.repeat;
        }
        const { each, total: all } = answer(given);
        expect(all.minorUnits).toBe(total);
        expect(each.reduce((sum, fine) => sum + fine.minorUnits, 0n)).toBe(total);
        expect(each).toHaveLength(given.count);
      }),
    );
  });

  it('one breach more never costs less, and costs the same as the one before from the second on', () => {
    fc.assert(
      fc.property(fines, (given) => {
        const total = (count: number) => answer({ ...given, count }).total.minorUnits;
        expect(total(given.count + 1) >= total(given.count)).toBe(true);
        if (given.count >= 1)
          expect(total(given.count + 2) - total(given.count + 1)).toBe(total(given.count + 1) - total(given.count));
      }),
    );
  });
});

describe('hostile input', () => {
  it.each([
    { because: 'a count below zero', change: { count: -1 }, refused: 'argument-invalid count' },
    { because: 'half a breach', change: { count: 1.5 }, refused: 'argument-invalid count' },
    { because: 'NaN', change: { count: Number.NaN }, refused: 'argument-invalid count' },
    { because: 'Infinity', change: { count: Number.POSITIVE_INFINITY }, refused: 'argument-invalid count' },
    { because: 'a text', change: { count: '3' }, refused: 'argument-invalid count' },
    { because: 'a million is taken', change: { count: 1_000_000 }, refused: 'answered' },
    { because: 'one more is not', change: { count: 1_000_001 }, refused: 'argument-invalid count' },
    { because: 'a prototype key for a mode', change: { mode: 'toString' }, refused: 'argument-invalid mode' },
    {
      because: 'no mode, even without a repeat',
      change: { mode: undefined, count: 1 },
      refused: 'argument-invalid mode',
    },
    { because: 'a negative first fine', change: { first: kzt('-0.01') }, refused: 'amount-invalid first' },
    { because: 'a negative repeat', change: { repeat: kzt('-0.01') }, refused: 'amount-invalid repeat' },
    { because: 'two currencies', change: { repeat: money('1.00', 'USD') }, refused: 'currency-mismatch repeat' },
    { because: 'a text for a sum', change: { first: '18.00' }, refused: 'argument-invalid first' },
    { because: 'no sum', change: { repeat: null }, refused: 'argument-invalid repeat' },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });

  it('takes minus zero for zero', () => {
    expect(asJson<Record<string, unknown>>(escalatingFine({ ...terms, count: -0 }))['basis']).toEqual(
      asJson<Record<string, unknown>>(escalatingFine({ ...terms, count: 0 }))['basis'],
    );
  });

  it('adds up a million breaches', () => {
    expect(escalatingFine({ ...terms, count: 1_000_000 }).total).toEqual(kzt('999999018.00'));
  });
});
