import type { Money } from '../../money/money.js';
import type { Cause } from './cause.js';
import type { EntryWriter } from './entryWriter.js';
import type { LotOrigin } from './lot.js';

/**
 * Credits the balance and closes the deadlines and rights of debts that the credit pays off. Returns what was left for
 * the wallet.
 *
 * @internal
 */
export function creditBalance(writer: EntryWriter, amount: Money, cause: Cause, origin: LotOrigin): Money {
  const { paidOff, left } = writer.state.credit(amount, cause.on, origin);
  for (const debt of paidOff) closeOfDebt(writer, debt, cause.on);
  return left;
}

function closeOfDebt(writer: EntryWriter, debt: string, on: string): void {
  const { state } = writer;
  state.closeDeadlines(on, ({ closedBy, cause }) => closedBy.includes('debtPaid') && cause === debt);
  // A right opened by a debt is identified by the cause of the debt.
  state.closeRights(
    on,
    ({ key, posting, closedBy }) => closedBy.includes('debtPaid') && key === writer.keyOf('right', posting, debt),
  );
}
