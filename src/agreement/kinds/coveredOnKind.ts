import { refuse } from '../../errors/agreementError.js';
import { addMoney } from '../../money/addMoney.js';
import { compareMoney } from '../../money/compareMoney.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import { subtractMoney } from '../../money/subtractMoney.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Operand } from '../steps/step.js';
import { dayValue, flagValue, given as givenValue, sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Receipt {
  readonly receivedOn: string;
  readonly amount: Money;
}

interface Given {
  readonly receipts: readonly Receipt[];
  readonly price: Money;
}

type Covered = { covered: boolean; on?: string; short: Money; over: Money };

/** Whether receipts add up to a price, the day on which they first did, and what is short or over in the end. */
export const coveredOnKind: Kind<Given, Covered> = {
  kind: 'coveredOn',
  takes: {
    type: 'record',
    fields: {
      receipts: {
        type: 'list',
        of: { type: 'record', fields: { receivedOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      price: { type: 'money' },
    },
  },
  gives: { covered: { type: 'flag' }, on: { type: 'day' }, short: { type: 'money' }, over: { type: 'money' } },
  countsLimit: false,
  answer({ receipts, price }) {
    const none = moneyOfUnits(0, price.currency);
    if (price.minorUnits < 0n) refuse('amount-invalid', 'price', price, 'a price of zero or more');
    const negative = receipts.find(({ amount }) => amount.minorUnits < 0n);
    if (negative !== undefined) refuse('amount-invalid', 'receipts', negative.amount, 'a sum of zero or more');
    let total: Money = none;
    let on: string | undefined;
    for (const { receivedOn, amount } of inOrder(receipts)) {
      total = addMoney(total, amount);
      if (compareMoney(total, price) >= 0) on ??= receivedOn;
    }
    const left = subtractMoney(price, total);
    return {
      covered: left.minorUnits <= 0n,
      ...(on !== undefined && { on }),
      short: left.minorUnits > 0n ? left : none,
      over: left.minorUnits < 0n ? subtractMoney(total, price) : none,
    };
  },
  steps(record, given, answer) {
    const price = record.need('price');
    const { receipts } = given;
    const parts = Object.fromEntries(
      receipts.map((_, at) => [`receipt${at + 1}`, record.need(`receipts.${at}.amount`)] as const),
    );
    const none = givenValue(sumValue(moneyOfUnits(0, given.price.currency)));
    const received: Operand = record.add(
      'sum',
      'covered.received',
      receipts.length === 0 ? { none } : parts,
      sumValue(receipts.reduce((total, { amount }) => addMoney(total, amount), moneyOfUnits(0, given.price.currency))),
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
      return { covered, short };
    }
    const day = dayValue(answer.on);
    return { covered, on: record.add('select', 'covered.on', { price, on: givenValue(day) }, day) };
  },
};

/** By day; receipts of one day in the order given. */
function inOrder(receipts: readonly Receipt[]): readonly Receipt[] {
  const dayOf = ({ receivedOn }: Receipt): number => epochDayOf(receivedOn, 'receivedOn');
  return [...receipts].sort((a, b) => dayOf(a) - dayOf(b));
}
