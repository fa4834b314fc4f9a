import { type AgreementData, evaluate, withReadings } from 'oferta/agreement';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';

// An answer written by hand, no step of which was made by `evaluate`; and forgeries in which everything fits together but the agreement.

const agreement = exampleAgreement('autocall');
const money = (amount: string) => ({ type: 'money', ...kzt(amount) });
const facts = {
  negativeOn: '2026-03-19',
  asOf: '2026-05-25',
  overdue: kzt('100000.00'),
  totalDebt: kzt('100000.00'),
};

/**
 * 100,000.00 fell due: 5 banking days after Thursday 19 March 2026. Off are 21-25 March (weekend, Nauryz) and 28-29, so the days that count are
 * 20, 26, 27, 30 and 31 March. From 1 April to 25 May are 30 + 25 = 55 days; 100,000 × 0.001 × 55 = 5,500; the cap is 5 % of 100,000 = 5,000.
 * At 100 a day it is reached on the 50th day: 30 April is the 30th, 20 May the 50th.
 */
const written = () => ({
  format: 2,
  agreement: {
    id: agreement.data.id,
    edition: agreement.data.edition,
    readings: Object.fromEntries(
      Object.entries(readingsOf('6.10/penalty')).concat(Object.entries(readingsOf('5.7/paymentDue'))),
    ),
  },
  computation: '6.10/penalty',
  facts,
  value: {
    penalty: kzt('5000.00'),
    accrued: kzt('5500.00'),
    cap: kzt('5000.00'),
    capped: true,
    capReachedOn: '2026-05-20',
    daysLate: 55,
  },
  steps: [
    {
      id: 's1',
      op: 'addLimit',
      role: 'limit.add',
      in: {
        trigger: { type: 'day', value: '2026-03-19', fact: 'negativeOn' },
        limit: { type: 'limit', count: 5, unit: 'bankingDays', term: '5.7/paymentDue#limit' },
      },
      out: { type: 'day', value: '2026-03-31' },
      clause: '5.7',
      notes: {
        countTriggerDay: false,
        monthEnd: 'clamp',
        skipped: ['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24', '2026-03-25', '2026-03-28', '2026-03-29'],
      },
    },
    {
      id: 's2',
      op: 'countDays',
      role: 'penalty.days',
      in: {
        after: { type: 'day', value: '2026-03-31', step: 's1' },
        through: { type: 'day', value: '2026-05-25', fact: 'asOf' },
      },
      out: { type: 'count', value: 55, unit: 'calendarDays' },
      clause: '6.10',
    },
    {
      id: 's3',
      op: 'product',
      role: 'penalty.segment',
      in: {
        outstanding: { ...money('100000.00'), fact: 'overdue' },
        rate: { type: 'rate', value: '0.001', term: '6.10/penalty#rates.0.dailyRate' },
        days: { type: 'count', value: 55, unit: 'calendarDays', step: 's2' },
      },
      out: { type: 'exact', n: '550000', d: '1', currency: 'KZT' },
      clause: '6.10',
    },
    {
      id: 's4',
      op: 'round',
      role: 'penalty.accrued',
      in: { exact: { type: 'exact', n: '550000', d: '1', currency: 'KZT', step: 's3' } },
      out: money('5500.00'),
      clause: '6.10',
      rounding: agreement.data.rounding,
    },
    {
      id: 's5',
      op: 'product',
      role: 'penalty.exactCap',
      in: {
        rate: { type: 'rate', value: '0.05', term: '6.10/penalty#cap.rate' },
        base: { ...money('100000.00'), fact: 'totalDebt' },
      },
      out: { type: 'exact', n: '500000', d: '1', currency: 'KZT' },
      clause: '6.10',
    },
    {
      id: 's6',
      op: 'round',
      role: 'penalty.cap',
      in: { exact: { type: 'exact', n: '500000', d: '1', currency: 'KZT', step: 's5' } },
      out: money('5000.00'),
      clause: '6.10',
      // A maximum is rounded down.
      rounding: 'floor',
    },
    {
      id: 's7',
      op: 'least',
      role: 'penalty.least',
      in: { accrued: { ...money('5500.00'), step: 's4' }, cap: { ...money('5000.00'), step: 's6' } },
      out: money('5000.00'),
      clause: '6.10',
    },
    {
      id: 's8',
      op: 'dayReached',
      role: 'penalty.capReached',
      in: {
        cap: { ...money('5000.00'), step: 's6' },
        exact: { type: 'exact', n: '500000', d: '1', currency: 'KZT', step: 's5' },
        dueOn: { type: 'day', value: '2026-03-31', step: 's1' },
        overdue: { ...money('100000.00'), fact: 'overdue' },
        countPaymentDay: { type: 'flag', value: true, term: '6.10/penalty#countPaymentDay' },
        rate1: { type: 'rate', value: '0.001', term: '6.10/penalty#rates.0.dailyRate' },
      },
      out: { type: 'day', value: '2026-05-20' },
      clause: '6.10',
    },
  ],
  fields: { penalty: 's7', accrued: 's4', cap: 's6', capReachedOn: 's8' } as Record<string, string>,
  cites: ['6.10', '5.7'],
});

