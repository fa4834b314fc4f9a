import { refuse } from '../../errors/agreementError.js';
import type { Money, MoneyJson } from '../../money/money.js';
import { isMoney } from '../../money/money.js';
import type { DayInput } from '../../time/dayInput.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Answer } from '../kinds/kind.js';
import type { ClauseNumber, ComputationAddress, Reading } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import type { Account, Debt, Entry, OpenedDeadline, Remark } from './account.js';
import { AccountWriter, type Cause, causeOfDay, evaluate } from './accountWriter.js';
import { DayRunner } from './dayRunner.js';

/** What runs with the day of the statement: never part of the state. */
export interface Accrual {
  /** Account, posting and the cause of the debt. */
  readonly key: string;
  readonly computation: ComputationAddress;
  /** The sum as of the day of the statement. */
  readonly amount: MoneyJson;
  readonly value: Answer;
  readonly cites: readonly ClauseNumber[];
  /** What caused the debt it runs on: the id of an event, or the day; with the key of the record where a posting was made for one. */
  readonly event: string | null;
  /** The edition it is judged by: the one in force on the day the debt arose. */
  readonly edition: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A reading that is in force, with what it touches. */
export interface ReadingInForce {
  readonly id: string;
  readonly clause: ClauseNumber;
  readonly chosen: string;
  readonly why: Reading['why'];
  readonly others: readonly string[];
}

/** What stands on an account as of a day. */
export interface Statement {
  readonly format: 1;
  readonly agreement: { readonly id: string; readonly edition: string };
  readonly asOf: string;
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  readonly accruals: readonly Accrual[];
  readonly balance: MoneyJson;
  readonly debts: readonly Debt[];
  /** Deadlines that are open: not closed, whether their day has passed or not. */
  readonly deadlines: readonly OpenedDeadline[];
  readonly status: string;
  readonly readings: readonly ReadingInForce[];
}

/**
 * What stands on an account as of a day: the entries, what runs with the day, open deadlines and the readings in force.
 *
 * @throws {@link AgreementError} `day-invalid` for what is no day; `event-in-closed-period` if the day lies before the last event.
 * @example
 * ```ts no-run
 * statement(account, '2026-06-30').balance
 * ```
 */
export function statement(account: Account, asOf: DayInput): Statement {
  const day = epochDayOf(asOf, 'asOf');
  const writer = new AccountWriter(account);
  if (writer.through !== undefined) {
    if (day < epochDayOf(writer.through, 'through'))
      refuse(
        'event-in-closed-period',
        'asOf',
        isoOfEpochDay(day),
        `${writer.through}, the day of the last event, or later`,
      );
    new DayRunner(writer).passThrough(day);
  }
  const cause = causeOfDay(day);
  const accruals = accrualsOf(writer, cause);
  for (const posting of writer.editionOn(day).postings)
    if (posting.each === 'statement') writer.runStatement(posting, cause);
  const { state } = writer.account();
  return {
    format: 1,
    agreement: state.agreement,
    asOf: isoOfEpochDay(day),
    entries: state.entries,
    remarks: state.remarks,
    accruals,
    balance: state.balance,
    debts: state.debts,
    deadlines: state.deadlines.filter((deadline) => deadline.closedOn === undefined),
    status: state.status,
    readings: readingsInForce(writer.editionOn(day)),
  };
}

/** What runs on each debt, by the edition in force on the day the debt arose. */
function accrualsOf(writer: AccountWriter, cause: Cause): Accrual[] {
  return writer.debts.flatMap((debt) => {
    const edition = writer.editionOn(epochDayOf(debt.since, 'since'));
    return edition.postings
      .filter((posting) => posting.each === 'debt' && posting.computes !== undefined)
      .flatMap((posting) => {
        if (!writer.applies(edition, posting, cause, debt)) return [];
        const facts = writer.factsOf(posting, cause, debt);
        const result = evaluate(edition, posting.computes as string, facts);
        const source = posting.post?.amount;
        const amount = source !== undefined && 'result' in source ? (result.value[source.result] as Money) : undefined;
        if (!isMoney(amount) || amount.units === 0) return [];
        return [
          {
            key: `accrual/${posting.id}/${debt.cause}`,
            computation: result.computation,
            amount: amount.toJSON(),
            value: result.value,
            cites: result.cites,
            event: debt.cause,
            edition: edition.data.edition,
            facts: result.facts,
          },
        ];
      });
  });
}

function readingsInForce({ data, readings }: Agreement): readonly ReadingInForce[] {
  return data.readings.map(({ id, clause, why, options, chosen }) => {
    const inForce = readings[id] ?? chosen;
    return { id, clause, chosen: inForce, why, others: Object.keys(options).filter((option) => option !== inForce) };
  });
}
