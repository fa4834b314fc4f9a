import { evaluate, explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { agreement } from './daysAgreement.js';
import { redo } from './oneComputation.js';

describe('latest: days that apply', () => {
  it.each([
    { needs: true, confirmed: '2026-04-30', completed: '2026-05-04', day: '2026-05-04', because: 'both are needed' },
    { needs: true, confirmed: '2026-05-05', completed: '2026-05-04', day: '2026-05-05', because: 'the other is later' },
    { needs: true, confirmed: '2026-04-30', completed: undefined, day: undefined, because: 'one is still missing' },
    { needs: false, confirmed: '2026-04-30', completed: undefined, day: '2026-04-30', because: 'one is not asked for' },
    {
      needs: false,
      confirmed: '2026-04-30',
      completed: '2026-05-04',
      day: '2026-04-30',
      because: 'a day that does not apply is not looked at, though known',
    },
    { needs: false, confirmed: undefined, completed: '2026-05-04', day: undefined, because: 'what applies is missing' },
  ])('$because', ({ needs, confirmed, completed, day }) => {
    const facts = {
      needsCompletion: needs,
      ...(confirmed !== undefined && { confirmedOn: confirmed }),
      ...(completed !== undefined && { completedOn: completed }),
    };
    const result = evaluate(agreement, '1/paidOn', facts);
    expect(result.value['day']).toBe(day);
    expect(result.value['complete']).toBe(day !== undefined);
    redo(result);
  });
});

describe('no day at all', () => {
  it.each([
    {
      needs: false,
      complete: true,
      en: 'none of the days applies',
      ru: 'ни один из дней не применяется',
      because: 'none applies: nothing is missing',
    },
    {
      needs: true,
      complete: false,
      en: 'not all days are known',
      ru: 'известны не все дни',
      because: 'the one that applies is not known',
    },
  ])('$because', ({ needs, complete, en, ru }) => {
    const result = evaluate(agreement, '1/mayApply', { needsCompletion: needs });
    expect(result.value).toEqual({ complete });
    expect(explain(result, 'en').map(({ text }) => text)).toEqual([en]);
    expect(explain(result, 'ru').map(({ text }) => text)).toEqual([ru]);
    redo(result);
  });
});
