import { type AgreementData, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { autocallData } from '../autocall.js';

const bought = {
  id: 'e2',
  kind: 'tariffBought',
  on: '2026-02-02',
  purchase: 'P',
  tariffKind: 'preferential',
  price: kzt('120.00'),
  unitPrice: kzt('12.00'),
};
const events = [
  { id: 'e0', kind: 'tariffPublished', on: '2026-01-12', price: kzt('18.00') },
  { id: 'e1', kind: 'toppedUp', on: '2026-02-01', amount: kzt('120.00') },
  bought,
  { id: 'e3', kind: 'unitsUsed', on: '2026-02-03', purchase: 'P', units: 3 },
];

describe('tells: what is computed for later is reported when it happens', () => {
  it('with its field, value, clauses and facts', () => {
    const { remarks } = replay(defineModel(autocallData, { calendars: [kz] }), events, '2026-02-03');
    const told = remarks.filter(({ computed }) => computed !== undefined);
    // 3 units at the base price of 18.00.
    expect(told).toEqual([
      {
        key: 'computed/use-at-base/e3',
        seq: 3,
        on: '2026-02-03',
        event: 'e3',
        posting: 'use-at-base',
        computed: { computation: '5.8/baseCost', field: 'amount', value: kzt('54.00') },
        edition: '2026-01-01',
        cites: ['5.8', '5.5'],
        facts: { unitsRendered: 3, day: '2026-02-03', prices: [{ effectiveOn: '2026-01-12', price: kzt('18.00') }] },
      },
    ]);
  });

  it('without it nothing is reported', () => {
    const silent = structuredClone(autocallData) as unknown as { postings: { tells?: string }[] };
    for (const posting of silent.postings) delete posting.tells;
    const { remarks } = replay(
      defineModel(silent as unknown as AgreementData, { calendars: [kz] }),
      events,
      '2026-02-03',
    );
    expect(remarks.filter(({ computed }) => computed !== undefined)).toEqual([]);
  });

  it('a debit that is not made tells nothing', () => {
    const skipping = structuredClone(autocallData) as unknown as { postings: { id: string; tells?: string }[] };
    for (const posting of skipping.postings) if (posting.id === 'tariff') posting.tells = 'debited';
    const agreement = defineModel(skipping as unknown as AgreementData, { calendars: [kz] });
    const tariffs = (sum: string) =>
      replay(agreement, [{ ...events[1], amount: kzt(sum) } as (typeof events)[1], bought], '2026-02-03').remarks.map(
        ({ key }) => key,
      );
    expect(tariffs('120.00')).toContain('computed/tariff/e2');
    expect(tariffs('119.99')).toEqual(['status/tariff/e2']);
  });
});
