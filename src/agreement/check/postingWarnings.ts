import { namesOfPosting } from '../account/namesOfPosting.js';
import { changesOf } from '../model/bindingErrors.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { Posting } from '../model/posting.js';
import { recordsIn } from '../model/recordsIn.js';
import type { ValueShape } from '../model/value.js';
import { positionsOf } from './positions.js';
import type { WarningList } from './warningList.js';

/** Events that no posting handles, fields of events that nothing reads, and postings without effect. @internal */
export function postingWarnings(agreement: Agreement, warnings: WarningList): void {
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
      warnings.add(`events.${kind}`, 'event-unanswered', kind, 'a posting on this event, or a deadline that it closes');
    if (own.length === 0) continue;
    // The instant of an event determines its order.
    const read = new Set<unknown>(['at']);
    for (const posting of postings) {
      const about = [posting.opens?.about?.field, posting.opensRight?.about?.field];
      for (const field of about) read.add(field);
    }
    for (const [binding] of recordsIn(own, '')) read.add((binding as { readonly event?: unknown }).event);
    // An optional field may be a note for readers.
    for (const field of Object.keys(payload))
      if (!read.has(field) && !optional.includes(field))
        warnings.add(
          `events.${kind}.carries.${field}`,
          'field-unread',
          field,
          `a posting on ${kind} that reads it: its value changes nothing in the account`,
        );
  }
  unboundWarnings(agreement, warnings);
  unreadWarnings(agreement, postings, warnings);
  data.postings.forEach((posting, at) => {
    const { post, decides, opens, tells, opensRight, exercisesRight, requires } = posting;
    const effects = [post, decides, opens, tells, opensRight, exercisesRight, requires];
    if (effects.every((effect) => effect === undefined) && changesOf(posting).length === 0)
      warnings.add(`postings.${at}`, 'posting-idle', posting.id, 'an effect: an amount, a change, a day or a right');
  });
}

/** Values, counters and fields of records that are set and never read, under any reading. */
function unreadWarnings({ data }: Agreement, postings: readonly Posting[], warnings: WarningList): void {
  const read = new Set(
    postings
      .flatMap(namesOfPosting)
      .filter(({ does }) => does === 'reads')
      .map(({ is, name }) => `${is} ${name}`),
  );
  // Reading the records as a list reads the fields that the fact has, and a status is reported.
  const lists = new Set<unknown>();
  for (const { bind = {}, ...others } of postings) {
    for (const [fact, binding] of Object.entries(bind)) {
      if (!('records' in binding)) continue;
      const { type, of } = (data.facts[fact] ?? {}) as { readonly type?: string; readonly of?: ValueShape };
      if (type !== 'list' || of?.type !== 'record') lists.add(binding.records);
      else for (const field of Object.keys(of.fields)) read.add(`field ${binding.records}.${field}`);
    }
    for (const [part] of recordsIn(others, '')) lists.add((part as { readonly records?: unknown }).records);
  }
  const reported = new Set<string>();
  data.postings.forEach((posting, at) => {
    for (const { does, is, name } of namesOfPosting(posting)) {
      const [record = '', field] = name.split('.');
      if (does === 'reads' || !['value', 'counter', 'field'].includes(is) || read.has(`${is} ${name}`)) continue;
      if ((is === 'field' && (lists.has(record) || field === 'status')) || reported.has(`${is} ${name}`)) continue;
      reported.add(`${is} ${name}`);
      warnings.add(`postings.${at}`, 'value-unread', name, 'a posting that reads it: nothing depends on it');
    }
  });
}

/**
 * Required facts of a posting's computation that it does not bind. For a table, it depends on the rows that are
 * reached.
 */
function unboundWarnings({ data, computations, postings }: Agreement, warnings: WarningList): void {
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
        warnings.add(
          `postings.${at}`,
          'fact-unbound',
          name,
          `a binding for ${name}, or "absent: …" where it is declared`,
        );
  }
}
