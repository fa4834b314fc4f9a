import { workingCalendar } from 'oferta';
import { explain } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const fortnight = { count: 14, unit: 'calendarDays' };
const year = { count: 12, unit: 'months' };

const asked = (
  days: { purchasedOn?: string; creditedOn?: string; requestedOn: string; used?: boolean },
  { counts = 'act', unusedWithin = fortnight, creditedWithin = year, banking = kz } = {},
) =>
  answerOf(
    { kind: 'refundEligibility', counts: counts as 'act' | 'state', terms: { unusedWithin, creditedWithin } },
    {
      purchasedOn: { type: 'day' },
      creditedOn: { type: 'day' },
      requestedOn: { type: 'day' },
      used: { type: 'flag' },
    },
    { purchasedOn: '2026-02-16', creditedOn: '2026-02-16', used: false, ...days },
    banking,
  );

describe('refundEligibility: an unused purchase, within two windows', () => {
  // 14 days from Monday 16 February end on Monday 2 March; 12 months from 20 February 2025 end on Friday 20 February.
  it.each([
    { requestedOn: '2026-02-16', grounds: [], because: 'the day of the purchase' },
    { requestedOn: '2026-03-01', grounds: [], because: 'day 13' },
    { requestedOn: '2026-03-02', grounds: [], because: 'day 14' },
    { requestedOn: '2026-03-03', grounds: ['unused-window-closed'], because: 'day 15' },
    { requestedOn: '2026-03-02', used: true, grounds: ['used'], because: 'in time, but used' },
    { requestedOn: '2026-03-03', used: true, grounds: ['used', 'unused-window-closed'], because: 'used and too late' },
    { requestedOn: '2026-02-20', creditedOn: '2025-02-20', grounds: [], because: 'the last day of the outer window' },
    {
      requestedOn: '2026-02-21',
      creditedOn: '2025-02-20',
      grounds: ['credit-window-closed'],
      because: 'the day after it, with the inner one still open',
    },
    {
      requestedOn: '2026-03-03',
      creditedOn: '2025-02-20',
      used: true,
      grounds: ['used', 'unused-window-closed', 'credit-window-closed'],
      because: 'everything at once',
    },
  ])('asked on $requestedOn: $grounds, $because', ({ grounds, because: _, ...days }) => {
    const result = asked(days);
    const outer = 'creditedOn' in days ? '2026-02-20' : '2027-02-16';
    expect(result.value).toEqual({
      eligible: grounds.length === 0,
      because: grounds,
      unusedUntil: '2026-03-02',
      creditedUntil: outer,
      until: outer < '2026-03-02' ? outer : '2026-03-02',
    });
    expect(Object.keys(result.fields)).toEqual(['eligible', 'unusedUntil', 'creditedUntil', 'until']);
    redo(result);
  });

  it.each([
    { counts: 'act', until: '2026-03-02', because: 'Saturday 28 February moves to Monday' },
    { counts: 'state', until: '2026-02-28', because: 'a state does not move' },
  ])('of a limit that is $counts: $until, $because', ({ counts, until }) => {
    const result = asked({ purchasedOn: '2026-02-14', requestedOn: '2026-02-28' }, { counts });
    expect(result.value['until']).toBe(until);
    redo(result);
  });

  // A bank that is closed on Wednesday 18 and Thursday 19 February, and on Monday 2 March.
  const banking = workingCalendar({
    id: 'BANK',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-01-01', lastDay: '2027-12-31' },
    daysOff: ['2026-02-18', '2026-02-19', '2026-03-02'],
    workingWeekendDays: [],
    sources: [],
  });
  const fiveBankingDays = { count: 5, unit: 'bankingDays' };
  it.each([
    {
      limits: { unusedWithin: fortnight, creditedWithin: fiveBankingDays },
      unusedUntil: '2026-03-02',
      creditedUntil: '2026-02-25',
      because: 'the outer window in banking days: 17, 20, 23, 24 and 25 February',
    },
    {
      limits: { unusedWithin: fiveBankingDays, creditedWithin: fortnight },
      unusedUntil: '2026-02-25',
      creditedUntil: '2026-03-02',
      because: 'the inner one; the bank closed on 2 March does not move the other',
    },
    {
      limits: { unusedWithin: fiveBankingDays, creditedWithin: { count: 6, unit: 'bankingDays' } },
      unusedUntil: '2026-02-25',
      creditedUntil: '2026-02-26',
      because: 'both in banking days',
    },
  ])('each window by its own calendar: $because', ({ limits, unusedUntil, creditedUntil }) => {
    const result = asked({ requestedOn: '2026-02-25' }, { ...limits, banking });
    expect(result.value).toMatchObject({ eligible: true, unusedUntil, creditedUntil, until: '2026-02-25' });
    redo(result);
    const late = asked({ requestedOn: '2026-02-26' }, { ...limits, banking });
    expect(late.value['eligible']).toBe(false);
    redo(late);
  });

  it('says how', () => {
    const told = explain(asked({ requestedOn: '2026-03-03' }), 'en').map(({ text }) => text.replace(/\u00a0/g, ' '));
    expect(told.slice(-4)).toEqual([
      'the earlier of 2 March 2026 and 16 February 2027: 2 March 2026',
      'asked on 3 March 2026, by 2 March 2026: no',
      'nothing was used: yes',
      'the refund is due: no',
    ]);
  });

  it('refuses a request before the purchase', () => {
    expect(refusal(() => asked({ requestedOn: '2026-02-15' }))).toBe('argument-invalid requestedOn');
  });
});
