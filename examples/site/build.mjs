// Builds the whole site into site/ of the project: `npm run site:build`.
//
//   node examples/site/build.mjs [--pages | --api]
//     --pages: without the API, which takes typedoc about a minute
//     --api: the API and the search, in addition to pages that were built before
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { agreementData } from './build/agreementData.mjs';
import { guidesOf, writeGuides } from './build/guides.mjs';
import { llmsFull, llmsIndex } from './build/llms.mjs';
import { appPage } from './build/pages.mjs';
import { searchEntries } from './build/searchEntries.mjs';
import { sharedScripts } from './build/sharedScripts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const out = join(root, 'site');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
export const agreementIds = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'];

const [only] = process.argv.slice(2).filter((word) => word.startsWith('--'));
// What typedoc found, stored for the search of pages that are built without it.
const apiFile = join(root, 'node_modules/.setup/api.json');

const say = (text) => process.stderr.write(`site: ${text}\n`);

function write(path, text) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (only !== '--api') await buildPages();
if (only !== '--pages') buildApi();
writeSearch();
writeServiceWorker();
say('built in site/');

async function buildPages() {
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
    const configFile = join(here, 'vite.config.ts');
    const files = await sharedScripts({ configFile });
    const groups = [
      { debugName: 'shared', name: (module) => files.get(module) ?? null, includeDependenciesRecursively: false },
    ];
    await build({ configFile, build: { rolldownOptions: { output: { codeSplitting: { groups } } } } });
  }
  copyFileSync(join(out, 'assets/full/style.css'), join(out, 'assets/style.css'));
  for (const page of ['main', 'console', 'frame'])
    write(
      `assets/${page === 'main' ? 'start' : page}.js`,
      `// A browser that has Temporal need not load one.
import('Temporal' in globalThis ? './native/${page}.js' : './full/${page}.js');
// Without a network the site works from what the service worker kept.
if ('serviceWorker' in navigator)
  addEventListener('load', () => navigator.serviceWorker.register(new URL('../sw.js', import.meta.url)).catch(() => undefined));
`,
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
  for (const id of agreementIds) {
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
  }
  write('data/new.agreement.json', newAgreement());
  const guides = writeGuides(root, out, version);
  for (const name of ['performance.svg'])
    if (existsSync(join(root, 'docs', name))) copyFileSync(join(root, 'docs', name), join(out, 'data', name));

  write('llms.txt', llmsIndex(guides));
  write('llms-full.txt', llmsFull(guides));
}

/** The small agreement that `oferta new` writes. */
function newAgreement() {
  const folder = mkdtempSync(join(tmpdir(), 'oferta-new-'));
  try {
    execFileSync(process.execPath, [join(root, 'dist/cli/oferta.js'), 'new', join(folder, 'agreement')], {
      stdio: 'ignore',
    });
    return readFileSync(join(folder, 'agreement/agreement.json'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function buildApi() {
  say('API');
  mkdirSync(dirname(apiFile), { recursive: true });
  const { status } = spawnSync(process.execPath, ['node_modules/typedoc/bin/typedoc', '--json', apiFile], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

function writeSearch() {
  const agreements = agreementIds.map((id) => ({ id, ...agreementData(root, id) }));
  const api = existsSync(apiFile) ? JSON.parse(readFileSync(apiFile, 'utf8')) : undefined;
  write('data/search.json', JSON.stringify(searchEntries({ guides: guidesOf(root), agreements, api })));
}

/** Makes the site work without a network: caches its pages and their data, and pages of the API as they are visited. */
function writeServiceWorker() {
  const kept = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/^(?:api|sw\.js)(?:\/|$)|manifest\.json$|^llms/.test(name) && statSync(join(out, name)).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const name of kept) hash.update(name).update(readFileSync(join(out, name)));
  const addresses = kept.map((name) => name.replace(/(^|\/)index\.html$/, '$1') || './');
  const source = readFileSync(join(here, 'build/serviceWorker.js'), 'utf8');
  write(
    'sw.js',
    source
      .replace("'VERSION'", JSON.stringify(hash.digest('hex').slice(0, 16)))
      .replace("['FILES']", JSON.stringify(addresses)),
  );
}
