import { attempt, escalatingFine, money } from 'oferta';
import { type Decision, decide, evaluate, explain as explainComputation, replay } from 'oferta/agreement';
import { explain } from 'oferta/explain';
import { describe, expect, test } from 'vitest';
import type { AccountEvent, Statement } from '../../src/agreement/index.js';
import { exampleAgreement, exampleEvents, exampleFile, exampleNames } from '../support/exampleAgreements.js';
import { languages } from '../support/languages.js';
import { plainTexts } from '../support/noBreakSpaces.js';
import { refusal } from '../support/refusal.js';

const autocall = exampleAgreement('autocall');
const fines = {
  first: money('100.00', 'KZT'),
  repeat: money('1000.00', 'KZT'),
  count: 1,
  mode: 'repeatAlone',
} as const;

test('a primitive called directly, in three languages', () => {
  expect(languages.map((language) => plainTexts(explain(escalatingFine, fines, language))[0])).toEqual([
    'the first breach costs 100.00 ₸',
    'первое нарушение стоит 100,00 ₸',
    'бірінші бұзушылыққа төленетін айыппұл: 100,00 ₸',
  ]);
});

test('a computation is reported as in oferta/agreement', () => {
  const result = evaluate(autocall, '5.7', { negativeOn: '2026-03-19' });
  for (const language of languages) expect(explain(result, language)).toEqual(explainComputation(result, language));
});

const ofCondition = /^formula\.(?:all|any|not|isGiven|isOneOf|is|atMost|atLeast|moreThan|lessThan|unknown)$/;

describe('a decision', () => {
  // Bought on 15 February, unused, asked for on 3 March: day 14 is a Sunday and rolls to Monday the 2nd.
  const facts = {
    terminatedForBreach: false,
    tariffKind: 'base',
    usedUnits: 0,
    paid: money('50000.00', 'KZT'),
    unpaidFines: money('0.00', 'KZT'),
    creditedOn: '2026-02-15',
    purchasedOn: '2026-02-15',
    requestedOn: '2026-03-03',
  };

  test('the row that decides, those passed over, and the arithmetic looked at', () => {
    const decision = decide(autocall, 'refund', facts);
    const told = explain(decision, 'en');
    expect(told[0]).toMatchObject({ step: `row ${decision.row}`, clause: decision.cites.join(', ') });
    expect(told.filter(({ step }) => step.startsWith('row '))).toHaveLength(1 + decision.passedOver.length);
    const late = plainTexts(told).find((text) => text.includes('no later than'));
    expect(late).toContain('“day of the request” is no later than 2 March 2026 (here 3 March 2026)');
    expect(plainTexts(told).some((text) => text.startsWith('14 days from 15 February 2026'))).toBe(true);
  });

  test('in every language', () => {
    for (const language of languages)
      for (const { text } of explain(decide(autocall, 'refund', facts), language))
        expect(text).not.toMatch(/[{}#]|undefined|requestedOn|terminatedForBreach/);
  });

  test('its JSON is not a decision', () => {
    const json = JSON.parse(JSON.stringify(decide(autocall, 'refund', facts))) as Decision;
    expect(refusal(() => explain(json, 'en'))).toBe('argument-invalid answer');
  });
});

describe('every part of every statement', () => {
  const statements = exampleNames.flatMap((name) => {
    const agreement = exampleAgreement(name);
    return exampleEvents(name).map((file) => {
      const told = exampleFile(file) as readonly AccountEvent[];
      const last = told.reduce((day, { on }) => (on > day ? on : day), told[0]?.on ?? '');
      return [file, agreement, replay(agreement, told, last)] as const;
    });
  });

  test.each(statements)('%s', (_file, agreement, statement: Statement) => {
    const parts = [...statement.entries, ...statement.remarks, ...statement.accruals, ...statement.deadlines];
    for (const part of parts)
      for (const language of languages) {
        const told = explain(part, agreement, language);
        const { computation, decision } = part as { readonly computation?: string; readonly decision?: object };
        if (decision !== undefined && computation === undefined) expect(told.length).toBeGreaterThan(0);
        // An amount that is a fact has no arithmetic, and the steps of a condition have no sentences.
        if (computation !== undefined) {
          const { steps } = evaluate(agreement, computation, part.facts);
          expect(told).toHaveLength(steps.filter(({ role }) => !ofCondition.test(role)).length);
        }
        for (const { text } of told) expect(text).not.toMatch(/[{}]|undefined/);
      }
  });

  test('a part is explained by the edition it was judged by', () => {
    const [entry] = statements[0]?.[2].entries ?? [];
    const other = exampleAgreement('center-pro');
    const asked = attempt(() => explain(entry as never, [other], 'en'));
    expect(asked.ok).toBe(false);
    expect(asked.ok ? '' : asked.error.details.field).toBe('agreement');
  });
});

test.each<[string, () => unknown, string]>([
  ['a language that is none', () => explain(escalatingFine, fines, 'de' as never), 'language'],
  ['a number for a language', () => explain(escalatingFine, fines, 5 as never), 'language'],
  ['a list of a language', () => explain(escalatingFine, fines, ['en'] as never), 'language'],
  ['a language that every object has', () => explain(escalatingFine, fines, 'toString' as never), 'language'],
  ['nothing', () => explain(undefined as never, 'en'), 'answer'],
  ['a function of someone else', () => explain((() => 1) as never, {} as never, 'en'), 'primitive'],
  ['a part that is none', () => explain({} as never, autocall, 'en'), 'part'],
])('refused: %s', (_title, asked, field) => {
  expect(refusal(asked)).toBe(`argument-invalid ${field}`);
});
