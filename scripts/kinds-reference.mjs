// Writes docs/reference/kinds.md from the kinds themselves: their arguments, the fields of their answers, the first sentences of their comments,
// the files that define them, the primitives they call, and an example computation of each with its answer. A test fails if the page is out of date.
//
//   node scripts/kinds-reference.mjs
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { publicNames } from '../tests/documentation/publicNames.mjs';
import { taken, written } from './kindsExamples.mjs';
import { root } from './project.mjs';

export const page = 'docs/reference/kinds.md';

/** The page, generated from the given parts of the library. */
export function kindsPage(library) {
  const { kinds } = library;
  const described = descriptions([...kinds.keys()]);
  const entries = [...kinds.values()].map((kind) => entryOf(kind, described.get(kind.kind), library));
  const groups = ['Sums', 'Days and instants', 'Yes or no', 'Counts, words and formulas'].map((name) => ({
    name,
    entries: entries.filter(({ group }) => group === name).sort((a, b) => (a.title < b.title ? -1 : 1)),
  }));
  return [
    '# Kinds of computation',
    '',
    '<!-- written by scripts/kinds-reference.mjs -->',
    '',
    'A computation of an agreement is one kind with its arguments, or a formula ([how it is written](../guides/agreements-as-data.md)). Each kind below has',
    'its arguments, the fields of its answer, and a computation with the answer for one case; all of it is written from the code, and every answer is',
    'computed. A shape is written as in `facts`. A reference without a field is to the first one of the answer.',
    '',
    ...groups.flatMap(({ name, entries: own }) => [
      `| ${name} | |`,
      '|---|---|',
      ...own.map(({ title, anchor, about }) => `| [${title}](#${anchor}) | ${about} |`),
      '',
    ]),
    ...groups.flatMap(({ name, entries: own }) => [`## ${name}`, '', ...own.flatMap(({ lines }) => lines)]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

function entryOf(kind, { about, file, primitives }, library) {
  const { snippet, source, facts, answer } = caseOf(kind.kind, library);
  // The inputs and outputs of a formula depend on its expression.
  const gives = kind.kind === 'formula' ? [] : Object.entries(kind.gives);
  const lines = [
    `### \`${kind.kind}\``,
    '',
    ...[
      about,
      primitiveText(primitives),
      `Code: \`${file}\`.`,
      kind.countsLimit ? 'It counts a limit, so its computation also needs `counts`.' : '',
    ]
      .filter((text) => text !== '')
      .join(' ')
      .split('\n'),
    '',
    ...argumentLines(kind, library.shortKinds[kind.kind]),
    ...(gives.length > 0
      ? [`Gives ${gives.map(([name, shape]) => `\`${name}\` (${shapeText(shape)})`).join(', ')}.`, '']
      : ['Gives `value`, in the shape that the expression has.', '']),
    '```json',
    snippet,
    '```',
    '',
    `${source} For`,
    '',
    '```json',
    facts,
    '```',
    '',
    `it gives ${answer}.`,
    '',
  ];
  return {
    title: `\`${kind.kind}\``,
    anchor: kind.kind.toLowerCase(),
    about,
    group: groupOf(kind),
    lines,
  };
}

function groupOf({ kind, gives }) {
  const [first] = Object.values(gives);
  if (kind === 'formula' || first === undefined) return 'Counts, words and formulas';
  // `complete` and `given` accompany a day, which is the actual answer.
  const types = Object.values(gives).map(({ type }) => type);
  if (first.type === 'money' || (first.type === 'list' && first.of.type === 'money')) return 'Sums';
  if (first.type === 'day' || first.type === 'instant') return 'Days and instants';
  if (first.type === 'flag') return 'Yes or no';
  return types.includes('day') ? 'Days and instants' : 'Counts, words and formulas';
}

function argumentLines({ kind, takes, named }, list) {
  const all = kind === 'formula' ? [] : Object.entries(takes.fields);
  if (list !== undefined) {
    const { [named.by]: _, ...others } = takes.fields[list].of.fields;
    const [value] = Object.values(others);
    return [`Takes a record of names, each with a value: ${shapeText(value)}.`, ''];
  }
  if (all.length === 0) return [];
  return [
    '| Argument | Shape | |',
    '|---|---|---|',
    ...all.map(([name, shape]) => {
      const notes = [
        takes.optional?.includes(name) ? 'may be left out' : '',
        named?.list === name ? `also as a record by \`${named.by}\`` : '',
      ].filter((note) => note !== '');
      return `| \`${name}\` | ${shapeText(shape)} | ${notes.join('; ')} |`;
    }),
    '',
  ];
}

/** A shape in the notation of `facts`; a bar would end the table cell. */
function shapeText(shape) {
  return `\`${spaced(writtenShape(shape)).replaceAll('|', '\\|')}\``;
}

function writtenShape(shape) {
  switch (shape.type) {
    case 'list':
      return [writtenShape(shape.of)];
    case 'record':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, field]) => [
          shape.optional?.includes(name) ? `${name}?` : name,
          writtenShape(field),
        ]),
      );
    case 'count':
      return shape.unit === undefined ? 'count' : `count of ${shape.unit}`;
    case 'text':
      return shape.oneOf === undefined ? 'text' : shape.oneOf.join(' | ');
    default:
      return shape.type;
  }
}

