import { AgreementError, loadDecimal, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import * as onDemand from '../../src/money/decimalOnDemand.js';

describe('loadDecimal', () => {
  it('has nothing to do where decimal.js is there from the start', async () => {
    expect(money('0.10', 'KZT').amount.plus('0.20').toString()).toBe('0.3');
    expect(await loadDecimal()).toBeUndefined();
    expect(money('0.10', 'KZT').amount.plus('0.20').toString()).toBe('0.3');
  });

  // First that it is not there, then what loading brings: the order of these is the order of a page.
  it('under the condition an amount is refused until decimal.js is loaded, and is then one of 40 digits', async () => {
    let refusal: unknown;
    try {
      new onDemand.OfertaDecimal('120.00');
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(AgreementError);
    expect((refusal as AgreementError).code).toBe('argument-invalid');
    expect((refusal as AgreementError).message).toContain('await loadDecimal()');
    await onDemand.loadDecimalLibrary();
    const third = new onDemand.OfertaDecimal('1').div(3);
    // decimal.js alone would give twenty digits.
    expect(third.toString()).toBe(`0.${'3'.repeat(40)}`);
    expect(Object.prototype.toString.call(third)).toBe('[object Decimal]');
  });
});
