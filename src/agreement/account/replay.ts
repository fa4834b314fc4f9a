import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import type { AgreementEditions } from '../model/timeline.js';

import { accountCurrency } from './accountCurrency.js';
import type { AccountEvent } from './accountEvent.js';
import { readEvents } from './accountEvent.js';
import { applyRead } from './applyEvents.js';
import { type OpenAccountOptions, openAccount } from './openAccount.js';
import { type Statement, statement } from './statement.js';

/**
 * A whole account from its events: `openAccount`, `applyEvents` and `statement` in one. Events after `asOf` are not looked at beyond being
 * read; their order of arrival does not matter. Where the agreement has several currencies and none is named, the account is kept in that of
 * the first sum an event carries, by day, `seq` and id; a sum in another is refused.
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
