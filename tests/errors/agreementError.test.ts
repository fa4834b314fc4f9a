import fc from 'fast-check';
import { AgreementError, attempt, calendarDays, dateRange, deadline, type Finding, money } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { printValue, refuse } from '../../src/errors/agreementError.js';

const details = { field: 'payments.0.amount', value: '-1', expected: 'an amount of zero or more' };

describe('AgreementError', () => {
  it('prints the field, the value and what was expected', () => {
    const error = new AgreementError('amount-invalid', details);
    expect(error.message).toBe('amount-invalid: payments.0.amount is -1, expected an amount of zero or more');
    expect(String(error)).toBe(`AgreementError: ${error.message}`);
  });

  it('is an Error with a name, a code, details and no findings', () => {
    const error = new AgreementError('amount-invalid', details);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('AgreementError');
    expect(error.code).toBe('amount-invalid');
    expect(error.details).toEqual(details);
    expect(error.findings).toEqual([]);
    expect(error.stack).toContain('agreementError.test');
  });

  const finding = (path: string): Finding => ({ path, code: 'unknown-term', value: '1', expected: 'none' });
  it.each([
    { findings: [], ending: 'zero or more', because: 'no findings, nothing to add' },
    { findings: [finding('a')], ending: 'zero or more', because: 'the one finding is the one printed' },
    { findings: [finding('a'), finding('b')], ending: '(and 1 more)', because: 'one of two is printed' },
    {
      findings: [finding('a'), finding('b'), finding('c')],
      ending: '(and 2 more)',
      because: 'one of three is printed',
    },
  ])('ends the message with "$ending": $because', ({ findings, ending }) => {
    const error = new AgreementError('agreement-invalid', details, findings);
    expect(error.message.endsWith(ending)).toBe(true);
    expect(error.findings).toEqual(findings);
  });

  it('goes over the wire with code, details and findings', () => {
    const error = new AgreementError('agreement-invalid', details, [finding('a')]);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'AgreementError',
      code: 'agreement-invalid',
      details,
      findings: [finding('a')],
    });
  });

  it.each([
    {
      question: () => money('12.345', 'KZT'),
      message:
        'amount-invalid: amount is "12.345", expected a decimal string, Decimal, bigint or safe integer in major units with at most 2 decimals',
      because: 'a text is printed in quotes',
    },
    {
      question: () => money(0.1, 'JPY'),
      message:
        'amount-invalid: amount is 0.1, expected a decimal string, Decimal, bigint or safe integer in major units with no decimals',
      because: 'a number is printed bare',
    },
    {
      question: () => dateRange('2026-04-30', '2026-04-01'),
      message: 'range-reversed: range is "2026-04-30..2026-04-01", expected a last day on or after the first',
      because: 'both ends are shown',
    },
    {
      question: () => calendarDays(-1),
      message: 'limit-invalid: calendarDays.count is -1, expected a whole number from 0 through 200000000',
      because: 'the function and its argument are named',
    },
    {
      question: () => deadline({ trigger: '2026-02-30' } as never),
      message:
        'limit-invalid: limit is undefined, expected { count, unit } with a unit of calendarDays, workingDays, bankingDays, weeks, halfMonths, months, quarters, halfYears, years',
      because: 'what is missing is undefined',
    },
  ])('of a public function shows field, value and expectation: $because', ({ question, message }) => {
    const outcome = attempt<unknown>(question);
    expect(outcome.ok ? 'answered' : outcome.error.message).toBe(message);
  });
});

describe('refuse', () => {
  it('throws with the value printed', () => {
    expect(() => refuse('day-invalid', 'trigger', 20260302, 'a day')).toThrow(
      'day-invalid: trigger is 20260302, expected a day',
    );
  });
});

