import fc from 'fast-check';
import { type DowntimeTerms, downtime, hours } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const march = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
const at = (clock: string) => `2026-03-10T${clock}Z`;
const run = (from: string, to: string) => ({ from: at(from), to: at(to) });
const base: DowntimeTerms = { period: march, outages: [run('10:00:00', '10:30:00')], maintenance: [] };
const minutes = (change: Partial<DowntimeTerms>) => String(downtime({ ...base, ...change }).minutes);

describe('downtime', () => {
  it.each([
    { outages: [], right: '0', because: 'none' },
    { outages: [run('10:00:00', '10:21:54')], right: '219/10', because: '21.9 minutes, nothing cut off' },
    { outages: [run('10:00:00', '10:00:00')], right: '0', because: 'a moment has no length' },
    { outages: [run('10:00:00', '10:15:00'), run('10:00:00', '10:20:00')], right: '20', because: 'equal beginnings' },
    { outages: [run('10:00:00', '10:20:00'), run('10:00:00', '10:15:00')], right: '20', because: 'in the other order' },
    { outages: [run('10:10:00', '10:20:00'), run('10:00:00', '10:15:00')], right: '20', because: 'they overlap' },
    { outages: [run('10:00:00', '10:10:00'), run('10:10:00', '10:20:00')], right: '20', because: 'they meet' },
    { outages: [run('10:00:00', '10:10:00'), run('10:20:00', '10:30:00')], right: '20', because: 'they lie apart' },
    { outages: [run('10:00:00', '10:00:00.000000001')], right: '1/60000000000', because: 'a nanosecond' },
    { outages: [{ from: '2026-02-28T23:00:00Z', to: '2026-03-01T00:05:00Z' }], right: '5', because: 'begun before' },
    { outages: [{ from: '2026-03-31T23:50:00Z', to: '2026-04-02T00:00:00Z' }], right: '10', because: 'ends after' },
    { outages: [{ from: '2026-03-31T23:50:00Z' }], right: '10', because: 'it lasts' },
    { outages: [{ from: '2026-04-02T00:00:00Z' }], right: '0', because: 'begun after the period' },
    { outages: [{ from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }], right: '0', because: 'over by then' },
    { outages: [{ from: '2020-01-01T00:00:00Z' }], right: '44640', because: 'the whole of 31 days' },
  ])('$right minutes: $because', ({ outages, right }) => {
    expect(minutes({ outages })).toBe(right);
  });

  it.each([
    { maintenance: [run('10:10:00', '10:20:00')], right: '20', because: 'ten minutes in the middle' },
    { maintenance: [run('09:50:00', '10:10:00')], right: '20', because: 'over the beginning' },
    { maintenance: [run('10:20:00', '10:40:00')], right: '20', because: 'over the end' },
    { maintenance: [run('10:00:00', '10:10:00'), run('10:00:00', '10:05:00')], right: '20', because: 'it overlaps' },
    { maintenance: [run('09:00:00', '12:00:00')], right: '0', because: 'over all' },
    { maintenance: [run('11:00:00', '12:00:00')], right: '30', because: 'apart' },
    { maintenance: [run('10:30:00', '12:00:00')], right: '30', because: 'beginning where the outage ends' },
  ])('$right minutes are left beside maintenance $because', ({ maintenance, right }) => {
    expect(minutes({ maintenance })).toBe(right);
  });

  it.each([
    { announcedAt: '2026-03-08T09:59:59Z', right: '0', because: 'a second more than two days ahead' },
    { announcedAt: '2026-03-08T10:00:00Z', right: '0', because: 'two days ahead to the second' },
    { announcedAt: '2026-03-08T10:00:01Z', right: '30', because: 'a second too late' },
    { announcedAt: undefined, right: '30', because: 'not announced' },
  ])('term: announcement, $because', ({ announcedAt, right }) => {
    const window = { ...run('10:00:00', '10:30:00'), ...(announcedAt !== undefined && { announcedAt }) };
    expect(minutes({ announcement: hours(48), maintenance: [window] })).toBe(right);
    expect(minutes({ maintenance: [window] })).toBe('0');
  });

  it('intervals that meet are one, and a moment of maintenance parts none', () => {
    const found = downtime({
      ...base,
      outages: [run('10:00:00', '10:10:00'), run('10:10:00', '10:20:00')],
      maintenance: [run('10:05:00', '10:05:00')],
    });
    expect(found.basis.intervals.map(({ from, to }) => [String(from), String(to)])).toEqual([
      ['2026-03-10T10:00:00Z', '2026-03-10T10:20:00Z'],
    ]);
  });

  it('term: period', () => {
    const found = downtime({ ...base, period: run('10:15:00', '11:15:00') });
    expect([String(found.minutes), String(found.periodMinutes)]).toEqual(['15', '60']);
  });

  it('term: outages', () => {
    expect([minutes({}), minutes({ outages: [run('10:00:00', '10:31:00')] })]).toEqual(['30', '31']);
  });

  it('term: maintenance', () => {
    expect([minutes({}), minutes({ maintenance: [run('10:00:00', '10:01:00')] })]).toEqual(['30', '29']);
  });

  it('goes over the wire with what was counted', () => {
    const found = downtime({ ...base, maintenance: [run('10:10:00', '10:20:00')] });
    expect(JSON.parse(JSON.stringify(found))).toEqual({
      minutes: { numerator: '20', denominator: '1' },
      periodMinutes: { numerator: '44640', denominator: '1' },
      basis: {
        intervals: [
          { from: '2026-03-10T10:00:00Z', to: '2026-03-10T10:10:00Z' },
          { from: '2026-03-10T10:20:00Z', to: '2026-03-10T10:30:00Z' },
        ],
        announced: [0],
      },
    });
  });

  it('is what a list of all minutes says', () => {
    const interval = fc.tuple(fc.integer({ min: -20, max: 80 }), fc.nat(30));
    const iso = (minute: number) => new Date(Date.UTC(2026, 2, 10) + minute * 60_000).toISOString();
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 6 }), fc.array(interval, { maxLength: 4 }), (out, excused) => {
        const covers = (list: readonly (readonly [number, number])[], minute: number) =>
          list.some(([from, length]) => minute >= from && minute < from + length);
        const right = Array.from({ length: 60 }, (_, minute) => minute).filter(
          (minute) => covers(out, minute) && !covers(excused, minute),
        ).length;
        const runs = (list: readonly (readonly [number, number])[]) =>
          list.map(([from, length]) => ({ from: iso(from), to: iso(from + length) }));
        const terms = { period: { from: iso(0), to: iso(60) }, outages: runs(out), maintenance: runs(excused) };
        expect(String(downtime(terms).minutes)).toBe(String(right));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    { change: { period: run('10:00:00', '10:00:00') }, refused: 'range-reversed period' },
    { change: { period: null }, refused: 'argument-invalid period' },
    { change: { period: { from: at('10:00:00') } }, refused: 'instant-invalid period.to' },
    { change: { outages: [run('10:00:01', '10:00:00')] }, refused: 'range-reversed outages.0' },
    { change: { outages: [{ from: '2026-03-10' }] }, refused: 'instant-invalid outages.0.from' },
    { change: { outages: {} }, refused: 'argument-invalid outages' },
    { change: { outages: [null] }, refused: 'argument-invalid outages.0' },
    { change: { maintenance: undefined }, refused: 'argument-invalid maintenance' },
    { change: { maintenance: [{ from: at('10:00:00') }] }, refused: 'instant-invalid maintenance.0.to' },
    {
      change: { maintenance: [{ ...run('10:00:00', '10:01:00'), announcedAt: 'yesterday' }] },
      refused: 'instant-invalid maintenance.0.announcedAt',
    },
    { change: { announcement: { count: 2, unit: 'calendarDays' } }, refused: 'limit-invalid announcement' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => downtime({ ...base, ...change } as never))).toBe(refused);
  });
});
