/** A second audit of AutoCall: clauses worked by hand from the text, below, at and above each threshold. It was not blind: the data had been read before. */
import { type AccountEvent, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { almaty } from '../support/almaty.js';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { answerTo, type Facts, type HandCase } from './workedByHand.js';

const agreement = exampleAgreement('autocall');
const text = (length: number, letter = 'a'): Facts => ({ smsText: letter.repeat(length) });
const fineOn = (day: string, asOf: string, more: Facts = {}): Facts => ({
  negativeOn: day,
  asOf,
  overdue: kzt('1000.00'),
  totalDebt: kzt('1000.00'),
  ...more,
});
const prices = [{ price: kzt('10.00') }, { effectiveOn: '2026-06-01', price: kzt('15.00') }];

const cases: readonly HandCase[] = [
  // Definitions: 160 Latin or 70 other characters; parts of a joined message are 140 bytes with their header.
  ...[
    [152, 1],
    [153, 1],
    [160, 1],
    [161, 2],
    [459, 3],
    [460, 4],
  ].map(([length, parts]) => ({
    clause: 'SMS',
    ask: 'definitions.sms/segments.segments',
    facts: text(length as number),
    answer: parts,
    because: `${length} Latin characters`,
  })),
  ...[
    [69, 1],
    [70, 1],
    [71, 2],
    [201, 3],
    [202, 4],
  ].map(([length, parts]) => ({
    clause: 'SMS',
    ask: 'definitions.sms/segments.segments',
    facts: text(length as number, 'ж'),
    answer: parts,
    because: `${length} other characters`,
  })),
  {
    clause: 'Preferential tariff',
    ask: 'definitions.preferential/granted.holds',
    facts: { prepaid: false, volumeAgreed: false },
    answer: false,
    because: 'neither prepaid nor of a volume',
  },
  {
    clause: 'Preferential tariff',
    ask: 'definitions.preferential/granted.holds',
    facts: { prepaid: true, volumeAgreed: true },
    answer: true,
    because: 'both',
  },
  // 2.1.1: 24 hours before the works.
  ...[
    ['09:59:59', 'told-in-time'],
    ['10:00:00', 'told-in-time'],
    ['10:00:01', 'told-late'],
  ].map(([time, state]) => ({
    clause: '2.1.1',
    ask: 'maintenanceNotice',
    facts: { worksAt: almaty('2026-07-02', '10:00:00'), worksNoticeAt: almaty('2026-07-01', time as string) },
    answer: { is: 'state', state },
    because: `told at ${time} the day before`,
  })),
  {
    clause: '2.1.1',
    ask: 'maintenanceNotice',
    facts: { worksAt: almaty('2026-07-02', '10:00:00') },
    answer: { is: 'state', state: 'not-told' },
    because: 'no notice at all is not a late one',
  },
  // 2.1.4, 2.1.5: 60 to 10,000 SMS and 20 to 5,000 calls a minute.
  ...[
    [59, 1],
    [60, 1],
    [61, 2],
  ].map(([messages, worst]) => ({
    clause: '2.1.4',
    ask: '2.1.4/duration.worst',
    facts: { messages },
    answer: worst,
    because: `${messages} SMS at 60 a minute`,
  })),
  ...[
    [4_999, 1],
    [5_000, 1],
    [5_001, 2],
  ].map(([calls, best]) => ({
    clause: '2.1.5',
    ask: '2.1.5/duration.best',
    facts: { calls },
    answer: best,
    because: `${calls} calls at 5,000 a minute`,
  })),
  // 2.1.10: three months.
  {
    clause: '2.1.10',
    ask: '2.1.10/keepUntil.keepUntil',
    facts: { recordedOn: '2026-08-31' },
    answer: '2026-11-30',
    because: 'November has no 31st',
  },
  {
    clause: '2.1.10',
    ask: '2.1.10/keepUntil.keepUntil',
    facts: { recordedOn: '2026-05-15' },
    answer: '2026-08-15',
    because: 'a Saturday: what is kept does not move',
  },
  // 2.2.4: until the duties of 2.3.7 and 6.11 are performed.
  ...[
    [true, true, 'may-be-reached'],
    [true, false, 'may-be-blocked'],
    [false, false, 'may-be-blocked'],
  ].map(([obligationsSettled, lossesPaid, state]) => ({
    clause: '2.2.4',
    ask: 'recipientBlock',
    facts: { obligationsSettled, lossesPaid },
    answer: { is: 'state', state },
    because: `settled ${obligationsSettled}, compensated ${lossesPaid}`,
  })),
  // 2.2.5.4: many times.
  ...[
    [1, 'twice', false],
    [2, 'twice', true],
    [2, 'three-times', false],
    [3, 'three-times', true],
  ].map(([complaints, option, answer]) => ({
    clause: '2.2.5.4',
    ask: '2.2.5.4/repeated.holds',
    facts: { complaints },
    answer,
    because: `${complaints} complaints, ${option}`,
    readings: { '6.12-many': option as string },
  })),
  // 2.2.6: once in half a year.
  ...[
    ['2026-09-14', false],
    ['2026-09-15', true],
    ['2026-09-16', true],
  ].map(([asOf, answer]) => ({
    clause: '2.2.6',
    ask: '2.2.6/mayPromote.holds',
    facts: { lastPromotionOn: '2026-03-15', asOf },
    answer,
    because: `sent on 15 March, again on ${asOf}`,
  })),
  // 2.2.13, 5.8: repriced at base prices.
  ...[
    ['9999.99', '0.01'],
    ['10000.00', '0.00'],
    ['10000.01', '0.00'],
  ].map(([baseCost, left]) => ({
    clause: '2.2.13',
    ask: '2.2.13/repriced.balance',
    facts: { paid: kzt('10000.00'), baseCost: kzt(baseCost as string) },
    answer: kzt(left as string),
    because: `use of ${baseCost} on 10,000.00`,
  })),
  ...[
    ['2026-05-31', '100.00'],
    ['2026-06-01', '150.00'],
  ].map(([day, cost]) => ({
    clause: '5.8',
    ask: '5.8/baseCost.amount',
    facts: { unitsRendered: 10, day, prices },
    answer: kzt(cost as string),
    because: `the base price of ${day}`,
  })),
  ...[
    ['published-price', '150.00'],
    ['own-price', '100.00'],
  ].map(([option, cost]) => ({
    clause: '5.8',
    ask: '5.8/baseCost.amount',
    facts: { unitsRendered: 10, day: '2026-06-10', prices, lastToppedUpOn: '2026-05-01' },
    answer: kzt(cost as string),
    because: `not topped up since the change, ${option}`,
    readings: { '5.8-recount': option as string },
  })),
  // 2.3.6: no more than one account.
  ...[
    [0, false],
    [1, false],
    [2, true],
  ].map(([accounts, answer]) => ({
    clause: '2.3.6',
    ask: '2.3.6/broken.holds',
    facts: { accounts },
    answer,
    because: `${accounts} accounts`,
  })),
  // 2.4.1: 30 calendar days, or the later day named.
  ...[
    ['2026-05-30', '2026-05-31'],
    ['2026-05-31', '2026-05-31'],
    ['2026-06-01', '2026-06-01'],
  ].map(([exitNamedOn, answer]) => ({
    clause: '2.4.1',
    ask: '2.4.1/end.day',
    facts: { exitNoticeOn: '2026-05-01', exitNamedOn },
    answer,
    because: `notice of 1 May that names ${exitNamedOn}`,
  })),
  {
    clause: '2.4.1',
    ask: '2.4.1/end.day',
    facts: { exitNoticeOn: '2026-05-01' },
    answer: '2026-05-31',
    because: 'no day named',
  },
  // 2.4.2: a documented fault, and none of 6.2 to 6.4 or 8.
  ...[
    ['6.2', false],
    ['6.4', false],
    ['8.1', false],
    ['6.6', true],
    ['6.15', true],
    ['none', true],
  ].map(([ground, answer]) => ({
    clause: '2.4.2',
    ask: '2.4.2/toLaw.holds',
    facts: { defectDocumented: true, ground },
    answer,
    because: `ground ${ground}`,
  })),
  // 2.4.3 against 5.9.
  ...[
    ['credited', 2],
    ['not-returned', 6],
  ].map(([option, row]) => ({
    clause: '2.4.3',
    ask: 'refund.row',
    facts: {
      terminatedForBreach: false,
      unrenderedUnits: 10,
      unitPricePaid: kzt('12.00'),
      paid: kzt('1200.00'),
      tariffKind: 'preferential',
      usedUnits: 0,
    },
    answer: row,
    because: `preferential units, ${option}`,
    readings: { '2.4.3-preferential': option as string },
  })),
  // 3.2: access and purchase.
  {
    clause: '3.2',
    ask: '3.2/performedOn.day',
    facts: { accessOn: '2026-05-03', purchasedOn: '2026-05-02' },
    answer: '2026-05-03',
    because: 'access came after the purchase',
  },
  // 3.3: fourteen calendar days, a Saturday 16 May 2026 rolls to Monday.
  ...[
    ['2026-05-15', 8],
    ['2026-05-18', 8],
    ['2026-05-19', 9],
  ].map(([requestedOn, row]) => ({
    clause: '3.3',
    ask: 'refund.row',
    facts: {
      terminatedForBreach: false,
      tariffKind: 'base',
      usedUnits: 0,
      paid: kzt('500.00'),
      unpaidFines: kzt('0.00'),
      purchasedOn: '2026-05-02',
      creditedOn: '2026-05-02',
      requestedOn,
    },
    answer: row,
    because: `bought on 2 May, asked on ${requestedOn}`,
  })),
  ...[
    ['3.2-over-3.3', '3.3-first', 8],
    ['3.2-over-3.3', 'performed-on-access', 9],
    ['3.3-purchase', 'buying', 8],
    ['3.3-purchase', 'payment', 9],
  ].map(([reading, option, row]) => ({
    clause: '3.3',
    ask: 'refund.row',
    facts: {
      terminatedForBreach: false,
      tariffKind: 'base',
      usedUnits: 0,
      paid: kzt('500.00'),
      unpaidFines: kzt('0.00'),
      purchasedOn: '2026-05-04',
      creditedOn: '2026-04-01',
      requestedOn: '2026-05-08',
    },
    answer: row,
    because: `paid on 1 April, bought on 4 May, ${option}`,
    readings: { [reading as string]: option as string },
  })),
  // 3.3, another view: an unspent top-up.
  ...[
    ['buying', '2026-05-18', { is: 'none' }],
    ['payment', '2026-05-18', { is: 'amount', cash: kzt('300.00'), toBalance: kzt('0.00') }],
    ['payment', '2026-05-19', { is: 'none' }],
  ].map(([option, requestedOn, answer]) => ({
    clause: '3.3',
    ask: 'topUpRefund',
    facts: {
      terminatedForBreach: false,
      purchasedOn: '2026-05-04',
      creditedOn: '2026-05-04',
      requestedOn,
      paid: kzt('500.00'),
      unspent: kzt('300.00'),
    },
    answer,
    because: `topped up on 4 May, 300 unspent on ${requestedOn}, ${option}`,
    readings: { '3.3-purchase': option as string },
  })),
  // 3.7: twelve months, and its readings.
  ...[
    ['request', '2026-05-29', '2026-06-10', 8],
    ['payout', '2026-05-29', '2026-05-29', 8],
    ['payout', '2026-05-29', '2026-06-10', 7],
  ].map(([option, requestedOn, paidOutOn, row]) => ({
    clause: '3.7',
    ask: 'refund.row',
    facts: {
      terminatedForBreach: false,
      tariffKind: 'base',
      usedUnits: 0,
      paid: kzt('500.00'),
      unpaidFines: kzt('0.00'),
      purchasedOn: '2026-05-28',
      creditedOn: '2025-06-01',
      requestedOn,
      paidOutOn,
    },
    answer: row,
    because: `credited on 1 June 2025, paid out on ${paidOutOn}, ${option}`,
    readings: { '3.7-act': option as string },
  })),
  ...[
    ['runs-anew', '2027-03-02'],
    ['first-credit', '2026-06-01'],
  ].map(([option, answer]) => ({
    clause: '3.7',
    ask: '3.7/window.lastDay',
    facts: { creditedOn: '2026-03-02', firstCreditedOn: '2025-06-01' },
    answer,
    because: `paid in on 1 June 2025, back on the Balance on 2 March 2026, ${option}`,
    readings: { '3.7-credited-back': option as string },
  })),
  // 4.2: two working days.
  ...[
    ['2026-05-06', '2026-05-12', 'the 7th and 9th are holidays, the 8th is worked'],
    ['2026-06-05', '2026-06-09', 'over a weekend'],
  ].map(([actReceivedOn, answer, because]) => ({
    clause: '4.2',
    ask: '4.2/deemed.lastDay',
    facts: { actReceivedOn, asOf: actReceivedOn },
    answer,
    because: because as string,
  })),
  // 5.3: in full.
  ...[
    ['99.99', false],
    ['100.00', true],
    ['100.01', true],
  ].map(([paid, answer]) => ({
    clause: '5.3',
    ask: '5.3/prepaid.covered',
    facts: { paid: kzt(paid as string), price: kzt('100.00') },
    answer,
    because: `${paid} for 100.00`,
  })),
  // 5.4: sole entrepreneurs.
  ...[
    ['as-legal-entities', 'bank-transfer', 'accepted'],
    ['as-legal-entities', 'visa', 'not-offered'],
    ['as-individuals', 'bank-transfer', 'not-offered'],
    ['as-individuals', 'kaspi-qr', 'accepted'],
  ].map(([option, paymentChannel, state]) => ({
    clause: '5.4',
    ask: 'paymentChannel',
    facts: { personKind: 'sole-entrepreneur', paymentChannel },
    answer: { is: 'state', state },
    because: `${option} by ${paymentChannel}`,
    readings: { '5.4-entrepreneurs': option as string },
  })),
  {
    clause: '5.6',
    ask: '5.6/toppedUpBefore.lastDay',
    facts: { day: '2026-03-01' },
    answer: '2026-02-28',
    because: 'a top-up of the day on which a price is published later counts as of the day before',
  },
  // 5.7: five banking days.
  {
    clause: '5.7',
    ask: '5.7/paymentDue.lastDay',
    facts: { negativeOn: '2026-06-05' },
    answer: '2026-06-12',
    because: 'from Friday, five days of the next week',
  },
  // 6.7, 6.8: first and repeat, of the group or of the clause.
  ...[
    [1, '18.00'],
    [2, '1000.00'],
    [3, '1000.00'],
  ].map(([breaches, latest]) => ({
    clause: '6.7',
    ask: '6.7/fine.latest',
    facts: { breaches, smsPrice: kzt('18.00') },
    answer: kzt(latest as string),
    because: `breach ${breaches}`,
  })),
  ...[
    ['of-the-group', '1000000.00'],
    ['of-the-clause', '100000.00'],
  ].map(([option, latest]) => ({
    clause: '6.8',
    ask: '6.8/fine.latest',
    facts: { breaches: 2, breachesOfClause: 1 },
    answer: kzt(latest as string),
    because: `second of the group, first of its clause, ${option}`,
    readings: { '6.7-6.8-repeat-of': option as string },
  })),
  // 6.9: the clauses of 6.7 and 6.8 and no other.
  ...[
    ['2.3.1', false],
    ['2.3.2', true],
    ['2.3.10', true],
    ['2.3.11', false],
  ].map(([breachedClause, answer]) => ({
    clause: '6.9',
    ask: '6.9/mayTerminate.holds',
    facts: { breachedClause },
    answer,
    because: `${breachedClause}`,
  })),
  // 6.10: due on 12 June; 50 days of 1.00 reach 5 %.
  ...[
    ['2026-06-12', '0.00'],
    ['2026-06-13', '1.00'],
    ['2026-07-31', '49.00'],
    ['2026-08-01', '50.00'],
    ['2026-08-02', '50.00'],
  ].map(([asOf, penalty]) => ({
    clause: '6.10',
    ask: '6.10/penalty.penalty',
    facts: fineOn('2026-06-05', asOf as string),
    answer: kzt(penalty as string),
    because: `as of ${asOf}`,
  })),
  // 6.12: more than two months.
  ...[
    ['first-message', '2026-08-30', false],
    ['first-message', '2026-08-31', true],
    ['last-message', '2026-09-30', false],
    ['last-message', '2026-10-01', true],
  ].map(([option, asOf, answer]) => ({
    clause: '6.12',
    ask: '6.12/silence.holds',
    facts: { firstIgnoredOn: '2026-06-30', lastIgnoredOn: '2026-07-31', asOf },
    answer,
    because: `${option}, as of ${asOf}`,
    readings: { '6.12-since': option as string },
  })),
  // 6.13: the law applies in addition to the fine only for 2.3.9 and 2.3.10.
  ...[
    ['2.3.8', { is: 'none' }],
    ['2.3.9', { is: 'open', decidedBy: 'law' }],
    ['2.3.10', { is: 'open', decidedBy: 'law' }],
  ].map(([breachedClause, answer]) => ({
    clause: '6.13',
    ask: 'copyright',
    facts: { breachedClause },
    answer,
    because: `${breachedClause}`,
  })),
  // 7.8, 7.10, 9.1, 10.3: what was text alone.
  ...[
    [true, true, 'allowed'],
    [true, false, 'not-allowed'],
    [false, true, 'not-allowed'],
  ].map(([publicationConsent, consentByTelegram, state]) => ({
    clause: '7.8',
    ask: 'recordingPublished',
    facts: { publicationConsent, consentByTelegram },
    answer: { is: 'state', state },
    because: `consent ${publicationConsent}, in Telegram ${consentByTelegram}`,
  })),
  ...[
    [true, true, false, 'data-given'],
    [false, true, false, 'data-not-given'],
    [true, false, false, 'data-not-given'],
    [true, true, true, 'data-not-given'],
  ].map(([wasReached, askedProvider, senderNamed, state]) => ({
    clause: '7.10',
    ask: 'dataToRecipient',
    facts: { wasReached, askedProvider, senderNamed },
    answer: { is: 'state', state },
    because: `reached ${wasReached}, asked ${askedProvider}, contact in the message ${senderNamed}`,
  })),
  ...[
    [true, 'court'],
    [false, 'talks-first'],
  ].map(([talksFailed, state]) => ({
    clause: '9.1, 9.2',
    ask: 'dispute',
    facts: { talksFailed },
    answer: { is: 'state', state },
    because: `talks failed: ${talksFailed}`,
  })),
  ...[
    [true, 'allowed'],
    [false, 'not-allowed'],
  ].map(([originalsPosted, state]) => ({
    clause: '10.3',
    ask: 'emailedDocument',
    facts: { originalsPosted },
    answer: { is: 'state', state },
    because: `originals posted: ${originalsPosted}`,
  })),
  // 8.2: two hours; no end yet needs no notice of it.
  ...[
    ['12:00:00', { is: 'none' }],
    ['12:00:01', { is: 'amount', cash: kzt('0.00'), toBalance: kzt('0.00'), owed: kzt('70.00') }],
  ].map(([time, answer]) => ({
    clause: '8.2',
    ask: 'forceMajeureNotice',
    facts: {
      startedAt: almaty('2026-07-01', '10:00:00'),
      startToldAt: almaty('2026-07-01', time as string),
      avoidableLoss: kzt('70.00'),
    },
    answer,
    because: `told at ${time}, and it lasts`,
  })),
  // 8.3: moved by its length, and more than three months.
  ...[
    ['between', '2026-02-09'],
    ['both-days', '2026-02-10'],
  ].map(([option, answer]) => ({
    clause: '8.3',
    ask: '8.3/forceMajeure.movedDueOn',
    facts: {
      forceMajeureOn: '2026-01-10',
      forceMajeureEndedOn: '2026-01-20',
      dueOn: '2026-01-30',
      asOf: '2026-02-01',
    },
    answer,
    because: `10 to 20 January, ${option}: due on 30 January`,
    readings: { '8.3-days': option as string },
  })),
  ...[
    ['2026-07-10', 'suspended'],
    ['2026-07-11', 'beyond-limit'],
  ].map(([asOf, answer]) => ({
    clause: '8.3',
    ask: '8.3/forceMajeure.status',
    facts: { forceMajeureOn: '2026-04-10', asOf },
    answer,
    because: `since 10 April, as of ${asOf}`,
  })),
  // 10.2: a calendar month and consent.
  ...[
    ['2026-06-14', true, false],
    ['2026-06-15', true, true],
    ['2026-06-15', false, false],
  ].map(([asOf, assignmentConsent, answer]) => ({
    clause: '10.2',
    ask: '10.2/mayAssign.holds',
    facts: { assignmentNoticeOn: '2026-05-15', asOf, assignmentConsent },
    answer,
    because: `notice of 15 May, ${asOf}, consent ${assignmentConsent}`,
  })),
  // 10.4: the day a notice counts from.
  {
    clause: '10.4.1',
    ask: '10.4/givenOn.given',
    facts: { noticeChannel: 'courier', sentOn: '2026-05-04' },
    answer: false,
    because: 'not delivered',
  },
  {
    clause: '10.4.2',
    ask: '10.4/givenOn.on',
    facts: { noticeChannel: 'registered-post', sentOn: '2026-05-04' },
    answer: '2026-05-04',
    because: 'the day of the slip, though not received',
  },
  // 11.1, 11.2: the year and its notice.
  ...[
    ['2027-03-01', '2027-03-01', 0],
    ['2027-03-02', '2028-03-01', 1],
  ].map(([asOf, endsOn, renewals]) => ({
    clause: '11.2',
    ask: '11.2/renewal',
    facts: { registeredOn: '2026-03-01', asOf },
    answer: expect.objectContaining({ endsOn, renewals }),
    because: `registered on 1 March, as of ${asOf}`,
  })),
];

describe('the second audit', () => {
  it('works at least 40 clauses by hand', () => {
    expect(new Set(cases.map(({ clause }) => clause)).size).toBeGreaterThanOrEqual(38);
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  it.each(cases)('$clause: $because', (worked) => {
    expect(answerTo(agreement, worked)).toEqual(worked.answer);
  });
});

describe('the new scenarios', () => {
  const told = (name: string, asOf: string) =>
    replay(agreement, exampleFile(`autocall/scenarios/${name}.json`) as readonly AccountEvent[], asOf);

  it('breach: suspended and resumed, ended, and nothing is refunded', () => {
    const { status, balance, remarks } = told('breach', '2026-06-30');
    // 250,000 less 18,000, 100,000 and 18.
    expect([status, balance]).toEqual(['terminated', kzt('131982.00')]);
    expect(remarks.flatMap(({ status: became }) => (became ? [became] : []))).toEqual([
      'active',
      'suspended',
      'active',
      'terminated',
    ]);
  });
  it.each([
    { asOf: '2026-03-15', status: 'active', because: 'the day the notice names' },
    { asOf: '2026-03-16', status: 'terminated', because: 'the day after' },
  ])('exit: as of $asOf $status, $because', ({ asOf, status }) => {
    expect(told('exit', asOf).status).toBe(status);
  });
  it('force majeure: a return on the last day of three months, left to the parties a day later, and an end agreed', () => {
    const { status, entries, rights } = told('force-majeure', '2026-05-16');
    expect([status, rights]).toEqual(['terminated', []]);
    expect(entries.map(({ event, account, amount }) => [event, account, amount.amount]).at(-1)).toEqual([
      'e05',
      'payout',
      '18000.00',
    ]);
    expect(told('force-majeure', '2026-05-15').status).toBe('active');
  });
  it('faults: messages lost, money for services alone, a late notice', () => {
    const { status, balance, wallets } = told('faults', '2028-01-09');
    expect([status, balance]).toEqual(['terminated', kzt('17720.00')]);
    expect(wallets?.map(({ balance: left }) => left.amount)).toEqual(['8800.00', '8920.00']);
  });
});
