// Builds the whole site into site/ of the project: `npm run site:build`.
//
//   node examples/site/build.mjs [--pages]     --pages: without the API, which takes typedoc its time
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { agreementData } from './build/agreementData.mjs';
import { writeGuides } from './build/guides.mjs';
import { llmsFull, llmsIndex } from './build/llms.mjs';
import { appPage } from './build/pages.mjs';
import { searchEntries } from './build/searchEntries.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const out = join(root, 'site');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
export const agreementIds = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'];

const say = (text) => process.stderr.write(`site: ${text}\n`);

function write(path, text) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

for (const part of [
  'assets',
  'data',
  'guides',
  'performance',
  'conformance',
  'play',
  'examples',
  'clauses',
  'own',
  'search',
])
  rmSync(join(out, part), { recursive: true, force: true });

say('scripts');
for (const temporal of ['native', 'full']) {
  process.env.OFERTA_TEMPORAL = temporal;
  await build({ configFile: join(here, 'vite.config.ts') });
}
copyFileSync(join(out, 'assets/full/style.css'), join(out, 'assets/style.css'));
for (const page of ['main', 'console'])
  write(
    `assets/${page === 'main' ? 'start' : page}.js`,
    `// A browser that has Temporal need not load one.\nimport('Temporal' in globalThis ? './native/${page}.js' : './full/${page}.js');\n`,
  );

say('pages');
write(
  'index.html',
  appPage({ path: '', page: 'home', title: 'oferta: the clauses of an offer agreement, computed', version }),
);
for (const [path, page, title] of [
  ['play/', 'play', 'Try it · oferta'],
  ['examples/', 'account', 'Accounts · oferta'],
  ['clauses/', 'clauses', 'Clauses · oferta'],
  ['own/', 'own', 'Your own agreement · oferta'],
  ['search/', 'search', 'Search · oferta'],
])
  write(`${path}index.html`, appPage({ path, page, title, version }));
const agreements = agreementIds.map((id) => {
  const data = agreementData(root, id);
  write(`data/${id}.json`, JSON.stringify(data.page));
  write(`data/${id}.agreement.json`, `${JSON.stringify(data.document, null, 2)}\n`);
  for (const [folder, page] of [
    ['examples', 'account'],
    ['clauses', 'clauses'],
  ]) {
    const path = `${folder}/${id}/`;
    write(
      `${path}index.html`,
      appPage({ path, page, title: `${data.document.name} · oferta`, version, agreement: id }),
    );
  }
  return { id, ...data };
});
const guides = writeGuides(root, out, version);
for (const name of ['performance.svg'])
  if (existsSync(join(root, 'docs', name))) copyFileSync(join(root, 'docs', name), join(out, 'data', name));

const apiFile = join(out, 'data/api.json');
if (!process.argv.includes('--pages')) {
  say('API');
  const { status } = spawnSync(process.execPath, ['node_modules/typedoc/bin/typedoc', '--json', 'site/data/api.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
const api = existsSync(apiFile) ? JSON.parse(readFileSync(apiFile, 'utf8')) : undefined;
write('data/search.json', JSON.stringify(searchEntries({ root, guides, agreements, api })));
write('llms.txt', llmsIndex(guides));
write('llms-full.txt', llmsFull(guides));
rmSync(apiFile, { force: true });
say('built in site/');
