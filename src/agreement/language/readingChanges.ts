/**
 * The changes of an option of a reading: written by path, stored as merge patches (RFC 7396) of the parts of the model.
 */
import type { AgreementData, Computation, Row } from '../model/agreement.js';
import type { Posting } from '../model/posting.js';
import type { WrittenPosting } from './accountScope.js';
import type { WrittenRow } from './compileRow.js';
import { type AgreementDocument, computationNode, postingNode, rowNode } from './document.js';
import { type Finder, nearest, type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';
import { fits, type Node } from './node.js';
import { computationFields, kindFields } from './writtenFields.js';

/** The context for compiling a changed part. */
export interface ChangeScope {
  readonly document: AgreementDocument;
  /** The model without readings. */
  readonly model: AgreementData;
  readonly computation: (ref: string, name: string, written: Readonly<Record<string, unknown>>) => Computation;
  readonly row: (written: WrittenRow, number: number, path: Path) => Row;
  readonly posting: (name: string, written: WrittenPosting, path: Path) => Posting;
  readonly finder: Finder;
}

type Json = Record<string, unknown>;

/** A part of the written agreement with the changes of an option applied. */
interface Changed {
  readonly path: Path;
  written: unknown;
}

/** The patches of the model by target: `6.10/penalty`, `table:refund#6`, `posting:penalty`. */
export function changedParts(
  scope: ChangeScope,
  changes: Readonly<Record<string, unknown>>,
  path: Path,
): Readonly<Record<string, unknown>> {
  const parts = new Map<string, Changed>();
  for (const [target, value] of Object.entries(changes)) {
    const found = find(scope, target);
    if (found === undefined) {
      const known = [
        ...scope.model.clauses.flatMap(({ ref, computes = [] }) => computes.map(({ id }) => `${ref}/${id}`)),
        ...Object.keys(scope.document.tables).map((question) => `${question}#1`),
        ...Object.keys(scope.document.postings).map((name) => `posting ${name}`),
      ];
      // The path inside a part is not part of its name.
      const near = nearest(target, known).concat(nearest(target.slice(0, target.lastIndexOf('.')), known));
      const expected =
        near.length > 0
          ? near.join(', ')
          : 'a computation such as 6.10/penalty, a row such as refund#6, or a posting such as "posting penalty"';
      scope.finder.add([...path, target], 'unknown', show(target), expected);
      continue;
    }
    const part = parts.get(found.target) ?? { path: found.path, written: structuredClone(found.written) };
    parts.set(found.target, part);
    if (found.rest.length === 0) part.written = value;
    else if (!put(part, found.rest, value))
      scope.finder.add([...path, target], 'unknown', show(target), 'a place inside that part');
  }
  const patches: Record<string, unknown> = {};
  for (const [target, part] of parts)
    if (part.written === null || fits(formOf(target), part.written, part.path, scope.finder))
      patches[target] = patchOf(scope, target, part);
  return patches;
}

/** The form that a changed part must have. */
function formOf(target: string): Node {
  if (target.startsWith('posting:')) return postingNode;
  return target.startsWith('table:') ? rowNode : computationNode;
}

interface Found {
  readonly target: string;
  readonly path: Path;
  readonly written: unknown;
  readonly rest: readonly string[];
}

function find({ document }: ChangeScope, target: string): Found | undefined {
  if (target.startsWith('posting ')) {
    // The name of a posting may itself contain dots: `fine-6.7.wallet` is the wallet of `fine-6.7`.
    const parts = target.slice('posting '.length).split('.');
    const lengths = parts.map((_, at) => parts.length - at);
    const length = lengths.find((count) => Object.hasOwn(document.postings, parts.slice(0, count).join('.')));
    if (length === undefined) return undefined;
    const name = parts.slice(0, length).join('.');
    return {
      target: `posting:${name}`,
      path: ['postings', name],
      written: document.postings[name],
      rest: parts.slice(length),
    };
  }
  const row = /^([^#/]+)#([^.]+)(?:\.(.+))?$/.exec(target);
  if (row !== null) {
    const [, question = '', name = '', rest] = row;
    const table = Object.hasOwn(document.tables, question) ? document.tables[question] : undefined;
    const at = table === undefined ? -1 : rowNames(table.rows).indexOf(name);
    if (table === undefined || at < 0) return undefined;
    return {
      target: `table:${question}#${name}`,
      path: ['tables', question, 'rows', at],
      written: table.rows[at],
      rest: rest?.split('.') ?? [],
    };
  }
  // Neither a clause number nor the name of a computation contains a slash.
  const [ref = '', rest = ''] = target.split('/', 2);
  const [name = '', ...inside] = rest.split('.');
  const clause = Object.hasOwn(document.clauses, ref) ? document.clauses[ref] : undefined;
  const written = clause !== undefined && Object.hasOwn(clause, name) ? clause[name as keyof typeof clause] : undefined;
  if (!isRecord(written)) return undefined;
  return { target: `${ref}/${name}`, path: ['clauses', ref, name], written, rest: inside };
}

/** The names of rows: as written, or their number among those without a name. */
function rowNames(rows: readonly WrittenRow[]): readonly string[] {
  let number = 0;
  return rows.map((row) => {
    if (row.row !== undefined) return String(row.row);
    number += 1;
    return String(number);
  });
}

/** Sets a value inside a part; null removes it. Paths to arguments of a computation omit its kind. */
function put(part: Changed, names: readonly string[], value: unknown): boolean {
  if (!isRecord(part.written)) return false;
  const written = part.written as Json;
  if (part.path[0] !== 'clauses') return putAt(written, names, value);
  const [first = ''] = names;
  if (computationFields.includes(first)) return putAt(written, names, value);
  const [kind] = kindFields(written);
  if (kind === undefined) return false;
  if (first === 'kind' && names.length === 1 && typeof value === 'string') {
    const given = written[kind];
    delete written[kind];
    written[value] = given;
    return true;
  }
  return putAt(written, [kind, ...names], value);
}

function putAt(record: Json, names: readonly string[], value: unknown): boolean {
  let at: Json = record;
  for (const name of names.slice(0, -1)) {
    const next = Object.hasOwn(at, name) ? at[name] : undefined;
    if (typeof next !== 'object' || next === null) return false;
    at = next as Json;
  }
  const last = names[names.length - 1] as string;
  if (last in Object.prototype) return false;
  if (value === null) delete at[last];
  else at[last] = value;
  return true;
}

function patchOf(scope: ChangeScope, target: string, { path, written }: Changed): unknown {
  if (written === null) return null;
  const { model } = scope;
  if (target.startsWith('posting:')) {
    const name = target.slice(8);
    const before = model.postings.find(({ id }) => id === name);
    return difference(before, scope.posting(name, written as WrittenPosting, path));
  }
  if (target.startsWith('table:')) {
    const [, question, , index] = path as readonly [string, string, string, number];
    const before = model.tables.find((table) => table.question === question)?.rows[index];
    const number = typeof before?.n === 'number' ? before.n : 0;
    return rowDifference(before, scope.row(written as WrittenRow, number, path));
  }
  const [, ref, name] = path as readonly [string, string, string];
  const before = model.clauses.find((clause) => clause.ref === ref)?.computes?.find(({ id }) => id === name);
  return difference(before, scope.computation(ref, name, written as Json));
}

/** Every field that an outcome can have besides `is`. */
const outcomeFields = ['cash', 'toBalance', 'owed', 'decidedBy', 'sum', 'of', 'ceiling', 'ifRefused', 'state'];

/**
 * The merge patch of a row. An outcome of another kind replaces all fields of the one before, also what an option of an earlier reading added to it:
 * what is owed beside an amount is nothing beside a discretion.
 */
function rowDifference(before: Row | undefined, after: Row): unknown {
  const patch = difference(before, after);
  if (!isRecord(patch) || !isRecord(patch['outcome']) || before?.outcome.is === after.outcome.is) return patch;
  const removed = outcomeFields.filter((name) => !Object.hasOwn(after.outcome, name)).map((name) => [name, null]);
  return { ...patch, outcome: { ...patch['outcome'], ...Object.fromEntries(removed) } };
}

/** The merge patch that turns one value into another. */
function difference(before: unknown, after: unknown): unknown {
  if (!isRecord(before) || !isRecord(after)) return after;
  const patch: Json = {};
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) patch[name] = null;
  for (const [name, value] of Object.entries(after)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(before, name)) patch[name] = value;
    else if (!isSame(before[name], value)) patch[name] = difference(before[name], value);
  }
  return patch;
}

/** Whether two values are the same JSON; the order of fields counts, as it does in the text. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one).filter((name) => (one as Json)[name] !== undefined);
  const others = Object.keys(other).filter((name) => (other as Json)[name] !== undefined);
  return (
    names.length === others.length &&
    names.every((name, at) => name === others[at] && isSame((one as Json)[name], (other as Json)[name]))
  );
}
