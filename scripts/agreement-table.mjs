// Writes the table of the example agreements, generated from their data, into README.md: node
// scripts/agreement-table.mjs (needs a build)
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const begin = '<!-- agreements: written by scripts/agreement-table.mjs -->';
const end = '<!-- agreements: end -->';

/**
 * The table: one row for each agreement in `examples/`.
 *
 * @param {Pick<typeof import('oferta/agreement'), 'checkAgreement' | 'defineAgreement'>} agreements
 * @param {readonly import('oferta').WorkingCalendar[]} calendars
 */
export function agreementTable(agreements, calendars) {
  const rows = readdirSync(join(root, 'examples'))
    .filter((name) => existsSync(join(root, 'examples', name, 'agreement.json')))
    .map((name) => row(name, agreements, calendars));
  const head = [
    'Agreement',
    'Clause numbers',
    'computed',
    'decided in a table',
    'text alone',
    'Computations',
    'Decision rows',
    'Readings',
    'Findings',
  ];
  return [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function row(folder, { checkAgreement, defineAgreement }, calendars) {
  const read = (file) => JSON.parse(readFileSync(join(root, 'examples', folder, file), 'utf8'));
  const document = read('agreement.json');
  const context = { calendars, catalogues: ['ru', 'kk'].map((language) => read(`agreement.${language}.json`)) };
  const { data } = defineAgreement(document, context);
  const computed = data.clauses.filter(({ computes }) => computes !== undefined);
  const cited = new Set(data.tables.flatMap(({ rows }) => rows.flatMap(({ clauses }) => clauses)));
  const decided = data.clauses.filter(({ ref, computes }) => computes === undefined && cited.has(ref));
  return [
    `[${data.name.en}](docs/clauses/${folder}.md)`,
    data.clauses.length,
    computed.length,
    decided.length,
    data.clauses.length - computed.length - decided.length,
    computed.reduce((count, { computes }) => count + computes.length, 0),
    data.tables.reduce((count, { rows }) => count + rows.length, 0),
    data.readings.length,
    checkAgreement(document, context).length,
  ];
}

/** The README with the table inserted. */
export function withTable(readme, table) {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md has no place for the table: ${begin} … ${end}`);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [agreements, { kz }, { ru }] = await Promise.all([
    import('oferta/agreement'),
    import('oferta/calendars/kz'),
    import('oferta/calendars/ru'),
  ]);
  const file = join(root, 'README.md');
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), agreementTable(agreements, [kz, ru])));
}
