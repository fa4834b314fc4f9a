import {
  type AccountEvent,
  type AgreementData,
  checkAgreement,
  decide,
  evaluate,
  replay,
  type Statement,
  withReadings,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement, exampleCatalogues, exampleFile } from '../support/exampleAgreements.js';
import { defineModel } from '../support/models.js';
import { toBalance } from '../support/outcomes.js';
import { codeOf } from '../support/refusal.js';
import { answersOf, decidedBy, type Facts } from './workedByHand.js';

const agreement = exampleAgreement('autocall');
const { data } = agreement;
const scenario = (name: string) => exampleFile(`autocall/scenarios/${name}.json`) as readonly AccountEvent[];

type Readings = Readonly<Record<string, string>>;
const ask = (address: string, facts: Facts, readings: Readings = {}) =>
  answersOf(withReadings(agreement, readings))(address, facts);
const outcomeOf = (question: string, facts: Facts, readings: Readings = {}) =>
  decidedBy(withReadings(agreement, readings))(question, facts);
const stateOf = (question: string, facts: Facts): unknown => {
  const { outcome } = decide(agreement, question, facts);
  return outcome.is === 'state' ? outcome.state : outcome.is;
};

describe('AutoCall: the data', () => {
  it('has neither errors nor warnings', () => {
    expect(checkAgreement(agreement.toJSON(), { calendars: [kz], catalogues: exampleCatalogues('autocall') })).toEqual(
      [],
    );
  });

  it('has the nine rows of refund in their order', () => {
    expect(data.tables.find(({ question }) => question === 'refund')?.rows.map(({ n }) => n)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });
});

describe('messages', () => {
  it.each([
    { text: 'a'.repeat(160), parts: 1, bare: 1, because: 'the most one Latin SMS holds' },
    { text: 'a'.repeat(161), parts: 2, bare: 2, because: 'one more' },
    { text: 'a'.repeat(306), parts: 2, bare: 2, because: 'two parts of 153' },
    { text: 'a'.repeat(307), parts: 3, bare: 2, because: 'one more than 2 × 153, fewer than 2 × 160' },
    { text: 'a'.repeat(320), parts: 3, bare: 2, because: '2 × 160 without headers' },
    { text: 'a'.repeat(321), parts: 3, bare: 3, because: 'one more' },
    { text: 'я'.repeat(70), parts: 1, bare: 1, because: 'the most one other SMS holds' },
    { text: 'я'.repeat(71), parts: 2, bare: 2, because: 'one more' },
    { text: 'я'.repeat(134), parts: 2, bare: 2, because: 'two parts of 67' },
    { text: 'я'.repeat(135), parts: 3, bare: 2, because: 'one more than 2 × 67, fewer than 2 × 70' },
    { text: `${'a'.repeat(70)}я`, parts: 2, bare: 2, because: 'one letter makes all of it 67 to a part' },
    { text: `${'a'.repeat(69)}я`, parts: 1, bare: 1, because: '70 characters in all' },
  ])('$because: $parts parts, without headers $bare', ({ text, parts, bare }) => {
    expect(ask('definitions.sms/segments', { smsText: text })['segments']).toBe(parts);
    const noHeader = { 'definitions.sms-part-header': 'no-header' };
    expect(ask('definitions.sms/segments', { smsText: text }, noHeader)['segments']).toBe(bare);
  });

  it.each([
    { address: '2.1.4/duration', facts: { messages: 60 }, best: 1, worst: 1, because: 'a minute at the least speed' },
    { address: '2.1.4/duration', facts: { messages: 10_000 }, best: 1, worst: 167, because: '10,000 ÷ 60 = 166.7' },
    { address: '2.1.4/duration', facts: { messages: 10_001 }, best: 2, worst: 167, because: 'one more than a minute' },
    { address: '2.1.5/duration', facts: { calls: 5_000 }, best: 1, worst: 250, because: '5,000 ÷ 20' },
    { address: '2.1.5/duration', facts: { calls: 5_001 }, best: 2, worst: 251, because: 'one more' },
  ])('$address: $because', ({ address, facts, best, worst }) => {
    expect(ask(address, facts)).toEqual({ best, worst });
  });

  it.each([
    { linkZone: '', passes: true, because: 'no link' },
    { linkZone: 'kz', passes: true, because: 'the own zone' },
    { linkZone: 'com', passes: false, because: 'named' },
    { linkZone: 'eu', passes: false, because: 'named' },
    { linkZone: 'de', passes: true, because: 'the zone of a country that is not named' },
  ])('2.3.13: a link in "$linkZone" passes: $passes, $because', ({ linkZone, passes }) => {
    expect(ask('2.3.13/passes', { linkZone })).toEqual({ holds: passes });
  });

  const fit = {
    messageKind: 'sms',
    smsOrigin: 'domestic',
    lawfulContent: true,
    ownName: true,
    senderNamed: true,
    marksWithConsent: true,
    linkZone: 'kz',
  };
  it.each([
    { change: {}, row: 7, state: 'sent' },
    // Audit, section 2: 2.2.2, 2.2.3, 2.2.9 and 2.2.10 are rights of the provider.
    { change: { smsOrigin: 'international' }, row: 1, state: 'may-be-refused' },
    { change: { lawfulContent: false }, row: 2, state: 'may-be-blocked' },
    { change: { ownName: false }, row: 3, state: 'may-be-refused' },
    { change: { senderNamed: false }, row: 4, state: 'may-be-refused' },
    { change: { marksWithConsent: false }, row: 5, state: 'may-be-blocked' },
    { change: { linkZone: 'com' }, row: 6, state: 'may-be-blocked' },
    { change: { messageKind: 'call', marksWithConsent: false, linkZone: 'com' }, row: 7, state: 'sent' },
    { change: { messageKind: 'call', senderNamed: false }, row: 4, state: 'may-be-refused' },
  ])('content with $change: row $row', ({ change, row, state }) => {
    expect(outcomeOf('content', { ...fit, ...change })).toEqual([row, { is: 'state', state }]);
  });

  it.each([
    { settled: true, paid: true, state: 'may-be-reached' },
    { settled: true, paid: false, state: 'may-be-blocked' },
    { settled: false, paid: true, state: 'may-be-blocked' },
  ])('2.2.4: settled $settled, paid $paid: $state', ({ settled, paid, state }) => {
    expect(stateOf('recipientBlock', { obligationsSettled: settled, lossesPaid: paid })).toBe(state);
  });

  it.each([
    { complaintReviewed: false, consentProof: 'not-asked', foundSpam: true, complaints: 2, state: 'under-review' },
    { complaintReviewed: true, consentProof: 'asked', foundSpam: true, complaints: 2, state: 'proof-awaited' },
    { complaintReviewed: true, consentProof: 'given', foundSpam: true, complaints: 1, state: 'recipient-blocked' },
    {
      complaintReviewed: true,
      consentProof: 'given',
      foundSpam: true,
      complaints: 2,
      state: 'recipient-blocked-and-liable',
    },
    { complaintReviewed: true, consentProof: 'not-asked', foundSpam: false, complaints: 0, state: 'no-spam' },
  ])('2.2.5: $state', ({ state, ...facts }) => {
    expect(stateOf('spamComplaint', facts)).toBe(state);
  });

  it.each([
    { reading: 'same-number', asOf: '2026-02-27', may: false },
    { reading: 'same-number', asOf: '2026-02-28', may: true },
    { reading: 'day-after', asOf: '2026-02-28', may: false },
    { reading: 'day-after', asOf: '2026-03-01', may: true },
    { reading: 'calendar-half-years', asOf: '2025-12-31', may: false },
    { reading: 'calendar-half-years', asOf: '2026-01-01', may: true },
  ])('2.2.6: last sent on 31 August 2025, again on $asOf under $reading: $may', ({ reading, asOf, may }) => {
    const facts = { lastPromotionOn: '2025-08-31', asOf };
    expect(ask('2.2.6/mayPromote', facts, { '2.2.6-half-year': reading })['holds']).toBe(may);
  });
});

describe('tariffs and payments', () => {
  it.each([
    { prepaid: false, volumeAgreed: false, conditionsKept: true, applies: false },
    { prepaid: true, volumeAgreed: false, conditionsKept: true, applies: true },
    { prepaid: false, volumeAgreed: true, conditionsKept: true, applies: true },
    { prepaid: true, volumeAgreed: true, conditionsKept: false, applies: false },
  ])('2.3.19: prepaid $prepaid, volume $volumeAgreed, kept $conditionsKept: $applies', ({ applies, ...facts }) => {
    expect(ask('2.3.19/applies', facts)['holds']).toBe(applies);
  });

  it.each([
    { paid: '99.99', units: 5, rest: '9.99', because: 'five of 18.00 are 90.00' },
    { paid: '108.00', units: 6, rest: '0.00', because: 'six to the tiyn' },
    { paid: '107.99', units: 5, rest: '17.99', because: 'a tiyn short of six' },
  ])('2.1.7: $paid at 18.00 buys $units: $because', ({ paid, units, rest }) => {
    expect(ask('2.1.7/units', { paid: kzt(paid), unitPrice: kzt('18.00') })).toMatchObject({ units, rest: kzt(rest) });
  });

  const prices = [{ price: kzt('18.00') }, { effectiveOn: '2026-02-10', price: kzt('20.00') }];
  it.each([
    { day: '2026-02-09', inForce: '18.00', because: 'the day before the change' },
    { day: '2026-02-10', inForce: '20.00', because: 'the day of the change' },
  ])('5.5: on $day the published price is $inForce: $because', ({ day, inForce }) => {
    expect(ask('5.5/inForce', { day, prices })).toEqual({ price: kzt(inForce) });
  });
  it.each([
    { toppedUp: '2026-02-09', price: '18.00', because: 'not topped up since the change' },
    { toppedUp: '2026-02-10', price: '20.00', because: 'topped up on the very day' },
    { toppedUp: '2026-02-11', price: '20.00', because: 'topped up after it' },
  ])('5.6: last topped up on $toppedUp, 1 March costs $price: $because', ({ toppedUp, price }) => {
    const facts = { day: '2026-03-01', prices, lastToppedUpOn: toppedUp };
    expect(ask('5.6/price', facts)).toEqual({ price: kzt(price) });
  });
  it('5.6: under the other reading money put in before the change keeps its price, whatever was put in since', () => {
    const facts = { day: '2026-03-01', prices, lastToppedUpOn: '2026-02-20', creditedOn: '2026-02-09' };
    expect(ask('5.6/price', facts)).toEqual({ price: kzt('20.00') });
    const other = { '5.6-old-money': 'old-rate-for-old-money' };
    expect(ask('5.6/price', facts, other)).toEqual({ price: kzt('18.00') });
    expect(ask('5.6/price', { ...facts, creditedOn: '2026-02-10' }, other)).toEqual({ price: kzt('20.00') });
  });

  it.each([
    { personKind: 'legal-entity', paymentChannel: 'bank-transfer', row: 1, state: 'accepted' },
    { personKind: 'legal-entity', paymentChannel: 'visa', row: 3, state: 'not-offered' },
    { personKind: 'individual', paymentChannel: 'visa', row: 2, state: 'accepted' },
    { personKind: 'individual', paymentChannel: 'mastercard', row: 2, state: 'accepted' },
    { personKind: 'individual', paymentChannel: 'kaspi-qr', row: 2, state: 'accepted' },
    { personKind: 'individual', paymentChannel: 'bank-transfer', row: 3, state: 'not-offered' },
    { personKind: 'individual', paymentChannel: 'cash', row: 3, state: 'not-offered' },
  ])('5.4: $personKind by $paymentChannel: $state', ({ row, state, ...facts }) => {
    expect(outcomeOf('paymentChannel', facts)).toEqual([row, { is: 'state', state }]);
  });
  it.each([
    { paid: '49999.99', covered: false },
    { paid: '50000.00', covered: true },
  ])('5.3: $paid toward 50,000 is the whole price: $covered', ({ paid, covered }) => {
    expect(ask('5.3/prepaid', { paid: kzt(paid), price: kzt('50000.00') })['covered']).toBe(covered);
  });

  it.each([
    { usedUnits: 4000, remaining: '48000.00', shortfall: '0.00', because: '4,000 × 18 = 72,000' },
    { usedUnits: 6666, remaining: '12.00', shortfall: '0.00', because: '119,988' },
    { usedUnits: 6667, remaining: '0.00', shortfall: '6.00', because: '120,006' },
  ])('2.3.20: $usedUnits units of a tariff of 120,000: $because', ({ usedUnits, remaining, shortfall }) => {
    const facts = { usedUnits, baseUnitPrice: kzt('18.00'), paid: kzt('120000.00') };
    expect(ask('2.3.20/oneRate', facts)).toMatchObject({ remaining: kzt(remaining), shortfall: kzt(shortfall) });
  });
});

describe('the table refund', () => {
  const base = {
    terminatedForBreach: false,
    tariffKind: 'base',
    usedUnits: 0,
    paid: kzt('50000.00'),
    unpaidFines: kzt('0.00'),
    purchasedOn: '2026-02-16',
    creditedOn: '2026-02-16',
    requestedOn: '2026-03-02',
    asOf: '2026-03-02',
  };
  const cash = (amount: string) => ({ is: 'amount', cash: kzt(amount), toBalance: kzt('0.00') });
  const preferential = { tariffKind: 'preferential' };
  const outage = { unrenderedUnits: 1200, unitPricePaid: kzt('12.00') };
  const none = { is: 'none' };

  it.each([
    { change: { terminatedForBreach: true, ...outage }, row: 1, outcome: none, because: '6.9 goes before 2.4.3' },
    { change: outage, row: 2, outcome: toBalance(kzt('14400.00')), because: '1,200 × 12' },
    { change: { ...outage, ...preferential }, row: 2, outcome: toBalance(kzt('14400.00')), because: 'any tariff' },
    { change: { ...outage, unrenderedUnits: 0 }, row: 8, outcome: cash('50000.00'), because: 'nothing was left out' },
    {
      change: { defectDocumented: true, ground: 'none', ...preferential },
      row: 3,
      outcome: { is: 'open', decidedBy: 'law' },
      because: 'a documented fault, any tariff',
    },
    {
      change: { defectDocumented: true, ground: '6.2' },
      row: 8,
      outcome: cash('50000.00'),
      because: '6.2 excludes it',
    },
    {
      change: { defectDocumented: true, ground: '8.1' },
      row: 8,
      outcome: cash('50000.00'),
      because: '8.1 excludes it',
    },
    {
      change: { defectDocumented: true, ground: '6.5' },
      row: 3,
      outcome: { is: 'open', decidedBy: 'law' },
      because: '2.4.2 does not name 6.5',
    },
    { change: { defectDocumented: false, ground: 'none' }, row: 8, outcome: cash('50000.00'), because: 'no document' },
    {
      change: { forceMajeureOn: '2025-12-01', asOf: '2026-03-02', ...preferential },
      row: 4,
      outcome: { is: 'open', decidedBy: 'parties' },
      because: 'three months ended on 1 March',
    },
    {
      change: { forceMajeureOn: '2025-12-02', asOf: '2026-03-02' },
      row: 8,
      outcome: cash('50000.00'),
      because: 'the last day of three months is not more',
    },
    {
      change: { ...preferential, usedUnits: 1, customerGivesUp: true, baseCost: kzt('18.00') },
      row: 5,
      outcome: toBalance(kzt('49982.00')),
      because: 'one unit at 18',
    },
    {
      change: { ...preferential, usedUnits: 0, customerGivesUp: true },
      row: 6,
      outcome: none,
      because: 'use has not begun',
    },
    { change: { ...preferential, usedUnits: 1 }, row: 6, outcome: none, because: 'not given up' },
    { change: { ...preferential, requestedOn: '2026-02-19' }, row: 6, outcome: none, because: 'unused, day 3' },
    {
      change: { creditedOn: '2025-03-01' },
      row: 7,
      outcome: { is: 'discretion', of: 'provider', ceiling: kzt('50000.00'), ifRefused: none },
      because: '12 months ended on Sunday, 1 March, and were extended to Monday; see below',
      readings: { '9.2-last-day': 'none-roll' },
    },
    { change: { creditedOn: '2025-03-01' }, row: 8, outcome: cash('50000.00'), because: 'rolled to the very day' },
    {
      change: { creditedOn: '2025-02-27' },
      row: 7,
      outcome: { is: 'discretion', of: 'provider', ceiling: kzt('50000.00'), ifRefused: none },
      because: '12 months ended on Friday, 27 February',
    },
    { change: {}, row: 8, outcome: cash('50000.00'), because: 'day 14' },
    { change: { requestedOn: '2026-03-03' }, row: 9, outcome: none, because: 'day 15' },
    { change: { usedUnits: 1 }, row: 9, outcome: none, because: 'one unit used' },
    {
      change: { unpaidFines: kzt('50000.01') },
      row: 8,
      outcome: toBalance(kzt('50000.00')),
      because: 'the fine takes all of it',
    },
  ])('row $row: $because', ({ change, row, outcome, readings }) => {
    expect(outcomeOf('refund', { ...base, ...change }, readings ?? {})).toEqual([row, outcome]);
  });

  const window = { purchasedOn: '2026-02-15', creditedOn: '2026-02-15' };
  it.each([
    { reading: '2.2.13-below-zero', option: 'floor-zero', owed: undefined },
    { reading: '2.2.13-below-zero', option: 'shortfall-owed', owed: kzt('6000.00') },
  ])('$reading = $option: 18,000 of use on 12,000 paid', ({ reading, option, owed }) => {
    const facts = {
      ...base,
      ...preferential,
      usedUnits: 900,
      customerGivesUp: true,
      paid: kzt('12000.00'),
      baseCost: kzt('18000.00'),
    };
    expect(outcomeOf('refund', facts, { [reading]: option })).toEqual([
      5,
      { ...toBalance(kzt('0.00')), ...(owed && { owed }) },
    ]);
  });
  it.each([
    { option: 'to-balance', outcome: toBalance(kzt('14400.00')) },
    { option: 'in-cash', outcome: cash('14400.00') },
  ])('2.4.3-where = $option', ({ option, outcome }) => {
    expect(outcomeOf('refund', { ...base, ...outage }, { '2.4.3-where': option })).toEqual([2, outcome]);
  });
  it.each([
    { option: 'no-return', requestedOn: '2026-03-02', usedUnits: 0, row: 6 },
    { option: 'unused-returns', requestedOn: '2026-03-02', usedUnits: 0, row: 8 },
    { option: 'unused-returns', requestedOn: '2026-03-03', usedUnits: 0, row: 6 },
    { option: 'unused-returns', requestedOn: '2026-03-02', usedUnits: 1, row: 6 },
  ])('3.3-preferential = $option, $usedUnits used, $requestedOn: row $row', ({ option, row, ...change }) => {
    const facts = { ...base, ...preferential, ...change };
    expect(outcomeOf('refund', facts, { '3.3-preferential': option })[0]).toBe(row);
  });
  it.each([
    { option: 'outer-limit', requestedOn: '2026-03-02', row: 7 },
    { option: 'within-14-days-owed', requestedOn: '2026-03-02', row: 8 },
    // Audit A8: after the fourteen days there is no right that 3.7 could limit.
    { option: 'within-14-days-owed', requestedOn: '2026-03-03', row: 9 },
    { option: 'outer-limit', requestedOn: '2026-03-03', row: 9 },
  ])('3.7-over-3.3 = $option, old money asked back on $requestedOn: row $row', ({ option, requestedOn, row }) => {
    const facts = { ...base, creditedOn: '2025-01-15', requestedOn };
    expect(outcomeOf('refund', facts, { '3.7-over-3.3': option })[0]).toBe(row);
  });
  it.each([
    { option: 'acts-roll', row: 8 },
    { option: 'all-roll', row: 8 },
    { option: 'none-roll', row: 9 },
  ])('9.2-last-day = $option: day 14 is Sunday, asked on Monday: row $row', ({ option, row }) => {
    expect(outcomeOf('refund', { ...base, ...window }, { '9.2-last-day': option })[0]).toBe(row);
  });
  it('a change of the term of 3.3 moves the table', () => {
    const shorter = structuredClone(data) as unknown as { clauses: { ref: string; computes: { terms: object }[] }[] };
    const clause = shorter.clauses.find(({ ref }) => ref === '3.3');
    (clause?.computes[0] as { terms: object }).terms = { limit: { count: 7, unit: 'calendarDays' } };
    const seven = defineModel(shorter as unknown as AgreementData, { calendars: [kz] });
    expect(decide(seven, 'refund', { ...base, requestedOn: '2026-02-23' }).row).toBe(8);
    expect(decide(seven, 'refund', { ...base, requestedOn: '2026-02-24' }).row).toBe(9);
  });

  it.each([
    { outflow: 'payment-return', tariffKind: 'preferential', row: 1, state: 'refund-rules' },
    { outflow: 'withdrawal', tariffKind: 'preferential', row: 2, state: 'may-be-refused-withdrawal' },
    { outflow: 'withdrawal', tariffKind: 'base', row: 3, state: 'not-owed' },
  ])('outflow: $outflow of $tariffKind money: $state', ({ row, state, ...facts }) => {
    expect(outcomeOf('outflow', facts)).toEqual([row, { is: 'state', state }]);
  });
  it.each([
    { option: 'money-of-the-tariff', row: 3 },
    { option: 'for-ever', row: 2 },
  ])('2.2.11-reach = $option: base money after a preferential tariff: row $row', ({ option, row }) => {
    const facts = { outflow: 'withdrawal', tariffKind: 'base', tariffKindEver: 'preferential' };
    expect(outcomeOf('outflow', facts, { '2.2.11-reach': option })[0]).toBe(row);
  });
  it.each([
    { methodFeasible: true, row: 1 },
    { methodFeasible: false, row: 2 },
  ])('3.8: the way of the payment can be used: $methodFeasible, row $row', ({ methodFeasible, row }) => {
    expect(outcomeOf('refundMethod', { methodFeasible })[0]).toBe(row);
  });
});

describe('fines, penalty, liability', () => {
  const owed = (amount: string) => ({ is: 'amount', cash: kzt('0.00'), toBalance: kzt('0.00'), owed: kzt(amount) });
  it.each([
    { breachedClause: '2.3.3', breaches: 1, row: 1, outcome: owed('18.00'), because: 'the price of one SMS' },
    { breachedClause: '2.3.5', breaches: 2, row: 1, outcome: owed('1000.00'), because: 'a repeat' },
    { breachedClause: '2.3.9', breaches: 1, row: 2, outcome: owed('100000.00'), because: 'and the law besides' },
    { breachedClause: '2.3.10', breaches: 2, row: 2, outcome: owed('1000000.00'), because: 'a repeat' },
    { breachedClause: '2.3.2', breaches: 1, row: 3, outcome: owed('100000.00'), because: 'the first' },
    { breachedClause: '2.3.8', breaches: 3, row: 3, outcome: owed('1000000.00'), because: 'each repeat the same' },
    { breachedClause: '2.3.11', breaches: 1, row: 4, outcome: { is: 'open', decidedBy: 'law' }, because: 'no fine' },
  ])('fine for $breachedClause, breach $breaches: $because', ({ row, outcome, because: _, ...facts }) => {
    expect(outcomeOf('fine', { ...facts, smsPrice: kzt('18.00') })).toEqual([row, outcome]);
  });
  it.each([
    { reading: '6.7-repeat', address: '6.7/fine', option: 'repeat-alone', total: '2018.00' },
    { reading: '6.7-repeat', address: '6.7/fine', option: 'first-and-repeat', total: '2054.00' },
    { reading: '6.8-repeat', address: '6.8/fine', option: 'repeat-alone', total: '2100000.00' },
    { reading: '6.8-repeat', address: '6.8/fine', option: 'first-and-repeat', total: '2300000.00' },
  ])('$reading = $option: three breaches cost $total', ({ reading, address, option, total }) => {
    const facts = { breaches: 3, smsPrice: kzt('18.00') };
    expect(ask(address, facts, { [reading]: option })['total']).toEqual(kzt(total));
  });

  const debt = { negativeOn: '2026-03-19', overdue: kzt('40000.00'), totalDebt: kzt('100000.00') };
  it.each([
    { asOf: '2026-03-31', row: 1, outcome: { is: 'none' }, because: 'the fifth banking day' },
    { asOf: '2026-04-01', row: 2, outcome: owed('40.00'), because: 'one day of 40' },
    { asOf: '2026-08-02', row: 2, outcome: owed('4960.00'), because: '124 days of 40' },
    { asOf: '2026-08-03', row: 2, outcome: owed('5000.00'), because: '125 days of 40: the cap' },
    { asOf: '2026-08-04', row: 2, outcome: owed('5000.00'), because: 'and no more' },
  ])('penalty on $asOf: $because', ({ asOf, row, outcome }) => {
    expect(outcomeOf('penalty', { ...debt, asOf })).toEqual([row, outcome]);
  });
  it.each([
    { option: 'total-debt', penalty: '5000.00', because: '5 % of 100,000' },
    { option: 'overdue-only', penalty: '2000.00', because: '5 % of 40,000' },
  ])('6.10-cap-base = $option: $because', ({ option, penalty }) => {
    const asked = ask('6.10/penalty', { ...debt, asOf: '2026-12-31' }, { '6.10-cap-base': option });
    expect(asked['penalty']).toEqual(kzt(penalty));
  });
  it.each([
    { option: 'counts', penalty: '400.00', because: 'ten days of 40, the day of the payment among them' },
    { option: 'does-not-count', penalty: '360.00', because: 'nine' },
  ])('6.10-payment-day = $option: $because', ({ option, penalty }) => {
    const facts = { ...debt, asOf: '2026-04-30', payments: [{ paidOn: '2026-04-10', amount: kzt('40000.00') }] };
    expect(ask('6.10/penalty', facts, { '6.10-payment-day': option })['penalty']).toEqual(kzt(penalty));
  });

  it.each(['6.2', '6.3', '6.4', '6.5', '6.6', '6.15', '7.7', '8.1'])('ground %s: nothing is owed', (ground) => {
    const { outcome, cites } = decide(agreement, 'liability', { ground, loss: kzt('1000.00') });
    expect([outcome.is, cites]).toEqual(['none', [ground]]);
  });
  it('without a ground the law decides, with no cap', () => {
    expect(outcomeOf('liability', { ground: 'none', loss: kzt('1000.00') })).toEqual([
      9,
      { is: 'open', decidedBy: 'law', sum: kzt('1000.00') },
    ]);
  });
  it.each([
    { lossFrom: 'third-party-claim', row: 1, outcome: owed('123456.78'), because: '6.11: in full' },
    { lossFrom: 'leak-examination', row: 2, outcome: owed('123456.78'), because: '7.7: at the cost of the customer' },
    {
      lossFrom: 'disclosure',
      row: 3,
      outcome: { is: 'open', decidedBy: 'law', sum: kzt('123456.78') },
      because: '7.3: in accordance with the law',
    },
  ])('losses from $lossFrom: $because', ({ lossFrom, row, outcome }) => {
    expect(outcomeOf('losses', { lossFrom, loss: kzt('123456.78') })).toEqual([row, outcome]);
  });
  it.each([
    { address: '6.9/mayTerminate', facts: { breachedClause: '2.3.2' }, holds: true },
    { address: '6.9/mayTerminate', facts: { breachedClause: '2.3.11' }, holds: false },
    { address: '2.3.6/broken', facts: { accounts: 1 }, holds: false },
    { address: '2.3.6/broken', facts: { accounts: 2 }, holds: true },
    { address: '2.2.5.4/repeated', facts: { complaints: 1 }, holds: false },
    { address: '2.2.5.4/repeated', facts: { complaints: 2 }, holds: true },
  ])('$address with $facts: $holds', ({ address, facts, holds }) => {
    expect(ask(address, facts)['holds']).toBe(holds);
  });
});

describe('days and notices', () => {
  it.each([
    { at: '2026-03-21T02:59:59+05:00', inTime: true },
    { at: '2026-03-21T03:00:00+05:00', inTime: true },
    { at: '2026-03-21T03:00:01+05:00', inTime: false },
  ])('2.1.1: works on 22 March at 03:00, told at $at: $inTime', ({ at, inTime }) => {
    const facts = { worksAt: '2026-03-22T03:00:00+05:00', worksNoticeAt: at };
    expect(ask('2.1.1/notifyBy', facts)).toEqual({ lastInstant: '2026-03-20T22:00:00Z', inTime });
  });

  it.each([
    { option: 'three-months', keepUntil: '2026-02-28', because: 'three months from 30 November' },
    { option: 'whole-term', keepUntil: '2027-01-12', because: 'the end of the agreement' },
  ])('2.1.10-recordings = $option: $because', ({ option, keepUntil }) => {
    const facts = { recordedOn: '2025-11-30', agreementEndsOn: '2027-01-12' };
    expect(ask('2.1.10/keepUntil', facts, { '2.1.10-recordings': option })).toEqual({ keepUntil });
  });
  it.each([
    { address: '2.1.10/keepUntil', facts: { recordedOn: '2025-12-01' }, field: 'keepUntil', day: '2026-03-01' },
    { address: '2.4.1/endsOn', facts: { exitNoticeOn: '2026-01-30' }, field: 'effectiveOn', day: '2026-03-01' },
    {
      address: '2.2.6/mayPromote',
      facts: { lastPromotionOn: '2025-09-01', asOf: '2026-03-01' },
      field: 'lastDay',
      day: '2026-03-01',
    },
    {
      address: '6.12/silence',
      facts: { firstIgnoredOn: '2026-01-01', asOf: '2026-03-01' },
      field: 'lastDay',
      day: '2026-03-01',
    },
    {
      address: '8.3/forceMajeure',
      facts: { forceMajeureOn: '2025-12-01', asOf: '2026-03-01' },
      field: 'suspendedThrough',
      day: '2026-03-01',
    },
    {
      address: '10.2/earliest',
      facts: { assignmentNoticeOn: '2026-02-01', asOf: '2026-03-01' },
      field: 'from',
      day: '2026-03-01',
    },
  ])('9.2-last-day: $address ends on Sunday, 1 March; under all-roll on Monday', ({ address, facts, field, day }) => {
    expect(ask(address, facts)[field]).toBe(day);
    expect(ask(address, facts, { '9.2-last-day': 'all-roll' })[field]).toBe('2026-03-02');
  });

  it('3.2: the later of access and purchase', () => {
    expect(ask('3.2/performedOn', { accessOn: '2026-01-12', purchasedOn: '2026-01-15' })['day']).toBe('2026-01-15');
  });

  it.each([
    { facts: { asOf: '2026-06-30' }, status: 'not-started', because: 'no act, no limit' },
    { facts: { actReceivedOn: '2026-03-20', asOf: '2026-03-27' }, status: 'open', because: 'the second working day' },
    { facts: { actReceivedOn: '2026-03-20', asOf: '2026-03-28' }, status: 'accepted', because: 'the day after' },
    {
      facts: { actReceivedOn: '2026-03-20', actAnsweredOn: '2026-03-27', asOf: '2026-06-30' },
      status: 'objected',
      because: 'answered on the last day',
    },
    {
      facts: { actReceivedOn: '2026-03-20', actAnsweredOn: '2026-03-28', asOf: '2026-06-30' },
      status: 'accepted',
      because: 'answered a day late',
    },
  ])('4.2: $because: $status', ({ facts, status }) => {
    expect(ask('4.2/deemed', facts)['status']).toBe(status);
  });
  it.each([
    { option: 'on-request', requested: false, state: 'not-before-request' },
    { option: 'on-request', requested: true, state: 'to-be-sent' },
    { option: 'after-each-purchase', requested: false, state: 'to-be-sent' },
  ])('4.4-request = $option, requested $requested: $state', ({ option, requested, state }) => {
    expect(outcomeOf('act', { actRequested: requested }, { '4.4-request': option })[1]).toEqual({ is: 'state', state });
  });

  it.each([
    { asOf: '2026-02-28', option: 'month', holds: true, from: '2026-02-28' },
    { asOf: '2026-02-27', option: 'month', holds: false, from: '2026-02-28' },
    { asOf: '2026-02-28', option: 'whole-calendar-month', holds: false, from: '2026-03-01' },
    { asOf: '2026-03-01', option: 'whole-calendar-month', holds: true, from: '2026-03-01' },
  ])('10.2-month = $option: notice of 31 January, assignment on $asOf: $holds', ({ asOf, option, holds, from }) => {
    const facts = { assignmentNoticeOn: '2026-01-31', asOf, assignmentConsent: true };
    expect(ask('10.2/earliest', facts, { '10.2-month': option })).toMatchObject({ holds, from });
    expect(ask('10.2/mayAssign', facts, { '10.2-month': option })['holds']).toBe(holds);
    expect(ask('10.2/mayAssign', { ...facts, assignmentConsent: false }, { '10.2-month': option })['holds']).toBe(
      false,
    );
  });

  const sent = { sentOn: '2026-03-02', receivedOn: '2026-03-05', confirmedOn: '2026-03-04' };
  it.each([
    { noticeChannel: 'courier', on: '2026-03-05', because: 'delivery' },
    { noticeChannel: 'registered-post', on: '2026-03-02', because: 'the receipt slip' },
    { noticeChannel: 'e-mail', on: '2026-03-04', because: 'the confirmation' },
    { noticeChannel: 'sms', on: '2026-03-05', because: 'receipt' },
    { noticeChannel: 'telegram', on: '2026-03-05', because: 'receipt' },
  ])('10.4: by $noticeChannel it counts from $on, $because', ({ noticeChannel, on }) => {
    expect(ask('10.4/givenOn', { noticeChannel, ...sent })).toEqual({ given: true, on });
  });
  it('10.4: an e-mail without a confirmation does not count', () => {
    expect(ask('10.4/givenOn', { noticeChannel: 'e-mail', sentOn: '2026-03-02' })['given']).toBe(false);
  });

  it.each([
    { option: 'same-number', endsOn: '2027-01-12', notice: '2026-12-13' },
    { option: 'day-before', endsOn: '2027-01-11', notice: '2026-12-12' },
    { option: 'calendar-year', endsOn: '2026-12-31', notice: '2026-12-01' },
  ])('11.2-term-end = $option: from 12 January 2026 to $endsOn', ({ option, endsOn, notice }) => {
    const facts = { registeredOn: '2026-01-12', asOf: '2026-06-01' };
    expect(ask('11.2/renewal', facts, { '11.2-term-end': option })).toMatchObject({ endsOn, latestNoticeDay: notice });
  });
  it.each([
    { noticeGivenOn: '2026-12-13', endsOn: '2027-01-12', because: 'the last day' },
    { noticeGivenOn: '2026-12-14', endsOn: '2028-01-12', because: 'a day late: one more year' },
  ])('11.2: notice of $noticeGivenOn ends it on $endsOn: $because', ({ noticeGivenOn, endsOn }) => {
    const facts = { registeredOn: '2026-01-12', noticeGivenOn, asOf: '2026-12-31' };
    expect(ask('11.2/renewal', facts)['endsOn']).toBe(endsOn);
  });
  it('11.3: from the day of publication', () => {
    expect(ask('11.3/inForce', { publishedOn: '2026-05-09' })).toMatchObject({ effectiveOn: '2026-05-09' });
  });

  it.each([
    { startToldAt: '2026-04-01T01:30:00+05:00', endToldAt: '2026-04-10T14:00:00+05:00', row: 1 },
    { startToldAt: '2026-04-01T01:30:01+05:00', endToldAt: '2026-04-10T14:00:00+05:00', row: 2 },
    { startToldAt: '2026-04-01T01:30:00+05:00', endToldAt: '2026-04-10T14:00:01+05:00', row: 2 },
    { startToldAt: '2026-04-01T01:30:00+05:00', row: 2 },
  ])('8.2: told at $startToldAt and $endToldAt: row $row', ({ row, ...told }) => {
    const facts = {
      startedAt: '2026-03-31T23:30:00+05:00',
      endedAt: '2026-04-10T12:00:00+05:00',
      avoidableLoss: kzt('700.00'),
      ...told,
    };
    const late = { is: 'amount', cash: kzt('0.00'), toBalance: kzt('0.00'), owed: kzt('700.00') };
    expect(outcomeOf('forceMajeureNotice', facts)).toEqual([row, row === 1 ? { is: 'none' } : late]);
  });
  it('8.3: an obligation due meanwhile moves by the length of the event', () => {
    const facts = { forceMajeureOn: '2026-04-01', forceMajeureEndedOn: '2026-04-11', asOf: '2026-05-01' };
    expect(ask('8.3/forceMajeure', { ...facts, dueOn: '2026-04-05' })['movedDueOn']).toBe('2026-04-15');
    expect(ask('8.3/forceMajeure', { ...facts, dueOn: '2026-03-31' })['movedDueOn']).toBe('2026-03-31');
  });
});

describe('the table termination', () => {
  const clean = {
    terminatedForBreach: false,
    totalDebt: kzt('0.00'),
    noClaims: true,
    noSuits: true,
    asOf: '2026-04-29',
    registeredOn: '2026-01-12',
  };
  const silent = { silenceInvoked: true, firstIgnoredOn: '2026-02-28', attempts: 2 };
  it.each([
    { facts: { ...silent, terminatedForBreach: true }, row: 1, because: '6.9 goes first' },
    { facts: silent, row: 2, because: 'a day more than two months' },
    {
      facts: { ...silent, asOf: '2026-04-28' },
      row: 'silence-too-early',
      because: 'two months are not more than two months',
    },
    { facts: { ...silent, attempts: 1 }, row: 'silence-too-early', because: 'one message is not repeatedly' },
    { facts: { ...silent, totalDebt: kzt('0.01') }, row: 'silence-too-early', because: 'a debt is left' },
    { facts: { ...silent, noClaims: false }, row: 'silence-too-early', because: 'a claim' },
    { facts: { ...silent, noSuits: false }, row: 'silence-too-early', because: 'a suit' },
    { facts: { exitNoticeOn: '2026-04-01', providerBreach: true }, row: 3, because: '2.1 was broken' },
    {
      facts: { exitNoticeOn: '2026-04-01', providerBreach: true, exitChannel: 'e-mail' },
      row: 6,
      because: '2.4.1 names Telegram alone',
    },
    { facts: { exitNoticeOn: '2026-04-01', providerBreach: false }, row: 6, because: 'no exit at will' },
    { facts: { forceMajeureOn: '2026-01-28' }, row: 4, because: 'a day more than three months' },
    { facts: { forceMajeureOn: '2026-01-29' }, row: 6, because: 'three months are not more than three' },
    { facts: { noticeGivenOn: '2026-04-01' }, row: 5, because: 'notice against renewal' },
    { facts: {}, row: 6, because: 'nothing happened' },
  ])('row $row: $because', ({ facts, row }) => {
    expect(decide(agreement, 'termination', { ...clean, ...facts }).row).toBe(row);
  });
});

describe('the scenarios', () => {
  const entriesOf = ({ entries }: Statement): string[] =>
    entries.map(({ event, account, amount, balanceAfter }) =>
      [event, account, amount.amount, balanceAfter.amount].join(' '),
    );
  const deadlinesOf = ({ deadlines }: Statement): string[] =>
    deadlines.map(({ name, lastDay }) => `${name} ${lastDay}`).toSorted();

  it('a preferential tariff: an outage, given up half-way, over-used, and one that is not returned', () => {
    const told = replay(agreement, scenario('preferential'), '2026-04-30');
    expect(entriesOf(told)).toEqual([
      'e03 balance 240000.00 240000.00',
      'e04 balance -120000.00 120000.00',
      // 500 units at 12.00 not rendered.
      'e08 balance 6000.00 126000.00',
      // 114,000 still paid, less 3,000 × 18 and 1,000 × 20.
      'e09 balance 40000.00 166000.00',
      'e10 balance -60000.00 106000.00',
      'e12 balance -12000.00 94000.00',
    ]);
    const rows = told.remarks.flatMap(({ event, decision }) => (decision ? [[event, decision.row]] : []));
    expect(rows).toEqual([
      ['e08', 2],
      ['e09', 5],
      ['e11', 6],
      ['e14', 5],
    ]);
    expect(told.debts).toEqual([]);
    expect(deadlinesOf(told)).toEqual(['giveNonRenewalNotice 2026-12-06', 'termEnds 2027-01-05']);
  });

  it('under the other reading of 2.4.3 the outage is paid out', () => {
    const other = withReadings(agreement, { '2.4.3-where': 'in-cash' });
    expect(entriesOf(replay(other, scenario('preferential'), '2026-03-10'))).toContain('e08 payout 6000.00 120000.00');
  });

  it('messages: one part and two, the old price until a top-up, and what the balance does not cover', () => {
    const told = replay(agreement, scenario('messages'), '2026-02-28');
    expect(entriesOf(told)).toEqual([
      'e03 balance 10000.00 10000.00',
      // 160 Latin characters, 100 recipients at 18.00.
      'e04 balance -1800.00 8200.00',
      // 71 Cyrillic characters are two parts.
      'e05 balance -3600.00 4600.00',
      // The price rose on 1 February, but nothing was topped up since.
      'e07 balance -1800.00 2800.00',
      'e08 balance 10000.00 12800.00',
      // 161 characters are two parts, now at 20.00.
      'e09 balance -4000.00 8800.00',
      // 101 characters, one of them Cyrillic: two parts for 50 recipients.
      'e10 balance -2000.00 6800.00',
    ]);
    expect(told.remarks.filter(({ event }) => event === 'e11').map(({ status }) => status)).toEqual(['not-covered']);
  });

  it('acts: objected to on the last day, deemed signed on the day after it, signed', () => {
    const told = (asOf: string) =>
      replay(agreement, scenario('acts'), asOf)
        .remarks.filter(({ of }) => of?.record === 'act')
        .map(({ on, of, status }) => `${on} ${of?.key} ${status}`);
    expect(told('2026-06-30')).toEqual([
      '2026-03-20 1 open',
      '2026-03-27 1 objected',
      '2026-05-06 2 open',
      '2026-05-13 2 deemed-signed',
      '2026-06-01 3 open',
      '2026-06-02 3 signed',
    ]);
    expect(told('2026-05-12')).toHaveLength(3);
    expect(told('2026-05-13')).toHaveLength(4);
  });
  it.each([
    { asOf: '2026-03-19', open: [], because: 'no act was asked for, so no limit runs' },
    { asOf: '2026-03-26', open: ['answerAct 2026-03-27'], because: '26 and 27 March, over Nauryz' },
    { asOf: '2026-05-12', open: ['answerAct 2026-05-12'], because: '8 and 12 May' },
    { asOf: '2026-05-13', open: [], because: 'deemed signed' },
  ])('acts on $asOf: $because', ({ asOf, open }) => {
    const deadlines = deadlinesOf(replay(agreement, scenario('acts'), asOf));
    expect(deadlines.filter((deadline) => deadline.startsWith('answerAct'))).toEqual(open);
  });

  it('silence: two months to the day are not enough, a day later they are', () => {
    const early = replay(agreement, scenario('silence'), '2026-04-28');
    expect([early.status, deadlinesOf(early).length]).toEqual(['active', 2]);
    const later = replay(agreement, scenario('silence'), '2026-04-29');
    expect([later.status, later.balance, deadlinesOf(later)]).toEqual(['terminated', kzt('1000.00'), []]);
  });

  it('old money: returned on the last of twelve months, at the discretion of the provider after it', () => {
    const told = replay(agreement, scenario('old-money'), '2027-01-31');
    expect(entriesOf(told).slice(3)).toEqual(['e05 payout 50000.00 0.00']);
    expect(told.remarks.at(-1)?.decision).toEqual({
      question: 'refund',
      row: 7,
      outcome: { is: 'discretion', of: 'provider', ceiling: kzt('60000.00'), ifRefused: { is: 'none' } },
    });
  });

  it.each([
    { option: 'on-fines-too', accruals: 3 },
    { option: 'never-on-fines', accruals: 0 },
  ])('6.10-on-fines = $option: $accruals penalties in the year of events.json', ({ option, accruals }) => {
    const events = exampleFile('autocall/events.json') as readonly AccountEvent[];
    const other = withReadings(agreement, { '6.10-on-fines': option });
    expect(replay(other, events, '2026-12-31').accruals).toHaveLength(accruals);
  });
});

describe('bad facts and events are refused', () => {
  const refused: readonly { readonly facts: Facts; readonly code: string; readonly because: string }[] = [
    { facts: { negativeOn: '2026-02-30' }, code: 'fact-invalid', because: 'no such day' },
    { facts: { negativeOn: 20260319 }, code: 'fact-invalid', because: 'a number is no day' },
    { facts: { negativeOn: '+999999-01-01' }, code: 'fact-invalid', because: 'beyond the years there are' },
    { facts: { negativeOn: '9999-12-31' }, code: 'calendar-not-covered', because: 'beyond the calendar' },
    { facts: {}, code: 'fact-missing', because: 'left out' },
    { facts: { negativeOn: '2026-03-19', toString: 1 }, code: 'fact-invalid', because: 'a name that is no fact' },
    { facts: { negativeOn: 'x'.repeat(1_000_000) }, code: 'fact-invalid', because: 'a very long text' },
  ];
  it.each(refused)('5.7: $because: $code', ({ facts, code }) => {
    expect(codeOf(() => evaluate(agreement, '5.7', facts))).toBe(code);
  });
  it.each([
    { facts: { usedUnits: 1.5 }, because: 'half a unit' },
    { facts: { usedUnits: Number.NaN }, because: 'no number' },
    { facts: { paid: { amount: '1.001', currency: 'KZT' } }, because: 'a tenth of a tiyn' },
    { facts: { tariffKind: 'Base' }, because: 'no such kind' },
    { facts: { terminatedForBreach: 'no' }, because: 'a word is no flag' },
  ])('refund: $because', ({ facts }) => {
    const good = { terminatedForBreach: false, tariffKind: 'base', usedUnits: 0, paid: kzt('1.00') };
    const days = { purchasedOn: '2026-02-16', creditedOn: '2026-02-16', requestedOn: '2026-02-17' };
    const asked = { ...good, ...days, unpaidFines: kzt('0.00'), ...facts };
    expect(codeOf(() => decide(agreement, 'refund', asked))).toBe('fact-invalid');
  });
  it.each([
    { event: { kind: 'unitsUsed', purchase: 'none', units: 1 }, because: 'a purchase that was never made' },
    { event: { kind: 'toppedUp', amount: { amount: '1.00', currency: 'USD' } }, because: 'another currency' },
    {
      event: { kind: 'breachFound', clause: '2.3.3' },
      because: 'a fine of 6.7 where no price of an SMS was published',
    },
    { event: { kind: 'breachFound', clause: '2.4.1' }, because: 'a right of the customer, which nobody breaks' },
    { event: { kind: 'fineClaimed', breach: 'e9' }, because: 'the fine of a breach that was never found' },
  ])('events: $because', ({ event }) => {
    const events = [
      { id: 'e1', kind: 'registered', on: '2026-01-12' },
      { id: 'e2', on: '2026-01-13', ...event },
    ];
    expect(codeOf(() => replay(agreement, events as readonly AccountEvent[], '2026-01-31'))).toBe('events-invalid');
  });
});
