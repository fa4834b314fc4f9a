import { isoOfEpochDay } from '../../time/epochDay.js';

/** What set a posting going: an event, or a day that passed. @internal */
export interface Cause {
  readonly day: number;
  /** The day as ISO text. */
  readonly on: string;
  /** Id of the event; null for a day. */
  readonly event: string | null;
  /** What the key of an entry ends with: the id of the event, or the day; with the key of the record where a posting runs for one. */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The record a posting runs for, where it runs for each of a name. */
  readonly record?: { readonly name: string; readonly key: string };
}

/** A day that passed, as what sets postings going. @internal */
export function causeOfDay(day: number): Cause {
  const on = isoOfEpochDay(day);
  return { day, on, event: null, name: on, payload: { on } };
}
