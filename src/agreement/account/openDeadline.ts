import type { Facts } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { Posting } from '../model/posting.js';
import { aboutOf } from './aboutOf.js';
import type { EntryWriter } from './entryWriter.js';
import { evaluatedApart } from './evaluatedApart.js';
import type { RunningPosting } from './runningPosting.js';

/** Opens the deadline of a posting, if its computation gives a day. @internal */
export function openDeadline(
  writer: EntryWriter,
  { posting, cause, agreement, where }: RunningPosting,
  answer: Answer | undefined,
  facts: Facts,
): void {
  const { state } = writer;
  const { deadline, name, closedBy = [], about } = posting.opens as NonNullable<Posting['opens']>;
  const lastDay = answer?.[deadline];
  if (typeof lastDay !== 'string') return;
  const result = evaluatedApart(agreement, posting.computes as string, facts);
  state.openDeadlines.push(state.deadlines.length);
  state.deadlines.push({
    key: writer.keyOf('deadline', posting.id, cause.name),
    name,
    lastDay,
    computation: result.computation,
    posting: posting.id,
    event: cause.event,
    cause: cause.name,
    openedOn: cause.on,
    ...aboutOf(about, { ...where, answer }),
    closedBy,
    edition: agreement.data.edition,
    facts: result.facts,
  });
}
