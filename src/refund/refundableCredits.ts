import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, moneyOfUnits, requireCurrency, requireNotNegative } from '../money/money.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { limitEnd } from '../time/limitEnd.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';
import { type SpendingOrder, type SpentCredits, spendDayByDay, spendingOrders } from './spendDayByDay.js';

/** A top-up of a balance. */
export interface CreditEntry<C extends CurrencyCode> {
  readonly creditedOn: DayInput;
  readonly amount: Money<C>;
  /** The time limit of this top-up; defaults to that of the terms. */
  readonly within?: DayLimit;
  /**
   * Whether it was granted rather than paid; defaults to paid. Matters for orders that spend promotional money first.
   */
  readonly promotional?: boolean;
}

/** A debit from a balance. */
export interface DebitEntry<C extends CurrencyCode> {
  readonly debitedOn: DayInput;
  readonly amount: Money<C>;
}

/** What happens to a top-up after its last day: it can be spent but not refunded, or it is lost. */
export type AtEndOfCredit = 'notRefundable' | 'lapses';

/** Terms for finding the top-ups that can still be refunded. */
export interface RefundableCreditsTerms<C extends CurrencyCode> {
  /** Top-ups in any order; those of one day are spent in the order of the list. */
  readonly credits: readonly CreditEntry<C>[];
  /** Debits in any order. */
  readonly debits: readonly DebitEntry<NoInfer<C>>[];
  /** The day of the question; later entries do not count. */
  readonly asOf: DayInput;
  /** How long after its crediting a top-up can be refunded; the last day is included. */
  readonly within: DayLimit;
  /** How the limit is counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
  /** What happens to a top-up after its last day; by default it can be spent but not refunded. */
  readonly atEnd?: AtEndOfCredit;
  /** Which top-up a debit uses first; defaults to the oldest. */
  readonly order?: SpendingOrder;
}

/** What is left of a top-up. */
export interface CreditLeft<C extends CurrencyCode> {
  readonly creditedOn: Temporal.PlainDate;
  /** What no debit has used, as of the day. */
  readonly left: Money<C>;
  /** The last day on which it can be refunded. */
  readonly until: Temporal.PlainDate;
  /** `left` through `until`, then zero. */
  readonly refundable: Money<C>;
  /** What was left at the end of `until` and has lapsed since; absent unless top-ups lapse. */
  readonly lapsed?: Money<C>;
}

/** The figures behind {@link RefundableCredits}. */
export interface RefundableCreditsBasis<C extends CurrencyCode> {
  readonly asOf: Temporal.PlainDate;
  /** The top-ups before any debit, in the order of `credits`. */
  readonly amounts: readonly Money<C>[];
  /** The total of all debits that count; absent if there are none. */
  readonly debited?: Money<C>;
  /** What happens to a top-up after its last day; absent if the terms do not say. */
  readonly atEnd?: AtEndOfCredit;
  /** Which top-up a debit uses first; absent if the terms do not say. */
  readonly order?: SpendingOrder;
}

/** What is left of the top-ups of a balance, and until when each can be refunded. */
export class RefundableCredits<C extends CurrencyCode> {
  /** The amount by which the debits exceed all top-ups; absent if they do not. */
  readonly uncovered?: Money<C>;
  /** @internal */
  readonly entries: Entries<C>;
  /** @internal */
  readonly left: readonly Money<C>[];
  /** The lapsed amount of each; absent unless top-ups lapse. @internal */
  readonly lapsed: readonly Money<C>[] | undefined;
  /** @internal */
  readonly untilDays: readonly number[];
  /** @internal */
  readonly asOf: number;
  /** @internal */
  readonly debited: Money<C> | undefined;
  /** @internal */
  readonly atEnd: AtEndOfCredit | undefined;
  /** @internal */
  readonly order: SpendingOrder | undefined;

  /** @internal */
  constructor(
    spent: SpentCredits<C>,
    facts: Pick<RefundableCredits<C>, 'entries' | 'untilDays' | 'asOf' | 'debited' | 'atEnd' | 'order'>,
  ) {
    if (spent.uncovered !== undefined) this.uncovered = spent.uncovered;
    this.entries = facts.entries;
    this.left = spent.left;
    this.lapsed = spent.lapsed;
    this.untilDays = facts.untilDays;
    this.asOf = facts.asOf;
    this.debited = facts.debited;
    this.atEnd = facts.atEnd;
    this.order = facts.order;
  }

