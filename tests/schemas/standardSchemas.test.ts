import { agreementSchema, eventsSchema, resultSchema } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { minimalAgreement } from './minimalAgreement.js';

describe('Standard Schema', () => {
  it.each([agreementSchema, eventsSchema, resultSchema])('each says its version and maker', (schema) => {
    const { version, vendor, validate } = schema['~standard'];
    expect([version, vendor]).toEqual([1, 'oferta']);
    expect(validate).toBeTypeOf('function');
  });

  it('gives the value', () => {
    expect(agreementSchema['~standard'].validate(minimalAgreement())).toEqual({ value: minimalAgreement() });
    const events = [{ id: 'e1', kind: 'registered', on: '2026-01-12' }];
    expect(eventsSchema['~standard'].validate(events)).toEqual({ value: events });
  });

  it('gives all issues with paths in parts, which dots in names do not break', () => {
    const json = minimalAgreement();
    json.rounding = 3;
    json.facts['paid.once'] = 7;
    expect(agreementSchema['~standard'].validate(json).issues?.map(({ path }) => path)).toEqual([
      ['rounding'],
      ['facts', 'paid.once'],
    ]);
    expect(eventsSchema['~standard'].validate([{ id: 'e1', kind: 'x', on: 'x' }]).issues).toMatchObject([
      { path: [0, 'on'] },
    ]);
    expect(resultSchema['~standard'].validate({}).issues?.[0]).toEqual({
      path: ['format'],
      message: 'format is undefined, expected 2',
    });
  });
});
