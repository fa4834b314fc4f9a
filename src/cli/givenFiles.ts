/** Files named on the command line, and what is wrong with them in the language asked for. */
import type { AgreementFinding } from '../agreement/check/checkAgreement.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { explainError } from '../agreement/explain/explainError.js';
import type { AgreementCatalogue, AgreementDocument } from '../agreement/language/document.js';
import { type Agreement, type AgreementSurroundings, defineAgreement } from '../agreement/model/defineAgreement.js';
import { plainText } from '../agreement/statement/plainText.js';
import { kz } from '../calendars/kz.js';
import { ru } from '../calendars/ru.js';
import { AgreementError, type Finding } from '../errors/agreementError.js';
import { parseAgreement } from '../schemas/parseAgreement.js';
import { parseCatalogue } from '../schemas/parseCatalogue.js';
import { readJson } from '../schemas/readJson.js';
import { FileFault } from './fileFault.js';
import { findingText } from './findingText.js';
import { type MessageId, message } from './messages.js';
import { placesInText, type TextPlace } from './placesInText.js';

/** What files are reached by. */
export interface FileAccess {
  /** The text of a file; throws if it cannot be read. */
  readonly readFile: (path: string) => string;
  /** Whether there is such a file. */
  readonly fileExists: (path: string) => boolean;
  /** Says what is being done, while it is done; absent where nobody looks on. */
  readonly progress?: (doing: string) => void;
}

/** Calendars the command line knows by their ids. */
export const knownCalendars = [kz, ru] as const;

/** Something given that is wrong, told line by line. */
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

/** The agreement of a file with the catalogues beside it; whatever keeps it from being computed is told with line and column. */
export function readAgreement(path: string, language: ExplainLanguage, environment: FileAccess): Agreement {
  const json = readDocument(path, language, environment);
  const surroundings = surroundingsOf(path, language, environment);
  const faults = faultsOf(json, surroundings);
  if (faults.length > 0)
    throw new BadInput(
      shortened(
        locate(faults, path, environment).map((fault) => `${whereOf(fault)}: ${told(fault, language)}`),
        language,
      ),
    );
  return named(path, language, () => defineAgreement(parseAgreement(json), surroundings));
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

/** Runs a question about a file; what is wrong with it is told with the name of the file, and of events with which one it is. */
export function named<T>(path: string, language: ExplainLanguage, question: () => T, events?: unknown): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    throw new BadInput(sentencesOf(error, language, events).map((sentence) => `${path}: ${sentence}`));
  }
}

/** What is wrong in sentences, one for each fault. */
export function sentencesOf(error: AgreementError, language: ExplainLanguage, events?: unknown): readonly string[] {
  const { field, value, expected } = error.details;
  const findings = error.findings.length > 0 ? error.findings : [{ path: field, code: error.code, value, expected }];
  // Of very many only those are put into words that are told, and how many more there are.
  const lines = findings.slice(0, mostLines).map((finding) => told(finding, language, events));
  return findings.length <= mostLines
    ? lines
    : [...lines, message(language, 'more', { count: findings.length - mostLines })];
}

/** One finding in one line: where, what stands there or which case shows it, what was expected. */
export function told(
  finding: Finding & Partial<AgreementFinding>,
  language: ExplainLanguage,
  events?: unknown,
): string {
  const { path, code, value, expected, clause, severity } = finding;
  const marks = [
    code,
    ...(severity === 'doubt' ? [message(language, 'doubt')] : []),
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

/** Which event of a file a path leads into: its number from 1, and its id. */
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

/** Whether a path begins with the id of an event. */
function isIn(path: string, id: string): boolean {
  return path === id || path.startsWith(`${id}.`) || path.startsWith(`${id} `);
}

/** Findings whose value is a case in words, not what stands at the place. */
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

/** A finding with the file it is in, and the line and column there. */
type Located<F> = F & { readonly file: string } & Partial<TextPlace>;

/** Where findings are written; what has no place of its own is about the whole file. */
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

/** Languages a catalogue can stand beside an agreement in: `agreement.ru.json` beside `agreement.json`. */
const languages = ['en', 'ru', 'kk'] as const;

/** The calendars of the package, and the catalogues beside the file of an agreement. */
export function surroundingsOf(path: string, asked: ExplainLanguage, environment: FileAccess): AgreementSurroundings {
  const catalogues: AgreementCatalogue[] = [];
  for (const language of languages) {
    const beside = besideFile(path, language);
    if (beside === path || !environment.fileExists(beside)) continue;
    const json = readDocument(beside, asked, environment);
    catalogues.push(named(beside, asked, () => parseCatalogue(json)));
  }
  return { calendars: knownCalendars, catalogues };
}

/** The file of a catalogue: `agreement.ru.json` beside `agreement.json`. */
function besideFile(path: string, language: string): string {
  return path.replace(/\.json$/i, `.${language}.json`);
}

/** Everything that keeps an agreement from being computed. */
export function faultsOf(json: unknown, surroundings: AgreementSurroundings): readonly Finding[] {
  const shape = agreementFaults(() => parseAgreement(json));
  return shape.length > 0 ? shape : agreementFaults(() => defineAgreement(json as AgreementDocument, surroundings));
}

function agreementFaults(question: () => unknown): readonly Finding[] {
  try {
    question();
    return [];
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'agreement-invalid') return error.findings;
    throw error;
  }
}

/** More lines than these nobody reads, and a terminal takes long to show them. */
const mostLines = 10_000;

export function shortened(lines: readonly string[], language: ExplainLanguage): readonly string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), message(language, 'more', { count: lines.length - mostLines })];
}
