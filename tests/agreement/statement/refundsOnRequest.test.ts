import { refundsOnRequest } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt, usd } from '../../support/amountsAsJson.js';
import { exampleAgreement } from '../../support/exampleAgreements.js';
import { autocall, autocallEvents } from '../autocall.js';

const bought = autocallEvents.slice(0, 3);
const told = (asOf: string, events = bought) =>
  refundsOnRequest(autocall, events, asOf).map(({ kind, asks, cash, toBalance }) => [
    kind,
    asks['purchase'] ?? asks['topUp'],
    String(cash),
    String(toBalance),
  ]);

describe('refundsOnRequest', () => {
  it.each([
    { asOf: '2026-01-28', of: 1, because: 'one day is left of fourteen' },
    { asOf: '2026-01-29', of: 1, because: 'the last day' },
    { asOf: '2026-01-30', of: 0, because: 'the day after' },
  ])('$because', ({ asOf, of }) => {
    expect(told(asOf)).toEqual(of === 0 ? [] : [['refundRequested', 'A', '50000.00 KZT', '0.00 KZT']]);
  });

  it('what was used is not refunded', () => {
    const used = [...bought, { id: 'u', kind: 'unitsUsed', on: '2026-01-20', purchase: 'A', units: 1 }];
    expect(told('2026-01-29', used)).toEqual([]);
  });

  it('what came back is not asked for again, also on the very day', () => {
    const returned = autocallEvents.slice(0, 4);
    expect(told('2026-01-29', returned)).toEqual([]);
  });

  it('old money is up to the provider', () => {
    const events = [
      { id: 'a', kind: 'registered', on: '2026-01-12' },
      { id: 'b', kind: 'toppedUp', on: '2026-01-13', amount: kzt('60000.00') },
      {
        id: 'c',
        kind: 'tariffBought',
        on: '2027-01-13',
        purchase: 'X',
        tariffKind: 'base',
        price: kzt('60000.00'),
        unitPrice: kzt('20.00'),
      },
    ];
    // Twelve months after 13 January 2026 are over on the 14th, within the fourteen days of a purchase of the 13th.
    const [asked] = refundsOnRequest(autocall, events, '2027-01-14');
    expect([String(asked?.cash), String(asked?.atDiscretion), asked?.cites]).toEqual([
      '0.00 KZT',
      '60000.00 KZT',
      expect.arrayContaining(['3.7']),
    ]);
  });

  it('of choices that nobody knows, the one that gives most is reported, with its assumptions', () => {
    const agreement = exampleAgreement('streaming-center');
    const events = [
      { id: 'e1', kind: 'registered', on: '2026-01-01', at: '2026-01-01T08:30:00+05:00' },
      {
        id: 'e2',
        kind: 'deposited',
        on: '2026-01-01',
        at: '2026-01-01T08:45:00+05:00',
        amount: usd('50.00'),
        paidAutomatically: true,
        proofGiven: false,
      },
    ];
    for (const { supposed, asks } of refundsOnRequest(agreement, events, '2026-01-10'))
      expect(Object.keys(asks)).toEqual(expect.arrayContaining([...supposed]));
  });

  it('refuses what is not an agreement', () => {
    expect(() => refundsOnRequest({} as never, [], '2026-01-10')).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});
