import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { Temporal } from '../time/temporal.js';
import { requireHours, type TimeLimit } from '../time/timeLimit.js';
import { type ExactFraction, lowestTerms } from './exactFraction.js';

/** A stretch of time; its end is not part of it, so that stretches that meet do not overlap. */
export interface Stretch {
  readonly from: InstantInput;
  readonly to: InstantInput;
}

/** A stretch in which the service was out. */
export interface Outage {
  readonly from: InstantInput;
  /** Absent while it lasts: it runs to the end of the period then. */
  readonly to?: InstantInput;
}

/** A stretch in which the service may be out. */
export interface Maintenance extends Stretch {
  /** When it was announced; absent if it was not. */
  readonly announcedAt?: InstantInput;
}

/** Terms of downtime, and what was measured. */
export interface DowntimeTerms {
  /** How long before its beginning maintenance must be announced to be left out; absent if it need not be announced. */
  readonly announcement?: TimeLimit<'hours'>;
  /** The period that is measured; what lies outside is cut off. */
  readonly period: Stretch;
  /** Outages in any order; they may overlap, and straddle the ends of the period. */
  readonly outages: readonly Outage[];
  /** Maintenance in any order. */
  readonly maintenance: readonly Maintenance[];
}

/** A stretch that counts as downtime. */
export interface CountedStretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** The figures behind a {@link Downtime}. */
export interface DowntimeBasis {
  /** Stretches in which the service was out and no maintenance was on, in order and without overlap. */
  readonly stretches: readonly CountedStretch[];
  /** Positions of the maintenance that was announced in time; the others are not left out. */
  readonly announced: readonly number[];
}

/** How long a service was out in a period, to the nanosecond. */
export class Downtime {
  /** How long, in minutes: exact, 21.9 minutes are 219/10. */
  readonly minutes: ExactFraction;
  /** How long the period is, in minutes: the whole of an availability by actual time. */
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

  /** What a reader needs to add it up again by hand. */
  get basis(): DowntimeBasis {
    const stretches = this.runs.map(({ from, to }) => ({
      from: Temporal.Instant.fromEpochNanoseconds(from),
      to: Temporal.Instant.fromEpochNanoseconds(to),
    }));
    return { stretches: Object.freeze(stretches), announced: Object.freeze([...this.announced]) };
  }

  /** The wire form: fractions as numerator and denominator, instants as ISO strings. */
  toJSON(): object {
    const { minutes, periodMinutes, basis } = this;
    return { minutes, periodMinutes, basis };
  }
}

/**
 * How long a service was out in a period: the union of its outages, cut to the period, less the maintenance that was announced in time.
 *
 * @clause "Downtime is the time in which the service cannot be used, except for maintenance announced N hours before."
 * @throws {@link AgreementError} `instant-invalid`, `limit-invalid`; `range-reversed` if a stretch ends before it begins, or the period does not
 * end after it begins; `argument-invalid` for what is no list of stretches.
 * @example Two outages that overlap, one over the end of the month, and maintenance announced two days ahead
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
 * @example The period has an end
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
    const told =
      announcedAt === undefined ? undefined : instantOf(announcedAt, `maintenance.${at}.announcedAt`).epochNanoseconds;
    const { from } = windows[at] as Run;
    if (ahead === undefined || (told !== undefined && told + ahead * nanosecondsOfHour <= from)) announced.push(at);
  });
  const excused = united(announced.map((at) => windows[at] as Run));
  const counted = united(out.map((run) => cut(run, period))).flatMap((run) => without(run, excused));
  return new Downtime(counted, period, announced);
}

/** A stretch in nanoseconds since 1970. @internal */
interface Run {
  readonly from: bigint;
  readonly to: bigint;
}

const nanosecondsOfMinute = 60_000_000_000n;
const nanosecondsOfHour = 60n * nanosecondsOfMinute;

function readList<T>(list: readonly T[], field: string): readonly T[] {
  if (!isList(list)) refuse('argument-invalid', field, list, 'a list of { from, to }');
  return list;
}

/** A stretch without an end, where `period` says that it may lack one, ends with the period. */
function readRun(stretch: Outage, field: string, period: Run | undefined): Run {
  if (typeof stretch !== 'object' || stretch === null) refuse('argument-invalid', field, stretch, '{ from, to }');
  const from = instantOf(stretch.from, `${field}.from`).epochNanoseconds;
  if (stretch.to === undefined && period !== undefined) return { from, to: from > period.to ? from : period.to };
  const to = instantOf(stretch.to as InstantInput, `${field}.to`).epochNanoseconds;
  if (to < from) refuse('range-reversed', field, stretch, 'an end not before its beginning');
  return { from, to };
}

function cut({ from, to }: Run, period: Run): Run {
  return { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to };
}

/** Stretches joined where they overlap or meet, in order; those without a length fall away. */
function united(runs: readonly Run[]): readonly Run[] {
  const joined: { from: bigint; to: bigint }[] = [];
  for (const { from, to } of runs.filter((run) => run.to > run.from).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined[joined.length - 1];
    if (last === undefined || from > last.to) joined.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return joined;
}

/** What is left of a stretch outside others, which are in order and do not overlap. */
function without({ from, to }: Run, excused: readonly Run[]): readonly Run[] {
  const left: Run[] = [];
  let since = from;
  for (const window of excused) {
    if (window.from > since) left.push({ from: since, to: window.from < to ? window.from : to });
    if (window.to > since) since = window.to;
    if (since >= to) break;
  }
  if (since < to) left.push({ from: since, to });
  return left.filter((run) => run.to > run.from);
}
