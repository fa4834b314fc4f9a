import type { Money } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import type { DecidedOutcome } from '../decide/decide.js';
import type { Entered, EntryWriter } from './entryWriter.js';
import { refuseEvent } from './eventErrors.js';
import { creditRefund, refundOf } from './refunds.js';
import type { RunningPosting } from './runningPosting.js';

/** Enters what an outcome pays out and credits; returns the amounts entered. @internal */
export function payOutcome(
  writer: EntryWriter,
  running: RunningPosting,
  outcome: Extract<DecidedOutcome, { readonly is: 'amount' }>,
  details: Pick<Entered, 'decision' | 'cites' | 'facts'>,
): { readonly cash: Money; readonly toBalance: Money } {
  const { posting, cause } = running;
  const refund = refundOf(writer.state, running, outcome.cash, outcome.toBalance);
  const { cash, toBalance, purchase } = refund;
  if (cash.units !== 0 && posting.paysFrom === 'balance') {
    const wallets = running.agreement.data.wallets?.filter(({ payable }) => payable);
    const { taken, uncovered } = writer.state.spend(cash, wallets);
    if (wallets !== undefined && uncovered.units !== 0)
      refuseEvent(cause, posting.id, 'not-covered', cash.toString(), 'no more than may be paid out of the balance');
    writer.add(running, { account: 'balance', amount: negateMoney(cash), ...details, wallets: taken, more: '/paid' });
  }
  if (cash.units !== 0) writer.add(running, { account: 'payout', amount: cash, ...details, purchase });
  if (toBalance.units !== 0) creditRefund(writer, running, refund, details);
  return { cash, toBalance };
}