/** The example computation of a kind, with its facts and its answer. */
export function caseOf(kind, library) {
  const { evaluate, formatDocument } = library;
  const own = Object.hasOwn(taken, kind) ? taken[kind] : undefined;
  const here = Object.hasOwn(written, kind) ? written[kind] : undefined;
  if ((own === undefined) === (here === undefined))
    throw new Error(`${kind} needs one example in scripts/kindsExamples.mjs, taken from an agreement or written there`);
  const address = own?.of[1] ?? here.shows;
  const facts = own?.facts ?? here.case;
  const { document, agreement } =
    own === undefined ? defined(smallAgreement(here), library) : exampleOf(own.of[0], library);
  const computation = agreement.computations.get(address)?.computation;
  if (computation?.kind !== kind)
    throw new Error(`${address} of ${document.id} is no ${kind}, but ${computation?.kind}`);
  const { value } = JSON.parse(JSON.stringify(evaluate(agreement, address, facts)));
  const slash = address.lastIndexOf('/');
  const [ref, name] = [address.slice(0, slash), address.slice(slash + 1)];
  const { [name]: shown } = document.clauses[ref];
  return {
    value,
    snippet: formatDocument({ [name]: shown })
      .split('\n')
      .slice(1, -2)
      .map((line) => line.slice(2))
      .join('\n'),
    source:
      own === undefined ? 'Written for this page.' : `Clause ${ref} of [${document.name}](../clauses/${own.of[0]}.md).`,
    facts: inLine(facts, formatDocument),
    answer: Object.entries(value)
      .map(([field, part]) => `\`${field}\` ${plainText(part)}`)
      .join(', '),
  };
}

/** Example agreements already defined, by library. */
const examples = new WeakMap();

function exampleOf(name, library) {
  const known = examples.get(library) ?? new Map();
  examples.set(library, known);
  if (!known.has(name))
    known.set(name, defined(JSON.parse(readFileSync(join(root, 'examples', name, 'agreement.json'), 'utf8')), library));
  return known.get(name);
}

function defined(document, { defineAgreement, calendars }) {
  return { document, agreement: defineAgreement(document, { calendars }) };
}

function smallAgreement({ facts, clauses }) {
  return {
    format: 2,
    id: 'small',
    edition: '2026-01-01',
    language: 'en',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    facts,
    clauses,
    tables: {},
    readings: {},
    events: {},
    postings: {},
  };
}

/** JSON with spaces; each field on its own line if a single line would be too long. */
function inLine(facts, formatDocument) {
  const fields = Object.entries(facts).map(([name, value]) => `${JSON.stringify(name)}: ${spaced(value)}`);
  const line = `{ ${fields.join(', ')} }`;
  return line.length <= 120 ? line : formatDocument(facts).trimEnd();
}

function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${JSON.stringify(name)}: ${spaced(part)}`)
    .join(', ')} }`;
}

/** A value of an answer, for a sentence. */
function plainText(value) {
  if (typeof value === 'object' && value !== null && 'amount' in value) return `${value.amount} ${value.currency}`;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `[${value.map(plainText).join(', ')}]`;
  return String(value);
}

function primitiveText(primitives) {
  if (primitives.length === 0) return 'The kind computes it itself.';
  return `${primitives.length === 1 ? 'Primitive' : 'Primitives'}: ${primitives.map(linked).join(', ')}.`;
}

/** The name with a link to the page of its family. */
function linked({ name, family }) {
  const page = { time: 'concepts/dates', money: 'concepts/money' }[family] ?? `families/${family}`;
  if (!existsSync(join(root, `docs/${page}.md`))) throw new Error(`${name}: there is no docs/${page}.md`);
  return `[\`${name}\`](../${page}.md)`;
}

