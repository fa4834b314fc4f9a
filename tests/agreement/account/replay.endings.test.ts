import { type Ending, type Posting, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { findingsOf, happened, shapes, smallAgreement, sum } from './smallAccount.js';

const charge: Posting = {
  id: 'charge',
  on: 'charged',
  post: { account: 'balance', side: 'debit', amount: { event: 'amount' }, short: 'below-zero' },
};
const credit: Posting = {
  id: 'top-up',
  on: 'toppedUp',
  post: { account: 'balance', side: 'credit', amount: { event: 'amount' } },
};

function agreementWith(ending: Ending | undefined, change: Partial<Posting> = { afterEnd: 'runs' }) {
  return smallAgreement({
    events: {
      toppedUp: { payload: { amount: shapes.money } },
      charged: { payload: { amount: shapes.money } },
      ended: { payload: {} },
      resumed: { payload: {} },
      noted: { payload: {} },
    },
    postings: [
      { ...credit, ...change },
      charge,
      { id: 'end', on: 'ended', sets: [{ status: 'over' }] },
      { id: 'resume', on: 'resumed', sets: [{ status: 'active' }] },
    ],
    ...(ending && { ending }),
  });
}

const over = (after: Ending['after']): Ending => ({ statuses: ['over'], after });
const end = happened('ended', '02-10');
const late = happened('charged', '02-11', sum('5.00'));

describe('after a final status', () => {
  it.each([
    { day: '02-09', found: 0, because: 'the day before the end' },
    { day: '02-10', found: 0, because: 'the day of the end, an event of it that comes first' },
    { day: '02-11', found: 1, because: 'the day after' },
  ])('a charge of $day: $found findings, $because', ({ day, found }) => {
    const charged = happened('charged', day, { ...sum('5.00'), seq: -1 });
    expect(findingsOf(agreementWith(over('finding')), [end, charged], '2026-03-01')).toHaveLength(found);
  });

  it('term: after. A finding names the event', () => {
    expect(findingsOf(agreementWith(over('finding')), [end, late], '2026-03-01')).toEqual([
      'charged-02-11.kind after-end "charged": no such event after the end: the status is over',
    ]);
  });

  it('term: after. Without effect it is reported, and nothing is entered', () => {
    const told = replay(agreementWith(over('withoutEffect')), [end, late], '2026-03-01');
    expect(told.entries).toEqual([]);
    expect(told.remarks.at(-1)).toMatchObject({
      event: 'charged-02-11',
      withoutEffect: { because: 'ended', status: 'over' },
    });
  });

  it('term: statuses. What is not listed is not an end', () => {
    expect(findingsOf(agreementWith(undefined), [end, late], '2026-03-01')).toEqual([]);
  });

  it('term: afterEnd of an event prevails over that of the agreement', () => {
    const agreement = smallAgreement({
      ...agreementWith(over('finding')).data,
      events: {
        ...agreementWith(over('finding')).data.events,
        charged: { payload: { amount: shapes.money }, afterEnd: 'withoutEffect' },
      },
    });
    expect(findingsOf(agreement, [end, late], '2026-03-01')).toEqual([]);
  });

  it('term: afterEnd of a posting. A late payment still counts', () => {
    const paid = happened('toppedUp', '02-11', sum('7.00'));
    expect(replay(agreementWith(over('finding')), [end, paid], '2026-03-01').balance.amount).toBe('7.00');
    expect(findingsOf(agreementWith(over('finding'), {}), [end, paid], '2026-03-01')).toHaveLength(1);
  });

  it('nothing revives an ended agreement but what begins it anew', () => {
    const paid = happened('toppedUp', '02-11', sum('7.00'));
    const status = (afterEnd: 'runs' | 'reopens') =>
      replay(agreementWith(over('finding'), { afterEnd, sets: [{ status: 'active' }] }), [end, paid], '2026-03-01')
        .status;
    expect([status('runs'), status('reopens')]).toEqual(['over', 'active']);
  });

  it('an event without postings is not a fault', () => {
    expect(findingsOf(agreementWith(over('finding')), [end, happened('noted', '02-12')], '2026-03-01')).toEqual([]);
  });

  it('daily postings stop', () => {
    const daily: Posting = {
      id: 'fee',
      each: 'day',
      post: {
        account: 'balance',
        side: 'debit',
        amount: { literal: { amount: '1.00', currency: 'KZT' } },
        short: 'below-zero',
      },
    };
    const { data } = agreementWith(over('finding'));
    const days = (more: Partial<Posting>) =>
      replay(
        smallAgreement({ ...data, postings: [...data.postings, { ...daily, ...more }] }),
        [happened('noted', '02-08'), end],
        '2026-02-13',
      ).entries.map(({ on }) => on.slice(5));
    // The day begins before its events: the fee of the 10th is taken before the end.
    expect(days({})).toEqual(['02-09', '02-10']);
    expect(days({ afterEnd: 'runs' })).toEqual(['02-09', '02-10', '02-11', '02-12', '02-13']);
  });
});
