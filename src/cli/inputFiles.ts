/** The files named on the command line, and their problems in the requested language. */
import type { AgreementFinding } from '../agreement/check/agreementFinding.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { explainError } from '../agreement/explain/explainError.js';
import type { AgreementCatalogue, AgreementDocument } from '../agreement/language/document.js';
import { defineAgreement } from '../agreement/model/defineAgreement.js';
import type { Agreement, AgreementContext } from '../agreement/model/definedAgreement.js';
import { plainText } from '../agreement/statement/plainText.js';
import { kz } from '../calendars/kz.js';
import { ru } from '../calendars/ru.js';
import { AgreementError, type Finding } from '../errors/agreementError.js';
import { parseAgreement } from '../schemas/parseAgreement.js';
import { parseCatalogue } from '../schemas/parseCatalogue.js';
import { placesInText, type TextPlace } from '../schemas/placesInText.js';
import { readJson } from '../schemas/readJson.js';
import { FileFault } from './fileFault.js';
import { findingText } from './findingText.js';
import { type MessageId, message } from './messages.js';

/** File access. */
export interface FileAccess {
  /** The text of a file; throws if it cannot be read. */
  readonly readFile: (path: string) => string;
  /** Whether the file exists. */
  readonly fileExists: (path: string) => boolean;
  /** Reports progress; absent if there is no terminal. */
  readonly progress?: (doing: string) => void;
}

/** The calendars known to the command line by id. */
export const knownCalendars = [kz, ru] as const;

/** Invalid input, reported line by line. */
export class BadInput extends Error {
  readonly lines: readonly string[];
  /** The line that is our own text and keeps its line breaks. */
  readonly help: string | undefined;

  constructor(lines: readonly string[], help?: string) {
    super(lines[0]);
    this.lines = help === undefined ? lines : [...lines, help];
    this.help = help;
  }
}

/**
 * The agreement of a file with the catalogues next to it; everything that prevents its computation is reported with
 * line and column.
 */
export function readAgreement(path: string, language: ExplainLanguage, environment: FileAccess): Agreement {
  const json = readDocument(path, language, environment);
  const context = contextOf(path, language, environment);
  const errors = errorsOf(json, context);
  if (errors.length > 0)
    throw new BadInput(
      shortened(
        locate(errors, path, environment).map((error) => `${whereOf(error)}: ${findingLine(error, language)}`),
        language,
      ),
    );
  return named(path, language, () => defineAgreement(parseAgreement(json), context));
}

/** The text of a file. */
export function readText(path: string, language: ExplainLanguage, environment: FileAccess): string {
  environment.progress?.(plainText(message(language, 'reading', { path })));
  try {
    return environment.readFile(path);
  } catch (error) {
    throw new BadInput([message(language, 'notRead', { path, why: whyOf(error, language) })]);
  }
}

/** What the system says of a file, in the language asked for where it is one of the usual faults. */
export function whyOf(error: unknown, language: ExplainLanguage): string {
  const { code, message: said } = error as Error & { readonly code?: unknown };
  if (error instanceof FileFault) return message(language, error.id, error.words);
  const id = typeof code === 'string' && Object.hasOwn(usualFaults, code) ? usualFaults[code] : undefined;
  return id === undefined || language === 'en' ? said : message(language, id);
}

const usualFaults: Readonly<Record<string, MessageId>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  EISDIR: 'isFolder',
  EACCES: 'noAccess',
  EPERM: 'noAccess',
};

/** The JSON of a file. */
export function readDocument(path: string, language: ExplainLanguage, environment: FileAccess): unknown {
  const text = readText(path, language, environment);
  return named(path, language, () => readJson(text, path));
}

/**
 * Calls a function that uses a file; problems are reported with the name of the file, and for events with the event.
 */
export function named<T>(path: string, language: ExplainLanguage, question: () => T, events?: unknown): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    throw new BadInput(sentencesOf(error, language, events).map((sentence) => `${path}: ${sentence}`));
  }
}

/** The problems in words, one sentence each. */
export function sentencesOf(error: AgreementError, language: ExplainLanguage, events?: unknown): readonly string[] {
  const { field, value, expected } = error.details;
  const findings = error.findings.length > 0 ? error.findings : [{ path: field, code: error.code, value, expected }];
  // Word only those that are shown.
  return shortened(
    findings.slice(0, mostLines).map((finding) => findingLine(finding, language, events)),
    language,
  );
}

