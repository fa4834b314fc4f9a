import type { OpenedDeadline, OpenedRight } from './accountJson.js';
import type { Cause } from './cause.js';
import type { AccountState } from './state.js';

/**
 * Closes the deadlines and rights that an event of a kind closes: those it refers to, or all of them if it refers to
 * none.
 *
 * @internal
 */
export function closeByEvent(state: AccountState, kind: string, cause: Cause): void {
  if (state.openDeadlines.length === 0 && state.rights.length === 0) return;
  const closes = ({ closedBy, about, event }: OpenedDeadline | OpenedRight): boolean =>
    closedBy.includes(kind) &&
    event !== cause.event &&
    (about?.field === undefined ||
      cause.payload[about.field] === undefined ||
      String(cause.payload[about.field]) === about.key);
  state.closeDeadlines(cause.on, closes);
  state.closeRights(cause.on, closes);
}
