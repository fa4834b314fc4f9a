import { evaluate, type Facts } from 'oferta/agreement';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';

// A step whose shape allows several operands, with the one that the arguments do not choose: every later figure follows from it without a fault.

interface Step {
  op: string;
  role: string;
  in: Record<string, Record<string, unknown>>;
  out: Record<string, unknown>;
}

interface Answer {
  value: Record<string, unknown>;
  steps: Step[];
}

function answer(name: Parameters<typeof exampleAgreement>[0], address: string, facts: Facts): Answer {
  return JSON.parse(JSON.stringify(evaluate(exampleAgreement(name), address, facts)));
}

function codes(name: Parameters<typeof exampleAgreement>[0], facts: Facts, given: unknown): readonly string[] {
  const checked = verify(exampleAgreement(name).data, facts, given);
  return checked.ok ? [] : checked.findings.map(({ code, path }) => `${code} ${path}`);
}

const step = ({ steps }: Answer, id: string): Step => steps[Number(id.slice(1)) - 1] as Step;

/** Sets the outcome of a step, and each operand that takes it. */
function setOut(result: Answer, id: string, out: Record<string, unknown>): void {
  Object.assign(step(result, id).out, out);
  for (const { in: operands } of result.steps)
    for (const operand of Object.values(operands)) if (operand['step'] === id) Object.assign(operand, out);
}

describe('the segments of a penalty', () => {
  /**
   * 100,000.00 fell due on 31 March 2026. 40,000 was paid on 20 April and 10,000 on 4 May; the day of a payment still counts, so the segments
   * are 1 to 20 April (20 days, 100,000), 21 April to 4 May (14 days, 60,000) and 5 to 25 May (21 days, 50,000): 2,000 + 840 + 1,050 = 3,890.
   */
  const facts = {
    negativeOn: '2026-03-19',
    overdue: kzt('100000.00'),
    totalDebt: kzt('250000.00'),
    asOf: '2026-05-25',
    payments: [
      { paidOn: '2026-04-20', amount: kzt('40000.00') },
      { paidOn: '2026-05-04', amount: kzt('10000.00') },
    ],
  };
  const genuine = (): Answer => answer('autocall', '6.10/penalty', facts);

  it('are the ones worked by hand', () => {
    expect(genuine().value).toMatchObject({ penalty: kzt('3890.00') });
    expect(codes('autocall', facts, genuine())).toEqual([]);
  });

  it('one that ends on the day of another payment is refused: the second a day short, 3,830', () => {
    const forged = genuine();
    expect(step(forged, 's9')).toMatchObject({ role: 'penalty.lastDay', in: { day: { value: '2026-05-05' } } });
    step(forged, 's9').in['day'] = { type: 'day', value: '2026-05-04', fact: 'payments.1.paidOn' };
    setOut(forged, 's9', { value: '2026-05-03' });
    setOut(forged, 's10', { value: 13 });
    setOut(forged, 's13', { n: '78000' });
    setOut(forged, 's18', { n: '383000' });
    setOut(forged, 's19', { amount: '3830.00' });
    setOut(forged, 's22', { amount: '3830.00' });
    Object.assign(forged.value, { penalty: kzt('3830.00'), accrued: kzt('3830.00') });
    expect(codes('autocall', facts, forged)).toContain('step-out-of-place steps.18');
  });
});

