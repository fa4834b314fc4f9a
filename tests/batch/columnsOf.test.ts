import fc from 'fast-check';
import { attempt } from 'oferta';
import { type Agreement, type AgreementDocument, defineAgreement, evaluate, type ValueShape } from 'oferta/agreement';
import { type Column, type ComputationColumns, type ComputationColumnsTerms, columnsOf } from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { autocall } from '../agreement/autocall.js';
import { anyFacts } from '../support/anyFacts.js';
import { asJson } from '../support/asJson.js';
import { exampleAgreement, exampleNames } from '../support/exampleAgreements.js';
import { errorOf, refusal } from '../support/refusal.js';

const march19 = 20_531;
const streaming = exampleAgreement('streaming-center');
const penalties = columnsOf(autocall, '6.10/penalty');

/** 100,000.00 on which 31 March was the last day to pay, on a day; the cap is 5 % of the same sum. */
const debt = {
  overdue: Float64Array.of(10_000_000),
  totalDebt: Float64Array.of(10_000_000),
  negativeOn: Int32Array.of(march19),
} as const;

function penalty(asOf: string, change: Readonly<Record<string, unknown>> = {}, fields = ['penalty']) {
  return penalties.run({ facts: { ...debt, asOf, ...change }, fields });
}

describe('a computation over columns', () => {
  it.each([
    { because: 'the last day to pay is not late', asOf: '2026-03-31', units: 0 },
    { because: '100,000.00 × 0.1 % of one day', asOf: '2026-04-01', units: 10_000 },
    { because: 'ten days of 100.00', asOf: '2026-04-10', units: 100_000 },
    { because: 'fifty days meet 5 %', asOf: '2026-05-20', units: 500_000 },
    { because: 'a day more is capped', asOf: '2026-05-21', units: 500_000 },
  ])('$because', ({ asOf, units }) => {
    expect([...(penalty(asOf).fields['penalty']?.out ?? [])]).toEqual([units]);
  });

  it('gives every field that is asked for, in one go', () => {
    const { fields } = penalty('2026-05-21', {}, ['penalty', 'accrued', 'cap', 'capped', 'daysLate', 'capReachedOn']);
    // 51 days of 100.00; the fiftieth is 20 May 2026, day 20,593.
    expect(fields['accrued']?.out).toEqual(Float64Array.of(510_000));
    expect(fields['cap']?.out).toEqual(Float64Array.of(500_000));
    expect(fields['capped']?.out).toEqual(Int32Array.of(1));
    expect(fields['daysLate']).toMatchObject({ out: Float64Array.of(51), total: 51n });
    expect(fields['capReachedOn']?.out).toEqual(Int32Array.of(20_593));
    expect(fields['capReachedOn']).not.toHaveProperty('total');
  });

  it('says what it takes and gives', () => {
    expect(penalties).toMatchObject({
      computation: '6.10/penalty',
      facts: [
        { name: 'overdue', type: 'money', canBeLeftOut: false },
        { name: 'negativeOn', type: 'day', canBeLeftOut: false },
        { name: 'asOf', type: 'day', canBeLeftOut: false },
        { name: 'totalDebt', type: 'money', canBeLeftOut: false },
      ],
    });
    expect(penalties.fields).toContainEqual({ name: 'daysLate', type: 'count' });
    expect(JSON.parse(JSON.stringify(penalties))).toEqual({
      computation: '6.10/penalty',
      facts: penalties.facts,
      fields: penalties.fields,
    });
  });

  it('charges by a price list that is the same for all, and by prices agreed with some', () => {
    const tariffs = [
      { effectiveOn: '2026-01-01', price: { amount: '30.00', currency: 'USD' } },
      { effectiveOn: '2026-01-17', price: { amount: '31.00', currency: 'USD' } },
    ];
    const charges = columnsOf(streaming, '4.2/charge', { tariffs });
    // Day 16 of 31: 30.00 × 16/31 − 30.00 × 15/31 is 15.48 − 14.52; 62.00 is 2.00 a day.
    const negotiatedPrice = Float64Array.of(Number.NaN, 6200, 3000);
    const run = (day: Column | string) =>
      charges.run({ facts: { negotiatedPrice, chargeDay: day }, fields: ['amount'] }).fields['amount'];
    expect(run('2026-01-16')).toMatchObject({ out: Float64Array.of(96, 200, 96), total: 392n });
    // From the seventeenth on 31.00, which is 1.00 a day.
    expect(run('2026-01-17')?.out).toEqual(Float64Array.of(100, 200, 97));
    expect(run(Int32Array.of(20_470, 20_469, 20_469))?.out).toEqual(Float64Array.of(100, 200, 96));
  });

  it('a row that has no answer is refused with its reason, and the run continues', () => {
    const tariffs = [{ effectiveOn: '2026-01-02', price: { amount: '31.00', currency: 'USD' } }];
    const charges = columnsOf(streaming, '4.2/charge', { tariffs });
    // 1 January is the day before the first price.
    const outcome = charges.run({ facts: { chargeDay: Int32Array.of(20_455, 20_454, 20_456) }, fields: ['amount'] });
    expect(outcome.fields['amount']).toMatchObject({ out: Float64Array.of(100, Number.NaN, 100), total: 200n });
    expect([...outcome.refused]).toEqual([1]);
    expect(outcome.because).toEqual(['term-not-in-force']);
  });

  it('a sum that no double holds is in a column of its own', () => {
    // 9,007,199,254,740,991 × 1001 days × 0.1 % over the whole of it: a thousandth more than the safe integers.
    const whole = Float64Array.of(Number.MAX_SAFE_INTEGER, 100);
    const run = columnsOf(uncapped(), '1/penalty').run({
      facts: { overdue: whole, dueOn: Int32Array.of(0, 0), asOf: Int32Array.of(1001, 1001) },
      fields: ['penalty'],
    });
    expect(run.fields['penalty']).toMatchObject({
      out: Float64Array.of(Number.NaN, 100),
      overflowed: Int32Array.of(0),
      // 9007199254740991 × 1.001 = 9016206453995731.991, and 100 × 1.001 = 100.1
      overflowedAnswers: [9_016_206_453_995_732n],
      total: 9_016_206_453_995_832n,
    });
    expect([...run.refused]).toEqual([]);
  });

  it('runs slice after slice, and what it knows of one day serves the next', () => {
    const negativeOn = new Int32Array(5000).map((_, row) => march19 + (row % 7));
    const overdue = new Float64Array(5000).fill(10_000_000);
    const whole = penalties.run({
      facts: { overdue, totalDebt: overdue, negativeOn, asOf: '2026-04-20' },
      fields: ['penalty'],
    });
    const out = new Float64Array(5000);
    for (let from = 0; from < 5000; from += 1234)
      penalties.run({
        facts: { overdue, totalDebt: overdue, negativeOn, asOf: '2026-04-20' },
        fields: ['penalty'],
        rows: { from, to: Math.min(from + 1234, 5000) },
        out: { penalty: out },
      });
    expect(out).toEqual(whole.fields['penalty']?.out);
    expect(out[0]).toBe(200_000);
  });

  it('one run after another, whatever changes between them', () => {
    const tariffs = [
      { effectiveOn: '2026-01-01', price: { amount: '30.00', currency: 'USD' } },
      { effectiveOn: '2026-01-17', price: { amount: '31.00', currency: 'USD' } },
    ];
    const charges = columnsOf(streaming, '4.2/charge', { tariffs });
    const agreed = { amount: '62.00', currency: 'USD' };
    const many = new Float64Array(1500).fill(6200);
    const run = (facts: ComputationColumnsTerms['facts']) => [
      ...(charges.run({ facts, fields: ['amount'] }).fields['amount']?.out ?? []),
    ];
    // A day of January: 30.00 costs 0.96 or 0.97, 31.00 costs 1.00, 62.00 costs 2.00.
    expect(run({ negotiatedPrice: Float64Array.of(Number.NaN, 6200), chargeDay: '2026-01-16' })).toEqual([96, 200]);
    expect(run({ negotiatedPrice: Float64Array.of(3100, 3000), chargeDay: '2026-01-16' })).toEqual([100, 96]);
    expect(run({ negotiatedPrice: Float64Array.of(6200), chargeDay: '2026-01-16' })).toEqual([200]);
    expect(run({ negotiatedPrice: Float64Array.of(1, 3100, 6200), chargeDay: '2026-01-16' })).toEqual([1, 100, 200]);
    expect(run({ negotiatedPrice: Float64Array.of(Number.NaN), chargeDay: '2026-01-17' })).toEqual([100]);
    expect(run({ negotiatedPrice: Int32Array.of(6200, 3000), chargeDay: '2026-01-17' })).toEqual([200, 97]);
    expect(run({ negotiatedPrice: Float64Array.of(6200, 3000), chargeDay: '2026-01-17' })).toEqual([200, 97]);
    expect(new Set(run({ negotiatedPrice: many, chargeDay: '2026-01-17' }))).toEqual(new Set([200]));
    expect(run({ negotiatedPrice: Float64Array.of(3100), chargeDay: '2026-01-17' })).toEqual([100]);
    expect(run({ negotiatedPrice: agreed, chargeDay: Int32Array.of(20_470) })).toEqual([200]);
    expect(run({ chargeDay: Int32Array.of(20_469) })).toEqual([96]);
    expect(run({ negotiatedPrice: agreed, chargeDay: Int32Array.of(20_470) })).toEqual([200]);
    agreed.amount = '31.00';
    expect(run({ negotiatedPrice: agreed, chargeDay: Int32Array.of(20_470) })).toEqual([100]);
  });

  it('columns of Apache Arrow are read and written where they lie', async () => {
    const { makeVector } = await import('apache-arrow');
    const overdue = makeVector(Float64Array.of(10_000_000, 5_000_000)).data[0]?.values as Float64Array;
    const negativeOn = makeVector(Int32Array.of(march19, march19)).data[0]?.values as Int32Array;
    const answers = makeVector(new Float64Array(2));
    penalties.run({
      facts: { overdue, totalDebt: overdue, negativeOn, asOf: '2026-04-10' },
      fields: ['penalty'],
      out: { penalty: answers.data[0]?.values as Float64Array },
    });
    expect([...answers]).toEqual([100_000, 50_000]);
  });
});

