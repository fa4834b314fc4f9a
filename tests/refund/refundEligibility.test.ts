import fc from 'fast-check';
import {
  calendarDays,
  countingRules,
  months,
  type RefundEligibilityTerms,
  refundEligibility,
  workingDays,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const terms: RefundEligibilityTerms = {
  purchasedOn: '2026-02-15',
  creditedOn: '2026-02-15',
  requestedOn: '2026-03-01',
  used: false,
  unusedWithin: calendarDays(14),
  creditedWithin: months(12),
  rules: countingRules.asWritten,
};
const refusalWith = (change: object) =>
  refusal(() => refundEligibility({ ...terms, ...change } as RefundEligibilityTerms));

describe('rows worked by hand', () => {
  const both = (day: string) => ({ purchasedOn: day, creditedOn: day });
  it.each([
    { because: 'the day of the purchase', change: { requestedOn: '2026-02-15' }, grounds: [] },
    { because: 'day 13', change: { requestedOn: '2026-02-28' }, grounds: [] },
    { because: 'day 14, the last', change: {}, grounds: [] },
    { because: 'day 15', change: { requestedOn: '2026-03-02' }, grounds: ['unused-window-closed'] },
    { because: 'day 14 of a leap February', change: { ...both('2028-02-15'), requestedOn: '2028-02-29' }, grounds: [] },
    {
      because: 'day 15 of a leap February',
      change: { ...both('2028-02-15'), requestedOn: '2028-03-01' },
      grounds: ['unused-window-closed'],
    },
    {
      because: 'a fourteenth day on a Sunday rolls to Monday',
      change: { requestedOn: '2026-03-02', rules: countingRules.kzCivilCode, calendar: kz },
      grounds: [],
    },
    {
      because: 'and not to Tuesday',
      change: { requestedOn: '2026-03-03', rules: countingRules.kzCivilCode, calendar: kz },
      grounds: ['unused-window-closed'],
    },
    { because: 'used on day 1', change: { requestedOn: '2026-02-16', used: true }, grounds: ['used'] },
    {
      because: 'the last of twelve months from 29 February',
      change: { creditedOn: '2024-02-29', purchasedOn: '2025-02-20', requestedOn: '2025-02-28' },
      grounds: [],
    },
    {
      because: 'a day later the money is too old',
      change: { creditedOn: '2024-02-29', purchasedOn: '2025-02-20', requestedOn: '2025-03-01' },
      grounds: ['credit-window-closed'],
    },
    {
      because: 'used, and the money is too old',
      change: { creditedOn: '2025-01-10', used: true },
      grounds: ['used', 'credit-window-closed'],
    },
    {
      because: 'used and too late',
      change: { requestedOn: '2026-03-02', used: true },
      grounds: ['used', 'unused-window-closed'],
    },
    {
      because: 'too late twice',
      change: { creditedOn: '2025-01-10', requestedOn: '2026-03-10' },
      grounds: ['unused-window-closed', 'credit-window-closed'],
    },
    {
      because: 'every ground, in order',
      change: { creditedOn: '2025-01-10', requestedOn: '2026-03-10', used: true },
      grounds: ['used', 'unused-window-closed', 'credit-window-closed'],
    },
  ])('$because', ({ change, grounds }) => {
    const answer = refundEligibility({ ...terms, ...change });
    expect(answer.because).toEqual(grounds);
    expect(answer.eligible).toBe(grounds.length === 0);
    expect(Object.isFrozen(answer.because)).toBe(true);
  });

  it('gives the answer and its figures as JSON', () => {
    expect(
      JSON.parse(JSON.stringify(refundEligibility({ ...terms, creditedOn: '2025-02-20', requestedOn: '2026-02-21' }))),
    ).toEqual({
      eligible: false,
      because: ['credit-window-closed'],
      unusedUntil: '2026-03-01',
      creditedUntil: '2026-02-20',
      until: '2026-02-20',
      basis: { requestedOn: '2026-02-21', daysSincePurchase: 6 },
    });
  });

  it.each([
    { because: 'the window of the purchase is shorter', creditedOn: '2026-02-15', until: '2026-03-01' },
    { because: 'both end on one day', creditedOn: '2025-03-01', until: '2026-03-01' },
    { because: 'the window of the crediting is shorter', creditedOn: '2025-02-28', until: '2026-02-28' },
  ])('until: $because', ({ creditedOn, until }) => {
    expect(String(refundEligibility({ ...terms, creditedOn }).until)).toBe(until);
  });
});

describe('one term changed', () => {
  const day = (change: Partial<RefundEligibilityTerms>) => {
    const { unusedUntil, creditedUntil } = refundEligibility({ ...terms, ...change });
    return `${unusedUntil} ${creditedUntil}`;
  };
  it('starts from', () => expect(day({})).toBe('2026-03-01 2027-02-15'));
  it('term: purchasedOn', () => expect(day({ purchasedOn: '2026-02-16' })).toBe('2026-03-02 2027-02-15'));
  it('term: creditedOn', () => expect(day({ creditedOn: '2026-02-14' })).toBe('2026-03-01 2027-02-14'));
  it('term: requestedOn', () =>
    expect(refundEligibility({ ...terms, requestedOn: '2026-03-02' }).eligible).toBe(false));
  it('term: used', () => expect(refundEligibility({ ...terms, used: true }).eligible).toBe(false));
  it('term: unusedWithin', () => expect(day({ unusedWithin: calendarDays(13) })).toBe('2026-02-28 2027-02-15'));
  it('term: creditedWithin', () => expect(day({ creditedWithin: months(11) })).toBe('2026-03-01 2027-01-15'));
  it('term: rules', () =>
    expect(day({ rules: { ...countingRules.asWritten, countTriggerDay: true } })).toBe('2026-02-28 2027-02-14'));
  it('term: calendar', () => {
    const counted = { unusedWithin: workingDays(14) };
    // 16-20 and 23-27 February, 2-5 March.
    expect(day({ ...counted, calendar: kz })).toBe('2026-03-05 2027-02-15');
    expect(refusalWith(counted)).toMatch(/^calendar-required/);
  });
});

it('is due exactly while unused and both windows are open, counted day by day', () => {
  const isoDay = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
  const number = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(
      number,
      number,
      number,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.boolean(),
      (purchased, credited, after, unused, outer, used) => {
        const requested = purchased + after;
        const answer = refundEligibility({
          purchasedOn: isoDay(purchased),
          creditedOn: isoDay(credited),
          requestedOn: isoDay(requested),
          used,
          unusedWithin: calendarDays(unused),
          creditedWithin: calendarDays(outer),
          rules: countingRules.asWritten,
        });
        expect(answer.eligible).toBe(!used && after <= unused && requested - credited <= outer);
        expect(String(answer.until)).toBe(isoDay(Math.min(purchased + unused, credited + outer)));
        expect(answer.basis.daysSincePurchase).toBe(after);
      },
    ),
  );
});

