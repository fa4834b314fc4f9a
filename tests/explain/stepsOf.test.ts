import {
  allocate,
  billingPeriods,
  businessDeadlineAt,
  businessHours,
  calendarDays,
  compareConventions,
  compoundInterest,
  countingRules,
  escalatingFine,
  exactFraction,
  type FractionInput,
  lastPaidTariff,
  latePaymentPenalty,
  liabilityBase,
  limitLiability,
  months,
  paymentLedger,
  prorateChange,
  prorationConventions,
  refundableCredits,
} from 'oferta';
import type { Operand, Step, Value } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import * as library from 'oferta/explain';
import {
  allPrimitives,
  type ExplainedPrimitive,
  english,
  explainer,
  kazakh,
  type Primitive,
  penaltyPrimitives,
  russian,
  stepsOf,
} from 'oferta/explain';
import { verifySteps } from 'oferta/verify';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { primitiveOperations } from '../../src/verify/primitiveOperations.js';
import { kzt } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';
import { textOf } from '../support/sources.js';
import { primitiveCases } from './primitiveCases.js';

/** Zeros in the currency of a list, and what a text says about its list. */
const inAList = ['currency', 'purchases', 'credits'];

/** A value on the wire without its type: what a person compares. */
function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.type === 'money') return value.amount;
  if (value.type === 'exact') return value.d === '1' ? value.n : `${value.n}/${value.d}`;
  return 'value' in value ? value.value : value;
}

function argumentAt(terms: unknown, path: string): unknown {
  let at = terms;
  for (const name of path.split('.')) at = (at as Readonly<Record<string, unknown>> | undefined)?.[name];
  return at;
}

/** The value of each step, all of them done again from operands alone. */
function redo(steps: readonly Step[]): ReadonlyMap<string, Value> {
  expect(verifySteps(steps, { minimumWorkingDays: 0 })).toEqual([]);
  return new Map(steps.map(({ id, out }) => [id, out]));
}

/** The same value, one more: a day later, a unit more, the other answer. */
function changed(value: Value): unknown {
  switch (value.type) {
    case 'count':
      return { ...value, value: value.value + 1 };
    case 'flag':
      return { ...value, value: !value.value };
    case 'day':
      return { ...value, value: Temporal.PlainDate.from(value.value).add({ days: 1 }).toString() };
    case 'instant':
      return { ...value, value: Temporal.Instant.from(value.value).add({ seconds: 1 }).toString() };
    case 'money':
      return { ...value, amount: value.amount.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) };
    case 'exact':
      return { ...value, n: String(BigInt(value.n) + 1n) };
    default:
      return { ...value, value: `${(value as { readonly value: string }).value}1` };
  }
}

describe.each(primitiveCases)('$title', ({ primitive, because, terms, gives }) => {
  const { answer, steps, fields } = stepsOf<Primitive>(primitive, terms, allPrimitives);

  test('doing the steps again gives the answer worked by hand', () => {
    const outcomes = redo(steps);
    for (const [field, value] of Object.entries(gives))
      expect(plain(outcomes.get(fields[field] ?? '')), `${field}, because ${because}`).toBe(value);
  });

  test('a changed outcome of any step does not come out again', () => {
    steps.forEach((step, at) => {
      // What is supposed, and what only a calendar can say, is left unchanged.
      if (step.op === 'suppose') return;
      const forged = steps.map((other) => (other === step ? { ...step, out: changed(step.out) } : other));
      expect(
        verifySteps(forged, { minimumWorkingDays: 0 }).map(({ path }) => path),
        `${step.id} ${step.op}`,
      ).toContain(`${at}.out`);
    });
  });

  test('the answer is what the primitive answers', () => {
    // No day ends a limit on a day: there is no answer, and no step gives one.
    if (answer === undefined) return expect(gives).toEqual({});
    const json = JSON.parse(JSON.stringify(answer)) as unknown;
    if (typeof json !== 'object' || json === null) return expect([...Object.values(gives)]).toContain(json);
    const record = json as Readonly<Record<string, unknown>>;
    const whole = 'amount' in record && 'currency' in record ? { [Object.keys(gives)[0] as string]: record } : record;
    const own = Object.entries(gives).filter(([field]) => Object.hasOwn(whole, field));
    for (const [field, value] of own) {
      const given = (whole as Readonly<Record<string, unknown>>)[field];
      const isFraction = typeof given === 'object' && given !== null && 'numerator' in given;
      const shown = isFraction ? String(exactFraction(given as FractionInput)) : given;
      expect((shown as { readonly amount?: unknown } | null)?.amount ?? shown, field).toBe(value);
    }
    return undefined;
  });

  test('every operand is an argument of the primitive or an earlier step', () => {
    const operands: readonly Operand[] = steps.flatMap((step) => Object.values(step.in));
    for (const operand of operands) {
      if ('step' in operand) continue;
      const path = 'argument' in operand ? operand.argument : '';
      const given = argumentAt(terms, path);
      if (inAList.includes(path)) continue;
      expect(given, path).toBeDefined();
      const json = JSON.parse(JSON.stringify(given)) as { readonly amount?: unknown };
      // A named convention and a protected price are described by their names.
      if (operand.type === 'text' && typeof json === 'object') continue;
      if (operand.type === 'decimal' && typeof json === 'object') {
        expect(String(exactFraction(given as FractionInput)), path).toBe(operand.value);
        continue;
      }
      if (operand.type !== 'limit') expect(String(json?.amount ?? json), path).toBe(String(plain(operand)));
    }
  });

  test.each([english, russian, kazakh])('it is explained in $language', (language) => {
    const told = explainer(language, allPrimitives)<Primitive>(primitive, terms);
    expect(told).toHaveLength(steps.length);
    for (const { text, clause } of told) {
      expect(text).not.toMatch(/[{}]|undefined|\bnull\b/);
      expect(clause).toBe('');
    }
  });
});

