import { refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import type { Agreement } from '../model/defineAgreement.js';
import { type AgreementEditions, Timeline } from '../model/timeline.js';
import { Account, type AccountJson } from './account.js';
import { ChargeRun } from './dailyCharges.js';
import { entryKeyOf } from './entryKeyOf.js';
import { AccountState } from './state.js';

/** How an account begins, or goes on. */
export interface OpenAccountOptions {
  /**
   * The id of the account, a text of 1 to 200 characters: keys of entries, deadlines and rights then begin with it, so that those of two
   * accounts never collide. Absent, they name none.
   */
  readonly account?: string;
  /** The currency of the account; needed where the agreement has several, absent where it has one. */
  readonly currency?: CurrencyCode;
  /** The state to go on from; absent, the account is new. */
  readonly state?: AccountJson;
}

/**
 * A new account under an agreement, or one that is taken up again from its JSON. Under several editions every act is judged by the one in
 * force on its day.
 *
 * @throws {@link AgreementError} `state-invalid` if the state belongs to another agreement, to an edition that is not given or to another
 * account, or is no state of this format; `currency-unknown` if the agreement has several currencies and none, or another, is named;
 * `argument-invalid` for an id that is no text of 1 to 200 characters.
 * @example
 * ```ts no-run
 * const account = openAccount(agreement, { account: 'customer-17' });
 * const again = openAccount(agreement, { state: JSON.parse(JSON.stringify(account)) });
 * ```
 */
export function openAccount(agreement: AgreementEditions, options: OpenAccountOptions = {}): Account {
  requirePlainHost();
  const timeline = new Timeline(agreement);
  if (typeof options !== 'object' || options === null)
    refuse('argument-invalid', 'options', options, '{ account, currency, state }, or nothing');
  const { id, edition, currencies } = (timeline.editions[0] as Agreement).data;
  const { account, state, currency = currencies.length === 1 ? currencies[0] : undefined } = options;
  if (account !== undefined && (typeof account !== 'string' || account === '' || account.length > 200))
    refuse('argument-invalid', 'account', account, 'an id, a text of 1 to 200 characters');
  if (state !== undefined) {
    if (typeof state !== 'object' || state === null) refuse('state-invalid', 'state', state, 'the JSON of an account');
    const { format, agreement: stamp } = state;
    if (format !== 2)
      refuse(
        'state-invalid',
        'state.format',
        format,
        '2; a state of an earlier format is made anew by replaying its events',
      );
    const editions = timeline.editions.map(({ data }) => data.edition);
    if (stamp?.id !== id || !editions.includes(stamp.edition) || !isKnownCurrency(state.balance?.currency))
      refuse(
        'state-invalid',
        'state.agreement',
        stamp,
        `the state of an account under ${id}, ${editions.join(' or ')}`,
      );
    if (account !== undefined && account !== state.account)
      refuse('state-invalid', 'state.account', state.account, `the state of account ${account}`);
    return accountFrom(timeline, state);
  }
  if (currency === undefined || !currencies.includes(currency))
    refuse('currency-unknown', 'currency', currency, `one of ${currencies.join(', ')}`);
  return new Account(timeline, AccountState.opened({ id: account, agreement: id, edition, currency }));
}

function accountFrom(timeline: Timeline, state: AccountJson): Account {
  const keyOf = entryKeyOf(state.account);
  const runs = state.dailyEntries.map((told) => ({
    seq: told.seq,
    run: ChargeRun.from(told, timeline.editions, keyOf),
  }));
  return new Account(timeline, AccountState.from(state, runs));
}
