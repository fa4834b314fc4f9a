/** A blind lawyer's round on Center Pro: the last day of the agreement, and of the tariff. Worked by hand from the text. */
import { type AccountEvent, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';

const agreement = exampleAgreement('center-pro');
type Told = readonly [kind: string, on: string, more?: Readonly<Record<string, unknown>>];
const begun: readonly Told[] = [
  ['pricePublished', '2026-12-01', { price: kzt('120000.00') }],
  ['registered', '2026-12-28', { residency: 'KZ' }],
  ['used', '2026-12-28'],
  ['balanceToppedUp', '2027-01-04', { amount: kzt('150000.00') }],
  ['tariffBought', '2027-01-04', { paid: kzt('120000.00'), through: '2027-07-03' }],
];
const account = (asOf: string, told: readonly Told[], under = agreement) =>
  replay(
    under,
    [...begun, ...told].map(
      ([kind, on, more = {}], at): AccountEvent => ({ id: `e${at + 1}`, seq: at, kind, on, ...more }),
    ),
    asOf,
  );

describe('13.2: notice on 5 January, so the tenth day is the 15th', () => {
  const notice: Told = ['operatorNoticeGiven', '2027-01-05'];
  const buys = (on: string): Told => ['tariffBought', on, { paid: kzt('10000.00'), through: '2027-07-13' }];
  it.each([
    ['2027-01-14', 'active', '20000.00', 'the ninth day'],
    ['2027-01-15', 'active', '20000.00', 'the tenth is the last day of the agreement, and whole'],
    ['2027-01-16', 'terminated', '30000.00', 'the day after'],
  ])('a tariff bought on %s: %s, %s left, %s', (on, status, balance) => {
    const { status: now, balance: left } = account(on, [notice, buys(on)]);
    expect([now, left.amount]).toEqual([status, balance]);
  });

  it('a breach of the last day opens its rights on that day', () => {
    const breach: Told = ['breachFound', '2027-01-15', { clause: '4.3.6', breachBy: 'client' }];
    expect(account('2027-01-15', [notice, breach]).rights.map(({ name }) => name)).toContain('ending');
  });

  it('under the other reading it is over from that day', () => {
    const under = withReadings(agreement, { '13.2-last-day': 'from-the-day' });
    expect(account('2027-01-14', [notice], under).status).toBe('active');
    expect(account('2027-01-15', [notice], under).status).toBe('terminated');
  });

  it('10.7 says "from the day": a notice about corruption leaves nothing of the day it names', () => {
    const corruption = (endStatedOn: string): Told => ['corruptionNoticeGiven', '2027-01-05', { endStatedOn }];
    const status = (asOf: string, endStatedOn: string) => account(asOf, [corruption(endStatedOn)]).status;
    expect([status('2027-01-11', '2027-01-12'), status('2027-01-12', '2027-01-12')]).toEqual(['active', 'terminated']);
    expect(status('2027-01-05', '2027-01-05'), 'the day of the notice').toBe('terminated');
  });
});

it('5.3.10: the last day of a tariff is cited from there, not from the notice of 10.7', () => {
  const { deadlines } = account('2027-01-10', []);
  expect(deadlines.filter(({ name }) => name === 'tariffEnds')).toMatchObject([
    { lastDay: '2027-07-03', computation: '5.3.10/lastDay' },
  ]);
});
