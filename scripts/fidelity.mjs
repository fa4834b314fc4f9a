// Compares the example agreements with their texts, and changes every figure of the texts to see whether the figures alone detect it.
//
//   node scripts/fidelity.mjs --texts FOLDER [--mutations N] [--seed N]
//
// The texts are not part of the project: FOLDER (or the variable OFERTA_TEXTS) has one file for each agreement whose name starts with the
// folder of the example. Without it, the script says so and does nothing. Exit code 1 for a finding, or if less than 99 % of the changes are detected.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { root } from './project.mjs';

const { values } = parseArgs({
  options: { texts: { type: 'string' }, mutations: { type: 'string' }, seed: { type: 'string' } },
});
const texts = values.texts ?? process.env['OFERTA_TEXTS'];
if (texts === undefined || !existsSync(texts)) {
  console.log('fidelity: skipped, the texts of the agreements are not here (--texts FOLDER)');
  process.exit(0);
}
const changesEach = Number(values.mutations ?? 10);
const seed = Number(values.seed ?? 17);

const checkFidelity = await loaded('src/fidelity/checkFidelity.ts', 'checkFidelity');
const textClauses = await loaded('src/fidelity/textClauses.ts', 'textClauses');
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Number words by language, each with others of the same form. */
const otherWords = Object.fromEntries(
  Object.entries({
    en: [['one', 'two', 'three', 'five', 'seven', 'ten', 'fourteen', 'twenty', 'thirty', 'sixty']],
    ru: [
      ['двух', 'трёх', 'пяти', 'десяти', 'двенадцати', 'четырнадцати', 'тридцати', 'шестидесяти'],
      ['два', 'три', 'пять', 'десять', 'двенадцать', 'тридцать'],
      ['одного', 'трёх', 'пяти'],
    ],
    kk: [['бір', 'екі', 'үш', 'бес', 'он', 'отыз']],
  }).map(([language, groups]) => [
    language,
    Object.fromEntries(groups.flatMap((group) => group.map((word) => [word, group]))),
  ]),
);

let failed = false;
const all = { tried: 0, caught: 0, words: 0, wordsCaught: 0 };
for (const example of readdirSync(join(root, 'examples'), { withFileTypes: true })) {
  if (!example.isDirectory()) continue;
  const read = (name) => JSON.parse(readFileSync(join(root, 'examples', example.name, name), 'utf8'));
  const file = readdirSync(texts).find((name) => name.startsWith(example.name));
  if (file === undefined || !existsSync(join(root, 'examples', example.name, 'agreement.fidelity.json'))) {
    console.log(`${example.name}: skipped, its text is not here`);
    continue;
  }
  const [document, record] = [read('agreement.json'), read('agreement.fidelity.json')];
  const text = readFileSync(join(texts, file), 'utf8');
  const { findings } = checkFidelity({ document, record, text, sha256 });
  for (const { clause, code, figure = '' } of findings)
    console.log(`${example.name}: clause ${clause}: ${code} ${figure}`);
  failed ||= findings.length > 0;
  const counted = mutations({ document, record, text });
  for (const name of Object.keys(all)) all[name] += counted[name];
  const { tried, caught, words, wordsCaught } = counted;
  console.log(
    `${example.name}: ${findings.length} findings, ${caught} of ${tried} changed digits and ${wordsCaught} of ${words} changed words found`,
  );
}
const share = (all.caught + all.wordsCaught) / (all.tried + all.words);
console.log(
  `${all.caught} of ${all.tried} changed digits, ${all.wordsCaught} of ${all.words} changed words: ${(share * 100).toFixed(2)} %, seed ${seed}`,
);
process.exitCode = failed || !(share >= 0.99) ? 1 : 0;

/**
 * Changes each number of the clauses several times and checks only the changed clause, ignoring its digest. Sections
 * that name the parties are recorded only as a digest and are skipped.
 */
