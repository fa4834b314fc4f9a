import type { Facts } from '../evaluate/session.js';
import type { Answer } from '../kinds/kind.js';
import type { RightOpening } from '../model/posting.js';
import { jsonRecord } from '../model/value.js';
import { aboutOf } from './aboutOf.js';
import type { EntryWriter } from './entryWriter.js';
import { evaluatedApart } from './evaluatedApart.js';
import { findOpenRight } from './rights.js';
import type { RunningPosting } from './runningPosting.js';

/** Opens a right of a posting, unless one about the same thing is open. @internal */
export function openRight(
  writer: EntryWriter,
  { posting, cause, agreement, where }: RunningPosting,
  { name, holder, about, lastDay: field, closedBy = [] }: RightOpening,
  answer: Answer | undefined,
  facts: Facts,
): void {
  const { state } = writer;
  const named = aboutOf(about, { ...where, answer });
  if (findOpenRight(state, cause.on, name, named.about?.key) !== undefined) return;
  const lastDay = field === undefined ? undefined : answer?.[field];
  state.rights.push({
    key: writer.keyOf('right', posting.id, cause.name),
    name,
    ...(holder !== undefined && { holder }),
    posting: posting.id,
    event: cause.event,
    openedOn: cause.on,
    ...(typeof lastDay === 'string' && { lastDay }),
    ...named,
    closedBy,
    edition: agreement.data.edition,
    facts: jsonRecord(facts),
  });
  writer.remark(posting.id, cause, 'right', agreement, {
    right: { name, ...(named.about && { about: named.about.key }), became: 'open' },
    cites: posting.computes === undefined ? [] : evaluatedApart(agreement, posting.computes, facts).cites,
    facts,
  });
}
