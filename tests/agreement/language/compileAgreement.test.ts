/** The five agreements in format 2 mean what they mean in format 1: the model that is computed with is the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from 'oferta';
import {
  type AgreementCatalogue,
  type AgreementData,
  type AgreementDocument,
  defineAgreement,
  withReadings,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../../src/agreement/language/formatDocument.js';

const examples = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'];

function textOf(example: string, file: string): string {
  return readFileSync(join(import.meta.dirname, '../../../examples', example, file), 'utf8');
}

function read<T>(example: string, file: string): T {
  return JSON.parse(textOf(example, file)) as T;
}

function define(example: string, change: (document: Loose) => void = () => {}) {
  const document = read<AgreementDocument>(example, 'format2/agreement.json');
  change(document as unknown as Loose);
  const catalogues = ['ru', 'kk'].map((language) =>
    read<AgreementCatalogue>(example, `format2/agreement.${language}.json`),
  );
  return defineAgreement(document, { calendars: [kz, ru], catalogues });
}

/** Facts that postings of ChatKeeper bound though neither their computation, their table nor their condition asks for them. */
const unasked = [
  'access-again advance',
  'access-again optionsPrice',
  'begin runTariff',
  'begin tariff',
  'cancellation endedBy',
  'cancellation intendedEndOn',
  'cancellation rejectsChange',
  'cancellation-advance intendedEndOn',
  'cancellation-advance runsThrough',
  'cancellation-refund intendedEndOn',
  'contractor-exit endedBy',
  'end-at-once endedBy',
  'end-at-once intendedEndOn',
  'end-at-once noticeSentOn',
  'exit endedBy',
  'exit rejectsChange',
  'grant sumIs',
  'granted-refund sumIs',
  'received-after-all advance',
  'received-after-all optionsPrice',
  'rejection-ends endedBy',
  'rejection-ends rejectsChange',
];

type Loose = { [name: string]: Loose };

/** A model without what follows from the rest, and with what has no order of its own put in one. */
function bare({ clauses, postings, readings, ...rest }: AgreementData): object {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        // An empty list or record of terms gets its entries from sources.
        .filter(
          ([name, part]) =>
            !((name === 'terms' || name === 'from') && JSON.stringify(part) === '{}') && JSON.stringify(part) !== '[]',
        )
        .map(([name, part]) => [name, sorted(part)])
        .sort(([a], [b]) => String(a).localeCompare(String(b))),
    );
  };
  return sorted({
    ...rest,
    clauses: Object.fromEntries(
      clauses.map(({ ref, computes = [], ...clause }) => [
        ref,
        {
          ...clause,
          computes: computes.map(({ readings: _, terms, ...computation }) => ({
            ...computation,
            terms: emptied(terms),
          })),
        },
      ]),
    ),
    // What a posting binds and nothing asks for is not written; changes of one posting do not depend on their order.
    postings: postings.map(({ bind: _, sets = [], if: when, ...posting }) => ({
      ...posting,
      when: JSON.stringify(when ?? null).replaceAll('"equals"', '"is"'),
      sets: sets.map((change) => JSON.stringify(change)).sort(),
    })),
    readings: readings.map(({ options, ...reading }) => ({ ...reading, options: Object.keys(options) })),
  }) as object;
}

function emptied(terms: unknown): unknown {
  const full = Object.entries(terms ?? {}).filter(([, term]) => JSON.stringify(term) !== '[]');
  return full.length === 0 ? undefined : Object.fromEntries(full);
}

