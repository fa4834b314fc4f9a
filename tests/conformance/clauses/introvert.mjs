/** Worked examples of the Introvert widget: the inputs of each record as facts of the agreement, its answer in the record's own form. */
import { agreementOf, amountOf, usd } from './agreementOf.mjs';

const none = '0.00';

export function introvert(context) {
  const { agreement, evaluate, decide, replay, under } = agreementOf('introvert', context);
  const { agreements, library } = context;

  const plusDays = (day, days) =>
    library
      .deadline({ trigger: day, limit: library.calendarDays(days), rules: library.countingRules.asWritten })
      .lastDay.toString();

  /** Money back for a package paid on one day, ended by the licensee on another. */
  const refund = ({ paid, endedOn, provided, paidOn, inForce = agreement }) => {
    const { outcome } = agreements.decide(inForce, 'refund', {
      payments: [{ paidOn, amount: usd(paid) }],
      price: usd(paid),
      registeredOn: paidOn,
      terminatedOn: endedOn,
      asOf: endedOn,
      endedBy: 'licensee',
      ground: 'none',
      ...(provided && { providedOn: paidOn }),
    });
    return outcome.is === 'amount' ? amountOf(outcome.cash) : none;
  };

  return {
    4.7: ({ paidOn, price, paid }) => {
      const facts = { payments: [{ paidOn, amount: usd(paid) }], price: usd(price) };
      return {
        obligationMetOn: evaluate('4.7/met', facts).value.on,
        activateBy: evaluate('4.7/activateBy', facts).value.lastDay,
      };
    },
    '3.6, 4.8': ({ paidOn }) => evaluate('3.6', { paidOn }).value.lastDay,
    4.9: ({ paidOn, claims }) => {
      const on = (day) =>
        evaluate('4.9', {
          payments: [{ paidOn, amount: usd('100') }],
          price: usd('100'),
          scopeClaimedOn: day,
          asOf: day,
        }).value;
      return { lastDay: on(paidOn).lastDay, deemed: claims.map((day) => on(day).status === 'accepted') };
    },
    4.12: ({ price, months, usedMonths }) => {
      const notReturned = { price: usd(price), months, usedMonths };
      return {
        refund: refund({ paid: price, paidOn: '2026-01-05', endedOn: '2026-03-05', provided: true }),
        notProrated: amountOf(evaluate('4.12/notReturned', notReturned).value.balance),
      };
    },
    '4.9, 4.10, 4.12': ({ paid, provided, delayDays, readings }) => {
      const facts = { payments: [{ paidOn: '2026-03-02', amount: usd(paid) }], price: usd(paid) };
      const endedOn = plusDays(evaluate('4.7/activateBy', facts).value.lastDay, delayDays);
      return readings.map((reading) =>
        refund({ paid, paidOn: '2026-03-02', endedOn, provided, inForce: under({ '4.9-presumption': reading }) }),
      );
    },
    4.11: ({ paidWith, requested }) =>
      requested.map((refundTo) => {
        const asked = { paidWith, refundTo, paymentMethod: 'card', procedureCorrect: true };
        return decide('refundChannel', asked).outcome.state === 'to-the-paying-instrument';
      }),
    6.3: ({ package: price, months, claims }) => {
      const events = [
        { id: 'order', kind: 'ordered', on: '2026-01-05', price: usd(price), months },
        { id: 'payment', kind: 'paidByTransfer', on: '2026-01-05', amount: usd(price), instrument: 'account' },
        ...claims.map(({ month, loss, documented }, at) => ({
          id: `claim${at}`,
          kind: 'lossClaimed',
          on: '2026-07-01',
          seq: at,
          lossOn: `${month}-15`,
          loss: usd(loss),
          lossKind: 'direct',
          ground: 'none',
          documented,
        })),
      ];
      const { entries } = replay(events, '2026-07-01');
      return claims.map((_, at) => {
        const paid = entries.find(({ event, account }) => event === `claim${at}` && account === 'payout');
        return paid === undefined ? none : paid.amount.amount;
      });
    },
    9.4: ({ publishedOn }) => publishedOn.map((day) => evaluate('9.4', { publishedOn: day }).value.effectiveOn),
    10.1: ({ receivedOn }) =>
      receivedOn.map((day) => evaluate('10.1/answerBy', { claimReceivedOn: day }).value.lastDay),
    'preamble, 2.4, 3.7, 9.1': ({ checkboxOn, registeredOn, paidInFullOn, installedOn }) => {
      const payments = { payments: [{ paidOn: paidInFullOn, amount: usd('100') }], price: usd('100') };
      return {
        concludedOn: evaluate('preamble', { boxCheckedOn: checkboxOn, installedOn, ...payments }).value.day,
        inForceOn: evaluate('9.1', { registeredOn, ...payments }).value.day,
      };
    },
    5.9: ({ plans }) => plans.map(([plan, archived]) => decide('features', { plan, archived }).outcome.state),
  };
}
