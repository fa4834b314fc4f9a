/** What was asked on the command line. */
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { attempt } from '../errors/attempt.js';
import { epochDayOf } from '../time/dayInput.js';
import { answerLanguages } from './texts.js';

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
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly faults: readonly string[] };

export const usage = `oferta: agreements as data, on the command line

  oferta check AGREEMENT.json [--format text|json]
      what keeps the agreement from being computed, and what is doubtful in it
  oferta replay AGREEMENT.json EVENTS.json --as-of DAY [--lang en|ru] [--format text|json|csv|ics]
      the account as of a day: what happened, why every sum is what it is, which deadlines are open
  oferta explain AGREEMENT.json REF FACTS.json [--lang en|ru] [--format text|json]
      one answer step by step; REF is a computation ("6.10/penalty"), a clause with just one, or the question of a table

Files are JSON in UTF-8. Days are written 2026-03-02. The working calendars KZ and RU are known by these ids.
Exit code: 0 fine, 1 the agreement has findings, 2 the question or a file is wrong. The answer alone goes to standard output.
`;

const commands = {
  check: { files: ['AGREEMENT.json'], options: ['format'], formats: ['text', 'json'] },
  replay: {
    files: ['AGREEMENT.json', 'EVENTS.json'],
    options: ['as-of', 'lang', 'format'],
    formats: ['text', 'json', 'csv', 'ics'],
  },
  explain: { files: ['AGREEMENT.json', 'REF', 'FACTS.json'], options: ['lang', 'format'], formats: ['text', 'json'] },
} as const;

/** Reads the arguments; everything that is wrong with them at once. */
export function readCommand(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) return { is: 'help' };
  if (name !== 'check' && name !== 'replay' && name !== 'explain')
    return { is: 'wrong', faults: [`there is no command ${JSON.stringify(name)}: it is check, replay or explain`] };
  const { files, options, formats } = commands[name];
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
    const value = inline ?? rest[at + 1];
    if (inline === undefined) at += 1;
    if (!(options as readonly string[]).includes(option))
      faults.push(`${name} has no option --${option}: it has ${options.map((known) => `--${known}`).join(', ')}`);
    else if (given.has(option)) faults.push(`--${option} stands twice`);
    else if (value === undefined || (inline === undefined && value.startsWith('--')))
      faults.push(`--${option} has no value`);
    else given.set(option, value);
  }
  if (places.length !== files.length) faults.push(`${name} takes ${files.join(' ')}, ${places.length} given`);
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
  if (name === 'replay') return { is: 'replay', agreement, events: second, asOf: asOf ?? '', language, format };
  return { is: 'explain', agreement, ref: second, facts: third, language, format: format as 'text' };
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
