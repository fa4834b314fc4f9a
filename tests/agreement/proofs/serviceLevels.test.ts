/** A service-level clause of our own writing: availability of a month, bands of credit, a cap, a window to claim, a credit to a bonus wallet. */
import {
  type AgreementDocument,
  checkAgreement,
  decide,
  defineAgreement,
  evaluate,
  replay,
  withReadings,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { usd } from '../../support/amountsAsJson.js';

const document = {
  format: 2,
  id: 'hosting-with-a-service-level',
  edition: '2026-01-01',
  language: 'en',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['USD'],
  timeZone: 'UTC',
  calendars: { working: 'KZ' },
  counts: { act: 'asWritten', state: 'asWritten' },
  rounding: 'halfExpand',
  words: { active: 'active', met: 'the level was met' },
  facts: {
    month: ['day', 'a day of the month'],
    outages: [[{ from: 'instant', to: 'instant' }], 'outages'],
    works: [[{ from: 'instant', to: 'instant' }], 'announced maintenance'],
    fee: ['money', 'fee of the month'],
    claimedOn: ['day', 'day of the claim'],
  },
  clauses: {
    '3.1': {
      says: 'Availability is the share of the minutes of the month in which the service ran',
      out: { downtime: { outages: '=outages', excused: '=works' }, label: 'seconds out' },
      minutes: { formula: 'daysInMonth(month) * 1440', label: 'minutes of the month' },
      availability: { formula: '1 - [3.1/out].seconds / 60 / [3.1/minutes]', label: 'availability' },
    },
    '3.2': {
      says: 'A credit of 10, 25 or 50 % of the fee, never more than half of it',
      share: {
        formula: 'if [3.1/availability] >= 99 % then 10 % else (if [3.1/availability] >= 95 % then 25 % else 50 %)',
        label: 'share of the fee',
      },
      credit: { formula: 'min(round(fee * [3.2/share]), round(fee * 50 %, floor))', label: 'the credit' },
    },
    '3.3': {
      says: 'Whoever claims within 30 days of the end of the month gets the credit as bonus',
      lastDay: {
        deadline: { trigger: '=endOfMonth(month)', limit: '30 calendar days' },
        counts: 'act',
        label: 'last day to claim',
      },
    },
  },
  tables: {
    credit: {
      asks: 'what is credited?',
      rows: [
        { if: '[3.1/availability] >= 99.9 %', then: 'met', by: ['3.1'] },
        { if: 'claimedOn > [3.3/lastDay]', then: 'none', by: ['3.3'] },
        { then: { toBalance: '=[3.2/credit]' }, by: ['3.2', '3.3'] },
      ],
    },
  },
  readings: {
    '3.1-denominator': {
      clause: '3.1',
      why: 'a month is the month that was served; nothing in the text makes it 30 days',
      chosen: 'actual',
      options: {
        actual: { label: 'the minutes of the very month' },
        fixed: { label: 'thirty days in every month', changes: { '3.1/minutes.formula': '43200' } },
      },
    },
  },
  events: {
    opened: { says: 'opened' },
    claimed: {
      says: 'credit claimed',
      carries: { month: '=month', outages: '=outages', works: '=works', fee: '=fee' },
    },
  },
  wallets: {
    bonus: { says: 'bonus', payable: false, takes: 'oldestFirst' },
    cash: { says: 'cash', payable: true, takes: 'oldestFirst' },
  },
  postings: {
    open: { on: 'opened', status: 'active' },
    claim: { on: 'claimed', decides: 'credit', bind: { claimedOn: '=event.on' }, creditsTo: 'bonus' },
  },
} as unknown as AgreementDocument;

const agreement = defineAgreement(document, { calendars: [kz] });

/** A month of 31 days has 44,640 minutes; an outage of so many minutes from noon of 3 March 2026. */
function out(minutes: number) {
  const from = Date.UTC(2026, 2, 3, 12);
  const iso = (moment: number): string => new Date(moment).toISOString();
  return {
    month: '2026-03-15',
    outages: [{ from: iso(from), to: iso(from + minutes * 60_000) }],
    works: [],
    fee: usd('80.00'),
    claimedOn: '2026-04-10',
  };
}
const outcomeOf = (facts: object, under = agreement): unknown =>
  JSON.parse(JSON.stringify(decide(under, 'credit', facts as never).outcome));

describe('a service level', () => {
  it('has no findings', () => {
    expect(checkAgreement(document, { calendars: [kz] })).toEqual([]);
  });

  it.each([
    // 99.9 % of 44,640 are 44,595.36 minutes, so 44.64 minutes out are the edge.
    { minutes: 44, outcome: { is: 'state', state: 'met' }, because: 'above the edge of 99.9 %' },
    { minutes: 45, credit: '8.00', because: 'below it: 10 % of 80.00' },
    // 1 % of 44,640 is 446.4.
    { minutes: 446, credit: '8.00', because: 'just above 99 %' },
    { minutes: 447, credit: '20.00', because: 'just below 99 %: 25 %' },
    // 5 % is 2,232 minutes exactly, and the edge belongs to the upper band.
    { minutes: 2231, credit: '20.00', because: 'above 95 %' },
    { minutes: 2232, credit: '20.00', because: 'at 95 %: shared edges belong to the better band' },
    { minutes: 2233, credit: '40.00', because: 'below 95 %: half the fee' },
  ])('$minutes minutes out: $because', ({ minutes, outcome, credit }) => {
    const expected = outcome ?? { is: 'amount', cash: usd('0.00'), toBalance: usd(credit as string) };
    expect(outcomeOf(out(minutes))).toEqual(expected);
  });

  it('the denominator decides at the edge: 44 minutes are 99.9014 % of 31 days and 99.8981 % of 30', () => {
    const fixed = withReadings(agreement, { '3.1-denominator': 'fixed' });
    expect(outcomeOf(out(44))).toEqual({ is: 'state', state: 'met' });
    expect(outcomeOf(out(44), fixed)).toMatchObject({ toBalance: usd('8.00') });
    // 43.2 minutes are a thousandth of 43,200.
    expect(outcomeOf(out(43), fixed)).toEqual({ is: 'state', state: 'met' });
  });

  it('announced maintenance is not an outage, and outages that overlap count once', () => {
    const facts = out(45);
    const [outage] = facts.outages;
    const works = [{ from: '2026-03-03T12:00:00Z', to: '2026-03-03T12:01:00Z' }];
    expect(outcomeOf({ ...facts, works })).toEqual({ is: 'state', state: 'met' });
    expect(outcomeOf({ ...facts, outages: [outage, outage] })).toMatchObject({ toBalance: usd('8.00') });
  });

  it.each([
    { claimedOn: '2026-04-29', paid: true, because: 'the day before the last' },
    { claimedOn: '2026-04-30', paid: true, because: 'day 30 after 31 March' },
    { claimedOn: '2026-05-01', paid: false, because: 'too late' },
  ])('claimed on $claimedOn: $because', ({ claimedOn, paid }) => {
    const outcome = outcomeOf({ ...out(45), claimedOn });
    expect(outcome).toEqual(paid ? { is: 'amount', cash: usd('0.00'), toBalance: usd('8.00') } : { is: 'none' });
  });

  it('the cap rounds down: half of 0.03 is 0.01, though half of it rounded would be 0.02', () => {
    const { credit } = evaluate(agreement, '3.2/credit', { ...out(3_000), fee: usd('0.03') } as never).value as never;
    expect(
      String(
        Object.values({ credit })[0] ??
          evaluate(agreement, '3.2/credit', { ...out(3_000), fee: usd('0.03') } as never).value['value'],
      ),
    ).toBe('0.01 USD');
  });

  it('the credit goes to the bonus wallet, which is never paid out', () => {
    const { claimedOn, ...claim } = out(45);
    const statement = replay(
      agreement,
      [
        { id: 'o', kind: 'opened', on: '2026-03-01' },
        { id: 'c', kind: 'claimed', on: claimedOn, ...claim },
      ],
      '2026-04-30',
    );
    expect(JSON.parse(JSON.stringify(statement)).wallets).toMatchObject([
      { wallet: 'bonus', balance: usd('8.00') },
      { wallet: 'cash', balance: usd('0.00') },
    ]);
  });
});
