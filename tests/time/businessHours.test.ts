import { type BusinessHours, businessDeadlineAt, businessHours, businessMinutes } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('businessHours and businessMinutes', () => {
  it('are a count of their unit', () => {
    expect(businessHours(0)).toEqual({ count: 0, unit: 'businessHours' });
    expect(businessMinutes(90)).toEqual({ count: 90, unit: 'businessMinutes' });
    expect(Object.isFrozen(businessHours(1))).toBe(true);
  });

  it.each([-1, 0.5, Number.NaN, 200_000_001, '8', null, undefined, 8n])('refuse %s', (count) => {
    expect(refusal(() => businessHours(count as never))).toBe('limit-invalid businessHours.count');
    expect(refusal(() => businessMinutes(count as never))).toBe('limit-invalid businessMinutes.count');
  });
});

describe('the hours of a business', () => {
  const hours: BusinessHours = { timeZone: 'Asia/Almaty', open: [{ from: '09:00', to: '17:00' }] };
  const asked = (given: unknown) =>
    refusal(() =>
      businessDeadlineAt({
        triggeredAt: '2026-04-13T00:00:00+05:00',
        limit: businessMinutes(1),
        hours: given as BusinessHours,
        calendar: kz,
      }),
    );

  it.each([
    { given: null, refused: 'argument-invalid hours' },
    { given: 'nine to five', refused: 'argument-invalid hours' },
    { given: { ...hours, timeZone: 'Almaty' }, refused: 'time-zone-unknown timeZone' },
    { given: { ...hours, timeZone: undefined }, refused: 'time-zone-unknown timeZone' },
    { given: { ...hours, open: undefined }, refused: 'argument-invalid hours.open' },
    { given: { ...hours, open: [null] }, refused: 'argument-invalid hours.open.0' },
    { given: { ...hours, open: [{ from: '9:00', to: '17:00' }] }, refused: 'argument-invalid hours.open.0.from' },
    { given: { ...hours, open: [{ from: '24:00', to: '24:00' }] }, refused: 'argument-invalid hours.open.0.from' },
    { given: { ...hours, open: [{ from: '09:00', to: '24:01' }] }, refused: 'argument-invalid hours.open.0.to' },
    { given: { ...hours, open: [{ from: '09:00', to: 17 }] }, refused: 'argument-invalid hours.open.0.to' },
    { given: { ...hours, open: [{ from: '17:00', to: '09:00' }] }, refused: 'argument-invalid hours.open.0.to' },
    { given: { ...hours, open: [{ from: '09:00', to: '09:00' }] }, refused: 'argument-invalid hours.open.0.to' },
    {
      given: {
        ...hours,
        open: [
          { from: '09:00', to: '13:00' },
          { from: '12:59', to: '18:00' },
        ],
      },
      refused: 'argument-invalid hours.open.1.from',
    },
    { given: { ...hours, weekdays: null }, refused: 'argument-invalid hours.weekdays' },
    { given: { ...hours, weekdays: { 0: [] } }, refused: 'argument-invalid hours.weekdays' },
    { given: { ...hours, weekdays: { 6: 'closed' } }, refused: 'argument-invalid hours.weekdays.6' },
    { given: { ...hours, days: {} }, refused: 'argument-invalid hours.days' },
    { given: { ...hours, days: [null] }, refused: 'argument-invalid hours.days.0' },
    { given: { ...hours, days: [{ day: '2026-02-30', open: [] }] }, refused: 'day-invalid hours.days.0.day' },
    { given: { ...hours, days: [{ day: '2026-04-14' }] }, refused: 'argument-invalid hours.days.0.open' },
    {
      given: {
        ...hours,
        days: [
          { day: '2026-04-14', open: [] },
          { day: '2026-04-14', open: [] },
        ],
      },
      refused: 'argument-invalid hours.days.1.day',
    },
  ])('refuses with $refused', ({ given, refused }) => {
    expect(asked(given)).toBe(refused);
  });

  it('takes intervals that touch: one ends as the next begins', () => {
    const touching = {
      ...hours,
      open: [
        { from: '09:00', to: '13:00' },
        { from: '13:00', to: '24:00' },
      ],
    };
    expect(asked(touching)).toMatch(/^answered/);
  });
});
