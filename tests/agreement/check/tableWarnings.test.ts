import fc from 'fast-check';
import {
  type Agreement,
  type AgreementData,
  type AgreementFinding,
  type Decision,
  decide,
  type Outcome,
  type Row,
  type When,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { checkModel, defineModel } from '../../support/models.js';

const facts = {
  units: { type: 'count' },
  base: { type: 'flag' },
  plan: { type: 'text', oneOf: ['A', 'B', 'C'] },
  note: { type: 'text', absent: 'nothing was noted' },
  asked: { type: 'day' },
  left: { type: 'money' },
  share: { type: 'decimal' },
  boughtOn: { type: 'day' },
};

function agreementWith(rows: readonly Partial<Row>[], more: object = {}): AgreementData {
  const numbered = rows.map((row, at) => ({ n: at + 1, outcome: { is: 'state', state: String(at) }, ...row }));
  return {
    ...minimalModel(),
    facts: { ...facts, ...more },
    tables: [
      { question: 'asked', complete: false, rows: numbered.map((row) => ({ clauses: ['1.1'], ...row }) as Row) },
    ],
  };
}

/** Findings about the table alone. */
function findingsOf(rows: readonly Partial<Row>[], more: object = {}): readonly AgreementFinding[] {
  const findings = checkModel(agreementWith(rows, more), { calendars: [kz] });
  return findings.filter(({ code }) => code !== 'fact-unread');
}

const codes = (rows: readonly Partial<Row>[]): string[] => findingsOf(rows).map(({ code, path }) => `${code} ${path}`);
const otherwise = { when: 'otherwise' } as const;

describe('rows of a table', () => {
  it.each<{ because: string; rows: readonly Partial<Row>[] }>([
    {
      because: 'a narrow row stands before a wide one about the same fact',
      rows: [{ when: { fact: 'units', equals: 3 } }, { when: { fact: 'units', atLeast: 1 } }, otherwise],
    },
    {
      because: 'rows are about different facts: the first goes before',
      rows: [{ when: { fact: 'base', is: true } }, { when: { fact: 'units', atLeast: 1 } }, otherwise],
    },
    {
      because: 'rows overlap and lead to the same',
      rows: [
        { when: { fact: 'units', atMost: 5 }, outcome: { is: 'none' } },
        { when: { fact: 'units', atLeast: 5 }, outcome: { is: 'none' } },
      ],
    },
    {
      because: 'the overlap is meant',
      rows: [{ when: { fact: 'units', atMost: 5 }, prevailsOver: [2] }, { when: { fact: 'units', atLeast: 5 } }],
    },
    {
      because: 'an earlier row takes the overlap',
      rows: [
        {
          when: {
            all: [
              { fact: 'units', equals: 5 },
              { fact: 'base', is: true },
            ],
          },
        },
        {
          when: {
            all: [
              { fact: 'units', equals: 5 },
              { fact: 'base', is: false },
            ],
          },
        },
        { when: { fact: 'units', atMost: 5 } },
        { when: { fact: 'units', atLeast: 5 } },
      ],
    },
    {
      because: 'every text is named',
      rows: [{ when: { fact: 'plan', is: 'A' } }, { when: { fact: 'plan', isOneOf: ['B', 'C'] } }],
    },
    {
      because: 'a day is before, at or after another',
      rows: [
        { when: { fact: 'asked', before: { result: '1.1/window', field: 'lastDay' } } },
        { when: { fact: 'asked', onOrAfter: { result: '1.1/window', field: 'lastDay' } } },
      ],
    },
    {
      because: 'the other day is asked about: it is the same question',
      rows: [
        { when: { fact: 'asked', before: { fact: 'boughtOn' } } },
        { when: { fact: 'boughtOn', onOrBefore: { fact: 'asked' } } },
      ],
    },
    {
      because: 'what may be left out is given or not',
      rows: [{ when: { fact: 'note', isGiven: true } }, { when: { fact: 'note', isGiven: false } }],
    },
    {
      because: 'there is nothing between two whole numbers',
      rows: [{ when: { fact: 'units', atMost: 4 } }, { when: { fact: 'units', atLeast: 5 } }],
    },
    {
      because: 'nothing is counted below zero',
      rows: [{ when: { fact: 'units', equals: 0 } }, { when: { fact: 'units', atLeast: 1 } }],
    },
    { because: 'the last row is there to be safe', rows: [{ when: { fact: 'units', atLeast: 0 } }, otherwise] },
  ])('nothing is found where $because', ({ rows }) => {
    expect(codes(rows)).toEqual([]);
  });

  it.each<{ because: string; rows: readonly Partial<Row>[]; value: string }>([
    {
      because: 'a tiyn between two sums',
      rows: [
        { when: { fact: 'left', lessThan: { amount: '10.00', currency: 'KZT' } } },
        { when: { fact: 'left', moreThan: { amount: '10.00', currency: 'KZT' } } },
      ],
      value: 'left 10.00 KZT',
    },
    {
      because: 'between two fractions there is always another',
      rows: [{ when: { fact: 'share', atMost: '0.5' } }, { when: { fact: 'share', atLeast: '0.50001' } }],
      value: 'share below 50001/100000',
    },
    {
      because: 'the day in between',
      rows: [
        { when: { fact: 'asked', onOrBefore: '2026-02-28' } },
        { when: { fact: 'asked', onOrAfter: '2026-03-02' } },
      ],
      value: 'asked 2026-03-01',
    },
    {
      because: 'the very day',
      rows: [
        { when: { fact: 'asked', before: { result: '1.1/window', field: 'lastDay' } } },
        { when: { fact: 'asked', after: { result: '1.1/window', field: 'lastDay' } } },
      ],
      value: 'asked on 1.1/window#lastDay',
    },
    {
      because: 'a text nobody named',
      rows: [{ when: { fact: 'note', is: 'late' } }, { when: { not: { fact: 'note', isGiven: true } } }],
      value: 'note something else',
    },
    {
      because: 'a fact that was left out satisfies no comparison',
      rows: [
        { when: { fact: 'note', is: 'late' } },
        { when: { all: [{ not: { fact: 'note', is: 'late' } }, { fact: 'note', isGiven: true }] } },
      ],
      value: 'note left out',
    },
    {
      because: 'of many facts only those that matter are told',
      rows: [
        {
          when: {
            all: [
              { fact: 'base', is: true },
              { fact: 'units', atLeast: 1 },
            ],
          },
        },
        { when: { fact: 'base', is: false } },
      ],
      value: 'base true, units 0',
    },
  ])('a gap is reported by one case: $because', ({ rows, value }) => {
    expect(findingsOf(rows).map((finding) => [finding.code, finding.value])).toEqual([['case-undecided', value]]);
  });

  it.each<{ because: string; when: When; values: readonly [string, string] }>([
    {
      because: 'a text beside another text is the same or not',
      when: { fact: 'plan', is: { fact: 'wanted' } },
      values: ['plan other than wanted', 'plan the same as wanted'],
    },
    {
      because: 'a sum beside another sum is below, equal or above',
      when: { fact: 'left', equals: { fact: 'due' } },
      values: ['left below due', 'left equal to due'],
    },
    {
      because: 'a time limit is the one asked for or not',
      when: { fact: 'length', is: { count: 3, unit: 'months' } as never },
      values: [
        'length as not asked by {"fact":"length","is":{"count":3,"unit":"months"}}',
        'length as asked by {"fact":"length","is":{"count":3,"unit":"months"}}',
      ],
    },
  ])('what is compared without values to go through: $because', ({ when, values: [gap, met] }) => {
    const more = { wanted: { type: 'text' }, due: { type: 'money' }, length: { type: 'limit' } };
    expect(findingsOf([{ when }], more).map(({ code, value }) => `${code} ${value}`)).toEqual([
      `case-undecided ${gap}`,
    ]);
    const twice = findingsOf([{ when }, { when }, otherwise], more);
    expect(twice.map(({ code, value }) => `${code} ${value}`)).toEqual([
      `row-unreachable row 2, ${met}: row 1 decides`,
    ]);
  });

  it('a row that takes every case leaves none to those behind it', () => {
    const found = findingsOf([otherwise, otherwise, { when: { fact: 'units', equals: 1 } }, otherwise]);
    expect(found.map(({ code, value }) => `${code} ${value}`)).toEqual([
      'row-unreachable row 2, any case: row 1 decides',
      'row-unreachable row 3, units 1: row 1 decides',
    ]);
  });

  it('the order of the rows decides which is not reached', () => {
    const narrow = { when: { fact: 'units', equals: 3 } } as const;
    const wide = { when: { fact: 'units', atLeast: 1 } } as const;
    expect(codes([narrow, wide, otherwise])).toEqual([]);
    expect(codes([wide, narrow, otherwise])).toEqual(['row-unreachable tables.0.rows.1']);
  });

  it('names the row as it is written where a reading takes another one out', () => {
    const data = agreementWith([
      { n: 'x', when: { fact: 'base', is: true } },
      { n: 'y', when: { fact: 'units', atMost: 5 } },
      { n: 'z', when: { fact: 'units', atLeast: 5 } },
    ]);
    const reading = {
      ...minimalModel().readings[0],
      chosen: 'none',
      options: { none: { patch: { 'table:asked#x': null } }, one: { patch: {} } },
    };
    const found = checkModel({ ...data, readings: [reading] }, { calendars: [kz] });
    expect(found.filter(({ code }) => code === 'rows-overlap').map(({ path }) => path)).toEqual(['tables.0.rows.2']);
  });

  it('a table of very many facts is searched as long as its rows are simple', () => {
    const flags = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`flag${at}`, { type: 'flag' }]));
    const rows = Object.keys(flags).map((fact) => ({ when: { fact, is: true } as When }));
    // 2^60 cases: all flags false is the one without a row.
    const found = findingsOf(rows, flags);
    expect(found.map(({ code }) => code)).toEqual(['case-undecided']);
    expect(found[0]?.value.split(', ')).toHaveLength(60);
  });

  it('gives up on a table that is too much of a riddle, and says so', () => {
    // Nine letters in eight boxes, none with another: impossible, and only trying all of it shows it.
    const letters = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const boxes = letters.slice(1);
    const flags = Object.fromEntries(
      letters.flatMap((letter) => boxes.map((box) => [`letter${letter}box${box}`, { type: 'flag' }])),
    );
    const lies = (letter: number, box: number): When => ({ fact: `letter${letter}box${box}`, is: true });
    const each = letters.map((letter): When => ({ any: boxes.map((box) => lies(letter, box)) }));
    const alone = boxes.flatMap((box) =>
      letters.flatMap((letter) =>
        letters.slice(letter + 1).map((other): When => ({ not: { all: [lies(letter, box), lies(other, box)] } })),
      ),
    );
    const found = findingsOf([{ when: { all: [...each, ...alone] } }, otherwise], flags);
    expect(found.map(({ code }) => code)).toEqual(['table-unchecked']);
    expect(found[0]).toMatchObject({ path: 'tables.0', severity: 'warning', clause: '1.1' });
  });
});

