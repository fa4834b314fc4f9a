import { type AgreementData, evaluate, explain } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amounts.js';
import { kzt as kztJson } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { findingsFrom, refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const day = { type: 'day' } as const;
const amount = { type: 'money' } as const;

describe('a penalty without a cap', () => {
  const rates = [
    { dailyRate: '0.001' },
    { dailyRate: '0.002', effectiveOn: '2026-01-16' },
    { dailyRate: '0.5', effectiveOn: '2026-03-01' },
  ];

  it.each([
    { asOf: '2026-01-10', penalty: '0.00', because: 'the due day itself' },
    { asOf: '2026-01-15', penalty: '5.00', because: 'five days of 1.00' },
    { asOf: '2026-01-16', penalty: '7.00', because: 'the first day of 2.00' },
    { asOf: '2026-01-20', penalty: '15.00', because: 'five days of 1.00 and five of 2.00' },
    {
      asOf: '2026-02-28',
      penalty: '93.00',
      because: 'five days of 1.00 and 44 of 2.00: the third rate is not yet in force',
    },
    { asOf: '2026-03-01', penalty: '593.00', because: 'and one of 500.00' },
  ])('is what accrued, at the rate of each day: $asOf, $because', ({ asOf, penalty }) => {
    const result = answerOf(
      { kind: 'latePaymentPenalty', terms: { rates, countPaymentDay: true } },
      { overdue: amount, dueOn: day, asOf: day },
      { overdue: kztJson('1000.00'), dueOn: '2026-01-10', asOf },
    );
    expect(result.value).toMatchObject({ penalty: kzt(penalty), accrued: kzt(penalty), capped: false });
    expect(result.value).not.toHaveProperty('cap');
    redo(result);
  });
});

describe('a loss without conditions', () => {
  it.each([
    { caps: undefined, payable: '100.00', because: 'no cap' },
    {
      caps: [{ clause: '1', rate: '0.5', base: kztJson('120.00'), used: kztJson('0.00') }],
      payable: '60.00',
      because: 'half of 120',
    },
    {
      caps: [{ clause: '1', rate: '0.5', base: kztJson('120.00'), used: kztJson('59.99') }],
      payable: '0.01',
      because: 'a tiyn left',
    },
    {
      caps: [{ clause: '1', rate: '0.5', base: kztJson('120.00'), used: kztJson('61.00') }],
      payable: '0.00',
      because: 'more than it was used',
    },
  ])('is payable up to its caps: $because', ({ caps, payable }) => {
    const result = answerOf(
      { kind: 'limitLiability', terms: caps === undefined ? {} : { caps } },
      { loss: amount },
      { loss: kztJson('100.00') },
    );
    expect(result.value['payable']).toEqual(kzt(payable));
    redo(result);
  });
});

describe('a closed account without deposits named', () => {
  it.each([
    { balance: '100.00', setOff: '30.00', value: { refund: '70.00', debt: '0.00' }, because: 'the rest goes back' },
    { balance: '30.00', setOff: '30.00', value: { refund: '0.00', debt: '0.00' }, because: 'nothing is left' },
    { balance: '30.00', setOff: '30.01', value: { refund: '0.00', debt: '0.01' }, because: 'a tiyn is still owed' },
  ])('$because', ({ balance, setOff, value }) => {
    const result = answerOf(
      { kind: 'closingRefund' },
      { balance: amount, setOff: amount },
      { balance: kztJson(balance), setOff: kztJson(setOff) },
    );
    expect(result.value).toMatchObject({ refund: kzt(value.refund), debt: kzt(value.debt) });
    redo(result);
  });
});

describe('an amendment that binds from the next renewal', () => {
  // Published on 31 January, it would take effect ten days later, on 10 February.
  const ask = (renewsOn: string) =>
    answerOf(
      {
        kind: 'amendmentInForce',
        counts: 'state',
        terms: { binds: 'fromNextRenewal', after: { count: 10, unit: 'calendarDays' } },
      },
      { publishedOn: day, renewsOn: day },
      { publishedOn: '2026-01-31', renewsOn },
    );

  it.each(['2026-02-10', '2026-02-11', '2026-06-01'])('takes effect on that day: %s', (renewsOn) => {
    const result = ask(renewsOn);
    expect(result.value['effectiveOn']).toBe(renewsOn);
    redo(result);
  });

  it('a renewal before it can take effect is not the next one', () => {
    expect(refusal(() => ask('2026-02-09'))).toBe('argument-invalid renewsOn');
  });
});

describe('force majeure without a limit', () => {
  it('lasts as long as it lasts', () => {
    // 10 January is the day it began and does not count: 11 through 20 January.
    const result = answerOf(
      { kind: 'forceMajeure', counts: 'state' },
      { startedOn: day, endedOn: day, asOf: day, dueOn: day },
      { startedOn: '2026-01-10', endedOn: '2026-01-20', asOf: '2026-03-01', dueOn: '2026-01-15' },
    );
    expect(result.value).toMatchObject({ status: 'ended', shiftDays: 10, movedDueOn: '2026-01-25' });
    expect(result.value).not.toHaveProperty('suspendedThrough');
    redo(result);
  });

  it('says whether notice came within its hours', () => {
    const noticeIn = (noticeAt: string): unknown => {
      const result = answerOf(
        { kind: 'forceMajeure', counts: 'state', terms: { noticeLimit: { count: 72, unit: 'hours' } } },
        { startedOn: day, asOf: day, startedAt: { type: 'instant' }, noticeAt: { type: 'instant' } },
        { startedOn: '2026-01-10', asOf: '2026-01-20', startedAt: '2026-01-10T06:00:00Z', noticeAt },
      );
      return result.value['noticeInTime'];
    };
    expect(noticeIn('2026-01-13T05:59:59Z')).toBe(true);
    expect(noticeIn('2026-01-13T06:00:00Z')).toBe(true);
    expect(noticeIn('2026-01-13T06:00:01Z')).toBe(false);
  });
});

describe('counting rules that an agreement writes out', () => {
  const written = { countTriggerDay: true, monthEnd: 'clamp', roll: 'none', minimumWorkingDays: 0 };
  const under = (acts: unknown) => {
    const data = minimalModel();
    data.countingRules.acts = acts;
    return evaluate(defineModel(data as AgreementData, { calendars: [kz] }), '1.1', { boughtOn: '2026-02-15' });
  };

  it('are followed, and told', () => {
    // The day itself is the first of 14: 28 February, a Saturday, where it stays.
    const result = under(written);
    expect(result.value['lastDay']).toBe('2026-02-28');
    redo(result);
    expect(explain(result, 'en')).toHaveLength(1);
    // Not counted, it is Sunday 1 March, and by the code Monday.
    expect(under({ ...written, countTriggerDay: false }).value['lastDay']).toBe('2026-03-01');
    expect(under('kzCivilCode').value['lastDay']).toBe('2026-03-02');
  });

  it('are refused where a choice is missing or unknown, before anything is asked', () => {
    const found = (acts: unknown) =>
      findingsFrom(() => under(acts)).map(({ path, code, value }) => `${path} ${code} ${value}`);
    expect(found({ ...written, roll: 'sideways' })).toEqual(['countingRules.acts.roll rules-invalid "sideways"']);
    expect(found({})).toEqual(['countingRules.acts.countTriggerDay rules-invalid undefined']);
    expect(found('kzCivilLaw')).toEqual(['countingRules.acts choice "kzCivilLaw"']);
  });

  it('force majeure counts its first day where they say so', () => {
    const data = minimalModel();
    data.countingRules.states = written;
    for (const name of ['startedOn', 'endedOn', 'asOf']) data.facts[name] = day;
    const from = Object.fromEntries(['startedOn', 'endedOn', 'asOf'].map((name) => [name, { fact: name }]));
    data.clauses.push({ ref: '2', computes: [{ id: 'event', kind: 'forceMajeure', counts: 'state', from }] });
    const agreement = defineModel(data as AgreementData, { calendars: [kz] });
    const result = evaluate(agreement, '2', { startedOn: '2026-01-10', endedOn: '2026-01-20', asOf: '2026-03-01' });
    expect(result.value).toMatchObject({ status: 'ended', shiftDays: 11 });
    redo(result);
  });
});
