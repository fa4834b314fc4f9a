import { describe, expect, test } from 'vitest';
import { readbackText } from '../../src/cli/readbackText.js';
import { withPlainSpaces } from '../support/noBreakSpaces.js';
import { run } from './environment.js';

describe('oferta readback', () => {
  test('one clause', () => {
    const { code, out, complaints } = run('readback agreement.json 6.8');
    expect([code, complaints]).toEqual([0, '']);
    expect(withPlainSpaces(out)).toContain(
      '6.8  fine for this breach: 100 000.00 ₸ for the first breach, and for each repeat 1 000 000.00 ₸; breaches: “',
    );
    // Rows of tables based on the clause are described with it.
    expect(out).toMatch(/^ {2}\S+\. if .* {2}\[6\.8(?:, [\d.]+)*\]$/m);
    expect(out).not.toContain('6.10');
  });

  test('one table', () => {
    const { code, out } = run('readback agreement.json refund');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('refund');
    expect(out).toMatch(/\. otherwise nothing is due {2}\[/);
  });

  test('all of it, in Russian', () => {
    const { code, out } = run('readback agreement.json --lang ru');
    expect(code).toBe(0);
    expect(withPlainSpaces(out)).toContain('0,1 % от суммы «');
    expect(out).toMatch(/^ {2}1\. если /m);
  });

  test('as JSON', () => {
    const rules = JSON.parse(run('readback agreement.json 6.10 --format json').out) as readonly object[];
    expect(rules[0]).toMatchObject({ clauses: ['6.10'], computation: '6.10/penalty' });
  });

  test.each([
    ['readback agreement.json 99.1', 'agreement.json: clause "99.1" computes and decides nothing'],
    ['readback', 'readback takes AGREEMENT.json [CLAUSE], 0 given'],
    ['readback agreement.json --lang de', '--lang is "de", expected en, ru, kk'],
    ['readback agreement.json --readings', 'readback has no option --readings; its options are: --lang, --format'],
  ])('%s', (line, complaint) => {
    const { code, out, complaints } = run(line);
    expect([code, out]).toEqual([2, '']);
    expect(complaints.split('\n')[0]).toBe(complaint);
  });
});

test('what would move the cursor of a terminal does not reach it', () => {
  const text = readbackText([{ clauses: ['1'], computation: '1/a', title: 'a\u001b[2Jb', text: 'c\nd' }]);
  expect(text).toBe('1  a [2Jb: c d\n');
});
