import { namesOfPosting } from '../account/namesOfPosting.js';
import type { Posting } from '../model/agreement.js';
import { changesOf } from '../model/bindingFaults.js';
import type { Agreement } from '../model/definedAgreement.js';
import { recordsIn } from '../model/recordsIn.js';
import type { Doubts } from './doubts.js';
import { positionsOf } from './positions.js';

/** Events that nothing answers, fields of events that nothing reads, and postings that do nothing. @internal */
export function postingDoubts(agreement: Agreement, doubts: Doubts): void {
  const { data } = agreement;
  if (data.postings.length === 0) return;
  const postings = positionsOf(agreement).flatMap((position) => position.data.postings);
  for (const [kind, { payload, optional = [] }] of Object.entries(data.events)) {
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
    // An optional field may be a note for people.
    for (const field of Object.keys(payload))
      if (!read.has(field) && !optional.includes(field))
        doubts.add(
          `events.${kind}.carries.${field}`,
          'field-unread',
          field,
          `a posting on ${kind} that reads it: whatever stands there, the account is the same`,
        );
  }
  unboundDoubts(agreement, doubts);
  unreadDoubts(agreement, postings, doubts);
  data.postings.forEach((posting, at) => {
    const { post, decides, opens, tells, opensRight, exercisesRight, requires } = posting;
    const effects = [post, decides, opens, tells, opensRight, exercisesRight, requires];
    if (effects.every((effect) => effect === undefined) && changesOf(posting).length === 0)
      doubts.add(`postings.${at}`, 'posting-idle', posting.id, 'a sum, a change, a day or a right that it makes');
  });
}

/** Values, counters and fields of records that are set and never read, under whatever reading. */
function unreadDoubts({ data }: Agreement, postings: readonly Posting[], doubts: Doubts): void {
  const read = new Set(
    postings
      .flatMap(namesOfPosting)
      .filter(({ does }) => does === 'reads')
      .map(({ is, name }) => `${is} ${name}`),
  );
  // Who reads the records as a list reads all of their fields, and a status is told.
  const lists = new Set([...recordsIn(postings, '')].map(([part]) => (part as { readonly records?: unknown }).records));
  const told = new Set<string>();
  data.postings.forEach((posting, at) => {
    for (const { does, is, name } of namesOfPosting(posting)) {
      const [record = '', field] = name.split('.');
      if (does === 'reads' || !['value', 'counter', 'field'].includes(is) || read.has(`${is} ${name}`)) continue;
      if ((is === 'field' && (lists.has(record) || field === 'status')) || told.has(`${is} ${name}`)) continue;
      told.add(`${is} ${name}`);
      doubts.add(`postings.${at}`, 'value-unread', name, 'a posting that reads it: nothing depends on it');
    }
  });
}

/** Facts that a posting's computation asks for, that it does not bind, and that cannot be left out. A table asks for what its rows reach. */
function unboundDoubts({ data, computations, postings }: Agreement, doubts: Doubts): void {
  for (const posting of postings) {
    const asked = new Set<string>();
    const seen = new Set<string>();
    const look = (part: unknown): void => {
      for (const [record] of recordsIn(part, '')) {
        const { fact, result } = record as { readonly fact?: unknown; readonly result?: unknown };
        if (typeof fact === 'string') asked.add(fact);
        if (typeof result === 'string') computation(result);
      }
    };
    const computation = (address: string): void => {
      if (seen.has(address)) return;
      seen.add(address);
      look(computations.get(address)?.computation.from);
    };
    look(posting.if);
    look(posting.requires);
    if (posting.computes !== undefined) computation(posting.computes);
    const at = data.postings.findIndex(({ id }) => id === posting.id);
    for (const name of asked)
      if (data.facts[name]?.absent === undefined && !Object.hasOwn(posting.bind ?? {}, name))
        doubts.add(
          `postings.${at}`,
          'fact-unbound',
          name,
          `a binding for ${name}, or "absent: …" where it is declared`,
        );
  }
}
