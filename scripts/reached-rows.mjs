// Writes into docs/scenarios.md which scenario reaches which computation and which row of a table:  node scripts/reached-rows.mjs   (needs a build)
// With --check it writes nothing and fails if the page is out of date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples');
const page = join(root, 'docs', 'scenarios.md');

/**
 * The page: for each agreement in `examples/` its computations and rows, each with the scenarios that reach it.
 *
 * @param {Pick<typeof import('oferta/agreement'), 'defineAgreement' | 'replay' | 'withReadings'>} library
 * @param {readonly import('oferta').WorkingCalendar[]} calendars
 */
export function scenariosPage(library, calendars) {
  const folders = readdirSync(examples)
    .filter((name) => existsSync(join(examples, name, 'agreement.json')))
    .sort();
  const parts = folders.map((folder) => partOf(folder, library, calendars));
  return [
    '# Which scenario walks which computation and which row',
    '',
    '<!-- written by scripts/reached-rows.mjs -->',
    '',
    'Each account in `examples/` is followed for a year after its last event. A computation counts as walked if an entry, a remark, a deadline or a',
    'sum that accrues on a debt comes from it or from one that refers to it, or if an event has a posting that always computes it; a row, if a',
    'decision reached it. If `readings.json` next to an agreement names other readings of an account, the account is also followed under them, and',
    'they are named. "test" means that no account reaches it, but a test in `tests/examples/` names it.',
    '',
    '| Agreement | Computations | by a scenario | by a test alone | by none | Rows | by a scenario | by a test alone | by none |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...parts.map(({ name, computations, rows }) => `| ${name} | ${countsOf(computations)} | ${countsOf(rows)} |`),
    '',
    ...parts.flatMap(({ name, computations, rows }) => [
      `## ${name}`,
      '',
      '| Computation | Walked by |',
      '| --- | --- |',
      ...computations.map(lineOf),
      '',
      '| Row | Walked by |',
      '| --- | --- |',
      ...rows.map(lineOf),
      '',
    ]),
  ].join('\n');
}

const lineOf = ({ what, by }) => `| \`${what}\` | ${by.length === 0 ? '—' : by.join(', ')} |`;

function countsOf(lines) {
  const isTest = ({ by }) => by.length === 1 && by[0] === 'test';
  const none = lines.filter(({ by }) => by.length === 0).length;
  const tests = lines.filter(isTest).length;
  return [lines.length, lines.length - none - tests, tests, none].join(' | ');
}

function partOf(folder, { defineAgreement, replay, withReadings }, calendars) {
  const read = (file) => JSON.parse(readFileSync(join(examples, folder, file), 'utf8'));
  const document = read('agreement.json');
  const catalogues = ['ru', 'kk'].map((language) => read(`agreement.${language}.json`));
  const agreement = defineAgreement(document, { calendars, catalogues });
  const tests = readdirSync(join(root, 'tests', 'examples'))
    .filter((file) => file.startsWith(folder) && file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, 'tests', 'examples', file), 'utf8'))
    .join('\n');
  const walked = new Map();
  const walk = (what, scenario) => walked.set(what, (walked.get(what) ?? new Set()).add(scenario));
  for (const [scenario, file] of filesOf(folder)) {
    const events = read(file);
    for (const what of walkedBy(followed(replay, agreement, events), document, events)) walk(what, scenario);
  }
  for (const [scenario, chosen] of readingsOf(folder, read)) {
    const events = read(filesOf(folder).find(([name]) => name === scenario)[1]);
    const told = followed(replay, withReadings(agreement, chosen), events);
    const under = Object.entries(chosen).map(([reading, option]) => `${reading}: ${option}`);
    for (const what of walkedBy(told, document, events, changesOf(document, chosen)))
      if (!walked.has(what)) walk(what, `${scenario} (${under.join(', ')})`);
  }
  const line = (what, isAsked) => {
    const by = [...(walked.get(what) ?? [])];
    return { what, by: by.length > 0 ? by : isAsked ? ['test'] : [] };
  };
  const addresses = [...addressesOf(document)];
  return {
    name: document.name,
    computations: addresses.map((address) =>
      line(
        address,
        ['', '.'].some((end) => tests.includes(`'${address}${end === '' ? "'" : end}`)) ||
          tests.includes(`'${address.split('/')[0]}'`),
      ),
    ),
    rows: agreement.data.tables.flatMap(({ question, rows }) =>
      rows.map(({ n }) => line(`${question}#${n}`, tests.includes(`'${question}'`))),
    ),
  };
}

/** Accounts that are followed under other readings, and those. */
function readingsOf(folder, read) {
  if (!existsSync(join(examples, folder, 'readings.json'))) return [];
  return Object.entries(read('readings.json')).flatMap(([scenario, all]) => all.map((chosen) => [scenario, chosen]));
}