describe('each term changes the answer', () => {
  it('term: facts', () => expect(penalty('2026-04-11').fields['penalty']?.total).toBe(110_000n));
  it('term: fields', () => expect(Object.keys(penalty('2026-04-10', {}, ['accrued']).fields)).toEqual(['accrued']));
  it('term: currency', () => {
    const facts = { ...debt, asOf: '2026-04-10' };
    const run = (currency: string) => () =>
      penalties.run({ facts, fields: ['penalty'], currency } as ComputationColumnsTerms);
    expect(run('KZT')().fields['penalty']?.total).toBe(100_000n);
    expect(run('USD')).toThrow('argument-invalid');
    const columns = columnsOf(uncapped(['KZT', 'USD']), '1/penalty');
    const given = { overdue: Int32Array.of(100_000), dueOn: '2026-03-31', asOf: '2026-04-10' };
    expect(columns.run({ facts: given, fields: ['penalty'], currency: 'USD' }).fields['penalty']?.total).toBe(1000n);
    expect(refusal(() => columns.run({ facts: given, fields: ['penalty'] }))).toBe('argument-invalid currency');
    // A sum that is the same in all rows has its own currency, and the answer with it.
    const dollars = { ...given, overdue: { amount: '1000.00', currency: 'USD' }, dueOn: Int32Array.of(20_543) };
    expect(refusal(() => columns.run({ facts: dollars, fields: ['penalty'], currency: 'KZT' }))).toBe(
      'currency-mismatch penalty',
    );
  });
  it('term: out', () => {
    const out = new Int32Array(1);
    penalties.run({ facts: { ...debt, asOf: '2026-04-10' }, fields: ['penalty'], out: { penalty: out } });
    expect([...out]).toEqual([100_000]);
  });
  it('term: out, the column of a fact', () => {
    const overdue = Float64Array.of(10_000_000, -1, 5_000_000);
    const facts = { overdue, totalDebt: { amount: '100000.00', currency: 'KZT' }, negativeOn: '2026-03-19' };
    const { refused } = penalties.run({
      facts: { ...facts, asOf: '2026-04-10' },
      fields: ['penalty'],
      out: { penalty: overdue },
    });
    expect([...overdue]).toEqual([100_000, Number.NaN, 50_000]);
    expect([...refused]).toEqual([1]);
  });
  it('term: rows', () => {
    const run = penalties.run({
      facts: { ...debt, asOf: '2026-04-10' },
      fields: ['penalty'],
      rows: { from: 1, to: 1 },
    });
    expect([...(run.fields['penalty']?.out ?? [])]).toEqual([Number.NaN]);
  });
});

