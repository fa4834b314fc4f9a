import { decide } from '../agreement/decide/decide.js';
import { addressOf, evaluate } from '../agreement/evaluate/evaluate.js';
import type { Facts } from '../agreement/evaluate/session.js';
import { type Agreement, defineAgreement } from '../agreement/model/defineAgreement.js';
import { replay } from '../agreement/replay/replay.js';
import { kz } from '../calendars/kz.js';
import { ru } from '../calendars/ru.js';
import { AgreementError, type Finding } from '../errors/agreementError.js';
import { parseAgreement } from '../schemas/parseAgreement.js';
import { parseEvents } from '../schemas/parseEvents.js';
import { readJson } from '../schemas/readJson.js';
import { type Command, readCommand, usage } from './commandLine.js';
import { decisionText, explanationText } from './explanationText.js';
import { statementCalendar } from './statementCalendar.js';
import { statementCsv } from './statementCsv.js';
import { statementText } from './statementText.js';
import { withoutControls } from './wording.js';

/** What the command line is given by whatever runs it; nothing here reaches a file or a stream by itself. */
export interface CommandEnvironment {
  /** The text of a file; throws if it cannot be read. */
  readonly readFile: (path: string) => string;
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
    case 'replay':
      environment.write(replayed(command, environment));
      return fine;
    case 'explain':
      environment.write(explained(command, environment));
      return fine;
  }
}

function check({ agreement, format }: Command & { is: 'check' }, environment: CommandEnvironment): number {
  const json = readDocument(agreement, environment);
  const findings = findingsOf(json);
  const text =
    findings.length === 0 ? [`${agreement}: no findings`] : findings.map((finding) => `${agreement}: ${told(finding)}`);
  environment.write(format === 'json' ? `${JSON.stringify(findings, null, 2)}\n` : `${text.join('\n')}\n`);
  return findings.length === 0 ? fine : findingsFound;
}

/** Faults of shape first; what does not fit together only of an agreement that has its shape. */
function findingsOf(json: unknown): readonly Finding[] {
  try {
    defineAgreement(parseAgreement(json), { calendars: [kz, ru] });
    return [];
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'agreement-invalid') return error.findings;
    throw error;
  }
}

function replayed(
  { agreement: path, events: eventsPath, asOf, language, format }: Command & { is: 'replay' },
  environment: CommandEnvironment,
): string {
  const agreement = readAgreement(path, environment);
  const json = readDocument(eventsPath, environment);
  const events = named(eventsPath, () => parseEvents(json, agreement));
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
  { agreement: path, ref, facts: factsPath, language, format }: Command & { is: 'explain' },
  environment: CommandEnvironment,
): string {
  const agreement = readAgreement(path, environment);
  const facts = readDocument(factsPath, environment) as Facts;
  if (agreement.tables.has(ref)) {
    const decision = named(factsPath, () => decide(agreement, ref, facts));
    return format === 'json' ? `${JSON.stringify(decision, null, 2)}\n` : decisionText(decision, agreement, language);
  }
  const address = named(path, () => addressOf(agreement, ref));
  const result = named(factsPath, () => evaluate(agreement, address, facts));
  return format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : explanationText(result, agreement, language);
}

function readAgreement(path: string, environment: CommandEnvironment): Agreement {
  const json = readDocument(path, environment);
  return named(path, () => defineAgreement(parseAgreement(json), { calendars: [kz, ru] }));
}

function readDocument(path: string, environment: CommandEnvironment): unknown {
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
    throw new BadInput(findings.map((finding) => `${path}: ${told(finding)}`));
  }
}

/** One finding in one line: where, what stands there, what was expected. */
function told({ path, code, value, expected, clause }: Finding): string {
  const place = path === '' ? 'the whole file' : path;
  const found = value === 'undefined' ? 'is missing' : `is ${value}`;
  return `${place} ${found}, expected ${expected} [${code}${clause === undefined ? '' : `, clause ${clause}`}]`;
}
