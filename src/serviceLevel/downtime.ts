import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { Temporal } from '../time/temporal.js';
import { requireHours, type TimeLimit } from '../time/timeLimit.js';
import { type ExactFraction, lowestTerms } from './exactFraction.js';

/** An interval; its end is exclusive, so that adjacent intervals do not overlap. */
export interface Interval {
  readonly from: InstantInput;
  readonly to: InstantInput;
}

/** An interval in which the service was unavailable. */
export interface Outage {
  readonly from: InstantInput;
  /** Omit it if the outage is still going on: it then extends to the end of the period. */
  readonly to?: InstantInput;
}

/** An interval in which the service may be unavailable. */
export interface Maintenance extends Interval {
  /** The instant it was announced; omit it if it was not. */
  readonly announcedAt?: InstantInput;
}

/** Terms of downtime, and the measurements. */
export interface DowntimeTerms {
  /** How long before its start maintenance must be announced to be excluded; omit it if it need not be announced. */
  readonly announcement?: TimeLimit<'hours'>;
  /** The measured period; anything outside is cut off. */
  readonly period: Interval;
  /** Outages in any order; they may overlap, and extend beyond the period. */
  readonly outages: readonly Outage[];
  /** Maintenance in any order. */
  readonly maintenance: readonly Maintenance[];
}

/** An interval that counts as downtime. */
export interface CountedInterval {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** The figures behind a {@link Downtime}. */
export interface DowntimeBasis {
  /** Intervals in which the service was unavailable without maintenance, in order and disjoint. */
  readonly intervals: readonly CountedInterval[];
  /** Indices of the maintenance announced in time; other maintenance is not excluded. */
  readonly announced: readonly number[];
}

/** The downtime of a service in a period, to the nanosecond. */
export class Downtime {
  /** The downtime in minutes, exact: 21.9 minutes are 219/10. */
  readonly minutes: ExactFraction;
  /** The length of the period in minutes: the whole for an availability by actual time. */
  readonly periodMinutes: ExactFraction;
  /** @internal */
  readonly runs: readonly Run[];
  /** @internal */
  readonly announced: readonly number[];

  /** @internal */
  constructor(runs: readonly Run[], period: Run, announced: readonly number[]) {
    const nanoseconds = runs.reduce((total, { from, to }) => total + to - from, 0n);
    this.minutes = lowestTerms(nanoseconds, nanosecondsOfMinute, 'outages');
    this.periodMinutes = lowestTerms(period.to - period.from, nanosecondsOfMinute, 'period');
    this.runs = runs;
    this.announced = announced;
  }

  /** The figures needed to check the result by hand. */
  get basis(): DowntimeBasis {
    const intervals = this.runs.map(({ from, to }) => ({
      from: Temporal.Instant.fromEpochNanoseconds(from),
      to: Temporal.Instant.fromEpochNanoseconds(to),
    }));
    return { intervals: Object.freeze(intervals), announced: Object.freeze([...this.announced]) };
  }

