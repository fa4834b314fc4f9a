import { attempt } from 'oferta';
import { type Agreement, agreementOn } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { defineModel } from '../../support/models.js';
import { codeOf } from '../../support/refusal.js';
import { autocall, autocallData } from '../autocall.js';

function edition(name: string, effectiveOn: string, id = autocallData.id): Agreement {
  return defineModel({ ...autocallData, id, edition: name, effectiveOn }, { calendars: [kz] });
}

const first = edition('first', '2026-01-01');
const second = edition('second', '2026-07-01');
const third = edition('third', '2027-01-01');

describe('agreementOn', () => {
  it.each([
    { day: '2026-01-01', name: 'first', because: 'it comes into force on this day' },
    { day: '2026-06-30', name: 'first', because: 'the last day before the second' },
    { day: '2026-07-01', name: 'second', because: 'the first day of the second' },
    { day: '2026-12-31', name: 'second', because: 'the last day before the third' },
    { day: '2027-01-01', name: 'third', because: 'the first day of the third' },
    { day: '9999-12-31', name: 'third', because: 'nothing replaced it' },
  ])('on $day it is the $name: $because', ({ day, name }) => {
    expect(agreementOn([third, first, second], day).data.edition).toBe(name);
  });

  it('before the first edition there is none', () => {
    const asked = attempt(() => agreementOn([second, first], '2025-12-31'));
    expect(asked.ok ? '' : [asked.error.code, asked.error.details.value]).toEqual([
      'term-not-in-force',
      '"2025-12-31"',
    ]);
  });

  it('one agreement stands for every day, also before it came into force', () => {
    expect(agreementOn(first, '1999-12-31')).toBe(first);
  });

  it.each([
    { editions: [], because: 'an empty list' },
    { editions: [first, {}], because: 'not made by defineAgreement()' },
    { editions: undefined, because: 'nothing' },
    { editions: [first, edition('second', '2026-01-01')], because: 'two of the same day' },
    { editions: [first, edition('first', '2026-07-01')], because: 'two of the same name' },
    { editions: [first, edition('second', '2026-07-01', 'other')], because: 'two agreements' },
  ])('refuses $because', ({ editions }) => {
    expect(codeOf(() => agreementOn(editions as never, '2026-02-01'))).toBe('argument-invalid');
  });

  it('refuses what is not a day', () => {
    expect(codeOf(() => agreementOn(autocall, '2026-02-30'))).toBe('day-invalid');
  });
});
