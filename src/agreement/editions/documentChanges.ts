import { pathText } from '../language/finder.js';
import type { ClauseNumber } from '../model/agreement.js';
import { alignedRows } from './alignedRows.js';

/** What a change of an agreement is about. */
export type ChangedPart =
  | 'head'
  | 'words'
  | 'term'
  | 'row'
  | 'reading'
  | 'posting'
  | 'fact'
  | 'event'
  | 'wallet'
  | 'ending'
  | 'note';

/** A place of an agreement at which two editions differ. */
export interface EditionChange {
  /** Where, in the written form of the later edition; of the earlier one where the later has no such place. */
  readonly path: string;
  readonly part: ChangedPart;
  /** Clauses it belongs to: the clause itself, those a row rests on, that of a reading, that of the computation a posting asks. */
  readonly clauses: readonly ClauseNumber[];
  /** What was written there; absent where nothing was. */
  readonly was?: unknown;
  /** What is written there; absent where nothing is any more. */
  readonly is?: unknown;
}

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/**
 * Where two written agreements differ, place by place: records by name, rows of a table by the order that keeps most of them, other lists by
 * position. Spelling that means the same (`"0.1 %"` for `"0.001"`) is a change, because the text of the file changed.
 *
 * @internal
 */
export function documentChanges(before: object, after: object): readonly EditionChange[] {
  const changes: EditionChange[] = [];
  compare(before, after, [], { before: before as Json, after: after as Json, changes });
  return changes;
}

interface Comparing {
  readonly before: Json;
  readonly after: Json;
  readonly changes: EditionChange[];
}

function compare(was: unknown, is: unknown, path: Path, comparing: Comparing): void {
  if (path.length === 3 && path[0] === 'tables' && path[2] === 'rows' && Array.isArray(was) && Array.isArray(is)) {
    compareRows(was, is, path, comparing);
    return;
  }
  if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
    for (const [at, entry] of was.entries()) compare(entry, is[at], [...path, at], comparing);
    return;
  }
  if (isRecord(was) && isRecord(is)) {
    for (const name of new Set([...Object.keys(is), ...Object.keys(was)]))
      compare(own(was, name), own(is, name), [...path, name], comparing);
    return;
  }
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  // A part that is new or gone is described by its entries: a clause that is added is no single value.
  if (path.length === 1 && (isRecord(was) || isRecord(is))) {
    compare(was ?? {}, is ?? {}, path, comparing);
    return;
  }
  comparing.changes.push({
    path: pathText(path),
    part: partOf(path),
    clauses: clausesOf(path, was, is, comparing),
    ...(was !== undefined && { was }),
    ...(is !== undefined && { is }),
  });
}

function compareRows(was: readonly unknown[], is: readonly unknown[], path: Path, comparing: Comparing): void {
  for (const { before, after } of alignedRows(was, is)) {
    const at = after ?? (before as number);
    const [old, recent] = [before === undefined ? undefined : was[before], after === undefined ? undefined : is[after]];
    if (before === undefined || after === undefined) {
      comparing.changes.push({
        path: pathText([...path, at]),
        part: 'row',
        clauses: rowClauses([old, recent]),
        ...(old !== undefined && { was: old }),
        ...(recent !== undefined && { is: recent }),
      });
      continue;
    }
    const found: EditionChange[] = [];
    compare(old, recent, [...path, at], { ...comparing, changes: found });
    // Where a row rests on other clauses than before, its changes belong to all of them.
    comparing.changes.push(...found.map((change) => ({ ...change, clauses: rowClauses([old, recent]) })));
  }
}

function rowClauses(rows: readonly unknown[]): readonly ClauseNumber[] {
  const named = rows.flatMap((row) => (isRecord(row) ? own(row, 'by') : []));
  return [...new Set(named.filter((clause): clause is string => typeof clause === 'string'))];
}

/** Words of the agreement itself: none of them is computed with. */
const wordKeys: readonly string[] = ['says', 'label', 'asks', 'why', 'expected'];

const partsByName: Readonly<Record<string, ChangedPart>> = {
  words: 'words',
  facts: 'fact',
  clauses: 'term',
  tables: 'row',
  readings: 'reading',
  events: 'event',
  postings: 'posting',
  wallets: 'wallet',
  ending: 'ending',
};

function partOf(path: Path): ChangedPart {
  const [first, , third] = path;
  const last = path.at(-1);
  const part = partsByName[first as string] ?? (first === 'name' ? 'words' : first === 'note' ? 'note' : 'head');
  if (path.length > 2 && last === 'note') return 'note';
  // The second entry of a declared fact is its words; the first and the third are computed with.
  if (part === 'fact' && third === 1) return 'words';
  return path.length > 2 && wordKeys.includes(last as string) && !isArgument(path) ? 'words' : part;
}

/** An argument of a computation may be called as words are elsewhere: `clauses["2.1"].fee.tariffOn.label` is none of them. */
function isArgument([first, , , ...deeper]: Path): boolean {
  return first === 'clauses' && deeper.length > 1;
}

function clausesOf([first, name]: Path, was: unknown, is: unknown, { before, after }: Comparing): ClauseNumber[] {
  if (first === 'clauses') return [String(name)];
  if (first !== 'readings' && first !== 'postings') return [];
  const named = [before, after].flatMap((document) => {
    const entry = own(own(document, first), String(name));
    return first === 'readings' ? [own(entry, 'clause')] : [clauseOfAddress(own(entry, 'computes'))];
  });
  // The clause a reading was about and the one it is about now.
  const itself = first === 'readings' ? [was, is].map((entry) => own(entry, 'clause')) : [];
  return [
    ...new Set([...named, ...itself].filter((clause): clause is string => typeof clause === 'string' && clause !== '')),
  ];
}

function clauseOfAddress(address: unknown): string | undefined {
  return typeof address === 'string' ? address.split('/')[0] : undefined;
}

function own(record: unknown, name: string): unknown {
  return isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
