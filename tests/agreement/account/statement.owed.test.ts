import { type AgreementDocument, defineAgreement, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { findingsFrom } from '../../support/refusal.js';

/** 1 % a day of 100.00 that fell due on 1 June, under what the posting says of it. */
function agreementWith(owed?: object | string, each = 'debt') {
  return defineAgreement(
    {
      format: 2,
      id: 'claims',
      edition: '2026-01-01',
      language: 'en',
      text: { languages: ['en'], governing: 'en' },
      currencies: ['KZT'],
      timeZone: 'UTC',
      calendars: { working: 'KZ' },
      counts: { act: 'asWritten', state: 'asWritten' },
      rounding: 'halfExpand',
      facts: { overdue: ['money', 'sum overdue'], dueOn: ['day', 'due on'], asOf: ['day', 'as of'] },
      clauses: {
        '6.1': {
          says: 'The operator may demand 1 % a day',
          penalty: {
            latePaymentPenalty: {
              overdue: '=overdue',
              dueOn: '=dueOn',
              asOf: '=asOf',
              rates: '1 % a day',
              countPaymentDay: true,
            },
          },
        },
      },
      tables: {},
      readings: {},
      events: {
        billed: { says: 'billed', carries: { amount: 'money' } },
        demanded: { says: 'demanded' },
        paid: { says: 'penalty paid', carries: { amount: 'money' } },
      },
      postings: {
        bill: {
          on: 'billed',
          debit: '=event.amount',
          setIfAbsent: { "penalty['demanded'].sum": '0.00 KZT', "penalty['paid'].sum": '0.00 KZT' },
        },
        demand: { on: 'demanded', set: { "penalty['demanded'].sum": '=state.accrued' } },
        pay: { on: 'paid', add: { "penalty['paid'].sum": '=event.amount' } },
        penalty: {
          each,
          computes: '6.1/penalty',
          bind: { overdue: '=debt.amount', dueOn: '=debt.since' },
          debit: '=result.penalty',
          ...(owed && { owed }),
        },
      },
    } as unknown as AgreementDocument,
    { calendars: [kz] },
  );
}

const bill = { id: 'e1', kind: 'billed', on: '2026-06-01', amount: kzt('100.00') };
const second = { id: 'e2', kind: 'billed', on: '2026-06-06', amount: kzt('200.00') };
const demand = { id: 'e3', kind: 'demanded', on: '2026-06-11' };
const pay = (amount: string) => ({ id: 'e4', kind: 'paid', on: '2026-06-12', amount: kzt(amount) });
const demanded = "=penalty['demanded'].sum";
const paid = "=penalty['paid'].sum";

describe('what of a sum that runs on debts is owed', () => {
  // On 11 June ten days of 1.00 and five of 2.00 have accrued: 20.00. On 13 June 26.00.
  it.each([
    { owed: undefined, events: [bill, second], toPay: '326.00', open: undefined, because: 'all that has accrued' },
    { owed: { demanded }, events: [bill, second], toPay: '300.00', open: '26.00', because: 'nothing was demanded' },
    {
      owed: { demanded },
      events: [bill, second, demand],
      toPay: '320.00',
      open: '6.00',
      because: 'what was demanded on 11 June',
    },
    {
      owed: { paid },
      events: [bill, second, pay('7.00')],
      toPay: '319.00',
      open: undefined,
      because: 'all, less 7.00',
    },
    {
      owed: { demanded, paid },
      events: [bill, second, demand, pay('19.99')],
      toPay: '300.01',
      open: '6.00',
      because: 'a cent of what was demanded is left',
    },
    {
      owed: { demanded, paid },
      events: [bill, second, demand, pay('20.00')],
      toPay: '300.00',
      open: '6.00',
      because: 'what was demanded was paid',
    },
    {
      owed: { demanded, paid },
      events: [bill, second, demand, pay('21.00')],
      toPay: '300.00',
      open: '5.00',
      because: 'more was paid than was demanded, and it pays no debt',
    },
    {
      owed: { demanded, paid },
      events: [bill, second, demand, pay('99.00')],
      toPay: '300.00',
      open: '0.00',
      because: 'more than has accrued leaves nothing to demand',
    },
  ])('$because: $toPay', ({ owed, events, toPay, open }) => {
    const told = replay(agreementWith(owed), events, '2026-06-13');
    expect([told.toPay, told.notDemanded]).toEqual([kzt(toPay), open && kzt(open)]);
    // What accrues is reported in full, whoever has demanded what.
    expect(told.accruals.map(({ amount }) => amount)).toEqual([kzt('12.00'), kzt('14.00')]);
  });

  it('with nothing accrued there is nothing to demand', () => {
    const told = replay(agreementWith({ demanded, paid }), [bill], '2026-06-01');
    expect([told.toPay, told.notDemanded]).toEqual([kzt('100.00'), undefined]);
  });

  it.each([
    { owed: { demanded: '=event.on' }, each: 'debt', code: 'type', because: 'a day is no sum' },
    { owed: { demanded: '=state.status' }, each: 'debt', code: 'type', because: 'a text is no sum' },
    { owed: { paid: "=penalty['returned'].sum2" }, each: 'debt', code: 'unknown', because: 'a field nobody sets' },
    { owed: { demanded: 7 }, each: 'debt', code: 'type', because: 'a number is no sum' },
    { owed: { claimed: '1.00 KZT' }, each: 'debt', code: 'unknown', because: 'no such part' },
    { owed: 'all', each: 'debt', code: 'type', because: 'no record' },
    { owed: { demanded: '1.00 KZT' }, each: 'statement', code: 'choice', because: 'only of what runs on debts' },
  ])('refused, $because', ({ owed, each, code }) => {
    const findings = findingsFrom(() => agreementWith(owed, each));
    expect(
      findings.filter(({ path }) => path.startsWith('postings.penalty.owed')).map((found) => found.code),
    ).toContain(code);
  });
});
