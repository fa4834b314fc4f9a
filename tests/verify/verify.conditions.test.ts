import { evaluate } from 'oferta/agreement';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { formulaFacts } from '../agreement/language/formulaCases.js';
import { define, put } from '../agreement/language/smallAgreement.js';

// A condition is written with both values of each comparison, so the verifier decides it itself: a branch that the facts do not give is found.

type Json = Record<string, unknown>;

const formulas = {
  more: '=if units > 5 then 1 else 2',
  both: '=if units > 5 and not blocked then 1 else 2',
  either: '=if units > 9 or blocked or plan = base then 1 else 2',
  listed: "=if plan in ('base', 'extra') then 1 else 2",
  given: '=if gift is given then gift else paid',
  unsaid: '=if gift > 10.00 KZT then 1 else 2',
  clause: '=if askedOn <= [1.1/window] then paid else 0.00 KZT',
  holds: '=units > 5 and units < 9',
  nested: '=if (if blocked then 1 else units) >= 7 then 1 else 2',
};

const agreement = define((document) => {
  for (const [name, formula] of Object.entries(formulas)) put(document, ['clauses', '9', name], { formula });
  put(document, ['clauses', '9', 'any'], {
    anyOf: { first: "=note = 'a'", second: "=note in ('b', 'c') and units > 5", third: "=note = 'd'" },
  });
});

function written(name: string, facts: Json = formulaFacts): { steps: Json[]; value: Json; fields: Json } & Json {
  return JSON.parse(JSON.stringify(evaluate(agreement, `9/${name}`, facts)));
}

const codes = (result: unknown, facts: Json = formulaFacts): string[] => {
  const checked = verify(agreement.data, facts, result);
  return checked.ok ? [] : checked.findings.map(({ code, path }) => `${code} ${path}`);
};

const told = ({ steps }: { readonly steps: readonly Json[] }): string[] =>
  steps.map(({ op, role, in: operands, out }) => {
    const values = Object.entries(operands as Record<string, Json>).map(([operand, value]) => {
      const origin = value['fact'] ?? value['term'] ?? value['step'];
      return `${operand} ${value['value'] ?? value['amount']} (${origin})`;
    });
    return `${op} ${role}: ${values.join(', ')} = ${(out as Json)['value'] ?? (out as Json)['amount']}`;
  });

describe('the steps of a condition', () => {
  it.each([
    { units: 4, value: 2, holds: false, because: 'one below' },
    { units: 5, value: 2, holds: false, because: 'more than is more' },
    { units: 6, value: 1, holds: true, because: 'one above' },
  ])('units $units, more than 5: $value ($because)', ({ units, value, holds }) => {
    const facts = { ...formulaFacts, units };
    const result = written('more', facts);
    expect(result.value).toEqual({ value });
    expect(told(result)).toEqual([
      `compare formula.moreThan: left ${units} (units), right 5 (9/more#value) = ${holds}`,
      `choose formula.choose: condition ${holds} (s1), value${holds ? 1 : 2} ${value} (9/more#value) = ${value}`,
    ]);
    expect(codes(result, facts)).toEqual([]);
  });

  it('an "and" shows its parts up to the first that is false', () => {
    expect(told(written('both'))).toEqual([
      'compare formula.moreThan: left 7 (units), right 5 (9/both#value) = true',
      'compare formula.is: left false (blocked), right true (9/both#value) = false',
      'not formula.not: value false (s2) = true',
      'match formula.all: part1 true (s1), part2 true (s3) = true',
      'choose formula.choose: condition true (s4), value1 1 (9/both#value) = 1',
    ]);
    expect(told(written('both', { ...formulaFacts, units: 5 }))).toEqual([
      'compare formula.moreThan: left 5 (units), right 5 (9/both#value) = false',
      'match formula.all: part1 false (s1) = false',
      'choose formula.choose: condition false (s2), value2 2 (9/both#value) = 2',
    ]);
  });

  it('an "or" shows its parts up to the first that is true', () => {
    const roles = (facts: Json): unknown[] => written('either', facts).steps.map(({ role }) => role);
    expect(roles({ ...formulaFacts, units: 10 })).toEqual(['formula.moreThan', 'formula.any', 'formula.choose']);
    expect(roles({ ...formulaFacts, plan: 'base' })).toEqual([
      'formula.moreThan',
      'formula.is',
      'formula.is',
      'formula.any',
      'formula.choose',
    ]);
  });

  it('a fact that was left out is not given, and satisfies no comparison', () => {
    expect(told(written('given'))).toEqual([
      'isGiven formula.isGiven: right true (9/given#value) = false',
      'choose formula.choose: condition false (s1), value2 100.00 (paid) = 100.00',
    ]);
    expect(told(written('unsaid'))[0]).toBe('unknown formula.unknown:  = false');
  });

  it.each(Object.keys(formulas))('%s: accepted, and nothing of it is taken as given', (name) => {
    const checked = verify(agreement.data, formulaFacts, written(name));
    expect(checked).toMatchObject({ ok: true });
    expect(
      checked.taken.filter(({ path }) => !path.includes('1.1/window') && !path.endsWith('.notes.calendar')),
    ).toEqual(
      name === 'clause' ? [{ path: 'steps.0.out', step: 's1', value: { type: 'day', value: '2026-03-13' } }] : [],
    );
  });
});

