import { changesOf } from '../model/bindingFaults.js';
import type { Agreement } from '../model/defineAgreement.js';
import { recordsIn } from '../model/recordsIn.js';
import type { Doubts } from './doubts.js';
import { positionsOf } from './positions.js';

/** Events that nothing answers, fields of events that nothing reads, and postings that do nothing. @internal */
export function postingDoubts(agreement: Agreement, doubts: Doubts): void {
  const { data } = agreement;
  if (data.postings.length === 0) return;
  const postings = positionsOf(agreement).flatMap((position) => position.data.postings);
  for (const [kind, { payload }] of Object.entries(data.events)) {
    const own = postings.filter(({ on }) => on === kind);
    const closes = postings.some(
      ({ opens, opensRight }) =>
        opens?.closedBy?.includes(kind) === true || opensRight?.closedBy?.includes(kind) === true,
    );
    if (own.length === 0 && !closes)
      doubts.add(`events.${kind}`, 'event-unanswered', kind, 'a posting that answers it, or a deadline that it closes');
    if (own.length === 0) continue;
    // The instant of an event orders it.
    const read = new Set<unknown>(['at']);
    for (const posting of postings) {
      const about = [posting.opens?.about?.field, posting.opensRight?.about?.field];
      for (const field of about) read.add(field);
    }
    for (const [binding] of recordsIn(own, '')) read.add((binding as { readonly event?: unknown }).event);
    for (const field of Object.keys(payload))
      if (!read.has(field))
        doubts.add(
          `events.${kind}.carries.${field}`,
          'field-unread',
          field,
          `a posting on ${kind} that reads it: whatever stands there, the account is the same`,
        );
  }
  data.postings.forEach((posting, at) => {
    const { post, decides, opens, tells, opensRight, exercisesRight, requires } = posting;
    const effects = [post, decides, opens, tells, opensRight, exercisesRight, requires];
    if (effects.every((effect) => effect === undefined) && changesOf(posting).length === 0)
      doubts.add(`postings.${at}`, 'posting-idle', posting.id, 'a sum, a change, a day or a right that it makes');
  });
}
