/** Parses the command line. */
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { nearest } from '../agreement/language/finder.js';
import { answerLanguages } from '../agreement/statement/texts.js';
import { attempt } from '../errors/attempt.js';
import { epochDayOf } from '../time/dayInput.js';
import type { Command, CommandName } from './command.js';
import { commands, otherNames } from './commandWords.js';
import { message } from './messages.js';

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
