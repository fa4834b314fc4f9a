/**
 * `npm run conformance -- FILE… [--json]`: runs vector files against the built package.
 * `--kinds` lists the kinds of record it knows. Exit 1 on a failure, 2 on a file that cannot be read.
 */
import { readFileSync } from 'node:fs';
import * as library from 'oferta';
import * as agreements from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { kinds } from './kinds.mjs';
import { runVectors, vectorsOf } from './runVectors.mjs';

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = flags.filter((flag) => flag !== '--json' && flag !== '--kinds');

if (flags.includes('--kinds')) {
  process.stdout.write(`${['call', ...Object.keys(kinds)].join('\n')}\n`);
} else if (unknown.length > 0 || files.length === 0) {
  process.stderr.write(
    `usage: npm run conformance -- FILE… [--json] | --kinds${unknown.length ? ` (not known: ${unknown.join(' ')})` : ''}\n`,
  );
  process.exitCode = 2;
} else {
  run();
}

function run() {
  const calendars = new Map([
    ['KZ', kz],
    ['RU', ru],
  ]);
  const outcomes = [];
  for (const file of files) {
    try {
      const json = vectorsOf(JSON.parse(readFileSync(file, 'utf8')), file);
      outcomes.push(
        ...runVectors(json, { library, agreements, calendars, kinds }).map((outcome) => ({ file, ...outcome })),
      );
    } catch (error) {
      process.stderr.write(`${file}: ${error.message}\n`);
      process.exitCode = 2;
      return;
    }
  }
  const count = (status) => outcomes.filter((outcome) => outcome.status === status).length;
  if (flags.includes('--json')) process.stdout.write(`${JSON.stringify(outcomes, null, 1)}\n`);
  else print(outcomes);
  const line = `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
  (flags.includes('--json') ? process.stderr : process.stdout).write(`${line}\n`);
  if (count('failed') > 0) process.exitCode = 1;
}

function print(outcomes) {
  for (const { id, status, differences, message } of outcomes)
    if (status === 'failed') {
      const cause = message === undefined ? '' : ` (${message})`;
      for (const difference of differences) process.stdout.write(`FAILED ${id} ${difference}${cause}\n`);
    }
  const skipped = new Map();
  for (const { kind, status, reason } of outcomes)
    if (status === 'skipped') skipped.set(`${kind}: ${reason}`, (skipped.get(`${kind}: ${reason}`) ?? 0) + 1);
  for (const [reason, times] of skipped) process.stdout.write(`skipped ${times} of kind ${reason}\n`);
}
