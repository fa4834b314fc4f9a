import fc from 'fast-check';
import { type ApplyDeductibleTerms, applyDeductible, fromMinorUnits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { eur } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const terms: ApplyDeductibleTerms<'EUR'> = { loss: eur('1000.00'), deductible: eur('250.00'), kind: 'straight' };
const left = (change: Partial<ApplyDeductibleTerms<'EUR'>>) =>
  applyDeductible({ ...terms, ...change }).amount.toFixed(2);

describe('hand-worked', () => {
  it.each([
    { loss: '0.00', straight: '0.00', franchise: '0.00', because: 'no loss' },
    { loss: '249.99', straight: '0.00', franchise: '0.00', because: 'below' },
    { loss: '250.00', straight: '0.00', franchise: '0.00', because: 'at: it does not exceed the deductible' },
    { loss: '250.01', straight: '0.01', franchise: '250.01', because: 'above' },
    { loss: '1000.00', straight: '750.00', franchise: '1000.00', because: 'far above' },
  ])('$loss: $because', ({ loss, straight, franchise }) => {
    expect(left({ loss: eur(loss) })).toBe(straight);
    expect(left({ loss: eur(loss), kind: 'franchise' })).toBe(franchise);
  });
});

describe('each term changes the answer', () => {
  it('term: loss', () => expect(left({ loss: eur('2000.00') })).toBe('1750.00'));
  it('term: deductible', () => expect(left({ deductible: eur('0.00') })).toBe('1000.00'));
  it('term: kind', () => expect(left({ kind: 'franchise' })).toBe('1000.00'));
});

it('law: what is borne and what is left make the loss, and a straight one is never borne beyond the deductible', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(0n, 10n ** 18n), (loss, deductible) => {
      const ask = (kind: 'straight' | 'franchise') =>
        applyDeductible({ loss: fromMinorUnits(loss, 'EUR'), deductible: fromMinorUnits(deductible, 'EUR'), kind })
          .minorUnits;
      expect(loss - ask('straight')).toBe(loss < deductible ? loss : deductible);
      expect([0n, loss]).toContain(ask('franchise'));
      expect(ask('franchise') >= ask('straight')).toBe(true);
    }),
  );
});

it.each([
  { because: 'a loss below zero', change: { loss: eur('-1.00') }, refused: 'amount-invalid loss' },
  { because: 'a deductible below zero', change: { deductible: eur('-1.00') }, refused: 'amount-invalid deductible' },
  {
    because: 'another currency',
    change: { deductible: money('1.00', 'USD') },
    refused: 'currency-mismatch deductible',
  },
  { because: 'an unknown kind', change: { kind: 'excess' }, refused: 'argument-invalid kind' },
])('refuses $because', ({ change, refused }) => expect(refusal(() => left(change as never))).toBe(refused));
