// A newcomer: follows docs/guides/your-own-agreement.md to the letter, in an empty folder with the packed tarball, and compares what is printed
// with the output on the page. Needs OFERTA_TARBALL (scripts/pack.mjs). `--write` puts what was printed on the page instead.
//
// A line that ends with a colon and names a file, above a fenced block, says what to do with the block:
//   `FILE`:                                          the whole file
//   In `FILE`, in `PLACE`:                           more entries of a list or a record
//   In `FILE`, in `PLACE`, before `NAME`:            the same, before the entry of that name
//   In `FILE`, in `PLACE`, instead of `NAME`:        in the place of that entry
//   In `FILE`, `PLACE` becomes:                      a new value
// A block of ```ts is a program; its types are checked with those of all pages (tests/documentation/checkTypes.mjs).
// Commands of a ```console block follow `$ `, each above its output; those of a ```sh block print what changes from run to run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { npm, npmCommand, npmEnvironment, root } from '../../scripts/project.mjs';

const page = 'docs/guides/your-own-agreement.md';
const write = process.argv.includes('--write');
const tarball = process.env.OFERTA_TARBALL;
const folder = mkdtempSync(join(tmpdir(), 'oferta-guide-'));
const failures = [];
let commands = 0;

try {
  const text = readFileSync(join(root, page), 'utf8');
  const followed = text.replace(
    /^(?:(.*)\n\n)?```(\w+)(?: no-run)?\n([\s\S]*?)^```$/gm,
    (block, above, language, body, at) => {
      const line = text.slice(0, at).split('\n').length;
      try {
        return block.replace(body, () => follow(above ?? '', language, body, line));
      } catch (error) {
        failures.push(`${page}:${line}: ${error.message}`);
        return block;
      }
    },
  );
  if (commands < 15) failures.push(`${page}: ${commands} commands found, expected 15 or more`);
  if (write && failures.length === 0) writeFileSync(join(root, page), followed);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) process.stdout.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Runs a block, and returns what it should contain. */
function follow(above, language, body, line) {
  if (language === 'console')
    return body
      .split(/^(?=\$ )/m)
      .map((run) => runAndCompare(run, line))
      .join('');
  if (language === 'sh') for (const command of body.trim().split('\n')) prepare(command);
  else if (language === 'json' || language === 'ts') edit(above, body);
  else throw new Error(`no way is known to follow a block of ${language}`);
  return body;
}

/** A command whose output is not compared. */
function prepare(command) {
  const status =
    command === 'npm install oferta'
      ? npm(['install', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline', tarball], folder)
      : npm(words(command, 'npm', 'init', '-y'), folder);
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}

function runAndCompare(run, line) {
  const [command = '', ...rest] = run.split('\n');
  const printed = answerOf(command.slice(2));
  commands += 1;
  const expected = rest.join('\n').trimEnd();
  if (!write && printed !== expected) failures.push(`${page}:${line}: ${command}\n${differences(expected, printed)}`);
  return `${command}\n${printed === '' ? '' : `${printed}\n`}${run.endsWith('\n\n') ? '\n' : ''}`;
}

/** What a command prints, on either stream, without no-break spaces, which a page cannot show. */
function answerOf(command) {
  const args = command.split(' ');
  const { status, stdout, stderr } =
    args[0] === 'node' ? start([args[1]]) : startPackage(words(command, 'npx', 'oferta'));
  // The check says by its exit code whether it found something; everything else on the page succeeds.
  const found = command.includes(' check ') && !stdout.endsWith(': no findings\n');
  if (status !== (found ? 1 : 0)) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`);
  return `${stdout}${stderr}`.replaceAll(/[\u00a0\u202f]/g, ' ').trimEnd();
}

function start(args) {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: npmEnvironment() });
}

/** The first time through npm, as the page says; then what npm found, since each look costs half a second. */
function startPackage(args) {
  if (commands > 0) {
    const { bin } = JSON.parse(readFileSync(join(folder, 'node_modules/oferta/package.json'), 'utf8'));
    return start([join('node_modules/oferta', bin.oferta), ...args]);
  }
  const { command, first } = npmCommand();
  return spawnSync(command, [...first, 'exec', '--no', '--', 'oferta', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: npmEnvironment(),
  });
}

/** What follows the words a command has to begin with. */
function words(command, ...beginning) {
  const all = command.split(' ');
  if (beginning.some((word, at) => all[at] !== word)) throw new Error(`no way is known to run ${command}`);
  return beginning[0] === 'npm' ? all.slice(1) : all.slice(beginning.length);
}

function edit(above, body) {
  const whole = /^`([^`]+)`:$/.exec(above);
  if (whole !== null) {
    const [, file = ''] = whole;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), body);
    return;
  }
  const part = /^In `([^`]+)`, (?:in `([^`]+)`(?:, (before|instead of) `([^`]+)`)?|`([^`]+)` becomes):$/.exec(above);
  if (part === null) throw new Error(`what to do with the block is not said above it: ${above}`);
  const [, file = '', place, where, name, changed] = part;
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (changed === undefined) insert(placeOf(document, place.split('.')), body, where, name);
  else {
    const path = changed.split('.');
    placeOf(document, path.slice(0, -1))[path.at(-1)] = JSON.parse(body);
  }
  writeFileSync(join(folder, file), JSON.stringify(document, null, 2));
}

function insert(target, body, where, name) {
  if (!Array.isArray(target)) {
    insertFields(target, JSON.parse(`{${body}}`), where, name);
    return;
  }
  const at = name === undefined ? target.length : target.findIndex((entry) => nameOf(entry) === name);
  if (at < 0) throw new Error(`there is no ${name}`);
  target.splice(at, where === 'instead of' ? 1 : 0, ...JSON.parse(`[${body}]`));
}

/** Puts fields into a record, in the order of the page. */
function insertFields(target, more, where, name) {
  if (name !== undefined && !Object.hasOwn(target, name)) throw new Error(`there is no ${name}`);
  const entries = Object.entries(target);
  const at = name === undefined ? entries.length : entries.findIndex(([key]) => key === name);
  entries.splice(at, where === 'instead of' ? 1 : 0, ...Object.entries(more));
  const keys = entries.map(([key]) => key);
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw new Error(`${twice} is there already`);
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, Object.fromEntries(entries));
}

/** A place in a document; an entry of a list goes by its name. */
function placeOf(document, path) {
  return path.reduce((inner, key) => {
    const next = Array.isArray(inner) ? inner.find((entry) => nameOf(entry) === key) : inner[key];
    if (next === undefined) throw new Error(`there is no ${path.join('.')}`);
    return next;
  }, document);
}

function nameOf({ id, row }) {
  return id ?? String(row);
}

/** The lines that differ, those of the page first. */
function differences(expected, printed) {
  const [page, found] = [expected.split('\n'), printed.split('\n')];
  return Array.from({ length: Math.max(page.length, found.length) }, (_, at) => at)
    .filter((at) => page[at] !== found[at])
    .map((at) => `  page:    ${page[at] ?? '(nothing)'}\n  printed: ${found[at] ?? '(nothing)'}`)
    .join('\n');
}
