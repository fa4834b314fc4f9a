import { createHash } from 'node:crypto';
import type { AgreementDocument } from '../agreement/language/document.js';
import { formatDocument } from '../agreement/language/formatDocument.js';
import { checkFidelity } from '../fidelity/checkFidelity.js';
import type { FidelityFinding } from '../fidelity/fidelityRecord.js';
import { readFidelityRecord } from '../fidelity/readFidelityRecord.js';
import type { FurtherEnvironment } from './furtherCommands.js';
import { aboutFile, agreementOf, GivenFault, jsonOf, textOf } from './givenFiles.js';
import { givenOptions } from './givenOptions.js';

/** `oferta fidelity`: an agreement held against its text. Its exit code is 1 where something is found. */
export function fidelityCommand(argv: readonly string[], environment: FurtherEnvironment): number {
  const { words, options, faults } = givenOptions(argv, {
    words: ['AGREEMENT.json'],
    leastWords: 1,
    single: ['text', 'format'],
    several: [],
    flags: ['write', 'without-digests'],
  });
  const wrong = [...faults];
  const [textPath] = options.get('text') ?? [];
  const [format = 'text'] = options.get('format') ?? [];
  if (textPath === undefined && !wrong.some((fault) => fault.startsWith('--text')))
    wrong.push('--text FILE is missing: the text of the agreement');
  if (format !== 'text' && format !== 'json') wrong.push(`--format is ${JSON.stringify(format)}, expected text, json`);
  if (wrong.length > 0) throw new GivenFault(wrong);
  const [path] = words as [string];
  const document = agreementOf(path, environment).toJSON();
  const recordPath = path.replace(/(?:\.json)?$/i, '.fidelity.json');
  const text = textOf(textPath as string, environment);
  const record = environment.fileExists(recordPath) ? recordOf(recordPath, document, environment) : undefined;
  const digests = !options.has('without-digests');
  const { findings, record: now } = checkFidelity({ document, text, ...(record && { record }), sha256, digests });
  if (options.has('write')) {
    try {
      environment.writeFile(recordPath, formatDocument(now));
    } catch (error) {
      throw new GivenFault([`${recordPath}: cannot be written: ${(error as Error).message}`]);
    }
  }
  // What has just been recorded is no change any more.
  const told = options.has('write') ? findings.filter(({ code }) => !recordedBy.includes(code)) : findings;
  const lines =
    told.length === 0
      ? [`${path}: ${Object.keys(now.clauses).length} parts of the text, no findings`]
      : told.map((finding) => `${path}: ${findingText(finding)}`);
  if (record === undefined && !options.has('write')) lines.push(`${recordPath} is missing: --write records the text`);
  environment.write(format === 'json' ? `${JSON.stringify(told, null, 2)}\n` : `${lines.join('\n')}\n`);
  return told.length === 0 ? 0 : 1;
}

const recordedBy: readonly FidelityFinding['code'][] = ['text-changed', 'figure-changed', 'clause-unrecorded'];

function recordOf(path: string, document: AgreementDocument, environment: FurtherEnvironment) {
  const json = jsonOf(path, environment);
  const record = aboutFile(path, () => readFidelityRecord(json));
  if (record.agreement !== document.id)
    throw new GivenFault([`${path}: agreement is ${JSON.stringify(record.agreement)}, expected ${document.id}`]);
  return record;
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