describe('a forged condition', () => {
  it('the other branch, with a condition that says so', () => {
    const forged = written('more');
    const [compared, chosen] = forged.steps as [Json, Json];
    compared['out'] = { type: 'flag', value: false };
    chosen['in'] = {
      condition: { type: 'flag', value: false, step: 's1' },
      value2: { type: 'count', value: 2, term: '9/more#value' },
    };
    chosen['out'] = { type: 'count', value: 2 };
    forged.value['value'] = 2;
    expect(codes(forged)).toEqual(['outcome-differs steps.0.out']);
  });

  it('another figure to compare with, which the condition does not state', () => {
    const forged = written('more');
    const [compared, chosen] = forged.steps as [Json, Json];
    compared['in'] = {
      left: { type: 'count', value: 7, fact: 'units' },
      right: { type: 'count', value: 2, term: '9/more#value' },
    };
    expect(codes(forged)).toContain('step-out-of-place steps.0');
    // 2 is a figure of the formula, but that of a branch.
    expect(chosen['op']).toBe('choose');
  });

  it('another fact to compare, of the same value', () => {
    const facts = { ...formulaFacts, bonusUnits: 7 };
    const forged = written('more', facts);
    (forged.steps[0] as Json)['in'] = {
      left: { type: 'count', value: 7, fact: 'bonusUnits' },
      right: { type: 'count', value: 5, term: '9/more#value' },
    };
    expect(codes({ ...forged, facts: { ...(forged['facts'] as Json), bonusUnits: 7 } }, facts)).toContain(
      'step-out-of-place steps.0',
    );
  });

  it('another relation, under which it comes out the same', () => {
    const forged = written('more');
    Object.assign(forged.steps[0] as Json, { role: 'formula.atLeast', notes: { relation: 'atLeast' } });
    expect(codes(forged)).toContain('step-out-of-place steps.0');
  });

  it('a part of an "and" left out', () => {
    const forged = written('both');
    const all = forged.steps[3] as { in: Json };
    delete all.in['part2'];
    expect(codes(forged)).toContain('step-out-of-place steps.3');
  });

  it('an "and" that stops although its part is true', () => {
    const facts = { ...formulaFacts, blocked: true };
    const forged = written('both', facts);
    const all = forged.steps[3] as { in: Json };
    expect(told(forged)[3]).toBe('match formula.all: part1 true (s1), part2 false (s3) = false');
    all.in = { part1: all.in['part2'] };
    expect(codes(forged, facts)).toContain('step-out-of-place steps.3');
  });

  it('a fact that was given as if it had been left out', () => {
    const facts = { ...formulaFacts, gift: { amount: '20.00', currency: 'KZT' } };
    const forged = written('given');
    expect(codes(forged, facts)).toContain('step-out-of-place steps.0');
    expect(codes(written('unsaid'), facts)).toContain('step-out-of-place steps.0');
  });

  it('a value for a fact that was left out', () => {
    const given = written('given', { ...formulaFacts, gift: { amount: '20.00', currency: 'KZT' } });
    expect(codes(given)).toContain('fact-differs facts.gift');
  });

  it('a comparison of a list of conditions in the place of another one with the same result', () => {
    const facts = { ...formulaFacts, note: 'x' };
    const forged = written('any', facts);
    const any = forged.steps.at(-1) as { in: Record<string, Json> };
    expect(Object.keys(any.in)).toEqual(['first', 'second', 'third']);
    any.in['third'] = { ...any.in['first'] };
    expect(codes(forged, facts)).toContain(`step-out-of-place steps.${forged.steps.length - 1}`);
  });

  it('a day that a computation gives in the place of another', () => {
    const forged = written('clause');
    const compared = forged.steps.find(({ role }) => role === 'formula.atMost') as { in: Record<string, Json> };
    compared.in['right'] = { type: 'day', value: '2026-02-27', fact: 'boughtOn' };
    expect(codes(forged).join()).toContain('step-out-of-place');
  });
});
