import type { AccountEvent } from '../account/accountEvent.js';

/**
 * The event behind a cause: a cause is the id of an event, followed by the key of a record if a posting ran for one.
 * @internal
 */
export function causeEventOf(cause: string | null, events: readonly AccountEvent[]): AccountEvent | undefined {
  if (cause === null) return undefined;
  return events.find(({ id }) => id === cause) ?? events.find(({ id }) => cause.startsWith(`${id}/`));
}
