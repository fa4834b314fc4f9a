import { epochDayOf } from '../../time/dayInput.js';
import { type AccountEvent, momentOf, orderOfMoments } from '../account/accountEvent.js';
import type { Entry, Remark } from '../account/accountJson.js';
import { hasOpened } from '../account/dayRunner.js';
import type { Statement } from '../account/statement.js';
import { type Agreement, requireAgreement } from '../model/definedAgreement.js';
import type { Posting } from '../model/posting.js';
import { fromStatement } from './fromStatement.js';
import { requireEvents } from './requireEvents.js';

/** An event, or a posting of the day, with its effects. */
export interface Happening {
  /** Absent if the day was the cause. */
  readonly event?: AccountEvent;
  /** The entries and remarks it caused, in order. */
  readonly causes: (Entry | Remark)[];
}

/** What happened on a day, in order. */
export interface DayOfHappenings {
  /** The day, as ISO text. */
  readonly on: string;
  /** The events of the day and the postings of the day itself, in the order in which they were applied. */
  readonly happenings: readonly Happening[];
}

/** The events of a day, and the effects of each event or posting of the day. */
interface Gathered {
  readonly events: AccountEvent[];
  readonly caused: Map<string | Posting, Happening>;
}

/**
 * What happened through the day of a statement, day by day, in order: each event with the entries and remarks it caused.
 * A posting that runs by the day is an entry of its own, without an event.
 *
 * @param events The events that the statement was computed from; later ones are left out.
 * @throws {@link AgreementError} `argument-invalid` for a statement or events that were altered, or what is no agreement.
 * @example
 * ```ts
 * const told = replay(agreement, events, '2026-12-31');
 * const days = happeningsByDay(told, events, agreement).map(({ on }) => on);
 * days.toSorted().join() === days.join() // => true
 * ```
 */
export function happeningsByDay(
  statement: Statement,
  events: readonly AccountEvent[],
  agreement: Agreement,
): readonly DayOfHappenings[] {
  return fromStatement(statement, () => gathered(statement, requireEvents(events), requireAgreement(agreement)));
}

function gathered(
  statement: Statement,
  events: readonly AccountEvent[],
  agreement: Agreement,
): readonly DayOfHappenings[] {
  const asOf = epochDayOf(statement.asOf, 'asOf');
  const days = new Map<number, Gathered>();
  const dayOf = (day: number): Gathered => {
    const known: Gathered = days.get(day) ?? { events: [], caused: new Map() };
    days.set(day, known);
    return known;
  };
  for (const event of new Map(events.map((event) => [event.id, event])).values()) {
    const day = epochDayOf(event.on, 'on');
    if (day <= asOf) dayOf(day).events.push(event);
  }
  const postings = new Map(agreement.postings.map((posting) => [posting.id, posting]));
  for (const cause of [...statement.remarks, ...statement.entries]) {
    const { caused } = dayOf(epochDayOf(cause.on, 'on'));
    const by = cause.event ?? (postings.get(cause.posting) as Posting);
    const known = caused.get(by) ?? { causes: [] };
    caused.set(by, known);
    known.causes.push(cause);
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, { events: ofDay, caused }]) => {
      const happenings = inOrder(ofDay, agreement).map((event) => ({
        event,
        causes: caused.get(event.id)?.causes ?? [],
      }));
      const [first] = [...caused.values()];
      return {
        on: (ofDay[0]?.on ?? first?.causes[0]?.on) as string,
        happenings: withPostings(day, happenings, caused, agreement),
      };
    });
}

/** The order in which the events were applied. */
function inOrder(events: readonly AccountEvent[], { data }: Agreement): AccountEvent[] {
  const kinds = Object.keys(data.events);
  const moment = (event: AccountEvent): bigint | undefined => momentOf(data.events[event.kind], event);
  return events.toSorted(
    (a, b) =>
      orderOfMoments(moment(a), moment(b)) ||
      (a.seq ?? 0) - (b.seq ?? 0) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      (a.id < b.id ? -1 : 1),
  );
}

/**
 * The events of a day together with the effects of the day itself: before them, between them when a window opened,
 * after them.
 */
function withPostings(
  day: number,
  events: readonly (Happening & { readonly event: AccountEvent })[],
  caused: ReadonlyMap<string | Posting, Happening>,
  agreement: Agreement,
): readonly Happening[] {
  const ordered: Happening[] = [...events];
  const before: Happening[] = [];
  for (const posting of agreement.postings) {
    const happening = caused.get(posting);
    if (happening === undefined) continue;
    if (posting.each !== 'day') ordered.push(happening);
    else if (posting.window === undefined) before.push(happening);
    else {
      const later = ordered.findIndex(({ event }) => {
        if (event === undefined) return false;
        const moment = momentOf(agreement.data.events[event.kind], event);
        return moment === undefined || hasOpened(agreement, posting, day, moment);
      });
      ordered.splice(later < 0 ? ordered.length : later, 0, happening);
    }
  }
  return [...before, ...ordered];
}

/**
 * The following days on which the same postings of the day entered the same amounts, within one minor unit, and nothing
 * else happened.
 */
export function daysAlike(days: readonly DayOfHappenings[], at: number): readonly DayOfHappenings[] {
  const first = entriesAlone(days[at] as DayOfHappenings);
  if (first === undefined) return [];
  const alike: DayOfHappenings[] = [];
  for (const day of days.slice(at + 1)) {
    const entries = entriesAlone(day);
    const isNext = epochDayOf(day.on, 'on') === epochDayOf((days[at] as DayOfHappenings).on, 'on') + alike.length + 1;
    if (entries === undefined || !isNext || entries.length !== first.length) break;
    if (!entries.every((entry, index) => isLike(entry, first[index] as Entry))) break;
    alike.push(day);
  }
  return alike;
}

function entriesAlone({ happenings }: DayOfHappenings): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const { event, causes } of happenings)
    for (const cause of causes) {
      if (event !== undefined || !('account' in cause)) return undefined;
      entries.push(cause);
    }
  return happenings.some(({ event }) => event !== undefined) || entries.length === 0 ? undefined : entries;
}

function isLike(a: Entry, b: Entry): boolean {
  const units = ({ amount }: Entry): bigint => BigInt(amount.amount.replace('.', ''));
  const apart = units(a) - units(b);
  return a.key.replace(a.on, '') === b.key.replace(b.on, '') && apart <= 1n && apart >= -1n;
}