  /** The JSON representation, with fractions as numerator and denominator and instants as ISO strings. */
  toJSON(): object {
    const { minutes, periodMinutes, basis } = this;
    return { minutes, periodMinutes, basis };
  }
}

/**
 * The downtime of a service in a period: the union of its outages within the period, less maintenance announced in
 * time.
 *
 * @clause "Downtime is the time in which the service cannot be used, except for maintenance announced N hours in
 * advance."
 * @throws {@link AgreementError} `instant-invalid`, `limit-invalid`; `range-reversed` if an interval ends before it
 * starts, or the period does not end after it starts; `argument-invalid` if an argument is not a list of intervals.
 * @example Two outages that overlap, one across the end of the month, and maintenance announced two days in advance
 * ```ts
 * const found = downtime({
 *   announcement: hours(48),
 *   period: { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
 *   outages: [
 *     { from: '2026-03-10T10:00:00Z', to: '2026-03-10T10:15:00Z' },
 *     { from: '2026-03-10T10:00:00Z', to: '2026-03-10T10:21:54Z' },
 *     { from: '2026-03-31T23:50:00Z', to: '2026-04-01T01:00:00Z' },
 *   ],
 *   maintenance: [{ from: '2026-03-31T23:55:00Z', to: '2026-04-01T02:00:00Z', announcedAt: '2026-03-29T23:55:00Z' }],
 * });
 * String(found.minutes) // => '269/10'
 * String(share({ part: found.minutes, whole: found.periodMinutes })) // => '269/446400'
 * ```
 * @example The period must not be empty
 * ```ts
 * const now = '2026-03-01T00:00:00Z';
 * downtime({ period: { from: now, to: now }, outages: [], maintenance: [] }) // throws 'range-reversed'
 * ```
 */
export function downtime(terms: DowntimeTerms): Downtime {
  requireTerms(terms);
  const { announcement, outages, maintenance } = terms;
  const period = readRun(terms.period, 'period', undefined);
  if (period.to === period.from) refuse('range-reversed', 'period', terms.period, 'an end after its beginning');
  const ahead = announcement === undefined ? undefined : BigInt(requireHours(announcement, 'announcement'));
  const out = readList(outages, 'outages').map((outage, at) => readRun(outage, `outages.${at}`, period));
  const windows = readList(maintenance, 'maintenance').map((window, at) =>
    readRun(window, `maintenance.${at}`, undefined),
  );
  const announced: number[] = [];
  maintenance.forEach(({ announcedAt }, at) => {
    const announcedNanoseconds =
      announcedAt === undefined ? undefined : instantOf(announcedAt, `maintenance.${at}.announcedAt`).epochNanoseconds;
    const { from } = windows[at] as Run;
    if (
      ahead === undefined ||
      (announcedNanoseconds !== undefined && announcedNanoseconds + ahead * nanosecondsOfHour <= from)
    )
      announced.push(at);
  });
  const excused = united(announced.map((at) => windows[at] as Run));
  const counted = united(out.map((run) => cut(run, period))).flatMap((run) => without(run, excused));
  return new Downtime(counted, period, announced);
}

/** An interval in nanoseconds since 1970. @internal */
interface Run {
  readonly from: bigint;
  readonly to: bigint;
}

const nanosecondsOfMinute = 60_000_000_000n;
const nanosecondsOfHour = 60n * nanosecondsOfMinute;

function readList<T>(list: readonly T[], field: string): readonly T[] {
  if (!isList(list)) refuse('argument-invalid', field, list, 'a list of { from, to }');
  return [...list];
}

/** Validates an interval; without an end it extends to the end of `period`, if that is given. */
function readRun(interval: Outage, field: string, period: Run | undefined): Run {
  if (typeof interval !== 'object' || interval === null) refuse('argument-invalid', field, interval, '{ from, to }');
  const from = instantOf(interval.from, `${field}.from`).epochNanoseconds;
  if (interval.to === undefined && period !== undefined) return { from, to: from > period.to ? from : period.to };
  const to = instantOf(interval.to as InstantInput, `${field}.to`).epochNanoseconds;
  if (to < from) refuse('range-reversed', field, interval, 'an end not before its beginning');
  return { from, to };
}

function cut({ from, to }: Run, period: Run): Run {
  return { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to };
}

/** Merges overlapping and adjacent intervals, in order, and drops empty ones. */
function united(runs: readonly Run[]): readonly Run[] {
  const joined: { from: bigint; to: bigint }[] = [];
  for (const { from, to } of runs.filter((run) => run.to > run.from).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined[joined.length - 1];
    if (last === undefined || from > last.to) joined.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return joined;
}

/** The parts of an interval outside other intervals, which are in order and disjoint. */
function without({ from, to }: Run, excused: readonly Run[]): readonly Run[] {
  const left: Run[] = [];
  let since = from;
  for (const window of excused) {
    left.push({ from: since, to: window.from < to ? window.from : to });
    if (window.to > since) since = window.to;
  }
  left.push({ from: since, to });
  return left.filter((run) => run.to > run.from);
}
