import { type AgreementData, compiledAgreement, withReadings } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { defineModel } from '../../support/models.js';
import { errorOf, refusal } from '../../support/refusal.js';
import { autocall, autocallData } from '../autocall.js';

describe('compiledAgreement', () => {
  it('is plain JSON: nothing is lost when it is written and read', () => {
    const compiled = compiledAgreement(autocall);
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it('keeps the readings in force', () => {
    const switched = withReadings(autocall, { '6.10-cap-base': 'overdue-only' });
    expect(compiledAgreement(switched).readings['6.10-cap-base']).toBe('overdue-only');
    expect(compiledAgreement(autocall).readings['6.10-cap-base']).toBe('total-debt');
  });

  it('refuses an agreement with an option that cannot be computed, which nobody would check later', () => {
    const data = structuredClone(autocallData) as AgreementData;
    const at = data.readings.findIndex(({ id }) => id === '6.10-cap-base');
    const options = data.readings[at]?.options as Record<string, { label: object; patch: object }>;
    options['overdue-only'] = {
      ...(options['overdue-only'] as { label: object; patch: object }),
      patch: { '6.10/penalty': { from: { 'cap.base': { fact: 'negativeOn' } } } },
    };
    const outcome = errorOf(() => compiledAgreement(defineModel(data, { calendars: [kz] })));
    expect(outcome.code).toBe('agreement-invalid');
    expect(outcome.findings.map(({ path, clause }) => ({ path, clause }))).toEqual([
      { path: `readings.${at}.options.overdue-only`, clause: '6.10' },
    ]);
  });

  it.each([
    { agreement: autocall.toJSON(), because: 'the JSON of an agreement' },
    { agreement: compiledAgreement(autocall), because: 'a compiled one' },
    { agreement: null, because: 'null' },
    { agreement: undefined, because: 'absent' },
  ])('argument-invalid agreement: $because', ({ agreement }) => {
    expect(refusal(() => compiledAgreement(agreement as never))).toBe('argument-invalid agreement');
  });
});
