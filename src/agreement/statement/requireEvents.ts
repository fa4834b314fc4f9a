import { refuse } from '../../errors/agreementError.js';
import { isList } from '../../errors/isList.js';
import type { AccountEvent } from '../account/accountEvent.js';

/** Throws unless the value is a list of records, as the events of an account are. @internal */
export function requireEvents(events: readonly AccountEvent[]): readonly AccountEvent[] {
  if (!isList(events)) refuse('argument-invalid', 'events', events, 'the events of the account');
  // A copy, because `forEach` passes over holes.
  [...events].forEach((event: unknown, at) => {
    if (typeof event !== 'object' || event === null)
      refuse('argument-invalid', `events.${at}`, event, 'an event of the account');
  });
  return events;
}
