// Makes a test of every ```ts block in the doc comments of src/, in README.md and in docs/: `tests/documentation/generated/`.
//
//   node tests/documentation/extract.mjs [--root FOLDER] [--out FOLDER]
//
// In a block, `expression // => value` and `expression // throws 'code'` are assertions; the comment stands after the last line of the
// expression, or alone on the line below it. A block must assert something, unless it is fenced as ```ts no-run: then it is type-checked
// and not run, and may `declare` what it uses. A block without imports gets those of the public names it uses, and of the running example
// (runningExample.ts). Line N of a block stays N lines below its marker, so that faults can be traced back.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { publicNames } from './publicNames.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const otherNames = /^(?:typescript|js|javascript|mjs|mts|jsx)$/;

/** Writes the generated tests and `summary.json`: the number of blocks and what is wrong with any. */
export function extract(root, out) {
  const problems = [];
  const known = new Map([...runningExample(), ...publicNames(root)]);
  const blocks = sources(root).flatMap((file) => blocksOf(readFileSync(join(root, file), 'utf8'), file, problems));
  const names = [...new Set(blocks.map(moduleName))];
  const files = names.map((name) => ({
    name,
    text: moduleOf(
      blocks.filter((block) => moduleName(block) === name),
      known,
      problems,
    ),
  }));
  write(out, [
    ...files,
    { name: 'summary.json', text: `${JSON.stringify({ blocks: blocks.length, problems }, null, 2)}\n` },
  ]);
  return { blocks: blocks.length, problems };
}

/** Names that refer to the running example, in blocks without imports. */
function runningExample() {
  const text = readFileSync(join(here, 'runningExample.ts'), 'utf8');
  const from = '../runningExample.js';
  return [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => [
    name,
    { from, name, type: false },
  ]);
}

/** Blocks that run share a module per folder or page, so the imports of one page must agree. A block that does not run has its own module. */
function moduleName({ file, line, run }) {
  const name = file.replaceAll('/', '.');
  if (!run) return `${name}.${line}.ts`;
  return `${file.endsWith('.ts') ? dirname(file).replaceAll('/', '.') : name}.test.ts`;
}

function sources(root) {
  const within = (folder, suffix) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true })
          .map((name) => posix.join(folder, String(name).replaceAll('\\', '/')))
          .filter((name) => name.endsWith(suffix))
          .sort()
      : [];
  return [
    ...(existsSync(join(root, 'README.md')) ? ['README.md'] : []),
    ...within('docs', '.md'),
    ...within('src', '.ts'),
  ];
}

/** The blocks of a file: `{ file, line, title, code, run }`, where `line` is the number of the line with the fence. */
function blocksOf(text, file, problems) {
  const comments = file.endsWith('.ts');
  const blocks = [];
  let title = '';
  let open;
  let unfenced;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1;
    const inside = comments ? /^\s*\*(?!\/) ?(.*)$/.exec(raw)?.[1] : raw;
    if (inside === undefined) {
      if (unfenced !== undefined) problems.push(`${file}:${unfenced}: @example without a \`\`\`ts block`);
      if (open !== undefined) problems.push(`${file}:${open.line}: the block is not closed`);
      [open, unfenced] = [undefined, undefined];
      continue;
    }
    const fence = /^\s*(`{3,})\s*(\S*)\s*(.*?)\s*$/.exec(inside);
    if (open !== undefined) {
      if (fence?.[1] !== open.ticks || fence[2] !== '') open.code.push(inside);
      else {
        if (open.language === 'ts') blocks.push(open);
        else if (otherNames.test(open.language))
          problems.push(`${file}:${open.line}: write \`\`\`ts, blocks in ${open.language} are not run`);
        open = undefined;
      }
    } else if (fence !== null) {
      if (fence[2] === 'ts') unfenced = undefined;
      if (fence[3] !== '' && fence[3] !== 'no-run' && fence[2] === 'ts')
        problems.push(`${file}:${line}: "${fence[3]}" after \`\`\`ts is not known`);
      open = { file, ticks: fence[1], language: fence[2], line, title, code: [], run: fence[3] !== 'no-run' };
    } else if (comments ? inside.startsWith('@example') : inside.startsWith('#')) {
      if (unfenced !== undefined) problems.push(`${file}:${unfenced}: @example without a \`\`\`ts block`);
      title = inside.replace(/^(?:@example|#+)\s*/, '');
      unfenced = comments ? line : undefined;
    } else if (comments && inside.startsWith('@')) {
      if (unfenced !== undefined) problems.push(`${file}:${unfenced}: @example without a \`\`\`ts block`);
      [title, unfenced] = ['', undefined];
    }
  }
  if (open !== undefined) problems.push(`${file}:${open.line}: the block is not closed`);
  return blocks;
}

/** A module of blocks that run, each as a test, or of one that does not. */
function moduleOf(blocks, known, problems) {
  const imports = new Map();
  const bodies = blocks.map((block) => testOf(block, known, imports, problems));
  const lines = [...imports].map(([local, { from, name, type }]) => {
    const what = name === '*' ? `* as ${local}` : `{ ${name === local ? name : `${name} as ${local}`} }`;
    return `import ${type ? 'type ' : ''}${what} from '${from}';`;
  });
  return [
    '// Made by tests/documentation/extract.mjs; not to be edited.',
    "import { refuses as refuses_, same as same_ } from '../expectExample.js';",
    "import { test as test_ } from 'vitest';",
    ...lines,
    ...bodies,
    '',
  ].join('\n');
}

