import { refuse } from '../../errors/agreementError.js';
import { type DailyWindow, openingOn, readWindow } from '../../proration/dailyWindow.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Posting } from '../model/posting.js';
import type { ReadEvent } from './accountEvent.js';
import type { AccountWriter } from './accountWriter.js';
import { type PlannedPosting, postingsOf } from './postingsOf.js';

/**
 * The maximum number of days without an event for daily postings: a hundred years. More is probably a mistyped year.
 */
const mostDays = 36_525;

/**
 * Runs the daily postings as events are processed: those at the start of a day before its events, those of a window
 * when it opens, those at the end of a day after its events. An event without an instant comes after the windows of its
 * day have opened.
 *
 * @internal
 */
export class DayRunner {
  readonly #writer: AccountWriter;
  readonly #isDaily: boolean;
  /** The open day, which has started and not ended. */
  #open: number | undefined;
  /** Postings of windows that have not opened yet on the open day. */
  #waiting: readonly PlannedPosting[] = [];

  constructor(writer: AccountWriter) {
    this.#writer = writer;
    this.#isDaily = writer.timeline.editions.some((edition) => {
      const { dayBegins, windows, dayEnds } = postingsOf(edition);
      return dayBegins.length + windows.length + dayEnds.length > 0;
    });
  }

  /** Runs everything before an event, whose day is then open. */
  openTo({ id, day, moment }: ReadEvent): void {
    if (this.#open !== day) this.#begin(day, () => `${id}.on`);
    this.#openWindows(day, moment);
  }

  /** Ends the open day. */
  close(): void {
    const day = this.#open;
    if (day === undefined) return;
    this.#openWindows(day, undefined);
    this.#writer.runDay(day, this.#writer.postingsOn(day).dayEnds);
    this.#open = undefined;
  }

  /** Runs the days through the given one, which is then closed. */
  passThrough(day: number): void {
    const { throughDay } = this.#writer.state;
    if (throughDay === undefined || throughDay >= day) return;
    this.#begin(day, () => 'asOf');
    this.close();
  }

  #begin(day: number, field: () => string): void {
    const writer = this.#writer;
    this.close();
    const { throughDay } = writer.state;
    if (throughDay !== undefined) this.#pass(throughDay + 1, day, field);
    writer.closeThrough(day);
    const { dayBegins, windows } = writer.postingsOn(day);
    if (throughDay !== undefined) {
      writer.lapse(day);
      writer.runDay(day, dayBegins);
    }
    this.#open = day;
    this.#waiting = windows;
  }

  /** Runs days without events. */
  #pass(first: number, before: number, field: () => string): void {
    const writer = this.#writer;
    if (!this.#isDaily) {
      for (let next = writer.state.lots.nextExpiry + 1; next < before; next = writer.state.lots.nextExpiry + 1)
        writer.lapse(next);
      return;
    }
    if (before - first > mostDays)
      refuse(
        'day-out-of-range',
        field(),
        isoOfEpochDay(before),
        `a day by ${isoOfEpochDay(first + mostDays)}: a daily account is run for at most a hundred years after its last event`,
      );
    for (let next = writer.passDays(first, before); next < before; next = writer.passDays(next + 1, before)) {
      writer.lapse(next);
      const { dayBegins, windows, dayEnds } = writer.postingsOn(next);
      writer.runDay(next, dayBegins);
      writer.runDay(next, windows);
      writer.runDay(next, dayEnds);
    }
  }

  /** Runs the windows that have opened by an instant, or all of them. */
  #openWindows(day: number, moment: bigint | undefined): void {
    if (this.#waiting.length === 0) return;
    const agreement = this.#writer.editionOn(day);
    const hasCome = ({ posting }: PlannedPosting): boolean =>
      moment === undefined || hasOpened(agreement, posting, day, moment);
    const waiting = this.#waiting;
    // Usually all of them have opened; reuse the planned list.
    const opened = waiting.every(hasCome) ? waiting : waiting.filter(hasCome);
    this.#waiting = opened === waiting ? [] : waiting.filter((plan) => !opened.includes(plan));
    this.#writer.runDay(day, opened);
  }
}

/**
 * Whether a window has opened by an instant. Exactly at the opening an event comes first: a service that starts then is
 * charged that day. @internal
 */
export function hasOpened(agreement: Agreement, posting: Posting, day: number, moment: bigint): boolean {
  const opening = openingOn(day, readWindow(windowOf(agreement, posting)));
  return opening === undefined || opening.epochNanoseconds < moment;
}

/** The window of a posting, given as the term of a computation: `"4.2/firstDay#window"`. */
function windowOf(agreement: Agreement, { window }: Posting): DailyWindow {
  const [address = '', term = ''] = (window?.term ?? '').split('#');
  return agreement.computations.get(address)?.computation.terms?.[term] as DailyWindow;
}
