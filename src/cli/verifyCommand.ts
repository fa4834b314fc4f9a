import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { plainText } from '../agreement/statement/plainText.js';
import type { VerificationCode } from '../verify/verification.js';
import { verify } from '../verify/verify.js';
import type { Command } from './command.js';
import type { CommandEnvironment } from './commandEnvironment.js';
import { readAgreement, readDocument } from './inputFiles.js';
import { message } from './messages.js';
import { wrapText } from './wrapText.js';

/** `oferta verify`: recomputes an answer from its JSON. The exit code is 1 if it is wrong. */
export function verifyCommand(command: Command & { is: 'verify' }, environment: CommandEnvironment): number {
  const { result: resultPath, facts: factsPath, language, format } = command;
  const agreement = readAgreement(command.agreement, language, environment);
  const result = readDocument(resultPath, language, environment);
  const facts = factsPath === undefined ? factsIn(result) : readDocument(factsPath, language, environment);
  const verification = verify(agreement.data, facts, result);
  if (format === 'json') {
    environment.write(`${JSON.stringify(verification, null, 2)}\n`);
    return verification.ok ? 0 : 1;
  }
  const lines = verification.ok
    ? [message(language, 'stepsSame', { path: resultPath })]
    : verification.findings.map(({ path, code, expected, found }) =>
        message(language, 'differs', {
          path: resultPath,
          place: path === '' ? message(language, 'wholeFile') : path,
          found,
          expected,
          why: whyWrong(code, expected, language),
          code,
        }),
      );
  if (factsPath === undefined) lines.push(message(language, 'ownFacts'));
  const taken = verification.taken.map(({ path, value }) => `  ${path}: ${JSON.stringify(value)}`);
  if (taken.length > 0) lines.push(message(language, 'takenAsGiven'), ...taken);
  const page = `${lines.map(plainText).join('\n')}\n`;
  environment.write(environment.terminal === undefined ? page : wrapText(page, environment.terminal.columns));
  return verification.ok ? 0 : 1;
}

function factsIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null && Object.hasOwn(result, 'facts')
    ? (result as { readonly facts: unknown }).facts
    : {};
}

/** What is wrong, and the expected JSON, if it is JSON and not a sentence of the verifier. */
function whyWrong(code: VerificationCode, expected: string, language: ExplainLanguage): string {
  const meaning = message(language, code);
  return isJson(expected) ? `${meaning}, ${message(language, 'expectedIs', { expected })}` : meaning;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
