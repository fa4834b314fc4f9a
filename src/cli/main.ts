import { replay } from '../agreement/account/replay.js';
import type { AgreementFinding } from '../agreement/check/agreementFinding.js';
import { checkAgreement } from '../agreement/check/checkAgreement.js';
import { decide } from '../agreement/decide/decide.js';
import { acrossReadings } from '../agreement/evaluate/acrossReadings.js';
import { addressOf, evaluate } from '../agreement/evaluate/evaluate.js';
import type { Facts } from '../agreement/evaluate/session.js';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { nearest } from '../agreement/language/finder.js';
import { formatDocument } from '../agreement/language/formatDocument.js';
import { agreementOn } from '../agreement/model/agreementOn.js';
import type { Agreement, AgreementContext } from '../agreement/model/definedAgreement.js';
import { withReadings } from '../agreement/model/withReadings.js';
import { explainStatement } from '../agreement/statement/explainStatement.js';
import { decisionText, explanationText } from '../agreement/statement/explanationText.js';
import { plainText } from '../agreement/statement/plainText.js';
import { questionText } from '../agreement/statement/questionText.js';
import { answersText, decisionsAcrossReadings, decisionsText } from '../agreement/statement/readingsText.js';
import { say } from '../agreement/statement/texts.js';
import { Wording } from '../agreement/statement/wording.js';
import type { AgreementError } from '../errors/agreementError.js';
import { attempt } from '../errors/attempt.js';
import { readback } from '../explain/readback.js';
import { statementCalendar } from '../explain/statementCalendar.js';
import { statementCsv } from '../explain/statementCsv.js';
import { parseAgreement } from '../schemas/parseAgreement.js';
import { parseEvents } from '../schemas/parseEvents.js';
import { askedFacts, expectedOf, readAnswer } from './askedFacts.js';
import { chosenReadings } from './chosenReadings.js';
import type { Command } from './command.js';
import type { CommandEnvironment } from './commandEnvironment.js';
import { readCommand } from './commandLine.js';
import { usage, usageOf } from './commandWords.js';
import { diffCommand } from './diffCommand.js';
import { fidelityCommand } from './fidelityCommand.js';
import {
  BadInput,
  contextOf,
  errorsOf,
  findingLine,
  locate,
  named,
  readAgreement,
  readDocument,
  sentencesOf,
  shortened,
  whereOf,
  whyOf,
} from './inputFiles.js';
import { message } from './messages.js';
import { readbackText } from './readbackText.js';
import { nextCommands, startingPoint } from './startingPoint.js';
import { statementPage } from './statementPage.js';
import { verifyCommand } from './verifyCommand.js';
import { wrapText } from './wrapText.js';

/** Exit codes. */
const fine = 0;
const findingsFound = 1;
const badInput = 2;

/**
 * Executes a command line and returns the exit code: 0 success, 1 the agreement has findings, 2 the question or a file
 * is invalid. Nothing is written to standard output unless there is an answer.
 */
export function main(argv: readonly string[], environment: CommandEnvironment): number {
  const command = readCommand(argv);
  try {
    return answer(command, environment);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const columns = environment.terminal?.columns;
    for (const line of error.lines) {
      const text = error.help === line ? line : plainText(line);
      environment.complain(`${columns === undefined ? text : wrapText(text, columns)}\n`);
    }
    return badInput;
  }
}

function answer(command: Command, environment: CommandEnvironment): number {
  switch (command.is) {
    case 'help':
      environment.write(wrapped(command.of === undefined ? usage : usageOf(command.of), environment));
      return fine;
    case 'version':
      environment.write(`${environment.version ?? ''}\n`);
      return fine;
    case 'wrong':
      throw new BadInput(command.errors, command.of === undefined ? usage : usageOf(command.of));
    case 'check':
      return check(command, environment);
    case 'format':
      return formatted(command, environment);
    case 'statement':
      environment.write(stated(command, environment));
      return fine;
    case 'explain':
      environment.write(explained(command, environment));
      return fine;
    case 'ask':
      environment.write(wrapped(asked(command, environment), environment));
      return fine;
    case 'readback':
      environment.write(readBack(command, environment));
      return fine;
    case 'diff':
      return diffCommand(command, environment);
    case 'fidelity':
      return fidelityCommand(command, environment);
    case 'verify':
      return verifyCommand(command, environment);
    case 'new':
      environment.write(created(command, environment));
      return fine;
  }
}

/** A text wrapped to the width of the terminal. */
function wrapped(text: string, { terminal }: CommandEnvironment): string {
  return terminal === undefined ? text : wrapText(text, terminal.columns);
}

