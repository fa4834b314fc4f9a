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
  /** The limit of this top-up alone, instead of that of the terms; absent, that of the terms. */
  readonly within?: DayLimit;
  /** Whether it was given and not paid; absent, it was paid. Matters to the orders that spend promotional money first. */
  readonly promotional?: boolean;
}

/** A debit from a balance. */
export interface DebitEntry<C extends CurrencyCode> {
  readonly debitedOn: DayInput;
  readonly amount: Money<C>;
}

/** What becomes of a top-up after its last day: it can be spent but not go back, or it is gone. */
export type AtEndOfCredit = 'notRefundable' | 'lapses';

/** Terms of the question which top-ups can still go back. */
export interface RefundableCreditsTerms<C extends CurrencyCode> {
  /** Top-ups in any order; those of one day are spent in the order of the list. */
  readonly credits: readonly CreditEntry<C>[];
  /** Debits in any order. */
  readonly debits: readonly DebitEntry<NoInfer<C>>[];
  /** The day asked about; what comes after it does not count. */
  readonly asOf: DayInput;
  /** How long after its crediting a top-up can go back; its last day included. */
  readonly within: DayLimit;
  /** How the limit is counted. */
  readonly rules: CountingRules;
  /** The working calendar; needed when the rules roll or the limit counts working days, absent otherwise. */
  readonly calendar?: WorkingCalendar;
  /** What becomes of a top-up after its last day; absent, it can be spent but not go back. */
  readonly atEnd?: AtEndOfCredit;
  /** Which top-up a debit takes first; absent, the oldest. */
  readonly order?: SpendingOrder;
}

/** What is left of a top-up. */
export interface CreditLeft<C extends CurrencyCode> {
  readonly creditedOn: Temporal.PlainDate;
  /** What no debit took, as of the day asked about. */
  readonly left: Money<C>;
  /** The last day on which it can go back. */
  readonly until: Temporal.PlainDate;
  /** `left` through `until`, then zero. */
  readonly refundable: Money<C>;
  /** What was left at the end of `until` and is gone since; absent unless top-ups lapse. */
  readonly lapsed?: Money<C>;
}

/** The figures behind {@link RefundableCredits}. */
export interface RefundableCreditsBasis<C extends CurrencyCode> {
  readonly asOf: Temporal.PlainDate;
  /** The top-ups before anything was taken, in the order of `credits`. */
  readonly amounts: readonly Money<C>[];
  /** All debits that count; absent if there is none. */
  readonly debited?: Money<C>;
  /** What becomes of a top-up after its last day; absent if the terms do not say. */
  readonly atEnd?: AtEndOfCredit;
  /** Which top-up a debit takes first; absent if the terms do not say. */
  readonly order?: SpendingOrder;
}

/** Which top-ups of a balance are left, and until when each can go back. */
export class RefundableCredits<C extends CurrencyCode> {
  /** What the debits exceed all top-ups; absent if they do not. */
  readonly uncovered?: Money<C>;
  /** @internal */
  readonly entries: Entries<C>;
  /** @internal */
  readonly left: readonly Money<C>[];
  /** What lapsed of each; absent unless top-ups lapse. @internal */
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
    entries: Entries<C>,
    spent: SpentCredits<C>,
    untilDays: readonly number[],
    asOf: number,
    debited: Money<C> | undefined,
    atEnd: AtEndOfCredit | undefined,
    order: SpendingOrder | undefined,
  ) {
    if (spent.uncovered !== undefined) this.uncovered = spent.uncovered;
    this.entries = entries;
    this.left = spent.left;
    this.lapsed = spent.lapsed;
    this.untilDays = untilDays;
    this.asOf = asOf;
    this.debited = debited;
    this.atEnd = atEnd;
    this.order = order;
  }

  /** Each top-up up to `asOf`, the oldest first. */
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

  /** What a reader needs to redo it by hand. */
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

  /** The wire form. */
  toJSON(): object {
    const { credits, uncovered, basis } = this;
    return { credits, ...(uncovered !== undefined && { uncovered }), basis };
  }
}

/** Days and sums of one side of a balance, in the order of the days. */
interface Entries<C extends CurrencyCode> {
  readonly days: readonly number[];
  readonly amounts: readonly Money<C>[];
  readonly limits: readonly (DayLimit | undefined)[];
  readonly promotional: readonly boolean[];
}

/**
 * What is left of each top-up after all debits, and until which day it can go back: `within` of its crediting, the last day included.
 *
 * Debits take the oldest top-up first, or as `order` says. Under `lapses` what is left of a top-up after its last day is gone: no later
 * debit takes it, and the answer names it as `lapsed`.
 *
 * On one day top-ups come before debits. A debit that no top-up covers yet is taken from the next ones, as a balance below zero is filled
 * first: so what is left always adds up to the balance. What exceeds all top-ups is `uncovered`.
 *
 * @clause "Money can be refunded within 12 months of its crediting to the balance."
 * @clause "Credits lapse three years after the payment; those that lapse first, and bonus credits before paid ones, are used first."
 * @throws {@link AgreementError} `currency-mismatch` for entries in two currencies; `amount-invalid` for a negative one; `argument-invalid` for
 * what is no list of entries or an unknown `atEnd` or `order`; `day-invalid`, `limit-invalid`, `rules-invalid`, `calendar-required`, `calendar-not-covered` as for
 * {@link deadline}.
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
 * @example The last day and the day after; more debits than top-ups
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
 * @example The first top-up lapsed before the debit, or only stopped being refundable
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
  // Where nothing lapses and the oldest goes first, only the total of the debits matters.
  const result =
    atEnd === 'lapses' || (order !== undefined && order !== 'oldestFirst')
      ? spendDayByDay(topUps, untilDays, spent, asOf, atEnd === 'lapses', order ?? 'oldestFirst')
      : spend(topUps.amounts, debited);
  return new RefundableCredits(topUps, result, untilDays, asOf, debited, atEnd, order);
}

/** Reads one side of a balance: refuses what is wrong anywhere in it, leaves out what comes after `asOf`, sorts by day. */
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

/** Takes a total from sums in their order: what is left of each, and of the total. */
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
