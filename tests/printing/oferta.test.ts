import { inspect } from 'node:util';
import {
  calendarDays,
  countingRules,
  dateRange,
  deadline,
  latePaymentPenalty,
  money,
  paymentLedger,
  workingCalendar,
} from 'oferta';
import { evaluate, openAccount } from 'oferta/agreement';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { autocall } from '../agreement/autocall.js';
import { filesIn, textOf } from '../support/sources.js';

describe('an answer in Node', () => {
  beforeAll(async () => {
    await import('../../src/printing/oferta.js');
    await import('../../src/printing/agreement.js');
  });

  const kzt = money('120.00', 'KZT');

  it('a sum as its amount and currency', () => {
    expect(inspect(kzt)).toBe('120.00 KZT');
    expect(inspect({ paid: [kzt] })).toBe('{ paid: [ 120.00 KZT ] }');
  });

  it('a range as its days, a calendar by its name', () => {
    expect(inspect(dateRange('2026-04-01', '2026-04-30'))).toBe('2026-04-01..2026-04-30');
    const bank = workingCalendar({
      id: 'BANK',
      version: '1',
      compiledOn: '2026-11-22',
      weekend: [6, 7],
      coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    expect(inspect(bank, { breakLength: Number.POSITIVE_INFINITY })).toBe(
      "WorkingCalendar { id: 'BANK', version: '1', coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' } }",
    );
  });

  it('what JSON shows, under its name, sums and days as texts', () => {
    const late = latePaymentPenalty({
      overdue: money('100000.00', 'KZT'),
      dueOn: '2026-03-31',
      asOf: '2026-04-10',
      rates: [{ dailyRate: '0.001' }],
      countPaymentDay: false,
      rounding: 'halfExpand',
    });
    expect(inspect(late)).toBe(`LatePaymentPenalty {
  penalty: 1000.00 KZT,
  accrued: 1000.00 KZT,
  capped: false,
  daysLate: 10,
  segments: [
    {
      firstDay: '2026-04-01',
      lastDay: '2026-04-10',
      days: 10,
      outstanding: 100000.00 KZT,
      dailyRate: '0.001'
    }
  ],
  basis: {
    overdue: 100000.00 KZT,
    firstLateDay: '2026-04-01',
    asOf: '2026-04-10',
    exactAccrual: '1000'
  }
}`);
  });

  it('no deeper than asked for', () => {
    const end = deadline({ trigger: '2026-02-15', limit: calendarDays(14), rules: countingRules.asWritten });
    expect(inspect(end, { depth: 0 })).toBe("Deadline { lastDay: '2026-03-01', basis: [Object] }");
    expect(inspect({ a: { end } }, { depth: 0 })).toBe('{ a: [Object] }');
    expect(inspect({ end }, { depth: 0 })).toBe('{ end: [Deadline] }');
  });

  it('an agreement by its id and edition, an account and the answer of a clause as JSON', () => {
    expect(inspect(autocall)).toBe('Agreement autocall 2026-01-01');
    expect(inspect(openAccount(autocall))).toMatch(/^Account \{\n {2}format: 2,\n/);
    const result = evaluate(autocall, '3.7/window', { creditedOn: '2025-03-19' });
    expect(inspect(result)).toMatch(/^ClauseResult \{\n/);
  });

  it('a ledger with its payments', () => {
    const ledger = paymentLedger([{ paidOn: '2026-04-05', amount: kzt }], 'KZT');
    expect(inspect(ledger)).toBe(`PaymentLedger {
  currency: 'KZT',
  payments: [ { paidOn: '2026-04-05', amount: 120.00 KZT } ]
}`);
  });
});

test('every class of an answer is printed', () => {
  const printed = filesIn('src/printing', '.ts').map(textOf).join('');
  // Objects that write, keep or describe an account are internal and never returned.
  const inside = [
    'AccountState',
    'AnswerWording',
    'AppliedEvents',
    'ChargeRun',
    'CreditEntry',
    'DayRun',
    'Debts',
    'EntryWriter',
    'Journal',
    'Lots',
    'NamedValues',
  ];
  const answers = filesIn('src', '.ts')
    .filter((file) => !/^src\/(?:cli|verify|batch|printing)\//.test(file))
    .flatMap((file) => {
      const text = textOf(file);
      return [...text.matchAll(/^export class (\w+)[\s\S]*?^\}/gm)]
        .filter(([body]) => /\btoJSON\(/.test(body))
        .map(([, name]) => name as string);
    });
  expect(answers.length).toBeGreaterThan(30);
  expect(answers.filter((name) => !new RegExp(`\\b${name}\\b`).test(printed)).toSorted()).toEqual(inside);
});
