import { pathText } from '../language/finder.js';
import { isRecord } from '../language/isRecord.js';
import type { ClauseNumber } from '../model/source.js';
import { alignedRows } from './alignedRows.js';

/** The subject of a change of an agreement. */
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
  /** The path in the written form of the later edition, or of the earlier one if the later has no such place. */
  readonly path: string;
  readonly part: ChangedPart;
  /**
   * The clauses concerned: the clause itself, those cited by a row, that of a reading, that of the computation of a
   * posting.
   */
  readonly clauses: readonly ClauseNumber[];
  /** The old value; absent if there was none. */
  readonly was?: unknown;
  /** The new value; absent if it was removed. */
  readonly is?: unknown;
}

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/**
 * The places at which two written agreements differ: records are matched by name, rows of a table by the longest common
 * sequence, other lists by index. A different spelling of the same value (`"0.1 %"` for `"0.001"`) counts as a change,
 * because the text of the file changed.
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
  // A part that was added or removed as a whole is described by its entries.
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
    // If the cited clauses of a row changed, its changes belong to both the old and the new ones.
    comparing.changes.push(...found.map((change) => ({ ...change, clauses: rowClauses([old, recent]) })));
  }
}

function rowClauses(rows: readonly unknown[]): readonly ClauseNumber[] {
  const named = rows.flatMap((row) => (isRecord(row) ? own(row, 'by') : []));
  return [...new Set(named.filter((clause): clause is string => typeof clause === 'string'))];
}

/** Fields with words, which no computation uses. */
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
  // The second element of a declared fact is its description; the first and the third are used in computations.
  if (part === 'fact' && third === 1) return 'words';
  return path.length > 2 && wordKeys.includes(last as string) && !isArgument(path) ? 'words' : part;
}

/**
 * An argument of a computation can have the same name as a field with words: `clauses["2.1"].fee.tariffOn.label` is not
 * a label.
 */
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
  // The old and the new clause of a reading.
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