describe('the days of a force majeure', () => {
  const genuine = (facts: Facts): Answer => answer('streaming-center', '7.2/forceMajeure', facts);
  const began = { forceMajeureOn: '2026-03-02', asOf: '2026-05-25' };

  it.each([
    { endedOn: '2026-05-24', days: 83, because: 'it ended the day before: 29 days of March, 30 of April, 24 of May' },
    { endedOn: '2026-05-25', days: 84, because: 'it ended on the day' },
    { endedOn: '2026-05-26', days: 84, because: 'it ends the day after: so far through the day of the calculation' },
    { endedOn: undefined, days: 84, because: 'it has not ended' },
  ])('$days days with an end on $endedOn ($because)', ({ endedOn, days }) => {
    const facts = endedOn === undefined ? began : { ...began, forceMajeureEndedOn: endedOn };
    const result = genuine(facts);
    expect(step(result, 's1').out).toMatchObject({ value: days });
    expect(codes('streaming-center', facts, result)).toEqual([]);
  });

  it('are not counted through the day of the calculation when it ended before: 18 days, not 84', () => {
    const facts = { ...began, forceMajeureEndedOn: '2026-03-20' };
    const forged = genuine(facts);
    expect(forged.value).toMatchObject({ shiftDays: 18 });
    step(forged, 's1').in['through'] = { type: 'day', value: '2026-05-25', fact: 'asOf' };
    setOut(forged, 's1', { value: 84 });
    forged.value['shiftDays'] = 84;
    expect(codes('streaming-center', facts, forged)).toContain('step-out-of-place steps.0');
  });

  it('are not counted through an end that has not come: 84 days, not 86', () => {
    const facts = { ...began, forceMajeureEndedOn: '2026-05-27' };
    const forged = genuine(facts);
    step(forged, 's1').in['through'] = { type: 'day', value: '2026-05-27', fact: 'forceMajeureEndedOn' };
    setOut(forged, 's1', { value: 86 });
    forged.value['shiftDays'] = 86;
    expect(codes('streaming-center', facts, forged)).toContain('step-out-of-place steps.0');
  });
});

describe('the first day on which a limit has passed', () => {
  // Suspended on 10 February 2026; more than 30 days must pass, so the thirtieth is 12 March and services may be deleted from 13 March.
  it('is the day after the last one of the limit', () => {
    const facts = { suspendedOn: '2026-02-10', asOf: '2026-03-20' };
    const result = answer('streaming-center', '4.7/deletable', facts);
    expect(result.value).toMatchObject({ holds: true, lastDay: '2026-03-12', from: '2026-03-13' });
    expect(codes('streaming-center', facts, result)).toEqual([]);
    const at = result.steps.findIndex(({ role }) => role === 'elapsed.from');
    const from = result.steps[at] as Step;
    from.op = 'select';
    from.out['value'] = '2026-03-12';
    result.value['from'] = '2026-03-12';
    expect(codes('streaming-center', facts, result)).toContain(`step-out-of-place steps.${at}`);
  });
});

describe('a condition of liability that was not met', () => {
  const facts = (documented: boolean): Facts => ({
    loss: { amount: '900.00', currency: 'USD' },
    documented,
    lossKind: 'direct',
    payments: [{ paidOn: '2026-03-02', amount: { amount: '600.00', currency: 'USD' } }],
    price: { amount: '600.00', currency: 'USD' },
    months: 6,
    lossOn: '2026-03-20',
    compensatedInMonth: { amount: '0.00', currency: 'USD' },
  });
  const unmet = () => answer('introvert', '6.3/payable', facts(false));

  it('shows by which facts', () => {
    const { value, steps } = unmet();
    expect(value['because']).toBe('condition-not-met');
    expect(steps.map(({ role }) => role)).toEqual([
      'formula.is',
      'formula.is',
      'formula.any',
      'formula.holds',
      'liability.unmet',
    ]);
    expect(codes('introvert', facts(false), unmet())).toEqual([]);
  });

  it('is not believed where it was met', () => {
    // What was shown before: that it was not met, and nothing else.
    const bare = unmet();
    const last = step(bare, 's5');
    delete last.in['met'];
    bare.steps = [Object.assign(last, { id: 's1' })];
    Object.assign(bare, { fields: { payable: 's1' }, facts: facts(true) });
    expect(codes('introvert', facts(true), bare)).toContain('step-out-of-place steps.0');

    // With the condition met, and nothing owed all the same.
    const met = unmet();
    Object.assign(step(met, 's1').in['left'] as object, { value: true });
    for (const id of ['s1', 's3', 's4']) setOut(met, id, { value: true });
    step(met, 's3').in = { part1: step(met, 's3').in['part1'] as Record<string, unknown> };
    Object.assign(met, { facts: facts(true) });
    expect(codes('introvert', facts(true), met)).toContain('step-out-of-place steps.4');
  });
});

