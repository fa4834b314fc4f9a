import { plainText } from '../agreement/statement/plainText.js';
import { diffCommand } from './diffCommand.js';
import { fidelityCommand } from './fidelityCommand.js';
import { type FileAccess, GivenFault } from './givenFiles.js';
import { verifyCommand } from './verifyCommand.js';

/** What these commands are given. */
export interface FurtherEnvironment extends FileAccess {
  readonly writeFile: (path: string, text: string) => void;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

interface FurtherCommand {
  readonly usage: string;
  readonly run: (argv: readonly string[], environment: FurtherEnvironment) => number;
}

/** Commands about the trust one can put in an agreement and its answers. */
export const furtherCommands: Readonly<Record<string, FurtherCommand>> = {
  diff: {
    usage: `  oferta diff BEFORE.json AFTER.json [--scenario EVENTS.json … --as-of DAY] [--lang en|ru|kk] [--format text|json]
      which clauses two editions of an agreement have otherwise, and by how much the sums and days of scenarios change`,
    run: diffCommand,
  },
  fidelity: {
    usage: `  oferta fidelity AGREEMENT.json --text FILE [--write] [--without-digests] [--format text|json]
      the agreement held against its text: changed clauses, figures that nothing computes with, terms that are not in the text;
      with --write what is read of the text is recorded in AGREEMENT.fidelity.json, without its sentences`,
    run: fidelityCommand,
  },
  verify: {
    usage: `  oferta verify AGREEMENT.json RESULT.json [FACTS.json] [--format text|json]
      an answer as JSON, done again by code that shares nothing with the code that made it; without FACTS.json under its own facts`,
    run: verifyCommand,
  },
};

/** Answers one of them and gives the exit code; undefined where the words name none of them. */
export function runFurther(argv: readonly string[], environment: FurtherEnvironment): number | undefined {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(furtherCommands, name) ? furtherCommands[name] : undefined;
  if (command === undefined) return undefined;
  if (rest.includes('--help') || rest.includes('-h')) {
    environment.write(`${command.usage}\n`);
    return 0;
  }
  try {
    return command.run(rest, environment);
  } catch (error) {
    if (!(error instanceof GivenFault)) throw error;
    for (const line of error.lines) environment.complain(`${plainText(line)}\n`);
    return 2;
  }
}