function check({ agreement, format, language }: Command & { is: 'check' }, environment: CommandEnvironment): number {
  const json = readDocument(agreement, language, environment);
  const context = contextOf(agreement, language, environment);
  environment.progress?.(plainText(message(language, 'checking', { path: agreement })));
  const findings = findingsOf(json, context);
  const located = locate(findings, agreement, environment);
  const text =
    findings.length === 0
      ? [message(language, 'noFindings', { path: agreement })]
      : shortened(
          located.map((finding) => `${whereOf(finding)}: ${plainText(findingLine(finding, language))}`),
          language,
        );
  environment.write(
    format === 'json' ? `${JSON.stringify(located, null, 2)}\n` : wrapped(`${text.join('\n')}\n`, environment),
  );
  return findings.length === 0 ? fine : findingsFound;
}

/** Formats files; with `--check` only reports which of them are not formatted. */
function formatted({ files, check, language }: Command & { is: 'format' }, environment: CommandEnvironment): number {
  let code = fine;
  for (const path of files) {
    const json = readDocument(path, language, environment);
    const text = formatDocument(json);
    if (environment.readFile(path) === text) continue;
    if (check) {
      environment.write(`${plainText(message(language, 'notFormatted', { path }))}\n`);
      code = findingsFound;
      continue;
    }
    try {
      environment.writeFile(path, text);
    } catch (error) {
      throw new BadInput([message(language, 'notWritten', { path, why: whyOf(error, language) })]);
    }
  }
  return code;
}

/** All errors; warnings only if an agreement has no errors. */
function findingsOf(json: unknown, context: AgreementContext): readonly AgreementFinding[] {
  const errors = errorsOf(json, context);
  return errors.length > 0
    ? errors.map((finding) => ({ ...finding, severity: 'error' as const }))
    : checkAgreement(parseAgreement(json), context);
}

function stated(command: Command & { is: 'statement' }, environment: CommandEnvironment): string {
  const { events: eventsPath, asOf, account, detail, language, format } = command;
  const editions = [command.agreement, ...command.editions].map((path) =>
    withChosen(readAgreement(path, language, environment), command.readings, language),
  );
  const [only] = editions;
  const agreement = editions.length === 1 && only !== undefined ? only : editions;
  const json = readDocument(eventsPath, language, environment);
  const inForce = named(command.agreement, language, () => agreementOn(agreement, asOf));
  const events = named(eventsPath, language, () => parseEvents(json, agreement), json);
  environment.progress?.(plainText(message(language, 'replaying', { count: events.length })));
  const opening = account === undefined ? {} : { account };
  const statement = named(eventsPath, language, () => replay(agreement, events, asOf, opening), json);
  switch (format) {
    case 'json':
      return `${JSON.stringify(statement, null, 2)}\n`;
    case 'csv':
      return statementCsv(statement, { agreement: inForce, events, language });
    case 'ics':
      return statementCalendar(statement, inForce, language);
    case 'text': {
      const progress = (tried: number, count: number): void =>
        environment.progress?.(message(language, 'trying', { tried, count }));
      const parts = named(eventsPath, language, () =>
        explainStatement(statement, { agreement, events, language, detail, progress }),
      );
      return statementPage(parts, environment.terminal);
    }
  }
}

/** The agreement under the readings chosen on the command line. */
function withChosen(agreement: Agreement, given: readonly string[], language: ExplainLanguage): Agreement {
  const { readings, errors } = chosenReadings(given, agreement, language);
  if (errors.length > 0) throw new BadInput(errors);
  return withReadings(agreement, readings);
}

