import { evaluate } from 'oferta/agreement';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { exampleAgreement } from '../support/exampleAgreements.js';

// Anything in place of a result gives findings, quickly, and never an exception.

const agreement = exampleAgreement('autocall');
const facts = {
  negativeOn: '2026-03-19',
  asOf: '2026-06-12',
  overdue: { amount: '100000.00', currency: 'KZT' },
  totalDebt: { amount: '100000.00', currency: 'KZT' },
  payments: [{ paidOn: '2026-04-20', amount: { amount: '40000.00', currency: 'KZT' } }],
};

type Loose = Record<string, unknown> & { steps: Record<string, unknown>[]; value: Record<string, unknown> };
const honest = (): Loose => JSON.parse(JSON.stringify(evaluate(agreement, '6.10/penalty', facts)));
const step = (result: Loose, at: number) => result.steps[at] as Record<string, Record<string, unknown>>;

function rejects(given: unknown, under: unknown = agreement.data, of: unknown = facts): readonly string[] {
  const verification = verify(under, of, given);
  expect(verification.ok).toBe(false);
  return verification.ok ? [] : verification.findings.map(({ code }) => code);
}

describe('what is not a result', () => {
  const circle: Record<string, unknown> = {};
  circle['itself'] = circle;
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'result'],
    ['a number', Number.NaN],
    ['a list', []],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a circle', circle],
    ['a deep list', deep],
    ['a record with a deep list', { ...honest(), steps: deep }],
    ['steps that are no list', { ...honest(), steps: { length: 1e9 } }],
    ['a value that is no record', { ...honest(), value: 'x' }],
    ['another format', { ...honest(), format: 1 }],
    ['more than a result has', { ...honest(), signature: 'x' }],
    [
      'what throws when read',
      {
        toJSON() {
          throw new Error('no');
        },
      },
    ],
  ])('%s', (_what, given) => {
    rejects(given);
  });

  it.each([
    ['no agreement', null],
    ['an agreement of lists', { clauses: [[[]]], readings: [null], facts: [] }],
    ['clauses that are no list', { ...agreement.data, clauses: 'x' }],
    ['a deep patch', { ...agreement.data, readings: [deep] }],
  ])('%s', (_what, given) => {
    rejects(honest(), given);
  });

  it.each([
    ['no facts', null],
    ['facts as a list', [facts]],
    ['deep facts', { ...facts, payments: deep }],
  ])('%s', (_what, given) => {
    rejects(honest(), agreement.data, given);
  });
});

describe('steps that lead nowhere', () => {
  it('a step that names itself, or a later one', () => {
    for (const id of ['s3', 's4', 's999', '__proto__', 'constructor', '']) {
      const result = honest();
      step(result, 2)['in'] = { ...step(result, 2)['in'], rate: { type: 'rate', value: '0.001', step: id } };
      expect(rejects(result)).toContain('operand-differs');
    }
  });

  it('two steps of one name, and steps out of order', () => {
    const twice = honest();
    twice.steps[1] = { ...twice.steps[1], id: 's1' };
    expect(rejects(twice)).toContain('unreadable');
    const turned = honest();
    turned.steps.reverse();
    expect(rejects(turned)).toContain('unreadable');
  });

  it('no steps at all', () => {
    expect(rejects({ ...honest(), steps: [] })).toContain('value-differs');
  });

  it('a hundred thousand steps', () => {
    const result = honest();
    const first = result.steps[0];
    result.steps = Array.from({ length: 100_000 }, (_, at) => ({ ...first, id: `s${at + 1}`, op: 'sum', role: 'x' }));
    rejects(result);
  });

  it('thousands of operands', () => {
    const result = honest();
    const many = Array.from({ length: 20_000 }, (_, at) => [
      `payment${at + 1}`,
      { type: 'exact', n: '1', d: '3', fact: 'x' },
    ]);
    step(result, 2)['in'] = Object.fromEntries(many);
    rejects(result);
  });
});

describe('figures that are none', () => {
  it.each([
    ['', 'amount'],
    ['9'.repeat(1_000_000), 'amount'],
    [`0.${'1'.repeat(1_000_000)}`, 'amount'],
    ['1e1000000000', 'amount'],
    ['0x10', 'amount'],
    [' 1.00', 'amount'],
    ['1.00\n', 'amount'],
    ['١٠', 'amount'],
    ['Infinity', 'amount'],
  ])('an amount of %.20s', (amount) => {
    const result = honest();
    result.value['penalty'] = { amount, currency: 'KZT' };
    expect(rejects(result)).toEqual(['value-differs']);
    const inStep = honest();
    const last = inStep.steps.findIndex(({ role }) => role === 'penalty.least');
    step(inStep, last)['out'] = { type: 'money', amount, currency: 'KZT' };
    rejects(inStep);
  });

  it.each(['9'.repeat(100_000), '-', '1.5', '1e5', '0x1'])('a fraction over %.20s', (d) => {
    const result = honest();
    const product = result.steps.findIndex(({ op }) => op === 'product');
    step(result, product)['out'] = { type: 'exact', n: '1', d, currency: 'KZT' };
    rejects(result);
  });

  it('a fraction over zero, or over less', () => {
    for (const d of ['0', '-1', '00']) {
      const result = honest();
      const product = result.steps.findIndex(({ op }) => op === 'product');
      step(result, product)['out'] = { type: 'exact', n: '1', d, currency: 'KZT' };
      rejects(result);
    }
  });

  it.each([1e9, 2 ** 53, 1e308, -5, 0.5])('a limit of %d banking days is not walked through', (count) => {
    const result = honest();
    const { in: operands } = step(result, 0);
    (operands as Record<string, Record<string, unknown>>)['limit'] = {
      type: 'limit',
      count,
      unit: 'bankingDays',
      term: '5.7/paymentDue#limit',
    };
    rejects(result);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '+999999-01-01',
    '-000000-01-01',
    '2026-3-1',
    'tomorrow',
    '',
    '2026-03-19T00:00:00Z',
  ])('a day of %s', (day) => {
    const result = honest();
    step(result, 0)['out'] = { type: 'day', value: day };
    rejects(result);
    const skipped = honest();
    step(skipped, 0)['notes'] = { ...step(skipped, 0)['notes'], skipped: [day] };
    rejects(skipped);
  });
});

describe('names of prototypes', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s in every place for a name', (name) => {
    const named = (change: (result: Loose) => void): unknown => {
      const result = honest();
      change(result);
      return JSON.parse(JSON.stringify(result));
    };
    rejects(named((result) => Object.assign(step(result, 0), { op: name })));
    rejects(named((result) => Object.assign(step(result, 0), { role: name })));
    rejects(named((result) => Object.assign(result, { computation: name })));
    rejects(named((result) => Object.assign(result['fields'] as object, { penalty: name })));
    rejects(named((result) => Object.assign(result['agreement'] as object, { readings: { '6.10-cap-base': name } })));
    rejects(JSON.parse(JSON.stringify(honest()).replace('"value":{', `"value":{"${name}":1,`)));
    rejects(JSON.parse(JSON.stringify(honest()).replace('"facts":{', `"facts":{"${name}":{},`)));
    rejects(
      JSON.parse(
        JSON.stringify(honest()).replace('"in":{', `"in":{"${name}":{"type":"count","value":1,"rule":"timeZone"},`),
      ),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('a patch that names one changes no prototype', () => {
    const polluting = JSON.parse(
      JSON.stringify(agreement.data).replace('"patch":{}', '"patch":{"6.10/penalty":{"__proto__":{"polluted":true}}}'),
    );
    verify(polluting, facts, honest());
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
