/**
 * The same answers everywhere: packs the package, installs it into a folder elsewhere, and asks it several hundred questions in every engine,
 * time zone and language, by `import` and by `require`. What every answer must be is committed: the calls are worked out by hand
 * (tests/conformance), and the digests of all answers are in expected.json.
 *
 *   npm run matrix                         every engine; npm has the binaries of Node, Bun and Deno
 *   npm run matrix -- node-20 chromium     some of them
 *   npm run matrix -- --folder FOLDER      keeps the engines there for the next time
 *   npm run matrix -- --write              after an intended change of answers: writes expected.json and runs nothing else
 *
 * Prints the table of docs/quality.md. An engine that cannot be had here, or does not take the time zone asked for, is listed as not run.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { npm, root, run } from '../project.mjs';
import { digests } from './digests.mjs';
import { questions } from './questions.mjs';

/** Time zones, each with a language of the engine: east and west of Greenwich, a day apart, and those of the agreements. */
const places = [
  { zone: 'UTC', locale: 'en_US' },
  { zone: 'Asia/Almaty', locale: 'kk_KZ' },
  { zone: 'Pacific/Kiritimati', locale: 'ru_RU' },
  { zone: 'America/Los_Angeles', locale: 'en_US' },
];
const node = ['20.19.0', '20', '22', '24', '26'].map((version) => ({
  name: `node-${version}`,
  title: `Node ${version}`,
  install: `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${version}`,
  binary: 'bin/node',
  first: ['--disable-warning=ExperimentalWarning'],
}));
const engines = [
  ...node,
  // The same engine with its own Temporal instead of the polyfill.
  {
    ...node.at(-1),
    name: 'node-26-native',
    title: 'Node 26, its own Temporal',
    first: [...node[0].first, '-C', 'native-temporal'],
    native: true,
  },
  {
    name: 'bun',
    title: 'Bun',
    install: `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}`,
    binary: 'bin/bun',
    first: [],
  },
  {
    name: 'deno',
    title: 'Deno',
    install: `@deno/${process.platform}-${process.arch}${process.platform === 'linux' ? '-glibc' : ''}`,
    binary: 'deno',
    first: ['run', '--quiet', '--allow-all'],
  },
  { name: 'chromium', title: 'Chromium' },
  { name: 'chromium-native', title: 'Chromium, its own Temporal', native: true },
];

const words = process.argv.slice(2);
const folderAt = words.indexOf('--folder');
const kept = folderAt < 0 ? undefined : resolve(words.splice(folderAt, 2)[1]);
const chosen = engines.filter(({ name }) => words.length === 0 || words.includes(name));
const unknown = words.filter((word) => word !== '--write' && !engines.some(({ name }) => name === word));
const expectedFile = join(root, 'scripts/matrix/expected.json');

