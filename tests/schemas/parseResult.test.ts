import { attempt } from 'oferta';
import { defineAgreement, evaluate } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { parseAgreement, parseResult } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { autocall } from '../agreement/autocall.js';
import { minimalAgreement } from './minimalAgreement.js';

const agreement = defineAgreement(parseAgreement(minimalAgreement()), { calendars: [kz] });
const wire = (): Record<string, never> =>
  JSON.parse(JSON.stringify(evaluate(agreement, '1.1/window', { boughtOn: '2026-02-15' })));

function findingsOf(json: unknown): readonly (readonly [string, string])[] {
  const read = attempt(() => parseResult(json));
  if (!read.ok) expect(read.error.code).toBe('argument-invalid');
  return read.ok ? [] : read.error.findings.map(({ path, code }) => [path, code] as const);
}

describe('parseResult', () => {
  it('takes the wire form of an answer as it is', () => {
    const result = parseResult(wire());
    expect(result).toEqual(wire());
    expect(result.value).toEqual({ lastDay: '2026-03-02', nominalLastDay: '2026-03-01' });
  });

  it('takes answers with every kind of step', () => {
    const sum = { amount: '100000.00', currency: 'KZT' };
    const facts = { negativeOn: '2026-03-19', overdue: sum, totalDebt: sum, asOf: '2026-05-25' };
    const json: unknown = JSON.parse(JSON.stringify(evaluate(autocall, '6.10/penalty', facts)));
    expect(parseResult(json)).toEqual(json);
  });

  it.each([
    {
      change: (r: ReturnType<typeof minimalAgreement>) => delete r.agreement.edition,
      path: 'agreement.edition',
      code: 'missing',
      because: 'no edition',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) => (r.steps[0].op = 'guess'),
      path: 'steps.0.op',
      code: 'choice',
      because: 'an operation nobody knows',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) => (r.steps[0].out = { type: 'day' }),
      path: 'steps.0.out.value',
      code: 'missing',
      because: 'a value without a value',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) => (r.steps[0].out.type = 'mood'),
      path: 'steps.0.out.type',
      code: 'choice',
      because: 'a type nobody knows',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) =>
        (r.steps[0].in.trigger = { type: 'exact', n: '1.5', d: '2', fact: 'x' }),
      path: 'steps.0.in.trigger.n',
      code: 'type',
      because: 'a fraction of fractions',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) => (r.steps[0].in.trigger.rule = 'mine'),
      path: 'steps.0.in.trigger.rule',
      code: 'choice',
      because: 'an origin nobody knows',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) => (r.cites = '1.1'),
      path: 'cites',
      code: 'type',
      because: 'a list that is none',
    },
    {
      change: (r: ReturnType<typeof minimalAgreement>) => (r.signature = 'x'),
      path: 'signature',
      code: 'unknown',
      because: 'a key nobody knows',
    },
  ])('finds $path: $because', ({ change, path, code }) => {
    const json = wire();
    change(json);
    expect(findingsOf(json)).toEqual([[path, code]]);
  });

  it.each([undefined, null, [], 'x'])('refuses what is not a record: %s', (json) => {
    expect(findingsOf(json)).toEqual([['', json === undefined ? 'missing' : 'type']]);
  });
});
