import { refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { addMoney } from '../../money/addMoney.js';
import type { MoneyJson } from '../../money/money.js';
import { type DayInput, epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Reading } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ClauseNumber } from '../model/source.js';
import { Account } from './account.js';
import type { AssumedOrder, Debt, Entry, OpenedDeadline, OpenedRight, Remark } from './accountJson.js';
import { AccountWriter } from './accountWriter.js';
import { type Accrual, accrualsOf, accruedOn, owedOfAccruals } from './accruals.js';
import { causeOfDay } from './cause.js';
import { DayRunner } from './dayRunner.js';
import { withEntries } from './lazyEntries.js';
import { isOpenOn } from './rights.js';

/** A reading in force, and what it affects. */
export interface ReadingInForce {
  readonly id: string;
  readonly clause: ClauseNumber;
  readonly chosen: string;
  readonly why: Reading['why'];
  readonly others: readonly string[];
}

/** The balance of a wallet. */
export interface WalletBalance {
  readonly wallet: string;
  readonly balance: MoneyJson;
  readonly payable: boolean;
}

/** An account as of a day. */
export interface Statement {
  readonly format: 1;
  /** The id of the account; absent if it was opened without one. */
  readonly account?: string;
  readonly agreement: { readonly id: string; readonly edition: string };
  readonly asOf: string;
  /** The amount to pay: what is left of the debts, and the owed and unpaid part of the accruals. */
  readonly toPay: MoneyJson;
  /** What has accrued and can still be demanded; absent if nothing needs to be demanded. */
  readonly notDemanded?: MoneyJson;
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  readonly accruals: readonly Accrual[];
  readonly balance: MoneyJson;
  /** The balance by wallet, in the order in which debits use them; absent if the agreement has no wallets. */
  readonly wallets?: readonly WalletBalance[];
  readonly debts: readonly Debt[];
  /** Open deadlines: their day has not passed and nothing closed them. */
  readonly deadlines: readonly OpenedDeadline[];
  /** Deadlines whose day has passed without being closed. */
  readonly passedDeadlines: readonly OpenedDeadline[];
  /** Deadlines that were met, because something closed them. */
  readonly metDeadlines: readonly OpenedDeadline[];
  /** Open rights. */
  readonly rights: readonly OpenedRight[];
  /** Rights that were exercised, were closed or have expired. */
  readonly pastRights: readonly OpenedRight[];
  readonly status: string;
  /** Events of a day that neither an instant nor a `seq` puts in order, so that the order of the agreement did. */
  readonly assumedOrder: readonly AssumedOrder[];
  readonly readings: readonly ReadingInForce[];
}

/**
 * The statement of an account as of a day: the entries, accruals, open deadlines and rights, and the readings in force.
 * Entries and remarks are created on access.
 *
 * @throws {@link AgreementError} `day-invalid` for an invalid day; `event-in-closed-period` if the day is before the
 * last event;
 * `day-out-of-range` if daily postings would run through more than a hundred years.
 * @example
 * ```ts no-run
 * statement(account, '2026-06-30').balance
 * ```
 */
export function statement(account: Account, asOf: DayInput): Statement {
  const day = epochDayOf(asOf, 'asOf');
  requirePlainHost();
  const writer = new AccountWriter(Account.need(account), accruedOn);
  const { state } = writer;
  if (state.throughDay !== undefined) {
    if (day < state.throughDay)
      refuse(
        'event-in-closed-period',
        'asOf',
        isoOfEpochDay(day),
        `${state.through}, the day of the last event, or later`,
      );
    new DayRunner(writer).passThrough(day);
  }
  const cause = causeOfDay(day);
  const running = accrualsOf(writer, cause);
  const accruals = running.map(({ accrual }) => accrual);
  const { owed, notDemanded } = owedOfAccruals(running, writer, cause);
  writer.runStatement(day);
  const edition = writer.editionOn(day);
  const debts = state.debts.toJSON();
  const wallets = edition.data.wallets?.map(
    ({ name, payable }): WalletBalance => ({ wallet: name, balance: state.inWallet(name).toJSON(), payable }),
  );
  const { deadlines } = state;
  const isBehind = ({ lastDay }: OpenedDeadline): boolean => epochDayOf(lastDay, 'lastDay') < day;
  const begun = {
    format: 1 as const,
    ...(state.id !== undefined && { account: state.id }),
    agreement: { id: state.agreement, edition: state.edition },
    asOf: cause.on,
    toPay: addMoney(state.debts.owed, owed).toJSON(),
    ...(notDemanded && { notDemanded: notDemanded.toJSON() }),
  };
  return Object.assign(withEntries(begun, state), {
    accruals,
    balance: state.balance.toJSON(),
    ...(wallets && { wallets }),
    debts,
    deadlines: deadlines.filter((deadline) => deadline.closedOn === undefined && !isBehind(deadline)),
    passedDeadlines: deadlines.filter((deadline) => deadline.closedOn === undefined && isBehind(deadline)),
    metDeadlines: deadlines.filter(({ closedOn }) => closedOn !== undefined),
    rights: state.rights.filter((right) => isOpenOn(right, cause.on)),
    pastRights: state.rights.filter((right) => !isOpenOn(right, cause.on)),
    status: state.status,
    assumedOrder: state.assumedOrder,
    readings: readingsInForce(edition),
  });
}

function readingsInForce({ data, readings }: Agreement): readonly ReadingInForce[] {
  return data.readings.map(({ id, clause, why, options, chosen }) => {
    const inForce = readings[id] ?? chosen;
    return { id, clause, chosen: inForce, why, others: Object.keys(options).filter((option) => option !== inForce) };
  });
}
