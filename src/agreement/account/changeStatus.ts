import type { EntryWriter } from './entryWriter.js';
import { postingsOf } from './postingsOf.js';
import type { RunningPosting } from './runningPosting.js';

/** Sets the status of an account; a final one closes the rights that nothing uses afterwards. @internal */
export function changeStatus(writer: EntryWriter, { posting, cause, agreement }: RunningPosting, status: string): void {
  const { state } = writer;
  if (state.status === status) return;
  const { finalStatuses, rightsAfterEnd } = postingsOf(agreement);
  // Nothing revives an agreement after its end, except a posting that the agreement explicitly allows to.
  if (finalStatuses.has(state.status) && posting.afterEnd !== 'reopens') return;
  state.status = status;
  writer.remark(posting.id, cause, 'status', agreement, { status });
  if (!finalStatuses.has(status)) return;
  // A right opened before the end can no longer be exercised unless a posting still uses it afterwards.
  state.closeRights(
    cause.on,
    ({ name, event }) => !rightsAfterEnd.has(name) && (event === null || event !== cause.event),
  );
}