/** What the chosen readings change: the address or row, and the new part. */
function changesOf({ readings }, chosen) {
  return Object.entries(chosen).flatMap(([reading, option]) =>
    Object.entries(readings[reading].options[option].changes ?? {}),
  );
}

/** Files of events: the agreement's own, and its scenarios. */
function filesOf(folder) {
  const scenarios = join(examples, folder, 'scenarios');
  const files = existsSync(scenarios) ? readdirSync(scenarios).filter((file) => file.endsWith('.json')) : [];
  return [
    ['events', 'events.json'],
    ...files.sort().map((file) => [file.replace('.json', ''), join('scenarios', file)]),
  ].filter(([, file]) => existsSync(join(examples, folder, file)));
}

/** Statements on the last day, a year after it if the calendars reach that far, and on the day of each event. */
function followed(replay, agreement, events) {
  const days = [...new Set(events.map(({ on }) => on))].sort();
  const last = days.at(-1);
  const year = `${Number(last.slice(0, 4)) + 1}${last.slice(4).replace('02-29', '02-28')}`;
  const statements = days.flatMap((day) => {
    const through = events.filter(({ on }) => on <= day);
    try {
      return [replay(agreement, through, day)];
    } catch (error) {
      // Before the first amount the currency of an account is unknown.
      if (error.code === 'currency-unknown') return [];
      throw error;
    }
  });
  try {
    statements.push(replay(agreement, events, year));
  } catch {
    // Beyond the coverage of the calendars there is nothing more to reach.
  }
  return statements;
}

/** What statements reached: rows, and computations together with those they refer to. */
function walkedBy(statements, document, events, changes = []) {
  const found = new Set();
  const changed = (what) =>
    changes.flatMap(([path, part]) => (path.startsWith(`${what}.`) ? references(part, document) : []));
  const add = (address) => {
    if (found.has(address)) return;
    found.add(address);
    const slash = address.lastIndexOf('/');
    const written = document.clauses[address.slice(0, slash)]?.[address.slice(slash + 1)];
    for (const other of [...references(written, document), ...changed(address)]) add(other);
  };
  const decided = ({ question, row }) => {
    found.add(`${question}#${row}`);
    // What was evaluated on the way: the conditions of the rows up to this one, and its outcome.
    let number = 0;
    for (const written of document.tables[question].rows) {
      number += written.row === undefined ? 1 : 0;
      const isIt = (written.row ?? number) === row;
      const own = changed(`${question}#${written.row ?? number}`);
      for (const address of [...references(isIt ? written : written.if, document), ...own]) add(address);
      if (isIt) break;
    }
  };
  const posted = (name) => {
    const posting = document.postings[name];
    for (const address of references([posting?.if, posting?.requires], document)) add(address);
    if (posting?.computes !== undefined) add(posting.computes);
  };
  for (const { on, computes, if: condition, of } of Object.values(document.postings))
    if (computes !== undefined && condition === undefined && of === undefined && events.some(({ kind }) => kind === on))
      add(computes);
  for (const { entries, remarks, accruals, deadlines, passedDeadlines, metDeadlines, rights, pastRights } of statements)
    for (const one of [
      ...entries,
      ...remarks,
      ...accruals,
      ...deadlines,
      ...passedDeadlines,
      ...metDeadlines,
      ...rights,
      ...pastRights,
    ]) {
      if (one.posting !== undefined) posted(one.posting);
      if (one.computation !== undefined) add(one.computation);
      if (one.computed !== undefined) add(one.computed.computation);
      if (one.decision !== undefined) decided(one.decision);
    }
  return found;
}

/** The addresses of all computations. */
function* addressesOf({ clauses }) {
  for (const [ref, clause] of Object.entries(clauses))
    for (const [name, part] of Object.entries(clause))
      if (typeof part === 'object' && part !== null) yield `${ref}/${name}`;
}

/** Computations that a part names in square brackets, in full or only by clause. */
function references(part, { clauses }) {
  const text = JSON.stringify(part ?? '');
  return [...text.matchAll(/\[([^\][]+)\]/g)].flatMap(([, name]) => {
    const slash = name.lastIndexOf('/');
    if (slash > 0 && typeof clauses[name.slice(0, slash)]?.[name.slice(slash + 1)] === 'object') return [name];
    const own = Object.entries(clauses[name] ?? {}).filter(([, inner]) => typeof inner === 'object');
    return own.map(([inner]) => `${name}/${inner}`);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const library = await import('oferta/agreement');
  const { kz } = await import('oferta/calendars/kz');
  const { ru } = await import('oferta/calendars/ru');
  const written = scenariosPage(library, [kz, ru]);
  if (!process.argv.includes('--check')) writeFileSync(page, written);
  else if (!existsSync(page) || readFileSync(page, 'utf8') !== written) {
    process.stderr.write('docs/scenarios.md is not what scripts/reached-rows.mjs writes\n');
    process.exitCode = 1;
  }
}
