import { isoOfEpochDay } from '../../time/epochDay.js';

/** The trigger of a posting: an event, or a day. @internal */
export interface Cause {
  readonly day: number;
  /** The day as an ISO string. */
  readonly on: string;
  /** The id of the event; null for a day. */
  readonly event: string | null;
  /**
   * The last part of the key of an entry: the id of the event, or the day; with the key of the record if a posting runs
   * for one.
   */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The record for which a posting runs, if it runs for each record with a name. */
  readonly record?: { readonly name: string; readonly key: string };
}

/** A day as the trigger of postings. @internal */
export function causeOfDay(day: number): Cause {
  const on = isoOfEpochDay(day);
  return { day, on, event: null, name: on, payload: { on } };
}
