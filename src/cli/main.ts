import { replay } from '../agreement/account/replay.js';
import { type AgreementFinding, checkAgreement } from '../agreement/check/checkAgreement.js';
import { decide } from '../agreement/decide/decide.js';
import { acrossReadings } from '../agreement/evaluate/acrossReadings.js';
import { addressOf, evaluate } from '../agreement/evaluate/evaluate.js';
import type { Facts } from '../agreement/evaluate/session.js';
import type { AgreementCatalogue, AgreementDocument } from '../agreement/language/document.js';
import { formatDocument } from '../agreement/language/formatDocument.js';
import { type Agreement, type AgreementSurroundings, defineAgreement } from '../agreement/model/defineAgreement.js';
import { decisionText, explanationText } from '../agreement/statement/explanationText.js';
import { answersText, decisionsAcrossReadings, decisionsText } from '../agreement/statement/readingsText.js';
import { statementText } from '../agreement/statement/statementText.js';
import { withoutControls } from '../agreement/statement/wording.js';
import { kz } from '../calendars/kz.js';
import { ru } from '../calendars/ru.js';
import { AgreementError, type Finding } from '../errors/agreementError.js';
import { readback } from '../explain/readback.js';
import { parseAgreement } from '../schemas/parseAgreement.js';
import { parseCatalogue } from '../schemas/parseCatalogue.js';
import { parseEvents } from '../schemas/parseEvents.js';
import { readJson } from '../schemas/readJson.js';
import { type Command, readCommand, usage } from './commandLine.js';
import { placesInText, type TextPlace } from './placesInText.js';
import { readbackText } from './readbackText.js';
import { nextCommands, startingPoint } from './startingPoint.js';
import { statementCalendar } from './statementCalendar.js';
import { statementCsv } from './statementCsv.js';

/** What the command line is given by whatever runs it; nothing here reaches a file or a stream by itself. */
export interface CommandEnvironment {
  /** The text of a file; throws if it cannot be read. */
  readonly readFile: (path: string) => string;
  /** Whether there is such a file. */
  readonly fileExists: (path: string) => boolean;
  /** Replaces the text of a file; throws if it cannot be written. */
  readonly writeFile: (path: string, text: string) => void;
  /** Makes a folder with new files; throws, and leaves everything as it was, if one of them is there already. */
  readonly createFiles: (folder: string, files: Readonly<Record<string, string>>) => void;
  /** Says what is being done, while it is done; absent where nobody looks on. */
  readonly progress?: (doing: string) => void;
  /** Standard output: the answer and nothing else. */
  readonly write: (text: string) => void;
  /** Standard error: what is wrong. */
  readonly complain: (text: string) => void;
}

/** Exit codes. */
const fine = 0;
const findingsFound = 1;
const badInput = 2;

/**
 * Answers one question put on the command line and gives the exit code: 0 fine, 1 the agreement has findings, 2 the question or a file is
 * wrong. Nothing is written to standard output unless there is an answer.
 */
export function main(argv: readonly string[], environment: CommandEnvironment): number {
  const command = readCommand(argv);
  try {
    return answer(command, environment);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const line of error.lines) environment.complain(`${line === usage ? line : withoutControls(line)}\n`);
    return badInput;
  }
}

/** Something given that is wrong, told line by line. */
class BadInput extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

function answer(command: Command, environment: CommandEnvironment): number {
  switch (command.is) {
    case 'help':
      environment.write(usage);
      return fine;
    case 'wrong':
      throw new BadInput([...command.faults, usage]);
    case 'check':
      return check(command, environment);
    case 'format':
      return formatted(command, environment);
    case 'replay':
      environment.write(replayed(command, environment));
      return fine;
    case 'explain':
      environment.write(explained(command, environment));
      return fine;
    case 'readback':
      environment.write(readBack(command, environment));
      return fine;
    case 'new':
      environment.write(created(command, environment));
      return fine;
  }
}

