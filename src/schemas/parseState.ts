import type { AccountJson, Entry } from '../agreement/account/account.js';
import { openAccount } from '../agreement/account/openAccount.js';
import type { AgreementEditions } from '../agreement/model/timeline.js';
import { Faults } from '../agreement/model/value.js';
import { addMoney } from '../money/addMoney.js';
import { compareMoney } from '../money/compareMoney.js';
import { type Money, type MoneyJson, money, moneyOfUnits } from '../money/money.js';
import { subtractMoney } from '../money/subtractMoney.js';
import { copyOfJson } from './copyOfJson.js';
import { documentFindings, throwFindings } from './readDocument.js';
import { stateDocument } from './stateDocument.js';

/**
 * Reads the state of an account from JSON: the shape of every part, all faults at once; and with the agreement that its sums add up, so that
 * a state somebody changed by hand is noticed: each entry leaves the balance it says, the last of them the balance of the state, and what is
 * left of the credits less the debts is that balance, too.
 *
 * @param json Anything, as `JSON.parse` or {@link readJson} gives it.
 * @param agreement The agreement the account lives under, or its editions.
 * @throws {@link AgreementError} `state-invalid` with every fault as a finding: path, value and what was expected; one of an earlier format
 * says what to do.
 * @example A state of the first format
 * ```ts
 * parseState({ format: 1 }) // throws 'state-invalid'
 * ```
 */
export function parseState(json: unknown, agreement?: AgreementEditions): AccountJson {
  const format = (json as { readonly format?: unknown } | null)?.format;
  const faults = new Faults();
  if (typeof json === 'object' && json !== null && typeof format === 'number' && format !== 2) {
    // All else of an earlier format is wrong, too, and says nothing.
    faults.add('format', 'format', format, '2; a state of an earlier format is made anew by replaying its events');
    faults.throwAs('state-invalid');
  }
  throwFindings(
    documentFindings(stateDocument(), json).map(({ finding }) => finding),
    'state-invalid',
  );
  const state = copyOfJson(json) as AccountJson;
  currencyFaults(state, faults);
  faults.throwAs('state-invalid');
  if (agreement !== undefined) sumFaults(state, openAccount(agreement, { state }).entries, faults);
  faults.throwAs('state-invalid');
  return state;
}

/** An account is kept in one currency. */
function currencyFaults({ balance, debts, lots, entries, dailyEntries }: AccountJson, faults: Faults): void {
  const of = (sum: MoneyJson, path: string): void => {
    if (sum.currency !== balance.currency)
      faults.add(`${path}.currency`, 'currency-mismatch', sum.currency, balance.currency);
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

function sumFaults(state: AccountJson, entries: readonly Entry[], faults: Faults): void {
  let balance = moneyOfUnits(0, state.balance.currency) as Money;
  let place = 0;
  for (const { seq, account, amount, balanceAfter } of entries) {
    if (seq <= place) faults.add('entries', 'sequence', seq, `a place after ${place}`);
    place = seq;
    if (account === 'balance') balance = addMoney(balance, read(amount));
    if (compareMoney(balance, read(balanceAfter)) === 0) continue;
    faults.add('entries', 'sums', balanceAfter.amount, `${balance}, the balance after the entry at place ${seq}`);
    balance = read(balanceAfter);
  }
  if (compareMoney(balance, read(state.balance)) !== 0)
    faults.add('balance', 'sums', state.balance.amount, `${balance}, what the entries leave`);
  // A payout that the balance did not cover is no debt of the account.
  if (entries.some(({ key }) => key.endsWith('/paid'))) return;
  const none = moneyOfUnits(0, state.balance.currency) as Money;
  const left = state.lots.reduce((sum, lot) => addMoney(sum, read(lot.left)), none);
  const owed = state.debts.reduce(
    (sum, { amount, payments }) =>
      payments.reduce((rest, payment) => subtractMoney(rest, read(payment.amount)), addMoney(sum, read(amount))),
    none,
  );
  if (compareMoney(subtractMoney(left, owed), read(state.balance)) !== 0)
    faults.add(
      'lots',
      'sums',
      subtractMoney(left, owed).toString(),
      `${read(state.balance)}: what is left of credits, less debts`,
    );
}

function read({ amount, currency }: MoneyJson): Money {
  return money(amount, currency);
}
