import { attempt, money } from 'oferta';
import { evaluate } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf, refusal } from '../../support/refusal.js';
import { autocall, autocallData } from '../autocall.js';

const fine = { negativeOn: '2026-03-19', overdue: kzt('100000.00'), totalDebt: kzt('100000.00') };

describe('evaluate', () => {
  it.each([
    { asOf: '2026-03-31', penalty: '0.00', daysLate: 0, because: 'the fifth banking day is the last to pay' },
    { asOf: '2026-04-01', penalty: '100.00', daysLate: 1, because: '1 April is the first late day' },
    { asOf: '2026-04-10', penalty: '1000.00', daysLate: 10, because: 'ten days of 100.00' },
    { asOf: '2026-05-19', penalty: '4900.00', daysLate: 49, because: 'a day below the cap' },
    { asOf: '2026-05-20', penalty: '5000.00', daysLate: 50, because: 'day 50 meets 5 % of the debt' },
    { asOf: '2026-05-25', penalty: '5000.00', daysLate: 55, because: '5,500.00 accrued, the cap holds 5,000.00' },
  ])('6.10 on $asOf: $because', ({ asOf, penalty, daysLate }) => {
    const { value } = evaluate(autocall, '6.10/penalty', { ...fine, asOf });
    expect(value['penalty']).toEqual(money(penalty, 'KZT'));
    expect(value['daysLate']).toBe(daysLate);
  });

  it('takes the number of a clause that has one computation', () => {
    expect(evaluate(autocall, '5.7', { negativeOn: '2026-03-19' }).value['lastDay']).toBe('2026-03-31');
  });

  it('cites the clauses it rests on, the asked one first', () => {
    expect(evaluate(autocall, '6.10', { ...fine, asOf: '2026-04-10' }).cites).toEqual(['6.10', '5.7']);
  });

  it('names the readings that touch the answer and no others', () => {
    expect(Object.keys(evaluate(autocall, '6.10', { ...fine, asOf: '2026-04-10' }).agreement.readings)).toEqual([
      '6.10-cap-base',
      '6.10-on-fines',
      '6.10-payment-day',
    ]);
    expect(evaluate(autocall, '5.7', { negativeOn: '2026-03-19' }).agreement.readings).toEqual({});
  });

  it('carries facts, value, steps and cites over the wire', () => {
    const wire = JSON.parse(JSON.stringify(evaluate(autocall, '6.10', { ...fine, asOf: '2026-05-25' })));
    expect(wire.computation).toBe('6.10/penalty');
    expect(wire.facts.asOf).toBe('2026-05-25');
    expect(wire.value.penalty).toStrictEqual(kzt('5000.00'));
    const last = wire.steps.find((step: { id: string }) => step.id === wire.fields.penalty);
    expect(last.out).toStrictEqual({ type: 'money', ...kzt('5000.00') });
  });

  it('asks for every fact that is missing at once, those of clauses it depends on included', () => {
    const asked = attempt(() => evaluate(autocall, '6.10', { totalDebt: kzt('1.00') }));
    expect(asked.ok).toBe(false);
    if (asked.ok) return;
    expect(asked.error.code).toBe('fact-missing');
    expect(asked.error.findings.map((finding) => finding.path).sort()).toEqual(['asOf', 'negativeOn', 'overdue']);
  });

  it.each([
    { ref: '9.9', facts: {}, code: 'computation-unknown', because: 'no such clause' },
    { ref: '3.3', facts: {}, code: 'computation-unknown', because: 'clause 3.3 has two computations' },
    { ref: '__proto__', facts: {}, code: 'computation-unknown', because: 'a prototype key is no clause' },
    { ref: '5.7', facts: { negativeOn: '2026-02-30' }, code: 'fact-invalid', because: 'no such day' },
    {
      ref: '5.7',
      facts: { negativeOn: '2026-03-19', unknown: 1 },
      code: 'fact-invalid',
      because: 'a fact that is not declared',
    },
    { ref: '5.7', facts: [], code: 'fact-invalid', because: 'facts are a record' },
    {
      ref: '5.7',
      facts: { negativeOn: '2027-12-30' },
      code: 'calendar-not-covered',
      because: 'five banking days leave the calendar',
    },
    { ref: '6.8', facts: { breaches: 1.5 }, code: 'fact-invalid', because: 'half a breach' },
    { ref: '6.8', facts: { breaches: -1 }, code: 'argument-invalid', because: 'less than no breach' },
  ])('refuses $ref: $because', ({ ref, facts, code }) => {
    expect(codeOf(() => evaluate(autocall, ref, facts as Record<string, unknown>))).toBe(code);
  });

  it.each([undefined, null, {}, autocallData])('refuses what is not an agreement', (agreement) => {
    expect(refusal(() => evaluate(agreement as never, '5.7', {}))).toBe('argument-invalid agreement');
  });
});
