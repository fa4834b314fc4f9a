import { debitBalance } from '../../balance/debitBalance.js';
import { minMoney } from '../../money/minMoney.js';
import type { Money } from '../../money/money.js';
import { sumValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly balance: Money;
  readonly charge: Money;
  readonly partial: boolean;
}

/** How much of a charge a balance covers, and what remains uncovered: prepayment in full, and set-off. */
export const debitBalanceKind: Kind<Given, { debited: Money; balance: Money; short: Money; covered: boolean }> = {
  kind: 'debitBalance',
  takes: {
    type: 'record',
    fields: { balance: { type: 'money' }, charge: { type: 'money' }, partial: { type: 'flag' } },
  },
  gives: {
    debited: { type: 'money' },
    balance: { type: 'money' },
    short: { type: 'money' },
    covered: { type: 'flag' },
  },
  countsLimit: false,
  answer(given) {
    const { debited, balance, short } = debitBalance(given);
    return { debited, balance, short, covered: short.units === 0 };
  },
  steps(record, given, answer) {
    const balance = record.need('balance');
    const charge = record.need('charge');
    const covered = record.add(
      'compare',
      answer.covered ? 'debit.covered' : 'debit.notCovered',
      { left: balance, right: charge },
      { type: 'flag', value: answer.covered },
      { notes: { relation: 'atLeast' } },
    );
    const atMost = minMoney(given.balance, given.charge);
    if (answer.covered || (given.partial && atMost.minorUnits >= 0n)) {
      const debited = record.add('least', 'debit.debited', { balance, charge }, sumValue(atMost));
      const left = record.add('difference', 'debit.left', { balance, debited }, sumValue(answer.balance));
      if (answer.covered) return { covered, debited, balance: left };
      const short = record.add('difference', 'debit.short', { charge, debited }, sumValue(answer.short));
      return { covered, debited, balance: left, short };
    }
    return { covered, balance };
  },
};
