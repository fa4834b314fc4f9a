/**
 * Prints the statement of an account under the agreement of one example:
 *
 *   node examples/start.mjs NAME [EVENTS.json] [--as-of DAY] [--lang LANGUAGE] [--format FORMAT]
 *
 * In an example's own folder `npm start` gives the name. Without a file it is the account of `events.json`, without a day the one that
 * `"statementAsOf"` in the example's package.json names.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [name, ...given] = process.argv.slice(2);
const here = join(dirname(fileURLToPath(import.meta.url)), name ?? '');
const packageFile = fileURLToPath(import.meta.resolve('oferta/package.json'));
const command = join(dirname(packageFile), JSON.parse(readFileSync(packageFile, 'utf8')).bin.oferta);
const { statementAsOf } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

const named = given.filter((word, at) => !word.startsWith('--') && !given[at - 1]?.startsWith('--'));
const options = given.filter((word) => !named.includes(word));
const events = named.length > 0 ? named : [join(here, 'events.json')];
const dated = options.some((word) => word === '--as-of' || word.startsWith('--as-of='));

const { status } = spawnSync(
  process.execPath,
  [
    command,
    'statement',
    join(here, 'agreement.json'),
    ...events,
    ...(dated ? [] : ['--as-of', statementAsOf]),
    ...options,
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
