import { plainText } from '../agreement/statement/plainText.js';
import { verify } from '../verify/verify.js';
import type { FurtherEnvironment } from './furtherCommands.js';
import { agreementOf, GivenFault, jsonOf } from './givenFiles.js';
import { givenOptions } from './givenOptions.js';

/** `oferta verify`: an answer done again from its JSON. Its exit code is 1 where something of it is wrong. */
export function verifyCommand(argv: readonly string[], environment: FurtherEnvironment): number {
  const { words, options, faults } = givenOptions(argv, {
    words: ['AGREEMENT.json', 'RESULT.json', '[FACTS.json]'],
    leastWords: 2,
    single: ['format'],
    several: [],
    flags: [],
  });
  const wrong = [...faults];
  const [format = 'text'] = options.get('format') ?? [];
  if (format !== 'text' && format !== 'json') wrong.push(`--format is ${JSON.stringify(format)}, expected text, json`);
  if (wrong.length > 0) throw new GivenFault(wrong);
  const [agreementPath, resultPath, factsPath] = words as [string, string, string?];
  const agreement = agreementOf(agreementPath, environment);
  const result = jsonOf(resultPath, environment);
  const facts = factsPath === undefined ? factsIn(result) : jsonOf(factsPath, environment);
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
