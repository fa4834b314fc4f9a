import { type AgreementData, type Posting, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { autocallData } from '../autocall.js';

/** AutoCall with one cap of 5 % for all debts that were owed together. */
function agreementWith(change: Partial<Posting>) {
  const postings = autocallData.postings.map((posting) =>
    posting.id === 'penalty'
      ? { ...posting, bind: { ...posting.bind, totalDebt: { state: 'debtsTogether' } }, ...change }
      : posting,
  );
  return defineModel({ ...autocallData, postings } as AgreementData, { calendars: [kz] });
}

const breach = (id: string, on: string) => ({ id, kind: 'breachFound', on, clause: '2.3.6' });
const events = [
  { id: 'r', kind: 'registered', on: '2026-01-12' },
  { id: 't', kind: 'toppedUp', on: '2026-01-13', amount: kzt('1.00') },
  breach('a', '2026-03-19'),
  breach('b', '2026-03-25'),
];

/** Each debt with a cap of its own. */
function apart(): ReturnType<typeof agreementWith> {
  const postings = autocallData.postings.map(({ sharedCap: _, ...posting }) => posting);
  return defineModel({ ...autocallData, postings } as AgreementData, { calendars: [kz] });
}

describe('one cap over several debts', () => {
  // 99,999.00 and 1,000,000.00 were owed together: 5 % of 1,099,999.00 are 54,999.95. Payment was due on 31 March and on 3 April:
  // alone 275 days of 99.999 are 27,499.73, and 272 days of 1,000.00 would be 272,000.00, limited by the cap to 54,999.95.
  it.each([
    { share: 'oldestFirst', shares: ['27499.73', '27500.22'], because: 'the first takes what it has alone' },
    { share: 'proportionally', shares: ['18333.21', '36666.74'], because: '27,499.73 of 82,499.68, and 54,999.95' },
  ] as const)('$share: $because', ({ share, shares }) => {
    const told = replay(agreementWith({ sharedCap: { field: 'cap', share } }), events, '2026-12-31');
    expect(told.accruals.map(({ amount }) => amount.amount)).toEqual(shares);
    expect(told.accruals.map(({ share: of }) => [of?.cap.amount, of?.together.amount])).toEqual([
      ['54999.95', '54999.95'],
      ['54999.95', '54999.95'],
    ]);
    // What can be demanded: the cap once.
    expect(told.notDemanded).toEqual(kzt('54999.95'));
  });

  it('term: sharedCap. Without it each debt has its own', () => {
    const told = replay(apart(), events, '2026-12-31');
    expect(told.accruals.map(({ amount }) => amount.amount)).toEqual(['27499.73', '54999.95']);
  });

  it('a debt that was paid off before the next arose has a cap of its own', () => {
    const apart = [
      ...events.slice(0, 3),
      { id: 'p', kind: 'toppedUp', on: '2026-06-01', amount: kzt('100000.00') },
      breach('c', '2026-06-02'),
    ];
    const told = replay(agreementWith({ sharedCap: { field: 'cap', share: 'oldestFirst' } }), apart, '2026-12-31');
    // 5 % of 99,999.00, and 5 % of 999,999.00: one tenge was left over.
    expect(told.accruals.map(({ share }) => share?.cap.amount)).toEqual(['4999.95', '49999.95']);
  });
});
