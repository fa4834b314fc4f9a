// Runs tests/conformance/external.json against the build and writes the result into the table in docs/conformance.md.
//
//   node scripts/conformance-table.mjs [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as library from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { kinds } from '../tests/conformance/kinds.mjs';
import { runVectors, vectorsOf } from '../tests/conformance/runVectors.mjs';
import { root } from './project.mjs';

const file = 'tests/conformance/external.json';
const { vectors } = vectorsOf(JSON.parse(readFileSync(join(root, file), 'utf8')), file);
const calendars = new Map([
  ['KZ', kz],
  ['RU', ru],
]);
const outcomes = runVectors({ vectors }, { library, agreements: {}, calendars, kinds });
const rows = vectors.map((record, at) => ({ record, outcome: outcomes[at] }));
const outside = rows.filter(({ record }) => record.status === 'conformance');
const apart = rows.filter(({ record }) => record.status !== 'conformance');

const table = [
  '| Source | Records | Passed | Failed | Not answered |',
  '|---|---|---|---|---|',
  ...countedBy(({ record }) => record.source.replace(/ \(.*| (?:docs|PR|issue|unit|in-advance).*/, '')),
  '',
  'What is not answered, and why:',
  '',
  '| Record | Kind | Reason |',
  '|---|---|---|',
  ...unanswered(),
  '',
  `Apart from these, ${apart.length} records are contested, derived from a text, or known to be wrong where they were published:`,
  '',
  '| Record | Standing | Answer |',
  '|---|---|---|',
  ...apart.map(({ record, outcome }) => `| ${record.id} | ${record.status} | ${outcome.reason ?? 'the same'} |`),
].join('\n');

if (process.argv.includes('--write')) {
  const page = join(root, 'docs/conformance.md');
  const [before, after] = readFileSync(page, 'utf8').split(/<!-- run -->[\s\S]*<!-- end of run -->/);
  writeFileSync(page, `${before}<!-- run -->\n\n${table}\n\n<!-- end of run -->${after}`);
} else process.stdout.write(`${table}\n`);

function countedBy(key) {
  const groups = grouped(outside, key);
  const line = (name, list) => {
    const count = (status) => list.filter(({ outcome }) => outcome.status === status).length;
    return `| ${name} | ${list.length} | ${count('passed')} | ${count('failed')} | ${count('skipped')} |`;
  };
  return [...[...groups].map(([name, list]) => line(name, list)), line('all', outside)];
}

function unanswered() {
  return outside
    .filter(({ outcome }) => outcome.status === 'skipped')
    .map(({ record, outcome }) => `| ${record.id} | \`${record.kind}\` | ${outcome.reason} |`);
}

function grouped(list, key) {
  const groups = new Map();
  for (const entry of list) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return groups;
}
