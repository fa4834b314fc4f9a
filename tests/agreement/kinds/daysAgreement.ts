/** A small agreement about days and instants, for the kinds that calculate with them. */

import type { Agreement, AgreementData } from 'oferta/agreement';
import { ru } from 'oferta/calendars/ru';
import { defineModel } from '../../support/models.js';

export const data: AgreementData = {
  id: 'days',
  edition: '2026-01-01',
  effectiveOn: '2026-01-01',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['RUB'],
  timeZone: 'Europe/Moscow',
  calendars: { working: 'RU' },
  countingRules: { acts: 'ruCivilCode', states: 'asWritten' },
  rounding: 'halfExpand',
  facts: {
    startedOn: { type: 'day' },
    length: { type: 'limit' },
    periods: { type: 'count', absent: 'one' },
    confirmedOn: { type: 'day', absent: 'not confirmed' },
    completedOn: { type: 'day', absent: 'not completed' },
    needsCompletion: { type: 'flag' },
    at: { type: 'instant' },
    closedAt: { type: 'instant' },
    paid: { type: 'money' },
    debts: { type: 'list', of: { type: 'money' } },
    payments: { type: 'list', of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } } },
    available: { type: 'money' },
  },
  readings: [],
  clauses: [
    {
      ref: '1',
      computes: [
        {
          id: 'end',
          kind: 'deadline',
          counts: 'state',
          from: { trigger: { fact: 'startedOn' }, limit: { fact: 'length' }, times: { fact: 'periods' } },
        },
        {
          id: 'paidOn',
          kind: 'latest',
          terms: { needsAll: true, days: [{ what: 'confirmed' }, { what: 'completed' }] },
          from: {
            'days.0.on': { fact: 'confirmedOn' },
            'days.1.on': { fact: 'completedOn' },
            'days.1.applies': { fact: 'needsCompletion' },
          },
        },
        {
          id: 'mayApply',
          kind: 'earliest',
          terms: { days: [{ what: 'completed' }] },
          from: { 'days.0.on': { fact: 'completedOn' }, 'days.0.applies': { fact: 'needsCompletion' } },
        },
        { id: 'day', kind: 'dayIn', from: { at: { fact: 'at' } } },
        { id: 'utcDay', kind: 'dayIn', terms: { timeZone: 'UTC' }, from: { at: { fact: 'at' } } },
        {
          id: 'split',
          kind: 'applyPayment',
          from: { payment: { fact: 'paid' }, debts: { fact: 'debts' } },
        },
      ],
    },
  ],
  tables: [
    {
      question: 'access',
      complete: true,
      rows: [
        {
          n: 1,
          when: { fact: 'at', onOrAfter: { fact: 'closedAt' } },
          outcome: { is: 'state', state: 'closed' },
          clauses: ['1'],
        },
        { n: 2, when: 'otherwise', outcome: { is: 'state', state: 'open' }, clauses: ['1'] },
      ],
    },
    {
      question: 'payments',
      complete: true,
      rows: [{ n: 1, when: 'otherwise', outcome: { is: 'none' }, clauses: ['1'] }],
    },
  ],
  events: {
    charged: { payload: { amount: { type: 'money' } } },
    paid: { payload: { amount: { type: 'money' } } },
    reversed: { payload: { at: { type: 'instant' } } },
  },
  postings: [
    {
      id: 'charge',
      on: 'charged',
      post: { account: 'balance', side: 'debit', amount: { event: 'amount' }, short: 'below-zero' },
    },
    {
      id: 'payment',
      on: 'paid',
      bind: { paid: { event: 'amount' }, debts: { state: 'debts' }, available: { state: 'availableBalance' } },
      computes: '1/split',
      post: { account: 'balance', side: 'credit', amount: { event: 'amount' } },
      sets: [
        {
          record: 'payment',
          key: { event: 'id' },
          fields: { paidOn: { event: 'on' }, amount: { event: 'amount' } },
        },
      ],
    },
    {
      id: 'told',
      on: 'paid',
      bind: { payments: { records: 'payment' }, available: { state: 'availableBalance' } },
      decides: 'payments',
    },
  ],
};

export const agreement: Agreement = defineModel(data, { calendars: [ru] });
