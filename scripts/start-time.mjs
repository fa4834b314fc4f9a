// Startup time: of an import, compared with an empty module, and of the first lookup in a working calendar. Each figure is
// the median of fresh processes that run alternately. Needs a build.
//
//   node scripts/start-time.mjs [--write] [--rounds N]     --write: into docs/size.md; exit 1 if a goal is missed
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './project.mjs';
import { writeInPage } from './sizePage.mjs';

const { values: asked } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '15' } },
});
const rounds = Number(asked.rounds);
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([entry]) => `oferta${entry.slice(1)}`);

/** The code with which a program measures itself: it prints CPU time and wall clock time in milliseconds. */
const clock = `
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const timed = async (work) => {
    const [cpu, wall] = [used(), performance.now()];
    await work();
    console.log(JSON.stringify([used() - cpu, performance.now() - wall]));
  };`;

const folder = mkdtempSync(join(os.tmpdir(), 'oferta-start-'));
const empty = join(folder, 'empty.mjs');
writeFileSync(empty, '');
const programs = new Map([['', importing(pathToFileURL(empty).href)]]);
for (const entry of entries) programs.set(entry, importing(entry));
for (const id of ['kz', 'ru']) programs.set(id, asking(id));

const times = new Map([...programs.keys()].map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1)
  for (const [name, program] of programs) times.get(name).push(timesOf(program));
rmSync(folder, { recursive: true });

const base = medians('');
const figures = [
  ...entries.map((entry) => {
    const [cpu, wall] = medians(entry).map((time, at) => time - base[at]);
    return { name: `import \`${entry}\``, cpu, wall, goal: entry === 'oferta' ? 40 : undefined };
  }),
  ...['kz', 'ru'].map((id) => {
    const [cpu, wall] = medians(id);
    return { name: `first question to \`${id}\``, cpu, wall, goal: 2 };
  }),
];

for (const { name, cpu, wall, goal } of figures) {
  // CPU time includes the work of V8 on other threads, wall clock time that of other programs: the smaller is closer to
  // the actual wait.
  const missed = Math.min(cpu, wall) > goal;
  const verdict = goal === undefined ? '' : `${missed ? 'MISSED' : 'within'} ${goal} ms`;
  if (missed) process.exitCode = 1;
  process.stdout.write(`${shown(cpu)} ms CPU ${shown(wall)} ms  ${name.replaceAll('`', '').padEnd(28)} ${verdict}\n`);
}
if (asked.write) {
  const machine = `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${process.platform} ${process.arch}`;
  const lines = figures.map(
    ({ name, cpu, wall, goal }) =>
      `| ${name} | ${shown(cpu).trim()} | ${shown(wall).trim()} | ${goal === undefined ? '' : `${goal} ms`} |`,
  );
  writeInPage(
    'times',
    [
      `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${machine}; medians of ${rounds}.`,
      ['| | CPU, ms | wall clock, ms | at most |', '| --- | ---: | ---: | ---: |', ...lines].join('\n'),
    ].join('\n\n'),
  );
}

function importing(specifier) {
  return `${clock} await timed(() => import(${JSON.stringify(specifier)}));`;
}

function asking(id) {
  return `${clock}
    import { isWorkingDay } from 'oferta';
    import { ${id} } from 'oferta/calendars/${id}';
    await timed(() => isWorkingDay('2026-03-24', ${id}));`;
}

function timesOf(program) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function medians(name) {
  return [0, 1].map((at) => {
    const sorted = times
      .get(name)
      .map((pair) => pair[at])
      .sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  });
}

function shown(time) {
  return time.toFixed(time < 10 ? 2 : 1).padStart(5);
}
