import { decide } from 'oferta/agreement';
import { verifyDecision } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { define, put } from '../agreement/language/smallAgreement.js';

// A decision is decided again: the rows before the one that decided do not hold, that one does, and its amounts come from where it says.

type Json = Record<string, unknown>;

const kzt = (amount: string) => ({ amount, currency: 'KZT' });

/** Bought on 2 March 2026: the last of fourteen days is Monday, 16 March. */
const facts = { boughtOn: '2026-03-02', askedOn: '2026-03-16', paid: kzt('100.00'), units: 3, blocked: false };

const agreement = define((document) => {
  put(
    document,
    ['tables', 'refund', 'rows'],
    [
      { if: 'blocked and units > 2', then: 'none', by: ['1.2'] },
      { if: 'askedOn <= [1.1/window]', then: { cash: '=paid' }, by: ['1.1'] },
      { row: '2a', if: 'units < 2 or gift is given', then: { cash: '=round(paid / 2)', owed: '=paid' }, by: ['1.1'] },
      { then: 'none', by: ['1.2'] },
    ],
  );
});

function written(given: Json = facts, question = 'refund') {
  return JSON.parse(JSON.stringify(decide(agreement, question, given)));
}

const codes = (decision: unknown, given: Json = facts): string[] => {
  const checked = verifyDecision(agreement.data, given, decision);
  return checked.ok ? [] : checked.findings.map(({ code, path }) => `${code} ${path}`);
};

describe('verifyDecision', () => {
  it.each([
    { askedOn: '2026-03-15', units: 3, row: 2, because: 'one day before the last' },
    { askedOn: '2026-03-16', units: 3, row: 2, because: 'the last day' },
    { askedOn: '2026-03-17', units: 1, row: '2a', because: 'a day late, and one unit' },
    { askedOn: '2026-03-17', units: 2, row: 3, because: 'a day late, and two units' },
  ])('asked on $askedOn with $units units: row $row ($because)', ({ askedOn, units, row }) => {
    const given = { ...facts, askedOn, units };
    const decision = written(given);
    expect(decision.row).toBe(row);
    expect(codes(decision, given)).toEqual([]);
  });

  it('a decision has the step of each row that was reached, and of each amount that has one', () => {
    const { rows, fields, steps } = written({ ...facts, askedOn: '2026-03-17', units: 1 });
    const roles = (steps as { id: string; role: string }[]).map(({ id, role }) => `${id} ${role}`);
    expect(roles).toEqual([
      's1 formula.is',
      's2 formula.all',
      's3 limit.add',
      's4 formula.atMost',
      's5 formula.lessThan',
      's6 formula.any',
      's7 formula.quotient',
      's8 formula.round',
    ]);
    expect(rows).toEqual({ 1: 's2', 2: 's4', '2a': 's6' });
    // What was paid is a fact.
    expect(fields).toEqual({ cash: 's8' });
  });

  it.each<{ title: string; forge: (decision: Json) => void; code: string }>([
    {
      title: 'a later row',
      forge: (decision) => Object.assign(decision, { row: 3 }),
      code: 'step-out-of-place rows.2a',
    },
    {
      title: 'an earlier row',
      forge: (decision) => Object.assign(decision, { row: 1 }),
      code: 'outcome-differs rows.1',
    },
    {
      title: 'no row of the table',
      forge: (decision) => Object.assign(decision, { row: 9 }),
      code: 'agreement-differs row',
    },
    {
      title: 'another question',
      forge: (decision) => Object.assign(decision, { question: 'x' }),
      code: 'agreement-differs row',
    },
    {
      title: 'another amount',
      forge: (decision) => Object.assign(decision['outcome'] as Json, { cash: kzt('101.00') }),
      code: 'value-differs outcome.cash',
    },
    {
      title: 'money on the balance',
      forge: (decision) => Object.assign(decision['outcome'] as Json, { toBalance: kzt('1.00') }),
      code: 'value-differs outcome.toBalance',
    },
    {
      title: 'another outcome',
      forge: (decision) => Object.assign(decision, { outcome: { is: 'none' } }),
      code: 'value-differs outcome.is',
    },
    {
      title: 'another value of a comparison that failed',
      forge: (decision) => Object.assign(failed(decision), { own: true }),
      code: 'value-differs passedOver.0.failed.0',
    },
    {
      title: 'another threshold of it',
      forge: (decision) => Object.assign(failed(decision), { threshold: false }),
      code: 'value-differs passedOver.0.failed.0.threshold',
    },
    {
      title: 'another comparison of it',
      forge: (decision) => Object.assign(failed(decision), { operand: 'units' }),
      code: 'value-differs passedOver.0.failed.0',
    },
    {
      title: 'a clause of the row',
      forge: (decision) => Object.assign(decision, { cites: ['1.2'] }),
      code: 'clause-differs cites',
    },
    {
      title: 'a computation that was not done',
      forge: (decision) => Object.assign(decision, { computed: [] }),
      code: 'value-differs computed',
    },
    {
      title: 'a step of a row in the place of another',
      forge: (decision) => Object.assign(decision['rows'] as Json, { 1: 's4' }),
      code: 'step-out-of-place rows.1',
    },
    {
      title: 'a row that was passed over left out',
      forge: (decision) => (decision['passedOver'] as unknown[]).pop(),
      code: 'value-differs passedOver',
    },
    {
      title: 'the first format',
      forge: (decision) => Object.assign(decision, { format: 1 }),
      code: 'unreadable format',
    },
    { title: 'more than there is', forge: (decision) => Object.assign(decision, { more: 1 }), code: 'unreadable more' },
  ])('$title is found', ({ forge, code }) => {
    const decision = written();
    forge(decision);
    expect(codes(decision)).toContain(code);
  });

  it('facts of another case are found', () => {
    expect(codes(written(), { ...facts, askedOn: '2026-03-17' })).toContain('fact-differs facts.askedOn');
  });

  it('never throws', () => {
    for (const decision of [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      { question: 'refund', row: 2, steps: 5, rows: [], outcome: 1 },
    ])
      expect(verifyDecision(agreement.data, facts, decision).ok).toBe(false);
    expect(verifyDecision(undefined, undefined, written()).ok).toBe(false);
  });
});

function failed(decision: Json): Json {
  return (decision['passedOver'] as { failed: Json[] }[])[0]?.failed[0] as Json;
}
