import fc from 'fast-check';
import { AgreementError, attempt } from 'oferta';
import { readJson } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';

function findingOf(text: string): { path: string; code: string; value: string; expected: string } | undefined {
  const read = attempt(() => readJson(text, 'file.json'));
  if (read.ok) return undefined;
  expect(read.error.code).toBe('argument-invalid');
  expect(read.error.message).toContain('file.json');
  expect(read.error.findings).toHaveLength(1);
  return read.error.findings[0];
}

describe('readJson', () => {
  it.each([
    { text: '{"a": [1, -0.5e+3, "x\\u0041\\n", true, false, null, {}, []]}', because: 'every kind of value' },
    { text: ' \t\r\n1 ', because: 'white space around one value' },
    { text: '"{\\"a\\":1,\\"a\\":2}"', because: 'what looks like keys inside a text is none' },
    { text: '[{"a":1},{"a":1}]', because: 'the same key in two records' },
    { text: '{"a":{"a":{"a":1}}}', because: 'the same key at three levels' },
    { text: '{"constructor":1,"toString":2,"hasOwnProperty":3}', because: 'keys that every object seems to have' },
  ])('reads as JSON.parse does: $because', ({ text }) => {
    expect(readJson(text, 'file.json')).toEqual(JSON.parse(text));
  });

  it('takes a byte order mark for none of the text', () => {
    expect(readJson('\ufeff{"a":1}', 'file.json')).toEqual({ a: 1 });
  });

  it.each([
    { text: '', path: 'line 1, column 1', expected: 'a value', because: 'an empty file' },
    { text: '{"a": tru }', path: 'line 1, column 7', expected: 'a value', because: 'a word that is none' },
    { text: '{\n  "a": 1\n  "b": 2\n}', path: 'line 3, column 3', expected: ', or }', because: 'a comma is missing' },
    { text: '[1, 2,]', path: 'line 1, column 7', expected: 'a value', because: 'a comma too many' },
    { text: '{"a": 1,}', path: 'line 1, column 9', expected: 'a key', because: 'a comma too many in a record' },
    { text: '{"a": 1', path: 'line 1, column 8', expected: ', or }', because: 'the text ends too soon' },
    { text: '{"a" 1}', path: 'line 1, column 6', expected: ':', because: 'a colon is missing' },
    { text: "{'a': 1}", path: 'line 1, column 2', expected: 'key or }', because: 'single quotes' },
    { text: '[1] [2]', path: 'line 1, column 5', expected: 'the end of the text', because: 'two documents' },
    { text: '[01]', path: 'line 1, column 3', expected: ', or ]', because: 'a number with a leading zero' },
    { text: '[NaN]', path: 'line 1, column 2', expected: 'value or ]', because: 'no number of JSON' },
    { text: '["a\nb"]', path: 'line 1, column 4', expected: 'value or ]', because: 'a line break inside a text' },
    { text: '["\\x"]', path: 'line 1, column 3', expected: 'value or ]', because: 'an escape that is none' },
    { text: '["abc', path: 'line 1, column 6', expected: 'value or ]', because: 'a text without an end' },
    { text: '// note\n{}', path: 'line 1, column 1', expected: 'a value', because: 'a comment' },
    { text: '[}', path: 'line 1, column 2', expected: 'value or ]', because: 'brackets that do not match' },
  ])('names line and column: $because', ({ text, path, expected }) => {
    expect(findingOf(text)).toMatchObject({ path, expected, code: 'syntax' });
  });

  it.each([
    { text: '{"a":{"b":[1,{"x":1,"y":{"x":2},"x":3}]}}', path: 'a.b.1.x', because: 'deep in a list' },
    { text: '{"a":1,"\\u0061":2}', path: 'a', because: 'the same key written in two ways' },
    { text: '{"":1,"":2}', path: '', because: 'the empty key' },
  ])('refuses a key used twice: $because', ({ text, path }) => {
    expect(findingOf(text)).toMatchObject({ path, code: 'duplicate' });
  });

  it.each(['{"facts":[1,{"__proto__":{"a":1}}]}', '{"facts":[1,{"__pr\\u006fto__":{"a":1}}]}'])(
    'refuses the key __proto__: %s',
    (text) => {
      expect(findingOf(text)).toMatchObject({ path: 'facts.1.__proto__', code: 'unknown' });
    },
  );

  it('takes 64 levels and refuses 65', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(findingOf(nested(63))).toBeUndefined();
    expect(findingOf(nested(64))).toBeUndefined();
    expect(findingOf(nested(65))).toMatchObject({ code: 'nesting' });
    expect(findingOf(nested(10_000))).toMatchObject({ code: 'nesting' });
    expect(findingOf(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)).toMatchObject({ code: 'nesting' });
    expect(findingOf('['.repeat(1_000_000))).toMatchObject({ code: 'nesting' });
  });

  it('refuses a text of 50 million characters', () => {
    const ofLength = (length: number): string => `"${'x'.repeat(length - 2)}"`;
    expect(attempt(() => readJson(ofLength(49_999_999), 'big.json')).ok).toBe(true);
    expect(findingOf(ofLength(50_000_000))).toMatchObject({ code: 'size' });
    expect(findingOf(ofLength(50_000_001))).toMatchObject({ code: 'size' });
  });

  it.each([undefined, null, 1, {}, new Uint8Array(2)])('refuses what is not a text: %s', (text) => {
    expect(() => readJson(text as never, 'file.json')).toThrow(AgreementError);
  });

  it('law: it takes what JSON.parse takes, and refuses what it refuses', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', 'e', '.', 'true', '\n', '\u0001'),
      )
      .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (text) => {
        const parsed = attempt_(() => JSON.parse(text));
        const finding = findingOf(text);
        if (finding !== undefined && finding.code !== 'syntax') return;
        expect(finding === undefined).toBe(parsed.ok);
        if (parsed.ok) expect(readJson(text, 'file.json')).toEqual(parsed.value);
      }),
      { numRuns: 1000 },
    );
  });
});

function attempt_(parse: () => unknown): { ok: boolean; value?: unknown } {
  try {
    return { ok: true, value: parse() };
  } catch {
    return { ok: false };
  }
}
