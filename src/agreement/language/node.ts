/**
 * The form of a written document, as data: a single description from which the TypeScript types, the validation and the
 * JSON Schema are derived. Names and types of values are checked when the document is compiled.
 */
import { isList } from '../../errors/isList.js';
import { type Finder, oneOf, type Path, show } from './finder.js';
import { isRecord } from './isRecord.js';

/** The documentation of a place in an editor. */
interface Said {
  /** One sentence for readers. */
  readonly about?: string;
}

/** The form of one place; `T` is the type of its value. */
export type Node<T = unknown> = Said & { readonly type?: T } & (
    | { readonly is: 'text'; readonly pattern?: string }
    | { readonly is: 'flag' | 'whole' | 'anything' | 'anythingOrNull' }
    | { readonly is: 'choice'; readonly of: readonly (string | number)[] }
    | { readonly is: 'list'; readonly of: Node }
    | { readonly is: 'map'; readonly of: Node; readonly each: string }
    | { readonly is: 'record'; readonly fields: Fields; readonly rest?: Node; readonly each?: string }
    | { readonly is: 'either'; readonly of: readonly Node[]; readonly expected: string }
  );

/** The fields of a record; one whose name ends in `?` is optional. */
export interface Fields {
  readonly [name: string]: Node;
}

/** The type of the value of a form. */
export type Written<N> = N extends Node<infer T> ? T : never;

type Flat<T> = { readonly [K in keyof T]: T[K] };
type WrittenRecord<F extends Fields> = Flat<
  { readonly [K in keyof F as K extends `${string}?` ? never : K]: Written<F[K]> } & {
    readonly [K in keyof F as K extends `${infer N}?` ? N : never]?: Written<F[K]>;
  }
>;

export function text(about?: string): Node<string> {
  return { is: 'text', ...(about !== undefined && { about }) };
}

export function flag(about?: string): Node<boolean> {
  return { is: 'flag', ...(about !== undefined && { about }) };
}

export function whole(about?: string): Node<number> {
  return { is: 'whole', ...(about !== undefined && { about }) };
}

/** Any JSON: a literal, an expression, or a structure of them. */
export function anything(about?: string): Node<unknown> {
  return { is: 'anything', ...(about !== undefined && { about }) };
}

/** Any JSON, or null to remove a part. */
export function anythingOrNull(about?: string): Node<unknown> {
  return { is: 'anythingOrNull', ...(about !== undefined && { about }) };
}

export function choice<const W extends readonly (string | number)[]>(of: W, about?: string): Node<W[number]> {
  return { is: 'choice', of, ...(about !== undefined && { about }) };
}

export function list<T>(of: Node<T>, about?: string): Node<readonly T[]> {
  return { is: 'list', of, ...(about !== undefined && { about }) };
}

/** Entries with names chosen by the agreement; `each` describes one of them. */
export function map<T>(of: Node<T>, each: string, about?: string): Node<Readonly<Record<string, T>>> {
  return { is: 'map', of, each, ...(about !== undefined && { about }) };
}

export function record<const F extends Fields>(fields: F, about?: string): Node<WrittenRecord<F>> {
  return { is: 'record', fields, ...(about !== undefined && { about }) };
}

/** A record with fixed fields and entries with names chosen by the agreement. */
export function openRecord<const F extends Fields, T>(
  fields: F,
  rest: Node<T>,
  each: string,
  about?: string,
): Node<WrittenRecord<F> & Readonly<Record<string, unknown>>> {
  return { is: 'record', fields, rest, each, ...(about !== undefined && { about }) };
}

export function either<const N extends readonly Node[]>(
  of: N,
  expected: string,
  about?: string,
): Node<Written<N[number]>> {
  return { is: 'either', of, expected, ...(about !== undefined && { about }) };
}

/** A description of the values of a form, in words. */
function describeNode(node: Node): string {
  switch (node.is) {
    case 'text':
      return 'a text';
    case 'flag':
      return 'true or false';
    case 'whole':
      return 'a whole number';
    case 'anything':
      return 'a value';
    case 'anythingOrNull':
      return 'a value, or null';
    case 'choice':
      return node.of.length === 1 ? String(node.of[0]) : `one of ${node.of.join(', ')}`;
    case 'list':
      return `a list, each entry ${describeNode(node.of)}`;
    case 'map':
      return `${node.each} by name`;
    case 'record': {
      const needed = Object.keys(node.fields).filter((name) => !name.endsWith('?'));
      return needed.length > 0 ? `a record with ${needed.join(', ')}` : (node.each ?? 'a record');
    }
    case 'either':
      return node.expected;
  }
}

/** Checks a document against its form; false if it must not be processed further. */
export function fits(node: Node, json: unknown, path: Path, finder: Finder): boolean {
  return fitsAt(node, json, [...path], finder);
}

