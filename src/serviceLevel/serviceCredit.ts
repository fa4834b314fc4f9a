import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOf, requireCurrency, requireMoney, requireNotNegative } from '../money/money.js';
import { timesDecimal } from '../money/multiplyMoney.js';
import { parseRate, type Rate } from '../money/rate.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Deadline, type DeadlineBasis, deadlineOf } from '../time/deadline.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';
import { type FractionInput, fractionOf } from './exactFraction.js';
import { type Tier, tierOf } from './tierOf.js';

/** A service tier and its credit. */
export interface CreditTier extends Tier {
  /** The fraction of the base that is credited; `"0"` if the level is met. */
  readonly creditRate: Rate;
}

/** How a credit is given: deducted from the next invoice, paid out, or kept for later invoices. */
export type CreditForm = 'nextInvoice' | 'payOut' | 'balance';

/** Why there is no credit although the tier has one: it had to be claimed and was not, or not in time. */
export type NoCredit = 'not-claimed' | 'claimed-late';

/** The window in which a credit must be claimed. */
export interface ClaimWindow {
  /** The day from which the window runs: the end of the month, the end of the outage. */
  readonly from: DayInput;
  /** The length of the window; its last day is in time. */
  readonly within: DayLimit;
  /** The day of the claim; omit it if there is none. */
  readonly claimedOn?: DayInput;
  /** How the window is counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the window counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** Terms of a service credit, and the measurement. */
export interface ServiceCreditTerms<C extends CurrencyCode> {
  /** The base of the rates: the charge for the month, or for the affected part of the service. */
  readonly base: Money<C>;
  /** The scale, without gaps and overlaps. */
  readonly tiers: readonly CreditTier[];
  /** The maximum credit; omit it if there is none. */
  readonly cap?: { readonly rate: Rate; readonly base: Money<NoInfer<C>> };
  /** How the cap is rounded; defaults to `rounding`. */
  readonly capRounding?: Rounding;
  /** How the credit is given. */
  readonly form: CreditForm;
  /** How the exact credit is rounded to minor units, once. */
  readonly rounding: Rounding;
  /** The measured value: availability, or the share of requests answered. */
  readonly measured: FractionInput;
  /** The claim window and the claim; omit it if credits are given automatically. */
  readonly claim?: ClaimWindow;
}

/** The figures behind a {@link ServiceCredit}. */
export interface ServiceCreditBasis<C extends CurrencyCode> {
  readonly base: Money<C>;
  /** The index of the tier in `tiers`. */
  readonly tier: number;
  readonly creditRate: Rate;
  /** The credit of the tier before the cap and the claim. */
  readonly uncapped: Money<C>;
  /** How the claim window was counted; absent without one. */
  readonly claim?: DeadlineBasis;
}

/** The credit for a service level that was not met. */
export class ServiceCredit<C extends CurrencyCode = CurrencyCode> {
  readonly credit: Money<C>;
  readonly form: CreditForm;
  /** Whether the cap reduced it. */
  readonly capped: boolean;
  /** The maximum credit; absent without a cap. */
  readonly cap?: Money<C>;
  /** The last day for a claim; absent if none is required. */
  readonly claimUntil?: Temporal.PlainDate;
  /** Why nothing is credited although the tier has a credit; absent otherwise. */
  readonly because?: NoCredit;
  /** @internal */
  readonly figures: Omit<ServiceCreditBasis<C>, 'claim'>;
  /** @internal */
  readonly window: Deadline | undefined;

  /** @internal */
  constructor(
    figures: Omit<ServiceCreditBasis<C>, 'claim'>,
    form: CreditForm,
    cap: Money<C> | undefined,
    window: Deadline | undefined,
    because: NoCredit | undefined,
  ) {
    const { uncapped } = figures;
    const overCap = cap !== undefined && cap.minorUnits < uncapped.minorUnits;
    const lost = because !== undefined && uncapped.minorUnits > 0n;
    this.credit = lost ? moneyOf(0, uncapped.currency) : overCap ? cap : uncapped;
    this.form = form;
    this.capped = !lost && overCap;
    if (cap !== undefined) this.cap = cap;
    if (window !== undefined) this.claimUntil = window.lastDay;
    if (lost) this.because = because;
    this.figures = figures;
    this.window = window;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): ServiceCreditBasis<C> {
    return { ...this.figures, ...(this.window !== undefined && { claim: this.window.basis }) };
  }

