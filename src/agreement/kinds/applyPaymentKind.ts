import { applyPayment } from '../../balance/applyPayment.js';
import type { Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { flagValue, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly payment: Money;
  readonly debts: readonly Money[];
  readonly price?: Money;
}

type Applied = {
  toDebts: readonly Money[];
  repaid: Money;
  stillOwed: Money;
  left: Money;
  activates?: boolean;
  carried: Money;
};

/** What a payment covers: the oldest debts first, then the price, and what is carried over. */
export const applyPaymentKind: Kind<Given, Applied> = {
  kind: 'applyPayment',
  takes: {
    type: 'record',
    fields: { payment: { type: 'money' }, debts: { type: 'list', of: { type: 'money' } }, price: { type: 'money' } },
    optional: ['price'],
  },
  gives: {
    toDebts: { type: 'list', of: { type: 'money' } },
    repaid: { type: 'money' },
    stillOwed: { type: 'money' },
    left: { type: 'money' },
    activates: { type: 'flag' },
    carried: { type: 'money' },
  },
  countsLimit: false,
  answer(given) {
    const { toDebts, left, activates, carried, basis } = applyPayment(given);
    const { owed, repaid } = basis;
    return {
      toDebts,
      repaid,
      stillOwed: subtractMoney(owed, repaid),
      left,
      ...(activates !== undefined && { activates }),
      carried,
    };
  },
  steps(record, given, answer) {
    const payment = record.need('payment');
    const debts = given.debts.map((_, at) => [`debt${at + 1}`, record.need(`debts.${at}`)] as const);
    const owed =
      debts.length === 0
        ? undefined
        : record.add('sum', 'payment.owed', Object.fromEntries(debts), sumValue(applyPayment(given).basis.owed));
    const repaid = owed && record.add('least', 'payment.repaid', { payment, owed }, sumValue(answer.repaid));
    const left =
      repaid === undefined
        ? payment
        : record.add('difference', 'payment.left', { payment, repaid }, sumValue(answer.left));
    const price = record.operand('price');
    const stillOwed =
      repaid && owed && record.add('difference', 'payment.stillOwed', { owed, repaid }, sumValue(answer.stillOwed));
    const fields = { left, ...(repaid && { repaid }), ...(stillOwed && { stillOwed }) };
    if (price === undefined || answer.activates === undefined) return { ...fields, carried: left };
    const activates = record.add('compare', 'payment.activates', { left, right: price }, flagValue(answer.activates), {
      notes: { relation: 'atLeast' },
    });
    const carried = answer.activates
      ? record.add('difference', 'payment.carried', { left, price }, sumValue(answer.carried))
      : left;
    return { ...fields, activates, carried };
  },
};
