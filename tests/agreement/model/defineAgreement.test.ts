import type { Finding } from 'oferta';
import { type AgreementData, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { defineModel } from '../../support/models.js';
import { codeOf, errorOf } from '../../support/refusal.js';
import { autocallData } from '../autocall.js';

/** Findings of the agreement after a change to a copy of it. */
function findingsOf(change: (data: never) => void): readonly Finding[] {
  const data = structuredClone(autocallData);
  change(data as never);
  const defined = errorOf(() => defineModel(data as AgreementData, { calendars: [kz] }));
  expect(defined.code).toBe('agreement-invalid');
  return defined.findings;
}

type Loose = { [key: string]: Loose } & Loose[];

describe('defineAgreement', () => {
  it.each([
    ['an unknown kind', (data: Loose) => Object.assign(computation(data, '5.7'), { kind: 'guess' }), 'choice'],
    ['an argument without a source', (data: Loose) => Object.assign(computation(data, '5.7'), { from: {} }), 'missing'],
    [
      'a term the kind does not take',
      (data: Loose) => Object.assign(computation(data, '5.7')['terms'] as object, { colour: 'red' }),
      'unknown',
    ],
    [
      'a source that gives another type',
      (data: Loose) => Object.assign(computation(data, '5.7')['from'] as object, { trigger: { fact: 'paid' } }),
      'type',
    ],
    [
      'a fact that is not declared',
      (data: Loose) => Object.assign(computation(data, '5.7')['from'] as object, { trigger: { fact: 'toString' } }),
      'unknown',
    ],
    [
      'a limit that is neither to act nor of a state',
      (data: Loose) => delete (computation(data, '5.7') as Record<string, unknown>)['counts'],
      'missing',
    ],
    [
      'a negative rate spelled as percent',
      (data: Loose) => Object.assign(computation(data, '6.10')['terms'] as object, { cap: { rate: '5 %' } }),
      'rate-invalid',
    ],
    [
      'a clause that stands twice',
      (data: Loose) => (data['clauses'] as Loose).push({ ref: '5.7', text: 'definition' } as never),
      'duplicate',
    ],
    [
      'a clause that is neither computed nor text',
      (data: Loose) => (data['clauses'] as Loose).push({ ref: '99' } as never),
      'choice',
    ],
    [
      'a reading without the option chosen',
      (data: Loose) => Object.assign((data['readings'] as Loose)[0] as object, { chosen: 'none' }),
      'choice',
    ],
    [
      'a table that does not end',
      (data: Loose) => (((data['tables'] as Loose)[0] as Loose)['rows'] as Loose).pop(),
      'choice',
    ],
    [
      'a posting for an unknown event',
      (data: Loose) => Object.assign((data['postings'] as Loose)[0] as object, { on: 'hatched' }),
      'unknown',
    ],
    [
      'a calendar nobody passed',
      (data: Loose) => Object.assign(data['calendars'] as object, { working: 'XX' }),
      'calendar-required',
    ],
    ['a currency of no country', (data: Loose) => Object.assign(data, { currencies: ['XXX'] }), 'currency-unknown'],
  ])('finds %s', (_, change, code) => {
    const findings = findingsOf(change as never);
    expect(findings.map((finding) => finding.code)).toContain(code);
    for (const finding of findings) expect(finding.expected).not.toBe('');
  });

  it('finds a computation that depends on itself', () => {
    const findings = findingsOf((data: Loose) => {
      Object.assign(computation(data, '5.7')['from'] as object, {
        trigger: { result: '6.10/penalty', field: 'capReachedOn' },
      });
    });
    expect(findings.map((finding) => finding.code)).toContain('circle');
  });

  it('reports all faults in one go, each with its path', () => {
    const findings = findingsOf((data: Loose) => {
      Object.assign(data, { rounding: 'up', timeZone: '' });
      Object.assign(data['calendars'] as object, { banking: 'BANK' });
    });
    expect(findings.map((finding) => finding.path).sort()).toEqual(['calendars.banking', 'rounding', 'timeZone']);
  });

  it.each([null, undefined, 1, 'x', [], {}, { clauses: {} }])('refuses %j', (data) => {
    expect(codeOf(() => defineAgreement(data as never, { calendars: [] }))).toBe('agreement-invalid');
  });
});

/** The first computation of a clause. */
function computation(data: Loose, ref: string): Loose {
  const clause = (data['clauses'] as Loose).find((entry) => (entry['ref'] as unknown) === ref);
  return ((clause as Loose)['computes'] as Loose)[0] as Loose;
}
