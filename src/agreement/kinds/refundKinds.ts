/** Kinds of refund: closing an account, repricing past use, and which top-ups can still be refunded. */

import type { DecimalText } from '../../money/decimalNumber.js';
import type { Money } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { sumMoney } from '../../money/sumMoney.js';
import { closingRefund } from '../../refund/closingRefund.js';
import { refundableCredits } from '../../refund/refundableCredits.js';
import { repriceAtBase } from '../../refund/repriceAtBase.js';
import { epochDayOf } from '../../time/dayInput.js';
import { deadline } from '../../time/deadline.js';
import type { DayLimit } from '../../time/timeLimit.js';
import type { Operand } from '../steps/step.js';
import { productOf, sumValue } from '../steps/values.js';
import { limitSteps } from './deadlineKind.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Closing {
  readonly balance: Money;
  readonly setOff: Money;
  readonly deposits?: Money;
  readonly refunded?: Money;
}

/** What is paid out when an account is closed, what is still owed, and what is retained. */
export const closingRefundKind: Kind<Closing, { refund: Money; debt: Money; retained: Money }> = {
  kind: 'closingRefund',
  takes: {
    type: 'record',
    fields: {
      balance: { type: 'money' },
      setOff: { type: 'money' },
      deposits: { type: 'money' },
      refunded: { type: 'money' },
    },
    optional: ['deposits', 'refunded'],
  },
  gives: { refund: { type: 'money' }, debt: { type: 'money' }, retained: { type: 'money' } },
  countsLimit: false,
  answer(given) {
    const { refund, debt, retained } = closingRefund(given);
    return { refund, debt, retained };
  },
  steps(record, given, answer) {
    const { basis } = closingRefund(given);
    const balance = record.need('balance');
    const setOff = record.need('setOff');
    if (answer.debt.minorUnits > 0n)
      return { debt: record.add('difference', 'closing.debt', { setOff, balance }, sumValue(answer.debt)) };
    const net = record.add('difference', 'closing.net', { balance, setOff }, sumValue(basis.net));
    const deposits = record.operand('deposits');
    if (deposits === undefined || given.deposits === undefined) return { refund: net };
    const refunded = record.operand('refunded');
    const remaining =
      refunded === undefined || given.refunded === undefined
        ? deposits
        : record.add(
            'difference',
            'closing.depositsLeft',
            { deposits, refunded },
            sumValue(subtractMoney(given.deposits, given.refunded)),
          );
    const room = record.add(
      'notBelowZero',
      'closing.room',
      { remaining },
      sumValue(basis.refundable ?? given.deposits),
    );
    const refund = record.add('least', 'closing.refund', { net, room }, sumValue(answer.refund));
    return {
      refund,
      retained: record.add('difference', 'closing.retained', { net, refund }, sumValue(answer.retained)),
    };
  },
};

interface Repricing {
  readonly units: DecimalText;
  readonly baseUnitPrice: Money;
  readonly paid: Money;
}

/** Units at a price, and what remains of the payment or is missing. */
export const repriceAtBaseKind: Kind<Repricing, { cost: Money; remaining: Money; shortfall: Money }> = {
  kind: 'repriceAtBase',
  takes: {
    type: 'record',
    fields: { units: { type: 'decimal' }, baseUnitPrice: { type: 'money' }, paid: { type: 'money' } },
  },
  gives: { cost: { type: 'money' }, remaining: { type: 'money' }, shortfall: { type: 'money' } },
  countsLimit: false,
  answer(given, { rounding }) {
    const { cost, remaining, shortfall } = repriceAtBase({ ...given, rounding });
    return { cost, remaining, shortfall };
  },
  steps(record, given, answer, { rounding }) {
    const operands = { units: record.need('units'), price: record.need('baseUnitPrice') };
    const exact = record.add('product', 'repricing.product', operands, productOf(operands));
    const cost = record.add('round', 'repricing.cost', { exact }, sumValue(answer.cost), { rounding });
    const paid = record.need('paid');
    const left = record.add(
      'difference',
      'repricing.left',
      { paid, cost },
      sumValue(subtractMoney(given.paid, answer.cost)),
    );
    const over = record.add(
      'difference',
      'repricing.over',
      { cost, paid },
      sumValue(subtractMoney(answer.cost, given.paid)),
    );
    return {
      cost,
      remaining: record.add('notBelowZero', 'repricing.remaining', { left }, sumValue(answer.remaining)),
      shortfall: record.add('notBelowZero', 'repricing.shortfall', { over }, sumValue(answer.shortfall)),
    };
  },
};

