import { applyEvents, openAccount, statement } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { autocall, autocallEvents } from '../autocall.js';

describe('statement', () => {
  const account = applyEvents(openAccount(autocall), autocallEvents);

  it('lists the readings in force with their reasons and the other positions', () => {
    const reading = statement(account, '2026-12-31').readings.find(({ id }) => id === '6.10-cap-base');
    expect(reading).toMatchObject({ clause: '6.10', chosen: 'total-debt', others: ['overdue-only'] });
    expect(Object.keys(reading?.why ?? {})).toEqual(['en', 'ru', 'kk']);
  });

  it('is JSON', () => {
    const told = statement(account, '2026-12-31');
    expect(JSON.parse(JSON.stringify(told)).balance).toEqual({ amount: '-500000.00', currency: 'KZT' });
  });

  it('refuses what is not a day', () => {
    expect(codeOf(() => statement(account, '2026-13-01'))).toBe('day-invalid');
  });

  it.each([
    { asOf: '2026-11-30', code: 'event-in-closed-period', because: 'the day before the last event' },
    { asOf: '2026-12-01', code: undefined, because: 'the day of the last event' },
    { asOf: '2026-12-02', code: undefined, because: 'the day after' },
  ])('as of $asOf, $because: $code', ({ asOf, code }) => {
    expect(codeOf(() => statement(account, asOf))).toBe(code);
  });

  it('changes nothing', () => {
    const before = JSON.stringify(account);
    statement(account, '2026-12-31');
    expect(JSON.stringify(account)).toBe(before);
  });
});