/** A finding on one line: its place, the value found or a case that demonstrates it, what was expected. */
export function findingLine(
  finding: Finding & Partial<AgreementFinding>,
  language: ExplainLanguage,
  events?: unknown,
): string {
  const { path, code, value, expected, clause, severity } = finding;
  const marks = [
    code,
    ...(severity === 'warning' ? [message(language, 'warning')] : []),
    ...(clause === undefined ? [] : [message(language, 'clause', { clause })]),
  ];
  const doubt = findingText(finding, language);
  if (doubt !== undefined)
    return `${path === '' ? message(language, 'wholeFile') : path}: ${doubt} [${marks.join(', ')}]`;
  if (language !== 'en') {
    const [sentence] = explainError(
      new AgreementError('argument-invalid', { field: path, value, expected }, [finding]),
      language,
    );
    const possible = /^one of (.+)$/s.exec(expected)?.[1];
    const values = possible === undefined ? '' : message(language, 'possible', { values: possible });
    return `${whichEvent(path, language, events)}${sentence?.text ?? ''}${values} [${marks.join(', ')}]`;
  }
  const place = path === '' ? message(language, 'wholeFile') : path;
  const found = value === 'undefined' ? ' is missing' : caseCodes.includes(code) ? `: ${value}` : ` is ${value}`;
  return `${whichEvent(path, language, events)}${place}${found}, expected ${expected} [${marks.join(', ')}]`;
}

/** The event of a file that a path leads into: its number, starting with 1, and its id. */
function whichEvent(path: string, language: ExplainLanguage, events: unknown): string {
  if (!Array.isArray(events)) return '';
  const position = /^events\.(\d+)/.exec(path)?.[1];
  const known = events as readonly { readonly id?: unknown }[];
  const at =
    position === undefined
      ? known.findIndex((event) => typeof event?.id === 'string' && isIn(path, event.id))
      : Number(position);
  if (at < 0) return '';
  const id = known[at]?.id;
  return `${message(language, 'event', { number: at + 1, id: typeof id === 'string' ? id : '—' })}: `;
}

/** Whether a path starts with the id of an event. */
function isIn(path: string, id: string): boolean {
  return path === id || path.startsWith(`${id}.`) || path.startsWith(`${id} `);
}

/** Findings whose value is a case in words rather than the value at the place. */
const caseCodes: readonly string[] = [
  'fact-unread',
  'row-unreachable',
  'rows-overlap',
  'case-undecided',
  'cap-idle',
  'notice-shortened',
  'reading-idle',
  'table-unchecked',
];

/** A finding with its file, line and column. */
type Located<F> = F & { readonly file: string } & Partial<TextPlace>;

/** The source positions of findings; one without a place applies to the whole file. */
export function locate<F extends Finding>(
  findings: readonly F[],
  path: string,
  environment: FileAccess,
): readonly Located<F>[] {
  const files = new Map<string, (place: readonly (string | number)[]) => TextPlace>();
  return findings.map((finding) => {
    const [first, ...rest] = finding.place ?? [];
    if (first === undefined) return { ...finding, file: path };
    const catalogue = /^catalogue (.+)$/.exec(String(first))?.[1];
    const file = catalogue === undefined ? path : besideFile(path, catalogue);
    const placeOf = files.get(file) ?? placesInText(environment.readFile(file));
    files.set(file, placeOf);
    return { ...finding, file, ...placeOf(catalogue === undefined ? [first, ...rest] : rest) };
  });
}

/** `agreement.json:12:5` */
export function whereOf({ file, line, column }: Located<object>): string {
  return line === undefined ? file : `${file}:${line}:${column}`;
}

/** The languages of catalogues next to an agreement: `agreement.ru.json` next to `agreement.json`. */
const languages = ['en', 'ru', 'kk'] as const;

/** The calendars of the package, and the catalogues next to the file of an agreement. */
export function contextOf(path: string, asked: ExplainLanguage, environment: FileAccess): AgreementContext {
  const catalogues: AgreementCatalogue[] = [];
  for (const language of languages) {
    const beside = besideFile(path, language);
    if (beside === path || !environment.fileExists(beside)) continue;
    const json = readDocument(beside, asked, environment);
    catalogues.push(named(beside, asked, () => parseCatalogue(json)));
  }
  return { calendars: knownCalendars, catalogues };
}

/** The file of a catalogue: `agreement.ru.json` next to `agreement.json`. */
function besideFile(path: string, language: string): string {
  return path.replace(/\.json$/i, `.${language}.json`);
}

/** Everything that prevents an agreement from being computed. */
export function errorsOf(json: unknown, context: AgreementContext): readonly Finding[] {
  const shape = agreementErrors(() => parseAgreement(json));
  return shape.length > 0 ? shape : agreementErrors(() => defineAgreement(json as AgreementDocument, context));
}

function agreementErrors(question: () => unknown): readonly Finding[] {
  try {
    question();
    return [];
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'agreement-invalid') return error.findings;
    throw error;
  }
}

/** The maximum number of lines; more are of no use and slow to show on a terminal. */
const mostLines = 10_000;

export function shortened(lines: readonly string[], language: ExplainLanguage): readonly string[] {
  // The search itself may have stopped at this number, so there is no telling how many more there are.
  if (lines.length < mostLines) return lines;
  return [...lines.slice(0, mostLines), message(language, 'more', { count: mostLines })];
}