/** The comment of each kind, its file, and the public functions that it calls. */
function descriptions(names) {
  const folder = join(root, 'src/agreement/kinds');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('Kind.ts') || file.endsWith('Kinds.ts'))
    .map((file) => join(folder, file));
  const known = publicNames(root);
  const found = new Map();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    const locals = topLevel(source);
    for (const [name, { statement, node }] of locals) {
      const kind = kindNamed(node, names);
      if (!name.endsWith('Kind') || kind === undefined) continue;
      const about = commentOf(statement, source);
      if (about === '') throw new Error(`${file}: ${name} says nothing of itself`);
      found.set(kind, {
        about,
        file: `src/agreement/kinds/${basename(file)}`,
        primitives: primitivesOf(kind, calledFrom(node, locals), importsOf(source), known),
      });
    }
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`no source was found of ${missing.join(', ')}`);
  return found;
}

/** The functions and constants of a file by name. */
function topLevel(source) {
  const found = new Map();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name)
      found.set(statement.name.text, { statement, node: statement });
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        if (ts.isIdentifier(declaration.name) && declaration.initializer)
          found.set(declaration.name.text, { statement, node: declaration.initializer });
  }
  return found;
}

/** The kind that a constant defines: `{ kind: 'deadline', … }`, or a call whose first argument is its name. */
function kindNamed(node, names) {
  const text = ts.isCallExpression(node)
    ? node.arguments[0]
    : ts.isObjectLiteralExpression(node)
      ? node.properties.find((property) => property.name?.getText() === 'kind')?.initializer
      : undefined;
  return text !== undefined && ts.isStringLiteral(text) && names.includes(text.text) ? text.text : undefined;
}

/** The comment above a statement, on one line. */
function commentOf(statement, source) {
  const comment = ts.getJSDocCommentsAndTags(statement).findLast((part) => ts.isJSDoc(part));
  return comment === undefined
    ? ''
    : comment
        .getText(source)
        .replace(/^\/\*\*|\*\/$/g, '')
        .replace(/\s*\n\s*\* ?/g, ' ')
        .trim();
}

/**
 * The names used to compute the answer of a kind, directly and through functions of its file; its explanations do not
 * count.
 */
function calledFrom(node, locals) {
  const used = new Set();
  const visit = (part) => {
    if (ts.isMethodDeclaration(part) && part.name.getText() === 'steps') return;
    if (ts.isIdentifier(part) && !used.has(part.text)) {
      used.add(part.text);
      const local = locals.get(part.text);
      if (local !== undefined) visit(local.node);
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return used;
}

/** The imports of a file from outside the agreement layer: the local name, and that of the module. */
function importsOf(source) {
  return new Map(
    source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
      const from = statement.moduleSpecifier.text;
      const bindings = statement.importClause?.namedBindings;
      if (!from.startsWith('../../') || bindings === undefined || !ts.isNamedImports(bindings)) return [];
      return bindings.elements.map(({ name, propertyName }) => [
        name.text,
        { name: (propertyName ?? name).text, family: from.split('/')[2] },
      ]);
    }),
  );
}

/**
 * The primitive with the same name as the kind, otherwise the public functions it calls; plain arithmetic only if there
 * is nothing else.
 */
function primitivesOf(kind, used, imports, known) {
  const called = [...used].flatMap((name) => {
    const imported = imports.get(name);
    const real = imported === undefined ? undefined : known.get(imported.name);
    return real?.from === 'oferta' && !real.type && imported.family !== 'errors' ? [imported] : [];
  });
  const own = called.find(({ name }) => name === kind);
  if (own !== undefined) return [own];
  const beyond = called.filter(({ family }) => family !== 'money');
  return beyond.length > 0 ? beyond : called;
}

/** The parts of the library, built from the current sources. */
async function libraryFromSources() {
  const folder = mkdtempSync(join(root, 'node_modules/.kinds-'));
  try {
    const outfile = join(folder, 'library.mjs');
    const parts = ['agreement/kinds/index', 'agreement/language/shortKinds', 'agreement/language/formatDocument'];
    const more = ['agreement/model/defineAgreement', 'agreement/evaluate/evaluate', 'calendars/kz', 'calendars/ru'];
    const contents = [...parts, ...more].map((name) => `export * from './src/${name}.ts';`).join('\n');
    buildSync({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      packages: 'external',
      conditions: ['oferta-source'],
      format: 'esm',
      logLevel: 'error',
    });
    const { kz, ru, ...library } = await import(pathToFileURL(outfile).href);
    return { ...library, calendars: [kz, ru] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, page);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, kindsPage(await libraryFromSources()));
}
