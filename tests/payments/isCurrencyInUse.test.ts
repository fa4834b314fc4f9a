import { isCurrencyInUse } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('isCurrencyInUse', () => {
  it.each([
    { code: 'BGN', day: '2025-12-30', is: true, because: 'two days before' },
    { code: 'BGN', day: '2025-12-31', is: true, because: 'the last day' },
    { code: 'BGN', day: '2026-01-01', is: false, because: 'the first day of the euro' },
    { code: 'HRK', day: '2022-12-31', is: true, because: 'the last day of the kuna' },
    { code: 'HRK', day: '2023-01-01', is: false, because: 'the first day of the euro' },
    { code: 'ANG', day: '2025-03-31', is: true, because: 'accounts change in the night that follows' },
    { code: 'ANG', day: '2025-04-01', is: false, because: 'the Caribbean guilder' },
    { code: 'KZT', day: '2099-01-01', is: true, because: 'in use' },
  ] as const)('$code on $day: $is, $because', ({ code, day, is }) => expect(isCurrencyInUse(code, day)).toBe(is));

  it('refuses what is not a day or not a currency', () => {
    expect(refusal(() => isCurrencyInUse('BGN', '2026-02-30'))).toBe('day-invalid day');
    expect(refusal(() => isCurrencyInUse('DEM' as never, '2026-02-28'))).toBe('currency-unknown currency');
  });
});