describe('hostile input', () => {
  it.each([
    {
      because: 'a request before the purchase',
      change: { requestedOn: '2026-02-14' },
      refused: 'argument-invalid requestedOn',
    },
    { because: 'a count for a flag', change: { used: 0 }, refused: 'argument-invalid used' },
    { because: 'a purchase on no day', change: { purchasedOn: '2026-02-29' }, refused: 'day-invalid purchasedOn' },
    { because: 'a crediting that is left out', change: { creditedOn: undefined }, refused: 'day-invalid creditedOn' },
    {
      because: 'an instant for a day',
      change: { requestedOn: '2026-03-01T10:00:00Z' },
      refused: 'day-invalid requestedOn',
    },
    {
      because: 'hours for days',
      change: { unusedWithin: { count: 24, unit: 'hours' } },
      refused: 'limit-invalid unusedWithin',
    },
    {
      because: 'half a month as a count',
      change: { creditedWithin: { count: 0.5, unit: 'months' } },
      refused: 'limit-invalid creditedWithin.count',
    },
    {
      because: 'NaN days',
      change: { unusedWithin: { count: Number.NaN, unit: 'calendarDays' } },
      refused: 'limit-invalid unusedWithin.count',
    },
    {
      because: 'a prototype key for a unit',
      change: { unusedWithin: { count: 1, unit: '__proto__' } },
      refused: 'limit-invalid unusedWithin',
    },
    { because: 'rules by name', change: { rules: 'kzCivilCode' }, refused: 'rules-invalid rules' },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });

  it('has no answer past the calendar or past Temporal', () => {
    const late = {
      purchasedOn: '2027-12-20',
      creditedOn: '2027-12-20',
      requestedOn: '2027-12-21',
      rules: countingRules.kzCivilCode,
      calendar: kz,
    };
    expect(refusalWith(late)).toMatch(/^calendar-not-covered/);
    const edge = '+275760-09-13';
    expect(refusalWith({ purchasedOn: edge, creditedOn: edge, requestedOn: edge })).toMatch(/^day-out-of-range/);
    expect(
      refusalWith({
        purchasedOn: edge,
        creditedOn: edge,
        requestedOn: edge,
        unusedWithin: calendarDays(0),
        creditedWithin: calendarDays(0),
      }),
    ).toBe('answered');
  });
});