  /** Each top-up up to `asOf`, oldest first. */
  get credits(): readonly CreditLeft<C>[] {
    const { asOf, entries, untilDays, lapsed } = this;
    return Object.freeze(
      this.left.map((left, at) => {
        const until = untilDays[at] as number;
        return {
          creditedOn: plainDay(entries.days[at] as number),
          left,
          until: plainDay(until),
          refundable: asOf <= until ? left : moneyOfUnits(0, left.currency),
          ...(lapsed !== undefined && { lapsed: lapsed[at] as Money<C> }),
        };
      }),
    );
  }

  /** The figures needed to check the result by hand. */
  get basis(): RefundableCreditsBasis<C> {
    const { debited, atEnd, order } = this;
    return {
      asOf: plainDay(this.asOf),
      amounts: Object.freeze([...this.entries.amounts]),
      ...(debited !== undefined && { debited }),
      ...(atEnd !== undefined && { atEnd }),
      ...(order !== undefined && { order }),
    };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { credits, uncovered, basis } = this;
    return { credits, ...(uncovered !== undefined && { uncovered }), basis };
  }
}

/** Days and amounts of one side of a balance, sorted by day. */
interface Entries<C extends CurrencyCode> {
  readonly days: readonly number[];
  readonly amounts: readonly Money<C>[];
  readonly limits: readonly (DayLimit | undefined)[];
  readonly promotional: readonly boolean[];
}

/**
 * What is left of each top-up after all debits, and until which day it can be refunded: `within` of its crediting, the
 * last day included.
 *
 * Debits use the oldest top-up first, or the order given by `order`. Under `lapses` what is left of a top-up after its
 * last day is lost: no later debit uses it, and the answer reports it as `lapsed`.
 *
 * On the same day top-ups come before debits. A debit that no top-up covers yet is taken from the next ones, because a
 * negative balance is filled first: so what is left always adds up to the balance. What exceeds all top-ups is
 * `uncovered`.
 *
 * @clause "Money can be refunded within 12 months of its crediting to the balance."
 * @clause "Credits lapse three years after the payment; those that lapse first, and bonus credits before paid ones, are
 * used first."
 * @throws {@link AgreementError} `currency-mismatch` for entries in two currencies; `amount-invalid` for a negative
 * one; `argument-invalid` for a value that is not a list of entries or an unknown `atEnd` or `order`; `day-invalid`,
 * `limit-invalid`, `rules-invalid`,
 * `calendar-required`, `calendar-not-covered` as for {@link deadline}.
 * @example The older top-up is spent first
 * ```ts
 * const terms = {
 *   credits: [
 *     { creditedOn: '2025-03-01', amount: money('100.00', 'KZT') },
 *     { creditedOn: '2025-09-01', amount: money('50.00', 'KZT') },
 *   ],
 *   within: months(12), rules: countingRules.asWritten,
 * };
 * const debits = [{ debitedOn: '2025-09-10', amount: money('90.00', 'KZT') }];
 * const [older, newer] = refundableCredits({ ...terms, debits, asOf: '2026-03-01' }).credits;
 * older?.left // => money('10.00', 'KZT')
 * older?.until // => '2026-03-01'
 * newer?.refundable // => money('50.00', 'KZT')
 * ```
 * @example The last day and the day after; debits that exceed the top-ups
 * ```ts
 * const terms = {
 *   credits: [{ creditedOn: '2024-02-29', amount: money('100.00', 'KZT') }],
 *   debits: [], within: months(12), rules: countingRules.asWritten,
 * };
 * refundableCredits({ ...terms, asOf: '2025-02-28' }).credits[0]?.refundable // => money('100.00', 'KZT')
 * refundableCredits({ ...terms, asOf: '2025-03-01' }).credits[0]?.refundable // => money('0.00', 'KZT')
 * const debits = [{ debitedOn: '2024-03-01', amount: money('100.01', 'KZT') }];
 * refundableCredits({ ...terms, debits, asOf: '2024-03-01' }).uncovered // => money('0.01', 'KZT')
 * refundableCredits({ ...terms, asOf: 'today' }) // throws 'day-invalid'
 * ```
 * @example The first top-up lapsed before the debit, or only became non-refundable
 * ```ts
 * const terms = {
 *   credits: [
 *     { creditedOn: '2023-05-10', amount: money('8000.00', 'KZT') },
 *     { creditedOn: '2024-08-01', amount: money('30000.00', 'KZT') },
 *   ],
 *   debits: [{ debitedOn: '2026-07-15', amount: money('5000.00', 'KZT') }],
 *   asOf: '2026-07-31', within: years(3), rules: countingRules.asWritten,
 * };
 * const refundable = (atEnd: 'lapses' | 'notRefundable') =>
 *   refundableCredits({ ...terms, atEnd }).credits.map((credit) => credit.refundable.toString());
 * refundable('lapses') // => ['0.00 KZT', '25000.00 KZT']
 * refundable('notRefundable') // => ['0.00 KZT', '30000.00 KZT']
 * ```
 */