describe('a condition of liability that was met', () => {
  const facts = (documented: boolean): Facts => ({
    loss: { amount: '900.00', currency: 'USD' },
    documented,
    lossKind: 'direct',
    payments: [{ paidOn: '2026-03-02', amount: { amount: '600.00', currency: 'USD' } }],
    price: { amount: '600.00', currency: 'USD' },
    months: 6,
    lossOn: '2026-03-20',
    compensatedInMonth: { amount: '0.00', currency: 'USD' },
  });
  const met = () => answer('introvert', '6.3/payable', facts(true));
  const idOf = ({ steps }: Answer, role: string): string => `s${steps.findIndex((each) => each.role === role) + 1}`;

  it('shows by which facts, and the loss counts after it', () => {
    // 600 for six months is 100 a month; the loss of 900 is above it.
    const { value } = met();
    expect(value).toMatchObject({ payable: { amount: '100.00', currency: 'USD' }, bindingCap: '6.3' });
    const shown = step(met(), idOf(met(), 'liability.met'));
    expect(shown.in).toMatchObject({ met1: { type: 'flag', value: true }, loss: { amount: '900.00', fact: 'loss' } });
    expect(step(met(), idOf(met(), 'liability.least')).in['loss']).toMatchObject({
      step: idOf(met(), 'liability.met'),
    });
    expect(codes('introvert', facts(true), met())).toEqual([]);
  });

  it('is not believed where it was not met', () => {
    // As it stands, of other facts.
    const copied = { ...met(), facts: facts(false) };
    expect(codes('introvert', facts(false), copied)).not.toEqual([]);

    // With what the facts show, and the loss counted all the same.
    const counted = { ...met(), facts: facts(false) };
    const [compared] = counted.steps.filter(({ role }) => role === 'formula.is');
    Object.assign(compared?.in['left'] as object, { value: false });
    for (const role of ['formula.is', 'formula.any', 'formula.holds'])
      setOut(counted, idOf(counted, role), { value: false });
    expect(codes('introvert', facts(false), counted)).toContain(
      `step-out-of-place steps.${Number(idOf(counted, 'liability.met').slice(1)) - 1}`,
    );

    // Without the step: the loss itself.
    const direct = { ...met(), facts: facts(false) };
    const at = idOf(direct, 'liability.least');
    const { step: _, ...loss } = step(direct, at).in['loss'] as Record<string, unknown>;
    step(direct, at).in['loss'] = { ...loss, fact: 'loss' };
    expect(codes('introvert', facts(false), direct)).toContain(`step-out-of-place steps.${Number(at.slice(1)) - 1}`);
  });
});

describe('a day that another computation gives', () => {
  const facts = { otherProofOn: '2026-06-23', needsPurpose: true };

  it('is not left out of what is said to be incomplete', () => {
    const result = answer('chatkeeper', '5.14/paidOn', facts);
    expect(codes('chatkeeper', facts, result)).toEqual([]);
    expect(result.steps.map(({ role }) => role)).toEqual(['several.earliest', 'several.none']);
    const none = { ...step(result, 's2'), id: 's1', in: {} };
    const forged = { ...result, steps: [none], fields: { complete: 's1' }, cites: ['5.14'] };
    expect(codes('chatkeeper', facts, forged)).toContain('step-out-of-place steps.0');
  });

  it('is none where no day is known', () => {
    const unknown = { needsPurpose: true };
    const result = answer('chatkeeper', '5.14/paidOn', unknown);
    expect(result.steps.map(({ role }) => role)).toEqual(['several.none']);
    expect(codes('chatkeeper', unknown, result)).toEqual([]);
  });
});
