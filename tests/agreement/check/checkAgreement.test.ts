import type { AgreementData, AgreementFinding } from 'oferta/agreement';
import { checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { checkModel, defineModel } from '../../support/models.js';
import { none } from '../../support/outcomes.js';
import { autocallData } from '../autocall.js';

// biome-ignore lint/suspicious/noExplicitAny: tests break the agreement in every way
type Change = (agreement: any) => void;

/** What is found in the smallest agreement after one change. */
function check(change: Change): readonly AgreementFinding[] {
  const agreement = minimalModel();
  change(agreement);
  return checkModel(agreement as AgreementData, { calendars: [kz] });
}
const open = { is: 'open', decidedBy: 'law' };

/** One more computation, of a clause of its own. */
const penalty = (more: object = {}) => ({
  ref: '2.1',
  computes: [
    {
      id: 'penalty',
      kind: 'latePaymentPenalty',
      terms: { rates: [{ dailyRate: '0.001' }], cap: { rate: '0.05' }, countPaymentDay: true },
      from: {
        overdue: { fact: 'paid' },
        dueOn: { fact: 'boughtOn' },
        asOf: { fact: 'askedOn' },
        'cap.base': { fact: 'paid' },
      },
      ...more,
    },
  ],
});

const liability = (caps: object[], from: object = {}) => ({
  ref: '2.2',
  computes: [
    {
      id: 'limit',
      kind: 'limitLiability',
      terms: { requires: [], caps },
      from: {
        loss: { fact: 'paid' },
        ...Object.fromEntries(caps.map((_, at) => [`caps.${at}.base`, { fact: 'paid' }])),
        ...from,
      },
    },
  ],
});

/** A table about how many units were used, and whether the tariff is a base one. */
const table =
  (...rows: object[]): Change =>
  (a) => {
    a.facts.usedUnits = { type: 'count' };
    a.facts.base = { type: 'flag' };
    a.tables[0].rows.push({
      n: 'uses',
      when: {
        all: [
          { fact: 'usedUnits', atLeast: 0 },
          { fact: 'base', is: true },
        ],
      },
      outcome: none,
      clauses: ['1.2'],
    });
    a.tables[0].rows.splice(1, 0, a.tables[0].rows.pop());
    a.tables.push({ question: 'units', complete: false, rows });
  };

describe('checkAgreement', () => {
  it('has nothing to say about a sound agreement', () => {
    expect(check(() => {})).toEqual([]);
    expect(checkModel(autocallData, { calendars: [kz] })).toEqual([]);
  });

  it('the changes the tests below build on are sound themselves', () => {
    expect(check((a) => a.clauses.push(penalty()))).toEqual([]);
    expect(check((a) => a.clauses.push(liability([{ clause: '2.2', rate: '0.5', used: kzt('0.00') }])))).toEqual([]);
    expect(check(table({ n: 1, when: 'otherwise', outcome: none, clauses: ['1.2'] }))).toEqual([]);
  });

  const errors: readonly {
    readonly because: string;
    readonly change: Change;
    readonly found: Partial<AgreementFinding>;
  }[] = [
    {
      because: 'a term nobody reads',
      change: (a) => (a.clauses[0].computes[0].terms.trigger = '2026-01-01'),
      found: {
        path: 'clauses.0.computes.0.terms.trigger',
        code: 'term-unread',
        value: '"2026-01-01", while every case takes trigger from {"fact":"boughtOn"}',
        clause: '1.1',
        severity: 'warning',
      },
    },
    {
      because: 'a fact nobody reads',
      change: (a) => (a.facts.colour = { type: 'text' }),
      found: {
        path: 'facts.colour',
        code: 'fact-unread',
        value: 'a case with another colour has the same answers',
        severity: 'warning',
      },
    },
    {
      because: 'a row cites a clause that does not exist',
      change: (a) => (a.tables[0].rows[1].clauses = ['1.2', '9.9']),
      found: {
        path: 'tables.0.rows.1.clauses.1',
        code: 'clause-unknown',
        value: '9.9, cited by row 2 of refund',
        clause: '9.9',
        severity: 'error',
      },
    },
    {
      because: 'a reading cites a clause that does not exist',
      change: (a) => (a.readings[0].clause = '7.7'),
      found: {
        path: 'readings.0.clause',
        code: 'clause-unknown',
        value: '7.7, cited by reading length',
        clause: '7.7',
      },
    },
    {
      because: 'a row that rows before it leave nothing to',
      change: table(
        { n: 1, when: { fact: 'usedUnits', atMost: 10 }, outcome: none, clauses: ['1.1'] },
        { n: 2, when: { fact: 'usedUnits', equals: 10 }, outcome: open, clauses: ['1.2'] },
        { n: 3, when: 'otherwise', outcome: open, clauses: ['1.2'] },
      ),
      found: {
        path: 'tables.1.rows.1',
        code: 'row-unreachable',
        value: 'row 2, usedUnits 10: row 1 decides',
        clause: '1.2',
        severity: 'warning',
      },
    },
    {
      because: 'a row that contradicts itself',
      change: table(
        {
          n: 1,
          when: {
            all: [
              { fact: 'usedUnits', atMost: 4 },
              { fact: 'usedUnits', moreThan: 4 },
            ],
          },
          outcome: open,
          clauses: ['1.1'],
        },
        { n: 2, when: 'otherwise', outcome: none, clauses: ['1.2'] },
      ),
      found: {
        path: 'tables.1.rows.0',
        code: 'row-unreachable',
        value: 'row 1, no case satisfies it',
        clause: '1.1',
      },
    },
    {
      because: 'two rows that both take the edge',
      change: table(
        { n: 1, when: { fact: 'usedUnits', atMost: 10 }, outcome: none, clauses: ['1.1'] },
        { n: 2, when: { fact: 'usedUnits', atLeast: 10 }, outcome: open, clauses: ['1.2'] },
      ),
      found: {
        path: 'tables.1.rows.1',
        code: 'rows-overlap',
        value: 'usedUnits 10: rows 1 and 2 both hold, and row 1 decides',
        expected: 'conditions that exclude each other, or "over": [2] in row 1',
        clause: '1.2',
        severity: 'warning',
      },
    },
    {
      because: 'a gap between two rows',
      change: table(
        { n: 1, when: { fact: 'usedUnits', lessThan: 10 }, outcome: none, clauses: ['1.1'] },
        { n: 2, when: { fact: 'usedUnits', moreThan: 10 }, outcome: open, clauses: ['1.2'] },
      ),
      found: {
        path: 'tables.1',
        code: 'case-undecided',
        value: 'usedUnits 10',
        expected: 'a row for this case',
        clause: '1.2',
        severity: 'error',
      },
    },
    {
      because: 'a row prevails over one that is not there',
      change: (a) => (a.tables[0].rows[0].prevailsOver = [3]),
      found: {
        path: 'tables.0.rows.0.prevailsOver.0',
        code: 'row-unknown',
        value: '3',
        expected: 'one of 2',
        clause: '1.1',
      },
    },
    {
      because: 'a penalty of nothing has a cap',
      change: (a) =>
        a.clauses.push(
          penalty({ terms: { rates: [{ dailyRate: '0.0' }], cap: { rate: '0.05' }, countPaymentDay: true } }),
        ),
      found: {
        path: 'clauses.2.computes.0.terms.cap',
        code: 'cap-idle',
        value: 'the penalty is 0 however long the delay',
        clause: '2.1',
        severity: 'warning',
      },
    },
    {
      because: 'a cap above another one of the same base',
      change: (a) =>
        a.clauses.push(
          liability([
            { clause: '2.2', rate: '0.51', used: kzt('0.00') },
            { clause: '2.2', rate: '0.5', used: kzt('0.00') },
          ]),
        ),
      found: {
        path: 'clauses.2.computes.0.terms.caps.0',
        code: 'cap-idle',
        value: '0.51, while cap 1 with 0.5 of the same base always binds first',
        clause: '2.2',
      },
    },
    {
      because: 'banking days without a calendar of the banks',
      change: (a) => (a.clauses[0].computes[0].terms.limit = { count: 14, unit: 'bankingDays' }),
      found: {
        path: 'clauses.0.computes.0.terms.limit',
        code: 'calendar-missing',
        value: '14 bankingDays from any day',
        expected: 'the id of their calendar in calendars.banking',
        clause: '1.1',
        severity: 'error',
      },
    },
    {
      because: 'no calendar at all',
      change: (a) => delete a.calendars.working,
      found: { path: 'calendars.working', code: 'type', value: 'undefined', severity: 'error' },
    },
    {
      because: 'a calendar nobody has',
      change: (a) => (a.calendars.working = 'FR'),
      found: { path: 'calendars.working', code: 'calendar-required', value: '"FR"' },
    },
    {
      because: 'a sum in a currency no account has',
      change: (a) =>
        a.clauses.push(liability([{ clause: '2.2', rate: '0.5', used: { amount: '0.00', currency: 'USD' } }])),
      found: {
        path: 'clauses.2.computes.0.terms.caps.0.used',
        code: 'currency-mixed',
        value: '0.00 USD',
        expected: 'an amount in KZT',
        clause: '2.2',
        severity: 'error',
      },
    },
    {
      because: 'two currencies in one computation',
      change: (a) => {
        a.currencies.push('USD');
        a.clauses.push(
          liability([
            { clause: '2.2', rate: '0.5', used: kzt('0.00') },
            { clause: '2.2', rate: '0.4', used: { amount: '0.00', currency: 'USD' } },
          ]),
        );
      },
      found: {
        path: 'clauses.2.computes.0.terms.caps.1.used',
        code: 'currency-mixed',
        value: '0.00 USD beside 0.00 KZT',
        clause: '2.2',
      },
    },
    {
      because: 'a threshold in a currency no account has',
      change: (a) => {
        const row = a.tables[0].rows[0];
        row.when = { all: [row.when, { fact: 'paid', moreThan: { amount: '5.00', currency: 'USD' } }] };
      },
      found: {
        path: 'tables.0.rows.0.when.all.1.moreThan',
        code: 'currency-mixed',
        value: '5.00 USD',
        clause: '1.1',
      },
    },
    {
      because: 'a time limit without act or state',
      change: (a) => delete a.clauses[0].computes[0].counts,
      found: {
        path: 'clauses.0.computes.0.counts',
        code: 'missing',
        value: 'undefined',
        expected: '"act" (someone acts within the limit) or "state" (something changes by itself)',
        clause: '1.1',
        severity: 'error',
      },
    },
    {
      because: 'a reading that changes nothing',
      change: (a) => (a.readings[0].options.ten.patch['1.1/window'].terms.limit.count = 14),
      found: {
        path: 'readings.0.options.ten',
        code: 'reading-idle',
        value: 'every case has the same answers as under fourteen',
        clause: '1.1',
        severity: 'warning',
      },
    },
    {
      because: 'a reading with one position',
      change: (a) => delete a.readings[0].options.ten,
      found: { path: 'readings.0.options', code: 'reading-idle', value: 'fourteen alone', clause: '1.1' },
    },
    {
      because: 'a reading that changes what is not there',
      change: (a) => (a.readings[0].options.ten.patch['table:refund#7'] = null),
      found: {
        path: 'readings.0.options.ten.patch.table:refund#7',
        code: 'reading-target-unknown',
        value: 'table:refund#7',
        clause: '1.1',
      },
    },
    {
      because: 'a fault under the other option alone',
      change: (a) => (a.readings[0].options.ten.patch['1.1/window'].from = { trigger: { fact: 'paid' } }),
      found: {
        path: 'readings.0.options.ten',
        code: 'type',
        value: 'clauses.0.computes.0.from.trigger is {"fact":"paid"}',
        clause: '1.1',
        severity: 'error',
      },
    },
  ];

  it.each(errors)('finds exactly this: $because', ({ change, found }) => {
    const findings = check(change);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject(found);
  });

  it('with an error that prevents computing, nothing else is checked', () => {
    const findings = check((a) => {
      a.facts.colour = { type: 'text' };
      delete a.clauses[0].computes[0].counts;
    });
    expect(findings.map(({ code }) => code)).toEqual(['missing']);
  });

  it('lists errors before warnings', () => {
    const findings = check((a) => {
      a.facts.colour = { type: 'text' };
      a.tables[0].rows[1].clauses = ['9.9'];
    });
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error clause-unknown',
      'warning fact-unread',
    ]);
  });

  it('what is doubtful under every reading is reported once, what only under one with its name', () => {
    const everywhere = check((a) => {
      a.clauses[0].computes[0].terms.trigger = '2026-01-01';
      a.readings[0].options.seven = { patch: { '1.1/window': { terms: { limit: { count: 7 } } } } };
    });
    expect(everywhere.map(({ code }) => code)).toEqual(['term-unread']);
    const underOne = check((a) => {
      a.readings[0].options.ten.patch['1.1/window'].terms.limit.unit = 'bankingDays';
    });
    expect(underOne.map(({ code, value }) => [code, value])).toEqual([
      ['calendar-missing', '10 bankingDays from any day, under length = ten'],
    ]);
  });

  it('refuses calendars that are none', () => {
    expect(() => checkModel(autocallData, { calendars: 'KZ' as never })).toThrow('argument-invalid');
  });

  it.each([undefined, null, 0, 'autocall', [], new Map()])('finds that %o is no agreement', (data) => {
    const findings = checkAgreement(data as never, { calendars: [kz] });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('a sound agreement can be computed, and one with faults that stand alone cannot', () => {
    const sound = minimalModel();
    expect(checkModel(sound, { calendars: [kz] })).toEqual([]);
    expect(() => defineModel(sound, { calendars: [kz] })).not.toThrow();
    delete sound.clauses[0].computes[0].counts;
    expect(() => defineModel(sound, { calendars: [kz] })).toThrow('agreement-invalid');
  });
});
