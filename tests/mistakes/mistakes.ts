/** Single mistakes that somebody makes while writing an agreement, planted into a document or one of its catalogues. */
import type { AgreementCatalogue, AgreementDocument } from 'oferta/agreement';
import { type Path, placesIn } from '../support/placesIn.js';

/** The files of an agreement: the document first, then its catalogues. */
export type Files = readonly [AgreementDocument, ...AgreementCatalogue[]];

export interface Mistake {
  /** What was done: `misspelt name`, `misspelt key`, `removed`, `retyped`, `swapped`. */
  readonly what: string;
  /** Where: the file, and the names that lead to the place. */
  readonly where: string;
  /** The old and the new value. */
  readonly change: string;
  readonly files: Files;
}

type Json = { [name: string]: Json } & Json[];

/** Deterministic numbers from a seed (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Words for people, which no program can find wrong, and values that are not names. */
const prose: readonly string[] = [
  'says',
  'label',
  'why',
  'note',
  'asks',
  'expected',
  'name',
  'url',
  '$schema',
  'id',
  'edition',
];

function at(json: unknown, path: Path): unknown {
  return path.reduce((value, name) => (value as Json)[name as number], json as unknown);
}

/** Whether a place holds words of people, or nothing but a note. */
function isProse(file: number, path: Path): boolean {
  const last = path[path.length - 1] as string;
  if (path[0] === 'words' || (file > 0 && path.length > 1)) return path.length > 1;
  if (path[0] === 'facts' || path.includes('carries')) return path.length > 2 && path[path.length - 1] !== 0;
  return prose.includes(last);
}

/** Maps of an agreement whose entries are named elsewhere. */
const definitions: readonly string[] = [
  'facts',
  'clauses',
  'tables',
  'readings',
  'events',
  'postings',
  'words',
  'wallets',
];

/** Whether a place holds the definition of a name, or words for one. */
function isDefinition(file: number, path: Path): boolean {
  const [first, , third] = path;
  if (file > 0 || path.length === 2) return path.length > 1 && definitions.includes(first as string);
  if (first === 'clauses') return path.length === 3 && !prose.includes(third as string) && third !== 'text';
  return ['carries', 'options'].includes(path[path.length - 2] as string);
}

/** A word with two neighbours exchanged, a letter left out, doubled or replaced: never the same word. */
function misspelt(word: string, draw: (below: number) => number): string {
  const place = draw(word.length);
  const [before, letter = '', after] = [word.slice(0, place), word[place], word.slice(place + 1)];
  const ways = [
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}${letter === 'x' ? 'y' : 'x'}${after}`,
    after === '' ? `${before}q` : `${before}${after[0]}${letter}${after.slice(1)}`,
  ];
  const made = ways[draw(ways.length)] as string;
  return made === word || made === '' ? `${word}q` : made;
}

/** Names inside a text: of an expression each of its names, else the text as a whole. */
const names = /[\p{L}_][\p{L}\d_]*(?:-[\p{L}\d_]+)*|\[[^\]]+\]/gu;

/** Words of the language itself and of its units. */
const grammar = new Set(
  [
    ...[
      'and',
      'or',
      'not',
      'is',
      'given',
      'in',
      'if',
      'then',
      'else',
      'true',
      'false',
      'event',
      'state',
      'own',
      'debt',
    ],
    ...['result', 'records', 'absent', 'none', 'open', 'a', 'of', 'day', 'calendar', 'working', 'banking', 'days'],
  ].filter((word) => word.length < 3),
);

/** A mistake planted into the files by a seed; undefined where the drawn place allows none of the drawn kind. */
export function mistakeIn(files: Files, seed: number): Mistake | undefined {
  const draw = numbersFrom(seed);
  // Catalogues are drawn less often than the document: one time in six.
  const file = draw(6) === 0 && files.length > 1 ? 1 + draw(files.length - 1) : 0;
  const copies = structuredClone(files) as unknown as Json[];
  const json = copies[file] as Json;
  const places = placesIn(json);
  const path = places[draw(places.length)] as Path;
  const name = path[path.length - 1] as string | number;
  const holder = at(json, path.slice(0, -1)) as Json;
  const value = holder[name as number] as unknown;
  const done = (what: string, change: string): Mistake => ({
    what,
    where: `${file === 0 ? 'agreement' : (files[file] as AgreementCatalogue).language} ${path.join(' ')}`,
    change,
    files: copies as unknown as Files,
  });
  const kind = draw(12);
  // More than half of all mistakes are misspelt names in values: expressions, references, codes.
  if (kind < 7) {
    if (typeof value !== 'string' || isProse(file, path)) return undefined;
    const found = [...value.matchAll(names)].filter(([word]) => !grammar.has(word));
    const match = found[draw(Math.max(found.length, 1))];
    if (match === undefined) return undefined;
    const [word] = match;
    const bare = word.startsWith('[') ? word.slice(1, -1) : word;
    const wrong = word.startsWith('[') ? `[${misspelt(bare, draw)}]` : misspelt(word, draw);
    (holder as Record<string, unknown>)[name] =
      value.slice(0, match.index) + wrong + value.slice(match.index + word.length);
    return done('misspelt name', `${word} -> ${wrong} in ${value}`);
  }
  if (kind < 9) {
    if (typeof name === 'number') return undefined;
    const wrong = misspelt(name, draw);
    if (Object.hasOwn(holder, wrong)) return undefined;
    const entries = Object.entries(holder).map(([key, part]) => [key === name ? wrong : key, part]);
    for (const key of Object.keys(holder)) delete (holder as Record<string, unknown>)[key];
    Object.assign(holder, Object.fromEntries(entries));
    return done('misspelt key', `${name} -> ${wrong}`);
  }
  if (kind === 9) {
    // What is named elsewhere: a definition, or the words for it.
    if (!isDefinition(file, path)) return undefined;
    delete (holder as Record<string, unknown>)[name];
    return done('removed', JSON.stringify(value).slice(0, 80));
  }
  if (kind === 10) {
    const other =
      typeof value === 'string'
        ? 7
        : typeof value === 'number'
          ? 'seven'
          : typeof value === 'boolean'
            ? 'yes'
            : value === null
              ? 1
              : [];
    (holder as Record<string, unknown>)[name] = Array.isArray(value) ? {} : other;
    return done('retyped', `${JSON.stringify(value).slice(0, 80)} -> ${JSON.stringify(holder[name as number])}`);
  }
  // Two fields of one record exchanged.
  if (Array.isArray(holder) || isProse(file, path) || isDefinition(file, path)) return undefined;
  const siblings = Object.keys(holder).filter((key) => key !== name && !prose.includes(key));
  const sibling = siblings[draw(Math.max(siblings.length, 1))];
  if (sibling === undefined || file > 0) return undefined;
  const record = holder as unknown as Record<string, unknown>;
  if (JSON.stringify(record[name]) === JSON.stringify(record[sibling])) return undefined;
  [record[name], record[sibling]] = [record[sibling], record[name]];
  return done('swapped', `${name} and ${sibling}`);
}