function explained(
  { agreement: path, ref, facts: factsPath, readings, chosen, language, format }: Command & { is: 'explain' },
  environment: CommandEnvironment,
): string {
  const agreement = withChosen(readAgreement(path, language, environment), chosen, language);
  const asks = askedFor(ref, agreement, path, language);
  const facts = readDocument(factsPath, language, environment) as Facts;
  const json = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`;
  const text = (answer: string): string => wrapped(answer, environment);
  if (agreement.tables.has(asks)) {
    if (readings) {
      const decisions = named(factsPath, language, () => decisionsAcrossReadings(agreement, asks, facts));
      return format === 'json' ? json(decisions) : text(decisionsText(decisions, agreement, language));
    }
    const decision = named(factsPath, language, () => decide(agreement, asks, facts));
    return format === 'json' ? json(decision) : text(decisionText(decision, agreement, language));
  }
  if (readings) {
    const across = named(factsPath, language, () => acrossReadings(agreement, asks, facts));
    return format === 'json' ? json(across) : text(answersText(asks, across, agreement, language));
  }
  const result = named(factsPath, language, () => evaluate(agreement, asks, facts));
  return format === 'json' ? json(result) : text(explanationText(result, agreement, language));
}

function readBack(
  { agreement: path, clause, language, format }: Command & { is: 'readback' },
  environment: CommandEnvironment,
): string {
  const rules = readback(readAgreement(path, language, environment), language);
  const asked = rules.filter(
    ({ clauses, table }) => clause === undefined || clauses.includes(clause) || table?.question === clause,
  );
  if (asked.length === 0)
    throw new BadInput([
      clause === undefined
        ? message(language, 'nothingComputed', { path })
        : message(language, 'clauseComputesNothing', { path, clause: JSON.stringify(clause) }),
    ]);
  if (format === 'json') return `${JSON.stringify(asked, null, 2)}\n`;
  const reviewed = say(language, 'notReviewed');
  return wrapped(`${readbackText(asked)}${reviewed === '' ? '' : `\n${reviewed}\n`}`, environment);
}

/**
 * The question of a table or the address of a computation, found by its name, by the number of its clause, or by its
 * label.
 */
function askedFor(asked: string, agreement: Agreement, path: string, language: ExplainLanguage): string {
  if (agreement.tables.has(asked)) return asked;
  const address = attempt(() => addressOf(agreement, asked));
  if (address.ok) return address.value;
  const wording = new Wording(agreement, language);
  const names = [
    ...[...agreement.tables.values()].map(({ question, label }) => ({
      name: question,
      labels: label,
      words: wording.question(question),
    })),
    ...[...agreement.computations.values()].map(({ address: name, computation }) => ({
      name,
      labels: computation.label,
      words: wording.computation(name),
    })),
  ];
  const wanted = asked.toLowerCase();
  const found = names.find(({ labels }) => Object.values(labels ?? {}).some((label) => label.toLowerCase() === wanted));
  if (found !== undefined) return found.name;
  const ofClause = names.filter(({ name }) => name.startsWith(`${asked}/`));
  const near = nearest(
    asked,
    names.map(({ name }) => name),
  );
  const containing = names.filter(({ name, words }) => `${name} ${words}`.toLowerCase().includes(wanted));
  const shown =
    ofClause.length > 0
      ? ofClause
      : near.length > 0
        ? names.filter(({ name }) => near.includes(name))
        : containing.length > 0
          ? containing
          : names;
  const known = shown.map(({ name, words }) => `${name} (${words})`).join('; ');
  throw new BadInput([`${path}: ${message(language, 'noQuestion', { question: JSON.stringify(asked), known })}`]);
}

/** Answers a question from facts on the command line; prompts for missing ones on a terminal. */
function asked(command: Command & { is: 'ask' }, environment: CommandEnvironment): string {
  const { agreement: path, language } = command;
  const agreement = withChosen(readAgreement(path, language, environment), command.readings, language);
  const asks = askedFor(command.question, agreement, path, language);
  const given = askedFacts(command.facts, agreement, language);
  if (given.errors.length > 0) throw new BadInput(given.errors);
  const facts: Record<string, unknown> = { ...given.facts };
  for (;;) {
    const answer = attempt(() => questionText(agreement, asks, facts as Facts, language));
    if (answer.ok) return answer.value;
    const { error } = answer;
    const missing = missingFacts(error).filter((name) => Object.hasOwn(agreement.data.facts, name));
    if (error.code !== 'fact-missing' || missing.length === 0)
      throw new BadInput(sentencesOf(error, language).map((why) => message(language, 'unknownBecause', { why })));
    const wording = new Wording(agreement, language);
    const question = (name: string): string => `${wording.operand(name)} (${expectedOf(name, agreement, language)})`;
    if (environment.ask === undefined)
      throw new BadInput([
        message(language, 'factsNeeded'),
        ...missing.map((name) => `  ${name}=…  ${question(name)}`),
      ]);
    for (const name of missing) {
      const answered = askUntilRead(name, question(name), { agreement, language, environment });
      if (answered === undefined) throw new BadInput([message(language, 'factsNeeded'), `  ${question(name)}`]);
      facts[name] = answered.value;
    }
  }
}

function missingFacts({ findings, details }: AgreementError): readonly string[] {
  return findings.length > 0 ? findings.map((finding) => finding.path) : [details.field];
}

/** Prompts until the answer is valid; undefined at the end of the input. */
function askUntilRead(
  name: string,
  question: string,
  where: {
    readonly agreement: Agreement;
    readonly language: ExplainLanguage;
    readonly environment: CommandEnvironment;
  },
): { readonly value: unknown } | undefined {
  const { agreement, language, environment } = where;
  for (let tries = 0; tries < 5; tries += 1) {
    const text = environment.ask?.(`${question}: `);
    if (text === undefined) return undefined;
    const read = readAnswer(text, name, agreement, language);
    if ('value' in read) return read;
    environment.complain(`${plainText(read.error)}\n`);
  }
  return undefined;
}

function created({ folder, language }: Command & { is: 'new' }, environment: CommandEnvironment): string {
  const files = startingPoint(folder);
  try {
    environment.createFiles(folder, files);
  } catch (error) {
    throw new BadInput([message(language, 'notMade', { path: folder, why: whyOf(error, language) })]);
  }
  const paths = Object.keys(files).map((name) => `${folder}/${name}`);
  return [...paths, '', message(language, 'next'), ...nextCommands(folder).map((line) => `  ${line}`), ''].join('\n');
}
