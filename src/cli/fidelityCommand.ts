import { createHash } from 'node:crypto';
import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { AgreementDocument } from '../agreement/language/document.js';
import { formatDocument } from '../agreement/language/formatDocument.js';
import { plainText } from '../agreement/statement/plainText.js';
import { checkFidelity } from '../fidelity/checkFidelity.js';
import type { FidelityFinding, FidelityRecord } from '../fidelity/fidelityRecord.js';
import { readFidelityRecord } from '../fidelity/readFidelityRecord.js';
import type { Command } from './command.js';
import type { CommandEnvironment } from './commandEnvironment.js';
import { BadInput, named, readAgreement, readDocument, readText, whyOf } from './inputFiles.js';
import { message } from './messages.js';
import { wrapText } from './wrapText.js';

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
      throw new BadInput([message(language, 'notWritten', { path: recordPath, why: whyOf(error, language) })]);
    }
  }
  // What was just recorded is no longer a change.
  const shown = writes ? findings.filter(({ code }) => !recordedBy.includes(code)) : findings;
  const lines =
    shown.length === 0
      ? [message(language, 'textParts', { path, count: Object.keys(now.clauses).length })]
      : shown.map((finding) => `${path}: ${differenceText(finding, language)}`);
  if (record === undefined && !writes) lines.push(message(language, 'noRecord', { path: recordPath }));
  const page = `${lines.map(plainText).join('\n')}\n`;
  environment.write(
    format === 'json'
      ? `${JSON.stringify(shown, null, 2)}\n`
      : environment.terminal === undefined
        ? page
        : wrapText(page, environment.terminal.columns),
  );
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

function differenceText({ clause, code, figure, was, is }: FidelityFinding, language: ExplainLanguage): string {
  const nothing = message(language, 'nothing');
  const id = code === 'acceptance-idle' && figure !== undefined ? 'acceptance-idle-figure' : code;
  return `${message(language, id, { clause, figure: figure ?? '', was: was ?? nothing, is: is ?? nothing })} [${code}]`;
}
