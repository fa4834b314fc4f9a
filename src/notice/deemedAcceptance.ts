import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { Deadline, type DeadlineBasis, deadlineOf } from '../time/deadline.js';
import { daysInMonth, monthNumberOfDay, monthStart, requireEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import { requireCalendar, type WorkingCalendar } from '../time/workingCalendar.js';
import { rollTo } from '../time/workingDayNumbers.js';

/**
 * The status of an acceptance by silence: nothing delivered yet, the limit is running, a response came in time, or it
 * expired without one.
 */
export type AcceptanceStatus = 'not-started' | 'open' | 'objected' | 'accepted';

/** Terms shared by both forms of acceptance by silence. */
export interface DeemedAcceptanceCommonTerms {
  /**
   * The day the act or the services were delivered; omit it if that has not happened, in which case no time is running.
   */
  readonly deliveredOn?: DayInput;
  /**
   * The day of the response that prevents acceptance (a signature or a reasoned refusal); omit it if there was none.
   */
  readonly respondedOn?: DayInput;
  /** The day for which the question is asked; a later response is ignored. */
  readonly asOf: DayInput;
  /** How the limit is counted; a fixed day of the next month only uses the roll. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** Acceptance by silence within a time limit after the delivery. */
export interface DeemedAcceptanceLimitTerms extends DeemedAcceptanceCommonTerms {
  /** How long after `deliveredOn` a response is in time; the last day is included. */
  readonly limit: DayLimit;
  readonly dayOfNextMonth?: never;
}

/** Acceptance by silence after a fixed day of the month following the delivery. */
export interface DeemedAcceptanceDayTerms extends DeemedAcceptanceCommonTerms {
  /**
   * The last day to respond: this day of the month after `deliveredOn`, or the last day of a shorter month. From 1
   * through 31.
   */
  readonly dayOfNextMonth: number;
  readonly limit?: never;
}

/** Terms of an acceptance by silence: either a limit or a fixed day. */
export type DeemedAcceptanceTerms = DeemedAcceptanceLimitTerms | DeemedAcceptanceDayTerms;

/** The figures behind a {@link DeemedAcceptance}. */
export interface DeemedAcceptanceBasis {
  readonly asOf: Temporal.PlainDate;
  /** Absent if nothing was delivered. */
  readonly deliveredOn?: Temporal.PlainDate;
  /** The response, even if it was too late; absent if there was none by `asOf`. */
  readonly respondedOn?: Temporal.PlainDate;
  /** How the last day was counted; absent if nothing was delivered. */
  readonly deadline?: DeadlineBasis;
}

/** Whether silence has become acceptance, as of a day. */
export class DeemedAcceptance {
  readonly status: AcceptanceStatus;
  /** The last day on which a response is in time; absent if nothing was delivered. */
  readonly lastDay?: Temporal.PlainDate;
  /** The day from which acceptance is deemed, which is the day after `lastDay`; absent unless `accepted`. */
  readonly deemedOn?: Temporal.PlainDate;
  /** @internal */
  readonly asOf: number;
  /** @internal */
  readonly delivered: number | undefined;
  /** @internal */
  readonly responded: number | undefined;
  /** @internal */
  readonly deadline: Deadline | undefined;

  /** @internal */
  constructor(
    status: AcceptanceStatus,
    asOf: number,
    delivered: number | undefined,
    responded: number | undefined,
    deadline: Deadline | undefined,
  ) {
    this.status = status;
    if (deadline !== undefined) this.lastDay = deadline.lastDay;
    if (deadline !== undefined && status === 'accepted') this.deemedOn = plainDay(deadline.last + 1);
    this.asOf = asOf;
    this.delivered = delivered;
    this.responded = responded;
    this.deadline = deadline;
  }

  /** The figures needed to check the result by hand. */
  get basis(): DeemedAcceptanceBasis {
    const { asOf, delivered, responded, deadline } = this;
    return {
      asOf: plainDay(asOf),
      ...(delivered !== undefined && { deliveredOn: plainDay(delivered) }),
      ...(responded !== undefined && { respondedOn: plainDay(responded) }),
      ...(deadline !== undefined && { deadline: deadline.basis }),
    };
  }

  /** The JSON representation, with days as ISO strings and absent fields omitted. */
  toJSON(): object {
    const { status, lastDay, deemedOn, basis } = this;
    return { status, lastDay, deemedOn, basis };
  }
}

/**
 * Whether silence has become acceptance: a response by the last day prevents it, a later one is too late, and
 * acceptance is deemed on the day after the last day.
 *
 * The last day is `deliveredOn + limit`, or a fixed day of the month after `deliveredOn`, clamped to a shorter month
 * and rolled by the rules.
 *
 * @clause "If the customer does not sign or refuse the act within N working days of its receipt, the services are deemed accepted."
 * @clause "If there is no objection within the first N days of the following month, the services of the month are deemed accepted."
 * @throws {@link AgreementError} `argument-invalid` unless exactly one of `limit` and `dayOfNextMonth` is given, or for
 * a day of the month that is not an integer from 1 through 31; `day-invalid`, `limit-invalid`, `rules-invalid`,
 * `calendar-required`,
 * `calendar-not-covered`, `day-missing-in-month` as for {@link deadline}.
 * @example Five working days across Nauryz: open on the last day, accepted a day later
 * ```ts
 * const act = { deliveredOn: '2026-03-19', limit: workingDays(5), rules: countingRules.kzCivilCode, calendar: kz };
 * deemedAcceptance({ ...act, asOf: '2026-03-31' }).status // => 'open'
 * deemedAcceptance({ ...act, asOf: '2026-04-01' }).deemedOn // => '2026-04-01'
 * deemedAcceptance({ ...act, respondedOn: '2026-03-31', asOf: '2026-04-01' }).status // => 'objected'
 * deemedAcceptance({ ...act, respondedOn: '2026-04-01', asOf: '2026-04-01' }).status // => 'accepted'
 * ```
 * @example The services of December, through the fifth of January
 * ```ts
 * const december = { deliveredOn: '2026-12-31', dayOfNextMonth: 5, rules: countingRules.asWritten };
 * deemedAcceptance({ ...december, asOf: '2027-01-06' }).lastDay // => '2027-01-05'
 * deemedAcceptance({ ...december, dayOfNextMonth: 0, asOf: '2027-01-06' }) // throws 'argument-invalid'
 * ```
 */
export function deemedAcceptance(terms: DeemedAcceptanceTerms): DeemedAcceptance {
  requireTerms(terms);
  const { limit, dayOfNextMonth, calendar } = terms;
  if ((limit === undefined) === (dayOfNextMonth === undefined))
    refuse('argument-invalid', 'limit', limit, 'a limit or dayOfNextMonth, exactly one of them');
  if (limit !== undefined) requireDayLimit(limit, 'limit');
  else if (!Number.isInteger(dayOfNextMonth) || (dayOfNextMonth as number) < 1 || (dayOfNextMonth as number) > 31)
    refuse('argument-invalid', 'dayOfNextMonth', dayOfNextMonth, 'a whole number from 1 through 31');
  const rules = requireRules(terms.rules, 'rules');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  const answer = terms.respondedOn === undefined ? undefined : epochDayOf(terms.respondedOn, 'respondedOn');
  const responded = answer === undefined || answer > asOf ? undefined : answer;
  if (terms.deliveredOn === undefined)
    return new DeemedAcceptance('not-started', asOf, undefined, responded, undefined);
  const delivered = epochDayOf(terms.deliveredOn, 'deliveredOn');
  const last =
    limit !== undefined
      ? deadlineOf(delivered, limit, rules, calendar)
      : fixedDay(delivered, dayOfNextMonth as number, rules, calendar);
  return new DeemedAcceptance(statusOf(asOf, delivered, responded, last.last), asOf, delivered, responded, last);
}

function statusOf(asOf: number, delivered: number, responded: number | undefined, last: number): AcceptanceStatus {
  if (asOf < delivered) return 'not-started';
  if (responded !== undefined && responded <= last) return 'objected';
  return asOf > last ? 'accepted' : 'open';
}

/** A day of the month after `delivered`: no limit is counted, so only the roll of the rules applies. */
function fixedDay(
  delivered: number,
  dayOfMonth: number,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): Deadline {
  const month = monthNumberOfDay(delivered) + 1;
  const nominal = requireEpochDay(monthStart(month) + Math.min(dayOfMonth, daysInMonth(month)) - 1, 'dayOfNextMonth');
  if (rules.roll === 'none') return new Deadline(delivered, nominal, nominal, false, undefined);
  const asked = requireCalendar(calendar, 'the rules roll');
  return new Deadline(delivered, nominal, rollTo(asked, nominal, rules.roll), false, asked);
}
