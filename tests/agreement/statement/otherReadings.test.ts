import { type AgreementData, replay, type Statement, withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { otherReadings } from '../../../src/agreement/statement/otherReadings.js';
import { Wording } from '../../../src/agreement/statement/wording.js';
import { statementCalendar } from '../../../src/explain/statementCalendar.js';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { withPlainSpaces } from '../../support/noBreakSpaces.js';
import { autocall, autocallData, autocallEvents } from '../autocall.js';
import { statementText } from './statementText.js';

const penalty = {
  computation: '6.10/penalty',
  field: 'penalty',
  posting: 'penalty',
  facts: {
    negativeOn: '2026-03-19',
    asOf: '2026-04-20',
    overdue: kzt('100000.00'),
    totalDebt: kzt('100000.00'),
    payments: [{ paidOn: '2026-04-20', amount: kzt('40000.00') }],
  },
};

const renewal = {
  computation: '11.2/renewal',
  field: 'latestNoticeDay',
  posting: 'renewal',
  facts: { registeredOn: '2026-01-12', asOf: '2026-06-01' },
};

const lines = (shown: typeof penalty | typeof renewal, agreement = autocall) =>
  otherReadings(shown, new Wording(agreement, 'en')).map(withPlainSpaces);

describe('otherReadings', () => {
  it('has a line for each option that leads to another sum, and none for those that lead to the same', () => {
    // Due on 31 March: 20 days on 100,000; without the day of payment 19, and one on 60,000. The cap is far off under both of its bases.
    expect(lines(penalty)).toEqual([
      expect.stringMatching(/^under the reading "fines never bear it": 0\.00 ₸$/),
      expect.stringMatching(/^under the reading "the day of a payment does not count": 1 960\.00 ₸$/),
    ]);
  });

  it('of days, it also reports the safe one', () => {
    expect(lines(renewal)).toEqual([
      expect.stringMatching(/^under the reading "to the day before it": 12 December 2026$/),
      expect.stringMatching(/^under the reading "to 31 December": 1 December 2026$/),
      'what is done by 1 December 2026 is in time under every reading',
    ]);
  });

  it('reports the other options, whichever is in force', () => {
    const other = withReadings(autocall, { '11.2-term-end': 'calendar-year' });
    expect(lines(renewal, other)).toEqual([
      expect.stringMatching(/"to the day of the same number": 13 December 2026$/),
      expect.stringMatching(/"to the day before it": 12 December 2026$/),
      'what is done by 1 December 2026 is in time under every reading',
    ]);
  });

  it('says what it would need where another reading asks for more than is known here', () => {
    const data = structuredClone(autocallData) as { -readonly [K in keyof AgreementData]: AgreementData[K] };
    data.readings = data.readings.map((reading) =>
      reading.id === '6.10-cap-base'
        ? {
            ...reading,
            options: {
              ...reading.options,
              'price-of-sms': { patch: { '6.10/penalty': { from: { 'cap.base': { fact: 'smsPrice' } } } } },
            },
          }
        : reading,
    );
    const agreement = defineModel(data, { calendars: [kz] });
    expect(lines(penalty, agreement)).toContain(
      `under the reading "price of sms": cannot be described here without ${autocallData.facts['smsPrice']?.label?.['en']}`,
    );
  });

  it('in other languages', () => {
    const other = otherReadings(renewal, new Wording(autocall, 'ru')).map(withPlainSpaces);
    expect(other.at(-1)).toBe('сделанное не позднее 1 декабря 2026 г. своевременно при любом толковании');
  });
});

describe('a statement', () => {
  const statement: Statement = replay(autocall, autocallEvents, '2026-06-01');
  const text = withPlainSpaces(
    statementText(statement, { agreement: autocall, events: autocallEvents, language: 'en' }),
  );
  const sectionOf = (title: string): string => text.split(/\n(?! )/).find((section) => section.startsWith(title)) ?? '';

  it('reports below an accruing amount what it would be under other readings', () => {
    const section = sectionOf('Accruing daily, not debited');
    // 20 days on 100,000 and 42 on 60,000: 2,000 + 2,520. A day less on 100,000 and one more on 60,000: 4,480.
    expect(section).toContain('4 520.00 ₸');
    expect(section).toMatch(/\n {4}under the reading "the day of a payment does not count": 4 480\.00 ₸/);
    expect(section).toMatch(/\n {4}under the reading "fines never bear it": 0\.00 ₸/);
  });

  it('reports below a deadline what day it would be, and which is safe', () => {
    expect(sectionOf('Deadlines')).toMatch(
      /13 December 2026 .*: .*\n(?: {4}.*\n)* {4}under the reading "to 31 December": 1 December 2026\n {4}what is done by 1 December 2026 is in time under every reading/,
    );
  });

  it('its calendar tells it too', () => {
    const unfolded = withPlainSpaces(statementCalendar(statement, autocall, 'en').replaceAll('\r\n ', ''));
    expect(unfolded).toContain('\\nwhat is done by 1 December 2026 is in time under every reading');
  });
});
