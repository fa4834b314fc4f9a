import { exactFraction } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('exactFraction', () => {
  it.each([
    { value: '21.9', text: '219/10', because: 'a decimal' },
    { value: '0.50', text: '1/2', because: 'lowest terms' },
    { value: '4/6', text: '2/3', because: 'a fraction in its lowest terms' },
    { value: '-4/6', text: '-2/3', because: 'the sign above' },
    { value: '0/7', text: '0', because: 'nothing of seven' },
    { value: 3, text: '3', because: 'a whole number' },
    { value: -0, text: '0', because: 'zero has no sign' },
    { value: 12n, text: '12', because: 'a bigint' },
    { value: { numerator: '6', denominator: '-4' }, text: '-3/2', because: 'its JSON, the sign brought above' },
    { value: { numerator: 6n, denominator: 4n }, text: '3/2', because: 'two bigints' },
    { value: `${'9'.repeat(40)}`, text: '9'.repeat(40), because: 'forty digits' },
  ])('$value: $because', ({ value, text }) => {
    const found = exactFraction(value);
    expect(String(found)).toBe(text);
    expect(String(exactFraction(JSON.parse(JSON.stringify(found))))).toBe(text);
    expect(exactFraction(found)).toBe(found);
  });

  it.each([
    0.5,
    Number.NaN,
    2 ** 53,
    '',
    '1/0',
    '1/-2',
    '1e3',
    '1/2/3',
    ' 1',
    '0x10',
    null,
    undefined,
    [],
    {},
    new Date(0),
    { numerator: 1, denominator: 2 },
    { numerator: '1', denominator: '0' },
    '9'.repeat(1_000_000),
    `1/${'9'.repeat(201)}`,
  ])('refuses %o', (value) => {
    expect(refusal(() => exactFraction(value as never))).toMatch(/^argument-invalid value/);
  });
});
