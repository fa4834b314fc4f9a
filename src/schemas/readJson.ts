import { AgreementError, printValue, refuse } from '../errors/agreementError.js';

/** The maximum length in characters, and the maximum nesting; both far beyond any agreement or list of events. */
const longestText = 50_000_000;
const deepestNesting = 64;

/**
 * Parses the text of a JSON file. Rejects what `JSON.parse` accepts silently: a duplicate key in a record (the last one
 * would win), and the key `__proto__`. Input that would exhaust the stack or the memory is rejected before it is
 * parsed.
 *
 * @param name The name of the text in the error, usually the file name.
 * @throws {@link AgreementError} `argument-invalid` with one finding: the line and column or the path, and what was
 * expected.
 * @example A text, a duplicate key, and a text that ends too early
 * ```ts
 * readJson('{"id": "e1"}', 'events.json') // => { id: 'e1' }
 * readJson('{"id": "e1", "id": "e2"}', 'events.json') // throws 'argument-invalid'
 * readJson('{"id": ', 'events.json') // throws 'argument-invalid'
 * ```
 */
export function readJson(text: string, name: string): unknown {
  if (typeof name !== 'string') refuse('argument-invalid', 'name', name, 'what the text is called');
  if (typeof text !== 'string') refuseText(name, 'type', 'text', printValue(text), 'the text of a JSON file');
  if (text.length >= longestText)
    refuseText(name, 'size', '', `${text.length} characters`, `less than ${longestText} characters`);
  // A byte order mark is not part of JSON, but some editors write one.
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  scan(json, name);
  return JSON.parse(json);
}

function refuseText(name: string, code: string, path: string, value: string, expected: string): never {
  const finding = { path, code, value, expected };
  throw new AgreementError('argument-invalid', { field: path === '' ? name : `${name}: ${path}`, value, expected }, [
    finding,
  ]);
}

/** A record or list that is open during the scan. */
interface Open {
  /** The keys so far; undefined for a list. */
  readonly keys: Set<string> | undefined;
  /** The current key or index. */
  at: string | number;
}

/** What may come next. */
type Next = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'the end of the text';

const numberOrWord = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/**
 * Scans the text once, without recursion. Engines report syntax errors in different ways or not at all, do not report
 * duplicate keys, and some crash on deep nesting.
 */
function scan(text: string, name: string): void {
  const open: Open[] = [];
  let next: Next = 'value';
  const fail = (at: number): never => refuseSyntax(text, at, next, name);
  const closed = (): Next => {
    const top = open[open.length - 1];
    return top === undefined ? 'the end of the text' : top.keys === undefined ? ', or ]' : ', or }';
  };
  for (let at = 0; at < text.length; ) {
    const character = text.charCodeAt(at);
    if (character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09) {
      at += 1;
      continue;
    }
    const top = open[open.length - 1];
    const wantsValue = next === 'value' || next === 'value or ]';
    if (character === 0x22 && (wantsValue || next === 'key' || next === 'key or }')) {
      const end = endOfString(text, at, fail);
      if (wantsValue) next = closed();
      else {
        takeKey(text.slice(at, end), top as Open, open, name);
        next = ':';
      }
      at = end;
      continue;
    }
    if (wantsValue && (character === 0x7b || character === 0x5b)) {
      if (open.length >= deepestNesting) {
        const levels = `${deepestNesting} levels`;
        refuseText(name, 'nesting', pathOf(open), `more than ${levels}`, `at most ${levels} of records and lists`);
      }
      const isRecord = character === 0x7b;
      open.push({ keys: isRecord ? new Set() : undefined, at: isRecord ? '' : 0 });
      next = isRecord ? 'key or }' : 'value or ]';
    } else if (
      (character === 0x7d && (next === 'key or }' || next === ', or }')) ||
      (character === 0x5d && (next === 'value or ]' || next === ', or ]'))
    ) {
      open.pop();
      next = closed();
    } else if (character === 0x3a && next === ':') next = 'value';
    else if (character === 0x2c && top !== undefined && (next === ', or }' || next === ', or ]')) {
      if (typeof top.at === 'number') top.at += 1;
      next = top.keys === undefined ? 'value' : 'key';
    } else {
      if (!wantsValue) fail(at);
      numberOrWord.lastIndex = at;
      if (!numberOrWord.test(text)) fail(at);
      at = numberOrWord.lastIndex;
      next = closed();
      continue;
    }
    at += 1;
  }
  if (next !== 'the end of the text') fail(text.length);
}

function takeKey(quoted: string, record: Open, open: readonly Open[], name: string): void {
  // The same key can be written with different escapes.
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  record.at = key;
  if (record.keys?.has(key))
    refuseText(name, 'duplicate', pathOf(open), JSON.stringify(key), 'a key that is unique in its record');
  if (key === '__proto__')
    refuseText(name, 'unknown', pathOf(open), JSON.stringify(key), 'another key: this one is reserved by JavaScript');
  record.keys?.add(key);
}

/** The index after the closing quote. */
function endOfString(text: string, start: number, fail: (at: number) => never): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22) return at + 1;
    if (character < 0x20) fail(at);
    if (character !== 0x5c) continue;
    escapeSequence.lastIndex = at;
    if (!escapeSequence.test(text)) fail(at);
    at = escapeSequence.lastIndex - 1;
  }
  return fail(text.length);
}

function pathOf(open: readonly Open[]): string {
  return open.map(({ at }) => at).join('.');
}

function refuseSyntax(text: string, position: number, next: Next, name: string): never {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const found = text.slice(position, position + 40);
  const expected = next === 'value' || next === 'key' ? `a ${next}` : next;
  return refuseText(
    name,
    'syntax',
    `line ${line}, column ${column}`,
    found === '' ? 'the end of the text' : printValue(found),
    expected,
  );
}
