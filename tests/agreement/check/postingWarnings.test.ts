import { checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalAgreement } from '../../schemas/minimalAgreement.js';

type Change = (agreement: ReturnType<typeof minimalAgreement>) => void;

function warningsOf(change: Change): readonly string[] {
  const agreement = minimalAgreement();
  change(agreement);
  return checkAgreement(agreement, { calendars: [kz] }).map(({ path, code, value }) => `${code} ${path}: ${value}`);
}

describe('postings and events', () => {
  it('nothing is doubtful of the smallest agreement', () => {
    expect(warningsOf(() => {})).toEqual([]);
  });

  it.each<{ because: string; change: Change; found: readonly string[] }>([
    {
      because: 'an event that nothing answers',
      change: (a) => (a.events.left = { says: 'left' }),
      found: ['event-unanswered events.left: left'],
    },
    {
      because: 'a field of an event that nothing reads',
      change: (a) => (a.events.toppedUp.carries.channel = 'text'),
      found: ['field-unread events.toppedUp.carries.channel: channel'],
    },
    {
      because: 'a posting without any effect',
      change: (a) => (a.postings.idle = { on: 'toppedUp' }),
      found: ['posting-idle postings.idle: idle'],
    },
    {
      because: 'a value that nothing reads, told once',
      change: (a) => {
        a.postings.one = { on: 'toppedUp', set: { seen: true } };
        a.postings.two = { on: 'toppedUp', set: { seen: false } };
      },
      found: ['value-unread postings.one: seen'],
    },
    {
      because: 'a field of a record that nothing reads; its status is told',
      change: (a) =>
        (a.postings.one = {
          on: 'toppedUp',
          set: { 'act[event.id].note': '=event.on', 'act[event.id].status': 'sent' },
        }),
      found: ['value-unread postings.one: act.note'],
    },
    {
      because: 'a field that the list made of the records does not have',
      change: (a) => {
        a.facts.acts = [[{ sentOn: 'day' }], 'acts', 'absent: none'];
        a.postings.one = { on: 'toppedUp', set: { 'act[event.id]': { sentOn: '=event.on', sentOnn: '=event.on' } } };
        a.postings.two = { each: 'statement', decides: 'refund', bind: { acts: '=records.act', paid: '0.00 KZT' } };
        a.tables.refund.rows[0].if = 'acts is given or askedOn is given';
      },
      found: ['value-unread postings.one: act.sentOnn'],
    },
    {
      because: 'an amount in a currency that no account has',
      change: (a) => {
        a.postings.one = { on: 'toppedUp', set: { fee: '5.00 USD' } };
        a.postings.two = { on: 'toppedUp', credit: '=state.fee' };
      },
      found: ['currency-mixed postings.one: 5.00 USD'],
    },
    {
      because: 'an amount whose currency is misspelt, unlike a text that is only like one',
      change: (a) => {
        a.postings.one = { on: 'toppedUp', set: { fee: '5.00 KZTT', opensAt: '10 AM' } };
      },
      found: [
        'currency-unknown postings.one: 5.00 KZTT',
        'value-unread postings.one: fee',
        'value-unread postings.one: opensAt',
      ],
    },
    {
      because: 'a computation that asks for what nothing binds',
      change: (a) =>
        (a.postings.one = { on: 'toppedUp', computes: '1.1/window', opens: { deadline: 'lastDay', name: 'ask' } }),
      found: ['fact-unbound postings.one: boughtOn'],
    },
  ])('$because', ({ change, found }) => {
    expect(warningsOf(change)).toEqual(found);
  });

  it.each<{ because: string; change: Change }>([
    {
      because: 'an event may close a deadline alone',
      change: (a) => {
        a.events.asked = { says: 'asked' };
        a.postings.one = {
          on: 'toppedUp',
          computes: '1.1/window',
          bind: { boughtOn: '=event.on' },
          opens: { deadline: 'lastDay', name: 'ask', closedBy: ['asked'] },
        };
      },
    },
    {
      because: 'a field may say which of several is closed',
      change: (a) => {
        a.events.sent = { says: 'sent', carries: { act: 'text' } };
        a.postings.one = {
          on: 'sent',
          computes: '1.1/window',
          bind: { boughtOn: '=event.on' },
          opens: { deadline: 'lastDay', name: 'ask', closedBy: ['sent'], about: { key: '=event.id', field: 'act' } },
        };
      },
    },
    {
      because: 'records that are read as a list',
      change: (a) => {
        a.facts.acts = [[{ sentOn: 'day' }], 'acts', 'absent: none'];
        a.postings.one = { on: 'toppedUp', set: { 'act[event.id].sentOn': '=event.on' } };
        a.postings.two = { each: 'statement', decides: 'refund', bind: { acts: '=records.act', paid: '0.00 KZT' } };
        a.tables.refund.rows[0].if = 'acts is given';
      },
    },
  ])('nothing is found: $because', ({ change }) => {
    const own = warningsOf(change).filter((found) => /unread|unanswered|idle|unbound/.test(found));
    expect(own.filter((found) => !found.includes('askedOn'))).toEqual([]);
  });
});
