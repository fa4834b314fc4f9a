import type { AccountJson, Entry } from '../agreement/account/accountJson.js';
import { openAccount } from '../agreement/account/openAccount.js';
import type { AgreementEditions } from '../agreement/model/timeline.js';
import { ErrorList } from '../agreement/model/value.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { addMoney } from '../money/addMoney.js';
import { compareMoney } from '../money/compareMoney.js';
import { type Money, type MoneyJson, money, moneyOfUnits } from '../money/money.js';
import { subtractMoney } from '../money/subtractMoney.js';
import { copyOfJson } from './copyOfJson.js';
import { documentFindings, throwFindings } from './readDocument.js';
import { stateDocument } from './stateDocument.js';

/**
 * Validates the JSON of the state of an account: the form of every part, reporting all problems at once. With the
 * agreement it also checks the arithmetic, to detect manual changes: each entry must leave the balance it states, the
 * last one the balance of the state, and what is left of the credits less the debts must equal that balance.
 *
 * @param json Any value, as returned by `JSON.parse` or {@link readJson}.
 * @param agreement The agreement of the account, or its editions.
 * @throws {@link AgreementError} `state-invalid` with every problem as a finding: path, value and what was expected;
 * for an earlier format the message says what to do.
 * @example A state of the first format
 * ```ts
 * parseState({ format: 1 }) // throws 'state-invalid'
 * ```
 */
export function parseState(json: unknown, agreement?: AgreementEditions): AccountJson {
  requirePlainHost();
  const format = (json as { readonly format?: unknown } | null)?.format;
  const errors = new ErrorList();
  if (typeof json === 'object' && json !== null && typeof format === 'number' && format !== 2) {
    // In an earlier format everything else is invalid too, which is not informative.
    errors.add('format', 'format', format, '2; replay the events to bring a state of an earlier format up to date');
    errors.throwAs('state-invalid');
  }
  throwFindings(
    documentFindings(stateDocument(), json).map(({ finding }) => finding),
    'state-invalid',
  );
  const state = copyOfJson(json) as AccountJson;
  currencyErrors(state, errors);
  errors.throwAs('state-invalid');
  if (agreement !== undefined) sumErrors(state, openAccount(agreement, { state }).entries, errors);
  errors.throwAs('state-invalid');
  return state;
}

/** An account has one currency. */
function currencyErrors({ balance, debts, lots, entries, dailyEntries }: AccountJson, errors: ErrorList): void {
  const of = (sum: MoneyJson, path: string): void => {
    if (sum.currency !== balance.currency)
      errors.add(`${path}.currency`, 'currency-mismatch', sum.currency, balance.currency);
  };
  debts.forEach((debt, at) => {
    of(debt.amount, `debts.${at}.amount`);
    debt.payments.forEach(({ amount }, nth) => {
      of(amount, `debts.${at}.payments.${nth}.amount`);
    });
  });
  lots.forEach((lot, at) => {
    of(lot.amount, `lots.${at}.amount`);
    of(lot.left, `lots.${at}.left`);
  });
  entries.forEach((entry, at) => {
    of(entry.amount, `entries.${at}.amount`);
    of(entry.balanceAfter, `entries.${at}.balanceAfter`);
  });
  dailyEntries.forEach((run, at) => {
    of(run.balanceBefore, `dailyEntries.${at}.balanceBefore`);
  });
}

function sumErrors(state: AccountJson, entries: readonly Entry[], errors: ErrorList): void {
  let balance = moneyOfUnits(0, state.balance.currency) as Money;
  let place = 0;
  for (const { seq, account, amount, balanceAfter } of entries) {
    if (seq <= place) errors.add('entries', 'sequence', seq, `a place after ${place}`);
    place = seq;
    if (account === 'balance') balance = addMoney(balance, read(amount));
    if (compareMoney(balance, read(balanceAfter)) === 0) continue;
    errors.add('entries', 'sums', balanceAfter.amount, `${balance}, the balance after the entry at place ${seq}`);
    balance = read(balanceAfter);
  }
  if (compareMoney(balance, read(state.balance)) !== 0)
    errors.add('balance', 'sums', state.balance.amount, `${balance}, what the entries leave`);
  // A payout that exceeds the balance does not create a debt.
  if (entries.some(({ key }) => key.endsWith('/paid'))) return;
  const none = moneyOfUnits(0, state.balance.currency) as Money;
  const left = state.lots.reduce((sum, lot) => addMoney(sum, read(lot.left)), none);
  const owed = state.debts.reduce(
    (sum, { amount, payments }) =>
      payments.reduce((rest, payment) => subtractMoney(rest, read(payment.amount)), addMoney(sum, read(amount))),
    none,
  );
  if (compareMoney(subtractMoney(left, owed), read(state.balance)) !== 0)
    errors.add(
      'lots',
      'sums',
      subtractMoney(left, owed).toString(),
      `${read(state.balance)}: what is left of credits, less debts`,
    );
}

function read({ amount, currency }: MoneyJson): Money {
  return money(amount, currency);
}