interface Credits {
  readonly credits: readonly { readonly creditedOn: string; readonly amount: Money }[];
  readonly debits: readonly { readonly debitedOn: string; readonly amount: Money }[];
  readonly asOf: string;
  readonly within: DayLimit;
  readonly none: Money;
}

/** How much of the top-ups can still be refunded, spent first in, first out. `none` is the answer if there are none. */
export const refundableCreditsKind: Kind<Credits, { refundable: Money; left: Money }> = {
  kind: 'refundableCredits',
  takes: {
    type: 'record',
    fields: {
      credits: {
        type: 'list',
        of: { type: 'record', fields: { creditedOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      debits: {
        type: 'list',
        of: { type: 'record', fields: { debitedOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      asOf: { type: 'day' },
      within: { type: 'limit' },
      none: { type: 'money' },
    },
  },
  gives: { refundable: { type: 'money' }, left: { type: 'money' } },
  countsLimit: true,
  answer(given, defaults) {
    const credits = creditsOf(given, defaults);
    return {
      refundable: sumMoney(
        credits.map((credit) => credit.refundable),
        given.none.currency,
      ),
      left: sumMoney(
        credits.map((credit) => credit.left),
        given.none.currency,
      ),
    };
  },
  steps(record, given, answer, defaults) {
    const credits = creditsOf(given, defaults);
    if (credits.length === 0)
      return {
        refundable: record.add('select', 'credits.none', { none: record.need('none') }, sumValue(answer.refundable)),
      };
    // The answer has the top-ups up to the day sorted by day, whatever the order of the input.
    const places = given.credits
      .map(({ creditedOn }, at) => ({ at, day: epochDayOf(creditedOn, 'creditedOn') }))
      .sort((a, b) => a.day - b.day);
    const debits: Record<string, Operand> = {};
    given.debits.forEach(({ debitedOn }, at) => {
      if (epochDayOf(debitedOn, 'debitedOn') <= epochDayOf(given.asOf, 'asOf'))
        debits[`debit${at + 1}`] = record.need(`debits.${at}.amount`);
    });
    const earlier: Record<string, Operand> = {};
    const asOf = record.need('asOf');
    const lefts: Record<string, Operand> = {};
    const parts = credits.map((credit, at) => {
      const place = places[at]?.at ?? 0;
      const amount = record.need(`credits.${place}.amount`);
      const remains = record.add(
        'leftOfLot',
        'credits.remains',
        { amount, ...earlier, ...debits },
        sumValue(credit.left),
      );
      earlier[`earlier${place + 1}`] = amount;
      lefts[`left${at + 1}`] = remains;
      const end = deadline({
        trigger: credit.creditedOn,
        limit: given.within,
        rules: defaults.rules,
        ...calendarFor(defaults, given.within.unit),
      });
      const until = limitSteps(record, `credits.${place}.creditedOn`, 'within', end, defaults).lastDay;
      const operands = { amount, left: remains, asOf, until };
      return [
        `credit${at + 1}`,
        record.add('ifNotAfter', 'credits.left', operands, sumValue(credit.refundable)),
      ] as const;
    });
    return {
      refundable: record.add('sum', 'credits.sum', Object.fromEntries(parts), sumValue(answer.refundable)),
      left: record.add('sum', 'credits.leftInAll', lefts, sumValue(answer.left)),
    };
  },
};

function creditsOf(given: Credits, defaults: AgreementDefaults): ReturnType<typeof refundableCredits>['credits'] {
  const { credits, debits, asOf, within } = given;
  return refundableCredits({
    credits,
    debits,
    asOf,
    within,
    rules: defaults.rules,
    ...calendarFor(defaults, within.unit),
  }).credits;
}
