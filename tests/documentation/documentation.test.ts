import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { money } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, root, textOf } from '../support/sources.js';
import { refuses, same } from './expectExample.js';
import { extract } from './extract.mjs';

interface Summary {
  readonly blocks: number;
  readonly problems: readonly string[];
}

describe('examples of the documentation', () => {
  const summary = JSON.parse(textOf('tests/documentation/generated/summary.json')) as Summary;

  test('each asserts something, imports what it uses and is of a kind that is run', () => {
    expect(summary.problems).toEqual([]);
  });

  test('none is left out', () => {
    const comments = filesIn('src', '.ts').flatMap((file) => textOf(file).match(/^\s*\* ?```ts\b/gm) ?? []);
    const readme = existsSync(join(root, 'README.md')) ? ['README.md'] : [];
    const pages = [...readme, ...filesIn('docs', '.md')].flatMap((file) => textOf(file).match(/^\s*```ts\b/gm) ?? []);
    expect(comments.length).toBeGreaterThan(0);
    expect(summary.blocks).toBe(comments.length + pages.length);
  });
});

describe('the extraction', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'oferta-examples-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function extracted(page: string): Summary & { readonly text: string } {
    writeFileSync(join(folder, 'README.md'), page);
    const summary = extract(folder, join(folder, 'out'));
    const file = join(folder, 'out/README.md.test.ts');
    return { ...summary, text: existsSync(file) ? readFileSync(file, 'utf8') : '' };
  }

  test.each([
    { because: 'asserts nothing', page: '```ts\nconst a = 1;\n```' },
    { because: 'one assertion stands where none can be', page: '```ts\n1 // => 1\nif (true) {\n  2 // => 3\n}\n```' },
    { because: 'a code without quotes', page: '```ts\nf() // throws some-code\n```' },
    { because: 'another name for the language', page: '```typescript\n1 // => 1\n```' },
    { because: 'an unknown word after ts', page: '```ts norun\n1 // => 1\n```' },
    { because: 'not closed', page: '```ts\n1 // => 1\n' },
  ])('reports a block: $because', ({ page }) => {
    expect(extracted(page).problems).toHaveLength(1);
  });

  test('leaves alone what is not run, and other languages', () => {
    expect(extracted('```ts no-run\nconst a = 1;\n```\n```json\n{}\n```')).toMatchObject({
      blocks: 1,
      problems: [],
      text: '',
    });
  });

  test('makes assertions of comments, after the last line or below it', () => {
    const page =
      "# T\n```ts\nf({\n  a: 1,\n}).b // => [1, 2]\ng(1);\n// => 2\nconst h = 3; // => 3\nf() // throws 'no-way'\n```";
    const { problems, text } = extracted(page);
    expect(problems).toEqual([]);
    expect(text).toContain('same_(f({\n  a: 1,\n}).b, ([1, 2]), "README.md:5");');
    expect(text).toContain('same_(g(1)\n, (2), "README.md:6");');
    expect(text).toContain('const h = 3; same_(h, (3), "README.md:8");');
    expect(text).toContain(`await refuses_(async () => (f()), 'no-way', "README.md:9");`);
    expect(text).toContain('"README.md:2 T"');
  });

  test('hoists imports', () => {
    const { text } = extracted("```ts\nimport { type A, b as c } from 'x';\nc() // => 1\n```");
    expect(text).toContain("import type { A } from 'x';\nimport { b as c } from 'x';");
  });
});

describe('an assertion in an example', () => {
  test('takes days as ISO strings and results as their wire form', () => {
    same(Temporal.PlainDate.from('2026-03-31'), '2026-03-31', 'here');
    same([Temporal.PlainDate.from('2026-03-31')], ['2026-03-31'], 'here');
    same(money('1.00', 'KZT'), { amount: '1.00', currency: 'KZT' }, 'here');
  });

  test.each([
    [money('1.00', 'KZT'), money('1.01', 'KZT')],
    [Temporal.PlainDate.from('2026-03-31'), '2026-03-30'],
    [{ day: Temporal.PlainDate.from('2026-03-31') }, { day: Temporal.PlainDate.from('2026-03-30') }],
    [1, 2],
  ])('fails for another value: %s, %s', (actual, expected) => {
    expect(() => same(actual, expected, 'here')).toThrow('here');
  });

  test('fails for an answer where an error was promised, and for another code', async () => {
    await expect(refuses(() => 1, 'amount-invalid', 'here')).rejects.toThrow('here');
    await expect(refuses(() => money('x', 'KZT'), 'day-invalid', 'here')).rejects.toThrow('here');
    await refuses(() => money('x', 'KZT'), 'amount-invalid', 'here');
  });
});
