import { plainText } from '../agreement/statement/plainText.js';
import { verify } from '../verify/verify.js';
import type { CommandEnvironment } from './commandEnvironment.js';
import type { Command } from './commandLine.js';
import { readAgreement, readDocument } from './inputFiles.js';

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
    ? [`${resultPath}: every step comes out the same`]
    : verification.findings.map(
        ({ path, code, expected, found }) =>
          `${resultPath}: ${path === '' ? 'the whole file' : path} is ${found}, expected ${expected} [${code}]`,
      );
  if (factsPath === undefined)
    lines.push('The facts are those in the result itself: nothing says that they are those of the case.');
  const taken = verification.taken.map(({ path, value }) => `  ${path}: ${JSON.stringify(value)}`);
  if (taken.length > 0) lines.push('Taken as given, to be checked by hand:', ...taken);
  environment.write(`${lines.map(plainText).join('\n')}\n`);
  return verification.ok ? 0 : 1;
}

function factsIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null && Object.hasOwn(result, 'facts')
    ? (result as { readonly facts: unknown }).facts
    : {};
}
