import { describe, expect, it } from 'vitest';
import { withPlainSpaces } from '../support/noBreakSpaces.js';
import { example, run } from './environment.js';

const agreement = example['agreement.json'] as string;
const files = {
  'later.json': agreement
    .replace('"edition": "2026-01-01"', '"edition": "2026-07-01"')
    .replace('"first": "100000.00 KZT"', '"first": "70000.00 KZT"'),
  'breach.json': JSON.stringify([
    { id: 'r', kind: 'registered', on: '2026-03-02' },
    { id: 'b', kind: 'breachFound', on: '2026-03-19', clause: '2.3.6' },
  ]),
};
const line = 'diff agreement.json later.json --scenario breach.json --as-of 2026-03-20';

describe('oferta diff', () => {
  it('says clause, rule, sums and by how much', () => {
    const { code, out, complaints } = run(line, files);
    expect([code, complaints]).toEqual([0, '']);
    expect(withPlainSpaces(out)).toContain(
      '  6.8 changed: terms\n    clauses["6.8"].fine.escalatingFine.first: "100000.00 KZT" → "70000.00 KZT"',
    );
    expect(withPlainSpaces(out)).toMatch(
      / {2}6\.8 {2}fine for this breach\n {4}was: .*100 000\.00 ₸.*\n {4}is: .*70 000\.00 ₸/,
    );
    expect(withPlainSpaces(out)).toContain(
      'breach.json, as of 20 March 2026\n  to pay: 100 000.00 ₸ → 70 000.00 ₸ (-30 000.00 ₸)',
    );
    expect(withPlainSpaces(out)).toContain(
      '  entry "fine for this breach, b": -100 000.00 ₸ → -70 000.00 ₸ (+30 000.00 ₸)',
    );
  });

  it.each([
    { language: 'ru', rule: 'Изменившиеся правила', sum: 'к оплате: 100 000,00 ₸ → 70 000,00 ₸ (-30 000,00 ₸)' },
    { language: 'kk', rule: 'Өзгерген ережелер', sum: 'төлеуге: 100 000,00 ₸ → 70 000,00 ₸ (-30 000,00 ₸)' },
  ])('in $language', ({ language, rule, sum }) => {
    const { out } = run(`${line} --lang ${language}`, files);
    expect(withPlainSpaces(out)).toContain(rule);
    expect(withPlainSpaces(out)).toContain(sum);
  });

  it('as JSON, with the rules in words', () => {
    const told = JSON.parse(run(`${line} --format json`, files).out);
    expect(told.clauses).toEqual([{ clause: '6.8', is: 'changed', parts: ['term'] }]);
    expect(told.rules).toMatchObject([{ computation: '6.8/fine' }]);
    expect(told.scenarios[0].differences[0]).toMatchObject({ about: 'toPay', difference: { amount: '-30000.00' } });
  });

  it('says where nothing differs', () => {
    expect(run('diff agreement.json agreement.json').out).toContain('The two editions do not differ.');
  });

  it('says which edition refuses the events', () => {
    const without = { ...files, 'wrong.json': '[{ "id": "x", "kind": "rained", "on": "2026-03-02" }]' };
    const { code, out } = run('diff agreement.json later.json --scenario wrong.json --as-of 2026-03-20', without);
    expect(code).toBe(0);
    expect(out).toContain('edition 2026-01-01 refuses these events: events.0.kind: "rained"');
  });

  it.each([
    { line: 'diff agreement.json', complaint: 'diff takes BEFORE.json AFTER.json, 1 given' },
    { line: 'diff agreement.json none.json', complaint: 'none.json: cannot be read: no such file' },
    { line: 'diff agreement.json later.json --scenario breach.json', complaint: '--as-of DAY is missing' },
    { line: `${line} --as-of 2026-13-01`, complaint: '--as-of is given twice' },
    { line: 'diff agreement.json later.json --as-of 2026-13-01', complaint: '--as-of is "2026-13-01"' },
    { line: 'diff agreement.json later.json --lang de', complaint: '--lang is "de", expected en, ru, kk' },
    { line: 'diff agreement.json later.json --format csv', complaint: '--format is "csv"' },
    { line: 'diff agreement.json later.json --colour', complaint: 'diff has no option --colour' },
    {
      line: 'diff agreement.json later.json --scenario later.json --as-of 2026-03-20',
      complaint: 'later.json: expected a list of events',
    },
    { line: 'diff agreement.json bad.json', complaint: 'bad.json:1:1: id is missing' },
  ])('complains: $line', ({ line: given, complaint }) => {
    const { code, out, complaints } = run(given, { ...files, 'bad.json': '{"format": 2}' });
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toContain(complaint);
  });

  it('is a command like the others: its own help, the nearest name, complaints in the language asked for', () => {
    expect(run('help diff').out).toMatch(/^oferta diff BEFORE\.json AFTER\.json/);
    expect(run('dif agreement.json later.json', files).complaints).toContain('did you mean diff?');
    expect(run('diff agreement.json later.json --scenario breach.json --lang ru', files).complaints).toMatch(
      /^не указан --as-of/,
    );
    expect(run('diff agreement.json none.json --lang ru', files).complaints).toContain('none.json: не читается');
  });
});
