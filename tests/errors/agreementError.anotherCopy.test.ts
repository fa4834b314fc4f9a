import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { AgreementError, addMoney, attempt, isMoney, money } from 'oferta';
import { evaluate } from 'oferta/agreement';
import { expect, it } from 'vitest';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { root } from '../support/sources.js';

/** A second copy of the main entry point, as when a program loads the files for Node and those for a browser. */
const path = join(root, 'node_modules/.fuzz/anotherCopy.mjs');
buildSync({
  entryPoints: [join(root, 'src/index.ts')],
  outfile: path,
  bundle: true,
  format: 'esm',
  platform: 'node',
  conditions: ['oferta-source'],
  external: ['decimal.js', 'temporal-polyfill'],
  logLevel: 'error',
});
const other = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as typeof import('oferta');

class OwnError extends AgreementError {}

it('is another copy', () => {
  expect(other.money).not.toBe(money);
  expect(isMoney(other.money('1.00', 'KZT'))).toBe(false);
});

it('an error of either copy is an AgreementError of both', () => {
  const refused = (ask: () => unknown): unknown => {
    try {
      return ask();
    } catch (error) {
      return error;
    }
  };
  const theirs = refused(() => other.money('x', 'KZT'));
  const ours = refused(() => money('x', 'KZT'));
  for (const error of [theirs, ours]) {
    expect(error instanceof AgreementError).toBe(true);
    expect(error instanceof other.AgreementError).toBe(true);
    expect(error instanceof OwnError).toBe(false);
  }
  const attempted = attempt(() => other.money('x', 'KZT'));
  expect(attempted.ok ? '' : attempted.error.code).toBe('amount-invalid');
});

it('another error is none, and one of a class of its own is both', () => {
  for (const value of [new Error('x'), { name: 'AgreementError' }, null, undefined, 'x'])
    expect((value as unknown) instanceof AgreementError).toBe(false);
  const own = new OwnError('argument-invalid', { field: 'x', value: '1', expected: '2' });
  expect([own instanceof OwnError, own instanceof AgreementError, own instanceof Error]).toEqual([true, true, true]);
});

it('an amount of another copy is refused by name', () => {
  const foreign = other.money('1.00', 'KZT') as never;
  expect(() => addMoney(money('1.00', 'KZT'), foreign)).toThrow('two copies are loaded');
  expect(() => addMoney(money('1.00', 'KZT'), 1 as never)).toThrow(/expected an amount made by money\(\)$/);
});

it('as a fact it is read as its JSON is', () => {
  const facts = (of: typeof money) => ({
    negativeOn: '2026-03-19',
    asOf: '2026-06-12',
    overdue: of('100000.00', 'KZT'),
    totalDebt: of('100000.00', 'KZT'),
    payments: [],
  });
  const agreement = exampleAgreement('autocall');
  const ours = evaluate(agreement, '6.10/penalty', facts(money));
  const theirs = evaluate(agreement, '6.10/penalty', facts(other.money));
  expect(JSON.stringify(theirs)).toBe(JSON.stringify(ours));
});
