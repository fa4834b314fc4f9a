import { evaluate, explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { agreement } from './daysAgreement.js';
import { redo } from './oneComputation.js';

const month = { count: 1, unit: 'months' };

describe('deadline: so many limits in a row', () => {
  it.each([
    { periods: undefined, lastDay: '2026-02-28', because: 'one month, clamped' },
    { periods: 1, lastDay: '2026-02-28', because: 'one month said outright' },
    { periods: 2, lastDay: '2026-03-31', because: 'counted from 31 January, not from 28 February' },
    { periods: 3, lastDay: '2026-04-30', because: 'clamped again' },
    { periods: 0, lastDay: '2026-01-31', because: 'no period has run: it is the day itself' },
  ])('$periods: $because', ({ periods, lastDay }) => {
    const facts = { startedOn: '2026-01-31', length: month, ...(periods !== undefined && { periods }) };
    const result = evaluate(agreement, '1/end', facts);
    expect(result.value['lastDay']).toBe(lastDay);
    redo(result);
  });

  it('says how many', () => {
    const result = evaluate(agreement, '1/end', { startedOn: '2026-01-31', length: month, periods: 2 });
    expect(explain(result, 'en')[0]?.text).toBe(
      '2 × 1\u00a0month from 31\u00a0January\u00a02026: the last day is 31\u00a0March\u00a02026',
    );
    expect(explain(result, 'ru')[0]?.text).toContain('2 × 1\u00a0месяц');
  });

  it.each([
    { periods: -1, code: 'limit-invalid', because: 'less than none' },
    { periods: Number.MAX_SAFE_INTEGER, code: 'limit-invalid', because: 'no limit is that long' },
    { periods: 1.5, code: 'fact-invalid', because: 'half a period' },
    { periods: Number.NaN, code: 'fact-invalid', because: 'no number' },
  ])('refuses $periods: $because', ({ periods, code }) => {
    expect(codeOf(() => evaluate(agreement, '1/end', { startedOn: '2026-01-31', length: month, periods }))).toBe(code);
  });
});
