import * as oferta from 'oferta';
import { describe, expect, test } from 'vitest';
import { textOf } from '../support/sources.js';
import { excluded } from './calls.mjs';
import { fuzz, targetsOf } from './fuzz.mjs';
import * as fuzzed from './packages.js';
import { readsOfHost } from './readsOfHost.mjs';

// A small part, the same one every time. `npm run fuzz -- 1000000` tries as many as asked.
const seed = 20_261_130;

describe('hostile input', () => {
  test('an AgreementError or an answer, soon, and nothing of the caller is changed', () => {
    const tally = [...fuzz(fuzzed, { inputs: 2_000, seed })];
    expect(tally.flatMap(([name, { failures }]) => failures.map((failure) => ({ ...failure, name })))).toEqual([]);
    // Alterations that are all refused would show little, and so would those that never are.
    const sum = (of: 'answered' | 'refused') => tally.reduce((total, [, row]) => total + row[of], 0);
    expect(sum('answered')).toBeGreaterThan(400);
    expect(sum('refused')).toBeGreaterThan(400);
  });

  test('every entry point is fuzzed', () => {
    const { exports } = JSON.parse(textOf('package.json')) as { exports: Record<string, unknown> };
    const entries = Object.entries(exports).filter(([, target]) => typeof target !== 'string');
    expect(Object.keys(fuzzed.packages).sort()).toEqual(entries.map(([entry]) => `oferta${entry.slice(1)}`).sort());
  });

  test('what is left out exists, and is left out for a reason', () => {
    for (const [name, reason] of Object.entries(excluded)) {
      const [entry = '', exported = ''] = name.split(' ');
      expect([name, exported in fuzzed.packages[entry as keyof typeof fuzzed.packages]]).toEqual([name, true]);
      expect(reason.length).toBeGreaterThan(10);
    }
  });

  test('what asks its arguments for names that they may lack refuses a host with values on Object.prototype', () => {
    const reads = readsOfHost(fuzzed);
    expect([...reads].filter(([, names]) => names.length > 0)).toEqual([]);
    // Functions of days and amounts alone answer.
    expect([...reads.keys()]).toContain('oferta addMoney');
    expect([...reads.keys()]).not.toContain('oferta limitLiability');
  });

  test('a function without a call that is right is missed', () => {
    const more = { ...fuzzed.packages, oferta: { ...oferta, isNew: () => true } };
    expect(() => targetsOf({ ...fuzzed, packages: more })).toThrow('oferta isNew has no call');
  });
});

describe('the run finds', () => {
  const failuresOf = (name: 'dateRange' | 'sumMoney', call: (...given: never[]) => unknown): number => {
    const altered = { ...fuzzed, packages: { ...fuzzed.packages, oferta: { ...oferta, [name]: call } } };
    const tally = fuzz(altered, { inputs: 200, seed, only: (each) => each === `oferta ${name}` });
    return tally.get(`oferta ${name}`)?.failures.length ?? 0;
  };

  test('a foreign error', () => {
    expect(failuresOf('dateRange', (day: string) => ({ day: day.slice(0, 4) }))).toBeGreaterThan(10);
  });

  test('a name that is asked of the host', () => {
    const verifySteps = ([step]: readonly { readonly fee?: number }[]): number => step?.fee ?? 0;
    const packages = { ...fuzzed.packages, 'oferta/verify': { verifySteps } };
    expect(readsOfHost({ ...fuzzed, packages }).get('oferta/verify verifySteps')).toEqual(['fee']);
  });

  test('a list that is written to', () => {
    const sorting = (list: unknown[]): number => (Array.isArray(list) && !Object.isFrozen(list) ? list.push(1) : 0);
    expect(failuresOf('sumMoney', sorting)).toBeGreaterThan(10);
  });

  test('an answer that depends on what was asked before', () => {
    let asked = 0;
    const counting = (): number => {
      asked += 1;
      return asked;
    };
    expect(failuresOf('dateRange', counting)).toBeGreaterThan(10);
  });
});
