/** A lawyer's round on ChatKeeper: what becomes of money, access and rights once the contract has ended, worked by hand from the text. */
import { type AccountEvent, evaluate, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { rub } from '../support/amountsAsJson.js';
import { asJson } from '../support/asJson.js';
import { eventOn } from '../support/eventOn.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { paidOut } from '../support/statementLines.js';

const agreement = exampleAgreement('chatkeeper');
type More = Readonly<Record<string, unknown>>;

const paid = (payment: string, on: string, amount = '990.00') =>
  eventOn('paymentConfirmed', on, {
    payment,
    amount: rub(amount),
    creditedSum: rub(amount),
    needsPurpose: false,
    bankConfirmedOn: on,
  });
/** Registered, and a tariff of 990 a month ordered; nothing paid yet. */
const ordered = [
  eventOn('registered', '2026-12-25', { endedForBreachBefore: false, administersSameChat: false }),
  eventOn('tariffPublished', '2026-12-25', {
    tariff: 'start',
    price: rub('990.00'),
    periodLength: { count: 1, unit: 'months' },
  }),
  eventOn('ordered', '2026-12-31', { tariff: 'start', optionsPrice: rub('0.00') }),
];
/** The same with a month paid: it runs to 31 January. */
const month = [...ordered, paid('P1', '2026-12-31')];

const left = (on: string, more: More = {}) =>
  eventOn('customerLeft', on, { channel: 'email', sentOn: on, proved: true, expenses: rub('0.00'), ...more });
const contractorLeft = (on: string, more: More = {}) =>
  eventOn('contractorLeft', on, {
    channel: 'customerAddress',
    sentOn: on,
    proved: true,
    breach: false,
    authorityDemand: false,
    paid: rub('990.00'),
    expenses: rub('0.00'),
    paidBeforeGround: true,
    ...more,
  });
const takenBack = (payment: string, at: string, more: More = {}) =>
  eventOn('paymentReturned', at.slice(0, 10), { payment, at, ...more });
const granted = (on: string, payment: string, amount: string) =>
  eventOn('refundGranted', on, {
    id: `granted-${payment}-${on}`,
    payment,
    amount: rub(amount),
    sumIs: 'tariff-payment',
    paid: rub('990.00'),
    expenses: rub('0.00'),
  });
const asked = (on: string, more: More = {}) =>
  eventOn('refundAsked', on, {
    sumIs: 'tariff-payment',
    paid: rub('990.00'),
    expenses: rub('0.00'),
    notProvided: false,
    technicalReason: false,
    worksGoOn: false,
    technicalProblem: false,
    ...more,
  });
const accessAt = (at: string) =>
  eventOn('accessAsked', at.slice(0, 10), { id: `access-${at}`, at, worksGoOn: false, technicalProblem: false });
const posted = eventOn('changePosted', '2027-01-13', { change: 'C1', statedOn: '2027-02-01' });
const rejected = eventOn('changeRejected', '2027-01-14', {
  change: 'C1',
  channel: 'email',
  sentOn: '2027-01-14',
  proved: true,
  expenses: rub('0.00'),
});

/** What the last event was answered, with the clauses of the row. */
function answered(events: readonly AccountEvent[], question: string): unknown {
  const last = events.at(-1) as AccountEvent;
  const { remarks } = replay(agreement, events, last.on);
  const decision = remarks.find(({ event, decision: by }) => event === last.id && by?.question === question)?.decision;
  if (decision === undefined) return undefined;
  const { is, state, ceiling } = asJson(decision.outcome);
  const row = agreement.data.tables
    .find((table) => table.question === question)
    ?.rows.find(({ n }) => n === decision.row);
  return [is === 'discretion' ? `up to ${ceiling.amount}` : (state ?? is), row?.clauses.join(', ')];
}

interface Posting {
  readonly afterEnd?: string;
  readonly opensRight?: { readonly name: string };
  readonly exercisesRight?: { readonly name: string };
}

interface Case {
  readonly events: readonly AccountEvent[];
  readonly answer: string;
  readonly by: string;
  readonly because: string;
}

describe('a refund asked for after the end', () => {
  it.each<Case>([
    {
      events: [...month, left('2027-01-20'), asked('2027-01-20')],
      answer: 'none',
      by: '4.4.2, 9.6',
      because: 'cancelled after payment, asked the same day',
    },
    {
      events: [...month, left('2027-01-20', { sentOn: '2027-01-19' }), asked('2027-01-21')],
      answer: 'none',
      by: '4.4.2, 9.6',
      because: 'the day after: 4.4.2 sets no time after which it would be returned',
    },
    {
      events: [...month, left('2027-01-10', { intendedEndOn: '2027-01-20' }), asked('2027-01-15')],
      answer: 'none',
      by: '4.4.2, 9.6',
      because: 'the right was used by the notice, whatever day it names',
    },
    {
      events: [...month, left('2027-01-10', { channel: 'other-way' }), asked('2027-01-15')],
      answer: 'up to 990.00',
      by: '6.1, 6.1.1',
      because: 'a notice by no way of 14.4 cancels nothing',
    },
    {
      events: [...month, left('2027-01-20'), asked('2027-01-21', { notProvided: true, technicalReason: true })],
      answer: 'up to 990.00',
      by: '6.1, 6.2',
      because: 'what was not provided for a technical reason stays under 6.2',
    },
    {
      events: [
        ...ordered,
        paid('P1', '2026-12-31', '1200.00'),
        left('2027-01-20'),
        asked('2027-01-21', { sumIs: 'advance', paid: rub('210.00') }),
      ],
      answer: 'up to 210.00',
      by: '4.4.2, 5.13, 6.1',
      because: 'there is no next period to carry the advance to',
    },
    {
      events: [...month, left('2027-02-10'), asked('2027-02-16')],
      answer: 'up to 990.00',
      by: '6.1, 6.1.1',
      because: 'no paid period ran: 10.1.1 says nothing of money, so 6.1 is left',
    },
    {
      events: [...month, eventOn('offerWithdrawn', '2027-01-20'), asked('2027-01-21')],
      answer: 'none',
      by: '9.5, 10.1.3',
      because: 'the offer was withdrawn',
    },
    {
      events: [
        ...month,
        eventOn('impossibilityArose', '2027-01-10', { paid: rub('990.00'), expenses: rub('0.00') }),
        asked('2027-01-11'),
      ],
      answer: 'none',
      by: '4.3.8',
      because: 'paid in this period before it became impossible',
    },
    {
      events: [
        ...month,
        eventOn('impossibilityArose', '2027-01-10', { paid: rub('990.00'), expenses: rub('0.00') }),
        eventOn('serviceNotProvided', '2027-01-11', { paid: rub('990.00'), expenses: rub('0.00') }),
      ],
      answer: 'none',
      by: '4.3.8',
      because: 'nobody is to blame for the service not provided',
    },
    {
      events: [
        ...month,
        eventOn('impossibilityArose', '2027-01-10', { paid: rub('990.00'), expenses: rub('0.00') }),
        paid('P2', '2027-02-01'),
        asked('2027-02-02'),
      ],
      answer: 'up to 990.00',
      by: '6.1, 6.1.1',
      because: '4.3.8 keeps what was paid before the circumstances, not the next period',
    },
    {
      events: [...month, contractorLeft('2027-01-10', { breach: true }), asked('2027-01-11')],
      answer: 'none',
      by: '4.2.4, 10.1.2',
      because: 'the contract ended for a breach; 7.2 is about a new acceptance',
    },
    {
      events: [...month, contractorLeft('2027-01-10', { authorityDemand: true }), asked('2027-01-11')],
      answer: 'none',
      by: '4.2.4, 10.1.2',
      because: 'paid before the demand of an authority',
    },
    {
      events: [
        ...month,
        contractorLeft('2027-01-10', { authorityDemand: true, paidBeforeGround: false }),
        asked('2027-01-11'),
      ],
      answer: 'up to 990.00',
      by: '10.1.1, 6.1',
      because: 'paid after the demand: 4.2.4 keeps nothing',
    },
    {
      events: [...month, contractorLeft('2027-01-12'), asked('2027-01-13')],
      answer: 'up to 990.00',
      by: '10.1.1, 6.1',
      because: 'the contractor leaves without a ground',
    },
    {
      events: [...month, posted, rejected, asked('2027-01-15')],
      answer: 'none',
      by: '4.4.1, 10.1.3',
      because: 'a change rejected in time, on the first of three working days',
    },
    {
      events: [...month, left('2027-01-20'), paid('P2', '2027-01-25'), asked('2027-01-26')],
      answer: 'up to 990.00',
      by: '6.1, 6.1.1',
      because: 'a payment after the end is a new contract, and nobody ended that',
    },
  ])('$because', ({ events, answer, by }) => {
    expect(answered(events, 'refund')).toEqual([answer, by]);
  });
});

describe('6.1.2: no more than the contractor still holds', () => {
  const back = takenBack('P1', '2027-01-10T10:00:00Z');

  it('nothing is granted of a payment that was taken back whole, and 390 of one of which 600 were taken', () => {
    const whole = replay(agreement, [...month, back, granted('2027-01-11', 'P1', '0.01')], '2027-01-11');
    expect([paidOut(whole), whole.toPay.amount]).toEqual([[], '990.00']);
    const part = [...month, takenBack('P1', '2027-01-10T10:00:00Z', { amount: rub('600.00') })];
    const grant = (amount: string) =>
      paidOut(replay(agreement, [...part, granted('2027-01-11', 'P1', amount)], '2027-01-11'));
    expect([grant('389.99'), grant('390.00'), grant('390.01')]).toEqual([['389.99'], ['390.00'], []]);
  });

  it.each<Case>([
    {
      events: [...month, back, asked('2027-01-11')],
      answer: 'up to 0.00',
      by: '6.1, 6.1.1',
      because: 'the payer has it back',
    },
    {
      events: [...month, granted('2027-01-10', 'P1', '300.00'), asked('2027-01-11')],
      answer: 'up to 690.00',
      by: '6.1, 6.1.1',
      because: '300 were granted before',
    },
    {
      events: [...month, back, paid('P2', '2027-01-11'), asked('2027-01-12')],
      answer: 'up to 990.00',
      by: '6.1, 6.1.1',
      because: 'a second payment made it good: 1,980 less 990',
    },
    {
      events: [...month, back, contractorLeft('2027-01-12')],
      answer: 'up to 0.00',
      by: '10.1.1, 6.1',
      because: 'the contractor leaves, and holds nothing',
    },
    {
      events: [
        ...month,
        back,
        eventOn('mistakenPaymentReported', '2027-01-11', {
          paid: rub('990.00'),
          expenses: rub('0.00'),
          reverseCost: rub('0.00'),
        }),
      ],
      answer: 'up to 0.00',
      by: '6.1.3',
      because: 'a transaction taken back is not reversed again',
    },
  ])('$because', ({ events, answer, by }) => {
    expect(answered(events, 'refund')).toEqual([answer, by]);
  });

  it('of two payments the one that was taken back leaves nothing, the other one all of it', () => {
    const two = [...month, paid('P2', '2027-01-05'), back];
    const grant = (payment: string) =>
      paidOut(replay(agreement, [...two, granted('2027-01-11', payment, '990.00')], '2027-01-11'));
    expect([grant('P1'), grant('P2')]).toEqual([[], ['990.00']]);
  });
});

describe('9.3, 5.12: access after the end', () => {
  const closed = ['closed', '9.3, 5.12'];
  const open = ['open', '5.12'];
  const named = left('2027-01-10', { intendedEndOn: '2027-01-20' });

  it.each<{ ended: AccountEvent; at: string; answer: readonly string[]; because: string }>([
    { ended: named, at: '2027-01-19T12:00:00+03:00', answer: open, because: 'the day before the day named' },
    { ended: named, at: '2027-01-20T23:59:59+03:00', answer: open, because: 'the day named is the last one' },
    { ended: named, at: '2027-01-21T00:00:00+03:00', answer: closed, because: 'the day after the day named' },
    {
      ended: left('2027-01-10', { at: '2027-01-10T12:00:00+03:00' }),
      at: '2027-01-10T11:59:59+03:00',
      answer: open,
      because: 'a second before the receipt',
    },
    {
      ended: left('2027-01-10', { at: '2027-01-10T12:00:00+03:00' }),
      at: '2027-01-10T12:00:01+03:00',
      answer: closed,
      because: 'from the receipt on',
    },
    {
      ended: left('2027-01-10'),
      at: '2027-01-11T12:00:00+03:00',
      answer: closed,
      because: 'the day after the receipt',
    },
    {
      ended: eventOn('offerWithdrawn', '2027-01-10'),
      at: '2027-01-11T12:00:00+03:00',
      answer: closed,
      because: 'the day after the withdrawal',
    },
    {
      ended: contractorLeft('2027-01-10', { breach: true }),
      at: '2027-01-11T12:00:00+03:00',
      answer: closed,
      because: 'the day after the notice for a breach',
    },
  ])('$because', ({ ended, at, answer }) => {
    expect(answered([...month, ended, accessAt(at)], 'access')).toEqual(answer);
  });

  it('a payment taken back after the end leaves nothing to refuse', () => {
    const back = takenBack('P1', '2027-01-22T10:00:00Z');
    expect(answered([...month, named, back, accessAt('2027-01-25T12:00:00+03:00')], 'access')).toEqual(closed);
  });
});

describe('5.5: the right to refuse the access ends with the contract', () => {
  const rights = (events: readonly AccountEvent[], asOf: string) =>
    replay(agreement, events, asOf).rights.map(({ name }) => name);
  const inMoscow = takenBack('P1', '2027-01-31T21:30:00Z');

  it('a payment taken back on 1 February in Moscow, a day after the end: owed (9.7), but no access is left to refuse', () => {
    const events = [...month, left('2027-01-31'), { ...inMoscow, on: '2027-02-01' }];
    expect(replay(agreement, events, '2027-02-01').toPay.amount).toBe('990.00');
    expect(rights(events, '2027-02-01')).toEqual([]);
  });

  it('one taken back before the end opens the right, and the end closes it', () => {
    const events = [
      ...month,
      takenBack('P1', '2027-01-10T10:00:00Z'),
      left('2027-01-11', { intendedEndOn: '2027-01-20' }),
    ];
    expect(rights(events, '2027-01-19')).toEqual(['refuseAccess']);
    expect(rights(events, '2027-01-20')).toEqual([]);
  });

  it.each(['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'])(
    'in %s whatever opens a right after the end lets it be used after the end',
    (id) => {
      const { postings } = exampleFile(`${id}/agreement.json`) as { postings: Readonly<Record<string, Posting>> };
      const all = Object.values(postings);
      const usable = (name: string) =>
        all.some(({ exercisesRight, afterEnd }) => exercisesRight?.name === name && afterEnd);
      const dead = all.filter(({ opensRight, afterEnd }) => afterEnd && opensRight && !usable(opensRight.name));
      expect(dead).toEqual([]);
    },
  );
});

describe('10.1.1, 4.4.2: the day named for the end is the last day of the contract', () => {
  const runOf = (on: string) => {
    const after = replay(
      agreement,
      [...month, left('2027-01-10', { intendedEndOn: '2027-01-20' }), paid('P2', on)],
      on,
    );
    const told = after.remarks.flatMap(({ posting, computed }) =>
      posting === 'period' && computed !== undefined ? [computed.value] : [],
    );
    return [told.at(-1), after.status];
  };

  it('a payment on that day prolongs the old contract (9.2); a day later it makes a new one (7.1)', () => {
    expect(runOf('2027-01-19')).toEqual(['2027-02-28', 'active']);
    expect(runOf('2027-01-20'), 'two months from 31 December').toEqual(['2027-02-28', 'terminated']);
    expect(runOf('2027-01-21'), 'a month from 21 January').toEqual(['2027-02-21', 'active']);
  });

  it('the same where it is the day of the receipt; without a day the receipt ends it at once', () => {
    const status = (more: More) => {
      const events = [...month, left('2027-01-10', { seq: 1, ...more }), { ...paid('P2', '2027-01-10'), seq: 2 }];
      return replay(agreement, events, '2027-01-10').status;
    };
    expect([status({ intendedEndOn: '2027-01-10' }), status({})]).toEqual(['terminated', 'active']);
  });
});

describe('the day that a notice ends the contract, asked alone', () => {
  const email = { channel: 'email', receiptProved: true };
  const day = (address: string, facts: More, field = 'day') => asJson(evaluate(agreement, address, facts).value)[field];

  it('4.4.1: posted on 30 April, the window ends on 6 May: a rejection sent then ends it on receipt, a day later never', () => {
    const facts = { ...email, postedOn: '2026-04-30', statedOn: '2026-05-15', noPaymentSincePosting: true };
    const sent = (noticeSentOn: string) =>
      day('4.4.1/endsOn', { ...facts, noticeSentOn, noticeReceivedOn: '2026-05-07' });
    expect([sent('2026-05-05'), sent('2026-05-06'), sent('2026-05-07')]).toEqual([
      '2026-05-07',
      '2026-05-07',
      undefined,
    ]);
  });

  it('4.4.2: two answers under two labels, in each language', () => {
    const facts = { ...email, noticeReceivedOn: '2026-05-10', intendedEndOn: '2026-05-20' };
    expect(day('4.4.2/endsOn', facts, 'effectiveOn')).toBe('2026-05-10');
    expect(day('4.4.2/cancelledOn', facts)).toBe('2026-05-20');
    expect(day('4.4.2/cancelledOn', { ...facts, channel: 'customerAddress' }), 'not a way of 14.4').toBeUndefined();
  });
});
