import { money } from 'oferta';
import type { ValueShape } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import {
  describeShape,
  ErrorList,
  fitsAsParsed,
  jsonOf,
  readValue,
  sameShape,
  wireOf,
} from '../../../src/agreement/model/value.js';
import { kzt } from '../../support/amountsAsJson.js';

const payment: ValueShape = { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } };

describe('what a shape looks like in words', () => {
  it.each([
    { shape: { type: 'count' }, words: 'a whole number' },
    { shape: { type: 'count', unit: 'messages' }, words: 'a whole number of messages' },
    { shape: { type: 'text' }, words: 'a text' },
    { shape: { type: 'text', oneOf: ['base', 'preferential'] }, words: 'one of base, preferential' },
    { shape: { type: 'list', of: { type: 'day' } }, words: 'a list, each entry a day' },
    { shape: payment, words: 'a record with paidOn, amount' },
    { shape: { type: 'flag' }, words: 'true or false' },
    { shape: { type: 'money' }, words: 'an amount' },
    { shape: { type: 'limit' }, words: 'a time limit' },
    { shape: { type: 'rate' }, words: 'a rate' },
    { shape: { type: 'day' }, words: 'a day' },
    { shape: { type: 'instant' }, words: 'an instant' },
  ] as readonly { shape: ValueShape; words: string }[])('$words', ({ shape, words }) => {
    expect(describeShape(shape)).toBe(words);
  });
});

describe('a value by its shape: read, held, written', () => {
  it.each([
    { shape: { type: 'day' }, json: '2026-03-02', wire: { type: 'day', value: '2026-03-02' } },
    { shape: { type: 'day' }, json: '+002026-03-02', wire: { type: 'day', value: '2026-03-02' } },
    { shape: { type: 'day' }, json: { year: 2026, month: 3, day: 2 }, wire: { type: 'day', value: '2026-03-02' } },
    {
      shape: { type: 'instant' },
      json: '2026-03-02T03:00:00+05:00',
      wire: { type: 'instant', value: '2026-03-01T22:00:00Z' },
    },
    { shape: { type: 'rate' }, json: '0.001', wire: { type: 'rate', value: '0.001' } },
    { shape: { type: 'decimal' }, json: 3, wire: { type: 'decimal', value: '3' } },
    { shape: { type: 'count', unit: 'messages' }, json: 3, wire: { type: 'count', value: 3, unit: 'messages' } },
    { shape: { type: 'count' }, json: -0, wire: { type: 'count', value: 0 } },
    { shape: { type: 'flag' }, json: false, wire: { type: 'flag', value: false } },
    { shape: { type: 'text' }, json: '', wire: { type: 'text', value: '' } },
    { shape: { type: 'limit' }, json: { count: 2, unit: 'hours' }, wire: { type: 'limit', count: 2, unit: 'hours' } },
    { shape: { type: 'money' }, json: kzt('1.50'), wire: { type: 'money', ...kzt('1.50') } },
    {
      shape: { type: 'list', of: payment },
      json: [{ paidOn: '2026-03-02', amount: kzt('1.50') }],
      wire: {
        type: 'list',
        items: [
          {
            type: 'record',
            fields: { paidOn: { type: 'day', value: '2026-03-02' }, amount: { type: 'money', ...kzt('1.50') } },
          },
        ],
      },
    },
  ] as readonly { shape: ValueShape; json: unknown; wire: unknown }[])('$json', ({ shape, json, wire }) => {
    const errors = new ErrorList();
    const held = readValue(shape, json, 'fact', errors);
    expect(errors.findings).toEqual([]);
    if (held === undefined) throw new Error('not read');
    expect(wireOf(shape, held)).toStrictEqual(wire);
    expect(readValue(shape, jsonOf(held), 'fact', new ErrorList())).toEqual(held);
  });

  it('takes a sum of the library as it is', () => {
    const sum = money('1.50', 'KZT');
    expect(readValue({ type: 'money' }, sum, 'fact', new ErrorList())).toBe(sum);
  });

  it.each([
    { shape: { type: 'count' }, json: 1.5, found: ['fact', 'type'], because: 'half' },
    { shape: { type: 'count' }, json: 2 ** 53, found: ['fact', 'type'], because: 'not exact any more' },
    { shape: { type: 'flag' }, json: 0, found: ['fact', 'type'], because: 'zero is not false' },
    { shape: { type: 'decimal' }, json: 0.5, found: ['fact', 'rate-invalid'], because: 'a fractional number' },
    { shape: { type: 'rate' }, json: 1, found: ['fact', 'rate-invalid'], because: 'a rate is a text' },
    { shape: { type: 'text' }, json: 'x'.repeat(100_001), found: ['fact', 'type'], because: 'a huge text' },
    { shape: { type: 'text', oneOf: ['a'] }, json: 'toString', found: ['fact', 'choice'], because: 'another word' },
    { shape: { type: 'money' }, json: { amount: 1.5, currency: 'KZT' }, found: ['fact', 'type'], because: 'a number' },
    {
      shape: { type: 'money' },
      json: { amount: '1.50', currency: 'XXX' },
      found: ['fact', 'type'],
      because: 'no currency',
    },
    { shape: { type: 'money' }, json: kzt('1.505'), found: ['fact', 'amount-invalid'], because: 'a digit too many' },
    { shape: { type: 'day' }, json: '2026-02-29', found: ['fact', 'day-invalid'], because: 'no such day' },
    {
      shape: { type: 'limit' },
      json: { count: -1, unit: 'hours' },
      found: ['fact', 'limit-invalid'],
      because: 'below zero',
    },
    { shape: { type: 'limit' }, json: null, found: ['fact', 'limit-invalid'], because: 'null' },
    { shape: { type: 'list', of: { type: 'day' } }, json: {}, found: ['fact', 'type'], because: 'a record' },
    { shape: payment, json: [], found: ['fact', 'type'], because: 'a list' },
    {
      shape: payment,
      json: { paidOn: '2026-03-02' },
      found: ['fact.amount', 'missing'],
      because: 'a field is left out',
    },
    {
      shape: payment,
      json: JSON.parse(`{"paidOn":"2026-03-02","amount":${JSON.stringify(kzt('1.50'))},"__proto__":{}}`),
      found: ['fact.__proto__', 'unknown'],
      because: 'a key that is no field',
    },
  ] as readonly { shape: ValueShape; json: unknown; found: string[]; because: string }[])(
    '$found: $because',
    ({ shape, json, found }) => {
      const errors = new ErrorList();
      readValue(shape, json, 'fact', errors);
      expect(errors.findings.map(({ path, code }) => [path, code])).toEqual([found]);
    },
  );
});

