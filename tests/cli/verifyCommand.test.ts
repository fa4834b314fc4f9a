import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { run } from './environment.js';

const facts = JSON.stringify({
  negativeOn: '2026-03-19',
  asOf: '2026-05-25',
  overdue: kzt('100000.00'),
  totalDebt: kzt('100000.00'),
});
const result = run('explain agreement.json 6.10/penalty facts.json --format json', { 'facts.json': facts }).out;
const files = {
  'facts.json': facts,
  'result.json': result,
  'forged.json': result.replaceAll('"5000.00"', '"4000.00"'),
  'other.json': facts.replace('2026-05-25', '2026-04-25'),
};

describe('oferta verify', () => {
  it('accepts a genuine answer, and says what is to be checked by hand', () => {
    const { code, out, complaints } = run('verify agreement.json result.json facts.json', files);
    expect([code, complaints]).toEqual([0, '']);
    expect(out).toMatch(/^result\.json: every step comes out the same\n/);
    expect(out).toContain('steps.0.notes.skipped: ["2026-03-21"');
  });

  it('finds a figure that was changed', () => {
    const { code, out } = run('verify agreement.json forged.json facts.json', files);
    expect(code).toBe(1);
    expect(out).toMatch(/forged\.json: steps\.\d+\.out is .*4000\.00.*, expected .*5000\.00.* \[outcome-differs\]/);
  });

  it('finds facts of another case; without facts it says whose they are', () => {
    expect(run('verify agreement.json result.json other.json', files)).toMatchObject({ code: 1 });
    const { code, out } = run('verify agreement.json result.json', files);
    expect(code).toBe(0);
    expect(out).toContain('The facts are those in the result itself');
  });

  it('as JSON', () => {
    expect(JSON.parse(run('verify agreement.json result.json facts.json --format json', files).out)).toMatchObject({
      ok: true,
    });
    const { code, out } = run('verify agreement.json forged.json facts.json --format json', files);
    expect([code, JSON.parse(out).ok]).toEqual([1, false]);
  });

  it('what is not a result is found, never thrown', () => {
    for (const json of ['null', '[]', '{"format":1}', '{"format":2,"facts":3}'])
      expect(run('verify agreement.json x.json', { 'x.json': json })).toMatchObject({ code: 1, complaints: '' });
  });

  it.each([
    { line: 'verify agreement.json', complaint: 'verify takes AGREEMENT.json RESULT.json [FACTS.json], 1 given' },
    { line: 'verify agreement.json none.json', complaint: 'none.json: cannot be read' },
    { line: 'verify agreement.json result.json --format csv', complaint: '--format is "csv"' },
  ])('complains: $line', ({ line, complaint }) => {
    const { code, out, complaints } = run(line, files);
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toContain(complaint);
  });
});
