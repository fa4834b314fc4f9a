import { refuse } from '../../errors/agreementError.js';
import { addMoney } from '../../money/addMoney.js';
import { compareMoney } from '../../money/compareMoney.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Operand } from '../steps/step.js';
import { dayValue, entryOperands, flagValue, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Payment {
  readonly paidOn: string;
  readonly amount: Money;
}

interface Given {
  readonly payments: readonly Payment[];
  readonly price: Money;
}

type Covered = { covered: boolean; on?: string; received: Money; short: Money; over: Money };

/** Whether payments add up to a price, the day on which they first did, and the final shortfall or excess. */
export const coveredOnKind: Kind<Given, Covered> = {
  kind: 'coveredOn',
  takes: {
    type: 'record',
    fields: {
      payments: {
        type: 'list',
        of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      price: { type: 'money' },
    },
  },
  gives: {
    covered: { type: 'flag' },
    on: { type: 'day' },
    received: { type: 'money' },
    short: { type: 'money' },
    over: { type: 'money' },
  },
  countsLimit: false,
  answer({ payments, price }) {
    const none = moneyOfUnits(0, price.currency);
    if (price.minorUnits < 0n) refuse('amount-invalid', 'price', price, 'a price of zero or more');
    const negative = payments.find(({ amount }) => amount.minorUnits < 0n);
    if (negative !== undefined) refuse('amount-invalid', 'payments', negative.amount, 'an amount of zero or more');
    let total: Money = none;
    let on: string | undefined;
    for (const { paidOn, amount } of inOrder(payments)) {
      total = addMoney(total, amount);
      if (compareMoney(total, price) >= 0) on ??= paidOn;
    }
    const left = subtractMoney(price, total);
    return {
      covered: left.minorUnits <= 0n,
      ...(on !== undefined && { on }),
      received: total,
      short: left.minorUnits > 0n ? left : none,
      over: left.minorUnits < 0n ? subtractMoney(total, price) : none,
    };
  },
  steps(record, given, answer) {
    const price = record.need('price');
    const { payments } = given;
    const parts = Object.fromEntries(
      payments.map((_, at) => [`payment${at + 1}`, record.need(`payments.${at}.amount`)] as const),
    );
    const received: Operand = record.add(
      payments.length === 0 ? 'nothing' : 'sum',
      payments.length === 0 ? 'covered.nothing' : 'covered.received',
      payments.length === 0 ? { price } : parts,
      sumValue(payments.reduce((total, { amount }) => addMoney(total, amount), moneyOfUnits(0, given.price.currency))),
    );
    const covered = record.add(
      'compare',
      answer.covered ? 'covered.inFull' : 'covered.inPart',
      { left: received, right: price },
      flagValue(answer.covered),
      { notes: { relation: 'atLeast' } },
    );
    if (answer.on === undefined) {
      const short = record.add('difference', 'covered.short', { price, received }, sumValue(answer.short));
      return { covered, received, short };
    }
    const day = dayValue(answer.on);
    const entries = entryOperands(record, 'payments', payments.length, { paidOn: 'paidOn', payment: 'amount' });
    return { covered, received, on: record.add('firstCovered', 'covered.on', { price, ...entries }, day) };
  },
};

/** Sorted by day; payments of one day in the given order. */
function inOrder(payments: readonly Payment[]): readonly Payment[] {
  const dayOf = ({ paidOn }: Payment): number => epochDayOf(paidOn, 'paidOn');
  return [...payments].sort((a, b) => dayOf(a) - dayOf(b));
}
