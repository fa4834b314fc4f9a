// One run of some tests of the bundle, in a process of its own:  node child.mjs BUNDLE ORDER   (a file of JSON; it says where the answer goes)
//
// Without an active mutant it is the dry run: every test, with the mutants each of them reaches. With one it ends at the first test that fails.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const order = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const wanted = order.testFilter === undefined ? undefined : new Set(order.testFilter);
const dry = order.activeMutant === undefined;

// The name under which Stryker's instrumented sources look for what is active, and count what they reach.
const stryker = { activeMutant: order.activeMutant };
globalThis.__stryker__ = stryker;
if (!dry) {
  stryker.hitCount = 0;
  stryker.hitLimit = order.hitLimit;
}

const tests = [];
const { files, runTests } = await import(pathToFileURL(process.argv[2]).href).catch((error) =>
  answer({ file: order.files[0], message: textOf(error) }),
);

const config = {
  root: process.cwd(),
  setupFiles: [],
  name: undefined,
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

const runner = {
  config,
  pool: 'forks',
  importFile: (file) => files[file.slice(config.root.length + 1)](),
  onCollected(collected) {
    for (const { tasks } of collected) for (const task of tasks) choose(task);
  },
  onBeforeTryTask(test) {
    stryker.currentTestId = idOf(test);
  },
  onAfterRunTask(test) {
    stryker.currentTestId = undefined;
    report(test);
  },
  onAfterRunSuite(suite) {
    // A file that cannot be loaded, or a hook that fails.
    if (suite.result?.state === 'fail' && suite.result.errors?.length > 0)
      answer({ file: nameOf(suite.file), message: textOf(suite.result.errors[0]) });
  },
};

for (const file of order.files) {
  const [ran] = await runTests([`${config.root}/${file}`], runner);
  if (ran.result?.state === 'fail' && ran.result.errors?.length > 0)
    answer({ file, message: textOf(ran.result.errors[0]) });
}
answer();

/** Skips what was not asked for. */
function choose(task) {
  if (task.type === 'suite') for (const inner of task.tasks) choose(inner);
  else if (wanted !== undefined && task.mode === 'run' && !wanted.has(idOf(task))) task.mode = 'skip';
}

function report(test) {
  const { state, duration = 0, errors = [] } = test.result ?? {};
  if (state !== 'pass' && state !== 'fail') return;
  const id = idOf(test);
  tests.push({
    id,
    name: id.slice(id.indexOf('#') + 1),
    fileName: `${config.root}/${nameOf(test.file)}`,
    timeSpentMs: Math.round(duration),
    status: state === 'pass' ? 0 : 1,
    ...(state === 'fail' ? { failureMessage: textOf(errors[0]) } : {}),
  });
  if (state === 'fail' && !dry) answer();
}

function nameOf({ filepath }) {
  return filepath.slice(config.root.length + 1);
}

function idOf(test) {
  const names = [test.name];
  for (let suite = test.suite; suite !== undefined && suite !== test.file; suite = suite.suite)
    names.unshift(suite.name);
  return `${nameOf(test.file)}#${names.join(' ').trim()}`;
}

function textOf(error) {
  return String(error?.message ?? error).slice(0, 500);
}

function answer(failedToLoad) {
  const coverage = dry ? stryker.mutantCoverage : undefined;
  const { user, system } = process.cpuUsage();
  const processorTime = (user + system) / 1000;
  writeFileSync(order.answer, JSON.stringify({ tests, failedToLoad, hits: stryker.hitCount, coverage, processorTime }));
  process.exit(0);
}
