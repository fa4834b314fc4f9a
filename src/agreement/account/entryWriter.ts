import type { Money } from '../../money/money.js';
import { negateMoney } from '../../money/negateMoney.js';
import type { Facts } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress } from '../model/source.js';
import { jsonRecord } from '../model/value.js';
import type { Entry, Remark, WalletPart } from './accountJson.js';
import type { Cause } from './cause.js';
import { CreditEntry } from './creditEntry.js';
import { DayRun } from './dayRun.js';
import { entryKeyOf, keyPrefixOf } from './entryKeyOf.js';
import { evaluatedApart } from './evaluatedApart.js';
import type { LotState, Taken } from './lot.js';
import type { RunningPosting } from './runningPosting.js';
import type { AccountState } from './state.js';

/** The content of an entry besides its posting and its cause. @internal */
export interface Entered {
  readonly account: Entry['account'];
  readonly amount: Money;
  readonly facts: Facts;
  readonly computation?: ComputationAddress | undefined;
  readonly decision?: Entry['decision'] | undefined;
  /** The clauses of the row that decided; those of a computation are determined when the entry is read. */
  readonly cites?: readonly string[] | undefined;
  readonly wallets?: readonly Taken[] | undefined;
  readonly purchase?: string | undefined;
  /** A suffix of the key, after the cause. */
  readonly more?: string | undefined;
}

/** Writes the entries and remarks of one account into its journal. @internal */
export class EntryWriter {
  readonly state: AccountState;
  /** The key of an entry on the balance: posting and cause. */
  readonly entryKey: (posting: string, cause: string) => string;
  readonly #prefix: string;
  /** The run of daily entries that this writer started and is the only one to extend. */
  #run: DayRun | undefined;

  constructor(state: AccountState) {
    this.state = state;
    this.entryKey = entryKeyOf(state.id);
    this.#prefix = keyPrefixOf(state.id);
  }

  /** The key of an entry or remark: account id, posting and cause. */
  keyOf(kind: string, posting: string, cause: string): string {
    return `${this.#prefix}${kind}/${posting}/${cause}`;
  }

  /** Adds an entry of a posting. */
  add(running: RunningPosting, entered: Entered): void {
    if (this.#addToRun(running, entered)) return;
    const { posting, agreement, cause } = running;
    const { account, amount, computation, decision, facts, purchase } = entered;
    const key = this.keyOf(account, posting.id, `${cause.name}${entered.more ?? ''}`);
    const balanceAfter = this.state.balance;
    const wallets = agreement.data.wallets === undefined ? undefined : entered.wallets;
    this.state.journal.enter((seq) => ({
      key,
      seq,
      on: cause.on,
      account,
      amount: amount.toJSON(),
      balanceAfter: balanceAfter.toJSON(),
      posting: posting.id,
      ...(computation !== undefined && { computation }),
      ...(decision !== undefined && { decision }),
      ...(wallets !== undefined &&
        account === 'balance' && {
          wallets: wallets.map(
            ({ wallet, amount: part }): WalletPart => ({
              wallet: wallet as string,
              amount: (amount.minorUnits < 0n ? negateMoney(part) : part).toJSON(),
            }),
          ),
        }),
      ...(purchase !== undefined && { purchase }),
      event: cause.event,
      edition: agreement.data.edition,
      cites: entered.cites ?? (computation === undefined ? [] : evaluatedApart(agreement, computation, facts).cites),
      facts: jsonRecord(facts),
    }));
  }

  /** Adds a daily charge of a computation to the run of entries of the previous days; false for any other posting. */
  #addToRun({ plan, posting, agreement, cause }: RunningPosting, entered: Entered): boolean {
    const { dayFacts } = plan;
    const { account, amount, computation, facts, cites } = entered;
    if (dayFacts === undefined || computation === undefined || account !== 'balance' || cause.event !== null)
      return false;
    if (agreement.data.wallets !== undefined || entered.purchase !== undefined || entered.more !== undefined)
      return false;
    const { balanceUnits, journal } = this.state;
    if (Number.isNaN(amount.units) || Number.isNaN(balanceUnits)) return false;
    const { edition } = agreement.data;
    const record = cause.record?.key;
    const run = this.#run;
    if (run !== undefined && journal.endsWith(run) && run.continues(posting.id, edition, record, cause.day, facts)) {
      run.add(amount.units, balanceUnits);
      journal.grow();
      return true;
    }
    const citesOf = cites === undefined ? (of: Facts) => evaluatedApart(agreement, computation, of).cites : () => cites;
    const head = { prefix: this.#prefix, posting: posting.id, computation, edition, record, facts, dayFacts, citesOf };
    this.#run = new DayRun(head, cause.day, amount.units, balanceUnits);
    journal.enterRow(this.#run);
    return true;
  }

  /** Adds the entry of a posting that only credits an amount of its event to the balance. */
  addCredit(posting: string, cause: Cause, amount: Money, edition: string): void {
    const { journal, balance } = this.state;
    journal.enterRow(new CreditEntry(this.#prefix, posting, cause, amount, balance, edition));
  }

  /** Adds the entry of a credit whose remainder has lapsed. */
  addLapse(lot: LotState, cause: Cause, edition: string): void {
    const { posting = '', wallet, left, cause: credit } = lot;
    const balanceAfter = this.state.balance;
    const key = this.keyOf('balance', posting, `${credit}/lapsed`);
    this.state.journal.enter((seq) => ({
      key,
      seq,
      on: cause.on,
      account: 'balance',
      amount: negateMoney(left).toJSON(),
      balanceAfter: balanceAfter.toJSON(),
      posting,
      ...(wallet !== undefined && { wallets: [{ wallet, amount: negateMoney(left).toJSON() }] }),
      lapsed: true,
      event: null,
      edition,
      cites: [],
      facts: {},
    }));
  }

  /** Adds a remark. */
  remark(
    posting: string,
    { name, on, event }: Cause,
    kind: string,
    { data }: Agreement,
    { cites = [], facts = {}, ...details }: Partial<Remark>,
  ): void {
    const key = this.keyOf(kind, posting, name);
    this.state.journal.remark((seq) => ({
      key,
      seq,
      on,
      event,
      posting,
      ...details,
      edition: data.edition,
      cites,
      facts: jsonRecord(facts),
    }));
  }

  /** Adds a remark that reports a field of the computation of a posting. */
  report({ posting, cause, agreement }: RunningPosting, field: string, answer: Answer | undefined, facts: Facts): void {
    const key = this.keyOf('computed', posting.id, cause.name);
    const value = answer?.[field];
    this.state.journal.remark((seq) => {
      const result = evaluatedApart(agreement, posting.computes as string, facts);
      return {
        key,
        seq,
        on: cause.on,
        event: cause.event,
        posting: posting.id,
        computed: { computation: result.computation, field, value: JSON.parse(JSON.stringify(value ?? null)) },
        edition: agreement.data.edition,
        cites: result.cites,
        facts: JSON.parse(JSON.stringify(result.facts)),
      };
    });
  }
}
