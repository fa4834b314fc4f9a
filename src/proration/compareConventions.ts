import { AgreementError, type AgreementErrorCode, refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import type { Rounding } from '../money/rounding.js';
import { DateRange, type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { changeShares } from './changeShares.js';
import { type ProratedChange, type ProratedChangeBasis, prorateChange } from './prorateChange.js';
import { type ProrationConvention, prorationConventions, requireConvention } from './prorationConventions.js';

/** Terms of a change of price to compare under several conventions. */
export interface CompareConventionsTerms<C extends CurrencyCode> {
  /** The price paid for the whole period. */
  readonly from: Money<C>;
  /** The price of a whole period after the change; zero if the service ends. */
  readonly to: Money<NoInfer<C>>;
  /** The days that `from` pays for; both ends included. */
  readonly billingPeriod: DateRangeInput;
  /** The day of the change, inside the period. */
  readonly changeOn: DayInput;
  /** The instant of the change, for conventions by the second; without it they use a midnight of `changeOn`. */
  readonly changedAt?: InstantInput;
  /** The conventions to compare, by name; defaults to all of `prorationConventions`. */
  readonly conventions?: Readonly<Record<string, ProrationConvention>>;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
  /** Whether credit and charge are each rounded, or only their difference. */
  readonly roundLegs: boolean;
}

/**
 * How an answer differs from that of `dayToNew`, which counts the calendar days of the period and gives the day of
 * change to the new price.
 *
 * - `day-of-change-to-old`: the day of change belongs to the old price.
 * - `day-of-change-to-both`: the day of change is charged at both prices.
 * - `calendar-month`: the price of a calendar month is divided by the days of that month.
 * - `fixed-divisor`: the price is divided by a fixed number of days, not the length of the period.
 * - `fixed-months`: months have a fixed number of days, in the part and in the whole.
 * - `fixed-months-in-whole`: calendar days are divided by months of a fixed number of days.
 * - `by-the-second`: the instant of the change, or a time zone in which a day of the period does not have 24 hours.
 * - `new-price-whole`: the new price is not prorated.
 */
export type ConventionDifference =
  | 'day-of-change-to-old'
  | 'day-of-change-to-both'
  | 'calendar-month'
  | 'fixed-divisor'
  | 'fixed-months'
  | 'fixed-months-in-whole'
  | 'by-the-second'
  | 'new-price-whole';

/** A convention that gives an answer, and why. */
export interface ConventionOfAnswer<C extends CurrencyCode> {
  readonly name: string;
  /** Each choice that differs from `dayToNew` by itself; empty if none does and the shares are the same. */
  readonly because: readonly ConventionDifference[];
  /** The figures of its answer. */
  readonly basis: ProratedChangeBasis<C>;
}

/** An answer, with all conventions that give it. */
export interface ConventionAnswer<C extends CurrencyCode> {
  readonly credit: Money<C>;
  readonly charge: Money<C>;
  readonly net: Money<C>;
  readonly conventions: readonly ConventionOfAnswer<C>[];
}

/** A convention that cannot answer for this change. */
export interface RefusedConvention {
  readonly name: string;
  /** The code of the error that `prorateChange` throws. */
  readonly because: AgreementErrorCode;
  /** What the convention requires, in words. */
  readonly expected: string;
}

/** The figures behind {@link ComparedConventions}. */
export interface ComparedConventionsBasis<C extends CurrencyCode> {
  readonly from: Money<C>;
  readonly to: Money<C>;
  readonly billingPeriod: DateRange;
  readonly changeOn: Temporal.PlainDate;
}

/** A change of price under several conventions, side by side. */
export class ComparedConventions<C extends CurrencyCode> {
  /** The distinct answers, in ascending order of `net`. */
  readonly answers: readonly ConventionAnswer<C>[];
  /** The conventions without an answer. */
  readonly refused: readonly RefusedConvention[];
  /** @internal */
  readonly from: Money<C>;
  /** @internal */
  readonly to: Money<C>;
  /** @internal */
  readonly firstDay: number;
  /** @internal */
  readonly lastDay: number;
  /** @internal */
  readonly day: number;

  /** @internal */
  constructor(
    answers: readonly ConventionAnswer<C>[],
    refused: readonly RefusedConvention[],
    from: Money<C>,
    to: Money<C>,
    { first, last }: DateRange,
    day: number,
  ) {
    this.answers = answers;
    this.refused = refused;
    this.from = from;
    this.to = to;
    this.firstDay = first;
    this.lastDay = last;
    this.day = day;
  }

  /** The terms of the change. */
  get basis(): ComparedConventionsBasis<C> {
    const { from, to, firstDay, lastDay, day } = this;
    return { from, to, billingPeriod: new DateRange(firstDay, lastDay), changeOn: plainDay(day) };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly answers: readonly ConventionAnswer<C>[];
    readonly refused: readonly RefusedConvention[];
    readonly basis: ComparedConventionsBasis<C>;
  } {
    return { answers: this.answers, refused: this.refused, basis: this.basis };
  }
}

/**
 * Computes a change of price under every convention: the distinct answers, which conventions give each, and how they
 * differ from `dayToNew`.
 *
 * Each answer is that of `prorateChange`. Answers with the same credit, charge and net are merged, whatever their
 * fractions.
 *
 * @clause "Unused amounts are credited in proportion to time": a clause that does not say which price the day of change
 * belongs to and what the divisor is.
 * @throws {@link AgreementError} `range-outside-period` if the day or the instant is outside the period;
 * `argument-invalid` if the conventions are not a record, are empty, or one has an unknown option; otherwise as
 * `prorateChange`.
 * @example A service of 3,000 a month that ends at noon on 15 March: five answers
 * ```ts
 * const terms = {
 *   from: money('3000.00', 'RUB'), to: money('0.00', 'RUB'), billingPeriod: dateRange('2026-03-01', '2026-03-31'),
 *   changeOn: '2026-03-15', changedAt: '2026-03-15T12:00:00Z', rounding: 'halfExpand', roundLegs: true,
 * } as const;
 * const { dayToNew, chargebee, zuora30360, zuoraActual360, stripe } = prorationConventions;
 * const { answers } = compareConventions({ ...terms, conventions: { dayToNew, chargebee, zuora30360, zuoraActual360, stripe } });
 * answers.map(({ credit }) => credit.toJSON().amount) // => ['1700.00', '1645.16', '1600.00', '1596.77', '1548.39']
 * answers.map(({ conventions }) => conventions[0]?.name) // => ['zuoraActual360', 'dayToNew', 'zuora30360', 'stripe', 'chargebee']
 * answers.map(({ conventions }) => conventions[0]?.because[0] ?? 'none')
 * // => ['fixed-months-in-whole', 'none', 'fixed-months', 'by-the-second', 'day-of-change-to-old']
 * ```
 * @example A convention without an answer is listed; a day outside the period is an error
 * ```ts
 * const terms = {
 *   from: money('100.00', 'USD'), to: money('30.00', 'USD'), billingPeriod: dateRange('2026-03-16', '2026-04-15'),
 *   rounding: 'halfExpand', roundLegs: true,
 * } as const;
 * compareConventions({ ...terms, changeOn: '2026-04-01' }).refused.map(({ name }) => name) // => ['streamingCenter']
 * compareConventions({ ...terms, changeOn: '2026-04-16' }) // throws 'range-outside-period'
 * ```
 */
export function compareConventions<C extends CurrencyCode>(terms: CompareConventionsTerms<C>): ComparedConventions<C> {
  requireTerms(terms);
  const { from, to, rounding, roundLegs, changedAt } = terms;
  const asked: Readonly<Record<string, ProrationConvention>> =
    terms.conventions === undefined ? { ...prorationConventions } : terms.conventions;
  if (typeof asked !== 'object' || asked === null || Object.keys(asked).length === 0)
    refuse('argument-invalid', 'conventions', asked, 'one convention or more, by name');
  const billingPeriod = rangeOf(terms.billingPeriod, 'billingPeriod');
  const day = epochDayOf(terms.changeOn, 'changeOn');
  if (changedAt !== undefined) instantOf(changedAt, 'changedAt');
  const change = { from, to, billingPeriod, rounding, roundLegs };
  // Whatever every convention would reject is the caller's mistake.
  prorateChange({ ...change, changeOn: plainDay(day), convention: prorationConventions.dayToNew });

  const found: Answered<C>[] = [];
  const refused: RefusedConvention[] = [];
  for (const [name, entry] of Object.entries(asked)) {
    const convention = within(name, () => requireConvention(entry));
    const changeOn = convention.denominator === 'seconds' && changedAt !== undefined ? changedAt : plainDay(day);
    const answer = answerOf(() => prorateChange({ ...change, changeOn, convention }));
    if ('code' in answer)
      refused.push(Object.freeze({ name, because: answer.code, expected: answer.details.expected }));
    else found.push({ name, answer, because: differences({ from, to, billingPeriod, day, changedAt }, convention) });
  }
  return new ComparedConventions(grouped(found), Object.freeze(refused), from, to, billingPeriod, day);
}

interface Answered<C extends CurrencyCode> {
  readonly name: string;
  readonly answer: ProratedChange<C>;
  readonly because: readonly ConventionDifference[];
}

/** The answer, or the error if the convention has no rule for the period; any other error is the caller's mistake. */
function answerOf<C extends CurrencyCode>(question: () => ProratedChange<C>): ProratedChange<C> | AgreementError {
  try {
    return question();
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'argument-invalid' && error.details.field === 'billingPeriod')
      return error;
    throw error instanceof AgreementError && error.details.field === 'changeOn'
      ? new AgreementError(error.code, { ...error.details, field: 'changedAt' })
      : error;
  }
}

/** Adds the name of the convention to an error. */
function within<T>(name: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    const field = error.details.field.replace(/^convention/, `conventions.${name}`);
    throw new AgreementError(error.code, { ...error.details, field });
  }
}