  /** The JSON representation, with absent fields omitted. */
  toJSON(): object {
    const { credit, form, capped, cap, claimUntil, because, basis } = this;
    return { credit, form, capped, cap, claimUntil, because, basis };
  }
}

/**
 * The credit for a service level: `base × creditRate` of the measured tier, at most the cap, if claimed in time.
 *
 * @clause "For availability below 99.9 % the customer is credited 10 % of the monthly charge, below 99 % 25 %, if it asks within 30 days."
 * @throws {@link AgreementError} `argument-invalid` for tiers that are not a scale, an invalid amount or an unknown
 * form; `amount-invalid` for a negative amount; `term-not-in-force` for a measurement outside the scale;
 * `rate-invalid`, `rounding-unknown`, `currency-mismatch`;
 * `day-invalid`, `limit-invalid`, `rules-invalid`, `calendar-required`, `calendar-not-covered`, `day-missing-in-month`
 * for the claim window, as for {@link deadline}.
 * @example Claimed on the last day, a day late, and above the cap
 * ```ts
 * const terms = {
 *   base: money('120.00', 'EUR'),
 *   tiers: [
 *     { atLeast: '0.999', creditRate: '0' },
 *     { atLeast: '0.99', below: '0.999', creditRate: '0.1' },
 *     { below: '0.99', creditRate: '0.25' },
 *   ],
 *   form: 'nextInvoice', rounding: 'halfExpand', measured: '0.9989',
 * } as const;
 * const claim = { from: '2026-03-31', within: calendarDays(30), rules: countingRules.asWritten };
 * serviceCredit({ ...terms, claim: { ...claim, claimedOn: '2026-04-30' } }).credit // => money('12.00', 'EUR')
 * serviceCredit({ ...terms, claim: { ...claim, claimedOn: '2026-05-01' } }).because // => 'claimed-late'
 * const cap = { rate: '0.2', base: money('120.00', 'EUR') };
 * serviceCredit({ ...terms, measured: '0.9', cap }).credit // => money('24.00', 'EUR')
 * ```
 * @example Outside the scale
 * ```ts
 * serviceCredit({
 *   base: money('120.00', 'EUR'), tiers: [{ below: 1, creditRate: '0.1' }], form: 'payOut', rounding: 'floor', measured: 1,
 * }) // throws 'term-not-in-force'
 * ```
 */
export function serviceCredit<C extends CurrencyCode>(terms: ServiceCreditTerms<C>): ServiceCredit<C> {
  requireTerms(terms);
  const { base, tiers, form, rounding, capRounding = rounding } = terms;
  requireMoney(base, 'base');
  requireNotNegative(base, 'base');
  requireRounding(rounding);
  requireRounding(capRounding);
  if (form !== 'nextInvoice' && form !== 'payOut' && form !== 'balance')
    refuse('argument-invalid', 'form', form, '"nextInvoice", "payOut" or "balance"');
  const tier = tierOf({ value: fractionOf(terms.measured, 'measured'), tiers });
  // Validate every rate, including those of other tiers: a scale with an invalid rate is invalid.
  tiers.forEach(({ creditRate }, at) => {
    parseRate(creditRate, `tiers.${at}.creditRate`);
  });
  const { creditRate } = tier;
  const uncapped = timesDecimal(base, parseRate(creditRate, 'tiers'), rounding);
  const window = claimWindow(terms.claim);
  const figures = { base, tier: tiers.indexOf(tier), creditRate, uncapped };
  return new ServiceCredit<C>(
    figures,
    form,
    capOf(terms, base.currency, capRounding),
    window?.deadline,
    window?.because,
  );
}

function capOf<C extends CurrencyCode>(
  { cap }: ServiceCreditTerms<C>,
  currency: C,
  rounding: Rounding,
): Money<C> | undefined {
  if (cap === undefined) return undefined;
  if (typeof cap !== 'object' || cap === null) refuse('argument-invalid', 'cap', cap, '{ rate, base }');
  requireMoney(cap.base, 'cap.base');
  requireCurrency(cap.base, currency, 'cap.base');
  requireNotNegative(cap.base, 'cap.base');
  return timesDecimal(cap.base, parseRate(cap.rate, 'cap.rate'), rounding);
}

function claimWindow(
  claim: ClaimWindow | undefined,
): { readonly deadline: Deadline; readonly because: NoCredit | undefined } | undefined {
  if (claim === undefined) return undefined;
  if (typeof claim !== 'object' || claim === null)
    refuse('argument-invalid', 'claim', claim, '{ from, within, claimedOn, rules }');
  const from = epochDayOf(claim.from, 'claim.from');
  const within = requireDayLimit(claim.within, 'claim.within');
  const deadline = deadlineOf(from, within, requireRules(claim.rules, 'claim.rules'), claim.calendar);
  if (claim.claimedOn === undefined) return { deadline, because: 'not-claimed' };
  const claimed = epochDayOf(claim.claimedOn, 'claim.claimedOn');
  return { deadline, because: claimed > deadline.last ? 'claimed-late' : undefined };
}
