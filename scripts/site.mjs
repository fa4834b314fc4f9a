// `npm run site`: builds the site if something changed, and serves it until Ctrl-C.
//
// The API pages take typedoc about a minute, so they are built while everything else is served already.
//
//   node scripts/site.mjs [--port 4173] [--build]     --build: builds everything in any case, and exits
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { hashOf, root, run, say, stamped } from './project.mjs';

const inputs = [
  'src',
  'docs',
  'README.md',
  'CHANGELOG.md',
  'package.json',
  'typedoc.json',
  'scripts/typedocLinks.mjs',
  'examples/*/agreement.json',
  'examples/*/agreement.ru.json',
  'examples/*/agreement.kk.json',
  'examples/*/events.json',
  'examples/*/scenarios',
];
const hash = () => hashOf([...inputs, ...siteSources()]);
const pages = stamped('site', hash);
const api = stamped('site-api', hash);

run(process.execPath, ['scripts/build.mjs', '--if-stale']);
if (process.argv.includes('--build')) {
  say('building the site');
  run(process.execPath, ['examples/site/build.mjs']);
  pages.write();
  api.write();
} else {
  if (!pages.isFresh() || !existsSync(join(root, 'site/index.html'))) {
    say('building the pages of the site');
    run(process.execPath, ['examples/site/build.mjs', '--pages']);
    pages.write();
  }
  const { serveSite } = await import('../examples/site/serve.mjs');
  const at = process.argv.indexOf('--port');
  const { address } = await serveSite({ port: at < 0 ? 4173 : Number(process.argv[at + 1]) }).catch(() => serveSite());
  process.stdout.write(`The site: ${address} (Ctrl-C ends it)\n`);
  if (!api.isFresh() || !existsSync(join(root, 'site/api/index.html'))) buildApiInBackground();
}

/** Builds the API pages while the site is served; until then `/api/` says that they are being built. */
function buildApiInBackground() {
  say('building the API pages, which takes about a minute');
  const builder = spawn(process.execPath, ['examples/site/build.mjs', '--api'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  builder.on('exit', (code) => {
    if (code === 0) api.write();
    else say('the API pages could not be built; npm run docs shows why');
  });
  process.on('exit', () => builder.kill());
}

/** The sources of the site, without the output of its tests. */
function siteSources() {
  return ['src', 'build', 'views', 'build.mjs', 'serve.mjs', 'vite.config.ts', 'package.json'].map(
    (name) => `examples/site/${name}`,
  );
}
