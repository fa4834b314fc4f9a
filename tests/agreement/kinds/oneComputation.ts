/** An agreement of one clause with one computation, so that a kind can be asked alone. */

import type { WorkingCalendar } from 'oferta';
import { type AgreementData, type ClauseResult, type Computation, evaluate } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { verify } from 'oferta/verify';
import { expect } from 'vitest';
import { executeStep } from '../../../src/verify/executeStep.js';
import { defineModel } from '../../support/models.js';

/** The answer of a kind to its terms and facts; every fact is an argument of the same name. Banking days are counted by `banking`. */
export function answerOf(
  computation: Omit<Computation, 'id' | 'from'>,
  declared: AgreementData['facts'],
  facts: Readonly<Record<string, unknown>>,
  banking: WorkingCalendar = kz,
): ClauseResult {
  const agreement = defineModel(
    {
      id: 'one',
      edition: '2026-01-01',
      effectiveOn: '2026-01-01',
      text: { languages: ['en'], governing: 'en' },
      currencies: ['KZT'],
      timeZone: 'Asia/Almaty',
      calendars: { working: 'KZ', banking: banking.id },
      countingRules: { acts: 'kzCivilCode', states: 'asWritten' },
      rounding: 'halfExpand',
      facts: declared,
      readings: [],
      clauses: [
        {
          ref: '1',
          computes: [
            {
              ...computation,
              id: 'asked',
              from: Object.fromEntries(Object.keys(declared).map((name) => [name, { fact: name }])),
            },
          ],
        },
      ],
      tables: [],
      events: {},
      postings: [],
    },
    { calendars: [kz, banking] },
  );
  return evaluate(agreement, '1', facts);
}

/** Verifies an answer, does every step again, and finds in the last step of each field what the answer says. */
export function redo(result: ClauseResult): void {
  for (const step of result.steps) expect(executeStep(step), `${step.id} ${step.role}`).toStrictEqual(step.out);
  const checked = verify(result.agreementData(), result.facts, result);
  expect(checked.ok ? [] : checked.findings).toEqual([]);
  const value = JSON.parse(JSON.stringify(result.value));
  for (const [field, id] of Object.entries(result.fields)) {
    const out = result.steps.find((step) => step.id === id)?.out as unknown as Record<string, unknown>;
    const { type, value: plain, unit: _, ...rest } = out;
    expect(type === 'money' ? rest : plain, field).toStrictEqual(value[field]);
  }
}