function mutations({ document, record, text }) {
  const random = seeded(seed);
  const counted = { tried: 0, caught: 0, words: 0, wordsCaught: 0 };
  const { language } = record;
  const clauses = Object.keys(document.clauses);
  for (const [clause, own] of textClauses(text, { clauses, language, languages: document.text.languages })) {
    if (isDetails(document, clause)) continue;
    const only = {
      document: {
        ...document,
        text: { languages: [language], governing: language },
        clauses: clause in document.clauses ? { [clause]: document.clauses[clause] } : {},
      },
      record: { ...record, clauses: { [clause]: record.clauses[clause] }, accepted: [] },
    };
    const asked = (words) => {
      const [, section, item] = /^(\d+)\((\d+)\)$/.exec(clause) ?? [];
      const numbered = item === undefined ? `${clause}. ${words}` : `${section}.\n${item}) ${words}`;
      const whole = clause === 'preamble' ? words : numbered;
      return checkFidelity({ ...only, text: whole, sha256, digests: false }).findings.filter(
        (finding) =>
          finding.clause === clause && (finding.code === 'figure-changed' || finding.code === 'words-differ'),
      );
    };
    const before = asked(own).length;
    for (const { at, length, isWord } of places(own, language))
      for (let turn = 0; turn < changesEach; turn += 1) {
        const old = own.slice(at, at + length);
        const changed = isWord ? otherWord(old, language, random) : otherDigits(old, random);
        const isFound = asked(`${own.slice(0, at)}${changed}${own.slice(at + length)}`).length > before;
        counted[isWord ? 'words' : 'tried'] += 1;
        if (isFound) counted[isWord ? 'wordsCaught' : 'caught'] += 1;
        else console.log(`  not found in clause ${clause}: ${old} → ${changed}`);
      }
  }
  return counted;
}

function isDetails({ clauses }, clause) {
  return clause !== 'preamble' && (clauses[clause] === undefined || clauses[clause].text === 'details');
}

/** Numbers in digits, except identification and telephone numbers; and number words before a unit. */
function places(text, language) {
  const found = [];
  for (const match of text.matchAll(/\d+/g)) {
    const around = text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 20);
    if (match[0].length >= 9 || /\d[\d ()-]{9,}\d/.test(around)) continue;
    found.push({ at: match.index, length: match[0].length, isWord: false });
  }
  const units = {
    en: '(?:calendar |working |business |banking )?(?:day|month|year|hour|week)',
    ru: '(?:календарн|рабоч|банковск|дн|месяц|год|час|тенге|процент)',
    kk: '(?:күн|ай|жыл|сағат|пайыз)',
  };
  const words = Object.keys(otherWords[language]).join('|');
  const pattern = new RegExp(
    `(?<=^|[\\s(])(?:${words})(?=\\)?\\s+(?:\\([^)]*\\)\\s*)?${units[language]}|\\)\\s*${units[language]})`,
    'gimu',
  );
  for (const match of text.matchAll(pattern)) found.push({ at: match.index, length: match[0].length, isWord: true });
  return found;
}

function otherDigits(digits, random) {
  const at = Math.floor(random() * digits.length);
  const digit = (Number(digits[at]) + 1 + Math.floor(random() * 9)) % 10;
  return `${digits.slice(0, at)}${at === 0 && digit === 0 && digits.length > 1 ? 9 - Number(digits[at]) || 5 : digit}${digits.slice(at + 1)}`;
}

function otherWord(word, language, random) {
  const group = otherWords[language][word.toLowerCase()].filter((other) => other !== word.toLowerCase());
  return group[Math.floor(random() * group.length)];
}

function seeded(start) {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function loaded(entry, name) {
  const folder = mkdtempSync(join(root, 'node_modules/.fidelity-'));
  try {
    const outfile = join(folder, 'fidelity.mjs');
    const conditions = ['oferta-source'];
    buildSync({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      conditions,
      logLevel: 'error',
    });
    return (await import(pathToFileURL(outfile).href))[name];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
