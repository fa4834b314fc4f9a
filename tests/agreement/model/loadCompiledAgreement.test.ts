import { attempt } from 'oferta';
import {
  type Agreement,
  type CompiledAgreement,
  compiledAgreement,
  decide,
  evaluate,
  loadCompiledAgreement,
  replay,
  withReadings,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { readback } from 'oferta/explain';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { exampleAgreement, exampleEvents, exampleFile, exampleNames } from '../../support/exampleAgreements.js';
import { awaitedRefusal } from '../../support/refusal.js';
import { autocall } from '../autocall.js';

const calendars = [kz, ru];

/** As a page receives it: written as JSON by the build, and read again. */
function shipped(agreement: Agreement): CompiledAgreement {
  return JSON.parse(JSON.stringify(compiledAgreement(agreement))) as CompiledAgreement;
}

describe('loadCompiledAgreement', () => {
  const compiled = shipped(autocall);

  it.each([
    { option: 'total-debt', cap: '5000.00', because: '5 % of 100,000.00' },
    { option: 'overdue-only', cap: '2000.00', because: '5 % of 40,000.00' },
  ])('answers 6.10 under $option: $because', async ({ option, cap }) => {
    const loaded = withReadings(await loadCompiledAgreement(shipped(autocall), { calendars }), {
      '6.10-cap-base': option,
    });
    const facts = {
      negativeOn: '2026-03-19',
      asOf: '2026-12-31',
      overdue: kzt('40000.00'),
      totalDebt: kzt('100000.00'),
    };
    expect(JSON.parse(JSON.stringify(evaluate(loaded, '6.10', facts).value['penalty']))).toEqual(kzt(cap));
  });

  it.each(exampleNames)(
    '%s: every account is reported as by the agreement that was compiled, under every option',
    async (name) => {
      const agreement = exampleAgreement(name);
      const loaded = await loadCompiledAgreement(shipped(agreement), { calendars });
      const options = agreement.data.readings.flatMap(({ id, options, chosen }) =>
        Object.keys(options).flatMap((option) => (option === chosen ? [] : [{ [id]: option }])),
      );
      const [own = '', ...scenarios] = exampleEvents(name);
      // Every account under the readings in force; its own account under each other option.
      const cases = [
        ...[own, ...scenarios].map((file) => ({ file, readings: {} })),
        ...options.map((readings) => ({ file: own, readings })),
      ];
      let replayed = 0;
      for (const { file, readings } of cases) {
        const written = exampleFile(file) as never;
        const events = (Array.isArray(written) ? written : (written as { events: never[] }).events) as never[];
        const told = (from: Agreement): unknown => {
          const read = attempt(() => replay(withReadings(from, readings), events, '2026-12-31'));
          return read.ok ? JSON.parse(JSON.stringify(read.value)) : `${read.error.code} ${read.error.message}`;
        };
        const expected = told(agreement);
        if (typeof expected === 'object') replayed += 1;
        expect(told(loaded), `${file} ${JSON.stringify(readings)}`).toEqual(expected);
      }
      expect(replayed).toBeGreaterThan(4);
      expect(readback(loaded, 'ru')).toEqual(readback(agreement, 'ru'));
    },
  );

  it.each([
    { asOf: '2026-02-28', holds: false, because: 'the whole of February lies between only from 1 March on' },
    { asOf: '2026-03-01', holds: true, because: 'February is over' },
  ])(
    'an option that makes another kind of a computation: notice of 31 January, $asOf: $because',
    async ({ asOf, holds }) => {
      const facts = { assignmentNoticeOn: '2026-01-31', asOf, assignmentConsent: true };
      for (const asks of [undefined, ['10.2/mayAssign']]) {
        const loaded = await loadCompiledAgreement(shipped(autocall), { calendars, ...(asks && { asks }) });
        const calendarMonth = withReadings(loaded, { '10.2-month': 'whole-calendar-month' });
        expect(evaluate(calendarMonth, '10.2/mayAssign', facts).value['holds']).toBe(holds);
      }
    },
  );

  it.each(exampleNames)('%s: has every kind that any option needs', async (name) => {
    const loaded = await loadCompiledAgreement(shipped(exampleAgreement(name)), { calendars });
    for (const { id, options } of loaded.data.readings)
      for (const option of Object.keys(options))
        for (const { computation } of withReadings(loaded, { [id]: option }).computations.values())
          expect(loaded.kinds.has(computation.kind), `${id} ${option} ${computation.kind}`).toBe(true);
  });

  it('loads the kinds of what is asked, and refuses the rest', async () => {
    const loaded = await loadCompiledAgreement(shipped(autocall), { calendars, asks: ['5.7/paymentDue'] });
    expect(evaluate(loaded, '5.7/paymentDue', { negativeOn: '2026-03-19' }).value['lastDay']).toBe('2026-03-31');
    // `deadline` shares its group with other limits; the penalty of 6.10 is in another.
    expect([...loaded.kinds.keys()]).toEqual(expect.arrayContaining(['deadline']));
    expect([...loaded.kinds.keys()]).not.toContain('latePaymentPenalty');
    const facts = { negativeOn: '2026-03-19', asOf: '2026-06-12', overdue: kzt('100.00'), totalDebt: kzt('100.00') };
    expect(await awaitedRefusal(async () => evaluate(loaded, '6.10', facts))).toBe('argument-invalid kind');
    const none = await loadCompiledAgreement(shipped(autocall), { calendars, asks: [] });
    expect([...none.kinds.keys()]).toEqual([]);
  });

  it('loads what the readings in force need alone, and refuses what another option needs', async () => {
    const facts = { assignmentNoticeOn: '2026-01-31', asOf: '2026-03-15', assignmentConsent: true };
    const asks = ['10.2/mayAssign'];
    const loaded = await loadCompiledAgreement(shipped(autocall), { calendars, asks, readings: 'chosen' });
    // More than a month after the notice of 31 January, with consent.
    expect(evaluate(loaded, '10.2/mayAssign', facts).value['holds']).toBe(true);
    const other = withReadings(loaded, { '10.2-month': 'whole-calendar-month' });
    expect(await awaitedRefusal(async () => evaluate(other, '10.2/mayAssign', facts))).toBe('argument-invalid kind');
  });

  it('loads formulas where an option has one, and refuses them where none was loaded', async () => {
    const facts = {
      negativeOn: '2026-03-19',
      asOf: '2026-06-12',
      overdue: kzt('100000.00'),
      totalDebt: kzt('100000.00'),
    };
    const asks = ['5.7/paymentDue', '6.10/penalty'];
    const never = { '6.10-on-fines': 'never-on-fines' };
    const loaded = await loadCompiledAgreement(shipped(autocall), { calendars, asks });
    // What is overdue is not said to be anything else than a fine, so there is nothing to apply the rate to.
    const { penalty } = evaluate(withReadings(loaded, never), '6.10/penalty', facts).value;
    expect(JSON.parse(JSON.stringify(penalty))).toEqual(kzt('0.00'));
    const chosen = await loadCompiledAgreement(shipped(autocall), { calendars, asks, readings: 'chosen' });
    // 73 days after 31 March at 0.1 % are 7,300.00; the cap is 5 % of 100,000.00.
    const capped = evaluate(chosen, '6.10/penalty', facts).value['penalty'];
    expect(JSON.parse(JSON.stringify(capped))).toEqual(kzt('5000.00'));
    expect(await awaitedRefusal(async () => evaluate(withReadings(chosen, never), '6.10/penalty', facts))).toBe(
      'argument-invalid kind',
    );
  });

  it.each(['all', '', null, ['chosen']])('argument-invalid readings: %j', async (readings) => {
    expect(await awaitedRefusal(() => loadCompiledAgreement(compiled, { calendars, readings } as never))).toBe(
      'argument-invalid readings',
    );
  });

  it('follows a table to all that its rows look at', async () => {
    const loaded = await loadCompiledAgreement(shipped(autocall), { calendars, asks: ['table:refund'] });
    const { views } = exampleFile('site/views/autocall.json') as {
      views: { id: string; scenarios: { facts: never }[] }[];
    };
    const scenarios = views.find(({ id }) => id === 'refund')?.scenarios ?? [];
    // 50,000.00 less 4,500.00 of fines: the first case of the view, as the browser test has it.
    expect(JSON.parse(JSON.stringify(decide(loaded, 'refund', scenarios[0]?.facts as never).outcome))).toMatchObject({
      cash: kzt('45500.00'),
    });
    for (const { facts } of scenarios)
      expect(JSON.stringify(decide(loaded, 'refund', facts))).toBe(JSON.stringify(decide(autocall, 'refund', facts)));
    expect(loaded.kinds.size).toBeLessThan((await loadCompiledAgreement(shipped(autocall), { calendars })).kinds.size);
  });

  it.each([
    { asks: ['6.99/none'], refusal: 'computation-unknown asks', because: 'no such computation' },
    { asks: ['6.10'], refusal: 'computation-unknown asks', because: 'a clause is no address' },
    { asks: ['table:none'], refusal: 'table-unknown asks', because: 'no such table' },
    { asks: ['__proto__'], refusal: 'computation-unknown asks', because: 'a key of every object' },
    { asks: '6.10/penalty', refusal: 'argument-invalid asks', because: 'a text' },
    { asks: [null], refusal: 'argument-invalid asks', because: 'null' },
    { asks: null, refusal: 'argument-invalid asks', because: 'null in place of a list' },
  ])('$refusal: $because', async ({ asks, refusal }) => {
    expect(await awaitedRefusal(() => loadCompiledAgreement(compiled, { calendars, asks } as never))).toBe(refusal);
  });

  it('gives steps and decisions with the same wire form', async () => {
    const loaded = await loadCompiledAgreement(shipped(autocall), { calendars });
    const facts = {
      negativeOn: '2026-03-19',
      asOf: '2026-06-12',
      overdue: kzt('100000.00'),
      totalDebt: kzt('100000.00'),
    };
    expect(JSON.stringify(evaluate(loaded, '6.10', facts))).toBe(JSON.stringify(evaluate(autocall, '6.10', facts)));
    const asked = exampleFile('site/views/autocall.json') as {
      views: { id: string; scenarios: { facts: never }[] }[];
    };
    const [refund] = asked.views.filter(({ id }) => id === 'refund');
    for (const { facts: given } of refund?.scenarios ?? [])
      expect(JSON.stringify(decide(loaded, 'refund', given))).toBe(JSON.stringify(decide(autocall, 'refund', given)));
    expect(refund?.scenarios.length).toBeGreaterThan(1);
  });

  it('has the document where it was given one, and says so where it was not', async () => {
    const document = autocall.toJSON();
    expect((await loadCompiledAgreement(compiled, { calendars, document })).toJSON()).toBe(document);
    const bare = await loadCompiledAgreement(compiled, { calendars });
    expect(await awaitedRefusal(async () => bare.toJSON())).toBe('argument-invalid document');
  });

  it.each([
    { given: null, field: 'compiled', because: 'null' },
    { given: undefined, field: 'compiled', because: 'absent' },
    { given: [], field: 'compiled', because: 'a list' },
    { given: autocall.toJSON(), field: 'compiled', because: 'a document' },
    { given: { ...compiled, compiled: 0 }, field: 'compiled', because: 'the form before the first' },
    { given: { ...compiled, compiled: 2 }, field: 'compiled', because: 'a form that is not known yet' },
    { given: { ...compiled, model: null }, field: 'compiled', because: 'no model' },
    {
      given: { ...compiled, model: { ...compiled.model, tables: undefined } },
      field: 'compiled',
      because: 'a model without tables',
    },
    { given: { ...compiled, readings: undefined }, field: 'compiled', because: 'no readings' },
    {
      given: {
        ...compiled,
        model: { ...compiled.model, clauses: [{ ref: '1', computes: [{ id: 'a', kind: 'toString' }] }] },
      },
      field: 'kind',
      because: 'a kind that is a key of every object',
    },
  ])('argument-invalid $field: $because', async ({ given, field }) => {
    expect(await awaitedRefusal(() => loadCompiledAgreement(given as never, { calendars }))).toBe(
      `argument-invalid ${field}`,
    );
  });

  it.each([
    { context: undefined, field: 'context', because: 'nothing' },
    { context: {}, field: 'calendars', because: 'no calendars' },
    { context: { calendars: [{ id: 'KZ' }] }, field: 'calendars', because: 'no working calendar' },
  ])('argument-invalid $field: $because', async ({ context, field }) => {
    expect(await awaitedRefusal(() => loadCompiledAgreement(compiled, context as never))).toBe(
      `argument-invalid ${field}`,
    );
  });
});
