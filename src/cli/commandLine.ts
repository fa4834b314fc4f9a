/** What was asked on the command line. */
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { answerLanguages } from '../agreement/statement/texts.js';
import { attempt } from '../errors/attempt.js';
import { epochDayOf } from '../time/dayInput.js';

/** A question, or what is wrong with the way it was put. */
export type Command =
  | { readonly is: 'check'; readonly agreement: string; readonly format: 'text' | 'json' }
  | {
      readonly is: 'replay';
      readonly agreement: string;
      readonly events: string;
      readonly asOf: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json' | 'csv' | 'ics';
    }
  | {
      readonly is: 'explain';
      readonly agreement: string;
      readonly ref: string;
      readonly facts: string;
      /** Under every reading that touches the answer, not only those in force. */
      readonly readings: boolean;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'readback';
      readonly agreement: string;
      /** A clause, or the question of a table; absent, all of them. */
      readonly clause?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | { readonly is: 'format'; readonly files: readonly string[]; readonly check: boolean }
  | { readonly is: 'new'; readonly folder: string }
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly faults: readonly string[] };

export const usage = `oferta: agreements as data, on the command line

  oferta check AGREEMENT.json [--format text|json]
      what keeps the agreement from being computed, and what is doubtful in it, each with one case
  oferta replay AGREEMENT.json EVENTS.json --as-of DAY [--lang en|ru|kk] [--format text|json|csv|ics]
      the account as of a day: what happened, why every sum is what it is, which deadlines are open
  oferta explain AGREEMENT.json REF FACTS.json [--readings] [--lang en|ru|kk] [--format text|json]
      one answer step by step; REF is a computation ("6.10/penalty"), a clause with just one, or the question of a table;
      with --readings under every reading of the text, and the day that is safe under all of them
  oferta readback AGREEMENT.json [CLAUSE] [--lang en|ru|kk] [--format text|json]
      the rules of the agreement in words, without a case, to hold against its text; CLAUSE is a clause or the question of a table
  oferta format FILE.json … [--check]
      writes agreements and their catalogues the one way; with --check it only says which are written otherwise
  oferta new [FOLDER]
      a small agreement with notes, events and facts, to begin with; nothing that is there is overwritten

Files are JSON in UTF-8. Days are written 2026-03-02. The working calendars KZ and RU are known by these ids.
Beside agreement.json, agreement.ru.json and agreement.kk.json hold its words in other languages.
Exit code: 0 fine, 1 the agreement has findings, 2 the question or a file is wrong. The answer alone goes to standard output.
`;

interface CommandWords {
  readonly files: readonly string[];
  /** What it takes at least; absent, all of them. */
  readonly leastFiles?: number;
  /** What it takes at most; absent, those named. */
  readonly mostFiles?: number;
  /** Options with a value. */
  readonly options: readonly string[];
  /** Options without one. */
  readonly flags: readonly string[];
  readonly formats: readonly ('text' | 'json' | 'csv' | 'ics')[];
}

const commands: Readonly<Record<'check' | 'replay' | 'explain' | 'readback' | 'format' | 'new', CommandWords>> = {
  check: { files: ['AGREEMENT.json'], options: ['format'], flags: [], formats: ['text', 'json'] },
  replay: {
    files: ['AGREEMENT.json', 'EVENTS.json'],
    options: ['as-of', 'lang', 'format'],
    flags: [],
    formats: ['text', 'json', 'csv', 'ics'],
  },
  explain: {
    files: ['AGREEMENT.json', 'REF', 'FACTS.json'],
    options: ['lang', 'format'],
    flags: ['readings'],
    formats: ['text', 'json'],
  },
  readback: {
    files: ['AGREEMENT.json', '[CLAUSE]'],
    leastFiles: 1,
    options: ['lang', 'format'],
    flags: [],
    formats: ['text', 'json'],
  },
  format: {
    files: ['FILE.json', '…'],
    leastFiles: 1,
    mostFiles: 1000,
    options: [],
    flags: ['check'],
    formats: ['text'],
  },
  new: { files: ['[FOLDER]'], leastFiles: 0, options: [], flags: [], formats: ['text'] },
};

/** Where a starting point is put if no folder is named. */
const usualFolder = 'my-agreement';

/** Reads the arguments; everything that is wrong with them at once. */
export function readCommand(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) return { is: 'help' };
  if (!isCommand(name))
    return {
      is: 'wrong',
      faults: [`there is no command ${JSON.stringify(name)}: it is check, replay, explain, readback, format or new`],
    };
  const { files, leastFiles = files.length, mostFiles = files.length, options, flags, formats } = commands[name];
  const faults: string[] = [];
  const given = new Map<string, string>();
  const places: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] as string;
    if (!word.startsWith('--')) {
      places.push(word);
      continue;
    }
    const [option = '', inline] = splitOnce(word.slice(2));
    const known = [...options, ...flags];
    if (!known.includes(option)) {
      const has = known.length === 0 ? 'none' : known.map((each) => `--${each}`).join(', ');
      faults.push(`${name} has no option --${option}: it has ${has}`);
      // What follows an unknown option may be its value; it is not counted as a file.
      if (inline === undefined && rest[at + 1]?.startsWith('--') === false) at += 1;
      continue;
    }
    if (given.has(option)) faults.push(`--${option} stands twice`);
    if (flags.includes(option)) {
      if (inline !== undefined) faults.push(`--${option} takes no value`);
      given.set(option, '');
      continue;
    }
    const follows = rest[at + 1]?.startsWith('--') === false ? rest[at + 1] : undefined;
    if (inline === undefined && follows !== undefined) at += 1;
    const value = inline ?? follows;
    if (value === undefined) faults.push(`--${option} has no value`);
    else if (!given.has(option)) given.set(option, value);
  }
  if (places.length > mostFiles || places.length < leastFiles)
    faults.push(`${name} takes ${files.join(' ')}, ${places.length} given`);
  const format = oneOf('format', given.get('format') ?? 'text', formats, faults);
  const language = oneOf('lang', given.get('lang') ?? 'en', answerLanguages, faults);
  const asOf = given.get('as-of');
  if (name === 'replay' && asOf === undefined && !faults.some((fault) => fault.startsWith('--as-of')))
    faults.push('--as-of DAY is missing: there is no clock here');
  if (asOf !== undefined && !attempt(() => epochDayOf(asOf, 'as-of')).ok)
    faults.push(`--as-of is ${JSON.stringify(asOf)}, expected a day such as 2026-03-02`);
  if (faults.length > 0) return { is: 'wrong', faults };
  const [agreement = '', second = '', third = ''] = places;
  if (name === 'check') return { is: 'check', agreement, format: format as 'text' };
  if (name === 'replay') return { is: 'replay', agreement, events: second, asOf: asOf as string, language, format };
  if (name === 'format') return { is: 'format', files: places, check: given.has('check') };
  if (name === 'readback')
    return {
      is: 'readback',
      agreement,
      ...(places.length > 1 && { clause: second }),
      language,
      format: format as 'text',
    };
  if (name === 'new') return { is: 'new', folder: agreement === '' ? usualFolder : agreement };
  const readings = given.has('readings');
  return { is: 'explain', agreement, ref: second, facts: third, readings, language, format: format as 'text' };
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function splitOnce(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function oneOf<W extends string>(option: string, word: string, words: readonly W[], faults: string[]): W {
  const known = words.find((candidate) => candidate === word);
  if (known === undefined) faults.push(`--${option} is ${JSON.stringify(word)}, expected ${words.join(', ')}`);
  return known ?? (words[0] as W);
}
