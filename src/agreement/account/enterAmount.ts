import { compareMoney } from '../../money/compareMoney.js';
import type { Money } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import type { Facts } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Binding, Posting } from '../model/posting.js';
import { jsonOf } from '../model/value.js';
import { amountOf } from './amountOf.js';
import { boundText, boundValue, type PostingContext } from './bindings.js';
import type { Cause } from './cause.js';
import { creditBalance } from './creditBalance.js';
import type { Entered, EntryWriter } from './entryWriter.js';
import { refuseEvent } from './eventErrors.js';
import type { Taken } from './lot.js';
import type { PurchaseState } from './namedValues.js';
import { creditRefund, refundOf } from './refunds.js';
import type { RunningPosting } from './runningPosting.js';

/** The part of a debit that the balance does not cover, and the key of the purchase it was for. @internal */
export interface Uncovered {
  readonly amount: Money;
  readonly purchase: string | undefined;
}

type EntryDetails = Pick<Entered, 'computation' | 'facts' | 'cites'>;

/**
 * Enters the amount of a posting. False if the balance does not cover a debit that is taken in full or not at all, so
 * that nothing was entered; the uncovered part if the balance became negative.
 *
 * @internal
 */
export function enterAmount(
  writer: EntryWriter,
  running: RunningPosting,
  answer: Answer | undefined,
  facts: Facts,
  cites: readonly string[] | undefined,
): boolean | Uncovered {
  const { posting, cause } = running;
  const { account, side, amount: source } = posting.post as NonNullable<Posting['post']>;
  const where = { ...running.where, answer };
  const bound = boundValue(source, where);
  const amount = amountOf(bound) ?? refuseEvent(cause, posting.id, 'type', jsonOf(bound), 'an amount to enter');
  if (amount.units === 0) return true;
  const details: EntryDetails = { computation: posting.computes, facts, cites };
  if (side === 'debit' && account === 'balance') return debit(writer, running, amount, where, details);
  if (side === 'debit') writer.add(running, { account, amount: negateMoney(amount), ...details });
  else if (posting.refundOf !== undefined) refund(writer, running, amount, details);
  else if (account === 'payout') writer.add(running, { account, amount, ...details });
  else credit(writer, running, amount, where, details);
  return true;
}

/** Refunds a purchase: in cash or to the balance. */
function refund(writer: EntryWriter, running: RunningPosting, amount: Money, details: EntryDetails): void {
  const { state } = writer;
  const isCash = running.posting.post?.account === 'payout';
  const returned = refundOf(state, running, isCash ? amount : state.nothing, isCash ? state.nothing : amount);
  const { cash, toBalance, purchase } = returned;
  if (cash.units !== 0) writer.add(running, { account: 'payout', amount: cash, ...details, purchase });
  if (toBalance.units !== 0) creditRefund(writer, running, returned, details);
}

function credit(
  writer: EntryWriter,
  running: RunningPosting,
  amount: Money,
  where: PostingContext,
  details: EntryDetails,
): void {
  const { posting, cause } = running;
  const { wallet, expiresOn } = posting.post as NonNullable<Posting['post']>;
  const lastDay = expiresOn === undefined ? undefined : boundText(expiresOn, where);
  const left = creditBalance(writer, amount, cause, {
    ...(wallet !== undefined && { wallet }),
    ...(lastDay !== undefined && { expiresOn: lastDay, posting: posting.id, cause: cause.name }),
  });
  const wallets = wallet === undefined || left.units === 0 ? [] : [{ wallet, amount: left }];
  writer.add(running, { account: 'balance', amount, ...details, wallets });
}

function debit(
  writer: EntryWriter,
  running: RunningPosting,
  amount: Money,
  where: PostingContext,
  details: EntryDetails,
): boolean | Uncovered {
  const { state } = writer;
  const { posting, cause, agreement } = running;
  const { short, wallet } = posting.post as NonNullable<Posting['post']>;
  const available = short !== 'skip' ? undefined : wallet === undefined ? state.balance : state.inWallet(wallet);
  if (available !== undefined && compareMoney(available, amount) < 0) return false;
  const purchase = posting.purchase === undefined ? undefined : newPurchase(writer, posting.purchase, where);
  const { wallets } = agreement.data;
  const only = wallet === undefined ? wallets : wallets?.filter(({ name }) => name === wallet);
  const { taken, uncovered } = state.spend(amount, only);
  if (purchase !== undefined) state.named.setPurchase(purchase, purchaseOf(cause, taken, state.nothing));
  writer.add(running, { account: 'balance', amount: negateMoney(amount), ...details, wallets: taken, purchase });
  return compareMoney(uncovered, state.nothing) > 0 ? { amount: uncovered, purchase } : true;
}

/** The key of a purchase, which no earlier purchase has; undefined if it has no value. */
function newPurchase({ state }: EntryWriter, binding: Binding, where: PostingContext): string | undefined {
  const key = boundText(binding, where);
  if (key !== undefined && state.named.purchase(key) !== undefined) {
    const field = 'event' in binding ? binding.event : 'purchase';
    refuseEvent(where.cause, field, 'duplicate', key, 'a key that no earlier purchase has');
  }
  return key;
}

function purchaseOf({ on }: Cause, taken: readonly Taken[], nothing: Money): PurchaseState {
  return {
    paidOn: on,
    parts: taken.map(({ wallet, amount }) => ({
      ...(wallet !== undefined && { wallet }),
      paid: amount,
      returned: nothing,
    })),
  };
}
