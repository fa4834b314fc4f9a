import { givesOf } from '../kinds/givesOf.js';
import { kinds } from '../kinds/index.js';
import type { AgreementData } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ValueShape } from '../model/value.js';
import { positionsOf } from './positions.js';
import type { WarningList } from './warningList.js';

type Words = Readonly<Record<string, string>>;

/**
 * Words that a reader would miss: a code without a word although others have one, words that are missing in some
 * language, and words for unused codes. @internal
 */
export function wordWarnings(agreement: Agreement, warnings: WarningList): void {
  const { data } = agreement;
  const texts = textsOf(data);
  const languages = [...new Set(texts.flatMap(([, words]) => Object.keys(words)))];
  for (const language of languages)
    if (!isLanguage(language))
      warnings.add('language', 'language-unknown', language, 'the code of a language: en, ru, kk');
  for (const [path, words] of texts) {
    const missing = languages.filter((language) => !Object.hasOwn(words, language));
    if (missing.length > 0)
      warnings.add(path, 'word-missing', Object.values(words)[0] ?? 'nothing', `the same in ${missing.join(' and ')}`);
  }
  if (data.words === undefined) return;
  const words = data.words;
  const positions = positionsOf(agreement);
  const codes = new Map(positions.flatMap((position) => codesOf(position.data)));
  const clauses = new Set(data.clauses.map(({ ref }) => ref));
  // A clause number needs no word.
  for (const [code, path] of codes)
    if (!Object.hasOwn(words, code) && !clauses.has(code))
      warnings.add(path, 'word-missing', code, 'a word for it in the words of the agreement');
  const used = new Set<string>();
  for (const position of positions) collect([position.data.facts, position.data.events, position.data.clauses], used);
  for (const position of positions) collect([position.data.tables, position.data.postings, data.currencies], used);
  for (const { computes = [] } of data.clauses)
    for (const computation of computes)
      for (const shape of Object.values(givesOf(computation) ?? {})) choicesIn(shape, used);
  for (const code of Object.keys(words))
    if (!used.has(code))
      warnings.add(`words.${code}`, 'word-unread', code, 'the code of a status, an outcome or a choice');
}

/** Whether a tag begins with the code of a language that has a name. */
function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The words of every part, with the path of the part. */
function textsOf(data: AgreementData): readonly (readonly [string, Words])[] {
  const texts: (readonly [string, Words])[] = [];
  const put = (path: string, words: Words | undefined): void => {
    if (words !== undefined) texts.push([path, words]);
  };
  put('name', data.name);
  for (const [code, words] of Object.entries(data.words ?? {})) put(`words.${code}`, words);
  for (const [name, { label }] of Object.entries(data.facts)) put(`facts.${name}`, label);
  for (const [kind, { label, payload }] of Object.entries(data.events)) {
    put(`events.${kind}`, label);
    for (const [name, shape] of Object.entries(payload))
      put(`events.${kind}.carries.${name}`, (shape as { label?: Words }).label);
  }
  data.clauses.forEach(({ heading, computes = [] }, at) => {
    put(`clauses.${at}`, heading);
    computes.forEach(({ label }, index) => {
      put(`clauses.${at}.computes.${index}`, label);
    });
  });
  data.tables.forEach(({ label }, at) => {
    put(`tables.${at}`, label);
  });
  data.readings.forEach(({ why, options }, at) => {
    put(`readings.${at}`, why);
    for (const [option, { label }] of Object.entries(options)) put(`readings.${at}.options.${option}`, label);
  });
  data.postings.forEach(({ opens, opensRight, requires = [] }, at) => {
    put(`postings.${at}.opens`, opens?.label);
    put(`postings.${at}.opensRight`, opensRight?.label);
    requires.forEach(({ expected }, index) => {
      put(`postings.${at}.requires.${index}`, expected);
    });
  });
  (data.wallets ?? []).forEach(({ label }, at) => {
    put(`wallets.${at}`, label);
  });
  return texts;
}

/**
 * Codes that readers see, each with its first occurrence: named conditions and days, statuses, holders of rights,
 * states that a decision leads to, and possible values of facts.
 */
function codesOf(data: AgreementData): readonly (readonly [string, string])[] {
  const codes = new Map<string, string>();
  const put = (code: string, path: string): void => {
    if (!codes.has(code)) codes.set(code, path);
  };
  for (const [name, shape] of Object.entries(data.facts))
    if (shape.type === 'text') for (const code of shape.oneOf ?? []) put(code, `facts.${name}`);
  data.clauses.forEach(({ computes = [] }, clause) => {
    computes.forEach(({ kind, terms = {} }, at) => {
      const named = kinds.get(kind)?.named;
      const entries = named === undefined ? undefined : terms[named.list];
      if (named === undefined || !Array.isArray(entries)) return;
      for (const entry of entries as readonly Readonly<Record<string, unknown>>[]) {
        const name = entry[named.by];
        if (typeof name === 'string') put(name, `clauses.${clause}.computes.${at}.terms`);
      }
    });
  });
  data.tables.forEach(({ rows }, table) => {
    rows.forEach(({ outcome }, row) => {
      for (const state of statesIn(outcome)) put(state, `tables.${table}.rows.${row}.outcome`);
    });
  });
  data.postings.forEach((posting, at) => {
    if (posting.opensRight?.holder !== undefined) put(posting.opensRight.holder, `postings.${at}.opensRight`);
    for (const status of statusesIn([posting.sets, posting.setsIfPaid, posting.setsIfShort, posting.setsByState]))
      put(status, `postings.${at}`);
  });
  return [...codes];
}

function statesIn(outcome: unknown): readonly string[] {
  if (typeof outcome !== 'object' || outcome === null) return [];
  const { state, ifRefused } = outcome as { readonly state?: unknown; readonly ifRefused?: unknown };
  return [...(typeof state === 'string' ? [state] : []), ...statesIn(ifRefused)];
}

/** The statuses of the account and of its records. */
function statusesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { status } = part as { readonly status?: unknown };
  return [...(typeof status === 'string' ? [status] : []), ...Object.values(part).flatMap(statusesIn)];
}

/** The possible texts of an answer. */
function choicesIn(shape: ValueShape, texts: Set<string>): void {
  if (shape.type === 'text') for (const code of shape.oneOf ?? []) texts.add(code);
  if (shape.type === 'list') choicesIn(shape.of, texts);
  if (shape.type === 'record') for (const field of Object.values(shape.fields)) choicesIn(field, texts);
}

/** Every text in a part of the model, including the names of states. */
function collect(part: unknown, texts: Set<string>): void {
  if (typeof part === 'string') texts.add(part);
  if (typeof part !== 'object' || part === null) return;
  for (const [name, inner] of Object.entries(part)) {
    if (name === 'label' || name === 'heading' || name === 'note') continue;
    if (name === 'setsByState') for (const state of Object.keys(inner as object)) texts.add(state);
    collect(inner, texts);
  }
}
