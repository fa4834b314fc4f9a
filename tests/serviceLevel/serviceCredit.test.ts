import { calendarDays, countingRules, money, type ServiceCreditTerms, serviceCredit } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const { asWritten, ruCivilCode } = countingRules;
const base: ServiceCreditTerms<'EUR'> = {
  base: money('120.05', 'EUR'),
  tiers: [
    { atLeast: '0.999', creditRate: '0' },
    { atLeast: '0.99', below: '0.999', creditRate: '0.1' },
    { below: '0.99', creditRate: '0.25' },
  ],
  form: 'nextInvoice',
  rounding: 'halfExpand',
  measured: '0.995',
};
const credit = (change: Partial<ServiceCreditTerms<'EUR'>>) => serviceCredit({ ...base, ...change });
const sum = (change: Partial<ServiceCreditTerms<'EUR'>>) => String(credit(change).credit);
const window = { from: '2026-03-31', within: calendarDays(30), rules: asWritten };

describe('serviceCredit', () => {
  it.each([
    { measured: '0.9991', right: '0.00 EUR', because: 'the level is met' },
    { measured: '0.999', right: '0.00 EUR', because: 'at its edge' },
    { measured: '0.9989', right: '12.01 EUR', because: 'a tenth of 120.05 is 12.005' },
    { measured: '0.99', right: '12.01 EUR', because: 'at the second edge' },
    { measured: '0.9899', right: '30.01 EUR', because: 'a quarter is 30.0125' },
  ])('$measured gives $right: $because', ({ measured, right }) => {
    expect(sum({ measured })).toBe(right);
  });

  it.each([
    { claimedOn: '2026-04-29', right: '12.01 EUR', lost: undefined, because: 'a day before the last' },
    { claimedOn: '2026-04-30', right: '12.01 EUR', lost: undefined, because: 'the last day' },
    { claimedOn: '2026-05-01', right: '0.00 EUR', lost: 'claimed-late', because: 'a day late' },
    { claimedOn: undefined, right: '0.00 EUR', lost: 'not-claimed', because: 'not claimed' },
  ])('term: claim, $because', ({ claimedOn, right, lost }) => {
    const found = credit({ claim: { ...window, ...(claimedOn !== undefined && { claimedOn }) } });
    expect([String(found.credit), found.because, String(found.claimUntil)]).toEqual([right, lost, '2026-04-30']);
  });

  it('nothing is lost where the level was met', () => {
    expect(credit({ measured: 1, claim: window }).because).toBe(undefined);
  });

  it.each([
    { rate: '0.11', right: '12.01 EUR', capped: false, because: '13.21 is more than the credit' },
    { rate: '0.1', right: '12.01 EUR', capped: false, because: 'the same sum does not cap' },
    { rate: '0.09', right: '10.80 EUR', capped: true, because: '10.8045 is less' },
  ])('term: cap, $because', ({ rate, right, capped }) => {
    const found = credit({ cap: { rate, base: base.base } });
    expect([String(found.credit), found.capped]).toEqual([right, capped]);
  });

  it('shows its cap, and none where there is none', () => {
    expect(credit({ cap: { rate: '0.5', base: base.base } }).cap).toEqual(money('60.03', 'EUR'));
    expect(credit({}).cap).toBeUndefined();
  });

  it.each(['nextInvoice', 'payOut', 'balance'] as const)('in the form of %s', (form) => {
    expect(credit({ form }).form).toBe(form);
  });

  it('term: capRounding', () => {
    const cap = { rate: '0.05', base: money('119.90', 'EUR') };
    // 5 % of 119.90 is 5.995.
    expect([sum({ cap }), sum({ cap, capRounding: 'floor' })]).toEqual(['6.00 EUR', '5.99 EUR']);
  });

  it('term: base', () => {
    expect(sum({ base: money('100.00', 'EUR') })).toBe('10.00 EUR');
  });

  it('term: tiers', () => {
    expect(sum({ tiers: [{ below: 1, creditRate: '1' }] })).toBe('120.05 EUR');
  });

  it('term: form', () => {
    expect([credit({}).form, credit({ form: 'payOut' }).form]).toEqual(['nextInvoice', 'payOut']);
  });

  it('term: rounding', () => {
    expect(sum({ rounding: 'floor' })).toBe('12.00 EUR');
  });

  it('term: measured', () => {
    expect(sum({ measured: '0.5' })).toBe('30.01 EUR');
  });

  it('goes over the wire', () => {
    expect(JSON.parse(JSON.stringify(credit({ claim: { ...window, claimedOn: '2026-04-01' } })))).toEqual({
      credit: { amount: '12.01', currency: 'EUR' },
      form: 'nextInvoice',
      capped: false,
      claimUntil: '2026-04-30',
      basis: {
        base: { amount: '120.05', currency: 'EUR' },
        tier: 1,
        creditRate: '0.1',
        uncapped: { amount: '12.01', currency: 'EUR' },
        claim: { nominalLastDay: '2026-04-30', rolledOver: [], skipped: [], provisional: [] },
      },
    });
  });

  it.each([
    { change: { base: money('-1.00', 'EUR') }, refused: 'amount-invalid base' },
    { change: { base: 120 }, refused: 'argument-invalid base' },
    { change: { tiers: [] }, refused: 'argument-invalid tiers' },
    { change: { tiers: [{ creditRate: 0.1 }] }, refused: 'rate-invalid tiers.0.creditRate' },
    { change: { tiers: [{ below: '0.5', creditRate: '0' }] }, refused: 'term-not-in-force value' },
    { change: { measured: 0.5 }, refused: 'argument-invalid measured' },
    { change: { form: 'voucher' }, refused: 'argument-invalid form' },
    { change: { rounding: 'halfUp' }, refused: 'rounding-unknown rounding' },
    { change: { cap: null }, refused: 'argument-invalid cap' },
    { change: { cap: { rate: '0.1', base: money('1', 'KZT') } }, refused: 'currency-mismatch cap.base' },
    { change: { cap: { rate: '-0.1', base: money('1', 'EUR') } }, refused: 'rate-invalid cap.rate' },
    { change: { claim: null }, refused: 'argument-invalid claim' },
    { change: { claim: { ...window, claimedOn: 'soon' } }, refused: 'day-invalid claim.claimedOn' },
    { change: { claim: { ...window, within: 30 } }, refused: 'limit-invalid claim.within' },
    { change: { claim: { ...window, rules: ruCivilCode } }, refused: 'calendar-required calendar' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => serviceCredit({ ...base, ...change } as never))).toBe(refused);
  });
});