describe('format 2', () => {
  it.each(examples)('compiles %s to the model of its format 1', (example) => {
    const agreement = define(example);
    expect(bare(agreement.data)).toEqual(bare(read<AgreementData>(example, 'agreement.json')));
  });

  // Readings are compared by what they make of the agreement: how a change is written is another matter.
  it.each(examples)('means the same under every option of every reading: %s', (example) => {
    const agreement = define(example);
    const before = defineAgreement(read<AgreementData>(example, 'agreement.json'), { calendars: [kz, ru] });
    let options = 0;
    for (const { id, options: positions } of before.data.readings)
      for (const option of Object.keys(positions)) {
        const [now, then] = [agreement, before].map((one) => withReadings(one, { [id]: option }).applied());
        expect(bare(now as AgreementData), `${id} = ${option}`).toEqual(bare(then as AgreementData));
        options += 1;
      }
    expect(options).toBeGreaterThan(15);
  });

  // A fact that nothing asks for is not bound any more: no answer rests on it.
  it.each([
    ['autocall', []],
    ['center-pro', []],
    ['chatkeeper', unasked],
    ['introvert', []],
    ['streaming-center', ['extra-fee extraFeeCause']],
  ] as const)('binds what %s bound, but for what nothing asks for', (example, left) => {
    const now = new Map(define(example).data.postings.map(({ id, bind = {} }) => [id, bind]));
    const missing: string[] = [];
    for (const { id, bind = {} } of read<AgreementData>(example, 'agreement.json').postings) {
      const own = now.get(id) ?? {};
      for (const [name, binding] of Object.entries(bind))
        if (Object.hasOwn(own, name)) expect(own[name], `${id} ${name}`).toEqual(binding);
        else missing.push(`${id} ${name}`);
      expect(
        Object.keys(own).filter((name) => !Object.hasOwn(bind, name)),
        id,
      ).toEqual([]);
    }
    expect(missing.toSorted()).toEqual([...left].toSorted());
  });

  it.each(examples)('is written the one way: %s', (example) => {
    for (const file of ['agreement.json', 'agreement.ru.json', 'agreement.kk.json']) {
      const text = textOf(example, `format2/${file}`);
      expect(formatDocument(JSON.parse(text))).toBe(text);
    }
  });

  it('is at most 6,500 lines for the five agreements, and 11,000 with the words of two more languages', () => {
    const lines = (file: string) =>
      examples.reduce((sum, example) => sum + textOf(example, file).split('\n').length - 1, 0);
    const own = lines('format2/agreement.json');
    expect(own).toBeLessThanOrEqual(6_500);
    expect(own + lines('format2/agreement.ru.json') + lines('format2/agreement.kk.json')).toBeLessThanOrEqual(11_000);
  });

  it.each([
    [
      'a fact misspelt in a condition',
      (d: Loose) => set(d, ['tables', 'refund', 'rows', '0', 'if'], 'terminatedForBreech'),
      'unknown',
      'terminatedForBreach',
    ],
    [
      'a kind misspelt',
      (d: Loose) => set(d, ['clauses', '5.7', 'paymentDue'], { dedline: {}, counts: 'act' }),
      'unknown',
      'deadline',
    ],
    [
      'an argument misspelt',
      (d: Loose) => set(d, ['clauses', '5.7', 'paymentDue', 'deadline', 'triger'], '=negativeOn'),
      'unknown',
      'trigger',
    ],
    [
      'a clause that is not there',
      (d: Loose) => set(d, ['clauses', '6.10', 'penalty', 'latePaymentPenalty', 'dueOn'], '=[5.77/paymentDue]'),
      'unknown',
      '5.7/paymentDue',
    ],
    [
      'a field that is not there',
      (d: Loose) => set(d, ['clauses', '6.10', 'penalty', 'latePaymentPenalty', 'dueOn'], '=[5.7].latestDay'),
      'unknown',
      'lastDay',
    ],
    [
      'a limit of no unit',
      (d: Loose) => set(d, ['clauses', '5.7', 'paymentDue', 'deadline', 'limit'], '5 bank days'),
      'type',
      '5 banking days',
    ],
    [
      'a sum compared with a day',
      (d: Loose) => set(d, ['tables', 'refund', 'rows', '1', 'if'], 'paid > requestedOn'),
      'type',
      'compared',
    ],
    [
      'an expression that ends too soon',
      (d: Loose) => set(d, ['tables', 'refund', 'rows', '1', 'if'], 'paid >'),
      'syntax',
      'character 7',
    ],
    [
      'an unknown field of a posting',
      (d: Loose) => set(d, ['postings', 'top-up', 'creditt'], '=event.amount'),
      'unknown',
      'credit',
    ],
    [
      'a change of a reading that leads nowhere',
      (d: Loose) =>
        set(d, ['readings', '6.7-repeat', 'options', 'first-and-repeat', 'changes'], { '6.7/fin.mode': 'x' }),
      'unknown',
      '',
    ],
  ] as const)('finds %s, with its place and what could stand there', (_, change, code, expected) => {
    const defined = attempt(() => define('autocall', change));
    const findings = defined.ok ? [] : defined.error.findings;
    expect(findings.map((finding) => finding.code)).toContain(code);
    const found = findings.find((finding) => finding.code === code);
    expect(found?.expected).toContain(expected);
    expect(found?.place?.length).toBeGreaterThan(1);
  });
});

function set(document: Loose, path: readonly string[], value: unknown): void {
  let at = document;
  for (const name of path.slice(0, -1)) at = at[name] as Loose;
  (at as Record<string, unknown>)[path[path.length - 1] as string] = value;
}