export function refundableCredits<C extends CurrencyCode>(terms: RefundableCreditsTerms<C>): RefundableCredits<C> {
  requireTerms(terms);
  const { credits, debits, calendar, atEnd, order } = terms;
  const within = requireDayLimit(terms.within, 'within');
  const rules = requireRules(terms.rules, 'rules');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  if (atEnd !== undefined && atEnd !== 'notRefundable' && atEnd !== 'lapses')
    refuse('argument-invalid', 'atEnd', atEnd, '"notRefundable" or "lapses"');
  if (order !== undefined && !spendingOrders.includes(order))
    refuse('argument-invalid', 'order', order, `one of ${spendingOrders.join(', ')}`);
  if (!isList(credits)) refuse('argument-invalid', 'credits', credits, 'a list of { creditedOn, amount }');
  if (!isList(debits)) refuse('argument-invalid', 'debits', debits, 'a list of { debitedOn, amount }');
  const first: Money<C> | undefined = (credits[0] ?? debits[0])?.amount;
  const currency = first?.currency;
  const topUps = readEntries<C>(credits, 'credits', 'creditedOn', asOf, currency);
  const spent = readEntries<C>(debits, 'debits', 'debitedOn', asOf, currency);
  const debited =
    spent.amounts.length === 0
      ? undefined
      : moneyOfBig(
          spent.amounts.reduce((sum, amount) => sum + amount.minorUnits, 0n),
          currency as C,
        );
  const untilDays: number[] = [];
  for (let at = 0; at < topUps.days.length; at += 1) {
    const day = topUps.days[at] as number;
    const own = topUps.limits[at];
    untilDays.push(
      day === topUps.days[at - 1] && own === topUps.limits[at - 1]
        ? (untilDays[at - 1] as number)
        : limitEnd(day, own ?? within, rules, calendar),
    );
  }
  // If nothing lapses and the oldest is spent first, only the total of the debits matters.
  const result =
    atEnd === 'lapses' || (order !== undefined && order !== 'oldestFirst')
      ? spendDayByDay(topUps, untilDays, spent, asOf, atEnd === 'lapses', order ?? 'oldestFirst')
      : spend(topUps.amounts, debited);
  return new RefundableCredits(result, { entries: topUps, untilDays, asOf, debited, atEnd, order });
}

/** Validates all entries of one side of a balance, drops those after `asOf`, and sorts by day. */
function readEntries<C extends CurrencyCode>(
  entries: readonly (CreditEntry<C> | DebitEntry<C>)[],
  field: 'credits' | 'debits',
  dayField: 'creditedOn' | 'debitedOn',
  asOf: number,
  currency: CurrencyCode | undefined,
): Entries<C> {
  const read: {
    readonly day: number;
    readonly amount: Money<C>;
    readonly limit: DayLimit | undefined;
    readonly promotional: boolean;
  }[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] as { readonly [day in typeof dayField]: DayInput } & Omit<CreditEntry<C>, 'creditedOn'>;
    if (typeof entry !== 'object' || entry === null)
      refuse('argument-invalid', `${field}.${at}`, entry, `{ ${dayField}, amount }`);
    requireNotNegative(entry.amount, `${field}.${at}.amount`);
    requireCurrency(entry.amount, currency as C, `${field}.${at}.amount`);
    const day = epochDayOf(entry[dayField], `${field}.${at}.${dayField}`);
    const { amount, within, promotional = false } = entry;
    if (typeof promotional !== 'boolean')
      refuse('argument-invalid', `${field}.${at}.promotional`, promotional, 'true or false');
    const limit = within === undefined ? undefined : requireDayLimit(within, `${field}.${at}.within`);
    if (day <= asOf) read.push({ day, amount, limit, promotional });
  }
  read.sort((a, b) => a.day - b.day);
  return {
    days: read.map((entry) => entry.day),
    amounts: read.map((entry) => entry.amount),
    limits: read.map((entry) => entry.limit),
    promotional: read.map((entry) => entry.promotional),
  };
}

/** Subtracts a total from amounts in their order: what is left of each, and of the total. */
function spend<C extends CurrencyCode>(amounts: readonly Money<C>[], total: Money<C> | undefined): SpentCredits<C> {
  if (total === undefined) return { left: amounts };
  let rest = total.minorUnits;
  const left = amounts.map((amount) => {
    if (rest === 0n) return amount;
    const units = amount.minorUnits;
    const taken = units < rest ? units : rest;
    rest -= taken;
    return moneyOfBig(units - taken, amount.currency);
  });
  return rest === 0n ? { left } : { left, uncovered: moneyOfBig(rest, total.currency) };
}
