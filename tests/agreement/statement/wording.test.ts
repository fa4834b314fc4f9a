import { acrossReadings, decide, evaluate, type Facts, type FailedCondition } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { decisionText, explanationText } from '../../../src/agreement/statement/explanationText.js';
import { answersText } from '../../../src/agreement/statement/readingsText.js';
import { Wording } from '../../../src/agreement/statement/wording.js';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { withPlainSpaces } from '../../support/noBreakSpaces.js';
import { autocall } from '../autocall.js';

describe('a value in words', () => {
  it.each([
    { value: undefined, text: 'not given', because: 'a fact that was left out' },
    { value: null, text: 'not given', because: 'a field without a value' },
    { value: [], text: '—', because: 'an empty list' },
    { value: ['2026-01-12', kzt('5.00')], text: '12 January 2026; 5.00 ₸', because: 'a list' },
    { value: [{ paidOn: '2026-01-12', amount: kzt('5.00') }], text: '12 January 2026, 5.00 ₸', because: 'payments' },
    { value: '2026-02-30', text: '2026-02-30', because: 'no day there is' },
  ])('$because', ({ value, text }) => {
    expect(withPlainSpaces(new Wording(autocall, 'en').value(value))).toBe(text);
  });
});

describe('what a condition looks at', () => {
  it.each([
    { operand: '2.3.13/passes#holds', name: 'проходит ли ссылка по зоне', because: 'the label says what holds' },
    {
      operand: '2.3.13/passes#failed',
      name: 'проходит ли ссылка по зоне, не выполнено',
      because: 'another field is named in words',
    },
    { operand: 'nothing#holds', name: 'сравниваемое', because: 'no computation is called so' },
  ])('$operand: $because', ({ operand, name }) => {
    expect(new Wording(autocall, 'ru').operand(operand)).toBe(name);
  });
});

