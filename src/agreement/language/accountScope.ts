import type { AgreementData, EventDeclaration } from '../model/agreement.js';
import { resultsIn } from '../model/resultsIn.js';
import type { AgreementDocument } from './document.js';
import { isRecord } from './isRecord.js';
import type { Scope } from './scope.js';

/** A posting as written. */
export type WrittenPosting = AgreementDocument['postings'][string];

/** The changes that a posting makes, as written. */
export type WrittenChanges = Pick<
  WrittenPosting,
  'set' | 'enter' | 'setIfAbsent' | 'add' | 'take' | 'count' | 'put' | 'status'
>;

/** What a posting evaluates. */
export interface Asking {
  readonly computes?: string | undefined;
  readonly decides?: string | undefined;
  readonly when?: unknown;
}

/** The context of postings: the facts that computations need, and the names on the account. */
export interface AccountScope extends Scope {
  readonly events: Readonly<Record<string, EventDeclaration>>;
  /** The facts that a computation, a table or a condition needs, under any reading. */
  asked(by: Asking): ReadonlySet<string>;
  /** The values that postings set. */
  readonly values: ReadonlySet<string>;
  /** The fields that postings enter, by the name of the record. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The scope of the postings of a model: what each of its computations and tables needs under any reading, and what the
 * written postings set.
 */
export function accountScopeOf(
  scope: Scope,
  model: AgreementData,
  postings: AgreementDocument['postings'],
): AccountScope {
  const asking = new Map<string, unknown>([
    ...model.clauses.flatMap(({ ref, computes = [] }) =>
      computes.map((computation): [string, unknown] => [`${ref}/${computation.id}`, computation.from]),
    ),
    ...model.tables.map(({ question, rows }): [string, unknown] => [`table:${question}`, rows]),
  ]);
  const patches = new Map<string, unknown[]>();
  for (const { options } of model.readings)
    for (const { patch } of Object.values(options))
      for (const [target, part] of Object.entries(patch)) {
        const name = target.startsWith('table:') ? target.slice(0, target.lastIndexOf('#')) : target;
        patches.set(name, [...(patches.get(name) ?? []), part]);
      }
  const known = new Map<string, Asked>();
  const askedBy = (name: string): Asked => {
    const asked = known.get(name) ?? askedIn([asking.get(name), ...(patches.get(name) ?? [])]);
    known.set(name, asked);
    return asked;
  };
  return {
    ...scope,
    events: model.events,
    ...namesSet(postings),
    asked({ computes, decides, when }) {
      const first = askedIn([when]);
      const facts = new Set(first.facts);
      const reached = new Set<string>();
      const waiting = [
        ...(computes === undefined ? [] : [computes]),
        ...(decides === undefined ? [] : [`table:${decides}`]),
        ...first.results,
      ];
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (reached.has(name)) continue;
        reached.add(name);
        const asked = askedBy(name);
        for (const fact of asked.facts) facts.add(fact);
        waiting.push(...asked.results);
      }
      return facts;
    },
  };
}

/** The names of the facts anywhere in a part of the model. */
function factsIn(part: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof part !== 'object' || part === null) return found;
  const { fact } = part as { readonly fact?: unknown };
  if (typeof fact === 'string') found.add(fact);
  for (const inner of Object.values(part)) factsIn(inner, found);
  return found;
}

/** The values and record fields that the written postings set, which are bound to facts with the same name. */
function namesSet(postings: AgreementDocument['postings']): {
  readonly values: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const values = new Set<string>();
  const records = new Map<string, Set<string>>();
  const put = (record: string, field: string): void => {
    const known = records.get(record) ?? new Set<string>();
    records.set(record, known);
    known.add(field);
  };
  const look = (changes: WrittenChanges): void => {
    for (const [target, value] of [
      ...Object.entries(changes.set ?? {}),
      ...Object.entries(changes.enter ?? {}),
      ...Object.entries(changes.setIfAbsent ?? {}),
      ...Object.entries(changes.take ?? {}),
      ...Object.entries(changes.add ?? {}),
      ...Object.entries(changes.put ?? {}),
    ]) {
      const [, record, field] = /^([\p{L}_][\p{L}\d_-]*)\[.*\](?:\.([\p{L}\d_]+))?$/u.exec(target) ?? [];
      if (record === undefined) values.add(target);
      else if (field !== undefined) put(record, field);
      else if (isRecord(value)) for (const name of Object.keys(value)) put(record, name);
    }
  };
  for (const posting of Object.values(postings)) {
    look(posting);
    for (const changes of [posting.ifPaid, posting.ifShort, ...Object.values(posting.byState ?? {})])
      if (changes) look(changes);
  }
  return { values, records };
}

/** The dependencies of a part: facts, and the addresses of computations used as sources. */
interface Asked {
  readonly facts: ReadonlySet<string>;
  readonly results: readonly string[];
}

function askedIn(parts: readonly unknown[]): Asked {
  const facts = new Set<string>();
  for (const part of parts) factsIn(part, facts);
  return { facts, results: resultsIn(parts) };
}
