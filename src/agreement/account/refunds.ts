import { addMoney } from '../../money/addMoney.js';
import { compareMoney } from '../../money/compareMoney.js';
import type { Money } from '../../money/money.js';
import { boundText } from './bindings.js';
import { creditBalance } from './creditBalance.js';
import type { Entered, EntryWriter } from './entryWriter.js';
import { refuseEvent } from './eventErrors.js';
import type { Taken } from './lot.js';
import { leftOf, refundPurchase } from './purchases.js';
import type { RunningPosting } from './runningPosting.js';
import type { AccountState } from './state.js';

/** What a refund pays out and credits to the balance. @internal */
export interface Refund {
  readonly cash: Money;
  readonly toBalance: Money;
  /** What returns to the wallets from which the purchase was paid; undefined if it refunds no purchase. */
  readonly parts: readonly Taken[] | undefined;
  /** The key of the purchase. */
  readonly purchase: string | undefined;
}

/** The amount of a refund: all of it, or what is left of its purchase, which is reduced. @internal */
export function refundOf(
  state: AccountState,
  { posting, cause, where, agreement }: RunningPosting,
  cash: Money,
  toBalance: Money,
): Refund {
  const { refundOf: returned } = posting;
  const asked = returned === undefined ? undefined : addMoney(cash, toBalance);
  if (returned === undefined || asked === undefined || asked.units === 0)
    return { cash, toBalance, parts: undefined, purchase: undefined };
  const key = boundText(returned.purchase, where);
  const field = 'event' in returned.purchase ? returned.purchase.event : 'purchase';
  const purchase = key === undefined ? undefined : state.named.purchase(key);
  if (key === undefined || purchase === undefined)
    return refuseEvent(cause, field, 'unknown', key, 'the key of an earlier purchase');
  const left = leftOf(purchase, state.nothing);
  if (returned.over === 'finding' && compareMoney(asked, left) > 0)
    refuseEvent(cause, field, 'refund-over-paid', asked.toString(), `at most ${left}, what was paid and not refunded`);
  const back = refundPurchase(purchase, { cash, toBalance }, agreement.data.wallets, returned.first);
  state.named.setPurchase(key, back.purchase);
  const credited = back.toBalance.reduce((total, { amount }) => addMoney(total, amount), state.nothing);
  return { cash: back.cash, toBalance: credited, parts: back.toBalance, purchase: key };
}

/** Credits a refund: to one wallet, or to those the purchase was paid from. @internal */
export function creditRefund(
  writer: EntryWriter,
  running: RunningPosting,
  { toBalance, parts, purchase }: Refund,
  details: Omit<Entered, 'account' | 'amount'>,
): void {
  const { posting, cause, agreement } = running;
  const { creditsTo } = posting;
  const toSource =
    agreement.data.wallets !== undefined && parts !== undefined && (creditsTo === undefined || creditsTo === 'source');
  const shares: readonly Taken[] = toSource
    ? byWallet(parts)
    : [{ ...(creditsTo !== undefined && creditsTo !== 'source' && { wallet: creditsTo }), amount: toBalance }];
  const credited = shares.flatMap(({ wallet, amount }) => {
    const left = creditBalance(writer, amount, cause, { ...(wallet !== undefined && { wallet }) });
    return wallet === undefined || left.units === 0 ? [] : [{ wallet, amount: left }];
  });
  writer.add(running, { account: 'balance', amount: toBalance, ...details, wallets: credited, purchase });
}

/** Merges amounts that go to the same wallet. */
function byWallet(parts: readonly Taken[]): readonly Taken[] {
  const amounts = new Map<string | undefined, Money>();
  for (const { wallet, amount } of parts) {
    const before = amounts.get(wallet);
    amounts.set(wallet, before === undefined ? amount : addMoney(before, amount));
  }
  return [...amounts].map(([wallet, amount]) => ({ ...(wallet !== undefined && { wallet }), amount }));
}