describe('printValue', () => {
  const circular: { itself?: unknown } = {};
  circular.itself = circular;
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const revokedFunction = Proxy.revocable(() => 0, {});
  revokedFunction.revoke();
  const explode = () => {
    throw new Error('caught?');
  };

  it.each([
    { value: 'a "b"', printed: '"a \\"b\\""', because: 'a text in quotes' },
    { value: '', printed: '""', because: 'an empty text can be seen' },
    { value: '\n\u0000', printed: '"\\n\\u0000"', because: 'nothing that would break a line of a log' },
    { value: 12n, printed: '12n', because: 'a bigint as one writes it' },
    { value: 0.1, printed: '0.1', because: 'a number' },
    { value: Number.NaN, printed: 'NaN', because: 'JSON would make it null' },
    { value: Number.NEGATIVE_INFINITY, printed: '-Infinity', because: 'JSON would make it null' },
    { value: undefined, printed: 'undefined', because: 'absent' },
    { value: null, printed: 'null', because: 'null' },
    { value: true, printed: 'true', because: 'a boolean' },
    { value: Symbol('s'), printed: 'Symbol(s)', because: 'a symbol throws in a template' },
    { value: () => 1, printed: 'a function', because: 'no source text' },
    { value: [1, 2, 3], printed: 'a list of 3', because: 'a list by its length' },
    { value: [], printed: 'a list of 0', because: 'an empty list' },
    { value: { year: 2026 }, printed: '{"year":2026}', because: 'an object as JSON' },
    { value: { toJSON: () => undefined }, printed: 'an object', because: 'JSON has nothing to say of it' },
    {
      value: new Date(0),
      printed: 'a JavaScript Date "1970-01-01T00:00:00.000Z"',
      because: 'the usual mistake is named',
    },
    { value: new Date(Number.NaN), printed: 'a JavaScript Date null', because: 'an invalid Date does not throw' },
    {
      value: Temporal.PlainDate.from('2026-03-02'),
      printed: 'Temporal.PlainDate 2026-03-02',
      because: 'kind and value',
    },
    {
      value: Temporal.PlainDateTime.from('2026-03-02T10:00'),
      printed: 'Temporal.PlainDateTime 2026-03-02T10:00:00',
      because: 'the other usual mistake is named',
    },
    {
      value: money('1.00', 'KZT'),
      printed: '{"amount":"1.00","currency":"KZT"}',
      because: 'a sum that is negative or foreign',
    },
    { value: circular, printed: 'an object that cannot be printed', because: 'a circle has no JSON' },
    { value: { big: 1n }, printed: 'an object that cannot be printed', because: 'a bigint has no JSON' },
    { value: { toJSON: explode }, printed: 'an object that cannot be printed', because: 'a toJSON that throws' },
    {
      value: {
        get [Symbol.toStringTag]() {
          return explode();
        },
      },
      printed: 'an object that cannot be printed',
      because: 'a tag that throws',
    },
    {
      value: { [Symbol.toStringTag]: 'Temporal.PlainDate', toString: explode },
      printed: 'an object that cannot be printed',
      because: 'a forged day',
    },
    {
      value: revoked.proxy,
      printed: 'an object that cannot be printed',
      because: 'a revoked proxy throws at every touch',
    },
    { value: revokedFunction.proxy, printed: 'a function', because: 'a revoked function is not called' },
    { value: Object.create(null), printed: '{}', because: 'an object without a prototype has no toString' },
  ])('$printed: $because', ({ value, printed }) => {
    expect(printValue(value)).toBe(printed);
  });

  it.each([
    { length: 118, cut: false, because: 'with its quotes exactly 120' },
    { length: 119, cut: true, because: 'one more' },
    { length: 1_000_000, cut: true, because: 'a text of a million characters' },
  ])('a text of $length characters: $because', ({ length, cut }) => {
    const printed = printValue('x'.repeat(length));
    expect(printed).toHaveLength(120);
    expect(printed.endsWith('...')).toBe(cut);
  });

  it('keeps its word for any value: never throws, at most 120 characters', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (value) => {
          expect(printValue(value).length).toBeLessThanOrEqual(120);
        },
      ),
    );
  });
});
