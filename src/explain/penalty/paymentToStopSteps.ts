import { latePaymentPenaltyKind } from '../../agreement/kinds/latePaymentPenaltyKind.js';
import { sumValue } from '../../agreement/steps/values.js';
import type { CurrencyCode } from '../../money/currency.js';
import type { Money } from '../../money/money.js';
import type { PaymentToStop } from '../../penalty/paymentToStop.js';
import { epochDayOf } from '../../time/dayInput.js';
import { differenceStep } from '../arithmeticSteps.js';
import type { Derivation } from '../derivation.js';
import { renamedArguments } from '../renamedArguments.js';

type PenaltyGiven = Parameters<typeof latePaymentPenaltyKind.answer>[0];
type Given = Omit<PenaltyGiven, 'asOf'> & { readonly payOn: string };

const { asOf: _asOf, ...penaltyFields } = latePaymentPenaltyKind.takes.fields;

/** The payment that stops a penalty, and the penalty accrued by then. */
export const paymentToStopSteps: Derivation<Given, PaymentToStop<CurrencyCode>> = {
  takes: {
    type: 'record',
    fields: { ...penaltyFields, payOn: { type: 'day' } },
    optional: latePaymentPenaltyKind.takes.optional ?? [],
  },
  steps(record, given, answer, defaults) {
    const { payOn: on, ...terms } = given;
    const payOn = record.need('payOn');
    const known = (given.payments ?? []).flatMap((payment, at) =>
      epochDayOf(payment.paidOn, 'paidOn') <= epochDayOf(on, 'payOn') ? [{ ...payment, at }] : [],
    );
    const paid = Object.fromEntries(
      known.map(({ at }, place) => [`paid${place + 1}`, record.need(`payments.${at}.amount`)]),
    );
    const overdue = record.need('overdue');
    const left = known.length === 0 ? overdue : differenceStep(record, 'stop.left', { overdue, ...paid });
    const payment = record.add('notBelowZero', 'stop.payment', { left }, sumValue(answer.payment));
    // Nothing accrues after the payment: the penalty is that of the day, with the payment made.
    const settled = {
      ...terms,
      payments: [...known.map(({ at: _at, ...rest }) => rest), { paidOn: on, amount: answer.payment as Money }],
      asOf: on,
    };
    const inKind = renamedArguments(record, (path) => {
      if (path === 'asOf') return payOn;
      const [, place = '', field = ''] = /^payments\.(\d+)\.(\w+)$/.exec(path) ?? [];
      if (place === '') return path;
      const earlier = known[Number(place)];
      if (earlier !== undefined) return `payments.${earlier.at}.${field}`;
      return field === 'paidOn' ? payOn : payment;
    });
    const { penalty } = latePaymentPenaltyKind.steps(
      inKind,
      settled,
      latePaymentPenaltyKind.answer(settled, defaults),
      defaults,
    );
    const both = { payment, penalty: penalty as typeof payment };
    return { ...both, settlement: record.add('sum', 'stop.settlement', both, sumValue(answer.settlement)) };
  },
};
