import { evaluate, explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { agreement } from './daysAgreement.js';
import { redo } from './oneComputation.js';

describe('dayIn: the day of an instant', () => {
  it.each([
    {
      at: '2026-04-19T20:59:59Z',
      moscow: '2026-04-19',
      utc: '2026-04-19',
      because: 'a second before midnight in Moscow',
    },
    { at: '2026-04-19T21:00:00Z', moscow: '2026-04-20', utc: '2026-04-19', because: 'midnight belongs to the new day' },
    { at: '2026-04-20T00:30:00+03:00', moscow: '2026-04-20', utc: '2026-04-19', because: 'half past midnight' },
  ])('$at: $because', ({ at, moscow, utc }) => {
    const result = evaluate(agreement, '1/day', { at });
    expect(result.value['day']).toBe(moscow);
    expect(evaluate(agreement, '1/utcDay', { at }).value['day']).toBe(utc);
    redo(result);
    redo(evaluate(agreement, '1/utcDay', { at }));
  });

  it('names the zone', () => {
    const result = evaluate(agreement, '1/day', { at: '2026-04-19T21:30:00Z' });
    expect(explain(result, 'en')[0]?.text).toBe(
      '20\u00a0April\u00a02026, 00:30 (UTC+03:00) falls on 20\u00a0April\u00a02026 in Europe/Moscow',
    );
  });

  it.each(['2026-04-19', '2026-04-19T21:30:00', 'now', '', 5, null])('refuses %j', (at) => {
    expect(codeOf(() => evaluate(agreement, '1/day', { at }))).toBe(at === null ? 'fact-missing' : 'fact-invalid');
  });
});
