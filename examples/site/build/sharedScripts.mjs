// Which modules are loaded together. A bundler makes a file of every set of pages, kinds and pictures that share something, many of them small;
// small files compress badly. Here the pages alone count, so that what most of them need comes in two or three files.
import { build } from 'vite';

/** The pages that answer questions, by the end of the name of their module. */
const pages = ['pages/HomePage', 'pages/PlayPage', 'pages/AccountPage', 'pages/ClausesPage'];

/** What the page of the questions loads as soon as it has shown its answers. */
const explanations = 'play/Explanations';

/**
 * The file of each shared module, by its name: found by a first build that is not written.
 *
 * @param {import('vite').InlineConfig} config
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function sharedScripts(config) {
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    await build({ ...config, build: { write: false } })
  );
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  /** @type {Map<string, Set<string>>} */
  const pagesOf = new Map();
  const start = loadedWith(chunks, ({ isEntry, name }) => isEntry && name === 'main');
  for (const page of [...pages, explanations]) {
    const modules = loadedWith(chunks, ({ facadeModuleId }) => facadeModuleId?.endsWith(`/${page}.tsx`) ?? false);
    if (modules.size === 0) throw new Error(`the scripts of the site have no page ${page}`);
    for (const module of modules)
      if (!start.has(module)) pagesOf.set(module, (pagesOf.get(module) ?? new Set()).add(page));
  }
  const files = new Map();
  for (const [module, own] of pagesOf) {
    const file = fileOf(own);
    if (file !== undefined) files.set(module, file);
  }
  return files;
}

/** The file of a module that some pages load, if it is a shared one. */
function fileOf(users) {
  const own = new Set([...users].filter((user) => user !== explanations));
  const [play, clauses] = [own.has('pages/PlayPage'), own.has('pages/ClausesPage')];
  if (own.has('pages/HomePage') && own.size > 1) return 'sums';
  if (own.size === 3) return 'answers';
  if (play && own.size === 2 && !clauses) return 'fields';
  if (play) return 'questions';
  return users.has(explanations) ? 'explanations' : undefined;
}

/** The modules of a chunk and of all that it imports at once. */
function loadedWith(chunks, isFirst) {
  const modules = new Set();
  const met = new Set();
  const meet = (name) => {
    const chunk = chunks.get(name);
    if (chunk === undefined || met.has(name)) return;
    met.add(name);
    for (const module of Object.keys(chunk.modules)) modules.add(module);
    for (const other of chunk.imports) meet(other);
  };
  for (const [name, chunk] of chunks) if (isFirst(chunk)) meet(name);
  return modules;
}
