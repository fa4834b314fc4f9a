import { requireTerms } from '../../errors/requireTerms.js';
import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import type { AgreementEditions } from '../model/timeline.js';

import { accountCurrency } from './accountCurrency.js';
import type { AccountEvent } from './accountEvent.js';
import { readEvents } from './accountEvent.js';
import { applyRead } from './applyEvents.js';
import { type OpenAccountOptions, openAccount } from './openAccount.js';
import { type Statement, statement } from './statement.js';

/**
 * Computes an account from all its events: `openAccount`, `applyEvents` and `statement` in one call. Events after
 * `asOf` are only validated; the order of the list does not matter. If the agreement has several currencies and none is
 * named, the account has the currency of the first amount in an event, by day, `seq` and id; an amount in another one
 * is rejected.
 *
 * @throws {@link AgreementError} as `applyEvents` and {@link statement}.
 * @example
 * ```ts no-run
 * replay(agreement, events, '2026-06-30').balance
 * ```
 */
export function replay(
  agreement: AgreementEditions,
  events: readonly AccountEvent[],
  asOf: DayInput,
  options: OpenAccountOptions = {},
): Statement {
  const day = epochDayOf(asOf, 'asOf');
  requireTerms(options);
  const { currency = accountCurrency(agreement, events) } = options;
  const account = openAccount(agreement, { ...options, ...(currency !== undefined && { currency }) });
  const read = readEvents(account.timeline, events, account.reading);
  return statement(
    applyRead(
      account,
      read.filter((event) => event.day <= day),
    ),
    asOf,
  );
}
