import { money, withdrawnCurrency } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

// Decision 0023 has the sources of the days.
describe('withdrawnCurrency', () => {
  it.each([
    { code: 'BGN', on: '2026-01-01', next: 'EUR', at: '1.95583', digits: '0.01', because: 'the lev' },
    { code: 'HRK', on: '2023-01-01', next: 'EUR', at: '7.5345', digits: '0.01', because: 'the kuna' },
    { code: 'LTL', on: '2015-01-01', next: 'EUR', at: '3.4528', digits: '0.01', because: 'the litas' },
    { code: 'LVL', on: '2014-01-01', next: 'EUR', at: '0.702804', digits: '0.01', because: 'the lats, worth more' },
    { code: 'EEK', on: '2011-01-01', next: 'EUR', at: '15.6466', digits: '0.01', because: 'the kroon' },
    { code: 'ANG', on: '2025-04-01', next: 'XCG', at: '1', digits: '0.01', because: 'one to one, in the night' },
    { code: 'ZWL', on: '2024-04-05', next: 'ZWG', at: '2498.7242', digits: '0.01', because: 'into gold' },
    { code: 'SLL', on: '2022-07-01', next: 'SLE', at: '1000', digits: '0.01', because: 'three zeros' },
    { code: 'BYR', on: '2016-07-01', next: 'BYN', at: '10000', digits: '1', because: 'four zeros, and no kopecks' },
    { code: 'MRO', on: '2018-01-01', next: 'MRU', at: '10', digits: '0.01', because: 'one zero' },
    { code: 'STD', on: '2018-01-01', next: 'STN', at: '1000', digits: '0.01', because: 'three zeros' },
    { code: 'VEF', on: '2018-08-20', next: 'VES', at: '100000', digits: '0.01', because: 'five zeros' },
    { code: 'ZMK', on: '2013-01-01', next: 'ZMW', at: '1000', digits: '0.01', because: 'three zeros' },
  ] as const)('$code: $because', ({ code, on, next, at, digits }) => {
    expect(withdrawnCurrency(code)).toEqual({ withdrawnOn: on, followedBy: next, unitsPerNew: at });
    // It is a currency still: its sums are read and written as ever.
    expect(String(money(digits, code))).toBe(`${digits} ${code}`);
    expect(withdrawnCurrency(next)).toBeUndefined();
  });

  it.each(['KZT', 'EUR', 'XCG'] as const)('%s is in use', (code) => expect(withdrawnCurrency(code)).toBeUndefined());

  it.each(['DEM', 'CUC', 'bgn', '', undefined, '__proto__'])('refuses %j', (code) => {
    expect(refusal(() => withdrawnCurrency(code as never))).toBe('currency-unknown currency');
  });
});
