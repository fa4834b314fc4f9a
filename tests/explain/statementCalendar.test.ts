import ICAL from 'ical.js';
import { replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { statementCalendar } from '../../src/explain/statementCalendar.js';
import { autocall, autocallEvents } from '../agreement/autocall.js';

/** The events of a calendar file, read by another library. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const on = (asOf: string) => replay(autocall, autocallEvents, asOf);

describe('statementCalendar', () => {
  it('an all-day event for each open deadline, ending on the day after', () => {
    const statement = on('2026-08-03');
    const events = eventsOf(statementCalendar(statement, autocall, 'en'));
    expect(
      events.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString(), startDate.isDate]),
    ).toEqual([
      ['2026-08-10', '2026-08-11', true],
      ['2027-01-12', '2027-01-13', true],
      ['2026-12-13', '2026-12-14', true],
    ]);
    expect(events.map(({ summary }) => summary)).toEqual([
      'pay the negative balance, clause 5.7',
      'the term of the agreement ends, clause 11.2',
      'give notice, so that the agreement is not renewed, clause 11.2',
    ]);
  });

  it('the day after the last day of a month and of a year', () => {
    const statement = on('2026-08-03');
    const [deadline] = statement.deadlines;
    for (const [lastDay, end] of [
      ['2026-02-28', '2026-03-01'],
      ['2028-02-28', '2028-02-29'],
      ['2026-12-31', '2027-01-01'],
    ] as const) {
      const moved = { ...statement, deadlines: [{ ...(deadline as (typeof statement.deadlines)[number]), lastDay }] };
      expect(eventsOf(statementCalendar(moved, autocall, 'en')).map(({ endDate }) => endDate.toString())).toEqual([
        end,
      ]);
    }
  });

  it('a deadline keeps its UID from one statement to the next, and each has its own', () => {
    const idsOn = (asOf: string) => eventsOf(statementCalendar(on(asOf), autocall, 'en')).map(({ uid }) => uid);
    expect(idsOn('2026-08-05')).toEqual(idsOn('2026-08-03'));
    expect(new Set(idsOn('2026-08-03')).size).toBe(3);
    expect(eventsOf(statementCalendar(on('2026-08-03'), autocall, 'ru')).map(({ uid }) => uid)).toEqual(
      idsOn('2026-08-03'),
    );
  });

  it.each(['en', 'ru'] as const)('lines end in CRLF and have at most 75 octets: %s', (language) => {
    const text = statementCalendar(on('2026-08-03'), autocall, language);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(Math.max(...octets)).toBeGreaterThan(70);
  });

  it('folding cuts no character and loses none', () => {
    const text = statementCalendar(on('2026-08-03'), autocall, 'ru');
    expect(text).not.toContain('\ufffd');
    const [first] = eventsOf(text);
    expect(first?.summary).toBe('оплатить отрицательный баланс, п. 5.7');
    expect(first?.description).toContain('AutoCall.kz, публичная оферта\n1. 5\u00a0банковских дней');
  });

  it('what a calendar would read as signs of its own is read back as written', () => {
    const statement = on('2026-08-03');
    const [deadline] = statement.deadlines;
    const name = 'a;b,c\\d\ne\u0007f 😀'.repeat(8);
    const about = { key: name, field: 'act' };
    const hostile = {
      ...statement,
      account: `${name}\u202e`,
      deadlines: [{ ...(deadline as (typeof statement.deadlines)[number]), about }],
    };
    const [event] = eventsOf(statementCalendar(hostile, autocall, 'en'));
    // In one line: what breaks it or turns its direction is gone.
    expect(
      event?.summary.startsWith(`${name.replaceAll('\n', ' ').replaceAll('\u0007', ' ')}: pay the negative balance`),
    ).toBe(true);
    expect(
      statementCalendar(hostile, autocall, 'en')
        .split('\r\n')
        .every((line) => new TextEncoder().encode(line).length <= 75),
    ).toBe(true);
  });

  it('two customers in one calendar: each event names its account, and no two have one UID', () => {
    const files = ['K-1', 'K-2'].map((account) =>
      statementCalendar(replay(autocall, autocallEvents, '2026-08-03', { account }), autocall, 'kk'),
    );
    // Like a program that imports both: the events of the second follow those of the first.
    const [first = '', second = ''] = files;
    const both = first.replace('END:VCALENDAR\r\n', second.slice(second.indexOf('BEGIN:VEVENT')));
    const events = eventsOf(both);
    expect(events).toHaveLength(6);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(6);
    expect(events.map(({ summary }) => summary.slice(0, 5))).toEqual([
      'K-1: ',
      'K-1: ',
      'K-1: ',
      'K-2: ',
      'K-2: ',
      'K-2: ',
    ]);
  });

  it('no open deadline is an empty calendar', () => {
    expect(eventsOf(statementCalendar({ ...on('2026-08-03'), deadlines: [] }, autocall, 'en'))).toEqual([]);
  });

  it('a day beyond the years of the format is refused', () => {
    const statement = on('2026-08-03');
    const [deadline] = statement.deadlines;
    const far = {
      ...statement,
      deadlines: [{ ...(deadline as (typeof statement.deadlines)[number]), lastDay: '9999-12-31' }],
    };
    expect(() => statementCalendar(far, autocall, 'en')).toThrow('day-out-of-range');
  });
});
