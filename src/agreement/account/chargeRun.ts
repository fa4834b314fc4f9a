import { refuse } from '../../errors/agreementError.js';
import type { CurrencyCode } from '../../money/currency.js';
import { moneyOfJson, moneyOfUnits } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, isoOfEpochDay, monthNumberOf } from '../../time/epochDay.js';
import type { Agreement } from '../model/definedAgreement.js';
import { jsonRecord } from '../model/value.js';
import type { DailyEntries, Entry } from './accountJson.js';
import { type Charge, chargePlanOf, chargeUnits } from './chargePlans.js';
import type { EntryRow } from './journal.js';
import { postingsOf } from './postingsOf.js';

/** Days within one month with only their charges. @internal */
export class ChargeRun implements EntryRow {
  seq = 0;
  readonly count: number;
  readonly isRemark = false;
  #made: readonly Entry[] | undefined;
  readonly #agreement: Agreement;
  readonly #charges: readonly Charge[];
  readonly #first: number;
  readonly #days: number;
  /** The balance before, in minor units. */
  readonly #balance: number;
  readonly #keyOf: (posting: string, cause: string) => string;

  constructor(
    agreement: Agreement,
    charges: readonly Charge[],
    first: number,
    days: number,
    balance: number,
    keyOf: (posting: string, cause: string) => string,
  ) {
    this.count = days * charges.length;
    this.#agreement = agreement;
    this.#charges = charges;
    this.#first = first;
    this.#days = days;
    this.#balance = balance;
    this.#keyOf = keyOf;
  }

  /** Restores a run from its JSON. */
  static from(
    { firstDay, days, edition, balanceBefore, charges }: DailyEntries,
    editions: readonly Agreement[],
    keyOf: (posting: string, cause: string) => string,
  ): ChargeRun {
    const agreement = editions.find(({ data }) => data.edition === edition);
    const unknown = (value: unknown, expected: string): never =>
      refuse('state-invalid', 'state.dailyEntries', value, expected);
    if (agreement === undefined) return unknown(edition, 'an edition that is given');
    const restored = charges.map(({ posting, price, facts }): Charge => {
      const plan = postingsOf(agreement).wholeDay.find((known) => known.posting.id === posting);
      const by = plan && chargePlanOf(agreement, plan);
      return by === undefined
        ? unknown(posting, 'a posting that charges days')
        : { by, price: moneyOfJson(price).units, facts };
    });
    const { units } = moneyOfJson(balanceBefore);
    return new ChargeRun(agreement, restored, epochDayOf(firstDay, 'firstDay'), days, units, keyOf);
  }

  dailyEntries(currency: CurrencyCode): DailyEntries {
    return {
      seq: this.seq,
      firstDay: isoOfEpochDay(this.#first),
      days: this.#days,
      edition: this.#agreement.data.edition,
      balanceBefore: moneyOfUnits(this.#balance, currency).toJSON(),
      charges: this.#charges.map(({ by, price, facts }) => ({
        posting: by.plan.posting.id,
        price: moneyOfUnits(price, currency).toJSON(),
        facts: jsonRecord(facts),
      })),
    };
  }

  /** The entries, by day. */
  entries(currency: CurrencyCode): readonly Entry[] {
    this.#made ??= this.#entriesAnew(currency);
    return this.#made;
  }

  #entriesAnew(currency: CurrencyCode): readonly Entry[] {
    const { seq } = this;
    const civil = civilOfEpochDay(this.#first);
    const inMonth = daysInMonth(monthNumberOf(civil));
    const from = dayOfCivil(civil);
    const entries: Entry[] = [];
    let balance = this.#balance;
    for (let at = 0; at < this.#days; at += 1) {
      const on = isoOfEpochDay(this.#first + at);
      for (const charge of this.#charges) {
        const { posting, binds } = charge.by.plan;
        const units = chargeUnits(charge, from + at, from + at, inMonth);
        balance -= units;
        const facts: Record<string, unknown> = {};
        for (const [name] of binds) facts[name] = charge.by.dayFacts.has(name) ? on : charge.facts[name];
        entries.push({
          key: this.#keyOf(posting.id, on),
          seq: seq + entries.length,
          on,
          account: 'balance',
          amount: moneyOfUnits(0 - units, currency).toJSON(),
          balanceAfter: moneyOfUnits(balance, currency).toJSON(),
          posting: posting.id,
          computation: posting.computes as string,
          event: null,
          edition: this.#agreement.data.edition,
          cites: Object.freeze([charge.by.clause]),
          facts: jsonRecord(facts),
        });
      }
    }
    return entries;
  }
}