describe('whether one shape can stand for another', () => {
  const record = (fields: Record<string, ValueShape>, optional?: readonly string[]): ValueShape => ({
    type: 'record',
    fields,
    ...(optional && { optional }),
  });
  const day: ValueShape = { type: 'day' };
  const text: ValueShape = { type: 'text' };
  const choice = (...oneOf: string[]): ValueShape => ({ type: 'text', oneOf });
  it.each([
    { wanted: day, given: day, held: true, same: true, because: 'the same' },
    { wanted: day, given: text, held: false, same: false, because: 'a text is no day' },
    { wanted: { type: 'rate' }, given: { type: 'decimal' }, held: true, same: true, because: 'written alike' },
    {
      wanted: { type: 'decimal' },
      given: { type: 'count' },
      held: false,
      same: true,
      because: 'a whole number is a decimal, but held otherwise',
    },
    {
      wanted: { type: 'count' },
      given: { type: 'decimal' },
      held: false,
      same: false,
      because: 'a decimal need not be whole',
    },
    { wanted: text, given: choice('a'), held: true, same: true, because: 'a choice is a text' },
    { wanted: choice('a', 'b'), given: choice('a'), held: true, same: true, because: 'fewer choices' },
    { wanted: choice('a'), given: choice('a', 'b'), held: false, same: true, because: 'more choices have to be read' },
    { wanted: choice('a'), given: text, held: false, same: true, because: 'any text has to be read' },
    { wanted: choice('a'), given: day, held: false, same: false, because: 'no text' },
    {
      wanted: { type: 'list', of: day },
      given: { type: 'list', of: day },
      held: true,
      same: true,
      because: 'lists of the same',
    },
    {
      wanted: { type: 'list', of: day },
      given: { type: 'list', of: text },
      held: false,
      same: false,
      because: 'lists of others',
    },
    { wanted: { type: 'list', of: day }, given: day, held: false, same: false, because: 'one is no list' },
    { wanted: record({ a: day }), given: day, held: false, same: false, because: 'no record' },
    { wanted: record({ a: day }), given: record({ a: day }), held: true, same: true, because: 'records alike' },
    { wanted: record({ a: day }), given: record({}), held: false, same: false, because: 'a field is missing' },
    { wanted: record({ a: day }, ['a']), given: record({}), held: true, same: true, because: 'a field that may be' },
    {
      wanted: record({ a: day }),
      given: record({ a: day }, ['a']),
      held: false,
      same: true,
      because: 'a field that may be missing',
    },
    {
      wanted: record({ a: day }),
      given: record({ a: text }),
      held: false,
      same: false,
      because: 'a field of another type',
    },
    {
      wanted: record({ a: day }),
      given: record({ a: day, b: day }),
      held: false,
      same: true,
      because: 'a field too many has to be read',
    },
  ] as readonly { wanted: ValueShape; given: ValueShape; held: boolean; same: boolean; because: string }[])(
    '$because',
    ({ wanted, given, held, same }) => {
      expect(fitsAsParsed(wanted, given)).toBe(held);
      expect(sameShape(wanted, given)).toBe(same);
    },
  );
});
