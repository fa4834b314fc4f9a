// A test runner for Stryker. vitest needs seconds to start and load the sources again for every mutant; here the tests of a family are bundled
// once with the mutated sources, and every mutant gets a fresh process of a quarter of a second (scripts/mutation/child.mjs).
//
// A mutant is active from the first line on, as if its change stood in the source. A test file that cannot be loaded with it has noticed it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { isDrawn } from './drawn.mjs';

const child = fileURLToPath(new URL('child.mjs', import.meta.url));
/** The part of the mutants that is run, and its seed; all of them without it. */
const drawn = process.env.OFERTA_MUTANTS_DRAWN;
const shim = fileURLToPath(new URL('vitestShim.mjs', import.meta.url));

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'oferta', createRunner)];

createRunner.inject = tokens(commonTokens.injector);
function createRunner(injector) {
  return injector.provideValue('folder', process.cwd()).injectClass(Runner);
}

class Runner {
  static inject = tokens('folder');

  constructor(folder) {
    this.folder = folder;
    this.bundle = join(folder, 'mutated');
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.files = JSON.parse(process.env.OFERTA_MUTATED_TESTS);
    await bundle(this.folder, this.bundle, this.files);
  }

  async dryRun({ timeout }) {
    const { outcome, reason } = await this.start({ files: this.files }, timeout);
    if (outcome === undefined) return { status: DryRunStatus.Error, errorMessage: reason };
    const { tests, failedToLoad, coverage } = outcome;
    if (failedToLoad !== undefined) return { status: DryRunStatus.Error, errorMessage: failedToLoad.message };
    this.times = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    if (drawn !== undefined && !isDrawn(activeMutant, ...drawn.split(' ')))
      return { status: MutantRunStatus.Error, errorMessage: 'not drawn' };
    // Four times what the tests took, and what loading them may take; Stryker's own limit is by the clock, and far beyond.
    const ids = testFilter ?? [...this.times.keys()];
    const timeout = 4 * ids.reduce((sum, id) => sum + (this.times.get(id) ?? 0), 0) + 5000;
    const namesake = `/${basename(sandboxFileName, '.ts')}.test.ts`;
    const asked = testFilter === undefined ? this.files : [...new Set(testFilter.map(fileOf))];
    const files = asked.toSorted((one, other) => Number(other.endsWith(namesake)) - Number(one.endsWith(namesake)));
    const { outcome, reason, timedOut } = await this.start(
      { files, activeMutant: activeMutant.id, hitLimit, testFilter },
      timeout,
    );
    if (timedOut) return { status: MutantRunStatus.Timeout, reason };
    if (outcome === undefined) return { status: MutantRunStatus.Error, errorMessage: reason };
    const { tests, failedToLoad, hits } = outcome;
    if (hitLimit !== undefined && hits > hitLimit)
      return { status: MutantRunStatus.Timeout, reason: `hit limit reached (${hits}/${hitLimit})` };
    const failed = tests.find(({ status }) => status === TestStatus.Failed);
    if (failed !== undefined) return killed(failed.id, failed.failureMessage, tests.length);
    if (failedToLoad !== undefined) return killed(failedToLoad.file, failedToLoad.message, tests.length + 1);
    return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
  }

  /** One process, with its order and its answer in files: what the tests print disturbs neither. */
  start(order, timeout) {
    const [asked, answer] = ['order.json', 'answer.json'].map((name) => join(this.bundle, name));
    writeFileSync(asked, JSON.stringify({ ...order, answer }));
    rmSync(answer, { force: true });
    return new Promise((done) => {
      const running = spawn(process.execPath, [child, join(this.bundle, 'tests.js'), asked], {
        cwd: this.folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, NODE_ENV: 'test', VITEST: '1' },
      });
      const errors = [];
      let timedOut = false;
      const began = Date.now();
      const timer = setInterval(() => {
        if ((processorTimeOf(running.pid) ?? Date.now() - began) < timeout) return;
        timedOut = true;
        running.kill('SIGKILL');
      }, 500);
      running.stderr.on('data', (chunk) => errors.push(chunk));
      running.on('close', (code) => {
        clearInterval(timer);
        if (existsSync(answer)) done({ outcome: JSON.parse(readFileSync(answer, 'utf8')), timedOut });
        else done({ timedOut, reason: `exit code ${code}: ${Buffer.concat(errors).toString().slice(-2000)}` });
      });
    });
  }
}

/** Milliseconds of processor time of a process, where the system tells: a busy machine must not make a slow test look like an endless loop. */
function processorTimeOf(pid) {
  try {
    const [, after] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = after.split(' ').slice(11, 13).map(Number);
    return (user + system) * 10;
  } catch {
    return undefined;
  }
}

function killed(by, failureMessage, nrOfTests) {
  return { status: MutantRunStatus.Killed, killedBy: [by], failureMessage, nrOfTests };
}

/** The file of a test, from its id. */
function fileOf(id) {
  return id.slice(0, id.indexOf('#'));
}

/** Bundles each test file, and what they share into chunks, so that a mutant loads only the files that reach it. */
async function bundle(folder, outdir, files) {
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)})`);
  await build({
    absWorkingDir: folder,
    stdin: {
      contents: `import './tests/support/setup.ts';\nexport { runTests } from 'vitest';\nexport const files = { ${loaders.join(',\n')} };\n`,
      resolveDir: folder,
      loader: 'js',
    },
    outdir,
    entryNames: 'tests',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['oferta-source'],
    // A test that bundles for itself would wait for its helper for ever.
    external: ['esbuild'],
    alias: { vitest: shim },
    nodePaths: [resolve(dirname(shim), '../../node_modules')],
    banner: { js: commonjs },
    logLevel: 'error',
    plugins: [testFiles(folder)],
  });
}

/** What packages that are CommonJS expect to be there. */
const commonjs = `
import { createRequire as requireOf } from 'node:module';
const require = requireOf(import.meta.url);
const __filename = import.meta.filename;
const __dirname = import.meta.dirname;`;

/** A test finds files beside itself by `import.meta.url`, which in a bundle would be the place of the bundle. */
function testFiles(folder) {
  return {
    name: 'test files',
    setup({ onLoad, onResolve }) {
      // The set-up of the tests has effects alone, and the package says that none of its files has any.
      onResolve({ filter: /^\.\/tests\/support\/setup\.ts$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path),
        sideEffects: true,
      }));
      onLoad({ filter: new RegExp(`^${folder}/tests/.*\\.m?[tj]s$`) }, ({ path }) => {
        const contents = readFileSync(path, 'utf8');
        if (!contents.includes('import.meta')) return undefined;
        return {
          contents: contents
            .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
            .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
          loader: path.endsWith('ts') ? 'ts' : 'js',
        };
      });
    },
  };
}
