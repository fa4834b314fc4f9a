import fc from 'fast-check';
import { fromMinorUnits, minorUnitDigits } from 'oferta';
import { describe, expect, it } from 'vitest';
import { currencyDigits, sumOf } from '../../src/verify/fraction.js';

describe('sums', () => {
  it('have the digits of ISO 4217, as the library has them', () => {
    for (const currency of [
      'KZT',
      'RUB',
      'USD',
      'EUR',
      'JPY',
      'KRW',
      'CLP',
      'VND',
      'XOF',
      'KWD',
      'TND',
      'BHD',
      'CLF',
      'UYW',
    ] as const)
      expect(currencyDigits(currency), currency).toBe(minorUnitDigits(currency));
  });

  it('are written as the library writes them', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.constantFrom('KZT', 'JPY', 'KWD', 'CLF'),
        (units, currency) => {
          expect(sumOf(units, currency)).toEqual({ type: 'money', ...fromMinorUnits(units, currency).toJSON() });
        },
      ),
    );
  });
});