const condition: fc.Arbitrary<When> = fc.letrec<{ when: When; atom: When }>((tie) => ({
  when: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('atom'),
    fc.record({ all: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('when') }),
  ) as fc.Arbitrary<When>,
  atom: fc.oneof(
    fc
      .tuple(fc.constantFrom('equals', 'atMost', 'moreThan', 'atLeast', 'lessThan'), fc.integer({ min: 0, max: 4 }))
      .map(([relation, threshold]) => ({ fact: 'units', [relation]: threshold }) as When),
    fc.boolean().map((is) => ({ fact: 'base', is }) as When),
    fc.constantFrom('A', 'B', 'C').map((is) => ({ fact: 'plan', is }) as When),
    fc.boolean().map((isGiven) => ({ fact: 'note', isGiven }) as When),
  ),
})).when;

/** Every case of these facts there is, as far as rows of the conditions above can tell them apart. */
const allCases = Array.from({ length: 6 }, (_, units) =>
  [true, false].flatMap((base) =>
    ['A', 'B', 'C'].flatMap((plan) => [
      { units, base, plan },
      { units, base, plan, note: 'late' },
    ]),
  ),
).flat();

function decisionOf(agreement: Agreement, of: object): Decision | undefined {
  try {
    return decide(agreement, 'asked', of as never);
  } catch {
    return undefined;
  }
}

describe('rows of a table, against deciding every case', () => {
  const outcome: Outcome = { is: 'none' };

  it('a row is reported as unreachable exactly if it decides no case, a gap exactly if some case has no row', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), (conditions) => {
        const data = agreementWith(conditions.map((when) => ({ when, outcome })));
        const agreement = defineModel(data, { calendars: [kz] });
        const decisions = allCases.map((of) => decisionOf(agreement, of));
        const deciding = new Set(decisions.map((decision) => decision?.row));
        const found = findingsOf(conditions.map((when) => ({ when, outcome })));
        const unreachable = found.filter(({ code }) => code === 'row-unreachable').map(({ path }) => path);
        expect(unreachable).toEqual(
          conditions.flatMap((_, at) => (deciding.has(at + 1) ? [] : [`tables.0.rows.${at}`])),
        );
        expect(found.some(({ code }) => code === 'case-undecided')).toBe(deciding.has(undefined));
      }),
      { numRuns: 150 },
    );
  });
});
