/**
 * Prints the statement of an account under this agreement: `node start.mjs [EVENTS.json] [--as-of DAY] [--lang en|ru] [--format text|json|csv|ics]`.
 * Without a file it is the account of events.json, without a day the end of the year it tells of.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packageFile = fileURLToPath(import.meta.resolve('oferta/package.json'));
const command = join(dirname(packageFile), JSON.parse(readFileSync(packageFile, 'utf8')).bin.oferta);

const given = process.argv.slice(2);
const named = given.filter((word, at) => !word.startsWith('--') && !given[at - 1]?.startsWith('--'));
const options = given.filter((word) => !named.includes(word));
const events = named.length > 0 ? named : [join(here, 'events.json')];
const asOf =
  options.includes('--as-of') || options.some((word) => word.startsWith('--as-of=')) ? [] : ['--as-of', '2026-12-31'];

const { status } = spawnSync(
  process.execPath,
  [command, 'replay', join(here, 'agreement.json'), ...events, ...asOf, ...options],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