describe('what is refused', () => {
  it.each([
    { because: 'a text of a case', computation: '2.4.2/notExcluded', answer: 'argument-invalid computation' },
    { because: 'a list that is not given', computation: '5.5/inForce', answer: 'argument-invalid computation' },
    { because: 'an answer that no column holds', computation: '1/half', answer: 'argument-invalid computation' },
    { because: 'no such computation', computation: '9.9', answer: 'computation-unknown computation' },
    { because: 'a clause with two', computation: '3.3', answer: 'computation-unknown computation' },
  ])('is a computation: $because', ({ computation, answer }) => {
    const agreement = computation === '1/half' ? uncapped() : autocall;
    expect(refusal(() => columnsOf(agreement, computation))).toBe(answer);
  });

  it('names each fact that can be no column', () => {
    const error = errorOf(() => columnsOf(autocall, '5.6/messagePrice'));
    expect(error.findings.map(({ path, code, value }) => `${path} ${code}: ${value}`)).toEqual([
      'smsText no-column: a fact of the type text',
      'prices no-column: a fact of the type list',
    ]);
  });

  it.each([
    {
      because: 'a fact the computation does not ask for',
      same: { tariffKind: 'x' },
      answer: 'fact-invalid tariffKind',
    },
    { because: 'a list that is none', same: { payments: 'none' }, answer: 'fact-invalid payments' },
    { because: 'no record', same: [], answer: 'fact-invalid same' },
    { because: 'null', same: null, answer: 'fact-invalid same' },
  ])('is what is the same in all rows: $because', ({ same, answer }) => {
    expect(refusal(() => columnsOf(autocall, '6.10/penalty', same as never))).toBe(answer);
  });

  it('is what is not an agreement', () => {
    for (const agreement of [undefined, null, 1, {}, { data: autocall.data }])
      expect(refusal(() => columnsOf(agreement as never, '6.10/penalty'))).toBe('argument-invalid agreement');
  });

  it.each([
    { because: 'no facts', change: { facts: null }, answer: 'fact-invalid facts' },
    { because: 'no column at all', change: { facts: scalars() }, answer: 'argument-invalid facts' },
    {
      because: 'a fact that is missing',
      change: { facts: { asOf: Int32Array.of(1) } },
      answer: 'fact-missing overdue',
    },
    { because: 'an unknown fact', change: { facts: { ...debt, due: 1 } }, answer: 'fact-invalid due' },
    {
      because: 'an array of bytes',
      change: { facts: { ...debt, asOf: Uint8Array.of(1) } },
      answer: 'fact-invalid asOf',
    },
    { because: 'a day that is none', change: { facts: { ...debt, asOf: '2026-02-30' } }, answer: 'fact-invalid asOf' },
    {
      because: 'columns of different lengths',
      change: { facts: { ...debt, asOf: Int32Array.of(1, 2) } },
      answer: 'argument-invalid facts.asOf.length',
    },
    { because: 'no field', change: { fields: [] }, answer: 'argument-invalid fields' },
    { because: 'a field twice', change: { fields: ['penalty', 'penalty'] }, answer: 'argument-invalid fields' },
    { because: 'an unknown field', change: { fields: ['penalty', 'fine'] }, answer: 'argument-invalid fields.1' },
    { because: 'rows beyond the last', change: { rows: { from: 0, to: 2 } }, answer: 'argument-invalid rows' },
    { because: 'an unknown currency', change: { currency: 'XXX' }, answer: 'argument-invalid currency' },
    { because: 'a list to write to', change: { out: { penalty: [0] } }, answer: 'argument-invalid out.penalty' },
    {
      because: 'too short an array',
      change: { out: { penalty: new Float64Array(0) } },
      answer: 'argument-invalid out.length',
    },
    {
      because: 'an array for a field that is not asked for',
      change: { out: { accrued: new Float64Array(1) } },
      answer: 'argument-invalid out.accrued',
    },
  ])('is a run with $because', ({ change, answer }) => {
    const facts = { ...debt, asOf: '2026-04-10' };
    expect(refusal(() => penalties.run({ facts, fields: ['penalty'], ...change } as ComputationColumnsTerms))).toBe(
      answer,
    );
  });

  it('is one array for two fields', () => {
    const memory = new Float64Array(2);
    const out = { penalty: memory.subarray(0, 1), accrued: memory.subarray(0, 1) };
    const facts = { ...debt, asOf: '2026-04-10' };
    expect(refusal(() => penalties.run({ facts, fields: ['penalty', 'accrued'], out }))).toBe(
      'argument-invalid out.accrued',
    );
  });

  it('are rows with numbers that are no sum and no day', () => {
    const overdue = Float64Array.of(10_000_000, 0.5, 2 ** 53, Number.NaN, Number.NEGATIVE_INFINITY, -1, 10_000_000);
    const negativeOn = new Float64Array(7).fill(march19);
    negativeOn[6] = 100_000_001;
    const { refused, because, fields } = penalties.run({
      facts: { overdue, totalDebt: new Int32Array(7).fill(100_000), negativeOn, asOf: '2026-04-10' },
      fields: ['penalty'],
    });
    expect([...refused]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(because).toEqual([
      ...['fact-invalid', 'fact-invalid', 'fact-missing', 'fact-invalid', 'amount-invalid', 'fact-invalid'],
    ]);
    expect(fields['penalty']?.total).toBe(5000n);
  });
});

describe('laws', () => {
  const eligible = exampleNames.flatMap((name) => {
    const agreement = exampleAgreement(name);
    return [...agreement.computations.keys()].map((computation) => ({ name, agreement, computation }));
  });

  it('most computations of the examples run over columns, once what is not a number is the same in all rows', () => {
    const run = eligible.filter(({ agreement, computation }) => columnsIfAny(agreement, computation) !== undefined);
    expect(run.length).toBeGreaterThan(200);
  });

  it.each(exampleNames)('%s: any row of any computation has the answer that evaluate gives', (example) => {
    const agreement = exampleAgreement(example);
    const computations = [...agreement.computations.keys()];
    const draws = fc.record({
      computation: fc.constantFrom(...computations),
      rows: fc.array(anyFacts(agreement), { minLength: 1, maxLength: 6 }),
      same: anyFacts(agreement),
      hostile: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.oneof(fc.maxSafeNat(), fc.constantFrom(...hostileNumbers))), {
        maxLength: 2,
      }),
      once: fc.array(fc.nat(8), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(draws, ({ computation, rows, same, hostile, once }) => {
        const columns = columnsIfAny(agreement, computation, same);
        if (columns === undefined || columns.facts.length === 0) return;
        const constant = columns.facts.filter((_, at) => once.includes(at)).map(({ name }) => name);
        if (constant.length === columns.facts.length) return;
        const facts: Record<string, unknown> = {};
        for (const { name, type } of columns.facts) {
          const column = Float64Array.from(rows, (row) => numberOf(type, row[name]));
          for (const [fact, row, value] of hostile)
            if (columns.facts[fact]?.name === name && row < rows.length) column[row] = value;
          facts[name] = constant.includes(name) ? rows[0]?.[name] : column;
        }
        if (columns.facts.some(({ name, canBeLeftOut }) => !canBeLeftOut && facts[name] === undefined)) return;
        const currency = agreement.data.currencies[0] as 'KZT';
        const fields = columns.fields.map(({ name }) => name);
        const outcome = columns.run({ facts, fields, currency });
        const some = columns.run({ facts, fields: [fields[0] as string], currency });
        expect(some.fields[fields[0] as string]).toEqual(outcome.fields[fields[0] as string]);
        const refused = new Map([...outcome.refused].map((row, at) => [row, outcome.because[at]]));
        rows.forEach((_, row) => {
          const given: Record<string, unknown> = { ...columnless(agreement, columns, computation, same) };
          for (const { name, type } of columns.facts) {
            const own = facts[name];
            const value = ArrayBuffer.isView(own) ? factOf(type, (own as Column)[row] as number, currency) : own;
            if (value !== undefined) given[name] = value;
          }
          const expected = codeOrAnswer(() => evaluate(agreement, computation, given).value);
          expect(refused.get(row)).toEqual(typeof expected === 'string' ? expected : undefined);
          if (typeof expected === 'string') return;
          for (const { name, type } of columns.fields) {
            const { out, overflowed, overflowedAnswers } = outcome.fields[name] ?? {};
            const beside = overflowed?.indexOf(row) ?? -1;
            const found = beside >= 0 ? overflowedAnswers?.[beside] : out?.[row];
            expect({ [name]: nothing(found) ? undefined : Number(found) }).toEqual({
              [name]: expected[name] === undefined ? undefined : numberOf(type, expected[name]),
            });
          }
        });
      }),
      { numRuns: 400 },
    );
  });
});

const hostileNumbers = [Number.NaN, 0.5, 2 ** 53, -1, -0, 1e9, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER];

/** The facts of a run that are the same in all its rows: those the agreement's computation asks for and no column holds. */
function columnless(
  agreement: Agreement,
  columns: ComputationColumns,
  computation: string,
  same: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const taken = sameOf(agreement, computation, same);
  return Object.fromEntries(
    Object.entries(taken).filter(([name]) => !columns.facts.some((fact) => fact.name === name)),
  );
}

/** What of these facts the computation can only have once for all rows. */
function sameOf(
  agreement: Agreement,
  computation: string,
  same: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const wanted = Object.entries(same).filter(([name]) => {
    const { type } = agreement.data.facts[name] as ValueShape;
    return !['money', 'day', 'count', 'flag', 'decimal'].includes(type);
  });
  const asked = attempt(() => columnsOf(agreement, computation, Object.fromEntries(wanted)));
  const unknown = !asked.ok && asked.error.code === 'fact-invalid' ? asked.error.findings.map(({ path }) => path) : [];
  return Object.fromEntries(wanted.filter(([name]) => !unknown.includes(name)));
}

function columnsIfAny(
  agreement: Agreement,
  computation: string,
  same?: Readonly<Record<string, unknown>>,
): ComputationColumns | undefined {
  const given =
    same ?? Object.fromEntries(fc.sample(anyFacts(agreement), { numRuns: 1, seed: 1 }).flatMap(Object.entries));
  const asked = attempt(() => columnsOf(agreement, computation, sameOf(agreement, computation, given)));
  if (asked.ok) return asked.value;
  if (asked.error.code === 'argument-invalid') return undefined;
  throw asked.error;
}

function codeOrAnswer(answer: () => Readonly<Record<string, unknown>>): string | Readonly<Record<string, unknown>> {
  const asked = attempt(answer);
  return asked.ok ? asJson(asked.value) : asked.error.code;
}

function nothing(found: number | bigint | undefined): boolean {
  return found === undefined || Number.isNaN(Number(found)) || found === -2_147_483_648;
}

/** A value of JSON as the number of a column. */
function numberOf(type: string, value: unknown): number {
  if (value === undefined) return Number.NaN;
  if (type === 'money') return Number(String((value as { amount: unknown }).amount).replace('.', ''));
  if (type === 'day') return Date.parse(String(value)) / 86_400_000;
  if (type === 'flag') return value === true ? 1 : 0;
  return Math.trunc(Number(value));
}

/** The number of a column as JSON. */
function factOf(type: string, value: number, currency: string): unknown {
  if (Number.isNaN(value)) return undefined;
  if (type === 'money' && Number.isSafeInteger(value)) {
    const digits = String(Math.abs(value)).padStart(3, '0');
    return { amount: `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
  }
  if (type === 'day' && Number.isInteger(value) && Math.abs(value) < 100_000)
    return new Date(value * 86_400_000).toISOString().slice(0, 10);
  if (type === 'flag' && (value === 0 || value === 1)) return value === 1;
  return value;
}

function scalars(): Record<string, unknown> {
  const sum = { amount: '1.00', currency: 'KZT' };
  return { overdue: sum, totalDebt: sum, negativeOn: '2026-03-19', asOf: '2026-04-10' };
}

/** A penalty without a cap, and half a number, which no column holds. */
function uncapped(currencies: readonly string[] = ['KZT']): Agreement {
  const document = {
    format: 2,
    id: 'uncapped',
    edition: '2026-01-01',
    language: 'en',
    name: 'A penalty without a cap',
    text: { languages: ['en'], governing: 'en' },
    currencies,
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'asWritten', state: 'asWritten' },
    rounding: 'halfExpand',
    facts: {
      overdue: ['money', 'overdue'],
      dueOn: ['day', 'last day to pay'],
      asOf: ['day', 'last day that accrues'],
      units: ['count', 'units'],
    },
    clauses: {
      '1': {
        says: '0.1 % a day',
        penalty: {
          latePaymentPenalty: {
            overdue: '=overdue',
            dueOn: '=dueOn',
            asOf: '=asOf',
            rates: '0.1 %',
            countPaymentDay: false,
          },
        },
        half: { formula: '=units / 2' },
      },
    },
    tables: {},
    readings: {},
    events: {},
    postings: {},
  };
  return defineAgreement(document as unknown as AgreementDocument, { calendars: [kz] });
}