function check({ agreement, format }: Command & { is: 'check' }, environment: CommandEnvironment): number {
  const json = readDocument(agreement, environment);
  const surroundings = surroundingsOf(agreement, environment);
  environment.progress?.(withoutControls(`checking ${agreement}`));
  const findings = findingsOf(json, surroundings);
  const located = locate(findings, agreement, environment);
  const text =
    findings.length === 0
      ? [`${agreement}: no findings`]
      : shortened(located.map((finding) => `${whereOf(finding)}: ${withoutControls(told(finding))}`));
  environment.write(format === 'json' ? `${JSON.stringify(located, null, 2)}\n` : `${text.join('\n')}\n`);
  return findings.length === 0 ? fine : findingsFound;
}

/** Writes files the one way; with `--check` only says which of them are written otherwise. */
function formatted({ files, check }: Command & { is: 'format' }, environment: CommandEnvironment): number {
  let code = fine;
  for (const path of files) {
    const json = readDocument(path, environment);
    const text = formatDocument(json);
    if (environment.readFile(path) === text) continue;
    if (check) {
      environment.write(`${withoutControls(path)}: not formatted\n`);
      code = findingsFound;
      continue;
    }
    try {
      environment.writeFile(path, text);
    } catch (error) {
      throw new BadInput([`${path}: cannot be written: ${(error as Error).message}`]);
    }
  }
  return code;
}

/** All that is wrong; what is doubtful only of an agreement of which nothing is. */
function findingsOf(json: unknown, surroundings: AgreementSurroundings): readonly AgreementFinding[] {
  const faults = faultsOf(json, surroundings);
  return faults.length > 0
    ? faults.map((finding) => ({ ...finding, severity: 'fault' as const }))
    : checkAgreement(parseAgreement(json), surroundings);
}

/** A finding with the file it is in, and the line and column there. */
type Located<F> = F & { readonly file: string } & Partial<TextPlace>;

