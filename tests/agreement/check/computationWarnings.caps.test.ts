import type { AgreementData } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { checkModel } from '../../support/models.js';

const paid = { fact: 'paid' };

/** What is found about one more computation. */
function foundOf(kind: string, terms: object, from: object): readonly string[] {
  const data = minimalModel();
  data.facts.share = { type: 'rate' };
  data.facts.used = { type: 'money' };
  data.clauses.push({ ref: '2', computes: [{ id: 'asked', kind, terms, from }] });
  return checkModel(data as AgreementData, { calendars: [kz] })
    .filter(({ code }) => code !== 'fact-unread')
    .map(({ path, code }) => `${path.replace('clauses.2.computes.0.', '')} ${code}`);
}

describe('a cap that no delay reaches', () => {
  const late = { overdue: paid, dueOn: { fact: 'boughtOn' }, asOf: { fact: 'askedOn' } };
  const idle = ['terms.cap cap-idle'];

  it.each([
    { rates: ['0'], cap: { rate: '0.05' }, found: idle, because: 'nothing accrues' },
    { rates: ['0', '0.00'], cap: { rate: '0.05' }, found: idle, because: 'nothing ever accrues' },
    { rates: ['0', '0.001'], cap: { rate: '0.05' }, found: [], because: 'it accrues later' },
    { rates: ['0'], cap: undefined, found: [], because: 'there is none' },
  ])('$because: $rates', ({ rates, cap, found }) => {
    const terms = {
      rates: rates.map((dailyRate, at) => ({ dailyRate, ...(at > 0 && { effectiveOn: '2026-06-01' }) })),
      countPaymentDay: true,
      ...(cap && { cap }),
    };
    expect(foundOf('latePaymentPenalty', terms, { ...late, ...(cap && { 'cap.base': paid }) })).toEqual(found);
  });

  it('nor if its rate comes with the case', () => {
    const terms = { rates: [{ dailyRate: '0' }], countPaymentDay: true };
    const from = { ...late, 'cap.rate': { fact: 'share' }, 'cap.base': paid };
    expect(foundOf('latePaymentPenalty', terms, from)).toEqual(idle);
  });
});

describe('a cap that another always binds before', () => {
  /** Two caps; a rate of undefined comes with the case. */
  const foundFor = (
    first: string | undefined,
    second: string | undefined,
    used: readonly [object, object] = [kzt('0.00'), kzt('0.00')],
  ): readonly string[] => {
    const rates = [first, second];
    const from = Object.fromEntries(
      rates.flatMap((rate, at) => [
        [`caps.${at}.base`, paid],
        ...(rate === undefined ? [[`caps.${at}.rate`, { fact: 'share' }] as const] : []),
        ...('fact' in (used[at] as object) ? [[`caps.${at}.used`, used[at]] as const] : []),
      ]),
    );
    const caps = rates.map((rate, at) => ({
      clause: '2',
      ...(rate !== undefined && { rate }),
      ...('amount' in (used[at] as object) && { used: used[at] }),
    }));
    return foundOf('limitLiability', { requires: [], caps }, { loss: paid, ...from });
  };

  it.each([
    { rates: ['0.5', '0.49'], found: ['terms.caps.0 cap-idle'], because: 'the second is lower' },
    { rates: ['0.5', '0.5'], found: ['terms.caps.1 cap-idle'], because: 'of two equal ones the second' },
    { rates: ['0.5', '0.50'], found: ['terms.caps.1 cap-idle'], because: 'equal, however written' },
    { rates: ['0.49', '0.5'], found: ['terms.caps.1 cap-idle'], because: 'the first is lower' },
    { rates: [undefined, '0.5'], found: [], because: 'the first comes with the case' },
    { rates: ['0.5', undefined], found: [], because: 'the second comes with the case' },
  ] as const)('$because', ({ rates: [first, second], found }) => {
    expect(foundFor(first, second)).toEqual(found);
  });

  it.each([
    { used: [{ fact: 'used' }, { fact: 'used' }], found: ['terms.caps.1 cap-idle'], because: 'the same was used' },
    { used: [{ fact: 'used' }, kzt('0.00')], found: [], because: 'of the first some may be used' },
    { used: [kzt('1.00'), kzt('0.00')], found: [], because: 'of the first some is used' },
  ])('what was used counts: $because', ({ used: [first, second], found }) => {
    expect(foundFor('0.5', '0.5', [first as object, second as object])).toEqual(found);
  });
});
