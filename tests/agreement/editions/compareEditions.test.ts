import { type AgreementDocument, compareEditions, defineAgreement, withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf, fieldOf, refusal } from '../../support/refusal.js';
import { autocall, autocallEvents } from '../autocall.js';

// biome-ignore lint/suspicious/noExplicitAny: an agreement that is changed at will
type Loose = any;

const calendars = [kz];
const written = autocall.toJSON();

function edited(change: (document: Loose) => void): AgreementDocument {
  const document = JSON.parse(JSON.stringify(written));
  change(document);
  return document;
}
const registered = { id: 'r', kind: 'registered', on: '2026-03-02' };
const breach = { id: 'b', kind: 'breachFound', on: '2026-03-19', clause: '2.3.6' };

describe('compareEditions', () => {
  it('an edition compared with itself has nothing to tell', () => {
    const scenarios = [{ name: 'all', events: autocallEvents, asOf: '2026-06-30' }];
    const same = compareEditions(written, autocall, { calendars, scenarios });
    expect(same.clauses).toEqual([]);
    expect(same.changes).toEqual([]);
    expect(same.scenarios[0]?.differences).toEqual([]);
  });

  it.each([
    {
      name: 'a term',
      change: (d: Loose) => (d.clauses['6.8'].fine.escalatingFine.first = '70000.00 KZT'),
      changes: [
        {
          path: 'clauses["6.8"].fine.escalatingFine.first',
          part: 'term',
          clauses: ['6.8'],
          was: '100000.00 KZT',
          is: '70000.00 KZT',
        },
      ],
    },
    {
      name: 'words of a clause',
      change: (d: Loose) => (d.clauses['6.8'].says = 'Fines'),
      changes: [
        {
          path: 'clauses["6.8"].says',
          part: 'words',
          clauses: ['6.8'],
          was: written.clauses['6.8']?.says,
          is: 'Fines',
        },
      ],
    },
    {
      name: 'a label of a computation',
      change: (d: Loose) => (d.clauses['6.8'].fine.label = 'fine'),
      changes: [
        { path: 'clauses["6.8"].fine.label', part: 'words', clauses: ['6.8'], was: 'fine for this breach', is: 'fine' },
      ],
    },
    {
      name: 'what leaving a fact out means is computed with, its words are not',
      change: (d: Loose) => {
        d.facts.usedUnits = ['count', 'units', 'absent: 0'];
      },
      // A list of another length is one value.
      changes: [
        {
          path: 'facts.usedUnits',
          part: 'fact',
          clauses: [],
          was: ['count', 'units used'],
          is: ['count', 'units', 'absent: 0'],
        },
      ],
    },
    {
      name: 'words of a fact',
      change: (d: Loose) => (d.facts.usedUnits[1] = 'units'),
      changes: [{ path: 'facts.usedUnits[1]', part: 'words', clauses: [], was: 'units used', is: 'units' }],
    },
    {
      name: 'the head',
      change: (d: Loose) => (d.rounding = 'halfEven'),
      changes: [{ path: 'rounding', part: 'head', clauses: [], was: 'halfExpand', is: 'halfEven' }],
    },
  ])('finds $name', ({ change, changes }) => {
    expect(compareEditions(written, edited(change), { calendars }).changes).toEqual(changes);
  });

  it('a clause that is new and one that is gone', () => {
    const after = edited((d) => {
      d.clauses['99.1'] = { says: 'New', text: 'conduct' };
    });
    const forth = compareEditions(written, after, { calendars });
    expect(forth.clauses).toEqual([{ clause: '99.1', is: 'added', parts: ['term'] }]);
    const back = compareEditions(after, written, { calendars });
    expect(back.clauses).toEqual([{ clause: '99.1', is: 'removed', parts: ['term'] }]);
    expect(back.changes).toEqual([
      { path: 'clauses["99.1"]', part: 'term', clauses: ['99.1'], was: { says: 'New', text: 'conduct' } },
    ]);
  });

  it('a row that is put in shifts none of those behind it', () => {
    const table = Object.keys(written.tables)[0] as string;
    const row = { if: 'not blocked', then: 'none', by: ['6.8'] };
    const after = edited((d) => {
      d.facts.blocked ??= ['flag', 'blocked'];
      d.tables[table].rows.splice(1, 0, row);
    });
    const { changes, clauses } = compareEditions(written, after, { calendars });
    expect(changes.filter(({ part }) => part === 'row')).toEqual([
      { path: `tables.${table}.rows[1]`, part: 'row', clauses: ['6.8'], is: row },
    ]);
    expect(clauses).toEqual([{ clause: '6.8', is: 'changed', parts: ['row'] }]);
  });

  it('a reading that is switched shows, and so does what it changes', () => {
    const other = withReadings(autocall, { '6.8-repeat': 'first-and-repeat' });
    const { changes, clauses, scenarios } = compareEditions(autocall, other, {
      calendars,
      scenarios: [{ name: 'breaches', events: autocallEvents, asOf: '2026-06-30' }],
    });
    expect(changes).toEqual([
      {
        path: 'readings["6.8-repeat"].chosen',
        part: 'reading',
        clauses: ['6.8'],
        was: 'repeat-alone',
        is: 'first-and-repeat',
      },
    ]);
    expect(clauses).toEqual([{ clause: '6.8', is: 'changed', parts: ['reading'] }]);
    // A repeated breach costs 1,000,000 alone, and with the first one 1,100,000.
    expect(scenarios[0]?.differences.filter(({ about }) => about === 'entry')).toEqual([
      {
        about: 'entry',
        key: 'balance/fine-6.8/e13',
        posting: 'fine-6.8',
        event: 'e13',
        was: kzt('-1000000.00'),
        is: kzt('-1100000.00'),
        difference: kzt('-100000.00'),
      },
    ]);
  });

  it('sums and days of a scenario, by how much', () => {
    const after = edited((d) => {
      d.edition = '2026-07-01';
      d.clauses['5.7'].paymentDue.deadline.limit = '6 banking days';
      d.clauses['6.10'].penalty.latePaymentPenalty.rates = '0.2 %';
    });
    const scenarios = [{ name: 'breach', events: [registered, breach], asOf: '2026-04-10' }];
    const { before, after: later, scenarios: told } = compareEditions(written, after, { calendars, scenarios });
    expect([before.edition, later]).toEqual(['2026-01-01', { edition: '2026-07-01', effectiveOn: '2026-07-01' }]);
    const [only] = told;
    expect(only?.before).toMatchObject({ balance: kzt('-100000.00'), toPay: kzt('100000.00') });
    // The penalty is not to be paid before it is demanded. Five banking days from 19 March end over Nauryz on 31 March, six on 1 April: ten days of 100.00, then nine of 200.00.
    expect(only?.differences.filter(({ about }) => ['toPay', 'accrual', 'deadline'].includes(about))).toEqual([
      {
        about: 'accrual',
        key: expect.stringContaining('penalty'),
        posting: expect.stringContaining('penalty'),
        event: 'b',
        was: kzt('1000.00'),
        is: kzt('1800.00'),
        difference: kzt('800.00'),
      },
      {
        about: 'deadline',
        key: expect.any(String),
        posting: expect.any(String),
        event: 'b',
        was: '2026-03-31',
        is: '2026-04-01',
        days: 1,
      },
    ]);
  });

  it('an entry that one edition alone makes', () => {
    const posting = Object.keys(written.postings).find((id) => id === 'fine-6.8') as string;
    const after = edited((d) => {
      delete d.postings[posting];
      // It names the posting.
      delete d.readings['5.10-fines'];
    });
    const scenarios = [{ name: 'breach', events: [registered, breach], asOf: '2026-03-20' }];
    const [told] = compareEditions(written, after, { calendars, scenarios }).scenarios;
    expect(told?.differences.find(({ about }) => about === 'entry')).toEqual({
      about: 'entry',
      key: 'balance/fine-6.8/b',
      posting: 'fine-6.8',
      event: 'b',
      was: kzt('-100000.00'),
      difference: kzt('100000.00'),
    });
  });

  it('events that an edition refuses are reported with its findings, and nothing else of the scenario', () => {
    const after = edited((d) => {
      d.events.noted = { says: 'noted', carries: {} };
    });
    const noted = { id: 'n', kind: 'noted', on: '2026-03-03' };
    const { scenarios } = compareEditions(written, after, {
      calendars,
      scenarios: [{ name: 'noted', events: [registered, noted], asOf: '2026-03-20' }],
    });
    expect(scenarios[0]).toMatchObject({
      before: { refused: expect.any(String), findings: [{ path: 'events.1.kind' }] },
      after: { status: 'active' },
      differences: [],
    });
  });

  it.each([
    { name: 'no options', options: undefined, field: 'options' },
    { name: 'no calendars', options: {}, field: 'calendars' },
    { name: 'scenarios that are no list', options: { calendars, scenarios: {} }, field: 'scenarios' },
    { name: 'a scenario that is none', options: { calendars, scenarios: [null] }, field: 'scenarios.0' },
    {
      name: 'one without a name',
      options: { calendars, scenarios: [{ events: [], asOf: '2026-03-01' }] },
      field: 'scenarios.0.name',
    },
    {
      name: 'one without events',
      options: { calendars, scenarios: [{ name: 'a', asOf: '2026-03-01' }] },
      field: 'scenarios.0.events',
    },
    {
      name: 'one without a day',
      options: { calendars, scenarios: [{ name: 'a', events: [] }] },
      field: 'scenarios.0.asOf',
    },
    {
      name: 'two of one name',
      options: { calendars, scenarios: [1, 2].map(() => ({ name: 'a', events: [], asOf: '2026-03-01' })) },
      field: 'scenarios.1.name',
    },
  ])('refuses $name', ({ options, field }) => {
    expect(fieldOf(() => compareEditions(written, written, options as Loose))).toBe(field);
  });

  it('refuses editions of two agreements, and an edition that cannot be computed', () => {
    const other = edited((d) => (d.id = 'other'));
    expect(refusal(() => compareEditions(written, other, { calendars }))).toBe('argument-invalid after.id');
    expect(
      codeOf(() =>
        compareEditions(
          written,
          edited((d) => (d.rounding = 'up')),
          { calendars },
        ),
      ),
    ).toBe('agreement-invalid');
  });

  it('changes nothing it is given, and its answer is JSON', () => {
    const before = defineAgreement(written, { calendars });
    const text = JSON.stringify(before);
    const answer = compareEditions(
      before,
      edited((d) => (d.rounding = 'halfEven')),
      {
        calendars,
        scenarios: [{ name: 'all', events: autocallEvents, asOf: '2026-06-30' }],
      },
    );
    expect(JSON.stringify(before)).toBe(text);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});
