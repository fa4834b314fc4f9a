import type { Money } from '../../money/money.js';
import type { Entry } from './accountJson.js';
import type { Cause } from './cause.js';
import type { EntryRow } from './journal.js';

/** An entry that only credits an amount of its event to the balance. @internal */
export class CreditEntry implements EntryRow {
  seq = 0;
  readonly count = 1;
  readonly isRemark = false;
  readonly #prefix: string;
  readonly #posting: string;
  readonly #cause: Cause;
  readonly #amount: Money;
  readonly #balanceAfter: Money;
  readonly #edition: string;
  #made: readonly Entry[] | undefined;

  constructor(prefix: string, posting: string, cause: Cause, amount: Money, balanceAfter: Money, edition: string) {
    this.#prefix = prefix;
    this.#posting = posting;
    this.#cause = cause;
    this.#amount = amount;
    this.#balanceAfter = balanceAfter;
    this.#edition = edition;
  }

  entries(): readonly Entry[] {
    this.#made ??= [this.#entry()];
    return this.#made;
  }

  #entry(): Entry {
    const { on, event, name } = this.#cause;
    return {
      key: `${this.#prefix}balance/${this.#posting}/${name}`,
      seq: this.seq,
      on,
      account: 'balance',
      amount: this.#amount.toJSON(),
      balanceAfter: this.#balanceAfter.toJSON(),
      posting: this.#posting,
      event,
      edition: this.#edition,
      cites: [],
      facts: {},
    };
  }
}