function readingsOf(address: string): Record<string, string> {
  const [ref, id] = address.split('/');
  const computation = agreement.data.clauses
    .find((clause) => clause.ref === ref)
    ?.computes?.find((entry) => entry.id === id);
  return Object.fromEntries((computation?.readings ?? []).map((name) => [name, agreement.readings[name] as string]));
}

function codes(given: unknown, of: unknown = facts, under: AgreementData = agreement.data): readonly string[] {
  const verification = verify(under, of, given);
  return verification.ok ? [] : verification.findings.map(({ path, code }) => `${code} ${path}`);
}

describe('an answer written by hand', () => {
  it('is found right', () => {
    expect(codes(written())).toEqual([]);
  });

  it('is what evaluate answers, too', () => {
    const { value, steps } = JSON.parse(JSON.stringify(evaluate(agreement, '6.10/penalty', facts)));
    expect(value).toEqual(written().value);
    expect(steps.at(-1)).toEqual(written().steps.at(-1));
  });

  it('says what it took as given: the days off, and the terms that no step shows', () => {
    const { taken } = verify(agreement.data, facts, written());
    expect(taken.map(({ path }) => path)).toContain('steps.0.notes.skipped');
    expect(taken.map(({ path }) => path)).toContain('6.10/penalty#capRounding');
  });

  it('may be an object of the library instead of its JSON', () => {
    expect(verify(agreement, facts, evaluate(agreement, '6.10/penalty', facts)).ok).toBe(true);
  });

  it('facts may be written another way: another offset, no decimals, a day in parts', () => {
    const other = { ...facts, overdue: kzt('100000'), negativeOn: { year: 2026, month: 3, day: 19 }, payments: null };
    expect(codes(written(), other)).toEqual([]);
  });
});