test('every primitive that can be explained is tried', () => {
  const tried = new Set(primitiveCases.map(({ primitive }) => primitive));
  expect(allPrimitives.filter(({ primitive }) => !tried.has(primitive)).map(({ primitive }) => primitive.name)).toEqual(
    [],
  );
});

test('every operation of primitives alone is done again in a case', () => {
  const used = new Set<string>(
    primitiveCases.flatMap(({ primitive, terms }) =>
      stepsOf(primitive, terms, allPrimitives).steps.map(({ op }) => op),
    ),
  );
  expect(Object.keys(primitiveOperations).filter((op) => !used.has(op))).toEqual([]);
});

test('the guide lists every primitive that can be explained, by its family, and no other', () => {
  const guide = textOf('docs/guides/explaining-an-answer.md');
  const rows = [...guide.matchAll(/^\| `(\w+Primitives)` \| (.*) \|$/gm)].map(
    ([, family = '', names = '']) => [family, [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name)] as const,
  );
  const families = Object.entries(library).filter(([name]) => name.endsWith('Primitives') && name !== 'allPrimitives');
  const known = families.map(([family, list]) => [
    family,
    (list as readonly ExplainedPrimitive[]).map(({ primitive }) => primitive.name),
  ]);
  expect(new Map(rows as never)).toEqual(new Map(known as never));
  expect(known.flatMap(([, names]) => names).sort()).toEqual(
    allPrimitives.map(({ primitive }) => primitive.name).sort(),
  );
});

