import { describe, expect, it } from 'vitest';
import { Wording } from '../../src/cli/wording.js';
import { autocall, kzt } from '../agreement/autocall.js';
import { minimalAgreement } from '../schemas/minimalAgreement.js';
import { run } from './environment.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a value in words', () => {
  it.each([
    { value: undefined, text: 'not given', because: 'a fact that was left out' },
    { value: null, text: 'not given', because: 'a field without a value' },
    { value: [], text: '—', because: 'an empty list' },
    { value: ['2026-01-12', kzt('5.00')], text: '12 January 2026; 5.00 ₸', because: 'a list' },
    { value: [{ paidOn: '2026-01-12', amount: kzt('5.00') }], text: '12 January 2026, 5.00 ₸', because: 'payments' },
    { value: '2026-02-30', text: '2026-02-30', because: 'no day there is' },
  ])('$because', ({ value, text }) => {
    expect(plain(new Wording(autocall, 'en').value(value))).toBe(text);
  });
});

describe('a decision in words', () => {
  const paid = kzt('95.00');
  const facts = { units: 3, plan: 'c', paid, boughtOn: '2026-02-15' };

  /** What is told of a case of which the first row does not hold. */
  function decisionOf(when: unknown, outcome: object = { is: 'none' }, given: object = facts): readonly string[] {
    const data = minimalAgreement();
    data.facts = {
      ...data.facts,
      units: { type: 'count' },
      plan: { type: 'text', oneOf: ['a', 'b', 'c'], label: { en: 'tariff' } },
      note: { type: 'text', absent: 'nothing was noted' },
    };
    data.words = { a: { en: 'basic' }, c: { en: 'complete' } };
    data.readings = [];
    delete data.clauses[0].computes[0].readings;
    data.tables = [
      {
        question: 'claim',
        complete: true,
        rows: [
          { n: 1, when, outcome: { is: 'none' }, clauses: ['1.1'] },
          { n: 2, when: 'otherwise', outcome, clauses: ['1.2'] },
        ],
      },
    ];
    const files = { 'm.json': JSON.stringify(data), 'f.json': JSON.stringify(given) };
    const { code, out, complaints } = run('explain m.json claim f.json', files);
    expect([code, complaints]).toEqual([0, '']);
    return plain(out).trimEnd().split('\n');
  }

  const passed = 'row 1 (clause 1.1) does not apply';

  it.each([
    {
      when: { fact: 'units', atLeast: 4 },
      text: '"units" is 3, would have to be at least 4',
      because: 'a fact without a label has its name',
    },
    {
      when: { fact: 'plan', isOneOf: ['a', 'b'] },
      text: '"tariff" is complete, would have to be one of basic, b',
      because: 'codes come in the words of the agreement, where it has some',
    },
    {
      when: { fact: 'plan', isGiven: false },
      text: '"tariff" is given',
      because: 'the row is for cases without it',
    },
    { when: { fact: 'note', isGiven: true }, text: '"note" is not given', because: 'the row is for cases with it' },
    {
      when: { fact: 'note', is: 'x' },
      text: '"note" is not given',
      because: 'what was left out is compared with nothing',
    },
    {
      when: {
        any: [
          { fact: 'units', lessThan: 3 },
          { fact: 'plan', is: 'a' },
        ],
      },
      text: '"units" is 3, would have to be less than 3; "tariff" is complete, would have to be basic',
      because: 'every way to make it hold is told',
    },
  ])('$because', ({ when, text }) => {
    expect(decisionOf(when)[1]).toBe(`  ${passed}: ${text}`);
  });

  it('a field of a computation has its address and name, and its steps below', () => {
    // 14 days after 15 February is Sunday 1 March, so Monday.
    const [, reason, computed, ...steps] = decisionOf({ result: '1.1/window', field: 'lastDay', before: '2026-03-02' });
    expect(reason).toBe(`  ${passed}: "1.1/window (lastDay)" is 2 March 2026, would have to be before 2 March 2026`);
    expect(computed).toBe('  1.1/window, clause 1.1');
    expect(steps[0]).toBe('    1. 14 days from 15 February 2026: the last day is 1 March 2026 [1.1]');
    expect(steps[1]).toMatch(/^ {4}2\. .*2 March 2026/);
  });

  it.each([
    {
      outcome: { is: 'open', decidedBy: 'parties', sum: { fact: 'paid' } },
      text: 'the agreement leaves it to the parties: 95.00 ₸',
    },
    {
      outcome: {
        is: 'discretion',
        of: 'provider',
        ceiling: { fact: 'paid' },
        ifRefused: { is: 'open', decidedBy: 'law' },
      },
      text: 'up to the provider, at most 95.00 ₸; if refused: the agreement does not say; the law decides',
    },
  ])('$outcome.is: $text', ({ outcome, text }) => {
    expect(decisionOf({ fact: 'units', atLeast: 4 }, outcome)[0]).toBe(`claim: row 2 decides (clause 1.2): ${text}`);
  });

  it('an agreement without readings has no section about them', () => {
    expect(decisionOf({ fact: 'units', atLeast: 4 }).join('\n')).not.toContain('Readings');
  });
});

describe('the steps of an answer', () => {
  it('a sum of several sources is no clause of its own, so none stands behind it', () => {
    const data = minimalAgreement();
    data.facts.fee = { type: 'money' };
    data.clauses.push({
      ref: '2',
      computes: [
        { id: 'total', kind: 'passThrough', from: { assessed: { sum: [{ fact: 'paid' }, { fact: 'fee' }] } } },
      ],
    });
    const files = {
      'm.json': JSON.stringify(data),
      'f.json': JSON.stringify({ paid: kzt('10.00'), fee: kzt('2.50') }),
    };
    const out = plain(run('explain m.json 2 f.json', files).out);
    expect(out).toContain('\n  1. 10.00 ₸ + 2.50 ₸ = 12.50 ₸\n  2. ');
    expect(out).toMatch(/\n {2}2\. .*12\.50 ₸ \[2\]\n/);
  });
});