describe('forgeries that fit together', () => {
  it('the cap left out, with all its steps', () => {
    const forged = written();
    const { cap: _cap, capReachedOn: _day, ...value } = forged.value;
    const steps = forged.steps.slice(0, 4);
    const uncapped = { ...forged, steps, value: { ...value, penalty: kzt('5500.00'), capped: false } };
    expect(codes({ ...uncapped, fields: { penalty: 's4', accrued: 's4' } })).toEqual([
      'value-differs value.cap',
      'value-differs fields.penalty',
    ]);
  });

  it('the cap on the overdue sum, which is the same figure, and another fact', () => {
    const forged = written();
    const base = forged.steps[4]?.in as Record<string, object>;
    base['base'] = { ...money('100000.00'), fact: 'overdue' };
    expect(codes(forged)).toContain('step-out-of-place steps.4');
  });

  it('the same under the reading that says so is right', () => {
    const under = withReadings(agreement, { '6.10-cap-base': 'overdue-only' });
    const result = JSON.parse(JSON.stringify(evaluate(under, '6.10/penalty', facts)));
    expect(codes(result)).toEqual([]);
    result.agreement.readings['6.10-cap-base'] = 'total-debt';
    expect(codes(result)).not.toEqual([]);
  });

  it('one day less, all the way through', () => {
    const forged = JSON.parse(
      JSON.stringify(written())
        .replaceAll('2026-05-25', '2026-05-24')
        .replaceAll('"value":55', '"value":54')
        .replaceAll('550000', '540000')
        .replaceAll('5500.00', '5400.00')
        .replace('"daysLate":55', '"daysLate":54'),
    );
    expect(codes(forged)).toContain('fact-differs facts.asOf');
    expect(codes(forged, { ...facts, asOf: '2026-05-24' })).toEqual([]);
  });

  it('another rate than the agreement has', () => {
    const forged = JSON.parse(
      JSON.stringify(written())
        .replaceAll('0.001', '0.002')
        .replaceAll('550000', '1100000')
        .replaceAll('5500.00', '11000.00'),
    );
    expect(codes(forged)).toEqual([
      'term-differs steps.2.in.rate',
      // What accrued is not what the agreement's rate makes, so no figure rests on a step in its place.
      'step-out-of-place steps.3',
      'step-out-of-place steps.6',
      'term-differs steps.7.in.rate1',
      'value-differs fields.penalty',
      'value-differs fields.accrued',
      'value-differs value.capped',
    ]);
  });

  it('a greater loss above the cap changes nothing but the facts', () => {
    expect(codes(written(), { ...facts, overdue: kzt('200000.00') })).toContain('fact-differs facts.overdue');
  });

  it('a payment that was made and left out', () => {
    const payments = [{ paidOn: '2026-04-20', amount: kzt('40000.00') }];
    expect(codes(written(), { ...facts, payments })).toEqual([
      'step-out-of-place steps.3',
      'step-out-of-place steps.6',
      'step-out-of-place steps.7',
      'fact-differs facts.payments',
      'value-differs fields.penalty',
      'value-differs fields.accrued',
      'value-differs value.capped',
      'value-differs fields.capReachedOn',
    ]);
  });

  it('a day off more, or one that is not on the way', () => {
    const more = written();
    more.steps[0]?.notes?.skipped.push('2026-03-30');
    expect(codes(more)).toContain('outcome-differs steps.0.out');
    const elsewhere = written();
    elsewhere.steps[0]?.notes?.skipped.splice(0, 1, '2026-06-06');
    expect(codes(elsewhere)).toContain('outcome-differs steps.0.out');
  });

  it('another agreement, another edition', () => {
    expect(codes({ ...written(), agreement: { ...written().agreement, id: 'other' } })).toEqual([
      'agreement-differs agreement.id',
    ]);
    expect(codes(written(), facts, { ...agreement.data, edition: '2027-01-01' })).toEqual([
      'agreement-differs agreement.edition',
    ]);
  });

  it('a reading left out, and one that has nothing to do with it', () => {
    const { readings } = written().agreement;
    const [first = '', ...others] = Object.keys(readings);
    const without = Object.fromEntries(others.map((name) => [name, readings[name]]));
    expect(codes({ ...written(), agreement: { ...written().agreement, readings: without } })).toEqual([
      `reading-differs agreement.readings.${first}`,
    ]);
    const foreign = { ...readings, '6.8-repeat': 'repeat-alone' };
    expect(codes({ ...written(), agreement: { ...written().agreement, readings: foreign } })).toEqual([
      'reading-differs agreement.readings.6.8-repeat',
    ]);
  });

  it('a clause that was not computed, one twice, one left out, another first', () => {
    for (const cites of [['6.10', '5.7', '6.8'], ['6.10', '5.7', '5.7'], ['6.10'], ['5.7', '6.10'], []])
      expect(codes({ ...written(), cites })).toEqual(['clause-differs cites']);
  });
});
