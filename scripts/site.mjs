// `npm run site`: builds the site if something changed, and serves it until Ctrl-C.
//
//   node scripts/site.mjs [--port 4173] [--build]     --build: builds it in any case, and exits
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
const stamp = stamped('site', () => hashOf([...inputs, ...siteSources()]));
const isBuildAlone = process.argv.includes('--build');

if (isBuildAlone || !stamp.isFresh() || !existsSync(join(root, 'site/index.html'))) {
  say('building the site');
  run(process.execPath, ['examples/site/build.mjs']);
  stamp.write();
}
if (!isBuildAlone) {
  const { serveSite } = await import('../examples/site/serve.mjs');
  const at = process.argv.indexOf('--port');
  const { address } = await serveSite({ port: at < 0 ? 4173 : Number(process.argv[at + 1]) }).catch(() => serveSite());
  process.stdout.write(`The site: ${address} (Ctrl-C ends it)\n`);
}

/** The sources of the site, without the output of its tests. */
function siteSources() {
  return ['src', 'build', 'views', 'build.mjs', 'serve.mjs', 'vite.config.ts', 'package.json'].map(
    (name) => `examples/site/${name}`,
  );
}
