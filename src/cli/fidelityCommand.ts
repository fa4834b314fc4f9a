import { createHash } from 'node:crypto';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { AgreementDocument } from '../agreement/language/document.js';
import { formatDocument } from '../agreement/language/formatDocument.js';
import { checkFidelity } from '../fidelity/checkFidelity.js';
import type { FidelityFinding, FidelityRecord } from '../fidelity/fidelityRecord.js';
import { readFidelityRecord } from '../fidelity/readFidelityRecord.js';
import type { CommandEnvironment } from './commandEnvironment.js';
import type { Command } from './commandLine.js';
import { BadInput, named, readAgreement, readDocument, readText } from './inputFiles.js';
import { message } from './messages.js';

/** `oferta fidelity`: compares an agreement with its text. The exit code is 1 if there are findings. */
export function fidelityCommand(command: Command & { is: 'fidelity' }, environment: CommandEnvironment): number {
  const { agreement: path, writes, digests, language, format } = command;
  const document = readAgreement(path, language, environment).toJSON();
  const recordPath = path.replace(/(?:\.json)?$/i, '.fidelity.json');
  const text = readText(command.text, language, environment);
  const record = environment.fileExists(recordPath) ? recordOf(recordPath, document, language, environment) : undefined;
  const { findings, record: now } = checkFidelity({ document, text, ...(record && { record }), sha256, digests });
  if (writes) {
    try {
      environment.writeFile(recordPath, formatDocument(now));
    } catch (error) {
      throw new BadInput([message(language, 'notWritten', { path: recordPath, why: (error as Error).message })]);
    }
  }
  // What was just recorded is no longer a change.
  const shown = writes ? findings.filter(({ code }) => !recordedBy.includes(code)) : findings;
  const lines =
    shown.length === 0
      ? [`${path}: ${Object.keys(now.clauses).length} parts of the text, no findings`]
      : shown.map((finding) => `${path}: ${findingText(finding)}`);
  if (record === undefined && !writes) lines.push(`${recordPath} is missing: --write records the text`);
  environment.write(format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : `${lines.join('\n')}\n`);
  return shown.length === 0 ? 0 : 1;
}

const recordedBy: readonly FidelityFinding['code'][] = ['text-changed', 'figure-changed', 'clause-unrecorded'];

function recordOf(
  path: string,
  document: AgreementDocument,
  language: ExplainLanguage,
  environment: CommandEnvironment,
): FidelityRecord {
  const json = readDocument(path, language, environment);
  const record = named(path, language, () => readFidelityRecord(json));
  if (record.agreement === document.id) return record;
  const found = JSON.stringify(record.agreement);
  throw new BadInput([message(language, 'otherAgreement', { path, found, expected: document.id })]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function findingText({ clause, code, figure = '', was = 'nothing', is = 'nothing' }: FidelityFinding): string {
  switch (code) {
    case 'clause-not-found':
      return `clause ${clause}: the text has no such clause [${code}]`;
    case 'clause-unknown':
      return `clause ${clause}: the agreement has no such clause [${code}]`;
    case 'clause-unrecorded':
      return `clause ${clause}: its text was never recorded [${code}]`;
    case 'text-changed':
      return `clause ${clause}: its text changed since it was recorded [${code}]`;
    case 'figure-changed':
      return `clause ${clause}: was ${was}, is ${is} [${code}]`;
    case 'figure-unused':
      return `clause ${clause}: ${figure} is in the text, and nothing computes with it [${code}]`;
    case 'term-not-in-text':
      return `clause ${clause}: ${figure} is computed with, and is not in the text of the clause [${code}]`;
    case 'words-differ':
      return `clause ${clause}: ${figure} in digits is ${is} in words [${code}]`;
    case 'acceptance-idle':
      return `clause ${clause}: a difference${figure === '' ? '' : ` about ${figure}`} is accepted that is not there [${code}]`;
  }
}
