/** The commands, their options, and their help. */
import type { CommandName } from './command.js';

/** What a command takes, and how its help describes it. */
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

const languageHelp = '--lang en|ru|kk    the language of the answers and of the error texts';

const readingHelp =
  '--reading 6.10=…   the reading of a clause, in its words or by its name; repeatable; with ? it lists the readings';

/** The commands by name. */
export const commands: Readonly<Record<CommandName, CommandWords>> = {
  check: {
    files: ['AGREEMENT.json'],
    options: ['format', 'lang'],
    flags: [],
    formats: ['text', 'json'],
    usage: [
      'check AGREEMENT.json [--format text|json]',
      'the errors that keep the agreement from being computed, and the warnings, each with one case',
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
      'the account as of a day: what is payable, what can be reclaimed, what is due next, and what happened',
    ],
    help: [
      '--as-of DAY        the day of the statement; the command reads no clock',
      '--brief            the answers and one line for each day (the usual form)',
      '--why              with the arithmetic of every amount and day',
      '--full             with the rows that did not decide and every reading in force',
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
      '--readings         under every reading that affects the answer',
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
      'one question without a file: the answer, the best and the worst under any reading, and what would change it;\n      on a terminal, it asks for what is missing',
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
      'the rules of the agreement in words, without a case, to compare with its text; CLAUSE is a clause or the question of a table',
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
      'which clauses differ between two editions of an agreement, and by how much the amounts and days of scenarios change',
    ],
    help: [
      '--scenario FILE    events to replay under both editions; repeatable',
      '--as-of DAY        the day of the comparison; the command reads no clock',
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
      'the agreement compared with its text: changed clauses, figures that no computation uses, terms that are not in the text',
    ],
    help: [
      '--text FILE        the text of the agreement',
      '--write            records digests and figures in AGREEMENT.fidelity.json, without the sentences',
      '--without-digests  compares only the figures',
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
      'an answer as JSON, checked by code that shares nothing with the code that made it; without FACTS.json, under its own facts',
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
      'writes agreements and their catalogues in the canonical form; with --check, it only lists those in another form',
    ],
    help: ['--check            changes nothing; the exit code is 1 if a file is in another form', languageHelp],
  },
  new: {
    files: ['[FOLDER]'],
    leastFiles: 0,
    options: ['lang'],
    flags: [],
    formats: ['text'],
    usage: [
      'new [FOLDER]',
      'a small agreement with notes, events and facts to start from; no existing file is overwritten',
    ],
    help: [languageHelp],
  },
};

/** Aliases of commands. */
export const otherNames: Readonly<Record<string, CommandName>> = { replay: 'statement' };

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