if (unknown.length > 0) {
  process.stderr.write(
    `no such engine: ${unknown.join(', ')}; there are ${engines.map(({ name }) => name).join(', ')}\n`,
  );
  process.exitCode = 2;
} else if (words.includes('--write')) {
  await writeExpected();
} else {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'oferta-matrix-'));
  try {
    await runAll(folder);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function writeExpected() {
  const { answers } = await import('./answers.mjs');
  const { entries } = await import('./entries.mjs');
  const all = answers(entries, questions());
  const wrong = all.filter(({ wrong: found }) => found !== undefined);
  if (wrong.length > 0) throw new Error(`not as worked out by hand: ${wrong.map(({ id }) => id).join(', ')}`);
  writeFileSync(expectedFile, `${JSON.stringify(digests(all), null, 2)}\n`);
}

async function runAll(folder) {
  const consumer = join(folder, 'consumer');
  prepare(consumer);
  const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
  const rows = [];
  for (const engine of chosen) {
    const started = engine.name.startsWith('chromium')
      ? await inBrowser(engine, consumer)
      : inProgram(engine, folder, consumer);
    for (const row of started) {
      const { title, from, place, outcome, problem } = row;
      const found = outcome === undefined ? undefined : problemsOf(outcome, place, engine, expected);
      rows.push({
        title: outcome?.version ?? title,
        from,
        place,
        ...found,
        ...(problem === undefined ? {} : { problem }),
      });
      process.stderr.write(`${lineOf(rows.at(-1))}\n`);
    }
  }
  print(rows, Object.keys(expected).length);
  process.exitCode = rows.some(({ problem, isMissing }) => problem !== undefined && isMissing !== true) ? 1 : 0;
}

/** A project that has the packed package, and the programs that ask it. */
function prepare(consumer) {
  rmSync(consumer, { recursive: true, force: true });
  mkdirSync(join(consumer, 'scripts/matrix'), { recursive: true });
  mkdirSync(join(consumer, 'tests/conformance'), { recursive: true });
  const tarball = join(consumer, 'oferta.tgz');
  run(process.execPath, ['scripts/build.mjs', '--if-stale']);
  run(process.execPath, ['scripts/pack.mjs', tarball]);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', version: '1.0.0', private: true }));
  if (npm(['install', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline', tarball], consumer) !== 0)
    throw new Error('the package could not be installed');
  for (const name of ['answers.mjs', 'entries.mjs', 'ask.mjs', 'ask.cjs', 'askInBrowser.mjs'])
    cpSync(join(root, 'scripts/matrix', name), join(consumer, 'scripts/matrix', name));
  for (const name of ['callKind.mjs', 'runVectors.mjs'])
    cpSync(join(root, 'tests/conformance', name), join(consumer, 'tests/conformance', name));
  writeFileSync(join(consumer, 'questions.json'), JSON.stringify(questions()));
}

function inProgram({ name, title, install, binary, first }, folder, consumer) {
  const place = join(folder, name.replace('-native', ''));
  const path = join(place, 'node_modules', install.replace(/(?<=.)@.*$/, ''), binary);
  if (!existsSync(path)) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true }));
    const flags = ['--loglevel=error', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--force'];
    if (npm(['install', ...flags, install], place) !== 0 || !existsSync(path))
      return [{ title, isMissing: true, problem: `not run: npm has no ${install} here` }];
  }
  return ['mjs', 'cjs'].flatMap((ending) =>
    places.map(({ zone, locale }) => {
      const { status, stdout, stderr } = spawnSync(path, [...first, join('scripts/matrix', `ask.${ending}`)], {
        cwd: consumer,
        encoding: 'utf8',
        maxBuffer: 1e9,
        env: {
          ...process.env,
          TZ: zone,
          LANG: `${locale}.UTF-8`,
          LC_ALL: `${locale}.UTF-8`,
          LANGUAGE: locale,
          NO_COLOR: '1',
        },
      });
      const from = ending === 'mjs' ? 'import' : 'require';
      if (status !== 0)
        return { title, from, place: { zone, locale }, problem: `failed: ${stderr.trim().slice(-400)}` };
      return { title, from, place: { zone, locale }, outcome: JSON.parse(stdout) };
    }),
  );
}

/** Chromium as the browser cases find it, with all of the program in one page, which holds the answers when it is loaded. */
async function inBrowser({ title, native }, consumer) {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'scripts/setup.mjs'), '--browser'], {
    encoding: 'utf8',
  });
  const chromium = stdout.trim();
  if (status !== 0 || chromium === '') return [{ title, isMissing: true, problem: 'not run: no Chromium here' }];
  const { outputFiles } = await build({
    absWorkingDir: consumer,
    entryPoints: ['scripts/matrix/askInBrowser.mjs'],
    conditions: native ? ['native-temporal'] : [],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    charset: 'ascii',
    logLevel: 'error',
  });
  const page = join(consumer, 'page.html');
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><script>${script}</script></body>`);
  return places.map(({ zone, locale }) => {
    const profile = mkdtempSync(join(tmpdir(), 'oferta-matrix-'));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
    const { stdout: dumped } = spawnSync(
      chromium,
      [
        ...flags,
        `--user-data-dir=${profile}`,
        `--lang=${locale.replace('_', '-')}`,
        '--timeout=600000',
        '--dump-dom',
        `file://${page}`,
      ],
      {
        encoding: 'utf8',
        maxBuffer: 1e9,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, TZ: zone, LANGUAGE: locale, LANG: `${locale}.UTF-8` },
      },
    );
    rmSync(profile, { recursive: true, force: true });
    const [, answered] = /<pre>([\w+/=]+)<\/pre>/.exec(dumped) ?? [];
    const row = { title, from: 'a bundle', place: { zone, locale } };
    if (answered === undefined)
      return { ...row, problem: `failed: ${/<pre>(.*?)<\/pre>/s.exec(dumped)?.[1] ?? 'no answer'}` };
    return { ...row, outcome: JSON.parse(Buffer.from(answered, 'base64').toString('utf8')) };
  });
}

/** What is not as it must be, and whether the engine ran as it was asked to. */
function problemsOf({ answers, timeZone, locale, temporal }, place, { native }, expected) {
  const got = digests(answers);
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  const other = ids.filter((id) => expected[id] !== got[id]);
  const wrong = answers.filter(({ wrong: found }) => found !== undefined);
  const row = { asked: answers.length, locale, temporal: native ? 'its own' : 'the polyfill' };
  if (native && temporal === 'undefined')
    return { ...row, isMissing: true, problem: 'not run: it has no Temporal of its own' };
  if (timeZone !== place.zone && !(place.zone === 'UTC' && ['Etc/UTC', 'GMT'].includes(timeZone)))
    return { ...row, isMissing: true, problem: `not run: it takes ${timeZone} for the time zone` };
  if (other.length + wrong.length === 0) return row;
  const [id] = [...wrong.map((answer) => answer.id), ...other];
  return {
    ...row,
    problem: `${new Set([...other, ...wrong.map((answer) => answer.id)]).size} differ, first ${id}: ${answers.find((answer) => answer.id === id)?.text.slice(0, 300)}`,
  };
}

function lineOf({ title, from, place, locale, problem }) {
  return [title, from, place?.zone, locale, problem ?? 'the same'].filter((word) => word !== undefined).join(', ');
}

/** One line for an engine and a way to load the package. */
function print(rows, count) {
  const byEngine = new Map();
  for (const row of rows) {
    const key = `${row.title}|${row.from ?? ''}`;
    byEngine.set(key, [...(byEngine.get(key) ?? []), row]);
  }
  const lines = [...byEngine.values()].map((own) => {
    const [{ title, from = '-' }] = own;
    const ran = own.filter(({ problem }) => problem === undefined);
    const problems = [...new Set(own.flatMap(({ problem }) => problem ?? []))];
    const zones = ran.map(({ place, locale }) => `${place.zone} (${locale})`).join(', ');
    return `| ${title} | ${from} | ${zones || '-'} | ${problems.length === 0 ? `${count}` : problems.join('; ').replaceAll('|', '/').replaceAll('\n', ' ')} |`;
  });
  process.stdout.write(
    `| Engine | Loaded by | Time zone (language of the engine) | Answers, all the same |\n|---|---|---|---|\n${lines.join('\n')}\n`,
  );
}
