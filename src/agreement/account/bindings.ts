import { refuse } from '../../errors/agreementError.js';
import { addMoney } from '../../money/addMoney.js';
import type { Money } from '../../money/money.js';
import type { Answer } from '../kinds/kind.js';
import type { Wallet } from '../model/agreement.js';
import type { Binding } from '../model/posting.js';
import type { Cause } from './cause.js';
import type { DebtState } from './debts.js';
import { leftOf } from './purchases.js';
import { findOpenRight } from './rights.js';
import type { AccountState } from './state.js';

/** The sources of the values of a posting during its execution. @internal */
export interface PostingContext {
  readonly state: AccountState;
  readonly cause: Cause;
  readonly wallets: readonly Wallet[] | undefined;
  readonly answer?: Answer | undefined;
  readonly debt?: DebtState | undefined;
  /** Everything owed at the time of the debt; only with a debt. */
  readonly debtsTogether?: { readonly total: Money; readonly group: Money } | undefined;
  /** The accrual on the debts, as of the day. */
  readonly accrued?: (() => Money) | undefined;
}

/** The value of a binding; undefined if there is none. @internal */
export function boundValue(binding: Binding, where: PostingContext): unknown {
  const { state, cause } = where;
  if ('event' in binding) return binding.event === 'id' ? cause.event : own(cause.payload, binding.event);
  if ('state' in binding) return stateValue(binding.state, where);
  if ('counter' in binding) return state.named.counter(binding.counter) + binding.plus;
  if ('record' in binding) {
    const key = boundValue(binding.key, where);
    // A key without a value refers to no record, so there is no value.
    if (key === undefined || key === null) return undefined;
    const record = state.named.record(binding.record, String(key));
    if (record === undefined) return refuseUnknownRecord(binding, key, cause);
    return own(record, binding.field);
  }
  if ('records' in binding) return state.named.recordsOf(binding.records);
  if ('debt' in binding) return where.debt === undefined ? undefined : debtField(where.debt, binding.debt);
  if ('asOf' in binding) return cause.on;
  if ('own' in binding) return ownField(binding.own, where);
  if ('result' in binding) return where.answer?.[binding.result];
  if ('wallet' in binding)
    return binding.part === 'balance' ? state.inWallet(binding.wallet) : spentOf(state, binding.wallet);
  if ('purchase' in binding) return purchasePart(binding, where);
  if ('right' in binding) {
    const about = binding.about === undefined ? undefined : boundValue(binding.about, where);
    return findOpenRight(state, cause.on, binding.right, about === undefined ? undefined : String(about)) !== undefined;
  }
  return binding.literal;
}

/**
 * Rejects a key that no record has. If the event gives the key, that field is wrong; if the posting names a fixed record,
 * the event comes before the one that enters it.
 */
function refuseUnknownRecord(
  { key: given, record }: Extract<Binding, { readonly record: string }>,
  key: unknown,
  { event, name, on }: Cause,
): never {
  if (event !== null && 'literal' in given) {
    const expected = `a place after an event that enters ${record}; of the events of a day, those with "at" come first`;
    return refuse('events-invalid', `${event}.on`, on, expected);
  }
  const field = 'event' in given ? given.event : record;
  return refuse('events-invalid', `${event ?? name}.${field}`, key, 'the key of an earlier record');
}

/** The value of a binding as a text; undefined if there is none. @internal */
export function boundText(binding: Binding, where: PostingContext): string | undefined {
  const value = boundValue(binding, where);
  return value === undefined || value === null ? undefined : String(value);
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function ownField(name: string, { state, cause }: PostingContext): unknown {
  if (cause.record === undefined) return undefined;
  if (name === 'key') return cause.record.key;
  return own(state.named.record(cause.record.name, cause.record.key) ?? {}, name);
}

function stateValue(name: string, { state, wallets, debtsTogether, accrued }: PostingContext): unknown {
  switch (name) {
    case 'balance':
      return state.balance;
    case 'status':
      return state.status;
    case 'spentCreditedOn':
      return state.lots.spentCreditedOn;
    case 'oldestCreditedOn':
      return state.lots.oldestCreditedOn;
    case 'totalDebt':
      return debtsTogether?.total ?? state.debts.owed;
    case 'debtsTogether':
      return debtsTogether?.group ?? state.debts.owed;
    case 'debts':
      return state.debts.all.filter(({ left }) => left.units !== 0).map(({ left }) => left);
    case 'availableBalance':
      return state.balance.minorUnits < 0n ? state.nothing : state.balance;
    case 'payableBalance':
      return state.payable(wallets);
    case 'spentNotPayable':
      return state.spent
        .filter(({ wallet }) => wallets?.find((known) => known.name === wallet)?.payable === false)
        .reduce((sum, { amount }) => addMoney(sum, amount), state.nothing);
    case 'nothing':
      return state.nothing;
    case 'unpaidDebt':
      return state.debts.owed;
    case 'accrued':
      return accrued?.() ?? state.nothing;
    default:
      return state.named.value(name);
  }
}

function spentOf(state: AccountState, wallet: string): Money {
  return state.spent.find((taken) => taken.wallet === wallet)?.amount ?? state.nothing;
}

function purchasePart(
  { purchase: binding, part }: Extract<Binding, { readonly purchase: Binding }>,
  where: PostingContext,
): Money | undefined {
  const { state, cause, wallets } = where;
  const key = boundValue(binding, where);
  if (key === undefined || key === null) return undefined;
  const purchase =
    state.named.purchase(String(key)) ??
    refuse('events-invalid', `${cause.event ?? cause.name}.purchase`, key, 'the key of an earlier purchase');
  const sum = (sums: readonly Money[]): Money => sums.reduce((a, b) => addMoney(a, b), state.nothing);
  const { parts } = purchase;
  if (part === 'paid') return sum(parts.map(({ paid }) => paid));
  if (part === 'returned') return sum(parts.map(({ returned }) => returned));
  return part === 'left' ? leftOf(purchase, state.nothing) : leftOf(purchase, state.nothing, wallets);
}

function debtField(debt: DebtState, name: string): unknown {
  switch (name) {
    case 'payments':
      return debt.payments;
    case 'amount':
    case 'left':
    case 'since':
    case 'cause':
      return debt[name];
    default:
      return refuse('agreement-invalid', 'bind.debt', name, 'amount, left, since, cause or payments');
  }
}
