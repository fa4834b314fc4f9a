/** Worked examples of ChatKeeper: the inputs of each record as facts of the agreement, its answer in the record's own form. */
import { agreementOf, amountOf, rub } from './agreementOf.mjs';

/** Facts that a refund case leaves out: their values if nothing happened. */
const quietCase = {
  endedForBreachBefore: false,
  administersSameChat: false,
  contractorPerformed: true,
  breach: false,
  authorityDemand: false,
  paidBeforeGround: true,
  noFaultImpossibility: false,
  sumIs: 'tariff-payment',
  notProvided: false,
  technicalReason: false,
  rejectsChange: false,
  endedBy: 'nobody',
  worksGoOn: false,
  technicalProblem: false,
};

const refundCases = {
  'customer-cancels': { endedBy: 'customer' },
  breach: { breach: true, endedBy: 'contractor' },
  'no-fault': { noFaultImpossibility: true },
  'not-provided': { notProvided: true, technicalReason: true },
  'contractor-cancels': { endedBy: 'contractor' },
};

export function chatkeeper(context) {
  const { evaluate, decide } = agreementOf('chatkeeper', context);

  const refund = ({ case: name, paid, expenses }) => {
    const { outcome, cites } = decide('refund', {
      ...quietCase,
      ...refundCases[name],
      paid: rub(paid),
      ...(expenses !== undefined && { expenses: rub(expenses) }),
    });
    return [...toldAs(outcome), cites.join(', ')];
  };

  /** Liability for a loss of which payments of a period are the limit. */
  const payable = ({ loss, payments, period }) =>
    amountOf(
      evaluate('12.4/payable', {
        loss: rub(loss),
        payments,
        lossPeriod: period,
        concludedOn: '2026-04-01',
        asOf: '2026-12-31',
        alreadyCompensated: rub('0.00'),
      }).value.payable,
    );

  return {
    5.11: (cases) =>
      cases.map(({ payment, debts }) => {
        const { toDebts, left } = evaluate('5.11', { payment: rub(payment), debts: debts.map(rub) }).value;
        return { paid: toDebts.map(amountOf), left: amountOf(left) };
      }),
    12.4: (cases) =>
      cases.map(({ loss, payments }) => {
        const received = payments.map((amount) => ({ paidOn: '2026-04-01', amount: rub(amount), for: 'this' }));
        return payable({ loss, payments: received, period: 'this' });
      }),
    '12.4, 5.11': ({ loss, payments, lossOn }) => {
      const received = payments.map(({ amount, ofWhichOldDebt, period }) => {
        const debts = ofWhichOldDebt === undefined ? [] : [rub(ofWhichOldDebt)];
        const { left } = evaluate('5.11', { payment: rub(amount), debts }).value;
        return { paidOn: `${period}-01`, amount: left.toJSON(), for: period };
      });
      return payable({ loss, payments: received, period: lossOn.slice(0, 7) });
    },
    '10.1.1': ({ terminateOn }) => {
      const latestNotice = evaluate('10.1.1/latestNotice', { intendedEndOn: terminateOn }).value.lastDay;
      const check = evaluate('10.1.1/earliestEnd', { noticeSentOn: latestNotice }).value.effectiveOn;
      return { latestNotice, check };
    },
    '4.4.1, 8.3, 8.4': (cases) =>
      cases.map(
        ({ postedOn, effectiveOn, noticeOn, paidAfterPosting }) =>
          evaluate('4.4.1/mayReject', {
            postedOn,
            statedOn: effectiveOn,
            noticeSentOn: noticeOn,
            channel: 'email',
            receiptProved: true,
            noPaymentSincePosting: !paidAfterPosting,
          }).value.holds,
      ),
    '4.3.2': ({ requestReceivedOn }) =>
      requestReceivedOn.map((day) => evaluate('4.3.2', { requestReceivedOn: day }).value.lastDay),
    '4.2.6': ({ lastUsedOn, asOf }) => asOf.map((day) => evaluate('4.2.6', { lastUsedOn, asOf: day }).value.holds),
    '4.2.4, 4.3.8, 4.4.2, 6.1, 10.1': (cases) => cases.map(refund),
    '6.1.3': ({ costs }) => costs.map((cost) => evaluate('6.1.3', { reverseCost: rub(cost) }).value.covered),
    5.5: ({ reversedAt, checks }) =>
      checks.map((at) => {
        const { outcome } = decide('access', {
          returnedAt: reversedAt,
          at,
          debtRepaid: false,
          runsThrough: '2026-04-30',
          worksGoOn: false,
          technicalProblem: false,
        });
        return outcome.state === 'open';
      }),
    '5.10, 5.12, 5.14': (cases) =>
      cases.map(
        ({ bankConfirmedOn, purposeCompleteOn, needsPurpose }) =>
          evaluate('5.12/activatedOn', { bankConfirmedOn, purposeCompleteOn, needsPurpose }).value.day,
      ),
    '14.4, 14.6': ({ sentOn, deadline, receiptProved }) =>
      receiptProved.map((proved) => {
        const { outcome } = decide('notice', {
          noticeFrom: 'customer',
          channel: 'email',
          noticeSentOn: sentOn,
          noticeReceivedOn: sentOn,
          receiptProved: proved,
          noticeDue: deadline,
        });
        return outcome.state === 'in-time';
      }),
  };
}

/** Outcome and sum as the records write them; below zero is what the customer owes. */
function toldAs(outcome) {
  if (outcome.is === 'discretion') return ['discretionary-up-to', amountOf(outcome.ceiling)];
  if (outcome.is === 'amount' && outcome.owed.units !== 0) return ['none-and-reimburse', `-${amountOf(outcome.owed)}`];
  return ['none', '0.00'];
}