describe('what cannot be explained is refused', () => {
  const change = {
    from: kzt('30.00'),
    to: kzt('60.00'),
    billingPeriod: { firstDay: '2026-04-01', lastDay: '2026-04-30' },
    changeOn: '2026-04-16',
    roundLegs: true,
    rounding: 'halfExpand',
  } as const;
  const loss = { loss: kzt('1.00'), requires: [], rounding: 'halfExpand' } as const;

  test.each<[string, () => unknown, string, string]>([
    [
      'a primitive of another family',
      () => stepsOf(limitLiability, { ...loss, caps: [] }, penaltyPrimitives),
      'argument-invalid',
      'primitive',
    ],
    [
      'what is no primitive',
      () => stepsOf(String as never, {} as never, allPrimitives),
      'argument-invalid',
      'primitive',
    ],
    [
      'a convention of one’s own',
      () =>
        stepsOf(
          prorateChange,
          { ...change, convention: { ...prorationConventions.dayToNew, denominator: 29 } },
          allPrimitives,
        ),
      'argument-invalid',
      'convention',
    ],
    [
      'heads of loss',
      () =>
        stepsOf(
          limitLiability,
          { ...loss, caps: [], heads: [{ head: 'death', treatment: 'uncapped' }], head: 'death' },
          allPrimitives,
        ),
      'argument-invalid',
      'heads',
    ],
    [
      'a ground of the name that means none in an agreement',
      () => stepsOf(limitLiability, { ...loss, caps: [], excludedBy: 'none' }, allPrimitives),
      'argument-invalid',
      'excludedBy',
    ],
    [
      'a top-up with a limit of its own',
      () =>
        stepsOf(
          refundableCredits,
          {
            credits: [{ creditedOn: '2026-01-01', amount: kzt('30.00'), within: months(3) }],
            debits: [],
            asOf: '2026-02-01',
            within: months(12),
            rules: countingRules.asWritten,
          },
          allPrimitives,
        ),
      'argument-invalid',
      'credits.0.within',
    ],
    [
      'more additions of interest than anybody reads',
      () =>
        stepsOf(
          compoundInterest,
          {
            principal: kzt('1.00'),
            from: '2024-01-01',
            to: '2025-08-24',
            rates: [{ rate: { perYear: '0.1', dayCount: 'actual/360' } }],
            every: 'day',
            roundEach: true,
            rounding: 'halfExpand',
          },
          allPrimitives,
        ),
      'argument-invalid',
      'to',
    ],
    [
      'a balance that no rounding keeps short',
      () =>
        stepsOf(
          compoundInterest,
          {
            principal: kzt('1.00'),
            from: '2024-01-01',
            to: '2025-08-23',
            rates: [{ rate: { perYear: '0.123', dayCount: 'actual/365Fixed' } }],
            every: 'day',
            roundEach: false,
            rounding: 'halfExpand',
          },
          allPrimitives,
        ),
      'argument-invalid',
      'roundEach',
    ],
    [
      'more shares than anybody reads',
      () =>
        stepsOf(
          allocate,
          { total: kzt('1.00'), ratios: Array.from({ length: 101 }, () => 1), remainder: 'firstShare' },
          allPrimitives,
        ),
      'argument-invalid',
      'ratios',
    ],
    [
      'more billing periods than anybody reads',
      () =>
        stepsOf(
          billingPeriods,
          {
            every: calendarDays(1),
            leadingFrom: 'anchorDay',
            billed: 'inAdvance',
            servedFrom: '2026-01-01',
            asOf: '2026-08-29',
          },
          allPrimitives,
        ),
      'argument-invalid',
      'asOf',
    ],
    [
      'more stretches of business hours than anybody reads',
      () =>
        stepsOf(
          businessDeadlineAt,
          {
            triggeredAt: '2025-01-01T00:00:00Z',
            limit: businessHours(1005),
            hours: {
              timeZone: 'UTC',
              open: [
                { from: '09:00', to: '13:00' },
                { from: '14:00', to: '18:00' },
              ],
            },
            calendar: kz,
          },
          allPrimitives,
        ),
      'argument-invalid',
      'limit',
    ],
    [
      'a moment, where steps take days',
      () =>
        stepsOf(
          compareConventions,
          {
            from: kzt('30.00'),
            to: kzt('60.00'),
            billingPeriod: { firstDay: '2026-04-01', lastDay: '2026-04-30' },
            changeOn: '2026-04-16',
            changedAt: '2026-04-16T12:00:00Z',
            roundLegs: true,
            rounding: 'halfExpand',
          },
          allPrimitives,
        ),
      'argument-invalid',
      'changedAt',
    ],
    [
      'a convention of one’s own among several',
      () =>
        stepsOf(
          compareConventions,
          {
            from: kzt('30.00'),
            to: kzt('60.00'),
            billingPeriod: { firstDay: '2026-04-01', lastDay: '2026-04-30' },
            changeOn: '2026-04-16',
            conventions: { own: { ...prorationConventions.dayToNew, denominator: 29 } },
            roundLegs: true,
            rounding: 'halfExpand',
          },
          allPrimitives,
        ),
      'argument-invalid',
      'conventions.own',
    ],
    ['no terms', () => stepsOf(escalatingFine, undefined as never, allPrimitives), 'argument-invalid', 'terms'],
    [
      'a payment ledger, whose entries a step could not name',
      () =>
        stepsOf(
          liabilityBase,
          {
            payments: paymentLedger([{ paidOn: '2026-01-01', amount: kzt('1.00') }], 'KZT'),
            window: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
            counts: 'paid',
          } as never,
          allPrimitives,
        ),
      'argument-invalid',
      'payments',
    ],
    [
      'terms that the primitive refuses',
      () =>
        stepsOf(
          escalatingFine,
          { first: kzt('1.00'), repeat: kzt('1.00'), count: -1, mode: 'repeatAlone' },
          allPrimitives,
        ),
      'argument-invalid',
      'count',
    ],
    [
      'no purchase, whose currency nobody knows',
      () => stepsOf(lastPaidTariff, { purchases: [], on: '2026-03-01' } as never, allPrimitives),
      'argument-invalid',
      'purchases',
    ],
    [
      'no top-up, whose currency nobody knows',
      () =>
        stepsOf(
          refundableCredits,
          { credits: [], debits: [], asOf: '2026-03-01', within: months(12), rules: countingRules.asWritten } as never,
          allPrimitives,
        ),
      'argument-invalid',
      'credits',
    ],
    [
      'a day that is none',
      () =>
        stepsOf(
          latePaymentPenalty,
          {
            overdue: kzt('1.00'),
            dueOn: '2026-02-30',
            asOf: '2026-03-01',
            rates: [{ dailyRate: '0.1' }],
            countPaymentDay: true,
            rounding: 'floor',
          },
          allPrimitives,
        ),
      'day-invalid',
      'dueOn',
    ],
  ])('%s', (_title, asked, code, field) => {
    expect(refusal(asked)).toBe(`${code} ${field}`);
  });
});

test.each(['answer', 'steps'])('an entry whose kind has no function as %s is refused', (name) => {
  const [entry] = library.moneyPrimitives;
  const altered = [{ ...entry, kind: { ...entry?.kind, [name]: {} } }] as never;
  expect(refusal(() => library.stepsOf(allocate as never, {} as never, altered))).toBe('argument-invalid primitives');
});
