import { evaluate } from 'oferta/agreement';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { exampleAgreement } from '../support/exampleAgreements.js';

// What an answer has only in some cases is there when its arguments and its other steps say so: leaving it out with its step is found.

interface Forged {
  facts: Record<string, unknown>;
  value: Record<string, unknown>;
  fields: Record<string, string>;
  steps: { id: string; op: string; role: string; in: Record<string, Record<string, unknown>>; out: unknown }[];
}

const introvert = exampleAgreement('introvert');
const autocall = exampleAgreement('autocall');
const kzt = (amount: string) => ({ amount, currency: 'KZT' });

const written = (agreement: typeof autocall, address: string, facts: Record<string, unknown>): Forged =>
  JSON.parse(JSON.stringify(evaluate(agreement, address, facts)));

const paths = (agreement: typeof autocall, facts: unknown, result: unknown): readonly string[] => {
  const checked = verify(agreement.data, facts, result);
  return checked.ok ? [] : checked.findings.map(({ code, path }) => `${code} ${path}`);
};

describe('the day on which a price was covered', () => {
  const [currency] = introvert.data.currencies;
  const sum = (amount: string) => ({ amount, currency });
  const facts = { price: sum('100.00'), payments: [{ paidOn: '2026-03-02', amount: sum('100.00') }] };

  it('is asked for by nothing, and still is there: in the answer itself', () => {
    const forged = written(introvert, '4.7/met', facts);
    expect(forged.steps.map(({ role }) => role)).toEqual(['covered.received', 'covered.inFull', 'covered.on']);
    forged.steps.pop();
    delete forged.value['on'];
    delete forged.fields['on'];
    expect(paths(introvert, facts, forged)).toEqual(['value-differs value.on']);
  });

  it('and in an answer that a formula hands another field of on', () => {
    const forged = written(introvert, '4.12/kept', facts);
    expect(paths(introvert, facts, forged)).toEqual([]);
    forged.steps.pop();
    expect(paths(introvert, facts, forged)).toEqual(['step-out-of-place steps']);
  });

  it.each([
    { paid: '99.99', role: 'covered.short', because: 'one below: what is missing is there' },
    { paid: '100.00', role: 'covered.on', because: 'the price itself: the day is there' },
    { paid: '100.01', role: 'covered.on', because: 'one above' },
  ])('paid $paid of 100.00: $role ($because)', ({ paid, role }) => {
    const given = { ...facts, payments: [{ paidOn: '2026-03-02', amount: sum(paid) }] };
    const forged = written(introvert, '4.12/kept', given);
    expect(forged.steps.at(-1)?.role).toBe(role);
    expect(paths(introvert, given, forged)).toEqual([]);
    forged.steps.pop();
    expect(paths(introvert, given, forged)).toEqual(['step-out-of-place steps']);
  });
});

describe('a price of nothing', () => {
  it('is covered without a payment, on no day', () => {
    const nothing = { price: { amount: '0.00', currency: 'USD' }, payments: [] };
    const result = written(introvert, '4.12/kept', nothing);
    expect(result.steps.map(({ role }) => role)).toEqual(['covered.nothing', 'covered.inFull', 'covered.short']);
    expect(paths(introvert, nothing, result)).toEqual([]);
  });
});

describe('the day on which a penalty reaches its cap', () => {
  const facts = {
    negativeOn: '2026-03-19',
    asOf: '2026-04-25',
    overdue: kzt('100000.00'),
    totalDebt: kzt('100000.00'),
  };

  it('is there long before that day', () => {
    const forged = written(autocall, '6.10/penalty', facts);
    expect(forged.steps.at(-1)?.role).toBe('penalty.capAhead');
    forged.steps.pop();
    delete forged.value['capReachedOn'];
    delete forged.fields['capReachedOn'];
    expect(paths(autocall, facts, forged)).toEqual(['value-differs value.capReachedOn']);
  });

  it('is not, if the debt is paid before', () => {
    const paid = { ...facts, payments: [{ paidOn: '2026-04-02', amount: kzt('100000.00') }] };
    const result = written(autocall, '6.10/penalty', paid);
    expect(Object.keys(result.value)).not.toContain('capReachedOn');
    expect(paths(autocall, paid, result)).toEqual([]);
  });
});

describe('the day of a notice', () => {
  // By post the day it was sent counts (10.4.2), although it was received too.
  const facts = { noticeChannel: 'registered-post', sentOn: '2026-03-02', receivedOn: '2026-03-05' };

  it('is the one that counts for its channel', () => {
    const forged = written(autocall, '10.4/givenOn', facts);
    expect(forged.value).toEqual({ given: true, on: '2026-03-02' });
    expect(paths(autocall, facts, forged)).toEqual([]);
    const [step] = forged.steps;
    Object.assign(step?.in ?? {}, { day: { type: 'day', value: '2026-03-05', fact: 'receivedOn' } });
    Object.assign(step ?? {}, { out: { type: 'day', value: '2026-03-05' } });
    Object.assign(forged, { facts: { ...forged.facts, receivedOn: '2026-03-05' } });
    forged.value['on'] = '2026-03-05';
    expect(paths(autocall, facts, forged)).toContain('step-out-of-place steps.0');
  });
});
