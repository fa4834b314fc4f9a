import { AgreementError, refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { type CurrencyCode, isKnownCurrency } from '../../money/currency.js';
import type { Agreement } from '../model/definedAgreement.js';
import { type AgreementEditions, Timeline } from '../model/timeline.js';
import { Account } from './account.js';
import type { AccountJson } from './accountJson.js';
import { ChargeRun } from './chargeRun.js';
import { entryKeyOf } from './entryKeyOf.js';
import { requireStateForm } from './requireStateForm.js';
import { AccountState } from './state.js';

/** How to start or continue an account. */
export interface OpenAccountOptions {
  /**
   * The id of the account, a string of 1 to 200 characters, which becomes the prefix of the keys of entries, deadlines
   * and rights, so that those of two accounts never collide. Without it there is no prefix.
   */
  readonly account?: string;
  /** The currency of the account; required if the agreement has several, otherwise omitted. */
  readonly currency?: CurrencyCode;
  /** The state to continue from; omit it for a new account. */
  readonly state?: AccountJson;
}

/**
 * Opens a new account under an agreement, or continues one from its JSON. With several editions every act is judged by
 * the one in force on its day.
 *
 * @throws {@link AgreementError} `state-invalid` if the state belongs to another agreement, another account or an
 * edition that is not given, or is not a state of this format; `currency-unknown` if the agreement has several
 * currencies and none of them is named;
 * `argument-invalid` for an id that is not a string of 1 to 200 characters.
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
        '2; replay the events to bring a state of an earlier format up to date',
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
    return accountOfState(timeline, state);
  }
  if (currency === undefined || !currencies.includes(currency))
    refuse('currency-unknown', 'currency', currency, `one of ${currencies.join(', ')}`);
  return new Account(timeline, AccountState.opened({ id: account, agreement: id, edition, currency }));
}

/** Every part is read here, so whatever is missing shows up here; which part it is, `parseState` says. */
function accountOfState(timeline: Timeline, state: AccountJson): Account {
  try {
    return accountFrom(timeline, state);
  } catch (error) {
    if (error instanceof AgreementError) throw error;
    return refuse('state-invalid', 'state', state, 'the JSON of an account, as parseState() accepts it');
  }
}

function accountFrom(timeline: Timeline, state: AccountJson): Account {
  requireStateForm(state);
  const keyOf = entryKeyOf(state.account);
  const runs = state.dailyEntries.map((daily) => ({
    seq: daily.seq,
    run: ChargeRun.from(daily, timeline.editions, keyOf),
  }));
  return new Account(timeline, AccountState.from(state, runs));
}