describe('a decision in words', () => {
  const paid = kzt('95.00');
  const facts = { units: 3, plan: 'c', paid, boughtOn: '2026-02-15', late: true };

  /** The description of a case in which the first row does not hold. */
  function decisionOf(when: unknown, outcome: object = { is: 'none' }, given: object = facts): readonly string[] {
    const data = minimalModel();
    data.facts = {
      ...data.facts,
      units: { type: 'count' },
      plan: { type: 'text', oneOf: ['a', 'b', 'c'], label: { en: 'tariff' } },
      note: { type: 'text', absent: 'nothing was noted' },
      late: { type: 'flag' },
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
    const agreement = defineModel(data, { calendars: [kz] });
    const out = decisionText(decide(agreement, 'claim', given as Facts), agreement, 'en');
    return withPlainSpaces(out).trimEnd().split('\n');
  }

  const passed = 'not by clause 1.1';

  it.each([
    {
      when: { fact: 'units', atLeast: 4 },
      text: 'units: 3; would have to be at least 4',
      because: 'a fact without a label has its name',
    },
    {
      when: { fact: 'plan', isOneOf: ['a', 'b'] },
      text: 'tariff: complete; would have to be one of: basic, b',
      because: 'codes come in the words of the agreement, where it has some',
    },
    {
      when: { fact: 'plan', isGiven: false },
      text: 'tariff: given',
      because: 'the row is for cases without it',
    },
    { when: { fact: 'note', isGiven: true }, text: 'note: not given', because: 'the row is for cases with it' },
    {
      when: { fact: 'note', is: 'x' },
      text: 'note: not given',
      because: 'what was left out is compared with nothing',
    },
    {
      when: {
        any: [
          { fact: 'units', lessThan: 3 },
          { fact: 'plan', is: 'a' },
        ],
      },
      text: 'units: 3; would have to be less than 3; tariff: complete; would have to be basic',
      because: 'every way to make it hold is told',
    },
    {
      when: {
        not: {
          all: [
            { fact: 'plan', is: 'c' },
            { fact: 'units', is: 3 },
          ],
        },
      },
      text: 'tariff: complete; would have to be other than complete; units: 3; would have to be other than 3',
      because: 'of what should not all hold, every part that does',
    },
    {
      when: { not: { fact: 'late', is: true } },
      text: 'late: yes; would have to be no',
      because: 'what should not be yes is no',
    },
    { when: { not: { fact: 'note', isGiven: false } }, text: 'note: not given', because: 'the row wants it given' },
  ])('$because', ({ when, text }) => {
    expect(decisionOf(when)[1]).toBe(`  ${passed}: ${text}`);
  });

  it.each([
    { not: { fact: 'units', moreThan: 2 }, text: 'units: 3; would have to be at most 2' },
    { not: { fact: 'units', atLeast: 3 }, text: 'units: 3; would have to be less than 3' },
    { not: { fact: 'units', lessThan: 4 }, text: 'units: 3; would have to be at least 4' },
    { not: { fact: 'units', atMost: 3 }, text: 'units: 3; would have to be more than 3' },
    { not: { fact: 'plan', isOneOf: ['b', 'c'] }, text: 'tariff: complete; would have to be none of: b, complete' },
    {
      not: { fact: 'boughtOn', before: '2026-02-16' },
      text: 'boughtOn: 15 February 2026; would have to be no earlier than 16 February 2026',
    },
    {
      not: { fact: 'boughtOn', onOrBefore: '2026-02-15' },
      text: 'boughtOn: 15 February 2026; would have to be after 15 February 2026',
    },
    {
      not: { fact: 'boughtOn', after: '2026-02-14' },
      text: 'boughtOn: 15 February 2026; would have to be no later than 14 February 2026',
    },
    {
      not: { fact: 'boughtOn', onOrAfter: '2026-02-15' },
      text: 'boughtOn: 15 February 2026; would have to be before 15 February 2026',
    },
  ])('what should not hold: $text', ({ not, text }) => {
    expect(decisionOf({ not })[1]).toBe(`  ${passed}: ${text}`);
  });

  it.each([
    {
      language: 'ru',
      other: 'сравниваемое: c; должно быть не c',
      more: 'сравниваемое: 3; должно быть не более 2',
      never: 'не по п. 1.1: не применяется никогда',
    },
    {
      language: 'kk',
      other: 'салыстырылатын мән: c; мынадан басқа болуы керек: c',
      more: 'салыстырылатын мән: 3; ең көбі болуы керек: 2',
      never: '1.1-тармақ бойынша емес: ешқашан қолданылмайды',
    },
  ] as const)('what should not hold, in $language', ({ language, other, more, never }) => {
    const wording = new Wording(autocall, language);
    const row = { row: 1, clauses: ['1.1'] };
    const told = (failure: Omit<FailedCondition, 'negated'>): string =>
      withPlainSpaces(wording.passed({ ...row, failed: [{ ...failure, negated: true }] }));
    expect(told({ operand: 'plan', relation: 'is', own: 'c', threshold: 'c' })).toContain(other);
    expect(told({ operand: 'units', relation: 'moreThan', own: 3, threshold: 2 })).toContain(more);
    expect(wording.passed({ ...row, failed: [] })).toBe(never);
  });

  it('a row that never holds has no reason to tell', () => {
    expect(decisionOf({ not: 'otherwise' })[1]).toBe('  not by clause 1.1: it never applies');
  });

  it('a field of a computation has its address and name, and its steps below', () => {
    // 14 days after 15 February is Sunday 1 March, so Monday.
    // Without a label, a computation is described by its clause.
    const asked = 'clause 1.1';
    const [, reason, computed, ...steps] = decisionOf({ result: '1.1/window', field: 'lastDay', before: '2026-03-02' });
    expect(reason).toBe(`  ${passed}: ${asked}: 2 March 2026; would have to be before 2 March 2026`);
    expect(computed).toBe(`  ${asked}, clause 1.1`);
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
    expect(decisionOf({ fact: 'units', atLeast: 4 }, outcome)[0]).toBe(`claim: ${text} (clause 1.2)`);
  });

  it('an agreement without readings has no section about them', () => {
    expect(decisionOf({ fact: 'units', atLeast: 4 }).join('\n')).not.toContain('Readings');
  });
});

describe('the fields of an answer', () => {
  const lastDays = (boughtOn: string, more = ''): readonly string[] => {
    const data = minimalModel();
    data.readings = [];
    delete data.clauses[0].computes[0].readings;
    const agreement = defineModel(data, { calendars: [kz] });
    const out =
      more === ''
        ? explanationText(evaluate(agreement, '1.1/window', { boughtOn }), agreement, 'en')
        : answersText('1.1/window', acrossReadings(agreement, '1.1/window', { boughtOn }), agreement, 'en');
    return withPlainSpaces(out)
      .split('\n')
      .map((line) => line.trim().replace(/^1\. /, ''))
      .filter((line) => /^last day[^:]*: \d/.test(line));
  };

  // 14 days from 2 March 2026 end on Monday the 16th, from 22 February on Sunday 8 March, a holiday; Monday the 9th is off in its place.
  it.each(['', ' --readings'])('a last day that did not move is reported once%s', (more) => {
    expect(lastDays('2026-03-02', more)).toEqual(['last day: 16 March 2026']);
    expect(lastDays('2026-02-22', more)).toEqual(['last day: 10 March 2026', 'last day before days off: 8 March 2026']);
  });
});

describe('the steps of an answer', () => {
  it('a sum of several sources is not a clause, so it names none', () => {
    const data = minimalModel();
    data.facts.fee = { type: 'money' };
    data.clauses.push({
      ref: '2',
      computes: [
        { id: 'total', kind: 'passThrough', from: { assessed: { sum: [{ fact: 'paid' }, { fact: 'fee' }] } } },
      ],
    });
    const agreement = defineModel(data, { calendars: [kz] });
    const result = evaluate(agreement, '2/total', { paid: kzt('10.00'), fee: kzt('2.50') });
    const out = withPlainSpaces(explanationText(result, agreement, 'en'));
    expect(out).toContain('\n  1. 10.00 ₸ + 2.50 ₸ = 12.50 ₸\n  2. ');
    expect(out).toMatch(/\n {2}2\. .*12\.50 ₸ \[2\]\n/);
  });
});
