import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import type { AgreementEditions } from '../model/timeline.js';
import { type OpenAccountOptions, openAccount } from './account.js';
import { applyRead } from './applyEvents.js';
import type { Event } from './event.js';
import { readEvents } from './event.js';
import { type Statement, statement } from './statement.js';

/**
 * A whole account from its events: `openAccount`, `applyEvents` and `statement` in one. Events after `asOf` are not looked at beyond being
 * read; their order of arrival does not matter.
 *
 * @throws {@link AgreementError} as `applyEvents` and {@link statement}.
 * @example
 * ```ts no-run
 * replay(agreement, events, '2026-06-30').balance
 * ```
 */
export function replay(
  agreement: AgreementEditions,
  events: readonly Event[],
  asOf: DayInput,
  options: OpenAccountOptions = {},
): Statement {
  const day = epochDayOf(asOf, 'asOf');
  const account = openAccount(agreement, options);
  const read = readEvents(account.timeline, events, account.reading);
  return statement(
    applyRead(
      account,
      read.filter((event) => event.day <= day),
    ),
    asOf,
  );
}