/** Groups answers by their amounts, in ascending order of net; within a group in the order of the names. */
function grouped<C extends CurrencyCode>(found: readonly Answered<C>[]): readonly ConventionAnswer<C>[] {
  const groups = new Map<string, Answered<C>[]>();
  for (const each of found) {
    const { creditUnits, chargeUnits, netUnits } = each.answer;
    const key = `${creditUnits} ${chargeUnits} ${netUnits}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const lists = [...groups.values()].sort(([a], [b]) => byNet(a as Answered<C>, b as Answered<C>));
  return Object.freeze(
    lists.map((group) => {
      const { credit, charge, net } = (group[0] as Answered<C>).answer;
      const conventions = group.map(({ name, because, answer }) =>
        Object.freeze({ name, because, basis: answer.basis }),
      );
      return Object.freeze({ credit, charge, net, conventions: Object.freeze(conventions) });
    }),
  );
}

function byNet<C extends CurrencyCode>({ answer: a }: Answered<C>, { answer: b }: Answered<C>): number {
  return Number(a.netUnits > b.netUnits) - Number(a.netUnits < b.netUnits);
}

/**
 * The choices of a convention whose shares differ from `dayToNew` by themselves; the share of a price of zero does not
 * matter.
 */
function differences<C extends CurrencyCode>(
  { from, to, billingPeriod: { first, last }, day, changedAt }: Asked<C>,
  convention: ProrationConvention,
): readonly ConventionDifference[] {
  const plain = prorationConventions.dayToNew;
  const reference = changeShares(first, last, plainDay(day), plain);
  const deciding = choicesOf(convention, changedAt).filter(({ alone }) => {
    const changeOn = alone.denominator === 'seconds' && changedAt !== undefined ? changedAt : plainDay(day);
    const { credited, charged, divisor } = changeShares(first, last, changeOn, { ...plain, ...alone });
    const differs = (ours: number, theirs: number) =>
      BigInt(ours) * BigInt(reference.divisor) !== BigInt(theirs) * BigInt(divisor);
    return (
      (from.units !== 0 && differs(credited, reference.credited)) ||
      (to.units !== 0 && differs(charged, reference.charged))
    );
  });
  return Object.freeze(deciding.map(({ because }) => because));
}

/** The change to compute under each convention. */
interface Asked<C extends CurrencyCode> {
  readonly from: Money<C>;
  readonly to: Money<C>;
  readonly billingPeriod: DateRange;
  readonly day: number;
  readonly changedAt: InstantInput | undefined;
}

interface Choice {
  readonly because: ConventionDifference;
  readonly alone: Partial<ProrationConvention>;
}

/** The choices of a convention that differ from those of `dayToNew`. */
function choicesOf(convention: ProrationConvention, changedAt: InstantInput | undefined): readonly Choice[] {
  const { dayOfChange, denominator, newPrice, timeZone } = convention;
  const choices: Choice[] = [];
  // For an instant, the rule for the day does not matter.
  if (dayOfChange !== 'new' && !(denominator === 'seconds' && changedAt !== undefined))
    choices.push({ because: `day-of-change-to-${dayOfChange}`, alone: { dayOfChange } });
  const divided = denominatorDifference(denominator);
  if (divided !== undefined)
    choices.push({ because: divided, alone: { denominator, ...(timeZone !== undefined && { timeZone }) } });
  if (newPrice === 'whole') choices.push({ because: 'new-price-whole', alone: { newPrice } });
  return choices;
}

function denominatorDifference(denominator: ProrationConvention['denominator']): ConventionDifference | undefined {
  if (denominator === 'actual') return undefined;
  if (denominator === 'calendarMonth') return 'calendar-month';
  if (denominator === 'seconds') return 'by-the-second';
  if (typeof denominator === 'number') return 'fixed-divisor';
  return denominator.part === undefined ? 'fixed-months' : 'fixed-months-in-whole';
}
