/** Parses the command line. */
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { nearest } from '../agreement/language/finder.js';
import { answerLanguages } from '../agreement/statement/texts.js';
import { attempt } from '../errors/attempt.js';
import { epochDayOf } from '../time/dayInput.js';
import { message } from './messages.js';

/** A command, or what is wrong with the arguments. */
export type Command =
  | {
      readonly is: 'check';
      readonly agreement: string;
      readonly format: 'text' | 'json';
      readonly language: ExplainLanguage;
    }
  | {
      readonly is: 'statement';
      readonly agreement: string;
      /** Files of other editions of the agreement, in any order. */
      readonly editions: readonly string[];
      readonly events: string;
      readonly asOf: string;
      /** The id of the account, for tables and calendars with several accounts. */
      readonly account?: string;
      readonly detail: 'brief' | 'why' | 'full';
      /** Readings chosen, as `CLAUSE=READING`. */
      readonly readings: readonly string[];
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json' | 'csv' | 'ics';
    }
  | {
      readonly is: 'explain';
      readonly agreement: string;
      readonly ref: string;
      readonly facts: string;
      /** Whether to answer under every reading that affects the answer, not only those in force. */
      readonly readings: boolean;
      readonly chosen: readonly string[];
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'ask';
      readonly agreement: string;
      readonly question: string;
      /** Facts, as `NAME=VALUE`. */
      readonly facts: readonly string[];
      readonly readings: readonly string[];
      readonly language: ExplainLanguage;
    }
  | {
      readonly is: 'readback';
      readonly agreement: string;
      /** A clause, or the question of a table; if absent, all of them. */
      readonly clause?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'format';
      readonly files: readonly string[];
      readonly check: boolean;
      readonly language: ExplainLanguage;
    }
  | {
      readonly is: 'diff';
      readonly before: string;
      readonly after: string;
      /** Files of events, each replayed under both editions. */
      readonly scenarios: readonly string[];
      readonly asOf?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'fidelity';
      readonly agreement: string;
      readonly text: string;
      readonly writes: boolean;
      readonly digests: boolean;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | {
      readonly is: 'verify';
      readonly agreement: string;
      readonly result: string;
      readonly facts?: string;
      readonly language: ExplainLanguage;
      readonly format: 'text' | 'json';
    }
  | { readonly is: 'new'; readonly folder: string; readonly language: ExplainLanguage }
  | { readonly is: 'version' }
  | { readonly is: 'help'; readonly of?: CommandName }
  | {
      readonly is: 'wrong';
      readonly errors: readonly string[];
      readonly of?: CommandName;
      readonly language: ExplainLanguage;
    };

/** The commands. */
export type CommandName =
  | 'check'
  | 'statement'
  | 'explain'
  | 'ask'
  | 'readback'
  | 'diff'
  | 'fidelity'
  | 'verify'
  | 'format'
  | 'new';

interface CommandWords {
  readonly files: readonly string[];
  /** The minimum number of files; defaults to all that are named. */
  readonly leastFiles?: number;
  /** The maximum number of files; defaults to those that are named. */
  readonly mostFiles?: number;
  /** Options with a value. */
  readonly options: readonly string[];
  /** Options that can be repeated. */
  readonly several?: readonly string[];
  /** Options without a value. */
  readonly flags: readonly string[];
  readonly formats: readonly ('text' | 'json' | 'csv' | 'ics')[];
  /** The call, and what the command does. */
  readonly usage: readonly [call: string, does: string];
  /** The options, for its own help. */
  readonly help: readonly string[];
}

const languageHelp = '--lang en|ru|kk    the language of the answer, and of what is wrong';
const readingHelp =
  '--reading 6.10=…   the reading of a clause, in its words or by its name; as often as needed; with ? it says which there are';

const commands: Readonly<Record<CommandName, CommandWords>> = {
  check: {
    files: ['AGREEMENT.json'],
    options: ['format', 'lang'],
    flags: [],
    formats: ['text', 'json'],
    usage: [
      'check AGREEMENT.json [--format text|json]',
      'what keeps the agreement from being computed, and what is doubtful in it, each with one case',
    ],
    help: ['--format text|json  for people, or for programs', languageHelp],
  },
  statement: {
    files: ['AGREEMENT.json', 'EVENTS.json'],
    options: ['as-of', 'account', 'lang', 'format'],
    several: ['reading', 'edition'],
    flags: ['brief', 'why', 'full'],
    formats: ['text', 'json', 'csv', 'ics'],
    usage: [
      'statement AGREEMENT.json EVENTS.json --as-of DAY [--why|--full] [--reading CLAUSE=READING] [--edition LATER.json] [--lang en|ru|kk] [--format text|json|csv|ics]',
      'the account as of a day: what is to be paid, what can be asked back, what is due next, and what happened',
    ],
    help: [
      '--as-of DAY        the day of the statement; there is no clock',
      '--brief            the answers and one line for each day (the usual form)',
      '--why              with the arithmetic of every sum and day',
      '--full             with what did not decide and every reading in force',
      readingHelp,
      '--edition FILE     another edition of the agreement; every act is judged by the edition in force on its day',
      '--account ID       names the account in the answer',
      languageHelp,
      '--format text|json|csv|ics  for people, programs, spreadsheets, calendars',
      'Its other name is replay.',
    ],
  },
  explain: {
    files: ['AGREEMENT.json', 'REF', 'FACTS.json'],
    options: ['lang', 'format'],
    several: ['reading'],
    flags: ['readings'],
    formats: ['text', 'json'],
    usage: [
      'explain AGREEMENT.json REF FACTS.json [--readings] [--lang en|ru|kk] [--format text|json]',
      'one answer step by step; REF is a computation ("6.10/penalty"), a clause with just one, or the question of a table;\n      with --readings under every reading of the text, and the day that is safe under all of them',
    ],
    help: [
      '--readings         under every reading that touches the answer',
      readingHelp,
      languageHelp,
      '--format text|json  for people, or for programs',
    ],
  },
  ask: {
    files: ['AGREEMENT.json', 'QUESTION', 'NAME=VALUE', '…'],
    leastFiles: 2,
    mostFiles: 1000,
    options: ['lang'],
    several: ['reading'],
    flags: [],
    formats: ['text'],
    usage: [
      'ask AGREEMENT.json QUESTION NAME=VALUE … [--lang en|ru|kk]',
      'one question without a file: the answer, the best and the worst under any reading, and what would change it;\n      on a terminal what is missing is asked for',
    ],
    help: [
      'QUESTION is a table, a computation or a clause; NAME is a fact by its name or its words in any of the languages.',
      'Sums are written 95000.00 or "95000.00 KZT", days 2026-03-02, flags yes or no.',
      readingHelp,
      languageHelp,
    ],
  },
  readback: {
    files: ['AGREEMENT.json', '[CLAUSE]'],
    leastFiles: 1,
    options: ['lang', 'format'],
    flags: [],
    formats: ['text', 'json'],
    usage: [
      'readback AGREEMENT.json [CLAUSE] [--lang en|ru|kk] [--format text|json]',
      'the rules of the agreement in words, without a case, to hold against its text; CLAUSE is a clause or the question of a table',
    ],
    help: [languageHelp, '--format text|json  for people, or for programs'],
  },
  diff: {
    files: ['BEFORE.json', 'AFTER.json'],
    options: ['as-of', 'lang', 'format'],
    several: ['scenario'],
    flags: [],
    formats: ['text', 'json'],
    usage: [
      'diff BEFORE.json AFTER.json [--scenario EVENTS.json --as-of DAY] [--lang en|ru|kk] [--format text|json]',
      'which clauses two editions of an agreement have otherwise, and by how much the sums and days of scenarios change',
    ],
    help: [
      '--scenario FILE    events to replay under both editions; as often as needed',
      '--as-of DAY        the day of the comparison; there is no clock',
      languageHelp,
      '--format text|json  for people, or for programs',
    ],
  },
  fidelity: {
    files: ['AGREEMENT.json'],
    options: ['text', 'lang', 'format'],
    flags: ['write', 'without-digests'],
    formats: ['text', 'json'],
    usage: [
      'fidelity AGREEMENT.json --text FILE [--write] [--without-digests] [--format text|json]',
      'the agreement held against its text: changed clauses, figures that nothing computes with, terms that are not in the text',
    ],
    help: [
      '--text FILE        the text of the agreement',
      '--write            records digests and figures in AGREEMENT.fidelity.json, without the sentences',
      '--without-digests  looks at the figures alone',
      languageHelp,
      '--format text|json  for people, or for programs',
    ],
  },
  verify: {
    files: ['AGREEMENT.json', 'RESULT.json', '[FACTS.json]'],
    leastFiles: 2,
    options: ['lang', 'format'],
    flags: [],
    formats: ['text', 'json'],
    usage: [
      'verify AGREEMENT.json RESULT.json [FACTS.json] [--format text|json]',
      'an answer as JSON, done again by code that shares nothing with the code that made it; without FACTS.json under its own facts',
    ],
    help: [languageHelp, '--format text|json  for people, or for programs'],
  },
  format: {
    files: ['FILE.json', '…'],
    leastFiles: 1,
    mostFiles: 1000,
    options: ['lang'],
    flags: ['check'],
    formats: ['text'],
    usage: [
      'format FILE.json … [--check]',
      'writes agreements and their catalogues the one way; with --check it only says which are written otherwise',
    ],
    help: ['--check            changes nothing; the exit code is 1 where a file is written otherwise', languageHelp],
  },
  new: {
    files: ['[FOLDER]'],
    leastFiles: 0,
    options: ['lang'],
    flags: [],
    formats: ['text'],
    usage: [
      'new [FOLDER]',
      'a small agreement with notes, events and facts, to begin with; nothing that is there is overwritten',
    ],
    help: [languageHelp],
  },
};

/** Aliases of commands. */
const otherNames: Readonly<Record<string, CommandName>> = { replay: 'statement' };

/** The help for all commands. */
export const usage = `oferta: agreements as data, on the command line

${Object.values(commands)
  .map((command) => `  oferta ${command.usage[0]}\n      ${command.usage[1]}`)
  .join('\n')}

  oferta COMMAND --help says more of a command, oferta --version which version this is.

Files are JSON in UTF-8. Days are written 2026-03-02. The working calendars KZ and RU are known by these ids.
Beside agreement.json, agreement.ru.json and agreement.kk.json hold its words in other languages.
Exit code: 0 fine, 1 the agreement has findings, 2 the question or a file is wrong. The answer alone goes to standard output.
`;

/** The help for one command. */
export function usageOf(name: CommandName): string {
  const {
    usage: [call, does],
    help,
  } = commands[name];
  return `oferta ${call}\n    ${does.replaceAll(/\n */g, ' ')}\n\n${help.map((line) => `    ${line}`).join('\n')}\n`;
}

/** The default folder for a new agreement. */
const usualFolder = 'my-agreement';

/** Parses the arguments; reports everything that is wrong with them at once. */
export function readCommand(argv: readonly string[]): Command {
  const [word, ...rest] = argv;
  if (word === undefined || word === '--help' || word === '-h') return { is: 'help' };
  if (word === '--version' || word === '-v') return { is: 'version' };
  const language = languageIn(argv);
  const named = word === 'help' ? rest[0] : word;
  if (named === undefined) return { is: 'help' };
  const name = Object.hasOwn(commands, named)
    ? (named as CommandName)
    : Object.hasOwn(otherNames, named)
      ? otherNames[named]
      : undefined;
  if (name === undefined) return { is: 'wrong', errors: [unknownCommand(named, language)], language };
  if (word === 'help' || rest.includes('--help') || rest.includes('-h')) return { is: 'help', of: name };
  return new ArgumentReader(name, rest, language).command();
}

function unknownCommand(named: string, language: ExplainLanguage): string {
  const known = [...Object.keys(commands), ...Object.keys(otherNames)];
  const error = message(language, 'noCommand', {
    name: JSON.stringify(named),
    known: Object.keys(commands).join(', '),
  });
  return `${error}${meant(nearest(named, known), language)}`;
}

function meant(names: readonly string[], language: ExplainLanguage): string {
  return names.length === 0 ? '' : message(language, 'nearest', { nearest: names.join(', ') });
}

/** The requested language, even if other arguments are wrong. */
function languageIn(argv: readonly string[]): ExplainLanguage {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  return at < 0 ? 'en' : (answerLanguages.find((language) => language === asked) ?? 'en');
}

/** Parses the arguments after a command. */
class ArgumentReader {
  readonly #name: CommandName;
  readonly #language: ExplainLanguage;
  readonly #errors: string[] = [];
  readonly #given = new Map<string, string[]>();
  readonly #places: string[] = [];

  constructor(name: CommandName, words: readonly string[], language: ExplainLanguage) {
    this.#name = name;
    this.#language = language;
    this.#read(words);
  }

  #read(words: readonly string[]): void {
    const { options, flags, several = [] } = commands[this.#name];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as string;
      if (!word.startsWith('--')) {
        this.#places.push(word);
        continue;
      }
      const [option = '', inline] = splitOnce(word.slice(2));
      const known = [...options, ...several, ...flags];
      if (!known.includes(option)) {
        this.#unknown(option, known);
        // The word after an unknown option may be its value; it does not count as a file.
        if (inline === undefined && words[at + 1]?.startsWith('--') === false) at += 1;
        continue;
      }
      const values = this.#given.get(option) ?? [];
      if (values.length > 0 && !several.includes(option)) this.#error('given-twice', { option });
      if (flags.includes(option)) {
        if (inline !== undefined) this.#error('takes-no-value', { option });
        this.#given.set(option, ['']);
        continue;
      }
      const follows = words[at + 1]?.startsWith('--') === false ? words[at + 1] : undefined;
      if (inline === undefined && follows !== undefined) at += 1;
      const value = inline ?? follows;
      if (value === undefined) this.#error('no-value', { option });
      else this.#given.set(option, [...values, value]);
    }
  }

  #error(id: Parameters<typeof message>[1], words: Readonly<Record<string, string | number>>): void {
    this.#errors.push(message(this.#language, id, words));
  }

  #unknown(option: string, known: readonly string[]): void {
    const has = known.length === 0 ? '—' : known.map((each) => `--${each}`).join(', ');
    const near = nearest(option, known).map((each) => `--${each}`);
    const error = message(this.#language, 'noOption', { command: this.#name, option, known: has });
    this.#errors.push(`${error}${meant(near, this.#language)}`);
  }

  #first(option: string): string | undefined {
    return this.#given.get(option)?.[0];
  }

  #oneOf<W extends string>(option: string, usual: W, words: readonly W[]): W {
    const word = this.#first(option) ?? usual;
    const known = words.find((candidate) => candidate === word);
    if (known === undefined)
      this.#error('optionIs', { option, value: JSON.stringify(word), expected: words.join(', ') });
    return known ?? usual;
  }

  command(): Command {
    const name = this.#name;
    const { files, leastFiles = files.length, mostFiles = files.length, formats } = commands[name];
    const places = this.#places;
    if (places.length > mostFiles || places.length < leastFiles)
      this.#error('takesFiles', { command: name, files: files.join(' '), given: places.length });
    const format = this.#oneOf('format', 'text', formats);
    const language = this.#oneOf('lang', 'en', answerLanguages);
    const details = (['brief', 'why', 'full'] as const).filter((detail) => this.#given.has(detail));
    if (details.length > 1) this.#error('together', { options: details.map((each) => `--${each}`).join(', ') });
    const asOf = this.#first('as-of');
    const isReplayed = name === 'statement' || this.#given.has('scenario');
    if (isReplayed && asOf === undefined && !this.#errors.some((error) => error.includes('--as-of')))
      this.#error('asOfMissing', {});
    if (name === 'fidelity' && !this.#given.has('text') && !this.#errors.some((error) => error.includes('--text')))
      this.#error('textMissing', {});
    if (asOf !== undefined && !attempt(() => epochDayOf(asOf, 'as-of')).ok)
      this.#error('optionIs', { option: 'as-of', value: JSON.stringify(asOf), expected: message(language, 'aDay') });
    if (this.#errors.length > 0) return { is: 'wrong', errors: this.#errors, of: name, language: this.#language };
    const [first = '', second = '', third = ''] = places;
    const readings = this.#given.get('reading') ?? [];
    switch (name) {
      case 'check':
        return { is: 'check', agreement: first, format: format as 'text', language };
      case 'statement': {
        const account = this.#first('account');
        const [detail = 'brief'] = details;
        return {
          is: 'statement',
          agreement: first,
          editions: this.#given.get('edition') ?? [],
          events: second,
          asOf: asOf as string,
          ...(account !== undefined && { account }),
          detail,
          readings,
          language,
          format,
        };
      }
      case 'diff':
        return {
          is: 'diff',
          before: first,
          after: second,
          scenarios: [...new Set(this.#given.get('scenario'))],
          ...(asOf !== undefined && { asOf }),
          language,
          format: format as 'text',
        };
      case 'fidelity':
        return {
          is: 'fidelity',
          agreement: first,
          text: this.#first('text') as string,
          writes: this.#given.has('write'),
          digests: !this.#given.has('without-digests'),
          language,
          format: format as 'text',
        };
      case 'verify':
        return {
          is: 'verify',
          agreement: first,
          result: second,
          ...(third !== '' && { facts: third }),
          language,
          format: format as 'text',
        };
      case 'explain':
        return {
          is: 'explain',
          agreement: first,
          ref: second,
          facts: third,
          readings: this.#given.has('readings'),
          chosen: readings,
          language,
          format: format as 'text',
        };
      case 'ask':
        return { is: 'ask', agreement: first, question: second, facts: places.slice(2), readings, language };
      case 'readback':
        return {
          is: 'readback',
          agreement: first,
          ...(second !== '' && { clause: second }),
          language,
          format: format as 'text',
        };
      case 'format':
        return { is: 'format', files: places, check: this.#given.has('check'), language };
      case 'new':
        return { is: 'new', folder: first === '' ? usualFolder : first, language };
    }
  }
}

function splitOnce(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}
