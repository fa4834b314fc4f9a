import { readFileSync } from 'node:fs';
import * as library from 'oferta';
import * as agreements from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { differences } from './callKind.mjs';
import { kinds } from './kinds.mjs';
import { runVectors, vectorsOf } from './runVectors.mjs';

interface Outcome {
  readonly id: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly differences?: readonly string[];
  readonly reason?: string;
  readonly message?: string;
}

const calendars = new Map([
  ['KZ', kz],
  ['RU', ru],
]);

function outcomesOf(file: string): Outcome[] {
  const json = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return runVectors(vectorsOf(json, file), { library, agreements, calendars, kinds }) as Outcome[];
}

describe.each(['calls.json', 'time-limits.json', 'reports-time.json', 'reports-money.json'])('%s', (file) => {
  it.each(outcomesOf(file))('$id', (outcome) => {
    expect(outcome).toEqual({ ...outcome, status: 'passed' });
  });
});

describe('clauses.json', () => {
  const outcomes = outcomesOf('clauses.json');
  const answered = outcomes.filter(({ status }) => status !== 'skipped');

  it.each(answered)('$id', (outcome) => {
    expect(outcome).toEqual({ ...outcome, status: 'passed' });
  });

  it('leaves only clauses unanswered that the examples do not compute yet', () => {
    for (const { reason } of outcomes.filter(({ status }) => status === 'skipped')) expect(reason).toMatch(/ yet$/);
  });
});

describe('external.json', () => {
  const outcomes = outcomesOf('external.json');

  it.each(outcomes.filter(({ status }) => status !== 'skipped'))('$id', (outcome) => {
    expect(outcome).toEqual({ ...outcome, status: 'passed' });
  });

  it('answers all but a few, each with its reason in docs/conformance.md', () => {
    const page = readFileSync(new URL('../../docs/conformance.md', import.meta.url), 'utf8');
    expect(outcomes.length).toBe(353);
    expect(outcomes.filter(({ status }) => status === 'passed').length).toBe(348);
    for (const { id, reason } of outcomes.filter(({ status }) => status === 'skipped')) {
      expect(page).toContain(id);
      expect(reason).not.toMatch(/is not known|no function [a-z]/);
    }
  });
});

describe('the runner can fail', () => {
  it.each([
    { expected: { amount: '1.00' }, actual: { amount: '1.01' } },
    { expected: '2026-03-01', actual: '2026-03-02' },
    { expected: [1, 2], actual: [1] },
    { expected: null, actual: 0 },
    { expected: { error: 'currency-mismatch' }, actual: { penalty: { amount: '0.00', currency: 'KZT' } } },
    { expected: '2026-03-01T00:00:00Z', actual: '2026-03-01T00:00:00+05:00' },
    { expected: false, actual: true },
  ])('$expected is not $actual', ({ expected, actual }) => {
    expect(differences(expected, actual)).not.toEqual([]);
  });

  it.each([
    { expected: { amount: '0' }, actual: { amount: '0.00', currency: 'KZT' } },
    { expected: '2026-03-01T00:00:00Z', actual: '2026-03-01T05:00:00+05:00' },
    { expected: { cap: null }, actual: {} },
  ])('$expected is $actual', ({ expected, actual }) => {
    expect(differences(expected, actual)).toEqual([]);
  });
});
