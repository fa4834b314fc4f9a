import type { ValueShape } from '../model/value.js';

const money: ValueShape = { type: 'money' };
const day: ValueShape = { type: 'day' };

/** The built-in values of an account, which no posting sets. @internal */
export const accountValues: Readonly<Record<string, ValueShape>> = {
  accrued: money,
  availableBalance: money,
  balance: money,
  debts: { type: 'list', of: money },
  debtsTogether: money,
  nothing: money,
  oldestCreditedOn: day,
  payableBalance: money,
  spentCreditedOn: day,
  spentNotPayable: money,
  status: { type: 'text' },
  totalDebt: money,
  unpaidDebt: money,
};