/** {@link fits} with a single path for the whole document, which grows and shrinks with the depth. */
function fitsAt(node: Node, json: unknown, path: (string | number)[], finder: Finder): boolean {
  switch (node.is) {
    case 'text':
      return typeof json === 'string' || wrong(node, json, path, finder);
    case 'flag':
      return typeof json === 'boolean' || wrong(node, json, path, finder);
    case 'whole':
      return Number.isSafeInteger(json) || wrong(node, json, path, finder);
    case 'anything':
      return (json !== undefined && json !== null) || wrong(node, json, path, finder);
    case 'anythingOrNull':
      return json !== undefined || wrong(node, json, path, finder);
    case 'choice':
      return (node.of as readonly unknown[]).includes(json) || wrong(node, json, path, finder, 'choice');
    case 'list': {
      if (!isList(json)) return wrong(node, json, path, finder);
      let fit = true;
      // forEach would skip the holes of a sparse array.
      for (let at = 0; at < json.length; at += 1) if (!fitsInside(node.of, json[at], at, path, finder)) fit = false;
      return fit;
    }
    case 'map': {
      if (!isRecord(json)) return wrong(node, json, path, finder);
      let fit = true;
      for (const name of Object.keys(json))
        if (!takesName(name, path, finder) || !fitsInside(node.of, json[name], name, path, finder)) fit = false;
      return fit;
    }
    case 'record':
      return recordFits(node, json, path, finder);
    case 'either': {
      const branch = node.of.find((one) => looksLike(one, json));
      return branch === undefined ? wrong(node, json, path, finder) : fitsAt(branch, json, path, finder);
    }
  }
}

function fitsInside(
  node: Node,
  json: unknown,
  name: string | number,
  path: (string | number)[],
  finder: Finder,
): boolean {
  path.push(name);
  const fit = fitsAt(node, json, path, finder);
  path.pop();
  return fit;
}

function recordFits(node: Node & { is: 'record' }, json: unknown, path: (string | number)[], finder: Finder): boolean {
  if (!isRecord(json)) return wrong(node, json, path, finder);
  let fit = true;
  const fields = fieldsOf(node);
  for (const [name, { field, isOptional }] of fields) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (value === undefined) {
      if (!isOptional) {
        finder.add([...path, name], 'missing', 'undefined', describeNode(field));
        fit = false;
      }
    } else if (!fitsInside(field, value, name, path, finder)) fit = false;
  }
  for (const name of Object.keys(json)) {
    if (fields.has(name)) continue;
    const value = json[name];
    if (node.rest !== undefined) {
      if (!takesName(name, path, finder) || !fitsInside(node.rest, value, name, path, finder)) fit = false;
      continue;
    }
    finder.add([...path, name], 'unknown', show(value), oneOf(name, [...fields.keys()]));
    fit = false;
  }
  return fit;
}

type FieldsByName = ReadonlyMap<string, { readonly field: Node; readonly isOptional: boolean }>;

const fieldsByNode = /* @__PURE__ */ new WeakMap<Node, FieldsByName>();

/** The fields of a form by their names without `?`. */
function fieldsOf(node: Node & { is: 'record' }): FieldsByName {
  const known = fieldsByNode.get(node);
  if (known !== undefined) return known;
  const fields = new Map(
    Object.entries(node.fields).map(([written, field]) => {
      const isOptional = written.endsWith('?');
      return [isOptional ? written.slice(0, -1) : written, { field, isOptional }] as const;
    }),
  );
  fieldsByNode.set(node, fields);
  return fields;
}

/** Rejects names that every JavaScript object has. */
function takesName(name: string, path: Path, finder: Finder): boolean {
  if (name !== '' && !(name in Object.prototype)) return true;
  finder.add([...path, name], 'choice', show(name), 'a name that is neither empty nor reserved by JavaScript');
  return false;
}

/** Whether a value has the JSON type of a form, so that its errors should be those of this form. */
function looksLike(node: Node, json: unknown): boolean {
  switch (node.is) {
    case 'text':
      return typeof json === 'string';
    case 'flag':
      return typeof json === 'boolean';
    case 'whole':
      return typeof json === 'number';
    case 'anything':
    case 'anythingOrNull':
      return true;
    case 'choice':
      return node.of.some((word) => typeof word === typeof json);
    case 'list':
      return Array.isArray(json);
    case 'map':
    case 'record':
      return isRecord(json);
    case 'either':
      return node.of.some((one) => looksLike(one, json));
  }
}

function wrong(node: Node, json: unknown, path: Path, finder: Finder, code = 'type'): false {
  finder.add([...path], json === undefined ? 'missing' : code, show(json), describeNode(node));
  return false;
}