/** One block as a test: a marker line, then its lines, each in its place. */
function testOf({ file, line, title, code, run }, known, imports, problems) {
  const where = `${file}:${line}`;
  const text = code.join('\n');
  const source = ts.createSourceFile('block.ts', text, ts.ScriptTarget.ES2022, true);
  const edits = [];
  const own = importsOf(source, edits);
  for (const [local, wanted] of own) addImport(local, wanted);
  for (const name of usedNames(source)) {
    const wanted = known.get(name);
    if (wanted === undefined || own.has(name)) continue;
    if (own.size === 0) addImport(name, wanted);
    else if (wanted.from.startsWith('oferta')) problems.push(`${where}: "${name}" is used and not imported`);
  }

  let assertions = 0;
  for (const statement of source.statements) assertions += assertion(statement);
  if (run && assertions === 0) problems.push(`${where}: the block asserts nothing`);
  const comments = text.split('\n').filter((row) => /\/\/ (?:=>|throws\b)/.test(row)).length;
  if (run && comments !== assertions)
    problems.push(
      `${where}: ${comments} assertions are written, ${assertions} stand right after an expression at the top of the block`,
    );

  const name = JSON.stringify(`${where}${title === '' ? '' : ` ${title}`}`);
  const body = applied(text, edits);
  return run ? `test_(${name}, async () => { // from ${where}\n${body}\n});` : `// from ${where}\n${body}`;

  function addImport(local, wanted) {
    const there = imports.get(local);
    if (there === undefined) imports.set(local, wanted);
    else if (there.from !== wanted.from || there.name !== wanted.name)
      problems.push(
        `${where}: "${local}" comes from ${wanted.from} here and from ${there.from} in another block of the module`,
      );
    else if (!wanted.type) there.type = false;
  }

  /** Turns a statement with an assertion after it into a check; gives the number of assertions, 0 or 1. */
  function assertion(statement) {
    const end = statement.end - (text[statement.end - 1] === ';' ? 1 : 0);
    const match = /^;?[ \t]*(\n?)[ \t]*\/\/ (=>|throws) ?(.*)/.exec(text.slice(end));
    if (match === null) return 0;
    const [whole, newline, sign, rest] = match;
    const eol = end + whole.length;
    const place = JSON.stringify(`${file}:${line + source.getLineAndCharacterOfPosition(end).line + 1}`);
    const value = rest.trim();
    if (ts.isVariableStatement(statement) && sign === '=>') {
      const [declared, ...more] = statement.declarationList.declarations;
      if (more.length > 0 || !ts.isIdentifier(declared.name)) return 0;
      edits.push({ start: end, end: eol, text: `${newline}; same_(${declared.name.text}, (${value}), ${place});` });
      return 1;
    }
    if (!ts.isExpressionStatement(statement)) return 0;
    const start = statement.getStart(source);
    if (sign === '=>') {
      edits.push(
        { start, end: start, text: 'same_(' },
        { start: end, end: eol, text: `${newline}, (${value}), ${place});` },
      );
    } else {
      if (!/^'[a-z]+(?:-[a-z]+)*'$/.test(value))
        problems.push(`${JSON.parse(place)}: after "throws" stands one code in single quotes`);
      edits.push(
        { start, end: start, text: 'await refuses_(async () => (' },
        { start: end, end: eol, text: `${newline}), ${value}, ${place});` },
      );
    }
    return 1;
  }
}

/** The import statements of a block, to be hoisted: local name to imported name. Their lines are left empty. */
function importsOf(source, edits) {
  const found = new Map();
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    const from = statement.moduleSpecifier.text;
    const clause = statement.importClause;
    const whole = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || clause?.isTypeOnly === true;
    if (clause?.name !== undefined) found.set(clause.name.text, { from, name: 'default', type: whole });
    const bindings = clause?.namedBindings;
    if (bindings !== undefined && ts.isNamespaceImport(bindings))
      found.set(bindings.name.text, { from, name: '*', type: whole });
    if (bindings !== undefined && ts.isNamedImports(bindings))
      for (const { name, propertyName, isTypeOnly } of bindings.elements)
        found.set(name.text, { from, name: (propertyName ?? name).text, type: whole || isTypeOnly });
    const start = statement.getStart(source);
    edits.push({ start, end: statement.end, text: source.text.slice(start, statement.end).replace(/[^\n]/g, '') });
  }
  return found;
}

/** Names a block uses from outside: neither declared in it, nor names of properties. */
function usedNames(source) {
  const used = new Set();
  const declared = new Set();
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const declares =
        (ts.isVariableDeclaration(parent) ||
          ts.isBindingElement(parent) ||
          ts.isParameter(parent) ||
          ts.isFunctionDeclaration(parent)) &&
        parent.name === node;
      const names =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isPropertySignature(parent) && parent.name === node) ||
        (ts.isMethodDeclaration(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      if (declares) declared.add(node.text);
      else if (!names) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // The values of the assertions are code as well, in comments.
  for (const [, value] of source.text.matchAll(/\/\/ => (.*)$/gm))
    for (const name of usedNames(ts.createSourceFile('value.ts', `(${value})`, ts.ScriptTarget.ES2022, true)))
      used.add(name);
  return new Set([...used].filter((name) => !declared.has(name)));
}

function applied(text, edits) {
  let result = text;
  // From the end backwards; of two edits at the same place, the one added first comes first.
  for (const { start, end, text: put } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + put + result.slice(end);
  return result;
}

/** Writes changed files and removes those no longer generated, so that a concurrent reader sees complete files. */
function write(out, files) {
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) if (!files.some((file) => file.name === name)) rmSync(join(out, name));
  for (const { name, text } of files) {
    const path = join(out, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) =>
    process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
  const root = option('--root', join(here, '../..'));
  const { blocks, problems } = extract(root, option('--out', join(here, 'generated')));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stderr.write(`${blocks} blocks in ${relative(process.cwd(), root) || '.'}, ${problems.length} problems\n`);
}