/** Where findings are written; what has no place of its own is about the whole file. */
function locate<F extends Finding>(
  findings: readonly F[],
  path: string,
  environment: CommandEnvironment,
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
function whereOf({ file, line, column }: Located<object>): string {
  return line === undefined ? file : `${file}:${line}:${column}`;
}

/** Languages a catalogue can stand beside an agreement in: `agreement.ru.json` beside `agreement.json`. */
const languages = ['en', 'ru', 'kk'] as const;

/** The calendars of the package, and the catalogues beside the file of an agreement. */
function surroundingsOf(path: string, environment: CommandEnvironment): AgreementSurroundings {
  const catalogues: AgreementCatalogue[] = [];
  for (const language of languages) {
    const beside = besideFile(path, language);
    if (beside === path || !environment.fileExists(beside)) continue;
    const json = readDocument(beside, environment);
    catalogues.push(named(beside, () => parseCatalogue(json)));
  }
  return { calendars: [kz, ru], catalogues };
}

/** The file of a catalogue: `agreement.ru.json` beside `agreement.json`. */
function besideFile(path: string, language: string): string {
  return path.replace(/\.json$/i, `.${language}.json`);
}

/** Everything that keeps an agreement from being computed. */
function faultsOf(json: unknown, surroundings: AgreementSurroundings): readonly Finding[] {
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

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`];
}

function replayed(
  { agreement: path, events: eventsPath, asOf, language, format }: Command & { is: 'replay' },
  environment: CommandEnvironment,
): string {
  const agreement = readAgreement(path, environment);
  const json = readDocument(eventsPath, environment);
  const events = named(eventsPath, () => parseEvents(json, agreement));
  environment.progress?.(withoutControls(`replaying ${events.length} events`));
  const statement = named(eventsPath, () => replay(agreement, events, asOf));
  switch (format) {
    case 'json':
      return `${JSON.stringify(statement, null, 2)}\n`;
    case 'csv':
      return statementCsv(statement, agreement, language);
    case 'ics':
      return statementCalendar(statement, agreement, language);
    case 'text':
      return statementText(statement, { agreement, events, language });
  }
}

function explained(
  { agreement: path, ref, facts: factsPath, readings, language, format }: Command & { is: 'explain' },
  environment: CommandEnvironment,
): string {
  const agreement = readAgreement(path, environment);
  const facts = readDocument(factsPath, environment) as Facts;
  const json = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`;
  if (agreement.tables.has(ref)) {
    if (readings) {
      const decisions = named(factsPath, () => decisionsAcrossReadings(agreement, ref, facts));
      return format === 'json' ? json(decisions) : decisionsText(decisions, agreement, language);
    }
    const decision = named(factsPath, () => decide(agreement, ref, facts));
    return format === 'json' ? json(decision) : decisionText(decision, agreement, language);
  }
  const address = named(path, () => addressOf(agreement, ref));
  if (readings) {
    const across = named(factsPath, () => acrossReadings(agreement, address, facts));
    return format === 'json' ? json(across) : answersText(address, across, agreement, language);
  }
  const result = named(factsPath, () => evaluate(agreement, address, facts));
  return format === 'json' ? json(result) : explanationText(result, agreement, language);
}

function readBack(
  { agreement: path, clause, language, format }: Command & { is: 'readback' },
  environment: CommandEnvironment,
): string {
  const rules = readback(readAgreement(path, environment), language);
  const asked = rules.filter(
    ({ clauses, table }) => clause === undefined || clauses.includes(clause) || table?.question === clause,
  );
  if (asked.length === 0)
    throw new BadInput([
      clause === undefined
        ? `${path}: nothing in it is computed or decided`
        : `${path}: clause ${JSON.stringify(clause)} computes and decides nothing`,
    ]);
  return format === 'json' ? `${JSON.stringify(asked, null, 2)}\n` : readbackText(asked);
}

function created({ folder }: Command & { is: 'new' }, environment: CommandEnvironment): string {
  const files = startingPoint(folder);
  try {
    environment.createFiles(folder, files);
  } catch (error) {
    throw new BadInput([`${folder}: cannot be made: ${(error as Error).message}`]);
  }
  const paths = Object.keys(files).map((name) => `${folder}/${name}`);
  return [...paths, '', 'Next:', ...nextCommands(folder).map((line) => `  ${line}`), ''].join('\n');
}

function readAgreement(path: string, environment: CommandEnvironment): Agreement {
  const json = readDocument(path, environment);
  const surroundings = surroundingsOf(path, environment);
  const faults = faultsOf(json, surroundings);
  if (faults.length > 0)
    throw new BadInput(
      shortened(locate(faults, path, environment).map((fault) => `${whereOf(fault)}: ${told(fault)}`)),
    );
  return named(path, () => defineAgreement(parseAgreement(json), surroundings));
}

function readDocument(path: string, environment: CommandEnvironment): unknown {
  environment.progress?.(withoutControls(`reading ${path}`));
  let text: string;
  try {
    text = environment.readFile(path);
  } catch (error) {
    throw new BadInput([`${path}: cannot be read: ${(error as Error).message}`]);
  }
  return named(path, () => readJson(text, path));
}

/** Runs a question about a file; what is wrong with it is told with the name of the file. */
function named<T>(path: string, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    const { field, value, expected } = error.details;
    const findings = error.findings.length > 0 ? error.findings : [{ path: field, code: error.code, value, expected }];
    throw new BadInput(shortened(findings.map((finding) => `${path}: ${told(finding)}`)));
  }
}

/** One finding in one line: where, what stands there or which case shows it, what was expected. */
function told({ path, code, value, expected, clause, severity }: Finding & Partial<AgreementFinding>): string {
  const place = path === '' ? 'the whole file' : path;
  const marks = [
    code,
    ...(severity === 'doubt' ? ['doubt'] : []),
    ...(clause === undefined ? [] : [`clause ${clause}`]),
  ];
  const found = value === 'undefined' ? ' is missing' : caseCodes.includes(code) ? `: ${value}` : ` is ${value}`;
  return `${place}${found}, expected ${expected} [${marks.join(', ')}]`;
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
