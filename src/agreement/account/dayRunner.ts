import { type DailyWindow, openingOn, readWindow } from '../../proration/dailyWindow.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { Posting } from '../model/agreement.js';
import type { Agreement } from '../model/defineAgreement.js';
import { type AccountWriter, causeOfDay } from './accountWriter.js';
import type { ReadEvent } from './accountEvent.js';

/**
 * Runs the postings of the days as events come: those a day begins with before its events, those of a window when it opens, those a day ends
 * with after its events. An event that carries no instant comes when the windows of its day have opened.
 *
 * @internal
 */
export class DayRunner {
  readonly #writer: AccountWriter;
  /** The day that is open: it has begun and not ended. */
  #open: number | undefined;
  /** Postings of windows that have not opened yet on the open day. */
  #waiting: readonly Posting[] = [];

  constructor(writer: AccountWriter) {
    this.#writer = writer;
  }

  /** Runs all that comes before an event, whose day is then open. */
  openTo({ day, moment }: Pick<ReadEvent, 'day' | 'moment'>): void {
    if (this.#open !== day) this.#begin(day);
    this.#openWindows(day, moment);
  }

  /** Ends the open day. */
  close(): void {
    const day = this.#open;
    if (day === undefined) return;
    this.#openWindows(day, undefined);
    this.#writer.runDay(causeOfDay(day), dailyOf(this.#writer, day).ends);
    this.#open = undefined;
  }

  /** Runs the days through one, which is then over. */
  passThrough(day: number): void {
    const { through } = this.#writer;
    if (through === undefined || epochDayOf(through, 'through') >= day) return;
    this.#begin(day);
    this.close();
  }

  #begin(day: number): void {
    const writer = this.#writer;
    this.close();
    const { through } = writer;
    if (through !== undefined && hasDailyPostings(writer))
      for (let next = epochDayOf(through, 'through') + 1; next < day; next += 1) {
        const { begins, opens, ends } = dailyOf(writer, next);
        const cause = causeOfDay(next);
        writer.runDay(cause, begins);
        writer.runDay(cause, opens);
        writer.runDay(cause, ends);
      }
    writer.closeThrough(day);
    const { begins, opens } = dailyOf(writer, day);
    if (through !== undefined) writer.runDay(causeOfDay(day), begins);
    this.#open = day;
    this.#waiting = opens;
  }

  /** Runs the windows that have opened by a moment, or all of them. */
  #openWindows(day: number, moment: bigint | undefined): void {
    if (this.#waiting.length === 0) return;
    const agreement = this.#writer.editionOn(day);
    const opened = this.#waiting.filter(
      (posting) => moment === undefined || hasOpened(agreement, posting, day, moment),
    );
    this.#waiting = this.#waiting.filter((posting) => !opened.includes(posting));
    this.#writer.runDay(causeOfDay(day), opened);
  }
}

function hasDailyPostings(writer: AccountWriter): boolean {
  return writer.timeline.editions.some(({ postings }) =>
    postings.some(({ each }) => each === 'day' || each === 'dayEnd'),
  );
}

/** Postings of a day by when in it they run, in the order of the agreement. */
interface Daily {
  readonly begins: readonly Posting[];
  readonly opens: readonly Posting[];
  readonly ends: readonly Posting[];
}

/** Found once for each edition. */
const found = /* @__PURE__ */ new WeakMap<Agreement, Daily>();

function dailyOf(writer: AccountWriter, day: number): Daily {
  const agreement = writer.editionOn(day);
  const known = found.get(agreement);
  if (known !== undefined) return known;
  const daily = agreement.postings.filter(({ each }) => each === 'day');
  const made: Daily = {
    begins: daily.filter(({ window }) => window === undefined),
    opens: daily.filter(({ window }) => window !== undefined),
    ends: agreement.postings.filter(({ each }) => each === 'dayEnd'),
  };
  found.set(agreement, made);
  return made;
}

/** Whether a window has opened by a moment. At its very opening an event comes first: a service that starts then is charged that day. @internal */
export function hasOpened(agreement: Agreement, posting: Posting, day: number, moment: bigint): boolean {
  const opening = openingOn(day, readWindow(windowOf(agreement, posting)));
  return opening === undefined || opening.epochNanoseconds < moment;
}

/** The window of a posting, as the term of a computation: `"4.2/firstDay#window"`. */
function windowOf(agreement: Agreement, { window }: Posting): DailyWindow {
  const [address = '', term = ''] = (window?.term ?? '').split('#');
  return agreement.computations.get(address)?.computation.terms?.[term] as DailyWindow;
}
